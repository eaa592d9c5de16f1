"""Products by their barcode, as a public database has them."""

from collections.abc import Mapping
from typing import NamedTuple, Protocol


class Product(NamedTuple):
    """What a database says of a product.

    `per_100g` has the nutrients that it gives, by the names that records have (`energy_kcal`, `protein_g`, …), of 100 g,
    or of 100 ml where the pack says so; a figure that is missing or makes no sense is absent. `licence` and
    `attribution` are to be shown with whatever is made of it.
    """

    ean: str
    name: str
    brand: str | None
    per_100g: Mapping[str, float]
    serving_g: float | None
    source: str
    licence: str
    attribution: str


class Barcodes(Protocol):
    """May be called from many threads at once."""

    def find(self, ean: str) -> Product | None:
        """Return the product, or None when the database does not have it. Raises UnavailableError."""

    def ping(self) -> None:
        """Return when the database is not known to be down; asks nobody. Raises UnavailableError."""

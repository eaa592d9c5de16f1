"""Open Food Facts, API version 2. Its data are made by volunteers: every figure is read as if it could be anything.

Amounts come in grams per 100 g (https://openfoodfacts.github.io/openfoodfacts-server/api/ref-v2/), as numbers or as
text, some only per serving, some energies only in kilojoules.
"""

import math
import threading
import time
from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpx

from fitzen.errors import UnavailableError
from fitzen.infra.barcodes.base import Product

SOURCE = "Open Food Facts"
LICENCE = "Open Database License (ODbL) 1.0, https://opendatacommons.org/licenses/odbl/1-0/"
ATTRIBUTION = "Open Food Facts contributors, https://world.openfoodfacts.org/product/{ean}"
FIELDS = "product_name,product_name_en,generic_name,brands,nutriments,serving_quantity,serving_quantity_unit"
TIMEOUT = httpx.Timeout(4.0, connect=2.0)
TRIES = 2
LOOPBACK = ("127.0.0.1", "localhost", "::1")
PAUSE_S = 0.2
FAILURES, OPEN_S = 3, 30.0
"""After so many failures in a row nobody is asked for so many seconds."""
MAX_BYTES = 2_000_000
KJ_PER_KCAL = 4.184
"""The thermochemical calorie, which food labels use (Regulation (EU) No 1169/2011, annex XIV by rounding)."""
SALT_PER_SODIUM = 2.5
"""Regulation (EU) No 1169/2011, annex I, 11."""


class Named(NamedTuple):
    """Where a nutrient is in `nutriments`, and how many of its unit a gram is."""

    name: str
    per_gram: float


NUTRIMENTS: Mapping[str, Named] = {
    "protein_g": Named("proteins", 1),
    "carbs_g": Named("carbohydrates", 1),
    "fat_g": Named("fat", 1),
    "fiber_g": Named("fiber", 1),
    "sugar_g": Named("sugars", 1),
    "starch_g": Named("starch", 1),
    "saturated_g": Named("saturated-fat", 1),
    "monounsaturated_g": Named("monounsaturated-fat", 1),
    "polyunsaturated_g": Named("polyunsaturated-fat", 1),
    "trans_fat_g": Named("trans-fat", 1),
    "omega3_g": Named("omega-3-fat", 1),
    "omega6_g": Named("omega-6-fat", 1),
    "cholesterol_mg": Named("cholesterol", 1e3),
    "sodium_mg": Named("sodium", 1e3),
    "potassium_mg": Named("potassium", 1e3),
    "calcium_mg": Named("calcium", 1e3),
    "iron_mg": Named("iron", 1e3),
    "magnesium_mg": Named("magnesium", 1e3),
    "phosphorus_mg": Named("phosphorus", 1e3),
    "zinc_mg": Named("zinc", 1e3),
    "copper_mg": Named("copper", 1e3),
    "manganese_mg": Named("manganese", 1e3),
    "selenium_ug": Named("selenium", 1e6),
    "fluoride_ug": Named("fluoride", 1e6),
    "thiamin_mg": Named("vitamin-b1", 1e3),
    "riboflavin_mg": Named("vitamin-b2", 1e3),
    "niacin_mg": Named("vitamin-pp", 1e3),
    "pantothenic_acid_mg": Named("pantothenic-acid", 1e3),
    "vitamin_b6_mg": Named("vitamin-b6", 1e3),
    "folate_ug": Named("vitamin-b9", 1e6),
    "vitamin_b12_ug": Named("vitamin-b12", 1e6),
    "choline_mg": Named("choline", 1e3),
    "vitamin_c_mg": Named("vitamin-c", 1e3),
    "vitamin_d_ug": Named("vitamin-d", 1e6),
    "vitamin_e_mg": Named("vitamin-e", 1e3),
    "vitamin_k_ug": Named("vitamin-k", 1e6),
    "caffeine_mg": Named("caffeine", 1e3),
}
"""Not vitamin A, which labels give in another equivalent than RAE, and not alcohol, which comes in % of volume."""


class OpenFoodFacts:
    """`url` is the server's; `contact` is an address that its operators can write to, as they ask of every client."""

    def __init__(self, url: str, contact: str = "", clock: Callable[[], float] = time.monotonic) -> None:
        self._url = url.rstrip("/")
        self._agent = f"Fitzen/{version('fitzen')}" + (f" ({contact})" if contact else "")
        self._through_proxy = urlsplit(url).hostname not in LOOPBACK
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._closed_until = 0.0

    def find(self, ean: str) -> Product | None:
        self.ping()
        try:
            body = self._ask(ean)
        except (httpx.HTTPError, ValueError) as error:
            self._failed()
            raise UnavailableError("The database of barcodes does not answer. Please try again.") from error
        with self._lock:
            self._failures = 0
        return None if body is None else product(ean, body)

    def ping(self) -> None:
        with self._lock:
            wait = self._closed_until - self._clock()
        if wait > 0:
            raise UnavailableError("The database of barcodes does not answer at the moment.", retry_after=wait)

    def _ask(self, ean: str) -> dict[str, Any] | None:
        """Return the product as it comes. Raises httpx.HTTPError, ValueError when it is no answer."""
        url = f"{self._url}/api/v2/product/{ean}.json"
        with httpx.Client(
            timeout=TIMEOUT, headers={"User-Agent": self._agent}, trust_env=self._through_proxy
        ) as client:
            for left in reversed(range(TRIES)):
                try:
                    return _read(client.get(url, params={"fields": FIELDS}))
                except (httpx.TransportError, httpx.HTTPStatusError):
                    if not left:
                        raise
                    time.sleep(PAUSE_S)
        raise AssertionError  # the last try returns or raises

    def _failed(self) -> None:
        with self._lock:
            self._failures += 1
            if self._failures >= FAILURES:
                self._failures = 0
                self._closed_until = self._clock() + OPEN_S


def _read(response: httpx.Response) -> dict[str, Any] | None:
    """Take an answer apart: older servers say 200 and status 0 of a product that they do not have, newer ones 404."""
    if response.status_code == httpx.codes.NOT_FOUND:
        return None
    response.raise_for_status()
    if len(response.content) > MAX_BYTES:
        raise ValueError("too large")
    body = response.json()
    if not isinstance(body, dict):
        raise ValueError("no object")  # noqa: TRY004 - what came is wrong, not what we did
    found = body.get("product")
    return found if body.get("status") in (1, "1", "success") and isinstance(found, dict) else None


def product(ean: str, body: Mapping[str, Any]) -> Product:
    """Make what a server says of a product into figures per 100 g."""
    given = body.get("nutriments")
    nutriments = given if isinstance(given, dict) else {}
    serving = _number(body.get("serving_quantity"))
    serving_g = serving if serving and body.get("serving_quantity_unit", "g") in ("g", "ml") else None
    brand = _text(body.get("brands"))
    names = (_text(body.get(field)) for field in ("product_name", "product_name_en", "generic_name"))
    return Product(
        ean=ean,
        name=next(filter(None, names), None) or brand or f"Product {ean}",
        brand=brand or None,
        per_100g=per_100g(nutriments, serving_g),
        serving_g=serving_g,
        source=SOURCE,
        licence=LICENCE,
        attribution=ATTRIBUTION.format(ean=ean),
    )


def per_100g(nutriments: Mapping[str, Any], serving_g: float | None) -> dict[str, float]:
    """Return the nutrients of 100 g by our names; what is given per serving only is converted where it has a weight."""

    def amount(name: str) -> float | None:
        whole = _number(nutriments.get(f"{name}_100g"))
        if whole is not None or not serving_g:
            return whole
        part = _number(nutriments.get(f"{name}_serving"))
        return None if part is None else part / serving_g * 100

    grams = {key: (amount(each.name), each.per_gram) for key, each in NUTRIMENTS.items()}
    found = {key: value * factor for key, (value, factor) in grams.items() if value is not None}
    salt = amount("salt")
    if "sodium_mg" not in found and salt is not None:
        found["sodium_mg"] = salt / SALT_PER_SODIUM * 1e3
    kcal = amount("energy-kcal")
    kilojoules = [kj for name in ("energy-kj", "energy") if (kj := amount(name)) is not None]
    if kcal is None and kilojoules:
        kcal = kilojoules[0] / KJ_PER_KCAL
    energy = {} if kcal is None else {"energy_kcal": kcal}
    return {key: float(f"{value:.6g}") for key, value in (energy | found).items()}


def _number(value: object) -> float | None:
    """Read a number, or text that is one; None for anything else and for what no food can have."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _text(value: object) -> str:
    return " ".join(value.replace("\0", " ").split()) if isinstance(value, str) else ""

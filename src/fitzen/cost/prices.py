"""The price table: US dollars in us-east-1, each with its unit, its free tier, its date and where it is from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import NamedTuple

from fitzen.errors import NotFoundError
from fitzen.infra.llm import prices as models
from fitzen.infra.llm.base import Usage

HEADER = ("price", "usd", "unit", "free a month", "known", "as of", "source")
KNOWN = ("read", "recalled")


class MissingPriceError(NotFoundError):
    """A bill needs a price that the table does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no price “{name}” in the price table (src/fitzen/cost/prices.tsv).")
        self.name = name


class Price(NamedTuple):
    """US dollars a `unit`, of which `free` cost nothing each month, for ever: what ends after a year is not counted.

    `known` is "read" where the figure was read on the day `as_of` at `source`, and "recalled" where it was written from
    memory, `source` being the page that has the last word.
    """

    name: str
    usd: float
    unit: str
    free: float
    known: str
    as_of: str
    source: str

    def of(self, quantity: float) -> float:
        """Return US dollars for `quantity` units a month, less what is free."""
        return max(0.0, quantity - self.free) * self.usd


@dataclass
class Prices:
    """The prices of a bill; `asked` are the names that were needed so far. `tokens` multiplies what models cost."""

    table: Mapping[str, Price]
    tokens: float = 1.0
    asked: set[str] = field(default_factory=set)

    def __getitem__(self, name: str) -> Price:
        self.asked.add(name)
        try:
            return self.table[name]
        except KeyError:
            raise MissingPriceError(name) from None

    def __iter__(self) -> Iterator[Price]:
        return iter(self.table.values())

    def model(self, model_id: str, usage: Usage) -> float:
        """Return what a model's tokens cost by the table of `infra/llm/prices.py`, which the budgets go by too."""
        return self.tokens * models.bedrock_cost(model_id, usage)

    def times(self, factors: Mapping[str, float]) -> "Prices":
        """Return other prices: each whose name begins with a name of `factors` times its factor; "bedrock" is models."""
        unknown = [
            start for start in factors if start != "bedrock" and not any(name.startswith(start) for name in self.table)
        ]
        if unknown:
            raise MissingPriceError(unknown[0])
        changed = {name: price._replace(usd=price.usd * _factor(name, factors)) for name, price in self.table.items()}
        return Prices(changed, self.tokens * factors.get("bedrock", 1.0))


def _factor(name: str, factors: Mapping[str, float]) -> float:
    return next((factor for start, factor in factors.items() if name.startswith(start)), 1.0)


def load() -> Prices:
    """Read the table that ships. Raises ValueError where a row is not whole: a price without source is no price."""
    text = files("fitzen.cost").joinpath("prices.tsv").read_text(encoding="utf-8")
    return parse(text)


def parse(text: str) -> Prices:
    header, *rows = [tuple(line.split("\t")) for line in text.splitlines()]
    if header != HEADER:
        raise ValueError(f"The price table begins with {header}, not {HEADER}.")
    table: dict[str, Price] = {}
    for row in rows:
        if len(row) != len(HEADER) or not all(row):
            raise ValueError(f"The price table has a row that is not whole: {row}.")
        name, usd, unit, free, known, as_of, source = row
        if known not in KNOWN:
            raise ValueError(f"The price {name} is “{known}”; it is either read or recalled.")
        if name in table:
            raise ValueError(f"The price {name} is in the table twice.")
        table[name] = Price(name, float(usd), unit, float(free), known, as_of, source)
    return Prices(table)

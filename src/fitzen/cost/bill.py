"""A month's bill: lines of quantity times price, with what is free taken off once for each price."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from fitzen.cost.prices import Prices

HOURS = 730.0
"""Hours of a month, as AWS reckons."""
DAYS = 30.0
"""Days of a month, as the reference reckons: 10,000 requests a day are 300,000 a month."""
MILLION = 1_000_000.0


class Line(NamedTuple):
    """`quantity` of `unit` at `price`; `usd` is after what is free. `why` says how the quantity came about."""

    service: str
    what: str
    quantity: float
    unit: str
    usd: float
    price: str
    why: str = ""


@dataclass
class Bill:
    """Lines of one month. What is free of a price is given to the first lines that ask for it, and to none twice."""

    name: str
    prices: Prices
    lines: list[Line] = field(default_factory=list)
    _so_far: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, service: str, what: str, price: str, quantity: float, why: str = "") -> None:
        """Add `quantity` units at the price named. Raises MissingPriceError."""
        listed = self.prices[price]
        before = self._so_far[price]
        self._so_far[price] = before + quantity
        usd = listed.of(before + quantity) - listed.of(before)
        self.lines.append(Line(service, what, quantity, listed.unit, usd, price, why))

    def add_priced(self, service: str, what: str, quantity: float, unit: str, usd: float, why: str) -> None:
        """Add a line whose price is in another table: models."""
        self.lines.append(Line(service, what, quantity, unit, usd, "infra/llm/prices.py", why))

    @property
    def total(self) -> float:
        return sum(line.usd for line in self.lines)

    def by_service(self) -> dict[str, float]:
        sums: dict[str, float] = defaultdict(float)
        for line in self.lines:
            sums[line.service] += line.usd
        return dict(sums)

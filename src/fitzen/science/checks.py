"""Guards that the formulas share: what is not a finite number in range never gets into a sum."""

import math


def within(name: str, value: float | None, low: float, high: float = math.inf) -> None:
    """Raise ValueError unless `value` is None or a finite number with low <= value <= high.

    The error does not repeat the value: it may end in a log, and may be about health.
    """
    if value is not None and not (math.isfinite(value) and low <= value <= high):
        limit = f"at least {low:g}" if math.isinf(high) else f"from {low:g} to {high:g}"
        raise ValueError(f"{name} must be a number {limit}")

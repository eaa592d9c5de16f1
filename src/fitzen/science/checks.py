"""Guards that the formulas share: what is not a finite number in range never gets into a sum."""

import math


def within(name: str, value: float | None, low: float, high: float = math.inf) -> None:
    """Raise ValueError unless `value` is None or a finite number with low <= value <= high."""
    if value is not None and not (math.isfinite(value) and low <= value <= high):
        limit = f"at least {low:g}" if math.isinf(high) else f"from {low:g} to {high:g}"
        raise ValueError(f"{name} must be a number {limit}, not {value!r}")


def positive(name: str, value: float) -> None:
    """Raise ValueError unless `value` is a finite number above 0."""
    if not (math.isfinite(value) and value > 0):
        raise ValueError(f"{name} must be a number above 0, not {value!r}")

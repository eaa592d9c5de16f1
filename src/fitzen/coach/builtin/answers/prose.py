"""How answers join words."""

from collections.abc import Sequence
from typing import Any

type Data = dict[str, Any]


def one_of(names: Sequence[str]) -> str:
    """Return `a, b or c`."""
    return _joined(names, " or ")


def all_of(names: Sequence[str]) -> str:
    """Return `a, b and c`."""
    return _joined(names, " and ")


def span(period: str) -> str:
    """Return `from 1 to 31 Oct 2026`, `on 26 Nov 2026` or `in all of your log`."""
    if period.startswith(("all ", "the ")):
        return f"in {period}"
    return f"from {period}" if " to " in period else f"on {period}"


PLURAL = ("steps", "workouts", "working sets", "repetitions", "hips", "floors climbed", "sets for", "meals", "sessions")


def were(name: str) -> str:
    """Return the verb that goes with a name: `your steps were`, `your weight was`."""
    return "were" if name.startswith(PLURAL) or name.endswith(" steps") else "was"


def _joined(names: Sequence[str], last: str) -> str:
    return last.join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

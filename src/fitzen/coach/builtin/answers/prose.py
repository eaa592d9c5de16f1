"""How answers join words."""

from collections.abc import Sequence
from typing import Any

from fitzen.words import joined

type Data = dict[str, Any]


def one_of(names: Sequence[str]) -> str:
    """Return `a, b or c`."""
    return joined(names, "or")


def all_of(names: Sequence[str]) -> str:
    """Return `a, b and c`."""
    return joined(names)


def times(number: int, noun: str) -> str:
    """Return `1 day`, `4 days`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


PLURAL = ("steps", "workouts", "working sets", "repetitions", "hips", "floors climbed", "sets for", "meals", "sessions")


def were(name: str) -> str:
    """Return the verb that goes with a name: `your steps were`, `your weight was`."""
    return "were" if name.startswith(PLURAL) or name.endswith(" steps") else "was"


def started(text: str) -> str:
    """Return a text as a sentence begins with it; `Nov` and `Vitamin D` in it stay."""
    return text[:1].upper() + text[1:]


def within(text: str) -> str:
    """Return a name as it stands within a sentence: `vitamin D`."""
    return text[:1].lower() + text[1:]

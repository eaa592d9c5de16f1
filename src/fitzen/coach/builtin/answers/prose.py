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


def _joined(names: Sequence[str], last: str) -> str:
    return last.join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

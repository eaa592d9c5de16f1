"""Words as they are compared, each brought into one form first; numbers in words; and how names are strung together."""

import unicodedata
from collections.abc import Mapping, Sequence

NUMBERS: Mapping[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12,
}  # fmt: skip


def plain(text: str) -> str:
    """Return it in lower case, without accents."""
    lower = text.casefold()
    if lower.isascii():
        return lower
    marked = unicodedata.normalize("NFKD", lower)
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


def joined(parts: Sequence[str], last: str = "and") -> str:
    """Return `a, b and c`."""
    return f" {last} ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def counted(number: int, noun: str) -> str:
    """Return `1 day` or `3 days`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"

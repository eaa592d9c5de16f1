"""What pandas wrote into a cell, read back. Each raises ValueError with a sentence that says what is wrong."""

import ast
import json
import math
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from uuid import UUID

from fitzen.auth.addresses import address_of
from fitzen.errors import InvalidError
from fitzen.infra.identity.base import Address
from fitzen.web.fields import FIRST_YEAR, LAST_YEAR

NOTHING = frozenset({"", "NaN", "nan", "NaT", "None", "<NA>", "null", "NULL"})
"""How pandas and what fed it write that there is nothing."""
TRUE = frozenset({"true", "1", "1.0", "t", "yes", "y"})
FALSE = frozenset({"false", "0", "0.0", "f", "no", "n"})
MOST_DIGITS = 15
"""Of a phone number (ITU-T E.164)."""


def number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise ValueError("This is not a number.") from None
    if not math.isfinite(value):
        raise ValueError("This is not a number.")
    return value


def within(low: float, high: float) -> Callable[[str], float]:
    """Return a reader of numbers from `low` to `high`."""

    def read(text: str) -> float:
        value = number(text)
        if not low <= value <= high:
            raise ValueError(f"This must be from {low:g} to {high:g}.")
        return value

    return read


def flag(text: str) -> bool:
    word = text.strip().lower()
    if word not in TRUE | FALSE:
        raise ValueError("This must be true or false.")
    return word in TRUE


def time(text: str) -> datetime:
    """Read a time; one without an offset is returned without one."""
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError:
        raise ValueError("This is not a time that exists.") from None
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise ValueError("The year is not plausible.")
    return at


def aware(at: datetime) -> datetime:
    """Take a time without an offset as UTC, as the first backend meant it."""
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at


def day(text: str) -> date:
    return time(text).date()


def short(most: int) -> Callable[[str], str]:
    """Return a reader of text of at most `most` characters."""

    def read(text: str) -> str:
        found = text.strip()
        if len(found) > most:
            raise ValueError(f"This has more than {most} characters.")
        return found

    return read


def one_of[W](words: Mapping[str, W]) -> Callable[[str], W]:
    """Return a reader of one of some words, however they are written."""

    def read(text: str) -> W:
        word = re.sub(r"[\s_-]+", "_", text.strip().lower())
        if word not in words:
            raise ValueError("This word has no meaning here.")
        return words[word]

    return read


def old_id(text: str) -> str:
    """Return an id in one form: whole numbers that became floats as whole numbers again, UUIDs in lower case."""
    found = text.strip()
    if re.fullmatch(r"\d+\.0+", found, re.ASCII):
        return str(int(found.partition(".")[0]))
    try:
        return str(UUID(found))
    except ValueError:
        return found


def entries(text: str) -> list[str]:
    """Read a list: as JSON, as Python wrote it, with commas, semicolons or lines between its entries."""
    found = text.strip()
    if found.startswith(("[", "{", "(")):
        value = _literal(found)
        if isinstance(value, dict):
            return [str(key) for key, held in value.items() if held]
        if isinstance(value, list | tuple | set):
            return [_entry(each) for each in value if each not in (None, "")]
        raise ValueError("This is not a list.")
    between = "\n" if "\n" in found else ";" if ";" in found else "|" if "|" in found else ","
    return [each.strip() for each in found.split(between) if each.strip()]


def lines(text: str) -> list[str]:
    """Read a list whose entries may have commas in them: as JSON, as Python wrote it, or a line each."""
    found = text.strip()
    if found.startswith(("[", "(")):
        return entries(found)
    return [each.strip() for each in re.split(r"[\n;|]+", found) if each.strip()]


def _entry(value: object) -> str:
    """Write an entry that is an object, such as {"name": "oats", "amount": "80 g"}, as a line that one can read."""
    if isinstance(value, dict):
        return " ".join(str(each) for each in value.values() if each not in (None, ""))
    return str(value)


def _literal(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        pass
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        raise ValueError("This is not a list.") from None


def email(text: str) -> Address:
    try:
        return address_of(None, text.strip(), "")
    except InvalidError as error:
        raise ValueError(error.detail) from None


def phone(region: str) -> Callable[[str], Address]:
    """Return a reader of phone numbers: with a plus sign, without the one that became a float, or as dialled at home."""

    def read(text: str) -> Address:
        digits = _digits(text.strip())
        found = {address for each in (f"+{digits}", digits) if (address := _number(each, region))}
        if digits.startswith("+"):
            found = {address for address in (_number(digits, region),) if address}
        if len(found) > 1:
            which = " or ".join(sorted(address.value for address in found))
            raise ValueError(f"This can be {which}; write it with its plus sign.")
        if not found:
            raise ValueError("This is not a phone number.")
        return found.pop()

    return read


def _digits(text: str) -> str:
    """Return what was dialled, out of what a float made of it. Raises ValueError when digits were lost."""
    if re.fullmatch(r"\d+\.0*", text, re.ASCII):
        return text.partition(".")[0]
    if not re.fullmatch(r"\d(\.\d+)?[eE]\+?\d+", text, re.ASCII):
        return text
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise ValueError("This is not a phone number.") from None
    written, digits = len(value.as_tuple().digits), value.adjusted() + 1
    if written < digits or digits > MOST_DIGITS:  # a zero at the end cannot be told from a digit that was cut
        raise ValueError("Digits of this number were lost when it was written as a float.")
    if value != int(value):
        raise ValueError("This is not a phone number.")
    return str(int(value))


def _number(text: str, region: str) -> Address | None:
    try:
        return address_of(text, None, region)
    except InvalidError:
        return None

"""The server's sentences in a person's language, for what it sends by itself: pushes and mails.

The API speaks English, and the app says that by the same sheet (`data/spoken_es.tsv`; see tools/spoken.py for its form),
with the names and days of the phone. Here a line is said only where all of it is known; else it stays English.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from fitzen.spanish import Language

PLACE = re.compile(r"\{(\d)(=)?(?:\|([^|}]*)\|([^}]*))?\}")
FIGURE = re.compile(r"[-+~]?\d[\d,.]*(?: (?:kg|lb|kcal|g|%))?%?")
NUMBER = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")
DAY = re.compile(r"(\d{1,2}) ([A-Z][a-z]{2})( \d{4})?")
MONTHS = dict(zip("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), "ene feb mar abr may jun jul ago sept oct nov dic".split(), strict=True))  # fmt: skip  # noqa: SIM905
DEEPEST = 3
GROUPED_FROM = 10_000
"""Four digits stand together in Spanish."""


class _Pattern(NamedTuple):
    places: Sequence[str]
    form: re.Pattern[str]
    spanish: str


def rows() -> Iterator[tuple[str, str, bool]]:
    """Read the sheet: each pattern, its Spanish, and whether it stands beside the source (`+`)."""
    for line in files("fitzen.data").joinpath("spoken_es.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            english, spanish = line.removeprefix("+").split("\t")
            yield english, spanish, line.startswith("+")


def spoken(text: str, language: Language) -> str:
    """Return what the server says in English, line by line, in a language."""
    return text if language == "en" else "\n".join(_said(line) or line for line in text.split("\n"))


def _said(text: str, deep: int = 0) -> str | None:
    """Return a sentence, or what stands in a place of one, in Spanish; None where some of it is not known."""
    exact, patterns = _sheet()
    if (known := exact.get(text)) is not None:
        return known
    if day := DAY.fullmatch(text):
        return f"{day[1]} {MONTHS[day[2]]}{day[3] or ''}" if day[2] in MONTHS else None
    if FIGURE.fullmatch(text):
        return NUMBER.sub(lambda found: _number(found[0]), text)
    if deep > DEEPEST:
        return None
    found = (_filled(pattern, match, deep) for pattern in patterns if (match := pattern.form.fullmatch(text)))
    whole = next((each for each in found if each is not None), None)
    if whole is not None or not deep or not text[:1].isupper():
        return whole
    small = _said(text[0].lower() + text[1:], deep)  # `Squat` begins the sentence, the sheet has `squat`
    return small and small[0].upper() + small[1:]


def _filled(pattern: _Pattern, match: re.Match[str], deep: int) -> str | None:
    values = dict(zip(pattern.places, match.groups(), strict=True))
    filled = [_fill(place, values, deep) for place in PLACE.finditer(pattern.spanish)]
    if None in filled:
        return None
    parts = iter(filled)
    return PLACE.sub(lambda _: next(parts) or "", pattern.spanish)


def _fill(place: re.Match[str], values: Mapping[str, str], deep: int) -> str | None:
    number, as_it_is, one, several = place.groups()
    value = values[number]
    said = value if as_it_is else _said(value, deep + 1)
    if said is None or one is None:
        return said
    return (one if value == "1" else several).replace("#", said)


def _number(english: str) -> str:
    whole, _, after = english.replace(",", "").partition(".")
    grouped = f"{int(whole):,}".replace(",", ".") if int(whole) >= GROUPED_FROM else whole
    return grouped + (f",{after}" if after.strip("0") else "")


@cache
def _sheet() -> tuple[dict[str, str], list[_Pattern]]:
    """Return the sentences that are always the same, and those with places, those with most words first."""
    told = [(english, spanish) for english, spanish, _ in rows() if spanish != "-"]
    exact = {english: spanish for english, spanish in told if not PLACE.search(english)}
    open_ = sorted((row for row in told if row[0] not in exact), key=lambda row: -len(PLACE.sub("", row[0])))
    return exact, [_pattern(english, spanish) for english, spanish in open_ if "{0}" not in english]


def _pattern(english: str, spanish: str) -> _Pattern:
    places = [place[1] for place in PLACE.finditer(english)]
    form = "(.+)".join(re.escape(piece) for piece in re.split(r"\{\d\}", english))
    return _Pattern(places, re.compile(form), spanish)

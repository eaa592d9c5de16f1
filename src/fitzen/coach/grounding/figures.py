"""The figures in a text or in a tool's data: their values, units, dates and times of day.

What merely looks like a figure is left out: names (`B12`, `omega-3`, `1RM`), numbers of a list, marks of a citation
(`[1]`), and examples of what somebody could say (“log bench press 3x8 at 60 kg”).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from fitzen.records import Json


class Figure(NamedTuple):
    """`step`: the least difference that its digits show. `unit` is a key of UNITS, DATE, CLOCK, COUNT or empty."""

    value: float
    unit: str
    step: float
    text: str


DATE, CLOCK, COUNT = "date", "clock", "count"
"""A date is month * 100 + day, a time of day its seconds; a count is of what a tool's data lists."""

UNITS: dict[str, tuple[str, float]] = {
    "g": ("mass", 1),
    "kg": ("mass", 1_000),
    "mg": ("mass", 1e-3),
    "ug": ("mass", 1e-6),
    "lb": ("mass", 453.59237),
    "oz": ("mass", 28.349523125),
    "st": ("mass", 6_350.29318),
    "kcal": ("energy", 1),
    "kj": ("energy", 1 / 4.184),
    "s": ("time", 1),
    "min": ("time", 60),
    "h": ("time", 3_600),
    "day": ("span", 1),
    "week": ("span", 7),
    "month": ("span of months", 1),
    "year": ("span of months", 12),
    "cm": ("length", 0.01),
    "m": ("length", 1),
    "km": ("length", 1_000),
    "in": ("length", 0.0254),
    "ft": ("length", 0.3048),
    "mi": ("length", 1_609.344),
    "ml": ("volume", 1),
    "l": ("volume", 1_000),
    "pct": ("share", 1),
    "reps": ("reps", 1),
    "sets": ("sets", 1),
    "workouts": ("workouts", 1),
    "steps": ("steps", 1),
    "bpm": ("heart rate", 1),
}
"""The dimension of a unit, and how much of the dimension's first one it is (NIST Special Publication 811, appendix B)."""

WRITTEN: dict[str, str] = {
    **{word: word for word in UNITS if word not in ("in", "sets", "st")},
    "grams": "g", "gram": "g", "kilograms": "kg", "kilogram": "kg", "kilos": "kg", "kilo": "kg", "kgs": "kg",
    "µg": "ug", "μg": "ug", "mcg": "ug", "lbs": "lb", "pounds": "lb", "pound": "lb", "ounces": "oz", "ounce": "oz", "stone": "st",
    "calories": "kcal", "calorie": "kcal", "kilocalories": "kcal", "sec": "s", "secs": "s", "seconds": "s", "second": "s",
    "mins": "min", "minutes": "min", "minute": "min", "hr": "h", "hrs": "h", "hours": "h", "hour": "h", "days": "day",
    "weeks": "week", "months": "month", "years": "year", "inches": "in", "inch": "in", "feet": "ft", "foot": "ft",
    "miles": "mi", "mile": "mi", "metres": "m", "meters": "m", "kilometres": "km", "kilometers": "km", "litres": "l", "liters": "l",
    "litre": "l", "liter": "l", "millilitres": "ml", "%": "pct", "percent": "pct", "per cent": "pct", "rep": "reps", "repetitions": "reps",
    "sets": "sets", "set": "sets", "working sets": "sets", "workout": "workouts", "sessions": "workouts", "session": "workouts",
    "beats": "bpm", "step": "steps",
}  # fmt: skip
"""How units are written; `in` alone is a preposition, and `st` the end of an ordinal."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{name}>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
WORDS = {
    "zero": 0, "two": 2, "twice": 2, "double": 2, "doubled": 2, "three": 3, "thrice": 3, "triple": 3, "tripled": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "thirteen": 13,
    "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "tenfold": 10, "quadruple": 4, "quadrupled": 4, "doble": 2,
    "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "doce": 12, "quince": 15, "veinte": 20, "treinta": 30,
    "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
LARGE = {"hundred": 100.0, "thousand": 1_000.0, "million": 1_000_000.0}
UNITS_OF_TEN = "one|two|three|four|five|six|seven|eight|nine"
"""`one` alone is mostly a pronoun, and so no figure."""
MOST_PARTS = 16
"""A fraction that people cook and measure by has no larger number in it."""
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

_EXAMPLE = re.compile(
    r"[“\"](?:log|how|what|remind|plan|make|show|swap|add|track|i|i'm|my|did|drank|ate|and|remember|set|bench|squat|compare|why)\b[^”\"]*[”\"]",
    re.IGNORECASE,
)
_MARKER = re.compile(r"(?m)^[ \t]*\d{1,2}[.)]\s+|\[\d{1,3}\]|\b24/7\b|\b\d+RM\b")
_BY = re.compile(r"(?<=\d)\s*[x\u00d7]\s*(?=\d)")
_UNIT = "|".join(sorted(map(re.escape, WRITTEN), key=len, reverse=True))
_FIGURE = re.compile(
    rf"(?P<iso>\b\d{{4}}-\d\d-\d\d)(?:T(?P<at>\d\d:\d\d(?::\d\d)?)\S*)?"
    rf"|\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH.format(name='month')}\b(?:,? (?P<year>\d{{4}})\b)?"
    rf"|\b{_MONTH.format(name='month2')} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,? (?P<year2>\d{{4}})\b)?"
    r"|(?<![\w.])(?P<clock>\d{1,3}:\d\d(?::\d\d)?)\b"
    rf"|(?<![\w.])(?<![a-z]-)(?:(?P<over>\d+)/(?P<under>[1-9]\d*)|(?P<number>\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+(?:\.\d+)?|\d+(?:[.,]\d+)?)"
    rf"(?P<part>[½¼¾⅓⅔])?|(?P<part2>[½¼¾⅓⅔]))(?:st|nd|rd|th)?(?:[ \u00a0-]?(?P<unit>{_UNIT})(?![a-z]))?"
    rf"|\b(?:(?P<tens>{'|'.join(TENS)})(?:-(?P<ones>{UNITS_OF_TEN}))?|(?P<word>{'|'.join(WORDS)})|(?P<single>a|one)(?= (?:hundred|thousand|million)\b))"
    rf"(?: (?P<large>{'|'.join(LARGE)}))?\b(?:[ -](?P<unit2>{_UNIT})(?![a-z]))?",
    re.IGNORECASE,
)
_UUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", re.IGNORECASE)
_NO_FIGURES = re.compile(r"(?:^|_)(?:id|ids|ref|slug|doi|url|type|version)$")


def figures(text: str) -> Iterator[Figure]:
    """Yield the figures of a text, in their order."""
    plain = _BY.sub(" x ", _MARKER.sub(" ", _EXAMPLE.sub(" ", _UUID.sub(" ", text))))
    for match in _FIGURE.finditer(plain):
        yield from _figures_of(match)


def figures_in(data: object, key: str = "") -> Iterator[Figure]:
    """Yield the figures of JSON: numbers with the unit that their key ends with, those in texts, how long lists are."""
    match data:
        case bool() | None:
            return
        case int() | float():
            unit = key.rpartition("_")[2]
            yield Figure(float(data), unit if unit in UNITS else WRITTEN.get(key, ""), 0.0, f"{data}")
        case str():
            if not _NO_FIGURES.search(key):
                yield from figures(data)
        case dict():
            for name, value in data.items():
                yield from figures(name)
                yield from figures_in(value, name)
        case _:
            items: list[Json] = list(data)  # type: ignore[call-overload] # JSON has nothing else
            yield Figure(float(len(items)), COUNT, 0.0, str(len(items)))
            for item in items:
                yield from figures_in(item, key)


def _figures_of(match: re.Match[str]) -> Iterator[Figure]:
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    text = match[0].strip()
    if "iso" in found:
        year, month, day = map(int, found["iso"].split("-"))
        yield from _date(month, day, text, year)
        if "at" in found:
            yield _clock(found["at"], text)
    elif month_word := found.get("month") or found.get("month2"):
        month = MONTHS.index(month_word[:3].lower()) + 1
        year_said = found.get("year") or found.get("year2")
        yield from _date(month, int(found.get("day") or found["day2"]), text, int(year_said) if year_said else None)
    elif "clock" in found:
        yield _clock(found["clock"], text)
    elif "over" in found and (int(found["over"]) > MOST_PARTS or int(found["under"]) > MOST_PARTS):
        for digits in (found["over"], found["under"]):  # 120/80, 2200/7: two figures, no part of something
            yield Figure(float(digits), "", 1.0, text)
    elif "number" in found or "over" in found or "part2" in found:
        yield _number(found, text)
    else:
        yield _in_words(found, text)


def _date(month: int, day: int, text: str, year: int | None) -> Iterator[Figure]:
    yield Figure(month * 100.0 + day, DATE, 0.0, text)
    if year:
        yield Figure(float(year), "", 1.0, str(year))


def _clock(said: str, text: str) -> Figure:
    """Return a time of day, or how long something took, in the smaller of its two units: `7:30` is 450."""
    total = 0
    for part in said.split(":"):
        total = total * 60 + int(part)
    return Figure(float(total), CLOCK, 0.0, text)


def _number(found: dict[str, str], text: str) -> Figure:
    unit = WRITTEN.get(found.get("unit", "").lower(), "")
    if "over" in found:
        return Figure(int(found["over"]) / int(found["under"]), unit, 0.01, text)
    part = FRACTIONS.get(found.get("part") or found.get("part2", ""), 0.0)
    digits = found.get("number", "0")
    thousands = re.fullmatch(r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?", digits)
    plain = re.sub(r"[,\u00a0\u202f]", "", digits) if thousands else digits.replace(",", ".")
    decimals = len(plain.partition(".")[2])
    return Figure(float(plain) + part, unit, 0.01 if part else 10.0**-decimals, text)


def _in_words(found: dict[str, str], text: str) -> Figure:
    value = float(TENS.get(found.get("tens", "").lower(), 0))
    if "ones" in found:
        value += UNITS_OF_TEN.split("|").index(found["ones"].lower()) + 1
    value += WORDS.get(found.get("word", "").lower(), 0) + ("single" in found)
    value *= LARGE.get(found.get("large", "").lower(), 1.0)
    return Figure(value, WRITTEN.get(found.get("unit2", "").lower(), ""), 1.0, text)

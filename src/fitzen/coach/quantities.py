"""Amounts as people say them, and as they are read back: `81.4`, `180 lbs`, `5 ft 11`, `1.80 m`, `11 st 4`, `7 h 30`.

A reader takes the unit that a value is kept in, and which one a bare number means to this person.
"""

import re
from collections.abc import Mapping
from typing import Annotated, NamedTuple

from pydantic import Field

from fitzen.coach.amounts import CM_PER_INCH, M_PER_MILE
from fitzen.errors import InvalidError
from fitzen.science.loading import KG_PER_LB
from fitzen.users.models import Units
from fitzen.words import plain

Said = Annotated[float | Annotated[str, Field(min_length=1, max_length=40)], Field(union_mode="left_to_right")]
"""A number, or what was said: `180 lbs`."""
UnitWord = Annotated[str, Field(min_length=1, max_length=20)]


class Scale(NamedTuple):
    """How a unit becomes the one that is kept: `value * factor + offset`."""

    factor: float
    offset: float = 0.0


LB_PER_STONE, INCHES_PER_FOOT = 14, 12
KCAL_PER_KJ = 1 / 4.184
MGDL_PER_MMOL = 18.016
"""Of glucose, by its molar mass of 180.16 g."""


def _named(*rows: tuple[str, Scale]) -> dict[str, Scale]:
    return {word: scale for words, scale in rows for word in words.split()}


SCALES: Mapping[str, Mapping[str, Scale]] = {
    "kg": _named(
        ("kg kgs kilo kilos kilogram kilograms", Scale(1)),
        ("lb lbs pound pounds", Scale(KG_PER_LB)),
        ("st stone stones", Scale(KG_PER_LB * LB_PER_STONE)),
        ("g gram grams", Scale(0.001)),
    ),
    "cm": _named(
        ("cm cms centimetre centimetres centimeter centimeters", Scale(1)),
        ("m metre metres meter meters", Scale(100)),
        ("mm millimetre millimetres millimeter millimeters", Scale(0.1)),
        ('in inch inches "', Scale(CM_PER_INCH)),
        ("ft foot feet '", Scale(CM_PER_INCH * INCHES_PER_FOOT)),
    ),
    "m": _named(
        ("m metre metres meter meters", Scale(1)),
        ("km kms k kilometre kilometres kilometer kilometers", Scale(1000)),
        ("mi mile miles", Scale(M_PER_MILE)),
    ),
    "s": _named(
        ("s sec secs second seconds", Scale(1)),
        ("min mins minute minutes", Scale(60)),
        ("h hr hrs hour hours", Scale(3600)),
    ),
    "h": _named(("h hr hrs hour hours", Scale(1)), ("min mins minute minutes", Scale(1 / 60))),
    "%": _named(("% percent pct", Scale(1))),
    "°C": _named(("°c c celsius", Scale(1)), ("°f f fahrenheit", Scale(5 / 9, -160 / 9))),
    "steps": _named(("steps step", Scale(1)), ("k thousand", Scale(1000))),
    "kcal": _named(("kcal kcals cal cals calories", Scale(1)), ("kj", Scale(KCAL_PER_KJ))),
    "mmol/l": _named(("mmol/l mmol", Scale(1)), ("mg/dl mgdl", Scale(1 / MGDL_PER_MMOL))),
}
"""The words for the units of each kept unit; one that is not here has no other, and its own name is passed over."""
THEN = {
    "ft": "in",
    "foot": "in",
    "feet": "in",
    "'": "in",
    "st": "lb",
    "stone": "lb",
    "m": "cm",
    "h": "min",
    "hr": "min",
}
"""What a bare number means after such a unit: the 11 of `5 ft 11`."""
OWN: Mapping[str, str] = {"kg": "lb", "cm": "in", "m": "mi", "°C": "°f"}
"""Which unit a bare number means to somebody with imperial units, where it is another than the kept one."""
SHOWN: Mapping[str, str] = {"kg": " lb", "cm": " in", "m": " mi", "°C": " °F"}
BARE: Mapping[str, str] = {"%": "%", "": ""}

_PART = re.compile(r"\s*(?:,|and)?\s*(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>[a-z%°'\"][a-z/%]*)?(?:\.(?!\d))?")
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)")
_QUOTES = str.maketrans({"\u2019": "'", "\u2032": "'", "\u201d": '"', "\u2033": '"'})
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_OUT_OF_FIVE = re.compile(r"\s*(?:/|(?:out )?of)\s*5$")
_ABOUT = re.compile(r"^(?:about|around|approx(?:imately)?\.?|roughly|ca\.?|~)\s*")


def read(said: float | str, kept: str, units: Units, unit: str | None = None, field: str = "value") -> float:
    """Return an amount in the unit `kept`; a bare number is in `unit`, or else in the person's own.

    Raises InvalidError naming `field` where it is no amount, and `unit` where that is not known.
    """
    scales = SCALES.get(kept, {})
    own = _own(kept, units, unit)
    if not isinstance(said, str):
        return _scaled(said, own, scales)
    text = _ABOUT.sub("", _THOUSANDS.sub("", plain(said.translate(_QUOTES)).strip()))
    text = _OUT_OF_FIVE.sub("", text) if kept == "of 5" else text
    if kept in ("s", "h") and (clock := _CLOCK.fullmatch(text)):
        return _clock(clock, kept)
    return _sum(text, own, kept, field)


def _own(kept: str, units: Units, unit: str | None) -> str:
    """Return the unit of a bare number. Raises InvalidError naming `unit`."""
    scales = SCALES.get(kept, {})
    if unit is None:
        return OWN.get(kept, kept.lower()) if units == "imperial" else kept.lower()
    word = plain(unit.translate(_QUOTES)).strip().rstrip(".")
    if scales and word not in scales:
        raise InvalidError.of("unit", f"This is not measured in {unit}. Say it in {_examples(scales)}.")
    return word


def _examples(scales: Mapping[str, Scale]) -> str:
    firsts: dict[Scale, str] = {}
    for word, scale in scales.items():
        firsts.setdefault(scale, word)
    return " or ".join(firsts.values())


def _scaled(value: float, unit: str, scales: Mapping[str, Scale]) -> float:
    scale = scales.get(unit, Scale(1))
    return value * scale.factor + scale.offset


def _clock(match: re.Match[str], kept: str) -> float:
    """Read 25:00 as minutes and seconds; of hours of sleep, 7:30 as hours and minutes."""
    first, second, third = (float(each or 0) for each in match.groups())
    seconds = first * 3600 + second * 60 + third
    if kept == "s":
        return seconds
    return seconds / 3600 if match[1] else second + third / 60


def _sum(text: str, own: str, kept: str, field: str) -> float:
    """Add up the parts, each of a unit that is smaller than the one before: `5 ft 11`."""
    total, at, before = 0.0, 0, None
    scales = SCALES.get(kept, {})
    while match := _PART.match(text, at):
        unit = match["unit"] or (THEN.get(before, "") if before else own)
        if scales and unit not in scales:
            break
        total += _scaled(float(match["number"].replace(",", ".")), unit if scales else own, scales)
        at, before = match.end(), unit
    if before is None or text[at:].strip(" .\"'"):
        raise InvalidError.of(
            field, f"I cannot read “{text}” as an amount. Say it with its unit, such as {_like(kept)}."
        )
    return total


def _like(kept: str) -> str:
    return _LIKE.get(kept, f"20 {kept}".strip())


_LIKE = {
    "kg": "81.4 kg or 180 lb",
    "cm": "82 cm or 32 in",
    "m": "5 km or 3 miles",
    "s": "25:00",
    "h": "7 h 30",
    "%": "18%",
}


def figure(value: float, kept: str, units: Units) -> float:
    """Return a kept value in the person's unit, as it is said: to one decimal place, a weight in kilograms to two."""
    if units == "imperial" and kept in OWN:
        scale = SCALES[kept][OWN[kept]]
        return round((value - scale.offset) / scale.factor, 1)
    return round(value, 2 if kept in ("kg", "h") else 1)


def unit_of(kept: str, units: Units) -> str:
    """Return the mark that follows a figure, with its space."""
    if units == "imperial" and kept in SHOWN:
        return SHOWN[kept]
    return BARE.get(kept, f" {kept}")


def shown(value: float, kept: str, units: Units) -> str:
    """Write a kept value in the person's unit: `81.4 kg`, `179.5 lb`, `18.2%`, `12,400 steps`."""
    number = figure(value, kept, units)
    text = f"{number:,.2f}".rstrip("0").rstrip(".")
    return f"{text}{unit_of(kept, units)}"


def height_in_words(centimetres: float, units: Units) -> str:
    """Write a height: `180 cm`, `5 ft 11 in`."""
    if units == "metric":
        return shown(centimetres, "cm", units)
    inches = round(centimetres / CM_PER_INCH)
    return f"{inches // INCHES_PER_FOOT} ft {inches % INCHES_PER_FOOT} in"


METRES, FEET = (0.5, 2.8), (4, 8)
"""Between which a bare number that is a height means metres, and feet."""


def read_height(said: float | str, units: Units, unit: str | None = None, field: str = "height") -> float:
    """Return a height in cm. A bare number means what a height can be: `1.8` metres, `180` cm, `71` inches.

    Raises InvalidError: `5.11` is not known to be 5 ft 11.
    """
    bare = _bare(said)
    if bare is None or unit is not None:
        return read(said, "cm", units, unit, field)
    if METRES[0] <= bare <= METRES[1]:
        return bare * 100
    if FEET[0] <= bare < FEET[1]:
        raise InvalidError.of(field, "Say the feet and the inches, such as 5 ft 11, or the centimetres.")
    return bare * CM_PER_INCH if units == "imperial" and bare < 100 else bare  # noqa: PLR2004 - nobody is 100 inches tall


def _bare(said: float | str) -> float | None:
    try:
        return float(said.strip().replace(",", ".")) if isinstance(said, str) else float(said)
    except ValueError:
        return None

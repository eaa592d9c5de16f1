"""Foods of the USDA's FoodData Central, from the JSON files it publishes, or the zip of one.

These are Foundation Foods, SR Legacy, those of the Survey (FNDDS) and Branded Foods. They are read a food at a time, so
that a file may be larger than memory.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import TextIOWrapper
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple, TextIO
from zipfile import ZipFile, is_zipfile

from pydantic import ValidationError

from fitzen.nutrition.foods.archive import NO_ZIP, FoodsFileError
from fitzen.nutrition.foods.conversions import vitamin_a_rae_ug, vitamin_d_ug
from fitzen.nutrition.foods.models import Barcode, Food, Portion
from fitzen.science.nutrients import NUTRIENTS

SOURCES: Mapping[str, str] = {
    "FoundationFoods": "USDA Foundation Foods",
    "SRLegacyFoods": "USDA SR Legacy",
    "SurveyFoods": "USDA FNDDS",
    "BrandedFoods": "USDA Branded Foods",
}
"""The name of the list in each file, and what its foods say they are from."""
VITAMIN_D_IU = 1110
MASS_UG: Mapping[str, float] = {"g": 1e6, "mg": 1e3, "ug": 1.0, "µg": 1.0, "μg": 1.0, "mcg": 1.0}
KCAL: Mapping[str, float] = {"kcal": 1.0, "kj": 1 / 4.184}
DECIMALS = 4
CHUNK, LONGEST, HEADER = 1 << 20, 1 << 24, 100
"""Letters read at a time, the most that one food may have, and those in which the list begins."""
NO_LABEL = frozenset({"", "undetermined", "quantity not specified", "racc"})
GRAMS = frozenset({"g", "grm", "gm"})
_DECODER = json.JSONDecoder()
_AMOUNT = re.compile(r"^(\d+(?:\.\d+)?(?:/\d+)?)\s+(.+)$")


class Skipped(NamedTuple):
    """What could not be taken: where in the list it is, counted from 1, its name if it has one, and why."""

    number: int
    name: str
    reason: str


class _NotAFoodError(ValueError):
    """An entry cannot be taken; the message says why."""


def read(path: Path, chunk: int = CHUNK) -> Iterator[Food | Skipped]:
    """Read a file, each food or why it was skipped, in its order. Raises FoodsFileError where it is no such file."""
    with _opened(path) as file:
        entries = _Entries(file, chunk)
        for number, entry in enumerate(entries, 1):
            yield _food_or_reason(entry, entries.source, number)
        if not entries.ended:
            yield Skipped(entries.count + 1, "", "The file is damaged or cut off from here on.")


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    if not is_zipfile(path):
        with path.open(encoding="utf-8", errors="replace") as file:
            yield file
        return
    try:
        with ZipFile(path) as archive:
            name = next((each for each in archive.namelist() if each.endswith(".json")), None)
            if name is None:
                raise FoodsFileError("There is no JSON file in this zip.")
            with archive.open(name) as member, TextIOWrapper(member, encoding="utf-8", errors="replace") as file:
                yield file
    except (*NO_ZIP, OSError) as error:
        raise FoodsFileError("This zip is damaged.") from error


class _Entries:
    """The entries of the first list of foods in a file, decoded one by one."""

    def __init__(self, file: TextIO, chunk: int) -> None:
        self._file = file
        self._chunk = chunk
        self._text = ""
        self._at = 0
        self.count = 0
        self.ended = False
        self.source = self._begin()

    def _more(self) -> bool:
        more = self._file.read(self._chunk)
        self._text, self._at = self._text[self._at :] + more, 0
        return bool(more)

    def _begin(self) -> str:
        while len(self._text) < HEADER and self._more():
            continue
        found = re.match(r'\ufeff?\s*\{\s*"(\w+)"\s*:\s*\[', self._text)
        if found is None or found[1] not in SOURCES:
            raise FoodsFileError(f"This is no file of FoodData Central: it begins with none of {', '.join(SOURCES)}.")
        self._at = found.end()
        return SOURCES[found[1]]

    def __iter__(self) -> Iterator[Any]:
        while self._skip_to_entry():
            try:
                entry, self._at = _DECODER.raw_decode(self._text, self._at)
            except (ValueError, RecursionError):
                if len(self._text) - self._at > LONGEST or not self._more():
                    return
                continue
            self.count += 1
            yield entry

    def _skip_to_entry(self) -> bool:
        """Go to where the next entry begins; False at the end of the list, or of a file that breaks off."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in " \t\r\n,":
                self._at += 1
            if self._at < len(self._text):
                self.ended = self._text[self._at] == "]"
                return not self.ended
            if not self._more():
                return False


def _food_or_reason(entry: Any, source: str, number: int) -> Food | Skipped:
    name = _text(entry, "description")
    try:
        return _food(entry, source)
    except _NotAFoodError as error:
        return Skipped(number, name, str(error))
    except ValidationError as error:
        return Skipped(number, name, str(error.errors()[0]["msg"]))


def _food(entry: Any, source: str) -> Food:
    name = _text(entry, "description")
    if not isinstance(entry, dict) or not isinstance(entry.get("fdcId"), int) or not name:
        raise _NotAFoodError("It has no fdcId or no description.")
    unit = _text(entry, "servingSizeUnit").casefold()
    if unit and unit not in GRAMS:
        raise _NotAFoodError("It is given by volume, and what that weighs is not known.")
    per_100g = _per_100g(entry)
    if "energy_kcal" not in per_100g:
        raise _NotAFoodError("It has no energy.")
    return Food(
        id=f"fdc-{entry['fdcId']}",
        name=name,
        brand=_text(entry, "brandName") or _text(entry, "brandOwner") or None,
        source=source,
        per_100g=per_100g,
        portions=list(_portions(entry))[:50],
        barcode=_barcode(_text(entry, "gtinUpc")),
    )


def _text(entry: Any, key: str) -> str:
    value = entry.get(key) if isinstance(entry, dict) else None
    return " ".join(value.split()) if isinstance(value, str) else ""


def _barcode(digits: str) -> Barcode | None:
    return digits if re.fullmatch(r"[0-9]{8,14}", digits) else None


def _dicts(entry: Any, key: str) -> Iterator[dict[str, Any]]:
    values = entry.get(key)
    yield from (each for each in (values if isinstance(values, list) else ()) if isinstance(each, dict))


def _number(value: Any) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and isfinite(value) and value >= 0 else None


def _per_100g(entry: Any) -> dict[str, float]:
    by_number: dict[int, tuple[float, str]] = {}
    for each in _dicts(entry, "foodNutrients"):
        nutrient, amount = each.get("nutrient"), _number(each.get("amount"))
        if isinstance(nutrient, dict) and isinstance(nutrient.get("id"), int) and amount is not None:
            by_number.setdefault(nutrient["id"], (amount, _text(nutrient, "unitName").casefold()))
    found = {
        key: round(amount, DECIMALS)
        for key, nutrient in NUTRIENTS.items()
        if (amount := _first(nutrient.fdc, nutrient.unit, by_number)) is not None
    }
    return found | _vitamins(found, by_number)


def _first(numbers: tuple[int, ...], unit: str, by_number: Mapping[int, tuple[float, str]]) -> float | None:
    """Return the first of the numbers that there is, in the unit; an amount in a unit that does not fit is none."""
    converted = (_in_unit(*by_number[number], unit) for number in numbers if number in by_number)
    return next((amount for amount in converted if amount is not None), None)


def _in_unit(amount: float, given: str, unit: str) -> float | None:
    if unit == "kcal":
        return amount * KCAL[given] if given in KCAL else None
    return amount * MASS_UG[given] / MASS_UG[unit] if given in MASS_UG else None


def _vitamins(found: Mapping[str, float], by_number: Mapping[int, tuple[float, str]]) -> dict[str, float]:
    """Add the vitamins that are only given in other units or parts."""
    added: dict[str, float] = {}
    in_iu = by_number.get(VITAMIN_D_IU)
    if "vitamin_d_ug" not in found and in_iu and in_iu[1] == "iu":
        added["vitamin_d_ug"] = round(vitamin_d_ug(in_iu[0]), DECIMALS)
    if "vitamin_a_rae_ug" not in found and (rae := vitamin_a_rae_ug(found)) is not None:
        added["vitamin_a_rae_ug"] = round(rae, 1)
    return added


def _portions(entry: Any) -> Iterator[Portion]:
    for each in _dicts(entry, "foodPortions"):
        amount, label = _label(each)
        yield from _portion(label, amount, _number(each.get("gramWeight")))
    household = _text(entry, "householdServingFullText") or "serving"
    amount, label = _counted(household)
    yield from _portion(label, amount, _number(entry.get("servingSize")))


def _portion(label: str, amount: float, grams: float | None) -> Iterator[Portion]:
    if label.casefold() not in NO_LABEL and grams and amount > 0:
        yield Portion(label=label[:120], amount=amount, grams=grams)


def _label(portion: Mapping[str, Any]) -> tuple[float, str]:
    """Read the three shapes: a measure and perhaps how it is filled, a modifier alone, a description with its number."""
    measure = portion.get("measureUnit")
    name, modifier = _text(measure, "name"), _text(portion, "modifier")
    amount = _number(portion.get("amount")) or 1.0
    if name.casefold() not in NO_LABEL:
        return amount, ", ".join(filter(None, [name, modifier]))
    if described := _text(portion, "portionDescription"):
        return _counted(described)
    return amount, "" if modifier.isdigit() else modifier


def _counted(text: str) -> tuple[float, str]:
    """Part `1 cup, sliced` or `1/2 cup` into the number and the rest."""
    if (found := _AMOUNT.match(text)) is None:
        return 1.0, text
    over, _, under = found[1].partition("/")
    return (float(over) / float(under) if under and float(under) else float(over)), found[2]

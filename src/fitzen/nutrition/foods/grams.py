"""What an amount of a food weighs: by its own household portions, and where it has none that fits, by a stated guess."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from fitzen.nutrition.foods.amounts import BRITISH_ML, MASS_G, VOLUME_ML, Amount, Locale
from fitzen.nutrition.foods.everyday import usual_portion
from fitzen.nutrition.foods.models import Food, Portion
from fitzen.nutrition.foods.words import words

LABEL_UNITS: Mapping[str, str] = {
    "cup": "cup", "tbsp": "tbsp", "tablespoon": "tbsp", "tablespoons": "tbsp", "tsp": "tsp", "teaspoon": "tsp",
    "teaspoons": "tsp", "fl": "fl oz", "fluid": "fl oz", "quart": "quart", "pint": "pint", "liter": "l",
}  # fmt: skip
SERVED = re.compile(r"^(?:serving|can|bottle|glass|cup|box)?\D{0,4}(\d+(?:\.\d+)?|1/2) ?(fl oz|cup|tbsp|tablespoon)\b")
"""`serving 8 fl oz`, `can 12 fl oz`, `serving 1/2 cup`: a label that gives its volume."""
SPOONS = frozenset({"tsp", "teaspoon", "tbsp", "tablespoon"})
LABEL_MASSES = frozenset({"oz", "ounce", "lb", "g", "grams", "ozs"})
SPOILT = ("pureed", "mashed", "melted", "whipped", "crushed", "ground", "crumb", "dry", "frozen", "unthawed", "powder")
"""Ways to fill a cup that are meant only where they are said."""
AS_IT_IS = ("", "whole", "not packed", "unpacked", "fluid")
DENSE_FROM_WATER = 70.0
LIQUID, SOLID = 1.0, 0.6
"""Grams a ml that are assumed of what has no portion by volume: of what is mostly water, and of the rest."""
DRY_BELOW = 20.0
"""g of water in 100 g, below which a handful is of nuts or dry fruit: an ounce."""
ALIKE: Mapping[str, Sequence[str]] = {
    "slice": ("slice", "slices", "piece", "wedge", "strip"),
    "strip": ("strip", "strips", "slice", "slices"),
    "piece": ("piece", "pieces", "each", "item", "unit", "fruit"),
    "can": ("can",),
    "bottle": ("bottle", "can or bottle", "can"),
    "serving": ("serving", "nlea serving", "portion", "container"),
    "clove": ("clove", "cloves"),
    "stalk": ("stalk", "stalks"),
    "stick": ("stick", "sticks", "stalk"),
    "spear": ("spear", "spears"),
    "sprig": ("sprig", "sprigs"),
    "leaf": ("leaf", "leaves"),
    "wedge": ("wedge", "slice"),
    "fillet": ("fillet", "steak", "piece", "breast"),
    "patty": ("patty", "pattie", "patties", "cake"),
    "link": ("link", "links", "sausage", "frankfurter"),
    "packet": ("packet", "individual packet", "package", "envelope", "bag", "box"),
    "bag": ("bag", "package", "packet"),
    "box": ("box", "drink box", "package"),
    "container": ("container", "package"),
    "glass": ("glass",),
    "bar": ("bar",),
    "scoop": ("scoop",),
    "sheet": ("sheet", "sheets"),
    "cube": ("cube", "cubic inch"),
}
"""The labels that a household unit goes by; a unit that is not here goes by its own name."""
POURED_ML: Mapping[str, float] = {
    "glass": 236.58824, "mug": 300.0, "can": 354.88, "bottle": 354.88, "shot": 44.36, "splash": 14.78676,
    "drizzle": 4.92892, "pinch": 0.30806, "dash": 0.61612,
}  # fmt: skip
"""What is taken for a vessel or a small amount of what has no such portion: US glass, can and jigger; 1/16 and 1/8 tsp."""
TAKEN_G: Mapping[str, float] = {
    "slice": 28.0, "strip": 15.0, "piece": 50.0, "can": 240.0, "serving": 100.0, "clove": 3.0, "stalk": 40.0,
    "stick": 40.0, "head": 500.0, "ear": 103.0, "spear": 16.0, "sprig": 1.0, "leaf": 8.0, "bunch": 100.0, "wedge": 40.0,
    "fillet": 150.0, "patty": 85.0, "link": 50.0, "cube": 15.0, "square": 10.0, "packet": 30.0, "bag": 30.0, "box": 100.0,
    "container": 170.0, "jar": 250.0, "bar": 40.0, "block": 250.0, "loaf": 450.0, "pat": 5.0, "knob": 10.0, "sheet": 3.0,
    "scoop": 30.0, "plate": 300.0, "handful": 30.0, "bowl": 300.0,
}  # fmt: skip
COUNTED = ("piece", "each", "item", "sandwich", "fruit", "unit", "serving", "portion")
BOWL_CUPS, HANDFUL_CUPS, HANDFUL_DRY_G = 1.5, 0.25, 28.349523125
BIG_BAG_G = 150.0
ODD_SIZES = re.compile(r"\b(?:mini|miniature|fun|snack|king|extra|thin)\b")
"""Of several portions of a kind, one of these is meant last."""
BOTTLE_ML: Mapping[str, float] = {"wine": 750.0, "water": 500.0}
"""Where it is not the bottle of a soft drink or beer."""
CUP_ML = VOLUME_ML["cup"]
UNSAID, GUESSED = 100.0, 0.3


class Weight(NamedTuple):
    """What it weighs, how sure that is, of 1, and of which unit or portion it is `amount` times."""

    grams: float
    sure: float
    amount: float
    unit: str


class Label(NamedTuple):
    """A label cut up: its first word, what follows before a comma or bracket, and the ml of one, if it is a volume."""

    first: str
    text: str
    rest: str
    ml: float | None


@lru_cache(maxsize=4096)
def _read(label: str) -> Label:
    text = label.casefold().strip()
    before = re.split(r"[,(]", text, maxsplit=1)[0].strip()
    first, _, more = before.partition(" ")
    unit = LABEL_UNITS.get(first)
    if unit == "fl oz":
        more = more.removeprefix("oz").removeprefix("ounce").strip()
    rest = " ".join(filter(None, [more, text[len(before) :].strip(" ,")]))
    if unit:
        return Label(first, before, rest, VOLUME_ML[unit])
    served = SERVED.match(text)
    if served is None:
        return Label(first, before, rest, None)
    count = 0.5 if served[1] == "1/2" else float(served[1])
    return Label(first, before, rest, count * VOLUME_ML[LABEL_UNITS.get(served[2].split()[0], "fl oz")])


def weigh(food: Food, amount: Amount | None, said: Sequence[str] = (), locale: Locale = "en-US") -> Weight:
    """Weigh an amount of a food; None is the usual one. `said` are the words for it, which may name a portion."""
    if amount is None:
        return _usual(food, said)
    if amount.unit is None:
        return _count(food, amount, said)
    found = _by_unit(food, amount, amount.unit, said, locale)
    return found._replace(grams=found.grams * amount.value, amount=amount.value, sure=found.sure * amount.sure)


def _by_unit(food: Food, amount: Amount, unit: str, said: Sequence[str], locale: Locale) -> Weight:
    if unit in MASS_G:
        if unit == "oz" and _is_drink(food):
            return _of_volume(food, _ml("fl oz", locale), said, unit, amount.value)._replace(sure=0.85)
        return Weight(MASS_G[unit], 1.0, 1.0, unit)
    if unit in VOLUME_ML:
        return _of_volume(food, _ml(unit, locale), said, unit, amount.value)
    if (special := _SPECIAL.get(unit)) and (found := special(food)) is not None:
        return Weight(found, 0.75, 1.0, unit)
    return _household(food, unit, amount.size, said)


def _ml(unit: str, locale: Locale) -> float:
    return BRITISH_ML.get(unit, VOLUME_ML[unit]) if locale == "en-GB" else VOLUME_ML[unit]


def _is_drink(food: Food) -> bool:
    return any(_read(each.label).text.startswith(("fl oz", "fluid")) for each in food.portions)


def _of_volume(food: Food, ml: float, said: Sequence[str], unit: str, times: float = 1.0) -> Weight:
    """Weigh one of a unit of so many ml, by the portion that fits best where there are so many `times` of it."""
    best = min(_volumes(food, ml, ml * times, said), key=lambda each: each[0], default=None)
    if best is not None:
        return Weight(best[1] * ml, 0.98, 1.0, unit)
    water = food.per_100g.get("water_g")
    return Weight(ml * (LIQUID if water is None or water >= DENSE_FROM_WATER else SOLID), 0.5, 1.0, unit)


def _volumes(food: Food, ml: float, total: float, said: Sequence[str]) -> Iterable[tuple[tuple[float, ...], float]]:
    """Give each portion by volume with how little it fits, and its grams a ml."""
    for place, portion in enumerate(food.portions):
        label = _read(portion.label)
        if label.ml is None:
            continue
        meant = bool(label.rest) and bool(set(words(label.rest)) & set(said))
        odd = any(label.rest.startswith(each) for each in SPOILT) or "yield" in label.rest
        plain = label.rest in AS_IT_IS or label.rest.startswith(("(8 fl", "whole"))
        far = max(label.ml, total) / max(min(label.ml, total), 0.001)
        same = abs(label.ml / ml - 1) < 0.05  # noqa: PLR2004 - a British fluid ounce is read off a US one
        yield (not meant, odd, not same, not plain, 0 if same else far, place), portion.grams_each / label.ml


def _household(food: Food, unit: str, size: str | None, said: Sequence[str]) -> Weight:
    labels = ALIKE.get(unit, (unit,))
    found = _labelled(food, ([f"{size} {unit}"] if size else []) + list(labels), size, said)
    if found is not None and not _is_for_many(found, unit, food):
        return Weight(found.grams_each, 0.95, 1.0, unit)
    usual = usual_portion(food.id, food.portions)
    if usual and (unit in {"serving", "bag", "packet", "scoop"} or (unit == "piece" and _is_countable(usual[1]))):
        return Weight(usual[0] * usual[1].grams_each, 0.75, 1.0, unit)
    if unit in POURED_ML and (_has_volume(food) or unit in {"pinch", "dash", "glass", "mug", "shot"}):
        return _of_volume(food, POURED_ML[unit], said, unit)._replace(sure=0.8)
    return Weight(TAKEN_G.get(unit, UNSAID), 0.4, 1.0, unit)


def _is_for_many(portion: Portion, unit: str, food: Food) -> bool:
    """Say whether it is a family's bag of what is dry: one who eats `a bag` has not eaten that."""
    dry = food.per_100g.get("water_g", 0.0) < DRY_BELOW
    return unit in {"bag", "packet", "box"} and dry and portion.grams_each > BIG_BAG_G


def _has_volume(food: Food) -> bool:
    return any(_read(each.label).ml is not None for each in food.portions)


def _labelled(food: Food, labels: Sequence[str], size: str | None, said: Sequence[str]) -> Portion | None:
    """Find the portion with the first of the labels that there is; of several, the one of that size, or medium."""
    for wanted in labels:
        fits = [each for each in food.portions if _starts(_read(each.label), wanted)]
        if fits:
            return min(fits, key=lambda each: _misfit(each, size, said))
    return None


def _starts(label: Label, wanted: str) -> bool:
    return label.text == wanted or label.text.startswith(f"{wanted} ")


def _misfit(portion: Portion, size: str | None, said: Sequence[str]) -> tuple[bool, bool, bool]:
    """Say how little a portion is the one meant: neither of the size said nor named; not medium; of an odd size."""
    text = portion.label.casefold()
    sized = re.search(rf"\b{size or 'medium|regular'}\b", text) is not None and (size != "large" or "extra" not in text)
    named = bool(set(words(_read(portion.label).rest)) & set(said))
    return (not (sized and size is not None) and not named, not sized, ODD_SIZES.search(text) is not None)


def _bowl(food: Food) -> float | None:
    cups = [each for each in food.portions if _read(each.label).ml is not None]
    return _of_volume(food, BOWL_CUPS * CUP_ML, (), "bowl").grams if cups else None


def _handful(food: Food) -> float | None:
    if food.per_100g.get("water_g", 0.0) < DRY_BELOW:
        return HANDFUL_DRY_G
    return _of_volume(food, HANDFUL_CUPS * CUP_ML, (), "handful").grams if _has_volume(food) else None


def _shot(food: Food) -> float | None:
    """Take a shot for a jigger, and of espresso for a fluid ounce."""
    label = "fluid ounce" if "espresso" in food.name.casefold() else "jigger"
    found = _labelled(food, (label,), None, ())
    return found.grams_each if found else None


def _glass(food: Food) -> float | None:
    """Take a glass of wine for the serving that the source gives; of what else has no glass, for 8 fl oz."""
    return next((each.grams_each for each in food.portions if each.label.startswith("serving 5 fl oz")), None)


def _bottle(food: Food) -> float | None:
    ml = next((ml for drink, ml in BOTTLE_ML.items() if drink in food.name.casefold()), None)
    return _of_volume(food, ml, (), "bottle").grams if ml else None


def _scoop_of_ice_cream(food: Food) -> float | None:
    return next((each.grams_each for each in food.portions if each.label.startswith("serving 1/2 cup")), None)


_SPECIAL: Mapping[str, Callable[[Food], float | None]] = {
    "bowl": _bowl,
    "handful": _handful,
    "shot": _shot,
    "glass": _glass,
    "bottle": _bottle,
    "scoop": _scoop_of_ice_cream,
}


def _count(food: Food, amount: Amount, said: Sequence[str]) -> Weight:
    portion, sure = _one(food, amount.size, said)
    return Weight(portion.grams_each * amount.value, sure * amount.sure, amount.value, _unit_name(portion))


def _unit_name(portion: Portion) -> str:
    return _read(portion.label).text or portion.label


def _one(food: Food, size: str | None, said: Sequence[str]) -> tuple[Portion, float]:
    """Find what one of a food is, and how sure that is: the first of the ways to find it that gives a portion."""
    return next((portion, sure) for portion, sure in _ones(food, size, said) if portion is not None)


def _ones(food: Food, size: str | None, said: Sequence[str]) -> Iterator[tuple[Portion | None, float]]:
    """Try the size said, the usual piece, what is named by the words said or by its own, what is like a piece."""
    usual = usual_portion(food.id, food.portions)
    piece = usual[1] if usual and _is_countable(usual[1]) else None
    yield (_sized(food, size, said) if size else None), 0.97
    yield (piece if piece and _is_of(piece, said) else None), 0.95
    yield _named(food, said, size), 0.95
    yield piece, 0.95
    yield _named(food, words(food.source_name or food.name), size), 0.85
    for text in ("medium", *COUNTED, "large", "small"):
        yield _labelled(food, (text,), size, said), 0.75
    yield (Portion(label="serving", grams=usual[0] * usual[1].grams_each) if usual else None), 0.6
    yield next(filter(_is_piece, food.portions), None), 0.6
    yield Portion(label="serving", grams=food.portions[0].grams if food.portions else UNSAID), GUESSED


def _sized(food: Food, size: str, said: Sequence[str]) -> Portion | None:
    fits = [each for each in food.portions if _is_sized(each.label.casefold(), size)]
    return min(fits, key=lambda each: _misfit(each, size, said), default=None)


def _is_sized(label: str, size: str) -> bool:
    head = re.split(r"\(", label, maxsplit=1)[0]
    return re.search(rf"(?<!extra )\b{size}\b", head) is not None and _read(label).ml is None


def _named(food: Food, said: Sequence[str], size: str | None) -> Portion | None:
    """Find a portion whose label begins with a word said: `breast`, `thigh without skin`, `cherry`, `grapes`."""
    fits = [each for each in food.portions if _is_piece(each) and _is_of(each, said)]
    return min(fits, key=lambda each: _misfit(each, size, said), default=None)


def _is_of(portion: Portion, said: Sequence[str]) -> bool:
    """Say whether the label begins with a word that was said."""
    return bool(set(said) & set(words(_read(portion.label).first)))


def _is_countable(portion: Portion) -> bool:
    """Say whether one counts it: pieces, and spoons, as in `two sugars`."""
    return _is_piece(portion) or _read(portion.label).first in SPOONS


def _is_piece(portion: Portion) -> bool:
    first = _read(portion.label).first
    return first not in LABEL_UNITS and first not in LABEL_MASSES


def _usual(food: Food, said: Sequence[str]) -> Weight:
    usual = usual_portion(food.id, food.portions)
    if usual:
        other = _is_piece(usual[1]) and not _is_of(usual[1], said)
        named = _named(food, said, None) if other else None
        portion = named or usual[1]
        count = 1.0 if named else usual[0]
        return Weight(count * portion.grams_each, 0.6, count, _unit_name(portion))
    portion, sure = _one(food, None, said)
    return Weight(portion.grams_each, min(0.5, sure), 1.0, _unit_name(portion))

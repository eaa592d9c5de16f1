"""From sums in words to an expression: percentages, products, units."""

import re

from fitzen.coach.builtin.lexicon import NUMBER_BUT_ARTICLE, number
from fitzen.coach.builtin.meant import Meant, call
from fitzen.coach.builtin.said import Said

UNITS = {
    "kg": r"kgs?|kilos?|kilograms?", "lb": r"lbs?|pounds?", "km": r"kms?|kilomet(?:re|er)s?|k", "mi": r"miles?|mi", "cm": r"cms?|centimet(?:re|er)s?", "in": r"in(?:ch(?:es)?)?",
    "m": r"met(?:re|er)s?|m", "ft": r"feet|foot|ft", "g": r"grams?|g", "oz": r"ounces?|oz", "st": r"stones?|st", "min": r"min(?:ute)?s?", "h": r"hours?|hrs?|h", "s": r"sec(?:ond)?s?",
    "ml": r"ml|millilit(?:re|er)s?", "l": r"lit(?:re|er)s?|l", "day": r"days?", "week": r"weeks?", "kcal": r"k?cal(?:orie)?s?", "kj": r"kj|kilojoules?",
}  # fmt: skip
FACTORS = {
    ("kg", "lb"): "/0.45359237", ("lb", "kg"): "*0.45359237", ("km", "mi"): "/1.609344", ("mi", "km"): "*1.609344", ("cm", "in"): "/2.54", ("in", "cm"): "*2.54",
    ("m", "ft"): "/0.3048", ("ft", "m"): "*0.3048", ("ft", "cm"): "*30.48", ("cm", "ft"): "/30.48", ("g", "oz"): "/28.349523125", ("oz", "g"): "*28.349523125",
    ("st", "kg"): "*6.35029318", ("kg", "st"): "/6.35029318", ("st", "lb"): "*14", ("lb", "st"): "/14", ("h", "min"): "*60", ("min", "h"): "/60", ("min", "s"): "*60",
    ("l", "ml"): "*1000", ("ml", "l"): "/1000", ("km", "m"): "*1000", ("m", "km"): "/1000", ("week", "day"): "*7", ("kcal", "kj"): "*4.184", ("kj", "kcal"): "/4.184",
    ("s", "min"): "/60", ("kg", "g"): "*1000", ("g", "kg"): "/1000",
}  # fmt: skip
"""By the international definitions of the yard and the pound (1959); a calorie is the thermochemical one."""
_WORDS = "|".join(f"(?P<{{0}}_{name}>{words})" for name, words in UNITS.items())
_FROM, _TO = (_WORDS.replace("{0}", side) for side in ("a", "b"))
CONVERT = (
    re.compile(rf"\b(?P<n>{NUMBER_BUT_ARTICLE}) ?(?:{_FROM}) (?:in|to|into|as|is how many|are how many) (?:{_TO})\b"),
    re.compile(
        rf"\bhow (?:many|much) (?:{_TO}) (?:is|are|in|do|makes?|there in|are in|are there in) (?P<n>{NUMBER_BUT_ARTICLE}) ?(?:{_FROM})\b"
    ),
)
OPERATORS = (
    (r"\bper ?cent of\b|% of\b", "/100*"), (r"\b(?:times|multiplied by|x|by)\b|x(?= ?\d)", "*"), (r"\b(?:plus|and|added to)\b", "+"), (r"\b(?:minus|less|take away)\b", "-"),
    (r"\b(?:divided by|over)\b|÷", "/"),
)  # fmt: skip
EXPRESSION = re.compile(r"\(?\d+(?:\.\d+)?(?:(?:/100\*|[-+*/])\(?\d+(?:\.\d+)?\)?)+")


SHARE = re.compile(r"(?P<part>\d+(?:\.\d+)?)/100\*(?P<whole>\d+(?:\.\d+)?)")
UNIT_WORDS = {"kg": "kg", "lb": "lb", "km": "km", "mi": "miles", "cm": "cm", "in": "in", "m": "m", "ft": "ft", "g": "g", "oz": "oz", "st": "stone", "min": "minutes",
              "h": "hours", "s": "seconds", "ml": "ml", "l": "l", "day": "days", "kcal": "kcal", "kj": "kJ"}  # fmt: skip


def calculation(said: Said) -> Meant | None:
    """Return the expression of a sum, with what comes out; None where there is none to reckon."""
    text = re.sub(r"(?<=\d),(?=\d{3})", "", said.text)
    for pattern in CONVERT:
        if match := pattern.search(text):
            one, other = (next(name for name in UNITS if match[f"{side}_{name}"]) for side in ("a", "b"))
            if factor := FACTORS.get((one, other)):
                amount = f"{number(match['n']):g}"
                return call(
                    "calculate",
                    expression=f"{amount}{factor}",
                    of=f"{amount} {UNIT_WORDS[one]}",
                    unit=UNIT_WORDS[other],
                )
    for pattern_, sign in OPERATORS:
        text = re.sub(pattern_, sign, text)
    text = re.sub(
        r"(?<=\d) ?(?:kgs?|lbs?|kcal|cals?|calories|g|grams?|km|min(?:ute)?s?|days?|weeks?|reps|sets)\b", "", text
    )
    found = EXPRESSION.search(re.sub(r"(?<=[\d)*/+-]) +(?=[\d(*/+-])", "", text))
    if not found:
        return None
    share = SHARE.fullmatch(found[0])
    return call("calculate", expression=found[0], of=f"{share['part']}% of {share['whole']}" if share else found[0])


MAKERS = {"calculate": calculation}

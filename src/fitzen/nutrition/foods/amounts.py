"""How much is said: numbers, fractions, ranges, sizes and units, in a row of tokens."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from fitzen.nutrition.foods.words import singular
from fitzen.words import plain

Locale = Literal["en-US", "en-GB", "es"]
"""In Spanish, pints and the like are those of the United States."""

MASS_G: Mapping[str, float] = {
    "g": 1.0,
    "kg": 1000.0,
    "mg": 0.001,
    "oz": 28.349523125,
    "lb": 453.59237,
    "stone": 6350.29,
}
VOLUME_ML: Mapping[str, float] = {
    "ml": 1.0, "cl": 10.0, "dl": 100.0, "l": 1000.0, "tsp": 4.92892, "dessertspoon": 10.0, "tbsp": 14.78676,
    "fl oz": 29.57353, "cup": 236.58824, "pint": 473.17647, "quart": 946.35295, "gallon": 3785.4118,
}  # fmt: skip
"""US customary units; the cups and spoons of the USDA are these."""
WEIGHED = frozenset({*MASS_G, *VOLUME_ML})
BRITISH_ML: Mapping[str, float] = {"fl oz": 28.41306, "pint": 568.26125, "quart": 1136.5225, "gallon": 4546.09}
UNITS: Mapping[str, str] = {
    "g": "g", "gr": "g", "gm": "g", "gram": "g", "gramme": "g", "gramo": "g", "kg": "kg", "kilo": "kg", "kilogram": "kg",
    "mg": "mg", "milligram": "mg", "oz": "oz", "ounce": "oz", "lb": "lb", "lbs": "lb", "pound": "lb", "ml": "ml",
    "millilitre": "ml", "milliliter": "ml", "cc": "ml", "mls": "ml", "cl": "cl", "dl": "dl", "l": "l", "litre": "l",
    "liter": "l", "ltr": "l", "litro": "l", "tsp": "tsp", "tsps": "tsp", "teaspoon": "tsp", "teaspoonful": "tsp",
    "dessertspoon": "dessertspoon", "tbsp": "tbsp", "tbs": "tbsp", "tbsps": "tbsp", "tablespoon": "tbsp",
    "tablespoonful": "tbsp", "spoon": "tbsp", "spoonful": "tbsp", "cup": "cup", "cupful": "cup", "taza": "cup", "pint": "pint",
    "pt": "pint", "quart": "quart", "gallon": "gallon", "mililitro": "ml", "onza": "oz", "libra": "lb", "cucharada": "tbsp",
    "cda": "tbsp", "cuchara": "tbsp", "cucharadita": "tsp", "cdta": "tsp", "cdita": "tsp",
}  # fmt: skip
HOUSEHOLD: Mapping[str, str] = {
    "slice": "slice", "rasher": "slice", "strip": "strip", "piece": "piece", "bit": "piece", "chunk": "piece", "can": "can",
    "tin": "can", "bottle": "bottle", "bowl": "bowl", "bowlful": "bowl", "glass": "glass", "mug": "mug", "handful": "handful",
    "scoop": "scoop", "serving": "serving", "portion": "serving", "helping": "serving", "pinch": "pinch", "dash": "dash",
    "clove": "clove", "stalk": "stalk", "stick": "stick", "head": "head", "ear": "ear", "cob": "ear", "spear": "spear",
    "sprig": "sprig", "leaf": "leaf", "bunch": "bunch", "wedge": "wedge", "segment": "wedge", "fillet": "fillet",
    "filet": "fillet", "patty": "patty", "link": "link", "cube": "cube", "square": "square", "packet": "packet",
    "pack": "packet", "package": "packet", "sachet": "packet", "bag": "bag", "box": "box", "pot": "container",
    "tub": "container", "carton": "container", "container": "container", "jar": "jar", "bar": "bar", "block": "block",
    "loaf": "loaf", "pat": "pat", "knob": "knob", "splash": "splash", "drizzle": "drizzle", "shot": "shot", "plate": "plate",
    "plateful": "plate", "sheet": "sheet", "rebanada": "slice", "vaso": "glass", "lata": "can", "item": "piece",
    "loncha": "slice", "lonja": "slice", "tajada": "slice", "plato": "plate", "punado": "handful",
    "porcion": "serving", "porcione": "serving", "racion": "serving", "racione": "serving", "trozo": "piece", "pedazo": "piece",
    "unidad": "piece", "unidade": "piece", "pieza": "piece", "botella": "bottle", "bol": "bowl", "tazon": "bowl",
    "cuenco": "bowl", "copa": "glass", "pizca": "pinch", "chorrito": "splash", "chorro": "splash", "paquete": "packet",
    "bolsa": "bag", "cazo": "scoop",
}  # fmt: skip
SIZES: Mapping[str, str] = {
    "small": "small", "little": "small", "mini": "mini", "medium": "medium", "regular": "medium", "large": "large",
    "big": "large", "huge": "large", "jumbo": "jumbo", "xl": "extra large",
    "pequeno": "small", "pequena": "small", "pequenos": "small", "pequenas": "small", "mediano": "medium",
    "mediana": "medium", "medianos": "medium", "medianas": "medium", "grande": "large", "grandes": "large",
}  # fmt: skip
HEAPED: Mapping[str, float] = {"heaped": 1.5, "heaping": 1.5, "rounded": 1.25, "level": 1.0, "scant": 0.9}
NUMBERS: Mapping[str, float] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "single": 1,
    "uno": 1, "una": 1, "un": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7,
    "ocho": 8, "nueve": 9, "diez": 10, "doce": 12, "quince": 15, "veinte": 20, "treinta": 30, "cuarenta": 40,
    "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100,
    "doscientos": 200, "trescientos": 300,
}  # fmt: skip
TIMES = frozenset({"x", "\u00d7", "*"})
HUNDRED, TENS = 100.0, (20, 90)
ARTICLES = frozenset({"a", "an"})
VAGUE: Mapping[str, float] = {"couple": 2, "few": 3, "several": 4, "dozen": 12, "pair": 2}
PARTS: Mapping[str, float] = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fourth": 1 / 4, "eighth": 1 / 8, "fifth": 1 / 5, "medio": 1 / 2,
    "media": 1 / 2,
}  # fmt: skip
GLYPHS: Mapping[str, float] = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6,
    "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
VESSELS = frozenset(
    {"can", "tin", "bottle", "glass", "carton", "pack", "packet", "bag", "tub", "pot", "jar", "box", "bar"}
)
LED = frozenset({"slice", "bowl", "glass", "handful", "scoop", "mug"})
"""Units that are one of it also without `of`: `bowl cereal`."""
ABOUT = frozenset({"about", "around", "approx", "approximately", "roughly", "circa", "ca", "nearly", "almost", "maybe"})
MOST, MOST_ABOUT = 100_000.0, 3
NAMES = frozenset(
    {
        ("big", "mac"),
        ("little", "gem"),
        ("quarter", "pounder"),
        ("single", "cream"),
        ("mini", "wheats"),
        ("half", "and"),
        ("half", "&"),
    }
)
"""Words that begin like an amount but are the beginning of a name."""
DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16})

_TOKEN = re.compile(
    r"(?P<word>7\s?-?up\b|v8\b|m\s?&\s?m'?s?\b|w/o?(?!\w)|\d{1,3}(?:[.,]\d{1,2})?\s?%|\d{1,2}\s?-?(?:\"|\u201d|''|inch(?:es)?\b))"
    r"|(?P<fraction>\d{1,3}\s?[/\u2044]\s?\d{1,3}(?![\d.]))"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d{1,7}(?:[.,]\d{1,4})?(?!\d))"
    r"|(?P<glyph>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞])"
    r"|(?P<letters>[^\W\d_]+(?:['\u2019][^\W\d_]+)*)"
    r"|(?P<long>\d+)"
    r"|(?P<mark>\n|[^\s\w])",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A piece of the text; `word` is it in lower case, `value` what a number says."""

    word: str
    start: int
    end: int
    kind: str
    value: float = 0.0

    @property
    def unit(self) -> str:
        return singular(self.word)


class Amount(NamedTuple):
    """How much: so many of a unit or a size, or, with neither, of the food. `sure` is less for what is vague."""

    value: float
    unit: str | None = None
    size: str | None = None
    sure: float = 1.0

    @property
    def weighed(self) -> bool:
        return self.unit in WEIGHED


def tokens(text: str) -> list[Token]:
    return [_token(match) for match in _TOKEN.finditer(text)]


def _token(match: re.Match[str]) -> Token:
    kind, text = str(match.lastgroup), match.group()
    word = plain(text)
    if kind == "fraction":
        over, under = (int(part) for part in re.split(r"\s?[/\u2044]\s?", text))
        if under in DENOMINATORS and over < 4 * under:
            return Token(word, match.start(), match.end(), "number", over / under)
        kind = "letters"
    if kind == "number":
        return Token(word, match.start(), match.end(), kind, _number(text))
    if kind == "glyph":
        return Token(word, match.start(), match.end(), kind, GLYPHS[text])
    return Token(word, match.start(), match.end(), "letters" if kind in {"word", "long"} else kind)


def _number(text: str) -> float:
    """Read a number; a comma before three digits parts thousands, any other is the point of a decimal."""
    thousands = re.fullmatch(r"[1-9]\d{0,2}(,\d{3})+", text)
    return float(text.replace(",", "" if thousands else "."))


class Reader:
    """Reads an amount at a place in a row of tokens. Every method gives back where the next token is."""

    def __init__(self, row: Sequence[Token]) -> None:
        self._row = row

    def word(self, at: int) -> str:
        return self._row[at].word if 0 <= at < len(self._row) else ""

    def _is(self, at: int, kind: str) -> bool:
        return 0 <= at < len(self._row) and self._row[at].kind == kind

    def amount(self, at: int) -> tuple[Amount, int] | None:
        """Read `2 x 150 g`, `one and a half cups of`, `two large`, `about 100 g`, `slice of`; None where there is none."""
        start = at
        while at - start < MOST_ABOUT and (self.word(at) in ABOUT or self.word(at) == "~"):
            at += 1
        sure = 0.95 if at > start else 1.0
        number = self._range(at)
        if number is None:
            return self._unit_alone(at, sure)
        value, at, how_sure = number
        times = self._times(at)
        second = self._range(at if times is None else times)
        if second is not None and (times is not None or self._unit(second[1])[0] in WEIGHED):
            value, at = value * second[0], second[1]
        elif times is not None:
            at = times
        return self._measured(min(value, MOST), at, sure * how_sure)

    def _measured(self, value: float, at: int, sure: float) -> tuple[Amount, int]:
        size, at = self._size(at)
        heap = HEAPED.get(self.word(at), 1.0)
        at += self.word(at) in HEAPED
        unit, after = self._unit(at)
        if unit is None and size is None:
            at = self._of(at)
        elif unit is not None:
            at = self._of(self._vessel(after) if unit in WEIGHED else after)
        if size is None:
            size, at = self._size(at)
        return Amount(value * heap, unit, size, sure), at

    def _vessel(self, at: int) -> int:
        """Pass over the can in `12 oz can of beer`: what it holds is said."""
        vessel = self._is(at, "letters") and self._row[at].unit in VESSELS and self._is(at + 1, "letters")
        return at + 1 if vessel else at

    def _of(self, at: int) -> int:
        while self.word(at) in {"of", "de", "the"} and at < len(self._row):
            at += 1
        return at

    def _times(self, at: int) -> int | None:
        return at + 1 if self.word(at) in TIMES else None

    def _unit_alone(self, at: int, sure: float) -> tuple[Amount, int] | None:
        """Read `slice of`, `cup of`, `small bowl of`, `large`: one of it."""
        size, after = self._size(at)
        unit, behind = self._unit(after)
        alone = unit in VOLUME_ML or (
            unit in LED and self._is(behind, "letters") and self.word(behind) not in {"and", "with"}
        )
        if unit is None or self._begins_name(after) or not (self.word(behind) in {"of", "de"} or alone):
            return None if size is None else (Amount(1.0, None, size, sure * 0.95), after)
        after = behind
        return Amount(1.0, unit, size, sure * 0.95), self._of(after)

    def _range(self, at: int) -> tuple[float, int, float] | None:
        if self.word(at) in TIMES and self._is(at + 1, "number"):
            return self._row[at + 1].value, at + 2, 1.0
        first = self._value(at)
        if first is None:
            return None
        value, after, sure = first
        if self.word(after) in {"-", "\u2013", "\u2014", "to", "or"} and (second := self._value(after + 1)):
            return (value + second[0]) / 2, second[1], 0.85
        return value, after, sure

    def _value(self, at: int) -> tuple[float, int, float] | None:
        """Read one number, in figures or words, with the part that follows it: `1 1/2`, `one and a half`, `half a`."""
        if self._is(at, "number") or self._is(at, "glyph"):
            hundreds = self.word(at + 1) == "hundred"
            value = self._row[at].value * (HUNDRED if hundreds else 1)
            return (*self._with_part(value, at + 1 + hundreds), 1.0)
        if self._begins_name(at):
            return None
        if self.word(at) in NUMBERS:
            found, after = self._with_part(*self._number_word(at))
            return (*self._counted(found, after), 1.0)
        if self.word(at) in ARTICLES and at + 1 < len(self._row):
            return self._part_or_vague(at + 1) or (*self._with_part(1.0, at + 1), 1.0)
        return self._part_or_vague(at)

    def _part_or_vague(self, at: int) -> tuple[float, int, float] | None:
        """Read `half a`, `dozen`, `couple of`; None where there is none."""
        word = self.word(at)
        if self._begins_name(at):
            return None
        if word in PARTS:
            return self._part(PARTS[word], at + 1)
        if word in VAGUE:
            return VAGUE[word], self._of(at + 1), 1.0 if word in {"dozen", "pair"} else 0.85
        return None

    def _number_word(self, at: int) -> tuple[float, int]:
        """Read `twenty five`, `two hundred`, `hundred`."""
        value, at = NUMBERS[self.word(at)], at + 1
        units = NUMBERS.get(self.word(at), 0.0)
        if (TENS[0] <= value <= TENS[1] and 0 < units < TENS[0] / 2) or (value >= HUNDRED and 0 < units < HUNDRED):
            value, at = value + units, at + 1
        return (value * HUNDRED, at + 1) if value < HUNDRED and self.word(at) == "hundred" else (value, at)

    def _begins_name(self, at: int) -> bool:
        return (self.word(at), self.word(at + 1)) in NAMES and (
            self.word(at + 1) not in {"and", "&"} or self.word(at + 2) == "half"
        )

    def _with_part(self, value: float, at: int) -> tuple[float, int]:
        """Add `1/2`, `½`, `and a half`; `three quarters` is a product, as is `two dozen`."""
        if self._is(at, "glyph") or (self._is(at, "number") and "/" in self.word(at)):
            return value + self._row[at].value, at + 1
        after = at + 1 if self.word(at) == "and" else at
        after_article = after + 1 if self.word(after) in ARTICLES else after
        part = PARTS.get(singular(self.word(after_article)))
        if part is None:
            return self._counted(value, at)
        if after == at:
            return (
                (value * part, self._article(self._of(after_article + 1))) if value > 1 or part < 1 / 2 else (value, at)
            )
        return value + part, after_article + 1

    def _counted(self, value: float, at: int) -> tuple[float, int]:
        return (value * VAGUE["dozen"], self._of(at + 1)) if self.word(at) == "dozen" else (value, at)

    def _part(self, part: float, at: int) -> tuple[float, int, float]:
        """Read on after `half`: `of`, `a`, `a dozen`."""
        value, after = self._counted(part, self._article(self._of(at)))
        return value, after, 1.0

    def _article(self, at: int) -> int:
        return at + 1 if self.word(at) in ARTICLES else at

    def _size(self, at: int) -> tuple[str | None, int]:
        word = self.word(at)
        if word == "extra" and self.word(at + 1) == "large":
            return "extra large", at + 2
        size = None if self._begins_name(at) else SIZES.get(word)
        sized = size is not None and at + 1 < len(self._row) and self.word(at + 1) not in {"-", "%"}
        return (size, at + 1) if sized else (None, at)

    def _unit(self, at: int) -> tuple[str | None, int]:
        if not self._is(at, "letters"):
            return None, at
        word = self._row[at].unit
        if self.word(at).rstrip("s") in {"fl", "fluid"} and UNITS.get(singular(self.word(at + 1))) == "oz":
            return "fl oz", at + 2
        if word in UNITS or self.word(at) in UNITS:
            return UNITS.get(word) or UNITS[self.word(at)], at + 1 + (
                self.word(at + 1) == "." and self._is(at + 2, "letters")
            )
        return (HOUSEHOLD[word], at + 1) if word in HOUSEHOLD else (None, at)

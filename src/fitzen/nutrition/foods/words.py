"""Words of foods in one form: lower case, no accents, singular, British and American spellings alike."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from fitzen.words import plain

SAME: Mapping[str, str] = {
    "aubergine": "eggplant",
    "avo": "avocado",
    "barbeque": "barbecue",
    "bbq": "barbecue",
    "beetroot": "beet",
    "brinjal": "eggplant",
    "broil": "broiled",
    "cacao": "cocoa",
    "catsup": "ketchup",
    "chile": "chili",
    "chilli": "chili",
    "chily": "chili",
    "choc": "chocolate",
    "choco": "chocolate",
    "courgette": "zucchini",
    "decaf": "decaffeinated",
    "donut": "doughnut",
    "evoo": "olive oil",
    "fibre": "fiber",
    "flavour": "flavor",
    "flavoured": "flavored",
    "garbanzo": "chickpea",
    "houmous": "hummus",
    "humous": "hummus",
    "humus": "hummus",
    "lasagne": "lasagna",
    "lite": "light",
    "lowfat": "low fat",
    "maize": "corn",
    "mayo": "mayonnaise",
    "mince": "ground",
    "minced": "ground",
    "natural": "plain",
    "oj": "orange juice",
    "omelette": "omelet",
    "percent": "%",
    "pitta": "pita",
    "prawn": "shrimp",
    "rasher": "slice",
    "roast": "roasted",
    "rocket": "arugula",
    "scramble": "scrambled",
    "skimmed": "skim",
    "soya": "soy",
    "soymilk": "soy milk",
    "spag": "spaghetti",
    "spud": "potato",
    "sultana": "raisin",
    "swede": "rutabaga",
    "sweetcorn": "sweet corn",
    "tinned": "canned",
    "tin": "can",
    "toasty": "toasted",
    "uncooked": "raw",
    "veg": "vegetable",
    "veggy": "vegetable",
    "whiskey": "whisky",
    "wholegrain": "whole grain",
    "wholemeal": "whole wheat",
    "wholewheat": "whole wheat",
    "without": "no",
    "yoghurt": "yogurt",
    "yogourt": "yogurt",
    "zero": "diet",
    # Spanish
    "aceite": "oil",
    "agua": "water",
    "aguacate": "avocado",
    "arroz": "rice",
    "atun": "tuna",
    "avena": "oat",
    "azucar": "sugar",
    "cafe": "coffee",
    "carne": "beef",
    "cebolla": "onion",
    "cerveza": "beer",
    "fresa": "strawberry",
    "gamba": "shrimp",
    "huevo": "egg",
    "jamon": "ham",
    "leche": "milk",
    "lenteja": "lentil",
    "mantequilla": "butter",
    "manzana": "apple",
    "naranja": "orange",
    "patata": "potato",
    "pescado": "fish",
    "platano": "banana",
    "pollo": "chicken",
    "tomate": "tomato",
    "zanahoria": "carrot",
}
"""Words that are another word, or several, wherever they stand."""
FILLERS = frozenset(
    "a an the of with in and or on for some my from made by to at as & n plus de con y la el un una includes".split()  # noqa: SIM905
)
IRREGULAR: Mapping[str, str] = {
    "leaves": "leaf",
    "loaves": "loaf",
    "halves": "half",
    "calves": "calf",
    "knives": "knife",
    "geese": "goose",
    "oats": "oat",
    "does": "does",
    "gas": "gas",
    "aguacates": "aguacate",
}
_WORD = re.compile(r"\d+(?:\.\d+)?%?|[^\W\d_]+|%")
_APOSTROPHES = str.maketrans("", "", "'\u2019\u2018`")
MAX_WORD = 40


def words(text: str) -> tuple[str, ...]:
    """Cut a name or a query into words, without those that say nothing."""
    found = [part for word in _cut(text) for part in _form(word) if part not in FILLERS]
    return tuple(_percents(found) if "%" in found else found)


def _cut(text: str) -> list[str]:
    return [word[:MAX_WORD] for word in _WORD.findall(plain(text).translate(_APOSTROPHES))]


@lru_cache(maxsize=16384)
def _form(word: str) -> tuple[str, ...]:
    one = word if word in SAME else singular(word)
    return tuple(singular(part) for part in SAME.get(one, one).split())


def _percents(found: Iterable[str]) -> Iterator[str]:
    """Join a number and the sign or word of per cent after it."""
    before = ""
    for word in found:
        if word == "%" and before[-1:].isdigit():
            before += "%"
        else:
            if before:
                yield before
            before = word
    if before:
        yield before


def singular(word: str) -> str:
    """Return one form for singular and plural. It need not be a word: `cookies` and `cookie` are both `cooky`."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) <= 3 or not word[0].isalpha():  # noqa: PLR2004 - `gas`, `2%`
        return word
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("ie") and len(word) > 3:  # noqa: PLR2004 - `pie`
        return word[:-2] + "y"
    if word.endswith(("oe", "che")) and len(word) > 4:  # noqa: PLR2004 - `tomatoe`, `quiche`
        return word[:-1]
    return word

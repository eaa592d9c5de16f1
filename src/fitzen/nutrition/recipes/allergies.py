"""What a person must not be served, from the words in which they say it, in English or Spanish.

The words of a profile become the allergens of the library. A word that the table does not have is looked for in the
names of ingredients, and is to be said back, so that the person can name it otherwise. Unsure counts against a dish.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from fitzen.nutrition.recipes import library
from fitzen.nutrition.recipes.models import ALLERGENS, Allergen, Recipe
from fitzen.nutrition.recipes.search import words
from fitzen.records import Json

GROUPS: tuple[tuple[str, str], ...] = (
    ("gluten", "gluten; celiac; coeliac; celiaco; celiaca; celiaquia; wheat; trigo; barley; cebada; rye; centeno; spelt; espelta"),
    ("gluten", "flour; harina; bread; pan; toast; bagel; pasta; spaghetti; macaroni; noodle; fideo; couscous; cuscus; bulgur; seitan"),
    ("gluten", "semolina; cracker; biscuit; galleta; pizza; pita; naan; croissant; baguette; udon; ramen; soba; orzo; panko; breadcrumb"),
    ("gluten", "beer; cerveza; malt; malta; oat; oatmeal; avena; porridge; muesli; granola; muffin"),
    ("gluten wheat", "flour tortilla; wheat tortilla; wrap"),
    ("crustaceans", "crustacean; crustaceo; prawn; shrimp; gamba; langostino; camaron; crab; cangrejo; lobster; langosta; crayfish"),
    ("crustaceans molluscs", "shellfish; marisco"),
    ("crustaceans molluscs fish", "seafood; paella"),
    ("eggs", "egg; huevo; omelette; omelet; tortilla espanola; tortilla de patata; frittata; mayonnaise; mayo; mayonesa; aioli; alioli"),
    ("eggs milk", "custard; natilla; quiche"),
    ("eggs", "meringue; merengue; albumin; albumen"),
    ("fish", "fish; pescado; pez; salmon; tuna; atun; cod; bacalao; trout; trucha; mackerel; caballa; sardine; sardina"),
    ("fish", "anchovy; anchoa; boqueron; hake; merluza; haddock; herring; arenque; sea bass; lubina; tilapia; halibut; sushi; caviar"),
    ("fish", "fish sauce; worcestershire"),
    ("peanuts", "peanut; peanut butter; cacahuete; cacahuate; mani; groundnut; satay; crema de cacahuete; mantequilla de cacahuete"),
    ("soy", "soy; soya; soybean; soyabean; soja; tofu; tempeh; edamame; miso; natto; soy milk; soya milk; soy yogurt; soya yogurt; soy yoghurt"),
    ("soy", "leche de soja; textured vegetable protein; tvp"),
    ("soy gluten", "soy sauce; soya sauce; salsa de soja; teriyaki; hoisin"),
    ("milk", "milk; leche; dairy; lacteo; lactose; lactosa; cheese; queso; yogurt; yoghurt; yogur; skyr; kefir; butter; mantequilla; ghee"),
    ("milk", "cream; nata; crema; buttermilk; whey; suero; casein; caseina; ricotta; mozzarella; parmesan; parmesano; feta; cheddar"),
    ("milk", "halloumi; paneer; quark; brie; mascarpone; ice cream; helado; cow; vaca; cottage cheese; fromage frais; latte; cappuccino"),
    ("milk nuts", "nutella; pesto; praline; nougat; turron"),
    ("nuts peanuts", "nut; fruto seco; fruto de cascara; frutos secos"),
    ("nuts", "tree nut; almond; almendra; hazelnut; avellana; walnut; nuez; nueces; cashew; cashew nut; nuez de brasil; anacardo; pecan; pacana; brazil nut; pistachio"),
    ("nuts", "pistacho; macadamia; marzipan; mazapan; almond milk; leche de almendra; cashew milk; hazelnut milk; almond butter"),
    ("nuts", "cashew butter; hazelnut butter; nut butter; frangipane; nut milk; almond flour"),
    ("celery", "celery; celeriac; apio; apionabo"),
    ("mustard", "mustard; mostaza; dijon"),
    ("sesame", "sesame; sesamo; ajonjoli; tahini; tahin; hummus; halva; zaatar"),
    ("sulphites", "sulphite; sulfite; sulfito; sulphur dioxide; sulfur dioxide; wine; vino; dried apricot; apricot dried; balsamic vinegar"),
    ("lupin", "lupin; lupine; altramuz; altramuces; chocho"),
    ("molluscs", "mollusc; mollusk; molusco; mussel; mejillon; clam; almeja; oyster; ostra; scallop; vieira; squid; calamari; calamar"),
    ("molluscs", "octopus; pulpo; cuttlefish; sepia; snail; caracol; oyster sauce"),
    ("gluten", "oat milk; leche de avena"),
    ("", "rice milk; coconut milk; plant milk; plant-based milk; leche de coco; leche de arroz; coconut yogurt; coconut yoghurt"),
    ("", "coconut cream; vegan cheese; vegan butter; cocoa butter; cacao butter; shea butter; butter bean; body butter; pine nut"),
    ("", "water chestnut; rice noodle; glass noodle; rice pasta; corn pasta; lentil pasta; chickpea pasta; corn tortilla; rice cracker"),
    ("", "almond shaped; butternut squash; egg plant; nut meg; cream of tartar; ice bath; rice flour; corn flour; coconut flour"),
    ("", "tortilla de maiz; pan de maiz; vegan mayo; dairy-free milk; pan fried; pan-fried; frying pan; pan seared; hot pan"),
)  # fmt: skip
"""Allergens, and words that mean them or are made with them, in the singular and without accents; the longest wins. The
last group has words that sound like an allergen and are none. Oats are gluten for who says nothing else (EU 828/2014)."""
SPANISH = re.compile(r"\b(?:el|la|los|las|con|de|del|una?|tu|tus|y|para)\b")
ONLY_SPANISH = frozenset({"pan", "pez", "mani", "chocho"})
"""Words that are another thing in English: `in a hot pan`. They count in a text that is Spanish, or that is nothing else."""
NOTHING = frozenset({"", "none", "no", "nothing", "nil", "na", "ninguna", "ninguno", "nada", "not any"})
ALIKE, LONG = 86, 5
"""How alike, of 100, a word must be to one of the table to be the same with a typing error; shorter ones must be right."""
FREE = re.compile(
    r"\b[\w-]+(?:-| )free\b(?: [\w-]+)?"
    r"|\b(?:without|no|not|avoid\w*|skip\w*|leave out|leaving out|instead of|free (?:of|from)|never|swap\w* (?:the|out)?|sin|evita\w*|en vez de)"
    r"(?: any| the| all| your| la| el| los| las)? [\w-]+(?:(?:,| or| and| nor| y| o| ni) [\w-]+)*"
)
"""What is said not to be in a dish: `dairy-free yogurt`, `without nuts or milk`."""


class Avoids(NamedTuple):
    """What must not be served: allergens of the library, and words that are looked for in the names of ingredients."""

    allergens: frozenset[Allergen]
    words: tuple[str, ...] = ()


def avoids(profile: Json) -> Avoids:
    """Return what the allergies of a profile forbid. `words` are those that no allergen is known for: say them back."""
    found: set[Allergen] = set()
    unknown = []
    for said in profile.get("dietary", {}).get("allergies", ()):
        meant = named_in(said) or _nearly(said)
        found |= meant
        if not meant and " ".join(_tokens(said)) not in NOTHING:
            unknown.append(said)
    return Avoids(frozenset(found), tuple(unknown))


def allergens_of(profile: Json) -> frozenset[Allergen]:
    """Return the allergens of the library that a person's words mean."""
    return avoids(profile).allergens


def clashes(avoided: Avoids, recipe: Recipe) -> list[str]:
    """List what a shipped recipe has, or may have, of what must not be served; empty: it may be."""
    names = [food.name for food in library.foods_of(recipe.ingredients)]
    names += [recipe.name, *(each.label for each in recipe.ingredients)]
    certain = {*recipe.allergens, *recipe.may_contain}
    return [*(each for each in ALLERGENS if each in avoided.allergens & certain), *_words_in(avoided.words, names)]


def clashes_in_names(avoided: Avoids, names: Iterable[str]) -> list[str]:
    """List the same for food of which only names are known: a person's own recipe, a food, a dish that is spoken of."""
    every = list(names)
    named = frozenset[Allergen]().union(*(named_in(name) for name in every))
    return [*(each for each in ALLERGENS if each in avoided.allergens & named), *_words_in(avoided.words, every)]


def named_in(text: str) -> frozenset[Allergen]:
    """Return the allergens that a text speaks of: `satay with tofu` has peanuts and soy."""
    return frozenset(allergen for _, allergens in mentions(text) for allergen in allergens)


def offered_in(text: str) -> frozenset[Allergen]:
    """Return the same, without what the text says is left out: `dairy-free yogurt`, `no nuts`."""
    left = offered_text(text)
    english = SPANISH.search(left) is None
    offered = (allergens for phrase, allergens in mentions(left) if not (english and phrase in ONLY_SPANISH))
    return frozenset[Allergen]().union(*offered)


def offered_text(text: str) -> str:
    """Return a text without what it says is left out."""
    return FREE.sub(" ", text.casefold())


def mentions(text: str) -> Iterator[tuple[str, frozenset[Allergen]]]:
    """Yield each phrase of the table in a text, longest first where they overlap, with its allergens."""
    tokens = _tokens(text)
    at = 0
    while at < len(tokens):
        for length in range(min(_longest(), len(tokens) - at), 0, -1):
            phrase = " ".join(tokens[at : at + length])
            if phrase in _table():
                yield phrase, _table()[phrase]
                at += length
                break
        else:
            at += 1


@cache
def _table() -> Mapping[str, frozenset[Allergen]]:
    """Return the phrases, each as `_tokens` cuts it."""
    by_id: dict[str, Allergen] = {str(each): each for each in ALLERGENS}
    found: dict[str, frozenset[Allergen]] = {}
    for group, phrases in GROUPS:
        allergens = frozenset(by_id[name] for name in group.split() if name in by_id)
        for phrase in phrases.split(";"):
            found[" ".join(_tokens(phrase))] = allergens
    return found


@cache
def _longest() -> int:
    return max(len(phrase.split()) for phrase in _table())


def _tokens(text: str) -> list[str]:
    return words(text)


def _nearly(said: str) -> frozenset[Allergen]:
    """Return what a word with a typing error means; what is an ingredient's own name has none."""
    found: set[Allergen] = set()
    for word in _tokens(said):
        best = process.extractOne(word, _table().keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
        if len(word) >= LONG and word not in _ingredients() and best:
            found |= _table()[best[0]]
    return frozenset(found)


@cache
def _ingredients() -> frozenset[str]:
    return frozenset(word for food in library.foods().values() for word in words(food.name))


def _words_in(wanted: Iterable[str], names: Iterable[str]) -> list[str]:
    """List the words whose every part is in one of the names."""
    cut = [set(words(name)) for name in names]
    return [word for word in wanted if (parts := set(words(word))) and any(parts <= each for each in cut)]

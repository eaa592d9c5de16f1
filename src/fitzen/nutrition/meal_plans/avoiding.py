"""What somebody must not or will not eat, read from their own words.

An allergy in words that name neither an allergen of the regulation nor any food is refused: what is not understood could
be served. A dislike that is not understood leaves nothing out.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from fitzen.errors import FieldError, InvalidError
from fitzen.nutrition.foods import library as foods
from fitzen.nutrition.recipes import library
from fitzen.nutrition.recipes.models import Allergen, Kind
from fitzen.nutrition.recipes.search import words

type Phrase = frozenset[str]


class Family(NamedTuple):
    """What a word stands for: allergens of the regulation, kinds of food, and words of foods' names."""

    allergens: tuple[Allergen, ...] = ()
    kinds: tuple[Kind, ...] = ()
    names: tuple[str, ...] = ()


_GLUTEN = Family(("gluten",))
_MILK = Family(("milk",), ("dairy", "rennet"))
_NUTS = Family(("nuts", "peanuts"))
_TREE_NUT = Family(("nuts",))
_FISH = Family(("fish",), ("fish",))
_SHELLFISH = Family(("crustaceans", "molluscs"), ("shellfish",))
_EGGS = Family(("eggs",), ("egg",))
_MEAT = Family((), ("meat", "pork", "poultry"))

FAMILIES: dict[str, Family] = {
    **dict.fromkeys(("gluten", "wheat", "celiac", "coeliac", "barley", "spelt", "oat", "rye"), _GLUTEN),
    **dict.fromkeys(("milk", "dairy", "lactose", "casein", "whey", "cow"), _MILK),
    **dict.fromkeys(("nut",), _NUTS),
    **dict.fromkeys(("almond", "hazelnut", "walnut", "cashew", "pecan", "pistachio", "macadamia", "tree"), _TREE_NUT),
    **dict.fromkeys(("peanut", "groundnut"), Family(("peanuts",))),
    **dict.fromkeys(("egg",), _EGGS),
    **dict.fromkeys(("fish",), _FISH),
    **dict.fromkeys(("shellfish", "mollusc", "mollusk", "clam", "mussel", "squid", "oyster"), _SHELLFISH),
    **dict.fromkeys(("crustacean", "prawn", "shrimp", "crab", "lobster"), _SHELLFISH),
    **dict.fromkeys(("seafood",), Family((*_FISH.allergens, *_SHELLFISH.allergens), ("fish", "shellfish"))),
    **dict.fromkeys(("soy", "soya", "soybean"), Family(("soy",))),
    **dict.fromkeys(("celery", "celeriac"), Family(("celery",))),
    **dict.fromkeys(("mustard",), Family(("mustard",))),
    **dict.fromkeys(("sesame", "tahini"), Family(("sesame",))),
    **dict.fromkeys(("sulphite", "sulfite", "sulphur", "sulfur"), Family(("sulphites",))),
    **dict.fromkeys(("lupin", "lupine"), Family(("lupin",))),
    **dict.fromkeys(("meat",), _MEAT),
    **dict.fromkeys(("poultry",), Family((), ("poultry",))),
    **dict.fromkeys(("pork", "ham", "bacon"), Family((), ("pork",))),
    **dict.fromkeys(("alcohol", "wine"), Family((), ("alcohol",))),
    "nightshade": Family(
        (), (), ("tomato", "potato", "pepper", "aubergine", "chilli", "paprika", "cayenne", "jalapeno")
    ),
    "citrus": Family((), (), ("orange", "lemon", "lime")),
    "berry": Family((), (), ("blueberry", "raspberry", "strawberry")),
    **dict.fromkeys(
        ("legume", "pulse"),
        Family(
            ("peanuts", "soy", "lupin"), (), ("bean", "lentil", "chickpea", "pea", "hummus", "mangetout", "edamame")
        ),
    ),
    "seed": Family(("sesame", "mustard"), (), ("seed", "flaxseed", "tahini")),
    **dict.fromkeys(("allium",), Family((), (), ("onion", "garlic", "leek", "shallot"))),
    "stone": Family((), (), ("peach", "apricot", "date", "mango")),
    **dict.fromkeys(("spice",), Family((), (), ("chilli", "cayenne", "jalapeno", "curry"))),
    "eggplant": Family((), (), ("aubergine",)),
    "zucchini": Family((), (), ("courgette",)),
    "cilantro": Family((), (), ("coriander",)),
    "arugula": Family((), (), ("rocket",)),
    "shrimps": _SHELLFISH,
    "beet": Family((), (), ("beetroot",)),
    "corn": Family((), (), ("corn", "sweetcorn", "cornmeal", "cornflour", "popcorn", "popping", "polenta")),
    "scallion": Family((), (), ("spring",)),
}
"""By a word as `search.words` gives it. `nuts` is taken as tree nuts and peanuts, `wheat` as all that counts as gluten:
for an allergy more is left out rather than less."""
BROAD = frozenset(
    {"fish", "seafood", "shellfish", "meat", "poultry", "pork", "dairy", "nut", "gluten", "egg", "alcohol", "seed"}
)
"""Words that stand for all of their family in a dislike too; who does not like oats has nothing against gluten."""
NO_FOOD = frozenset(
    {"pollen", "dust", "mite", "cat", "dog", "penicillin", "latex", "bee", "wasp", "nickel", "hay", "fever", "mould"}
    | {"mold", "none", "no", "aspirin", "ibuprofen", "amoxicillin", "animal", "hair", "grass", "perfume", "house"}
)
"""Words of allergies that no food has."""
ASIDE = frozenset({"allergy", "allergic", "allergen", "intolerance", "intolerant", "severe", "mild", "product", "all"})
DESCRIBING = frozenset(
    {"raw", "cooked", "fresh", "dried", "red", "green", "white", "black", "yellow", "ripe", "whole", "tree", "wild"}
    | {"sweet", "hot", "ground", "tinned", "frozen", "plain", "cow"}
)
"""Words that name no food by themselves: who is allergic to raw tomato gets no tomato, but red pepper."""


class Avoided(NamedTuple):
    """What is left out: what has one of the allergens, is of one of the kinds, or is named by one of the phrases."""

    allergens: frozenset[Allergen] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    phrases: tuple[Phrase, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.allergens or self.kinds or self.phrases)

    def meets(self, kinds: Collection[str], names: Iterable[Phrase], allergens: Collection[str] = ()) -> bool:
        """Say whether something of these kinds, names and allergens is left out."""
        return (
            bool(self.kinds.intersection(kinds))
            or bool(self.allergens.intersection(allergens))
            or any(phrase <= name for name in names for phrase in self.phrases)
        )


def allergies(said: Sequence[str]) -> Avoided:
    """Read allergies: of several words each counts alone. Raises InvalidError naming each that could not be kept to."""
    unknown = [
        FieldError(
            f"dietary.allergies.{index}", f"I do not know which foods “{text}” means, so I could not keep them out."
        )
        for index, text in enumerate(said)
        if not _understood(words(text))
    ]
    if unknown:
        raise InvalidError(f"{unknown[0].message} Name the food or the allergen.", errors=unknown)
    told = [word for text in said for word in _telling(words(text)) if word not in NO_FOOD]
    families = [FAMILIES[word] for word in told if word in FAMILIES]
    return _avoided([frozenset({word}) for word in told], families)


def dislikes(said: Sequence[str]) -> Avoided:
    """Read foods that somebody does not want: what has all the words of one in its name, and families by BROAD."""
    told = [words(text) for text in said]
    families = [FAMILIES[word] for spoken in told for word in spoken if word in FAMILIES and _stands_for_all(word)]
    return _avoided([frozenset(spoken) for spoken in told if spoken], families)


def _avoided(phrases: Sequence[Phrase], families: Sequence[Family]) -> Avoided:
    names = [frozenset({name}) for family in families for name in family.names]
    return Avoided(
        frozenset(allergen for family in families for allergen in family.allergens),
        frozenset(kind for family in families for kind in family.kinds),
        (*phrases, *names),
    )


def _stands_for_all(word: str) -> bool:
    family = FAMILIES[word]
    return word in BROAD or not (family.allergens or family.kinds)


def _telling(spoken: Sequence[str]) -> list[str]:
    """Return the words that name something; those that only describe where there are no others."""
    told = [word for word in spoken if word not in ASIDE]
    return [word for word in told if word not in DESCRIBING] or told


def _understood(spoken: Sequence[str]) -> bool:
    told = _telling(spoken)
    if all(word in NO_FOOD for word in told):
        return True
    known = _names()
    return all(word in FAMILIES or word in known or word in NO_FOOD for word in told) or foods.named(told)


@cache
def _names() -> frozenset[str]:
    """Return the words of the names of all foods that plans serve."""
    return frozenset(word for food in library.foods().values() for word in words(food.name))

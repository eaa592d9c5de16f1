"""The words in which people say what they must not, or will not, eat, in English and Spanish, and what they stand for.

All of them are in the singular and without accents, as `search.words` gives them.
"""

import re
from typing import NamedTuple

from fitzen.nutrition.recipes.models import Allergen, Kind

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
    ("gluten", "farro; freekeh; kamut; filo; phyllo; tempura; crouton; gyoza; ravioli; pretzel; strudel"),
    ("gluten milk", "bechamel; besamel"),
    ("gluten eggs milk", "carbonara; tiramisu; brioche"),
    ("gluten nuts", "baklava"),
    ("eggs milk", "hollandaise; holandesa; lemon curd"),
    ("eggs fish milk", "caesar dressing; caesar salad; salsa cesar"),
    ("milk", "gelato; tzatziki; raita; lassi; curd; cuajada; requeson; dulce de leche; creme fraiche; burrata; gouda; camembert"),
    ("peanuts", "arachis; arachis oil; pb2; peanut powder; monkey nut"),
    ("peanuts milk", "snickers; reese"),
    ("peanuts fish crustaceans eggs soy", "pad thai"),
    ("crustaceans", "scampi; langoustine; krill"),
    ("fish crustaceans", "surimi"),
    ("soy", "tamari; bean curd"),
    ("soy fish gluten", "ponzu"),
    ("nuts", "amaretto; gianduja"),
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


class Family(NamedTuple):
    """What a word stands for beside the allergens of GROUPS: more of them, kinds of food, and words of foods' names."""

    kinds: tuple[Kind, ...] = ()
    names: tuple[str, ...] = ()
    allergens: tuple[Allergen, ...] = ()


_MILK = Family(("dairy", "rennet"))
_FISH = Family(("fish",))
_SHELLFISH = Family(("shellfish",))
_PORK = ("pork", "ham", "bacon", "chorizo", "prosciutto", "salami", "cerdo", "jamon")
_POULTRY = ("poultry", "chicken", "turkey", "duck", "pollo", "pavo", "pato")
_MEAT = ("meat", "beef", "lamb", "veal", "mince", "sausage", "carne", "ternera", "cordero", *_PORK, *_POULTRY)
_BEANS = ("bean", "lentil", "chickpea", "pea", "hummus", "mangetout", "edamame")

FAMILIES: dict[str, Family] = {
    **dict.fromkeys(("milk", "leche", "dairy", "lacteo", "lactose", "lactosa", "casein", "whey", "cow"), _MILK),
    **dict.fromkeys(("egg", "huevo"), Family(("egg",))),
    **dict.fromkeys(("fish", "pescado"), _FISH),
    **dict.fromkeys(("shellfish", "marisco", "mollusc", "mollusk", "clam", "mussel", "squid", "oyster"), _SHELLFISH),
    **dict.fromkeys(("crustacean", "prawn", "shrimp", "gamba", "crab", "lobster"), _SHELLFISH),
    "seafood": Family(("fish", "shellfish")),
    **dict.fromkeys(("meat", "carne"), Family(("meat", "pork", "poultry"), _MEAT)),
    "poultry": Family(("poultry",), _POULTRY),
    **dict.fromkeys(("pork", "cerdo", "ham", "bacon"), Family(("pork",), _PORK)),
    **dict.fromkeys(("alcohol", "wine"), Family(("alcohol",), ("wine", "beer", "rum", "brandy", "vodka", "liqueur"))),
    "nightshade": Family((), ("tomato", "potato", "pepper", "aubergine", "chilli", "paprika", "cayenne", "jalapeno")),
    **dict.fromkeys(("citrus", "citrico"), Family((), ("orange", "lemon", "lime", "grapefruit", "mandarin"))),
    "berry": Family((), ("blueberry", "raspberry", "strawberry")),
    **dict.fromkeys(("legume", "legumbre", "pulse"), Family((), _BEANS, ("peanuts", "soy", "lupin"))),
    "seed": Family((), ("seed", "flaxseed", "tahini"), ("sesame", "mustard")),
    "allium": Family((), ("onion", "garlic", "leek", "shallot")),
    "stone": Family((), ("peach", "apricot", "date", "mango")),
    "spice": Family((), ("chilli", "cayenne", "jalapeno", "curry")),
    "eggplant": Family((), ("aubergine",)),
    "zucchini": Family((), ("courgette",)),
    "cilantro": Family((), ("coriander",)),
    "arugula": Family((), ("rocket",)),
    "beet": Family((), ("beetroot",)),
    "corn": Family((), ("corn", "sweetcorn", "cornmeal", "cornflour", "popcorn", "popping", "polenta")),
    "scallion": Family((), ("spring",)),
}
"""By one word. For an allergy more is left out rather than less."""
BROAD = frozenset(
    {"fish", "seafood", "shellfish", "meat", "poultry", "pork", "dairy", "nut", "gluten", "egg", "alcohol", "seed"}
    | {"pescado", "marisco", "carne", "cerdo", "lacteo", "huevo"}
)
"""Words that stand for all of their family in a dislike too; who does not like oats has nothing against gluten."""
NO_FOOD = frozenset(
    {"pollen", "dust", "mite", "cat", "dog", "penicillin", "latex", "bee", "wasp", "nickel", "hay", "fever", "mould"}
    | {"mold", "none", "no", "aspirin", "ibuprofen", "amoxicillin", "animal", "hair", "grass", "perfume", "house"}
    | {"nothing", "nil", "na", "ninguna", "ninguno", "nada", "polen", "acaro", "polvo", "penicilina", "gato", "perro"}
)
"""Words of allergies that no food has, and those for having none."""
ASIDE = frozenset(
    {"allergy", "allergic", "allergen", "intolerance", "intolerant", "severe", "mild", "product", "all", "disease"}
    | {
        "not",
        "any",
        "alergia",
        "alergico",
        "alergica",
        "intolerancia",
        "intolerante",
        "la",
        "el",
        "lo",
        "al",
        "de",
        "del",
    }
    | {"los", "las", "un", "una", "y", "o"}
)
"""Words that say nothing of which food it is."""
DESCRIBING = frozenset(
    {"raw", "cooked", "fresh", "dried", "red", "green", "white", "black", "yellow", "ripe", "whole", "tree", "wild"}
    | {"sweet", "hot", "ground", "tinned", "frozen", "plain", "cow"}
)
"""Words that name no food by themselves: who is allergic to raw tomato gets no tomato, but red pepper."""

"""Meals from words: `two eggs, 100 g oats with a cup of whole milk and half a banana`, with how sure each part is.

Nothing is saved and nothing raises: what is not understood is handed back as it was said.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from pydantic import Field

from fitzen.nutrition.foods import dishes, library, spanish
from fitzen.nutrition.foods.amounts import Amount, Locale, Token
from fitzen.nutrition.foods.clauses import NEGATIONS, Clause, clauses
from fitzen.nutrition.foods.dishes import Part
from fitzen.nutrition.foods.grams import Weight, weigh
from fitzen.nutrition.foods.library import Match
from fitzen.nutrition.foods.models import Food, FoodId, FoodName
from fitzen.nutrition.foods.words import words
from fitzen.web.fields import Model

MAX_TEXT, MAX_ITEMS, MAX_WORDS = 1000, 60, 24
UNDERSTOOD = 0.55
"""Below this score, words name no food."""
ALTERNATIVES = 4
_WHOLE_WORDS = re.compile(r"[^\s,;]+\Z")
"""What is cut off within a word."""
_PREPARED_LIKE = re.compile(r"\ba(?= l[ao]s?\b)", re.IGNORECASE)
"""In Spanish, the `a` of `a la plancha` counts nothing."""
CERTAIN, LIKELY, UNSURE = 0.97, 0.8, 0.6
CLEAR = 0.06
"""By how much the best must lead where it is not the very name."""
PREPARED = frozenset({"chopped", "sliced", "diced", "cubed", "halved", "shredded", "grated", "peeled", "ripe", "inch"})
"""Words for how a food is cut: they choose a portion, and a food only where they are in its very name."""
DOUBT = 0.75
"""What each word that no food has takes from the certainty."""
OF_A_DISH = 0.55
MOST_GRAMS = 20_000.0
JOINED = frozenset({"and", "with", "w/", "&", "n", "+", "on", "y", "con"})
WITH = frozenset({"with", "w/", "con"})
PACKED = {"can": "canned", "packet": "instant"}
"""What a food is called that comes in such a unit."""
DRINKS = frozenset({"usda-14209", "usda-14215", "usda-14201", "usda-14210", "usda-14355", "usda-14381"})
IN_A_DRINK_G = {"milk": 30.0, "cream": 15.0}
"""What goes into coffee and tea where no amount is said."""
ON_CEREAL_G = {"milk": 122.0}
"""Half a cup, with what is eaten from a bowl."""


class Alternative(Model):
    """What the same words may mean as well, and what that much of it weighs."""

    food_id: FoodId
    name: FoodName
    grams: float


class ParsedItem(Model):
    """A food as understood. `amount` of `unit` weigh `grams`; `text` is what was said of it, or of the dish it is of."""

    food_id: FoodId
    name: FoodName
    amount: float
    unit: str
    grams: float
    confidence: Annotated[float, Field(ge=0, le=1)]
    alternatives: list[Alternative] = []
    text: str
    of_dish: bool = False


class Parsed(Model):
    """What was understood, in the order said, and what was not."""

    items: list[ParsedItem] = []
    not_understood: list[str] = []


def parse(text: str, own: Sequence[Food] = (), locale: Locale = "en-US") -> Parsed:
    """Read a meal.

    Of a text longer than `MAX_TEXT` the beginning is read, up to the last whole word; after `MAX_ITEMS` foods the rest of
    that is not understood.
    """
    short = text if len(text) <= MAX_TEXT else _WHOLE_WORDS.sub("", text[:MAX_TEXT]) or text[:MAX_TEXT]
    if locale == "es":
        short = _PREPARED_LIKE.sub(" ", short)
    found = Parsed()
    after_dish = listing = False
    for clause in _merged(list(_affirmed(clauses(short))), own, short, locale):
        said = words(clause.text)[:MAX_WORDS]
        spoken = short[slice(*clause.span)].strip()
        room = len(found.items) < MAX_ITEMS
        items = list(_items(clause, said, spoken, found.items, own, locale)) if room else []
        listing = clause.joined in WITH if after_dish else listing and clause.joined not in WITH
        after_dish = bool(items) and items[0].of_dish
        if items:
            found.items = [each for each in found.items if not (listing and _said_again(each, items))] + items
        elif said or clause.amount:
            found.not_understood.append(spoken)
    return found


def _affirmed(every: Iterable[Clause]) -> Iterator[Clause]:
    """Leave out what was not had: `no sugar`, `0 eggs`, of `coffee no sugar` all from `no` on, unless it is a name."""
    for clause in every:
        if (clause.said and clause.said[0].word in NEGATIONS) or (clause.amount and clause.amount.value == 0):
            continue
        place = next((at for at, token in enumerate(clause.said) if token.word in NEGATIONS), None)
        if place and not library.named(words(clause.text)):
            clause.said = clause.said[:place]
            clause.row = [token for token in clause.row if token.start <= clause.said[-1].start]
        yield clause


def _merged(every: Sequence[Clause], own: Sequence[Food], text: str, locale: Locale) -> list[Clause]:
    """Put together again what a word or a comma parts but is one food or dish: `mac and cheese`, `Milk, whole`."""
    found: list[Clause] = []
    at = 0
    while at < len(every):
        clause = every[at]
        for end in (at + 4, at + 3, at + 2):
            if end <= len(every) and (whole := _as_one(every[at:end], own, text, locale)):
                clause, at = whole, end - 1
                break
        found.append(clause)
        at += 1
    return found


def _as_one(some: Sequence[Clause], own: Sequence[Food], text: str, locale: Locale) -> Clause | None:
    first, *others = some
    if not first.said or any(each.amount or not each.said for each in others):
        return None
    said = [token for each in some for token in each.said]
    joined = all(each.joined in JOINED for each in others)
    whole = text[said[0].start : said[-1].end]
    named = _is_named(said, own) if joined else library.written(whole, own)
    if not named and not (locale == "es" and spanish.written(whole)):
        return None
    return Clause(first.joined, first.amount, said, [token for each in some for token in each.row])


def _is_named(said: Sequence[Token], own: Sequence[Food]) -> bool:
    named = words(" ".join(token.word for token in said))
    return dishes.key(named) in dishes.by_words() or library.named(named, own, in_order=True)


def _items(
    clause: Clause, said: Sequence[str], spoken: str, before: Sequence[ParsedItem], own: Sequence[Food], locale: Locale
) -> Iterator[ParsedItem]:
    if not said:
        return
    parts = dishes.by_words().get(dishes.key(said))
    in_spanish = locale == "es" and spanish.named(clause.text)
    if parts and not library.named(said, own) and not in_spanish:
        yield from _of_dish(parts, clause.amount, spoken)
        return
    matches, doubt = _meant_in_spanish(clause.text, own) if locale == "es" else _meant(said, own)
    if not matches or matches[0].score * doubt < UNDERSTOOD:
        return
    if clause.amount and (kind := PACKED.get(clause.amount.unit or "")):
        matches = _packed(matches, clause.amount.unit or "", (kind, *said), own)
    weights = [weigh(match.food, clause.amount, said, locale) for match in matches]
    if clause.amount is None:
        weights = [_beside(before, match.food, weight) for match, weight in zip(matches, weights, strict=True)]
    sure = _certainty(matches) * doubt
    yield _item([_shown(match) for match in matches] if locale == "es" else matches, weights, sure, spoken)


def _said_again(part: ParsedItem, items: Sequence[ParsedItem]) -> bool:
    """Say whether a part that a dish brought is named itself: the banana in `a smoothie with a banana`."""
    return part.of_dish and part.food_id in {item.food_id for item in items}


def _of_dish(parts: Sequence[Part], amount: Amount | None, spoken: str) -> Iterator[ParsedItem]:
    """Take a dish apart, so many times as was said, or to the weight that was said."""
    times = amount.value if amount and not amount.weighed else 1.0
    total = sum(part.grams for part in parts)
    if amount and amount.weighed:
        times = _weight_of_dish(amount) / total
    for part in parts:
        if food := library.get(part.food_id):
            grams = _grams(part.grams * times)
            confidence = round(OF_A_DISH * (1.0 if amount else 0.9), 2)
            yield ParsedItem(
                food_id=food.id,
                name=food.name,
                amount=grams,
                unit="g",
                grams=grams,
                confidence=confidence,
                text=spoken,
                of_dish=True,
            )


def _weight_of_dish(amount: Amount) -> float:
    """Weigh a weighed or measured amount of a dish, of which a ml is taken for a gram."""
    return weigh(Food(id="dish", name="dish", source="dish", per_100g={"water_g": 100.0}), amount).grams


def _meant(said: Sequence[str], own: Sequence[Food]) -> tuple[list[Match], float]:
    """Find what the words mean; words that no food has are left out, for a little doubt."""
    known = [word for word in said if library.known(word, own)]
    if not library.named(known, own):
        known = [word for word in known if word not in PREPARED] or known
    if not known:
        return [], 0.0
    strange = sum(not library.known(word, own) for word in said)
    found = library.ranked(known, ALTERNATIVES, own, complete=True)
    plainer = [word for word in known if not word.endswith("%") and word != "fat"]
    if plainer and plainer != known and (not found or found[0].score < UNDERSTOOD):
        return library.ranked(plainer, ALTERNATIVES, own, complete=True), DOUBT ** (strange + 1)
    return found, DOUBT**strange


def _meant_in_spanish(text: str, own: Sequence[Food]) -> tuple[list[Match], float]:
    """Find what words of either language mean, without those that no food has."""
    typed = [word for word in text.split() if spanish.words(word)][:MAX_WORDS]
    known = [word for word in typed if spanish.known(word) or all(library.known(each, own) for each in words(word))]
    if not known:
        return [], 0.0
    found = library.ranked_in_spanish(" ".join(known), ALTERNATIVES, own, complete=True)
    return found, DOUBT ** (len(typed) - len(known))


def _shown(match: Match) -> Match:
    return Match(match.score, spanish.shown(match.food))


def _packed(matches: list[Match], unit: str, said: Sequence[str], own: Sequence[Food]) -> list[Match]:
    """Prefer what comes in cans or packets, where the best is not known to."""
    if _comes_in(matches[0].food, unit):
        return matches
    found = [each for each in library.ranked(said, ALTERNATIVES, own, complete=True) if _comes_in(each.food, unit)]
    return found + matches[: ALTERNATIVES - len(found)] if found and found[0].score >= LIKELY else matches


def _comes_in(food: Food, unit: str) -> bool:
    return any(each.label.startswith(unit) for each in food.portions)


def _certainty(matches: Sequence[Match]) -> float:
    best = matches[0].score
    lead = best - matches[1].score if len(matches) > 1 else 1.0
    if best >= 1.0:
        return CERTAIN
    return best * best * (LIKELY if lead >= CLEAR else UNSURE) + (0.15 if lead >= CLEAR else 0.1)


def _beside(before: Sequence[ParsedItem], food: Food, weight: Weight) -> Weight:
    """Weigh milk after coffee, or after cereal, as what is usual there."""
    if not before:
        return weight
    last = before[-1]
    small = IN_A_DRINK_G if last.food_id in DRINKS else ON_CEREAL_G if _is_cereal(last.food_id) else {}
    grams = next(
        (grams for word, grams in small.items() if food.name.casefold().startswith((word, f"heavy {word}"))), None
    )
    return weight if grams is None else Weight(grams, weight.sure, grams, "g")


def _is_cereal(food_id: str) -> bool:
    """Say whether it is of the USDA's group of breakfast cereals, 08, or one of those numbered apart."""
    return food_id.startswith(("usda-08", "usda-4218", "usda-42237"))


def _item(matches: Sequence[Match], weights: Sequence[Weight], sure: float, spoken: str) -> ParsedItem:
    best, weight = matches[0].food, weights[0]
    others = [
        Alternative(food_id=match.food.id, name=match.food.name, grams=_grams(other.grams))
        for match, other in zip(matches[1:], weights[1:], strict=True)
    ]
    absurd = 0.3 if weight.grams > MOST_GRAMS else 1.0
    return ParsedItem(
        food_id=best.id,
        name=best.name,
        amount=round(weight.amount, 3),
        unit=weight.unit,
        grams=_grams(weight.grams),
        confidence=round(max(0.0, min(1.0, sure * weight.sure * absurd)), 2),
        alternatives=others,
        text=spoken,
    )


def _grams(grams: float) -> float:
    return round(grams, 1 if grams >= 1 else 3)

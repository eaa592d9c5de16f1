"""Changes of a wish that may make a plan possible, the least first."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import floor
from typing import NamedTuple

from fitzen.nutrition.meal_plans.given import Given
from fitzen.nutrition.meal_plans.models import Group, Wishes

MINUTES = (10, 15, 20, 25, 30, 35, 40, 45, 50, 60, 75, 90, 120)
SHARES = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.5)
"""What is offered of protein or fibre, as a share of what was asked."""


class Offer(NamedTuple):
    """A change of one wish: the field, its value, the same in words, and the constraints after it."""

    field: str
    value: float | bool | list[str]
    text: str
    given: Given


def offers(given: Given, name: Group) -> Iterator[Offer]:
    """Yield changes of a constraint, the least first."""
    if name in OFFERS:
        yield from OFFERS[name](given)


def _wish(given: Given, field: str, value: float | bool | list[str], text: str) -> Offer:
    wishes = Wishes.model_validate(given.wishes.model_dump(include=set(Wishes.model_fields)) | {field: value})
    return Offer(field, value, text, replace(given, wishes=wishes))


def _minutes(given: Given) -> Iterator[Offer]:
    wishes = given.wishes
    for field, words in (
        ("weekday_max_minutes", "on weekdays"),
        ("max_minutes", "for a meal"),
        ("day_max_minutes", "for all meals of a day"),
    ):
        said = getattr(wishes, field)
        for most in MINUTES if said is not None else ():
            if most > said:
                yield _wish(given, field, most, f"allow {most} minutes {words}")


def _protein(given: Given) -> Iterator[Offer]:
    yield from _less(given, "protein_g", given.targets.protein_g, "protein")


def _fibre(given: Given) -> Iterator[Offer]:
    yield from _less(given, "fiber_g", given.targets.fiber_g, "fibre")


def _less(given: Given, field: str, asked: float, word: str) -> Iterator[Offer]:
    for share in SHARES:
        less = float(5 * floor(share * asked / 5)) if word == "protein" else float(floor(share * asked))
        if 0 < less < asked:
            offer = _wish(given, field, less, f"{word} {less:g} g instead of {asked:g} g")
            targets = given.targets.model_copy(update={field: less})
            yield offer._replace(given=replace(offer.given, targets=targets, least={**given.least, field: less}))


def _variety(given: Given) -> Iterator[Offer]:
    yield _wish(given, "same_protein", value=True, text="allow the same source of protein at lunch and at dinner")


def _sodium(given: Given) -> Iterator[Offer]:
    """Offer more salt where a person asked for less than the limit that holds for everybody."""
    asked = given.wishes.max_sodium_mg
    if asked is not None and asked < given.usual_sodium_mg:
        usual = given.usual_sodium_mg
        offer = _wish(given, "max_sodium_mg", usual, f"allow {usual:,.0f} mg of sodium")
        yield offer._replace(given=replace(offer.given, most={**given.most, "sodium_mg": usual}))


def _dislikes(given: Given) -> Iterator[Offer]:
    """Offer to take back one food that was left out of this plan."""
    for food in given.wishes.without:
        rest = [each for each in given.wishes.without if each != food]
        offer = _wish(given, "without", rest, f"allow {food}")
        yield offer._replace(field=f"without:{food}", given=offer.given.unwanting(rest))


OFFERS: dict[Group, Callable[[Given], Iterator[Offer]]] = {
    "cooking_time": _minutes,
    "variety": _variety,
    "protein": _protein,
    "fibre": _fibre,
    "sodium": _sodium,
    "dislikes": _dislikes,
}

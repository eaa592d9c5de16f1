"""Why there is no plan: constraints that cannot be met together, and the least change of each that makes a plan possible.

A smallest set is found by leaving constraints aside one after another: what is not needed for the clash is dropped for
good, what is left clashes (deletion filtering, Chinneck and Dravnieks 1991, doi 10.1287/ijoc.3.2.157). Nobody is offered to
give up an allergy, a diet, an upper limit or the floor of their energy.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from math import floor
from typing import NamedTuple

from fitzen.nutrition.meal_plans import planning
from fitzen.nutrition.meal_plans.candidates import Candidate
from fitzen.nutrition.meal_plans.given import Given
from fitzen.nutrition.meal_plans.models import Group, Wishes
from fitzen.nutrition.meal_plans.program import DayTask, solve_day
from fitzen.records import Json

ORDER: Sequence[Group] = (
    "allergies", "diet", "energy", "upper_limits", "net_carbs", "sodium", "fibre", "protein", "dislikes", "cooking_time", "variety",
)  # fmt: skip
"""In which constraints are left aside: last those that a person would rather change, so that these are what is named."""
WORDS: dict[Group, str] = {
    "energy": "{kcal:,.0f} kcal a day",
    "protein": "{protein:g} g of protein",
    "fibre": "{fiber:g} g of fibre",
    "upper_limits": "the upper limits of vitamins and minerals",
    "sodium": "{sodium:,.0f} mg of sodium at most",
    "net_carbs": "the carbohydrate that keto allows",
    "cooking_time": "the time for cooking",
    "dislikes": "what you do not eat",
    "diet": "{pattern} food",
    "allergies": "your allergies",
    "variety": "another source of protein at dinner than at lunch",
    "repeats": "no recipe more than {repeats} in a week",
}
MINUTES = (15, 20, 25, 30, 35, 40, 45, 50, 60, 75, 90, 120)
SHARES = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.5)
"""What is offered of protein or fibre, as a share of what was asked."""
MOST_CHANGES = 3
TIMES = {1: "once", 2: "twice"}


class Offer(NamedTuple):
    """A change of one wish: the field, its value, the same in words, and the constraints after it."""

    field: str
    value: float | bool | list[str]
    text: str
    given: Given


def clashes_of(given: Given, candidates: Sequence[Candidate], starts_on: date) -> list[Json]:
    """Return why there is no plan. `candidates` are what there is, whether it may be served or not."""
    days = _kinds_of_day(given, starts_on)
    day = next((each for each in days if not _possible(given, candidates, each)), None)
    if day is None:
        return [_clash(given, _over_days(given), _repeats(given), lambda each: _whole(each, candidates, starts_on))]
    names = _smallest(given, candidates, day)
    offers = (offer for name in names for offer in _offers(given, name))
    return [_clash(given, names, offers, lambda each: all(_possible(each, candidates, one) for one in days))]


def _over_days(given: Given) -> list[Group]:
    """Return what clashes where each day by itself can be planned, and all of them together cannot."""
    wishes = given.wishes
    limited = (wishes.max_minutes, wishes.weekday_max_minutes, wishes.day_max_minutes) != (None, None, None)
    return ["cooking_time", "repeats"] if limited else ["repeats"]


def _kinds_of_day(given: Given, starts_on: date) -> list[date]:
    """Return a day of each kind that differs: one that has less time for cooking first."""
    days = [starts_on + timedelta(days=index) for index in range(given.wishes.days)]
    by_minutes = {given.minutes_a_meal(day): day for day in days}
    return [by_minutes[each] for each in sorted(by_minutes, key=lambda each: (each is None, each or 0))]


def _possible(given: Given, candidates: Sequence[Candidate], day: date) -> bool:
    """Say whether a day by itself can be planned, as far as can be found out."""
    offered = [planning.served(given, candidates, slot, day) for slot in given.slots]
    task = DayTask(given=given, day=day, offered=offered, seed=given.wishes.seed)
    relaxed = solve_day(replace(task, relaxed=True))
    return relaxed.choices is not None and planning.out_of_all(task).choices is not None


def _whole(given: Given, candidates: Sequence[Candidate], starts_on: date) -> bool:
    return planning.plan(given, candidates, starts_on, runs=1) is not None


def _smallest(given: Given, candidates: Sequence[Candidate], day: date) -> list[Group]:
    """Return constraints that clash on a day, of which none can be left out."""
    names: list[Group] = []
    loose = given
    for group in ORDER:
        looser = loose.without(group)
        if _possible(looser, candidates, day):
            names.append(group)
        else:
            loose = looser
    return names


def _clash(given: Given, names: Sequence[Group], offers: Iterator[Offer], works: Callable[[Given], bool]) -> Json:
    changes: dict[str, Json] = {}
    for offer in offers:
        if len(changes) < MOST_CHANGES and offer.field not in changes and works(offer.given):
            changes[offer.field] = {"field": offer.field, "value": offer.value, "text": offer.text}
    return {"constraints": list(names), "text": _text(given, names), "changes": list(changes.values())}


def _text(given: Given, names: Sequence[Group]) -> str:
    said = [
        WORDS[name].format(
            kcal=given.targets.energy_kcal,
            protein=given.targets.protein_g,
            fiber=given.targets.fiber_g,
            sodium=given.most["sodium_mg"],
            pattern=given.pattern,
            repeats=TIMES.get(given.wishes.max_repeats, f"{given.wishes.max_repeats} times"),
        )
        for name in names
    ]
    if len(said) < 2:  # noqa: PLR2004 - one cannot clash with another
        return f"There is no plan with {said[0]}." if said else "There is no plan with this many meals."
    return f"These cannot all be had: {', '.join(said[:-1])} and {said[-1]}."


def _offers(given: Given, name: Group) -> Iterator[Offer]:
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
    key = field
    for share in SHARES:
        less = float(5 * floor(share * asked / 5)) if word == "protein" else float(floor(share * asked))
        if 0 < less < asked:
            offer = _wish(given, field, less, f"{word} {less:g} g instead of {asked:g} g")
            targets = given.targets.model_copy(update={key: less})
            yield offer._replace(given=replace(offer.given, targets=targets, least={**given.least, key: less}))


def _variety(given: Given) -> Iterator[Offer]:
    yield _wish(given, "same_protein", value=True, text="allow the same source of protein at lunch and at dinner")


def _repeats(given: Given) -> Iterator[Offer]:
    if not given.wishes.leftovers:
        yield _wish(given, "leftovers", value=True, text="allow leftovers: the same dish on two days in a row")
    for times in (given.wishes.max_repeats + 1, 7):
        yield _wish(given, "max_repeats", times, f"allow a recipe {times} times in seven days")
    yield from islice(_minutes(given), 3)


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

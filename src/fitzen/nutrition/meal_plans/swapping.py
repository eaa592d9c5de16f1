"""Another meal in the place of one: the rest of the day stays, and the day keeps to its constraints."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from fitzen.errors import ConflictError, InvalidError
from fitzen.nutrition.meal_plans import planning, spanish
from fitzen.nutrition.meal_plans.candidates import Candidate
from fitzen.nutrition.meal_plans.given import Given
from fitzen.nutrition.meal_plans.models import MealPlanBody, SwapIn
from fitzen.nutrition.meal_plans.planning import PlannedDay
from fitzen.nutrition.meal_plans.program import Choice, DayTask, solve_day
from fitzen.nutrition.models import Item
from fitzen.nutrition.recipes.search import words
from fitzen.records import Json
from fitzen.spanish import Language

ALTERNATIVES = 3


class Place(NamedTuple):
    """Which meal of which day of a plan."""

    day: int
    meal: int


class Swap(NamedTuple):
    """The items of each meal of the day after it, and those of other meals that would do in its place."""

    meals: Sequence[Sequence[Choice]]
    alternatives: Sequence[Sequence[Choice]]


def place_of(plan: MealPlanBody, asked: SwapIn) -> Place:
    """Find the meal. Raises InvalidError naming the day or the slot."""
    days = [index for index, each in enumerate(plan.days) if each.day == asked.day]
    if not days:
        raise InvalidError.of("day", "This day is not in the plan.")
    meals = [index for index, each in enumerate(plan.days[days[0]].meals) if each.slot == asked.slot]
    if len(meals) < asked.place:
        raise InvalidError.of("slot", "There is no such meal on this day.")
    return Place(days[0], meals[asked.place - 1])


def swap(
    plan: MealPlanBody,
    place: Place,
    asked: SwapIn,
    given: Given,
    candidates: Sequence[Candidate],
    language: Language = "en",
) -> Swap:
    """Return the day with another meal, and more that would do.

    First all else stays as it is; where nothing fits so, single foods of other meals may change, but no dish. Raises
    InvalidError where nothing is like the wish, ConflictError where nothing fits.
    """
    known = {each.id: each for each in candidates}
    day = plan.days[place.day]
    given = replace(given, slots=tuple(meal.slot for meal in day.meals))
    offered = _offered(plan, place, asked, given, candidates, language)
    others = [
        _choice(index, item, known)
        for index, meal in enumerate(day.meals)
        if index != place.meal
        for item in meal.items
    ]
    closed = frozenset(range(len(day.meals))) - {place.meal}
    foods = [
        [] if index == place.meal else planning.served(given, candidates, slot, day.day)
        for index, slot in enumerate(given.slots)
    ]
    strict = DayTask(
        given=given, day=day.day, fixed=others, closed=closed,
        offered=[offered if index == place.meal else [] for index in range(len(day.meals))],
        worth=dict.fromkeys(given.minima, planning.WORTH),
    )  # fmt: skip
    loose = replace(
        strict,
        fixed=[each for each in others if each.what.is_recipe],
        closed=frozenset(),
        offered=[
            offered if index == place.meal else [each for each in foods[index] if not each.is_recipe]
            for index in range(len(day.meals))
        ],
    )
    for task in (strict, loose):
        found = list(_several(task, place.meal))
        if found:
            first = found[0]
            meals = [[each for each in first if each.meal == index] for index in range(len(day.meals))]
            more = [[each for each in other if each.meal == place.meal] for other in found[1:]]
            return Swap(meals, more)
    raise ConflictError(
        "Nothing else fits there without breaking what this day keeps to. Allow more time, or change another meal."
    )


def _offered(
    plan: MealPlanBody,
    place: Place,
    asked: SwapIn,
    given: Given,
    candidates: Sequence[Candidate],
    language: Language,
) -> list[Candidate]:
    """Return what may be in the new meal: not what is there, nor what came too often on other days."""
    day = plan.days[place.day]
    over = planning.used_up(given, _other_days(plan, place, candidates), day.day)
    there = {item.recipe_id for meal in day.meals for item in meal.items}
    served = planning.served(given, candidates, asked.slot, day.day)
    recipes = [each for each in served if each.is_recipe and each.id not in over and each.id not in there]
    foods = [each for each in served if not each.is_recipe]
    if asked.recipe_id is not None:
        wanted = [each for each in candidates if each.id == asked.recipe_id]
        if not wanted:
            raise InvalidError.of("recipe_id", "There is no recipe with this id that a plan can serve.")
        if not given.serves(wanted[0], given.minutes_a_meal(day.day)) or wanted[0].id in over | there:
            raise ConflictError(f"{wanted[0].name} does not keep to what this plan keeps to.")
        return [*wanted, *foods]
    if asked.wish and words(asked.wish):
        recipes = [each for each in recipes if _is_like(each, asked.wish, language)]
        if not recipes:
            raise InvalidError.of("wish", f"I have no recipe with “{asked.wish}” that fits this meal.")
        return [*recipes, *foods]
    return [*recipes, *foods]


def _is_like(each: Candidate, wish: str, language: Language) -> bool:
    """Say whether a recipe has the words of a wish in its name or one of its foods; in Spanish they may be English too."""
    spoken = frozenset(words(wish))
    if any(spoken <= name for name in (*each.names, each.diets)):
        return True
    if language == "en":
        return False
    spoken = frozenset(spanish.words(wish))
    return bool(spoken) and any(spoken <= name for name in spanish.names_in(each))


def _other_days(plan: MealPlanBody, place: Place, candidates: Sequence[Candidate]) -> list[PlannedDay]:
    known = {each.id: each for each in candidates}
    return [
        PlannedDay(each.day, [_choice(0, item, known) for meal in each.meals for item in meal.items])
        for index, each in enumerate(plan.days)
        if index != place.day
    ]


def _choice(meal: int, item: Item, known: Mapping[str, Candidate]) -> Choice:
    """Return an item of a plan as a choice; one that plans do not know counts by the figures that it has."""
    what = known.get(item.recipe_id or item.food_id or "")
    if what is not None and what.unit == item.unit:
        return Choice(meal, what, item.amount / what.amount)
    unknown = Candidate(
        id=item.recipe_id or item.food_id or item.name or "",
        name=item.name or "",
        is_recipe=item.recipe_id is not None,
        slots=frozenset(),
        minutes=0,
        counts=(1.0,),
        nutrients={"energy_kcal": 0.0, "protein_g": 0.0} | (item.nutrients or {}),
        kinds=frozenset(),
        allergens=None,
        may_contain=frozenset(),
        diets=frozenset(),
        names=(),
        foods=frozenset(),
    )
    return Choice(meal, unknown, 1.0)


def _several(task: DayTask, meal: int) -> Iterator[Sequence[Choice]]:
    """Yield days, each with another recipe at the meal, the best first."""
    for _ in range(ALTERNATIVES + 1):
        choices = solve_day(task).choices
        if choices is None:
            return
        yield choices
        gone = {
            each.what.id
            for each in choices
            if each.meal == meal and (each.what.is_recipe or not _recipe(choices, meal))
        }
        offered = [
            [each for each in some if index != meal or each.id not in gone] for index, some in enumerate(task.offered)
        ]
        task = replace(task, offered=offered)


def _recipe(choices: Sequence[Choice], meal: int) -> bool:
    return any(each.what.is_recipe for each in choices if each.meal == meal)


def with_meals(plan: MealPlanBody, place: Place, meals: Sequence[Sequence[Json]]) -> Json:
    """Return what a plan says with other items in the meals of a day."""
    said: Json = plan.model_dump(mode="json", exclude_none=True)
    said["days"] = [_said(each) for each in said["days"]]
    for meal, items in zip(said["days"][place.day]["meals"], meals, strict=True):
        if [_same(each) for each in meal["items"]] != [_same(each) for each in items]:
            meal["items"] = list(items)
    return said


def _said(day: Json) -> Json:
    return {"day": day["day"], "meals": [{"slot": meal["slot"], "items": meal["items"]} for meal in day["meals"]]}


def _same(item: Json) -> tuple[str | None, float]:
    return item.get("recipe_id") or item.get("food_id"), item["amount"]

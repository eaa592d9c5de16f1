"""Make, keep and change plans of meals."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from fitzen import entities
from fitzen.entities import Change, Entity, digest_of
from fitzen.errors import ConflictError, InvalidError
from fitzen.infra.storage.base import MAX_BODY_BYTES, Op, Page, Put, Record, Store
from fitzen.nutrition import targets
from fitzen.nutrition.foods.favourites import FAVOURITE
from fitzen.nutrition.meal_plans import answering, candidates, groceries, swapping
from fitzen.nutrition.meal_plans.candidates import Candidate
from fitzen.nutrition.meal_plans.figures import Said, key_of, shown_days
from fitzen.nutrition.meal_plans.given import Given, given
from fitzen.nutrition.meal_plans.models import (
    MOST_DAYS,
    GenerateIn,
    GroceryQuery,
    MealPlanBody,
    MealPlanIn,
    SwapIn,
    Wishes,
)
from fitzen.nutrition.meal_plans.models import PlannedDay as PlannedDayBody
from fitzen.nutrition.meal_plans.planning import PlannedDay
from fitzen.nutrition.meal_plans.program import Choice
from fitzen.nutrition.targets import Person
from fitzen.records import Json, Saved, all_records, check_version, create, created_before, loads, midnight, new_id
from fitzen.science.intakes import Reference, reference
from fitzen.spanish import Language
from fitzen.web.answers import ListQuery
from fitzen.web.parsing import check

MEAL_PLAN = "meal_plan"


class Drafted(NamedTuple):
    """A plan that is not stored yet; without days, `clashes` says why there is none."""

    body: MealPlanBody
    clashes: Sequence[Json] = ()


class Generated(NamedTuple):
    """What a request for a plan came to: it is stored, or `clashes` is shown and nothing stored."""

    saved: Saved | None
    none: Json | None = None


class Makings(NamedTuple):
    """What a plan is made from: the person, their constraints, and what can be on a plate."""

    who: Person
    given: Given
    candidates: Sequence[Candidate]


def makings(store: Store, user_id: str, wishes: Wishes, now: datetime) -> Makings:
    """Read what a plan for somebody is made from.

    Raises InvalidError naming what the profile lacks, an allergy that is not understood, or too little energy.
    """
    who = targets.person(store, user_id, now)
    liked = frozenset(record.id for record in all_records(store, user_id, FAVOURITE))
    return Makings(who, given(who, wishes, liked), [*candidates.shipped(), *candidates.own(store, user_id)])


def draft(store: Store, user_id: str, wishes: Wishes, starts_on: date | None, now: datetime) -> Drafted:
    """Make a plan, by default from tomorrow on; nothing is stored. Raises as `makings`."""
    found = makings(store, user_id, wishes, now)
    first = starts_on or found.who.today + timedelta(days=1)
    answer = answering.answer(found.given, found.candidates, first)
    return Drafted(check(MealPlanBody, plan_of(answer.given, answer.days, first)), answer.clashes)


def plan_of(given: Given, days: Sequence[PlannedDay] | None, starts_on: date) -> Json:
    """Return what a plan says that was made by some constraints."""
    return {
        "starts_on": starts_on.isoformat(),
        "days": [_day(given, day.day, day.choices) for day in days or ()],
        "targets": given.targets.model_dump(),
        "asked": given.wishes.model_dump(exclude_none=True, include=set(Wishes.model_fields)),
        "notes": list(given.notes),
    }


def _day(given: Given, day: date, choices: Sequence[Choice]) -> Json:
    meals = [
        {"slot": slot, "items": items_of([choice for choice in choices if choice.meal == number])}
        for number, slot in enumerate(given.slots)
    ]
    return {"day": day.isoformat(), "meals": meals}


def items_of(choices: Sequence[Choice]) -> list[Json]:
    """Return the items of a meal, its recipe first."""
    found = sorted(choices, key=lambda choice: (not choice.what.is_recipe, choice.what.name))
    return [choice.what.item(choice.portions) for choice in found]


def generate(store: Store, user_id: str, body: GenerateIn, now: datetime) -> Generated:
    """Make a plan and store it; the same again changes nothing. Where there is none, nothing is stored.

    Raises as `makings`, and ConflictError, GoneError.
    """
    sent = digest_of(body)
    if body.id and (before := store.get(user_id, MEAL_PLAN, body.id, deleted=True)) is not None:
        return Generated(created_before(before, sent))
    id_ = body.id or new_id(int(now.timestamp() * 1000))
    drafted = draft(store, user_id, body, body.starts_on, now)
    if drafted.clashes:
        said = drafted.body.model_dump(mode="json", exclude_none=True)
        return Generated(None, {"id": id_, **said, "clashes": list(drafted.clashes)})
    own, *_ = _ops(store, Change(user_id, id_, None, drafted.body, now))
    assert isinstance(own, Put)  # noqa: S101 - what is created is put
    return Generated(create(store, own._replace(digest=sent)))


def keep_plan(store: Store, user_id: str, id: str, body: MealPlanBody, now: datetime) -> Saved:
    """Store a plan as it was drafted, under an id; the same again changes nothing. Raises ConflictError, GoneError."""
    return entities.save(store, MEAL_PLANS, user_id, body, now, id)


def check_safe(
    store: Store, user_id: str, body: MealPlanBody, now: datetime, before: MealPlanBody | None = None
) -> None:
    """Look again at a plan that was made earlier, or at what is new in it. What was there `before` may go meal by meal.

    Raises ConflictError where the person is allergic to a part of it by now.
    """
    found = makings(store, user_id, body.asked or Wishes(), now)
    by_id = {each.id: each for each in found.candidates}
    for id_ in _parts_of(body) - (_parts_of(before) if before else set()):
        each = by_id.get(id_)
        if each and not found.given.is_safe(each):
            raise ConflictError(
                f"{each.name} is not for you, by the allergies in your profile now. Ask for another plan."
            )


def _parts_of(body: MealPlanBody) -> set[str]:
    items = [item for day in body.days for meal in day.meals for item in meal.items]
    return {id_ for item in items if (id_ := item.recipe_id or item.food_id)}


def list_plans(store: Store, user_id: str, query: ListQuery) -> Page:
    return entities.listed(store, MEAL_PLAN, user_id, query)


def get_plan(store: Store, user_id: str, id: str) -> Record:
    return entities.get(store, MEAL_PLANS, user_id, id)


def replace_plan(
    store: Store, user_id: str, id: str, body: MealPlanIn, now: datetime, if_match: int | None = None
) -> Saved:
    """Put another plan in the place of one. Raises NotFoundError, StaleError, InvalidError."""
    return entities.replace(store, MEAL_PLANS, user_id, id, body, now, if_match)


def delete_plan(store: Store, user_id: str, id: str, now: datetime, if_match: int | None = None) -> None:
    """Delete a plan; one that is not there is deleted already."""
    entities.remove(store, MEAL_PLANS, user_id, id, now, if_match)


def shown(store: Store, user_id: str, body: MealPlanBody, now: datetime) -> Json:
    """Return a plan that is not stored as it would be, without an id. Raises InvalidError."""
    said = body.model_dump(mode="json", exclude_none=True)
    return said | {"days": shown_days(store, user_id, body.days, _wanted(store, user_id, now))}


class Changed(NamedTuple):
    """What a swap makes of a plan: what it says after it, as it is shown, and other meals in the place of the one."""

    body: MealPlanBody
    shown: Json


def draft_swap(
    store: Store, user_id: str, plan: Json, asked: SwapIn, now: datetime, language: Language = "en"
) -> Changed:
    """Return a stored plan with another meal, by a wish in a language; nothing is stored. Raises as `makings` and `swapping.swap`."""
    body = said_of(plan)
    found = makings(store, user_id, body.asked or Wishes(), now)
    place = swapping.place_of(body, asked)
    swapped = swapping.swap(body, place, asked, found.given, found.candidates, language)
    after = check(MealPlanBody, swapping.with_meals(body, place, [items_of(each) for each in swapped.meals]))
    others = [_one_meal(after, place, items_of(each)) for each in swapped.alternatives]
    wanted = _wanted(store, user_id, now)
    days = shown_days(store, user_id, after.days, wanted, plan["days"])
    alternatives = [shown_days(store, user_id, [each], {})[0]["meals"][0] for each in others]
    return Changed(
        after,
        {
            "plan": {**plan, "days": days},
            "before": plan["days"][place.day]["meals"][place.meal],
            "after": days[place.day]["meals"][place.meal],
            "alternatives": alternatives,
        },
    )


def _one_meal(plan: MealPlanBody, place: swapping.Place, items: Sequence[Json]) -> PlannedDayBody:
    """Return a day with just one other meal, to be shown."""
    day = plan.days[place.day]
    meal = {"slot": day.meals[place.meal].slot, "items": list(items)}
    return check(PlannedDayBody, {"day": day.day.isoformat(), "meals": [meal]})


def said_of(plan: Json) -> MealPlanBody:
    """Return what somebody says of a plan, out of what is stored."""
    return check(MealPlanBody, {name: value for name, value in plan.items() if name in MealPlanBody.model_fields})


def swap_meal(
    store: Store,
    user_id: str,
    id: str,
    asked: SwapIn,
    now: datetime,
    if_match: int | None = None,
    language: Language = "en",
) -> tuple[Json, int]:
    """Put another meal in the place of one; return the plan with what changed, and its version.

    Raises NotFoundError, StaleError, InvalidError, ConflictError (nothing fits).
    """
    record = entities.get(store, MEAL_PLANS, user_id, id)
    check_version(record, if_match)
    changed = draft_swap(store, user_id, loads(record.body), asked, now, language)
    if asked.dry_run:
        return changed.shown, record.version
    saved = entities.replace(store, MEAL_PLANS, user_id, id, changed.body, now, record.version)
    return {**changed.shown, "plan": loads(saved.body)}, saved.version


def put_in_place(store: Store, user_id: str, id: str, before: MealPlanBody, after: MealPlanBody, now: datetime) -> None:
    """Change a plan's meals from what they were to others; where that is done already, nothing is written.

    What else somebody wrote of it since, such as its name, stays. Raises NotFoundError, and ConflictError where its meals
    have become others since.
    """
    record = entities.get(store, MEAL_PLANS, user_id, id)
    body = MEAL_PLANS.given(record)
    meals = _meals_of(body)
    if meals == _meals_of(after):
        return
    if meals != _meals_of(before):
        raise ConflictError("This plan was changed since. Ask again for the meal that you want.")
    changed = body.model_copy(update={"days": after.days})
    entities.replace(store, MEAL_PLANS, user_id, id, changed, now, record.version)


def _meals_of(body: MealPlanBody) -> list[Said]:
    return [key_of(day) for day in body.days]


def plan_for(store: Store, user_id: str, day: date) -> Record | None:
    """Return the plan that has a day, the one that starts last of several."""
    since = midnight((day - timedelta(days=MOST_DAYS)).isoformat())
    before = midnight((day + timedelta(days=1)).isoformat())
    plans = all_records(store, user_id, MEAL_PLAN, after=since, before=before)
    return next((each for each in plans if any(d["day"] == day.isoformat() for d in loads(each.body)["days"])), None)


def groceries_of(store: Store, user_id: str, id: str, query: GroceryQuery) -> Json:
    """Return what a plan needs from the shop. Raises NotFoundError."""
    plan = MEAL_PLANS.given(entities.get(store, MEAL_PLANS, user_id, id))
    return groceries.of_plan(store, user_id, plan, query.from_day, query.to_day)


def _wanted(store: Store, user_id: str, now: datetime) -> Mapping[str, Reference]:
    """Return the reference intakes of somebody; none while age, height or weight are not known."""
    body = targets.person(store, user_id, now).body
    return reference(body.sex, body.age, pregnant=body.pregnant) if body else {}


def _ops(store: Store, change: Change[MealPlanBody]) -> Sequence[Op]:
    if change.after is None:
        return [MEAL_PLANS.delete(change)]
    before = loads(change.record.body)["days"] if change.record else ()
    wanted = _wanted(store, change.owner, change.now)
    days = shown_days(store, change.owner, change.after.days, wanted, before)
    put = MEAL_PLANS.put(change, midnight(change.after.starts_on.isoformat()), derived={"days": days})
    if len(put.body.encode()) > MAX_BODY_BYTES:
        raise InvalidError.of("days", "A plan this large does not fit. Make it of fewer days.")
    return [put]


MEAL_PLANS = Entity(MEAL_PLAN, "meal plan", MealPlanBody, _ops)

"""Make, read, change and activate training plans. At most one is active; an earlier one is done then, and kept.

Every change of a plan, by its owner, a phone or a coach, goes through `PLANS`, which keeps `active_plan` (turns.py) in
step. `doctor --rebuild` makes that again from the plans.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import cast

from fitzen import entities
from fitzen.entities import Change, Entity, digest_of
from fitzen.errors import FieldError, InvalidError
from fitzen.exercises.models import Exercise
from fitzen.exercises.service import known_exercises
from fitzen.infra.storage.base import Delete, Op, Page, Put, Record, Store
from fitzen.records import Json, Saved, create, created_before, dumps, loads, new_id, run_again
from fitzen.web.answers import ListQuery
from fitzen.workouts.plans.adjust import Wish, adjust
from fitzen.workouts.plans.frame import Person
from fitzen.workouts.plans.generate import generate as generated
from fitzen.workouts.plans.models import PlanBody, PlanIn, PlanRequest
from fitzen.workouts.plans.people import person_now, person_of
from fitzen.workouts.plans.schedule import volume_of
from fitzen.workouts.plans.turns import ACTIVE, ACTIVE_ID, active, active_put, due, link
from fitzen.workouts.plans.validate import validate
from fitzen.workouts.proposals import Planned
from fitzen.workouts.service import WORKOUT

PLAN = "training_plan"
MAX_WARNINGS = 10
RECENT = 16
JUST_AFTER = timedelta(microseconds=1)


@run_again
def make_plan(store: Store, user_id: str, asked: PlanRequest, now: datetime) -> Saved:
    """Make a plan for somebody and keep it as proposed; the same request again changes nothing.

    Raises InvalidError (what to avoid is not known, or leaves nothing), ConflictError, GoneError.
    """
    if asked.id and (before := store.get(user_id, PLAN, asked.id, deleted=True)):
        return created_before(before, digest_of(asked))
    id_ = asked.id or new_id(int(now.timestamp() * 1000))
    plan = generated(person_of(store, user_id, asked, now), id_).plan
    own, *others = PLANS.ops(store, Change(user_id, id_, None, plan, now))
    return create(store, cast("Put", own)._replace(digest=digest_of(asked)), *others)


def list_plans(store: Store, user_id: str, query: ListQuery) -> Page:
    return entities.listed(store, PLAN, user_id, query)


def get_plan(store: Store, user_id: str, plan_id: str) -> Record:
    return entities.get(store, PLANS, user_id, plan_id)


def replace_plan(
    store: Store, user_id: str, plan_id: str, body: PlanIn, now: datetime, if_match: int | None = None
) -> Saved:
    """Put another plan in the place of one: it is theirs, so only its shape and its exercises are checked.

    What else is unlike what it was made for is said in `warnings`. Raises NotFoundError, StaleError, InvalidError.
    """
    return entities.replace(store, PLANS, user_id, plan_id, body, now, if_match)


def delete_plan(store: Store, user_id: str, plan_id: str, now: datetime, if_match: int | None = None) -> None:
    entities.remove(store, PLANS, user_id, plan_id, now, if_match)


def planned_exercises(store: Store, user_id: str, plan_id: str, session_id: str) -> list[tuple[Exercise, Planned]]:
    """Return what a session of a plan asks of each exercise that is known. One read, and one for own exercises."""
    days = loads(get_plan(store, user_id, plan_id).body)["days"]
    day = next((each for each in days if each["id"] == session_id), None)
    entries = day["exercises"] if day else []
    found = known_exercises(store, user_id, {entry["exercise_id"] for entry in entries})
    return [
        (found[entry["exercise_id"]], _planned(entry, lighter=bool(day and day.get("deload"))))
        for entry in entries
        if entry["exercise_id"] in found
    ]


def _planned(entry: Json, *, lighter: bool) -> Planned:
    work = [each for each in entry["sets"] if each["kind"] == "normal"]
    return Planned(work or entry["sets"], len(entry["sets"]) - len(work), entry.get("why", ""), lighter)


@run_again
def activate(store: Store, user_id: str, plan_id: str, now: datetime) -> Saved:
    """Train by a plan from now on; the one that was active is done. Raises NotFoundError."""
    record = get_plan(store, user_id, plan_id)
    body = PLANS.given(record)
    if body.status == "active":
        return Saved(record.body, record.version)
    change = Change(user_id, plan_id, record, body.model_copy(update={"status": "active"}), now)
    ops = PLANS.ops(store, change)
    store.write(ops)
    return Saved(cast("Put", ops[0]).body, record.version + 1)


def proposed_plan(store: Store, user_id: str, asked: PlanRequest, plan_id: str, now: datetime) -> PlanBody:
    """Return the plan that `make_plan` would keep; nothing is written. Raises InvalidError."""
    return generated(person_of(store, user_id, asked, now), plan_id).plan


def adjusted_plan(store: Store, user_id: str, record: Record, wish: Wish, plan_id: str, now: datetime) -> PlanBody:
    """Return what a plan would be with a wish, under another id; nothing is written. Raises InvalidError.

    What the profile says of injuries and of care counts as it is now.
    """
    body = PLANS.given(record)
    person = person_now(store, user_id, body.given, now)
    plan = active(store, user_id)
    session = due(plan, store.list(user_id, WORKOUT, limit=RECENT).items) if plan else None
    return adjust(body, wish._replace(week=session["week"] if session else 1), person, plan_id)


def session_of(store: Store, user_id: str, exercises: Collection[str], at: datetime) -> Json:
    """Return {plan_id, session_id} of the active plan's session that a workout at that time would be, if it is one."""
    plan = active(store, user_id)
    before = at.astimezone(UTC) + JUST_AFTER
    return link(plan, store.list(user_id, WORKOUT, before=before, limit=RECENT).items, exercises) if plan else {}


def confirm(store: Store, user_id: str, plan_id: str, body: PlanBody, now: datetime) -> Saved:
    """Keep a plan that a coach proposed, under the id of the proposal, and train by it; repeating it changes nothing."""
    return entities.save(store, PLANS, user_id, body.model_copy(update={"status": "active"}), now, plan_id)


@run_again
def take_back(store: Store, user_id: str, plan_id: str, now: datetime) -> None:
    """Undo `confirm`: the plan goes, and if it is still active the one that it replaced is active again."""
    record = store.get(user_id, PLAN, plan_id)
    if record is None:
        return
    body = loads(record.body)
    earlier = store.get(user_id, PLAN, body["replaces"]) if body["status"] == "active" and "replaces" in body else None
    own, *others = PLANS.ops(store, Change(user_id, plan_id, record, None, now))
    if earlier is None:
        store.write([own, *others])
        return
    again = loads(earlier.body) | {"status": "active"}
    pointer = store.get(user_id, ACTIVE, ACTIVE_ID, deleted=True)
    back = [_put_again(earlier, again), active_put(user_id, again, pointer.version if pointer else 0)]
    store.write([own, *back])


def _ops(store: Store, change: Change[PlanBody]) -> Sequence[Op]:
    pointer = store.get(change.owner, ACTIVE, ACTIVE_ID, deleted=True)
    version = pointer.version if pointer else 0
    active_id = loads(pointer.body)["plan_id"] if pointer and not pointer.deleted else None
    gone = [Delete(change.owner, ACTIVE, ACTIVE_ID, version)] if active_id == change.id else []
    if change.after is None:
        return [PLANS.delete(change), *gone]
    other = store.get(change.owner, PLAN, active_id) if active_id and active_id != change.id else None
    own = _put(store, change, other)
    if change.after.status != "active":
        return [own, *gone]
    done = [_put_again(other, loads(other.body) | {"status": "done"})] if other else []
    return [own, active_put(change.owner, loads(own.body), version), *done]


def _put(store: Store, change: Change[PlanBody], active: Record | None) -> Put:
    """Return the put of a plan, with what follows from it and which plan it replaced."""
    body = cast("PlanBody", change.after)
    exercises = _known(store, change.owner, body)
    before = PLANS.given(change.record) if change.record and not change.record.deleted else body
    at = (before.created_at or body.created_at or change.now).astimezone(UTC)
    replaces = active.id if active and body.status == "active" else before.replaces or body.replaces
    derived = {
        "created_at": at.isoformat(),
        "volume": [each.model_dump() for each in volume_of(body.days, exercises)],
        "warnings": _warnings(body, exercises),
        **({"replaces": replaces} if replaces else {}),
    }
    return PLANS.put(change, at, derived=derived)


def _put_again(record: Record, body: Json) -> Put:
    return Put(record.owner, PLAN, record.id, dumps(body), record.at, record.version)


def _known(store: Store, user_id: str, body: PlanBody) -> Mapping[str, Exercise]:
    """Look up the exercises of a plan. Raises InvalidError naming each that is not known."""
    entries = [(i, j, entry) for i, day in enumerate(body.days) for j, entry in enumerate(day.exercises)]
    found = known_exercises(store, user_id, {entry.exercise_id for *_, entry in entries})
    errors = [
        FieldError(f"days.{i}.exercises.{j}.exercise_id", "There is no exercise with this id.")
        for i, j, entry in entries
        if entry.exercise_id not in found
    ]
    if errors:
        raise InvalidError("An exercise is not known.", errors=errors)
    return found


def _warnings(body: PlanBody, exercises: Mapping[str, Exercise]) -> list[str]:
    """Say where a plan is unlike what it was made for. Loads are not judged: they were found on the day it was made."""
    if body.given is None:
        return []
    broken = validate(body, Person(body.given, own=exercises))
    said = (f"{each.where.capitalize()}: {each.message}" for each in broken if each.rule not in ("load", "fullest"))
    return list(dict.fromkeys(said))[:MAX_WARNINGS]


PLANS = Entity(PLAN, "training plan", PlanBody, _ops)

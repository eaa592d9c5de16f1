"""Set, read, change and drop goals. What is stored is what the person said; how far it has come is computed on read.

Two things are kept besides: `reached_on`, because what was reached stays reached, and the `history` of what was said of
a custom goal. A goal whose value has come to its target reads as reached at once; `mark_reached` writes it down.
"""

from datetime import datetime

from fitzen import entities
from fitzen.entities import Change
from fitzen.goals import wording
from fitzen.goals.models import GoalIn
from fitzen.goals.readings import Readings
from fitzen.goals.setting import GOAL, GOALS, MAX_ACTIVE, settled
from fitzen.goals.views import shown
from fitzen.infra.storage.base import Op, Put, Record, Store
from fitzen.records import Json, Saved, loads, run_again
from fitzen.web.answers import MAX_LIMIT, ListQuery

__all__ = ["GOALS", "MAX_ACTIVE"]

DRAFT = "draft"
"""The id of a goal that is not set yet."""


def set_goal(store: Store, user_id: str, body: GoalIn, now: datetime) -> Saved:
    """Save a goal; the same again changes nothing. Raises InvalidError (not safe, too many), ConflictError, GoneError."""
    return entities.save(store, GOALS, user_id, body, now)


def replace_goal(
    store: Store, user_id: str, id: str, body: GoalIn, now: datetime, if_match: int | None = None
) -> Saved:
    """Put another goal in the place of one. Raises as `entities.replace`."""
    return entities.replace(store, GOALS, user_id, id, body, now, if_match)


def patch_goal(store: Store, user_id: str, id: str, patch: Json, now: datetime, if_match: int | None = None) -> Saved:
    """Change some fields by JSON Merge Patch; what comes out is validated as a whole."""
    return entities.patch(store, GOALS, user_id, id, patch, now, if_match)


def delete_goal(store: Store, user_id: str, id: str, now: datetime, if_match: int | None = None) -> None:
    """Delete a goal; one that is not there is deleted already."""
    entities.remove(store, GOALS, user_id, id, now, if_match)


def preview(store: Store, user_id: str, body: GoalIn, now: datetime) -> Json:
    """Return a goal as it would be read if it were set now, with `target` and `start` in the person's units.

    Nothing is written. Raises InvalidError as `set_goal`.
    """
    own, *_ = GOALS.ops(store, Change(user_id, body.id or DRAFT, None, body, now))
    assert isinstance(own, Put)  # noqa: S101 - what is created is put
    readings = Readings(store, user_id, now)
    record = Record(user_id, GOAL, own.id, own.body, own.at, 1, 0, group=own.group)
    goal, units = GOALS.given(record), readings.profile["units"]
    start = {} if goal.start_value is None else {"start": wording.amount(goal, goal.start_value, units)}
    return shown(readings, record) | {"target": wording.amount(goal, goal.target_value, units), **start}


def get_goal(store: Store, user_id: str, id: str, now: datetime) -> tuple[Json, int]:
    """Return a goal as of now, and its version. Raises NotFoundError."""
    record = entities.get(store, GOALS, user_id, id)
    return shown(Readings(store, user_id, now), record), record.version


def list_goals(store: Store, user_id: str, query: ListQuery, now: datetime) -> Json:
    """Return a page of goals as of now, those that started last first."""
    page = entities.listed(store, GOAL, user_id, query)
    readings = Readings(store, user_id, now)
    return {"items": [shown(readings, record) for record in page.items], "next_cursor": page.next_cursor}


@run_again
def mark_reached(store: Store, user_id: str, now: datetime) -> list[Json]:
    """Write down which active goals have come to their target, and return those; safe to repeat, and twice at once.

    It also writes down where goals started that were set before anything was logged: by the first entry since.
    """
    records = store.list(user_id, GOAL, group="active", limit=MAX_ACTIVE).items
    if not records:
        return []
    readings = Readings(store, user_id, now)
    views = [(record, shown(readings, record)) for record in records]
    ops: list[Op] = [put for record, view in views if (put := settled(record, view, now)) is not None]
    if ops:
        store.write(ops)
    return [view for _, view in views if view["status"] == "reached"]


def first_reached(store: Store, user_id: str, now: datetime) -> Json | None:
    """Return the goal that is written down as reached first, of the hundred that started last, as of now."""
    found = store.list(user_id, GOAL, group="reached", limit=MAX_LIMIT).items
    first = min(found, key=lambda record: loads(record.body)["reached_on"], default=None)
    return shown(Readings(store, user_id, now), first) if first else None

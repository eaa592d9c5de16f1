"""What to lift today: the session whose turn it is, with a load for each exercise and the reason for it.

With an active plan it is the plan's session that is due, its loads worked out anew from the log. Without a plan, the turn is read from the log: of the sessions done in the last weeks, told apart by name, the one
that was done longest ago. Loads come from double progression (science/progression.py) over each exercise's history.
"""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from fitzen.infra.storage.base import Record, Store
from fitzen.records import Json, loads
from fitzen.users.service import time_zone, units
from fitzen.workouts.plans import turns
from fitzen.workouts.plans.service import planned_exercises
from fitzen.workouts.proposals import days_since, proposed, source
from fitzen.workouts.service import WORKOUT, WORKOUTS, known

__all__ = ["next_session", "source", "whose_turn"]

LOOK_BACK_DAYS = 35
RECENT = 16
"""So many workouts are read for whose turn it is: four weeks of four."""


def next_session(store: Store, user_id: str, now: datetime) -> Json:
    """Propose a session; `exercises` is empty when no workout is logged."""
    records = store.list(user_id, WORKOUT, limit=RECENT).items
    plan = turns.active(store, user_id)
    if plan and (session := turns.due(plan, records)):
        return _of_plan(store, user_id, plan, session, now)
    if not records:
        return {
            "name": "Your first session",
            "why": "Nothing is logged yet. Log a workout, and the next one is proposed from it.",
            "exercises": [],
            "sources": [],
        }
    today = now.astimezone(ZoneInfo(time_zone(store, user_id))).date()
    record, why = _turn(records, today)
    body = WORKOUTS.given(record)
    exercises = known(store, user_id, body)
    order = list(dict.fromkeys(entry.exercise_id for entry in body.exercises))
    unit = units(store, user_id)
    return {
        "name": body.name,
        "why": why,
        "exercises": [proposed(store, user_id, exercises[id_], unit, today) for id_ in order],
        "sources": [source(body.name, record.id, body.started_at)],
    }


def _of_plan(store: Store, user_id: str, plan: Json, session: Json, now: datetime) -> Json:
    """Return a session of the plan, with its loads as the log says now."""
    today = now.astimezone(ZoneInfo(time_zone(store, user_id))).date()
    unit = units(store, user_id)
    exercises = planned_exercises(store, user_id, plan["plan_id"], session["id"])
    return turns.shown(plan, session) | {
        "exercises": [proposed(store, user_id, exercise, unit, today, planned) for exercise, planned in exercises]
    }


def whose_turn(store: Store, user_id: str, today: date, active: Record | None = None) -> Json | None:
    """Return whose turn it is, without loads: {name, why, exercises, minutes?, plan_id?, session_id?, sources}. One read.

    `active` is what is remembered of the active plan (plans/turns.py). None where there is neither plan nor log.
    """
    records = store.list(user_id, WORKOUT, limit=RECENT).items
    plan = loads(active.body) if active else None
    if plan and (session := turns.due(plan, records)):
        return turns.shown(plan, session) | {"exercises": session["exercises"]}
    if not records:
        return None
    record, why = _turn(records, today)
    body = loads(record.body)
    started, ended = (datetime.fromisoformat(body[at]) if at in body else None for at in ("started_at", "ended_at"))
    return {
        "name": body["name"],
        "why": why,
        "exercises": [entry["exercise_id"] for entry in body["exercises"]],
        **({"minutes": round((ended - started).total_seconds() / 60)} if started and ended else {}),
        "sources": [source(body["name"], record.id, started or record.at)],
    }


def _turn(records: Sequence[Record], today: date) -> tuple[Record, str]:
    """Choose, of the latest workout of each name, the one done longest ago (of those in the last five weeks)."""
    latest: dict[str, tuple[Record, Json]] = {}
    for record in records:
        body = loads(record.body)
        latest.setdefault(body["name"].casefold(), (record, body))
    found = [(record, body["name"], days_since(body, today)) for record, body in latest.values()]
    recent = [turn for turn in found if turn[-1] <= LOOK_BACK_DAYS]
    chosen, name, days = recent[-1] if recent else found[0]
    ago = "today" if days == 0 else "yesterday" if days == 1 else f"{days} days ago"
    if len(recent) > 1:
        return chosen, f"Of your {len(recent)} recent sessions, {name} was done longest ago: {ago}."
    return chosen, f"{name} is what you did last, {ago}."

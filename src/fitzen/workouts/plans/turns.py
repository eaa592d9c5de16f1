"""Which session of the active plan is due: the first that is not done in the week that the person has come to."""

from collections.abc import Collection, Sequence

from fitzen.infra.storage.base import Put, Record, Store
from fitzen.records import EPOCH, Json, dumps, loads

ACTIVE = ACTIVE_ID = "active_plan"
"""The active plan's sessions without their sets: small, so that Today reads it with what else it reads."""
MATCH = 0.5
"""The share of a session's exercises that a workout has in common with it to count as that session."""


def active_put(owner: str, plan: Json, version: int) -> Put:
    """Return the put of what is remembered of the plan that is active."""
    sessions = [
        {
            **{name: day[name] for name in ("id", "name", "week", "order", "minutes")},
            "deload": bool(day.get("deload")),
            "exercises": [entry["exercise_id"] for entry in day["exercises"]],
        }
        for day in sorted(plan["days"], key=lambda day: (day["week"], day["order"]))
    ]
    body = {"plan_id": plan["id"], "name": plan["name"], "weeks": plan["weeks"], "sessions": sessions}
    return Put(owner, ACTIVE, ACTIVE_ID, dumps(body), EPOCH, version)


def active(store: Store, user_id: str) -> Json | None:
    """Return {plan_id, name, weeks, sessions[{id, name, week, order, minutes, deload, exercises}]}, or None. One read."""
    record = store.get(user_id, ACTIVE, ACTIVE_ID)
    return loads(record.body) if record else None


def due(plan: Json, workouts: Sequence[Record]) -> Json | None:
    """Return the session that is due, given the last workouts; None when the plan is through.

    A session is done when a workout names it. Sessions of earlier weeks than the latest that was done are not asked for
    any more.
    """
    done = {session for record in workouts if (session := loads(record.body).get("session_id"))}
    weeks = [session["week"] for session in plan["sessions"] if session["id"] in done]
    week = max(weeks, default=1)
    left = (each for each in plan["sessions"] if each["week"] >= week and each["id"] not in done)
    return next(left, None)


def shown(plan: Json, session: Json) -> Json:
    """Say which session is due, and why."""
    lighter = ", a lighter week" if session["deload"] else ""
    return {
        "name": session["name"],
        "why": f"It is next in your plan \u201c{plan['name']}\u201d: week {session['week']} of {plan['weeks']}{lighter}.",
        "minutes": session["minutes"],
        "plan_id": plan["plan_id"],
        "session_id": session["id"],
        "sources": [{"label": plan["name"], "ref": f"plan:{plan['plan_id']}"}],
    }


def link(plan: Json, workouts: Sequence[Record], exercises: Collection[str]) -> Json:
    """Return {plan_id, session_id} of the session that a workout of these exercises is, if it is the one that is due.

    `workouts` are the last ones before it.
    """
    session = due(plan, workouts)
    if session is None:
        return {}
    common = set(exercises) & set(session["exercises"])
    if len(common) < MATCH * len(session["exercises"]):
        return {}
    return {"plan_id": plan["plan_id"], "session_id": session["id"]}

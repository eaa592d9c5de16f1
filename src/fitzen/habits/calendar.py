"""A habit as a person reads it: how it stands today, and each day of a calendar."""

from collections.abc import Mapping
from datetime import date

from fitzen.habits import rules
from fitzen.habits.deriving import Known
from fitzen.habits.rules import WEEK, Checkins, Plan, Tally, monday
from fitzen.records import Json

RECENT = 14


def standing(found: Known, today: int) -> Tally:
    """Return the streak and strength as of a day that is not over."""
    return rules.as_of(found.plan, found.state.tally, found.state.checkins, found.state.since, today)


def habit_of(found: Known, today: int) -> Json:
    """Return a habit as stored, with what a day makes of it."""
    tally, checkins = standing(found, today), found.state.checkins
    recent = {day: checkins[day] for day in checkins if today - RECENT < day <= today}
    derived = {
        "streak": {"current": tally.run, "longest": tally.longest, "unit": "weeks" if found.plan.count else "days"},
        "strength": round(tally.score, 1),
        "today": _with_value({"day": iso(today), **due_and_done(found, today)}, checkins.get(today)),
        "checkins": [_with_value({"day": iso(day)}, value) for day, value in recent.items()],
    }
    slip = {} if tally.slip is None else {"days_since_slip": today - tally.slip}
    return found.habit | derived | slip


def due_and_done(found: Known, day: int) -> Json:
    """Say of a day that the state still knows one by one whether it is due, and whether it is done."""
    plan, checkins = found.plan, found.state.checkins
    return {"due": plan.due(checkins, day), "done": _done(plan, checkins, day)}


def _done(plan: Plan, checkins: Checkins, day: int) -> bool:
    """A day without a check-in is done only of a habit to quit, and then only while that runs."""
    return plan.done(checkins, day) and (day in checkins or plan.runs(day))


def days_of(plan: Plan, bodies: Mapping[int, Json], first: int, last: int, today: int) -> list[Json]:
    """Return each day from one to another. `bodies` holds the check-ins of their whole weeks."""
    checkins = _values(bodies)
    return [_day(plan, checkins, bodies.get(day, {}), day, today) for day in range(first, last + 1)]


def _day(plan: Plan, checkins: Checkins, body: Json, day: int, today: int) -> Json:
    done = day <= today and _done(plan, checkins, day)
    due = plan.due(checkins, day)
    missed = due and not done and not plan.count and (day < today or (plan.quit and day in checkins))
    known = {"day": iso(day), "due": due, "done": done, "paused": plan.resting(day), "missed": missed}
    return known | {name: body[name] for name in ("value", "note") if name in body}


def weeks_of(plan: Plan, bodies: Mapping[int, Json], first: int, last: int, today: int) -> list[Json]:
    """Return the weeks that the days from one to another are in; none of a habit that goes by days."""
    if not plan.count:
        return []
    checkins = _values(bodies)
    return [_week(plan, checkins, week, today) for week in range(monday(first), last + 1, WEEK)]


def _week(plan: Plan, checkins: Checkins, week: int, today: int) -> Json:
    done, over = plan.done_in_week(checkins, week), week + WEEK <= today
    missed = over and any(share < 1 for share in plan.shares(checkins, week, week + WEEK))
    return {"week": iso(week), "done": done, "count": plan.count, "missed": missed}


def _values(bodies: Mapping[int, Json]) -> Checkins:
    return {day: body.get("value") for day, body in bodies.items()}


def _with_value(known: Json, value: float | None) -> Json:
    return known if value is None else known | {"value": value}


def iso(day: int) -> str:
    return date.fromordinal(day).isoformat()

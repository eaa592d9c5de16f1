"""What a person really burns, from the last weeks of their diary and scale, and this week's target from it.

The estimate is science/expenditure.py's; here it is fed: a day's energy from the day records, the morning's weight, and
what the person says of a day. Reads are bounded by 120 days, however many years lie behind.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import NamedTuple

from fitzen.cycle.service import cycle_days
from fitzen.errors import InvalidError
from fitzen.infra.storage.base import Put, Record, Store
from fitzen.measurements.models import MeasurementQuery
from fitzen.measurements.service import list_measurements
from fitzen.nutrition import days, targets
from fitzen.nutrition.reports import AcceptIn
from fitzen.nutrition.targets import Person, goal_of, kept
from fitzen.records import Json, all_records, dumps, loads, midnight, run_again
from fitzen.science import energy
from fitzen.science.energy import Body
from fitzen.science.expenditure import Day, Estimate, Prior, estimate, explain, weekly_target
from fitzen.users import service as users
from fitzen.users.models import Targets

DAYS = 120
MOST_WEIGH_INS = 500
CYCLING_UNTIL = 52
"""Age up to which a woman's weight is read as if it may swing with a cycle."""
WEEK = "target_week"
LEAST_LOGGED, LEAST_WEIGH_INS = 7, 3
"""Of the last four weeks, before a week's target is proposed from them."""


class Measured(NamedTuple):
    """The estimates of each day, what they were made from, and what a kilogram of the body holds."""

    who: Person
    body: Body
    days: Sequence[Day]
    estimates: Sequence[Estimate]
    prior: energy.Burn
    kcal_per_kg: float


def show(store: Store, user_id: str, now: datetime) -> Json:
    """Return the measured expenditure as a series, with its interval, the reasons, and this week's target.

    While the profile lacks what the formulas need, `missing` names it and nothing else is there.
    """
    who = targets.person(store, user_id, now)
    if who.body is None:
        return {"missing": who.missing, "series": []}
    found = _measured(store, user_id, who, who.body)
    last = found.estimates[-1] if found.estimates else None
    return {
        "missing": [],
        "formula": {"expenditure_kcal": round(found.prior.kcal), "source": found.prior.source},
        **({} if last is None else _figures(last)),
        "explanation": _explained(found),
        "week": _week(store, user_id, found),
        "series": [_shown(*pair) for pair in zip(found.days, found.estimates, strict=True)],
    }


@run_again
def accept(store: Store, user_id: str, body: AcceptIn, now: datetime) -> Json:
    """Make this week's target the person's own; the same again changes nothing. Raises InvalidError."""
    who = targets.person(store, user_id, now)
    week = None if who.body is None else _week(store, user_id, _measured(store, user_id, who, who.body))
    if week is None:
        raise InvalidError.of("accept", "There is no measured target yet. Log meals and weight for some days more.")
    if week["starts_on"] != body.starts_on.isoformat():
        raise InvalidError.of("starts_on", "A new week has begun. Look at its target first.")
    if not week["accepted"]:
        record = store.get(user_id, WEEK, week["starts_on"], deleted=True)
        stored = dumps({name: week[name] for name in ("starts_on", "targets", "why")})
        version = record.version if record else 0
        put = Put(user_id, WEEK, week["starts_on"], stored, midnight(week["starts_on"]), version)
        store.write([put, users.targets_put(store, user_id, Targets.model_validate(week["targets"]))])
    return targets.show(store, user_id, now)


def _measured(store: Store, user_id: str, who: Person, body: Body) -> Measured:
    prior = energy.expenditure(body, who.profile.get("activity_level"))
    kcal_per_kg = energy.energy_density(body.fat_kg)
    logged = _in_the_cycle(store, user_id, list(_days(store, user_id, who.today)))
    cycling = body.sex == "female" and body.age < CYCLING_UNTIL and not body.pregnant
    found = estimate(logged, Prior(prior.kcal, prior.sd), kcal_per_kg, menstruates=cycling)
    return Measured(who, body, logged, found, prior, kcal_per_kg)


def _in_the_cycle(store: Store, user_id: str, logged: list[Day]) -> list[Day]:
    """Say of each day where in the menstrual cycle it is, for those who keep a log of it."""
    phases = cycle_days(store, user_id, logged[0].day, logged[-1].day) if logged else {}
    return [entry._replace(cycle_phase=phases.get(entry.day)) for entry in logged]


def _days(store: Store, user_id: str, today: date) -> Iterator[Day]:
    """Yield each day from the first with something logged; today only if it is said to be complete."""
    first = today - timedelta(days=DAYS)
    diary = {record.id: loads(record.body) for record in all_records(store, user_id, days.DAY, after=_start(first))}
    weights = _weights(store, user_id, first)
    begun = False
    for number in range(DAYS + 1):
        day = first + timedelta(days=number)
        entry = _day(day, diary.get(day.isoformat(), {}), weights.get(day.isoformat()))
        if day == today and not entry.complete:
            entry = Day(day, weight_kg=entry.weight_kg)
        begun = begun or entry[1:] != (None,) * (len(entry) - 1)
        if begun:
            yield entry


def _start(day: date) -> datetime:
    return midnight(day.isoformat())


def _day(day: date, stored: Json, weight_kg: float | None) -> Day:
    intake = stored.get("totals", {}).get("energy_kcal")
    complete = stored.get("complete")
    if intake is not None and complete is None and stored["unknown"].get("energy_kcal"):
        complete = False
    return Day(day, intake, complete if intake is not None else None, weight_kg)


def _weights(store: Store, user_id: str, first: date) -> Mapping[str, float]:
    """Return the first weight of each local day."""
    found: dict[str, float] = {}
    for record in islice(_weigh_ins(store, user_id, first), MOST_WEIGH_INS):
        body = loads(record.body)
        found[body["day"]] = body["value"]
    return found


def _weigh_ins(store: Store, user_id: str, first: date) -> Iterator[Record]:
    """Yield weigh-ins, newest first; a local day begins up to 14 hours before that of UTC."""
    cursor = None
    while True:
        query = MeasurementQuery(
            metric="weight_kg", after=_start(first) - timedelta(hours=14), limit=100, cursor=cursor
        )
        page = list_measurements(store, user_id, query)
        yield from page.items
        cursor = page.next_cursor
        if cursor is None:
            return


def _week(store: Store, user_id: str, found: Measured) -> Json | None:
    """Return the target of the week from Monday: what was known when it began, so that it stays all week."""
    monday = found.who.today - timedelta(days=found.who.today.weekday())
    taken = store.get(user_id, WEEK, monday.isoformat())
    if taken is not None:
        week = loads(taken.body)
        return week | {"accepted": found.who.profile.get("targets") == week["targets"]}
    before = [each for each in found.estimates if each.day < monday]
    known = explain(found.days[: len(before)], before, found.kcal_per_kg)
    if known is None or known.logged < LEAST_LOGGED or known.weigh_ins < LEAST_WEIGH_INS or before[-1].paused:
        return None
    profile = found.who.profile
    previous = profile["targets"]["energy_kcal"] if "targets" in profile else None
    body = _as_estimated(found.body, before[-1])
    proposed = weekly_target(body, goal_of(profile), before[-1], previous, units=profile["units"])
    return {
        "starts_on": monday.isoformat(),
        "targets": kept(proposed).model_dump(),
        "why": list(proposed.why),
        "accepted": False,
    }


def _as_estimated(body: Body, found: Estimate) -> Body:
    return body if found.weight_kg is None else replace(body, weight_kg=found.weight_kg)


def _explained(found: Measured) -> Json | None:
    known = explain(found.days, found.estimates, found.kcal_per_kg, units=found.who.profile["units"])
    if known is None:
        return None
    said = known._asdict() | {"why": list(known.why)}
    return {
        name: round(value, 2) if isinstance(value, float) else value
        for name, value in said.items()
        if value is not None
    }


def _figures(known: Estimate) -> Json:
    return {"expenditure_kcal": round(known.expenditure_kcal), "low": round(known.low), "high": round(known.high)}


def _shown(day: Day, known: Estimate) -> Json:
    optional = {
        "weight_kg": None if known.weight_kg is None else round(known.weight_kg, 2),
        "weighed_kg": day.weight_kg,
        "intake_kcal": day.intake_kcal,
        "complete": None if known.complete is None else round(known.complete, 2),
    }
    return {
        "day": known.day.isoformat(),
        **_figures(known),
        **{name: value for name, value in optional.items() if value is not None},
        "paused": known.paused,
    }

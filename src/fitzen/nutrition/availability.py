"""Low energy availability: what a person eats, less what training burns, for each kg of fat-free mass, over days logged whole.

Below 30 kcal hormones, bones and recovery suffer (Loucks 2003; REDs: Mountjoy 2023, doi 10.1136/bjsports-2023-106994).
It is a warning sign, found from a diary: so only days that are whole count, and a doctor is named, not a diagnosis. It is
not looked for above a BMI of 25, where the body's stores cover a deficit.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from math import fsum
from typing import NamedTuple

from fitzen.infra.storage.base import Store
from fitzen.nutrition import days, targets
from fitzen.records import Json, all_records, loads, midnight
from fitzen.science.energy import LOW_AVAILABILITY, OVERWEIGHT_BMI, Body, energy_availability
from fitzen.science.expenditure import MOST_INTAKE_KCAL
from fitzen.science.loading import lb_from_kg
from fitzen.workouts.service import WORKOUT

LOOKED_BACK, NEEDED = timedelta(days=14), 5
WHOLE_MEALS = 3
"""A day that nobody marked counts as whole from so many meals; one with only a breakfast says nothing of what was eaten."""
TRAINING_MET, MOST_HOURS = 3.5, 4.0
"""Resistance training of several exercises, 8 to 15 repetitions (Herrmann 2024, the Compendium, doi
10.1016/j.jshs.2023.10.010, code 02054), for a workout that does not say what it burned but how long it took."""


class Day(NamedTuple):
    """What was eaten and burned by training on a day, in kcal."""

    day: str
    intake_kcal: float
    exercise_kcal: float


def low_energy_availability(store: Store, user_id: str, now: datetime) -> Json | None:
    """Return the evidence where availability was low over five days or more of the last two weeks; else None.

    `energy_availability` is in kcal for each kg of fat-free mass a day, `days` how many it is the mean of, the other
    figures are means; `text` says it kindly, `sources` are the days. Reads two weeks of days and workouts.
    """
    who = targets.person(store, user_id, now)
    if who.body is None or who.body.bmi >= OVERWEIGHT_BMI:
        return None
    first = who.today - LOOKED_BACK
    whole = list(_whole_days(store, user_id, first, who.today))
    if len(whole) < NEEDED:
        return None
    burned = _burned(store, user_id, first, who.today, who.body)
    found = [Day(day, intake, burned.get(day, 0.0)) for day, intake in whole]
    return _low(found, who.body, who.profile["units"])


def _low(found: Sequence[Day], body: Body, units: str) -> Json | None:
    intake = fsum(day.intake_kcal for day in found) / len(found)
    exercise = fsum(day.exercise_kcal for day in found) / len(found)
    available = energy_availability(max(0.0, intake), exercise, body.lean_kg)
    if available >= LOW_AVAILABILITY:
        return None
    measured = body.body_fat_pct is not None
    figures: Json = {
        "energy_availability": round(available, 1),
        "low_below": LOW_AVAILABILITY,
        "days": len(found),
        "from": found[0].day,
        "until": found[-1].day,
        "intake_kcal": round(intake),
        "exercise_kcal": round(exercise),
        "fat_free_mass": _mass(body.lean_kg, units),
        "fat_free_mass_source": "measured body fat"
        if measured
        else "estimated from BMI, age and sex (Deurenberg 1991)",
    }
    sources = [{"label": f"Diary of {day.day}", "ref": f"day:{day.day}"} for day in found]
    return figures | {"text": _text(figures), "sources": sources}


def _text(figures: Json) -> str:
    return (
        f"On the {figures['days']} days that you logged in full since {figures['from']}, about {figures['intake_kcal']:,} kcal a day "
        f"came in and training took {figures['exercise_kcal']:,}. That leaves {figures['energy_availability']:g} kcal for each kg of "
        f"fat-free mass ({figures['fat_free_mass']}, {figures['fat_free_mass_source']}); below {figures['low_below']:g} for long, hormones, bones "
        "and recovery suffer. A little more to eat, above all around training, helps. If you are often tired, ill or injured, or your "
        "period stays away, please talk to a doctor."
    )


def _mass(kilograms: float, units: str) -> str:
    return f"{lb_from_kg(kilograms):.0f} lb" if units == "imperial" else f"{kilograms:.0f} kg"


def _whole_days(store: Store, user_id: str, first: date, today: date) -> Iterable[tuple[str, float]]:
    """Yield the days before today of which all that was eaten seems to be logged, oldest first, with their energy."""
    records = all_records(
        store, user_id, days.DAY, after=midnight(first.isoformat()), before=midnight(today.isoformat())
    )
    for record in sorted(records, key=lambda record: record.id):
        body = loads(record.body)
        intake = body.get("totals", {}).get("energy_kcal")
        if intake is not None and intake <= MOST_INTAKE_KCAL and _is_whole(body):
            yield record.id, intake


def _is_whole(body: Json) -> bool:
    if body.get("complete") is not None:
        return bool(body["complete"])
    return len(body.get("meals", {})) >= WHOLE_MEALS and not body.get("unknown", {}).get("energy_kcal")


def _burned(store: Store, user_id: str, first: date, today: date, body: Body) -> Mapping[str, float]:
    """Return what training burned on each day, beyond rest."""
    found: dict[str, float] = {}
    around = timedelta(days=1)
    records = all_records(
        store, user_id, WORKOUT, after=midnight(first.isoformat()) - around, before=midnight(today.isoformat()) + around
    )
    for workout in (loads(record.body) for record in records):
        found[workout["day"]] = found.get(workout["day"], 0.0) + _energy(workout, body)
    return found


def _energy(workout: Json, body: Body) -> float:
    given = workout.get("totals", {}).get("energy_kcal")
    if given is not None:
        return float(given)
    if not workout.get("ended_at"):
        return 0.0
    took = datetime.fromisoformat(workout["ended_at"]) - datetime.fromisoformat(workout["started_at"])
    hours = min(MOST_HOURS, max(0.0, took.total_seconds() / 3600))
    return (TRAINING_MET - 1) * body.weight_kg * hours

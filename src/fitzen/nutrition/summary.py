"""A day, or some days on average, against targets: a few reads, one of them a list of day records."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from math import fsum

from fitzen.errors import InvalidError
from fitzen.infra.storage.base import Store
from fitzen.nutrition import days, rules, targets
from fitzen.nutrition.models import SLOTS
from fitzen.nutrition.reports import MAX_SUMMARY_DAYS, SummaryQuery
from fitzen.nutrition.targets import Person
from fitzen.records import Json, all_records, loads, midnight
from fitzen.science import intakes
from fitzen.science.intakes import Reference
from fitzen.science.nutrients import MACROS, NUTRIENTS
from fitzen.web.fields import FIRST_YEAR, LAST_YEAR

WATER = "water_g"
"""Of food; what is drunk is counted apart."""


def summary(store: Store, user_id: str, query: SummaryQuery, now: datetime) -> Json:
    """Sum up what was eaten. Raises InvalidError on a week that does not exist."""
    who = targets.person(store, user_id, now)
    first, last = span(query, who.today)
    logged = _days(store, user_id, first, last)
    aim, _ = targets.of_person(who)
    eaten = mean(list(logged.values()))
    return {
        "starts_on": first.isoformat(),
        "ends_on": last.isoformat(),
        **eaten,
        **_references(who, eaten),
        "targets": aim.model_dump() if aim else None,
        "missing": [] if aim else who.missing,
        "left": _left(aim.model_dump(), eaten["totals"]) if aim else None,
        "slots": list(_slots(list(logged.values()))),
        "days": list(_each(first, last, logged)),
    }


def span(query: SummaryQuery, today: date) -> tuple[date, date]:
    """Return the first and the last day that a query asks for."""
    if query.week:
        year, _, week = query.week.partition("-W")
        try:
            monday = date.fromisocalendar(int(year), int(week), 1)
        except ValueError:
            monday = None
        if monday is None or not FIRST_YEAR <= monday.year < LAST_YEAR:
            raise InvalidError.of("week", "This must be a week that exists, such as 2026-W48.")
        return monday, monday + timedelta(days=6)
    last = query.day or today
    return last - timedelta(days=query.days - 1), last


def _days(store: Store, user_id: str, first: date, last: date) -> Mapping[str, Json]:
    after, before = midnight(first.isoformat()), midnight((last + timedelta(days=1)).isoformat())
    page = store.list(user_id, days.DAY, after=after, before=before, limit=MAX_SUMMARY_DAYS)
    return {record.id: loads(record.body) for record in page.items}


def days_between(store: Store, user_id: str, first: date, last: date, most: int) -> list[Json]:
    """Return the day records from one day to another, newest first, at most so many: `rules.day_of` says what is in one."""
    after, before = midnight(first.isoformat()), midnight((last + timedelta(days=1)).isoformat())
    found = all_records(store, user_id, days.DAY, after=after, before=before)
    return [loads(record.body) for record in islice(found, most)]


def mean(logged: Sequence[Json]) -> Json:
    """Return a day on average, as `reports.Summary` says; of one day its own figures."""
    eaten = [day for day in logged if day["items"]]
    whole = eaten[0] if len(eaten) == 1 else rules.combined(eaten)
    drunk = [day["water_ml"] for day in logged if day["water_ml"]]
    return {
        "days_logged": len(eaten),
        "items": whole["items"],
        "totals": whole["totals"] if len(eaten) == 1 else rules.means([day["totals"] for day in eaten]),
        "unknown": whole["unknown"],
        "water_ml": round(fsum(drunk) / len(drunk), rules.ML_DECIMALS) if drunk else 0.0,
    }


def _references(who: Person, eaten: Json) -> Json:
    """Compare with what this person needs of each nutrient, and of water; nothing where the age is not known."""
    age = targets.age_of(who.profile, who.today)
    if age is None:
        return {"micronutrients": []}
    sex, pregnant = targets.sex_of(who.profile), targets.is_pregnant(who.profile)
    needed = intakes.reference(sex, age, pregnant=pregnant)
    return {
        "water_target_ml": intakes.drinks_ml(sex, age, pregnant=pregnant),
        "micronutrients": [_micronutrient(key, each, eaten) for key, each in needed.items() if key != WATER],
    }


def _micronutrient(key: str, needed: Reference, eaten: Json) -> Json:
    amount = eaten["totals"].get(key)
    found = {
        "nutrient": key,
        "label": NUTRIENTS[key].label,
        "amount": amount,
        "unknown": eaten["items"] if amount is None else eaten["unknown"].get(key, 0),
        "reference": needed.amount,
        "kind": needed.kind,
        "percent": None if amount is None else round(100 * amount / needed.amount),
        "upper": needed.upper,
        "upper_of": None if needed.upper is None else needed.upper_of,
        "over_upper": _over(needed, amount, eaten["totals"]),
    }
    return {name: value for name, value in found.items() if value is not None}


def _over(needed: Reference, amount: float | None, totals: Mapping[str, float]) -> bool | None:
    """Say whether the upper limit is passed; None where it does not count what is eaten, or that is unknown."""
    counted = {"total": amount, "risk": amount, "retinol": totals.get("retinol_ug")}.get(needed.upper_of)
    return None if counted is None or needed.upper is None else counted > needed.upper


def _left(aim: Json, eaten: Mapping[str, float]) -> dict[str, float]:
    return rules.rounded({key: aim[key] - eaten.get(key, 0.0) for key in MACROS})


def _slots(logged: Sequence[Json]) -> Iterator[Json]:
    parts = [part for day in logged for part in day["meals"].values()]
    for slot in SLOTS:
        if own := [_macros(part) for part in parts if part["slot"] == slot]:
            yield {"slot": slot, **rules.combined(own)}


def _macros(part: Json) -> Json:
    """Return a contribution, or a day, with its energy and macronutrients only."""
    return {
        "items": part["items"],
        **{name: {key: part[name][key] for key in MACROS if key in part[name]} for name in ("totals", "unknown")},
    }


def _each(first: date, last: date, logged: Mapping[str, Json]) -> Iterator[Json]:
    for number in range((last - first).days + 1):
        day = (first + timedelta(days=number)).isoformat()
        found = logged.get(day, {"items": 0, "totals": {}, "unknown": {}, "water_ml": 0.0})
        said = {"complete": found["complete"]} if "complete" in found else {}
        yield {
            "day": day,
            **said,
            "items": found["items"],
            "totals": _macros(found)["totals"],
            "water_ml": found["water_ml"],
        }

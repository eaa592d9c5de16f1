"""What a person aims to eat in a day: what they set or accepted, else computed from profile and weight."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from fitzen.errors import InvalidError
from fitzen.infra.storage.base import Store
from fitzen.measurements.models import Metric
from fitzen.measurements.service import newest
from fitzen.nutrition import limits
from fitzen.nutrition.reports import TargetsIn
from fitzen.records import Json, loads, run_again
from fitzen.science import targets as science
from fitzen.science.energy import Body, Sex, expenditure
from fitzen.users import health
from fitzen.users import service as users
from fitzen.users.models import Targets

OWN = "own"
LOSING = ", to lose"
"""How the source of targets ends that hold a deficit."""
BODY_FAT_DAYS = 365
"""How long a measured body fat stands for the body."""
MOST_FIBER_G = 200.0
YEAR_DAYS = 365.25
YOUNGEST, OLDEST = 9, 130
"""The ages for which the formulas hold."""
ADULT = 30
ORDINARY_CM, ORDINARY_KG = 170.0, 65.0
"""A height and weight that leave it to age and pregnancy whether somebody may eat less than they burn."""


class Person(NamedTuple):
    """Who targets are for: the stored profile, the local day, and the body, or what is missing to know it."""

    profile: Json
    today: date
    body: Body | None
    missing: list[str]


def person(store: Store, user_id: str, now: datetime) -> Person:
    """Read who a person is, in three reads at most."""
    profile = users.profile(store, user_id)
    today = now.astimezone(ZoneInfo(profile["time_zone"])).date()
    weight = _newest(store, user_id, "weight_kg", now)
    return Person(profile, today, *body_of(profile, today, weight, lambda: body_fat(store, user_id, now)))


def body_fat(store: Store, user_id: str, now: datetime) -> float | None:
    """Return the newest body fat in percent that still stands for the body. One read."""
    return _newest(store, user_id, "body_fat_pct", now, timedelta(days=BODY_FAT_DAYS))


def _newest(store: Store, user_id: str, metric: Metric, now: datetime, within: timedelta | None = None) -> float | None:
    record = newest(store, user_id, metric, now)
    return loads(record.body)["value"] if record and (within is None or now - record.at <= within) else None


def body_of(
    profile: Json, today: date, weight_kg: float | None, body_fat_pct: Callable[[], float | None] = lambda: None
) -> tuple[Body | None, list[str]]:
    """Return the body that the formulas take, or the fields that they lack. Who says no sex gets the mean of both.

    `body_fat_pct` is asked where nothing is lacking only.
    """
    age = age_of(profile, today)
    lacking = {
        "birth_date": age is None,
        "height_cm": "height_cm" not in profile,
        "weight_kg": weight_kg is None,
    }
    missing = [name for name, lacks in lacking.items() if lacks]
    if age is None or weight_kg is None or missing:
        return None, missing
    body = Body(
        sex=sex_of(profile),
        age=age,
        height_cm=profile["height_cm"],
        weight_kg=weight_kg,
        body_fat_pct=body_fat_pct(),
        pregnant=is_pregnant(profile),
        eating_disorder=health.eating_disorder(profile),
    )
    return body, []


def age_of(profile: Json, today: date) -> float | None:
    """Return the age in years, where it is known and the formulas hold for it."""
    if "birth_date" not in profile:
        return None
    age = _years(profile, today)
    return age if YOUNGEST <= age <= OLDEST else None


def _years(profile: Json, today: date) -> float:
    return (today - date.fromisoformat(profile["birth_date"])).days / YEAR_DAYS


def sex_of(profile: Json) -> Sex:
    sex: Sex = profile.get("sex", "other")
    return sex


def is_pregnant(profile: Json) -> bool:
    return health.pregnant(profile)


def targets(store: Store, user_id: str, now: datetime) -> Targets | None:
    """Return a day's targets; None while the profile says too little. Three reads."""
    return of_person(person(store, user_id, now))[0]


def of_person(who: Person) -> tuple[Targets | None, tuple[str, ...]]:
    """Return the targets of somebody who is read already, and the reasons."""
    stored = who.profile.get("targets")
    aside = set_aside(stored, who.body or _presumed(who)) if stored else None
    if stored and not aside:
        said = "You set these yourself." if stored["source"] == OWN else "You accepted these."
        enough, raised = _at_least(Targets.model_validate(stored), who.body)
        return enough, (said, *raised)
    why = (aside,) if aside else ()
    if who.body is None:
        return None, why
    found = computed(who.profile, who.body)
    return kept(found), (*why, *found.why)


def set_aside(stored: Json, body: Body) -> str | None:
    """Say why targets that were set or accepted do not count for a body that may not be given too little; None: they do.

    They may be older than the reason: a pregnancy, or a weight that fell further than was meant.
    """
    reason = science.no_deficit(body)
    lacking = stored["energy_kcal"] < science.least_kcal(body) or stored["source"].endswith(LOSING)
    if reason is None or not lacking:
        return None
    return f"Your target of {stored['energy_kcal']:,.0f} kcal is set aside: {reason}."


def _at_least(stored: Targets, body: Body | None) -> tuple[Targets, tuple[str, ...]]:
    """Return stored targets with no less energy than a body needs, the rest as carbohydrate; and what was done.

    They were enough when they were stored; a body that is heavier since, or known only since, needs more.
    """
    if body is None or limits.energy_refused(body, stored.energy_kcal) is None:
        return stored, ()
    least = float(limits.least_in_tens(body))
    carbs = stored.carbs_g + round((least - stored.energy_kcal) / science.KCAL_PER_G["carbs_g"])
    why = f"{least:,.0f} kcal instead of {stored.energy_kcal:,.0f}: {limits.why_least(body)}."
    return stored.model_copy(update={"energy_kcal": least, "carbs_g": carbs}), (why,)


def computed(profile: Json, body: Body) -> science.Targets:
    """Compute targets from formulas alone."""
    burn = expenditure(body, profile.get("activity_level"))
    return science.targets(body, goal_of(profile), burn, units=profile["units"])


def goal_of(profile: Json) -> science.Goal:
    goal: science.Goal = profile.get("goal") or "health"
    return goal


def kept(found: science.Targets) -> Targets:
    """Return targets as a profile has them."""
    return Targets(
        energy_kcal=found.energy_kcal,
        protein_g=found.protein_g,
        carbs_g=found.carbs_g,
        fat_g=found.fat_g,
        fiber_g=found.fiber_g,
        source=found.source,
    )


def show(store: Store, user_id: str, now: datetime) -> Json:
    """Return the targets with the reasons, or what is missing for them."""
    who = person(store, user_id, now)
    found, why = of_person(who)
    missing = [] if found else who.missing
    return {"targets": found.model_dump() if found else None, "why": list(why), "missing": missing}


@run_again
def set_own(store: Store, user_id: str, body: TargetsIn, now: datetime) -> Json:
    """Set targets of a person's own; they stay until the person changes them.

    Raises InvalidError where they are less than anybody is planned: what is used at rest, or what holds the nutrients.
    """
    who = person(store, user_id, now)
    _check_enough(who, body.energy_kcal)
    fiber = body.fiber_g
    if fiber is None:
        fiber = min(MOST_FIBER_G, float(round(science.FIBER_G_PER_KCAL * body.energy_kcal)))
    own = Targets(**body.model_dump(exclude={"fiber_g"}), fiber_g=fiber, source=OWN)
    store.write([users.targets_put(store, user_id, own)])
    return show(store, user_id, now)


def _presumed(who: Person) -> Body:
    """Return the body of somebody whose size is not known yet: an ordinary one, of their own age as far as that is known."""
    age = min(max(_years(who.profile, who.today), YOUNGEST), OLDEST) if "birth_date" in who.profile else ADULT
    return Body(
        sex=sex_of(who.profile),
        age=age,
        height_cm=ORDINARY_CM,
        weight_kg=ORDINARY_KG,
        pregnant=is_pregnant(who.profile),
        eating_disorder=health.eating_disorder(who.profile),
    )


def _check_enough(who: Person, kcal: float) -> None:
    """Where a body is not known, the resting energy of an ordinary one holds for those who may not eat less than they burn."""
    body = who.body or _presumed(who)
    known = who.body is not None or science.no_deficit(body)
    if known and (refused := limits.energy_refused(body, kcal)):
        raise InvalidError.of("energy_kcal", refused)
    if kcal < (least := science.LEAST_KCAL[body.sex]):
        raise InvalidError.of("energy_kcal", f"This must be at least {least:,.0f}: {limits.LEAST_FOOD}.")


@run_again
def forget(store: Store, user_id: str) -> None:
    """Let targets be computed again."""
    store.write([users.targets_put(store, user_id, None)])

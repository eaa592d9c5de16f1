"""Which goals of body weight are not safe. What is refused when it is set is a warning where it became so later."""

from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from fitzen.records import Json
from fitzen.science.energy import ADULT_AGE, UNDERWEIGHT_BMI
from fitzen.science.loading import lb_from_kg
from fitzen.science.targets import MOST_GAIN_SHARE, MOST_LOSS_KG, MOST_LOSS_SHARE
from fitzen.users import health

WEEK = 7
MOST_CHANGE_SHARE = max(MOST_LOSS_SHARE, MOST_GAIN_SHARE)
"""A week, in either direction: what is asked for faster is refused; and what loses more than MOST_LOSS_KG."""


class Concern(NamedTuple):
    """What is not safe, in the user's words. `field` is the one to change; None where it may go on with a warning."""

    field: str | None
    message: str


class Weight(NamedTuple):
    """A goal of body weight in kg, from where the person is `now`; `since` is the day from which it counts."""

    now: float
    target: float
    since: date
    due_on: date | None


def concerns(weight: Weight, profile: Json, today: date) -> list[Concern]:
    """List what speaks against a goal of body weight, by what the profile says of the person."""
    losing = weight.target < weight.now
    found = [*_for_nobody_to_lose(profile, today), *_too_light(weight, profile)] if losing else []
    return [*found, *_too_quick(weight, profile)]


def of_fat(now: float, target: float, weight_kg: float | None, profile: Json, today: date) -> list[Concern]:
    """List what speaks against a goal of body fat in percent, of somebody with that weight where it is known."""
    if target >= now:
        return []
    height = profile.get("height_cm")
    thin = weight_kg is not None and height is not None and weight_kg < _least_kg(height)
    text = f"Your weight is below the healthy range (BMI {UNDERWEIGHT_BMI}), so there is no goal to lose fat."
    return [*_for_nobody_to_lose(profile, today), *([Concern("target_value", text)] if thin else [])]


def _for_nobody_to_lose(profile: Json, today: date) -> list[Concern]:
    found = []
    born = profile.get("birth_date")
    if born and _age(date.fromisoformat(born), today) < ADULT_AGE:
        text = "You are still growing, and losing weight is for a doctor to plan with you. Choose a goal of strength or habit."
        found.append(Concern("target_value", text))
    if health.pregnant(profile):
        text = "In pregnancy your body and your child need the energy, so there is no goal to lose weight. Ask your midwife or doctor."
        found.append(Concern("target_value", text))
    if health.eating_disorder(profile):
        text = (
            "With an eating disorder, now or in the past, there is no goal to lose weight here: eating enough comes first. "
            "The people who treat you can plan changes with you; a goal of strength or habit is welcome."
        )
        found.append(Concern("target_value", text))
    return found


def _age(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _too_light(weight: Weight, profile: Json) -> list[Concern]:
    height = profile.get("height_cm")
    if height is None:
        return [
            Concern(
                None, "Without your height nobody can say whether this weight is a healthy one. Add it to your profile."
            )
        ]
    least = _least_kg(height)
    if weight.target >= least:
        return []
    shown = _kg(ceil(least * 10) / 10, profile)
    return [
        Concern(
            "target_value",
            f"At your height a weight below {shown} (BMI {UNDERWEIGHT_BMI}) is underweight. Choose that or more.",
        )
    ]


def _least_kg(height_cm: float) -> float:
    return UNDERWEIGHT_BMI * (height_cm / 100) ** 2


def _too_quick(weight: Weight, profile: Json) -> list[Concern]:
    """Refuse more than 1 % a week, or a loss of 1 kg, and name the first day that is not; warn of a gain of mostly fat."""
    change = abs(weight.target - weight.now)
    if weight.due_on is None or not change:
        return []
    most = MOST_CHANGE_SHARE * weight.now
    if weight.target < weight.now:
        most = min(most, MOST_LOSS_KG)
    weeks = max((weight.due_on - weight.since).days, 1) / WEEK
    if change / weeks > most + ROUNDING:
        day = weight.since + timedelta(days=ceil(change / most * WEEK - ROUNDING))
        text = (
            f"{_kg(change, profile)} by then is {_kg(change / weeks, profile)} a week; more than {_kg(most, profile)} a week "
            f"is not safe. The earliest day for this is {day.isoformat()}."
        )
        return [Concern("due_on", text)]
    if weight.target > weight.now and change / weeks > MOST_GAIN_SHARE * weight.now + ROUNDING:
        return [
            Concern(None, f"A gain of more than {_kg(MOST_GAIN_SHARE * weight.now, profile)} a week is mostly fat.")
        ]
    return []


ROUNDING = 1e-9


def _kg(value: float, profile: Json) -> str:
    return f"{lb_from_kg(value):.1f} lb" if profile.get("units") == "imperial" else f"{value:.1f} kg"

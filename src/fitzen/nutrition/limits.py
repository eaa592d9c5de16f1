"""The limits that every plan and tool keeps, in one place, whoever asks: each says no in words, or None.

Energy never below what the body uses at rest or 1,200 (women) and 1,500 kcal (men); no deficit for minors, in pregnancy,
underweight or with an eating disorder; no loss faster than 1 % of body weight or 1 kg a week; no weight below BMI 18.5.
The figures and their sources are in `science.targets` and `science.energy`.
"""

from math import ceil

from fitzen.science.energy import UNDERWEIGHT_BMI, Body
from fitzen.science.loading import lb_from_kg
from fitzen.science.progression import Units
from fitzen.science.targets import LEAST_KCAL, least_kcal, most_loss_kg, no_deficit

NOISE = 1e-9


def energy_refused(body: Body, kcal: float) -> str | None:
    """Say why a day's energy is too little for this body."""
    least = least_kcal(body)
    if kcal >= least - NOISE:
        return None
    least_food = "with less, food hardly holds the nutrients that you need"
    at_rest = "your body uses that at rest"
    reason = no_deficit(body) or (least_food if least <= LEAST_KCAL[body.sex] else at_rest)
    return f"This must be at least {ceil(least):,} for you: {reason}."


def deficit_refused(body: Body, kcal: float, burned_kcal: float) -> str | None:
    """Say why a day may not hold less energy than is burned, where it may not."""
    reason = no_deficit(body)
    return f"I plan no deficit for you: {reason}." if reason and kcal < burned_kcal - NOISE else None


def loss_refused(body: Body, kg_per_week: float, units: Units = "metric") -> str | None:
    """Say why so much may not be lost a week; `kg_per_week` is without sign."""
    if kg_per_week <= 0:
        return None
    if reason := no_deficit(body):
        return f"I plan no loss of weight for you: {reason}."
    most = most_loss_kg(body.weight_kg)
    if kg_per_week <= most + NOISE:
        return None
    return (
        f"{_mass(kg_per_week, units)} a week is too fast: at most {_mass(most, units)}, or it costs muscle and health."
    )


def weight_refused(body: Body, target_kg: float, units: Units = "metric") -> str | None:
    """Say why a weight is not one to aim for."""
    if target_kg >= body.weight_kg:
        return None
    if reason := no_deficit(body):
        return f"I plan no loss of weight for you: {reason}."
    least = least_weight_kg(body.height_cm)
    if target_kg >= least - NOISE:
        return None
    healthy = _mass(ceil(least * 10) / 10, units)
    return f"At your height, less than {healthy} (BMI {UNDERWEIGHT_BMI}) is underweight. I gladly help you towards that or more."


def least_weight_kg(height_cm: float) -> float:
    """Return the least weight of an adult of this height that is not underweight."""
    return UNDERWEIGHT_BMI * (height_cm / 100) ** 2


def _mass(kilograms: float, units: Units) -> str:
    return f"{lb_from_kg(kilograms):.1f} lb" if units == "imperial" else f"{kilograms:.1f} kg"

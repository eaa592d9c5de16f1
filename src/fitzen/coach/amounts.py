"""Figures as they are said: in the person's units, rounded once, with thousands apart. What is stored is metric."""

from collections.abc import Mapping
from typing import NamedTuple

from fitzen.coach.wording import duration_in_words
from fitzen.measurements.rules import METRICS
from fitzen.science.loading import KG_PER_LB
from fitzen.science.nutrients import NUTRIENTS

CM_PER_INCH, M_PER_KM, M_PER_MILE, ML_PER_FLOZ, S_PER_MIN = 2.54, 1000.0, 1609.344, 29.5735, 60.0
SECONDS = "seconds"
"""A hold or a run: said as 45 s, 27:30, 1:05:00."""
FINE = 100
"""Nutrients are said to a tenth below, whole from there on: 12.4 g, 152 g."""


class Said(NamedTuple):
    """`words` is how an answer says it, `number` the same figure, in `unit`."""

    words: str
    number: float
    unit: str


class Unit(NamedTuple):
    """What a stored value is divided by to be said, the mark after it, and its decimals; None: a tenth below FINE."""

    size: float
    mark: str
    decimals: int | None


_DECIMALS = {
    "sleep_h": 1, "steps": 0, "floors": 0, "active_energy_kcal": 0, "resting_hr_bpm": 1, "hrv_ms": 1,
    "systolic_mmhg": 0, "diastolic_mmhg": 0,
}  # fmt: skip


def _mark(unit: str) -> str:
    return unit if unit == "%" else f" {unit}"


METRIC: Mapping[str, Unit] = {
    **{key: Unit(1, _mark(about.unit), _DECIMALS.get(key, 1)) for key, about in METRICS.items()},
    **{
        key: Unit(1, f" {'µg' if about.unit == 'ug' else about.unit}", 0 if about.unit == "kcal" else None)
        for key, about in NUTRIENTS.items()
    },
    "distance_m": Unit(M_PER_KM, " km", 2),
    "water_ml": Unit(1, " ml", 0),
    "load_kg": Unit(1, " kg", 2),
    "e1rm_kg": Unit(1, " kg", 1),
    "volume_kg": Unit(1, " kg", 0),
    SECONDS: Unit(1, " s", 0),
    "minutes": Unit(S_PER_MIN, " min", 0),
    "reps": Unit(1, " reps", 1),
    "sets": Unit(1, " sets", 1),
    "workouts": Unit(1, " workouts", 1),
    "meals": Unit(1, " meals", 1),
    "sessions": Unit(1, " sessions", 1),
    "days": Unit(1, " days", 1),
    "plain": Unit(1, "", 1),
}
"""By what is measured: a metric's or a nutrient's key, or a name for what training and habits count."""

IMPERIAL: Mapping[str, Unit] = {
    **METRIC,
    **{key: Unit(KG_PER_LB, " lb", 0 if key == "volume_kg" else 1) for key in METRIC if key.endswith("_kg")},
    **{key: Unit(CM_PER_INCH, " in", 1) for key in METRIC if key.endswith("_cm")},
    "distance_m": Unit(M_PER_MILE, " mi", 2),
    "water_ml": Unit(ML_PER_FLOZ, " fl oz", 1),
}
_ONE = {
    " workouts": " workout",
    " sets": " set",
    " reps": " rep",
    " sessions": " session",
    " days": " day",
    " meals": " meal",
}


def say(quantity: str, value: float, units: str, finer: int = 0) -> Said:
    """Write a stored value of a quantity in the person's units ("metric" or "imperial"), with `finer` more decimals."""
    if quantity == SECONDS:
        return Said(duration_in_words(round(value)), round(value), "s")
    unit = unit_of(quantity, units)
    number = value / unit.size
    decimals = finer + (unit.decimals if unit.decimals is not None else int(abs(number) < FINE))
    number = round(number, decimals) + 0.0
    text = f"{number:,.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    mark = _ONE.get(unit.mark, unit.mark) if number == 1 else unit.mark
    return Said(f"{text}{mark}", number, unit.mark.strip())


def stored(quantity: str, said: float, units: str) -> float:
    """Return as it is stored what a person said in their units."""
    return said * unit_of(quantity, units).size


def unit_of(quantity: str, units: str) -> Unit:
    return (IMPERIAL if units == "imperial" else METRIC)[quantity]

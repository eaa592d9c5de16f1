"""What values a metric can have, and which of them are asked about again.

The possible bounds are wider than the records that medicine knows of; outside them a value is refused. Within them, a
value outside the plausible ones, or far from the one before it, is most often a slip of the finger or of the unit.
"""

from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

LOOK_BACK_DAYS = 60
"""How old the value before may be to be compared with."""


class Bounds(NamedTuple):
    """Both ends belong to it; in the metric's unit."""

    low: float
    high: float


class Jump(NamedTuple):
    """How far from the value before is usual, as a share of it: `at_once`, and more `a_day` that lies between."""

    at_once: float
    a_day: float


class Metric(NamedTuple):
    """`words` name it in a sentence; `unit` is how its values are written."""

    words: str
    unit: str
    possible: Bounds
    plausible: Bounds
    jump: Jump | None = None


_GIRTH = Jump(0.08, 0.002)
_SCALE = Bounds(1, 5)

METRICS: dict[str, Metric] = {
    # Day to day, weight moves by water within 2-3%; 1% a week is quick for a real change.
    "weight_kg": Metric("weight", "kg", Bounds(20, 500), Bounds(35, 250), Jump(0.04, 0.003)),
    "height_cm": Metric("height", "cm", Bounds(50, 280), Bounds(130, 215), Jump(0.02, 0.0005)),
    "body_fat_pct": Metric("body fat", "%", Bounds(2, 75), Bounds(4, 60), Jump(0.25, 0.005)),
    "lean_mass_kg": Metric("lean mass", "kg", Bounds(10, 250), Bounds(25, 130), Jump(0.08, 0.003)),
    "muscle_mass_kg": Metric("muscle mass", "kg", Bounds(5, 200), Bounds(10, 110), Jump(0.08, 0.003)),
    "body_water_pct": Metric("body water", "%", Bounds(15, 90), Bounds(30, 75)),
    "waist_cm": Metric("waist", "cm", Bounds(30, 300), Bounds(50, 180), _GIRTH),
    "hip_cm": Metric("hip", "cm", Bounds(30, 300), Bounds(60, 200), _GIRTH),
    "chest_cm": Metric("chest", "cm", Bounds(30, 300), Bounds(60, 180), _GIRTH),
    "shoulders_cm": Metric("shoulders", "cm", Bounds(50, 250), Bounds(75, 180), _GIRTH),
    "neck_cm": Metric("neck", "cm", Bounds(15, 100), Bounds(25, 60), _GIRTH),
    "arm_cm": Metric("arm", "cm", Bounds(10, 100), Bounds(18, 60), _GIRTH),
    "forearm_cm": Metric("forearm", "cm", Bounds(10, 80), Bounds(16, 45), _GIRTH),
    "thigh_cm": Metric("thigh", "cm", Bounds(15, 150), Bounds(30, 100), _GIRTH),
    "calf_cm": Metric("calf", "cm", Bounds(10, 100), Bounds(22, 60), _GIRTH),
    "resting_hr_bpm": Metric("resting heart rate", "bpm", Bounds(20, 250), Bounds(32, 120)),
    "hrv_ms": Metric("heart rate variability", "ms", Bounds(1, 500), Bounds(5, 250)),
    "systolic_mmhg": Metric("systolic blood pressure", "mmHg", Bounds(40, 300), Bounds(80, 200)),
    "diastolic_mmhg": Metric("diastolic blood pressure", "mmHg", Bounds(20, 200), Bounds(45, 120)),
    "spo2_pct": Metric("oxygen saturation", "%", Bounds(40, 100), Bounds(88, 100)),
    "respiratory_rate_bpm": Metric("breathing rate", "a minute", Bounds(3, 80), Bounds(8, 30)),
    "temperature_c": Metric("temperature", "°C", Bounds(25, 45), Bounds(35, 40)),
    "vo2max_ml_kg_min": Metric("VO2max", "ml/kg/min", Bounds(5, 110), Bounds(15, 85)),
    "glucose_mmol_l": Metric("blood glucose", "mmol/l", Bounds(0.5, 60), Bounds(3, 20)),
    "sleep_h": Metric("sleep", "h", Bounds(0, 24), Bounds(1, 16)),
    "steps": Metric("steps", "steps", Bounds(0, 200_000), Bounds(0, 60_000)),
    "distance_m": Metric("distance", "m", Bounds(0, 1_000_000), Bounds(0, 100_000)),
    "floors": Metric("floors climbed", "floors", Bounds(0, 5_000), Bounds(0, 300)),
    "active_energy_kcal": Metric("active energy", "kcal", Bounds(0, 20_000), Bounds(0, 5_000)),
    "mood_1_5": Metric("mood", "of 5", _SCALE, _SCALE),
    "energy_1_5": Metric("energy level", "of 5", _SCALE, _SCALE),
    "soreness_1_5": Metric("soreness", "of 5", _SCALE, _SCALE),
    "stress_1_5": Metric("stress", "of 5", _SCALE, _SCALE),
}

NOISE: dict[str, float] = {
    **dict.fromkeys(("body_fat_pct", "glucose_mmol_l", "systolic_mmhg", "diastolic_mmhg", "sleep_h"), 0.1),
    **dict.fromkeys(("resting_hr_bpm", "respiratory_rate_bpm", "vo2max_ml_kg_min"), 0.05),
    **dict.fromkeys(("hrv_ms", "mood_1_5", "energy_1_5", "soreness_1_5", "stress_1_5"), 0.2),
    **dict.fromkeys(("steps", "distance_m", "floors", "active_energy_kcal"), 0.35),
}
"""What one reading is off by from day to day, as a share of the usual value, where it is more than `trend` takes for weight.
It is where the trend starts; the scatter of the readings themselves soon says more."""
MIN_NOISE = 0.1


def noise_of(metric: str, values: Sequence[float]) -> float | None:
    """Return what one reading of a metric is off by, in its unit; None: as the trend has it."""
    share = NOISE.get(metric)
    return max(MIN_NOISE, share * abs(median(values))) if share and values else None


class Before(NamedTuple):
    """The value before, and how many days earlier it was taken."""

    value: float
    days: float


type Read = Callable[[Metric, float], tuple[float, str]]
"""How a value of a metric is read out: the figure, and the mark after it."""


def question(metric: str, value: float, before: Before | None, read: Read | None = None) -> str | None:
    """Return what to ask about a value before it is believed, as a sentence; None when it is a usual one."""
    about = METRICS[metric]
    read = read or _as_kept
    shown = _said(*read(about, value))
    low, high = about.plausible
    if not low <= value <= high:
        bounds = f"{_said(*read(about, low))} to {_said(*read(about, high))}"
        return f"{shown} is unusual for {about.words}; most people are from {bounds}."
    if before is None or about.jump is None or not 0 <= before.days <= LOOK_BACK_DAYS:
        return None
    usual = about.jump.at_once + about.jump.a_day * before.days
    if abs(value - before.value) <= usual * before.value:
        return None
    more = "more" if value > before.value else "less"
    (figure, mark), (earlier, _) = read(about, value), read(about, before.value)
    difference = _said(round(abs(figure - earlier), 1), mark)
    return f"{shown} is {difference} {more} than {_said(earlier, mark)}, {_ago(before.days)}."


def _as_kept(about: Metric, value: float) -> tuple[float, str]:
    return value, f"{'' if about.unit == '%' else ' '}{about.unit}"


def _said(figure: float, mark: str) -> str:
    return f"{figure:,g}{mark}"


def _shown(about: Metric, value: float) -> str:
    return _said(*_as_kept(about, value))


def _ago(days: float) -> str:
    whole = round(days)
    return "which was taken the same day" if whole == 0 else f"{whole} day{'s' if whole > 1 else ''} before"


def moves(metric: str, count: int, found: Mapping[str, float] | None) -> str:
    """Say how a metric moves, by `count` values and the figures of its trend; None: too few to tell."""
    about = METRICS[metric]
    if found is None:
        return f"{count} value{'' if count == 1 else 's'} of {about.words} in this time: too few to tell how it moves."
    level = f"By {count} values, your {about.words} without its swings is {_shown(about, round(found['level'], 1))}"
    if "rate_per_week" not in found:
        return f"{level}. How fast it moves is told once they span a week."
    rate = _shown(about, round(abs(found["rate_per_week"]), 2))
    verb = "rises by" if found["rate_per_week"] > 0 else "falls by"
    if not round(found["rate_per_week"], 2):
        verb = "hardly moves,"
    low, high = (f"{found[name]:+.2f}" for name in ("rate_low", "rate_high"))
    sure = "" if found["rate_low"] > 0 or found["rate_high"] < 0 else ", so it may as well not move"
    return f"{level} and {verb} {rate} a week (most likely {low} to {high}{sure})."

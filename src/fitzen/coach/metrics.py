"""What people call what they measure: `bodyweight`, `BF%`, `waist`, `resting heart rate`."""

from typing import NamedTuple

from rapidfuzz import fuzz, process

from fitzen.measurements.models import Metric
from fitzen.measurements.rules import METRICS
from fitzen.words import plain

CALLED: dict[Metric, str] = {
    "weight_kg": "weight, body weight, bodyweight, bw, scale weight, mass, kg",
    "height_cm": "height, body height",
    "body_fat_pct": "body fat, bodyfat, bf, bf%, body fat percentage, fat percentage, fat %, fat",
    "lean_mass_kg": "lean mass, lean body mass, lbm, fat free mass, ffm",
    "muscle_mass_kg": "muscle mass, muscle, skeletal muscle mass",
    "body_water_pct": "body water, water percentage, body water percentage, hydration",
    "waist_cm": "waist, waist circumference, belly, tummy, waistline, stomach",
    "hip_cm": "hip, hips, hip circumference",
    "chest_cm": "chest, chest circumference, bust",
    "shoulders_cm": "shoulders, shoulder circumference",
    "neck_cm": "neck, neck circumference",
    "arm_cm": "arm, arms, upper arm, biceps, bicep, arm circumference",
    "forearm_cm": "forearm, forearms",
    "thigh_cm": "thigh, thighs, upper leg, leg circumference",
    "calf_cm": "calf, calves",
    "resting_hr_bpm": "resting heart rate, rhr, resting pulse, pulse, heart rate, hr",
    "hrv_ms": "heart rate variability, hrv",
    "systolic_mmhg": "systolic blood pressure, systolic, upper blood pressure",
    "diastolic_mmhg": "diastolic blood pressure, diastolic, lower blood pressure",
    "spo2_pct": "oxygen saturation, spo2, blood oxygen, oxygen",
    "respiratory_rate_bpm": "breathing rate, respiratory rate, breaths a minute",
    "temperature_c": "temperature, temp, body temperature, body temp, fever",
    "vo2max_ml_kg_min": "vo2max, vo2 max, vo2, cardio fitness",
    "glucose_mmol_l": "blood glucose, glucose, blood sugar, sugar level",
    "sleep_h": "sleep, hours of sleep, sleep duration, slept",
    "steps": "steps, step count",
    "distance_m": "distance, distance walked, walking distance",
    "floors": "floors climbed, floors, stairs, flights of stairs",
    "active_energy_kcal": "active energy, active calories, calories burned, energy burned",
    "mood_1_5": "mood, mood score",
    "energy_1_5": "energy level, energy, energy score",
    "soreness_1_5": "soreness, muscle soreness, doms",
    "stress_1_5": "stress, stress level",
}
SEVERAL: dict[str, tuple[Metric, ...]] = {
    "blood pressure": ("systolic_mmhg", "diastolic_mmhg"),
    "bp": ("systolic_mmhg", "diastolic_mmhg"),
}
"""Words for two things that are measured at once."""
ALIKE, NEAR = 80, 72
MAX_CHOICES = 4
_BY_WORDS = {word: metric for metric, words in CALLED.items() for word in (metric, *words.split(", "))}
_FILLER = {"my", "the", "a"}


class Named(NamedTuple):
    """The metric, or what the words may mean, in words."""

    metric: Metric | None
    choices: list[str]


def named(said: str) -> Named:
    """Say which metric is meant; typing errors are forgiven where only one is as near."""
    text = " ".join(word for word in plain(said).replace("_", " ").strip(" .?").split() if word not in _FILLER)
    if metric := _BY_WORDS.get(text) or _BY_WORDS.get(text.replace(" ", "_")):
        return Named(metric, [])
    if several := SEVERAL.get(text):
        return Named(None, [METRICS[each].words for each in several])
    found = process.extract(text, list(_BY_WORDS), scorer=fuzz.ratio, limit=8, score_cutoff=NEAR)
    near = list(dict.fromkeys(_BY_WORDS[word] for word, score, _ in found if score >= ALIKE))
    if len(near) == 1:
        return Named(near[0], [])
    maybe = list(dict.fromkeys(METRICS[_BY_WORDS[word]].words for word, _, _ in found))
    return Named(None, maybe[:MAX_CHOICES])

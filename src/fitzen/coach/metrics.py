"""What people call what they measure: `bodyweight`, `BF%`, `waist`, `resting heart rate`."""

from typing import NamedTuple, cast, get_args

from rapidfuzz import fuzz, process

from fitzen.coach.subjects import metric_words
from fitzen.measurements.models import Metric
from fitzen.measurements.rules import METRICS
from fitzen.words import plain

ALSO: dict[Metric, str] = {
    "weight_kg": "bw, scale weight, kg, current weight",
    "height_cm": "body height",
    "body_fat_pct": "bf%, fat percentage, fat %, fat",
    "lean_mass_kg": "lbm, ffm",
    "muscle_mass_kg": "skeletal muscle mass",
    "body_water_pct": "water percentage, body water percentage, hydration",
    "waist_cm": "tummy, stomach",
    "chest_cm": "chest, bust",
    "shoulders_cm": "shoulders, shoulder",
    "arm_cm": "upper arm, biceps, bicep",
    "forearm_cm": "forearms",
    "thigh_cm": "upper leg, leg circumference",
    "calf_cm": "calf, calves",
    "spo2_pct": "oxygen level",
    "respiratory_rate_bpm": "breaths a minute",
    "temperature_c": "body temp, fever",
    "vo2max_ml_kg_min": "vo2",
    "glucose_mmol_l": "sugar level",
    "distance_m": "distance walked",
    "floors": "stairs, flights of stairs",
    "active_energy_kcal": "energy burned",
    "mood_1_5": "mood score",
    "energy_1_5": "energy, energy score",
    "soreness_1_5": "muscle soreness, doms",
}
"""What is meant only where a measurement is wanted: of a question, `chest` may be a muscle, and `fat` something eaten."""
SEVERAL: dict[str, tuple[Metric, ...]] = {
    "blood pressure": ("systolic_mmhg", "diastolic_mmhg"),
    "bp": ("systolic_mmhg", "diastolic_mmhg"),
}
"""Words for two things that are measured at once."""
ALIKE, NEAR = 80, 72
MAX_CHOICES = 4
_BY_WORDS: dict[str, Metric] = {
    **cast("dict[str, Metric]", metric_words()),
    **{word: metric for metric, words in ALSO.items() for word in words.split(", ")},
    **{word: metric for metric in get_args(Metric) for word in (metric, METRICS[metric].words.lower())},
}
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

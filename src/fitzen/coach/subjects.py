"""What a question is about, out of a person's words: a metric, something eaten or drunk, training, an exercise, a habit.

One table of synonyms, then the person's own habits, then the exercises; slips of the finger are forgiven, and what may
mean several things is asked back.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Literal, NamedTuple

from rapidfuzz import fuzz, process

from fitzen.coach.tools.showing import choices
from fitzen.exercises.models import MUSCLES
from fitzen.exercises.search import CERTAIN
from fitzen.exercises.service import resolve_exercise
from fitzen.habits.models import HabitQuery
from fitzen.habits.service import list_habits
from fitzen.infra.storage.base import Store
from fitzen.records import Json
from fitzen.science.nutrients import NUTRIENTS
from fitzen.words import plain

type Kind = Literal["metric", "nutrient", "water", "meals", "training", "exercise", "habit"]


class Subject(NamedTuple):
    """`key` is a metric, a nutrient, a figure of a day of training, or an id; `name` stands in a sentence after "your".

    `measure` is which figure of an exercise is meant, where the words say it; `metric` is how the exercise is measured.
    """

    kind: Kind
    key: str
    name: str
    measure: str | None = None
    metric: str | None = None


class Unclear(NamedTuple):
    """Words that may mean several things, or nothing that is known."""

    name: str
    choices: Sequence[str]

    def data(self) -> Json:
        return {"unclear": [{"name": self.name, "choices": [*self.choices], "of": "figure"}]}


NEAR, HABIT_NEAR, HABIT_NAMED = 84, 86, 60
"""How alike words must be, of 100: to be a word of the table, a habit, and a habit that was called one."""
SHORTEST = 4
MAX_CHOICES = 4

_ROWS: tuple[tuple[Kind, str, str, str], ...] = (
    ("metric", "weight_kg", "weight", "weight|body weight|bodyweight|weigh|scale|weigh in|weigh ins|weighin|weight trend|mass|body mass"),
    ("metric", "height_cm", "height", "height|how tall"),
    ("metric", "body_fat_pct", "body fat", "body fat|bodyfat|body fat percentage|fat percentage|bf|body fat percent"),
    ("metric", "lean_mass_kg", "lean mass", "lean mass|lean body mass|fat free mass"),
    ("metric", "muscle_mass_kg", "muscle mass", "muscle mass|muscle"),
    ("metric", "body_water_pct", "body water", "body water"),
    ("metric", "waist_cm", "waist", "waist|waist circumference|waistline|belly|waist size|waist measurement"),
    ("metric", "hip_cm", "hips", "hip|hips|hip circumference"),
    ("metric", "chest_cm", "chest girth", "chest girth|chest circumference|chest size|chest measurement"),
    ("metric", "shoulders_cm", "shoulder girth", "shoulder girth|shoulder circumference|shoulders circumference"),
    ("metric", "neck_cm", "neck", "neck|neck circumference"),
    ("metric", "arm_cm", "arm girth", "arm|arms|arm girth|arm circumference|arm size|bicep size|biceps size"),
    ("metric", "forearm_cm", "forearm girth", "forearm girth|forearm circumference|forearm"),
    ("metric", "thigh_cm", "thigh girth", "thigh|thighs|thigh girth|thigh circumference"),
    ("metric", "calf_cm", "calf girth", "calf girth|calf circumference|calf size"),
    ("metric", "resting_hr_bpm", "resting heart rate", "resting heart rate|resting hr|rhr|heart rate|pulse|resting pulse|hr"),
    ("metric", "hrv_ms", "heart rate variability", "hrv|heart rate variability"),
    ("metric", "systolic_mmhg", "systolic blood pressure", "systolic|systolic blood pressure|upper blood pressure"),
    ("metric", "diastolic_mmhg", "diastolic blood pressure", "diastolic|diastolic blood pressure|lower blood pressure"),
    ("metric", "spo2_pct", "oxygen saturation", "spo2|oxygen saturation|blood oxygen|oxygen"),
    ("metric", "respiratory_rate_bpm", "breathing rate", "respiratory rate|breathing rate|breaths"),
    ("metric", "temperature_c", "temperature", "temperature|body temperature|temp"),
    ("metric", "vo2max_ml_kg_min", "VO2max", "vo2max|vo2 max|cardio fitness"),
    ("metric", "glucose_mmol_l", "blood glucose", "glucose|blood glucose|blood sugar"),
    ("metric", "sleep_h", "sleep", "sleep|slept|sleeping|night|nights|hours of sleep|sleep duration|sleep time|sleep hours|hours slept|time asleep"),
    ("metric", "steps", "steps", "steps|step count|step|walked steps|daily steps"),
    ("metric", "distance_m", "distance walked", "distance|distance walked|walking distance|kilometres walked|km walked|miles walked"),
    ("metric", "floors", "floors climbed", "floors|floors climbed|stairs climbed|flights"),
    ("metric", "active_energy_kcal", "active energy", "active energy|active calories|calories burned|burned calories|calories burnt|active energy burned"),
    ("metric", "mood_1_5", "mood", "mood"),
    ("metric", "energy_1_5", "energy level", "energy level|energy levels|how energetic"),
    ("metric", "soreness_1_5", "soreness", "soreness|sore"),
    ("metric", "stress_1_5", "stress", "stress|stress level"),
    ("nutrient", "energy_kcal", "energy intake", "calories|calorie|kcal|cals|calorie intake|energy intake|calories eaten|kilocalories|food energy|food intake|intake|calorie consumption"),
    ("nutrient", "protein_g", "protein", "protein|proteins|protein intake|grams of protein"),
    ("nutrient", "carbs_g", "carbohydrate", "carbs|carb|carbohydrates|carbohydrate|carb intake|grams of carbs"),
    ("nutrient", "fat_g", "fat", "fat|fats|dietary fat|fat intake|fat eaten|grams of fat"),
    ("nutrient", "fiber_g", "fibre", "fiber|fibre|dietary fiber|roughage|fiber intake|fibre intake"),
    ("nutrient", "sugar_g", "sugar", "sugar|sugars|sugar intake"),
    ("nutrient", "saturated_g", "saturated fat", "saturated fat|saturates|sat fat|saturated fats"),
    ("nutrient", "sodium_mg", "sodium", "sodium|salt|sodium intake|salt intake"),
    ("nutrient", "vitamin_a_rae_ug", "vitamin A", "vitamin a"),
    ("nutrient", "thiamin_mg", "vitamin B1", "vitamin b1|thiamin|thiamine|b1"),
    ("nutrient", "riboflavin_mg", "vitamin B2", "vitamin b2|riboflavin|b2"),
    ("nutrient", "niacin_mg", "niacin", "niacin|vitamin b3|b3"),
    ("nutrient", "pantothenic_acid_mg", "pantothenic acid", "pantothenic acid|vitamin b5|b5"),
    ("nutrient", "vitamin_b6_mg", "vitamin B6", "vitamin b6|b6"),
    ("nutrient", "vitamin_b12_ug", "vitamin B12", "vitamin b12|b12|cobalamin"),
    ("nutrient", "vitamin_c_mg", "vitamin C", "vitamin c|ascorbic acid"),
    ("nutrient", "vitamin_d_ug", "vitamin D", "vitamin d"),
    ("nutrient", "vitamin_e_mg", "vitamin E", "vitamin e"),
    ("nutrient", "vitamin_k_ug", "vitamin K", "vitamin k"),
    ("nutrient", "folate_ug", "folate", "folate|folic acid|vitamin b9"),
    ("nutrient", "alcohol_g", "alcohol", "alcohol|alcohol intake"),
    ("nutrient", "omega3_g", "omega-3", "omega 3|omega3|omega-3"),
    ("water", "water_ml", "water", "water|drinking|water intake|hydration|fluid|fluids|water drunk|drinks|drank"),
    ("meals", "meals", "meals", "meals|meal|meals logged|number of meals"),
    ("training", "workouts", "workouts", "workouts|workout|sessions|training sessions|gym sessions|trainings|times trained|gym|gym visits|training days|workout count"),
    ("training", "sets", "working sets", "sets|working sets|hard sets|work sets|total sets|training sets"),
    ("training", "reps", "repetitions", "reps|repetitions|total reps"),
    ("training", "volume_kg", "training volume", "volume|training volume|tonnage|total volume|volume load|weight lifted|lifted|volume lifted|training"),
    ("training", "duration_s", "training time", "training time|training minutes|minutes trained|workout time|workout duration|workout length|time training|time in the gym|gym time|minutes of training|training duration|session length|training hours|hours trained|workout minutes|minutes"),
)  # fmt: skip
AMBIGUOUS: Mapping[str, Sequence[str]] = {
    "energy": ("calories", "active energy", "energy level"),
    "blood pressure": ("systolic blood pressure", "diastolic blood pressure"),
    "chest": ("chest girth", "chest sets"),
    "shoulders": ("shoulder girth", "side delts sets"),
    "biceps": ("arm girth", "biceps sets"),
    "vitamin b": ("vitamin B1", "vitamin B2", "vitamin B6", "vitamin B12"),
}
MEASURES: tuple[tuple[str, str], ...] = (
    (
        r"(?:estimated )?(?:e?1 ?rms?|one rep max|1 rep max|max(?:imum)?)|estimated max(?:imum)?|e1rm|strength",
        "e1rm_kg",
    ),
    (r"(?:total )?(?:volume|tonnage)", "volume_kg"),
    (r"total reps|reps in total|(?:number of )?repetitions", "total_reps"),
    (r"(?:max |most |best )?reps", "reps"),
    (r"(?:number of |working )?sets", "sets"),
    (r"sessions|workouts|times|days", "sessions"),
    (r"total (?:distance|km|kilomet(?:er|re)s|miles)", "total_distance_m"),
    (r"distance|km|kilomet(?:er|re)s|miles", "distance_m"),
    (r"total (?:time|duration|minutes)", "total_duration_s"),
    (r"time|duration|minutes|seconds|hold", "duration_s"),
    (r"(?:heaviest |top |working )?(?:weights?|loads?|set)", "weight_kg"),
)
"""What of an exercise a question is about, by a word before or after its name; the first that fits counts."""
_MEASURES = [
    (re.compile(rf"^(?:(?:{pattern}) (?:of|for|on|in|with)? ?(?:the |my )?(?P<after>.+)|(?P<before>.+?) (?:{pattern}))$"), measure)
    for pattern, measure in MEASURES
]  # fmt: skip
_LEADS = re.compile(
    r"^(?:(?:my|the|our|your|daily|average|mean|usual|amount of|number of|total amount of|how much|how many) )+"
)


def resolve(store: Store, user_id: str, words: str, now: datetime) -> Subject | Unclear:
    """Say what a phrase is about; at most three reads, of habits and of exercises of one's own."""
    said = _tidy(words)
    if said in AMBIGUOUS:
        return Unclear(words, AMBIGUOUS[said])
    if found := known(said) or _muscle(said):
        return found
    habits = habits_of(store, user_id, now)
    return (
        habit_named(habits, said)
        or _exercise(store, user_id, said, CERTAIN)
        or habit_with(habits, said)
        or _nearly(said)
        or _exercise(store, user_id, said, 0)
        or Unclear(words, _choices(store, user_id, said))
    )


def known(said: str) -> Subject | None:
    """Return what a phrase of the table means, word for word."""
    return _table().get(_tidy(said))


def metric_words() -> Mapping[str, str]:
    """Return the metrics that are measured of a body, by each of the words for them in the table."""
    rows = ((key, [name, *synonyms.split("|")]) for kind, key, name, synonyms in _ROWS if kind == "metric")
    return {plain(word): key for key, words in rows for word in words}


def _tidy(words: str) -> str:
    said = re.sub(r"[^\w\s.%-]", " ", plain(words))
    said = re.sub(r"\s+", " ", said).strip(" .?")
    return _LEADS.sub("", f"{said} ").strip() or said


@cache
def _table() -> Mapping[str, Subject]:
    rows = [(Subject(kind, key, name), synonyms.split("|")) for kind, key, name, synonyms in _ROWS]
    listed = {subject.key for subject, _ in rows}
    rows += [
        (Subject("nutrient", key, about.label.lower()), [plain(about.label), plain(about.label).split(" (")[0]])
        for key, about in NUTRIENTS.items()
        if key not in listed and key != "water_g"
    ]
    table = {synonym: subject for subject, synonyms in reversed(rows) for synonym in synonyms}
    return table | {plain(subject.name): subject for subject, _ in reversed(rows)}


MUSCLE_SETS = re.compile(
    r"(?:(?P<muscle>[a-z ]+?) (?:sets|volume)|(?:sets|volume) (?:for|of|on) (?:the |my )?(?P<other>[a-z ]+))"
)


def _muscle(said: str) -> Subject | None:
    """Read `chest sets`, `sets for quads`: the sets that count for a muscle."""
    match = MUSCLE_SETS.fullmatch(said)
    if match is None:
        return None
    named = (match["muscle"] or match["other"]).strip().replace(" ", "_")
    muscle = next((each for each in MUSCLES if named in (each, f"{each}s", each.removesuffix("s"))), None)
    return Subject("training", f"muscle:{muscle}", f"sets for {muscle.replace('_', ' ')}") if muscle else None


def habit_named(habits: Sequence[Json], said: str) -> Subject | None:
    """Return the habit that a phrase names: by its name, or what is like it; by a part of it where it says "habit"."""
    wanted = re.sub(r"\b(?:habit|streak|check-?ins?|of|my)\b", "", said).strip()
    names = {each["id"]: plain(each["name"]) for each in habits}
    if not wanted or not names:
        return None
    called = wanted != said
    scorer, cutoff = (fuzz.token_set_ratio, HABIT_NAMED) if called else (fuzz.token_sort_ratio, HABIT_NEAR)
    near = process.extractOne(wanted, names, scorer=scorer, score_cutoff=cutoff)
    return _of_habit(habits, str(near[2])) if near else habit_with(habits, wanted) if called else None


def habit_with(habits: Sequence[Json], said: str) -> Subject | None:
    """Return the one habit whose name has all these words: `stretch` of `Stretch for 10 minutes`."""
    wanted = set(map(_stem, said.split()))
    found = [each["id"] for each in habits if wanted <= set(map(_stem, _tidy(each["name"]).split()))]
    return _of_habit(habits, found[0]) if len(found) == 1 else None


def _stem(word: str) -> str:
    """Bring `walking`, `walks` and `walk` to one form."""
    return word.removesuffix("ing").removesuffix("s") if len(word) > SHORTEST else word


def _of_habit(habits: Sequence[Json], id: str) -> Subject:
    name = next(each["name"] for each in habits if each["id"] == id)
    return Subject("habit", id, name)


def habits_of(store: Store, user_id: str, now: datetime) -> Sequence[Json]:
    """Return the active habits as of today, at most a hundred."""
    found: Sequence[Json] = list_habits(store, user_id, HabitQuery(limit=100), now)["items"]
    return found


def _exercise(store: Store, user_id: str, said: str, least: float) -> Subject | None:
    for words, measure in _readings(said):
        match = resolve_exercise(store, user_id, words)
        if match.exercise is not None and match.confidence >= least:
            return Subject("exercise", match.exercise.id, match.exercise.name, measure, match.exercise.metric)
    return None


def _readings(said: str) -> Iterable[tuple[str, str | None]]:
    """Yield a phrase as an exercise's name, then without the word that says which figure of it."""
    for pattern, measure in _MEASURES:
        if match := pattern.match(said):
            yield match["after"] or match["before"], measure
            break
    yield said, None


def _nearly(said: str) -> Subject | None:
    if len(said) < SHORTEST:
        return None
    near = process.extractOne(said, _table().keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
    return _table()[near[0]] if near else None


def _choices(store: Store, user_id: str, said: str) -> Sequence[str]:
    words = next(iter(_readings(said)))[0]
    exercises = choices(resolve_exercise(store, user_id, words))
    near = process.extract(said, _table().keys(), scorer=fuzz.WRatio, score_cutoff=NEAR, limit=3)
    return list(dict.fromkeys([*(_table()[each[0]].name for each in near), *exercises]))[:MAX_CHOICES]


def quantity_of(subject: Subject) -> str:
    """Name what a subject's values measure, as `amounts` knows it; of an exercise by its measure."""
    if subject.kind == "training":
        return {"volume_kg": "volume_kg", "duration_s": "minutes", "reps": "reps", "workouts": "workouts"}.get(
            subject.key, "sets"
        )
    if subject.kind == "exercise":
        return EXERCISE_QUANTITY[subject.measure or "sessions"]
    return "days" if subject.kind == "habit" else subject.key


EXERCISE_QUANTITY: Mapping[str, str] = {
    "weight_kg": "load_kg", "e1rm_kg": "e1rm_kg", "volume_kg": "volume_kg", "reps": "reps", "total_reps": "reps",
    "sets": "sets", "sessions": "sessions", "distance_m": "distance_m", "total_distance_m": "distance_m",
    "duration_s": "seconds", "total_duration_s": "minutes",
}  # fmt: skip
ADDING_METRICS = frozenset({"steps", "distance_m", "floors", "active_energy_kcal"})
"""What a day adds up: the largest reading of a day is the day's."""

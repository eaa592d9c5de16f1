"""What a question is about, in words that `coach/subjects.py` knows: an exercise, a metric, a nutrient, training."""

import re
from collections.abc import Sequence

from fitzen.coach.builtin.lexicon import HABIT, METRIC, MONTH
from fitzen.coach.builtin.said import Said

A_DAY = re.compile(
    r"^(?:today|yesterday|the day before yesterday|\d{4}-\d\d-\d\d$|(?:last |this )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?$"
    rf"|\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}}\b|\w+ days? ago)"
)
VERBAL = {"weight_kg": "weight", "sleep_h": "sleep"}
AS_SAID = re.compile(r"body ?weight")
SETS = re.compile(r"\b(?P<what>sets|volume|times|days)\b")
MUSCLE_TRAINED = re.compile(r"\b(?:train(?:ed)?|hit|work(?:ed)?|sets|volume)\b")
MEASURE = re.compile(r"\b(?:volume|tonnage|1rm|one rep max|reps|sets|distance|sessions)\b")
CARDIO = re.compile(
    r"\b(?:running|run|ran|jogged|walking|walked|walk|cycling|cycled|cycle|swimming|swam|swum|rowing|rowed|hiking)\b"
)
CARDIO_NAMES = {"ran": "running", "run": "running", "jogged": "running", "walk": "walking", "walked": "walking", "cycle": "cycling",
                "cycled": "cycling", "swam": "swimming", "swum": "swimming", "rowed": "rowing"}  # fmt: skip
FAR = re.compile(r"\b(?:how far|distance|kms?|kilomet(?:re|er)s?|miles?|metres|meters)\b")
VERBS: Sequence[tuple[re.Pattern[str], str]] = tuple(
    (re.compile(pattern), subject)
    for pattern, subject in (
        (r"\b(?:tired|exhausted|fatigued|low on energy|no energy|drained|energy levels?)\b", "energy level"),
        (
            r"\bvolume\b|\btonnage\b|\b(?:weight|kilos|kgs?|pounds|lbs?|tons?|tonnes?|iron)\b.*\b(?:lift(?:ed)?|moved?|shift(?:ed)?)\b|\b(?:biggest|heaviest) (?:workout|session)\b",
            "training volume",
        ),
        (r"\b(?:working )?sets\b", "sets"),
        (r"\b(?:total )?reps\b", "reps"),
        (
            (
                r"\b(?:minutes|mins|hours|hrs|(?<!many )time) (?:did|have|do)? ?(?:i )?(?:spen[dt]|train\w*|work(?:ed)? out|exercis\w+|in the gym|at the gym|lifting)\b"
                r"|\b(?:training|workout|gym|session) (?:time|minutes|hours|length|duration)\b|\b(?:minutes|mins|hours|hrs|time) of (?:training|exercise|lifting|working out)\b|\b(?:longest|shortest) (?:\w+ )?(?:workout|session)\b"
                r"|\bhow long\b.*\b(?:workouts?|sessions?|train\w*|gym)\b|\b(?:length|duration) of (?:my|a) (?:workouts?|sessions?)\b"
            ),
            "training time",
        ),
        (r"\b(?:workouts?|sessions?|gym|training days)\b", "workouts"),
        (r"\b(?:train\w*|lift\w*|work(?:ed)? ?out|exercis\w+|stronger|weaker|strength)\b", "training"),
        (r"\b(?:eat|ate|eaten|eating|food|diet)\b", "calories"),
        (r"\b(?:drink|drank|drunk|drinking|hydrat\w+)\b", "water"),
        (r"\b(?:los(?:e|ing|t)|gain(?:ed|ing)?|scale|put on|heavier|lighter)\b", "weight"),
        (r"\b(?:walk|walked|walking)\b", "steps"),
        (r"\bmeals?\b", "meals"),
        (r"\bnights?\b(?! out)", "sleep"),
        (r"\b(?:kgs?|kilos?|lbs?|pounds|stone)\b", "weight"),
    )
)
"""What a verb is about, when nothing else is named; the first that fits."""


HABIT_OF = re.compile(r"\bhabit of (?P<of>[a-z0-9][a-z0-9, ]+)|\bmy (?P<my>[a-z0-9][a-z0-9, ]*?) habit\b")
LIFTED = VERBS[1][0]


def subjects(said: Said, *, exercises: bool = True) -> list[str]:
    """Name what a message is about, the most telling first; empty where it does not say."""
    if match := HABIT_OF.search(without_spans(said)):
        return [f"{(match['of'] or match['my']).strip()} habit"]
    found = [*_of_training(said)] if exercises else []
    if found:
        return found
    if LIFTED.search(said.text):
        return ["training volume"]
    metric = metric_words(said)
    nutrient = said.nutrient[0] if said.nutrient and not _within(said) else None
    if metric or nutrient or said.water:
        return [each for each in (metric, nutrient, "water" if said.water else None) if each]
    for pattern, subject in VERBS:
        if pattern.search(said.text):
            return [subject]
    return [match[0] for match in HABIT.finditer(said.text)][:1]


def without_spans(said: Said) -> str:
    """Return the words but for the spans of days: the first half of the year is no first."""
    text = said.text
    for span in reversed(said.periods):
        text = f"{text[: span.start]} {text[span.end :]}"
    return text.strip()


def subject(said: Said) -> str | None:
    return next(iter(subjects(said)), None)


def metric_words(said: Said) -> str | None:
    """Return how the person calls what is measured, or the noun where they used a verb."""
    if said.metric is None:
        return None
    for name, noun in VERBAL.items():
        if METRIC[name].fullmatch(said.metric[0]) and not AS_SAID.fullmatch(said.metric[0]):
            return noun
    return said.metric[0]


def _within(said: Said) -> bool:
    """Say whether the nutrient is only a part of the metric's name: the fat of body fat."""
    return said.metric is not None and said.nutrient is not None and said.nutrient[0] in said.metric[0]


def _of_training(said: Said) -> list[str]:
    if said.muscle and not said.exercises and SETS.search(said.text) and MUSCLE_TRAINED.search(said.text):
        return [f"{said.muscle} {'volume' if 'volume' in said.text else 'sets'}"]
    if match := CARDIO.search(said.text):
        name = CARDIO_NAMES.get(match[0], match[0])
        if FAR.search(said.text):
            return [f"{name} distance"]
        if name == "walking":
            return []
        return [name]
    measure = MEASURE.search(said.text)
    return [f"{each} {measure[0]}" if measure and measure[0] not in each else each for each in said.exercises]

"""Words as the search compares them: one form for a word's endings and for the words of the field that mean the same."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from fitzen.coach.knowledge.library import MARKER
from fitzen.words import plain

_WORD = re.compile(r"[a-z0-9]+")
_SHORT = 3
"""Up to so many letters a word has no ending."""

_STOP = """a about after again all also always am an and another any anything are as ask at away be because been before
    being best better between both but by can cannot could did do does doing done down each either else enough even ever
    every everyone explain few first for from get give go going gonna good got had has have having he help her here
    him his how i if im in into is isnt it its ive just keep kind know less let like long lot make many matter
    may maybe me mean might more most much must my myself need never no not now of off often ok okay on one only or
    other our out over own people per please put quite rather really right same say see seem she should so some someone
    something still such suppose sure take tell than thank that the their them then there these they thing think this those
    through to today too toward try two up us use useful usual very want was way we well were what whats when where
    whether which while who why will with within without wont work worth would yes yet you your youre
    dont doesnt didnt cant ill id theyre thats whys hows lets actual bad bit wrong ideal idea come happen able anyone
    difference different normal per number high higher low lower time new old part point question reason"""
STOP = frozenset(_STOP.split())
"""Words that say nothing of a subject."""

PHRASES = {
    "body fat": "bodyfat",
    "fat burner": "fatburner",
    "fat burning pill": "fatburner",
    "pre workout": "preworkout",
    "post workout": "postworkout",
    "warm up": "warmup",
    "warming up": "warmup",
    "cool down": "cooldown",
    "cooling down": "cooldown",
    "foam roll": "foamroll",
    "foam roller": "foamroll",
    "foam rolling": "foamroll",
    "ice bath": "icebath",
    "cold plunge": "icebath",
    "cold water immersion": "icebath",
    "cold shower": "icebath",
    "reps in reserve": "rir",
    "repetitions in reserve": "rir",
    "to failure": "tofailure",
    "rest day": "restday",
    "day off": "restday",
    "days off": "restday",
    "heart rate": "pulse",
    "rest period": "rest",
    "my period": "menstrual",
    "periods": "menstrual",
    "that time of the month": "menstrual",
    "time of the month": "menstrual",
    "old age": "older",
    "over 60": "older",
    "over 65": "older",
    "over 70": "older",
    "senior": "older",
    "range of motion": "rom",
    "full range": "rom",
    "high intensity interval": "hiit",
    "interval training": "hiit",
    "high blood pressure": "hypertension",
    "blood pressure": "hypertension",
    "blood sugar": "glucose",
    "one arm": "unilateral",
    "one leg": "unilateral",
    "single arm": "unilateral",
    "single leg": "unilateral",
    "one side": "unilateral",
    "free weight": "freeweight",
    "free weights": "freeweight",
    "give up": "quit",
    "giving up": "quit",
    "fall off the wagon": "relapse",
    "fell off the wagon": "relapse",
    "off the wagon": "relapse",
    "wake up": "wake",
    "hit the sack": "bed",
    "pins and needles": "numb",
    "plant based": "vegan",
    "junk food": "ultraprocessed",
    "ultra processed": "ultraprocessed",
    "highly processed": "ultraprocessed",
    "processed food": "ultraprocessed",
    "vitamin d": "vitamind",
    "vitamin b12": "b12",
    "fish oil": "omega3",
    "omega 3": "omega3",
    "weight loss": "lose weight",
    "weights": "lifting",
    "low carb": "keto",
    "no carb": "keto",
    "sit ups": "abs",
    "sit up": "abs",
    "six pack": "abs",
    "belly fat": "spot",
    "love handles": "spot",
    "hip pain": "hip ache",
    "calories in calories out": "energy balance",
    "throw up": "nausea",
    "throwing up": "nausea",
    "work out": "workout",
    "working out": "workout",
    "burn out": "burnout",
    "burned out": "burnout",
    "burnt out": "burnout",
    "tennis elbow": "elbow",
    "golfer s elbow": "elbow",
    "runner s knee": "knee",
    "jumper s knee": "knee tendon",
    "rotator cuff": "shoulder",
    "sciatica": "back",
    "slipped disc": "back",
}
"""What several words are as one; the longest is tried first."""

_GROUPS = (
    "soreness doms sore aching achy stiff stiffness",
    "aerobic cardio cardiovascular endurance conditioning stamina",
    "calorie kcal kilocalorie kilojoule kj cal cals",
    "train training trained trainer workout exercise exercising exerciser session gym",
    "lift lifting lifter lifted resistance strengthtraining weighttraining barbell dumbbell dumbell",
    "hypertrophy bulky bulk bulking gain gaining gains",
    "hurt pain painful ache hurting hurts",
    "period menstrual menstruation menstruating cycle pms luteal follicular",
    "older elderly senior ageing aging aged",
    "teen teenager adolescent youth kid child children son daughter youngster minor",
    "pregnant pregnancy prenatal expecting expectant baby",
    "hydration hydrate hydrated dehydrated dehydration thirst thirsty",
    "drink drinking beverage fluid",
    "alcohol beer wine booze drunk hangover hungover spirit liquor alcoholic",
    "coffee caffeine espresso caffeinated energydrink",
    "sleep sleeping asleep slept insomnia insomniac",
    "nap napping siesta doze",
    "fast fasting fasted intermittent timerestricted",
    "sugar sugary sweet candy sucrose",
    "salt sodium salty",
    "carb carbohydrate carbs starch",
    "vegetarian vegan veggie veganism vegetarianism plantbased",
    "restaurant takeaway takeout dining",
    "label labelling packaging pack packet",
    "dairy milk cheese yoghurt yogurt",
    "step steps walk walking walked pedometer stroll",
    "run running runner jog jogging jogger",
    "interval hiit sprint sprints tabata",
    "pulse heartrate bpm hr",
    "plateau stall stalled stalling stuck stagnate stagnation stagnant",
    "deload deloading lightweek taper",
    "detraining layoff",
    "stretch stretching flexibility flexible mobility",
    "tendon tendinopathy tendinitis tendonitis achilles",
    "ankle sprain sprained twisted rolled",
    "flu cold fever illness ill sick covid unwell infection virus",
    "supplement supplementation pill capsule powder",
    "steroid anabolic sarm sarms testosterone tren ped doping",
    "belly stomach gut abdomen tummy",
    "motivation motivated motivate unmotivated lazy",
    "habit routine habitual",
    "relapse lapse setback slip slipped",
    "skip skipped miss missed missing",
    "stress stressed stressful",
    "bodyfat fatpercentage",
    "scale scales weighin",
    "maintenance maintain maintaining",
    "deficit cutting dieting diet",
    "lose losing loss lost shed drop slim slimming",
    "rir rpe",
    "failure tofailure",
    "machine smith",
    "home bodyweight calisthenics",
    "doctor gp physician",
    "physio physiotherapist",
    "heat hot humid summer heatwave",
    "glycemic glycaemic gi glycemicindex",
    "fibre fiber roughage wholegrain",
    "protein whey",
    "woman women female girl lady",
    "man men male",
    "beginner newbie novice newcomer noob",
    "knee kneecap patella patellofemoral",
    "burn burned burnt expend expenditure",
    "watch tracker smartwatch wearable fitbit garmin",
)
"""Words that are the same to the search: each stands for the first of its line."""


def _stem(word: str) -> str:
    if len(word) <= _SHORT or word.isdigit():
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORT:
            return _undoubled(word[: len(word) - len(ending)]) + instead if ending != "s" else word[:-1]
    return word


_ENDINGS = (("sses", "ss"), ("ies", "y"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("ings", ""), ("ing", ""),
            ("edly", ""), ("ed", ""), ("ly", ""), ("es", ""), ("s", ""), ("e", ""))  # fmt: skip


def _undoubled(stem: str) -> str:
    return stem[:-1] if len(stem) > _SHORT and stem[-1] == stem[-2] and stem[-1] not in "lsz" else stem


def _same() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for line in _GROUPS:
        first, *others = line.split()
        for word in (first, *others):
            found[_stem(word)] = _stem(first)
    return found


SAME = _same()
_STOP_STEMS = frozenset(map(_stem, STOP))
_PHRASE = re.compile(rf"\b(?:{'|'.join(sorted(PHRASES, key=len, reverse=True))})\b")


def terms(text: str) -> Iterator[str]:
    """Yield what a text says of a subject, word by word, in one form."""
    text = re.sub(r"(?<=\d),(?=\d{3})", "", plain(MARKER.sub("", text)))
    spaced = " ".join(_WORD.findall(re.sub("['\u2019]", "", text)))
    for word in _PHRASE.sub(lambda match: PHRASES[match[0]], spaced).split():
        if term := _term(word):
            yield term


@lru_cache(maxsize=8192)
def _term(word: str) -> str | None:
    """Return the form that stands for a word, None for one that says nothing."""
    if word in STOP:
        return None
    stem = _stem(word)
    return None if stem in _STOP_STEMS else SAME.get(stem, stem)

"""Which of the words around the numbers name the exercise."""

import re
from collections.abc import Sequence


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


BEFORE = word_set("""
    bro mate dude man buddy coach yo enter entered register registered no nope actually sorry rather make wrong i i've i'd i'm we me my did do done doing log logged logging add added record recorded track tracked save note
    put please just the a an some got get hit made went was were is it that there first started finished finish
    began followed by can could you hey hi hello today all each both total worked performed completed managed new pr
    pb personal best maxed out max only about around from so okay ok well now this these more another had have to on
    up workout session training exercise exercises lifted repped cranked nailed knocked banged crushed smashed tried too also as
    for in of at per side and or
""")
AFTER = BEFORE - {"up", "out", "to"} | word_set("""
    bodyweight weighted pr pb easy hard tough heavy light good great solid nice weight weights still kinda really
    very day sets reps set rep ones time times like usual
""")
COMMENT = re.compile(
    r"^(?:after|before|felt|feels|feeling|felt|because|but|which|while|easy|hard|though|pretty|rest|resting|rested)$"
)
VERBS = {
    "ran": "running",
    "run": "running",
    "runs": "running",
    "jogged": "jogging",
    "jog": "jogging",
    "cycled": "cycling",
    "biked": "cycling",
    "rode": "cycling",
    "rowed": "rowing",
    "swam": "swimming",
    "swim": "swimming",
    "walked": "walking",
    "walk": "walking",
    "hiked": "hiking",
    "hike": "hiking",
    "skipped": "jump rope",
    "benched": "bench press",
    "benching": "bench press",
    "squatted": "squat",
    "squatting": "squat",
    "deadlifted": "deadlift",
    "deadlifting": "deadlift",
    "pressed": "press",
    "pressing": "press",
    "curled": "curl",
    "curling": "curl",
    "planked": "plank",
    "lunged": "lunge",
    "dipped": "dips",
    "shrugged": "shrug",
}
BODYWEIGHT = re.compile(
    r"\b(?:push|pull|chin|sit|press|muscle)[- ]?ups?\b|\bcrunch|\bdips?\b|plank|burpee|\bjump|air squat|bodyweight|pistol"
    r"|mountain climber|leg raise|knee raise|toes to bar|step[- ]?ups?\b|inverted row|flutter|superman|bird dog|v[- ]?ups"
)


def clean(words: Sequence[str]) -> tuple[str, ...]:
    """Strip what does not name an exercise from both ends; verbs become the exercise's name."""
    kept = [word.replace("-and-", " and ") for word in words]
    comment = next((index for index, word in enumerate(kept) if COMMENT.match(word)), len(kept))
    kept = kept[:comment]
    while kept and kept[0] in BEFORE:
        kept.pop(0)
    while kept and kept[-1] in AFTER:
        kept.pop()
    if len(kept) == 1 or (kept and kept[0] in VERBS and kept[0].endswith(("ed", "ran", "swam", "rode", "ing"))):
        kept[:1] = VERBS.get(kept[0], kept[0]).split()
    return tuple(kept)


def is_bodyweight(name: str) -> bool:
    """Say whether a name is plainly of an exercise that is counted, not loaded."""
    return bool(BODYWEIGHT.search(name))

"""What somebody typed, in one form: no accents, no contractions, no slang, the commonest typing errors mended.

The rules of the safety screen read this form, so that each sign is written once.
"""

import re
from collections.abc import Mapping
from functools import cache

from rapidfuzz.distance import OSA

from fitzen.words import plain

SAME_LETTERS = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s"})
NUMERAL_IN_WORD = re.compile(r"(?<=[a-z])[01345](?=[a-z])")
IS = re.compile(
    r"\b(he|she|it|that|what|there|who|chest|heart|face|arm|speech|friend|throat|mum|mom|dad|wife|husband|partner|everything)'s\b"
)
NOT = re.compile(r"\b(ai|is|are|was|were|do|does|did|has|have|had|could|would|should|must|need)n'?t\b")
ENDINGS: tuple[tuple[str, str], ...] = (
    (r"'m\b", " am"),
    (r"'ve\b", " have"),
    (r"'re\b", " are"),
    (r"'ll\b", " will"),
    (r"'d\b", " would"),
)
SLANG: Mapping[str, str] = {
    "cant": "can not", "can't": "can not", "cannot": "can not", "won't": "will not", "wont": "will not", "im": "i am", "ive": "i have",
    "hes": "he is", "shes": "she is", "thats": "that is", "theres": "there is", "wanna": "want to", "gonna": "going to",
    "gotta": "have to", "u": "you", "ur": "your", "w": "with", "cuz": "because", "coz": "because", "bc": "because", "idk": "i do not know",
    "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17", "kms": "kill myself", "kys": "kill yourself", "unalive": "kill", "unaliving": "killing", "sewerslide": "suicide", "rn": "right now",
    "ngl": "", "tbh": "", "lol": "", "omg": "", "b4": "before", "preggo": "pregnant", "preggers": "pregnant", "prego": "pregnant",
    "roids": "steroids", "roid": "steroid", "juicing": "using steroids", "outta": "out of", "aint": "is not", "tryna": "trying to",
    "pls": "please", "plz": "please", "bp": "blood pressure", "doc": "doctor", "y/o": "years old", "yrs": "years", "mths": "months",
    "wks": "weeks", "kgs": "kg", "kilos": "kg", "kilo": "kg", "kilograms": "kg", "lbs": "pounds", "lb": "pounds", "cals": "calories",
    "kcals": "calories", "kcal": "calories", "cal": "calories", "cheast": "chest", "chets": "chest", "chesst": "chest", "cheest": "chest",
    "chset": "chest", "chst": "chest", "chestt": "chest", "pian": "pain", "paim": "pain", "panes": "pains", "payn": "pain", "paon": "pain",
    "hurst": "hurts", "hurtin": "hurting", "hurtz": "hurts", "dizy": "dizzy", "feinted": "fainted", "faintin": "fainting", "lacksatives": "laxatives",
    "laxitives": "laxatives", "num": "numb", "nubm": "numb", "breth": "breath", "breathin": "breathing", "passin": "passing", "blackin": "blacking", "diein": "dying",
    "hart": "heart", "haert": "heart", "hearth": "heart", "suisidal": "suicidal", "myslef": "myself", "myelf": "myself", "mysef": "myself",
    "dolo": "dolor", "q": "que", "xq": "porque", "pq": "porque", "tb": "tambien",
}  # fmt: skip
CRITICAL: tuple[str, ...] = (
    "breathe",
    "breathing",
    "fainted",
    "fainting",
    "pressure",
    "tightness",
    "crushing",
    "unconscious",
    "collapsed",
    "seizure",
    "seizures",
    "stroke",
    "slurred",
    "slurring",
    "drooping",
    "droopy",
    "suicide",
    "suicidal",
    "suicides",
    "concussion",
    "concussed",
    "vomiting",
    "laxatives",
    "laxative",
    "starving",
    "anorexia",
    "bulimia",
    "anorexic",
    "bulimic",
    "purging",
    "pregnant",
    "pregnancy",
    "bleeding",
    "contractions",
    "steroid",
    "steroids",
    "clenbuterol",
    "ephedrine",
    "diuretics",
    "diuretic",
    "dehydrate",
    "dehydrated",
    "numbness",
    "tingling",
    "dislocated",
    "swelling",
    "swollen",
    "throat",
    "anaphylaxis",
    "anaphylactic",
    "allergic",
    "insulin",
    "diabetic",
    "overdose",
    "overdosed",
    "trenbolone",
    "dianabol",
    "testosterone",
    "anabolic",
    "blackout",
    "blacked",
    "passed",
    "myself",
    "squeezing",
    "desmaye",
    "desmayado",
    "desmayada",
    "desmayo",
    "suicidio",
    "suicidarme",
    "matarme",
    "embarazada",
    "embarazo",
    "esteroides",
    "laxantes",
    "vomitar",
    "respirar",
    "hormigueo",
    "opresion",
    "infarto",
    "mareado",
    "mareada",
)
"""Words of which one wrong letter is mended, if the word is none of ORDINARY and begins the same."""
ORDINARY = frozenset(
    [
        "strike",
        "collapse",
        "collapses",
        "diabetico",
        "diabetica",
        "insulina",
        "suicida",
        "suicidas",
        "bulimica",
        "anorexica",
        "testosterona",
        "strikes",
        "strokes",
        "stroked",
        "breath",
        "breaths",
        "breather",
        "contraction",
        "contract",
        "starting",
        "staring",
        "starring",
        "staving",
        "blending",
        "breeding",
        "tinkling",
        "threat",
        "treat",
        "overdone",
        "overdo",
        "crashing",
        "cruising",
        "dropping",
        "drooped",
        "spelling",
        "smelling",
        "spilling",
        "conclusion",
        "insulting",
        "pressures",
        "pressured",
        "pregnancies",
        "purring",
        "pursing",
        "passes",
        "passer",
        "stroll",
        "stroke's",
        "tightens",
        "parsed",
        "pasted",
        "pissed",
        "paused",
        "packed",
        "blocked",
        "blackouts",
        "fainter",
        "painted",
        "mysel",
        "allergies",
        "diabetes",
        "throats",
        "breathes",
        "steroidal",
        "collapses",
        "slurping",
        "embarazos",
        "respirara",
        "respiran",
        "respira",
        "embarazadas",
        "matarte",
        "matarle",
        "desmayos",
        "blacken",
        "blanked",
        "squeezes",
        "suicidios",
    ]
)
SHORTEST, LONG = 6, 11
"""Letters from which a word may be mended, and from which two wrong letters are."""


def normal(text: str) -> str:
    """Return a text as the rules read it: words and marks `.` `,` with single spaces between them."""
    said = plain(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("\N{LEFT SINGLE QUOTATION MARK}", "'"))
    said = re.sub(r"[\u00ad\u200b-\u200f\u2060\ufeff]", "", said)
    said = NUMERAL_IN_WORD.sub(lambda digit: digit[0].translate(SAME_LETTERS), said)
    said = re.sub(r"\d{9,}", "999999999", said)  # no figure that anybody means, and slow to look through
    said = re.sub(r"([a-z])\1{2,}", r"\1\1", said).replace("w/", "with ").replace("in' ", "ing ")
    said = IS.sub(r"\1 is", re.sub(r"\bwon'?t\b", "will not", re.sub(r"\bcan'?t\b|\bcannot\b", "can not", said)))
    said = NOT.sub(r"\1 not", said)
    for ending, whole in ENDINGS:
        said = re.sub(ending, whole, said)
    said = re.sub(r"(\w)'s\b", r"\1", said)
    said = re.sub(r"(?<=\d)(?=[a-z])", " ", said)
    said = re.sub(r"(?<=\d) ?yo\b", " years old", said)
    said = re.sub(r"(?<!\d)[.](?!\d)|[!?;:\n]+|(?<=\d)[.](?!\d)|(?<!\d)[.](?=\d)", " . ", said)
    said = re.sub(r"(?<!\d),|,(?!\d{3}\b)|[()]", " , ", said)
    said = re.sub(r"(?<=\d),(?=\d{3}\b)", "", said)
    said = re.sub(r"[^\w.,/% ~+-]|_", " ", said)
    return " ".join(_mended(word) for word in said.replace("-", " ").split() if word)


def _mended(word: str) -> str:
    return SLANG[word] if word in SLANG else _nearest(word)


@cache
def _critical() -> frozenset[str]:
    return frozenset(CRITICAL)


def _nearest(word: str) -> str:
    """Return the critical word that one with a typing error stands for, else the word."""
    if len(word) < SHORTEST or word in ORDINARY or word in _critical():
        return word
    most = 2 if len(word) >= LONG else 1
    alike = (each for each in CRITICAL if each[0] == word[0] and abs(len(each) - len(word)) <= most)
    return next((each for each in alike if OSA.distance(each, word, score_cutoff=most) <= most), word)

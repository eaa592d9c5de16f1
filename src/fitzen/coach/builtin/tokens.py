"""A training phrase as tokens: numbers (digits or words), units, the marks that lifters write, and plain words."""

import re
import unicodedata
from typing import NamedTuple

UNITS = {
    "kg": ("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes"),
    "lb": ("lb", "lbs", "pound", "pounds", "#"),
    "s": ("s", "sec", "secs", "second", "seconds"),
    "min": ("min", "mins", "minute", "minutes"),
    "h": ("h", "hr", "hrs", "hour", "hours"),
    "km": ("km", "kms", "k", "kilometer", "kilometers", "kilometre", "kilometres"),
    "m": ("m", "meter", "meters", "metre", "metres"),
    "mi": ("mi", "mile", "miles"),
    "yd": ("yd", "yds", "yard", "yards"),
    "sets": ("set", "sets", "round", "rounds", "series"),
    "reps": ("rep", "reps", "repetition", "repetitions", "times"),
}
UNIT_OF = {word: unit for unit, words in UNITS.items() for word in words}
WEIGHT, TIME, DISTANCE = (
    {"kg", "lb"},
    {"s": 1, "min": 60, "h": 3600},
    {"km": 1000, "m": 1, "mi": 1609.344, "yd": 0.9144},
)

SMALL = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
HUNDRED = 100
LIMBS = {"arm", "leg", "hand", "handed", "armed", "legged", "count"}  # "one arm row" counts nothing

REWRITES = [
    (r"[×✕✖*]", "x"),  # noqa: RUF001 - the multiplication sign is what people type
    (r"[–—−]", "-"),  # noqa: RUF001 - the same for dashes
    (r"[’`]", "'"),  # noqa: RUF001 - and for apostrophes
    (r"(?<![\d.,])(\d{1,3}),(\d{1,2})(?=\s*(?:kg|lbs?|km|kilos?|x)\b)(?!\d)", r"\1.\2"),  # the decimal comma: 62,5 kg
    (r"(\d),(\d{3})(?!\d)", r"\1\2"),  # 2,000 m
    (r"\b(a|one) (half|quarter)\b", "half"),
    (r"\bclean (?:and|&|n) (jerk|press)\b", r"clean-and-\1"),
    (r"\bwarm(?:ed|ing)?[- ]?ups?\b", "warmup"),
    (r"\bdrop[- ]?(?:sets?|ped)\b|\bdrops\b", "dropset"),
    (r"\bdrop(?= (?:to|at)? ?\d)", "dropset"),
    (r"\b(?:work|working|top|main|normal)[- ]sets?\b(?! of)", "workset"),
    (r"\b(?:work|working|top|main|normal) (?=sets? of)", "workset "),
    (r"\blast set (?:was |went |taken )?(?:to|till|until) failure\b", "lastfailure"),
    (r"\b(?:to|till|until) failure\b|\bamrap\b|\bfailure sets?\b", "failure"),
    (r"\bsuper[- ]?set(?:s|ted)?\b|\bss\b(?= with)", "superset"),
    (r"\breps? in (?:the )?(?:reserve|tank)\b|\bin reserve\b|\b(?:reps? )?left in the tank\b", "rir"),
    (r"\b(?:reps? )?left\b(?= in)", "rir"),
    (r"\bbody[- ]?weight\b(?= ?(?:,|$|x|for))|\bbw\b", "bodyweight"),
    (
        r"\b(?:with )?(?:just )?(?:the )?(?:empty|only the|unloaded) bar(?:bell)?\b|\bjust the bar(?:bell)?\b",
        "emptybar",
    ),
    (r"\b(?:each|per|a|every|both) (?:side|arm|leg|hand)s?\b|/ ?(?:side|arm|leg|hand)\b", " "),
    (r"\b(?:first|second|third|fourth|fifth|last|final|next) set\b", " "),
    (r"\b(?:a |another )couple (?:of )?", "2 "),
    (r"\ba pair of ", "2 "),
    (r"\b(?:a|another) (?=set of|round of)", "1 "),
    (r"\b(?:a |for )(?:heavy |top )?(single|double|triple)\b", r"for \1"),
    (r"\bat \d+(?:\.\d+)? ?(?:km/h|kmh|kph|mph)\b|\bat \d+:\d\d ?(?:/ ?|per )(?:km|mile|mi|k)\b", " "),  # a pace
    (r"\b\d+ ?(?:degrees?|deg|°)(?= |$)", " "),
    (
        r"\b(?:with )?\d+(?:[.:]\d+)? ?(?:s|secs?|seconds?|m|mins?|minutes?) (?:of )?rests?\b(?: between(?: sets)?)?",
        " ",
    ),
    (r"\brest(?:ed|ing)? (?:for )?\d+(?:[.:]\d+)? ?(?:s|secs?|seconds?|mins?|minutes?)\b(?: between(?: sets)?)?", " "),
    (r"\b(?:with|using) (?:the )?(\d+(?:\.\d+)?)s\b", r"with \1"),
    (r"\btempo [\dx-]+", " "),
    (r"\b\d+(?:\.\d+)? ?%(?: of (?:my )?1 ?rm)?", " "),
    (r"\b(?:to|in|into) (?:my|the) (?:log|diary|journal|workout|training)\b", " "),
    (r"\b(\d+) singles\b", r"\1x1"),
    (r"\b(\d+) doubles\b", r"\1x2"),
    (r"\b(\d+) triples\b", r"\1x3"),
    (r"\b(\d+) ?- ?\d+(?= reps?\b)", r"\1"),  # of a range, what is sure
    (r"\b[a-d]1[.):]?(?= [a-z])", " . superset "),  # A1, A2: done in turns
    (r"\b[a-d][2-4][.):]?(?= [a-z])", " , "),
]
REWRITES_COMPILED = [(re.compile(pattern), replacement) for pattern, replacement in REWRITES]

TOKEN = re.compile(
    r"(?P<clock>\d{1,3}:\d\d(?::\d\d)?)|(?P<number>\d{1,6}(?:\.\d{1,4})?)|(?P<x>x(?![a-z])|\bby\b(?= *\d))"
    r"|(?P<word>[^\W\d_]+(?:[-'][^\W\d_]+)*)|(?P<mark>[,;:.\n+@/&#()!?-])"
)
MARKS = {",": "sep", "&": "and", "and": "and", "-": "sep", ";": "end", "\n": "end", ".": "end", "!": "end", "?": "end"}
WORDS = {
    "then": "end",
    "followed": "end",
    "afterwards": "end",
    "finally": "end",
    "plus": "plus",
    "+": "plus",
    "@": "at",
    "at": "at",
    "with": "with",
    "using": "at",
    "rpe": "rpe",
    "rir": "rir",
    "warmup": "kind",
    "dropset": "kind",
    "failure": "kind",
    "lastfailure": "kind",
    "workset": "kind",
    "superset": "superset",
    "emptybar": "emptybar",
    "for": "for",
    "of": "of",
    "in": "in",
    "/": "slash",
    ":": "colon",
}
COUNTED = {"single": 1, "double": 2, "triple": 3}
SKIPPED = {"(", ")"}


class Token(NamedTuple):
    """`kind` is number, unit, x, at, with, for, of, in, rpe, rir, kind, superset, sep, end, plus, slash, colon, word.

    A clock such as 27:30 is a number of seconds with `unit` "s". `glued` says that no space is before it.
    """

    kind: str
    text: str
    value: float = 0
    unit: str = ""
    glued: bool = False


def normal(text: str) -> str:
    """Lower case, one sign for each meaning, and one word for what lifters write in many ways."""
    text = unicodedata.normalize("NFKC", text.replace("½", ".5")).lower()
    for pattern, replacement in REWRITES_COMPILED:
        text = pattern.sub(replacement, text)
    return text


def tokenize(text: str) -> list[Token]:
    """Split a phrase that `normal` made."""
    raw: list[Token] = []
    end = -1
    for match in TOKEN.finditer(text):
        raw.append(_token(match, glued=match.start() == end))
        end = match.end()
    return _with_units(_with_number_words([token for token in raw if token.text not in SKIPPED]))


def _token(match: re.Match[str], *, glued: bool) -> Token:
    text = match[0]
    if match.lastgroup == "number":
        return Token("number", text, float(text), glued=glued)
    if match.lastgroup == "clock":
        return Token("number", text, _seconds(text), "s", glued)
    if match.lastgroup == "x":
        return Token("x", text, glued=glued)
    return Token(MARKS.get(text) or WORDS.get(text, "word"), text, glued=glued)


def _seconds(clock: str) -> float:
    total = 0.0
    for part in clock.split(":"):
        total = 60 * total + float(part)
    return total


def _with_number_words(tokens: list[Token]) -> list[Token]:
    """Replace `twenty five` and `one hundred and five` by numbers."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        value, length = _spelled(tokens, i)
        after = tokens[i + length].text if i + length < len(tokens) else ""
        if length and after not in LIMBS:
            out.append(Token("number", " ".join(token.text for token in tokens[i : i + length]), value))
        else:
            length = max(length, 1)
            out += tokens[i : i + length]
        i += length
    return out


def _spelled(tokens: list[Token], i: int) -> tuple[float, int]:
    """Read a number in words at `i`: its value and how many tokens it takes (0 for none)."""
    words = [token.text for token in tokens[i : i + 6]]
    value, used = 0.0, 0
    while used < len(words):
        pieces = words[used].split("-")
        if all(piece in TENS or piece in SMALL for piece in pieces) and (value % HUNDRED == 0 or value % 10 == 0):
            value += sum(TENS.get(piece, SMALL.get(piece, 0)) for piece in pieces)
        elif words[used] == "hundred":
            value = max(value, 1) * HUNDRED
        elif words[used] == "and" and value >= HUNDRED and used + 1 < len(words) and _is_small(words[used + 1]):
            pass
        elif words[used : used + 2] == ["and", "half"] or (words[used : used + 3] == ["and", "a", "half"] and used):
            used += words[used:].index("half")
            value += 0.5
        elif words[used] == "point" and used and used + 1 < len(words) and words[used + 1] in SMALL:
            used += 1
            value += SMALL[words[used]] / 10
        else:
            break
        used += 1
    return value, used


def _is_small(word: str) -> bool:
    return all(piece in SMALL or piece in TENS for piece in word.split("-"))


def _with_units(tokens: list[Token]) -> list[Token]:
    """Put a unit into the number before it; a unit's word elsewhere stays a word."""
    out: list[Token] = []
    for token in tokens:
        unit = UNIT_OF.get(token.text)
        previous = out[-1] if out else None
        if unit and previous and previous.kind == "number" and not previous.unit:
            out[-1] = previous._replace(unit=_unit(unit, token, previous.value))
        elif token.text in COUNTED and previous and previous.kind in ("for", "at"):
            out.append(Token("number", token.text, COUNTED[token.text], "reps"))
        else:
            out.append(token)
    return out


def _unit(unit: str, token: Token, value: float) -> str:
    """`5k` is a distance, `100k` a weight."""
    longest_run = 50
    return "kg" if token.text == "k" and value > longest_run else unit

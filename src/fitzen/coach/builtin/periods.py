"""The phrase of a message that names a period: `last 30 days`, `since 1 october`, `tuesday`."""

import re
from typing import NamedTuple

from fitzen.coach.builtin.lexicon import MONTH, NUMBER_BUT_ARTICLE, WEEKDAY
from fitzen.coach.period_words import RANGES, SINGLE

DATE = rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}(?: \d{{4}})?|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?)"
SPAN = r"(?:days?|nights?|weeks?|months?|years?|quarters?|fortnights?|weekends?)"
ONE = (
    rf"(?:\d{{4}}-\d\d-\d\d\.\.\d{{4}}-\d\d-\d\d|{DATE}"
    rf"|the (?:one|week|month|year|day) before(?: last)?|the day before yesterday|yesterday|today|tonight|last night|this (?:morning|evening|afternoon)"
    rf"|(?:(?:the )?(?:last|past|previous|preceding)|these last) (?:{NUMBER_BUT_ARTICLE} )?{SPAN}"
    rf"|(?:the )?(?:{NUMBER_BUT_ARTICLE}) {SPAN} before|(?:{NUMBER_BUT_ARTICLE}|a) {SPAN} ago"
    rf"|(?:this|the current|current|next) {SPAN}|(?:last |this )?{WEEKDAY}(?![\w-])"
    rf"|(?:last |this )?{MONTH}(?: \d{{4}})?(?![\w-])|(?:19|20)\d\d(?= ?[?.!,]|$)|all[- ]time|ever)"
)
FROM_TO = rf"(?:since (?:the )?(?:start of |beginning of )?|between |from )?(?<![\w-]){ONE}(?: (?:to|until|till|through|-) (?:the )?{ONE})?"


def _finder(first: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?:in|on|for|during|over|within|throughout|of|so far|across|at) ){{0,3}}(?:the )?"
        rf"(?P<period>{first}|{SINGLE}|(?<=on the )\d{{1,2}}(?:st|nd|rd|th)|{FROM_TO})"
        r"(?! ?(?:am|pm)\b)(?:'s)?(?![\w-])"
    )


PERIOD, PERIOD_COMPARED = _finder(rf"{RANGES}|between (?:the )?{ONE} and (?:the )?{ONE}"), _finder(RANGES)
"""Where two spans are set side by side, `between october and november` names two."""
COMPARES = re.compile(r"\b(?:differ\w*|compar\w+|than|vs|versus|more|less|better|worse)\b")
RANGE = re.compile(r" (?:to|until|till|through|-|and) |\d ?(?:-|\u2013) ?\d")
DAY_ALONE = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
NO_MONTH_ALONE = re.compile(r"^(?:may|mar|sat|sun|march)$")
"""Words that are more often another word, unless a preposition is before them."""


class Found(NamedTuple):
    """`start` and `end` take in the preposition."""

    words: str
    start: int
    end: int


def periods(said: str) -> list[Found]:
    """Find the periods that a lower-case message names, in order."""
    finder = PERIOD_COMPARED if COMPARES.search(said) else PERIOD
    return [
        Found(_in_words(match["period"]), match.start(), match.end())
        for match in finder.finditer(said)
        if not (NO_MONTH_ALONE.match(match["period"]) and match.start() == match.start("period"))
    ]


def _in_words(period: str) -> str:
    whole = RANGE.search(period) or period.endswith(" on")
    words = period if whole else re.sub(r"^(?:from|between) ", "", period)
    words = re.sub(r"^(?:the )?(?:current) ", "this ", words)
    words = re.sub(r"^these last ", "last ", words)
    words = re.sub(r"^the (?=last|past|previous|\d)", "", words)
    words = re.sub(r"^(?:this (?:morning|evening|afternoon)|tonight)$", "today", words)
    if not DAY_ALONE.fullmatch(words):
        words = re.sub(r"(\d)(?:st|nd|rd|th)\b(?: of)?", r"\1", words)
    return re.sub(r"^last night$", "yesterday", words)

"""The phrase of a message that names a period: `last 30 days`, `since 1 october`, `tuesday`."""

import re
from typing import NamedTuple

from fitzen.coach.builtin.lexicon import MONTH, NUMBER_BUT_ARTICLE, WEEKDAY

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
PERIOD = re.compile(
    rf"\b(?:(?:in|on|for|during|over|within|throughout|of|so far|across|at) )*(?:the )?"
    rf"(?P<period>(?:since (?:the )?(?:start of |beginning of )?|between |from )?(?<![\w-]){ONE}(?: (?:to|until|till|through|-) {ONE})?)"
    r"(?! ?(?:am|pm)\b)(?:'s)?(?![\w-])"
)
RANGE = re.compile(r" (?:to|until|till|through|-) ")
NO_MONTH_ALONE = re.compile(r"^(?:may|mar|sat|sun|march)$")
"""Words that are more often another word, unless a preposition is before them."""


class Found(NamedTuple):
    """`start` and `end` take in the preposition."""

    words: str
    start: int
    end: int


def periods(said: str) -> list[Found]:
    """Find the periods that a lower-case message names, in order."""
    return [
        Found(_in_words(match["period"]), match.start(), match.end())
        for match in PERIOD.finditer(said)
        if not (NO_MONTH_ALONE.match(match["period"]) and match.start() == match.start("period"))
    ]


def _in_words(period: str) -> str:
    words = period if RANGE.search(period) else re.sub(r"^(?:from|between) ", "", period)
    words = re.sub(r"^(?:the )?(?:current) ", "this ", words)
    words = re.sub(r"^these last ", "last ", words)
    words = re.sub(r"^the (?=last|past|previous|\d)", "", words)
    words = re.sub(r"^(?:this (?:morning|evening|afternoon)|tonight)$", "today", words)
    words = re.sub(r"(\d)(?:st|nd|rd|th)\b(?: of)?", r"\1", words)
    return re.sub(r"^last night$", "yesterday", words)

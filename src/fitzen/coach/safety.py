"""What must not wait for a model: signs of an emergency get a fixed, kind answer with where to turn, before any tool."""

import re
from typing import NamedTuple


class Alarm(NamedTuple):
    category: str
    text: str


class _Rule(NamedTuple):
    category: str
    signs: re.Pattern[str]
    text: str


EMERGENCY = (
    "Please stop exercising now and call your local emergency number (112 in Europe, 911 in the US). "
    "If somebody is near you, ask them to stay with you."
)
NOT_ALONE = (
    "I am really glad you told me. You deserve support from a person right now: please call your local emergency number, "
    "or a crisis line such as 988 (US and Canada), 116 123 (UK, Ireland and much of Europe), or see findahelpline.com. "
    "If you can, be with someone you trust. Training can wait."
)

RULES = (
    _Rule(
        "suicide",
        re.compile(
            r"\b(?:kill(?:ing)? myself|end(?:ing)? my life|suicid(?!e (?:runs?|sprints?|drills?|grip))\w*|want to die|don'?t want to (?:live|be here)|self[- ]?harm\w*"
            r"|hurt(?:ing)? myself on purpose|better off dead)\b"
        ),
        NOT_ALONE,
    ),
    _Rule(
        "chest_pain",
        re.compile(
            r"\b(?:chest (?:pain|pressure|tightness|hurts)|(?:pain|pressure|tightness) (?:in|on|across) (?:my |the )?chest|(?:my )?chest (?:is |feels )?"
            r"(?:hurting|tight and)|heart attack)\b"
        ),
        "Chest pain or pressure can be your heart. " + EMERGENCY,
    ),
    _Rule(
        "collapse",
        re.compile(
            r"\b(?:faint(?:ed|ing)|passed out|blacked out|lost consciousness|can(?:no|')?t breathe|cannot breathe)\b"
        ),
        "Fainting or not getting air is a warning sign. " + EMERGENCY,
    ),
    _Rule(
        "stroke",
        re.compile(
            r"\b(?:face (?:is )?droop\w*|slurr(?:ed|ing) (?:my )?(?:speech|words)|one side (?:of my (?:body|face) )?(?:is |went |feels )"
            r"(?:numb|weak)|worst headache of my life|having a stroke)\b"
        ),
        "These can be signs of a stroke, where every minute counts. " + EMERGENCY,
    ),
)


def screen(text: str) -> Alarm | None:
    """Return the fixed answer that a message calls for, if it names an emergency."""
    said = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return next((Alarm(rule.category, rule.text) for rule in RULES if rule.signs.search(said)), None)

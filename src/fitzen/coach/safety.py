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

AROUND = r"(?:(?:in|across|on|inside|through|of|the|my|his|her|middle|centre|center|left|side|down|around|into) )"
FEELING = r"(?:pains?|pressure|tightness|squeezing|crushing|stabbing|heaviness|discomfort)"
"""What the heart feels like; a chest that is sore, tight from flyes or pumped is a trained one."""
SUDDEN = r"(?:numb|droop\w*|paraly[sz]ed|(?:weak|dead|heavy)\b.{0,15}\b(?:sudden|suddenly|all at once))"

RULES = (
    _Rule(
        "suicide",
        re.compile(
            r"\b(?:kill(?:ing)? myself|(?:end(?:ing)?|tak(?:e|ing)) my (?:own )?life|suicidal|commit(?:ting)? suicide"
            r"|(?:thoughts? of|thinking (?:about|of)|consider\w*|attempt\w*|plan\w*) suicide|(?:want to|wanna|going to) die"
            r"|don'?t (?:want to|wanna) (?:live|be here|exist|wake up)|(?:want to|wanna|going to) end it all\b(?! with)"
            r"|self[- ]?harm\w*|(?:hurt|cut|harm)(?:t?ing)? myself (?:on purpose|again)|(?:have been|been|keep|started|want to) "
            r"(?:cutting|cut|harming|harm) myself|better off (?:dead|without me)|wish (?:that )?i (?:was|were) (?:dead|never born)"
            r"|no (?:reason|point) (?:to|in) (?:go(?:ing)? on )?(?:living|live|go on))\b"
        ),
        NOT_ALONE,
    ),
    _Rule(
        "chest_pain",
        re.compile(
            rf"\bchest (?:{FEELING}|hurts|aches)\b|\b{FEELING}(?: (?:feeling|sensation))? {AROUND}+chest\b"
            r"|\bchest (?:is |feels |just |really |suddenly )*(?:hurting|aching|(?:tight|heavy) and|like it is being)"
            r"|\bheart attack\b|\bmy heart (?:hurts|aches|is hurting)\b|\bpain in my heart\b|\bpressure on my chest\b"
            r"|\belephant (?:is )?(?:sitting |standing )?on my chest\b"
            rf"|\bpains? (?:\w+ )?{AROUND}+(?:left )?arm and (?:{AROUND}*)(?:jaw|neck|shoulder|chest)\b"
        ),
        "Chest pain or pressure can be your heart. " + EMERGENCY,
    ),
    _Rule(
        "collapse",
        re.compile(
            r"\b(?:faint(?:ed|ing)|(?:about|going) to (?:faint|pass out|black out)|passed out|blacked out|lost consciousness|unconscious"
            r"|(?:can(?:no|')?t|cannot|not able to|struggling to|unable to) breathe|(?:not|stopped) breathing)\b"
        ),
        "Fainting or not getting air is a warning sign. " + EMERGENCY,
    ),
    _Rule(
        "stroke",
        re.compile(
            rf"\bface (?:is |feels |went |has gone |looks )?(?:all )?{SUDDEN}|\bslurr(?:ed|ing) (?:my |his |her )?(?:speech|words)"
            rf"|\bspeech (?:is |was |got |has become )(?:suddenly )?slurred\b|\b(?:one|left|right) side (?:of (?:my|his|her) (?:body|face) )?"
            rf"(?:is |was |went |feels |has gone )(?:suddenly )?(?:{SUDDEN}|weak and)|\bone side (?:is |went |feels )weak\b"
            r"|\bsuddenly (?:can'?t|cannot|could not|couldn'?t) (?:move|see|speak|talk|feel)\b"
            r"|\bworst headache of my life\b|\bhaving a stroke\b"
        ),
        "These can be signs of a stroke, where every minute counts. " + EMERGENCY,
    ),
)
"""When in doubt it stops: a needless alarm costs a sentence."""


def screen(text: str) -> Alarm | None:
    """Return the fixed answer that a message calls for, if it names an emergency."""
    said = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return next((Alarm(rule.category, rule.text) for rule in RULES if rule.signs.search(said)), None)

"""Small talk: what is said between people, and what the coach can do."""

import re

from fitzen.coach.builtin.meant import Ask
from fitzen.coach.builtin.mentions import mentions
from fitzen.coach.builtin.said import QUESTION
from fitzen.coach.builtin.text import OPENING

SMALL_TALK = [
    ("help", re.compile(
        r"^(?:help(?: me)?(?: please)?|commands?|instructions?)\W*$|\bwhat (?:all )?(?:can|do|could) you (?:do|help|offer)\b|\b(?:who|what) are you\b(?! (?:do|go|think))|\bhow do(?:es)? (?:this|you|it all) work\b"
        r"|\bwhat (?:can|could|should|else can) i (?:ask|say|tell you)\b|\bhow (?:can|do) you help\b|\bhow (?:do|can) i log\b|\bhow do i use (?:this|you)\b|\bcan you help me\W*$|\bare you (?:a bot|an ai|human|real|a robot)\b"
        r"|\bwhat(?:'s| is| are) (?:your|this app'?s?) (?:features?|purpose|functions?|abilities|job)\b|\bshow me what you can do\b"
    )),
    ("greeting", re.compile(
        r"^(?:hi+|hello+|hey+|hiya|yo|good (?:morning|afternoon|evening|day)|g'?day|howdy|hola|greetings|sup|what'?s up|morning|evening|hi there|hey there)\b"
        r"(?:[ ,]+(?:coach|there|fitzen|again|mate|buddy|everyone|all|how are (?:you|things)|how's it going|what's up|you))*[ !.?]*$"
    )),
    ("bye", re.compile(r"^(?:(?:ok|okay|well|thanks|thank you|cheers)[, ]+)?(?:bye+|goodbye|see (?:you|ya)|good ?night|later|cya|ciao|ttyl|take care|(?:got to|have to|need to|must) (?:go|run)|gotta (?:go|run)|i'm off|talk (?:to you )?(?:later|soon|tomorrow)|that's (?:all|it)(?: for (?:today|now))?)\b[\w ,!.]{0,25}$")),
    ("yes", re.compile(
        r"^(?:yes+|yep|yeah|yup|aye|sure|ok|okay|k|correct|right|absolutely|definitely|of course|exactly|do it|go ahead|go for it|confirm(?:ed)?|log it|save it|sounds (?:good|great)|looks (?:good|right)|that's (?:right|correct|it)|perfect|great|fine|please do|why not|👍)"
        r"(?:[ ,]+(?:please|do it|do that|log it|save it|go ahead|that's right|do|sure|thanks|coach|great|yes|that works|confirm|sounds good|perfect|it is|fine|then))*[ !.]*$"
    )),
    ("no", re.compile(r"^(?:no+|nope|nah|don'?t|do not|cancel|never ?mind|wrong|stop|forget it|not (?:that|now|really)|leave it|skip it|rather not|scrap that|undo)(?:[ ,]+(?:thanks|don'?t|thank you|log it|please|not that|cancel|that|it|that's wrong|never ?mind|not now|leave it|forget it|do that|do it|do))*[ !.]*$")),
]  # fmt: skip
THANKS = re.compile(
    r"\b(?:thanks?|thank you|thx|cheers|appreciated?|ty|awesome|perfect|nice(?: one)?|great(?: job)?|cool|brilliant|lovely|amazing|(?:that )?help(?:s|ed)(?: a lot)?|good job|well done|you(?:'re| are) the best|ta|helpful)\b"
)
THANKED = re.compile(r"\b(?:thanks?|thank you|thx|cheers|appreciated?|ty)\b")
FEW_WORDS = 6


def small_talk(said: str) -> Ask | None:
    """Return the reply to small talk; None for what wants something."""
    found = next((name for name, pattern in SMALL_TALK if pattern.search(said)), None)
    if found == "yes" and THANKED.search(said) and not re.match(r"yes|yep|yeah|sure|ok", said):
        found = "thanks"
    rest = OPENING.sub("", said)
    if (
        found is None
        and not QUESTION.search(rest)
        and not any(each.known for each in mentions(rest))
        and THANKS.search(said)
        and len(said.split()) <= FEW_WORDS
        and not re.search(r"\d", said)
        and not WANTS.search(rest)
    ):
        found = "thanks"
    return Ask(found) if found else None


WANTS = re.compile(r"\b(?:log|show|make|swap|plan|remind|recipe|what|how|week|feel|had|ate|drank|did)\b")

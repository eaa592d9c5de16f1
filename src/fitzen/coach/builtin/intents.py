"""What a message wants: tools with their arguments, or a reply from a template.

Each intent has cues: a pattern and a weight. What a message names (an exercise, a muscle, sets that were done) counts
too. The highest sum wins if it reaches THRESHOLD; below it the coach asks.
"""

import re
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from fitzen.coach.builtin.mentions import Mention, mentions, muscle
from fitzen.coach.builtin.parse_workout import ParsedWorkout, parse_workout
from fitzen.exercises.search import LIKELY, resolve


class Call(NamedTuple):
    tool: str
    arguments: dict[str, Any]


class Ask(NamedTuple):
    """A reply by its name; `about` is what it is about, in the person's words."""

    name: str
    about: str = ""


type Meant = Sequence[Call] | Ask
type Intent = Literal["log", "progress", "next", "summary", "search"]
type Cues = Sequence[tuple[float, re.Pattern[str]]]

THRESHOLD = 3.0
MAX_CALLS = 3
MAX_WEEKS, MONTH = 12, 4


ASKS = r"\?\s*$|^(?:how|what|which|why|when|where|should|does|show|tell|give|(?:is|are|am|do|did|was|were|has|have) (?:i|you|we|my|it|the))\b"


def _cues(*rows: tuple[float, str]) -> Cues:
    return [(weight, re.compile(pattern)) for weight, pattern in rows]


CUES: dict[Intent, Cues] = {
    "log": _cues(
        (4, (r"^(?:(?:please|pls|hey|hi|ok|okay|coach|now|and|also|then|can you|could you|would you|i(?:'d| would) like to|i want to"
            r"|i need to|let's|let me)[, ]+)*(?:log|add|record|track|save|note|enter|register|put(?: in| down)?)\b")),
        (3, r"\b(?:log|record|save|add|track|enter) (?:this|that|it|my|a|the|some)\b"),
        (2, r"\b(?:i|we) (?:just )?(?:did|done|finished|completed|hit|got|made|ran|lifted|rowed|cycled|swam|walked|managed)\b"),
        (2, r"\b(?:just (?:did|finished|ran|rowed)|ran|benched|squatted|deadlifted|cycled|swam|rowed|hit|done)\b"),
        (-3, ASKS),
        (-4, r"\bhow (?:do|can|to|does) .*\blog\b|\bmy (?:training |workout )?log\b(?!.*\d)"),
    ),
    "progress": _cues(
        (3, r"\bhow(?:'s| is| are| has| have| was| were| am)\b.*\b(?:going|doing|coming|been|progress\w*|look\w*|mov\w+|trending)\b"),
        (3, r"\b(?:progress\w*|improv\w*|stronger|weaker|gains?|plateau\w*|stuck|stall\w*|trend\w*|history|increas\w*)\b"),
        (3, r"\b(?:go(?:ing|ne|es)?|went) (?:up|down)\b|\b(?:numbers|stats|results)\b"),
        (3, r"\b(?:prs?|pbs?|personal (?:records?|bests?)|records?|bests?|max(?:imum)?|[1e]?-?1?rm|one[- ]rep[- ]max)\b"),
        (3, r"\b(?:heaviest|strongest|longest|farthest|furthest|fastest|the most|top set)\b"),
        (3, r"\blast time\b|\bwhen did i last\b|\bmy last\b|\bwas my\b"),
        (3, r"\bhow (?:much|many|heavy|strong|long|far|fast|good) (?:can|do|did|could|have|is|are|am)\b"),
        (4, r"\b(?:get|got|gotten|getting|any) better\b|\bhow many reps\b.*\bcan i\b"),
        (3, r"\bwhere am i\b|\bhow(?:'s| is| are| has) my\b"),
        (1, r"\bmy\b|\bi\b"),
        (-3, r"\bshould\b|\btoday'?s? (?:workout|session)|\b(?:form|technique|cues?)\b|\bexercises\b"),
    ),
    "next": _cues(
        (4, (r"\b(?:what|which)\b[\w' ]{0,30}\b(?:should|shall|do|can|will|are|am|would|could) (?:i|we)\b[\w' ]{0,20}"
            r"\b(?:lift\w*|train\w*|do|hit|work ?out|use|start)\b(?! (?:for|with|to)\b)")),
        (4, r"\b(?:today|tonight|tomorrow|now)'?s? (?:workout|session|training|lifts?|plan)\b"),
        (4, r"\b(?:workout|session|training) (?:for )?(?:today|tonight)\b|\bwhat(?:'s| is) on (?:for )?(?:today|tonight)\b"),
        (4, r"\bnext (?:workout|session|training|lift|one)\b|\bwhat(?:'s| is| comes| now|'s up)? ?next\b|\b(?:is )?up next\b"),
        (4, r"\bwhat (?:now|first|then)\b|\bwhat(?:'s| is) (?:on )?(?:the |my )?plan\b|\btrain next\b"),
        (4, r"\b(?:give|build|make|plan|suggest|recommend|propose|design|pick|choose)\b.*\b(?:workout|session|training|today|tonight)\b"),
        (3, r"\bshould (?:i|we) (?:do|train|lift|hit)\b|\bshould it be\b|\b(?:what|which) (?:weights?|loads?) should\b"),
        (3, r"\bready to (?:train|lift|go)\b|\b(?:at|in) the gym\b|\blet'?s (?:train|lift|go)\b|\btell me what to (?:do|train|lift)\b"),
        (2, r"\b(?:today|tonight|right now|now|next)\b"),
        (4, r"\b(?:what|which|how (?:heavy|much|many))\b.*\b(?:should|shall) i\b.*\b(?:today|tonight|now)\b"),
        (4, r"\bshould i (?:add|increase|drop|use)\b.*\b(?:today|tonight|now)\b|\bdo i (?:have|train)\b.*\b(?:today|tonight)\b"),
        (-6, r"\b(?:did|done|went|was|last|yesterday|so far|this week|times|improv\w+)\b|\bhow (?:is|are|has|many|often)\b"),
        (-4, r"\b(?:exercises?|instead)\b"),
    ),
    "summary": _cues(
        (4, r"\b(?:last|this|past|previous|recent|latest)\b(?: \w+){0,2} (?:weeks?|months?|days|workouts?|sessions?|training)\b"),
        (4, r"\b(?:recap|overview|summary|summar\w+|report|sum up|tonnage|consisten\w+|slacking)\b"),
        (4, r"\bwhat (?:did|have) i (?:do|done|train\w*|lift\w*)\b|\bdid i (?:train|work ?out|go|lift)\b"),
        (4, r"\bhow (?:many|much|often)\b.*\b(?:workouts?|sessions?|sets?|volume|times|train\w*|gym|work(?:ed)? out)\b"),
        (4, r"\b(?:training|workout) (?:log|history|diary|stats)\b|\b(?:my|show|list|see)(?: me)?(?: my)? (?:workouts|sessions|log)\b"),
        (4, r"\btraining enough\b|\bwhen did i last (?:train|work ?out|go|lift)\b|\bmuscles? did i\b|\bweekly\b"),
        (4, r"\bhow(?:'s| is| was| has| did)\b.*\b(?:training|week|month|it)\b(?: \w+)? ?(?:going|go|been|overall)?\b"),
        (1, r"\b(?:yesterday|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"),
        (-6, r"\bshould\b|\bnext\b|\bplan\b|\bhow (?:do|to|does|should) \b"),
    ),
    "search": _cues(
        (4, r"\bwhat does .* (?:train|work|hit)\b|\bhelp me with\b.*\b(?:form|technique)\b"),
        (4, r"\bhow (?:do|should|can|to|would|does|is|are)\b.*\b(?:do|done|perform\w*|execute|set up|train|work|it|be)\b|\bhow to\b"),
        (4, r"\b(?:form|technique|cues?|tips?|setup|set-up|execution|instructions?|properly|correctly|safely)\b"),
        (4, r"\bexercises?\b(?! (?:going|history))|\bmovements?\b|\bmoves for\b"),
        (4, r"\b(?:easier|harder|alternatives?|variations?|variants?|substitutes?|replace\w*|instead)\b"),
        (4, r"\b(?:explain|describe|teach|demonstrate)\b|\bmuscles? (?:do|does|is|are|will)\b|\btell me about\b"),
        (3, r"\bwhat(?:'s| is| are) (?:a |an |the )?(?!my\b|the (?:most|plan)\b)\w|\b(?:is|are) .* done\b"),
        (3, r"\bwhat (?:can|should) i (?:do|use) for\b|\bhow (?:do|can|should) i train\b"),
        (-4, (r"\bmy (?!form|technique|[\w ]*(?:delts?|back|chest|arms?|legs?|calves|glutes|abs|triceps|biceps))"
             r"|\bhow (?:is|are) .* (?:going|doing)\b|\bwhat(?:'s| is) (?:the most|next|up|on|new)\b")),
    ),
}  # fmt: skip
NEEDS_EXERCISE: frozenset[Intent] = frozenset({"progress"})
WEAK_SEARCH = re.compile(r"^(?:and )?what(?:'s| is| are)\b|^tell me|^explain|^describe|^(?:is|are)\b|^how ")

SMALL_TALK = [
    ("help", re.compile(
        r"^(?:help(?: me)?(?: please)?|commands?)\W*$|\bwhat (?:can|do) you (?:do|help)\b|\bwho are you\b|\bhow do(?:es)? (?:this|you|it all) work\b"
        r"|\bwhat can i (?:ask|say)\b|\bhow can you help\b|\bhow (?:do|can) i log\b|\bhow do i use (?:this|you)\b"
    )),
    ("greeting", re.compile(
        r"^(?:hi+|hello|hey|hiya|yo|good (?:morning|afternoon|evening)|howdy|hola|greetings|sup|what'?s up)\b"
        r"(?:[ ,]+(?:coach|there|fitzen|again|how are you|how's it going|what's up))*[ !.?]*$"
    )),
    ("bye", re.compile(r"^(?:bye|goodbye|see (?:you|ya)|good ?night|later|talk (?:to you )?later)\b[\w ,!.]{0,20}$")),
    ("yes", re.compile(
        r"^(?:yes|yep|yeah|yup|sure|ok|okay|correct|right|do it|go ahead|confirm|log it)"
        r"(?:[ ,]+(?:please|do it|log it|go ahead|that's right|do|sure|thanks|coach|great))*[ !.]*$"
    )),
    ("no", re.compile(r"^(?:no|nope|nah|don'?t|cancel|never ?mind|wrong|stop)(?:[ ,]+(?:thanks|don'?t|thank you|log it|please|not that))*[ !.]*$")),
]  # fmt: skip
THANKS = re.compile(r"\b(?:thanks?|thank you|thx|cheers|appreciate|ty|awesome|perfect|nice one|great job|cool)\b")
FEW_WORDS = 6
COUNTS = {"two": 2, "three": 3, "four": 4, "six": 6, "eight": 8, "few": 3, "couple of": 2}
WEEKS = re.compile(rf"\b(?:(?P<n>\d+|{'|'.join(COUNTS)}) (?P<of>weeks|months)|(?P<month>month))\b")
QUESTION = re.compile(ASKS)
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


def understand(text: str) -> Meant:
    """Say what a message wants by itself. What it reports and what it asks are understood apart."""
    said = plain(text)
    sentences = [part for part in SENTENCE.split(said) if part]
    questions = [part for part in sentences if QUESTION.search(part)]
    told = " ".join(part for part in sentences if part not in questions)
    parts = [part for part in (told, *questions) if part]
    if len(parts) <= 1:
        return understand_one(said)
    meant = [understand_one(part) for part in parts]
    if calls := [call for each in meant if not isinstance(each, Ask) for call in each]:
        return calls[:MAX_CALLS]
    return next((each for each in reversed(meant) if each != Ask("unknown")), Ask("unknown"))


def plain(text: str) -> str:
    """Return a message in lower case, with one sort of apostrophe; lines stay."""
    lower = text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return re.sub(r"[^\S\n]+", " ", TYPED.sub(lambda match: WRITTEN_OUT[match[0]], lower)).strip()


WRITTEN_OUT = {
    "whats": "what's",
    "wat": "what",
    "wats": "what's",
    "hows": "how's",
    "hw": "how",
    "todays": "today's",
    "2day": "today",
    "tonite": "tonight",
    "pls": "please",
    "plz": "please",
}
"""How people type what asks; typing errors in exercises are the search's matter."""
TYPED = re.compile(rf"\b(?:{'|'.join(WRITTEN_OUT)})\b")
OPENING = re.compile(
    r"^(?:(?:please|hey|hi|hello|yo|coach|cool|great|awesome|perfect|thanks|thank you|thx|good (?:morning|afternoon|evening)(?=[,!.]))"
    r"\b[ ,.!]*)+(?=\w)"
)
"""What comes before the matter; `good morning` alone is also an exercise."""
REQUEST = re.compile(
    r"^(?:can|could|may|would) (?:you |i |we )(?:please )?(?=(?:log|add|record|track|save|enter)\b)"
    r"|^i(?:'d| would) (?:like|love) to |^(?:put down|held) (?=(?:a )?\w+)"
)


def understand_one(said: str) -> Meant:
    """Understand a plain message that wants one sort of thing."""
    if (talk := small_talk(said)) is not None:
        return talk
    said = REQUEST.sub(lambda match: "" if match[0] == "held " else "log ", OPENING.sub("", said))
    said = re.sub(r"^log (?=(?:log|add|record|track|save|enter)\b)", "", said)
    parsed = parse_workout(said)
    named = mentions(said)
    scores = {intent: _score(intent, said, parsed, named) for intent in CUES}
    best = max(scores, key=lambda intent: scores[intent])
    if scores[best] < THRESHOLD:
        return _bare(said, named)
    return MAKERS[best](said, parsed, named)


def small_talk(said: str) -> Ask | None:
    found = next((name for name, pattern in SMALL_TALK if pattern.search(said)), None)
    rest = OPENING.sub("", said)
    if (
        found is None
        and not QUESTION.search(rest)
        and not any(each.known for each in mentions(rest))
        and THANKS.search(said)
        and len(said.split()) <= FEW_WORDS
        and not re.search(r"\d", said)
    ):
        found = "thanks"
    return Ask(found) if found else None


def _score(intent: Intent, said: str, parsed: ParsedWorkout, named: Sequence[Mention]) -> float:
    score = sum(weight for weight, pattern in CUES[intent] if pattern.search(said))
    known = any(mention.known for mention in named)
    match intent:
        case "log":
            return score + (4 if parsed.complete else 0)
        case "progress":
            return score + (1 if known else 0) if named else 0
        case "search":
            return score + (1 if known or muscle(said) else 0)
        case "summary":
            return score - (4 if known else 0)
        case "next":
            return score - (2 if known else 0)


def _log(said: str, parsed: ParsedWorkout, named: Sequence[Mention]) -> Meant:  # noqa: ARG001 - as all makers are called
    if parsed.complete:
        return log_call(parsed) if all(each.name for each in parsed.exercises) else Ask("log_what")
    known = next((mention.words for mention in named if mention.known), None)
    return Ask("log_how", known) if known else Ask("log_what")


def log_call(parsed: ParsedWorkout) -> Meant:
    """Return the call that drafts what was done."""
    arguments: dict[str, Any] = {
        "exercises": [
            {"name": each.name, "sets": each.sets()} | ({"superset": each.superset} if each.superset else {})
            for each in parsed.exercises
        ]
    }
    optional = {"name": parsed.name, "day": parsed.when.day, "time": parsed.when.time}
    return [Call("log_workout", arguments | {key: value for key, value in optional.items() if value})]


def _progress(said: str, parsed: ParsedWorkout, named: Sequence[Mention]) -> Meant:  # noqa: ARG001
    wanted = list(dict.fromkeys(mention.words for mention in named))
    return [Call("progress", {"subject": words}) for words in wanted[:MAX_CALLS]]


def _next(said: str, parsed: ParsedWorkout, named: Sequence[Mention]) -> Meant:  # noqa: ARG001
    return [Call("next_session", {})]


def _summary(said: str, parsed: ParsedWorkout, named: Sequence[Mention]) -> Meant:  # noqa: ARG001
    weeks = 2
    if match := WEEKS.search(said):
        number = match["n"] or "1"
        weeks = (COUNTS.get(number) or int(number)) * (MONTH if match["month"] or match["of"] == "months" else 1)
    return [Call("training_summary", {"weeks": max(1, min(weeks, MAX_WEEKS))})]


def _search(said: str, parsed: ParsedWorkout, named: Sequence[Mention]) -> Meant:  # noqa: ARG001
    """Look up what is named; a plain question about an unknown word is no question for a coach."""
    trained = muscle(said)
    known = next((mention.words for mention in named if mention.known), None)
    if known:
        return [Call("search_exercises", {"query": known})]
    if not named:
        return [Call("search_exercises", {"query": trained})] if trained else Ask("unknown")
    words = named[0].words
    if not trained and WEAK_SEARCH.search(said) and resolve(words).confidence < LIKELY:
        return Ask("unknown")
    return [Call("search_exercises", {"query": words})]


def _bare(said: str, named: Sequence[Mention]) -> Meant:
    """Ask what about an exercise, when that is all a message names."""
    known = next((mention.words for mention in named if mention.known), None)
    return Ask("which", known) if known and len(said.split()) <= FEW_WORDS else Ask("unknown")


MAKERS = {"log": _log, "progress": _progress, "next": _next, "summary": _summary, "search": _search}

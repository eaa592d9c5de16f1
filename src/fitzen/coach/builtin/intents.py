"""What a message wants: a tool with its arguments, or a reply from a template. Rules first to last; the first holds."""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from fitzen.coach.builtin.parse_workout import ParsedWorkout, parse_workout


class Call(NamedTuple):
    tool: str
    arguments: dict[str, Any]


class Ask(NamedTuple):
    """A reply by its name; `about` is what it is about, in the person's words."""

    name: str
    about: str = ""


type Meant = Call | Ask
type Rule = Callable[[str], Meant | None]

LOG = re.compile(
    r"^(?:please |pls |can you |could you |hey,? |ok,? )*(?:log|add|record|track|save|note|enter|put in|register)\b"
    r"|\b(?:log|record|save|add) (?:this|that|my|a|the)? ?(?:workout|session|set|sets|training)\b"
)
DID = re.compile(
    r"\b(?:i (?:just )?(?:did|done|finished|completed|hit|got|made|ran|lifted|benched|squatted|deadlifted|rowed|cycled|swam"
    r"|walked|pressed|curled)|just (?:did|finished)|today i|ran|benched|squatted|deadlifted)\b"
)
NEXT = re.compile(
    r"\bwhat (?:should|shall|do|can|am|'s|is|would)\b.{0,40}\b(?:lift|train|do (?:today|tonight|next|now|in the gym|at the gym)"
    r"|workout|work out|training|session|next)\b"
    r"|\b(?:today|tonight|tomorrow)'?s? (?:workout|session|training|lifts|plan)\b|\b(?:my )?next (?:workout|session|training)\b"
    r"|\bwhat(?:'s| is) (?:on|up|the plan|next)(?: for)?\b.{0,12}(?:today|tonight|now)?$"
    r"|\b(?:how (?:much|heavy)|what weight|which weight) (?:should|shall|do|can) i\b|\bwhat (?:should|do) i (?:lift|train|do)\b"
    r"|\bplan (?:for )?(?:today|me)\b|\bgive me (?:a|my|today'?s?) (?:workout|session)\b|\bready to (?:train|lift)\b"
    r"|\bsuggest (?:a|my|today'?s?)? ?(?:workout|session)\b|\bwhat now\b"
)
SUMMARY = re.compile(
    r"\b(?:last|this|past|previous) (?:week|weeks|month|few weeks|\d+ weeks|two weeks|7 days|session|workout)s?\b"
    r"|\bwhat did i (?:do|train|lift)\b|\b(?:recent|latest|past|previous) (?:workouts|sessions|training)\b"
    r"|\bhow (?:many|much) (?:workouts|sessions|sets|volume|training|times)\b|\bweekly (?:volume|sets|summary|report)\b"
    r"|\b(?:my )?(?:training|workout) (?:history|log|summary|stats|volume|week|diary)\b|\bsummar(?:y|ise|ize)\b"
    r"|\bhow(?:'s| is| was| has) (?:my )?(?:training|week|month|consistency)\b|\b(?:how|what) (?:have i been|has my week been)\b"
    r"|\bshow (?:me )?(?:my )?(?:workouts|sessions|log|history|week|stats)\b|\bhow often\b"
)
PROGRESS = (
    re.compile(
        r"\bhow(?:'s| is| are| has| have| was| were)? (?:my |the |mine )?(?P<x>.+?) (?:going|doing|progress\w*|coming along|been"
        r"|look\w*|develop\w*|trend\w*|improv\w*)\b"
    ),
    re.compile(
        r"\b(?:progress|improvement|trend|gains?|numbers?|stats|history|record|records|prs?|pbs?|plateau\w*|stall\w*) "
        r"(?:on|in|for|with|at|of) (?:my |the )?(?P<x>.+)"
    ),
    re.compile(
        r"\b(?:my |the )?(?P<x>.+?) (?:progress|progression|history|trend|stats|numbers|prs?|pbs?|max|1rm|e1rm|one[- ]rep max"
        r"|record|records|best|bests|personal best|plateau)\b"
    ),
    re.compile(
        r"\b(?:best|max|1rm|e1rm|heaviest|strongest|personal best|pr|pb) (?:ever )?(?:on |in |for |at |of )?(?:my |the )?(?P<x>.+)"
    ),
    re.compile(
        r"\b(?:am i|have i been|did i|have i) (?:getting |got |gotten |become |became )?(?:any )?"
        r"(?:stronger|better|weaker|improving|improved|progressing|progressed|stuck|plateaued) (?:at|on|in|with) (?:my |the )?(?P<x>.+)"
    ),
    re.compile(r"\bhow (?:much|strong|heavy|many|far|long) (?:can|do|did|could|have|am) i (?P<x>.+)"),
    re.compile(
        r"\bis my (?P<x>.+?) (?:improving|going up|stuck|stalled|stalling|increasing|getting (?:better|stronger))\b"
    ),
    re.compile(r"\bshow (?:me )?my (?P<x>.+)"),
    re.compile(r"\bhow(?:'s| is| are| was| were) (?:my |the )(?P<x>.+)"),
)
HOW_TO = (
    re.compile(
        r"\bhow (?:do|should|can|to|would)(?: i| you| one)? (?:properly |correctly |safely )?(?:do |perform |execute |set up )?"
        r"(?:a |an |the )?(?P<x>.+)"
    ),
    re.compile(
        r"\b(?:cues?|form|technique|tips?|instructions?|setup|execution) (?:for|on|of|with) (?:a |an |the |my )?(?P<x>.+)"
    ),
    re.compile(r"\b(?P<x>.+?) (?:cues?|form|technique|tips|instructions?|setup)\b"),
    re.compile(r"\bwhat(?:'s| is| are) (?:a |an |the )?(?P<x>.+)"),
    re.compile(
        r"\b(?:easier|harder|alternatives?|variations?|variants?|substitutes?|replacements?|instead)"
        r"(?: \w+)? (?:version of|variant of|than|to|for|of) (?:a |an |the )?(?P<x>.+)"
    ),
    re.compile(
        r"\b(?:exercises?|movements?|moves|lifts) (?:for|that|to|with|using) (?:train |hit |build |work |my |the |bigger )*(?P<x>.+)"
    ),
    re.compile(r"\b(?P<x>[\w ]+?) exercises\b"),
    re.compile(
        r"\b(?:what|which) (?:muscles?|exercises?) (?:does|do|are|is|can|should|trains?|works?)(?: i| you)? (?:do |use |worked |trained )?"
        r"(?:a |an |the |in |by |for |with )*(?P<x>.+)"
    ),
    re.compile(r"\b(?:show|explain|teach|tell)(?: me)?(?: about| how to)?(?: do)? (?:a |an |the )?(?P<x>.+)"),
)
GREETING = re.compile(
    r"^(?:hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening)|howdy|hola|greetings|sup|what'?s up)\b[\s\w,]{0,20}[!.?]*$"
)
THANKS = re.compile(r"\b(?:thanks?|thank you|thx|cheers|appreciate|ty|great job|awesome|perfect|nice one|cool)\b")
BYE = re.compile(r"^(?:bye|goodbye|see (?:you|ya)|good ?night|later)\b")
HELP = re.compile(
    r"^(?:help|\?|commands?)\b|\bwhat can you do\b|\bwhat do you do\b|\bwho are you\b|\bhow do(?:es)? (?:this|you) work\b"
    r"|\bwhat can i (?:ask|say)\b|\bhow can you help\b"
)
TAIL = re.compile(
    r"\b(?:today|lately|recently|currently|right now|so far|this (?:week|month|year)|over time|properly|correctly|safely|please|at the moment"
    r"|these days|been|going|the|my|a|an|for me|at home|work|works|worked|train|trains|used?|exercise|lift|anyway|again|ever|now)$"
)
HEAD = re.compile(
    r"^(?:the|my|a|an|some|all|is|are|on|in|of|for|do|does|perform|about|with|your|any|good|best|some good) "
)
PRONOUNS = frozenset(
    {
        "it",
        "that",
        "this",
        "them",
        "those",
        "one",
        "i",
        "you",
        "me",
        "going",
        "up",
        "new",
        "everything",
        "things",
        "training",
        "progress",
        "workout",
        "workouts",
        "session",
    }
)
QUESTION = re.compile(
    r"\?\s*$|^(?:how|what|which|why|when|should|can|could|is|are|am|do|does|did|was|were|show|tell)\b"
)
WEEKS = re.compile(r"\b(?:(?P<n>\d+|two|three|four|six|eight) weeks|(?P<month>month))\b")
WORDS = {"two": 2, "three": 3, "four": 4, "six": 6, "eight": 8}
MAX_WEEKS, MONTH = 12, 4


def understand(text: str, before: Sequence[str] = ()) -> Meant:
    """Say what a message wants. `before` are the person's earlier messages, oldest first, for "and it?"."""
    said = _plain(text)
    for rule in RULES:
        if meant := rule(said):
            return meant
    follow_up = re.match(
        r"^(?:and|what about|how about|and what about|and how about) (?:my |the )?(?P<x>.+)$", said.rstrip("?!. ")
    )
    if follow_up:
        for earlier in map(understand, reversed(before)):
            if isinstance(earlier, Call) and earlier.tool in ("exercise_progress", "search_exercises"):
                return _about(earlier.tool, follow_up["x"]) or Ask("unknown")
    return _bare(said)


def _plain(text: str) -> str:
    lower = text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return re.sub(r"\s+", " ", lower).strip()


def _small_talk(said: str) -> Meant | None:
    for pattern, name in ((HELP, "help"), (GREETING, "greeting"), (BYE, "bye")):
        if pattern.search(said):
            return Ask(name)
    return Ask("thanks") if THANKS.search(said) and len(said.split()) <= 6 else None  # noqa: PLR2004 - more says more


def _log(said: str) -> Meant | None:
    asked = LOG.search(said)
    if not asked and QUESTION.search(said):
        return None
    parsed = parse_workout(said)
    if parsed.complete and (asked or DID.search(said) or not QUESTION.search(said)):
        return Ask("log_what") if any(not each.name for each in parsed.exercises) else _log_call(parsed)
    if asked:
        named = [each.name for each in parsed.exercises if each.name]
        return Ask("log_how", named[0]) if named else Ask("log_what")
    return None


def _log_call(parsed: ParsedWorkout) -> Call:
    arguments: dict[str, Any] = {
        "exercises": [
            {"name": each.name, "sets": each.sets()} | ({"superset": each.superset} if each.superset else {})
            for each in parsed.exercises
        ]
    }
    optional = {"name": parsed.name, "day": parsed.when.day, "time": parsed.when.time}
    return Call("log_workout", arguments | {key: value for key, value in optional.items() if value})


def _next(said: str) -> Meant | None:
    return Call("next_session", {}) if NEXT.search(said) else None


def _progress(said: str) -> Meant | None:
    return _first(PROGRESS, "exercise_progress", said)


def _summary(said: str) -> Meant | None:
    if not SUMMARY.search(said):
        return None
    match = WEEKS.search(said)
    weeks = 2
    if match:
        number = match["n"]
        weeks = MONTH if match["month"] else WORDS.get(number) or int(number)
    return Call("training_summary", {"weeks": max(1, min(weeks, MAX_WEEKS))})


def _how_to(said: str) -> Meant | None:
    return _first(HOW_TO, "search_exercises", said)


def _first(patterns: Sequence[re.Pattern[str]], tool: str, said: str) -> Meant | None:
    for pattern in patterns:
        match = pattern.search(said.rstrip("?!. "))
        if match and (meant := _about(tool, match["x"])):
            return meant
    return None


def _about(tool: str, phrase: str) -> Call | None:
    """Make the call about an exercise, if the phrase could name one."""
    name = _stripped(phrase)
    if not name or name in PRONOUNS or len(name) > 60:  # noqa: PLR2004 - no exercise's name is longer
        return None
    return Call(tool, {"exercise" if tool == "exercise_progress" else "query": name})


def _stripped(phrase: str) -> str:
    name = phrase.strip(" ?!.,")
    while (shorter := HEAD.sub("", TAIL.sub("", name).strip(" ,"))) != name:
        name = shorter
    return name


def _bare(said: str) -> Meant:
    """A few words alone are most likely an exercise: ask what about it."""
    name = _stripped(said)
    few = 4
    return Ask("which", name) if name and len(name.split()) <= few and not QUESTION.search(said) else Ask("unknown")


RULES: tuple[Rule, ...] = (_small_talk, _log, _next, _summary, _progress, _how_to)

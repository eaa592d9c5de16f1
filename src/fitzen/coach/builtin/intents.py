"""What a message wants: a tool with its arguments, or a reply from a template. Rules first to last; the first holds.

Cues say what is wanted; the exercise is what is left when cues and the small words around it are taken away.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from fitzen.coach.builtin.parse_workout import ParsedWorkout, parse_workout
from fitzen.exercises.search import knows


class Call(NamedTuple):
    tool: str
    arguments: dict[str, Any]


class Ask(NamedTuple):
    """A reply by its name; `about` is what it is about, in the person's words."""

    name: str
    about: str = ""


type Meant = Call | Ask
type Rule = Callable[[str], Meant | None]

KIND_WORDS = r"(?:coach|fitzen|there|again|mate|man|everyone|how are you(?: doing)?|how(?:'s| is) it going|today)"
GREETING = re.compile(
    r"^(?:hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening)|howdy|hola|greetings|sup|what'?s up|how are you)"
    rf"(?:[\s,!]+(?:{KIND_WORDS}|what'?s up))*[\s!.?]*$"
)
THANKS = re.compile(
    r"^(?:(?:many |ok(?:ay)? |that'?s |that is |so |really |very |i )*(?:thanks?|thank you|thx|cheers|appreciate(?: it)?|ty|great job"
    r"|great|awesome|perfect|nice one|nice|cool)\b(?: (?:so much|a lot|a bunch|very much|coach|mate|man|for (?:that|the help|everything)))*"
    r"[\s,.!]*)+$"
)
BYE = re.compile(r"^(?:bye|goodbye|see (?:you|ya)|good ?night|later)\b[\s\w,]{0,20}[!.]*$")
HELP = re.compile(
    r"^(?:help(?: me)?(?: please)?|\?|commands?)\W*$|\bwhat can you do\b|\bwhat do you do\b|\bwho are you\b"
    r"|\bhow do(?:es)? (?:this|you) work\b|\bhow do i use (?:this|you|it)\b|\bwhat can i (?:ask|say)\b|\bhow can you help\b"
)
OPENING = re.compile(
    r"^(?:(?:please|pls|plz|hey|hi|hello|yo|ok(?:ay)?|cool|great|awesome|perfect|thanks|thank you|thx|coach|btw|well"
    r"|good (?:morning|afternoon|evening)(?=[,!.]))\b[\s,.!]*)+(?=\w)"
)
"""What comes before the matter; `good morning` alone is also an exercise."""
REQUEST = re.compile(
    r"^(?:(?:can|could|may|would|will) (?:you|i|we)|i(?:'d| would) (?:like|love)|i (?:want|need|have|wanna|wish)|let me|help me"
    r"|is it possible)(?: please| just| to| quickly)* "
)
LOG = re.compile(
    r"^(?:log|add|record|track|save|note|enter|put (?:in|down)|put|register|write down)\b"
    r"|\b(?:log|record|save|add) (?:this|that|my|a|the)? ?(?:workout|session|set|sets|training)\b"
)
DID = re.compile(
    r"\b(?:i (?:just )?(?:did|done|finished|completed|hit|got|made|ran|lifted|benched|squatted|deadlifted|rowed|cycled|swam"
    r"|walked|pressed|curled)|just (?:did|finished)|today i|ran|benched|squatted|deadlifted)\b|^(?:did|done|finished) (?!i\b)"
)
QUESTION = re.compile(
    r"\?\s*$|^(?:how|what|which|why|when|should|can|could|is|are|am|do|does|did|was|were|has|have|show|tell)\b"
)
SESSION = r"(?:workout|session|training|routine)"
NOW = r"(?:today|tonight|now|next|tomorrow)"
NEXT = re.compile(
    rf"\bwhat (?:should|shall|do|am|is|would) i\b.{{0,40}}\b(?:lift|train|work out|{NOW})\b|\bwhat (?:should|shall) i (?:do|train|lift)\b"
    rf"|\b(?:how (?:much|heavy|many)|(?:what|which) (?:weights?|loads?))\b.{{0,30}}\b(?:should|shall|do) i\b(?! last)"
    rf"|\b(?:should|shall|do|can) i (?:add|increase|have|lift|go|use|drop)\b.{{0,40}}\b{NOW}\b"
    rf"|\b(?:today|tonight|tomorrow)s? (?:is )?(?:{SESSION}|lifts|plan)\b|\bnext {SESSION}\b"
    rf"|\bwhat is (?:on|up|next|the plan|my {SESSION}|my plan)(?: for)? ?{NOW}?\W*$|\b{SESSION} (?:for )?{NOW}\b"
    rf"|\b(?:give|make|build|suggest|plan|create|propose|write)(?: me| us)? (?:a |an |my |the |some |{NOW}s? )?{SESSION}\b"
    r"|\bplan (?:for )?(?:today|me)\b|\bready to (?:train|lift)\b|\bwhat now\b"
)
HOW_TO = re.compile(
    r"\bhow (?:do|should|can|would) (?:i|you|one|we)\b|\bhow to\b|\b(?:cues?|form|technique|tips?|instructions?|execution)\b"
    r"|\b(?:easier|harder|alternatives?|variations?|variants?|version|substitutes?|replacements?|instead of|regressions?)\b"
    r"|\b(?:exercises?|movements?|moves|lifts) (?:for|that|to|with|using|can|should|do|work|hit)\b|\bexercises\W*$"
    r"|\b(?:what|which) (?:muscles?|exercises?)\b|\bwhat do(?:es)? .+ (?:train|work|hit)\b|\b(?:explain|teach)\b"
)
PROGRESS = re.compile(
    r"\b(?:progress\w*|improv\w*|stronger|weaker|(?:get|got|gotten|getting|become|any) better|plateau\w*|stuck|stall\w*|trend\w*"
    r"|history|stats|numbers|records?|prs?|pbs?|e?1rm|rep max|max|bests?|heaviest|strongest|longest|farthest|gains?|going|doing on"
    r"|coming along|looking|(?:go|went|gone) (?:up|down)|increas\w*|last time|developing)\b"
    r"|\bhow (?:much|heavy|strong|far|long|many reps)\b.*\b(?:can|could|did|do|have|was|were|am) (?:i|my)\b"
    r"|\b(?:did i|i) last\b|\bmy last\b|\bwhat did i\b|\b(?:how|what) (?:is|are|was|were|has|have|did) my\b"
    r"|\b(?:show|tell|give)(?: me)?(?: about)? my\b"
)
SUMMARY = re.compile(
    r"\b(?:last|this|past|previous) (?:(?:few|\d+|two|three|four|six|eight) )?(?:week|month|day|session|workout)s?\b"
    r"|\bwhat did i (?:do|train|lift)\b|\b(?:recent|latest|past|previous) (?:workouts|sessions|training)\b"
    r"|\bhow (?:many|much) (?:workouts|sessions|sets|volume|training|times)\b|\bweekly (?:volume|sets|summary|report)\b"
    r"|\b(?:my )?(?:training|workout) (?:history|log|summary|stats|volume|week|diary)\b|\bsummar(?:y|ise|ize)\b"
    r"|\bhow (?:is|was|has|are) (?:my )?(?:training|week|month|consistency|workouts)\b|\b(?:how|what) (?:have i been|has my week been)\b"
    r"|\bshow (?:me )?(?:my )?(?:workouts|sessions|log|history|week|stats)\b|\bhow often\b|\bconsisten\w*\b"
    r"|\b(?:did|have|am|do) i (?:work|train|exercis|be)\w*\b"
)
WHAT_IS = re.compile(r"^(?:what (?:is|are)|describe|tell me about|show me|show) (?:a |an |the )?(?P<x>.+)")
FOLLOW_UP = re.compile(r"^(?:and |so |ok )*(?:what about |how about |and )(?:my |the |with )*(?P<x>.+)$")
WEEKS = re.compile(r"\b(?:(?P<n>\d+|two|three|four|six|eight) weeks|(?P<month>month))\b")
NUMBERS = {"two": 2, "three": 3, "four": 4, "six": 6, "eight": 8}
MAX_WEEKS, MONTH = 12, 4

WRITTEN_OUT = {
    "what's": "what is",
    "whats": "what is",
    "wat": "what",
    "wats": "what is",
    "wut": "what",
    "how's": "how is",
    "hows": "how is",
    "hw": "how",
    "today's": "todays",
    "2day": "today",
    "2nite": "tonight",
    "tonite": "tonight",
    "u": "you",
    "r": "are",
    "progess": "progress",
}
"""Contractions and how people type; typing errors in exercises are the search's matter."""
PHRASES = re.compile(
    r"\b(?:(?:go|going|went|gone) (?:up|down)|coming along|last time|right now|at the moment|so far|over time|these days|set up|warm up"
    r"|work(?:ing|ed)? out|personal (?:best|record)|(?:one |1 )?rep max|at home|(?:at|in) the gym|instead of)\b"
)
SMALL = frozenset(
    [
        "1rm",
        "a",
        "about",
        "according",
        "actually",
        "again",
        "all",
        "along",
        "alternative",
        "alternatives",
        "always",
        "am",
        "an",
        "any",
        "anything",
        "anyway",
        "are",
        "around",
        "as",
        "at",
        "be",
        "been",
        "best",
        "bests",
        "better",
        "bigger",
        "bit",
        "build",
        "but",
        "by",
        "can",
        "can't",
        "cannot",
        "cant",
        "coach",
        "compare",
        "compared",
        "correct",
        "correctly",
        "could",
        "cue",
        "cues",
        "currently",
        "day",
        "days",
        "describe",
        "develop",
        "developing",
        "did",
        "didn't",
        "do",
        "does",
        "doing",
        "don't",
        "done",
        "dont",
        "e1rm",
        "easier",
        "eight",
        "else",
        "enough",
        "evening",
        "ever",
        "every",
        "everything",
        "execution",
        "exercise",
        "exercises",
        "explain",
        "far",
        "farthest",
        "feel",
        "few",
        "find",
        "fitness",
        "five",
        "for",
        "form",
        "four",
        "from",
        "gain",
        "gains",
        "get",
        "getting",
        "give",
        "go",
        "goes",
        "going",
        "got",
        "gotten",
        "great",
        "had",
        "half",
        "harder",
        "has",
        "have",
        "he",
        "heavier",
        "heaviest",
        "heavy",
        "help",
        "hey",
        "history",
        "hit",
        "how",
        "i",
        "i'd",
        "i'll",
        "i'm",
        "i've",
        "id",
        "if",
        "im",
        "improve",
        "improved",
        "improvement",
        "improving",
        "in",
        "increase",
        "increased",
        "increasing",
        "instead",
        "instruction",
        "instructions",
        "into",
        "is",
        "isn't",
        "isnt",
        "it",
        "its",
        "ive",
        "just",
        "kind",
        "know",
        "last",
        "lately",
        "latest",
        "learn",
        "lift",
        "lifting",
        "lifts",
        "like",
        "log",
        "logged",
        "long",
        "longest",
        "look",
        "looking",
        "lot",
        "made",
        "make",
        "making",
        "many",
        "max",
        "me",
        "mean",
        "meant",
        "mine",
        "month",
        "months",
        "more",
        "morning",
        "most",
        "movement",
        "movements",
        "moves",
        "much",
        "muscle",
        "muscles",
        "my",
        "need",
        "new",
        "next",
        "nice",
        "now",
        "number",
        "numbers",
        "of",
        "off",
        "often",
        "ok",
        "on",
        "once",
        "or",
        "over",
        "overall",
        "overview",
        "part",
        "past",
        "pb",
        "pb's",
        "pbs",
        "perform",
        "performing",
        "plan",
        "plateau",
        "plateaued",
        "please",
        "pls",
        "pr",
        "pr's",
        "pretty",
        "previous",
        "progress",
        "progressed",
        "progressing",
        "progression",
        "proper",
        "properly",
        "prs",
        "quickly",
        "quite",
        "rather",
        "really",
        "recent",
        "recently",
        "record",
        "records",
        "regression",
        "rep",
        "replacement",
        "reps",
        "right",
        "routine",
        "safely",
        "safer",
        "same",
        "say",
        "see",
        "session",
        "sessions",
        "set",
        "sets",
        "she",
        "should",
        "show",
        "since",
        "six",
        "so",
        "some",
        "something",
        "stall",
        "stalled",
        "stalling",
        "stats",
        "strength",
        "strong",
        "stronger",
        "strongest",
        "stuck",
        "substitute",
        "substitutes",
        "summarise",
        "summarize",
        "summarized",
        "summary",
        "target",
        "targets",
        "teach",
        "technique",
        "tell",
        "ten",
        "than",
        "that",
        "that's",
        "the",
        "their",
        "them",
        "there",
        "there's",
        "these",
        "they",
        "thing",
        "things",
        "think",
        "this",
        "those",
        "three",
        "time",
        "times",
        "tip",
        "tips",
        "to",
        "today",
        "todays",
        "tomorrow",
        "tonight",
        "too",
        "train",
        "trained",
        "training",
        "trains",
        "trend",
        "trending",
        "trends",
        "try",
        "two",
        "us",
        "use",
        "used",
        "using",
        "variant",
        "variants",
        "variation",
        "variations",
        "version",
        "volume",
        "want",
        "was",
        "way",
        "we",
        "weaker",
        "week",
        "weekly",
        "weeks",
        "weight",
        "weights",
        "well",
        "went",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "why",
        "will",
        "with",
        "work",
        "worked",
        "working",
        "workout",
        "workouts",
        "works",
        "would",
        "year",
        "years",
        "yesterday",
        "yet",
        "you",
        "your",
    ]
)
"""Words that never are an exercise's, for a phrase to end at. `up`, `good`, `one`, `back` and the like name exercises."""
JOINERS = frozenset({"and", "to", "up", "down"})
"""They may stand within a name (`clean and jerk`, `toes to bar`); `up` and `down` may also end it."""
NUMBER = re.compile(r"^\d[\dx.,:]*(?:kg|kgs|lb|lbs|s|sec|min|km|m)?$")
LONGEST_NAME = 60


def understand(text: str, before: Sequence[str] = ()) -> Meant:
    """Say what a message wants. `before` are the person's earlier messages, oldest first, for "and it?"."""
    said = _plain(text)
    if talk := _small_talk(said):
        return talk
    said = OPENING.sub("", said)
    if logged := _log(said):
        return logged
    said = _written_out(said)
    if followed := _follow_up(said, before):
        return followed
    return next((meant for rule in RULES if (meant := rule(said))), None) or _bare(said)


def _plain(text: str) -> str:
    lower = text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return re.sub(r"\s+", " ", lower).strip()


def _written_out(said: str) -> str:
    return re.sub(r"[a-z0-9']+", lambda match: WRITTEN_OUT.get(match[0], match[0]), said)


def _small_talk(said: str) -> Meant | None:
    kinds = ((HELP, "help"), (GREETING, "greeting"), (BYE, "bye"), (THANKS, "thanks"))
    return next((Ask(name) for pattern, name in kinds if pattern.search(said)), None)


def _log(said: str) -> Meant | None:
    wish = REQUEST.sub("", said)
    asked = LOG.search(wish)
    if not asked and QUESTION.search(said) and not DID.search(said):
        return None
    told = wish if asked else said
    parsed = parse_workout(told)
    if parsed.complete:
        return Ask("log_what") if any(not each.name for each in parsed.exercises) else _log_call(parsed)
    if asked:
        name = _exercise_in(LOG.sub(" ", told, count=1))
        return Ask("log_how", name) if name else Ask("log_what")
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


def _follow_up(said: str, before: Sequence[str]) -> Meant | None:
    """Ask of another exercise what was asked last."""
    match = FOLLOW_UP.match(said)
    name = _exercise_in(match["x"]) if match else ""
    if not name:
        return None
    asked = (understand(each) for each in reversed(before))
    tools = (each.tool for each in asked if isinstance(each, Call) and each.tool in SUBJECT)
    tool = next(tools, None)
    return Call(tool, {SUBJECT[tool]: name}) if tool else None


SUBJECT = {"exercise_progress": "exercise", "search_exercises": "query"}
"""The argument that names the exercise."""


def _next(said: str) -> Meant | None:
    return Call("next_session", {}) if NEXT.search(said) else None


def _how_to(said: str) -> Meant | None:
    return _about("search_exercises", said) if HOW_TO.search(said) else None


def _progress(said: str) -> Meant | None:
    return _about("exercise_progress", said) if PROGRESS.search(said) else None


def _summary(said: str) -> Meant | None:
    if not SUMMARY.search(said):
        return None
    match = WEEKS.search(said)
    weeks = 2
    if match:
        number = match["n"]
        weeks = MONTH if match["month"] else NUMBERS.get(number) or int(number)
    return Call("training_summary", {"weeks": max(1, min(weeks, MAX_WEEKS))})


def _what_is(said: str) -> Meant | None:
    """Look up what the whole question is about; a sentence about several things is about no exercise."""
    match = WHAT_IS.match(said)
    named = list(_phrases(match["x"])) if match else []
    return Call("search_exercises", {"query": named[0]}) if len(named) == 1 else None


def _about(tool: str, said: str) -> Meant | None:
    name = _exercise_in(said)
    return Call(tool, {SUBJECT[tool]: name}) if name else None


def _exercise_in(said: str) -> str:
    """Return the phrase that most likely names the exercise: the one with most words that exercises have, else the longest."""
    return max(_phrases(said), key=_likeness, default="")


def _likeness(phrase: str) -> tuple[int, int]:
    parts = phrase.split()
    return sum(map(knows, parts)), len(parts)


def _phrases(said: str) -> Iterator[str]:
    """Yield what stands between small words, numbers and punctuation."""
    for clause in re.split(r"[,;:.!?()\"]+", PHRASES.sub(" , ", said)):
        words: list[str] = []
        for word in [*clause.split(), "a"]:
            if words if word in JOINERS else word not in SMALL and not NUMBER.match(word):
                words.append(word)
                continue
            name = re.sub(r"(?: (?:and|to))+$", "", " ".join(words))
            words = []
            if re.search(r"[^\W\d_]", name) and len(name) <= LONGEST_NAME and name not in JOINERS:
                yield name


def _bare(said: str) -> Meant:
    """A few words alone are most likely an exercise: ask what about it."""
    named = list(_phrases(said))
    few = 4
    alone = len(named) == 1 and len(named[0].split()) <= few
    return Ask("which", named[0]) if alone and (knows(named[0]) or not QUESTION.search(said)) else Ask("unknown")


RULES: tuple[Rule, ...] = (_next, _how_to, _progress, _summary, _what_is)

"""What a message wants in its conversation: answers to the coach's own questions, "and my squat?", "is it going up?"."""

import re
from collections.abc import Iterator, Sequence

from fitzen.coach.builtin.intents import Ask, Call, Meant, log_call, plain, understand
from fitzen.coach.builtin.mentions import mentions
from fitzen.coach.builtin.parse_workout import ParsedWorkout, parse_workout
from fitzen.coach.builtin.replies import FIT, LOG_HOW, LOG_WHAT, NOT_KNOWN, SHALL_I, UNCLEAR, UNKNOWN, WHICH
from fitzen.exercises.search import words
from fitzen.infra.llm.base import Turn

FOLLOW_UP = re.compile(
    r"^(?:and|what about|how about|and what about|and how about|same for|also|or)\b (?:my |the |for |on )*"
)
PRONOUN = re.compile(r"\b(?:it|that|this one|that one|them)\b")
ORDINALS = (
    (re.compile(r"\blast\b"), -1),
    (re.compile(r"\b(?:first|1st|1|one|a)\b"), 0),
    (re.compile(r"\b(?:second|2nd|2|two|b)\b"), 1),
    (re.compile(r"\b(?:third|3rd|3|three|c)\b"), 2),
    (re.compile(r"\b(?:fourth|4th|4|four|d)\b"), 3),
)
FEW_WORDS = 4
TOPICS = {
    "which": ((r"go|progress|stronger|history|how it is|doing", "progress"), (r"done|form|how to|do it|technique", "search_exercises")),
    "unknown": ((r"log", "log"), (r"go|lift is|progress", "progress"), (r"propose|session|today|plan", "next_session")),
}  # fmt: skip


def understand_turns(turns: Sequence[Turn]) -> Meant:
    """Say what the last turn wants; the earlier ones say what it leaves out."""
    said = plain(turns[-1].text)
    asked = turns[-2].text if len(turns) > 1 and turns[-2].role == "coach" else ""
    earlier = [turn.text for turn in turns[:-1] if turn.role == "user"]
    for meant in _readings(said, asked, earlier):
        return meant
    return understand(turns[-1].text)


def _readings(said: str, asked: str, earlier: Sequence[str]) -> Iterator[Meant]:
    """Yield what the message means as a reply to what the coach asked, or as a follow-up; nothing if it stands alone."""
    yield from _chosen_exercise(said, asked, earlier)
    yield from _chosen_description(said, asked)
    yield from _sets_of(said, asked, earlier)
    yield from _chosen_topic(said, asked)
    yield from _follow_up(said, earlier)


def _chosen_exercise(said: str, asked: str, earlier: Sequence[str]) -> Iterator[Meant]:
    """Which exercise is “press”: A, B or C? Put the choice in the place of the name that was not clear."""
    match = UNCLEAR.search(asked) or NOT_KNOWN.search(asked)
    if not match or not earlier or len(said.split()) > FEW_WORDS + 2:
        return
    before = understand(earlier[-1])
    if isinstance(before, Ask):
        return
    choices = match.groupdict().get("choices")
    choice = _choice(said, re.split(r", | or ", choices)) if choices else _subject(said)
    if choice:
        yield [_renamed(call, match["name"], choice) for call in before]


def _chosen_description(said: str, asked: str) -> Iterator[Meant]:
    """These fit: A, B and C. Which one shall I describe?"""  # noqa: D400 - the coach's own words
    match = FIT.search(asked)
    if match and len(said.split()) <= FEW_WORDS and (choice := _choice(said, re.split(r", | and ", match["names"]))):
        yield [Call("search_exercises", {"query": choice})]


def _choice(said: str, choices: Sequence[str]) -> str | None:
    """Return the choice that a reply means: by its words, or by its number."""
    said_words = set(words(said))
    by_words = [len(said_words & set(words(each))) for each in choices]
    most = max(by_words)
    if most and by_words.count(most) == 1:
        return choices[by_words.index(most)]
    at = next((index for pattern, index in ORDINALS if pattern.search(said)), None)
    if at is not None and at < len(choices):
        return choices[at]
    return _subject(said)


def _renamed(call: Call, name: str, choice: str) -> Call:
    arguments = dict(call.arguments)
    if "exercises" in arguments:
        arguments["exercises"] = [
            each | {"name": choice} if each["name"] == name else each for each in arguments["exercises"]
        ]
    for key in ("subject", "query"):
        if arguments.get(key) == name:
            arguments[key] = choice
    return Call(call.tool, arguments)


def _sets_of(said: str, asked: str, earlier: Sequence[str]) -> Iterator[Meant]:
    """Sets without a name belong to the exercise that was spoken of; a name without sets may complete sets before."""
    parsed = parse_workout(said)
    nameless = parsed.complete and [each.name for each in parsed.exercises] == [""]
    about = LOG_HOW.search(asked)
    if nameless and about:
        yield _named(parsed, about["about"])
    elif nameless and asked.rstrip().endswith(SHALL_I):
        drafted = [each.name for each in parse_workout(plain(earlier[-1])).exercises] if earlier else []
        if len(drafted) == 1 and drafted[0]:
            yield _named(parsed, drafted[0])
    elif asked == LOG_WHAT and earlier and not parsed.complete:
        before = parse_workout(plain(earlier[-1]))
        named = mentions(said)
        if named and before.complete and [each.name for each in before.exercises] == [""]:
            yield _named(before, named[0].words)
        elif named and named[0].known:
            yield Ask("log_how", named[0].words)


def _named(parsed: ParsedWorkout, name: str) -> Meant:
    parsed.exercises[0].name = name
    return log_call(parsed)


def _chosen_topic(said: str, asked: str) -> Iterator[Meant]:
    """What would you like to know about it? Shall I log, tell or propose? Take the words or the number."""
    which = WHICH.search(asked)
    if (not which and asked != UNKNOWN) or len(said.split()) > FEW_WORDS or _subject(said):
        return
    if which:
        about = which["about"]
        if re.search(r"\blog\b|\bthird\b|\blast\b|^3", said):
            yield Ask("log_how", about)
        elif (tool := _topic("which", said)) is not None:
            yield [Call(tool, {"subject" if tool == "progress" else "query": about})]
    elif (topic := _topic("unknown", said)) is not None:
        replies: dict[str, Meant] = {"log": Ask("log_what"), "progress": Ask("progress_what")}
        yield replies.get(topic, [Call("next_session", {})])


def _topic(question: str, said: str) -> str | None:
    topics = TOPICS[question]
    by_words = next((topic for pattern, topic in topics if re.search(rf"\b(?:{pattern})", said)), None)
    at = next((index for pattern, index in ORDINALS if pattern.search(said)), None)
    return by_words or (topics[at][1] if at is not None and at < len(topics) else None)


def _follow_up(said: str, earlier: Sequence[str]) -> Iterator[Meant]:
    """`And my squat?` wants for the squat what was wanted before; `is it going up?` speaks of what was named before."""
    before = [meant for meant in map(understand, reversed(earlier)) if not isinstance(meant, Ask)]
    match = FOLLOW_UP.match(said)
    named = mentions(said[match.end() :]) if match else []
    if match and named and len(said.split()) <= FEW_WORDS + 2 and before:
        call = before[0][0]
        key = "query" if call.tool == "search_exercises" else "subject"
        yield [Call(call.tool if key in call.arguments else "progress", {key: named[0].words})]
    elif PRONOUN.search(said) and not mentions(said):
        subject = next(filter(None, map(_subject, reversed(earlier))), None)
        meant = understand(PRONOUN.sub(subject, said, count=1)) if subject else Ask("unknown")
        if not isinstance(meant, Ask) and any(subject in call.arguments.values() for call in meant):
            yield meant


def _subject(text: str) -> str | None:
    """Return the exercise that a message named."""
    return next((mention.words for mention in mentions(plain(text)) if mention.known), None)

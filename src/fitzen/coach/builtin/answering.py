"""Replies to the coach's own questions."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from fitzen.coach.builtin import replies
from fitzen.coach.builtin.choosing import FEW_WORDS, chosen, ordinal
from fitzen.coach.builtin.intents import normal, understand
from fitzen.coach.builtin.making import MAKERS
from fitzen.coach.builtin.making.training import log_call
from fitzen.coach.builtin.making.wishes import DUE
from fitzen.coach.builtin.meant import Ask, Call, Meant
from fitzen.coach.builtin.mentions import mentions
from fitzen.coach.builtin.parse_workout import ParsedWorkout, parse_workout
from fitzen.coach.builtin.said import QUESTION, Said
from fitzen.coach.builtin.smalltalk import small_talk
from fitzen.coach.builtin.text import plain

LONG_REPLY = 12
NAMED_BY = ("exercise", "query", "subject", "habit", "text", "to", "metric")
"""The arguments that hold a name as it was said, which a tool may find unclear."""
TOPICS = (
    (r"go|progress|stronger|history|how it is|doing", "progress"),
    (r"done|form|how to|do it|technique", "search_exercises"),
)


def answered(said: str, asked: str, before: str) -> Iterator[Meant]:
    """Yield what a message means as the reply to a question; nothing where it is none."""
    yield from _agreed(said, asked)
    yield from _chosen_name(said, asked, before)
    yield from _chosen_description(said, asked)
    yield from _sets_of(said, asked, before)
    yield from _chosen_topic(said, asked)
    yield from _chosen_offer(said, asked, before)
    yield from _completed(said, asked, before)


def _agreed(said: str, asked: str) -> Iterator[Meant]:
    """Do what was offered with a plain `Shall I?`, where a yes is enough; a draft is confirmed elsewhere."""
    if small_talk(said) == Ask("yes"):
        yield from ([Call(tool, {})] for offer, tool in AGREED if offer.search(asked))


AGREED = ((re.compile(r"\bby no plan yet\. Shall I make you one\?\s*$"), "make_training_plan"),)


def _chosen_name(said: str, asked: str, before: str) -> Iterator[Meant]:
    """Which exercise is “press”: A, B or C? Put the choice in the place of the name that was not clear."""
    match = replies.UNCLEAR.search(asked) or replies.NOT_KNOWN.search(asked)
    if not match or len(said.split()) > FEW_WORDS + 1:
        return
    meant = understand(before)
    if isinstance(meant, Ask):
        return
    choices = match.groupdict().get("choices")
    choice = (chosen(said, re.split(r", | or ", choices)) if choices else None) or subject(said)
    if choice:
        yield [_renamed(call, match["name"], choice) for call in meant]


def _chosen_description(said: str, asked: str) -> Iterator[Meant]:
    """These fit: A, B and C. Which one shall I describe?"""  # noqa: D400 - the coach's own words
    match = replies.FIT.search(asked)
    if match and len(said.split()) < FEW_WORDS:
        choice = chosen(said, re.split(r", | and ", match["names"])) or subject(said)
        if choice:
            yield [Call("search_exercises", {"query": choice})]


def _renamed(call: Call, name: str, choice: str) -> Call:
    arguments = dict(call.arguments)
    if "exercises" in arguments:
        arguments["exercises"] = [
            each | {"name": choice} if each["name"] == name else each for each in arguments["exercises"]
        ]
    for key in NAMED_BY:
        if isinstance(held := arguments.get(key), str) and name in held:
            arguments[key] = held.replace(name, choice)
    return Call(call.tool, arguments)


def _sets_of(said: str, asked: str, before: str) -> Iterator[Meant]:
    """Sets without a name belong to the exercise that was spoken of; a name without sets may complete sets before."""
    parsed = parse_workout(said)
    nameless = parsed.complete and [each.name for each in parsed.exercises] == [""]
    about = replies.LOG_HOW.search(asked)
    if nameless and about:
        yield _named(parsed, about["about"])
    elif asked == replies.LOG_WHAT and not parsed.complete:
        earlier = parse_workout(plain(before))
        named = mentions(said)
        if named and earlier.complete and [each.name for each in earlier.exercises] == [""]:
            yield _named(earlier, named[0].words)
        elif named and named[0].known:
            yield Ask("log_how", named[0].words)


def _named(parsed: ParsedWorkout, name: str) -> Meant:
    parsed.exercises[0].name = name
    return log_call(parsed)


def _chosen_topic(said: str, asked: str) -> Iterator[Meant]:
    """What would you like to know about it? Take the words or the number."""
    which = replies.WHICH.search(asked)
    if not which or len(said.split()) >= FEW_WORDS or subject(said):
        return
    about = which["about"]
    if re.search(r"\blog\b|\bthird\b|\blast\b|^3", said):
        yield Ask("log_how", about)
    elif (tool := _topic(said)) is not None:
        yield [Call(tool, {"subject" if tool == "progress" else "query": about})]


def _topic(said: str) -> str | None:
    by_words = next((topic for pattern, topic in TOPICS if re.search(rf"\b(?:{pattern})", said)), None)
    at = ordinal(said)
    return by_words or (TOPICS[at][1] if at is not None and at < len(TOPICS) else None)


def _chosen_offer(said: str, asked: str, before: str) -> Iterator[Meant]:
    """Shall I log it, look up what is in it or find a recipe? Do with what was said before what is chosen."""
    offers = replies.offered(asked)
    if not offers or len(said.split()) > FEW_WORDS or subject(said):
        return
    phrases = [_phrase(intent, about=about) for intent, about in offers]
    if (choice := chosen(said, phrases)) is None:
        return
    intent, about = offers[phrases.index(choice)]
    yield forced(intent, normal(before) if about else "")


def _phrase(intent: str, *, about: bool) -> str:
    if about:
        return replies.OFFERS[intent]
    return next(phrase for phrase, offered in replies.BLANK_OFFERS.items() if offered == intent)


BLANK: Mapping[str, Meant] = {"progress": Ask("progress_what")}


def forced(intent: str, text: str) -> Meant:
    """Return what an intent makes of a text that may be of another."""
    if intent == "search_knowledge":
        return [Call(intent, {"query": text.strip(" ?.!")})]
    meant = MAKERS[intent](Said(text))
    return meant if meant is not None else BLANK.get(intent, Ask("unknown"))


type Joined = Callable[[str, str, str], str]


def _after(before: str, said: str, about: str) -> str:  # noqa: ARG001 - as all are called
    return f"{before} {said}"


def _alone(before: str, said: str, about: str) -> str:  # noqa: ARG001
    return said


def _goal_weight(before: str, said: str, about: str) -> str:  # noqa: ARG001
    due = DUE.search(before)
    return f"weigh {said} {due[0] if due else ''}"


COMPLETED: Mapping[str, tuple[str, Joined]] = {
    "meal_what": ("log_meal", lambda before, said, _: f"{before.rstrip(' :.')}: {said}"),
    "water_how_much": ("log_water", lambda before, said, _: f"{said} {before}"),
    "measure_what": ("log_measurement", lambda _, said, about: f"{about} {said}"),
    "measure_which": ("log_measurement", _after),
    "habit_which": ("check_in_habit", lambda _, said, __: f"did {said}"),
    "goal_what": ("set_goal", _alone),
    "goal_which_weight": ("set_goal", _goal_weight),
    "remind_what": ("set_reminder", lambda before, said, _: f"{before} {'' if said.startswith(('to ', 'of ', 'about ')) else 'to '}{said}"),
    "remind_when": ("set_reminder", lambda before, said, _: f"{before} {said if re.match(r'at |in |every |tomorrow|on ', said) else f'at {said}'}"),
    "born_when": ("update_profile", lambda _, said, __: f"born on {said}"),
    "profile_what": ("update_profile", _alone),
    "adjust_what": ("adjust_training_plan", _alone),
    "adjust_minutes": ("adjust_training_plan", lambda _, said, __: said if "min" in said or "hour" in said else f"{said} minutes"),
    "swap_which": ("swap_meal", _after),
    "swap_which_day": ("swap_meal", _after),
    "progress_what": ("progress", _alone),
    "remember_what": ("remember", _alone),
}  # fmt: skip
"""By the question: the intent that the reply completes, and how what was said before and the reply are put together."""


def _completed(said: str, asked: str, before: str) -> Iterator[Meant]:
    """Yield what was wanted, completed by the reply; a reply that is a question itself is none."""
    question = replies.question(asked)
    if question is None or QUESTION.search(said) or len(said.split()) > LONG_REPLY or said in REFUSALS:
        return
    intent, joined = COMPLETED[question.name]
    text = normal(joined(plain(before), REPEATED.sub("", said), question.about))
    meant = forced(intent, text)
    if not isinstance(meant, Ask) or meant.name != "unknown":
        yield meant


REPEATED = re.compile(r"^(?:please |can you )?remind me (?=to |of |about |at |in |every |on |tomorrow)")
"""What the wish said before, and the reply says again."""
REFUSALS: Sequence[str] = ("no", "nope", "never mind", "cancel", "nothing", "stop")


def subject(text: str) -> str | None:
    """Return the exercise that a message named."""
    return next((mention.words for mention in mentions(plain(text)) if mention.known), None)

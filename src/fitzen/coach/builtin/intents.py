"""What a message wants: tools with their arguments, or a reply from a template.

A linear model says how likely each intent is (`coach/linear.py`), makers read its arguments (`making/`). What a message reports
and what it asks are understood apart. Where no intent is likely, the coach asks one question, with choices.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from fitzen.coach import linear
from fitzen.coach.builtin.bare import bare
from fitzen.coach.builtin.features import features
from fitzen.coach.builtin.making import MAKERS
from fitzen.coach.builtin.making.asking import compare, is_comparison
from fitzen.coach.builtin.making.figures import figures, is_figure
from fitzen.coach.builtin.making.training import log_call
from fitzen.coach.builtin.meant import Ask, Call, Meant
from fitzen.coach.builtin.said import QUESTION, Said
from fitzen.coach.builtin.smalltalk import small_talk
from fitzen.coach.builtin.text import OPENING, SENTENCE, mended, plain
from fitzen.coach.period_words import MONTHS, WEEKDAYS

FILE = "intents.xz"
SURE, POSSIBLE, CLOSE = 0.45, 0.06, 0.12
"""From `SURE` on the best intent is taken; below, up to three that are at least `CLOSE` are offered."""
MAX_CALLS, MOST_OFFERS, SHORT = 3, 3, 4
REQUEST = re.compile(
    r"^(?:can|could|may|would) (?:you |i |we )(?:please )?(?=(?:log|add|record|track|save|enter)\b)"
    r"|^i(?:'d| would) (?:like|love) to (?=(?:log|add|record|track)\b)|^(?:put down|held) (?=(?:a )?\w+)"
)
AND = re.compile(
    r"(?:,|;)? ?\b(?:and then|and also|and|then|also|plus|but)\b,? (?:also |then |please )?|[,;] (?:also |then )?"
)
ONE_WISH = re.compile(r"^(?:i(?:'ve)? )?(?:only )?(?:got|have)\b.*[,.;] ?(?:so )?(?:what|any|how|which)\b")
"""What somebody has and what can be made of it."""
INSTEAD = re.compile(r"\b(?:something else|another|instead|swap it|different|change it|else)\b")
STARTS = re.compile(
    r"(?:what|how|which|why|when|where|is|are|should|do|did|does|can|could|log|track|record|show|tell|give|remind|make|plan|swap|create|build|suggest|compare|add"
    r"|had|ate|drank|ran|slept|weighed|meditated|took|walked|swam|cycled|rowed|stretched|benched|squatted|deadlifted|switch"
    r"|a (?:meal|training|workout) plan|my (?:meals|weight|training)|i(?:'m|'ve| am| had| ate| drank| did| ran| just| also| slept| weighed| want| need| took| meditated| hurt)|weight|waist|set)\b"
)
WHEN = re.compile(r"^(?:between|from|in|since|over|during|throughout|last|this|for|on) (?:the )?(?:\w+ ){0,6}\w+$")
"""What only says when: `in the last six weeks, how many …`."""
ALIKE = frozenset({"search_knowledge", "log_water", "lookup_food", "set_reminder", "set_goal"})
"""Of these one message may want two; of others, the one maker reads all."""
TOLD = frozenset(
    {
        "log_workout",
        "log_meal",
        "log_water",
        "log_measurement",
        "check_in_habit",
        "set_goal",
        "set_reminder",
        "update_profile",
    }
)
"""What can be told before a question; anything else that is told before one belongs to it: `at the gym, what now?`"""
OF_HEALTH = frozenset({"add_conditions", "add_injuries"})
SPOKEN_LOGS = frozenset({"log_workout", "log_meal", "log_measurement", "update_profile"})


CALENDAR = frozenset(word for word in (*MONTHS, *WEEKDAYS) if len(word) > SHORT)
"""Months and weekdays may be mistyped too."""


def understand(text: str) -> Meant:
    """Say what a message wants by itself."""
    said = normal(text)
    parts = list(_wishes(said))
    if len(parts) <= 1:
        return understand_one(said)
    meant = [understand_one(part) for part in parts]
    if calls := [call for each in meant if not isinstance(each, Ask) for call in each]:
        return list({repr(call): call for call in _in_context(calls, said)}.values())[:MAX_CALLS]
    return next((each for each in reversed(meant) if each.name != "unknown"), Ask("unknown"))


def _in_context(calls: Sequence[Call], said: str) -> Iterator[Call]:
    """What is asked beside a condition or an injury is of both: `I have high blood pressure, can I lift` looks for all of it."""
    unwell = any(call.tool == "update_profile" and OF_HEALTH.intersection(call.arguments) for call in calls)
    for call in calls:
        yield Call(call.tool, {"query": said.strip(" ?.!")}) if unwell and call.tool == "search_knowledge" else call


def normal(text: str) -> str:
    """Return a message in the one form in which it is understood."""
    words = _model()
    return mended(plain(text), words.known, words.meant | CALENDAR)


def _wishes(said: str) -> Iterator[str]:
    """Cut a message into what it wants: sentences that report the same sort of thing stay together."""
    if ONE_WISH.search(said):
        yield said
        return
    sentences = [part for part in SENTENCE.split(said) if part]
    told: list[tuple[str, str]] = []
    asked: list[str] = []
    for sentence in sentences:
        for part in _clauses(sentence):
            if QUESTION.search(part):
                asked.append(part)
            else:
                _add(told, part)
    yield from (text for text, _ in told)
    yield from asked


def _add(told: list[tuple[str, str]], part: str) -> None:
    """Put a sentence to the one before it, where both report the same, or it says nothing by itself."""
    intent, sure = _likeliest(part)
    if told and (intent == told[-1][1] or sure < SURE or len(part.split()) == 1) and told[-1][1] in SPOKEN_LOGS | {""}:
        told[-1] = (f"{told[-1][0]} {part}", told[-1][1] or intent)
    else:
        told.append((part, intent if sure >= SURE else ""))


def _clauses(sentence: str) -> Iterator[str]:
    """Cut a sentence where a second wish begins that is of another sort than the first."""
    start = 0
    for match in AND.finditer(sentence):
        left, right = sentence[start : match.start()].strip(), sentence[match.end() :].strip()
        if (
            left
            and not WHEN.match(left)
            and " " in right
            and STARTS.match(right)
            and not INSTEAD.search(right)
            and _are_two(left, right)
        ):
            yield left
            start = match.end()
    yield sentence[start:].strip()


def _are_two(left: str, right: str) -> bool:
    (one, sure), (other, as_sure) = _likeliest(left), _likeliest(right)
    if min(sure, as_sure) < SURE or (one == other and one not in ALIKE):
        return False
    return one in TOLD or QUESTION.search(left) is not None or QUESTION.search(right) is None


def _likeliest(part: str) -> tuple[str, float]:
    ranked = rank(Said(_opened(part)))
    return ranked[0]


@cache
def _model() -> linear.Model:
    return linear.shipped(FILE)


def rank(said: Said) -> list[tuple[str, float]]:
    """List the intents, the likeliest first."""
    told = linear.probabilities(_model(), features(said))
    return sorted(told.items(), key=lambda each: -each[1])


def understand_one(text: str) -> Meant:
    """Understand a message in its normal form that wants one sort of thing."""
    if (talk := small_talk(text)) is not None:
        return talk
    said = Said(_opened(text))
    if (asked := bare(said)) is not None:
        return asked
    if (meant := _certain(said)) is not None:
        return meant
    ranked = rank(said)
    if ranked[0][1] >= SURE:
        return made(ranked, said)
    if (
        said.parsed.complete
        and all(each.name for each in said.parsed.exercises)
        and "sets" in said.facts
        and not said.asks
    ):
        return log_call(said.parsed)
    return _unsure(ranked, said)


def _certain(said: Said) -> Meant | None:
    """Return what a question about figures means that can be nothing else."""
    if is_comparison(said):
        return compare(said)
    return figures(said) if is_figure(said) else None


def _opened(text: str) -> str:
    said = REQUEST.sub(lambda match: "" if match[0] == "held " else "log ", OPENING.sub("", text))
    return re.sub(r"^log (?=(?:log|add|record|track|save|enter)\b)", "", said)


def made(ranked: Sequence[tuple[str, float]], said: Said) -> Meant:
    """Return what the likeliest intent makes of it; where it cannot, what the next one does."""
    for intent, sure in ranked:
        if sure < POSSIBLE:
            break
        if intent not in MAKERS:
            return Ask(intent)
        if (meant := MAKERS[intent](said)) is not None:
            return meant
    return Ask("unknown")


def _unsure(ranked: Sequence[tuple[str, float]], said: Said) -> Meant:
    """Offer what it may be; where only one is left, take it."""
    may_be = [intent for intent, sure in ranked[:MOST_OFFERS] if sure >= CLOSE and intent in MAKERS]
    able = [intent for intent in may_be if MAKERS[intent](said) is not None]
    if len(able) == 1 and ranked[0][0] == able[0]:
        return MAKERS[able[0]](said) or Ask("unknown")
    if ranked[0][0] == "out_of_scope" and not able:
        return Ask("out_of_scope")
    return Ask("offer", "", able) if len(able) > 1 else Ask("unknown")

"""Follow-ups: `and my squat?`, `and last month?`, `what about protein?` want what was wanted before, of something else."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fitzen.coach.builtin.answering import subject
from fitzen.coach.builtin.intents import normal, understand
from fitzen.coach.builtin.lexicon import PATTERNS
from fitzen.coach.builtin.making import MAKERS
from fitzen.coach.builtin.making.asking import DAY
from fitzen.coach.builtin.making.figures import STATISTICS, weekdays_of
from fitzen.coach.builtin.making.food import food
from fitzen.coach.builtin.making.subjects import A_DAY, subjects
from fitzen.coach.builtin.meant import Ask, Call, Meant
from fitzen.coach.builtin.mentions import mentions
from fitzen.coach.builtin.periods import periods
from fitzen.coach.builtin.said import Said

FOLLOW_UP = re.compile(
    r"^(?:(?:ok|okay|so|hm+|thanks|cool|great)[, ]+)*(?:and|what about|how about|and what about|and how about|same for|same but|also|or|then|but|now)\b(?: (?:what|how) about)? (?:(?:the same|my|the|for|on|in|with|of|about)\b ?)*"
)
PRONOUN = re.compile(r"\b(?:it|that|this one|that one|them)\b")
FEW_WORDS = 7
SPACES = 2
ITS_SUBJECT: Mapping[str, str] = {
    "progress": "subject",
    "figures": "subject",
    "compare_periods": "subject",
    "explain_change": "subject",
    "habits_analysis": "habit",
    "search_exercises": "query",
    "search_knowledge": "query",
}
"""Which argument says what a question is about."""
BY_DAY = frozenset({"day_summary", "next_session", "swap_meal"})
BY_PERIOD = frozenset({"progress", "figures", "explain_change", "habits_analysis", "compare_periods"})
NEXT_DAY = re.compile(r"\b(?:tomorrow|today|yesterday)\b")


def followed(said: str, before: Meant, earlier: Sequence[str]) -> Iterator[Meant]:
    """Yield what a message wants that leans on the one before."""
    match = FOLLOW_UP.match(said)
    rest = normal(said[match.end() :]).strip(" ?.!") if match else normal(said).strip(" ?.!")
    bare_span = not match and len(rest.split()) <= FEW_WORDS and _is_span(rest)
    if (match or bare_span) and rest and len(rest.split()) <= FEW_WORDS and not isinstance(before, Ask):
        last = before[-1]
        arguments = _changed(last, rest)
        if arguments is not None:
            yield [Call(last.tool, arguments)]
            return
        if (named := _known(rest)) and not MORE.search(rest):
            yield [
                Call(
                    "search_exercises" if last.tool == "search_exercises" else "progress",
                    {"query" if last.tool == "search_exercises" else "subject": named},
                )
            ]
            return
    yield from _of_it(said, earlier)


MORE = re.compile(r"\b(?:should|log|remind|plan|how|what|why)\b|\d")


def _is_span(rest: str) -> bool:
    found = periods(rest)
    return len(found) == 1 and len(rest) - (found[0].end - found[0].start) <= SPACES


def _known(rest: str) -> str | None:
    return next((each.words for each in mentions(rest)), None)


def _changed(call: Call, rest: str) -> dict[str, Any] | None:
    """Return the arguments with what the message names in its place; None where nothing of it fits."""
    said = Said(rest)
    changes: dict[str, Any] = {}
    if call.tool == "lookup_food":
        found = food(said)
        return dict(found[0].arguments) if found and not isinstance(found, Ask) else None
    if call.tool == "suggest_recipes":
        return _other_recipes(call, said)
    if call.tool in BY_DAY:
        changes |= _other_day(call, said)
    spans = said.periods or periods(f"in {rest}")
    weekdays = weekdays_of(rest) if call.tool == "figures" else None
    if weekdays:
        changes["weekdays"] = weekdays
    elif call.tool in BY_PERIOD and spans:
        changes["with_period" if call.tool == "compare_periods" and "than" in rest else "period"] = spans[0].words
    if call.tool == "figures" and (name := _statistic(rest)):
        changes["statistic"] = name
    if (key := ITS_SUBJECT.get(call.tool)) and (about := _about(call, said)):
        changes[key] = about
    return call.arguments | changes if changes else None


def _statistic(rest: str) -> str | None:
    return next((name for name, pattern in STATISTICS if pattern.search(rest)), None)


def _about(call: Call, said: Said) -> str | None:
    if call.tool == "search_knowledge":
        return None if isinstance(understand(said.text), list) and said.asks else said.text
    if call.tool == "habits_analysis":
        return None if said.periods else said.text
    if call.tool == "search_exercises":
        return next(iter(said.exercises), None) or next((each.words for each in said.named), None)
    found = next(iter(said.exercises), None) or next(iter(subjects(said)), None)
    if found or said.periods or periods(f"in {said.text}") or _statistic(said.text) or call.tool == "figures":
        return found
    return next((each.words for each in said.named), None)


def _other_recipes(call: Call, said: Said) -> dict[str, Any] | None:
    """Put another meal or diet in the place of the one before; more of a wish is added."""
    made = MAKERS["suggest_recipes"](said)
    if made is None or isinstance(made, Ask):
        return None
    new = made[0].arguments
    if not {"tags", "query", "max_minutes"} & new.keys():
        return None
    kept = [tag for tag in call.arguments.get("tags", []) if not _same_sort(tag, new.get("tags", []))]
    tags = [*kept, *new.get("tags", [])]
    return call.arguments | new | ({"tags": tags} if tags else {})


SLOTS = frozenset({"breakfast", "lunch", "dinner", "snack"})


def _same_sort(tag: str, others: Sequence[str]) -> bool:
    return any({tag, other} <= SLOTS or {tag, other} <= {*PATTERNS.values()} for other in others)


def _other_day(call: Call, said: Said) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    day = NEXT_DAY.search(said.text) or DAY.search(said.text)
    if day:
        changes["day"] = day[0].removesuffix("'s")
    elif said.periods and A_DAY.match(said.periods[0].words):
        changes["day"] = said.periods[0].words
    if call.tool == "swap_meal" and said.slot:
        changes["slot"] = said.slot
    return changes


def _of_it(said: str, earlier: Sequence[str]) -> Iterator[Meant]:
    """`Is it going up?` speaks of the exercise that was named before."""
    if not PRONOUN.search(said) or mentions(said) or len(said.split()) > FEW_WORDS + 2:
        return
    named = next(filter(None, map(subject, reversed(earlier))), None)
    meant = understand(PRONOUN.sub(named, said, count=1)) if named else Ask("unknown")
    if not isinstance(meant, Ask) and any(named in call.arguments.values() for call in meant):
        yield meant

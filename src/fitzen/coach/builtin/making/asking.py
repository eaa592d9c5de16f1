"""From a question about one's own figures, or about what is known, to its call."""

import re

from fitzen.coach.builtin.lexicon import HABIT, WEEKDAYS
from fitzen.coach.builtin.making.figures import figures, is_state
from fitzen.coach.builtin.making.subjects import A_DAY, metric_words, subject, subjects
from fitzen.coach.builtin.meant import Ask, Call, Meant, call
from fitzen.coach.builtin.periods import periods
from fitzen.coach.builtin.said import Said
from fitzen.coach.builtin.text import OPENING

WEEKEND = re.compile(r"\b(?:weekends?|weekdays?|during the week)\b")
BETWEEN = re.compile(r"\b(?:between|from|to|until|and|with|vs\.?|versus|than)\b")
"""What stands between two spans that are compared, or before them: the two are no one span."""


def compare(said: Said) -> Meant | None:
    """Compare two spans of what is named; of what is not named, what matters most."""
    if len(said.periods) == 1 and _is_change(said):
        return figures(said)
    spans = [each.words for each in periods(BETWEEN.sub(" | in", said.text))]
    first = spans[0] if spans else None
    second = spans[1] if len(spans) > 1 and not _just_before(spans[1]) else None
    if len(spans) == 1 and _is_measure(said):
        first, second = None, spans[0]
    if not spans:
        return _by_weekday(said)
    about = subjects(said)[:1] or ["workouts", "calories", "weight"]
    return [
        each
        for name in about
        for each in call("compare_periods", subject=name, period=first or _now(second), with_period=second)
        if isinstance(each, Call)
    ]


APART = re.compile(r"\b(?:difference|differ(?:ed|s)?|compar\w+|versus|vs|than)\b")


def is_comparison(said: Said) -> bool:
    """Say whether a message can only set two spans of days side by side: it names both, and of what."""
    if APART.search(said.text) is None or subject(said) is None:
        return False
    return len(periods(BETWEEN.sub(" | in", said.text))) > 1


CHANGED = re.compile(r"\bchang\w*\b")
SET_BESIDE = re.compile(r"\b(?:compar\w+|than|before|vs|versus|against)\b")


def _is_change(said: Said) -> bool:
    """Say whether it asks how what is a state, such as the waist, moved within one span: `how did my waist change in may`."""
    about = subject(said)
    return (
        CHANGED.search(said.text) is not None
        and SET_BESIDE.search(said.text) is None
        and about is not None
        and is_state(about)
    )


def _by_weekday(said: Said) -> Meant | None:
    """Read `more at weekends than during the week` as a mean for each weekday."""
    about = subject(said)
    return (
        call("figures", subject=about, statistic="mean", by="weekday") if about and WEEKEND.search(said.text) else None
    )


def _just_before(words: str) -> bool:
    """Say whether it is the span before the first one, which is what is compared with anyway."""
    return re.search(r"\bbefore$", words) is not None


def _is_measure(said: Said) -> bool:
    """Say whether the one span is what now is compared with: `more than in october`."""
    match = re.search(r"\b(?:than|with|to|vs\.?|versus|against)\b", said.text)
    return match is not None and said.periods[0].start >= match.start() and "before" not in said.periods[0].words


def _now(second: str | None) -> str | None:
    """Name the span up to now that is like another."""
    for unit in ("week", "month", "year"):
        if second and unit in second:
            return f"this {unit}"
    return "this month" if second else None


def explain(said: Said) -> Meant | None:
    """Ask why; an exercise goes before what is measured, and of neither, what the verbs speak of."""
    about = said.exercises[0] if said.exercises else metric_words(said) or subject(said)
    if about in ("fat", "fats"):
        about = "body fat"
    period = next((each.words for each in said.periods), None)
    cycle = CYCLE.search(said.text) is not None or None
    return call("explain_change", subject=about, period=period, cycle=cycle) if about else None


CYCLE = re.compile(r"\bmy (?:menstrual )?(?:cycle|period)\b(?! of)|\bmenstrua\w+|\bpms\b|\bluteal\b")
"""Only who asks about it is told what it does."""
STOPPED = re.compile(r"\b(?:without|off|stopped|quit|last) (?P<habit>[a-z]+)")
HABIT_NAMED = re.compile(
    r"\b(?:sticking to|keeping up(?: with)?|consistent (?:am i |have i been )?with|my|skip(?:ped)?|miss(?:ed)?|keep(?: up)?) (?:my |the )?(?P<habit>(?!habits?\b|streaks?\b|longest|best|current)[a-z][a-z ]{1,30}?)"
    r"(?: (?:habit|streak)s?\b|$|\?| (?:this|last|in) )"
)
PLAIN_HABIT = re.compile(r"^(?:habits?|my|days|bed)$")


def habits(said: Said) -> Meant:
    period = next((each.words for each in said.periods), None)
    text = said.text
    for span in reversed(said.periods):
        text = f"{text[: span.start]} {text[span.end :]}".strip()
    named = HABIT_NAMED.search(text) or STOPPED.search(text)
    known = next((match[0] for match in HABIT.finditer(text) if not PLAIN_HABIT.match(match[0])), None)
    name = known or (named["habit"] if named and not PLAIN_HABIT.match(named["habit"]) else None)
    return call("habits_analysis", habit=_noun(name) if name else None, period=period)


NOUNS = {
    "meditated": "meditate",
    "meditating": "meditate",
    "smoked": "smoking",
    "smoke": "smoking",
    "stretched": "stretching",
}


def _noun(habit: str) -> str:
    return NOUNS.get(habit, habit)


DAY = re.compile(
    rf"\b(?P<day>today|tonight|yesterday|(?:last )?(?:{'|'.join(name for name in WEEKDAYS if name.endswith('day'))}))(?:'s)?\b"
)
TODAY = frozenset({"today", "tonight"})


OFTEN = re.compile(r"\bhow (?:often|many (?:days|times))\b")


def day_summary(said: Said) -> Meant | None:
    if OFTEN.search(said.text):
        return None
    match = DAY.search(said.text)
    day = "today" if match and match["day"] in TODAY else match["day"] if match else None
    return call("day_summary", day=day or next((each.words for each in said.periods if A_DAY.match(each.words)), None))


def knowledge(said: Said) -> Meant:
    """Look up the question itself, without what led to it."""
    question = OPENING.sub("", said.text).strip(" ?.!")
    return call("search_knowledge", query=question) if len(question.split()) > 1 else Ask("unknown")


MAKERS = {
    "compare_periods": compare,
    "explain_change": explain,
    "habits_analysis": habits,
    "day_summary": day_summary,
    "search_knowledge": knowledge,
}

"""From a question about one's own figures, or about what is known, to its call."""

import re
from collections.abc import Sequence
from typing import Any

from fitzen.coach.builtin.lexicon import DAY_NAMES, HABIT, NUMBER, WEEKDAY, WEEKDAYS, number
from fitzen.coach.builtin.making.subjects import A_DAY, metric_words, subject, subjects
from fitzen.coach.builtin.meant import Ask, Call, Meant, call
from fitzen.coach.builtin.periods import periods
from fitzen.coach.builtin.said import Said
from fitzen.coach.builtin.text import OPENING

STATISTICS: Sequence[tuple[str, re.Pattern[str]]] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("correlation", r"\bcorrelat\w+|\brelat(?:ed|ion\w*) (?:to|between)\b"),
        ("share", r"\b(?:share|percentage|proportion|fraction|what percent) of\b|\bhow much of the time\b"),
        ("count", r"\bhow (?:often|many (?:times|days|workouts|sessions|runs|rides|swims|trainings|meals|nights))\b|\b(?:number|count) of\b"),
        ("mean", r"\b(?:average|mean|avg|typical(?:ly)?|usual(?:ly)?|normal(?:ly)?)\b"),
        ("min", r"\b(?:lowest|least|min(?:imum)?|fewest|smallest|lightest|shortest|worst|slowest)\b"),
        ("max", r"\b(?:highest|most|max(?:imum)?|best|longest|peak|biggest|heaviest|largest|greatest|top|record)\b"),
        ("mean", r"\b(?:per|a|each|every) (?:day|night)\b|\bdaily\b"),
        ("change", r"\b(?:changed?|lost|gained|dropped|put on)\b"),
        ("first", r"\bfirst\b"),
        ("sum", r"\b(?:total|altogether|overall|in all|sum|how (?:much|many|far|long))\b"),
    )
)  # fmt: skip
OF_A_STATE = re.compile(
    r"weight|body ?weight|waist|fat percentage|body ?fat|bf|resting|heart|pulse|hr|rhr|hrv|blood|bp|sleep|mood|stress|hips?|chest|arms?|thighs?"
    r"|neck|vo2 ?max|temperature|spo2|glucose|energy level|soreness|muscle mass|lean mass"
)
"""Of these a sum says nothing."""
BY: Sequence[tuple[str, re.Pattern[str]]] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("weekday", r"\b(?:which|what|on which|on what) (?:weekday|day of the week)\b|\b(?:by|per|each) (?:weekday|day of the week)\b"),
        ("day", r"\b(?:which|what) days?\b|\bby day\b|\bday by day\b|\bfor each day\b"),
        ("week", r"\b(?:which|what) weeks?\b|\bby week\b|\bweek by week\b|\bfor each week\b"),
        ("month", r"\b(?:which|what) months?\b|\bby month\b|\bmonth by month\b|\bfor each month\b"),
    )
)  # fmt: skip
USUALLY = re.compile(r"\b(?:usually|normally|generally|tend to)\b")
PER = re.compile(r"\b(?:per|a|each|every) (?P<per>week|month)\b|\b(?P<ly>weekly|monthly)\b")
ON_WEEKDAYS = re.compile(
    rf"\b(?:on|at|during|over)(?: the| my)? (?P<days>weekdays?|weekends?|(?:{WEEKDAY})(?:(?:,| and) (?:{WEEKDAY}))*(?<=s))\b"
)
BOUND = re.compile(
    rf"\b(?P<side>over|more than|above|at least|>|under|less than|below|at most|fewer than|<) ?(?P<value>\d[\d,.]*|{NUMBER})(?! (?:days|weeks|months))\b"
)
LEAST = frozenset({"over", "more than", "above", "at least", ">"})
TARGET = re.compile(
    r"\b(?:hit|reach(?:ed)?|met|meet|make|made|within|on)\b.{0,20}\b(?:goals?|targets?)\b|\bon target\b|\benough protein\b"
)
DAYS_PER = {"week": "week", "weekly": "week", "month": "month", "monthly": "month"}
WORKOUT_COUNT = re.compile(
    r"\b(?:workouts?|sessions?|gym|train(?:ed|ing)?|work(?:ed)? out|exercised?|lift(?:ed)?|days)\b"
)


def figures(said: Said) -> Meant | None:
    about = subject(said)
    if about is None:
        return None
    statistic = _statistic(said, about)
    if statistic == "count" and about in ("training", "sets", "workouts"):
        about = "workouts"
    several = subjects(said) if statistic == "correlation" else []
    days = ON_WEEKDAYS.search(said.text)
    weekdays = _weekdays(days["days"]) if days else None
    period = next((each.words for each in said.periods if not (weekdays and each.words.rstrip("s") in WEEKDAYS)), None)
    arguments: dict[str, Any] = {
        "subject": about,
        "statistic": statistic,
        "period": period,
        "by": _by(said),
        "weekdays": weekdays,
        "against": several[1] if len(several) > 1 else None,
        "per": _per(said) if statistic == "mean" else None,
        "target": TARGET.search(said.text) is not None or None,
    }
    return call("figures", **arguments, **_bound(said))


def _statistic(said: Said, about: str) -> str:
    """Say which figure is asked; a sum of what is a state, such as weight, is its mean, or its last value of a day."""
    name = next((name for name, pattern in STATISTICS if pattern.search(said.text)), "")
    if name == "count" and BOUND.search(said.text) is None and TARGET.search(said.text) is None:
        name = "count" if WORKOUT_COUNT.search(said.text) or "how often" in said.text else "sum"
    if PER.search(said.text) and name in ("sum", "count"):
        name = "mean"
    state = OF_A_STATE.match(about) is not None
    if name in ("sum", "") and state:
        return "last" if not said.periods or A_DAY.match(said.periods[0].words) else "mean"
    return "mean" if name == "change" and not state else name or "sum"


def _by(said: Said) -> str | None:
    by = next((name for name, pattern in BY if pattern.search(said.text)), None)
    return "weekday" if by == "day" and USUALLY.search(said.text) else by


def _per(said: Said) -> str | None:
    match = PER.search(said.text)
    return DAYS_PER[match["per"] or match["ly"]] if match else None


def _weekdays(words: str) -> list[str]:
    if words.startswith("week"):
        return [f"{words.removesuffix('s')}s"]
    named = re.findall(WEEKDAY, words)
    return [DAY_NAMES[WEEKDAYS.get(each, WEEKDAYS.get(each.removesuffix("s"), 1))] for each in named]


def _bound(said: Said) -> dict[str, float]:
    """Read `over 10,000` as a limit that days are counted by."""
    match = BOUND.search(said.text)
    if not match:
        return {}
    return {"at_least" if match["side"] in LEAST else "at_most": number(match["value"].rstrip(".,"))}


WEEKEND = re.compile(r"\b(?:weekends?|weekdays?|during the week)\b")
BETWEEN = re.compile(r"\b(?:between|from|to|until|and|with|vs\.?|versus|than)\b")
"""What stands between two spans that are compared, or before them: the two are no one span."""


def compare(said: Said) -> Meant | None:
    """Compare two spans of what is named; of what is not named, what matters most."""
    spans = [each.words for each in periods(BETWEEN.sub(" | ", said.text))]
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
    "figures": figures,
    "compare_periods": compare,
    "explain_change": explain,
    "habits_analysis": habits,
    "day_summary": day_summary,
    "search_knowledge": knowledge,
}

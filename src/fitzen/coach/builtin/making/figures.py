"""From a question about figures of one's own to its calls: of what, which figure, over which days.

A question may want several: `my highest and lowest weight`, `protein and fibre a day`, `in october and in may`. It is
cut where `and` joins, and what one part does not say the others do.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from fitzen.coach.builtin.lexicon import DAY_NAMES, NUMBER, WEEKDAY, WEEKDAYS, number
from fitzen.coach.builtin.making.subjects import A_DAY, subject, subjects, without_spans
from fitzen.coach.builtin.meant import Ask, Call, Meant, call
from fitzen.coach.builtin.said import Said

TIMES = r"(?:times?|days|nights|mornings|workouts|(?:\w+ )?sessions|runs|rides|swims|trainings|visits)"
STATISTICS: Sequence[tuple[str, re.Pattern[str]]] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("correlation", r"\bcorrelat\w+|\brelat(?:ed|ion\w*) (?:to|between)\b|\b(?:link|connection) between\b"),
        ("streak", r"\bstreaks?\b|\bin a row\b|\bon the trot\b|\b(?:consecutive|straight|back to back) (?:days|nights)\b|\b(?:days|nights) straight\b"),
        ("first", r"\bat the (?:start|beginning)\b"),
        ("last", r"\bat the end\b"),
        ("share", r"\b(?:share|percentage|percent|proportion|fraction) of\b|% of\b|\bwhat %|\bhow much of the time\b"),
        ("median", r"\bmedian\b"),
        ("count", rf"\bhow (?:often|many (?:\w+ )?{TIMES})\b|\b(?:number|count|tally) of {TIMES}\b|\b(?:workouts?|sessions?) (?:count|tally)\b|\bhow frequently\b|\b(?:most|least|more) often\b|\bgym visits\b"),
        ("mean", r"\b(?:averag(?:e|ed|ing|es)|mean|avg|typical(?:ly)?|usual(?:ly)?|normal(?:ly)?)\b"),
        ("min", r"\bhow low\b|\b(?:lowest|(?<!at )least|min(?:imum)?|fewest|smallest|lightest|shortest|worst|slowest|quietest|laziest)\b"),
        ("max", r"\bhow high\b|\b(?:highest|(?<!at )most|max(?:imum)?|best|longest|peak|biggest|heaviest|largest|greatest|top|record|busiest|farthest|furthest)\b"),
        ("mean", r"\b(?:per|a|each|every) (?:day|night)\b|\bdaily\b|\bnightly\b|/ ?(?:day|d)\b"),
        ("change", r"\b(?:chang(?:ed?|es|ing)|lost|gained|dropped|put on)\b"),
        ("first", r"\bfirst\b"),
        ("last", r"\b(?:latest|most recent|currently|right now)\b"),
        ("sum", r"\b(?:total(?:s|led|ling)?|altogether|overall|in all|all together|all told|combined|sum)\b"),
    )
)  # fmt: skip
AMOUNT = re.compile(r"\bhow (?:much|many|far|long)\b|\bc[ao]me to\b|\bamount(?:ed)? to\b")
"""Asks for a sum where no other figure is named."""
HABITUAL = re.compile(r"\b(?:do i|am i|i've been|have i been|i tend to|do i tend to)\b")
"""What somebody does, not what they did once: a mean."""
OF_A_STATE = re.compile(
    r"weight|body ?weight|waist|fat percentage|body ?fat|bf|resting|heart|pulse|hr|rhr|hrv|blood|bp|sleep|mood|stress|hips?|chest|arms?|thighs?"
    r"|neck|vo2 ?max|temperature|spo2|glucose|energy level|soreness|muscle mass|lean mass"
)
"""Of these a sum says nothing."""
LOWER_IS_BETTER = re.compile(r"resting|heart ?rate|pulse|hr\b|rhr|blood|bp|stress|soreness")
BETTER = re.compile(r"\b(?:best|worst)\b")
BY: Sequence[tuple[str, re.Pattern[str]]] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("weekday", r"\b(?:which|what|on which|on what) (?:weekday|day of the week)\b|\b(?:by|per|each|best|worst) (?:weekday|day of the week)\b"),
        ("day", r"\b(?:which|what) days?\b|\bby day\b|\bday by day\b|\bfor each day\b"),
        ("week", r"\b(?:which|what) weeks?\b|\bby week\b|\bweek by week\b|\bfor each week\b"),
        ("month", r"\b(?:which|what) months?\b|\bby month\b|\bmonth by month\b|\bfor each month\b"),
        ("week", r"\b(?:best|worst|biggest|busiest|quietest|laziest|highest|lowest|top|record|most \w+|\w+est)(?: \w+)? week\b"),
        ("month", r"\b(?:best|worst|biggest|busiest|quietest|laziest|highest|lowest|top|record|most \w+|\w+est)(?: \w+)? month\b"),
    )
)  # fmt: skip
USUALLY = re.compile(r"\b(?:usually|normally|generally|tend to)\b")
PER = re.compile(
    r"\b(?:per|a|each|every) (?P<per>week|month)\b|\b(?P<ly>weekly|monthly)\b|/ ?(?P<slash>week|wk|month)\b"
)
PER_KG = re.compile(
    r"(?:\b(?:per|a|each|every|for each|for every) |/ ?)(?:kg|kilo|kilogram|lb|pound)\b(?: of)?(?: my)?(?: body ?(?:weight|mass))?"
    r"|\bg/(?:kg|lb)\b|\b(?:for|relative to) my (?:body ?)?weight\b"
)
RUN_OF_DAYS = re.compile(r"\bin a row\b|\b(?:runs?|streaks?) (?:of )?(?=\w+ (?:days|nights)\b|(?:days|nights)\b)")
ON_WEEKDAYS = re.compile(
    rf"\b(?:(?:on|at|during|over)(?: the| my| a)? )?(?P<days>(?:week ?days?|weekends|(?:{WEEKDAY})(?:(?:,| and|,? or| &) (?:{WEEKDAY}))*(?<=s)))(?![\w-])"
    rf"|\b(?:on|at|during|over)(?: the| my| a)? (?P<weekend>weekend)(?![\w-])"
)
UNIT = r"(?:kgs?|kilos?|lbs?|pounds|litres?|liters?|l|ml|ounces|oz|hours?|hrs?|h|minutes|mins?|km|miles)(?![a-z])"
BOUND = re.compile(
    rf"\b(?P<side>over|more than|above|at least|exceed(?:ed)?|>|under|less than|below|at most|fewer than|<) ?(?P<value>\d[\d,.]*+k?+|{NUMBER})(?! (?:days|weeks|months))"
    rf"|\b(?:walk|hit|got?t?|get|reach|do|did|have|had|take|took|eat|ate|drink|drank|sleep|slept)(?:ed|ing)? (?P<value_done>\d[\d,.]*+k?+)(?! ?(?:days|weeks|months|times|workouts|sessions|sets))(?! ?(?:\w+ ){{0,3}}or (?:less|fewer))"
    rf"|\b(?P<value_before>\d[\d,.]*k?|{NUMBER})\+|(?P<value_more>\b\d[\d,.]*k?) ?(?:\w+ ){{0,2}}or (?P<more>more|less|fewer)\b"
)
VALUES = ("value", "value_done", "value_before", "value_more")
UNIT_AFTER = re.compile(rf" ?(?P<unit>{UNIT})")
DAYS_THAT = re.compile(r"\b(?:days|nights)\b")
STRICT = frozenset(
    {"over", "more than", "above", "exceed", "exceeded", ">", "under", "less than", "below", "fewer than", "<"}
)
LEAST = frozenset({"over", "more than", "above", "at least", "exceed", "exceeded", ">"})
TARGET = re.compile(
    r"\b(?:hit|reach(?:ed)?|met|meet|make|made|within|on)\b.{0,20}\b(?:goals?|targets?)\b|\bon target\b|\benough protein\b"
)
DAYS_PER = {"week": "week", "weekly": "week", "wk": "week", "month": "month", "monthly": "month"}
JOINED = re.compile(r"(?:,|;)? ?(?:\band\b|\bplus\b|\bas well as\b|&|,)(?: also| what was| what's| what is)? ?")
MOST = 3
"""So many figures of one question."""


class Part(NamedTuple):
    """What a part of a question says of its own; None: nothing."""

    subject: str | None
    statistic: str | None
    period: str | None


def figures(said: Said) -> Meant | None:
    """Return a call for each figure that a question wants; None where it does not say of what."""
    about = _about(said)
    if about is None:
        return None
    parts = [] if _statistic_said(said) == "correlation" else _parts(said)
    if len(parts) < 2:  # noqa: PLR2004 - one is no several
        return _one(said, Part(about, None, None))
    calls = [each for part in parts for each in _calls(_one(said, _filled(part, parts, about)))]
    return list({repr(each): each for each in calls}.values())[:MOST]


TRAINING = frozenset({"training", "workouts", "training volume"})
"""Of these how often is counted in workouts."""


def _counts(said: Said) -> bool:
    return next(pattern for name, pattern in STATISTICS if name == "count").search(said.text) is not None


def _calls(meant: Meant) -> Sequence[Call]:
    return [] if isinstance(meant, Ask) else meant


def _one(said: Said, part: Part) -> Meant:
    about = part.subject or ""
    statistic = _statistic(said, about, part.statistic)
    if about in TRAINING and (statistic in ("count", "streak") or (part.subject == about and _counts(said))):
        about = "workouts"
    several = _both(said) if statistic == "correlation" else []
    weekdays = weekdays_of(said.text)
    by, per = _by(said), _per(said)
    if weekdays and _compares(said):
        weekdays, by = None, "weekday"
    if per is not None and is_state(about):
        by, per = by or per, None
    arguments: dict[str, Any] = {
        "subject": about,
        "statistic": statistic,
        "period": part.period or _period(said) or ("ever" if ALL_OF_IT.search(said.text) else None),
        "by": by,
        "weekdays": weekdays,
        "against": several[1] if len(several) > 1 else None,
        "per": ("kg" if PER_KG.search(said.text) else per) if statistic == "mean" else None,
        "target": TARGET.search(said.text) is not None or None,
    }
    return call("figures", **arguments, **_bound(said))


BOTH = re.compile(r"\b(?:and|with|to|vs|affect\w*|on)\b")


def _both(said: Said) -> list[str]:
    """Name the two that are said to go together."""
    named = [subject(Said(part.strip(" ?.!"))) for part in BOTH.split(said.text)]
    return list(dict.fromkeys([*filter(None, named), *subjects(said)]))


ALL_OF_IT = re.compile(
    r"\b(?:in total|altogether|all together|since i (?:started|began|joined)|so far|to date|in my life|all[- ]time)\b"
)


def _period(said: Said) -> str | None:
    weekdays = weekdays_of(said.text)
    return next((each.words for each in said.periods if not (weekdays and _is_weekday(each.words))), None)


def _is_weekday(words: str) -> bool:
    return words in WEEKDAYS or words.rstrip("s") in WEEKDAYS


def _parts(said: Said) -> list[Part]:
    """Cut a question where `and` joins two figures, spans or subjects; one part where it does not."""
    cuts = list(JOINED.finditer(_masked(said)))
    ends = [(0, 0), *((match.start(), match.end()) for match in cuts), (len(said.text), len(said.text))]
    texts = [said.text[begun:end].strip(" ?.!") for (_, begun), (end, _) in pairwise(ends)]
    parts = [_part(text) for text in texts]
    amounts = sum(AMOUNT.search(text) is not None for text in texts)
    if amounts > 1 and any(part.statistic == "count" for part in parts):
        parts = [part._replace(statistic=part.statistic or "sum") for part in parts]
    return parts if all(part != Part(None, None, None) for part in parts) else []


def _masked(said: Said) -> str:
    """Hide what has an `and` or a comma of its own: spans, weekdays, numbers, names of exercises."""
    text = said.text
    spans = [(each.start, each.end) for each in said.periods]
    spans += [match.span() for match in ON_WEEKDAYS.finditer(text)]
    spans += [match.span() for name in said.exercises for match in re.finditer(re.escape(name), text)]
    spans += [
        match.span()
        for match in re.finditer(r"\d[\d,.]*|\bup and down\b|\band by how much\b|\band how much\W*$|\band when\b", text)
    ]
    for start, end in spans:
        text = f"{text[:start]}{'_' * (end - start)}{text[end:]}"
    return text


def _part(text: str) -> Part:
    part = Said(text)
    return Part(_about(part), _statistic_said(part), _period(part))


def _about(said: Said) -> str | None:
    """Say what a question is about, without the words that only say for what it is reckoned: a kilo, a run of days."""
    text = PER_KG.sub(" ", RUN_OF_DAYS.sub(" ", said.text))
    return subject(said if text == said.text else Said(text.strip()))


def _filled(part: Part, parts: Sequence[Part], about: str) -> Part:
    """Take from the parts after it, then from those before, what a part does not say."""
    at = parts.index(part)
    others = [*parts[at + 1 :], *reversed(parts[:at])]
    return Part(
        part.subject or next((each.subject for each in others if each.subject), about),
        part.statistic or next((each.statistic for each in others if each.statistic), None),
        part.period or next((each.period for each in others if each.period), None),
    )


def _statistic_said(said: Said) -> str | None:
    text = without_spans(said)
    name = next((name for name, pattern in STATISTICS if pattern.search(text)), None)
    return "count" if name is None and DAYS_THAT.search(text) and BOUND.search(text) else name


def _statistic(said: Said, about: str, told: str | None) -> str:
    """Say which figure is asked; a sum of what is a state, such as weight, is its mean, or its last value of a day."""
    state = is_state(about)
    name = told or _statistic_said(said)
    if name is None and any(_speaks_of_a_mean(said, about)):
        name = "mean"
    if name in ("sum", "count", None) and (PER.search(said.text) or PER_KG.search(said.text)):
        name = "mean"
    if name in ("min", "max") and LOWER_IS_BETTER.match(about) and BETTER.search(said.text):
        name = "max" if name == "min" else "min"
    if name == "change" and not state:
        return "mean"
    if name in ("sum", None) and state:
        return "last" if not said.periods or A_DAY.match(said.periods[0].words) else "mean"
    return name or "sum"


def is_state(about: str) -> bool:
    return OF_A_STATE.match(about) is not None and not about.endswith((" sets", " volume"))


def _speaks_of_a_mean(said: Said, about: str) -> Iterator[bool]:
    yield HABITUAL.search(said.text) is not None
    yield weekdays_of(said.text) is not None
    yield _compares(said)
    yield _by(said) is not None and about not in TRAINING | {"sets", "training time"}


def _by(said: Said) -> str | None:
    by = next((name for name, pattern in BY if pattern.search(said.text)), None)
    return "weekday" if by == "day" and USUALLY.search(said.text) else by


def _per(said: Said) -> str | None:
    match = PER.search(said.text)
    return DAYS_PER[match["per"] or match["ly"] or match["slash"]] if match else None


def weekdays_of(text: str) -> list[str] | None:
    """Return the weekdays that a question is only of: `on saturdays`, `at the weekend`; None where of all."""
    match = ON_WEEKDAYS.search(text)
    if match is None or by_weekday(text):
        return None
    words = (match["days"] or match["weekend"]).replace("week day", "weekday")
    if words.startswith("week"):
        return [f"{words.removesuffix('s')}s"]
    named = re.findall(WEEKDAY, words)
    return [DAY_NAMES[WEEKDAYS.get(each, WEEKDAYS.get(each.removesuffix("s"), 1))] for each in named]


def by_weekday(text: str) -> bool:
    return re.search(r"\b(?:which|what|each|per|by|best|worst) weekday\b", text) is not None


def _bound(said: Said) -> dict[str, float | str]:
    """Read `over 10,000` or `10,000 or more` as a limit that days are counted by."""
    match = BOUND.search(said.text)
    if not match or "habit" in said.text:
        return {}
    name = next(each for each in VALUES if match[each])
    value = match[name].rstrip(".,")
    unit = UNIT_AFTER.match(said.text, match.start(name) + len(value))
    least = match["side"] in LEAST if match["side"] else match["more"] in (None, "more")
    told = 1000 * number(value[:-1]) if value.endswith("k") else number(value)
    strict = {"strict": True} if match["side"] in STRICT else {}
    return {"at_least" if least else "at_most": told, **strict, **({"unit": unit["unit"]} if unit else {})}


DECISIVE = frozenset({"streak", "share", "median", "count", "mean", "min", "max", "sum"})
CHANGED_BY = re.compile(r"\b(?:how|by what)\b.*\bchang\w*\b|\bchanges? (?:in|of) my\b")
NOT_ONE = re.compile(
    r"\b(?:should|ought|need|must|remind\w*|plan|program|recipes?|why|goals?|habits?|compar\w+|versus|vs|left|remaining|recommend\w*|suggest|healthy|tomorrow|next"
    r"|differ\w*|skip\w*|miss(?:ed)?|sum up|is (?:the )?(?:best|most|least)|trend\w*|improv\w*|progress\w*|recap|summar\w+|today|exercises?|good|bad|better|people|for (?:me|someone)|in (?:a|an|one) \w+(?<!day)(?<!week)(?<!month)\b(?! row))\b"
)


def is_figure(said: Said) -> bool:
    """Say whether a message can only be a question about a figure: it names which, of what, and of which days."""
    if len(said.text.split()) > MOST_WORDS or NOT_ONE.search(said.text) or _compares(said):
        return False
    if said.parsed.complete and BOUND.search(said.text) is None and AMOUNT.search(said.text) is None:
        return False
    about = _about(said)
    return about is not None and any(_of_days(said)) and any(_asks_which(said, about))


def _asks_which(said: Said, about: str) -> Iterator[bool]:
    """Say of each way to ask for a figure whether it is there; what was eaten in a day is for the day's summary."""
    statistic = _statistic_said(said)
    yield statistic in DECISIVE
    yield statistic == "change" and is_state(about) and CHANGED_BY.search(said.text) is not None
    yield _per(said) is not None
    yield AMOUNT.search(said.text) is not None and not any(A_DAY.match(each.words) for each in said.periods)


MOST_WORDS = 30


def _of_days(said: Said) -> Iterator[bool]:
    yield bool(said.periods)
    yield weekdays_of(said.text) is not None
    yield _by(said) is not None and said.asks
    yield _per(said) is not None and said.asks


def _compares(said: Said) -> bool:
    return re.search(r"\bthan\b", BOUND.sub(" ", said.text)) is not None


MAKERS = {"figures": figures}

"""Numeric questions over the demo person's year, in the style of those of PHIA (Merrill 2024, arXiv 2406.06464).

Each question has the call that it should become, and the answer reckoned here, by plain Python over the records as the
person wrote them: no service, no derived record and no rule of the coach has a part in it. Two things are measured:
whether the call gives that answer in words, and whether the coach, asked in natural words, does.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from itertools import product
from random import Random
from typing import Any, NamedTuple

from evals.asking import NOW, SEED, Json, Someone
from evals.report import Figure, share
from fitzen.coach.builtin.answers import answer
from fitzen.coach.toolbox import Toolbox, ToolContext
from fitzen.coach.tools import TOOLS
from fitzen.infra.llm.base import ToolCall
from fitzen.infra.storage.base import Store
from fitzen.records import all_records, loads

LEAST = 240
PERIODS: Mapping[str, tuple[str, str, str]] = {
    "in october": ("october", "2026-10-01", "2026-10-31"),
    "last month": ("last month", "2026-10-01", "2026-10-31"),
    "in may": ("may", "2026-05-01", "2026-05-31"),
    "in september 2026": ("september 2026", "2026-09-01", "2026-09-30"),
    "this month": ("this month", "2026-11-01", "2026-11-26"),
    "last week": ("last week", "2026-11-16", "2026-11-22"),
    "in the last 30 days": ("last 30 days", "2026-10-28", "2026-11-26"),
    "over the past two weeks": ("past two weeks", "2026-11-13", "2026-11-26"),
    "in the last 90 days": ("last 90 days", "2026-08-29", "2026-11-26"),
    "since 1 october": ("since 1 october", "2026-10-01", "2026-11-26"),
    "since the beginning of the year": ("since the beginning of the year", "2026-01-01", "2026-11-26"),
    "this year": ("this year", "2026-01-01", "2026-11-26"),
    "from 1 march to 15 april": ("from 1 march to 15 april", "2026-03-01", "2026-04-15"),
    "between 10 and 24 june": ("between 10 and 24 june", "2026-06-10", "2026-06-24"),
}
"""How a span is said, as the tools take it, and which days it is, by the calendar of Thursday 26 November 2026."""

type Days = Sequence[tuple[date, float]]
type Statistic = Callable[[Days], float]


class Raw(NamedTuple):
    """What the person wrote, a list a kind."""

    workouts: Sequence[Json]
    meals: Sequence[Json]
    water: Sequence[Json]
    measurements: Sequence[Json]
    checkins: Sequence[Json]


class Question(NamedTuple):
    """`value` is to be said with a mark after it that fits `unit`, off by no more than `within`; `days`: one of them too."""

    text: str
    tool: str
    arguments: Json
    value: float
    unit: str
    within: float
    days: Sequence[date] = ()


class Asked(NamedTuple):
    """What can be asked of something: how its days come out of the records, how it is called, and in which words."""

    subject: str
    days: Callable[[Raw], Days]
    unit: str
    within: float
    ways: Mapping[str, Sequence[str]]


def raw(store: Store, user_id: str) -> Raw:
    kinds = ("workout", "meal", "water", "measurement", "checkin")
    return Raw(*([loads(record.body) for record in all_records(store, user_id, kind)] for kind in kinds))


def _day(body: Json) -> date:
    return date.fromisoformat(body["day"])


def _summed(pairs: Iterator[tuple[date, float]]) -> Days:
    sums: dict[date, float] = {}
    for day, value in pairs:
        sums[day] = sums.get(day, 0.0) + value
    return sorted(sums.items())


def _metric(metric: str, found: Raw) -> Days:
    return sorted((_day(each), each["value"]) for each in found.measurements if each["metric"] == metric)


def _eaten(nutrient: str, found: Raw) -> Days:
    items = ((_day(meal), item["nutrients"]) for meal in found.meals for item in meal["items"])
    return _summed((day, nutrients[nutrient]) for day, nutrients in items if nutrient in nutrients)


def _drunk(found: Raw) -> Days:
    return _summed((_day(each), each["ml"]) for each in found.water)


def _work(entry: Json) -> list[Json]:
    return [each for each in entry["sets"] if each.get("kind", "normal") != "warmup" and each.get("done", True)]


def _workouts(found: Raw) -> Days:
    return _summed((_day(each), 1.0) for each in found.workouts)


def _sets(found: Raw) -> Days:
    return _summed((_day(each), float(len(_work(entry)))) for each in found.workouts for entry in each["exercises"])


def _minutes(found: Raw) -> Days:
    def length(each: Json) -> float:
        return (
            datetime.fromisoformat(each["ended_at"]) - datetime.fromisoformat(each["started_at"])
        ).total_seconds() / 60

    return _summed((_day(each), length(each)) for each in found.workouts)


def _volume(found: Raw) -> Days:
    return _summed(
        (_day(each), sum(one.get("reps", 0) * one.get("weight_kg", 0.0) for one in _work(entry)))
        for each in found.workouts
        for entry in each["exercises"]
    )


def _heaviest(exercise: str, found: Raw) -> Days:
    return sorted(
        (_day(each), max(one["weight_kg"] for one in _work(entry)))
        for each in found.workouts
        for entry in each["exercises"]
        if entry["exercise_id"] == exercise
    )


def _done(found: Raw) -> Days:
    """Return the days of the walk that were done: its check-ins count steps, 8,000 or more."""
    return sorted(
        (_day(each), 1.0) for each in found.checkins if not each["cleared"] and 5 * each.get("value", 0) >= 40_000
    )


STATISTICS: Mapping[str, Statistic] = {
    "mean": lambda days: sum(value for _, value in days) / len(days),
    "sum": lambda days: sum(value for _, value in days),
    "min": lambda days: min(value for _, value in days),
    "max": lambda days: max(value for _, value in days),
    "count": lambda days: float(len(days)),
    "change": lambda days: abs(days[-1][1] - days[0][1]),
}

WEIGHT = Asked("weight", partial(_metric, "weight_kg"), "kg", 0.051, {
    "mean": ("What was my average weight {p}?", "how much did I weigh on average {p}", "my mean body weight {p}?", "average weight {p} please"),
    "min": ("what was my lowest weight {p}?", "When was I lightest {p}?", "on which day did I weigh the least {p}"),
    "max": ("What is the most I weighed {p}?", "my highest weight {p}", "on which day was I heaviest {p}?"),
    "change": ("how much did my weight change {p}?", "by how much has my weight changed {p}"),
})  # fmt: skip
SLEEP = Asked("sleep", partial(_metric, "sleep_h"), "h", 0.051, {
    "mean": ("how much did I sleep on average {p}?", "What was my average sleep {p}", "average hours of sleep {p}?"),
    "min": ("On which day did I sleep the least {p}?", "what was my shortest night {p}", "when did I sleep worst, in hours, {p}?"),
    "max": ("on which day did I sleep the most {p}?", "my longest night {p}?"),
})  # fmt: skip
STEPS = Asked("steps", partial(_metric, "steps"), "steps", 0.51, {
    "mean": ("How many steps did I walk on average {p}?", "what's my average step count {p}", "mean daily steps {p}?"),
    "max": ("which day did I walk the most steps {p}?", "what is the most steps I walked in a day {p}"),
    "min": ("on what day did I have the fewest steps {p}?",),
    "sum": ("how many steps did I walk in total {p}?", "total steps {p}"),
})  # fmt: skip
WAIST = Asked("waist", partial(_metric, "waist_cm"), "cm", 0.051, {
    "mean": ("what was my average waist {p}?",),
    "change": ("how did my waist change {p}?", "by how many cm did my waist change {p}"),
})  # fmt: skip
ENERGY = Asked("calories", partial(_eaten, "energy_kcal"), "kcal", 0.51, {
    "mean": ("How many calories did I eat a day on average {p}?", "what's my average calorie intake {p}", "average kcal per day {p}?"),
    "max": ("on which day did I eat the most calories {p}?", "what was my highest calorie day {p}"),
    "sum": ("how many calories did I eat in total {p}?",),
})  # fmt: skip
PROTEIN = Asked("protein", partial(_eaten, "protein_g"), "g", 0.51, {
    "mean": ("how much protein did I eat a day {p}?", "What was my average protein intake {p}?", "avg protein {p}"),
    "max": ("which day did I eat the most protein {p}?",),
    "min": ("on which day did I eat the least protein {p}",),
})  # fmt: skip
FIBRE = Asked("fibre", partial(_eaten, "fiber_g"), "g", 0.51, {
    "mean": ("how much fibre do I get a day, on average, {p}?", "average fiber {p}"),
})  # fmt: skip
CARBS = Asked("carbs", partial(_eaten, "carbs_g"), "g", 0.51, {
    "mean": ("what are my average carbs {p}?", "how many grams of carbs did I eat per day {p}"),
})  # fmt: skip
WATER = Asked("water", _drunk, "ml", 0.51, {
    "mean": ("how much water did I drink a day {p}?", "average water intake {p}?"),
    "sum": ("how much water did I drink in total {p}?",),
})  # fmt: skip
WORKOUTS = Asked("workouts", _workouts, "workouts?", 0.01, {
    "count": ("How many workouts did I do {p}?", "how often did I train {p}", "number of training sessions {p}?", "how many times did I go to the gym {p}"),
})  # fmt: skip
SETS = Asked("sets", _sets, "sets?", 0.01, {
    "sum": ("how many sets did I do {p}?", "total working sets {p}"),
})  # fmt: skip
VOLUME = Asked("training volume", _volume, "kg", 0.51, {
    "sum": ("what was my total training volume {p}?", "how many kilos did I lift in total {p}"),
})  # fmt: skip
MINUTES = Asked("training time", _minutes, "min", 0.51, {
    "sum": ("how many minutes did I train {p}?", "how much time did I spend training {p}"),
    "mean": ("how long was my average workout {p}?",),
    "max": ("how long was my longest workout {p}?",),
})  # fmt: skip
SQUAT = Asked("squat", partial(_heaviest, "barbell-back-squat"), "kg", 0.01, {
    "max": ("What is the heaviest squat I did {p}?", "my heaviest squat {p}"),
})  # fmt: skip
BENCH = Asked("bench press", partial(_heaviest, "barbell-bench-press"), "kg", 0.01, {
    "max": ("what's the most I benched {p}?", "heaviest bench press {p}"),
})  # fmt: skip
DEADLIFT = Asked("deadlift", partial(_heaviest, "barbell-deadlift"), "kg", 0.01, {
    "max": ("how heavy was my heaviest deadlift {p}?",),
})  # fmt: skip
SESSIONS = Asked("deadlift sessions", partial(_heaviest, "barbell-deadlift"), "sessions?", 0.01, {
    "count": ("how many times did I deadlift {p}?", "in how many sessions did I deadlift {p}"),
})  # fmt: skip
WALK = Asked("walk 8,000 steps", _done, r"(?:of \d+ )?days", 0.01, {
    "count": ("on how many days did I keep my habit of walking 8,000 steps {p}?",),
})  # fmt: skip
EVERY = (WEIGHT, SLEEP, STEPS, WAIST, ENERGY, PROTEIN, FIBRE, CARBS, WATER, WORKOUTS, SETS, VOLUME, MINUTES, SQUAT, BENCH, DEADLIFT, SESSIONS, WALK)  # fmt: skip

LIMITS = (
    ("On what share of days did I eat at least 150 g of protein {p}?", "protein", {"at_least": 150}, partial(_eaten, "protein_g"), 150),
    ("what share of my days had at least 10000 steps {p}?", "steps", {"at_least": 10_000}, partial(_metric, "steps"), 10_000),
    ("what percentage of nights did I sleep at least 7 hours {p}", "sleep", {"at_least": 7}, partial(_metric, "sleep_h"), 7),
)  # fmt: skip
ON_WEEKDAYS = (
    ("how much protein do I eat on saturdays {p}?", "protein", ["saturday"], {5}, partial(_eaten, "protein_g"), "g", 0.51),
    ("how much do I sleep at weekends {p}?", "sleep", ["weekend"], {5, 6}, partial(_metric, "sleep_h"), "h", 0.051),
    ("how many calories do I eat on weekdays, on average, {p}", "calories", ["weekdays"], {0, 1, 2, 3, 4}, partial(_eaten, "energy_kcal"), "kcal", 0.51),
    ("average steps on sundays {p}?", "steps", ["sunday"], {6}, partial(_metric, "steps"), "steps", 0.51),
)  # fmt: skip
COMPARED = (
    ("how much more protein did I eat in {a} than in {b}?", PROTEIN),
    ("compare my sleep in {a} with {b}", SLEEP),
    ("did I walk more in {a} than in {b}, in steps?", STEPS),
    ("was I heavier in {a} than in {b}, and by how much?", WEIGHT),
)
MONTHS = {"october": (10, 31), "september": (9, 30), "may": (5, 31), "march": (3, 31)}
WITHIN_PERCENT = 0.51


def within(days: Days, first: date, last: date) -> Days:
    return [(day, value) for day, value in days if first <= day <= last]


def questions(found: Raw, seed: int = SEED) -> Sequence[Question]:
    """Return the questions in a fixed order, at least LEAST; those about which nothing is logged are left out."""
    every = [*_plain(found), *_limited(found), *_weekdays(found), *_compared(found)]
    Random(seed).shuffle(every)
    return every


def _spans() -> Iterator[tuple[str, str, date, date]]:
    for said, (period, first, last) in PERIODS.items():
        yield said, period, date.fromisoformat(first), date.fromisoformat(last)


def _plain(found: Raw) -> Iterator[Question]:
    """Ask each thing in each of its words, over a span that goes on from one question to the next."""
    spans = list(_spans())
    turn = 0
    for asked in EVERY:
        days = asked.days(found)
        for statistic, words in asked.ways.items():
            for text, more in product(words, range(3)):
                said, period, first, last = spans[turn % len(spans)]
                turn += 1 + more
                own = within(days, first, last)
                if len(own) > 1:
                    yield _question(asked, statistic, (text.format(p=said), period), own)


def _question(asked: Asked, statistic: str, said: tuple[str, str], own: Days) -> Question:
    text, period = said
    arguments = {"subject": asked.subject, "statistic": statistic, "period": period}
    value = sum(each for _, each in own) if statistic == "count" and asked is WORKOUTS else STATISTICS[statistic](own)
    days = [day for day, each in own if each == value] if statistic in ("min", "max") else []
    return Question(text, "figures", arguments, value, asked.unit, asked.within, days)


def _limited(found: Raw) -> Iterator[Question]:
    for (text, subject, limit, days, least), (said, period, first, last) in product(LIMITS, list(_spans())[::3]):
        own = within(days(found), first, last)
        value = 100 * sum(each >= least for _, each in own) / len(own)
        arguments = {"subject": subject, "statistic": "share", "period": period, **limit}
        yield Question(text.format(p=said), "figures", arguments, value, "%", WITHIN_PERCENT)


def _weekdays(found: Raw) -> Iterator[Question]:
    for (text, subject, names, numbers, days, unit, off), (said, period, first, last) in product(
        ON_WEEKDAYS, list(_spans())[::3]
    ):
        own = [pair for pair in within(days(found), first, last) if pair[0].weekday() in numbers]
        if own:
            arguments = {"subject": subject, "statistic": "mean", "period": period, "weekdays": names}
            yield Question(text.format(p=said), "figures", arguments, STATISTICS["mean"](own), unit, off)


def _compared(found: Raw) -> Iterator[Question]:
    for (text, asked), (one, other) in product(
        COMPARED, (("october", "september"), ("october", "may"), ("may", "march"))
    ):
        means = [STATISTICS["mean"](within(asked.days(found), *_month(name))) for name in (one, other)]
        arguments = {"subject": asked.subject, "period": one, "with_period": other}
        off = asked.within
        yield Question(
            text.format(a=one, b=other), "compare_periods", arguments, abs(means[0] - means[1]), asked.unit, off
        )


def _month(name: str) -> tuple[date, date]:
    month, last = MONTHS[name]
    return date(2026, month, 1), date(2026, month, last)


def right(question: Question, text: str) -> bool:
    """Say whether a text holds the value with its unit, and, where a day was asked for, that day.

    A difference too small to be said may be told as none.
    """
    found = re.findall(rf"(-?\d[\d,]*(?:\.\d+)?) ?(?:{question.unit})(?!\w)", text)
    said = any(abs(float(number.replace(",", "")) - question.value) <= question.within for number in found)
    said = said or (abs(question.value) <= question.within and "the same" in text)
    return said and (not question.days or any(f"{day.day} {day:%b %Y}" in text for day in question.days))


def direct(context: ToolContext, question: Question) -> str:
    """Return what the built-in coach says of the call that the question should become."""
    call = ToolCall("1", question.tool, question.arguments)
    return "".join(answer(Toolbox(context, TOOLS).run(call).for_model(call)))


def run(someone: Someone, most: int | None = None) -> Sequence[Figure]:
    """Measure how many questions the tools answer rightly, and how many the coach does that was asked in words."""
    every = questions(raw(someone.infra.store, someone.user_id))[:most]
    context = ToolContext(someone.infra.store, someone.user_id, NOW)
    by_tool = sum(right(question, direct(context, question)) for question in every)
    in_words = sum(right(question, someone.ask(question.text).message["text"]) for question in every)
    return [
        share("numeric answers of the tools", by_tool, len(every), goal=100),
        share("numeric questions answered", in_words, len(every), goal=99),
    ]


def wrong(someone: Someone, ask: Callable[[Question], Any]) -> Iterator[tuple[Question, str]]:
    """Yield the questions that are answered wrongly, with what is said; `ask` returns the text."""
    for question in questions(raw(someone.infra.store, someone.user_id)):
        text = str(ask(question))
        if not right(question, text):
            yield question, text

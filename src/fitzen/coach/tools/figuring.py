"""One figure of what is asked: which points count for it, which limits a day must meet, what a rate is of."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from fitzen.coach.amounts import ML_PER_FLOZ, SECONDS, say, stored
from fitzen.coach.period_words import WEEKDAYS
from fitzen.coach.periods import Period
from fitzen.coach.quantities import SCALES, Scale, UnitWord
from fitzen.coach.reckoning import WHOLE_ONLY, Figure, Limits, Statistic, by_day, days_within, figure, longest_run
from fitzen.coach.series import Point, Series, read
from fitzen.coach.subjects import Subject, quantity_of
from fitzen.coach.toolbox import ToolContext
from fitzen.coach.tools.asking import COUNTED, MEASURE_WORDS, PeriodWords, SubjectWords, Words, weekday_and_day
from fitzen.coach.wording import day_in_words
from fitzen.errors import InvalidError
from fitzen.nutrition.targets import targets
from fitzen.records import Json
from fitzen.science.loading import KG_PER_LB
from fitzen.science.nutrients import MACROS
from fitzen.web.fields import Model

By = Literal["day", "week", "month", "weekday"]
NEAR_TARGET = 0.1
"""Energy within a tenth of its target is on target: a diary knows no better. Fitzen's figure."""


class FiguresArgs(Model):
    """What is asked of the log.

    `at_least` and `at_most` are in the person's units, or in `unit` (kg, lb, l, ml, h, min, km, mi); with `strict` a
    value that is just the limit is none of them: more than, less than. `target`: whether the day's own target was met.
    `per` gives means of what adds up by day, week or month, or what is eaten for each kg (lb) of body weight;
    `against` is the other subject of a correlation. With `by` week, month or weekday, min and max name the one with the
    least and the most.
    """

    subject: SubjectWords
    statistic: Statistic
    period: PeriodWords | None = None
    by: By | None = None
    weekdays: Annotated[list[Words], Field(max_length=7)] | None = None
    at_least: float | None = None
    at_most: float | None = None
    strict: bool = False
    unit: UnitWord | None = None
    target: bool = False
    per: Literal["day", "week", "month", "kg"] | None = None
    against: Words | None = None


class Asked(NamedTuple):
    """What is asked, resolved: the subject with its measure, the span, and the weekdays (None: all)."""

    context: ToolContext
    args: FiguresArgs
    subject: Subject
    period: Period
    weekdays: frozenset[int] | None

    def said(self, value: float, *, exact: bool = False) -> str:
        quantity = quantity_of(self.subject)
        quantity = "load_kg" if exact and quantity == "weight_kg" else quantity
        return say(quantity, value, self.context.profile["units"]).words

    def number(self, value: float) -> float:
        return say(quantity_of(self.subject), value, self.context.profile["units"]).number

    def points(self, series: Series) -> Sequence[Point]:
        return [point for point in series.points if self.counts(point.day)]

    def counts(self, day: date) -> bool:
        return self.weekdays is None or day.weekday() in self.weekdays


def weekdays(args: FiguresArgs) -> frozenset[int] | None:
    """Read names of weekdays, `weekdays` and `weekend`. Raises InvalidError."""
    if not args.weekdays:
        return None
    found: set[int] = set()
    for each in args.weekdays:
        word = each.lower().strip().removesuffix("s")
        if word not in WEEKDAYS and word not in _SOME_DAYS:
            raise InvalidError.of("weekdays", f"“{each}” is no weekday. Say monday to sunday, weekdays or weekend.")
        found |= _SOME_DAYS.get(word) or {WEEKDAYS[word]}
    return frozenset(found)


_SOME_DAYS: Mapping[str, set[int]] = {"weekday": {0, 1, 2, 3, 4}, "weekend": {5, 6}}


def about(asked: Asked, series: Series, points: Sequence[Point]) -> Json:
    """Say what the figure is of: the subject, the span, and on how many of its days something was logged."""
    span = (asked.period.last - series.begins).days + 1
    days = [series.begins + timedelta(days=number) for number in range(max(0, span))]
    measure = {"measure": MEASURE_WORDS[asked.subject.measure]} if asked.subject.measure else {}
    picked = {"weekdays": asked.args.weekdays} if asked.args.weekdays else {}
    cut = {"read_since": day_in_words(series.since.isoformat())} if series.since else {}
    return {
        "subject": asked.subject.name,
        "kind": asked.subject.kind,
        **measure,
        "statistic": asked.args.statistic,
        "period": asked.period.in_words(),
        "days_logged": len({point.day for point in points}),
        "days_in_period": sum(asked.counts(day) for day in days),
        "entries": len(points),
        **picked,
        **cut,
    }


def reckoned(asked: Asked, series: Series, points: Sequence[Point]) -> Json:
    """Return the figure itself, with the day that it is of, and what was left out."""
    statistic = asked.args.statistic
    limits = _limits(asked)
    if statistic == "streak":
        return _streak(points, limits)
    if limits is not None and statistic in ("share", "count"):
        return _within(asked, points, *limits)
    if statistic == "share":
        return _share(asked, series)
    if _is_rate(asked):
        return _per_weight(asked, points) if asked.args.per == "kg" else _rate(asked, series, points)
    found = figure(as_sum(asked.subject, statistic), points)
    if found is None:
        return {"value": None} | _left_out(asked, points)
    return _shown(asked, found) | _left_out(asked, points)


def as_sum(subject: Subject, statistic: str) -> str:
    """Count what is counted by itself: three workouts on two days are three."""
    counted = subject.kind == "training" or subject.measure in ("sessions", "sets")
    return "sum" if statistic == "count" and counted else statistic


def _shown(asked: Asked, found: Figure) -> Json:
    statistic = asked.args.statistic
    if statistic == "change":
        return _change(asked, found)
    if statistic == "count" and as_sum(asked.subject, statistic) == "count":
        return {
            "value": f"{len(found.used):,}",
            "number": len(found.used),
            "counts": COUNTED.get(asked.subject.kind, "entries"),
        }
    exact = found.at is not None
    data: Json = {"value": asked.said(found.value, exact=exact), "number": asked.number(found.value)}
    if found.at is not None:
        data |= {"day": weekday_and_day(found.at.day)}
        others = len({point.day for point in found.used if point.value == found.value}) - 1
        data |= {"as_much_again": others} if others and statistic in ("min", "max") else {}
    return data


def _change(asked: Asked, found: Figure) -> Json:
    first, last = found.used[0], found.used[-1]
    if first.day == last.day:
        return {"value": None, "why": "There are values of one day only, so there is no change to tell."}
    size = asked.said(abs(found.value), exact=True)
    level = asked.number(abs(found.value)) == 0
    return {
        "value": size,
        "number": asked.number(found.value) if found.value >= 0 else -asked.number(-found.value),
        "way": "level" if level else "up" if found.value > 0 else "down",
        "first": {"value": asked.said(first.value, exact=True), "day": day_in_words(first.day.isoformat())},
        "last": {"value": asked.said(last.value, exact=True), "day": day_in_words(last.day.isoformat())},
    }


def _left_out(asked: Asked, points: Sequence[Point]) -> Json:
    """Say how many days did not count, being half logged or not over."""
    half = sum(not point.whole for point in points)
    return {"half_logged_days": half} if half and asked.args.statistic in WHOLE_ONLY else {}


def _streak(points: Sequence[Point], limits: tuple[Limits, str] | None) -> Json:
    """Return the most days in a row on which a limit was met or, where none is said, something was logged or done."""
    held: Collection[date] = {point.day for point in points}
    if limits is not None:
        held = {day for day, value in by_day(points).items() if limits[0].hold(value)}
    met = {"met_what": limits[1]} if limits is not None else {}
    run = longest_run(held)
    if run is None:
        return {"value": None, **met}
    days = (run[1] - run[0]).days + 1
    first, last = (day_in_words(day.isoformat()) for day in run)
    return {"value": say("days", days, "metric").words, "number": days, "first_day": first, "last_day": last, **met}


def _per_weight(asked: Asked, points: Sequence[Point]) -> Json:
    """Return the mean of a nutrient or of water by the mean weight of the same span. Raises InvalidError of others."""
    if asked.subject.kind not in ("nutrient", "water"):
        raise InvalidError.of("per", "Only what is eaten or drunk is told for each kg of body weight.")
    imperial = asked.context.profile["units"] == "imperial"
    per = f"{'lb' if imperial else 'kg'} of body weight"
    weighed = figure("mean", read(asked.context, WEIGHT, asked.period).points)
    found = figure("mean", points)
    if weighed is None or found is None:
        missing = "weight" if weighed is None else asked.subject.name
        why = f"For that I need your {missing}, and none is logged in these days."
        return {"value": None, "per": per, "why": why}
    units = asked.context.profile["units"]
    shown = say(quantity_of(asked.subject), found.value / (weighed.value / (KG_PER_LB if imperial else 1.0)), units, 1)
    mean_weight = say("weight_kg", weighed.value, units).words
    rest = {"average": asked.said(found.value), "weight": mean_weight} | _left_out(asked, points)
    return {"value": shown.words, "number": shown.number, "per": per, **rest}


WEIGHT = Subject("metric", "weight_kg", "weight")


def _is_rate(asked: Asked) -> bool:
    """Say whether a mean is one by day, week or month: it was asked for, or it is of what is counted."""
    counted = asked.subject.key == "workouts" or asked.subject.measure == "sessions"
    return asked.args.statistic == "mean" and (asked.args.per is not None or counted or asked.subject.kind == "habit")


_UNIT_DAYS = {"day": 1.0, "week": 7.0, "month": 365.25 / 12}


def _rate(asked: Asked, series: Series, points: Sequence[Point]) -> Json:
    """Return the sum by the number of days, weeks or months; where missing days are no zeros, by the days that are there."""
    per = asked.args.per if asked.args.per not in (None, "kg") else "week"
    used = points if series.rests else [point for point in points if point.whole]
    span = (asked.period.last - series.begins).days + 1 if series.rests else len({point.day for point in used})
    if not span or not used:
        return {"value": None, "per": per}
    value = sum(point.value for point in used) / (span / _UNIT_DAYS[per])
    return {"value": asked.said(value), "number": asked.number(value), "per": per} | _left_out(asked, points)


def _limits(asked: Asked) -> tuple[Limits, str] | None:
    """Return what a day must meet, and in words; None where nothing is said of it. Raises InvalidError."""
    args = asked.args
    if args.target:
        return _target(asked)
    if args.at_least is None and args.at_most is None:
        return None
    low, high = (None if each is None else _stored(asked, each) for each in (args.at_least, args.at_most))
    words = ("more than", "less than") if args.strict else ("at least", "at most")
    ends = tuple(zip((low, high), words, strict=True))
    return Limits(low, high, args.strict), " and ".join(
        f"{word} {asked.said(end)}" for end, word in ends if end is not None
    )


KEPT: Mapping[str, str] = {"_kg": "kg", "_cm": "cm", "_m": "m", "_h": "h", "minutes": "s", SECONDS: "s", "_ml": "ml"}
"""The unit that a quantity is stored in, by the end of its name."""
VOLUMES: Mapping[str, Scale] = {
    **dict.fromkeys(("l", "litre", "litres", "liter", "liters"), Scale(1000)),
    **dict.fromkeys(("ml", "millilitres", "milliliters"), Scale(1)),
    **dict.fromkeys(("oz", "ounce", "ounces"), Scale(ML_PER_FLOZ)),
}


def _stored(asked: Asked, value: float) -> float:
    """Return a limit as it is stored: in the unit that was said, else in the person's."""
    quantity, unit = quantity_of(asked.subject), (asked.args.unit or "").lower()
    kept = next((unit for end, unit in KEPT.items() if quantity.endswith(end)), "")
    scale = (VOLUMES if kept == "ml" else SCALES.get(kept, {})).get(unit)
    return value * scale.factor if scale else stored(quantity, value, asked.context.profile["units"])


def _target(asked: Asked) -> tuple[Limits, str]:
    key = asked.subject.key
    found = targets(asked.context.store, asked.context.user_id, asked.context.now)
    if key not in MACROS or found is None:
        raise InvalidError.of("target", f"There is no daily target for {asked.subject.name}. Say at_least or at_most.")
    aim: float = getattr(found, key)
    if key in ("protein_g", "fiber_g"):
        return Limits(aim, None), f"at least {asked.said(aim)}, your target of today"
    limits = Limits(aim * (1 - NEAR_TARGET), aim * (1 + NEAR_TARGET))
    return limits, f"within 10% of {asked.said(aim)}, your target of today"


def _within(asked: Asked, points: Sequence[Point], limits: Limits, words: str) -> Json:
    met, of = days_within(points, limits)
    return (
        _part(met, of, words)
        | _left_out(asked, points)
        | ({"value": str(met)} if asked.args.statistic == "count" else {})
    )


def _part(met: int, of: int, words: str) -> Json:
    percent = f"{round(100 * met / of)}%" if of else None
    return {"value": percent, "number": round(100 * met / of) if of else None, "met": met, "of": of, "criterion": words}


def _share(asked: Asked, series: Series) -> Json:
    """Return the share of a habit's due days on which it was done, or of days with something logged."""
    if series.due is not None:
        done = {point.day for point in series.points}
        due = [day for day in series.due if asked.counts(day)]
        return _part(sum(day in done for day in due), len(due), "done when it was due")
    days = [series.begins + timedelta(days=number) for number in range((asked.period.last - series.begins).days + 1)]
    logged = {point.day for point in series.points}
    counted = [day for day in days if asked.counts(day)]
    return _part(sum(day in logged for day in counted), len(counted), "something logged")

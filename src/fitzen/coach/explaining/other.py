"""Why anything else changed: which meals, which days of the week, and how much of it is only not logged."""

from collections.abc import Iterator, Mapping
from math import fsum

from fitzen.coach.explaining.reasons import Apart, Certainty, Explained, Reason, apart_of, said, signed
from fitzen.coach.periods import WEEK, Period
from fitzen.coach.series import MOST, Series, read
from fitzen.coach.subjects import Subject, quantity_of
from fitzen.coach.toolbox import ToolContext
from fitzen.coach.wording import span
from fitzen.nutrition.models import SLOTS
from fitzen.nutrition.summary import days_between

WEEKEND = 5
COVERAGE = 0.2
"""Shares of logged days that differ by more than this leave it open whether the days or the logging changed."""


def explain_other(context: ToolContext, subject: Subject, period: Period) -> Explained:
    """Set a span against the one before, and say what of it differs."""
    before = period.before()
    this, other = read(context, subject, period), read(context, subject, before)
    found = apart_of(this, other)
    if found is None:
        return Explained(f"There is too little of your {subject.name} in one of the spans to compare them.", None, [])
    reasons = [
        *_meals(context, subject, period, before),
        *_weekends(context, subject, this, other),
        *_coverage(this, other),
    ]
    if this.rests:
        reasons = [*_days(this, other), *reasons]
    return Explained(
        _change(context, subject, found, period, before), found.found.clear if found.found else None, reasons
    )


def _change(context: ToolContext, subject: Subject, found: Apart, period: Period, before: Period) -> str:
    quantity = quantity_of(subject)
    both = f"{said(context, quantity, found.this)} {span(period.in_words())} and {said(context, quantity, found.other)} {span(before.in_words())}"
    text = f"Your {subject.name} on a day that has any was {both}"
    if found.found is None:
        return f"{text}: too few days to tell a change from chance."
    ends = " to ".join(signed(context, quantity, end) for end in (found.found.low, found.found.high))
    return f"{text}: {'a clear difference' if found.found.clear else 'no clear difference'} ({ends})."


def _days(this: Series, other: Series) -> Iterator[Reason]:
    """Tell how often it was done, of what has days of rest."""
    rates = [f"{each.days / ((each.period.last - each.begins).days + 1) * WEEK:.1f}" for each in (this, other)]
    certainty: Certainty = "no sign" if rates[0] == rates[1] else "measured"
    yield Reason("how often", f"It was on {rates[0]} days a week, and on {rates[1]} before.", certainty, "your log")


def _meals(context: ToolContext, subject: Subject, period: Period, before: Period) -> Iterator[Reason]:
    """Name the meal whose part of the day changed most, of what is eaten."""
    if subject.kind != "nutrient":
        return
    this, other = _by_slot(context, subject.key, period), _by_slot(context, subject.key, before)
    if not this or not other:
        return
    slot = max(SLOTS, key=lambda each: abs(this[each] - other[each]))
    quantity, change = subject.key, this[slot] - other[slot]
    text = (
        f"Most of the difference is at {slot}: {said(context, quantity, this[slot])} a day,"
        f" {signed(context, quantity, change)} against before."
    )
    yield Reason(slot, text, "measured", "your food diary")


def _by_slot(context: ToolContext, key: str, period: Period) -> Mapping[str, float]:
    """Return what each kind of meal holds of a nutrient on a logged day; empty without one."""
    records = [
        each
        for each in days_between(context.store, context.user_id, *period, MOST)
        if each["items"] and each.get("complete") is not False
    ]
    if not records:
        return {}
    parts = [part for each in records for part in each["meals"].values()]
    return {
        slot: fsum(part["totals"].get(key, 0.0) for part in parts if part["slot"] == slot) / len(records)
        for slot in SLOTS
    }


def _weekends(context: ToolContext, subject: Subject, this: Series, other: Series) -> Iterator[Reason]:
    """Set weekends apart from weekdays, where only one of them changed clearly."""
    found = {
        words: apart_of(
            *(
                each._replace(points=[point for point in each.points if (point.day.weekday() >= WEEKEND) is weekend])
                for each in (this, other)
            )
        )
        for words, weekend in (("weekends", True), ("weekdays", False))
    }
    clear = [(words, each) for words, each in found.items() if each is not None and each.clear]
    if len(clear) != 1:
        return
    words, each = clear[0]
    change = signed(context, quantity_of(subject), each.this - each.other)
    text = f"It changed clearly on {words} only: {change} a day, over {each.days} and {each.other_days} of them."
    yield Reason(words, text, "measured", "your log")


def _coverage(this: Series, other: Series) -> Iterator[Reason]:
    if this.rests:
        return
    shares = [each.days / max(1, (each.period.last - each.begins).days + 1) for each in (this, other)]
    if abs(shares[0] - shares[1]) < COVERAGE:
        return
    text = f"It was logged on {this.days} of {this.period.days} days, and on {other.days} of {other.period.days} before: part of the change may be in what is logged."
    yield Reason("missing logs", text, "not known", "your log")

"""Why body weight changed: the scale's own noise, what was eaten, water that follows carbohydrate and salt, missing logs."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import sqrt
from typing import NamedTuple

from fitzen.coach.explaining.reasons import Apart, Explained, Reason, apart, moved, said, signed
from fitzen.coach.periods import Period
from fitzen.coach.subjects import Subject
from fitzen.coach.toolbox import ToolContext
from fitzen.coach.wording import span
from fitzen.cycle.service import cycle_days
from fitzen.measurements.service import Taken, values_between
from fitzen.measurements.trends import Movement, metric_movement
from fitzen.nutrition import expenditure
from fitzen.science.balance import CYCLE_KG
from fitzen.science.energy import STATIC_KCAL_PER_KG

WEIGHT = Subject("metric", "weight_kg", "weight")
ENERGY = Subject("nutrient", "energy_kcal", "energy intake")
CARBS = Subject("nutrient", "carbs_g", "carbohydrate")
SODIUM = Subject("nutrient", "sodium_mg", "sodium")
MOST_WEIGH_INS = 400
LEAST_WEIGH_INS = 4
WATER_DAYS = 3
"""Glycogen and salt move water within days."""
MUCH_MORE = 0.2
"""A share by which carbohydrate or salt must differ from the weeks before to be named. Fitzen's figure."""
WATER_PER_GLYCOGEN = (3, 4)
PHASE_NEAR = 0.15
"""The share of a cycle around the first day of bleeding when water is most (see `balance.CYCLE_KG`)."""
KREITZMAN = "Kreitzman 1992, doi 10.1093/ajcn/56.1.292S"
WHITE = "White 2011, doi 10.1155/2011/138451"
LOGGED_SHARE = 0.7
"""With fewer days logged in full than this share, what was eaten is not known well enough to explain a change."""


class Course(NamedTuple):
    """The weigh-ins of a span, and what they are without their swings."""

    taken: Sequence[Taken]
    found: Movement

    @property
    def change(self) -> float:
        return self.found.trend.points[-1].value - self.found.trend.points[0].value

    @property
    def error(self) -> float:
        """Return half of the 90% interval of the change, its two ends taken as independent."""
        first, last = self.found.trend.points[0], self.found.trend.points[-1]
        return sqrt(((first.high - first.low) / 2) ** 2 + ((last.high - last.low) / 2) ** 2)

    @property
    def scatter(self) -> float:
        """Return how far a weigh-in typically is from the smoothed weight."""
        levels = self.found.trend.points
        squares = [(each.value - level.value) ** 2 for each, level in zip(self.taken, levels, strict=True)]
        return sqrt(sum(squares) / len(squares))


def explain_weight(context: ToolContext, period: Period, *, cycle: bool) -> Explained:
    """Explain how weight moved in a span. `cycle`: the person asks about their cycle, so it may be spoken of."""
    taken = values_between(context.store, context.user_id, "weight_kg", *period, MOST_WEIGH_INS)[::-1]
    found = metric_movement("weight_kg", taken) if len(taken) >= LEAST_WEIGH_INS else None
    if found is None:
        text = f"There are {len(taken) or 'no'} weigh-ins {_from(period)}: too few to tell a change from the scale's noise."
        return Explained(text, None, list(_logs(context, period)))
    course = Course(taken, found)
    reasons = [
        *_noise(context, course),
        *_eaten(context, period, course),
        *_water(context, period),
        *_logs(context, period),
    ]
    if cycle:
        reasons += _cycle(context, taken[-1].day)
    return Explained(_change(context, period, course), abs(course.change) > course.error, reasons)


def _from(period: Period) -> str:
    return span(period.in_words())


def _change(context: ToolContext, period: Period, course: Course) -> str:
    change, error = course.change, course.error
    ends = (
        f"most likely {signed(context, 'weight_kg', change - error)} to {signed(context, 'weight_kg', change + error)}"
    )
    count = f"{len(course.taken)} weigh-ins"
    if abs(change) <= error:
        return f"Without its swings your weight did not clearly change {_from(period)} ({ends}; {count})."
    way = "rose" if change > 0 else "fell"
    return f"Without its swings your weight {way} by {said(context, 'weight_kg', abs(change))} {_from(period)} ({ends}; {count})."


def _noise(context: ToolContext, course: Course) -> Iterator[Reason]:
    last, level = course.taken[-1].value, course.found.trend.points[-1].value
    off = last - level
    scatter = said(context, "weight_kg", course.scatter)
    text = (
        f"Single weigh-ins lie some {scatter} around your smoothed weight; the last one,"
        f" {said(context, 'load_kg', last)}, is {said(context, 'weight_kg', abs(off))} {'above' if off >= 0 else 'below'} it."
    )
    yield Reason("the scale's noise", text, "measured", f"{len(course.taken)} weigh-ins", "metric:weight_kg")


def _eaten(context: ToolContext, period: Period, course: Course) -> Iterator[Reason]:
    """Set what was eaten against the span before, and against what is burned."""
    found = apart(context, ENERGY, period, period.before())
    if found is not None:
        yield _intake(context, found, course)
    yield from _balance(context, period, course)


def _intake(context: ToolContext, found: Apart, course: Course) -> Reason:
    fits = (found.this - found.other) * course.change > 0
    text = f"On days logged in full you ate {moved(context, ENERGY, 'energy_kcal', found)}"
    source = "your food diary"
    if not found.clear:
        return Reason("energy eaten", f"{text}: no clear difference.", "no sign", source)
    if abs(course.change) <= course.error:
        return Reason("energy eaten", f"{text}.", "possible", source)
    verb = "goes with" if fits else "does not go with"
    return Reason("energy eaten", f"{text}, which {verb} the change.", "likely" if fits else "no sign", source)


def _balance(context: ToolContext, period: Period, course: Course) -> Iterator[Reason]:
    shown = expenditure.show(context.store, context.user_id, context.now)
    if "formula" not in shown:
        yield Reason(
            "energy burned",
            "What you burn is not known: the profile lacks what the formulas need.",
            "not known",
            "your profile",
        )
        return
    days = [each for each in shown["series"] if period.first.isoformat() <= each["day"] <= period.last.isoformat()]
    whole = [each["intake_kcal"] for each in days if each.get("complete", 0) >= 0.5 and "intake_kcal" in each]  # noqa: PLR2004 - more likely whole than not
    if not whole or len(whole) < LOGGED_SHARE * period.days:
        return
    eaten, formula = sum(whole) / len(whole), shown["formula"]["expenditure_kcal"]
    expected = (eaten - formula) * period.days / STATIC_KCAL_PER_KG
    agrees = expected * course.change > 0 and abs(expected - course.change) <= max(course.error, abs(course.change) / 2)
    text = (
        f"By the formula you burn about {formula:,} kcal a day and ate {round(eaten):,}: over {period.days} days that would be"
        f" {signed(context, 'weight_kg', expected)}. The formula may be off by some 10%."
    )
    yield Reason("energy balance", text, "likely" if agrees else "possible", shown["formula"]["source"])


def _water(context: ToolContext, period: Period) -> Iterator[Reason]:
    """Look for days of much more, or less, carbohydrate and salt than in the weeks before."""
    last = Period(max(period.first, period.last - timedelta(days=WATER_DAYS - 1)), period.last)
    before = Period(last.first - timedelta(days=28), last.first - timedelta(days=1))
    low, high = WATER_PER_GLYCOGEN
    carbs = f"Each gram of glycogen is stored with {low} to {high} of water, so some of the last days may be water"
    yield from _swing(context, CARBS, "carbs_g", (last, before), carbs, KREITZMAN)
    salt = "Salt holds water for a day or two, so some of the last days may be water"
    yield from _swing(context, SODIUM, "sodium_mg", (last, before), salt, "your food diary")


def _swing(
    context: ToolContext, subject: Subject, quantity: str, spans: tuple[Period, Period], why: str, source: str
) -> Iterator[Reason]:
    found = apart(context, subject, *spans)
    if found is None or not found.other:
        return
    text = f"On the last days with a full log you had {moved(context, subject, quantity, found)}."
    if abs(found.this / found.other - 1) < MUCH_MORE:
        yield Reason(subject.name, f"{text} That is as usual.", "no sign", "your food diary")
    else:
        yield Reason(subject.name, f"{text} {why}.", "possible", source)


def _logs(context: ToolContext, period: Period) -> Iterator[Reason]:
    """Say what the diary does not know of the span."""
    this = apart(context, ENERGY, period, period)
    full = this.days if this else 0
    if full >= LOGGED_SHARE * period.days:
        return
    text = f"Only {full} of {period.days} days are logged in full, so what you ate explains little here."
    yield Reason("missing logs", text, "not known", "your food diary")


def _cycle(context: ToolContext, day: date) -> list[Reason]:
    """Say where in the cycle the last weigh-in was; only where tracking is on, and the person asks."""
    phase = cycle_days(context.store, context.user_id, day, day).get(day)
    if phase is None:
        return []
    near = phase <= PHASE_NEAR or phase >= 1 - PHASE_NEAR
    kilograms = said(context, "weight_kg", CYCLE_KG)
    if near:
        text = f"The last weigh-in was around the first day of bleeding, when water is most: about {kilograms} above the mean."
        return [Reason("menstrual cycle", text, "possible", WHITE)]
    return [
        Reason(
            "menstrual cycle",
            "The last weigh-in was not around the first day of bleeding, when water is most.",
            "no sign",
            WHITE,
        )
    ]

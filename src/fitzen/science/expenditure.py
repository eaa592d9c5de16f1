"""What a person really burns, from what they ate and how their weight moved, with how sure that is.

Over weeks energy is kept: what was eaten less what went into the body, or came out of it, was burned. `estimate` does
that sum day by day (see `balance`), `explain` says it in words and `weekly_target` turns it into the next week's target.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from fitzen.science.balance import PAUSE_DAYS, Balance
from fitzen.science.checks import within
from fitzen.science.energy import STATIC_KCAL_PER_KG, Body, Burn
from fitzen.science.loading import lb_from_kg
from fitzen.science.progression import Units
from fitzen.science.targets import MOST_KCAL, Energy, Goal, Targets, about, divided, energy_target
from fitzen.words import counted

Z90 = 1.645
"""Standard deviations on each side that hold 90 % of a normal distribution."""
WHOLE = 0.5
"""A log that is whole with at least this probability counts as whole, in words."""
EXPLAINED_DAYS = 28
SURE_SHARE = 0.1
"""An interval no wider than this on each side needs no advice on how to narrow it."""

LEAST_KCAL = 500.0
"""No body that is weighed here runs on less: what would follow from a log that cannot be true is told as this."""
MOST_INTAKE_KCAL = 30_000.0
"""Of a day: more is a slip of the finger, and no day that the estimate takes."""

CHANGE_SHARE = 0.075
LEAST_CHANGE_KCAL = 100.0
"""How far a target moves in a week at most: enough to follow a step within a few weeks, too little to be whipped about."""
STILL_KCAL = 30.0
"""Targets closer than this to the last one stay as they are."""


class Prior(NamedTuple):
    """Expenditure as expected before anything was logged (`energy.expenditure`), and its standard error, in kcal."""

    mean: float
    sd: float


class Day(NamedTuple):
    """What was logged on a day; None where nothing was.

    `complete` says that the log is the whole day's (True) or is not (False); None leaves it to be judged. `weight_kg` is
    the morning's. `cycle_phase` is the share of the menstrual cycle that has passed, from 0 at the first day of bleeding.
    """

    day: date
    intake_kcal: float | None = None
    complete: bool | None = None
    weight_kg: float | None = None
    cycle_phase: float | None = None


class Estimate(NamedTuple):
    """What was known of a day: expenditure with its 90 % interval, and weight without swings of water.

    `tissue_kg` leaves out the water that follows the diet too, so that its changes are stored energy. `complete` is the probability that the day's log was whole, None without a log. `paused` in a gap of more than 14 days
    without weigh-ins or without logs.
    """

    day: date
    expenditure_kcal: float
    low: float
    high: float
    weight_kg: float | None
    tissue_kg: float | None
    complete: float | None
    paused: bool

    @property
    def burn(self) -> Burn:
        """The estimate as `targets` wants it."""
        return Burn(self.expenditure_kcal, (self.high - self.expenditure_kcal) / Z90, "your own logs")


def estimate(
    days: Sequence[Day], prior: Prior, kcal_per_kg: float = STATIC_KCAL_PER_KG, *, menstruates: bool = False
) -> list[Estimate]:
    """Estimate expenditure for each of `days`, from that day and those before it; in time proportional to their span.

    `days` ascend; dates left out are days without a log. `kcal_per_kg` is `energy.energy_density` of the body's fat.
    `menstruates` allows for a cycle that is not logged. A half-logged day does not count as a hungry one; a wild weigh-in
    hardly counts; across a gap of more than 14 days nothing is learnt, the interval widens. What is never logged is never
    seen: who leaves out a tenth of everything gets an expenditure a tenth too low, in the terms of their own logs, which
    are the terms that targets are met in. Raises ValueError on days out of order and amounts out of range.
    """
    within("prior.mean", prior.mean, LEAST_KCAL, 15_000)
    within("prior.sd", prior.sd, 1, 5_000)
    within("kcal_per_kg", kcal_per_kg, 1_000, 10_000)
    body = Balance(prior.mean, prior.sd, kcal_per_kg, menstruates=menstruates)
    found: list[Estimate] = []
    for entry in days:
        _check(entry)
        if found:
            _skip(body, found[-1].day, entry.day)
        found.append(_lived(body, entry))
    return found


def _check(entry: Day) -> None:
    within("intake_kcal", entry.intake_kcal, 0, MOST_INTAKE_KCAL)
    within("weight_kg", entry.weight_kg, 20, 500)
    within("cycle_phase", entry.cycle_phase, 0, 1)


def _skip(body: Balance, last: date, following: date) -> None:
    """Let the days between two entries pass without a log."""
    apart = (following - last).days
    if apart < 1:
        raise ValueError(f"days must ascend, but {following} follows {last}")
    for number in range(1, apart):
        _lived(body, Day(last + timedelta(number)))


def _lived(body: Balance, entry: Day) -> Estimate:
    body.morning(entry.weight_kg, entry.cycle_phase, logs=entry.intake_kcal is not None)
    burn, error, weight, tissue = max(LEAST_KCAL, body.burn), Z90 * body.burn_sd, body.weight_kg, body.tissue_kg
    complete = body.evening(entry.intake_kcal, entry.complete)
    return Estimate(entry.day, burn, max(LEAST_KCAL, burn - error), burn + error, weight, tissue, complete, body.paused)


class Explanation(NamedTuple):
    """What the latest estimate stands on: counts over the last `days`, means in kcal a day, and sentences.

    `weight_change_kg` is of tissue, water left out, and `stored_kcal` what it holds a day, negative where it was lost.
    """

    days: int
    logged: int
    partly_logged: int
    weigh_ins: int
    intake_kcal: float | None
    weight_change_kg: float | None
    stored_kcal: float | None
    why: tuple[str, ...]


def explain(
    days: Sequence[Day],
    estimates: Sequence[Estimate],
    kcal_per_kg: float = STATIC_KCAL_PER_KG,
    *,
    units: Units = "metric",
) -> Explanation | None:
    """Explain the last of `estimates`, which are those of `days`, by the four weeks before it; None without any."""
    if not estimates:
        return None
    since = estimates[-1].day - timedelta(EXPLAINED_DAYS - 1)
    pairs = [(day, found) for day, found in zip(days, estimates, strict=True) if day.day >= since]
    logs = [(day.intake_kcal, found.complete or 0.0) for day, found in pairs if day.intake_kcal is not None]
    whole = [kcal for kcal, share in logs if share >= WHOLE]
    change, span = _stored([found for _, found in pairs])
    bare = Explanation(
        days=(estimates[-1].day - pairs[0][0].day).days + 1,
        logged=len(whole),
        partly_logged=len(logs) - len(whole),
        weigh_ins=sum(day.weight_kg is not None for day, _ in pairs),
        intake_kcal=sum(whole) / len(whole) if whole else None,
        weight_change_kg=change,
        stored_kcal=None if change is None else change * kcal_per_kg / span,
        why=(),
    )
    return bare._replace(why=tuple(_sentences(bare, estimates[-1], units)))


def _stored(found: Sequence[Estimate]) -> tuple[float | None, int]:
    """Return the change of tissue in kg and over how many days, since the last gap that nothing is learnt across."""
    run: list[tuple[date, float]] = []
    for entry in found:
        if entry.tissue_kg is None or (run and (entry.day - run[-1][0]).days > PAUSE_DAYS + 1):
            run = []
        if entry.tissue_kg is not None:
            run.append((entry.day, entry.tissue_kg))
    return (run[-1][1] - run[0][1], (run[-1][0] - run[0][0]).days) if len(run) > 1 else (None, 0)


def _sentences(known: Explanation, last: Estimate, units: Units) -> list[str]:
    partly = f" and {known.partly_logged} in part" if known.partly_logged else ""
    logged = f"you logged {counted(known.logged, 'day')} in full{partly}"
    said = [
        f"In the last {counted(known.days, 'day')} {logged}, and weighed yourself {counted(known.weigh_ins, 'time')}."
    ]
    if known.intake_kcal is not None:
        said.append(f"On full days you ate {about(known.intake_kcal)} kcal on average.")
    if known.weight_change_kg is not None and known.stored_kcal is not None:
        said.append(_stores(known.weight_change_kg, known.stored_kcal, units))
    if last.paused:
        said.append("Two weeks without logs or without weigh-ins tell nothing, so the estimate is the one from before.")
    said.append(
        f"With what was known before, you burn about {about(last.expenditure_kcal)} kcal a day, "
        f"most likely between {about(last.low)} and {about(last.high)}."
    )
    if last.high - last.expenditure_kcal > SURE_SHARE * last.expenditure_kcal:
        said.append("Each day that you log in full and each weigh-in makes this surer.")
    return said


def _stores(change_kg: float, stored_kcal: float, units: Units) -> str:
    amount = f"{lb_from_kg(abs(change_kg)):.1f} lb" if units == "imperial" else f"{abs(change_kg):.1f} kg"
    where = "came from your body's stores" if change_kg < 0 else "went into them"
    verb = "fell" if change_kg < 0 else "rose"
    return (
        f"Your weight, without swings of water, {verb} by {amount}: about {about(abs(stored_kcal))} kcal a day {where}."
    )


def weekly_target(
    body: Body,
    goal: Goal,
    found: Estimate,
    previous_kcal: float | None,
    *,
    kg_per_week: float | None = None,
    exercise_kcal: float = 0.0,
    units: Units = "metric",
) -> Targets:
    """Return next week's targets from the estimate, no further from `previous_kcal` than a week may move them.

    A week moves the energy by 7.5 % or 100 kcal at most, and not at all for less than 30. What safety asks for is met
    at once: a floor, or the end of a deficit that must not be (`targets.energy_target`). `body.weight_kg` is best the
    estimate's. The other arguments are those of `targets.targets`.
    """
    within("previous_kcal", previous_kcal, 0)
    wanted = energy_target(body, goal, found.burn, kg_per_week=kg_per_week, exercise_kcal=exercise_kcal, units=units)
    energy = wanted if previous_kcal is None else _paced(wanted, previous_kcal)
    return divided(body, goal, energy, found.burn.source, units)


def _paced(wanted: Energy, previous: float) -> Energy:
    """Move from last week's energy towards what is wanted, no further than a week may, but never below the floor."""
    change = wanted.kcal - previous
    most = max(LEAST_CHANGE_KCAL, CHANGE_SHARE * previous)
    kcal = previous + min(most, max(-most, change)) if abs(change) >= STILL_KCAL else previous
    kcal = min(MOST_KCAL, max(round(kcal), wanted.floor))
    return wanted._replace(kcal=kcal, why=(*wanted.why, _moved(kcal, previous, wanted.kcal)))


def _moved(kcal: float, previous: float, wanted: float) -> str:
    if kcal == previous:
        return f"Your target stays at {previous:,.0f} kcal."
    moved = f"{abs(kcal - previous):,.0f} kcal {'more' if kcal > previous else 'less'} than last week"
    if abs(kcal - wanted) < 1:
        return f"That is {moved}."
    return f"A target moves slowly: this week it is {kcal:,.0f} kcal, {moved}, on the way to {wanted:,.0f}."

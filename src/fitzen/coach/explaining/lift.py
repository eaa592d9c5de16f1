"""Why a lift moved, or stands still: how often and how much it was trained, light weeks and gaps, sleep, weight, recovery."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from statistics import median

from fitzen.coach.amounts import SECONDS
from fitzen.coach.explaining.reasons import Apart, Explained, Reason, apart, halves, said, signed
from fitzen.coach.explaining.recovering import METRIC_WORDS, recovering
from fitzen.coach.periods import WEEK, Period
from fitzen.coach.series import MOST
from fitzen.coach.subjects import EXERCISE_QUANTITY, Subject
from fitzen.coach.toolbox import ToolContext
from fitzen.coach.wording import span
from fitzen.measurements.service import values_between
from fitzen.measurements.trends import metric_movement
from fitzen.records import Json
from fitzen.science.plateau import Plateau, plateau
from fitzen.science.recovery import RECENT_DAYS
from fitzen.workouts.history import lifts_between

SLEEP = Subject("metric", "sleep_h", "sleep")
MAIN = {"reps_load": "e1rm_kg", "bodyweight": "reps", "time": "duration_s", "distance": "distance_m"}
LIGHT = 0.92
"""A session whose best is below this share of the span's median was a light one, or a bad one. Fitzen's figure."""
GAP_DAYS = 14
CHANGED = 0.25
"""By this share sets or sessions a week must differ to be spoken of as a change. Fitzen's figure."""
PELLAND = "Pelland 2025, doi 10.1007/s40279-025-02344-w"
CRAVEN = "Craven 2022, doi 10.1007/s40279-022-01706-y"
MURPHY = "Murphy 2022, doi 10.1111/sms.14075"
MEEUSEN = "Meeusen 2013, doi 10.1249/MSS.0b013e318279a10a"


def explain_lift(context: ToolContext, subject: Subject, period: Period) -> Explained:
    """Explain how an exercise moved over a span, the later half of it set against the earlier."""
    lifts = lifts_between(context.store, context.user_id, subject.key, *period, MOST)[::-1]
    measure = MAIN[subject.metric or "reps_load"]
    bests = [(date.fromisoformat(each["day"]), float(each[measure])) for each in lifts if measure in each]
    found = plateau(bests, period.last, period.days)
    if found is None:
        text = f"{subject.name} has {len(bests)} sessions {span(period.in_words())}: too few, or too close, to tell how it moves."
        return Explained(text, None, [*_gaps(lifts, period)])
    reasons = [
        *_frequency(lifts, period),
        *_light(context, bests, measure, lifts),
        *_gaps(lifts, period),
        *_sleep(context, period),
        *_weight(context, period),
        *_recovering(context, found.way == "down"),
    ]
    return Explained(_change(context, subject, measure, found), found.way in ("up", "down"), reasons)


def _quantity(measure: str) -> str:
    return EXERCISE_QUANTITY[measure]


def _change(context: ToolContext, subject: Subject, measure: str, found: Plateau) -> str:
    quantity = _quantity(measure)
    finer = 0 if quantity == SECONDS else 1
    ends = " to ".join(signed(context, quantity, end, finer) for end in (found.low, found.high))
    over = f"over {found.sessions} sessions in {found.days} days (most likely {ends} a week)"
    if found.way == "unclear":
        return f"{subject.name} moves too unevenly {over} to say that it rose, fell or stood still."
    if found.way == "flat":
        return f"{subject.name} has stood still {over}."
    verb = "risen" if found.way == "up" else "fallen"
    return f"{subject.name} has {verb} by {said(context, quantity, abs(found.per_week), finer)} a week {over}."


def _sets(lifts: Sequence[Json], span: Period) -> tuple[int, int]:
    """Count the sessions and the working sets of a span."""
    own = [each for each in lifts if span.first.isoformat() <= each["day"] <= span.last.isoformat()]
    return len(own), sum(_is_work(item) for each in own for item in each["sets"])


def _is_work(item: Json) -> bool:
    return bool(item.get("done", True)) and item["kind"] != "warmup"


def _frequency(lifts: Sequence[Json], period: Period) -> Iterator[Reason]:
    later, earlier = halves(period)
    (sessions, sets), (sessions_before, sets_before) = _sets(lifts, later), _sets(lifts, earlier)
    weeks, weeks_before = later.days / WEEK, earlier.days / WEEK
    rate, before = sets / weeks, sets_before / weeks_before
    text = (
        f"You did {rate:.1f} working sets of it a week in {sessions} sessions of the later half,"
        f" and {before:.1f} in {sessions_before} of the earlier."
    )
    changed = before == 0 or abs(rate / before - 1) >= CHANGED
    yield Reason("volume and frequency", text, "possible" if changed else "no sign", PELLAND)


def _light(
    context: ToolContext, bests: Sequence[tuple[date, float]], measure: str, lifts: Sequence[Json]
) -> Iterator[Reason]:
    middle = median(value for _, value in bests)
    light = [(day, value) for day, value in bests if value < LIGHT * middle]
    if not light:
        return
    day, value = light[-1]
    last = bests[-1][0] == day
    text = (
        f"{len(light)} of {len(bests)} sessions were light or bad ones, the last on {day.day} {day:%b %Y} with"
        f" {said(context, _quantity(measure), value)}, where {said(context, _quantity(measure), middle)} is usual."
    )
    yield Reason(
        "light sessions",
        text,
        "likely" if last else "possible",
        f"{len(lifts)} sessions",
        f"workout:{lifts[-1]['workout_id']}",
    )


def _gaps(lifts: Sequence[Json], period: Period) -> Iterator[Reason]:
    days = [date.fromisoformat(each["day"]) for each in lifts]
    gaps = [(later - earlier).days for earlier, later in pairwise([*days, period.last])]
    if gaps and max(gaps) >= GAP_DAYS:
        yield Reason("a break", f"There were {max(gaps)} days without it.", "likely", f"{len(days)} sessions")


def _sleep(context: ToolContext, period: Period) -> Iterator[Reason]:
    found = apart(context, SLEEP, *halves(period))
    if found is None:
        return
    text = f"You slept {said(context, 'sleep_h', found.this)} a night in the later half, {said(context, 'sleep_h', found.other)} in the earlier"
    yield _judged(Reason("sleep", text, "no sign", CRAVEN), found, worse=found.this < found.other)


def _judged(reason: Reason, found: Apart, *, worse: bool) -> Reason:
    """Finish a sentence by whether the difference is clear, and goes the way that costs strength."""
    if not found.clear:
        return reason._replace(says=f"{reason.says}: no clear difference.")
    return reason._replace(says=f"{reason.says}.", certainty="possible" if worse else "no sign")


def _weight(context: ToolContext, period: Period) -> Iterator[Reason]:
    taken = values_between(context.store, context.user_id, "weight_kg", *period, MOST)[::-1]
    found = metric_movement("weight_kg", taken)
    if found is None or found.rate is None:
        return
    rate, low, high = found.rate
    ends = f"{signed(context, 'weight_kg', low, 1)} to {signed(context, 'weight_kg', high, 1)}"
    text = f"Your weight moves by {signed(context, 'weight_kg', rate, 1)} a week (most likely {ends})"
    if high < 0:
        text += ": in a deficit muscle grows less, while strength mostly holds."
        yield Reason("energy deficit", text, "possible", MURPHY, "metric:weight_kg")
    else:
        yield Reason("energy deficit", f"{text}: no sign of a deficit.", "no sign", MURPHY, "metric:weight_kg")


def _recovering(context: ToolContext, down: bool) -> Iterator[Reason]:
    found = recovering(context.store, context.user_id, context.local_now.date(), performance_down=down)
    if found is None:
        yield Reason(
            "recovery",
            "There are too few readings of pulse, sleep and the like to judge recovery.",
            "not known",
            MEEUSEN,
        )
        return
    worse = [
        f"{METRIC_WORDS[sign.metric]} {said(context, sign.metric, sign.recent)} (usually {said(context, sign.metric, sign.usual)})"
        for sign in found.worse
    ]
    if not worse:
        looked = ", ".join(METRIC_WORDS[sign.metric] for sign in found.signs)
        yield Reason("recovery", f"The last {RECENT_DAYS} days are as usual for you in {looked}.", "no sign", MEEUSEN)
        return
    text = f"In the last {RECENT_DAYS} days this is worse than usual for you: {', '.join(worse)}."
    yield Reason("recovery", text, "likely" if found.under else "possible", MEEUSEN)

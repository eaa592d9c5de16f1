"""A goal in words: its title where none was given, and why it is on track or not, with the figures."""

from collections.abc import Callable
from datetime import date

from fitzen.goals.models import GoalBody
from fitzen.goals.rules import Aim, Progress, Reading
from fitzen.measurements.rules import METRICS
from fitzen.science.loading import lb_from_kg

CM_PER_INCH = 2.54
M_PER_KM, M_PER_MILE = 1000.0, 1609.344
MINUTE, HOUR = 60, 3600

_METRIC: dict[str, tuple[float, str]] = {"kg": (1, " kg"), "cm": (1, " cm"), "m": (1 / M_PER_KM, " km"), "%": (1, "%")}
_IMPERIAL: dict[str, tuple[float, str]] = _METRIC | {
    "kg": (lb_from_kg(1), " lb"),
    "cm": (1 / CM_PER_INCH, " in"),
    "m": (1 / M_PER_MILE, " mi"),
}
_UNITS: dict[str, str] = {
    "e1rm_kg": "kg",
    "weight_kg": "kg",
    "volume_kg": "kg",
    "distance_m": "m",
    "reps": "reps",
    "streak": "in a row",
    "strength": "of 100",
    "checkins": "check-ins",
} | {name: about.unit for name, about in METRICS.items()}
_NAMES: dict[str, str] = {
    "e1rm_kg": "estimated maximum",
    "weight_kg": "load",
    "volume_kg": "volume",
    "reps": "reps",
    "duration_s": "time",
    "distance_m": "distance",
    "streak": "streak",
    "strength": "strength",
    "checkins": "check-ins",
}
_TIMES = ("duration_s", "time_s")


def amount(goal: GoalBody, value: float, units: str) -> str:
    """Write a value of the goal's metric in the person's units."""
    metric = str(goal.metric)
    if metric in _TIMES:
        return clock(value)
    unit = goal.unit or "" if goal.kind == "custom" else _UNITS[metric]
    factor, mark = (_IMPERIAL if units == "imperial" else _METRIC).get(unit, (1, f" {unit}" if unit else ""))
    return f"{round(value * factor, 1):,g}{mark}" if abs(value) < 1e5 else f"{value * factor:,.0f}{mark}"  # noqa: PLR2004 - g writes more as powers


def clock(seconds: float) -> str:
    """Write a time as 1:05:30 or 25:00."""
    whole = round(seconds)
    minutes = f"{whole % HOUR // MINUTE:02}:{whole % MINUTE:02}"
    return f"{whole // HOUR}:{minutes}" if whole >= HOUR else minutes.removeprefix("0")


def title(goal: GoalBody, name: str, units: str) -> str:
    """Name a goal by what it is about: `name` is that of its exercise or habit."""
    target = amount(goal, goal.target_value, units)
    return _TITLES[goal.kind](goal, name, target)


def _of_lift(goal: GoalBody, name: str, target: str) -> str:
    if goal.distance_m:
        return f"{name}: {goal.distance_m / M_PER_KM:g} km in {target}"
    if goal.metric == "reps":
        return f"{name}: {target}"
    return f"{name}: {_NAMES[str(goal.metric)]} of {target}"


_TITLES: dict[str, Callable[[GoalBody, str, str], str]] = {
    "weight": lambda _, __, target: f"Weigh {target}",
    "strength": _of_lift,
    "cardio": _of_lift,
    "habit": lambda goal, name, target: f"{name}: {'strength ' if goal.metric == 'strength' else ''}{target}",
    "measurement": lambda goal, _, target: f"{METRICS[str(goal.metric)].words.capitalize()}: {target}",
    "custom": lambda _, __, target: f"Reach {target}",
}


def why(goal: GoalBody, aim: Aim, reading: Reading, found: Progress, units: str) -> str:
    """Say with figures where the goal stands, how fast it moves, and when it will be there."""
    if reading.value is None:
        return _NOTHING[goal.kind]
    said = [_standing(goal, aim, reading, found, units)]
    if not found.reached and goal.status != "abandoned":
        said += [_moving(goal, reading, found, units), _due(aim, found)]
    return " ".join(filter(None, said))


_NOTHING: dict[str, str] = {
    "weight": "There is no weigh-in yet. Weigh yourself, and it is followed from there.",
    "measurement": "Nothing of this is measured yet. Measure it once, and it is followed from there.",
    "strength": "This exercise is not logged yet. Its next session counts.",
    "cardio": "This exercise is not logged yet. Its next session counts.",
    "habit": "The habit of this goal is no longer there.",
    "custom": "Nothing is said of it yet. Say how far you are, and it is followed from there.",
}


def _standing(goal: GoalBody, aim: Aim, reading: Reading, found: Progress, units: str) -> str:
    value, target = amount(goal, found.value or 0.0, units), amount(goal, aim.target, units)
    basis = f", by {reading.basis}" if reading.basis else ""
    if found.percent is None or aim.start is None:
        return f"You are at {value}{basis}; the target is {target}."
    if found.reached:
        return f"You are at {value}{basis}: the target of {target} is reached."
    if amount(goal, aim.start, units) == value:
        return f"You start at {value}{basis}; the target is {target}."
    return f"From {amount(goal, aim.start, units)} you have come to {value}{basis}: {found.percent:.0f}% of the way to {target}."


def _moving(goal: GoalBody, reading: Reading, found: Progress, units: str) -> str:
    rate = reading.rate
    if rate is None:
        return "How fast it moves cannot be said yet."
    size = (
        "It does not move"
        if not rate.per_week
        else f"It {'rises' if rate.per_week > 0 else 'falls'} by {_change(goal, rate.per_week, units)} a week"
    )
    if rate.low is not None and rate.high is not None:
        size += f" (most likely {_signed(goal, rate.low, units)} to {_signed(goal, rate.high, units)})"
    if found.expected_on is None:
        return f"{size}, which does not lead there."
    return f"{size}, which leads there about {_day(found.expected_on)}{_range(found)}."


def _change(goal: GoalBody, value: float, units: str) -> str:
    return (
        amount(goal, abs(value), units)
        if abs(value) >= SMALL or not value
        else f"less than {amount(goal, SMALL, units)}"
    )


SMALL = 0.05


def _signed(goal: GoalBody, value: float, units: str) -> str:
    return f"{'-' if value < 0 else '+'}{amount(goal, abs(value), units)}"


def _range(found: Progress) -> str:
    if found.expected_from is None:
        return ""
    until = f"and {_day(found.expected_until)}" if found.expected_until else "and no day that can be named"
    return f", between {_day(found.expected_from)} {until}"


def _due(aim: Aim, found: Progress) -> str:
    if aim.due_on is None:
        return ""
    if found.on_track is None:
        return f"It is due on {_day(aim.due_on)}."
    return f"It is due on {_day(aim.due_on)}: {'on track' if found.on_track else 'not on track'}."


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"

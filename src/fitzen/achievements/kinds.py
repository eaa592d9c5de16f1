"""The milestones there are: few, each for something that was really done, each once in a lifetime.

A kind looks into the log and returns what proves it, or None. What it does not look into is not read (`Log` is lazy).
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from fitzen.achievements.log import Log
from fitzen.records import Json
from fitzen.science.loading import lb_from_kg

KG_PER_TONNE = 1000
WEEK = 7
BENCH, SQUAT, DEADLIFT, PULL_UP = "barbell-bench-press", "barbell-back-squat", "barbell-deadlift", "pull-up"
PULL_UPS = 10
MONTH_WEEKS = 4


class Proof(NamedTuple):
    """What earned it: the day, where it is known; the figure; what was done, in words; where that is from."""

    value: float
    text: str
    on: date | None = None
    sources: Sequence[Json] = ()


class Kind(NamedTuple):
    """One milestone. `share` tells friends of it, in the first person."""

    id: str
    title: str
    share: str
    proof: Callable[[Log], Proof | None]


def _sessions(count: int) -> Kind:
    def proof(log: Log) -> Proof | None:
        total = log.total["sessions"]
        words = "You logged your first workout." if count == 1 else f"You have logged {total:,} workouts."
        return Proof(total, words, sources=[ALL_WORKOUTS]) if total >= count else None

    if count == 1:
        return Kind("first-workout", "First workout", "I logged my first workout with Fitzen.", proof)
    return Kind(f"sessions-{count}", f"{count} workouts", f"{count} workouts logged with Fitzen.", proof)


def _volume(tonnes: int) -> Kind:
    def proof(log: Log) -> Proof | None:
        lifted = log.total["volume_kg"]
        if lifted < tonnes * KG_PER_TONNE:
            return None
        return Proof(
            lifted, f"You have lifted {_tonnes(lifted)} in {log.total['sessions']:,} workouts.", sources=[ALL_WORKOUTS]
        )

    return Kind(f"volume-{tonnes}-t", f"{tonnes:,} tonnes", f"I have lifted {tonnes:,} tonnes in all.", proof)


def _tonnes(kg: float) -> str:
    return f"{kg / KG_PER_TONNE:,.0f} tonnes"


def _times_bodyweight(id: str, exercise_id: str, lift: str, factor: float) -> Kind:
    """A lift of so many times the body weight, as it was weighed last before, within 90 days."""

    def proof(log: Log) -> Proof | None:
        held = log.bests.get(exercise_id, {}).get("weight_kg")
        if held is None or (weight := log.weight_before(held["at"])) is None or held["value"] < factor * weight:
            return None
        ratio = held["value"] / weight
        text = f"You lifted {_kg(held['value'], log)} in the {lift} at a body weight of {_kg(weight, log)}: {ratio:.2f} times."
        return Proof(round(ratio, 3), text, _day(held), [_workout(held)])

    times = "my own weight" if factor == 1 else f"{factor:g} times my own weight"
    title = f"{lift.capitalize()}: {'body weight' if factor == 1 else f'{factor:g} times body weight'}"
    return Kind(id, title, f"I lifted {times} in the {lift}.", proof)


def _pull_ups(log: Log) -> Proof | None:
    held = log.bests.get(PULL_UP, {}).get("reps")
    if held is None or held["value"] < PULL_UPS:
        return None
    return Proof(held["value"], f"You did {held['value']:g} pull-ups in one set.", _day(held), [_workout(held)])


def _first_record(log: Log) -> Proof | None:
    broken = log.broken_record
    if broken is None:
        return None
    workout, record, name = broken
    text = f"You beat your best in the {name} for the first time, in {workout['name']}."
    return Proof(record["value"], text, date.fromisoformat(workout["day"]), [_source(workout["name"], workout["id"])])


def _weeks_as_planned(weeks: int) -> Kind:
    def proof(log: Log) -> Proof | None:
        found = log.weeks_as_planned(weeks)
        if found is None:
            return None
        monday, planned, trained = found
        first = monday - timedelta(weeks=weeks - 1)
        span = (
            f"In the week from {_when(monday)}" if weeks == 1 else f"In each of the {weeks} weeks from {_when(first)}"
        )
        text = f"{span} you trained on as many days as you planned: {planned}."
        return Proof(trained, text, monday + timedelta(days=WEEK - 1), [ALL_WORKOUTS])

    if weeks == 1:
        return Kind("week-as-planned", "A week as planned", "I trained a whole week as planned.", proof)
    return Kind(
        f"weeks-as-planned-{weeks}", f"{weeks} weeks as planned", f"{weeks} weeks in a row trained as planned.", proof
    )


def _streak(days: int) -> Kind:
    def proof(log: Log) -> Proof | None:
        if not (found := [habit for habit in log.habits if _span(habit) >= days]):
            return None
        best = max(found, key=_span)
        longest, unit = best["streak"]["longest"], best["streak"]["unit"]
        text = f"You kept up {best['name']} for {longest} {unit} in a row."
        return Proof(longest, text, sources=[{"label": best["name"], "ref": f"habit:{best['id']}"}])

    return Kind(f"streak-{days}", f"{days} days in a row", f"I kept up a habit for {days} days in a row.", proof)


def _span(habit: Json) -> int:
    """Return the days that the longest streak spans; of a habit with days of the week, those that were due."""
    streak = habit["streak"]
    return int(streak["longest"] * (WEEK if streak["unit"] == "weeks" else 1))


def _first_goal(log: Log) -> Proof | None:
    if log.reached is None:
        return None
    goal = log.reached
    source = {"label": goal["title"], "ref": f"goal:{goal['id']}"}
    return Proof(
        goal["target_value"],
        f"You reached your goal: {goal['title']}.",
        date.fromisoformat(goal["reached_on"]),
        [source],
    )


def _week_of_meals(log: Log) -> Proof | None:
    last = log.days_in_a_row_with_meals(WEEK)
    if last is None:
        return None
    first = last - timedelta(days=WEEK - 1)
    text = f"You logged what you ate on each of the {WEEK} days from {_when(first)} on."
    return Proof(WEEK, text, last, [{"label": "Your meals", "ref": "meals:all"}])


def _weighed(days: int) -> Kind:
    def proof(log: Log) -> Proof | None:
        if log.weighed_days < days:
            return None
        source = {"label": "Your weigh-ins", "ref": "measurements:weight_kg"}
        return Proof(log.weighed_days, f"You have weighed yourself on {log.weighed_days} days.", sources=[source])

    return Kind(f"weighed-{days}", f"{days} days weighed", f"I have followed my weight for {days} days.", proof)


ALL_WORKOUTS: Json = {"label": "All your workouts", "ref": "workouts:all"}


def _workout(held: Json) -> Json:
    return _source(f"The workout of {_when(_day(held))}", held["workout_id"])


def _source(label: str, workout_id: str) -> Json:
    return {"label": label, "ref": f"workout:{workout_id}"}


def _day(held: Json) -> date:
    return date.fromisoformat(held["at"][:10])


def _when(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _kg(value: float, log: Log) -> str:
    return f"{lb_from_kg(value):.0f} lb" if log.imperial else f"{value:g} kg"


KINDS: tuple[Kind, ...] = (
    *(_sessions(count) for count in (1, 10, 25, 50, 100, 250, 500)),
    *(_volume(tonnes) for tonnes in (100, 500, 1000)),
    Kind("first-record", "First record", "I beat my own best for the first time.", _first_record),
    _times_bodyweight("bench-1x", BENCH, "bench press", 1),
    _times_bodyweight("squat-1-5x", SQUAT, "squat", 1.5),
    _times_bodyweight("deadlift-2x", DEADLIFT, "deadlift", 2),
    Kind("pull-ups-10", "Ten pull-ups", "I did ten pull-ups in one set.", _pull_ups),
    _weeks_as_planned(1),
    _weeks_as_planned(MONTH_WEEKS),
    *(_streak(days) for days in (7, 30, 100, 365)),
    Kind("first-goal", "First goal reached", "I reached a goal that I had set myself.", _first_goal),
    Kind("meals-week", "A week of meals", "I logged what I ate for a whole week.", _week_of_meals),
    *(_weighed(days) for days in (7, 30, 100)),
)

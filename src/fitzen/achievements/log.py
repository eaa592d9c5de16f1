"""What the milestones look into: a person's log, each part read once and only if something asks for it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from fitzen.exercises.service import known_exercises
from fitzen.goals import service as goals
from fitzen.habits import service as habits
from fitzen.habits.models import HabitQuery
from fitzen.infra.storage.base import Store
from fitzen.measurements import service as measurements
from fitzen.nutrition import service as nutrition
from fitzen.records import Json
from fitzen.users.service import profile
from fitzen.workouts import service as workouts

MAIN_LIFTS = ("barbell-bench-press", "barbell-back-squat", "barbell-deadlift", "overhead-press", "pull-up")
WEIGHED_WITHIN = timedelta(days=90)
"""What somebody weighed longer before a lift says nothing of it."""
MOST_DAYS = 100
ONE_DAY = timedelta(days=1)
MEALS_BACK = timedelta(days=35)
MOST_WEEKS = 4
WEEK = 7


class Log:
    """A person's log as of now."""

    def __init__(self, store: Store, user_id: str, now: datetime) -> None:
        self._store, self._owner, self._now = store, user_id, now
        self._user = profile(store, user_id)
        self._zone = ZoneInfo(self._user["time_zone"])
        self.today = now.astimezone(self._zone).date()
        self.imperial = self._user["units"] == "imperial"

    def is_today(self, at: str) -> bool:
        """Say whether a time is on the person's day."""
        return datetime.fromisoformat(at).astimezone(self._zone).date() == self.today

    @cached_property
    def total(self) -> Json:
        """{sessions, volume_kg, sets, reps} of all that was ever logged."""
        return workouts.total(self._store, self._owner)

    @cached_property
    def bests(self) -> Mapping[str, Json]:
        """The bests {metric: {value, workout_id, at}} of the main lifts."""
        found = workouts.bests(self._store, self._owner, MAIN_LIFTS)
        return {exercise_id: best["metrics"] for exercise_id, best in found.items()}

    def weight_before(self, at: str) -> float | None:
        """Return what the person weighed last before the end of the day of a lift, or within 90 days before it."""
        lifted = datetime.fromisoformat(at)
        found = measurements.newest_values(self._store, self._owner, "weight_kg", lifted + timedelta(hours=12), limit=1)
        return found[0].value if found and found[0].at > lifted - WEIGHED_WITHIN else None

    @cached_property
    def broken_record(self) -> tuple[Json, Json, str] | None:
        """The earliest workout that holds a best of a main lift and broke a record by it, the record, and the lift's name."""
        ids = {held["workout_id"] for metrics in self.bests.values() for held in metrics.values()}
        found = workouts.workouts_of(self._store, self._owner, sorted(ids)) if ids else []
        broken = [
            (workout, record)
            for workout in sorted(found, key=lambda each: (each["day"], each["id"]))
            for record in workout["records"]
            if record["exercise_id"] in MAIN_LIFTS
        ]
        if not broken:
            return None
        exercise_id = broken[0][1]["exercise_id"]
        return *broken[0], known_exercises(self._store, self._owner, [exercise_id])[exercise_id].name

    def weeks_as_planned(self, weeks: int) -> tuple[date, int, int] | None:
        """Find the last `weeks` weeks in a row with as many days of training as planned.

        Returns the Monday of the last of them, the days planned and the days trained in all. This week counts once it is
        done as planned.
        """
        planned = self._user.get("training_days_per_week")
        if not planned:
            return None
        this = self.today - timedelta(days=self.today.weekday())
        for back in range(MOST_WEEKS + 1 - weeks + 1):
            mondays = [this - timedelta(weeks=back + number) for number in range(weeks)]
            trained = [self._trained.get(monday, 0) for monday in mondays]
            if all(days >= planned for days in trained):
                return mondays[0], planned, sum(trained)
        return None

    @cached_property
    def _trained(self) -> Mapping[date, int]:
        """Count the days with a working set of each of the last weeks, by their Monday."""
        this = self.today - timedelta(days=self.today.weekday())
        found: dict[date, int] = {}
        for each in workouts.workout_days(self._store, self._owner, this - timedelta(weeks=MOST_WEEKS)):
            day = date.fromisoformat(each["day"])
            monday = day - timedelta(days=day.weekday())
            found[monday] = found.get(monday, 0) + (each["sets"] > 0)
        return found

    def days_in_a_row_with_meals(self, days: int) -> date | None:
        """Return the last of so many days in a row with a meal, of the last five weeks; None where there are none."""
        logged = nutrition.days_with_meals(self._store, self._owner, self.today - MEALS_BACK)
        run = 0
        for number, day in enumerate(logged):
            run = run + 1 if number and logged[number - 1] - day == ONE_DAY else 1
            if run == days:
                return logged[number - days + 1]
        return None

    @cached_property
    def habits(self) -> list[Json]:
        """The active habits, each with its streak."""
        found: list[Json] = habits.list_habits(self._store, self._owner, HabitQuery(limit=MOST_DAYS), self._now)[
            "items"
        ]
        return found

    @cached_property
    def reached(self) -> Json | None:
        """The goal that was reached first."""
        return goals.first_reached(self._store, self._owner, self._now)

    @cached_property
    def weighed_days(self) -> int:
        return measurements.days_measured(self._store, self._owner, "weight_kg", MOST_DAYS)

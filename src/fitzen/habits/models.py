"""A habit, what one says of a day, and vacations."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from fitzen.web.answers import ListQuery
from fitzen.web.fields import Day, Id, Model, Name, Notes

EARLIEST = date(2000, 1, 1)
"""No habit starts before; what follows from a habit's days stays cheap to compute from the first."""
MAX_PERIODS = 200
VACATION_ID = "vacation"


def _not_too_early(day: date) -> date:
    if day < EARLIEST:
        raise PydanticCustomError("early", "This must be 2000-01-01 or later.")
    return day


class HabitSchedule(Model):
    """When it is due: each day, on the days of the week (1 Monday to 7 Sunday), or so many days of a week."""

    type: Literal["daily", "weekdays", "times_per_week"]
    days: Annotated[list[Annotated[int, Field(ge=1, le=7)]], Field(min_length=1, max_length=7)] | None = None
    count: Annotated[int, Field(ge=1, le=7)] | None = None

    @model_validator(mode="after")
    def _fits_its_type(self) -> Self:
        for name, owner in (("days", "weekdays"), ("count", "times_per_week")):
            if (getattr(self, name) is not None) != (self.type == owner):
                raise PydanticCustomError(
                    "schedule", "{name} is for {owner}, and needed there.", {"name": name, "owner": owner}
                )
        if self.days is not None and len(set(self.days)) < len(self.days):
            raise PydanticCustomError("twice", "days names a day twice.")
        return self


class HabitTarget(Model):
    """How much makes a day done; for a habit to quit, how much is allowed."""

    value: Annotated[float, Field(gt=0, le=1_000_000)]
    unit: Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[^\x00]*$")]


class TimeOff(Model):
    """From one day to another, both included; without `to` until further notice."""

    model_config = ConfigDict(serialize_by_alias=True)

    from_: Annotated[Day, AfterValidator(_not_too_early), Field(alias="from")]
    to: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.to is not None and self.to < self.from_:
            raise PydanticCustomError("order", "to must not be before from.")
        return self


Periods = Annotated[list[TimeOff], Field(max_length=MAX_PERIODS)]


class HabitBody(Model):
    """What a person says of a habit. `start_on` is today where it is not said. From `archived_on` on nothing is due."""

    name: Name
    kind: Literal["build", "quit"] = "build"
    schedule: HabitSchedule
    target: HabitTarget | None = None
    start_on: Annotated[Day, AfterValidator(_not_too_early)] | None = None
    reminder_id: Id | None = None
    pauses: Periods = []
    archived_on: Day | None = None

    @model_validator(mode="after")
    def _quit_by_days(self) -> Self:
        if self.kind == "quit" and self.schedule.type == "times_per_week":
            raise PydanticCustomError("quit", "A habit to quit has days, not a number of times a week.")
        return self


class HabitIn(HabitBody):
    """A habit to save. With an `id` of the client's the same can be sent again without harm."""

    model_config = {
        "json_schema_extra": {
            "examples": [
                {
                    "name": "Drink water",
                    "schedule": {"type": "daily"},
                    "target": {"value": 2000, "unit": "ml"},
                    "start_on": "2026-11-23",
                },
                {"name": "Run", "schedule": {"type": "times_per_week", "count": 3}},
                {"name": "No smoking", "kind": "quit", "schedule": {"type": "daily"}},
            ]
        }
    }

    id: Id | None = None


class Streak(Model):
    """Successes in a row, by days that were due or by weeks; what is paused neither adds nor breaks."""

    current: int
    longest: int
    unit: Literal["days", "weeks"]


class HabitDay(Model):
    """How the person's today stands."""

    day: Day
    due: bool
    done: bool
    value: float | None = None


class RecentCheckin(Model):
    day: Day
    value: float | None = None


class Habit(HabitBody):
    """A habit as read. `checkins` are those of the last two weeks; `days_since_slip` is for one to quit."""

    id: Id
    streak: Streak
    strength: Annotated[float, Field(ge=0, le=100)]
    today: HabitDay
    checkins: list[RecentCheckin]
    days_since_slip: int | None = None


class HabitQuery(ListQuery):
    archived: bool = False


class CheckinIn(Model):
    """What was done on a day. `value` counts to the target (without one it is done); for a habit to quit, slips."""

    model_config = {"json_schema_extra": {"examples": [{}, {"value": 2250, "note": "Felt easy"}]}}

    value: Annotated[float, Field(ge=0, le=1_000_000)] | None = None
    note: Notes | None = None


class CheckinBody(CheckinIn):
    """A check-in as its own record, so that a phone can send it late, in any order and twice.

    One that was taken back stays as `cleared`: it is checked again by a change of that version, never by an old create.
    """

    model_config = {"json_schema_extra": {"examples": []}}

    habit_id: Id
    day: Day
    cleared: bool = False

    @property
    def id(self) -> str:
        """The id that it has, whether it is said or not: two phones that check one day mean one record."""
        return f"{self.habit_id}.{self.day.isoformat()}"

    @model_validator(mode="after")
    def _nothing_left(self) -> Self:
        if self.cleared and (self.value is not None or self.note is not None):
            raise PydanticCustomError("cleared", "A check-in that was taken back has no value and no note.")
        return self


class Checkin(CheckinIn):
    """A check-in as stored."""

    model_config = {"json_schema_extra": {"examples": []}}

    id: str
    habit_id: Id
    day: Day
    cleared: bool


class VacationBody(Model):
    """Every time that a person was, or will be, away from all habits."""

    periods: Periods = []

    @property
    def id(self) -> str:
        """A person has one record of vacations."""
        return VACATION_ID


class Vacation(Model):
    """Every vacation; `on` says whether it is one today."""

    periods: Periods
    on: bool


class CalendarQuery(Model):
    """Which days: both ends included, a year at most; the last five weeks where it is not said."""

    from_: Annotated[Day | None, Field(alias="from")] = None
    to: Day | None = None


class CalendarDay(Model):
    """`missed` is said once the day is over. By times a week no day is missed: see `weeks`."""

    day: Day
    due: bool
    done: bool
    paused: bool
    missed: bool
    value: float | None = None
    note: str | None = None


class CalendarWeek(Model):
    """A week, by its Monday, of a habit by times a week: how many days of it were done."""

    week: Day
    done: int
    count: int
    missed: bool


class Calendar(Model):
    habit_id: Id
    days: list[CalendarDay]
    weeks: list[CalendarWeek]

"""A goal: what somebody wants to reach. Progress is computed when it is read."""

from typing import Annotated, Literal, NamedTuple, Self, get_args

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from fitzen.measurements.models import Metric as Measured
from fitzen.web.fields import Day, Id, Model, Name, Notes
from fitzen.workouts.models import ExerciseId

Kind = Literal["weight", "strength", "habit", "cardio", "measurement", "custom"]
Status = Literal["active", "reached", "abandoned"]
Lifted = Literal["e1rm_kg", "weight_kg", "volume_kg", "reps", "duration_s", "distance_m", "time_s"]
Kept = Literal["streak", "strength", "checkins"]
Metric = Lifted | Kept | Measured | Literal["value"]
"""What is counted. `time_s` is the time over `distance_m`, and `value` what the person says themselves."""

Amount = Annotated[float, Field(ge=-1_000_000_000, le=1_000_000_000)]
Unit = Annotated[str, StringConstraints(min_length=1, max_length=20, strip_whitespace=True, pattern=r"^[^\x00]*$")]


class Rule(NamedTuple):
    """What a kind of goal takes: its metrics, which one unless said (None: see `GoalBody`), and the fields it needs."""

    metrics: tuple[str, ...]
    default: str | None
    needs: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()


KINDS: dict[Kind, Rule] = {
    "weight": Rule(("weight_kg",), "weight_kg"),
    "strength": Rule(get_args(Lifted), None, frozenset({"exercise_id"})),
    "cardio": Rule(get_args(Lifted), None, frozenset({"exercise_id"})),
    "habit": Rule(get_args(Kept), "streak", frozenset({"habit_id"})),
    "measurement": Rule(get_args(Measured), None, frozenset({"metric"})),
    "custom": Rule(("value",), "value", takes=frozenset({"current_value", "unit"})),
}
OF_A_KIND = ("exercise_id", "habit_id", "distance_m", "current_value", "unit")
"""The fields that only some kinds have."""


class GoalBody(Model):
    """What a person says of a goal.

    `start_on` is today unless said; `start_value` is what the records say of that day, where they do. A lift is followed by
    what its exercise is measured in, unless `metric` says otherwise; a measurement must name it. `current_value` is for a
    custom goal, whose figures only the person knows.
    """

    kind: Kind
    title: Name | None = None
    metric: Metric | None = None
    target_value: Amount
    start_value: Amount | None = None
    start_on: Day | None = None
    due_on: Day | None = None
    exercise_id: ExerciseId | None = None
    habit_id: Id | None = None
    distance_m: Annotated[float, Field(gt=0, le=1_000_000)] | None = None
    current_value: Amount | None = None
    unit: Unit | None = None
    note: Notes | None = None
    status: Status = "active"

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        rule = KINDS[self.kind]
        if self.metric is None:
            self.metric = rule.default  # type: ignore[assignment] # a name of the table
        if self.metric is not None and self.metric not in rule.metrics:
            raise PydanticCustomError(
                "metric",
                "The metric of a {kind} goal is one of {metrics}.",
                {"kind": self.kind, "metrics": ", ".join(rule.metrics)},
            )
        needs = rule.needs | ({"distance_m"} if self.metric == "time_s" else set())
        for name in ("metric", *OF_A_KIND):
            self._check_field(name, needed=name in needs, taken=name == "metric" or name in needs | rule.takes)
        return self

    def _check_field(self, name: str, *, needed: bool, taken: bool) -> None:
        given = getattr(self, name) is not None
        if needed and not given:
            raise PydanticCustomError(
                "needed", "A {kind} goal of this kind needs {name}.", {"kind": self.kind, "name": name}
            )
        if given and not taken:
            raise PydanticCustomError("unused", "A {kind} goal has no {name}.", {"kind": self.kind, "name": name})

    @model_validator(mode="after")
    def _is_due_after_it_starts(self) -> Self:
        if self.start_on is not None and self.due_on is not None and self.due_on <= self.start_on:
            raise PydanticCustomError("due", "due_on must come after start_on.")
        return self


class GoalIn(GoalBody):
    """A goal to save. With an `id` of the client's the same can be sent again without harm."""

    model_config = {
        "json_schema_extra": {
            "examples": [
                {"kind": "weight", "target_value": 68, "due_on": "2027-04-01"},
                {"kind": "strength", "exercise_id": "barbell-bench-press", "metric": "weight_kg", "target_value": 100},
                {"kind": "custom", "title": "Read 12 books", "target_value": 12, "current_value": 3, "unit": "books"},
            ]
        }
    }

    id: Id | None = None


class Progress(Model):
    """How far it has come. Rates are of the metric's unit a week; the ranges hold the truth 9 times in 10.

    `expected_on` is when it is reached if it goes on like this, `expected_from` and `expected_until` its range; the latter
    is absent where it may never be.
    """

    value: float | None = None
    percent: Annotated[float, Field(ge=0, le=100)] | None = None
    rate_per_week: float | None = None
    rate_low: float | None = None
    rate_high: float | None = None
    expected_on: Day | None = None
    expected_from: Day | None = None
    expected_until: Day | None = None
    on_track: bool | None = None


class Said(Model):
    """What the person said of a custom goal, and on which day."""

    on: Day
    value: float


class Goal(GoalBody):
    """A goal as read. `reached_on` is the day from which on it is known to be reached, and stays so."""

    id: Id
    title: Name
    metric: Metric
    start_on: Day
    reached_on: Day | None = None
    history: list[Said] = []
    progress: Progress
    why: str
    warnings: list[str] = []

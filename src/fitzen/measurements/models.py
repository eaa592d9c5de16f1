"""A measurement: one metric at one time."""

from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from fitzen.web.answers import ListQuery
from fitzen.web.fields import Day, Id, Model, Notes, Timestamp

Metric = Literal[
    "weight_kg", "body_fat_pct", "waist_cm", "hip_cm", "chest_cm", "arm_cm", "thigh_cm", "calf_cm", "neck_cm",
    "shoulders_cm", "resting_hr_bpm", "hrv_ms", "systolic_mmhg", "diastolic_mmhg", "sleep_h", "steps",
    "active_energy_kcal",
]  # fmt: skip


class Bounds(NamedTuple):
    """The values that a person can have at all, in the metric's unit; both ends belong to it."""

    low: float
    high: float


BOUNDS: dict[str, Bounds] = {
    "weight_kg": Bounds(20, 500),
    "body_fat_pct": Bounds(2, 75),
    "waist_cm": Bounds(30, 300),
    "hip_cm": Bounds(30, 300),
    "chest_cm": Bounds(30, 300),
    "arm_cm": Bounds(10, 100),
    "thigh_cm": Bounds(15, 150),
    "calf_cm": Bounds(10, 100),
    "neck_cm": Bounds(15, 100),
    "shoulders_cm": Bounds(50, 250),
    "resting_hr_bpm": Bounds(20, 250),
    "hrv_ms": Bounds(1, 500),
    "systolic_mmhg": Bounds(40, 300),
    "diastolic_mmhg": Bounds(20, 200),
    "sleep_h": Bounds(0, 24),
    "steps": Bounds(0, 200_000),
    "active_energy_kcal": Bounds(0, 20_000),
}


class MeasurementBody(Model):
    taken_at: Timestamp
    metric: Metric
    value: float
    note: Notes | None = None
    source: Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[\w .:-]+$")] = "manual"

    @model_validator(mode="after")
    def _possible(self) -> Self:
        low, high = BOUNDS[self.metric]
        if not low <= self.value <= high:
            raise PydanticCustomError(
                "impossible",
                "value must be from {low} to {high} for {metric}.",
                {"low": f"{low:g}", "high": f"{high:g}", "metric": self.metric},
            )
        return self


class MeasurementIn(MeasurementBody):
    """A measurement to save. With an `id` of the client's the same can be sent again without harm."""

    model_config = {
        "json_schema_extra": {
            "examples": [{"taken_at": "2026-11-23T07:10:00+01:00", "metric": "weight_kg", "value": 71.4}]
        }
    }

    id: Id | None = None


class Measurement(MeasurementBody):
    """A measurement as stored. `day` is the local date at the offset of `taken_at`."""

    id: Id
    day: Day


class MeasurementQuery(ListQuery):
    metric: Metric | None = None

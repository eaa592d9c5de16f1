"""A measurement: one metric at one time."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from fitzen.measurements.rules import METRICS
from fitzen.web.answers import ListQuery
from fitzen.web.fields import Day, Id, Model, Notes, Timestamp

Metric = Literal[
    "weight_kg", "height_cm", "body_fat_pct", "lean_mass_kg", "muscle_mass_kg", "body_water_pct", "waist_cm", "hip_cm",
    "chest_cm", "shoulders_cm", "neck_cm", "arm_cm", "forearm_cm", "thigh_cm", "calf_cm", "resting_hr_bpm", "hrv_ms",
    "systolic_mmhg", "diastolic_mmhg", "spo2_pct", "respiratory_rate_bpm", "temperature_c", "vo2max_ml_kg_min",
    "glucose_mmol_l", "sleep_h", "steps", "distance_m", "floors", "active_energy_kcal", "mood_1_5", "energy_1_5",
    "soreness_1_5", "stress_1_5",
]  # fmt: skip
MAX_BATCH = 90
"""One operation each in one write, which takes 99 of one person's."""


class MeasurementFields(Model):
    """What is kept of a measurement; `source` says where it came from: `manual`, a device, an import."""

    taken_at: Timestamp
    metric: Metric
    value: float
    note: Notes | None = None
    source: Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[\w .:-]+$")] = "manual"


class MeasurementBody(MeasurementFields):
    """`confirmed` is a yes to the question whether an unusual value is right; it is not kept."""

    confirmed: Annotated[bool, Field(exclude=True)] = False

    @model_validator(mode="after")
    def _possible(self) -> Self:
        low, high = METRICS[self.metric].possible
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


class BatchIn(Model):
    """What one weighing on a scale, or one look at a device, gave: all of it is saved, or nothing."""

    model_config = {
        "json_schema_extra": {
            "examples": [
                {
                    "items": [
                        {"taken_at": "2026-11-23T07:10:00+01:00", "metric": "weight_kg", "value": 71.4},
                        {"taken_at": "2026-11-23T07:10:00+01:00", "metric": "body_fat_pct", "value": 21.5},
                    ]
                }
            ]
        }
    }

    items: Annotated[list[MeasurementIn], Field(min_length=1, max_length=MAX_BATCH)]


class Measurement(MeasurementFields):
    """A measurement as stored. `day` is the local date at the offset of `taken_at`."""

    id: Id
    day: Day


class Batch(Model):
    """What is stored, in the order in which it was sent."""

    items: list[Measurement]


class MeasurementQuery(ListQuery):
    metric: Metric | None = None


class TrendQuery(Model):
    """Which values: of the 90 days up to `before`, or up to now, unless `after` says otherwise."""

    metric: Metric
    after: Timestamp | None = None
    before: Timestamp | None = None


class TrendPoint(Model):
    """A value as measured, and what is left of it without its swings, with its range, where that can be said."""

    at: Timestamp
    day: Day
    value: float
    level: float | None = None
    low: float | None = None
    high: float | None = None


class MeasurementTrend(Model):
    """How a metric moves, by its newest 500 values at most; `cut` says that there are more.

    Levels and rates are in the metric's unit, rates a week; the ranges hold the truth 9 times in 10. Levels
    take two values, rates values that span a week.
    """

    metric: Metric
    after: Timestamp
    before: Timestamp | None = None
    points: list[TrendPoint]
    cut: bool
    level: float | None = None
    level_low: float | None = None
    level_high: float | None = None
    rate_per_week: float | None = None
    rate_low: float | None = None
    rate_high: float | None = None
    why: str

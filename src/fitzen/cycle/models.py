"""A period as logged, and what is likely to follow."""

from datetime import timedelta
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from fitzen.web.fields import Day, Id, Model, Notes

LONGEST = timedelta(days=60)
Flow = Literal["spotting", "light", "medium", "heavy"]
Symptom = Literal[
    "cramps", "back_pain", "headache", "breast_tenderness", "bloating", "nausea", "fatigue", "poor_sleep", "low_mood",
    "irritability", "cravings", "acne", "diarrhoea", "constipation",
]  # fmt: skip
Phase = Literal["menstrual", "follicular", "ovulation", "luteal"]


class PeriodBody(Model):
    """What a person says of one period. `ended_on` is its last day; without it, it is not over or not said."""

    started_on: Day
    ended_on: Day | None = None
    flow: Flow | None = None
    symptoms: Annotated[list[Symptom], Field(max_length=20)] = []
    note: Notes | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.ended_on is not None and not timedelta() <= self.ended_on - self.started_on <= LONGEST:
            raise PydanticCustomError("ends", "ended_on must not be before started_on, nor over 60 days after it.")
        if len(set(self.symptoms)) < len(self.symptoms):
            raise PydanticCustomError("twice", "symptoms names one twice.")
        return self


class PeriodIn(PeriodBody):
    """A period to log. With an `id` of the client's the same can be sent again without harm."""

    model_config = {
        "json_schema_extra": {
            "examples": [
                {"started_on": "2026-11-02", "ended_on": "2026-11-06", "flow": "medium", "symptoms": ["cramps"]}
            ]
        }
    }

    id: Id | None = None


class Period(PeriodBody):
    id: Id


class NextStart(Model):
    """When the next period starts: the middle, and the days between which it is 9 times in 10."""

    expected_on: Day
    from_: Annotated[Day, Field(alias="from")]
    until: Day


class PhaseToday(Model):
    """Which phase it is likely today: `day` counts from 1 at the first day of bleeding; probabilities add up to 1."""

    name: Phase
    day: int
    probabilities: dict[Phase, float]


class CycleLength(Model):
    """How long a cycle takes in days, from `cycles` own ones and what is usual, and how far single ones stray (SD)."""

    mean: float
    sd: float
    cycles: int
    regularity: Literal["unknown", "regular", "irregular"]


class Prediction(Model):
    """What is likely, and what it is based on. What cannot be told is absent, and `why` says so."""

    next_start: NextStart | None = None
    phase: PhaseToday | None = None
    length: CycleLength | None = None
    why: str


class Cycle(Model):
    """A page of the log, newest first, with what it predicts. `tracking` says whether it is switched on."""

    tracking: bool
    items: list[Period]
    next_cursor: str | None
    prediction: Prediction | None = None
    notice: str

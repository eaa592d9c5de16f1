"""What is shown of days: targets, measured expenditure, summaries."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from fitzen.nutrition.foods.models import Sums
from fitzen.nutrition.models import Slot
from fitzen.users.models import Targets
from fitzen.web.fields import Day, Model

LEAST_OWN_KCAL = 800
"""Below this a diet is a very-low-calorie one, under a physician's supervision (NHLBI 2000, NIH publication 00-4084)."""


class TargetsIn(Model):
    """Targets of a person's own for a day; fibre follows the energy where it is left out."""

    model_config = {
        "json_schema_extra": {"examples": [{"energy_kcal": 2400, "protein_g": 150, "carbs_g": 270, "fat_g": 80}]}
    }

    energy_kcal: Annotated[float, Field(ge=LEAST_OWN_KCAL, le=15_000)]
    protein_g: Annotated[float, Field(ge=0, le=1_000)]
    carbs_g: Annotated[float, Field(ge=0, le=2_000)]
    fat_g: Annotated[float, Field(ge=0, le=1_000)]
    fiber_g: Annotated[float, Field(ge=0, le=200)] | None = None


class AcceptIn(Model):
    """Take this week's target from the measured expenditure. `starts_on` is its Monday, as it was shown."""

    model_config = {"json_schema_extra": {"examples": [{"accept": True, "starts_on": "2026-11-23"}]}}

    accept: Literal[True]
    starts_on: Day


class DayTargets(Model):
    """What a person aims at in a day, with the reasons; none while `missing` names what a profile lacks for it."""

    targets: Targets | None = None
    why: list[str] = []
    missing: list[str] = []


class Formula(Model):
    """What formulas alone expect: resting energy times activity."""

    expenditure_kcal: float
    source: str


class ExpenditureDay(Model):
    """What was known at the end of a day, in kcal with a 90 % interval; `weight_kg` without swings of water.

    `intake_kcal`, `weighed_kg` are what was logged; `complete` how likely the log is the whole day's.
    """

    day: Day
    expenditure_kcal: float
    low: float
    high: float
    weight_kg: float | None = None
    weighed_kg: float | None = None
    intake_kcal: float | None = None
    complete: float | None = None
    paused: bool


class ExplainedExpenditure(Model):
    """What the estimate stands on: counts of the last `days`, means in kcal a day, and sentences."""

    days: int
    logged: int
    partly_logged: int
    weigh_ins: int
    intake_kcal: float | None = None
    weight_change_kg: float | None = None
    stored_kcal: float | None = None
    why: list[str]


class WeekTarget(Model):
    """The target of the week from `starts_on`, from what was known when it began; it counts once it is accepted."""

    starts_on: Day
    targets: Targets
    why: list[str]
    accepted: bool


class Expenditure(Model):
    """What a person really burns. `missing` names what a profile lacks for it; `week` is null before enough is logged."""

    missing: list[str]
    formula: Formula | None = None
    expenditure_kcal: float | None = None
    low: float | None = None
    high: float | None = None
    explanation: ExplainedExpenditure | None = None
    week: WeekTarget | None = None
    series: list[ExpenditureDay]


MAX_SUMMARY_DAYS = 31


class SummaryQuery(Model):
    """One `day` (today if left out), or so many `days` up to it, or an ISO `week` such as 2026-W48."""

    day: Day | None = None
    days: Annotated[int, Field(ge=1, le=MAX_SUMMARY_DAYS)] = 1
    week: Annotated[str, StringConstraints(pattern=r"^\d{4}-W\d{2}$")] | None = None

    @model_validator(mode="after")
    def _one_range(self) -> Self:
        if self.week and (self.day or self.days != 1):
            raise PydanticCustomError("range", "Ask for a week, or for a day and days up to it, not for both.")
        return self


class SlotSummary(Model):
    """What was eaten as one kind of meal: energy and macronutrients."""

    slot: Slot
    items: int
    totals: Sums
    unknown: dict[str, int] = {}


class SummaryDay(Model):
    """A day of the range: energy, macronutrients and water; no items where nothing was logged."""

    day: Day
    items: int
    complete: bool | None = None
    totals: Sums
    water_ml: float


class Micronutrient(Model):
    """A nutrient against its reference intake for this person, in the unit that `nutrient` ends with.

    `amount` is absent where no item gives it; where `unknown` items do not, it is at least that. `kind`: rda covers the
    need of nearly everybody, ai is what seems enough. `over_upper` says whether the upper limit is passed, where food
    counts towards it: some limits are of supplements only.
    """

    nutrient: str
    label: str
    amount: float | None = None
    unknown: int
    reference: float
    kind: Literal["rda", "ai"]
    percent: int | None = None
    upper: float | None = None
    upper_of: Literal["total", "supplements", "retinol", "risk"] | None = None
    over_upper: bool | None = None


class Summary(Model):
    """What was eaten on a day, or a day on average, against targets.

    `totals` of several days are means of the days that give a nutrient; `items`, and `unknown`, how many of them do not
    give it, are those of all days together. `left` is the target less what was eaten. `water_ml` is the mean of days
    with water, `water_target_ml` what to drink of everything. `slots` are sums. `micronutrients` need a birth date.
    """

    starts_on: Day
    ends_on: Day
    days_logged: int
    items: int
    totals: Sums
    unknown: dict[str, int] = {}
    water_ml: float
    water_target_ml: float | None = None
    targets: Targets | None = None
    missing: list[str] = []
    left: Sums | None = None
    slots: list[SlotSummary]
    micronutrients: list[Micronutrient]
    days: list[SummaryDay]

"""A person's profile: what they say of themselves, and what Fitzen adds."""

from datetime import datetime
from functools import cache
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from fitzen.exercises.models import Equipment
from fitzen.web.fields import Day, Id, Model, Name, Timestamp

Units = Literal["metric", "imperial"]
Word = Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True, pattern=r"^[^\x00]*$")]
Words = Annotated[list[Word], Field(max_length=50)]


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _zone(name: str) -> str:
    if name not in _zones():
        raise PydanticCustomError("time_zone", "This is not a time zone, such as Europe/Madrid.")
    return name


TimeZone = Annotated[str, Field(max_length=64), AfterValidator(_zone)]
Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class Dietary(Model):
    pattern: Literal["omnivore", "pescatarian", "vegetarian", "vegan", "halal", "kosher", "keto", "paleo"] | None = None
    allergies: Words = []
    dislikes: Words = []


class CoachPreferences(Model):
    gender: Literal["female", "male", "neutral"] | None = None
    style: Literal["gentle", "direct", "drill"] | None = None


class Screening(Model):
    """Answers to the questions before training (`GET …/screening`); what is left out is not known."""

    active: bool | None = None
    disease: bool | None = None
    symptoms: bool | None = None
    supervised: bool | None = None
    medicines: bool | None = None
    joints: bool | None = None
    intensity: Literal["light", "moderate", "vigorous"] | None = None
    answered_at: Timestamp | None = None


class Health(Model):
    """`cycle_tracking` switches the log of periods on; with `hormonal_contraception` it predicts no phases."""

    conditions: Words = []
    injuries: Words = []
    pregnant: bool | None = None
    clearance: bool | None = None
    cycle_tracking: bool | None = None
    hormonal_contraception: bool | None = None
    screening: Screening | None = None


class Targets(Model):
    energy_kcal: Annotated[float, Field(gt=0, le=15_000)]
    protein_g: Annotated[float, Field(ge=0, le=1_000)]
    carbs_g: Annotated[float, Field(ge=0, le=2_000)]
    fat_g: Annotated[float, Field(ge=0, le=1_000)]
    fiber_g: Annotated[float, Field(ge=0, le=200)]
    source: Annotated[str, Field(min_length=1, max_length=60)]


class QuietHours(Model):
    start: Clock
    end: Clock


Notification = Literal["digest", "weekly_report", "achievements"]


class Notifications(Model):
    """What is sent or written without being asked for; reminders are switched one by one."""

    digest: bool = True
    weekly_report: bool = True
    achievements: bool = True


class Profile(Model):
    """What a person says of themselves; everything may be left out."""

    name: Name | None = None
    birth_date: Day | None = None
    sex: Literal["female", "male", "other"] | None = None
    height_cm: Annotated[float, Field(ge=50, le=280)] | None = None
    time_zone: TimeZone = "UTC"
    units: Units = "metric"
    locale: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] = "en"
    fitness_level: Literal["beginner", "intermediate", "advanced"] | None = None
    activity_level: Literal["sedentary", "light", "moderate", "active", "very_active"] | None = None
    goal: Literal["lose", "maintain", "gain", "perform", "health"] | None = None
    equipment: Annotated[list[Equipment], Field(max_length=60)] = []
    training_days_per_week: Annotated[int, Field(ge=0, le=7)] | None = None
    session_minutes: Annotated[int, Field(ge=10, le=180)] | None = None
    dietary: Dietary = Dietary()
    coach: CoachPreferences = CoachPreferences()
    health: Health = Health()
    quiet_hours: QuietHours | None = None
    notifications: Notifications = Notifications()


class Kept(Model):
    """What only Fitzen sets; a client may send it back as it was."""

    id: Id | None = None
    phone: str | None = None
    email: str | None = None
    targets: Targets | None = None
    subscription_status: Literal["free", "trial", "premium", "expired"] | None = None
    subscription_expires_at: Timestamp | None = None
    onboarding_completed: bool | None = None
    created_at: Timestamp | None = None


class UserIn(Profile, Kept):
    """A whole profile. `phone` and `email` change only through verification."""

    model_config = {
        "json_schema_extra": {
            "examples": [
                {"name": "Ana", "height_cm": 168, "time_zone": "Europe/Madrid", "units": "metric", "goal": "gain"}
            ]
        }
    }


class OnboardingIn(Profile):
    """What onboarding asks; what is sent replaces what was known, the rest stays."""

    model_config = {
        "json_schema_extra": {
            "examples": [
                {
                    "name": "Ana",
                    "birth_date": "1994-05-17",
                    "sex": "female",
                    "height_cm": 168,
                    "time_zone": "Europe/Madrid",
                    "goal": "gain",
                    "fitness_level": "intermediate",
                    "training_days_per_week": 3,
                    "equipment": ["barbell", "dumbbell", "rack"],
                }
            ]
        }
    }


class User(Profile):
    """A person as stored and read."""

    id: Id
    phone: str | None = None
    email: str | None = None
    targets: Targets | None = None
    subscription_status: Literal["free", "trial", "premium", "expired"] = "free"
    subscription_expires_at: Timestamp | None = None
    onboarding_completed: bool = False
    created_at: datetime


class Question(Model):
    id: str
    text: str
    kind: Literal["yes_no", "choice"]
    needed: bool


class ShownScreening(Model):
    """The questions before training and what the answers come to.

    `clearance_before` is the least intensity that a doctor should allow first; `careful`: plans are conservative;
    `ask_again`: the answers are older than a year.
    """

    questions: list[Question]
    answers: Screening
    answered_at: datetime | None
    ask_again: bool
    outcome: Literal["fine", "clearance_needed", "unanswered"]
    clearance_before: Literal["any", "moderate", "vigorous"] | None
    careful: bool
    reasons: list[str]
    text: str

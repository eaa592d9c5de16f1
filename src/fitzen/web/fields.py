"""The types that request models are made of. Every one refuses what a store, a phone or a person could not take back."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from fitzen.spanish import Language

FIRST_YEAR, LAST_YEAR = 1900, 2200


class Model(BaseModel):
    """The parent of what a request may carry: an unknown field is an error, a number is a number, never NaN.

    Its errors do not repeat what was sent: one that nobody foresaw ends in the log. Its validator is made when it is used
    first (pydantic does so under a lock): a process uses few of the 300 that there are.
    """

    model_config = ConfigDict(
        extra="forbid", strict=True, allow_inf_nan=False, hide_input_in_errors=True, defer_build=True
    )


class AnswerModel(BaseModel):
    """The parent of what only goes out: it documents an answer, and its validator too is made when it is used first."""

    model_config = ConfigDict(defer_build=True)


class LanguageQuery(Model):
    """The language of names and cues. It is a part of the URL, so that a cache tells the answers apart."""

    lang: Language = "en"


def no_nul(text: str) -> str:
    if "\0" in text:
        raise PydanticCustomError("nul", "It has a character (NUL) that cannot be stored.")
    return text


def _plausible(at: datetime) -> datetime:
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise PydanticCustomError("year", "The year is not plausible.")
    return at


def _plausible_day(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise PydanticCustomError("year", "The year is not plausible.")
    return day


def _uuid(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        raise PydanticCustomError("uuid", "This is not a UUID.") from None


UUID_PATTERN = r"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"
Id = Annotated[
    str, StringConstraints(pattern=UUID_PATTERN), AfterValidator(_uuid), Field(json_schema_extra={"format": "uuid"})
]
Timestamp = Annotated[AwareDatetime, AfterValidator(_plausible)]
Day = Annotated[date, AfterValidator(_plausible_day)]

MAX_NAME = 120
Name = Annotated[
    str, StringConstraints(min_length=1, max_length=MAX_NAME, strip_whitespace=True), AfterValidator(no_nul)
]
Notes = Annotated[str, StringConstraints(max_length=4000), AfterValidator(no_nul)]

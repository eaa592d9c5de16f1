"""A milestone that somebody has reached, once and for all."""

from typing import Annotated

from pydantic import Field

from fitzen.web.fields import Day, Model, Timestamp


class Evidence(Model):
    """Where the figure comes from, such as `workout:<id>`."""

    label: str
    ref: str


class Achievement(Model):
    """`text` says what was done, with its figures; `share` is what one may pass on to friends."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    title: str
    text: str
    share: str
    earned_on: Day
    awarded_at: Timestamp
    value: float
    evidence: list[Evidence]


class Achievements(Model):
    """A page of what somebody has, newest first. `earned` names what this call found, `of` is how many there are to earn."""

    items: list[Achievement]
    next_cursor: str | None
    earned: list[str]
    of: int

"""A reminder as it is sent, stored and read."""

import re
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from fitzen.measurements.models import Metric
from fitzen.users.models import Clock
from fitzen.web.fields import UUID_PATTERN, Id, Model, Name, Timestamp

Kind = Literal["workout", "meal", "water", "habit", "measurement", "custom"]
Weekday = Annotated[int, Field(ge=1, le=7)]
Channel = Literal["push", "email", "sms"]
Text = Annotated[str, StringConstraints(min_length=1, max_length=500, strip_whitespace=True, pattern=r"^[^\x00]*$")]
Minutes = Annotated[int, Field(ge=1, le=24 * 60)]
SNOOZE = 10
"""Minutes, where neither the request nor the reminder says."""

_ONE_OF: dict[str, tuple[str, ...]] = {
    "meal": ("breakfast", "lunch", "dinner", "snack"),
    "measurement": get_args(Metric),
}


def _is_uuid(text: str) -> bool:
    return re.fullmatch(UUID_PATTERN, text) is not None


class ReminderBody(Model):
    """When to remind, of what and by which way.

    `at_local` is a time of day where the person is, on `days` (1 Monday to 7 Sunday; every day
    when there are none); `once_at` is one moment
    instead. `only_if_not_done` looks first whether the day has it already: a workout; a meal, of the slot in
    `target_id`; water in the last two hours; the habit in `target_id`, or it is not due; a measurement, of the metric in `target_id`.
    `snooze` is how many minutes a snooze lasts that does not say.
    """

    kind: Kind
    title: Name
    body: Text | None = None
    at_local: Clock | None = None
    days: Annotated[list[Weekday], Field(max_length=7)] = []
    once_at: Timestamp | None = None
    enabled: bool = True
    channels: Annotated[list[Channel], Field(min_length=1, max_length=3)] = ["push"]
    snooze: Minutes | None = None
    only_if_not_done: bool = False
    target_id: Annotated[str, Field(min_length=1, max_length=60)] | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.at_local is None) == (self.once_at is None):
            raise PydanticCustomError("when", "Give either at_local or once_at.")
        if self.once_at is not None and self.days:
            raise PydanticCustomError("when", "days go with at_local, not with once_at.")
        if len(set(self.days)) < len(self.days) or len(set(self.channels)) < len(self.channels):
            raise PydanticCustomError("twice", "A day or a channel is named twice.")
        self._check_target()
        return self

    def _check_target(self) -> None:
        target = self.target_id
        if self.kind == "habit":
            if target is None or not _is_uuid(target):
                raise PydanticCustomError("target", "target_id must be the id of the habit.")
            self.target_id = target.lower()  # as ids are stored
        elif target is not None and target not in _ONE_OF.get(self.kind, ()):
            allowed = _ONE_OF.get(self.kind)
            hint = f"target_id must be one of {', '.join(allowed)}." if allowed else "This kind has no target_id."
            raise PydanticCustomError("target", "{hint}", {"hint": hint})
        if self.only_if_not_done and self.kind == "custom":
            raise PydanticCustomError(
                "done", "Nothing says whether a custom reminder is done: leave only_if_not_done out."
            )


class ReminderIn(ReminderBody):
    """A reminder to save. With an `id` of the client's the same can be sent again without harm."""

    model_config = {
        "json_schema_extra": {
            "examples": [
                {
                    "kind": "workout",
                    "title": "Time to train",
                    "at_local": "18:00",
                    "days": [1, 3, 5],
                    "channels": ["push"],
                    "only_if_not_done": True,
                }
            ]
        }
    }

    id: Id | None = None


class Reminder(ReminderBody):
    """A reminder as read. `next_due_at` is there when it will come again; `snoozed` when that is because of a snooze."""

    id: Id
    next_due_at: Timestamp | None = None
    snoozed: bool = False


class SnoozeIn(Model):
    """How long to wait; as long as the reminder says, or 10 minutes, when left out."""

    model_config = {"json_schema_extra": {"examples": [{"minutes": 15}]}}

    minutes: Minutes | None = None


class Due(Model):
    """One time that a reminder comes."""

    reminder_id: Id
    kind: Kind
    title: str
    due_at: Timestamp


class Upcoming(Model):
    """What comes in the next seven days, the next first; conditions are looked at only when it is due."""

    items: list[Due]

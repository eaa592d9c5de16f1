"""What a link to end mails holds."""

from typing import Annotated

from pydantic import Field

from fitzen.web.fields import Model

Part = Annotated[str, Field(min_length=1, max_length=200)]


class UnsubscribeQuery(Model):
    """Whose mails, and which: those of a reminder, or else the report of the week. `key` is what the mail's link has."""

    user_id: Part
    reminder_id: Part | None = None
    key: Part

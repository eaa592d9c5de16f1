"""A phone or browser that takes push messages."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from fitzen.web.fields import Model, Timestamp

Token = Annotated[str, StringConstraints(min_length=1, max_length=4000, pattern=r"^[!-~]+$")]
"""As the push service gave it; a browser's subscription is one too, as JSON without spaces."""


class DeviceBody(Model):
    platform: Literal["ios", "android", "web"]
    token: Token
    app_version: Annotated[str, StringConstraints(max_length=40, pattern=r"^[\w.+-]+$")] | None = None
    locale: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")] | None = None


class DeviceIn(DeviceBody):
    """Where to push to. The app sends it at each start: a token that it has not sent for 270 days is forgotten."""

    model_config = {
        "json_schema_extra": {
            "examples": [{"platform": "ios", "token": "ExponentPushToken[x1Y2z3]", "app_version": "1.0.2"}]
        }
    }


class Device(DeviceBody):
    """A device as it is kept."""

    id: Annotated[str, Field(min_length=1, max_length=200)]
    registered_at: Timestamp


class Registered(Device):
    """What an app that registers is told.

    `delivers` is false where pushes only go to an inbox that developers read: then the app reminds by itself.
    """

    delivers: bool

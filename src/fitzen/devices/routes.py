"""The routes of devices: where to push to."""

from flask import Response

from fitzen.devices import service
from fitzen.devices.models import DeviceIn, Registered
from fitzen.web.answers import made, nothing
from fitzen.web.context import infra, now
from fitzen.web.routing import Blueprint

devices = Blueprint("devices", tag="Reminders")
ONE = "/api/users/<user_id>/devices/<device_id>"


@devices.put(ONE)
@devices.input(DeviceIn)
@devices.output(Registered, 201)
@devices.doc(responses={200: "It was registered before; now it is again."})
def register_device(user_id: str, device_id: str, json_data: DeviceIn) -> Response:
    """Register a device for push, at each start of the app; its token is taken from any other account."""
    return made(service.register(infra(), user_id, device_id, json_data, now()))


@devices.delete(ONE)
@devices.doc(responses={204: "Nothing is pushed to it any more."})
def remove_device(user_id: str, device_id: str) -> Response:
    """Remove a device."""
    service.remove(infra(), user_id, device_id)
    return nothing()

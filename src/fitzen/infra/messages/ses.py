"""Email by Amazon SES, API version 2. SES gives each message an id of its own: a key changes nothing here."""

from email.utils import formataddr
from typing import Any

from fitzen.infra.messages.aws import Service
from fitzen.infra.messages.base import Message, list_headers

SUBJECT = "Fitzen"
"""Of a message that has none."""
REFUSALS = frozenset({"MessageRejected", "BadRequestException"})


class Ses:
    """`sender` is a verified address of ours, `name` what is shown for it."""

    def __init__(self, service: Service, sender: str, name: str = "", configuration_set: str | None = None) -> None:
        self._service = service
        self._fixed = {"FromEmailAddress": formataddr((name, sender))}
        if configuration_set:
            self._fixed["ConfigurationSetName"] = configuration_set

    def send(self, message: Message) -> None:
        simple: dict[str, Any] = {
            "Subject": _text(message.subject or SUBJECT),
            "Body": {"Text": _text(message.text)},
        }
        if headers := list_headers(message):
            simple["Headers"] = [{"Name": name, "Value": value} for name, value in headers.items()]
        destination = {"ToAddresses": [message.to]}
        self._service.call("send_email", **self._fixed, Destination=destination, Content={"Simple": simple})

    def ping(self) -> None:
        self._service.ping()


def _text(data: str) -> dict[str, Any]:
    return {"Data": data, "Charset": "UTF-8"}

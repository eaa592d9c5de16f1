"""SMS by Amazon SNS: Publish to a number. SNS knows no idempotency for numbers: a key changes nothing here."""

from fitzen.infra.messages.aws import Service
from fitzen.infra.messages.base import Message

LONGEST = 1600
"""Characters that one Publish takes; SNS cuts it into parts of 160 or 70 (with letters beyond GSM 03.38), each billed."""
REFUSALS = frozenset(
    {"InvalidParameter", "InvalidParameterValue", "ParameterValueInvalid", "OptedOut", "ValidationException"}
)


class Sns:
    """`sender` is shown as who it is from, where the receiver's country allows that; `origination` a number of ours.

    `max_price` is in US dollars, the most that one part of a message may cost; nothing is sent for more.
    """

    def __init__(
        self, service: Service, sender: str | None = None, max_price: str | None = None, origination: str | None = None
    ) -> None:
        given = {
            "AWS.SNS.SMS.SMSType": "Transactional",  # by the most reliable route
            "AWS.SNS.SMS.SenderID": sender,
            "AWS.MM.SMS.OriginationNumber": origination,
        }
        attributes = {name: {"DataType": "String", "StringValue": value} for name, value in given.items() if value}
        if max_price:
            attributes["AWS.SNS.SMS.MaxPrice"] = {"DataType": "Number", "StringValue": max_price}
        self._service = service
        self._attributes = attributes

    def send(self, message: Message) -> None:
        """Send the text alone: an SMS has no subject."""
        text = message.text if len(message.text) <= LONGEST else f"{message.text[: LONGEST - 1]}…"
        self._service.call("publish", PhoneNumber=message.to, Message=text, MessageAttributes=self._attributes)

    def ping(self) -> None:
        self._service.ping()

"""SMS_URL, MAIL_URL, PUSH_URL and TOPICS_URL -> an adapter, imported when its URL asks for it. Nothing connects."""

import re
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from fitzen.config import Settings, SettingsError
from fitzen.infra.messages.base import Messages, Topics
from fitzen.infra.urls import LOOPBACK, is_safe, query_of

ADDRESS = re.compile(r"[^@\s<>,;\"]+@[A-Za-z0-9.-]+")
REGION = re.compile(r"[a-z]{2,5}(-[a-z]+)+-\d")
SENDER = re.compile(r"(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{1,11}")
PRICE = re.compile(r"\d{1,2}(\.\d{1,5})?")
NUMBER = re.compile(r"\+?\d{3,15}")
PREFIX = re.compile(r"arn:aws[a-z-]*:sns:(?P<region>[a-z0-9-]+):\d{12}:[A-Za-z0-9_-]{1,240}")

SNS = (
    "SMS_URL takes sns: or sns:region, with ?sender= (up to 11 letters and figures), max_price= (US dollars a part, such as "
    "0.10), origination= (a number of yours) and endpoint=."
)
SES = (
    "MAIL_URL takes ses:coach@example.com, with ?name=, region=, configuration_set= and endpoint=; or "
    "smtp://user:password@host:587?from=coach@example.com, or smtps:// with TLS from the first byte, with &name=."
)
EXPO = "PUSH_URL takes expo:, with ?endpoint= for a stand-in; the access token, if there is one, is EXPO_ACCESS_TOKEN."
SNS_TOPICS = (
    "TOPICS_URL takes sns: and what the topics' ARNs have in common, such as sns:arn:aws:sns:eu-west-1:123456789012:fitzen for "
    "fitzen-reminders and fitzen-achievements, with ?endpoint= for a stand-in."
)
ENDPOINT = "{variable}: the endpoint is https://host; http:// only on this machine."


def sms(settings: Settings) -> Messages:
    """Build what sends SMS. Raises SettingsError."""
    url = settings.sms_url
    if url.startswith("inbox:"):
        return _inbox(url, "sms")
    place, asked = _apart(url, "sns:", {"sender", "max_price", "origination", "region", "endpoint"}, SNS)
    checks = {"sender": SENDER, "max_price": PRICE, "origination": NUMBER}
    if any(name in asked and not pattern.fullmatch(asked[name]) for name, pattern in checks.items()):
        raise SettingsError(SNS)
    region = _region(place or asked.get("region") or settings.aws_region, SNS)
    from fitzen.infra.messages.aws import Service
    from fitzen.infra.messages.sns import REFUSALS, Sns

    service = Service("sns", region, _endpoint(asked, "SMS_URL"), REFUSALS)
    return Sns(service, asked.get("sender"), asked.get("max_price"), asked.get("origination"))


def mail(settings: Settings) -> Messages:
    """Build what sends email. Raises SettingsError."""
    url = settings.mail_url
    if url.startswith("inbox:"):
        return _inbox(url, "email")
    if url.startswith(("smtp:", "smtps:")):
        return _smtp(urlsplit(url))
    sender, asked = _apart(url, "ses:", {"name", "region", "configuration_set", "endpoint"}, SES)
    if not ADDRESS.fullmatch(sender):
        raise SettingsError(SES)
    region = _region(asked.get("region") or settings.aws_region, SES)
    from fitzen.infra.messages.aws import Service
    from fitzen.infra.messages.ses import REFUSALS, Ses

    service = Service("sesv2", region, _endpoint(asked, "MAIL_URL"), REFUSALS)
    return Ses(service, sender, asked.get("name", ""), asked.get("configuration_set"))


def push(settings: Settings) -> Messages:
    """Build what pushes. Raises SettingsError."""
    url = settings.push_url
    if url.startswith("inbox:"):
        return _inbox(url, "push")
    place, asked = _apart(url, "expo:", {"endpoint"}, EXPO)
    if place:
        raise SettingsError(EXPO)
    from fitzen.infra.messages.expo import URL, Expo

    return Expo(_endpoint(asked, "PUSH_URL") or URL, settings.expo_access_token)


def topics(settings: Settings) -> Topics | None:
    """Build what events are told to; None where TOPICS_URL is empty. Raises SettingsError."""
    if not settings.topics_url:
        return None
    prefix, asked = _apart(settings.topics_url, "sns:", {"endpoint"}, SNS_TOPICS)
    found = PREFIX.fullmatch(prefix)
    if not found:
        raise SettingsError(SNS_TOPICS)
    from fitzen.infra.messages.aws import Service
    from fitzen.infra.messages.topics import SnsTopics

    return SnsTopics(Service("sns", found["region"], _endpoint(asked, "TOPICS_URL")), prefix)


def _inbox(url: str, channel: str) -> Messages:
    from fitzen.infra.messages.local import Inbox

    return Inbox(Path(url.removeprefix("inbox:")), channel)


def _smtp(parts: SplitResult) -> Messages:
    asked = _asked(parts.query, {"from", "name"}, SES)
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise SettingsError(SES) from None
    sender = asked.get("from", "")
    if not host or parts.path.strip("/") or parts.fragment or not ADDRESS.fullmatch(sender):
        raise SettingsError(f"{SES} An @, : or / in a user or a password is written as %40, %3A or %2F.")
    if bool(parts.username) != bool(parts.password):
        raise SettingsError("MAIL_URL: give a user and a password, or neither.")
    from fitzen.infra.messages.smtp import Server, Smtp

    encrypted = "tls" if parts.scheme == "smtps" else "none" if host in LOOPBACK else "starttls"
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    server = Server(host, port or (465 if encrypted == "tls" else 587), encrypted, user, password)
    return Smtp(server, sender, asked.get("name", ""))


def _apart(url: str, scheme: str, names: set[str], usage: str) -> tuple[str, dict[str, str]]:
    """Return what is between the scheme and the query, and the query. Raises SettingsError with the usage."""
    if not url.startswith(scheme):
        raise SettingsError(usage)
    place, _, query = url.removeprefix(scheme).partition("?")
    return unquote(place), _asked(query, names, usage)


def _asked(query: str, names: set[str], usage: str) -> dict[str, str]:
    asked = query_of(query)
    if not asked.keys() <= names or any("\n" in value or "\r" in value for value in asked.values()):
        raise SettingsError(usage)
    return asked


def _region(region: str, usage: str) -> str:
    if not REGION.fullmatch(region):
        raise SettingsError(usage)
    return region


def _endpoint(asked: dict[str, str], variable: str) -> str | None:
    """Return the address of a stand-in: encrypted on its way, or on this machine."""
    endpoint = asked.get("endpoint")
    if endpoint is None:
        return None
    if not is_safe(endpoint):
        raise SettingsError(ENDPOINT.format(variable=variable))
    return endpoint

"""The link by which mails of one kind are ended without signing in: whose and which, and a hash with the server's key.

It holds neither an address nor what a reminder is about, and does not expire (RFC 8058): the pepper stays when
SECRET_KEY is changed.
"""

from typing import NamedTuple
from urllib.parse import urlencode

from fitzen.config import Settings
from fitzen.infra import keys

PATH = "/api/mail/unsubscribe"


class Mails(NamedTuple):
    """Mails of one kind to one person: those of a reminder, or else the report of the week."""

    user_id: str
    reminder_id: str | None = None


def link(settings: Settings, mails: Mails) -> str | None:
    """Return the link; None where the server does not know by which address it is reached (`PUBLIC_URL`)."""
    if not settings.public_url:
        return None
    named = {name: value for name, value in mails._asdict().items() if value is not None}
    return f"{settings.public_url}{PATH}?{urlencode(named | {'key': _key(settings, mails)})}"


def is_ours(settings: Settings, mails: Mails, key: str) -> bool:
    """Say whether a link with this key was made here."""
    return keys.same(key, _key(settings, mails))


def _key(settings: Settings, mails: Mails) -> str:
    which = ["weekly_report"] if mails.reminder_id is None else ["reminder", mails.reminder_id]
    return keys.mac(settings.pepper, "unsubscribe", mails.user_id, *which)

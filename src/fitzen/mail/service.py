"""End mails of one kind for whoever holds their link. Links are checked first: see links.py."""

from datetime import datetime
from typing import Literal, NamedTuple

from fitzen.config import Settings
from fitzen.errors import NotFoundError
from fitzen.infra.storage.base import OwnerErasedError, Store
from fitzen.mail import links
from fitzen.mail.links import Mails
from fitzen.mail.models import UnsubscribeQuery
from fitzen.records import loads
from fitzen.reminders import service as reminders
from fitzen.spanish import Language, language_of
from fitzen.users import service as users
from fitzen.users.service import USER

State = Literal["sent", "ended", "gone"]
WRONG = "This link is not whole. Open it again from the mail."


class Found(NamedTuple):
    """`gone`: the reminder or the person is not there any more, so nothing can be switched on again either.

    `language` is that of the person, None where nobody is left.
    """

    state: State
    language: Language | None = None


def mails_of(settings: Settings, query: UnsubscribeQuery) -> Mails:
    """Return which mails a link names. Raises NotFoundError where it was not made here, whoever it names."""
    mails = Mails(query.user_id, query.reminder_id)
    if not links.is_ours(settings, mails, query.key):
        raise NotFoundError(WRONG)
    return mails


def look(store: Store, mails: Mails) -> Found:
    """Say whether mails of this kind are sent."""
    user = store.get(mails.user_id, USER, mails.user_id)
    if user is None:
        return Found("gone")
    profile = loads(user.body)
    language = language_of(profile.get("locale"))
    if mails.reminder_id is None:
        return Found("sent" if users.wants(profile, "weekly_report") else "ended", language)
    reminder = reminders.find(store, mails.user_id, mails.reminder_id)
    if reminder is None:
        return Found("gone", language)
    return Found("sent" if reminders.is_mailed(reminder) else "ended", language)


def end(store: Store, mails: Mails, now: datetime) -> Found:
    """End mails of this kind; where they have ended already, nothing is written. Returns what holds now."""
    found = look(store, mails)
    if found.state != "sent":
        return found
    try:
        if mails.reminder_id is None:
            users.switch_off(store, mails.user_id, "weekly_report")
        else:
            reminders.end_mails(store, mails.user_id, mails.reminder_id, now)
    except (NotFoundError, OwnerErasedError):
        return Found("gone", found.language)  # deleted or erased meanwhile, and its mails with it
    return found._replace(state="ended")

"""The routes of reminders."""

from flask import Response

from fitzen.records import Saved, loads
from fitzen.reminders import service
from fitzen.reminders.models import Reminder, ReminderBody, ReminderIn, SnoozeIn, Upcoming
from fitzen.web import answers
from fitzen.web.answers import ListQuery, if_match, listing, nothing, plain
from fitzen.web.context import caller, infra, now
from fitzen.web.parsing import read_patch
from fitzen.web.routing import Blueprint, patches

reminders = Blueprint("reminders", tag="Reminders")
ONE = "/api/reminders/<user_id>/<reminder_id>"


def _answer(user_id: str, reminder_id: str, saved: Saved) -> Response:
    value = service.shown(infra().store, user_id, reminder_id, saved.body, now())
    return answers.shown(value, saved.version, 201 if saved.created else 200)


@reminders.post("/api/reminders")
@reminders.input(ReminderIn)
@reminders.output(Reminder, 201)
@reminders.doc(responses={200: "It was saved before; here it is."})
def remind(json_data: ReminderIn) -> Response:
    """Save a reminder; the same sent again is answered with what is stored."""
    saved = service.remind(infra().store, caller().user_id, json_data, now())
    return _answer(caller().user_id, str(loads(saved.body)["id"]), saved)


@reminders.get("/api/reminders/<user_id>")
@reminders.input(ListQuery, location="query")
@reminders.output(listing(Reminder))
def list_reminders(user_id: str, query_data: ListQuery) -> Response:
    """List reminders, the last made first, each with when it comes next."""
    return plain(service.list_reminders(infra().store, user_id, query_data, now()))


@reminders.get("/api/reminders/<user_id>/upcoming")
@reminders.output(Upcoming)
def upcoming_reminders(user_id: str) -> Response:
    """Show what comes in the next seven days, the next first."""
    return plain({"items": service.upcoming(infra().store, user_id, now())})


@reminders.get(ONE)
@reminders.output(Reminder)
def get_reminder(user_id: str, reminder_id: str) -> Response:
    """Get one reminder."""
    record = service.get_reminder(infra().store, user_id, reminder_id)
    return _answer(user_id, reminder_id, Saved(record.body, record.version))


@reminders.put(ONE)
@reminders.input(ReminderIn)
@reminders.output(Reminder)
def replace_reminder(user_id: str, reminder_id: str, json_data: ReminderIn) -> Response:
    """Put another reminder in its place; a snooze ends."""
    saved = service.replace_reminder(infra().store, user_id, reminder_id, json_data, now(), if_match())
    return _answer(user_id, reminder_id, saved)


@reminders.patch(ONE)
@reminders.output(Reminder)
@patches(ReminderBody)
def patch_reminder(user_id: str, reminder_id: str) -> Response:
    """Change some fields by JSON Merge Patch; a snooze ends."""
    saved = service.patch_reminder(infra().store, user_id, reminder_id, read_patch(), now(), if_match())
    return _answer(user_id, reminder_id, saved)


@reminders.delete(ONE)
@reminders.doc(responses={204: "It is deleted."})
def delete_reminder(user_id: str, reminder_id: str) -> Response:
    """Delete a reminder."""
    service.delete_reminder(infra().store, user_id, reminder_id, now(), if_match())
    return nothing()


@reminders.post(f"{ONE}/snooze")
@reminders.input(SnoozeIn)
@reminders.output(Reminder)
def snooze_reminder(user_id: str, reminder_id: str, json_data: SnoozeIn) -> Response:
    """Be reminded again in some minutes, or at the reminder's next time, if that is sooner."""
    record = service.snooze(infra().store, user_id, reminder_id, json_data, now())
    return _answer(user_id, reminder_id, Saved(record.body, record.version))

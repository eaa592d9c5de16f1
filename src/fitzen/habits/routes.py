"""The routes of habits, check-ins and vacations."""

from datetime import date

from flask import Response

from fitzen.errors import NotFoundError
from fitzen.habits import service
from fitzen.habits.models import (
    Calendar,
    CalendarQuery,
    Checkin,
    CheckinIn,
    Habit,
    HabitBody,
    HabitIn,
    HabitQuery,
    TimeOff,
    Vacation,
)
from fitzen.records import loads
from fitzen.web.answers import if_match, listing, nothing, one, plain, shown
from fitzen.web.context import caller, infra, now
from fitzen.web.parsing import read_patch
from fitzen.web.routing import Blueprint, patches

habits = Blueprint("habits", tag="Habits")
ALL = "/api/habits/<user_id>"
ONE = "/api/habits/<user_id>/<habit_id>"
CHECKIN = f"{ONE}/checkins/<day>"
VACATION = "/api/habits/<user_id>/vacation"


@habits.post("/api/habits")
@habits.input(HabitIn)
@habits.output(Habit, 201)
@habits.doc(responses={200: "It was saved before; here it is."})
def make_habit(json_data: HabitIn) -> Response:
    """Save a habit; the same sent again is answered with what is stored."""
    saved = service.make_habit(infra().store, caller().user_id, json_data, now())
    return _habit(caller().user_id, loads(saved.body)["id"], 201 if saved.created else 200)


@habits.get(ALL)
@habits.input(HabitQuery, location="query")
@habits.output(listing(Habit))
def list_habits(user_id: str, query_data: HabitQuery) -> Response:
    """List habits with streak and strength as of today, those that started last first; the archived ones apart."""
    return plain(service.list_habits(infra().store, user_id, query_data, now()))


@habits.get(ONE)
@habits.output(Habit)
def get_habit(user_id: str, habit_id: str) -> Response:
    """Get one habit, as of today."""
    return _habit(user_id, habit_id)


@habits.put(ONE)
@habits.input(HabitIn)
@habits.output(Habit)
def replace_habit(user_id: str, habit_id: str, json_data: HabitIn) -> Response:
    """Put another habit in its place; the days so far are judged by it."""
    service.replace_habit(infra().store, user_id, habit_id, json_data, now(), if_match())
    return _habit(user_id, habit_id)


@habits.patch(ONE)
@habits.output(Habit)
@patches(HabitBody)
def patch_habit(user_id: str, habit_id: str) -> Response:
    """Change some fields by JSON Merge Patch; the days so far are judged by what comes out."""
    service.patch_habit(infra().store, user_id, habit_id, read_patch(), now(), if_match())
    return _habit(user_id, habit_id)


@habits.delete(ONE)
@habits.doc(responses={204: "It is deleted."})
def delete_habit(user_id: str, habit_id: str) -> Response:
    """Delete a habit with its check-ins."""
    service.delete_habit(infra().store, user_id, habit_id, now(), if_match())
    return nothing()


@habits.get(f"{ONE}/calendar")
@habits.input(CalendarQuery, location="query")
@habits.output(Calendar)
def get_habit_calendar(user_id: str, habit_id: str, query_data: CalendarQuery) -> Response:
    """Show what each day was: due, done, paused or missed."""
    return plain(service.calendar_of(infra().store, user_id, habit_id, query_data, now()))


@habits.put(CHECKIN)
@habits.input(CheckinIn)
@habits.output(Checkin)
def check_in(user_id: str, habit_id: str, day: str, json_data: CheckinIn) -> Response:
    """Say what was done on a day, today or past; the same again changes nothing."""
    return one(service.check_in(infra().store, user_id, habit_id, _day(day), json_data, now(), if_match()))


@habits.delete(CHECKIN)
@habits.doc(responses={204: "It is taken back."})
def take_back_checkin(user_id: str, habit_id: str, day: str) -> Response:
    """Take back what was said of a day."""
    service.take_back(infra().store, user_id, habit_id, _day(day), now(), if_match())
    return nothing()


@habits.get(VACATION)
@habits.output(Vacation)
def get_vacation(user_id: str) -> Response:
    """Say whether it is vacation, and list every one."""
    return shown(*service.vacation(infra().store, user_id, now()))


@habits.put(VACATION)
@habits.input(TimeOff)
@habits.output(Vacation)
def go_on_vacation(user_id: str, json_data: TimeOff) -> Response:
    """Rest all habits from one day to another, or until further notice; their streaks stay as they are."""
    service.go_on_vacation(infra().store, user_id, json_data, now(), if_match())
    return shown(*service.vacation(infra().store, user_id, now()))


@habits.delete(VACATION)
@habits.doc(responses={204: "It is no vacation."})
def end_vacation(user_id: str) -> Response:
    """Go back to all habits from today on, and call off what is planned."""
    service.end_vacation(infra().store, user_id, now(), if_match())
    return nothing()


def _habit(user_id: str, habit_id: str, status: int = 200) -> Response:
    return shown(*service.get_habit(infra().store, user_id, habit_id, now()), status)


def _day(text: str) -> date:
    """Read the day of a path. Raises NotFoundError when it is none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise NotFoundError("There is no such day. A day looks like 2026-11-23.")
    return day

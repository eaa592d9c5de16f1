"""At each person's morning: the note for Today, and on Mondays the report of the week by email.

The note is in the write that makes the next morning due, and only one that is not there yet is written. The report is
sent under a lease, with a key of its person and week: see reminders/delivery.py for what that promises.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from fitzen.errors import UnavailableError
from fitzen.exercises.service import known_exercises
from fitzen.habits import service as habits
from fitzen.infra.base import Infra
from fitzen.infra.messages.base import Message, RefusedError
from fitzen.infra.storage.base import Clock, Delete, Put, Record, Store
from fitzen.jobs import notes, training_notes
from fitzen.jobs.agenda import DIGEST, dawning, profile_of
from fitzen.jobs.base import Report, clock_from, moved, work_off
from fitzen.jobs.notes import Note, Weight
from fitzen.local_time import DAY, Hours, hours_of, moment
from fitzen.mail import links
from fitzen.mail.links import Mails
from fitzen.measurements.models import MeasurementQuery
from fitzen.measurements.service import list_measurements
from fitzen.nutrition import targets
from fitzen.nutrition.availability import low_energy_availability
from fitzen.records import Json, dumps, loads, midnight
from fitzen.reminders.delivery import LEASE
from fitzen.science.energy import ADULT_AGE
from fitzen.science.targets import no_deficit
from fitzen.spanish import language_of
from fitzen.spoken import spoken
from fitzen.today.service import NOTE
from fitzen.users import health
from fitzen.users import service as users
from fitzen.web.answers import MAX_LIMIT, ListQuery
from fitzen.workouts.history import stats
from fitzen.workouts.service import list_workouts

KEPT = timedelta(days=60)
QUIET_DAYS = {"energy": 7, "record": 0, "streak": 0, "weight": 7, "missed": 7, "under-recovery": 7, "plateau": 21}
"""For how many days a topic is not spoken of again."""
SUBJECT = "Your week with Fitzen"
FOOTER = "You can switch this report off in the app, under Reminders."
LINK = "Or end it here, without signing in: {link}"


def run(infra: Infra, now: datetime) -> Report:
    """Write the notes, and send the reports, of everybody whose morning has come."""
    counts, more = work_off(infra, DIGEST, clock_from(infra, now), _morning)
    return Report("digest", counts, more)


def note_of(store: Store, owner: str, profile: Json, day: date, now: datetime) -> Note | None:
    """Return what is worth saying on a morning, if anything is; what was said lately is not said again."""
    said: dict[str, int] = {}
    for record in store.list(owner, NOTE, limit=8, before=midnight(day.isoformat())).items:
        body = loads(record.body)
        said.setdefault(body["topic"], (day - date.fromisoformat(record.id)).days)
    wanted = (note for note in _notes(store, owner, profile, day, now) if note is not None)
    return next((note for note in wanted if said.get(note.topic, 999) > QUIET_DAYS[note.topic]), None)


def report_of(store: Store, owner: str, profile: Json, monday: date, now: datetime) -> str | None:
    """Return the text of the report on the week before a Monday; None when there is nothing to tell."""
    hours = hours_of(profile)
    weeks = {week["starts_on"]: week for week in stats(store, owner, 3, now)["weeks"]}
    week, before = (weeks[(monday - back * DAY).isoformat()] for back in (7, 14))
    records = sum(len(each["records"]) for each in _workouts(store, owner, hours, monday - 7 * DAY, monday))
    weights = _weights(store, owner, hours, monday - 14 * DAY, monday)
    return notes.weekly_report(week, before, records, weights, monday, profile["units"])


def _morning(infra: Infra, record: Record, clock: Clock) -> str:
    store, owner, now = infra.store, record.owner, clock()
    profile = profile_of(store, owner)
    if profile is None:
        store.write([Delete(*record[:3], record.version)])
        return "gone"
    hours = hours_of(profile)
    day = date.fromisoformat(loads(record.body)["day"])
    if day != now.astimezone(hours.zone).date():
        store.write([dawning(owner, hours, now, record)])
        return "missed"
    written = list(_note_put(store, owner, profile, day, now))
    report = _report(infra, owner, profile, day, now)
    if report is not None:
        leased = moved(record, now + LEASE)
        store.write([leased, *written])
        record, written = record._replace(version=record.version + 1), []
        try:
            infra.mail.send(report)
        except RefusedError:
            report = None  # there is no such mailbox: nobody is to be asked again all day
        except UnavailableError:
            return "later"
    store.write([dawning(owner, hours, now, record), *written])
    return "reported" if report else "noted" if written else "nothing"


def _note_put(store: Store, owner: str, profile: Json, day: date, now: datetime) -> Iterator[Put]:
    if not users.wants(profile, "digest") or store.get(owner, NOTE, day.isoformat(), deleted=True):
        return
    if note := note_of(store, owner, profile, day, now):
        body = dumps({"id": day.isoformat(), "day": day.isoformat(), **note._asdict(), "at": now.isoformat()})
        yield Put(owner, NOTE, day.isoformat(), body, midnight(day.isoformat()), expires_at=now + KEPT)


def _report(infra: Infra, owner: str, profile: Json, day: date, now: datetime) -> Message | None:
    email = profile.get("email")
    if day.isoweekday() != 1 or not email or not users.wants(profile, "weekly_report"):
        return None
    text = report_of(infra.store, owner, profile, day, now)
    if text is None:
        return None
    language = language_of(profile.get("locale"))
    link = links.link(infra.settings, Mails(owner))
    lines = [text, "", FOOTER, *([LINK.format(link=link)] if link else [])]
    said = spoken("\n".join(lines), language)
    return Message(email, said, spoken(SUBJECT, language), f"{owner}.{day:%Y%m%d}.week", unsubscribe=link)


def _notes(store: Store, owner: str, profile: Json, day: date, now: datetime) -> Iterator[Note | None]:
    """Yield the notes that there may be, what matters most first; each reads only when it is asked for."""
    hours, units = hours_of(profile), profile["units"]
    yield notes.energy_note(low_energy_availability(store, owner, now))
    workouts = _workouts(store, owner, hours, day - notes.TRAINED_DAYS * DAY, day + DAY)
    yesterday = [each for each in workouts if each["day"] == (day - DAY).isoformat()]
    broken = {found["exercise_id"] for workout in yesterday for found in workout["records"]}
    names = {id_: exercise.name for id_, exercise in known_exercises(store, owner, broken).items()} if broken else {}
    yield notes.record_note(yesterday, names, units)
    if not (health.pregnant(profile) or health.eating_disorder(profile)):
        weights = _weights(store, owner, hours, day - notes.WEIGHT_DAYS * DAY, day + DAY)
        yield notes.weight_note(weights, _weight_goal(profile, day, weights), units)
    lifts = training_notes.judged(store, owner, workouts, day)
    yield training_notes.recovery_note(store, owner, day, units, lifts)
    yield _streak(store, owner, day, now)
    yield training_notes.plateau_note(lifts, profile.get("goal"), units)
    yield notes.missed_note(workouts, profile.get("training_days_per_week"), day)


def _weight_goal(profile: Json, day: date, weights: Sequence[Weight]) -> str | None:
    """Return what the person wants of their weight; nobody is reminded to lose it who may not."""
    goal: str | None = profile.get("goal")
    age = targets.age_of(profile, day)
    body, _ = targets.body_of(profile, day, weights[0].kg if weights else None)
    minor = age is not None and age < ADULT_AGE
    return None if goal == "lose" and (minor or (body and no_deficit(body))) else goal


def _streak(store: Store, owner: str, day: date, now: datetime) -> Note | None:
    """Look at the longest streak that is at stake today."""
    due = [habit for habit in habits.due_today(store, owner, day) if habit.due and not habit.done]
    if not due:
        return None
    longest = max(due, key=lambda habit: habit.streak)
    streak = habits.get_habit(store, owner, longest.id, now)[0]["streak"]
    return notes.streak_note(longest.name, longest.id, streak["current"], streak["unit"])


def _workouts(store: Store, owner: str, hours: Hours, first: date, before: date) -> Sequence[Json]:
    """Return the workouts of some days, newest first; more than a hundred in four weeks are not looked at."""
    found = list_workouts(store, owner, ListQuery(**_span(hours, first, before)))
    return [loads(record.body) for record in found.items]


def _weights(store: Store, owner: str, hours: Hours, first: date, before: date) -> Sequence[Weight]:
    found = list_measurements(store, owner, MeasurementQuery(metric="weight_kg", **_span(hours, first, before)))
    bodies = (loads(record.body) for record in found.items)
    return [Weight(date.fromisoformat(body["day"]), body["value"]) for body in bodies]


def _span(hours: Hours, first: date, before: date) -> Json:
    after, until = (moment(day, datetime.min.time(), hours.zone) for day in (first, before))
    return {"after": after.astimezone(UTC), "before": until.astimezone(UTC), "limit": MAX_LIMIT}

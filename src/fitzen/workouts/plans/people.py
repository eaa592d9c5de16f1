"""For whom a plan is made: the profile, what is asked for now, and what was trained in the last weeks."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import get_args
from zoneinfo import ZoneInfo

from fitzen.errors import InvalidError
from fitzen.exercises import library, spanish
from fitzen.exercises.models import MUSCLES, Muscle
from fitzen.exercises.search import CERTAIN
from fitzen.exercises.service import own_exercises, resolve_exercise
from fitzen.infra.storage.base import Store
from fitzen.records import Json, loads
from fitzen.science.strength import Set
from fitzen.spoken import spoken
from fitzen.users import screening
from fitzen.users.service import profile
from fitzen.words import plain
from fitzen.workouts.plans.frame import Past, Person
from fitzen.workouts.plans.injuries import PLACES, understand
from fitzen.workouts.plans.models import MIN_MINUTES, Given, Goal, PlanRequest
from fitzen.workouts.plans.volume import in_words
from fitzen.workouts.service import WORKOUT

LOOK_BACK = timedelta(days=84)
"""What was trained in the last twelve weeks says what somebody can do."""
READ = 100
ADULT, MAX_INJURIES = 18, 50
DEFAULT_DAYS, DEFAULT_MINUTES, DEFAULT_WEEKS = 3, 60, 6
FIELDS = Set.__dataclass_fields__.keys()


def person_of(store: Store, user_id: str, asked: PlanRequest, now: datetime) -> Person:
    """Put together what is known and what is asked for.

    Raises InvalidError naming what to avoid is not known, and for whom a doctor should see first.
    """
    stored = profile(store, user_id)
    return _person(store, user_id, _given(store, user_id, stored, asked, _today(stored, now)), stored, now)


def person_now(store: Store, user_id: str, given: Given | None, now: datetime) -> Person:
    """Return somebody for whom a plan was made; injuries and care are as the profile has them now."""
    if given is None:
        return person_of(store, user_id, PlanRequest(), now)
    stored = profile(store, user_id)
    injuries = list(dict.fromkeys([*given.injuries, *_hurts(stored)]))[:MAX_INJURIES]
    with_care = given.careful or careful(stored, _today(stored, now))
    updated = given.model_copy(update={"injuries": injuries, "careful": with_care})
    return _person(store, user_id, updated, stored, now)


def _person(store: Store, user_id: str, given: Given, stored: Json, now: datetime) -> Person:
    check_may_train(stored)
    own = {each.id: each for each in own_exercises(store, user_id).exercises}
    return Person(given, _history(store, user_id, now, _today(stored, now)), own, stored["units"])


def _today(stored: Json, now: datetime) -> date:
    return now.astimezone(ZoneInfo(stored["time_zone"])).date()


def _hurts(stored: Json) -> list[str]:
    health = stored.get("health", {})
    return [*health.get("injuries", []), *(["pregnancy"] if health.get("pregnant") else [])]


def _given(store: Store, user_id: str, stored: Json, asked: PlanRequest, today: date) -> Given:
    """What is asked for now goes before the profile, and what neither says is assumed: three hours a week.

    No equipment in the profile is not known; an empty list that is asked for is none at all.
    """
    avoided = sort_out(store, user_id, asked.avoid)
    return Given(
        goal=asked.goal or _goal(stored),
        level=asked.level or stored.get("fitness_level") or "beginner",
        weeks=asked.weeks or DEFAULT_WEEKS,
        days_per_week=asked.days_per_week or stored.get("training_days_per_week") or DEFAULT_DAYS,
        minutes=asked.minutes or max(MIN_MINUTES, stored.get("session_minutes") or DEFAULT_MINUTES),
        equipment=asked.equipment if asked.equipment is not None else stored.get("equipment") or None,
        injuries=list(dict.fromkeys([*_hurts(stored), *avoided.injuries]))[:MAX_INJURIES],
        focus=list(dict.fromkeys(asked.focus)),
        avoid_exercises=avoided.exercises[:100],
        avoid_muscles=avoided.muscles,
        careful=careful(stored, today),
    )


def _goal(stored: Json) -> Goal:
    return next((goal for goal in get_args(Goal) if goal == stored.get("goal")), "health")


def careful(stored: Json, today: date) -> bool:
    """Whether somebody trains with care: a minor, whoever the screening says so of, any condition without clearance."""
    health = stored.get("health", {})
    born = date.fromisoformat(stored["birth_date"]) if stored.get("birth_date") else None
    minor = born is not None and (today.year - born.year - ((today.month, today.day) < (born.month, born.day))) < ADULT
    return minor or screening.careful(stored) or bool(health.get("conditions") and not health.get("clearance"))


def check_may_train(stored: Json) -> None:
    """Raise InvalidError for whom a doctor should see before any exercise: until then there is no plan."""
    found = screening.screened(stored)
    if found.outcome == "clearance_needed" and found.before == "any":
        raise InvalidError.of("clearance", screening.CLEARANCE["any"]["en"])


class Avoided:
    """What is to be avoided, sorted out."""

    def __init__(self) -> None:
        self.exercises: list[str] = []
        self.muscles: list[Muscle] = []
        self.injuries: list[str] = []


def sort_out(store: Store, user_id: str, words: Iterable[str]) -> Avoided:
    """Say what each word means that is to be avoided. Raises InvalidError naming those that mean nothing here."""
    found = Avoided()
    unknown = [word for word in words if not _sort(store, user_id, word, found)]
    if unknown:
        named = ", ".join(f"\u201c{word}\u201d" for word in unknown)
        raise InvalidError.of("avoid", f"I know no exercise, muscle or injury called {named}.")
    return found


def _sort(store: Store, user_id: str, said: str, into: Avoided) -> bool:
    """Put a word where it belongs: a muscle or a place by its name, an exercise with all of its kind, what hurts.

    A word that is a muscle and a place that may hurt, such as the neck, is both: the safe side.
    """
    name = " ".join(plain(said).replace("-", " ").split())
    muscle, place = _muscles().get(name), name in PLACES
    if muscle or place:
        into.muscles += [muscle] if muscle else []
        into.injuries += [said] if place else []
        return True
    if alike := _kind(name):
        into.exercises += alike
        return True
    if understand([said]).areas:
        into.injuries.append(said)
        return True
    if alike := spanish.of_kind(name):
        into.exercises += alike
        return True
    match = resolve_exercise(store, user_id, said)
    if match.exercise is not None and match.confidence >= CERTAIN:
        into.exercises.append(match.exercise.id)
        return True
    return False


@cache
def _muscles() -> Mapping[str, Muscle]:
    """Return the muscles by their names, English and Spanish."""
    english: dict[str, Muscle] = {each.replace("_", " "): each for each in MUSCLES}
    return {plain(spoken(in_words(each), "es")): each for each in MUSCLES} | english


def _kind(name: str) -> list[str]:
    kind = name.replace(" ", "-")
    kind = kind.removesuffix("s") if not kind.endswith("ss") else kind
    return [id_ for id_ in sorted(library.by_id()) if f"-{kind}-" in f"-{id_}-"]


def _history(store: Store, user_id: str, now: datetime, today: date) -> Mapping[str, Sequence[Past]]:
    """Return each exercise's sessions, newest first. One read."""
    page = store.list(user_id, WORKOUT, after=(now - LOOK_BACK).astimezone(UTC), limit=READ)
    found: dict[str, list[Past]] = {}
    for record in page.items:
        body = loads(record.body)
        ago = max(0, (today - date.fromisoformat(body["day"])).days)
        for entry in body["exercises"]:
            sets = [Set(**{name: value for name, value in each.items() if name in FIELDS}) for each in entry["sets"]]
            found.setdefault(entry["exercise_id"], []).append((ago, sets))
    return found

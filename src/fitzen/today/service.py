"""Today at a glance, in at most six reads however long the history: what is due, what was done, where it goes.

Each part is one list of a feature, or a record of those that are read together. Days begin and end at the person's
midnight; the records of three days are read, because whose day it is is known only with the profile.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from fitzen.achievements.kinds import KINDS
from fitzen.achievements.service import ACHIEVEMENT
from fitzen.errors import NotFoundError
from fitzen.habits.service import VACATION, VACATION_ID, due_on
from fitzen.infra.storage.base import Record, Store
from fitzen.local_time import DAY as ONE_DAY
from fitzen.local_time import local_day
from fitzen.measurements.service import Taken
from fitzen.measurements.trends import newest_weights, weight_of
from fitzen.nutrition import days, targets
from fitzen.nutrition.targets import Person
from fitzen.photos.pictures import AVATAR, PICTURE
from fitzen.records import Json, loads
from fitzen.reminders.service import due_by
from fitzen.science.nutrients import MACROS
from fitzen.users.models import Targets
from fitzen.users.service import USER
from fitzen.workouts.next_session import whose_turn
from fitzen.workouts.plans.turns import ACTIVE, ACTIVE_ID

NOTE = "note"
"""Written by the digest job at the person's morning; its id is the day."""
JUST_AFTER = timedelta(microseconds=1)
NEWS_DAYS = 7
"""For how many days an achievement is shown."""

type Found = Mapping[tuple[str, str], Record]


def today(store: Store, user_id: str, now: datetime) -> Json:
    """Return the person's day as it stands. Raises NotFoundError when there is nobody."""
    found = store.get_many(user_id, _keys(user_id, now))
    if (USER, user_id) not in found:
        raise NotFoundError("There is no user with this id.")
    profile = loads(found[USER, user_id].body)
    day, _, ends = local_day(now, ZoneInfo(profile["time_zone"]))
    weights = newest_weights(store, user_id, now + JUST_AFTER, now)
    eaten = loads(found[days.DAY, str(day)].body) if (days.DAY, str(day)) in found else {}
    aim = _targets(store, user_id, profile, day, weights, now)
    return {
        "day": str(day),
        "targets": aim.model_dump() if aim else None,
        "eaten": _eaten(eaten),
        "next_session": whose_turn(store, user_id, day, found.get((ACTIVE, ACTIVE_ID))),
        "habits": [each._asdict() for each in due_on(store, user_id, day, found.get((VACATION, VACATION_ID)))],
        "weight": weight_of(weights, now),
        "reminders": due_by(store, user_id, ends),
        "note": _note(found.get((NOTE, str(day)))),
        "achievements": _achievements(found, day),
        "has_picture": _has_picture(found.get((PICTURE, AVATAR))),
    }


def _keys(user_id: str, now: datetime) -> list[tuple[str, str]]:
    """Name what is read together: at most a hundred records."""
    around = [str((now + by * ONE_DAY).date()) for by in (-1, 0, 1)]
    return [
        (USER, user_id),
        (VACATION, VACATION_ID),
        (ACTIVE, ACTIVE_ID),
        (PICTURE, AVATAR),
        *((kind, day) for kind in (days.DAY, NOTE) for day in around),
        *((ACHIEVEMENT, kind.id) for kind in KINDS),
    ]


def _targets(
    store: Store, user_id: str, profile: Json, day: date, weights: Sequence[Taken], now: datetime
) -> Targets | None:
    """Return the same targets as everywhere else."""
    weight = weights[0].value if weights else None
    body, missing = targets.body_of(profile, day, weight, lambda: targets.body_fat(store, user_id, now))
    return targets.of_person(Person(profile, day, body, missing))[0]


def _eaten(meal_day: Json) -> Json:
    """Return what was eaten and drunk. Nothing logged is 0; what no item gives is unknown, so it is left out.

    `unknown` says of how many items a nutrient is not known.
    """
    totals, items = meal_day.get("totals", {}), meal_day.get("items", 0)
    unknown = {name: count for name, count in meal_day.get("unknown", {}).items() if name in MACROS}
    return {
        **{name: totals.get(name, 0.0) for name in MACROS if name in totals or not items},
        "water_ml": meal_day.get("water_ml", 0.0),
        "unknown": unknown,
    }


def _note(record: Record | None) -> Json | None:
    if record is None:
        return None
    body = loads(record.body)
    return {"text": body["text"], "sources": body["sources"]}


def _has_picture(record: Record | None) -> bool:
    """Say whether there is one to show: so nobody asks for a picture in vain."""
    return record is not None and "key" in loads(record.body)


def _achievements(found: Found, day: date) -> list[Json]:
    """Return what was earned in the last week, newest first."""
    earned = [loads(record.body) for (kind, _), record in found.items() if kind == ACHIEVEMENT]
    since = str(day - timedelta(days=NEWS_DAYS))
    news = [each for each in earned if each["earned_on"] > since]
    return sorted(news, key=lambda each: (each["earned_on"], each["id"]), reverse=True)

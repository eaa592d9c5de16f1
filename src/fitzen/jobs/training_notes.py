"""The morning's notes on training: a lift that stands still or falls, and signs that somebody recovers less than usual.

Both say what the log shows, with its figures, and what else may look the same; neither says why.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from fitzen.coach.amounts import say
from fitzen.coach.explaining.recovering import METRIC_WORDS, recovering
from fitzen.exercises.service import known_exercises
from fitzen.infra.storage.base import Store
from fitzen.jobs.notes import Note, source
from fitzen.records import Json
from fitzen.science.plateau import LOOK_BACK_DAYS, Plateau, plateau
from fitzen.science.recovery import RECENT_DAYS, Sign
from fitzen.workouts.history import lifts_between

MOST_LIFTS, LEAST_SESSIONS, MOST_SESSIONS = 5, 3, 100
"""The lifts done most often lately are looked at, those of so many sessions in four weeks."""
E1RM = "e1rm_kg"


class Judged(NamedTuple):
    """A lift, how it moves, and the workout that had it last."""

    name: str
    found: Plateau
    last: Json


def judged(store: Store, owner: str, workouts: Sequence[Json], day: date) -> list[Judged]:
    """Judge the lifts of the last four weeks' `workouts`, newest first: a read for each of five at most."""
    counts = Counter(each["exercise_id"] for workout in workouts for each in workout["exercises"])
    often = [id_ for id_, count in counts.most_common(MOST_LIFTS) if count >= LEAST_SESSIONS]
    names = known_exercises(store, owner, often) if often else {}
    first = day - timedelta(days=LOOK_BACK_DAYS - 1)
    found: list[Judged] = []
    for id_ in (each for each in often if each in names):
        lifts = lifts_between(store, owner, id_, first, day, MOST_SESSIONS)
        sessions = [(date.fromisoformat(each["day"]), float(each[E1RM])) for each in lifts if E1RM in each]
        way = plateau(sessions, day)
        if way is not None:
            found.append(Judged(names[id_].name, way, _last(workouts, id_)))
    return found


def _last(workouts: Sequence[Json], exercise_id: str) -> Json:
    return next(each for each in workouts if any(one["exercise_id"] == exercise_id for one in each["exercises"]))


def plateau_note(lifts: Sequence[Judged], goal: str | None, units: str) -> Note | None:
    """Tell of the lift that falls most clearly, else of one that stands still; who loses weight is not told of the latter."""
    ways = ("down",) if goal == "lose" else ("down", "flat")
    found = [each for each in lifts if each.found.way in ways]
    if not found:
        return None
    name, way, last = min(found, key=lambda each: (ways.index(each.found.way), each.found.percent))
    ends = " to ".join(_signed(end, units) for end in (way.low, way.high))
    verb = "has fallen" if way.way == "down" else "has stood still"
    text = (
        f"{name} {verb}: over {way.sessions} sessions in {way.days} days its estimated maximum moved by {ends} a week,"
        f" most likely. It is at {say(E1RM, way.level, units).words}. Ask me what goes with it."
    )
    return Note("plateau", text, [source(last)])


def _signed(value: float, units: str) -> str:
    return f"{'-' if value < 0 else '+'}{say(E1RM, abs(value), units, 1).words}"


def recovery_note(store: Store, owner: str, day: date, units: str, lifts: Sequence[Judged]) -> Note | None:
    """Tell that several signs are off the person's own baseline, where they are. Five reads."""
    falling = [each for each in lifts if each.found.way == "down"]
    found = recovering(store, owner, day, performance_down=bool(falling))
    if found is None or not found.under:
        return None
    signs = [f"{METRIC_WORDS[sign.metric]} {_against(sign, units)}" for sign in found.worse]
    signs += [f"{each.name} falling over {each.found.days} days" for each in falling[:1]]
    text = (
        f"The last {RECENT_DAYS} days differ from your own usual: {', '.join(signs)}. Together these can mean that you"
        " recover less than usual; illness, heat and travel look the same."
    )
    sources = [
        {"label": METRIC_WORDS[sign.metric].capitalize(), "ref": f"metric:{sign.metric}"} for sign in found.worse
    ]
    return Note("under-recovery", text, [*sources, *(source(each.last) for each in falling[:1])])


def _against(sign: Sign, units: str) -> str:
    return f"{say(sign.metric, sign.recent, units).words} (usually {say(sign.metric, sign.usual, units).words})"

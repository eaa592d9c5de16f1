"""Choose a week: the first jobs of each day, then whatever brings the muscles closest to what they should have.

Each step takes what gives most for its time, and nothing that would break a limit; so the week that comes out is the
fullest that this order finds, and the same for the same person.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from fitzen.exercises.models import Exercise, Muscle
from fitzen.science.programming import SHORT_MINUTES
from fitzen.workouts.plans.frame import Frame
from fitzen.workouts.plans.pool import Slot
from fitzen.workouts.plans.splits import MAX_LIFTING_DAYS, SPLITS, Template, whole_body
from fitzen.workouts.plans.volume import Wanted, shares
from fitzen.workouts.plans.weekly import Day, Week, Work

START = 2
"""Sets of an exercise that comes in after the first jobs; one where two do not fit."""
FIRST_SETS = ((25, 1), (SHORT_MINUTES, 2))
"""(minutes, sets): in less time than this the first jobs begin with so many sets, else with three. In a quarter of an
hour one set for the legs, one push and one pull are worth more than three of one of them (Iversen 2021, doi
10.1007/s40279-021-01490-1)."""
URGENT = 3
"""How much more a set counts below a muscle's floor than above it."""
LEAST_GAIN = 1e-6
LEAST_JOBS = 2
"""A split day for which there are fewer jobs than this is no day: the whole body is trained on each instead."""


class _Move(NamedTuple):
    gain: float
    day: Day
    work: Work
    sets: int


def templates(frame: Frame) -> list[Template]:
    """Return the days of the person's week."""
    days = min(frame.given.days_per_week, MAX_LIFTING_DAYS)
    split = list(SPLITS[days])
    if any(sum(1 for slot in each.slots if frame.candidates[slot]) < LEAST_JOBS for each in split):
        return whole_body(days)
    return split


def choose(frame: Frame, start: Week | None = None, *, fill: bool = True) -> Week:
    """Fill a week, from nothing or from what is there; without `fill` that is left as it is."""
    week = start or Week(frame, templates(frame))
    if start is None:
        _first_jobs(week)
    if fill:
        _top_up(week)
    for day in week.days:
        if not day.works:
            _anything(week, day)
    return week


def _first_jobs(week: Week) -> None:
    """Give every day its first jobs, one job of each day after the other, so that all days begin well."""
    minutes = week.frame.given.minutes
    most = next((sets for less, sets in FIRST_SETS if minutes < less), 3)
    for place in range(max(day.template.first for day in week.days)):
        for day in week.days:
            if place < day.template.first:
                _begin(week, day, day.template.slots[place], place, most)


def _begin(week: Week, day: Day, slot: Slot, place: int, most: int = 1) -> None:
    for sets in range(most, 0, -1):
        for exercise in _in_turn(week, day, slot):
            work = Work(exercise, slot, place, 0)
            if week.fits(day, work, sets):
                week.add(day, work, sets)
                return


def _in_turn(week: Week, day: Day, slot: Slot) -> Sequence[Exercise]:
    """Return those that the day has not, the ones first that no other day of the week has."""
    used = {work.exercise.id for each in week.days for work in each.works}
    free = [exercise for exercise in week.frame.candidates[slot] if not day.has(exercise.id)]
    return sorted(free, key=lambda exercise: exercise.id in used)


def _top_up(week: Week) -> None:
    while (move := _best(week)) is not None:
        week.add(move.day, move.work, move.sets)


def _best(week: Week) -> _Move | None:
    """Return the move that gains most for its time, of those that fit; of equal ones the first."""
    moves = sorted(_moves(week), key=lambda move: -move.gain)
    return next((move for move in moves if week.fits(move.day, move.work, move.sets)), None)


def _moves(week: Week) -> Iterator[_Move]:
    for day in week.days:
        room = week.room(day)
        for work in day.works:
            yield from _worth(week, day, work, 1, room)
        have = {work.slot for work in day.works}
        for place, slot in enumerate(day.template.slots):
            if slot in have:
                continue
            for exercise in _in_turn(week, day, slot)[:1]:
                for sets in range(START, 0, -1):
                    yield from _worth(week, day, Work(exercise, slot, place, 0), sets, room)


def _worth(week: Week, day: Day, work: Work, sets: int, room: float) -> Iterator[_Move]:
    gain = _gain(week.totals, week.frame.wanted, shares(work.exercise), sets)
    if gain > LEAST_GAIN and (cost := week.cost(day, work, sets)) <= room:
        yield _Move(gain / cost, day, work, sets)


def _gain(
    totals: Mapping[Muscle, float], wanted: Mapping[Muscle, Wanted], part: Mapping[Muscle, float], sets: int
) -> float:
    """Say how much closer sets bring the muscles to what is wanted; what is below its floor counts URGENT times."""
    gain = 0.0
    for muscle, share in part.items():
        if muscle in wanted:
            want, before = wanted[muscle], totals.get(muscle, 0.0)
            after = before + share * sets
            closer = min(after, want.aim) - min(before, want.aim)
            urgent = (URGENT - 1) * (min(after, want.floor) - min(before, want.floor))
            gain += want.weight * (closer + urgent)
    return gain


def _anything(week: Week, day: Day) -> None:
    """Give an empty day one set of whatever it can take: a day without an exercise is none."""
    for place, slot in enumerate(day.template.slots):
        _begin(week, day, slot, place)
        if day.works:
            return

"""What a habit's days come to: due, done, missed; streak and strength. Days are numbers (date.toordinal): no I/O, no clock.

A unit is what is due once: a day, or for times a week a week from Monday to Sunday. A unit is a success, a miss or
neither: what is paused, on vacation, before the start or after the archiving neither adds nor breaks, and what is not
over cannot be missed yet.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from fitzen.habits.models import HabitBody, TimeOff
from fitzen.science.habits import strength_after

NEVER = date.max.toordinal()
WEEK = 7
OPEN_DAYS = 42
"""How far back from the latest check-in days are kept one by one; what is older is summed up, week by week."""

type Checkins = Mapping[int, float | None]
"""The value, or None, of each day with a check-in."""
type Span = tuple[int, int]
"""First and last day."""


def monday(day: int) -> int:
    return day - (day - 1) % WEEK  # ordinal 1 was a Monday


def spans(periods: Iterable[TimeOff]) -> list[Span]:
    """Return the days that periods cover, in order, those that touch as one."""
    merged: list[Span] = []
    for first, last in sorted((each.from_.toordinal(), each.to.toordinal() if each.to else NEVER) for each in periods):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def first_difference(one: Sequence[Span], other: Sequence[Span]) -> int | None:
    """Return the first day that only one of two lists of spans covers; None when they are the same."""
    for mine, its in zip(one, other, strict=False):
        if mine[0] != its[0]:
            return min(mine[0], its[0])
        if mine[1] != its[1]:
            return min(mine[1], its[1]) + 1
    rest = one[len(other) :] or other[len(one) :]
    return rest[0][0] if rest else None


class Plan:
    """A habit as days see it: what is due when, and when it rests."""

    def __init__(self, habit: HabitBody, vacations: Iterable[TimeOff] = ()) -> None:
        if habit.start_on is None:
            raise ValueError("a habit that is kept has a start")
        schedule = habit.schedule
        self.quit = habit.kind == "quit"
        self.target = habit.target.value if habit.target else None
        self.count = schedule.count or 0
        self.first = habit.start_on.toordinal()
        self.end = habit.archived_on.toordinal() if habit.archived_on else NEVER
        self._weekdays = frozenset(schedule.days or range(1, WEEK + 1))
        away = spans([*habit.pauses, *vacations])
        self._away = [first for first, _ in away]
        self._back = [last for _, last in away]

    def resting(self, day: int) -> bool:
        """Say whether a pause or a vacation covers the day."""
        index = bisect_right(self._away, day) - 1
        return index >= 0 and day <= self._back[index]

    def runs(self, day: int) -> bool:
        return self.first <= day < self.end and not self.resting(day)

    def planned(self, day: int) -> bool:
        """Say whether the day counts: in the schedule, and not at rest. Any day, by times a week."""
        return (day - 1) % WEEK + 1 in self._weekdays and self.runs(day)

    def credit(self, checkins: Checkins, day: int) -> float:
        """Return how much of what is due on a day was done, 0 to 1; done is 1."""
        if day not in checkins:
            return float(self.quit)
        value = checkins[day]
        if self.quit:
            return float((1 if value is None else value) <= (self.target or 0))
        if value is None or self.target is None or value >= self.target:
            return 1.0
        return value / self.target

    def done(self, checkins: Checkins, day: int) -> bool:
        return self.credit(checkins, day) >= 1

    def days(self, start: int, until: int) -> Sequence[int]:
        """Return the days from one on and before another that count, as `planned` says."""
        days: Sequence[int] = range(max(start, self.first), min(until, self.end))
        if len(self._weekdays) < WEEK:
            days = [day for day in days if (day - 1) % WEEK + 1 in self._weekdays]
        return [day for day in days if not self.resting(day)] if self._away else days

    def count_days(self, start: int, until: int) -> int:
        """Count what `days` returns, in time that does not grow with it."""
        first, last = max(start, self.first), min(until, self.end)
        rests = (
            self._scheduled(max(first, away), min(last, back + 1))
            for away, back in zip(self._away, self._back, strict=True)
        )
        return self._scheduled(first, last) - sum(rests)

    def _scheduled(self, start: int, until: int) -> int:
        """Count the days of the schedule from one on and before another."""
        weeks, more = divmod(max(0, until - start), WEEK)
        rest = range(until - more, until)
        return weeks * len(self._weekdays) + sum((day - 1) % WEEK + 1 in self._weekdays for day in rest)

    def done_in_week(self, checkins: Checkins, week: int) -> int:
        return sum(day in checkins and self.done(checkins, day) for day in self.days(week, week + WEEK))

    def shares(self, checkins: Checkins, start: int, until: int) -> Iterator[float]:
        """Yield how much was done, 1 for a success, of each unit that begins from `start` on and before `until`, and is over.

        Those that are neither a success nor a miss are left out.
        """
        if self.count:
            weeks = range(max(start, monday(self.first)), until, WEEK)
            yield from (share for week in weeks if (share := self._of_week(checkins, week, over=True)) is not None)
        else:
            yield from (self.credit(checkins, day) for day in self.days(start, until))

    def current(self, checkins: Checkins, unit: int) -> float | None:
        """Return the same of a unit that is not over: None unless it is a success already, or cannot be one any more."""
        if self.count:
            return self._of_week(checkins, unit, over=False)
        if unit not in checkins or not self.planned(unit):
            return None
        credit = self.credit(checkins, unit)
        return credit if self.quit or credit >= 1 else None

    def _of_week(self, checkins: Checkins, week: int, *, over: bool) -> float | None:
        """A week of which a part was at rest can still succeed, but not be missed."""
        done = self.done_in_week(checkins, week)
        if done >= self.count:
            return 1.0
        return done / self.count if over and len(self.days(week, week + WEEK)) == WEEK else None

    def due(self, checkins: Checkins, day: int) -> bool:
        """Say whether there is, or was, something to do on a day. A week that has enough asks for nothing more."""
        if not self.planned(day):
            return False
        if not self.count:
            return True
        done = day in checkins and self.done(checkins, day)
        return done or self.done_in_week(checkins, monday(day)) < self.count


class Tally(NamedTuple):
    """What units in a row come to. `score` is the strength, 0 to 100; `slip` the last day of a slip."""

    run: int = 0
    longest: int = 0
    score: float = 0.0
    slip: int | None = None

    def after(self, shares: Iterable[float], planned: int) -> "Tally":
        """Go on over units of so many repetitions each, given how much was done of each."""
        run, longest, score, slip = self
        for share in shares:
            run = run + 1 if share >= 1 else 0
            longest = max(longest, run)
            score = strength_after(score, share, planned)
        return Tally(run, longest, score, slip)

    def after_many(self, share: float, times: int) -> "Tally":
        """Go on over so many days in a row that are alike: all a success, or all a miss. `score` is as `after` but for rounding."""
        if not times:
            return self
        run = self.run + times if share >= 1 else 0
        return Tally(run, max(self.longest, run), strength_after(self.score, share, times=times), self.slip)


def add_up(plan: Plan, tally: Tally, checkins: Checkins, start: int, until: int) -> Tally:
    """Go on from a tally over the units that begin from `start` on and before `until`, all of them over."""
    tally = tally.after(plan.shares(checkins, start, until), plan.count or 1)
    return _with_slips(plan, tally, checkins, start, until)


def as_of(plan: Plan, tally: Tally, checkins: Checkins, start: int, today: int) -> Tally:
    """Go on to a day, which is not over: it adds once it is a success, and is missed only by a slip."""
    unit = monday(today) if plan.count else today
    quiet = unit if plan.count else min(unit, max([start, *(day + 1 for day in checkins)]))
    tally = add_up(plan, tally, checkins, start, quiet)
    # Without a check-in each day is like the next: years without a slip take no longer than a week of them.
    tally = tally.after_many(float(plan.quit), plan.count_days(quiet, unit) if quiet < unit else 0)
    share = plan.current(_until(checkins, today), unit)
    tally = tally.after([] if share is None else [share], plan.count or 1)
    return _with_slips(plan, tally, checkins, unit, today + 1)


def _until(checkins: Checkins, today: int) -> Checkins:
    """Leave out days that have not come: they can be there after a move to a time zone further west."""
    return {day: value for day, value in checkins.items() if day <= today}


def _with_slips(plan: Plan, tally: Tally, checkins: Checkins, start: int, until: int) -> Tally:
    if not plan.quit:
        return tally
    slips = [day for day in checkins if start <= day < until and not plan.done(checkins, day)]
    return tally._replace(slip=max(slips)) if slips else tally

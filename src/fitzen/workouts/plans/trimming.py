"""Take off a week what is beyond its limits: a set at a time, from what comes last, so that what comes first stays."""

from collections.abc import Callable, Iterator, Sequence

from fitzen.workouts.plans.volume import shares
from fitzen.workouts.plans.weekly import LIMIT, Day, Week, Work, uneven

type Found = tuple[Day, Work]


def trim(week: Week) -> None:
    """Make a week keep every limit. Each step takes a set, so it ends."""
    while (found := next(_beyond(week), None)) is not None:
        week.take(*found, 1)


def _beyond(week: Week) -> Iterator[Found]:
    for rule in RULES:
        yield from rule(week)


def _too_many(week: Week) -> Iterator[Found]:
    for day in week.days:
        if len(day.works) > week.frame.max_exercises:
            yield day, day.works[-1]
        yield from ((day, work) for work in day.works if work.sets > week.frame.most_of_exercise)


def _too_much_in_a_day(week: Week) -> Iterator[Found]:
    for day in week.days:
        for muscle, sets in week.of_day(day).items():
            if sets > week.frame.most_in_session + LIMIT:
                yield _last([(day, work) for work in day.works if muscle in shares(work.exercise)])


def _too_much_in_a_week(week: Week) -> Iterator[Found]:
    for muscle, sets in week.totals.items():
        if sets > week.frame.most + LIMIT:
            yield _last([each for each in _all(week) if muscle in shares(each[1].exercise)])


def _too_uneven(week: Week) -> Iterator[Found]:
    for sides in week.frame.balances:
        more, less = sorted(sides, key=week.count, reverse=True)
        if uneven(week.count(more), week.count(less)):
            yield _last([each for each in _all(week) if each[1].exercise.pattern in more])


def _too_long(week: Week) -> Iterator[Found]:
    for day in week.days:
        if week.seconds(day) > week.frame.given.minutes * 60:
            yield _last([(day, work) for work in day.works])


def _all(week: Week) -> Sequence[Found]:
    return [(day, work) for day in week.days for work in day.works]


def _last(found: Sequence[Found]) -> Found:
    """Return the one with the lowest place of those with the most sets, so that none goes while another has many."""
    most = max(work.sets for _, work in found)
    several = [each for each in found if each[1].sets == most]
    return max(several, key=lambda each: each[1].place)


RULES: tuple[Callable[[Week], Iterator[Found]], ...] = (
    _too_many,
    _too_much_in_a_day,
    _too_much_in_a_week,
    _too_uneven,
    _too_long,
)

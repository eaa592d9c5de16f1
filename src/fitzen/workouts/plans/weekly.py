"""One week as it is being put together: nothing is added that would break a limit."""

from dataclasses import dataclass, field

from fitzen.exercises.models import Exercise, Muscle, Pattern
from fitzen.science.loading import WARMUP_RAMP
from fitzen.science.programming import CHANGE_S, REST, WARMUP_REST_S, Role, TimedSet, session_seconds, set_seconds
from fitzen.workouts.plans.frame import HOLD_S, Frame
from fitzen.workouts.plans.pool import Slot
from fitzen.workouts.plans.splits import Template
from fitzen.workouts.plans.volume import shares

SLACK, SLACK_SHARE = 4, 0.4
"""Two jobs that belong together differ by at most so many weekly sets, or this share of the larger: Fitzen's choice,
for no trial says how even pushing and pulling have to be."""
LIMIT = 1e-9


def uneven(one: float, other: float) -> bool:
    """Say whether two counts of sets are too far apart."""
    return abs(one - other) > max(SLACK, SLACK_SHARE * max(one, other)) + LIMIT


@dataclass(eq=False)
class Work:
    """One exercise of a day, with its working sets; `place` is that of its job among those of the day."""

    exercise: Exercise
    slot: Slot
    place: int
    sets: int


@dataclass(eq=False)
class Day:
    """A day of the week, its exercises in the order of their jobs."""

    template: Template
    works: list[Work] = field(default_factory=list)

    def put(self, work: Work) -> None:
        self.works.append(work)
        self.works.sort(key=lambda each: each.place)

    def has(self, id: str) -> bool:
        return any(work.exercise.id == id for work in self.works)


class Week:
    """The days of a week, with what each muscle gets so far."""

    def __init__(self, frame: Frame, templates: list[Template]) -> None:
        self.frame = frame
        self.days = [Day(template) for template in templates]
        self.totals: dict[Muscle, float] = {}
        self._timings: dict[tuple[str, Role], tuple[list[TimedSet], TimedSet]] = {}

    def fits(self, day: Day, work: Work, more: int) -> bool:
        """Say whether a day can take `more` sets of a work that it has or would get, within every limit."""
        frame = self.frame
        new = work not in day.works
        if (new and (len(day.works) >= frame.max_exercises or day.has(work.exercise.id))) or (
            (0 if new else work.sets) + more > frame.most_of_exercise
        ):
            return False
        part = shares(work.exercise)
        if any(self.totals.get(muscle, 0.0) + share * more > frame.most + LIMIT for muscle, share in part.items()):
            return False
        today = self.of_day(day)
        if any(today.get(muscle, 0.0) + share * more > frame.most_in_session + LIMIT for muscle, share in part.items()):
            return False
        return (
            self._even_with(work.exercise.pattern, more) and self.seconds(day, work, more) <= frame.given.minutes * 60
        )

    def add(self, day: Day, work: Work, more: int) -> None:
        """Add sets that fit."""
        if work in day.works:
            work.sets += more
        else:
            work.sets = more
            day.put(work)
        for muscle, share in shares(work.exercise).items():
            self.totals[muscle] = self.totals.get(muscle, 0.0) + share * more

    def take(self, day: Day, work: Work, fewer: int) -> None:
        """Take sets off a work; one that has none left goes."""
        for muscle, share in shares(work.exercise).items():
            self.totals[muscle] -= share * fewer
        work.sets -= fewer
        if work.sets <= 0:
            day.works.remove(work)

    def of_day(self, day: Day) -> dict[Muscle, float]:
        found: dict[Muscle, float] = {}
        for work in day.works:
            for muscle, share in shares(work.exercise).items():
                found[muscle] = found.get(muscle, 0.0) + share * work.sets
        return found

    def count(self, patterns: frozenset[Pattern]) -> int:
        return sum(work.sets for day in self.days for work in day.works if work.exercise.pattern in patterns)

    def _even_with(self, pattern: Pattern, more: int) -> bool:
        """Adding to one side is fine as long as the two do not come to be too far apart by it."""
        for one, other in self.frame.balances:
            if pattern in one or pattern in other:
                mine, theirs = (one, other) if pattern in one else (other, one)
                after, opposite = self.count(mine) + more, self.count(theirs)
                if after > opposite and uneven(after, opposite):
                    return False
        return True

    def seconds(self, day: Day, work: Work | None = None, more: int = 0) -> float:
        """Return how long a day takes at most, with `more` sets of a work if one is given."""
        works = list(day.works)
        if work is not None and work not in works:
            works = sorted([*works, work], key=lambda each: each.place)
        timed = [
            self._timed(each, (each.sets if each in day.works else 0) + (more if each is work else 0)) for each in works
        ]
        return session_seconds(self.frame.given.minutes, timed)

    def room(self, day: Day) -> float:
        """Return the seconds that are left, and the rest of a last set that another exercise may turn out to have."""
        return self.frame.given.minutes * 60 - self.seconds(day) + max(REST[self.frame.aim].values())

    def cost(self, day: Day, work: Work, more: int) -> float:
        """Return about how long more sets of a work take, with the change to it and its warm-up if it is new."""
        timed = self._timed(work, more)
        part = timed[-more:] if work in day.works else timed
        change = 0 if work in day.works or not day.works else CHANGE_S
        return change + sum(set_seconds(entry) + entry.rest_s for entry in part)

    def _timed(self, work: Work, sets: int) -> list[TimedSet]:
        warm, one = self._sets_of(work.exercise, self.frame.role(work.slot, work.place))
        return [*warm, *[one] * sets]

    def _sets_of(self, exercise: Exercise, role: Role) -> tuple[list[TimedSet], TimedSet]:
        """Return the warm-up sets and one working set; the same for an exercise wherever it has this role."""
        key = (exercise.id, role)
        if key not in self._timings:
            frame, sides = self.frame, 2 if exercise.unilateral else 1
            ramp = WARMUP_RAMP[: frame.ramp(exercise, role)]
            warm = [TimedSet(reps, 0, WARMUP_REST_S, sides) for _, reps in ramp]
            reps, hold = (0, HOLD_S) if exercise.metric == "time" else (frame.reps(role)[1], 0)
            self._timings[key] = warm, TimedSet(reps, hold, frame.rest(role), sides)
        return self._timings[key]

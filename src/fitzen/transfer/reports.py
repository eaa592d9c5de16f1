"""What an import did: how many of each kind, and what was not taken and why."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Literal, NamedTuple

from fitzen.errors import FieldError, FitzenError
from fitzen.records import Json

Outcome = Literal["new", "same", "conflict", "rejected"]
OUTCOMES: tuple[Outcome, ...] = ("new", "same", "conflict", "rejected")
MAX_PROBLEMS = 500


class Problem(NamedTuple):
    """`kind` and `id` name a record, `file` and `line` a place in what was sent; either may be unknown."""

    message: str
    kind: str | None = None
    id: str | None = None
    file: str | None = None
    line: int | None = None
    field: str | None = None

    def to_json(self) -> Json:
        return {name: value for name, value in self._asdict().items() if value is not None}


class Report:
    """Counts as the import goes on. The first problems are kept, the others counted; `progress` is told each count."""

    def __init__(self, progress: Callable[[int], None] | None = None, most: int | None = MAX_PROBLEMS) -> None:
        self._progress = progress
        self._done = 0
        self.counts: defaultdict[str, dict[Outcome, int]] = defaultdict(lambda: dict.fromkeys(OUTCOMES, 0))
        self.problems: list[Problem] = []
        self.more = 0
        self._most = most

    def count(self, kind: str, outcome: Outcome) -> None:
        self.counts[kind][outcome] += 1
        self._done += 1
        if self._progress:
            self._progress(self._done)

    def add(self, problem: Problem) -> None:
        if self._most is None or len(self.problems) < self._most:
            self.problems.append(problem)
        else:
            self.more += 1

    def refuse(self, kind: str, errors: Iterable[FieldError], *, id: str | None = None) -> None:
        """Note a record that was not taken, with what was wrong with it."""
        self.count(kind, "rejected")
        for error in errors:
            self.add(Problem(error.message, kind, id, field=error.field or None))

    def total(self, outcome: Outcome) -> int:
        return sum(each[outcome] for each in self.counts.values())

    def to_json(self) -> Json:
        return {
            "counts": {kind: dict(each) for kind, each in self.counts.items()},
            "problems": [problem.to_json() for problem in self.problems],
            "more_problems": self.more,
        }


def reasons(error: FitzenError) -> list[FieldError]:
    """Return what is wrong by field, or as a whole."""
    return error.errors or [FieldError("", error.detail)]


def started(id: str, source: str, at: datetime, *, dry_run: bool) -> Json:
    """Return the part of a report that is known from the start."""
    return {"id": id, "source": source, "dry_run": dry_run, "started_at": at.isoformat()}

"""What became of the old data: every row that was not taken, everything that was left out, and how many there were."""

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Literal, Protocol

from fitzen.records import Json
from fitzen.transfer.reports import Problem

Outcome = Literal["new", "same", "conflict"]
COLUMNS = ("rows", "refused", "repeated", "new", "same", "conflict")


class Placed(Protocol):
    """A row."""

    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def id(self) -> str: ...


class LegacyReport:
    """`counts` by file: rows that were read, refused, or there twice; and the records that were made of the others.

    A problem is a row that was not taken, a note something of a row that was taken. `naive` counts the times without an
    offset, which are UTC; `left_out` the cells of a column that follows from others. `progress` is told of each row.
    """

    def __init__(self, progress: Callable[[int], None] | None = None) -> None:
        self._progress = progress
        self.left_out: Counter[str] = Counter()
        self.counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.problems: list[Problem] = []
        self.notes: list[Problem] = []
        self.naive: Counter[str] = Counter()

    def read(self, row: Placed) -> None:
        self.counts[row.file]["rows"] += 1
        if self._progress:
            self._progress(1)

    def refuse(self, row: Placed, column: str, why: str) -> None:
        self.counts[row.file]["refused"] += 1
        self.problems.append(_problem(row, column, why))

    def repeated(self, row: Placed, why: str) -> None:
        self.counts[row.file]["repeated"] += 1
        self.notes.append(_problem(row, "id", why))

    def note(self, row: Placed, column: str, why: str) -> None:
        self.notes.append(_problem(row, column, why))

    def leave_out(self, row: Placed, column: str) -> None:
        self.left_out[f"{row.file}.{column}"] += 1

    def record(self, row: Placed, outcome: Outcome) -> None:
        self.counts[row.file][outcome] += 1

    def header(self, file: str, missing: set[str] | frozenset[str], unknown: set[str]) -> None:
        """Note the columns that a file lacks, and those that nobody knows."""
        self.counts[file].update()
        for column in sorted(missing):
            self.notes.append(Problem("The file has no such column.", file=f"{file}.csv", line=1, field=column))
        for column in sorted(unknown):
            self.notes.append(
                Problem("This column is not known, and was left out.", file=f"{file}.csv", line=1, field=column)
            )

    def broken(self, file: str, line: int, why: str) -> None:
        self.problems.append(Problem(why, file=f"{file}.csv", line=line))

    def to_json(self) -> Json:
        return {
            "counts": {file: {name: found[name] for name in COLUMNS} for file, found in self.counts.items()},
            "problems": [problem.to_json() for problem in self.problems],
            "notes": [note.to_json() for note in self.notes],
            "times_taken_as_utc": dict(self.naive),
            "computed_instead": dict(self.left_out),
        }


def _problem(row: Placed, column: str, why: str) -> Problem:
    return Problem(why, id=row.id or None, file=f"{row.file}.csv", line=row.line, field=column or None)

"""The rows of a file, each with the line where it is, and their cells read one by one."""

import csv
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from fitzen.records import digest, dumps
from fitzen.transfer.legacy import values
from fitzen.transfer.legacy.reports import LegacyReport

MAX_CELL = 1_000_000


class RefusedError(Exception):
    """A row is not taken, because of a column."""

    def __init__(self, column: str, why: str) -> None:
        super().__init__(why)
        self.column = column
        self.why = why


class Row(NamedTuple):
    """`line` is where it begins; a row may have several lines. `id` is the old id in one form, empty without one."""

    file: str
    line: int
    id: str
    cells: dict[str, str]


class Cells:
    """The cells of a row. What cannot be read is noted and left out, or refuses the row where it is needed."""

    def __init__(self, row: Row, report: LegacyReport) -> None:
        self.row = row
        self._report = report

    def get[T](self, column: str, read: Callable[[str], T], *, nothing: frozenset[str] = values.NOTHING) -> T | None:
        """Return what a cell says, None where it is empty or cannot be read, which is noted."""
        text = self.row.cells.get(column, "")
        if text.strip() in nothing:
            return None
        try:
            return read(text)
        except ValueError as error:
            self.note(column, f"{error} It was left out.")
            return None

    def need[T](self, column: str, read: Callable[[str], T]) -> T:
        """Return what a cell says. Raises RefusedError where it is empty or cannot be read."""
        text = self.row.cells.get(column, "")
        if text.strip() in values.NOTHING:
            raise RefusedError(column, "This is needed, and empty.")
        try:
            return read(text)
        except ValueError as error:
            raise RefusedError(column, str(error)) from None

    def text(self, column: str, most: int) -> str | None:
        return self.get(column, values.short(most))

    def time(self, column: str) -> datetime | None:
        at = self.get(column, values.time)
        return None if at is None else self._aware(at)

    def need_time(self, *columns: str) -> datetime:
        """Return the first of these times that is there; where it is not the first column, that is noted."""
        for column in columns[:-1]:
            if (at := self.time(column)) is not None:
                return at
            self.note(column, f"It is not known; {columns[-1]} stands for it.")
        return self._aware(self.need(columns[-1], values.time))

    def _aware(self, at: datetime) -> datetime:
        if at.tzinfo is None:
            self._report.naive[self.row.file] += 1
        return values.aware(at)

    def note(self, column: str, why: str) -> None:
        self._report.note(self.row, column, why)


def read(folder: Path, file: str, columns: frozenset[str], report: LegacyReport) -> Iterator[Row]:
    """Yield the rows of a file that is there, each old id once: of several the newest. The others are reported."""
    path = folder / f"{file}.csv"
    if not path.is_file():
        return
    chosen = _chosen(path, file, report)
    for row in _rows(path, file, columns, report):
        if row.id not in chosen or chosen[row.id].line == row.line:
            yield row
        elif chosen[row.id].differs:
            report.refuse(
                row, "id", f"Line {chosen[row.id].line} has the same id: the newest is taken, else the first of them."
            )
        else:
            report.repeated(row, f"This row is in line {chosen[row.id].line} too.")


class _Chosen(NamedTuple):
    """Which line of those with one id is taken, and what it says."""

    line: int
    changed: str
    said: str
    differs: bool = False


def _chosen(path: Path, file: str, report: LegacyReport) -> dict[str, _Chosen]:
    """Read a file through, and say of each id that is in it more than once which line is taken."""
    chosen: dict[str, _Chosen] = {}
    repeated: set[str] = set()
    for row in _rows(path, file, None, report):
        if not row.id:
            continue
        here = _Chosen(row.line, _changed(row), digest(dumps(row.cells)))
        before = chosen.get(row.id)
        if before is None:
            chosen[row.id] = here
            continue
        repeated.add(row.id)
        differs = before.differs or before.said != here.said
        newest = here if here.changed > before.changed and here.said != before.said else before
        chosen[row.id] = newest._replace(differs=differs)
    return {id_: chosen[id_] for id_ in repeated}


def _changed(row: Row) -> str:
    """Return when a row was last changed, as text that sorts; the oldest where it does not say."""
    for column in ("updated_at", "created_at"):
        try:
            return values.aware(values.time(row.cells.get(column, ""))).isoformat()
        except ValueError:
            continue
    return ""


def _rows(path: Path, file: str, columns: frozenset[str] | None, report: LegacyReport) -> Iterator[Row]:
    """Yield every row. With `columns` what is wrong with the file is reported, and rows that are cut are refused."""
    csv.field_size_limit(MAX_CELL)
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as opened:
        reader = csv.reader(opened)
        try:
            header = [name.strip() for name in next(reader, [])]
            if columns is not None:
                report.header(file, columns - set(header), set(header) - columns - {"", "Unnamed: 0"})
            line = reader.line_num + 1
            for cells in reader:
                if cells:
                    row = Row(file, line, "", dict(zip(header, cells, strict=False)))
                    row = row._replace(id=_id(row))
                    if columns is None or _is_whole(row, len(cells), len(header), report):
                        yield row
                line = reader.line_num + 1
        except csv.Error as error:
            if columns is not None:
                report.broken(file, reader.line_num, f"The file cannot be read from here on: {error}.")


def _id(row: Row) -> str:
    text = row.cells.get("id", "")
    return "" if text.strip() in values.NOTHING else values.old_id(text)


def _is_whole(row: Row, cells: int, columns: int, report: LegacyReport) -> bool:
    report.read(row)
    if cells != columns:
        report.refuse(row, "", f"This row has {cells} cells, and the file {columns} columns.")
    elif any("\ufffd" in cell for cell in row.cells.values()):
        report.refuse(row, "", "This row has characters that are not UTF-8.")
    elif not row.id:
        report.refuse(row, "id", "This row has no id, so nobody could tell whether it was taken before.")
    else:
        return True
    return False

"""Move the data of the first backend into the stores: people first, then what is theirs, file by file.

It can be interrupted and repeated: ids follow from the old ones, and what is there stays as it is.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from fitzen.errors import InvalidError
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Store
from fitzen.nutrition.recipes import shared
from fitzen.transfer.derived import rebuild
from fitzen.transfer.importing import rehearsed
from fitzen.transfer.legacy import chats, goals, habits, meals, measurements, people, recipes, reminders, rows, workouts
from fitzen.transfer.legacy.context import Context
from fitzen.transfer.legacy.people import People
from fitzen.transfer.legacy.reports import LegacyReport
from fitzen.transfer.legacy.rows import Cells, RefusedError
from fitzen.transfer.legacy.writing import Made, Writer
from fitzen.transfer.reports import reasons

type Convert = Callable[[Context, Cells, str], Iterator[Made]]
type Progress = Callable[[int], None]


class File(NamedTuple):
    columns: frozenset[str]
    convert: Convert


FILES: dict[str, File] = {
    "workouts": File(workouts.COLUMNS, workouts.convert),
    "measurements": File(measurements.COLUMNS, measurements.convert),
    "nutrition": File(meals.COLUMNS, meals.convert),
    "habits": File(habits.COLUMNS, habits.convert),
    "goals": File(goals.COLUMNS, goals.convert),
    "reminders": File(reminders.COLUMNS, reminders.convert),
}
"""What is somebody's, but for their chats, in the order in which it comes in."""
USERS, RECIPES, CHATS = "users", "recipes", "chat_history"


def files(folder: Path) -> list[Path]:
    """Return the files of a folder that are taken."""
    return [path for name in (USERS, RECIPES, *FILES, CHATS) if (path := folder / f"{name}.csv").is_file()]


def count_lines(folder: Path) -> int:
    """Return how many lines there are: about as many as rows, for a progress bar."""
    total = 0
    for path in files(folder):
        with path.open("rb") as file:
            total += sum(1 for _ in file)
    return total


def move_in(
    infra: Infra, folder: Path, now: datetime, *, dry_run: bool = False, progress: Progress | None = None
) -> LegacyReport:
    """Bring in what a folder has; `progress` is told of each row. A dry run keeps everything in memory, and nothing else."""
    report = LegacyReport(progress)
    context = Context(rehearsed(infra) if dry_run else infra, report, now)
    known = People(context.infra, report, now, {})
    for row in rows.read(folder, USERS, people.COLUMNS, report):
        try:
            known.take(row)
        except RefusedError as error:
            report.refuse(row, error.column, error.why)
    _share(context, folder)
    for name, file in FILES.items():
        _move(context, known, folder, name, file, context.infra.store)
    talked = chats.Chats(context)
    writer = _move(context, known, folder, CHATS, File(chats.COLUMNS, talked.convert), context.infra.chat_store)
    for made in talked.chats():
        writer.add(made)
    writer.flush()
    if not dry_run:
        for user_id in known.touched():
            rebuild(infra.store, user_id, now)
    return report


def _share(context: Context, folder: Path) -> None:
    """Take the recipes, which belong to nobody."""
    writer = Writer.into(context.infra.store, context.report)
    for row in rows.read(folder, RECIPES, recipes.COLUMNS, context.report):
        try:
            writer.add(recipes.convert(Cells(row, context.report)))
        except RefusedError as error:
            context.report.refuse(row, error.column, error.why)
        except InvalidError as error:
            context.report.refuse(row, *reasons(error)[0])
    writer.flush()
    if RECIPES in context.report.counts:
        shared.written(context.infra.store, context.now)


def _move(context: Context, known: People, folder: Path, name: str, file: File, store: Store) -> Writer:
    writer = Writer.into(store, context.report)
    for row in rows.read(folder, name, file.columns, context.report):
        cells = Cells(row, context.report)
        try:
            for made in file.convert(context, cells, known.owner(cells)):
                writer.add(made)
        except RefusedError as error:
            context.report.refuse(row, error.column, error.why)
        except InvalidError as error:
            context.report.refuse(row, *reasons(error)[0])
    writer.flush()
    return writer

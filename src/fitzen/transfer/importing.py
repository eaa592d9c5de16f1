"""Bring an export in: kind by kind, in batches, so that what was interrupted goes on where it stopped."""

from collections.abc import Iterator
from dataclasses import replace

from fitzen.errors import FieldError, FitzenError, UnavailableError
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import LimitError
from fitzen.transfer import checking, profiles, restoring
from fitzen.transfer.archives import Broken, Line
from fitzen.transfer.kinds import SOURCES
from fitzen.transfer.rehearsal import RehearsedFiles, RehearsedStore
from fitzen.transfer.reports import Problem, Report, reasons
from fitzen.transfer.restoring import Into, Taken
from fitzen.users.service import USER


def rehearsed(infra: Infra) -> Infra:
    """Return the same, but for what is written: that is gone with it."""
    store = RehearsedStore(infra.store)
    chat_store = store if infra.chat_store is infra.store else RehearsedStore(infra.chat_store)
    return replace(infra, store=store, chat_store=chat_store, files=RehearsedFiles(infra.files))


def run(into: Into, report: Report) -> None:
    """Bring everything in, and note in the report what became of each record. The same again changes nothing."""
    for name in into.archive.unknown():
        report.add(Problem("Fitzen knows no such kind of record.", file=f"records/{name}"))
    if into.archive.trusted:
        _restore(into, report)
    else:
        _check(into, report)


def _restore(into: Into, report: Report) -> None:
    for kind in SOURCES:
        lines = _lines(into, kind, report)
        if kind == USER:
            for line in lines:
                _note(report, line, profiles.restore(into.infra.store, into.owner, line.body, trusted=True))
            continue
        for batch in restoring.batches(lines):
            for line, taken in zip(batch, restoring.restored(into, batch), strict=True):
                _note(report, line, taken)


def _check(into: Into, report: Report) -> None:
    """Take each record by itself; what was refused is tried again at the end, when what it refers to may be there."""
    refused: list[Line] = []
    for kind in (kind for kind, source in SOURCES.items() if not source.follows):
        for line in _lines(into, kind, report):
            taken = _taken(into, line)
            if isinstance(taken, Taken):
                _note(report, line, taken)
            else:
                refused.append(line)
    for line in refused:
        taken = _taken(into, line)
        if isinstance(taken, Taken):
            _note(report, line, taken)
        else:
            report.refuse(line.kind, taken, id=line.id)


def _taken(into: Into, line: Line) -> Taken | list[FieldError]:
    """Return what became of a record, or what is wrong with it."""
    try:
        return checking.taken(into, line)
    except UnavailableError:  # of the import, not of the record: all of it can be sent again
        raise
    except FitzenError as error:
        return reasons(error)
    except LimitError as error:
        return [FieldError("body", f"Too much at once: {error}.")]


def _lines(into: Into, kind: str, report: Report) -> Iterator[Line]:
    for line in into.archive.lines(kind):
        if isinstance(line, Broken):
            report.count(kind, "rejected")
            report.add(Problem(line.message, kind, file=line.file, line=line.line, field=line.field))
        else:
            yield line


def _note(report: Report, line: Line, taken: Taken) -> None:
    report.count(line.kind, taken.outcome)
    if taken.why:
        report.add(Problem(taken.why, line.kind, line.id))

"""backup, restore: what is kept elsewhere, and how it comes back."""

import json
import signal
import threading
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from fitzen import config
from fitzen.cli.common import example, opened, plainly
from fitzen.cli.jobs import Moment

if TYPE_CHECKING:
    from fitzen.backup.base import Restored
    from fitzen.backup.postgres import Programs
    from fitzen.backup.service import Outcome

PRUNE_EVERY = timedelta(hours=1)
_FOLDER = click.Path(file_okay=False, path_type=Path)
_pg_bin = click.option("--pg-bin", type=_FOLDER, help="Where PostgreSQL's programs are, if not on the path.")
_json = click.option("--json", "as_json", is_flag=True, help="Print a line of JSON each time.")


@click.command(epilog=example("fitzen backup /backups/fitzen --every 30 --keep 35"))
@click.argument("folder", type=_FOLDER)
@click.option("--every", type=click.FloatRange(0.1, 3600), help="Go on, so many seconds apart, until told to stop.")
@click.option("--keep", type=click.IntRange(1, 3650), default=35, show_default=True, help="Days that can be restored.")
@click.option("--check", is_flag=True, help="Back up nothing; read all that is there and compare it with its hashes.")
@_pg_bin
@_json
@plainly
def backup(folder: Path, every: float | None, keep: int, pg_bin: Path | None, *, check: bool, as_json: bool) -> None:
    """Back up the configured stores (SQLite, PostgreSQL) and files into FOLDER, while Fitzen goes on.

    Put FOLDER on another disk, and encrypt that: it has everything that people keep here. With --every, a restore to any
    moment loses what was acknowledged in the seconds before it at most, and the time that one backup takes.
    """
    from fitzen.backup.postgres import Programs

    programs = Programs(pg_bin)
    if check:
        _check(folder, as_json=as_json)
        return
    _back_up(folder.resolve(), every, timedelta(days=keep), programs, as_json=as_json)


def _back_up(folder: Path, every: float | None, keep: timedelta, programs: "Programs", *, as_json: bool) -> None:
    from fitzen.backup import service
    from fitzen.backup.base import BackupError
    from fitzen.infra.storage.base import utc_now

    end = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT) if every else ():
        signal.signal(number, lambda *_: end.set())
    pruned: datetime | None = None
    with service.backing_up(config.load(), folder, utc_now, programs) as take:
        while True:
            try:
                done = take()
                told = {"reached": done.reached.isoformat(), "seconds": round(done.seconds, 3)}
                said = f"Everything acknowledged by {done.reached.isoformat()} is backed up ({done.seconds:.2f} s)."
                click.echo(json.dumps(told) if as_json else said)
                if pruned is None or done.reached - pruned > PRUNE_EVERY:
                    pruned = done.reached
                    service.prune(folder, pruned - keep, programs)
            except BackupError as error:
                if every is None:
                    raise
                click.echo(json.dumps({"error": str(error)}) if as_json else f"Not backed up: {error}", err=True)
            if every is None or end.wait(every):
                return


def _check(folder: Path, *, as_json: bool) -> None:
    from fitzen.backup import service

    with TemporaryDirectory(prefix="fitzen-check-") as scratch:
        found = service.check(folder, Path(scratch))
    if as_json:
        click.echo(json.dumps({"ok": True, "stores": [_store(each) for each in found]}))
        return
    for each in found:
        click.echo(
            f"{each.part}: {each.records:,} records of {each.owners:,} owners, as of {each.reached.isoformat()}."
        )
    click.echo("The backup is whole.")


@click.command(epilog=example("fitzen restore /backups/fitzen --at 2026-11-26T08:15:00+01:00"))
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--at", type=Moment(), help="The moment to go back to; the last that there is if left out.")
@click.option("--into", type=_FOLDER, help="PostgreSQL: the new data directory.")
@click.option("--overwrite", is_flag=True, help="Move what is there aside (it is not deleted).")
@click.option("--rebuild", is_flag=True, help="SQLite: also make derived records again, and compare, as doctor does.")
@_pg_bin
@click.option("--pg-user", help="The account that PostgreSQL runs as, when this runs as root.")
@_json
@plainly
def restore(
    folder: Path,
    at: datetime | None,
    into: Path | None,
    pg_bin: Path | None,
    pg_user: str | None,
    *,
    overwrite: bool,
    rebuild: bool,
    as_json: bool,
) -> None:
    """Restore the stores and files of a backup in FOLDER to a moment.

    SQLite and files go where STORE_URL and FILES_URL say; stop Fitzen first. PostgreSQL goes into a new data directory:
    start a server on it then. SECRET_KEY must be the one of the backup. Phones that have newer changes than the backup
    notice it, and give them back by themselves.
    """
    from fitzen.backup import service
    from fitzen.backup.postgres import Programs
    from fitzen.infra.storage.base import utc_now

    folder, into = folder.resolve(), into.resolve() if into else None
    programs = Programs(pg_bin, pg_user)
    done = service.restore(config.load(), folder, at, programs, now=utc_now(), into=into, overwrite=overwrite)
    again = service.erased(folder)
    runs = all(each.engine == "sqlite" for each in done.stores)
    if runs:
        erase_again(again)
    differences = _differences() if rebuild and runs else None
    wrong = sum(each.broken for each in done.stores) + (differences or 0)
    if as_json:
        click.echo(
            json.dumps(
                _outcome(done) | {"asked": at.isoformat() if at else None, "differences": differences, "erased": again}
            )
        )
    else:
        _say(done, differences)
        if again and not runs:
            click.echo(
                f"{len(again)} people had been erased. Once the server runs: fitzen users erase --backup {folder}"
            )
    if wrong:
        raise click.ClickException("What was restored does not agree with itself. Restore to another moment.")


def _differences() -> int:
    from fitzen.cli.serving import derivations
    from fitzen.rebuild import users_with_differences

    with opened() as infra:
        infra.store.migrate()
        return sum(len(every) for _, every in users_with_differences(infra.store, derivations()))


def erase_again(people: Sequence[str]) -> None:
    """Erase whoever had been erased, and came back with a restore; nothing happens to the others."""
    from fitzen.users import erasure
    from fitzen.web.context import Context

    with opened() as infra:
        infra.store.migrate()
        if infra.chat_store is not infra.store:
            infra.chat_store.migrate()
        for user_id in people:
            erasure.erase(Context(infra), user_id)


def _say(done: "Outcome", differences: int | None) -> None:
    for each in done.stores:
        click.echo(
            f"{each.part}: {each.records:,} records of {each.owners:,} owners, as of {each.reached.isoformat()}."
        )
    if done.files is not None:
        click.echo(f"files: {done.files:,}.")
    for path in done.moved:
        click.echo(f"What was there is now {path}.")
    if differences is not None:
        click.echo(f"{differences} derived records differ from their sources.")
    click.echo(f"Restored to {done.reached.isoformat()} in {done.seconds:.1f} s.")


def _outcome(done: "Outcome") -> dict[str, Any]:
    return {
        "reached": done.reached.isoformat(),
        "seconds": round(done.seconds, 3),
        "files": done.files,
        "moved": [str(path) for path in done.moved],
        "stores": [_store(each) for each in done.stores],
    }


def _store(each: "Restored") -> dict[str, Any]:
    return each._asdict() | {"reached": each.reached.isoformat()}

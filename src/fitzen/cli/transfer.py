"""export, import: a person's data out as a file, and in again."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, TextIO

import click

from fitzen.cli.common import example, opened, plainly
from fitzen.records import Json, loads

SHOWN = 50
COLUMNS = ("rows", "refused", "repeated", "new", "same", "conflict")


@click.command(epilog=example("fitzen export --email you@example.com my-data.zip"))
@click.argument("file", type=click.File("wb", lazy=True))
@click.option("--email", help="Whose data.")
@click.option("--phone", help="The same by phone number, such as +34612345678.")
@click.option("--include", type=click.Choice(["cycle"]), help="What is left out unless it is asked for.")
@plainly
def export(file: BinaryIO, email: str | None, phone: str | None, include: str | None) -> None:
    """Write everything that somebody has into a zip FILE."""
    from fitzen.auth.service import find_user
    from fitzen.transfer import exporting

    with opened() as infra, TemporaryDirectory(prefix="fitzen-export-") as folder:
        user_id = find_user(infra, phone=phone, email=email)
        found = exporting.collect(infra, user_id, Path(folder), infra.clock(), frozenset({include or ""}), _reading)
        click.echo(err=True)
        size = exporting.write(infra, found, file)
    click.echo(f"{sum(found.counts.values())} records and {len(found.pictures)} files of pictures, {size:,} bytes.")


def _reading(records: int) -> None:
    click.echo(f"\r{records:,} records read", nl=False, err=True)


@click.group(name="import")
def imports() -> None:
    """Bring data in, from a file or a folder."""


@imports.command(epilog=example("fitzen import fitzen my-data.zip --email you@example.com --dry-run"))
@click.argument("file", type=click.File("rb"))
@click.option("--email", help="Into whose account; it is made if it is not there.")
@click.option("--phone", help="The same by phone number, such as +34612345678.")
@click.option("--dry-run", is_flag=True, help="Say what would become of it, and take nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@plainly
def fitzen(file: BinaryIO, email: str | None, phone: str | None, *, dry_run: bool, as_json: bool) -> None:
    """Bring in FILE, an export of Fitzen, beside what is there. The same again changes nothing."""
    from fitzen.auth.service import find_user, user_of
    from fitzen.transfer import service
    from fitzen.transfer.archives import ON_DISK

    with opened() as infra:
        now = infra.clock()
        if dry_run:
            user_id = find_user(infra, phone=phone, email=email)
        else:
            user_id = user_of(infra, phone=phone, email=email, now=now)
        progress = _taking if sys.stderr.isatty() and not as_json else None
        saved = service.bring_in(infra, user_id, file, now, dry_run=dry_run, limits=ON_DISK, progress=progress)
    if as_json:
        click.echo(saved.body)
        return
    report = loads(saved.body)
    if progress:
        click.echo(err=True)
    click.echo("\n".join(table(report["counts"])))
    for problem in report["problems"]:
        click.echo(_line(problem))
    if report["more_problems"]:
        click.echo(f"… and {report['more_problems']} more.")


def _taking(done: int, total: int) -> None:
    click.echo(f"\r{done:,} of {total:,} records", nl=False, err=True)


def table(counts: Json, outcomes: Sequence[str] = ("new", "same", "conflict", "rejected")) -> Iterator[str]:
    """Yield the lines of a table: a row a kind, a column an outcome."""
    yield f"{'':14}" + "".join(f"{outcome:>10}" for outcome in outcomes)
    for kind, found in counts.items():
        yield f"{kind:14}" + "".join(f"{found[outcome]:>10,}" for outcome in outcomes)


def _line(problem: Json) -> str:
    where = [problem.get("file") or problem.get("kind"), problem.get("line") or problem.get("id"), problem.get("field")]
    return f"{' '.join(str(part) for part in where if part is not None)}: {problem['message']}"


@imports.command(epilog=example("fitzen import legacy ./old-data --dry-run --report report.json"))
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would become of it, and take nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option("--report", "to", type=click.File("w", lazy=True), help="Write the report as JSON into this file.")
@plainly
def legacy(folder: Path, to: TextIO | None, *, dry_run: bool, as_json: bool) -> None:
    """Move the CSV files of the first Fitzen backend from FOLDER into the stores. The same again changes nothing."""
    from fitzen.transfer.legacy import service

    if not service.files(folder):
        raise click.ClickException("There is no file of the first backend in this folder, such as users.csv.")
    lines = service.count_lines(folder)
    with opened() as infra, click.progressbar(length=lines, label="Moving", hidden=as_json) as bar:
        report = service.move_in(infra, folder, infra.clock(), dry_run=dry_run, progress=bar.update)
    found = report.to_json()
    if to is not None:
        json.dump(found, to, indent=1, ensure_ascii=False)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    click.echo("\n".join(table(found["counts"], COLUMNS)))
    for title, problems in (("Not taken", found["problems"]), ("Taken, but", found["notes"])):
        for problem in problems[:SHOWN]:
            click.echo(f"{title}: {_line(problem)}")
        if len(problems) > SHOWN:
            click.echo(f"{title}: {len(problems) - SHOWN} more, which --report writes down.")
    for file, count in found["times_taken_as_utc"].items():
        click.echo(f"{file}.csv: {count} times had no offset, and are taken as UTC.")
    for column, count in found["computed_instead"].items():
        click.echo(f"{column}: {count} cells are computed from others instead.")

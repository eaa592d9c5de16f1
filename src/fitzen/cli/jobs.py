"""jobs, worker: the work on a timer."""

import json
import signal
import threading
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import click

from fitzen.cli.common import example, opened, plainly

NAMES = ("reminders", "digest", "streaks", "cleanup", "analytics")


class Moment(click.ParamType[datetime]):
    """A time with an offset, or a day, which means its midnight in UTC."""

    name = "time"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            at = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value} is not a time such as 2026-11-23T07:30:00+01:00.", param, ctx)
        return at if at.tzinfo else at.replace(tzinfo=UTC)


@click.group()
def jobs() -> None:
    """Run the jobs by hand, and see what they found."""


@jobs.command("list", epilog=example("fitzen jobs list"))
def list_jobs() -> None:
    """Show the jobs and when they run."""
    from fitzen.jobs.table import JOBS

    for name, job in JOBS.items():
        click.echo(f"{name:<10} {job.minutes:<7} {job.about}")


@jobs.command(epilog=example("fitzen jobs run reminders --now 2026-11-23T07:30:00+01:00 --json"))
@click.argument("name", type=click.Choice(NAMES))
@click.option("--now", type=Moment(), help="The time that the job takes it to be; the real one if left out.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.option(
    "--timed", is_flag=True, help="As a timer does: unless another process has the job, and until nothing is due."
)
@plainly
def run(name: str, now: datetime | None, *, as_json: bool, timed: bool) -> None:
    """Run a job once, whoever else does; safe to repeat.

    With --timed its lines of the log and its figures are those of a server, for where a CronJob calls it.
    """
    from fitzen.jobs.base import measured
    from fitzen.jobs.table import JOBS

    if timed:
        if now:
            raise click.UsageError("--timed is by the real time: leave --now out.")
        _take_turn(name)
        return
    with opened() as infra:
        infra.store.migrate()
        report = measured(infra, name, JOBS[name].run, now or infra.clock())
    if as_json:
        click.echo(json.dumps({"job": report.job, "counts": report.counts, "more": report.more}))
    else:
        counts = ", ".join(f"{count} {outcome}" for outcome, count in report.counts.items() if count)
        click.echo(f"{report.job}: {counts or 'nothing to do'}{'; there is more' if report.more else ''}")


def _take_turn(name: str) -> None:
    from fitzen.infra.telemetry import logs
    from fitzen.jobs import turns
    from fitzen.jobs.base import stopping

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    with opened() as infra:
        logs.install(infra.settings)
        turns.take(infra, name, uuid4().hex)


@jobs.command(epilog=example("fitzen jobs figures --days 30"))
@click.option("--days", type=click.IntRange(1, 400), default=7, show_default=True, help="How many days back.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day; today if left out.")
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON for each day.")
@plainly
def figures(days: int, until: datetime | None, *, as_json: bool) -> None:
    """Show how many people used Fitzen each day, and what the coach cost."""
    from fitzen.jobs import analytics

    with opened() as infra:
        last: date = (until or infra.clock()).date()
        found = infra.read_late(lambda store: analytics.figures(store, last - timedelta(days=days - 1), last))
    for day in found:
        rest = ", ".join(f"{name} {value}" for name, value in day.items() if name != "day")
        click.echo(json.dumps(day) if as_json else f"{day['day']}  {rest}")


@click.command(epilog=example("fitzen worker"))
@plainly
def worker() -> None:
    """Run the jobs on their minutes until told to stop: beside servers of the roles api and chat."""
    from fitzen.infra.storage import pepper
    from fitzen.infra.telemetry import logs
    from fitzen.jobs.scheduler import Scheduler

    end = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: end.set())
    with opened() as infra:
        logs.install(infra.settings)
        infra.store.migrate()
        pepper.check(infra.store, infra.settings.pepper, infra.clock())
        scheduler = Scheduler(infra)
        scheduler.start()
        if infra.reporter:
            infra.reporter.start()
        click.echo("The jobs run. Stop with Ctrl-C.")
        end.wait()
        scheduler.stop()
        if infra.reporter:
            infra.reporter.stop()

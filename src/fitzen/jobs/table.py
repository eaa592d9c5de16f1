"""The jobs by name, and how often each runs."""

from collections.abc import Callable, Mapping
from datetime import datetime
from importlib import import_module
from typing import NamedTuple

from fitzen.infra.base import Infra
from fitzen.jobs.base import Report


class Job(NamedTuple):
    """`minutes` of the hour, as cron writes them; `about` says in a line what it does."""

    run: Callable[[Infra, datetime], Report]
    minutes: str
    about: str


def _later(name: str) -> Callable[[Infra, datetime], Report]:
    """Return the `run` of a module here, imported when it runs first: a function of AWS Lambda has one job only."""

    def run(infra: Infra, now: datetime) -> Report:
        report: Report = import_module(f"fitzen.jobs.{name}").run(infra, now)
        return report

    return run


JOBS: Mapping[str, Job] = {
    "reminders": Job(_later("reminders"), "*", "Deliver the reminders that are due"),
    "digest": Job(_later("digest"), "*/5", "Write the note for each person's morning; on Mondays mail the week"),
    "streaks": Job(_later("streaks"), "1-59/5", "Do what each person's midnight brings"),
    "cleanup": Job(_later("cleanup"), "17", "Remove what has expired"),
    "analytics": Job(_later("analytics"), "37", "Add up how many people use Fitzen, and what the coach costs"),
}

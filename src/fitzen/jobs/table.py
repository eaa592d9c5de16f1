"""The jobs by name, and how often each runs."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from fitzen.infra.base import Infra
from fitzen.jobs import analytics, cleanup, digest, reminders, streaks
from fitzen.jobs.base import Report


class Job(NamedTuple):
    """`minutes` of the hour, as cron writes them; `about` says in a line what it does."""

    run: Callable[[Infra, datetime], Report]
    minutes: str
    about: str


JOBS: Mapping[str, Job] = {
    "reminders": Job(reminders.run, "*", "Deliver the reminders that are due"),
    "digest": Job(digest.run, "*/5", "Write the note for each person's morning; on Mondays mail the week"),
    "streaks": Job(streaks.run, "1-59/5", "Do what each person's midnight brings"),
    "cleanup": Job(cleanup.run, "17", "Remove what has expired"),
    "analytics": Job(analytics.run, "37", "Add up how many people use Fitzen, and what the coach costs"),
}

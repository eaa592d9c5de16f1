"""Every figure that Fitzen gives of itself, defined once, and a process's own values of them.

Two outlets read them: Prometheus (prometheus.py) and CloudWatch's embedded metric format (emf.py). Labels are words of
ours (a route's template, a job's name), never anything of a person. Times are in seconds.
"""

import time
from bisect import bisect_left
from collections import deque
from collections.abc import Mapping
from threading import Lock
from typing import Literal, NamedTuple

type Labels = tuple[str, ...]

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Upper bounds in seconds; the alarm on latency is at 2 s."""
RECENT = 100
"""CloudWatch takes so many values of a metric in one line; of more, the last ones stand for all."""


class Metric(NamedTuple):
    """`unit` is CloudWatch's word; `counted_as` names what the number of a histogram's observations is there."""

    name: str
    kind: Literal["counter", "gauge", "histogram"]
    unit: str
    about: str
    labels: Labels = ()
    counted_as: str = ""


REQUEST_TIME = Metric(
    "RequestSeconds",
    "histogram",
    "Seconds",
    "How long requests took, streams to their end",
    ("route", "status"),
    "Requests",
)
REQUEST_ERRORS = Metric("RequestErrors", "counter", "Count", "Requests that ended in 5xx", ("route",))
ACTIVE_USERS = Metric("ActiveUsers", "counter", "Count", "People, once in each clock hour that they use Fitzen in")
DAILY_ACTIVE_USERS = Metric("DailyActiveUsers", "gauge", "Count", "People who used Fitzen on the last day that is over")
SIGN_UPS = Metric("SignUps", "counter", "Count", "New accounts")
CHAT_MESSAGES = Metric("ChatMessages", "counter", "Count", "Messages that people sent to the coach")
COACH_TIME = Metric(
    "CoachSeconds", "histogram", "Seconds", "How long calls of a model took, to their end", ("model",), "CoachCalls"
)
COACH_ERRORS = Metric("CoachErrors", "counter", "Count", "Calls of a model that failed", ("model",))
COACH_TOKENS = Metric("CoachTokens", "counter", "Count", "Tokens read and written by models", ("model", "direction"))
COACH_COST = Metric("CoachCostUsd", "counter", "None", "What models cost, in US dollars", ("model",))
JOB_TIME = Metric("JobSeconds", "histogram", "Seconds", "How long runs of jobs took", ("job",), "JobRuns")
JOB_FAILURES = Metric("JobFailures", "counter", "Count", "Runs of jobs that failed", ("job",))
JOB_LAG = Metric("JobLagSeconds", "gauge", "Seconds", "How late the oldest of what was due was done", ("kind",))

METRICS = (
    REQUEST_TIME,
    REQUEST_ERRORS,
    ACTIVE_USERS,
    DAILY_ACTIVE_USERS,
    SIGN_UPS,
    CHAT_MESSAGES,
    COACH_TIME,
    COACH_ERRORS,
    COACH_TOKENS,
    COACH_COST,
    JOB_TIME,
    JOB_FAILURES,
    JOB_LAG,
)


class Histogram:
    """`buckets` has one count for each bound and one beyond; not added up, as Prometheus's `le` are."""

    __slots__ = ("buckets", "count", "total")

    def __init__(self) -> None:
        self.count = 0
        self.total = 0.0
        self.buckets = [0] * (len(BUCKETS) + 1)


class Gauge(NamedTuple):
    """`at` is in seconds since 1970: of several processes' values, the last one set is the one."""

    value: float
    at: float


class Snapshot(NamedTuple):
    """A copy of all values, by metric and labels."""

    counters: Mapping[tuple[str, Labels], float]
    gauges: Mapping[tuple[str, Labels], Gauge]
    histograms: Mapping[tuple[str, Labels], tuple[int, float, tuple[int, ...]]]


class Registry:
    """The values of this process; from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._counters: dict[tuple[str, Labels], float] = {}
        self._gauges: dict[tuple[str, Labels], Gauge] = {}
        self._histograms: dict[tuple[str, Labels], Histogram] = {}
        self._recent: dict[str, deque[float]] = {}

    def count(self, metric: Metric, labels: Labels = (), by: float = 1) -> None:
        with self._lock:
            self._counters[metric.name, labels] = self._counters.get((metric.name, labels), 0) + by

    def set(self, metric: Metric, value: float, labels: Labels = ()) -> None:
        with self._lock:
            self._gauges[metric.name, labels] = Gauge(value, time.time())

    def observe(self, metric: Metric, value: float, labels: Labels = ()) -> None:
        key = metric.name, labels
        with self._lock:
            series = self._histograms.get(key)
            if series is None:
                series = self._histograms[key] = Histogram()
                self._recent.setdefault(metric.name, deque(maxlen=RECENT))
            series.count += 1
            series.total += value
            series.buckets[bisect_left(BUCKETS, value)] += 1
            self._recent[metric.name].append(value)

    def read(self) -> Snapshot:
        with self._lock:
            histograms = {key: (each.count, each.total, tuple(each.buckets)) for key, each in self._histograms.items()}
            return Snapshot(dict(self._counters), dict(self._gauges), histograms)

    def take_recent(self) -> Mapping[str, list[float]]:
        """Return the last observations of each histogram, up to 100, since they were last taken."""
        with self._lock:
            taken = {name: list(values) for name, values in self._recent.items()}
            for values in self._recent.values():
                values.clear()
            return taken

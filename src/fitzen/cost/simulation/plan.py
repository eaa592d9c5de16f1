"""What is simulated: the load, the service, how it scales, and what goes wrong."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

from fitzen.cost.bill import DAYS
from fitzen.cost.measured import ASSUMED
from fitzen.cost.simulation.load import DAY_S, measured_cpu, shape_of_a_day
from fitzen.cost.workload import like_reference

MORNING = 7 * 3600
"""When the load is highest: what goes wrong goes wrong then."""


@dataclass(frozen=True)
class Scaling:
    """Target tracking as Application Auto Scaling does it, with the design's numbers.

    CPU is averaged by the minute. Above `target` for `out_minutes` the count becomes what would bring it to the target, at
    most each `out_s`; below 90 % of it for `in_minutes` it becomes less, at most each `in_s`. A task takes `start_s` to
    answer its first request; health checks notice a lost one after `notice_s`. By requests (ALBRequestCountPerTarget) it
    sees what is asked, turned away or not, where CPU cannot say more than "all of it". All but the design's 70 %, 60 s, 300 s,
    2 and 10 is how AWS documents it, or assumed (`start_s`, `notice_s`).
    """

    by: Literal["cpu", "requests"] = "cpu"
    least: int = 2
    most: int = 10
    target: float = 0.7
    out_s: float = 60.0
    in_s: float = 300.0
    out_minutes: int = 3
    in_minutes: int = 15
    start_s: float = 45.0
    notice_s: float = 30.0


@dataclass(frozen=True)
class Throttling:
    """Bedrock refuses this share of calls from `begins`, for `lasts` seconds."""

    begins: float
    lasts: float
    share: float


@dataclass(frozen=True)
class Plan:
    """A run. `requests` are a day's, `answers` of the coach among people a day's too (they run on tasks of their own).

    `spike` multiplies the load from `spike_at` for `spike_lasts` seconds. `lose_task_at` kills one task, `lose_zone_at`
    every task of one zone of two. `store_ms` is waited for DynamoDB, which takes no CPU. `longest_wait_s`: who would
    wait longer is turned away at once (503), as API Gateway gives up after 29 s.
    """

    name: str
    about: str
    requests: int = 1_000_000
    seconds: int = DAY_S
    answers: float = like_reference(100_000).messages() / DAYS
    shape: Callable[[float], float] = shape_of_a_day
    cpu: Callable[[Random], Iterator[float]] = measured_cpu
    vcpu: float = 0.5
    store_ms: float = ASSUMED.store_wait_ms
    longest_wait_s: float = 10.0
    scaling: Scaling = Scaling()
    spike: float = 1.0
    spike_at: float = MORNING
    spike_lasts: float = 900.0
    lose_task_at: float | None = None
    lose_zone_at: float | None = None
    throttling: Throttling | None = None


SCENARIOS = {
    "day": Plan("day", "a day of 1 M requests, with a morning peak"),
    "spike": Plan("spike", "the same, ten times as many for 15 minutes at the peak", spike=10.0),
    "spike-by-requests": Plan(
        "spike-by-requests",
        "the same, scaled by requests a task instead of by CPU",
        spike=10.0,
        scaling=Scaling(by="requests"),
    ),
    "task": Plan("task", "a task is lost at the peak", lose_task_at=MORNING),
    "zone": Plan("zone", "a zone is lost at the peak", lose_zone_at=MORNING),
    "throttled": Plan(
        "throttled", "Bedrock refuses 80 % of calls for half an hour", throttling=Throttling(MORNING, 1800.0, 0.8)
    ),
}

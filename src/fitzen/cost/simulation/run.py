"""The simulation itself: simpy's processes over a fleet. The same seed gives the same day."""

from array import array
from collections.abc import Generator
from dataclasses import dataclass, field, replace
from random import Random
from typing import TYPE_CHECKING, Any

from fitzen.cost.bill import Bill
from fitzen.cost.prices import Prices
from fitzen.cost.profiles import Basis, coach
from fitzen.cost.simulation.fleet import Fleet
from fitzen.cost.simulation.load import mean_cpu_ms
from fitzen.cost.simulation.plan import Plan
from fitzen.cost.workload import coach_tokens, like_reference
from fitzen.errors import UnavailableError

if TYPE_CHECKING:
    import simpy

type Process = Generator["simpy.Event", Any]

FIRST_WORD_S = 1.2
"""Until a model's first word, in the mean (assumed)."""
RETRY_FOR_S = 6.0
"""How long the coach tries a model that refuses (docs/coach.md)."""


@dataclass
class Minute:
    """What is drawn: requests, those turned away or failed, the longest answer, and tasks."""

    requests: int = 0
    errors: int = 0
    worst_s: float = 0.0
    tasks: int = 0


@dataclass
class Outcome:
    """What came out. Latencies are of the server, in seconds, with DynamoDB and without the way to the phone."""

    plan: Plan
    seed: int
    latencies: array[float] = field(default_factory=lambda: array("d"))
    turned_away: int = 0
    failed: int = 0
    minutes: list[Minute] = field(default_factory=list)
    task_seconds: float = 0.0
    most_tasks: int = 0
    first_words: array[float] = field(default_factory=lambda: array("d"))
    builtin: int = 0
    usd_tasks: float = 0.0
    usd_models: float = 0.0

    @property
    def requests(self) -> int:
        return len(self.latencies) + self.errors

    @property
    def errors(self) -> int:
        return self.turned_away + self.failed

    @property
    def tasks_mean(self) -> float:
        return self.task_seconds / (60.0 * max(1, len(self.minutes)))

    @property
    def error_share(self) -> float:
        return self.errors / max(1, self.requests)


def percentile(values: "array[float] | list[float]", percent: float) -> float:
    """Return the value that `percent` of all are at or below; 0 of none."""
    if not values:
        return 0.0
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


class _Day:
    """One run: its processes share the fleet and what is counted."""

    def __init__(self, env: "simpy.Environment", plan: Plan, seed: int) -> None:
        self.env, self.plan, self.out = env, plan, Outcome(plan, seed)
        self.arrive, self.work, self.talk, self.fate = (Random(f"{seed} {name}") for name in "awtf")  # noqa: S311
        self.fleet = Fleet(plan.vcpu, plan.longest_wait_s)
        self.starting = 0
        self.zones = [0, 1]
        for place in range(plan.scaling.least):
            self.fleet.start(place % 2, 0.0)
        self.minute = Minute(tasks=plan.scaling.least)

    def requests(self) -> Process:
        """Each second, the requests of it: Poisson, at random moments."""
        plan, cpu = self.plan, self.plan.cpu(self.work)
        mean = plan.requests / plan.seconds
        while True:
            now = self.env.now
            spiked = plan.spike_at <= now < plan.spike_at + plan.spike_lasts
            rate = mean * plan.shape(now) * (plan.spike if spiked else 1.0)
            at = self.arrive.expovariate(rate) if rate else 1.0
            while at < 1.0:
                self._one(now + at, next(cpu))
                at += self.arrive.expovariate(rate)
            yield self.env.timeout(1.0)

    def _one(self, now: float, cpu_s: float) -> None:
        self.minute.requests += 1
        lost = self.fleet.lost_share
        if lost and self.fate.random() < lost:
            self.out.failed += 1
            self.minute.errors += 1
            return
        took = self.fleet.take(now, cpu_s)
        if took is None:
            self.out.turned_away += 1
            self.minute.errors += 1
            return
        took += self.plan.store_ms / 1000
        self.out.latencies.append(took)
        self.minute.worst_s = max(self.minute.worst_s, took)

    def scaler(self) -> Process:
        """Look at each minute's CPU, and start or stop tasks."""
        rules, above, below = self.plan.scaling, 0, 0
        out_at = in_at = float("-inf")
        busy = 0.0
        while True:
            yield self.env.timeout(60.0)
            count = len(self.fleet.tasks)
            self.out.task_seconds += 60.0 * count
            self.out.most_tasks = max(self.out.most_tasks, count)
            self.minute.tasks = count
            self.out.minutes.append(self.minute)
            asked = self.minute.requests
            self.minute = Minute()
            use = self._use(self.fleet.busy_s - busy, asked, count)
            busy = self.fleet.busy_s
            above, below = (above + 1, 0) if use > rules.target else (0, below + 1 if use < 0.9 * rules.target else 0)
            now = self.env.now
            total = count + self.starting
            if above >= rules.out_minutes and now - out_at >= rules.out_s and total < rules.most:
                wanted = min(rules.most, -(-total * use // rules.target))
                self._start(max(1, int(wanted) - total))
                out_at = now
            if below >= rules.in_minutes and now - max(in_at, out_at) >= rules.in_s and count > rules.least:
                wanted = max(rules.least, int(-(-count * use // rules.target)))
                self.fleet.stop(max(0, count - wanted))
                in_at = now

    def _use(self, busy_s: float, asked: int, count: int) -> float:
        """Return the minute's use of the tasks' CPU, by what the scaling goes by; by requests it may be above 1."""
        if self.plan.scaling.by == "cpu":
            return min(1.0, busy_s / (60.0 * max(1, count)))
        return asked * mean_cpu_ms() / 1000 / self.plan.vcpu / (60.0 * max(1, count))

    def _start(self, count: int) -> None:
        self.starting += count
        self.env.process(self._started(count))

    def _started(self, count: int) -> Process:
        yield self.env.timeout(self.plan.scaling.start_s)
        for _ in range(count):
            used = [task.zone for task in self.fleet.tasks]
            self.fleet.start(min(self.zones, key=used.count), self.env.now)
            self.starting -= 1

    def loss(self, at: float, *, whole_zone: bool) -> Process:
        """Lose a task or a zone; what they had fails; once noticed, as many are started. A lost zone stays lost."""
        yield self.env.timeout(at)
        hit = [task for task in self.fleet.tasks if task.zone == 0]
        if whole_zone:
            self.zones.remove(0)
        else:
            hit = hit[:1]
        work = self.fleet.lose(hit, self.env.now)
        pending = min(len(self.out.latencies), round(work * self.plan.vcpu / (mean_cpu_ms() / 1000)))
        for _ in range(pending):
            self.out.latencies.pop()
        self.out.failed += pending
        self.minute.errors += pending
        yield self.env.timeout(self.plan.scaling.notice_s)
        gone = self.fleet.forget_lost()
        self._start(gone)

    def conversations(self) -> Process:
        plan = self.plan
        mean = plan.answers / plan.seconds
        while mean:
            rate = mean * max(plan.shape(self.env.now), 0.01)
            yield self.env.timeout(self.talk.expovariate(rate))
            self.env.process(self._answer())

    def _answer(self) -> Process:
        """Ask the model; refused, again with growing pauses for six seconds; then the built-in coach answers."""
        began, pause = self.env.now, 0.25
        while self._refused():
            pause *= 2
            wait = self.talk.uniform(0.5, 1.0) * pause
            if self.env.now + wait - began > RETRY_FOR_S:
                self.out.builtin += 1
                self.out.first_words.append(self.env.now - began)
                return
            yield self.env.timeout(wait)
        yield self.env.timeout(self.talk.expovariate(1 / FIRST_WORD_S))
        self.out.first_words.append(self.env.now - began)

    def _refused(self) -> bool:
        throttling = self.plan.throttling
        if throttling is None or not 0 <= self.env.now - throttling.begins < throttling.lasts:
            return False
        return self.talk.random() < throttling.share


def simulate(plan: Plan, prices: Prices, seed: int = 1) -> Outcome:
    """Run a plan to its end. Raises UnavailableError without simpy."""
    try:
        import simpy
    except ImportError:
        raise UnavailableError("Simulating needs simpy, which is not installed: pip install 'fitzen[ops]'.") from None
    env = simpy.Environment()
    day = _Day(env, plan, seed)
    env.process(day.requests())
    env.process(day.scaler())
    env.process(day.conversations())
    if plan.lose_task_at is not None:
        env.process(day.loss(plan.lose_task_at, whole_zone=False))
    if plan.lose_zone_at is not None:
        env.process(day.loss(plan.lose_zone_at, whole_zone=True))
    env.run(until=plan.seconds + 0.5)
    _pay(day.out, prices)
    return day.out


def _pay(out: Outcome, prices: Prices) -> None:
    """Add up tasks (1 GB each half vCPU) and models; the coach's own tasks are in the bill, two at this size."""
    hours = out.task_seconds / 3600
    vcpu, gb = prices["fargate.arm.vcpu_hour"].usd, prices["fargate.arm.gb_hour"].usd
    out.usd_tasks = hours * (out.plan.vcpu * vcpu + 2 * out.plan.vcpu * gb)
    read, written = coach_tokens(len(out.first_words) - out.builtin)
    made = Bill("models", prices)
    coach(made, Basis(replace(like_reference(1), input_tokens=read, output_tokens=written)))
    out.usd_models = made.total

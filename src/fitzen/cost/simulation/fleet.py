"""Tasks behind a load balancer: each works off its requests one after the other, on its share of a CPU."""

from dataclasses import dataclass, field
from heapq import heapify, heapreplace


@dataclass(eq=False)
class Task:
    """`free_at` is when it will have worked off what it has; `zone` is where it runs; a lost task answers nothing."""

    zone: int
    free_at: float
    lost: bool = False


@dataclass
class Fleet:
    """The tasks that the balancer sends to. Each request goes to the task that is free first, as if they shared a queue.

    That is an M/G/c queue. A lost task gets its share of requests until the balancer has noticed, and fails them.
    """

    vcpu: float
    longest_wait_s: float
    tasks: list[Task] = field(default_factory=list)
    _heap: list[tuple[float, int]] = field(default_factory=list)
    _alive: list[Task] = field(default_factory=list)
    busy_s: float = 0.0

    def start(self, zone: int, now: float) -> None:
        self.tasks.append(Task(zone, now))
        self._rebuild()

    def stop(self, count: int) -> None:
        """Take the tasks of the fullest zones out; what they have, they still answer."""
        self._rebuild()
        for _ in range(count):
            zones = [task.zone for task in self.tasks]
            self.tasks.remove(max(self.tasks, key=lambda task: (zones.count(task.zone), -task.free_at)))
        self._rebuild()

    def lose(self, tasks: list[Task], now: float) -> float:
        """Kill tasks; return seconds of work that they had and nobody answers."""
        self._rebuild()
        lost = sum(max(0.0, task.free_at - now) for task in tasks)
        for task in tasks:
            task.lost = True
        self._rebuild()
        return lost

    def forget_lost(self) -> int:
        """Take lost tasks out, as the balancer does once health checks fail; return how many they were."""
        gone = sum(task.lost for task in self.tasks)
        self.tasks = [task for task in self.tasks if not task.lost]
        self._rebuild()
        return gone

    def _rebuild(self) -> None:
        """Write back what the heap knows, and make it anew."""
        for free_at, place in self._heap:
            self._alive[place].free_at = free_at
        self._alive = [task for task in self.tasks if not task.lost]
        self._heap = [(task.free_at, place) for place, task in enumerate(self._alive)]
        heapify(self._heap)

    @property
    def lost_share(self) -> float:
        return 1 - len(self._alive) / len(self.tasks) if self.tasks else 1.0

    def take(self, now: float, cpu_s: float) -> float | None:
        """Return how long the request waits and is worked on, in seconds, or None if it is turned away."""
        if not self._heap:
            return None
        free_at, place = self._heap[0]
        begins = max(now, free_at)
        if begins - now > self.longest_wait_s:
            return None
        work = cpu_s / self.vcpu
        self.busy_s += work
        heapreplace(self._heap, (begins + work, place))
        return begins + work - now

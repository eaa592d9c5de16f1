"""What a set of a lift says: effort, estimated maximum, volume, bests and records.

Weights are kilograms of the load as logged: the bar with its plates, one dumbbell, the stack, or what is added to
the body. Every function raises ValueError on NaN, infinity, a negative or an amount out of its range.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from fitzen.science.checks import within

type Kind = Literal["warmup", "normal", "drop", "failure"]
type Metric = Literal["reps_load", "bodyweight", "time", "distance"]
"""How an exercise is measured."""
type BestMetric = Literal["e1rm_kg", "weight_kg", "volume_kg", "reps", "duration_s", "distance_m"]
type Bests = Mapping[BestMetric, float]
"""The best value of each metric; a metric that does not apply is absent."""

KINDS: tuple[Kind, ...] = ("warmup", "normal", "drop", "failure")

MAX_EFFECTIVE_REPS = 10
"""Beyond it, linear equations no longer predict the maximum (Reynolds 2006, doi 10.1519/R-15304.1)."""

MAX_RELIABLE_RIR = 4.0
"""Reports above it say only "far from failure" (Zourdos 2021, doi 10.1519/JSC.0000000000002995)."""

BRZYCKI_LIMIT = 37
"""Where the Brzycki equation divides by zero."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """One set as logged. `rpe` is 1 to 10 in half steps, `rir` 0 to 10; unknown fields are None, never 0.

    Raises ValueError on a kind that there is not, and on an amount out of range.
    """

    kind: Kind = "normal"
    reps: int | None = None
    weight_kg: float | None = None
    rpe: float | None = None
    rir: float | None = None
    duration_s: float | None = None
    distance_m: float | None = None
    done: bool = True

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}, not {self.kind!r}")
        within("rpe", self.rpe, 1, 10)
        within("rir", self.rir, 0, 10)
        for name in ("reps", "weight_kg", "duration_s", "distance_m"):
            within(name, getattr(self, name), 0)

    @property
    def is_work(self) -> bool:
        """Done and not a warm-up: normal, drop and failure sets."""
        return self.done and self.kind != "warmup"

    @property
    def reserve(self) -> float | None:
        """Repetitions in reserve: 0 for a failure set, else `rir`, else from `rpe`, else None."""
        if self.kind == "failure":
            return 0.0
        if self.rir is not None or self.rpe is None:
            return self.rir
        return rir_from_rpe(self.rpe)


def rir_from_rpe(rpe: float) -> float:
    """Repetitions in reserve, 10 - RPE (Zourdos 2016, doi 10.1519/JSC.0000000000001049).

    The scale names repetitions from RPE 5 up (Helms 2016, doi 10.1519/SSC.0000000000000218); below it the result
    only says "light", which is why `e1rm` counts no more than MAX_RELIABLE_RIR.
    """
    within("rpe", rpe, 1, 10)
    return 10 - rpe


def epley_e1rm(weight_kg: float, reps: float) -> float:
    """Estimate the 1RM in kg as weight * (1 + reps / 30); at 1 rep the weight itself (Epley 1985, Poundage Chart).

    For a set taken to failure, 1 to 10 reps. The equation as printed gives 3 % too much at 1 rep, hence the exception.
    """
    within("weight_kg", weight_kg, 0)
    within("reps", reps, 1)
    return weight_kg if reps == 1 else weight_kg * (1 + reps / 30)


def brzycki_e1rm(weight_kg: float, reps: float) -> float:
    """Estimate the 1RM in kg as weight * 36 / (37 - reps) (Brzycki 1993, doi 10.1080/07303084.1993.10606684).

    For a set taken to failure, 1 to 10 reps. Raises ValueError from 37 reps on, where it is not defined.
    """
    within("weight_kg", weight_kg, 0)
    within("reps", reps, 1)
    if reps >= BRZYCKI_LIMIT:
        raise ValueError(f"reps must be below {BRZYCKI_LIMIT} for the Brzycki equation, not {reps!r}")
    return weight_kg * 36 / (37 - reps)


def e1rm(weight_kg: float, reps: int, rir: float | None = None) -> float | None:
    """Estimate the 1RM in kg: the mean of Epley and Brzycki at reps + RIR, or None beyond 10 such repetitions.

    A RIR that nobody reported counts as 0 and a RIR above 4 as 4, so both make the estimate a lower bound: lifters
    called a true 5 in reserve wrong by 5.2 repetitions on average, a true 1 by 2.1 (Zourdos 2021, doi
    10.1519/JSC.0000000000002995). The two equations agree at 10 repetitions and differ by at most 3.9 % below; neither
    wins for every lift (LeSuer 1997, doi 10.1519/00124278-199711000-00001), hence the mean.
    """
    within("weight_kg", weight_kg, 0)
    within("reps", reps, 1)
    within("rir", rir, 0, 10)
    effective = reps + min(rir or 0.0, MAX_RELIABLE_RIR)
    return None if effective > MAX_EFFECTIVE_REPS else weight_kg * _max_per_load(effective)


def load_for(e1rm_kg: float, reps: int, rir: float = 0) -> float | None:
    """Return the load in kg for `reps` with `rir` left: the inverse of `e1rm`; None beyond 10 repetitions with RIR.

    `rir` is a plan here, not a report, so it is not capped: for a RIR above 4, the load is lighter than the one that
    `e1rm` would read back.
    """
    within("e1rm_kg", e1rm_kg, 0)
    within("reps", reps, 1)
    within("rir", rir, 0, 10)
    effective = reps + rir
    return None if effective > MAX_EFFECTIVE_REPS else e1rm_kg / _max_per_load(effective)


def _max_per_load(effective_reps: float) -> float:
    return (epley_e1rm(1, effective_reps) + brzycki_e1rm(1, effective_reps)) / 2


def set_volume_kg(entry: Set) -> float:
    """Return the volume load, reps * weight in kg; 0 for a warm-up, an undone set and one without reps or weight.

    The field's volume load (McBride 2009, doi 10.1519/JSC.0b013e31818efdfe). It compares sessions of one exercise, not
    exercises with each other: body weight, distance moved and effort are not in it.
    """
    return (entry.reps or 0) * (entry.weight_kg or 0.0) if entry.is_work else 0.0


def volume_kg(sets: Iterable[Set]) -> float:
    """Sum `set_volume_kg` over the sets, in kg."""
    return sum(map(set_volume_kg, sets), 0.0)


RECORD_METRICS: Mapping[Metric, tuple[BestMetric, ...]] = {
    "reps_load": ("e1rm_kg", "weight_kg", "volume_kg"),
    "bodyweight": ("reps", "weight_kg"),
    "time": ("duration_s",),
    "distance": ("distance_m",),
}
"""Which bests an exercise has. Added load on a bodyweight exercise gives no e1RM: the body is part of the load."""

MIN_GAIN: Mapping[BestMetric, float] = {
    "e1rm_kg": 0.05,
    "weight_kg": 0.05,
    "volume_kg": 0.5,
    "reps": 0,
    "duration_s": 0.05,
    "distance_m": 0.005,
}
"""By more than this a record must be beaten: below what a plate adds, above what rounding pounds to 0.01 kg leaves."""


class RecordBroken(NamedTuple):
    metric: BestMetric
    value: float
    previous: float


def best_of(sets: Iterable[Set], metric: Metric) -> dict[BestMetric, float]:
    """Return the bests of one exercise in one session, of the working sets that are done.

    `weight_kg` is the heaviest moved for at least 1 rep, `reps` the most in a set, `volume_kg` the session's sum.
    """
    work = [entry for entry in sets if entry.is_work]
    return {name: best for name in RECORD_METRICS[metric] if (best := _BEST[name](work)) > 0}


def broken_records(previous: Bests | None, now: Bests) -> list[RecordBroken]:
    """List what `now` (from `best_of`) beats in `previous` (from `merge_bests` of every earlier session).

    The first value of a metric sets the record and breaks none, so an exercise's first session gives an empty list.
    """
    return [
        RecordBroken(metric, value, previous[metric])
        for metric, value in now.items()
        if previous and metric in previous and value > previous[metric] + MIN_GAIN[metric]
    ]


def merge_bests(previous: Bests | None, now: Bests) -> dict[BestMetric, float]:
    """Return the better of the two in each metric; order and repetition of merges do not matter."""
    before = previous or {}
    return {**before, **{metric: max(value, before.get(metric, 0.0)) for metric, value in now.items()}}


def _best_e1rm(sets: Sequence[Set]) -> float:
    estimates = (e1rm(s.weight_kg, s.reps, s.reserve) for s in sets if s.reps and s.weight_kg)
    return max((estimate for estimate in estimates if estimate is not None), default=0.0)


_BEST: Mapping[BestMetric, Callable[[Sequence[Set]], float]] = {
    "e1rm_kg": _best_e1rm,
    "weight_kg": lambda sets: max((s.weight_kg or 0.0 for s in sets if s.reps), default=0.0),
    "volume_kg": volume_kg,
    "reps": lambda sets: max((s.reps or 0 for s in sets), default=0),
    "duration_s": lambda sets: max((s.duration_s or 0.0 for s in sets), default=0.0),
    "distance_m": lambda sets: max((s.distance_m or 0.0 for s in sets), default=0.0),
}

"""What a training plan is made by: repetitions and reserve, rest, how much in one session, lighter weeks, and time.

Weekly sets are in `volume.py`. Seconds unless named otherwise. What is evidence and what is Fitzen's choice is said
at each figure, and in docs/science.md.
"""

from collections.abc import Mapping
from math import ceil
from typing import Literal, NamedTuple

from fitzen.science.checks import within
from fitzen.science.volume import Level

type Aim = Literal["growth", "strength", "general"]
type Role = Literal["main", "secondary", "isolation", "core"]
"""What an exercise is in its session: the first lifts, further lifts over several joints, one joint, the trunk."""

REPS: Mapping[Aim, Mapping[Role, tuple[int, int]]] = {
    "growth": {"main": (6, 10), "secondary": (8, 12), "isolation": (10, 15), "core": (10, 15)},
    "strength": {"main": (4, 6), "secondary": (6, 10), "isolation": (10, 15), "core": (8, 12)},
    "general": {"main": (6, 10), "secondary": (8, 12), "isolation": (10, 15), "core": (10, 15)},
}
"""Repetitions of a set. Loads from about 80 % of the maximum make strongest, and growth hardly depends on the load
(position stand of the ACSM: Currier 2026, doi 10.1249/MSS.0000000000003897; Schoenfeld 2021, doi 10.3390/sports9020032). 4
to 6 repetitions with 2 in reserve are about 84 % of the maximum. The bounds of the ranges are Fitzen's."""

CAREFUL_REPS: Mapping[Role, tuple[int, int]] = {
    "main": (10, 15),
    "secondary": (10, 15),
    "isolation": (12, 15),
    "core": (10, 15),
}
"""For the young, the pregnant and whoever has a condition and no clearance: light to moderate loads, no maximum (youths:
Lloyd 2014, doi 10.1136/bjsports-2013-092952; pregnancy: ACOG 2020, Committee Opinion 804, doi
10.1097/AOG.0000000000003772). The bounds are Fitzen's."""

RESERVE: Mapping[Level, tuple[int, int]] = {"beginner": (3, 2), "intermediate": (3, 1), "advanced": (3, 1)}
"""Repetitions in reserve in the first and the last working week. Stopping short of failure gives as much strength, and
growth rises only a little towards it (Robinson 2024, doi 10.1007/s40279-024-02069-2; Refalo 2023, doi
10.1007/s40279-022-01784-y). Going down over the weeks is Fitzen's way to make each week a little harder."""
LEAST_RESERVE, CAREFUL_RESERVE = 1, 3
"""No plan asks for failure; a careful one stays three repetitions away from it."""
DELOAD_RESERVE = 4

REST: Mapping[Aim, Mapping[Role, int]] = {
    "growth": {"main": 120, "secondary": 120, "isolation": 75, "core": 60},
    "strength": {"main": 180, "secondary": 120, "isolation": 75, "core": 60},
    "general": {"main": 120, "secondary": 90, "isolation": 60, "core": 60},
}
"""More than a minute grows a little more muscle, beyond 90 s no difference is detectable (Singer 2024, doi
10.3389/fspor.2024.1429789); two minutes and more are for strength of the trained (Grgic 2018, doi
10.1007/s40279-017-0788-x)."""
SHORT_REST: Mapping[Role, int] = {"main": 90, "secondary": 75, "isolation": 60, "core": 45}
"""Where there are less than SHORT_MINUTES: time is saved by rest before it is saved by sets (Iversen 2021, doi
10.1007/s40279-021-01490-1); the figures are Fitzen's."""
SHORT_MINUTES = 40

MOST_IN_A_SESSION: Mapping[Level, float] = {"beginner": 6, "intermediate": 8, "advanced": 10}
"""Fractional sets of one muscle in a session. Up to about 11 each one still adds growth that can be detected (Remmert
2025, preprint, doi 10.51224/SRXIV.537); below that the steps by level are Fitzen's."""

MOST_OF_AN_EXERCISE: Mapping[Level, int] = {"beginner": 3, "intermediate": 4, "advanced": 5}
"""Working sets of one exercise in a session. ACSM 2026 gives two or three for strength; more is Fitzen's choice."""

DELOAD_SETS, DELOAD_LOAD = 0.5, 0.9
"""Shares of the last working week. Athletes cut sets, load and effort in a lighter week, every 5.6 weeks, SD 2.3 (Rogerson
2024, doi 10.1186/s40798-024-00691-y), as coaches agree (Bell 2023, doi 10.1186/s40798-023-00633-0). One trial found that a week off in nine costs no muscle and a little strength (Coleman
2024, doi 10.7717/peerj.16777), so the week is lighter, not empty. The shares are Fitzen's."""

REP_S, SETTLE_S, CHANGE_S = 3.5, 5, 60
"""A repetition up and down, taking the position for a set, and going to the next exercise: Fitzen's estimates (one to
two seconds either way: ACSM 2009, doi 10.1249/MSS.0b013e3181915670)."""
WARMUP_REST_S = 30
GENERAL_WARMUP_S, SHORT_WARMUP_S = 300, 180


class TimedSet(NamedTuple):
    """One set: repetitions at most, or seconds if it is held; what is done side by side takes twice as long."""

    reps: int = 0
    hold_s: float = 0
    rest_s: float = 0
    sides: int = 1


def deload_sets(sets: int) -> int:
    """Return how many of an exercise's sets a lighter week keeps: half, and at least one."""
    within("sets", sets, 1)
    return max(1, int(sets * DELOAD_SETS))


def reserve(level: Level, week: int, working_weeks: int, *, careful: bool = False, shift: int = 0) -> int:
    """Return the repetitions in reserve of a working week, from 1: down in even steps from the first to the last.

    `shift` makes all weeks easier (above 0) or harder, within LEAST_RESERVE and 4. Raises ValueError on a week out of
    1 to `working_weeks`.
    """
    within("week", week, 1, working_weeks)
    first, last = RESERVE[level]
    share = (week - 1) / (working_weeks - 1) if working_weeks > 1 else 0.0
    floor = CAREFUL_RESERVE if careful else LEAST_RESERVE
    return min(DELOAD_RESERVE, max(floor, round(first + (last - first) * share) + shift))


def set_seconds(entry: TimedSet) -> float:
    """Return how long one set takes without its rest."""
    return SETTLE_S + entry.sides * (entry.reps * REP_S + entry.hold_s)


def general_warmup_seconds(minutes: int) -> int:
    """Return how long to warm up before the first exercise: shorter where there are less than SHORT_MINUTES."""
    return GENERAL_WARMUP_S if minutes >= SHORT_MINUTES else SHORT_WARMUP_S


def session_seconds(minutes: int, exercises: list[list[TimedSet]]) -> float:
    """Return how long a session takes: a general warm-up, each set with the rest after it, a change between exercises.

    `minutes` is what there is, which decides how long the warm-up is. After the very last set nobody rests.
    """
    total = float(general_warmup_seconds(minutes)) + CHANGE_S * max(0, len(exercises) - 1)
    total += sum(set_seconds(entry) + entry.rest_s for sets in exercises for entry in sets)
    last = exercises[-1][-1].rest_s if exercises and exercises[-1] else 0.0
    return total - last


def whole_minutes(seconds: float) -> int:
    """Round up: what is planned fits."""
    return ceil(round(seconds, 6) / 60)

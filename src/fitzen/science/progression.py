"""The next load of an exercise: double progression, steered by repetitions in reserve (RIR).

Reps rise within a range at one load; when every set is at the top with the planned RIR, the load rises and reps go
back to the bottom. Raising either load or reps works (Plotkin 2022, doi 10.7717/peerj.14142); the load by 2 to 10 %
once the reps are there (ACSM 2009, doi 10.1249/MSS.0b013e3181915670). The order and thresholds of the rules are
Fitzen's; `docs/science.md` says which figure is evidence and which is a choice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from fitzen.science.checks import within
from fitzen.science.loading import lb_from_kg, round_load, tidy
from fitzen.science.strength import MAX_RELIABLE_RIR, MIN_GAIN, Set, e1rm, load_for

type Units = Literal["metric", "imperial"]

MAX_JUMP = 0.1
"""The most that one session adds, as a share of the load (ACSM 2009), unless one increment is more."""
RIR_PER_EXTRA_STEP = 2
"""So many reps to spare add one more increment: twice the usual error of a RIR (0.95 reps, Halperin 2022, doi
10.1007/s40279-021-01559-x)."""
RIR_SHORT = 1.5
"""A mean RIR so far under the plan is more than that error, so the set was too heavy."""
FAR_SHORT = 3
"""When every set ends so many reps under the range, the load belongs to another range and is estimated anew."""
MAX_REPS = 30
"""Where a load that cannot rise stops gaining reps. Sets near failure grow muscle alike down to about 30 % of the maximum
(Schoenfeld 2021, doi 10.3390/sports9020032), which is some 30 reps."""

SMALL_CUT = 0.05
LARGE_CUT = 0.1

LAYOFF_CUTS = ((183, 0.3), (85, 0.2), (43, 0.15), (22, 0.1))
"""(days since the last session, share taken off). Strength holds for about 3 weeks and was 14.5 % down after 7.2 on
average (McMaster 2013, doi 10.1007/s40279-013-0031-3); the loss grows with time off and age (Bosquet 2013, doi
10.1111/sms.12047). No trial gives a rate (Encarnacao 2022, doi 10.3390/muscles1010001), so the steps are Fitzen's and
lean to the light side: too light costs a session or two, for RIR to spare brings the load back quickly."""


class Prescription(NamedTuple):
    """What to do in each working set, and why, in a short sentence to the lifter.

    `weight_kg` is None where there is no load to choose: body weight, or one that has to be found by feel.
    """

    weight_kg: float | None
    reps: int
    rir: float
    reason: str


@dataclass(frozen=True, slots=True)
class _Session:
    """The sets of one session at its heaviest load; `weight_kg` 0 is body weight."""

    weight_kg: float
    reps: tuple[int, ...]
    rirs: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class _Case:
    sessions: Sequence[_Session]
    low: int
    high: int
    target: float
    increment: float
    bar: float
    days: float
    units: Units

    @property
    def last(self) -> _Session:
        return self.sessions[0]

    def rirs(self, session: _Session) -> list[float]:
        """Return what was left in each set, where reports above 4 (or the target) say no more, unreported as planned."""
        limit = max(MAX_RELIABLE_RIR, self.target)
        return [self.target if rir is None else min(rir, limit) for rir in session.rirs]

    def spare(self) -> float:
        """Reps that the hardest set had beyond the top of the range with the target RIR; negative if short of it."""
        capacity = min(reps + rir for reps, rir in zip(self.last.reps, self.rirs(self.last), strict=True))
        return capacity - self.high - self.target

    def too_heavy(self, session: _Session) -> bool:
        rirs = self.rirs(session)
        return min(session.reps) < self.low or sum(rirs) / len(rirs) <= self.target - RIR_SHORT

    @property
    def can_lighten(self) -> bool:
        return self.increment > 0 and self.lighter(SMALL_CUT) < self.last.weight_kg

    def lighter(self, cut: float) -> float:
        """Take off about the share `cut` in whole increments, one at least, but never below the lightest load."""
        steps = max(1, round(cut * self.last.weight_kg / self.increment))
        floor = self.bar or self.increment
        return min(self.last.weight_kg, tidy(max(floor, self.last.weight_kg - steps * self.increment)))

    def prescribe(self, weight_kg: float, reps: int, reason: str) -> Prescription:
        return Prescription(weight_kg or None, reps, self.target, reason)

    def kg(self, weight_kg: float) -> str:
        """Write a weight in the lifter's units."""
        return f"{round(lb_from_kg(weight_kg), 1):g} lb" if self.units == "imperial" else f"{round(weight_kg, 2):g} kg"

    @property
    def range(self) -> str:
        return f"{self.low}" if self.low == self.high else f"{self.low}\N{EN DASH}{self.high}"

    @property
    def did(self) -> str:
        """Say what was done: `5, 5, 4 at 100 kg with 2 in reserve`, the load and RIR where they are known."""
        load = f" at {self.kg(self.last.weight_kg)}" if self.last.weight_kg else ""
        known = [f"{rir:g}" for rir in self.last.rirs if rir is not None]
        reserve = known[:1] if len(set(known)) == 1 else known
        left = f" with {', '.join(reserve)} in reserve" if len(known) == len(self.last.rirs) else ""
        return ", ".join(map(str, self.last.reps)) + load + left


def next_load(
    history: Sequence[Sequence[Set]],
    rep_range: tuple[int, int],
    target_rir: float,
    increment_kg: float,
    *,
    days_since: float = 0,
    e1rm_kg: float | None = None,
    bar_kg: float = 0.0,
    units: Units = "metric",
) -> Prescription | None:
    """Prescribe the next session of one exercise, or None when there is neither history nor `e1rm_kg`.

    `history` has the sets of each session, newest first; two are enough. Of a session, the normal and failure sets at
    its heaviest load count. A RIR that was not reported is taken as the target, so without any RIR this is plain
    double progression. `increment_kg` is the smallest step, 0 for a load that cannot change (body weight, a band):
    then reps rise. `days_since` the last session, `bar_kg` the lightest load, `units` those of the reason.

    First match: a layoff of 22 days or more (LAYOFF_CUTS); every set at the top with the target RIR (add an increment,
    more with RIR to spare, at most MAX_JUMP); all sets far under the range (load from the estimated maximum); under
    the range or well under the RIR twice in a row (5 % off, 10 % when 2 or more reps short); once (the same again);
    otherwise one more rep, or as many as were left over. Only a session at no heavier a load counts as the first of
    two. For exercises counted in reps. Raises ValueError on a range that is not 1 <= low <= high and on amounts out of range.
    """
    low, high = rep_range
    within("rep_range", low, 1)
    within("rep_range", high, low)
    within("target_rir", target_rir, 0, 10)
    for name, value in {"increment_kg": increment_kg, "days_since": days_since, "bar_kg": bar_kg}.items():
        within(name, value, 0)
    within("e1rm_kg", e1rm_kg, 0)
    sessions = [session for sets in history if (session := _at_top_load(sets))]
    case = _Case(sessions, low, high, target_rir, increment_kg, bar_kg, days_since, units)
    if not sessions:
        return _from_e1rm(case, e1rm_kg)
    return next(found for rule in _RULES if (found := rule(case)))


def _at_top_load(sets: Sequence[Set]) -> _Session | None:
    work = [entry for entry in sets if entry.is_work and entry.kind != "drop" and entry.reps is not None]
    if not work:
        return None
    weight = max(entry.weight_kg or 0.0 for entry in work)
    top = [entry for entry in work if (entry.weight_kg or 0.0) > weight - MIN_GAIN["weight_kg"]]
    return _Session(weight, tuple(entry.reps or 0 for entry in top), tuple(entry.reserve for entry in top))


def _from_e1rm(case: _Case, e1rm_kg: float | None) -> Prescription | None:
    if not e1rm_kg or not case.increment:
        return None
    cut = _layoff_cut(case.days)
    about = f"{case.low} reps with {case.target:g} in reserve"
    weight = load_for(e1rm_kg * (1 - cut), case.low, case.target)
    if weight is None:
        return case.prescribe(
            0, case.low, f"An estimated max says little about {about}, so find a load that gives you that."
        )
    off = f", less {cut:.0%} after {case.days:g} days off," if cut else ""
    known = f"Your estimated max of {case.kg(e1rm_kg)}{off} gives {case.kg(weight)} for {about}"
    if weight < (case.bar or case.increment):
        return case.prescribe(0, case.low, f"{known}, lighter than anything to load, so choose an easier variation.")
    weight = round_load(weight, case.increment, case.bar)
    return case.prescribe(weight, case.low, f"{known}, so start at {case.kg(weight)}.")


def _layoff_cut(days: float) -> float:
    return next((cut for least, cut in LAYOFF_CUTS if days >= least), 0.0)


def _after_layoff(case: _Case) -> Prescription | None:
    cut = _layoff_cut(case.days)
    if not cut:
        return None
    since = f"It has been {case.days:g} days since you did {case.did}"
    if case.can_lighten:
        weight = case.lighter(cut)
        return case.prescribe(weight, case.low, f"{since}, so come back about {cut:.0%} lighter, at {case.kg(weight)}.")
    reps = max(1, int(min(case.last.reps) * (1 - cut)))
    return case.prescribe(
        case.last.weight_kg, reps, f"{since}, so come back with about {cut:.0%} fewer: {_reps(reps)}."
    )


def _at_top(case: _Case) -> Prescription | None:
    if min(case.last.reps) < case.high or case.spare() < 0:
        return None
    done = f"Last time you did {case.did}, the top of {case.range}"
    if case.increment:
        step = case.increment * _steps(case)
        return case.prescribe(tidy(case.last.weight_kg + step), case.low, f"{done}, so add {case.kg(step)}.")
    reps = min(case.last.reps) + 1
    if reps > MAX_REPS:
        return case.prescribe(case.last.weight_kg, MAX_REPS, f"{done}, so it is time for a harder variation.")
    return case.prescribe(case.last.weight_kg, reps, f"{done}, so aim for {_reps(reps)} or take a harder variation.")


def _steps(case: _Case) -> int:
    """Increments to add: one, and one more for each two reps to spare, within MAX_JUMP of the load."""
    wanted = 1 + int(case.spare() // RIR_PER_EXTRA_STEP)
    return max(1, min(wanted, int((MAX_JUMP * case.last.weight_kg + 1e-9) / case.increment)))


def _far_short(case: _Case) -> Prescription | None:
    best = max(case.last.reps)
    if best > case.low - FAR_SHORT or not case.can_lighten:
        return None
    estimates = [
        e1rm(case.last.weight_kg, reps, rir) for reps, rir in zip(case.last.reps, case.last.rirs, strict=True) if reps
    ]
    maximum = max((estimate for estimate in estimates if estimate is not None), default=0.0)
    fit = round_load(load_for(maximum, case.low, case.target) or 0.0, case.increment, case.bar or case.increment)
    weight = fit if maximum and fit < case.last.weight_kg else case.lighter(LARGE_CUT)
    why = f"Last time you did {case.did}, far under {case.range}"
    return case.prescribe(weight, case.low, f"{why}, so go down to {case.kg(weight)}.")


def _too_heavy_twice(case: _Case) -> Prescription | None:
    twice = [case.too_heavy(session) for session in case.sessions[:2] if session.weight_kg <= case.last.weight_kg]
    if twice != [True, True]:
        return None
    why = f"Twice in a row it was too heavy for {case.range} with {case.target:g} in reserve, last time {case.did}"
    if not case.can_lighten:
        reps = max(1, min(case.last.reps))
        return case.prescribe(case.last.weight_kg, reps, f"{why}, so choose an easier variation, or do {_reps(reps)}.")
    cut = LARGE_CUT if case.low - min(case.last.reps) > 1 else SMALL_CUT
    weight = case.lighter(cut)
    return case.prescribe(weight, case.low, f"{why}, so go down to {case.kg(weight)}.")


def _too_heavy_once(case: _Case) -> Prescription | None:
    if not case.too_heavy(case.last):
        return None
    fewest = min(case.last.reps)
    reps = max(case.low, min(fewest, case.high)) if case.can_lighten or fewest >= case.low else fewest + 1
    short = f"under {case.range}" if fewest < case.low else f"where the plan leaves {case.target:g}"
    return case.prescribe(
        case.last.weight_kg, reps, f"Last time you did {case.did}, {short}, so repeat it and aim for {_reps(reps)}."
    )


def _more_reps(case: _Case) -> Prescription:
    fewest = min(case.last.reps)
    left_over = int(min(case.rirs(case.last)) - case.target)
    reps = min(fewest + max(1, left_over), case.high)
    done = f"Last time you did {case.did}"
    if fewest >= case.high:
        why = f"{done}, the top of {case.range} but under the {case.target:g} planned, so repeat it"
        return case.prescribe(case.last.weight_kg, reps, f"{why} until that is left.")
    return case.prescribe(case.last.weight_kg, reps, f"{done}, within {case.range}, so aim for {_reps(reps)}.")


def _reps(count: int) -> str:
    return f"{count} rep{'s' * (count != 1)}"


_RULES: tuple[Callable[[_Case], Prescription | None], ...] = (
    _after_layoff,
    _at_top,
    _far_short,
    _too_heavy_twice,
    _too_heavy_once,
    _more_reps,
)

"""What the log of periods predicts, and in which words. Pure: no store, no clock."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import zip_longest
from typing import NamedTuple

from fitzen.records import Json
from fitzen.science import cycle

NOTICE = (
    "These are averages and likelihoods, no contraception and no diagnosis: do not use them to prevent or to plan a "
    "pregnancy. Ask a doctor about bleeding that worries you."
)
ONE_DAY = timedelta(days=1)
MOST_BLEEDINGS = 12
UNUSUAL_SD = 2


class Period(NamedTuple):
    """The first day of bleeding and the last, where that is known."""

    started_on: date
    ended_on: date | None


def prediction(periods: Sequence[Period], profile: Json, today: date) -> Json:
    """Return what is likely from `today` on; `periods` in order, none of them to come."""
    health = profile.get("health", {})
    if health.get("pregnant"):
        return {"why": "You are pregnant: no period is expected."}
    if not periods:
        return {"why": "No period is logged yet. Log the first day of the next one."}
    own = cycle.lengths([period.started_on for period in periods])
    length, regularity = cycle.cycle_length(own), cycle.regularity(own)
    known: Json = {
        "length": {
            "mean": round(length.mean, 1),
            "sd": round(length.sd, 1),
            "cycles": length.cycles,
            "regularity": regularity,
        }
    }
    last = periods[-1]
    day = (today - last.started_on).days
    ahead = cycle.next_start(length, day)
    if ahead is None:
        return known | {"why": f"Your last period started {day} days ago, which is too long to predict from: {_LATE}"}
    known["next_start"] = {
        "expected_on": str(last.started_on + ahead.expected * ONE_DAY),
        "from": str(last.started_on + ahead.low * ONE_DAY),
        "until": str(last.started_on + ahead.high * ONE_DAY),
    }
    if health.get("hormonal_contraception"):
        return known | {"why": f"{_basis(length)} {_HORMONES}"}
    return known | _phase(periods, length, day) | {"why": " ".join([_basis(length), *_IRREGULAR[regularity]])}


_LATE = "one may not be logged, or cycles pause, as they do under stress, when one eats too little, or in pregnancy."
_HORMONES = "With hormonal contraception the bleeding follows what you take, and there are no phases to predict."
_IRREGULAR: Mapping[str, Sequence[str]] = {
    "irregular": ["Yours differ by more than 9 days, so read the range rather than the day."],
    "regular": [],
    "unknown": ["It becomes surer with each cycle that you log."],
}


def _basis(length: cycle.Length) -> str:
    if not length.cycles:
        return f"No whole cycle is logged yet, so this is what is usual: {length.mean:.0f} days, give or take {1.645 * length.sd:.0f}."
    own = f"{length.cycles} cycle{'s' * (length.cycles > 1)} of your own"
    return f"From {own} and what is usual: {length.mean:.0f} days, give or take {1.645 * length.sd:.0f}."


def _phase(periods: Sequence[Period], length: cycle.Length, day: int) -> Json:
    last = periods[-1]
    over = last.ended_on is not None and last.started_on + day * ONE_DAY > last.ended_on
    found = cycle.phases(length, day, _bleeding(periods), over=over)
    if found is None:
        return {}
    likely = max(found, key=lambda phase: found[phase])
    shares = {phase: round(share, 3) for phase, share in found.items()}
    return {"phase": {"name": likely, "day": day + 1, "probabilities": shares}}


def _bleeding(periods: Sequence[Period]) -> float | None:
    """Return how many days bleeding lasts on average, None where it was never said."""
    known = [(each.ended_on - each.started_on).days + 1 for each in periods if each.ended_on][-MOST_BLEEDINGS:]
    return sum(known) / len(known) if known else None


def positions(periods: Sequence[Period], first: date, last: date) -> dict[date, float]:
    """Return for each day, where it can be told, the share of its cycle that has passed; from `first` to `last`, both included.

    A cycle in which a first day seems to be missing, and one that has run for longer than can be expected, tell nothing.
    """
    starts = [period.started_on for period in periods]
    usual = cycle.cycle_length(cycle.lengths(starts))
    found: dict[date, float] = {}
    for start, following in zip_longest(starts, starts[1:]):
        length = float((following - start).days) if following else usual.mean
        over = following or start + timedelta(days=usual.mean + UNUSUAL_SD * usual.sd)
        if cycle.SHORTEST <= length < cycle.FORGOTTEN * usual.mean:
            days = range(max(0, (first - start).days), (min(last, over - ONE_DAY) - start).days + 1)
            found |= {start + day * ONE_DAY: cycle.position(day, length) for day in days}
    return found

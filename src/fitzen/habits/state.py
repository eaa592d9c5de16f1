"""The derived record of a habit: what it is, its older days summed up, its newer days one by one.

It is a pure function of the habit, the vacations and the check-ins, whatever the order in which they came, so that
lists and Today read one record a habit, however long its history, and `fitzen doctor --rebuild` finds no difference.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fitzen.habits import rules
from fitzen.habits.rules import Checkins, Plan, Tally, monday
from fitzen.infra.storage.base import Record
from fitzen.records import Json, loads


@dataclass(frozen=True, slots=True)
class State:
    """`tally` is what came before the Monday `since`; `checkins` are those from it on."""

    since: int
    tally: Tally
    checkins: Checkins


def from_scratch(plan: Plan, checkins: Checkins) -> State:
    """Sum up a whole history."""
    return _settled(plan, State(monday(plan.first), Tally(), checkins))


def changed(plan: Plan, state: State, day: int, said: Mapping[int, float | None]) -> State | None:
    """Return the state after what is `said` of a day: one check-in, or none. None when that takes the whole history."""
    if day < state.since:
        return None
    checkins = {at: value for at, value in state.checkins.items() if at != day} | dict(said)
    return _settled(plan, State(state.since, state.tally, checkins)) if _since(plan, checkins) >= state.since else None


def _since(plan: Plan, checkins: Checkins) -> int:
    """Where days begin to be kept one by one. It follows from the check-ins alone: sums must not depend on when one looks."""
    return max(monday(plan.first), monday(max(checkins) - rules.OPEN_DAYS) if checkins else 0)


def _settled(plan: Plan, state: State) -> State:
    since = _since(plan, state.checkins)
    tally = rules.add_up(plan, state.tally, state.checkins, state.since, since)
    return State(since, tally, {day: value for day, value in sorted(state.checkins.items()) if day >= since})


def history(records: Iterable[Record]) -> dict[int, float | None]:
    """Read the days out of check-ins, without what was taken back."""
    bodies = (loads(record.body) for record in records)
    return {_ordinal(body["day"]): body.get("value") for body in bodies if not body["cleared"]}


def to_json(habit: Json, state: State) -> Json:
    """Write a state, with the habit as it is stored."""
    tally = state.tally
    return {
        "id": habit["id"],
        "habit": habit,
        "since": _iso(state.since),
        "run": tally.run,
        "longest": tally.longest,
        "score": tally.score,
        "slip": None if tally.slip is None else _iso(tally.slip),
        "checkins": {_iso(day): value for day, value in state.checkins.items()},
    }


def from_json(value: Json) -> State:
    slip = None if value["slip"] is None else _ordinal(value["slip"])
    tally = Tally(value["run"], value["longest"], value["score"], slip)
    checkins = {_ordinal(day): amount for day, amount in value["checkins"].items()}
    return State(_ordinal(value["since"]), tally, checkins)


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()

"""Changes of what is there already: made once and taken back once, however often and from how many places they are asked.

A new record needs none of this, its id is the action's. Where a change meets a record that was there (a day of a habit,
a profile), a memory of the action is written in the same write: a change that comes late, after it was made and taken
back, finds it and does nothing. The memory holds what `undo` needs, as it was at the moment of the change.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from fitzen.entities import memory_of
from fitzen.infra.storage.base import Op, Put, Record, Store
from fitzen.records import Json, dumps, loads, run_again

APPLIED = "applied_op"
KEPT = timedelta(days=180)
"""Longer than an action, which lives for 90 days."""

type Made = tuple[Sequence[Op], Json]
"""What to write, and what to remember for taking it back."""


@run_again
def do_once(store: Store, owner: str, action_id: str, now: datetime, change: Callable[[], Made]) -> None:
    """Write what `change` returns, unless it was made before; `change` reads anew each time that it is called."""
    if store.get(memory_of(owner), APPLIED, action_id) is None:
        ops, remembered = change()
        store.write([*ops, _memory(owner, action_id, now, None, remembered)])


@run_again
def undo_once(store: Store, owner: str, action_id: str, now: datetime, change: Callable[[Json], Sequence[Op]]) -> None:
    """Write what `change` makes of what was remembered, once; from then on the action is neither made nor taken back."""
    memory = store.get(memory_of(owner), APPLIED, action_id)
    remembered = loads(memory.body) if memory else {"undone": True}
    if "undone" not in remembered:
        store.write([*change(remembered), _memory(owner, action_id, now, memory, {"undone": True})])


def _memory(owner: str, action_id: str, now: datetime, before: Record | None, body: Json) -> Put:
    version = before.version if before else 0
    return Put(memory_of(owner), APPLIED, action_id, dumps(body), now, version, expires_at=now + KEPT)

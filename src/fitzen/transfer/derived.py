"""What derives from a person's records, made again after records came in by themselves."""

from itertools import batched

from fitzen.habits.rebuild import expected
from fitzen.infra.storage.base import Put, Store
from fitzen.records import loads, run_again
from fitzen.workouts.rebuild import differences, repair

BATCH = 90


def rebuild(store: Store, user_id: str) -> None:
    """Mend every derived record that is not what its sources give."""
    _of_workouts(store, user_id)
    for batch in batched(expected(store, user_id), BATCH, strict=False):
        _put(store, user_id, batch)


@run_again
def _of_workouts(store: Store, user_id: str) -> None:
    repair(store, user_id, differences(store, user_id))


@run_again
def _put(store: Store, user_id: str, batch: tuple[Put, ...]) -> None:
    found = store.get_many(user_id, [(put.kind, put.id) for put in batch], deleted=True)
    ops = []
    for put in batch:
        before = found.get((put.kind, put.id))
        if before is None or before.deleted or loads(before.body) != loads(put.body):
            ops.append(put._replace(version=before.version if before else 0))
    if ops:
        store.write(ops)

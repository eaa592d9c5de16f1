"""What derives from a person's records, made again after records came in by themselves."""

from fitzen.infra.storage.base import Store
from fitzen.records import run_again
from fitzen.workouts.rebuild import differences, repair


@run_again
def rebuild(store: Store, user_id: str) -> int:
    """Mend every derived record that is not what its sources give; how many there were."""
    found = differences(store, user_id)
    repair(store, user_id, found)
    return len(found)

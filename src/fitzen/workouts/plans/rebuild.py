"""What derives from training plans, made again from them: what is remembered of the one that is active."""

from collections.abc import Iterator

from fitzen.infra.storage.base import Put, Store
from fitzen.rebuild import Derivation, gone
from fitzen.records import all_records, loads
from fitzen.workouts.plans.service import PLAN
from fitzen.workouts.plans.turns import ACTIVE, active_put


def _expected(store: Store, user_id: str) -> Iterator[Put]:
    plans = (loads(record.body) for record in all_records(store, user_id, PLAN))
    active = next((plan for plan in plans if plan["status"] == "active"), None)
    if active is not None:
        yield active_put(user_id, active, 0)


DERIVATION = Derivation((ACTIVE,), _expected, gone)

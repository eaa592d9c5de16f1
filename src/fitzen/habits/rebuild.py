"""Make the states of habits again from habits, vacations and check-ins, for `fitzen doctor --rebuild`."""

from collections.abc import Iterator

from fitzen.habits.deriving import HABIT, STATE, put_state, said, scratch, vacations
from fitzen.habits.rules import Plan
from fitzen.infra.storage.base import Put, Store
from fitzen.records import all_records, loads

KINDS = (STATE,)
"""The derived kinds: a record of them that `expected` does not give should not be there."""


def expected(store: Store, user_id: str) -> Iterator[Put]:
    """Yield what should be stored, by version 0: whoever compares knows the version that is there."""
    away = vacations(store, user_id)
    for record in all_records(store, user_id, HABIT):
        habit = loads(record.body)
        yield put_state(user_id, habit, scratch(store, user_id, record.id, Plan(said(habit), away)), 0)

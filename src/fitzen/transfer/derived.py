"""What derives from a person's records, of every feature; made again after records came in by themselves."""

from datetime import datetime

from fitzen.habits import rebuild as habits
from fitzen.infra.storage.base import Store
from fitzen.nutrition.rebuild import DERIVATION as NUTRITION
from fitzen.rebuild import Derivation, differences, gone, repair
from fitzen.records import run_again
from fitzen.reminders import service as reminders
from fitzen.workouts.plans.rebuild import DERIVATION as PLANS
from fitzen.workouts.rebuild import DERIVATION as WORKOUTS

DERIVATIONS = (WORKOUTS, PLANS, NUTRITION, Derivation(habits.KINDS, habits.expected, gone))
"""Another feature joins by a line; a test finds those that do not."""


def rebuild(store: Store, user_id: str, now: datetime) -> None:
    """Mend every derived record of a person that is not what its sources give, and plan their reminders."""
    _mend(store, user_id)
    reminders.plan(store, user_id, now)


@run_again
def _mend(store: Store, user_id: str) -> None:
    repair(store, user_id, differences(store, user_id, DERIVATIONS))

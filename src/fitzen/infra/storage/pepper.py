"""A store is read with the pepper that it was written with: with another, nobody's account would be found again."""

from datetime import datetime

from fitzen.config import SettingsError
from fitzen.infra import keys
from fitzen.infra.storage.base import Put, Store, WriteConflict
from fitzen.infra.storage.use import dumps, loads

OWNER, KIND = "sys:pepper", "pepper"


def check(store: Store, pepper: str, now: datetime) -> None:
    """Note which pepper an empty store is begun with. Raises SettingsError where it was another."""
    mark = keys.mac(pepper, "pepper")
    record = store.get(OWNER, KIND, KIND)
    if record is None:
        try:
            store.write([Put(OWNER, KIND, KIND, dumps({"mark": mark}), now)])
        except WriteConflict as first:  # another process began it at the same moment
            record = first.current
    if record is not None and not keys.same(loads(record.body)["mark"], mark):
        raise SettingsError(
            "The store was begun with another key. To change SECRET_KEY, set PEPPER_KEY to what SECRET_KEY was before, "
            "for good, and SECRET_KEY_PREVIOUS to the same for two hours."
        )

"""What derives from meals, water and what is said of days, made again from them: the day records."""

from collections.abc import Iterator

from fitzen.infra.storage.base import Put, Store
from fitzen.nutrition import rules
from fitzen.nutrition.days import DAY, Parts
from fitzen.nutrition.diary import DIARY_DAY
from fitzen.nutrition.service import MEAL, WATER
from fitzen.rebuild import Derivation
from fitzen.records import all_records, loads


def _expected(store: Store, user_id: str) -> Iterator[Put]:
    days: dict[str, Parts] = {}
    for record in all_records(store, user_id, MEAL):
        meal = loads(record.body)
        totals = rules.totals(meal["items"])
        days.setdefault(meal["day"], Parts()).meals[record.id] = rules.contribution(meal | totals)
    for record in all_records(store, user_id, WATER):
        drink = loads(record.body)
        days.setdefault(drink["day"], Parts()).water[record.id] = drink["ml"]
    for record in all_records(store, user_id, DIARY_DAY):
        days.setdefault(record.id, Parts()).complete = loads(record.body)["complete"]
    for day, parts in days.items():
        yield parts.put(user_id, day)


def _emptied(owner: str, _kind: str, id: str) -> Put:
    return Parts().put(owner, id)


DERIVATION = Derivation((DAY,), _expected, _emptied)

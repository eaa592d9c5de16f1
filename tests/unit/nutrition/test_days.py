"""A day's totals are the sums of what is logged, to the last decimal, after any sequence of changes, on every store."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fixtures.api import together

from fitzen import rebuild
from fitzen.infra.storage.base import Store
from fitzen.nutrition import service
from fitzen.nutrition.copying import copy_meals
from fitzen.nutrition.diary import mark_day
from fitzen.nutrition.foods.own import FoodIn
from fitzen.nutrition.foods.service import create_food
from fitzen.nutrition.models import CopyIn, DiaryDayBody, MealIn, WaterIn
from fitzen.nutrition.rebuild import DERIVATION
from fitzen.records import Json, all_records, loads
from fitzen.users.service import new_user
from fitzen.web.parsing import check
from fitzen.wiring import build_store

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FOODS: list[Json] = [
    {"name": "Oats", "per_100g": {"energy_kcal": 379, "protein_g": 13.15, "iron_mg": 4.25}},
    {"name": "Milk", "per_100g": {"energy_kcal": 61.7, "calcium_mg": 113, "protein_g": 3.33}},
    {"name": "Mystery", "portions": [{"label": "bowl", "grams": 233.3}]},
]


class Bench(NamedTuple):
    store: Store
    examples: int


ENGINES = {"sqlite": 40, "postgresql": 6, "dynamodb": 2}


@pytest.fixture(scope="module", params=ENGINES)
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    url = request.getfixturevalue(f"{request.param}_url")
    with closing(build_store(url)) as store:
        store.migrate()
        yield Bench(store, ENGINES[request.param])


AMOUNTS = st.decimals("0.01", 900, places=2).map(float)
ITEMS = st.lists(
    st.one_of(
        st.builds(lambda food, amount: {"food": food, "amount": amount, "unit": "g"}, st.integers(0, 2), AMOUNTS),
        st.builds(
            lambda nutrients: {"custom": True, "name": "Bar", "amount": 1.0, "unit": "serving", "nutrients": nutrients},
            st.dictionaries(
                st.sampled_from(["energy_kcal", "protein_g", "iron_mg", "vitamin_d_ug"]),
                st.floats(0, 5000, allow_nan=False),
            ),
        ),
    ),
    max_size=4,
)
TIMES = st.builds(
    "2026-11-{:02}T{:02}:30:00{}".format, st.integers(1, 3), st.integers(0, 23), st.sampled_from(["Z", "+13:00"])
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["log", "log", "replace", "items", "move", "delete", "copy", "mark", "drink", "pour away"]),
        st.integers(0, 9),
        ITEMS,
        TIMES,
    ),
    min_size=3,
    max_size=12,
)


def test_day_totals_are_the_sums_of_the_items(bench: Bench) -> None:
    @settings(
        max_examples=bench.examples,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
        database=None,
    )
    @given(steps=STEPS)
    def run(steps: list[Any]) -> None:
        owner = str(uuid4())
        bench.store.write([new_user(owner, NOW)])
        foods = [check(FoodIn, body | {"id": str(uuid4())}) for body in FOODS]
        for food in foods:
            create_food(bench.store, owner, food, NOW)
        Diary(bench.store, owner, [food.id or "" for food in foods]).follow(steps)
        check_days(bench.store, owner)

    run()


class Diary:
    """Does what the steps say, on one person's records."""

    def __init__(self, store: Store, owner: str, foods: list[str]) -> None:
        self.store, self.owner, self.foods = store, owner, foods
        self.meals: list[str] = []
        self.drinks: list[str] = []

    def follow(self, steps: list[Any]) -> None:
        for step, which, items, at in steps:
            body = {"eaten_at": at, "slot": "lunch", "items": [self._item(item) for item in items]}
            meal = self.meals[which % len(self.meals)] if self.meals else None
            if step == "drink":
                self._drink(at, 10.1 * (which + 1))
            elif step == "mark":
                mark_day(self.store, self.owner, at[:10], DiaryDayBody(complete=which % 2 == 0), NOW)
            elif step == "pour away":
                if self.drinks:
                    service.delete_water(self.store, self.owner, self.drinks.pop(), NOW)
            elif step == "log" or meal is None:
                self.meals.append(str(uuid4()))
                service.log_meal(self.store, self.owner, check(MealIn, body | {"id": self.meals[-1]}), NOW)
            else:
                self._change(step, meal, body)

    def _change(self, step: str, meal: str, body: Json) -> None:
        if step == "replace":
            service.replace_meal(self.store, self.owner, meal, check(MealIn, body), NOW)
        elif step == "items":
            service.patch_meal(self.store, self.owner, meal, {"items": body["items"]}, NOW)
        elif step == "copy":
            copied = CopyIn(meal_id=meal, to_day=date.fromisoformat(body["eaten_at"][:10]))
            self.meals += [loads(saved.body)["id"] for saved in copy_meals(self.store, self.owner, copied, NOW)]
        elif step == "move":
            service.patch_meal(self.store, self.owner, meal, {"eaten_at": body["eaten_at"]}, NOW)
        else:
            service.delete_meal(self.store, self.owner, meal, NOW)
            self.meals.remove(meal)

    def _item(self, item: Json) -> Json:
        if "food" not in item:
            return item
        return {"food_id": self.foods[item["food"]], "amount": item["amount"], "unit": item["unit"]}

    def _drink(self, at: str, ml: float) -> None:
        self.drinks.append(str(uuid4()))
        body = check(WaterIn, {"id": self.drinks[-1], "drunk_at": at, "ml": ml})
        service.log_water(self.store, self.owner, body, NOW)


def test_meals_logged_at_the_same_moment_are_all_in_the_day(bench: Bench) -> None:
    owner = str(uuid4())
    bar = {"custom": True, "name": "Bar", "amount": 1.0, "unit": "serving", "nutrients": {"energy_kcal": 100.1}}
    body = {"eaten_at": "2026-11-02T12:00:00Z", "slot": "snack", "items": [bar]}
    meal = check(MealIn, body)
    together(*[lambda: service.log_meal(bench.store, owner, meal, NOW)] * 3)
    record = bench.store.get(owner, "meal_day", "2026-11-02")
    assert record is not None
    assert loads(record.body)["totals"] == {"energy_kcal": 300.3}
    check_days(bench.store, owner)


def check_days(store: Store, owner: str) -> None:
    """Compare each day with its meals' items, added up as decimals, which knows no rounding."""
    items: dict[str, list[Json]] = {}
    for record in all_records(store, owner, "meal"):
        meal = loads(record.body)
        items.setdefault(meal["day"], []).extend(meal["items"])
    for record in all_records(store, owner, "meal_day"):
        day = loads(record.body)
        logged = [item["nutrients"] for item in items.pop(day["day"], [])]
        known = {key for nutrients in logged for key in nutrients}
        assert day["totals"].keys() == known
        for key in known:
            exact = sum((Decimal(repr(each[key])) for each in logged if key in each), Decimal())
            assert Decimal(repr(day["totals"][key])) == exact, key
            assert day["unknown"].get(key, 0) == sum(key not in each for each in logged), key
        assert day["items"] == len(logged)
    assert not any(items.values()), "a day without a record"
    assert rebuild.differences(store, owner, [DERIVATION]) == []

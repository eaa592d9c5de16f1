"""Sums of rounded figures are exact, and what is unknown is counted, whichever way items are put together."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fitzen.nutrition import rules
from fitzen.records import Json

NUTRIENTS = st.dictionaries(
    st.sampled_from(["energy_kcal", "protein_g", "iron_mg", "vitamin_d_ug"]), st.floats(0, 1e6, allow_nan=False)
).map(rules.rounded)
ITEMS = st.lists(NUTRIENTS.map(lambda nutrients: {"nutrients": nutrients}), max_size=8)


def as_meal(items: list[Json]) -> Json:
    return {"slot": "lunch", "items": items, **rules.totals(items)}


@given(parts=st.lists(NUTRIENTS, max_size=40))
def test_a_sum_is_the_exact_decimal_sum(parts: list[dict[str, float]]) -> None:
    found = rules.summed(parts)
    assert found.keys() == {key for part in parts for key in part}
    for key, value in found.items():
        assert Decimal(repr(value)) == sum((Decimal(repr(part[key])) for part in parts if key in part), Decimal())


@given(meals=st.lists(ITEMS, max_size=5))
def test_a_day_of_meals_is_as_one_meal_of_all_their_items(meals: list[list[Json]]) -> None:
    together = rules.combined([rules.contribution(as_meal(items)) for items in meals])
    every = [item for items in meals for item in items]
    assert together == {"items": len(every), **rules.totals(every)}


@given(nutrients=NUTRIENTS, factor=st.floats(0, 100))
def test_what_is_unknown_stays_so_when_scaled(nutrients: dict[str, float], factor: float) -> None:
    assert rules.scaled(nutrients, factor).keys() == nutrients.keys()


@given(nutrients=NUTRIENTS)
def test_rounding_twice_changes_nothing(nutrients: dict[str, float]) -> None:
    assert rules.rounded(nutrients) == nutrients


def test_an_empty_day_has_no_totals() -> None:
    day = rules.day_of("2026-11-23", {}, {})
    assert (day["items"], day["totals"], day["unknown"], day["water_ml"]) == (0, {}, {}, 0)
    assert "complete" not in day

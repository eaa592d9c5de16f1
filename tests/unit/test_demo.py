"""What the simulated person of `fitzen demo` eats agrees with what they weigh."""

from collections import Counter
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest

from fitzen import demo, rebuild
from fitzen.cli.serving import derivations
from fitzen.demo.eating import BURNED_KCAL
from fitzen.nutrition import expenditure
from fitzen.nutrition.models import MealIn
from fitzen.users.service import new_user
from fitzen.wiring import build_store

UNTIL = date(2026, 11, 22)


def test_three_to_five_meals_on_about_four_days_of_five() -> None:
    meals = Counter(entry.eaten_at.date() for entry in demo.generate(3, UNTIL) if isinstance(entry, MealIn))
    assert 0.7 * 365 < len(meals) < 0.85 * 365, "holidays and forgotten days have none"
    whole = sum(count >= 4 for count in meals.values())
    assert max(meals.values()) == 5
    assert 0.85 < whole / len(meals) < 0.97, "some are logged in part"


@pytest.mark.parametrize("seed", [1, 2])
def test_the_measured_expenditure_finds_what_is_burned(seed: int) -> None:
    """The body burns 2,930 kcal at 78 kg and 24 more for each kg above; the diary has gaps, and the scale noise."""
    user_id = str(uuid4())
    now = datetime.combine(UNTIL + timedelta(days=1), time(8), UTC)
    with closing(build_store("sqlite://")) as store:
        store.migrate()
        store.write([new_user(user_id, now)])
        counts = list(demo.fill(store, user_id, seed, UNTIL, days=110))[-1]
        assert counts.meals > 250
        found = expenditure.show(store, user_id, now)
        weight = found["series"][-1]["weight_kg"]
        assert found["expenditure_kcal"] == pytest.approx(BURNED_KCAL + 24 * (weight - 78), rel=0.08)
        assert found["week"]["targets"]["energy_kcal"] > found["expenditure_kcal"], "the goal is to gain"
        assert rebuild.differences(store, user_id, derivations()) == []

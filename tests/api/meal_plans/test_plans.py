"""Plans of meals over HTTP: made, kept, changed, and logged from."""

from typing import Any

from tests.fixtures.api import Client, Json

GENERATE = "/api/nutrition/meal-plans/generate"
MINE = "/api/nutrition/meal-plans/me"


def known(client: Client, **profile: Any) -> None:
    """Say of a person what a plan needs to know."""
    said: Json = {"birth_date": "1990-05-17", "sex": "female", "height_cm": 168, "goal": "maintain"}
    assert client.patch("/api/users/me", json=said | profile).status_code == 200
    weight = {"taken_at": "2026-11-22T07:00:00+00:00", "metric": "weight_kg", "value": 64}
    assert client.post("/api/measurements", json=weight).status_code == 201


def made(client: Client, **wishes: Any) -> Json:
    answer = client.post(GENERATE, json=wishes)
    assert answer.status_code == 201, answer.text
    plan: Json = answer.get_json()
    return plan


def test_a_plan_is_made_and_kept(signed_in: Client) -> None:
    known(signed_in)
    plan = made(signed_in, days=3)
    assert plan["starts_on"] == "2026-11-24"
    assert [day["day"] for day in plan["days"]] == ["2026-11-24", "2026-11-25", "2026-11-26"]
    target = plan["targets"]["energy_kcal"]
    for day in plan["days"]:
        assert abs(day["totals"]["energy_kcal"] - target) <= 0.03 * target
        assert [meal["slot"] for meal in day["meals"]] == ["breakfast", "lunch", "dinner", "snack"]
    assert signed_in.get(f"{MINE}/{plan['id']}").get_json() == plan
    assert signed_in.get(MINE).get_json() == {"items": [plan], "next_cursor": None}

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


def test_a_meal_is_swapped_and_the_day_keeps_to_its_targets(signed_in: Client) -> None:
    known(signed_in)
    plan = made(signed_in, days=2)
    asked = {"day": plan["starts_on"], "slot": "dinner"}
    tried = signed_in.post(f"{MINE}/{plan['id']}/swap", json=asked | {"dry_run": True})
    assert tried.status_code == 200, tried.text
    assert signed_in.get(f"{MINE}/{plan['id']}").get_json() == plan
    swapped = signed_in.post(f"{MINE}/{plan['id']}/swap", json=asked).get_json()
    assert swapped["before"] == plan["days"][0]["meals"][2]
    assert swapped["after"]["recipe_id"] != swapped["before"]["recipe_id"]
    assert swapped["plan"]["days"][1] == plan["days"][1]
    day, target = swapped["plan"]["days"][0], plan["targets"]
    assert day["totals"]["protein_g"] >= target["protein_g"]
    assert abs(day["totals"]["energy_kcal"] - target["energy_kcal"]) <= 0.03 * target["energy_kcal"]
    recipes = {meal["recipe_id"] for meal in swapped["alternatives"]}
    assert recipes and swapped["after"]["recipe_id"] not in recipes
    assert signed_in.get(f"{MINE}/{plan['id']}").get_json() == swapped["plan"]


def test_groceries_hold_what_the_dishes_are_made_of(signed_in: Client) -> None:
    known(signed_in)
    plan = made(signed_in, days=2)
    found = signed_in.get(f"{MINE}/{plan['id']}/groceries").get_json()
    assert found["missing"] == []
    dishes = {meal["name"] for day in plan["days"] for meal in day["meals"] if "recipe_id" in meal}
    assert dishes <= {use for aisle in found["aisles"] for item in aisle["items"] for use in item["for"]}
    first = signed_in.get(f"{MINE}/{plan['id']}/groceries?to_day={plan['starts_on']}").get_json()
    grams = sum(item["grams"] for aisle in found["aisles"] for item in aisle["items"])
    assert 0 < sum(item["grams"] for aisle in first["aisles"] for item in aisle["items"]) < grams

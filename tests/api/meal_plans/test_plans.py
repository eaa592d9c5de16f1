"""Plans of meals over HTTP: made, kept, changed, and logged from."""

from typing import Any
from uuid import uuid4

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
    assert recipes
    assert swapped["after"]["recipe_id"] not in recipes
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


def test_what_a_profile_lacks_is_named(signed_in: Client) -> None:
    answer = signed_in.post(GENERATE, json={})
    assert answer.status_code == 422
    fields = [each["field"] for each in answer.get_json()["errors"]]
    assert fields == ["birth_date", "height_cm", "weight_kg"]


def test_the_same_request_again_is_answered_with_the_plan_that_is_there(signed_in: Client) -> None:
    known(signed_in)
    asked = {"id": str(uuid4()), "days": 1}
    plan = made(signed_in, **asked)
    again = signed_in.post(GENERATE, json=asked)
    assert (again.status_code, again.get_json()) == (200, plan)
    assert signed_in.post(GENERATE, json=asked | {"days": 2}).status_code == 409
    assert signed_in.delete(f"{MINE}/{plan['id']}").status_code == 204
    assert signed_in.post(GENERATE, json=asked).status_code == 410


def test_a_plan_goes_back_as_it_was_read_with_other_items(signed_in: Client) -> None:
    known(signed_in)
    plan = made(signed_in, days=1)
    apple = {"food_id": "usda-09003", "amount": 2, "unit": 'medium (3" dia)'}
    plan["days"][0]["meals"][3]["items"] = [apple]
    saved = signed_in.put(f"{MINE}/{plan['id']}", json=plan, headers={"If-Match": '"1"'})
    assert saved.status_code == 200, saved.text
    snack = saved.get_json()["days"][0]["meals"][3]
    assert (snack["name"], snack["items"][0]["grams"]) == ("Apple", 364)
    assert snack["totals"]["energy_kcal"] == snack["items"][0]["nutrients"]["energy_kcal"] == 189.3
    assert signed_in.put(f"{MINE}/{plan['id']}", json=plan, headers={"If-Match": '"1"'}).status_code == 412
    plan["days"][0]["meals"][3]["items"] = [apple | {"food_id": "usda-0"}]
    wrong = signed_in.put(f"{MINE}/{plan['id']}", json=plan)
    assert [each["field"] for each in wrong.get_json()["errors"]] == ["days.0.meals.3.items.0.food_id"]


def test_planned_meals_are_logged_as_they_are(signed_in: Client) -> None:
    known(signed_in)
    day = made(signed_in, days=1)["days"][0]
    for meal in day["meals"]:
        body = {"eaten_at": f"{day['day']}T12:00:00+00:00", "slot": meal["slot"], "items": meal["items"]}
        logged = signed_in.post("/api/nutrition/meals", json=body)
        assert logged.status_code == 201, logged.text
        totals = logged.get_json()["totals"]
        assert {key: totals[key] for key in meal["totals"]} == meal["totals"]


def test_where_there_is_no_plan_it_says_why_and_keeps_nothing(signed_in: Client) -> None:
    known(signed_in)
    answer = signed_in.post(GENERATE, json={"days": 2, "max_minutes": 5})
    assert answer.status_code == 200
    found = answer.get_json()
    assert found["days"] == []
    assert [each["constraints"] for each in found["clashes"]] == [["cooking_time"]]
    assert found["clashes"][0]["changes"][0]["field"] == "max_minutes"
    assert signed_in.get(MINE).get_json()["items"] == []


def test_an_allergy_that_is_not_understood_is_not_passed_over(signed_in: Client) -> None:
    known(signed_in, dietary={"allergies": ["the blue stuff"]})
    answer = signed_in.post(GENERATE, json={"days": 1})
    assert answer.status_code == 422
    assert [each["field"] for each in answer.get_json()["errors"]] == ["dietary.allergies.0"]


def test_no_day_goes_below_the_floor(signed_in: Client) -> None:
    known(signed_in)
    answer = signed_in.post(GENERATE, json={"energy_kcal": 1000})
    assert answer.status_code == 422
    assert [each["field"] for each in answer.get_json()["errors"]] == ["energy_kcal"]


def test_a_recipe_of_ones_own_can_be_asked_for(signed_in: Client) -> None:
    known(signed_in)
    own = {
        "name": "Lentils of mine",
        "servings": 2,
        "minutes": 20,
        "tags": ["dinner"],
        "ingredients": [
            {"food_id": "usda-16144", "grams": 180, "label": "lentils"},
            {"food_id": "usda-20036", "grams": 120, "label": "rice"},
            {"food_id": "usda-04053", "grams": 14, "label": "oil"},
        ],
        "steps": ["Boil."],
    }
    recipe = signed_in.post("/api/recipes", json=own).get_json()["id"]
    plan = made(signed_in, days=1, same_protein=True)
    asked = {"day": plan["starts_on"], "slot": "dinner", "recipe_id": recipe}
    answer = signed_in.post(f"{MINE}/{plan['id']}/swap", json=asked)
    assert answer.status_code in (200, 409), answer.text
    if answer.status_code == 200:
        assert answer.get_json()["after"]["name"] == "Lentils of mine"
        groceries = signed_in.get(f"{MINE}/{plan['id']}/groceries").get_json()
        assert "Lentils of mine" in {use for a in groceries["aisles"] for i in a["items"] for use in i["for"]}


def test_a_swap_says_what_is_wrong_with_what_is_asked(signed_in: Client) -> None:
    known(signed_in)
    plan = made(signed_in, days=1)
    url, day = f"{MINE}/{plan['id']}/swap", plan["starts_on"]
    for asked, field in (
        ({"day": "2027-01-01", "slot": "dinner"}, "day"),
        ({"day": day, "slot": "snack", "place": 2}, "slot"),
        ({"day": day, "slot": "dinner", "recipe_id": "no-such-dish"}, "recipe_id"),
        ({"day": day, "slot": "dinner", "wish": "unicorn"}, "wish"),
    ):
        answer = signed_in.post(url, json=asked)
        assert answer.status_code == 422
        assert [each["field"] for each in answer.get_json()["errors"]] == [field]


def test_an_entry_of_ones_own_that_changes_changes_the_plan(signed_in: Client) -> None:
    known(signed_in)
    plan = made(signed_in, days=1)
    url = f"{MINE}/{plan['id']}"
    for kcal in (200, 300):
        own = {"custom": True, "name": "Cake", "amount": 1, "unit": "piece"}
        own |= {"nutrients": {"energy_kcal": kcal, "iron_mg": 2}}
        plan["days"][0]["meals"][3]["items"] = [own]
        saved = signed_in.put(url, json=plan).get_json()
        snack = saved["days"][0]["meals"][3]
        assert (snack["totals"], snack["items"]) == ({"energy_kcal": kcal}, [own])


def test_a_plan_that_is_too_large_is_refused(signed_in: Client) -> None:
    known(signed_in)
    plan = made(signed_in, days=1)
    own = {"custom": True, "name": "x" * 250, "amount": 1, "unit": "piece", "nutrients": {"energy_kcal": 1}}
    days = [{"day": f"2026-12-{day:02}", "meals": [{"slot": "snack", "items": [own] * 20}] * 8} for day in range(1, 15)]
    answer = signed_in.put(f"{MINE}/{plan['id']}", json={"starts_on": "2026-12-01", "days": days})
    assert answer.status_code == 422
    assert [each["field"] for each in answer.get_json()["errors"]] == ["days"]


class TestSpanish:
    def test_a_plan_is_shown_in_spanish_and_kept_as_it_was(self, signed_in: Client) -> None:
        known(signed_in)
        id_ = str(uuid4())
        answer = signed_in.post(f"{GENERATE}?lang=es", json={"id": id_, "days": 2})
        assert answer.status_code == 201, answer.text
        found, english = answer.get_json(), signed_in.get(f"{MINE}/{id_}").get_json()
        assert signed_in.get(f"{MINE}/{id_}?lang=es").get_json() == found
        assert signed_in.get(f"{MINE}?lang=es").get_json() == {"items": [found], "next_cursor": None}
        assert signed_in.post(f"{GENERATE}?lang=es", json={"id": id_, "days": 2}).status_code == 200
        meals = [pair for days in zip(found["days"], english["days"], strict=True) for pair in pair_of(*days)]
        for spanish, said in meals:
            assert spanish["totals"] == said["totals"]
            if "recipe_id" in said:
                recipe = signed_in.get(f"/api/recipes/me/{said['recipe_id']}?lang=es").get_json()
                assert spanish["name"] == recipe["name"]
        sent = signed_in.put(f"{MINE}/{id_}?lang=es", json=found)
        assert sent.status_code == 200, sent.text
        assert sent.get_json()["days"] == found["days"]

    def test_a_swap_understands_a_spanish_wish(self, signed_in: Client) -> None:
        known(signed_in)
        plan = made(signed_in, days=1)
        path, asked = f"{MINE}/{plan['id']}/swap", {"day": plan["starts_on"], "slot": "dinner", "wish": "lentejas"}
        assert signed_in.post(path, json=asked | {"dry_run": True}).status_code == 422
        found = signed_in.post(f"{path}?lang=es", json=asked | {"dry_run": True})
        assert found.status_code == 200, found.text
        after = found.get_json()["after"]
        recipe = signed_in.get(f"/api/recipes/me/{after['recipe_id']}?lang=es").get_json()
        assert recipe["name"] == after["name"]
        assert any("lentejas" in each["label"] for each in recipe["ingredients"])
        english = signed_in.post(f"{path}?lang=es", json=asked | {"wish": "lentil", "dry_run": True})
        assert english.status_code == 200, english.text

    def test_groceries_are_spanish(self, signed_in: Client) -> None:
        known(signed_in)
        plan = made(signed_in, days=2)
        path = f"{MINE}/{plan['id']}/groceries"
        found, english = signed_in.get(f"{path}?lang=es").get_json(), signed_in.get(path).get_json()
        for aisle, said in zip(found["aisles"], english["aisles"], strict=True):
            assert {each["food_id"]: each["grams"] for each in aisle["items"]} == {
                each["food_id"]: each["grams"] for each in said["items"]
            }
        dishes = {
            meal["name"]
            for day in signed_in.get(f"{MINE}/{plan['id']}?lang=es").get_json()["days"]
            for meal in day["meals"]
            if "recipe_id" in meal
        }
        assert dishes <= {use for aisle in found["aisles"] for item in aisle["items"] for use in item["for"]}

    def test_what_is_left_out_in_spanish_is_not_served(self, signed_in: Client) -> None:
        known(signed_in)
        plan = made(signed_in, days=3, without=["cebolla", "tomates"])
        for day in plan["days"]:
            for meal in day["meals"]:
                if "recipe_id" in meal:
                    recipe = signed_in.get(f"/api/recipes/me/{meal['recipe_id']}").get_json()
                    assert not {each["food_id"] for each in recipe["ingredients"]} & {"usda-11282", "usda-11529"}

    def test_why_there_is_none_is_spanish(self, signed_in: Client) -> None:
        known(signed_in)
        answer = signed_in.post(f"{GENERATE}?lang=es", json={"days": 1, "max_minutes": 5, "protein_g": 180})
        assert answer.status_code == 200, answer.text
        clash = answer.get_json()["clashes"][0]
        assert clash["text"].startswith(("No hay", "No se puede", "No he"))
        assert all(each["text"].startswith(("permitir", "proteína", "fibra")) for each in clash["changes"])


def pair_of(day: Json, other: Json) -> list[tuple[Json, Json]]:
    return list(zip(day["meals"], other["meals"], strict=True))


def test_what_is_offered_names_a_field_of_the_request(signed_in: Client) -> None:
    known(signed_in, dietary={"pattern": "vegan"})
    asked: Json = {"days": 1, "without": ["tofu", "tempeh", "soy", "edamame"], "protein_g": 130}
    changes = signed_in.post(GENERATE, json=asked).get_json()["clashes"][0]["changes"]
    allowed = next(each for each in changes if each["field"] == "without")
    assert len(allowed["value"]) == 3
    again = signed_in.post(GENERATE, json=asked | {allowed["field"]: allowed["value"]})
    assert again.status_code == 201, again.text

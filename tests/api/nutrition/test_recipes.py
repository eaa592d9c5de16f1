"""Recipes over HTTP: shipped and one's own, what a serving comes to, one in another, and as part of a meal."""

from typing import Any
from uuid import uuid4

import pytest
from tests.fixtures.api import Client, Json

from fitzen.infra.base import Infra

OATS: Json = {"name": "Oats", "per_100g": {"energy_kcal": 380, "iron_mg": 4.2}}
MILK: Json = {"name": "Milk", "per_100g": {"energy_kcal": 60}}


def own_food(client: Client, body: Json) -> str:
    food_id: str = client.post("/api/foods", json=body).get_json()["id"]
    return food_id


def save(client: Client, status: int = 201, **body: Any) -> Json:
    answer = client.post("/api/recipes", json={"name": "Porridge", "servings": 2} | body)
    assert answer.status_code == status, answer.text
    found: Json = answer.get_json()
    return found


def grams(food_id: str, amount: float) -> Json:
    return {"food_id": food_id, "grams": amount}


@pytest.fixture
def oats(signed_in: Client) -> str:
    return own_food(signed_in, OATS)


@pytest.fixture
def milk(signed_in: Client) -> str:
    return own_food(signed_in, MILK)


class TestOwn:
    def test_a_serving_is_computed_from_the_ingredients(self, signed_in: Client, oats: str, milk: str) -> None:
        found = save(signed_in, ingredients=[grams(oats, 100), grams(milk, 333)])
        assert found["per_serving"] == {"energy_kcal": 289.9, "iron_mg": 2.1}
        assert found["unknown"] == {"iron_mg": 1}
        assert found["grams_per_serving"] == 216.5
        assert [each["name"] for each in found["ingredients"]] == ["Oats", "Milk"]
        assert signed_in.get(f"/api/recipes/me/{found['id']}").get_json() == found
        assert signed_in.get("/api/recipes/me").get_json()["items"] == [found]

    def test_it_is_scaled(self, signed_in: Client, oats: str) -> None:
        found = save(signed_in, ingredients=[grams(oats, 100)])
        scaled = signed_in.get(f"/api/recipes/me/{found['id']}?servings=5").get_json()
        assert (scaled["servings"], scaled["ingredients"][0]["grams"]) == (5, 250)
        assert scaled["per_serving"] == found["per_serving"]
        assert signed_in.get(f"/api/recipes/me/{found['id']}?servings=0").status_code == 422

    def test_it_follows_a_food_that_is_corrected_or_deleted(self, signed_in: Client, oats: str, milk: str) -> None:
        path = f"/api/recipes/me/{save(signed_in, ingredients=[grams(oats, 100), grams(milk, 100)])['id']}"
        signed_in.patch(f"/api/foods/{oats}", json={"per_100g": {"energy_kcal": 400, "iron_mg": None}})
        assert signed_in.get(path).get_json()["per_serving"] == {"energy_kcal": 230}
        signed_in.delete(f"/api/foods/{milk}")
        found = signed_in.get(path).get_json()
        assert (found["per_serving"], found["unknown"]) == ({"energy_kcal": 200}, {"energy_kcal": 1})
        renamed = signed_in.patch(path, json={"name": "Old porridge"})
        assert renamed.status_code == 200, "what was in it may stay"

    def test_one_goes_into_another_once(self, signed_in: Client, oats: str) -> None:
        inner = save(signed_in, ingredients=[grams(oats, 100)])
        part = {"recipe_id": inner["id"], "servings": 3}
        outer = save(signed_in, servings=1, ingredients=[part, grams(oats, 50)])
        assert outer["per_serving"]["energy_kcal"] == 760
        assert outer["ingredients"][0]["name"] == "Porridge"
        deeper = save(signed_in, 422, ingredients=[{"recipe_id": outer["id"], "servings": 1}])
        assert deeper["errors"][0]["field"] == "ingredients.0.recipe_id"
        for recipe_id in (inner["id"], outer["id"]):
            turned = signed_in.patch(
                f"/api/recipes/me/{inner['id']}", json={"ingredients": [part | {"recipe_id": recipe_id}]}
            )
            assert turned.status_code == 422
        signed_in.patch(f"/api/recipes/me/{inner['id']}", json={"servings": 1})
        assert signed_in.get(f"/api/recipes/me/{outer['id']}").get_json()["per_serving"]["energy_kcal"] == 1330

    def test_a_shipped_one_may_be_an_ingredient(self, signed_in: Client) -> None:
        shipped = signed_in.get("/api/recipes?limit=1").get_json()["items"][0]
        found = save(signed_in, servings=1, ingredients=[{"recipe_id": shipped["id"], "servings": 1}])
        assert found["per_serving"] == shipped["per_serving"]

    def test_the_same_again_is_the_same(self, signed_in: Client, oats: str) -> None:
        body: Json = {"id": str(uuid4()), "ingredients": [grams(oats, 100)]}
        assert save(signed_in, **body) == save(signed_in, 200, **body)
        save(signed_in, 409, **body | {"name": "Other"})
        signed_in.delete(f"/api/recipes/me/{body['id']}")
        save(signed_in, 410, **body)

    def test_if_match_guards(self, signed_in: Client, oats: str) -> None:
        path = f"/api/recipes/me/{save(signed_in, ingredients=[grams(oats, 100)])['id']}"
        assert signed_in.get(path).headers["ETag"] == '"1"'
        assert signed_in.patch(path, json={"minutes": 7}, headers={"If-Match": '"1"'}).headers["ETag"] == '"2"'
        assert signed_in.patch(path, json={"minutes": 8}, headers={"If-Match": '"1"'}).status_code == 412

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"name": "a\0b"}, "name"),
            ({"servings": 0}, "servings"),
            ({"servings": 1.5}, "servings"),
            ({"ingredients": []}, "ingredients"),
            ({"ingredients": [{"food_id": "no-such-food", "grams": 1}]}, "ingredients.0.food_id"),
            ({"ingredients": [{"recipe_id": "no-such-recipe", "servings": 1}]}, "ingredients.0.recipe_id"),
            ({"ingredients": [{"food_id": "usda-01123"}]}, "ingredients.0"),
            ({"ingredients": [{"food_id": "usda-01123", "servings": 1}]}, "ingredients.0"),
            ({"ingredients": [{"food_id": "usda-01123", "grams": -1}]}, "ingredients.0.grams"),
            ({"ingredients": [{"food_id": "usda-01123", "grams": 1, "label": "a\0"}]}, "ingredients.0.label"),
            ({"steps": ["a\0b"]}, "steps.0"),
            ({"tags": ["<b>"]}, "tags.0"),
            ({"per_serving": {}}, "per_serving"),
        ],
    )
    def test_bad_input_names_the_field_and_leaves_nothing(
        self, signed_in: Client, infra: Infra, change: Json, field: str
    ) -> None:
        body = {"ingredients": [{"food_id": "usda-01123", "grams": 50}]} | change
        assert save(signed_in, 422, **body)["errors"][0]["field"].startswith(field)
        assert {record.kind for record in infra.store.changes(signed_in.user_id, 0)} == {"user", "replan"}

    def test_nobody_sees_anothers(self, signed_in: Client, another: Client, oats: str) -> None:
        recipe_id = save(signed_in, ingredients=[grams(oats, 100)])["id"]
        assert another.get(f"/api/recipes/me/{recipe_id}").status_code == 404
        assert another.get("/api/recipes/me").get_json()["items"] == []
        save(another, 422, ingredients=[{"recipe_id": recipe_id, "servings": 1}])


class TestShipped:
    def test_every_one_has_figures_of_a_meal(self, signed_in: Client) -> None:
        found = signed_in.get("/api/recipes?limit=200").get_json()["items"]
        assert len(found) >= 120
        for recipe in found:
            assert 20 < recipe["per_serving"]["energy_kcal"] < 1500, recipe["id"]
            assert recipe["unknown"].get("energy_kcal", 0) == 0, recipe["id"]
            assert recipe["grams_per_serving"] > 0

    def test_is_found_by_words_and_tags(self, signed_in: Client) -> None:
        found = signed_in.get("/api/recipes?q=oats&tag=breakfast,vegetarian&without=nuts&minutes=30").get_json()[
            "items"
        ]
        assert found
        assert all({"breakfast", "vegetarian"} <= set(recipe["tags"]) for recipe in found)
        assert all(recipe["minutes"] <= 30 and "nuts" not in recipe["allergens"] for recipe in found)

    @pytest.mark.parametrize(("query", "field"), [("tag=tasty", "tag"), ("without=love", "without"), ("q=%00", "q")])
    def test_words_that_are_none(self, signed_in: Client, query: str, field: str) -> None:
        answer = signed_in.get(f"/api/recipes?{query}")
        assert answer.status_code == 422
        assert answer.get_json()["errors"][0]["field"] == field

    def test_one_is_read_and_scaled(self, signed_in: Client) -> None:
        first = signed_in.get("/api/recipes?limit=1").get_json()["items"][0]
        assert signed_in.get(f"/api/recipes/me/{first['id']}").get_json() == first
        double = signed_in.get(f"/api/recipes/me/{first['id']}?servings={first['servings'] * 2}").get_json()
        assert double["ingredients"][0]["grams"] == first["ingredients"][0]["grams"] * 2

    def test_is_not_ones_own_to_change(self, signed_in: Client) -> None:
        first = signed_in.get("/api/recipes?limit=1").get_json()["items"][0]
        assert signed_in.patch(f"/api/recipes/me/{first['id']}", json={"name": "Mine"}).status_code == 404


class TestSpanish:
    def test_names_labels_and_steps_are_spanish_and_figures_the_same(self, signed_in: Client) -> None:
        path = "/api/recipes/me/shakshuka"
        english, found = signed_in.get(path).get_json(), signed_in.get(f"{path}?lang=es").get_json()
        assert found["ingredients"][0]["label"] == "4 huevos grandes"
        assert found["ingredients"][0]["name"] == "Huevos"
        assert found["steps"][0] == "Sofríe la cebolla y el pimiento en el aceite 8 minutos."
        words = ("name", "steps", "ingredients")
        assert {key: found[key] for key in found if key not in words} == {
            key: english[key] for key in english if key not in words
        }
        double = signed_in.get(f"{path}?lang=es&servings={found['servings'] * 2}").get_json()
        assert double["ingredients"][0]["grams"] == 2 * english["ingredients"][0]["grams"]
        assert double["ingredients"][0]["label"] == "4 huevos grandes"

    def test_all_are_found_by_spanish_words_without_accents(self, signed_in: Client) -> None:
        found = signed_in.get("/api/recipes?q=salmon al horno&lang=es").get_json()["items"]
        assert [each["name"] for each in found] == ["Salmón al horno con patatas y eneldo"]
        every = signed_in.get("/api/recipes?lang=es&limit=500").get_json()["items"]
        english = signed_in.get("/api/recipes?limit=500").get_json()["items"]
        assert {each["id"] for each in every} == {each["id"] for each in english}
        assert all(ingredient["name"] for each in every for ingredient in each["ingredients"])
        assert signed_in.get("/api/recipes?lang=fr").status_code == 422

    def test_ones_own_stays_as_it_is_named_and_its_foods_are_spanish(self, signed_in: Client, oats: str) -> None:
        parts = [grams(oats, 100), grams("usda-01123", 50), {"recipe_id": "shakshuka", "servings": 1}]
        mine = save(signed_in, ingredients=parts, steps=["Mix."])
        found = signed_in.get(f"/api/recipes/me/{mine['id']}?lang=es").get_json()
        assert [each["name"] for each in found["ingredients"]] == ["Oats", "Huevos", "Shakshuka"]
        assert found | {"ingredients": 0} == mine | {"ingredients": 0}
        assert signed_in.get("/api/recipes/me?lang=es").get_json()["items"] == [found]


def test_a_recipe_is_eaten_by_the_serving(signed_in: Client, oats: str) -> None:
    recipe = save(signed_in, ingredients=[grams(oats, 100)])
    item = {"recipe_id": recipe["id"], "amount": 1.5, "unit": "serving"}
    body = {"eaten_at": "2026-11-20T08:00:00Z", "slot": "breakfast", "items": [item]}
    meal = signed_in.post("/api/nutrition/meals", json=body).get_json()
    assert meal["items"][0]["name"] == "Porridge"
    assert (meal["items"][0]["grams"], meal["totals"]) == (75, {"energy_kcal": 285, "iron_mg": 3.15})
    signed_in.delete(f"/api/recipes/me/{recipe['id']}")
    path = f"/api/nutrition/meals/me/{meal['id']}"
    assert signed_in.patch(path, json={"slot": "snack"}).get_json()["totals"] == meal["totals"]
    weighed = signed_in.post("/api/nutrition/meals", json=body | {"items": [item | {"unit": "g"}]})
    assert weighed.status_code == 422
    recent = signed_in.get("/api/foods/recent/me").get_json()["items"]
    assert recent[0]["recipe_id"] == recipe["id"]

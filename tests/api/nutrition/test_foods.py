"""Foods over HTTP: searched, one's own, favourites, and those last logged."""

from uuid import uuid4

import pytest
from tests.fixtures.api import Client, Json

from fitzen.infra.base import Infra

EGG = "usda-01123"
OATS: Json = {"name": "Zumbo oats", "per_100g": {"energy_kcal": 379}, "portions": [{"label": "cup", "grams": 81}]}


def own_food(client: Client, **change: object) -> Json:
    answer = client.post("/api/foods", json=OATS | change)
    assert answer.status_code == 201, answer.text
    found: Json = answer.get_json()
    return found


def names(client: Client, path: str) -> list[str]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return [item["name"] for item in answer.get_json()["items"]]


class TestSearch:
    def test_finds_what_a_person_means(self, signed_in: Client) -> None:
        found = signed_in.get("/api/foods?q=chiken brest&limit=3").get_json()["items"]
        assert any("chicken" in food["name"].lower() for food in found)
        assert all(food["per_100g"]["energy_kcal"] for food in found)

    def test_ones_own_come_first_and_are_nobody_elses(self, signed_in: Client, another: Client) -> None:
        own_food(signed_in)
        assert names(signed_in, "/api/foods?q=zumbo oats")[0] == "Zumbo oats"
        assert "Zumbo oats" not in names(another, "/api/foods?q=zumbo oats")

    @pytest.mark.parametrize("query", ["", "?q=", "?q=%00", "?q=a&limit=0", "?q=a&limit=101", "?q=a&page=2"])
    def test_bad_queries_are_refused(self, signed_in: Client, query: str) -> None:
        answer = signed_in.get(f"/api/foods{query}")
        assert answer.status_code == 422, answer.text

    def test_one_food(self, signed_in: Client) -> None:
        egg = signed_in.get(f"/api/foods/{EGG}").get_json()
        assert "egg" in egg["name"].lower()
        assert "USDA" in egg["source"]
        assert signed_in.get("/api/foods/no-such-food").status_code == 404


class TestOwn:
    def test_the_same_again_is_the_same(self, signed_in: Client) -> None:
        body = OATS | {"id": str(uuid4())}
        first, again = (signed_in.post("/api/foods", json=body) for _ in range(2))
        assert (first.status_code, again.status_code) == (201, 200)
        assert first.get_json() == again.get_json()
        assert signed_in.post("/api/foods", json=body | {"name": "Other"}).status_code == 409

    def test_is_changed_and_deleted(self, signed_in: Client) -> None:
        food = own_food(signed_in)
        path = f"/api/foods/{food['id']}"
        assert food["source"] == "own"
        changed = signed_in.patch(path, json={"brand": "Zumbo"}).get_json()
        assert changed == food | {"brand": "Zumbo"}
        assert signed_in.put(path, json=OATS).get_json() == food
        assert signed_in.delete(path).status_code == 204
        assert signed_in.get(path).status_code == 404

    def test_what_ships_is_not_ones_own_to_change(self, signed_in: Client) -> None:
        assert signed_in.patch(f"/api/foods/{EGG}", json={"name": "Mine"}).status_code == 404
        assert signed_in.delete(f"/api/foods/{EGG}").status_code == 204
        assert signed_in.get(f"/api/foods/{EGG}").status_code == 200

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"name": ""}, "name"),
            ({"name": "a\0b"}, "name"),
            ({"per_100g": {"energy_kcal": -1}}, "per_100g"),
            ({"per_100g": {"protein_g": 130}}, "per_100g"),
            ({"per_100g": {"magic_g": 1}}, "per_100g"),
            ({"portions": [{"label": "cup", "grams": 0}]}, "portions.0.grams"),
            ({"portions": [{"label": "a\0b", "grams": 1}]}, "portions.0.label"),
            ({"barcode": "12"}, "barcode"),
            ({"source": "mine"}, "source"),
        ],
    )
    def test_bad_input_names_the_field(self, signed_in: Client, infra: Infra, change: Json, field: str) -> None:
        answer = signed_in.post("/api/foods", json=OATS | change)
        assert answer.status_code == 422, answer.text
        assert answer.get_json()["errors"][0]["field"].startswith(field)
        assert {record.kind for record in infra.store.changes(signed_in.user_id, 0)} == {"user", "replan"}


class TestFavourites:
    def test_are_added_listed_and_taken_away(self, signed_in: Client) -> None:
        own = own_food(signed_in)["id"]
        for food_id in (EGG, own, own):
            assert signed_in.put(f"/api/foods/favourites/me/{food_id}").status_code == 204
        assert len(names(signed_in, "/api/foods/favourites/me")) == 2
        page = signed_in.get("/api/foods/favourites/me?limit=1").get_json()
        assert page["next_cursor"]
        assert signed_in.delete(f"/api/foods/favourites/me/{EGG}").status_code == 204
        assert names(signed_in, "/api/foods/favourites/me") == ["Zumbo oats"]
        assert signed_in.put(f"/api/foods/favourites/me/{EGG}").status_code == 204, "again, after it was taken away"
        assert len(names(signed_in, "/api/foods/favourites/me")) == 2

    def test_one_that_is_gone_is_not_listed(self, signed_in: Client) -> None:
        own = own_food(signed_in)["id"]
        signed_in.put(f"/api/foods/favourites/me/{own}")
        signed_in.delete(f"/api/foods/{own}")
        assert names(signed_in, "/api/foods/favourites/me") == []

    def test_a_recipe_can_be_one_and_is_no_food(self, signed_in: Client) -> None:
        recipe = signed_in.get("/api/recipes?limit=1").get_json()["items"][0]["id"]
        assert signed_in.put(f"/api/foods/favourites/me/{recipe}").status_code == 204
        kept = signed_in.get("/api/sync?since=0").get_json()["changes"]
        assert [each["id"] for each in kept if each["kind"] == "favourite"] == [recipe]
        assert names(signed_in, "/api/foods/favourites/me") == []

    def test_a_food_that_is_not_known(self, signed_in: Client) -> None:
        assert signed_in.put("/api/foods/favourites/me/no-such-food").status_code == 404


class TestRecent:
    def log(self, client: Client, food_id: str, amount: float, at: str) -> str:
        item = {"food_id": food_id, "amount": amount, "unit": "g"}
        answer = client.post("/api/nutrition/meals", json={"eaten_at": at, "slot": "lunch", "items": [item]})
        assert answer.status_code == 201, answer.text
        meal_id: str = answer.get_json()["id"]
        return meal_id

    def test_is_by_when_it_was_eaten_with_the_last_amount(self, signed_in: Client) -> None:
        own = own_food(signed_in)["id"]
        self.log(signed_in, EGG, 100, "2026-11-20T12:00:00Z")
        self.log(signed_in, own, 50, "2026-11-21T12:00:00Z")
        self.log(signed_in, EGG, 30, "2026-11-19T12:00:00Z")
        found = signed_in.get("/api/foods/recent/me").get_json()["items"]
        assert [(item["food_id"], item["amount"], item["count"]) for item in found] == [(own, 50, 1), (EGG, 100, 2)]

    def test_holds_fifty(self, signed_in: Client, infra: Infra) -> None:
        from fitzen.nutrition.recipes import library

        food_ids = sorted(library.foods())[:52]
        for number, food_id in enumerate(food_ids):
            self.log(signed_in, food_id, 10, f"2026-11-{1 + number // 24:02}T{number % 24:02}:00:00Z")
        found = signed_in.get("/api/foods/recent/me").get_json()["items"]
        assert len(found) == 50
        assert found[0]["food_id"] == food_ids[51]


class TestSpanish:
    def test_is_found_and_named_in_spanish_where_the_url_says_so(self, signed_in: Client) -> None:
        assert names(signed_in, "/api/foods?q=huevos&lang=es&limit=1") == ["Huevo"]
        assert names(signed_in, "/api/foods?q=egg&lang=es&limit=1") == ["Huevo"]
        assert names(signed_in, "/api/foods?q=egg&limit=1") == ["Egg, whole, raw"]
        assert signed_in.get(f"/api/foods/{EGG}?lang=es").get_json()["name"] == "Huevo"

    def test_favourites_and_ones_own(self, signed_in: Client) -> None:
        own = own_food(signed_in)
        for food_id in (EGG, own["id"]):
            assert signed_in.put(f"/api/foods/favourites/me/{food_id}").status_code == 204
        assert set(names(signed_in, "/api/foods/favourites/me?lang=es")) == {"Huevo", "Zumbo oats"}
        assert names(signed_in, "/api/foods?q=zumbo&lang=es&limit=1") == ["Zumbo oats"]

    def test_what_is_logged_keeps_the_name_that_was_shown(self, signed_in: Client) -> None:
        item = {"food_id": EGG, "name": "Huevo", "amount": 2, "unit": "large"}
        body = {"eaten_at": "2026-11-20T08:00:00Z", "slot": "breakfast", "items": [item]}
        assert signed_in.post("/api/nutrition/meals", json=body).get_json()["items"][0]["name"] == "Huevo"

    def test_another_language_is_refused(self, signed_in: Client) -> None:
        assert signed_in.get("/api/foods?q=egg&lang=tlh").status_code == 422

"""Meals and water over HTTP: what is derived follows every change, and bad input leaves nothing behind."""

from typing import Any
from uuid import uuid4

import pytest
from tests.fixtures.api import Client, Json

from fitzen import rebuild
from fitzen.infra.base import Infra
from fitzen.nutrition.rebuild import DERIVATION
from fitzen.records import loads

OATS: Json = {
    "name": "Oats",
    "per_100g": {"energy_kcal": 379, "protein_g": 13.2, "iron_mg": 4.25},
    "portions": [{"label": "cup", "grams": 81}],
}
BAR: Json = {"custom": True, "name": "Bar", "amount": 1, "unit": "serving", "nutrients": {"energy_kcal": 200.04}}


def own_food(client: Client, body: Json = OATS) -> str:
    answer = client.post("/api/foods", json=body)
    assert answer.status_code == 201, answer.text
    food_id: str = answer.get_json()["id"]
    return food_id


def meal(*items: Json, at: str = "2026-11-20T08:00:00+01:00", **more: Any) -> Json:
    return {"eaten_at": at, "slot": "breakfast", "items": list(items), **more}


def grams(food_id: str, amount: float) -> Json:
    return {"food_id": food_id, "amount": amount, "unit": "g"}


def log(client: Client, body: Json, status: int = 201) -> Json:
    answer = client.post("/api/nutrition/meals", json=body)
    assert answer.status_code == status, answer.text
    found: Json = answer.get_json()
    return found


def day(infra: Infra, client: Client, day: str) -> Json:
    record = infra.store.get(client.user_id, "meal_day", day)
    assert record is not None
    return loads(record.body)


class TestLog:
    def test_computes_grams_nutrients_and_totals(self, signed_in: Client, infra: Infra) -> None:
        oats = own_food(signed_in)
        found = log(signed_in, meal({"food_id": oats, "amount": 0.5, "unit": "cup"}, BAR))
        first, second = found["items"]
        assert (first["name"], first["grams"]) == ("Oats", 40.5)
        assert first["nutrients"] == {"energy_kcal": 153.5, "protein_g": 5.346, "iron_mg": 1.721}
        assert "grams" not in second, "nobody knows what the bar weighs"
        assert found["totals"] == {"energy_kcal": 353.5, "protein_g": 5.346, "iron_mg": 1.721}
        assert found["unknown"] == {"protein_g": 1, "iron_mg": 1}
        assert found["day"] == "2026-11-20"
        assert day(infra, signed_in, "2026-11-20")["totals"] == found["totals"]

    def test_the_same_again_is_the_same(self, signed_in: Client) -> None:
        body = meal(BAR, id=str(uuid4()))
        first = log(signed_in, body)
        assert log(signed_in, body, 200) == first
        assert log(signed_in, body | {"slot": "snack"}, 409)["status"] == 409
        assert signed_in.delete(f"/api/nutrition/meals/me/{body['id']}").status_code == 204
        assert log(signed_in, body, 410)["status"] == 410

    def test_the_same_again_is_the_same_after_its_food_is_gone(self, signed_in: Client) -> None:
        oats = own_food(signed_in)
        body = meal(grams(oats, 50), id=str(uuid4()))
        first = log(signed_in, body)
        assert signed_in.delete(f"/api/foods/{oats}").status_code == 204
        assert log(signed_in, body, 200) == first

    @pytest.mark.parametrize(
        ("unit", "amount", "weighs"),
        [("g", 30, 30), ("kg", 0.25, 250), ("oz", 2, 56.7), ("lb", 1, 453.59), ("ml", 100, 34.24), ("CUP", 2, 162)],
    )
    def test_units(self, signed_in: Client, unit: str, amount: float, weighs: float) -> None:
        """A cup of oats weighs 81 g, so 100 ml weigh 34.24 g."""
        oats = own_food(signed_in)
        found = log(signed_in, meal({"food_id": oats, "amount": amount, "unit": unit}))
        assert found["items"][0]["grams"] == weighs

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"eaten_at": "2026-11-20T18:00:00"}, "eaten_at"),
            ({"eaten_at": "2026-02-31T18:00:00Z"}, "eaten_at"),
            ({"eaten_at": "0001-01-01T00:00:00+14:00"}, "eaten_at"),
            ({"eaten_at": 1700000000}, "eaten_at"),
            ({"slot": "brunch"}, "slot"),
            ({"name": "a\0b"}, "name"),
            ({"notes": "a\0b"}, "notes"),
            ({"photo_id": "x"}, "photo_id"),
            ({"id": "not-a-uuid"}, "id"),
            ({"unknown": 1}, "unknown"),
            ({"totals": {}}, "totals"),
            ({"items": "none"}, "items"),
            ({"items": [BAR] * 101}, "items"),
            ({"items": [BAR | {"amount": -1}]}, "items.0.amount"),
            ({"items": [BAR | {"amount": 0}]}, "items.0.amount"),
            ({"items": [BAR | {"amount": "1"}]}, "items.0.amount"),
            ({"items": [BAR | {"grams": -1}]}, "items.0.grams"),
            ({"items": [BAR | {"unit": "a\0b"}]}, "items.0.unit"),
            ({"items": [BAR | {"name": "a\0b"}]}, "items.0.name"),
            ({"items": [BAR | {"nutrients": {"energy_kcal": -1}}]}, "items.0.nutrients"),
            ({"items": [BAR | {"nutrients": {"energy_kcal": 1e300}}]}, "items.0.nutrients"),
            ({"items": [BAR | {"nutrients": {"magic_g": 1}}]}, "items.0.nutrients"),
            ({"items": [{**BAR, "name": None}]}, "items.0"),
            ({"items": [BAR | {"food_id": "usda-01123"}]}, "items.0"),
            ({"items": [{"amount": 1, "unit": "g"}]}, "items.0"),
            ({"items": [BAR, grams("no-such-food", 10)]}, "items.1.food_id"),
            ({"items": [{"recipe_id": "no-such-recipe", "amount": 1, "unit": "serving"}]}, "items.0.recipe_id"),
        ],
    )
    def test_bad_input_names_the_field_and_leaves_nothing(
        self, signed_in: Client, infra: Infra, change: Json, field: str
    ) -> None:
        answer = signed_in.post("/api/nutrition/meals", json=meal(BAR) | change)
        assert answer.status_code == 422, answer.text
        assert any(error["field"].startswith(field) for error in answer.get_json()["errors"]), answer.text
        assert {record.kind for record in infra.store.changes(signed_in.user_id, 0)} == {"user", "replan"}

    @pytest.mark.parametrize(
        ("unit", "amount", "field"), [("furlong", 1, "unit"), ("serving", 1, "grams"), ("kg", 100_000, "amount")]
    )
    def test_a_unit_or_amount_that_a_food_does_not_have(
        self, signed_in: Client, unit: str, amount: float, field: str
    ) -> None:
        salt = own_food(signed_in, {"name": "Salt"})
        answer = signed_in.post("/api/nutrition/meals", json=meal({"food_id": salt, "amount": amount, "unit": unit}))
        assert answer.status_code == 422
        assert answer.get_json()["errors"][0]["field"] == f"items.0.{field}"

    def test_more_than_anybody_can_eat_is_refused(self, signed_in: Client) -> None:
        salt = own_food(signed_in, {"name": "Salt", "per_100g": {"sodium_mg": 38_758}})
        answer = signed_in.post("/api/nutrition/meals", json=meal(grams(salt, 90_000)))
        assert answer.get_json()["errors"][0]["field"] == "items.0.amount"

    def test_what_can_only_be_estimated_weighs_what_is_said(self, signed_in: Client) -> None:
        oats = own_food(signed_in)
        item = {"food_id": oats, "amount": 2, "unit": "handful", "grams": 61.5}
        found = log(signed_in, meal(item))
        assert found["items"][0]["grams"] == 61.5
        path = f"/api/nutrition/meals/me/{found['id']}"
        tripled = signed_in.patch(path, json={"items": [found["items"][0] | {"amount": 6}]}).get_json()
        assert tripled["items"][0]["grams"] == 184.5, "in proportion, where only the amount changed"
        heavier = signed_in.patch(path, json={"items": [tripled["items"][0] | {"grams": 200}]}).get_json()
        assert heavier["items"][0]["grams"] == 200
        assert heavier["totals"]["energy_kcal"] == 758

    def test_not_a_number_is_no_json(self, signed_in: Client) -> None:
        text = '{"eaten_at":"2026-11-20T08:00:00Z","slot":"lunch","items":[{"custom":true,"name":"x","amount":NaN}]}'
        answer = signed_in.post("/api/nutrition/meals", data=text, content_type="application/json")
        assert answer.status_code in (400, 422)

    def test_the_largest_meal_fits(self, signed_in: Client, infra: Infra) -> None:
        from fitzen.science.nutrients import NUTRIENTS

        rich = dict.fromkeys(NUTRIENTS, 1234.567)
        body = meal(*[BAR | {"name": "x" * 250, "unit": "u" * 120, "nutrients": rich}] * 100)
        assert len(log(signed_in, body)["items"]) == 100
        assert day(infra, signed_in, "2026-11-20")["totals"]["iron_mg"] == 123456.7

    def test_one_that_is_larger_still_is_refused(self, signed_in: Client, infra: Infra) -> None:
        from fitzen.science.nutrients import NUTRIENTS

        rich = dict.fromkeys(NUTRIENTS, 9999999.125)
        item = BAR | {"name": "\U0001f35d" * 250, "unit": "\U0001f963" * 120, "nutrients": rich}
        answer = signed_in.post("/api/nutrition/meals", json=meal(*[item] * 100, notes="\U0001f35d" * 4000))
        assert answer.status_code == 422
        assert answer.get_json()["errors"][0]["field"] == "items"
        assert {record.kind for record in infra.store.changes(signed_in.user_id, 0)} == {"user", "replan"}


class TestChange:
    def test_a_food_edited_later_does_not_change_the_past(self, signed_in: Client) -> None:
        oats = own_food(signed_in)
        path = f"/api/nutrition/meals/me/{log(signed_in, meal(grams(oats, 100)))['id']}"
        signed_in.patch(f"/api/foods/{oats}", json={"per_100g": {"energy_kcal": 1}})
        moved = signed_in.patch(path, json={"slot": "lunch"}).get_json()
        assert moved["totals"]["energy_kcal"] == 379
        weighed = signed_in.patch(path, json={"items": [grams(oats, 200)]}).get_json()
        assert weighed["totals"] == {"energy_kcal": 2, "protein_g": 26.4, "iron_mg": 8.5}

    def test_a_meal_may_be_sent_back_as_it_was_read(self, signed_in: Client) -> None:
        oats = own_food(signed_in)
        first = log(signed_in, meal(grams(oats, 100), BAR))
        said = {name: first[name] for name in ("eaten_at", "slot", "items")}
        again = signed_in.put(f"/api/nutrition/meals/me/{first['id']}", json=said)
        assert again.get_json() == first
        said["items"][0] |= {"amount": 200}
        changed = signed_in.put(f"/api/nutrition/meals/me/{first['id']}", json=said).get_json()
        assert changed["items"][0]["grams"] == 200, "what the client says of grams is not taken"

    def test_moving_it_moves_its_day(self, signed_in: Client, infra: Infra) -> None:
        id_ = log(signed_in, meal(BAR))["id"]
        signed_in.patch(f"/api/nutrition/meals/me/{id_}", json={"eaten_at": "2026-11-21T00:10:00+09:00"})
        assert day(infra, signed_in, "2026-11-20")["totals"] == {}
        assert day(infra, signed_in, "2026-11-21")["totals"] == {"energy_kcal": 200}
        assert rebuild.differences(infra.store, signed_in.user_id, [DERIVATION]) == []

    def test_if_match_guards(self, signed_in: Client) -> None:
        path = f"/api/nutrition/meals/me/{log(signed_in, meal(BAR))['id']}"
        assert signed_in.get(path).headers["ETag"] == '"1"'
        changed = signed_in.patch(path, json={"notes": "Good"}, headers={"If-Match": '"1"'})
        assert (changed.status_code, changed.headers["ETag"]) == (200, '"2"')
        for method in ("put", "patch", "delete"):
            body = None if method == "delete" else meal(BAR)
            assert signed_in.open(path, method=method, json=body, headers={"If-Match": '"1"'}).status_code == 412

    def test_a_day_has_room_for_forty_meals(self, signed_in: Client, infra: Infra) -> None:
        for _ in range(40):
            log(signed_in, meal(BAR))
        assert log(signed_in, meal(BAR), 422)["errors"][0]["field"] == "eaten_at"
        assert rebuild.differences(infra.store, signed_in.user_id, [DERIVATION]) == []


class TestWater:
    def test_is_summed_in_the_day(self, signed_in: Client, infra: Infra) -> None:
        bodies = [{"id": str(uuid4()), "drunk_at": "2026-11-20T10:00:00+01:00", "ml": ml} for ml in (250, 330.5)]
        for body in bodies:
            assert signed_in.post("/api/nutrition/water", json=body).status_code == 201
            assert signed_in.post("/api/nutrition/water", json=body).status_code == 200
        assert day(infra, signed_in, "2026-11-20")["water_ml"] == 580.5
        assert [item["ml"] for item in signed_in.get("/api/nutrition/water/me").get_json()["items"]].count(250) == 1
        assert signed_in.delete(f"/api/nutrition/water/me/{bodies[0]['id']}").status_code == 204
        assert day(infra, signed_in, "2026-11-20")["water_ml"] == 330.5

    @pytest.mark.parametrize(
        ("change", "field"),
        [({"ml": 0}, "ml"), ({"ml": -5}, "ml"), ({"ml": 10_001}, "ml"), ({"drunk_at": "2026-11-20"}, "drunk_at")],
    )
    def test_bad_input_names_the_field(self, signed_in: Client, change: Json, field: str) -> None:
        body = {"drunk_at": "2026-11-20T10:00:00Z", "ml": 200} | change
        answer = signed_in.post("/api/nutrition/water", json=body)
        assert answer.status_code == 422
        assert answer.get_json()["errors"][0]["field"] == field


def test_nobody_sees_anothers(signed_in: Client, another: Client) -> None:
    oats = own_food(signed_in)
    id_ = log(signed_in, meal(grams(oats, 10)))["id"]
    assert another.get(f"/api/nutrition/meals/me/{id_}").status_code == 404
    assert another.get("/api/nutrition/meals/me").get_json()["items"] == []
    assert log(another, meal(grams(oats, 10)), 422)["errors"][0]["field"] == "items.0.food_id"


def test_a_damaged_day_is_found_and_mended(signed_in: Client, infra: Infra) -> None:
    from fitzen.infra.storage.base import Put

    log(signed_in, meal(BAR))
    record = infra.store.get(signed_in.user_id, "meal_day", "2026-11-20")
    assert record is not None
    damaged = record.body.replace("200", "201")
    infra.store.write([Put(*record[:3], damaged, record.at, record.version)])
    found = rebuild.differences(infra.store, signed_in.user_id, [DERIVATION])
    assert [(each.kind, each.id) for each in found] == [("meal_day", "2026-11-20")]
    rebuild.repair(infra.store, signed_in.user_id, found)
    assert rebuild.differences(infra.store, signed_in.user_id, [DERIVATION]) == []

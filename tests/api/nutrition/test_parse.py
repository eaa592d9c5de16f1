"""A meal in words, and from there into the diary with the same grams."""

import pytest
from tests.fixtures.api import Client, Json

from fitzen.infra.base import Infra

WORDS = "two eggs, 100 g oats with a cup of whole milk, a handful of blueberries and half a banana"


def parse(client: Client, text: str) -> Json:
    answer = client.post("/api/nutrition/parse", json={"text": text})
    assert answer.status_code == 200, answer.text
    found: Json = answer.get_json()
    return found


def test_is_understood_and_nothing_is_saved(signed_in: Client, infra: Infra) -> None:
    found = parse(signed_in, WORDS)
    assert [round(item["grams"]) for item in found["items"][:3]] == [100, 100, 244]
    assert all(0 <= item["confidence"] <= 1 and item["nutrients"] for item in found["items"])
    assert found["totals"]["energy_kcal"] == pytest.approx(sum(i["nutrients"]["energy_kcal"] for i in found["items"]))
    assert {record.kind for record in infra.store.changes(signed_in.user_id, 0)} == {"user", "replan"}


def test_what_was_understood_can_be_logged_as_it_is(signed_in: Client) -> None:
    found = parse(signed_in, WORDS)
    fields = ("food_id", "name", "amount", "unit", "grams", "nutrients")
    items = [{name: item[name] for name in fields} for item in found["items"]]
    body = {"eaten_at": "2026-11-20T08:00:00Z", "slot": "breakfast", "items": items}
    answer = signed_in.post("/api/nutrition/meals", json=body)
    assert answer.status_code == 201, answer.text
    logged = answer.get_json()["items"]
    for said, item in zip(items, logged, strict=True):
        assert item["grams"] == pytest.approx(said["grams"], abs=0.06), "to the gram's tenth that is shown"


def test_ones_own_foods_are_understood(signed_in: Client) -> None:
    body = {"name": "Zumbo bar", "per_100g": {"energy_kcal": 400}, "portions": [{"label": "bar", "grams": 45}]}
    own = signed_in.post("/api/foods", json=body).get_json()
    [item] = parse(signed_in, "one zumbo bar")["items"]
    assert (item["food_id"], item["nutrients"]) == (own["id"], {"energy_kcal": 180})


@pytest.mark.parametrize("text", ["", "a\0b", "x" * 1001, None, 5])
def test_bad_text_names_the_field(signed_in: Client, text: object) -> None:
    answer = signed_in.post("/api/nutrition/parse", json={"text": text})
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["field"] == "text"


def test_what_is_no_food_is_handed_back(signed_in: Client) -> None:
    found = parse(signed_in, "qwxzy")
    assert (found["items"], found["totals"], found["not_understood"]) == ([], {}, ["qwxzy"])


def test_spanish_is_read_where_it_is_said_or_the_persons_locale_is(signed_in: Client) -> None:
    text = "dos huevos y media palta"
    said = signed_in.post("/api/nutrition/parse", json={"text": text, "lang": "es"}).get_json()
    assert [item["name"] for item in said["items"]] == ["Huevo", "Aguacate"]
    assert signed_in.patch("/api/users/me", json={"locale": "es-MX"}).status_code == 200
    assert parse(signed_in, text) == said
    english = signed_in.post("/api/nutrition/parse", json={"text": "two eggs", "lang": "en"}).get_json()
    assert english["items"][0]["name"] == "Egg, whole, raw"

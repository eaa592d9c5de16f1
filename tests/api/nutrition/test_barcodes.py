"""A food by its barcode over HTTP, from a database that runs here."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.fixtures.api import START, Client, Json, settings_for
from tests.fixtures.openfoodfacts import Shelf, serving

from fitzen.config import Settings
from fitzen.infra.base import Infra
from fitzen.nutrition.foods.barcodes import by_barcode

EAN, UPC, EAN8 = "3017620422003", "036000291452", "73513537"
SPREAD: Json = {
    "product_name": "Spread",
    "serving_quantity": 15,
    "nutriments": {"energy-kcal_100g": 539, "proteins_100g": 630, "fat_100g": 31},
}


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    with serving() as shelf:
        shelf.products |= {EAN: SPREAD, f"0{UPC}": SPREAD | {"product_name": "Tissue"}}
        yield shelf


@pytest.fixture
def settings(tmp_path: Path, shelf: Shelf, request: pytest.FixtureRequest) -> Settings:
    return settings_for(tmp_path, barcodes_url=getattr(request, "param", shelf.url))


def test_it_is_found_shown_with_its_licence_and_kept(signed_in: Client, shelf: Shelf) -> None:
    food = signed_in.get(f"/api/foods/barcode/{EAN}").get_json()
    assert food["id"] == f"off-{EAN}"
    assert food["per_100g"] == {"energy_kcal": 539, "fat_g": 31}, "630 g of protein in 100 g cannot be"
    assert food["source"] == "Open Food Facts"
    assert "ODbL" in food["licence"]
    assert "contributors" in food["attribution"]
    for _ in range(3):
        assert signed_in.get(f"/api/foods/barcode/{EAN}").get_json() == food
    assert len(shelf.asked) == 1


def test_after_a_month_it_is_asked_for_again_and_kept_as_it_was_where_that_fails(infra: Infra, shelf: Shelf) -> None:
    def name(days: float) -> str:
        return by_barcode(infra.store, infra.barcodes, "ana", EAN, START + timedelta(days=days)).name

    assert name(0) == "Spread"
    shelf.products[EAN] = SPREAD | {"product_name": "New name"}
    assert [name(29), name(31)] == ["Spread", "New name"]
    shelf.answers = [(500, b"")] * 9
    assert name(90) == "New name"
    assert len(shelf.asked) == 4


@pytest.mark.parametrize(
    "ean",
    ["3017620422004", "123", "301762042200x", "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff10", "-3017620422003"],
)
def test_what_is_no_barcode_names_the_field(signed_in: Client, shelf: Shelf, ean: str) -> None:
    answer = signed_in.get(f"/api/foods/barcode/{ean}")
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["field"] == "ean"
    assert shelf.asked == []


@pytest.mark.parametrize("ean", [UPC, f"0{UPC}", f"00{UPC}"])
def test_a_upc_is_an_ean_with_a_zero_before_it(signed_in: Client, ean: str) -> None:
    assert signed_in.get(f"/api/foods/barcode/{ean}").get_json()["name"] == "Tissue"


def test_one_that_nobody_knows(signed_in: Client, shelf: Shelf) -> None:
    for _ in range(2):
        assert signed_in.get(f"/api/foods/barcode/{EAN8}").status_code == 404
    assert len(shelf.asked) == 1, "that nobody knows it is kept too"


def test_ones_own_comes_first(signed_in: Client, shelf: Shelf) -> None:
    body = {"name": "My spread", "barcode": EAN, "per_100g": {"energy_kcal": 500}}
    assert signed_in.post("/api/foods", json=body).status_code == 201
    assert signed_in.get(f"/api/foods/barcode/{EAN}").get_json()["name"] == "My spread"
    assert shelf.asked == []
    wrong = signed_in.post("/api/foods", json=body | {"barcode": "3017620422004"})
    assert wrong.get_json()["errors"][0]["field"] == "barcode"


def test_it_can_be_logged_while_the_database_is_down(signed_in: Client, shelf: Shelf) -> None:
    food_id = signed_in.get(f"/api/foods/barcode/{EAN}").get_json()["id"]
    shelf.answers = [(500, b"")] * 9
    item = {"food_id": food_id, "amount": 2, "unit": "serving"}
    body = {"eaten_at": "2026-11-20T08:00:00Z", "slot": "snack", "items": [item]}
    meal = signed_in.post("/api/nutrition/meals", json=body).get_json()
    assert meal["totals"] == {"energy_kcal": 161.7, "fat_g": 9.3}
    assert signed_in.get(f"/api/foods/{food_id}").get_json()["licence"]


def test_a_database_that_is_down_is_503(signed_in: Client, shelf: Shelf) -> None:
    shelf.answers = [(500, b"")] * 9
    answer = signed_in.get(f"/api/foods/barcode/{EAN}")
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) >= 1


def test_one_person_may_ask_so_often(signed_in: Client) -> None:
    codes = [f"20000000{number:04}" for number in range(60)]
    for code in codes:
        assert signed_in.get(f"/api/foods/barcode/{with_check_digit(code)}").status_code == 404
    refused = signed_in.get(f"/api/foods/barcode/{with_check_digit('200000009999')}")
    assert refused.status_code == 429


def with_check_digit(digits: str) -> str:
    weighted = sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(digits)))
    return f"{digits}{-weighted % 10}"


@pytest.mark.parametrize("settings", [""], indirect=True)
def test_switched_off_it_says_so(signed_in: Client, shelf: Shelf) -> None:
    answer = signed_in.get(f"/api/foods/barcode/{EAN}")
    assert answer.status_code == 404
    assert "switched off" in answer.get_json()["detail"]
    assert shelf.asked == []

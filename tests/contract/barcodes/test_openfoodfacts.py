"""Open Food Facts over the wire: figures of every kind that volunteers and software leave there, and its bad days."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.fixtures.openfoodfacts import Shelf, serving

from fitzen.config import SettingsError
from fitzen.errors import UnavailableError
from fitzen.infra.barcodes import openfoodfacts
from fitzen.infra.barcodes.openfoodfacts import FAILURES, NUTRIMENTS, OpenFoodFacts
from fitzen.science.nutrients import NUTRIENTS
from fitzen.wiring import _barcodes

EAN = "3017620422003"
SPREAD: dict[str, Any] = {
    "product_name": "  Hazelnut\u0000 spread ",
    "brands": "Maker,Other",
    "serving_quantity": "15",
    "serving_quantity_unit": "g",
    "nutriments": {
        "energy-kcal_100g": "539",
        "energy-kj_100g": 2252,
        "proteins_100g": 6.3,
        "carbohydrates_100g": "57.5",
        "fat_100g": "",
        "fiber_100g": "<0.5",
        "salt_100g": 0.107,
        "calcium_100g": 0.108,
        "vitamin-d_100g": 0.0000025,
        "iron_100g": None,
        "sugars_100g": -1,
        "saturated-fat_100g": "NaN",
        "magnesium_100g": True,
        "alcohol_100g": 12,
    },
}


class Hands:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    monkeypatch.setattr(openfoodfacts, "PAUSE_S", 0.0)
    with serving() as shelf:
        shelf.products[EAN] = json.loads(json.dumps(SPREAD))
        yield shelf


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def database(shelf: Shelf, hands: Hands) -> OpenFoodFacts:
    return OpenFoodFacts(shelf.url, "someone@example.com", hands)


def test_the_names_are_those_that_fitzen_knows() -> None:
    assert NUTRIMENTS.keys() <= NUTRIENTS.keys()
    per_gram = {"g": 1, "mg": 1e3, "ug": 1e6}
    assert all(each.per_gram == per_gram[NUTRIENTS[key].unit] for key, each in NUTRIMENTS.items())


def test_reads_text_and_leaves_out_what_is_no_amount(database: OpenFoodFacts, shelf: Shelf) -> None:
    found = database.find(EAN)
    assert found is not None
    assert (found.name, found.brand, found.serving_g) == ("Hazelnut spread", "Maker,Other", 15)
    assert found.per_100g == {
        "energy_kcal": 539,
        "protein_g": 6.3,
        "carbs_g": 57.5,
        "sodium_mg": 42.8,
        "calcium_mg": 108,
        "vitamin_d_ug": 2.5,
    }
    assert "ODbL" in found.licence
    assert EAN in found.attribution
    assert shelf.agents[0].startswith("Fitzen/")
    assert "someone@example.com" in shelf.agents[0]


def test_what_is_given_per_serving_only_is_converted(database: OpenFoodFacts, shelf: Shelf) -> None:
    nutriments = {"energy-kj_serving": "418.4", "proteins_serving": 3, "proteins_100g": 11, "sodium_serving": 0.1}
    shelf.products[EAN] = {"brands": "Maker", "serving_quantity": 25, "nutriments": nutriments}
    found = database.find(EAN)
    assert found is not None
    assert found.name == "Maker"
    assert found.per_100g == {"energy_kcal": 400, "protein_g": 11, "sodium_mg": 400}


@pytest.mark.parametrize("serving", [None, 0, "", "a handful", {"quantity": 1}])
def test_a_serving_without_a_weight_says_nothing(database: OpenFoodFacts, shelf: Shelf, serving: object) -> None:
    shelf.products[EAN] = {"serving_quantity": serving, "nutriments": {"energy-kcal_serving": 100}}
    found = database.find(EAN)
    assert found is not None
    assert (found.name, found.per_100g) == (f"Product {EAN}", {})


def test_kilojoules_alone_are_converted(database: OpenFoodFacts, shelf: Shelf) -> None:
    shelf.products[EAN]["nutriments"] = {"energy_100g": 836.8}
    found = database.find(EAN)
    assert found is not None
    assert found.per_100g == {"energy_kcal": 200}


@pytest.mark.parametrize("nutriments", [None, [], "none", 3])
def test_a_product_without_figures(database: OpenFoodFacts, shelf: Shelf, nutriments: object) -> None:
    shelf.products[EAN]["nutriments"] = nutriments
    found = database.find(EAN)
    assert found is not None
    assert found.per_100g == {}


def test_one_that_is_not_there(database: OpenFoodFacts, shelf: Shelf) -> None:
    assert database.find("4006381333931") is None
    shelf.answers = [(200, b'{"status": 0}')]
    assert database.find(EAN) is None, "as older servers say it"


def test_it_asks_again_once(database: OpenFoodFacts, shelf: Shelf) -> None:
    shelf.answers = [(502, b"<html>")]
    assert database.find(EAN) is not None
    assert len(shelf.asked) == 2


@pytest.mark.parametrize("answer", [(200, b"<html>"), (200, b"[]"), (500, b"{}"), (429, b"slow down"), (200, b"\xff")])
def test_after_failures_nobody_is_asked_for_a_while(
    database: OpenFoodFacts, shelf: Shelf, hands: Hands, answer: tuple[int, bytes]
) -> None:
    shelf.answers = [answer] * 20
    for _ in range(FAILURES):
        with pytest.raises(UnavailableError):
            database.find(EAN)
    asked = len(shelf.asked)
    with pytest.raises(UnavailableError) as refused:
        database.find(EAN)
    assert len(shelf.asked) == asked
    assert refused.value.headers["Retry-After"] == "30"
    hands.now += 31
    shelf.answers = []
    assert database.find(EAN) is not None


def test_a_server_that_is_not_there_is_unavailable() -> None:
    with pytest.raises(UnavailableError):
        OpenFoodFacts("http://127.0.0.1:9").find(EAN)


@pytest.mark.parametrize("url", ["ftp://x", "off:", "http://world.openfoodfacts.org", "nonsense"])
def test_only_an_encrypted_url_is_taken(url: str) -> None:
    with pytest.raises(SettingsError, match="BARCODES_URL"):
        _barcodes(url)


def test_the_url_of_the_setting() -> None:
    database = _barcodes("off://world.openfoodfacts.org?contact=me@example.com")
    assert isinstance(database, OpenFoodFacts)
    assert database._url == "https://world.openfoodfacts.org"
    assert _barcodes("") is None

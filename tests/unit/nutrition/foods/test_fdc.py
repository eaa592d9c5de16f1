"""Foods of FoodData Central: what its files have, and what may be wrong with them."""

import json
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.nutrition.foods.archive import FoodsFileError
from fitzen.nutrition.foods.fdc import Skipped, read
from fitzen.nutrition.foods.models import Food, Portion

FOUNDATION = Path(__file__).with_name("fdc") / "foundation.json"


def nutrient(number: int, amount: Any, unit: str = "g") -> dict[str, Any]:
    return {"nutrient": {"id": number, "unitName": unit}, "amount": amount}


def entry(*nutrients: dict[str, Any], **more: Any) -> dict[str, Any]:
    energy = [nutrient(1008, 100, "kcal")]
    return {"fdcId": 1, "description": "Test food", "foodNutrients": [*energy, *nutrients], **more}


@pytest.fixture
def read_entries(tmp_path: Path) -> Any:
    def read_them(*entries: Any, kind: str = "SRLegacyFoods") -> list[Food | Skipped]:
        file = tmp_path / "foods.json"
        file.write_text(json.dumps({kind: list(entries)}), encoding="utf-8")
        return list(read(file))

    return read_them


def test_a_published_file_gives_its_foods_and_why_the_others_are_skipped() -> None:
    hummus, *others = read(FOUNDATION)
    assert hummus == Food(
        id="fdc-321358",
        name="Hummus, commercial",
        source="USDA Foundation Foods",
        per_100g={
            "energy_kcal": 229.0, "protein_g": 7.35, "carbs_g": 14.9, "fat_g": 17.1, "sodium_mg": 438.0, "vitamin_d_ug": 1.0,
        },
        portions=[Portion(label="tablespoon", amount=2.0, grams=33.9)],
    )  # fmt: skip
    assert others == [
        Skipped(2, "", "It has no fdcId or no description."),
        Skipped(3, "Incomplete analytical sample", "It has no energy."),
    ]


@pytest.mark.parametrize(
    ("given_", "wanted"),
    [
        ([(1008, 250, "KCAL"), (2048, 251, "kcal"), (2047, 252, "kcal")], 250.0),
        ([(2047, 252, "kcal"), (2048, 251, "kcal")], 251.0),
        ([(2047, 252, "kcal")], 252.0),
        ([(1008, 1046, "kJ")], 250.0),
        ([(1008, 1, "g"), (2047, 252, "kcal")], 252.0),
    ],
)
def test_energy_is_the_first_of_its_numbers(read_entries: Any, given_: Any, wanted: float) -> None:
    [food] = read_entries({"fdcId": 7, "description": "Energy", "foodNutrients": [nutrient(*each) for each in given_]})
    assert food.per_100g == {"energy_kcal": wanted}


@pytest.mark.parametrize(
    ("given_", "key", "wanted"),
    [
        ((1087, 1.2, "G"), "calcium_mg", 1200.0),
        ((1103, 0.03, "mg"), "selenium_ug", 30.0),
        ((1103, 30, "µg"), "selenium_ug", 30.0),
        ((1003, 12_500, "MG"), "protein_g", 12.5),
        ((1114, 2, "UG"), "vitamin_d_ug", 2.0),
        ((1110, 80, "IU"), "vitamin_d_ug", 2.0),
        ((1110, 80, "g"), "vitamin_d_ug", None),
        ((1087, 120, "IU"), "calcium_mg", None),
        ((1087, None, "mg"), "calcium_mg", None),
        ((1087, float("nan"), "mg"), "calcium_mg", None),
        ((1087, -3, "mg"), "calcium_mg", None),
        ((1087, True, "mg"), "calcium_mg", None),
    ],
)
def test_amounts_are_read_in_the_unit_they_are_given_in(read_entries: Any, given_: Any, key: str, wanted: Any) -> None:
    [food] = read_entries(entry(nutrient(*given_)))
    assert food.per_100g.get(key) == wanted


def test_vitamin_a_follows_from_its_parts(read_entries: Any) -> None:
    parts = [nutrient(1105, 100, "ug"), nutrient(1107, 120, "ug"), nutrient(1108, 24, "ug"), nutrient(1120, 0, "ug")]
    [food] = read_entries(entry(*parts))
    assert food.per_100g["vitamin_a_rae_ug"] == 111.0
    [given_too] = read_entries(entry(*parts, nutrient(1106, 112, "ug")))
    assert given_too.per_100g["vitamin_a_rae_ug"] == 112.0


@pytest.mark.parametrize(
    ("portion", "wanted"),
    [
        (
            {"amount": 1, "measureUnit": {"name": "cup"}, "modifier": "sliced", "gramWeight": 109},
            ("cup, sliced", 1, 109),
        ),
        (
            {"amount": 0.5, "measureUnit": {"name": "undetermined"}, "modifier": "fillet", "gramWeight": 178},
            ("fillet", 0.5, 178),
        ),
        ({"portionDescription": "1 cup, cooked", "modifier": "10205", "gramWeight": 158}, ("cup, cooked", 1, 158)),
        ({"portionDescription": "1/2 cup", "modifier": "10205", "gramWeight": 79}, ("cup", 0.5, 79)),
        ({"portionDescription": "Quantity not specified", "modifier": "90000", "gramWeight": 100}, None),
        ({"measureUnit": {"name": "undetermined"}, "modifier": "61667", "gramWeight": 100}, None),
        ({"amount": 1, "measureUnit": {"name": "cup"}, "gramWeight": 0}, None),
        ({"amount": 1, "measureUnit": "cup", "gramWeight": 10}, None),
        ("cup", None),
    ],
)
def test_portions_come_in_three_shapes(read_entries: Any, portion: Any, wanted: Any) -> None:
    [food] = read_entries(entry(foodPortions=[portion]))
    assert [(each.label, each.amount, each.grams) for each in food.portions] == ([wanted] if wanted else [])


def test_branded_foods_have_a_brand_a_barcode_and_their_serving(read_entries: Any) -> None:
    more = {"brandOwner": "Acme", "gtinUpc": "00012345678905", "servingSize": 30.0, "servingSizeUnit": "g"}
    [food] = read_entries(entry(**more, householdServingFullText="2 cookies"), kind="BrandedFoods")
    assert (food.brand, food.barcode, food.source) == ("Acme", "00012345678905", "USDA Branded Foods")
    assert food.portions == [Portion(label="cookies", amount=2.0, grams=30.0)]
    [drink] = read_entries(entry(servingSize=240.0, servingSizeUnit="ml"), kind="BrandedFoods")
    assert drink == Skipped(1, "Test food", "It is given by volume, and what that weighs is not known.")


@pytest.mark.parametrize(
    "wrong",
    [None, 3, "food", [], {"fdcId": "12", "description": "Text for a number"}, {"fdcId": 1, "description": ""}],
)
def test_an_entry_that_is_no_food_is_skipped_and_the_next_is_read(read_entries: Any, wrong: Any) -> None:
    skipped, food = read_entries(wrong, entry())
    assert isinstance(skipped, Skipped)
    assert isinstance(food, Food)


def test_impossible_figures_are_skipped_with_the_reason(read_entries: Any) -> None:
    [skipped] = read_entries(entry(nutrient(1003, 400)))
    assert skipped == Skipped(1, "Test food", "protein_g cannot be more than 101.0 in 100 g.")


def test_a_damaged_zip_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "foods.zip"
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.write(FOUNDATION, "foods.json")
    content = file.read_bytes()
    for at in range(40, len(content), 101):
        file.write_bytes(content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :])
        with suppress(FoodsFileError):
            list(read(file))


def test_a_zip_is_read_as_the_file_in_it(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "foods.zip", "w") as archive:
        archive.write(FOUNDATION, "some/FoodData_Central_foundation_food_json.json")
    assert list(read(tmp_path / "foods.zip")) == list(read(FOUNDATION))
    with ZipFile(tmp_path / "empty.zip", "w") as archive:
        archive.writestr("readme.txt", "")
    with pytest.raises(FoodsFileError, match="no JSON"):
        list(read(tmp_path / "empty.zip"))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"Foods": []}', "<html>", '{"SRLegacyFoods": {}}'])
def test_another_file_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "other.json").write_text(text)
    with pytest.raises(FoodsFileError, match="FoodData Central"):
        list(read(tmp_path / "other.json"))


WHOLE = '{"SRLegacyFoods": ' + json.dumps([entry() | {"fdcId": number} for number in range(10, 22)]) + "}"
BEGIN, EACH = WHOLE.index("[") + 1, len(json.dumps(entry() | {"fdcId": 10})) + len(", ")


@given(st.integers(BEGIN, len(WHOLE) - 2), st.integers(1, 200))
def test_a_file_that_breaks_off_gives_what_came_before(length: int, chunk: int) -> None:
    """Whatever the size of the pieces in which it is read."""
    *foods, last = _read_text(WHOLE[:length], chunk)
    assert [food.id for food in foods if isinstance(food, Food)] == [f"fdc-{10 + at}" for at in range(len(foods))]
    assert last == Skipped(len(foods) + 1, "", "The file is damaged or cut off from here on.")
    assert len(foods) == (length - BEGIN + len(", ")) // EACH


@given(st.integers(1, 200))
def test_a_whole_file_is_read_in_pieces_of_any_size(chunk: int) -> None:
    assert [food.id for food in _read_text(WHOLE, chunk) if isinstance(food, Food)] == [
        f"fdc-{at}" for at in range(10, 22)
    ]


def _read_text(text: str, chunk: int) -> list[Food | Skipped]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "foods.json"
        file.write_text(text, encoding="utf-8")
        return list(read(file, chunk))


def test_a_byte_order_mark_and_spaces_do_not_matter(tmp_path: Path) -> None:
    file = tmp_path / "foods.json"
    file.write_bytes(b'\xef\xbb\xbf\r\n { "SurveyFoods" :\r\n [ ' + json.dumps(entry()).encode() + b" ,\r\n ] }")
    [food] = read(file)
    assert isinstance(food, Food)
    assert food.source == "USDA FNDDS"

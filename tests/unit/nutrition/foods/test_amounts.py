"""How much is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.nutrition.foods.amounts import Reader, tokens


def read(text: str) -> tuple[float, str | None, str | None, str] | None:
    row = tokens(text)
    found = Reader(row).amount(0)
    if found is None:
        return None
    amount, at = found
    return round(amount.value, 4), amount.unit, amount.size, " ".join(token.word for token in row[at:])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("100 g oats", (100, "g", None, "oats")),
        ("100g oats", (100, "g", None, "oats")),
        ("1.5 kg of potatoes", (1.5, "kg", None, "potatoes")),
        ("1,5 kg potatoes", (1.5, "kg", None, "potatoes")),
        ("1,000 ml water", (1000, "ml", None, "water")),
        ("0,125 l milk", (0.125, "l", None, "milk")),
        ("two eggs", (2, None, None, "eggs")),
        ("a banana", (1, None, None, "banana")),
        ("half a banana", (0.5, None, None, "banana")),
        ("half an avocado", (0.5, None, None, "avocado")),
        ("a half banana", (0.5, None, None, "banana")),
        ("1/2 cup oats", (0.5, "cup", None, "oats")),
        ("½ cup oats", (0.5, "cup", None, "oats")),
        ("1 1/2 cups rice", (1.5, "cup", None, "rice")),
        ("1½ cups rice", (1.5, "cup", None, "rice")),
        ("one and a half cups of rice", (1.5, "cup", None, "rice")),
        ("2 and a half cups milk", (2.5, "cup", None, "milk")),
        ("three quarters of a cup of oats", (0.75, "cup", None, "oats")),
        ("a third of a pizza", (0.3333, None, None, "pizza")),
        ("a quarter of an avocado", (0.25, None, None, "avocado")),
        ("2-3 eggs", (2.5, None, None, "eggs")),
        ("2 to 4 slices bread", (3, "slice", None, "bread")),
        ("x2 eggs", (2, None, None, "eggs")),
        ("2x eggs", (2, None, None, "eggs")),
        ("2 \u00d7 150 g chicken", (300, "g", None, "chicken")),
        ("a dozen eggs", (12, None, None, "eggs")),
        ("half a dozen eggs", (6, None, None, "eggs")),
        ("two dozen eggs", (24, None, None, "eggs")),
        ("a couple of eggs", (2, None, None, "eggs")),
        ("a few olives", (3, None, None, "olives")),
        ("twenty five grams almonds", (25, "g", None, "almonds")),
        ("two hundred g rice", (200, "g", None, "rice")),
        ("a large apple", (1, None, "large", "apple")),
        ("2 extra large eggs", (2, None, "extra large", "eggs")),
        ("a small bowl of rice", (1, "bowl", "small", "rice")),
        ("slice of cheese", (1, "slice", None, "cheese")),
        ("a can of coke", (1, "can", None, "coke")),
        ("8 fl oz milk", (8, "fl oz", None, "milk")),
        ("2 fluid ounces of cream", (2, "fl oz", None, "cream")),
        ("1 heaped tbsp honey", (1.5, "tbsp", None, "honey")),
        ("2 tbsp. honey", (2, "tbsp", None, "honey")),
        ("about 200 g rice", (200, "g", None, "rice")),
        ("large latte", (1, None, "large", "latte")),
        ("a big mac", (1, None, None, "big mac")),
        ("quarter pounder", None),
        ("half and half", None),
        ("2% milk", None),
        ("7up", None),
        ("eggs", None),
        ("80/20 beef", None),
        ("", None),
    ],
)
def test_an_amount_is_read(text: str, wanted: object) -> None:
    assert read(text) == wanted


@given(st.text(alphabet="0123456789/½., -x\u00d7abeglf", max_size=40))
def test_any_number_is_finite_and_not_negative(text: str) -> None:
    row = tokens(text)
    for at in range(len(row)):
        if found := Reader(row).amount(at):
            amount, after = found
            assert 0 <= amount.value <= 10_000_000
            assert 0 < amount.sure <= 1
            assert at < after <= len(row)

"""What amounts weigh, by the portions of foods."""

import pytest

from fitzen.nutrition.foods import library
from fitzen.nutrition.foods.amounts import Amount
from fitzen.nutrition.foods.grams import weigh
from fitzen.nutrition.foods.models import Food, Portion
from fitzen.nutrition.foods.words import words


def grams(ndb: str, amount: Amount | None, said: str = "", **more: str) -> float:
    food = library.get(f"usda-{ndb}")
    assert food
    return round(weigh(food, amount, words(said), **more).grams, 1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ndb", "amount", "said", "wanted"),
    [
        ("01123", Amount(2), "eggs", 100.0),  # large
        ("01123", Amount(1, size="medium"), "egg", 44.0),
        ("01123", Amount(1, size="extra large"), "egg", 56.0),
        ("09040", Amount(0.5), "banana", 59.0),  # medium
        ("09132", Amount(20), "grapes", 98.0),  # 10 are 49
        ("05064", Amount(1), "chicken breast", 172.0),  # half of one is 86
        ("15237", Amount(1, "fillet"), "salmon", 356.0),  # the same
        ("01077", Amount(1, "cup"), "milk", 244.0),
        ("01077", Amount(1, "pint"), "milk", 488.0),
        ("01077", Amount(250, "ml"), "milk", 257.8),
        ("16098", Amount(1, "tbsp"), "peanut butter", 16.0),  # two are 32
        ("08120", Amount(0.5, "cup"), "oats", 40.5),
        ("11090", Amount(1, "cup"), "broccoli", 91.0),
        ("11529", Amount(5), "cherry tomatoes", 85.0),
        ("11529", Amount(1, "cup"), "cherry tomatoes", 149.0),
        ("18075", Amount(2, "slice"), "bread", 56.0),
        ("14096", Amount(1, "glass"), "red wine", 147.0),
        ("12061", Amount(1, "handful"), "almonds", 28.3),
        ("09050", Amount(1, "handful"), "blueberries", 37.0),
        ("08121", Amount(1, "bowl"), "oatmeal", 351.0),
        ("02047", Amount(1, "pinch"), "salt", 0.4),
        ("11215", Amount(2, "clove"), "garlic", 6.0),
        ("19411", Amount(1, "bag"), "crisps", 28.4),  # that of 227 g is a family's
        ("14003", Amount(12, "oz"), "beer", 356.4),  # of a drink, fluid ounces
        ("13454", Amount(4, "oz"), "steak", 113.4),
        ("19335", Amount(2), "sugars", 8.4),  # spoons
    ],
)
def test_by_the_portions_of_the_food(ndb: str, amount: Amount, said: str, wanted: float) -> None:
    assert grams(ndb, amount, said) == wanted


def test_a_pint_is_larger_in_britain() -> None:
    assert grams("14003", Amount(1, "pint"), "beer", locale="en-GB") == 570.7
    assert grams("14003", Amount(1, "pint"), "beer", locale="en-US") == 475.2


def test_what_is_not_said_is_the_usual_and_less_sure() -> None:
    egg = library.get("usda-01123")
    assert egg
    assert weigh(egg, None).grams == 100
    assert weigh(egg, None).sure < weigh(egg, Amount(2)).sure


def test_without_a_portion_by_volume_water_decides_and_it_is_unsure() -> None:
    soup = Food(id="s", name="Soup", source="own", per_100g={"water_g": 90.0})
    powder = Food(id="p", name="Powder", source="own", per_100g={"water_g": 5.0})
    assert weigh(soup, Amount(100, "ml"))[:2] == (100.0, 0.5)
    assert weigh(powder, Amount(100, "ml"))[:2] == (60.0, 0.5)


@pytest.mark.parametrize(
    "unit", ["slice", "can", "bowl", "glass", "handful", "scoop", "pinch", "plate", "jar", "piece", None]
)
def test_a_food_without_portions_still_weighs_something_and_is_unsure(unit: str | None) -> None:
    bare = Food(id="b", name="Bare", source="own")
    weight = weigh(bare, Amount(2, unit))
    assert 0 < weight.grams < 2000
    assert weight.sure <= 0.8
    assert weigh(bare, Amount(4, unit)).grams == pytest.approx(2 * weight.grams)


def test_portions_of_ones_own_count() -> None:
    own = Food(id="o", name="Oat bar", source="own", portions=[Portion(label="bar", amount=2.0, grams=90.0)])
    assert weigh(own, Amount(1, "bar")).grams == 45
    assert weigh(own, Amount(3), words("oat bars")).grams == 135

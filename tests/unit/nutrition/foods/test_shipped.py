"""The foods that ship: all of them, in the units they say, and the names by hand that go with them."""

import pytest

from fitzen.nutrition.foods import catalog, dishes, everyday, library
from fitzen.nutrition.foods.models import Food
from fitzen.nutrition.foods.words import words

KNOWN = {
    "usda-01123": {  # egg
        "energy_kcal": 143.0, "protein_g": 12.56, "carbs_g": 0.72, "fat_g": 9.51, "cholesterol_mg": 372.0,
        "calcium_mg": 56.0, "sodium_mg": 142.0, "selenium_ug": 30.7, "folate_ug": 47.0, "vitamin_b12_ug": 0.89,
        "vitamin_d_ug": 2.05, "vitamin_a_rae_ug": 160.4, "choline_mg": 293.8, "leucine_g": 1.086, "omega3_g": 0.102,
    },
    "usda-01077": {  # whole milk: 51 IU of vitamin D
        "energy_kcal": 61.0, "calcium_mg": 113.0, "vitamin_d_ug": 1.275, "vitamin_a_rae_ug": 45.6, "water_g": 88.13,
    },
    "usda-11457": {  # spinach: no retinol, 5,626 µg of beta-carotene
        "iron_mg": 2.71, "magnesium_mg": 79.0, "vitamin_k_ug": 482.9, "vitamin_a_rae_ug": 468.8, "vitamin_c_mg": 28.1,
        "lutein_zeaxanthin_ug": 12198.0,
    },
    "usda-13325": {  # beef liver
        "retinol_ug": 4948.0, "vitamin_a_rae_ug": 4968.3, "vitamin_b12_ug": 59.3, "copper_mg": 9.755, "iron_mg": 4.9,
    },
    "usda-14209": {"caffeine_mg": 40.0, "fluoride_ug": 90.7},
    "usda-14051": {"alcohol_g": 33.4},
    "usda-11124": {"vitamin_a_rae_ug": 835.3, "lycopene_ug": 1.0, "starch_g": 1.43, "fiber_g": 2.8},
}  # fmt: skip
"""Of 100 g, as the USDA gives them for release 24; RAE within 1 of its own."""
EVERY = [food for line in catalog.shipped().ids() if (food := library.get(line))]


def test_all_foods_are_there() -> None:
    assert len(EVERY) == len({food.id for food in EVERY}) == 7879
    assert sum(len(food.portions) for food in EVERY) == 13778
    assert {food.source for food in EVERY} == {"USDA SR24"}


@pytest.mark.parametrize("food_id", KNOWN)
def test_known_foods_have_what_the_source_gives(food_id: str) -> None:
    food = library.get(food_id)
    assert food
    assert {key: food.per_100g.get(key) for key in KNOWN[food_id]} == KNOWN[food_id]


def test_what_the_source_does_not_give_is_absent() -> None:
    calculator, wine = library.get("usda-23999"), library.get("usda-14097")
    assert calculator
    assert calculator.per_100g == {}
    assert wine
    assert set(wine.per_100g) == {"energy_kcal", "protein_g", "carbs_g", "fat_g", "alcohol_g", "water_g", "ash_g"}
    assert sum("energy_kcal" not in food.per_100g for food in EVERY) == 1
    assert sum("sugar_g" in food.per_100g for food in EVERY) == 5744


def test_macros_explain_the_energy() -> None:
    """A unit that is wrong would show: energy is that of the macronutrients (Atwater), within what factors differ."""
    wrong = [food.name for food in EVERY if not _plausible(food)]
    print(*wrong, sep="\n")
    assert len(wrong) <= 0.01 * len(EVERY)


def _plausible(food: Food) -> bool:
    have = food.per_100g
    if "energy_kcal" not in have or "protein_g" not in have:
        return True
    computed = 4 * have["protein_g"] + 4 * have["carbs_g"] + 9 * have["fat_g"] + 7 * have.get("alcohol_g", 0.0)
    return abs(computed - have["energy_kcal"]) <= 25 + 0.25 * computed


def test_no_food_has_more_water_protein_fat_and_carbohydrate_than_it_weighs() -> None:
    for food in EVERY:
        mass = sum(food.per_100g.get(key, 0.0) for key in ("water_g", "protein_g", "fat_g", "carbs_g", "ash_g"))
        assert mass <= 107, food.name


class TestEveryday:
    def test_each_is_a_food_with_a_name_and_a_usual_portion(self) -> None:
        for food_id, known in everyday.by_id().items():
            food = library.get(food_id)
            assert food, food_id
            assert food.name == known.name
            usual = everyday.usual_portion(food_id, food.portions)
            assert usual, f"{food_id} {known.usual} {known.of}: {[each.label for each in food.portions]}"
            assert 0.03 <= usual[0] * usual[1].grams_each <= 1100, food_id

    def test_no_two_have_a_name_and_each_name_finds_its_food(self) -> None:
        names = [known.name for known in everyday.by_id().values()]
        assert len(names) == len(set(names))
        wrong = {
            name: [food.name for food in library.search(name, 1)]
            for name in names
            if [food.name for food in library.search(name, 1)] != [name]
        }
        assert len(wrong) <= 0.01 * len(names), wrong

    def test_each_alias_finds_its_food_first(self) -> None:
        wrong = [
            (alias, known.name, [food.name for food in library.search(alias, 1)])
            for food_id, known in everyday.by_id().items()
            for alias in known.aliases
            if not alias.startswith("~") and [food.id for food in library.search(alias, 1)] != [food_id]
        ]
        assert not wrong

    def test_what_is_only_near_is_found_but_by_no_name(self) -> None:
        near = [alias[1:] for known in everyday.by_id().values() for alias in known.aliases if alias.startswith("~")]
        assert near
        assert all(library.search(alias) and not library.named(words(alias)) for alias in near)

    def test_the_name_of_the_source_is_kept(self) -> None:
        food = library.get("usda-05064")
        assert food
        assert food.name == "Chicken breast, roasted, skinless"
        assert food.source_name == "Chicken, broilers or fryers, breast, meat only, cooked, roasted"


def test_dishes_are_of_foods_that_there_are() -> None:
    for name, parts in dishes.by_words().items():
        assert len(parts) >= 2, name
        assert all(library.get(part.food_id) and part.grams > 0 for part in parts), name

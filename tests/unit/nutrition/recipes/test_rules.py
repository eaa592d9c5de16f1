"""What follows from the foods of a recipe."""

from hypothesis import given
from hypothesis import strategies as st

from fitzen.nutrition.recipes import library, rules
from fitzen.nutrition.recipes.models import Diet, RecipeFood

FOODS = list(library.foods().values())
DISHES = st.lists(st.sampled_from(FOODS), min_size=1, max_size=12)


def food(name: str) -> RecipeFood:
    return next(each for each in FOODS if each.name == name)


def suits(*names: str) -> set[Diet]:
    return {*rules.diets([food(name) for name in names])}


@given(DISHES, DISHES)
def test_another_food_takes_no_allergen_away_and_suits_nobody_more(
    dish: list[RecipeFood], more: list[RecipeFood]
) -> None:
    assert {*rules.allergens(dish)} <= {*rules.allergens(dish + more)}
    known = {*rules.allergens(dish), *rules.may_contain(dish)}
    assert known <= {*rules.allergens(dish + more), *rules.may_contain(dish + more)}
    assert {*rules.diets(dish + more)} <= {*rules.diets(dish)}


@given(DISHES)
def test_the_order_of_foods_says_nothing(dish: list[RecipeFood]) -> None:
    assert rules.allergens(dish) == rules.allergens(dish[::-1])
    assert rules.may_contain(dish) == rules.may_contain(dish[::-1])
    assert rules.diets(dish) == rules.diets(dish[::-1])


@given(DISHES)
def test_an_allergen_is_certain_or_possible_never_both(dish: list[RecipeFood]) -> None:
    assert not {*rules.allergens(dish)} & {*rules.may_contain(dish)}


@given(DISHES)
def test_what_vegans_eat_vegetarians_eat_and_what_those_eat_pescatarians_eat(dish: list[RecipeFood]) -> None:
    found = {*rules.diets(dish)}
    assert "vegan" not in found or "vegetarian" in found
    assert "vegetarian" not in found or "pescatarian" in found


def test_honey_is_not_vegan_and_parmesan_not_vegetarian() -> None:
    assert {"vegan", "vegetarian"} & suits("Rolled oats", "Honey") == {"vegetarian"}
    assert {"vegetarian", "pescatarian"} & suits("Parmesan, grated") == {"pescatarian"}


def test_pork_is_neither_halal_nor_kosher_and_shellfish_only_not_kosher() -> None:
    both: set[Diet] = {"halal_possible", "kosher_possible"}
    assert suits("Pork tenderloin, raw") & both == set()
    assert suits("Prawns, peeled, raw") & both == {"halal_possible"}
    assert suits("Lamb, lean cubes, raw") & both == both


def test_alcohol_is_vegan_and_not_halal() -> None:
    wine = food("Red wine vinegar").model_copy(update={"kinds": ["plant", "alcohol"]})
    found = {*rules.diets([wine])}
    assert "vegan" in found
    assert "halal_possible" not in found


def test_meat_with_milk_or_fish_is_not_kosher() -> None:
    assert "kosher_possible" not in suits("Chicken breast, skinless, raw", "Yoghurt, plain, skimmed milk")
    assert "kosher_possible" not in suits("Chicken breast, skinless, raw", "Fish sauce")
    assert "kosher_possible" in suits("Salmon fillet, farmed, raw", "Butter, unsalted")


def test_what_may_contain_gluten_is_not_free_of_it() -> None:
    assert rules.allergens([food("Baking powder")]) == []
    assert rules.may_contain([food("Baking powder")]) == ["gluten"]
    assert "gluten_free" not in suits("Baking powder")
    assert "gluten_free" not in suits("Rolled oats")
    assert "gluten_free" in suits("Buckwheat groats, dry")


def test_soy_sauce_has_wheat_and_tamari_has_none() -> None:
    assert rules.allergens([food("Soy sauce")]) == ["gluten", "soy"]
    assert rules.allergens([food("Tamari")]) == ["soy"]


def test_paleo_knows_no_grain_milk_or_pulse() -> None:
    assert "paleo" in suits("Salmon fillet, farmed, raw", "Olive oil", "Courgette", "Almonds")
    for name in ("Quinoa, dry", "Chickpeas, cooked", "Feta cheese", "Sugar", "Peanut butter, smooth", "Tofu, firm"):
        assert "paleo" not in suits(name), name

"""What is in a food, and which recipes fit a person."""

from typing import Any

import pytest
from tests.unit.coach.drafts.conftest import NOW, Use, done, person, use

from fitzen.coach.toolbox import ToolContext
from fitzen.nutrition.recipes import library as recipes


def test_per_100_g_and_for_the_amount(ask: Use) -> None:
    result, text = ask("lookup_food", query="oats", amount=60, unit="g")
    assert (result.data["per_100g"]["energy_kcal"], result.data["in_amount"]["energy_kcal"]) == (379, 227)
    assert [source["ref"] for source in result.sources] == ["food:usda-08120"]
    assert text.startswith("Oats, dry, 60 g: 227 kcal, with 7.9 g of protein")


def test_household_portions(ask: Use) -> None:
    assert ask("lookup_food", query="eggs", amount=2, unit="large")[0].data["amount"] == "2 large (100 g)"
    assert ask("lookup_food", query="olive oil", amount=1, unit="tbsp")[0].data["in_amount"]["energy_kcal"] == 119
    assert "a usual portion of 1 cup (30 g)" in ask("lookup_food", query="spinach")[1]


def test_what_its_source_does_not_give_is_named(ask: Use, ana: ToolContext) -> None:
    from fitzen.nutrition.foods.own import FoodIn
    from fitzen.nutrition.foods.service import create_food

    food = FoodIn.model_validate({"name": "Mystery bar", "per_100g": {"energy_kcal": 400, "fat_g": 10}})
    create_food(ana.store, ana.user_id, food, NOW)
    result, text = ask("lookup_food", query="mystery bar", amount=50, unit="g")
    assert set(result.data["unknown"]) >= {"protein", "carbohydrate", "fibre", "iron"}
    assert "protein_g" not in result.data["in_amount"]
    assert "Its source says nothing of protein, carbohydrate and fibre." in text


def test_a_dish_is_taken_apart(ask: Use) -> None:
    assert "I took it apart into Espresso: 60 g; Milk, whole: 240 g." in ask("lookup_food", query="latte")[1]


def test_what_is_no_food(ask: Use) -> None:
    assert ask("lookup_food", query="blorgh")[0].data["unclear"][0]["choices"] == []


@pytest.mark.parametrize(
    ("dietary", "unwanted"),
    [
        ({"allergies": ["peanuts", "milk"]}, {"peanuts", "milk"}),
        ({"allergies": ["shellfish"]}, {"crustaceans", "molluscs"}),
        ({"allergies": ["gluten"], "pattern": "vegan"}, {"gluten"}),
    ],
)
def test_never_an_allergen_not_even_one_that_may_be_in_it(dietary: dict[str, Any], unwanted: set[str]) -> None:
    with person({"dietary": dietary}) as context:
        for query in (None, "chicken", "breakfast", "curry", "salad", "noodles"):
            arguments = {"limit": 10} | ({"query": query} if query else {})
            for item in use(context, "suggest_recipes", arguments)[0].data["items"]:
                recipe = recipes.by_id()[item["id"]]
                assert not unwanted & {*recipe.allergens, *recipe.may_contain}, recipe.name
                assert dietary.get("pattern") is None or "vegan" in recipe.tags


def test_dislikes_are_left_out() -> None:
    with person({"dietary": {"dislikes": ["olives", "mushroom"]}}) as context:
        items = use(context, "suggest_recipes", {"tags": ["dinner"], "limit": 10})[0].data["items"]
        assert items
        assert not [each for item in items for each in item["ingredients"] if "olives" in each or "mushroom" in each]


def test_an_allergy_that_is_not_known_is_looked_for_by_its_word_and_told() -> None:
    with person({"dietary": {"allergies": ["kiwi"]}}) as context:
        result, text = use(context, "suggest_recipes", {"query": "breakfast"})
        assert result.data["not_known"] == ["kiwi"]
        assert "I know no allergen called kiwi" in text


def test_words_that_are_tags_count_as_tags(ask: Use) -> None:
    items = ask("suggest_recipes", query="quick high protein dinner", limit=5)[0].data["items"]
    assert items
    assert all({"high protein", "dinner"} <= set(item["tags"]) and item["minutes"] <= 30 for item in items)


def test_within_what_is_left_of_the_day() -> None:
    profile = {"birth_date": "1990-02-03", "height_cm": 170, "sex": "female", "goal": "lose"}
    with person(profile, weight=80) as context:
        lunch = use(context, "log_meal", {"text": "500 g chicken breast and 250 g rice"})[0]
        done(context, lunch)
        result, text = use(context, "suggest_recipes", {"for_what_is_left": True})
        left = result.data["left"]
        assert left["energy_kcal"] > 0
        assert all(item["per_serving"]["energy_kcal"] <= left["energy_kcal"] * 1.05 for item in result.data["items"])
        assert f"{left['energy_kcal']:,g} kcal" in text


def test_without_targets_it_says_so(ask: Use) -> None:
    result, text = ask("suggest_recipes", for_what_is_left=True)
    assert result.data["no_targets"]
    assert text.startswith("You have no targets yet")


def test_each_says_why_and_where_it_is_from(ask: Use) -> None:
    result, _ = ask("suggest_recipes", query="tofu", max_minutes=30)
    assert [source["ref"] for source in result.sources] == [f"recipe:{item['id']}" for item in result.data["items"]]
    assert all("it takes" in item["why"] and "it has tofu" in item["why"] for item in result.data["items"])


def test_nothing_that_fits(ask: Use) -> None:
    assert ask("suggest_recipes", query="unicorn")[1] == "No recipe fits all of that. What may be left out of it?"

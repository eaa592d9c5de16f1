import pytest

from fitzen.nutrition.recipes import library
from fitzen.nutrition.recipes.models import ALLERGENS, Allergen, Tag
from fitzen.nutrition.recipes.search import search


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("shakshuka", "shakshuka"),
        ("Chana Masala", "chana-masala"),
        ("masala chana", "chana-masala"),
        ("nicoise", "tuna-and-egg-nicoise-salad"),
        ("overnight oat", "blueberry-overnight-oats"),
        ("shakshouka", "shakshuka"),
        ("tempe", "tempeh-rice-bowl-with-peanut-sauce"),
        ("bolognase", "spaghetti-bolognese-with-lentils"),
        ("lasi", "mango-lassi"),
        ("the stew of lentils, ethiopian", "ethiopian-lentil-stew-with-kale"),
    ],
)
def test_words_in_any_order_and_spelling_find_a_recipe(query: str, first: str) -> None:
    assert search(query)[0].id == first


def test_every_recipe_is_first_for_its_own_name() -> None:
    assert [recipe.id for recipe in library.shipped() if search(recipe.name)[0].id != recipe.id] == []


def test_a_name_counts_for_more_than_an_ingredient() -> None:
    found = [recipe.name for recipe in search("salmon", limit=100)]
    named = ["Salmon" in name for name in found]
    assert named == sorted(named, reverse=True)
    assert sum(named) >= 5


def test_an_ingredient_finds_what_it_is_in() -> None:
    found = search("quinoa", limit=100)
    with_it = {
        recipe.id for recipe in library.shipped() if "usda-20035" in {each.food_id for each in recipe.ingredients}
    }
    assert {recipe.id for recipe in found} == with_it


def test_a_tag_can_be_typed_as_well() -> None:
    typed = {recipe.id for recipe in search("vegan breakfast", limit=200)}
    assert typed >= {recipe.id for recipe in search(tags=("vegan", "breakfast"), limit=200)} > set()


def test_every_word_must_be_found() -> None:
    assert search("salmon zeppelin") == []
    assert search("xyz") == []


def test_a_blank_query_gives_all_by_name() -> None:
    assert search("  ", limit=1000) == list(library.shipped())
    assert len(search(limit=7)) == 7


@pytest.mark.parametrize("tags", [("vegan", "dinner"), ("pescatarian", "high_protein", "gluten_free"), ("keto",)])
def test_every_tag_must_hold(tags: tuple[Tag, ...]) -> None:
    found = search(tags=tags, limit=1000)
    assert found == [recipe for recipe in library.shipped() if set(tags) <= set(recipe.tags)] != []


@pytest.mark.parametrize("allergen", ALLERGENS)
def test_what_may_contain_an_allergen_is_left_out_with_what_contains_it(allergen: Allergen) -> None:
    found = search(without=[allergen], limit=1000)
    assert found
    assert [recipe.id for recipe in found if allergen in {*recipe.allergens, *recipe.may_contain}] == []


def test_a_limit_in_minutes_holds() -> None:
    found = search("chicken", most_minutes=20, limit=100)
    assert found
    assert all(recipe.minutes <= 20 for recipe in found)

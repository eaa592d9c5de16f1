"""What a person is allergic to, in their own words, and that nothing with it is served."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.nutrition.recipes import library
from fitzen.nutrition.recipes.allergies import (
    Avoids,
    allergens_of,
    avoids,
    clashes,
    clashes_in_names,
    named_in,
    offered_in,
)
from fitzen.nutrition.recipes.models import ALLERGENS, Allergen
from fitzen.nutrition.recipes.search import words
from fitzen.records import Json

SAID = {
    "peanuts": "peanuts",
    "Peanut butter": "peanuts",
    "cacahuetes": "peanuts",
    "nuts": "nuts peanuts",
    "tree nuts": "nuts",
    "frutos secos": "nuts peanuts",
    "walnuts": "nuts",
    "nueces": "nuts",
    "dairy": "milk",
    "Lácteos": "milk",
    "lactose": "milk",
    "intolerancia a la lactosa": "milk",
    "milk protein": "milk",
    "oat milk": "gluten",
    "rice milk": "",
    "shellfish": "crustaceans molluscs",
    "mariscos": "crustaceans molluscs",
    "shrimps": "crustaceans",
    "seafood": "crustaceans molluscs fish",
    "celiac disease": "gluten",
    "celíaca": "gluten",
    "wheat": "gluten",
    "huevos": "eggs",
    "egg white": "eggs",
    "anchovies": "fish",
    "pescado": "fish",
    "soybeans": "soy",
    "sésamo": "sesame",
    "altramuces": "lupin",
    "sulfites": "sulphites",
    "penuts": "peanuts",
    "glutten": "gluten",
    "coconut": "",
    "pine nuts": "",
    "kiwi": "",
    "none": "",
}


def profile(*allergies: str) -> Json:
    return {"dietary": {"allergies": list(allergies)}}


@pytest.mark.parametrize(("said", "meant"), SAID.items())
def test_a_persons_words_become_allergens(said: str, meant: str) -> None:
    assert allergens_of(profile(said)) == set(meant.split())


def test_a_word_that_is_not_known_is_said_back_and_looked_for_in_ingredients() -> None:
    avoided = avoids(profile("coconut", "none"))
    assert avoided == Avoids(frozenset(), ("coconut",))
    found = [recipe for recipe in library.shipped() if clashes(avoided, recipe)]
    assert found
    names = {
        recipe.id: {word for food in library.foods_of(recipe.ingredients) for word in words(food.name)}
        for recipe in library.shipped()
    }
    assert {each.id for each in found} >= {id_ for id_, has in names.items() if "coconut" in has}


@given(st.sets(st.sampled_from(ALLERGENS)))
def test_what_may_be_served_has_and_may_have_none_of_it(allergens: set[Allergen]) -> None:
    avoided = Avoids(frozenset(allergens))
    for recipe in library.shipped():
        assert bool(clashes(avoided, recipe)) == bool({*recipe.allergens, *recipe.may_contain} & allergens)


def test_the_names_of_foods_tell_no_allergen_that_the_library_does_not() -> None:
    for food in library.foods().values():
        assert named_in(food.name) <= {*food.allergens, *food.may_contain}, food.name


def test_a_recipe_of_ones_own_is_judged_by_its_names() -> None:
    avoided = avoids(profile("peanuts", "kiwi"))
    assert clashes_in_names(avoided, ["Chicken satay", "rice"]) == ["peanuts"]
    assert clashes_in_names(avoided, ["Kiwi smoothie"]) == ["kiwi"]
    assert clashes_in_names(avoided, ["Oats with almond butter", "coconut"]) == []


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("Try the peanut sauce.", "peanuts"),
        ("A dairy-free yogurt with oats", "gluten"),
        ("Have it without nuts or milk.", ""),
        ("Cook it in a hot pan.", ""),
        ("Tuesday: rice noodles with coconut milk", ""),
        ("un bocadillo con pan de centeno", "gluten"),
        ("Avoid shellfish and fish.", ""),
        ("yogur sin lactosa", "milk"),
    ],
)
def test_what_a_sentence_leaves_out_is_not_offered(said: str, offered: str) -> None:
    assert offered_in(said) == set(offered.split())

"""What a person is allergic to, in their own words, and that nothing with it is served."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.nutrition.recipes import library
from fitzen.nutrition.recipes.allergies import (
    Avoids,
    avoids,
    clashes,
    clashes_in_names,
    named_in,
    offered_in,
    understood,
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
    assert avoids(profile(said)).allergens == set(meant.split())


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
    ("said", "served"),
    [
        ("nightshades", "tomato"),
        ("raw tomato", "tomato"),
        ("legumes", "chickpea"),
        ("pork", "bacon"),
        ("citrus", "lemon"),
        ("passion fruit", "dried fruit"),
        ("seeds", "tahini"),
    ],
)
def test_no_recipe_has_a_food_of_a_family_that_is_no_allergen_of_the_regulation(said: str, served: str) -> None:
    avoided = avoids(profile(said))
    wanted = set(words(served))
    for recipe in library.shipped():
        names = [recipe.name, *(food.name for food in library.foods_of(recipe.ingredients))]
        if any(wanted <= set(words(name)) for name in names):
            assert clashes(avoided, recipe), recipe.name


def test_what_is_said_in_several_words_is_meant_whole_in_a_sentence() -> None:
    avoided = avoids(profile("passion fruit", "pollen"))
    assert avoided.words == ("passion fruit",), "pollen is in no food"
    assert clashes_in_names(avoided, ["Have some fruit."]) == []
    assert clashes_in_names(avoided, ["Have a passion fruit."]) == ["passion fruit"]
    assert clashes_in_names(avoids(profile("nightshades")), ["Try it with tomatoes."]) == ["tomato"]


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("penuts", True),
        ("cacahuetes", True),
        ("coeliac disease", True),
        ("house dust", True),
        ("alergia al huevo", True),
        ("the blue stuff", False),
        ("", True),
    ],
)
def test_it_is_known_which_allergies_can_be_kept_to(said: str, known: bool) -> None:
    assert understood(said) == known


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

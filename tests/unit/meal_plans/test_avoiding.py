"""What people say of their allergies and dislikes is kept to, or refused where it is not understood."""

import pytest

from fitzen.errors import InvalidError
from fitzen.nutrition.meal_plans import candidates
from fitzen.nutrition.meal_plans.avoiding import Avoided, allergies, dislikes


def left_out(avoided: Avoided) -> set[str]:
    return {
        each.id
        for each in candidates.shipped()
        if avoided.meets(each.kinds, each.names, (each.allergens or frozenset()) | each.may_contain)
    }


@pytest.mark.parametrize(
    ("said", "allergens"),
    [
        ("Nuts", {"nuts", "peanuts"}),
        ("lactose intolerance", {"milk"}),
        ("coeliac", {"gluten"}),
        ("shellfish", {"crustaceans", "molluscs"}),
        ("tree nuts", {"nuts", "peanuts"}),
        ("soya", {"soy"}),
        ("Eggs", {"eggs"}),
        ("my aunt's nuts", {"nuts", "peanuts"}),
    ],
)
def test_allergies_are_read_as_the_allergens_of_the_regulation(said: str, allergens: set[str]) -> None:
    assert allergies([said]).allergens == allergens


@pytest.mark.parametrize("said", ["kiwi", "kiwifruit", "Kiwis", "raw kiwi"])
def test_a_fruit_is_left_out_whatever_it_is_called(said: str) -> None:
    assert "usda-09148" in left_out(allergies([said]))


def test_families_that_are_no_allergens_of_the_regulation_are_known() -> None:
    out = left_out(allergies(["nightshades"]))
    assert {"usda-11529", "usda-11821"} <= out


@pytest.mark.parametrize("said", ["xyzzy", "the blue stuff", "fodmaps"])
def test_an_allergy_that_is_not_understood_is_refused(said: str) -> None:
    with pytest.raises(InvalidError) as caught:
        allergies(["milk", said])
    assert [each.field for each in caught.value.errors] == ["dietary.allergies.1"]


@pytest.mark.parametrize("said", ["pollen", "penicillin", "house dust mites", "cat hair"])
def test_what_is_no_food_leaves_nothing_out(said: str) -> None:
    assert left_out(allergies([said])) == set()


def test_a_food_that_plans_never_serve_is_understood() -> None:
    assert left_out(allergies(["pineapple"])) == set()


def test_who_dislikes_oats_may_have_bread() -> None:
    out = left_out(dislikes(["oats"]))
    assert "usda-08120" in out
    assert "usda-18075" not in out


def test_who_dislikes_fish_gets_none_of_any_kind() -> None:
    assert {"usda-15121", "usda-15088", "usda-15077"} <= left_out(dislikes(["fish"]))


@pytest.mark.parametrize(
    ("said", "english"),
    [("cebollas", "onion"), ("palta", "avocado"), ("champiñones", "mushroom"), ("cilantro", "coriander")],
)
def test_a_dislike_in_spanish_leaves_out_what_it_does_in_english(said: str, english: str) -> None:
    out = left_out(dislikes([said]))
    assert out
    assert out <= left_out(dislikes([english]))


def test_who_dislikes_fish_in_spanish_gets_none_of_any_kind() -> None:
    assert left_out(dislikes(["pescado"])) >= left_out(dislikes(["fish"])) - left_out(dislikes(["fish sauce"]))
    assert not any(dislikes(["el azul"]).meets(each.kinds, each.names) for each in candidates.shipped())

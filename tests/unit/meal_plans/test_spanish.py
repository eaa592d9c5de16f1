"""Plans of meals in Spanish: all that Fitzen names has a Spanish name, what a person named stays."""

from typing import Any

from fitzen.nutrition.foods.service import known_foods
from fitzen.nutrition.meal_plans import answering, candidates, clashes, groceries, offers, spanish
from fitzen.nutrition.recipes import library
from fitzen.nutrition.recipes import spanish as recipes
from fitzen.records import Json

RECIPE = library.by_id()["shakshuka"]


def item(**said: Any) -> Json:
    return {"amount": 1, "unit": "serving", "nutrients": {}} | said


def meal(*items: Json, **said: Any) -> Json:
    return {"slot": "dinner", "name": "", "items": list(items), "totals": {}} | said


def test_all_that_a_plan_may_serve_has_a_name_of_its_own() -> None:
    names = {each.food_id: recipes.food_name(each.food_id, served=True) for each in candidates.singles()}
    assert all(names.values())
    assert len(set(names.values())) == len(names)


def test_dishes_foods_and_the_meal_are_named() -> None:
    single = candidates.singles()[0]
    dish = item(recipe_id=RECIPE.id, name=RECIPE.name)
    shown = spanish.meal(meal(dish, item(food_id=single.food_id, name=single.name), recipe_id=RECIPE.id))
    assert [each["name"] for each in shown["items"]] == ["Shakshuka", "Manzana"]
    assert shown["name"] == "Shakshuka"


def test_a_meal_of_foods_is_named_by_them() -> None:
    boiled, nuts = ("usda-01123", "Eggs, boiled"), ("usda-12155", "Walnuts")
    shown = spanish.meal(meal(*(item(food_id=id_, name=name) for id_, name in (boiled, nuts))))
    assert shown["name"] == "Huevos cocidos y nueces"
    assert spanish.meal(meal())["name"] == "Cena"


def test_what_a_person_named_stays() -> None:
    mine = [
        item(recipe_id="6b1d1bd4-9b02-4c4e-a5f6-b7d6b4a0a001", name="Pollo de Ana"),
        item(custom=True, name="Walnuts"),
        item(food_id="usda-12155", name="Nueces del pueblo"),
    ]
    assert [each["name"] for each in spanish.meal(meal(*mine))["items"]] == [each["name"] for each in mine]


def test_groceries_are_named_counted_and_sorted_in_spanish() -> None:
    foods = known_foods(None, "", {"usda-01123", "usda-11282", "usda-12155", "usda-20036"})  # type: ignore[arg-type]
    needed: groceries.Needed = {
        "usda-01123": (250.0, [RECIPE.name]),
        "usda-11282": (100.0, [RECIPE.name, "Pollo de Ana"]),
        "usda-20036": (1240.0, [RECIPE.name]),
        "usda-12155": (28.0, ["Walnuts"]),
    }
    said = spanish.groceries({"aisles": groceries._aisles(needed, foods), "missing": []})
    items = {each["name"]: each for aisle in said["aisles"] for each in aisle["items"]}
    assert {name: each["shown"] for name, each in items.items()} == {
        "Huevos": "5 huevos",
        "Cebolla": "1 cebolla",
        "Arroz integral": "1,2 kg",
        "Nueces": "30 g",
    }
    assert items["Cebolla"]["for"] == [recipes.by_id()[RECIPE.id].name, "Pollo de Ana"]
    assert items["Nueces"]["for"] == ["Nueces"]


def test_what_is_bought_by_the_piece_has_words_for_it() -> None:
    assert {id_ for id_, each in recipes.foods().items() if each.pieces} == groceries.PIECES.keys()


def test_why_there_is_no_plan_is_said_in_spanish() -> None:
    clash: Json = {
        "constraints": ["cooking_time", "protein"],
        "text": "These cannot all be had: …",
        "certain": True,
        "changes": [
            {"field": "max_minutes", "value": 20, "text": "allow 20 minutes for a meal"},
            {"field": "without", "value": [], "text": "allow pollo"},
        ],
    }
    said = spanish.plan({"days": [], "clashes": [clash]})["clashes"][0]
    assert said["text"] == "No se puede tener todo a la vez: el tiempo para cocinar y la proteína."
    assert [each["text"] for each in said["changes"]] == ["permitir 20 minutos por comida", "permitir pollo"]
    alone = spanish.plan({"days": [], "clashes": [clash | {"constraints": ["energy"], "certain": False}]})
    assert alone["clashes"][0]["text"].startswith("No he encontrado ningún plan con la energía")


def test_all_that_may_clash_or_be_offered_has_words() -> None:
    assert spanish.GROUPS.keys() == clashes.WORDS.keys()
    assert offers.OFFERS.keys() - {"dislikes"} == {"cooking_time", "variety", "protein", "fibre", "sodium"}
    assert len(spanish.CHANGES) == 7


def test_what_else_was_decided_is_said_in_spanish() -> None:
    notes = [answering.SAME_PROTEIN, answering.AGAIN, "Never below 1,450 kcal a day.", "Para la boda"]
    said = spanish.plan({"days": [], "notes": notes})["notes"]
    assert [note.split()[0] for note in said] == ["La", "Un", "Nunca", "Para"]
    assert "1450 kcal" in said[2]

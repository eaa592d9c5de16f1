"""The recipes in Spanish: each is there once, says what the English one says, and is found by what people type."""

import re
import subprocess
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from fitzen import spanish as sheets
from fitzen.nutrition.recipes import library, spanish
from fitzen.nutrition.recipes.models import Recipe
from fitzen.nutrition.recipes.search import search
from fitzen.words import plain

ROWS = [
    line.split("\t")
    for line in files("fitzen.data").joinpath(spanish.FILE).read_text(encoding="utf-8").splitlines()
    if line[0] not in "#=+"
]
QUERIES = [line.split("\t") for line in Path(__file__).with_name("queries_es.tsv").read_text("utf-8").splitlines()]
MEASURES = {
    r"\btbsp\b": r"\bcucharadas?\b",
    r"\btsp\b": r"\bcucharaditas?\b",
    r"\bcup\b": r"\btaza\b",
    r"\bpinch\b": r"\bpizca\b",
    r"\bcloves?\b": r"\bdientes?\b",
    r"\btins?\b \(": r"\blatas?\b \(",
    r"\bslices?\b (?=wholemeal|rye|sour)": r"\brebanadas?\b",
    r"^\d+ g ": r"^\d+ g de ",
    r"^\d+ ml ": r"^\d+ ml de ",
}
"""What stands in an English label, and what then stands in the Spanish one."""
LONGEST = 300


def pairs() -> list[tuple[Recipe, spanish.Translation]]:
    return [(recipe, spanish.by_id()[id_]) for id_, recipe in library.by_id().items()]


def numbers(text: str) -> list[str]:
    return sorted(each.replace(",", ".") for each in re.findall(r"\d+(?:[.,]\d+)?|[½¼¾⅓⅔]", text))


def test_each_recipe_has_an_entry_once_in_the_order_of_the_english_ones() -> None:
    assert [row[0] for row in ROWS] == list(library.by_id())
    assert {len(row) for row in ROWS} == {5}


def test_names_are_unique() -> None:
    names = Counter(plain(each.name) for each in spanish.by_id().values())
    assert [name for name, count in names.items() if count > 1] == []


def test_labels_and_steps_are_as_many_as_in_english() -> None:
    for recipe, known in pairs():
        assert len(known.labels) == len(recipe.ingredients), recipe.id
        assert len(known.steps) == len(recipe.steps), recipe.id


def test_figures_are_those_of_the_english_ones() -> None:
    for recipe, known in pairs():
        for each, label in zip(recipe.ingredients, known.labels, strict=True):
            assert numbers(label) == numbers(each.label), (recipe.id, label)
        for step, said in zip(recipe.steps, known.steps, strict=True):
            assert numbers(said) == numbers(step), (recipe.id, said)


@pytest.mark.parametrize(("english", "said"), MEASURES.items())
def test_measures_are_those_of_the_english_ones(english: str, said: str) -> None:
    labels = [
        (each.label, label)
        for recipe, known in pairs()
        for each, label in zip(recipe.ingredients, known.labels, strict=True)
    ]
    meant = [pair for pair in labels if re.search(english, pair[0])]
    assert meant
    assert [pair for pair in meant if not re.search(said, pair[1])] == []


def test_a_label_names_its_food() -> None:
    strangers = {
        (food, label)
        for recipe, known in pairs()
        for each, label in zip(recipe.ingredients, known.labels, strict=True)
        if not {*spanish.words(food := spanish.foods()[each.food_id].name)} & {*spanish.words(label)}
    }
    assert strangers == set()


def test_a_label_says_nothing_that_another_recipe_says_otherwise() -> None:
    said: dict[str, set[str]] = {}
    for recipe, known in pairs():
        for each, label in zip(recipe.ingredients, known.labels, strict=True):
            said.setdefault(each.label, set()).add(label)
    assert {english: labels for english, labels in said.items() if len(labels) > 1} == {}


def test_texts_fit() -> None:
    for _, known in pairs():
        assert known.name[0].isupper()
        assert len(known.name) <= 80
        assert all(3 <= len(label) <= 80 and not label.endswith(".") for label in known.labels), known.name
        assert all(step[0].isupper() and step.endswith(".") and len(step) <= LONGEST for step in known.steps), (
            known.name
        )


def test_every_food_and_tag_has_a_name() -> None:
    assert list(spanish.foods()) == list(library.foods())
    assert {len(each.pieces) for each in spanish.foods().values()} == {0, 2}
    for recipe in library.shipped():
        assert list(spanish.tags(recipe))


@pytest.mark.parametrize(("query", "id_"), QUERIES)
def test_what_people_type_is_found_first(query: str, id_: str) -> None:
    assert [each.id for each in search(query, language="es", limit=1)] == [id_]


@pytest.mark.parametrize(
    ("one", "other"),
    [("gambas", "camarones"), ("cacahuete", "maní"), ("judías verdes", "ejotes"), ("tortitas", "panqueques")],
)
def test_words_of_every_region_lead_to_the_same(one: str, other: str) -> None:
    found = [each.id for each in search(one, language="es")]
    assert found
    assert [each.id for each in search(other, language="es")] == found


def test_what_a_word_becomes_is_not_yet_another() -> None:
    same = sheets.read(spanish.FILE).same
    assert {word: others for word, others in same.items() if spanish.words(" ".join(others)) != others} == {}


def test_tags_are_found_by_their_words_and_as_filters() -> None:
    assert all("mexican" in each.tags for each in search("mexicana", language="es"))
    vegan = search("pollo", tags=["vegan"], language="es")
    assert all("vegan" in each.tags for each in vegan)
    assert all("nuts" not in each.allergens for each in search("ensalada", without=["nuts"], language="es"))


def test_a_blank_query_is_all_by_their_spanish_names() -> None:
    found = search("", language="es", limit=1000)
    assert {each.id for each in found} == set(library.by_id())
    assert [plain(each.name) for each in found] == sorted(plain(each.name) for each in found)


def test_only_words_are_translated() -> None:
    for recipe in library.shipped():
        shown = spanish.shown(recipe)
        words = {"name", "steps", "ingredients"}
        assert shown.model_dump(exclude=words) == recipe.model_dump(exclude=words)
        weighed = [(each.food_id, each.grams) for each in recipe.ingredients]
        assert [(each.food_id, each.grams) for each in shown.ingredients] == weighed


def test_who_asks_in_english_is_answered_as_before_and_reads_no_spanish() -> None:
    code = (
        "from fitzen.nutrition.recipes import search, spanish\n"
        "assert search.search('shakshuka')[0].steps[0].startswith('Soften')\n"
        "assert spanish.spanish.read.cache_info().currsize == 0\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert search("garbanzos") == []

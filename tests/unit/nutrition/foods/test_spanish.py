"""Everyday foods in Spanish: each is there once, and is found by what people call it; meals in Spanish are read."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from fitzen.nutrition.foods import everyday, spanish
from fitzen.nutrition.foods.library import search
from fitzen.nutrition.foods.parse import parse
from fitzen.words import plain

QUERIES = [line.split("\t") for line in Path(__file__).with_name("queries_es.tsv").read_text("utf-8").splitlines()]


def test_each_everyday_food_has_an_entry_once_in_the_order_of_the_english_ones() -> None:
    assert list(spanish.by_id()) == list(everyday.by_id())


def test_names_are_unique_and_no_phrase_means_two_foods() -> None:
    phrases = Counter(
        phrase
        for each in spanish.by_id().values()
        for phrase in {plain(said) for said in (each.name, *each.aliases) if not said.startswith("~")}
    )
    assert [phrase for phrase, count in phrases.items() if count > 1] == []


@pytest.mark.parametrize(("query", "food_id"), QUERIES)
def test_what_people_type_is_found_first(query: str, food_id: str) -> None:
    assert [food.id for food in search(query, 1, language="es")] == [food_id]


@pytest.mark.parametrize("query", ["huevos", "judías", "frijoles", "porotos", "alubias"])
def test_words_of_every_region_lead_to_the_same(query: str) -> None:
    assert search(query, 1, language="es")[0].name == ("Huevo" if query == "huevos" else "Frijoles negros cocidos")


def test_english_is_still_found_and_answered_under_the_spanish_name() -> None:
    assert search("chicken breast", 1, language="es")[0].name == "Pechuga de pollo asada sin piel"


def test_who_asks_in_english_is_answered_as_before_and_reads_no_spanish() -> None:
    code = (
        "from fitzen.nutrition.foods import library, parse, spanish\n"
        "assert library.search('egg')[0].name == 'Egg, whole, raw'\n"
        "assert parse.parse('two eggs and toast').items[0].name == 'Egg, whole, raw'\n"
        "assert spanish.spanish.read.cache_info().currsize == 0\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("dos huevos y una tostada", [("Huevo", 100), ("Tostada de pan blanco", 27)]),
        ("un vaso de leche", [("Leche entera", 244)]),
        ("200 g de arroz", [("Arroz blanco cocido", 200)]),
        ("desayuné dos huevos revueltos con pan integral", [("Huevos revueltos", 122), ("Pan integral", 28)]),
        (
            "pechuga de pollo a la plancha con arroz",
            [("Pechuga de pollo asada sin piel", 172), ("Arroz blanco cocido", 158)],
        ),
        ("media palta y una cucharada de aceite de oliva", [("Aguacate", 100.5), ("Aceite de oliva", 13.5)]),
        ("ciento cincuenta gramos de salmón", [("Salmón cocinado", 150)]),
        ("un sándwich de jamón y queso", [("Sándwich de jamón y queso", 146)]),
        ("arroz con pollo", [("Arroz con pollo de restaurante", 141)]),
        ("arroz y pollo", [("Arroz blanco cocido", 158), ("Pechuga de pollo asada sin piel", 172)]),
        ("un café con leche", [("Café", 237), ("Leche entera", 30)]),
        ("una manzana grande", [("Manzana", 223)]),
        ("café sin azúcar", [("Café", 237)]),
        ("two eggs", [("Huevo", 100)]),
    ],
)
def test_a_meal_in_spanish_is_read(text: str, items: list[tuple[str, float]]) -> None:
    found = parse(text, locale="es")
    assert [(item.name, item.grams) for item in found.items] == items
    assert found.not_understood == []


def test_what_is_not_understood_is_handed_back() -> None:
    assert parse("dos huevos y xyzzyqq", locale="es").not_understood == ["xyzzyqq"]


def test_a_spanish_word_is_no_typing_error_in_english() -> None:
    assert all("guacate" in food.name for food in search("palta", 5, language="es"))

"""Meals from words: how many are understood, and what must hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.effort import effort
from tests.fixtures.foods import meal_figures, meals

from fitzen.nutrition.foods import library
from fitzen.nutrition.foods.models import Food, Portion
from fitzen.nutrition.foods.parse import MAX_ITEMS, MAX_TEXT, parse

MEALS = meals()
WORDS = [
    "2", "a", "half", "\u00bd", "1/2", "of", "and", "with", "no", ",", ".", "(", ")", "-", "x", "\u00d7", "cup", "cups", "g", "kg", "oz",
    "fl", "dozen", "couple", "large", "slice", "can", "egg", "eggs", "milk", "oats", "chicken", "peanut", "butter", "w/", "2%", "7up", "\n",
    ":", ";", "tbsp.", "to", "or", "100g", "brest", "zzz",
]  # fmt: skip


def said(text: str, **more: object) -> list[tuple[str, float]]:
    return [(item.name, item.grams) for item in parse(text, **more).items]  # type: ignore[arg-type]


class TestLabelled:
    def test_are_many_different_and_of_foods_that_there_are(self) -> None:
        assert len({meal.text for meal in MEALS}) == len(MEALS) >= 150
        every = [wanted for meal in (*MEALS, *meals("meals_held_out")) for wanted in meal.wanted]
        assert all(library.get(food_id) for wanted in every for food_id in wanted.ids)
        assert all(0 < wanted.least <= wanted.most for wanted in every)

    def test_are_understood_with_grams_within_a_tenth(self) -> None:
        figures = meal_figures(MEALS)
        print(
            f"foods {figures.foods:.1%}, grams {figures.grams:.1%}, meals {figures.meals:.1%}",
            *figures.misses,
            sep="\n  ",
        )
        assert figures.foods >= 0.97
        assert figures.grams >= 0.95
        assert figures.meals >= 0.93

    def test_also_those_that_nothing_was_tuned_on(self) -> None:
        figures = meal_figures(meals("meals_held_out"))
        print(
            f"foods {figures.foods:.1%}, grams {figures.grams:.1%}, meals {figures.meals:.1%}",
            *figures.misses,
            sep="\n  ",
        )
        assert figures.foods >= 0.95
        assert figures.grams >= 0.9


def test_an_item_says_what_it_is_how_much_how_sure_and_of_which_words() -> None:
    first, second, *_ = parse("two eggs, 100 g oats with a cup of whole milk and half a banana").items
    assert first.model_dump(exclude={"alternatives"}) == {
        "food_id": "usda-01123", "name": "Egg, whole, raw", "amount": 2.0, "unit": "large", "grams": 100.0,
        "confidence": first.confidence, "text": "two eggs", "of_dish": False,
    }  # fmt: skip
    assert second.text == "100 g oats"
    assert (second.amount, second.unit, second.grams) == (100, "g", 100)
    assert [each.name for each in first.alternatives]
    assert all(each.grams > 0 and each.food_id != first.food_id for each in first.alternatives)


@pytest.mark.parametrize(
    ("sure", "less"),
    [
        ("100 g oats", "oats"),
        ("2 eggs", "2-3 eggs"),
        ("100 g chicken breast", "100 g chikcen brest"),
        ("100 g yogurt", "100 g greek yogurt"),
        ("a cup of milk", "a bowl of milk"),
        ("100 g banana", "100 g zorbly banana"),
    ],
)
def test_what_is_vague_is_less_sure(sure: str, less: str) -> None:
    assert parse(sure).items[0].confidence > parse(less).items[0].confidence > 0


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("oats 80 g, milk 200 ml, banana 1", [("Oats, dry", 80), ("Milk, whole", 206.3), ("Banana", 118)]),
        ("oats 80 g milk 200 ml banana 1", [("Oats, dry", 80), ("Milk, whole", 206.3), ("Banana", 118)]),
        ("- 2 eggs\n- 1 banana", [("Egg, whole, raw", 100), ("Banana", 118)]),
        ("Eggs: 3; Toast: 2 slices", [("Egg, whole, raw", 150), ("Toast, white", 54)]),
        ("milk (1 cup)", [("Milk, whole", 244)]),
        ("200g/7oz chicken breast", [("Chicken breast, roasted, skinless", 200)]),
        ("3 potatoes, boiled", [("Potatoes, boiled", 501)]),
        ("an egg and a half", [("Egg, whole, raw", 75)]),
        ("mashed potatoes, 1 cup", [("Mashed potatoes, with milk", 210)]),
        ("I had a coffee at 8:30 am and 100g oats at 9am", [("Coffee", 237), ("Oats, dry", 100)]),
        ("coffee with milk", [("Coffee", 237), ("Milk, whole", 30)]),
        ("dos huevos con 100 g de arroz", [("Egg, whole, raw", 100), ("White rice, cooked", 100)]),
        ("1 can chickpeas", [("Chickpeas, canned", 448)]),
        ("a big mac", [("Big Mac", 219)]),
        ("1 cup 2% milk", [("Milk, 2% fat", 244)]),
    ],
)
def test_ways_to_say_it(text: str, wanted: list[tuple[str, float]]) -> None:
    assert said(text) == wanted


@pytest.mark.parametrize(
    "text",
    ["coffee, no sugar", "coffee without sugar", "coffee no sugar no milk", "coffee w/o sugar", "coffee with no sugar"],
)
def test_what_was_not_had_is_left_out(text: str) -> None:
    assert parse(text).model_dump(include={"not_understood"}) == {"not_understood": []}
    assert said(text) == [("Coffee", 237)]


def test_no_skin_is_a_kind_of_chicken_and_not_a_thing_not_had() -> None:
    assert said("150 g chicken breast no skin") == [("Chicken breast, roasted, skinless", 150)]


def test_a_dish_that_is_a_food_stays_one_and_others_are_taken_apart() -> None:
    assert said("ham and cheese sandwich") == [("Ham and cheese sandwich", 146)]
    assert [name for name, _ in said("peanut butter and jelly sandwich")] == [
        "White bread",
        "Peanut butter, smooth",
        "Jelly",
    ]
    assert said("2 lattes") == [("Espresso", 120), ("Milk, whole", 480)]
    assert sum(grams for _, grams in said("300 g chicken curry")) == pytest.approx(300, abs=1)
    assert [name for name, _ in said("chicken with rice and broccoli")] == [
        "Chicken breast, roasted, skinless", "White rice, cooked", "Broccoli, raw",
    ]  # fmt: skip


def test_a_part_of_a_dish_that_is_named_itself_is_not_counted_twice() -> None:
    assert said("banana smoothie with 2 bananas") == [("Milk, whole", 244), ("Banana", 236)]
    names = [name for name, _ in said("green smoothie with spinach, a banana")]
    assert names == ["Milk, whole", "Spinach, raw", "Banana"]
    assert [name for name, _ in said("a latte, weetabix with milk")].count("Milk, whole") == 2


@pytest.mark.parametrize(
    "text",
    [
        "my knee hurts",
        "felt great today",
        "2 slices",
        "a tablespoon of",
        "100 g",
        "weighed 80 kg",
        "I ran 5 km",
        "xyzzy",
        "9" * 300,
    ],
)
def test_what_is_no_food_is_handed_back(text: str) -> None:
    found = parse(text)
    assert found.items == []
    assert found.not_understood


@pytest.mark.parametrize("text", ["", "  ", "\n", "...", "for breakfast", "no sugar", "and then"])
def test_what_says_nothing_is_nothing(text: str) -> None:
    assert parse(text).model_dump() == {"items": [], "not_understood": []}


def test_a_pint_depends_on_where_one_is() -> None:
    assert said("a pint of beer") == [("Beer", 475.2)]
    assert said("a pint of beer", locale="en-GB") == [("Beer", 570.7)]


class TestOwn:
    own = Food(
        id="0190d0c0-0000-7000-8000-000000000002",
        name="Power porridge",
        source="own",
        per_100g={"energy_kcal": 120.0},
        portions=[Portion(label="bowl", grams=420.0)],
    )

    def test_are_understood_with_their_portions(self) -> None:
        found = parse("a bowl of power porridge and 2 eggs", own=[self.own])
        assert [(item.food_id, item.grams) for item in found.items] == [(self.own.id, 420.0), ("usda-01123", 100.0)]

    def test_may_have_a_name_of_words_that_join(self) -> None:
        mine = self.own.model_copy(update={"name": "Bread and butter pudding"})
        assert said("bread and butter pudding", own=[mine]) == [("Bread and butter pudding", 420.0)]

    def test_are_meant_before_a_dish_of_the_same_name(self) -> None:
        mine = self.own.model_copy(update={"name": "Latte"})
        assert said("a bowl of latte", own=[mine]) == [("Latte", 420.0)]


class TestAnyText:
    @given(st.text(max_size=300))
    def test_is_read(self, text: str) -> None:
        _holds(text)

    @given(
        st.lists(
            st.sampled_from(WORDS),
            max_size=40,
        ).map(" ".join)
    )
    def test_of_the_words_of_meals_is_read(self, text: str) -> None:
        _holds(text)

    @given(st.sampled_from(MEALS), st.sampled_from(MEALS))
    def test_two_meals_are_the_foods_of_both(self, one: object, other: object) -> None:
        texts = [each.text for each in (one, other)]  # type: ignore[attr-defined]
        together = parse(". ".join(texts))
        apart = [parse(text) for text in texts]
        assert {item.food_id for item in together.items} == {item.food_id for each in apart for item in each.items}


def _holds(text: str) -> None:
    found = parse(text)
    assert len(found.items) <= MAX_ITEMS + 4
    for item in found.items:
        assert library.get(item.food_id)
        assert item.grams >= 0
        assert 0 <= item.confidence <= 1
        assert item.text in text
        assert item.text
    assert all(each in text for each in found.not_understood)


@pytest.mark.parametrize("part", ["milk,eggs,", "2 eggs\n", "2 eggs;", "2 eggs, "])
def test_a_long_text_is_read_up_to_its_last_whole_word_whatever_parts_its_words(part: str) -> None:
    found = parse(part * MAX_TEXT)
    assert {item.text for item in found.items} <= {"2 eggs", "milk", "eggs"}
    assert len(found.items) == MAX_ITEMS


@pytest.mark.parametrize("letter", ["~", "\ufdfa", "about "])
def test_what_is_made_to_be_slow_is_not(letter: str) -> None:
    """One letter that stands for eighteen, or marks without end, cost ten times what a meal of that length does."""
    meal = ("2 eggs and a banana, 80 g oats with milk; " * MAX_TEXT)[:MAX_TEXT]
    parse(meal)
    assert effort(lambda: parse(letter * MAX_TEXT)) < 2 * effort(lambda: parse(meal))


@pytest.mark.parametrize(
    "part",
    ["2 eggs and ", "raw and ", "½/½x2-3~", "a ", "half ", "qzxv ", "chikn brest, ", "1 ", "\N{GRINNING FACE}", "and "],
)
def test_of_a_long_text_the_beginning_is_read(part: str) -> None:
    text = (part * MAX_TEXT)[: 50 * MAX_TEXT]
    found = parse(text)
    assert all(each in text[:MAX_TEXT] for each in [*found.not_understood, *(item.text for item in found.items)])


class TestNamesWithCommas:
    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("150 g Butter, unsalted", ["Butter, unsalted"]),
            ("two eggs, 100 g milk, skim and toast", ["Egg, whole, raw", "Milk, skim", "Toast, white"]),
            ("1 cup Cottage cheese, 2% fat, half a banana", ["Cottage cheese, 2% fat", "Banana"]),
            ("coffee, cream", ["Coffee", "Heavy cream"]),
            ("bread, butter, milk", ["White bread", "Butter", "Milk, whole"]),
        ],
    )
    def test_a_name_as_it_is_shown_is_one_food_and_a_list_stays_a_list(self, text: str, names: list[str]) -> None:
        assert [name for name, _ in said(text)] == names

    def test_that_of_a_food_of_one_s_own_too(self) -> None:
        own = [Food(id="own", name="Jam, grandma's, red", source="own", per_100g={"energy_kcal": 250})]
        assert said("20 g jam, grandma's, red", own=own) == [("Jam, grandma's, red", 20.0)]

"""What is drafted, asked and refused of what somebody ate, drank, measured and did."""

from typing import Any

import pytest
from tests.unit.coach.drafts.conftest import NOW, Use, done, person, use

from fitzen.coach.toolbox import ToolContext
from fitzen.coach.tools import TOOLS
from fitzen.habits.models import HabitQuery
from fitzen.habits.service import list_habits
from fitzen.nutrition.foods import everyday, library
from fitzen.nutrition.recipes.own import RecipeIn
from fitzen.nutrition.recipes.service import create_recipe
from fitzen.records import loads


def _draft(found: tuple[Any, str]) -> dict[str, Any]:
    draft: dict[str, Any] = found[0].data["draft"]
    return draft


def test_the_figures_of_each_food_and_their_sum(ask: Use) -> None:
    draft = _draft(ask("log_meal", text="two eggs and 100 g oats"))
    assert [(item["name"], item["amount"], item["energy_kcal"]) for item in draft["items"]] == [
        ("Egg, whole, raw", "2 large (100 g)", 143),
        ("Oats, dry", "100 g", 379),
    ]
    assert draft["totals"] == {"energy_kcal": 522, "protein_g": 26, "carbs_g": 68, "fat_g": 16, "fiber_g": 10}


def test_which_meal_it_is_comes_from_the_words_else_from_the_hour(ask: Use) -> None:
    assert _draft(ask("log_meal", text="eggs for breakfast"))["slot"] == "breakfast"
    assert _draft(ask("log_meal", text="eggs for supper", day="yesterday"))["time"] == "19:00"
    slots = [_draft(ask("log_meal", text="eggs", time=time))["slot"] for time in ("02:00", "07:00", "12:00")]
    assert slots == ["snack", "breakfast", "lunch"]


def test_a_portion_that_was_not_said_is_told_as_assumed(ask: Use) -> None:
    result, text = ask("log_meal", text="milk")
    assert result.data["draft"]["items"][0]["assumed"]
    assert "a usual portion of Milk, whole" in text


def test_what_is_not_known_of_a_food_is_said(ask: Use, ana: ToolContext) -> None:
    from fitzen.nutrition.foods.own import FoodIn
    from fitzen.nutrition.foods.service import create_food

    food = FoodIn.model_validate({"name": "Mystery bar", "per_100g": {"energy_kcal": 400}})
    create_food(ana.store, ana.user_id, food, NOW)
    assert (
        "Nothing is known of the protein, carbohydrate, fat and fibre." in ask("log_meal", text="50 g mystery bar")[1]
    )
    text = ask("log_meal", text="50 g mystery bar and two eggs")[1]
    assert "Not every food says its protein, carbohydrate, fat and fibre, so there may be more." in text


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Tofu Bibimbap", "1 serving"),
        ("the tofu bibimbap for dinner", "1 serving"),
        ("two servings of tofu bibimbap", "2 servings"),
        ("half a portion of Tofu Bibimbap.", "0.5 servings"),
    ],
)
def test_a_recipe_that_is_named_is_logged_in_servings(ask: Use, ana: ToolContext, text: str, amount: str) -> None:
    result, _ = ask("log_meal", text=text)
    draft = result.data["draft"]
    assert [(item["name"], item["amount"]) for item in draft["items"]] == [("Tofu Bibimbap", amount)]
    assert [source["ref"] for source in result.sources] == ["recipe:tofu-bibimbap"]
    record = ana.store.get(ana.user_id, "meal", done(ana, result))
    assert record is not None
    assert round(loads(record.body)["totals"]["energy_kcal"]) == draft["totals"]["energy_kcal"]


def test_a_recipe_of_one_s_own_too(ask: Use, ana: ToolContext) -> None:
    ingredients = [{"food_id": "usda-08120", "grams": 100.0}]
    body = RecipeIn.model_validate({"name": "Granny's Porridge", "servings": 2, "ingredients": ingredients})
    create_recipe(ana.store, ana.user_id, body, NOW)
    assert _draft(ask("log_meal", text="my granny's porridge"))["totals"]["energy_kcal"] == 190


def test_a_food_that_is_not_known_is_asked_about(ask: Use) -> None:
    result, text = ask("log_meal", text="two eggs and blorgh")
    assert result.data == {"unclear": [{"name": "blorgh", "choices": [], "of": "food"}]}
    assert text == "I do not know a food called “blorgh”. What else is it called?"


@pytest.mark.parametrize("day", ["tomorrow", "2026-12-01"])
def test_no_meal_of_a_day_to_come(ask: Use, day: str) -> None:
    result, text = ask("log_meal", text="two eggs", day=day)
    assert result.failed
    assert text == "That did not work: That day has not come yet, and I log only what has been."


def test_a_food_that_is_offered_is_understood_by_its_name(ask: Use) -> None:
    names = [food.name for id_ in everyday.by_id() if (food := library.get(id_)) and food.name.count(",") == 1][:60]
    drafts = {name: ask("log_meal", text=f"150 g {name}")[0].data.get("draft", {"items": []}) for name in names}
    wrong = [name for name, draft in drafts.items() if [item["name"] for item in draft["items"]] != [name]]
    assert len(wrong) <= 2, wrong


@pytest.mark.parametrize(
    ("amount", "unit", "units", "shown", "total"),
    [
        (2, "glass", "metric", "2 glasses (500 ml)", "500 ml"),
        (1, "cup", "imperial", "1 cup (8 fl oz)", "8 fl oz"),
        (16, "oz", "imperial", "16 fl oz", "16 fl oz"),
        (0.75, "l", "metric", "750 ml", "750 ml"),
    ],
)
def test_amounts(amount: float, unit: str, units: str, shown: str, total: str) -> None:
    with person({"units": units}) as context:
        draft = _draft(use(context, "log_water", {"amount": amount, "unit": unit}))
        assert (draft["amount"], draft["day_total"]) == (shown, total)


def test_the_day_is_summed_with_what_was_drunk_before(ask: Use, ana: ToolContext) -> None:
    done(ana, ask("log_water", amount=500, unit="ml")[0])
    assert "That makes 750 ml today." in ask("log_water", amount=1, unit="glass")[1]
    assert "That makes 250 ml that day." in ask("log_water", amount=1, unit="glass", day="yesterday")[1]


@pytest.mark.parametrize(
    "arguments", [{"amount": 0, "unit": "l"}, {"amount": 20, "unit": "l"}, {"amount": 1, "unit": "mug"}]
)
def test_what_nobody_drinks_at_once_is_refused(ask: Use, arguments: dict[str, Any]) -> None:
    assert ask("log_water", **arguments)[0].failed


@pytest.mark.parametrize(
    ("metric", "value", "units", "shown"),
    [
        ("bodyweight", "81.4", "metric", "81.4 kg"),
        ("weight", "180 lbs", "imperial", "180 lb"),
        ("height", "5 ft 11", "imperial", "5 ft 11 in"),
        ("height", "5 ft 11", "metric", "180.3 cm"),
        ("waist", "32 inches", "metric", "81.3 cm"),
        ("waist", 32, "imperial", "32 in"),
        ("BF%", "18", "metric", "18%"),
        ("sleep", "7 h 30", "metric", "7.5 h"),
    ],
)
def test_units(metric: str, value: Any, units: str, shown: str) -> None:
    with person({"units": units}) as context:
        assert _draft(use(context, "log_measurement", {"metric": metric, "value": value}))["value"] == shown


def test_it_is_compared_with_the_one_before(ask: Use) -> None:
    assert (
        "On 20 Nov 2026 it was 81.4 kg, so this is 0.6 kg less."
        in ask("log_measurement", metric="weight", value=80.8)[1]
    )
    assert "so this is the same." in ask("log_measurement", metric="weight", value=81.4)[1]


def test_an_unusual_value_is_asked_about_and_the_yes_is_enough(ask: Use, ana: ToolContext) -> None:
    result, text = ask("log_measurement", metric="weight", value=60)
    question = "60 kg is 21.4 kg less than 81.4 kg, 3 days before."
    assert result.data["draft"]["question"] == question
    assert question in text
    done(ana, result)
    assert "unusual for waist" in ask("log_measurement", metric="waist", value="32 cm")[1]


def test_the_question_is_in_the_person_s_units() -> None:
    with person({"units": "imperial"}, weight=81.4) as context:
        text = use(context, "log_measurement", {"metric": "weight", "value": 130})[1]
        assert "130 lb is 49.5 lb less than 179.5 lb, 3 days before." in text


def test_what_nobody_can_have_is_refused_in_their_units() -> None:
    with person({"units": "imperial"}) as context:
        result, text = use(context, "log_measurement", {"metric": "weight", "value": 5000})
        assert result.failed
        assert text == "That did not work: Weight cannot be 5,000 lb: it is from 44.1 lb to 1,102.3 lb."


def test_two_values_at_once_are_asked_apart(ask: Use) -> None:
    assert ask("log_measurement", metric="blood pressure", value="120/80")[1] == (
        "Which measurement is “blood pressure”: systolic blood pressure or diastolic blood pressure?"
    )


def test_with_its_target(ask: Use) -> None:
    assert "That is part of the way to 2,000 ml." in ask("check_in_habit", habit="water", value=1500)[1]
    assert "With that, today is done." in ask("check_in_habit", habit="water", value=2000)[1]
    assert "With that, the day is done." in ask("check_in_habit", habit="water", day="yesterday")[1]


def test_a_slip_is_told_without_guilt(ask: Use) -> None:
    assert "Few sweets: 2 sweets" in ask("check_in_habit", habit="sweets", value=2)[1]
    assert "so today counts" in ask("check_in_habit", habit="sweets", value=2)[1]
    assert "A slip is one day, not the end of it" in ask("check_in_habit", habit="smoking")[1]


def test_what_the_day_says_so_far_is_shown(ask: Use, ana: ToolContext) -> None:
    done(ana, ask("check_in_habit", habit="water", value=500)[0])
    result, text = ask("check_in_habit", habit="water", value=1500)
    assert result.data["draft"]["before"] == "500 ml"
    assert "Until now that day says 500 ml." in text


def test_it_is_done_in_the_habit(ask: Use, ana: ToolContext) -> None:
    done(ana, ask("check_in_habit", habit="read")[0])
    habits = list_habits(ana.store, ana.user_id, HabitQuery(), NOW)["items"]
    assert {each["name"]: each["today"]["done"] for each in habits}["Read 10 pages"]


def test_a_day_before_its_start_is_refused(ask: Use) -> None:
    text = ask("check_in_habit", habit="read", day="2026-10-31")[1]
    assert text == "That did not work: Read 10 pages starts on 1 Nov 2026, after that day."


def test_who_is_not_clear_is_asked(ask: Use) -> None:
    result, _ = ask("check_in_habit", habit="sugar")
    assert result.data["unclear"][0]["of"] == "habit"


def test_arguments_are_those_that_are_known(ask: Use) -> None:
    for tool in (
        "log_meal",
        "log_water",
        "log_measurement",
        "check_in_habit",
        "set_goal",
        "set_reminder",
        "suggest_recipes",
    ):
        result, _ = ask(tool, user_id="somebody else")
        assert result.failed


@pytest.mark.parametrize(
    ("tool", "arguments"), [("check_in_habit", {"habit": "water"}), ("update_profile", {"name": "Bo"})]
)
def test_an_undo_of_what_was_never_done_writes_nothing(
    ana: ToolContext, ask: Use, tool: str, arguments: dict[str, Any]
) -> None:
    action, write = ask(tool, **arguments)[0].action, TOOLS[tool].write
    assert action is not None
    assert write is not None
    before = ana.store.changes(ana.user_id, 0, 100)
    write.undo(ana.store, ana.user_id, action.id, action.payload, NOW)
    assert ana.store.changes(ana.user_id, 0, 100) == before

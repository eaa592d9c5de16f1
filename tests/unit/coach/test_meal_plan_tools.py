"""The coach proposes meals; what it says holds no figure that is not in the data; a yes can be said twice and taken back."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from rich.console import Console

from fitzen.chatting.cards import render
from fitzen.coach.builtin.answers import answer
from fitzen.coach.toolbox import Result, ToolContext
from fitzen.coach.tools import TOOLS
from fitzen.coach.tools.meal_plans import PlanArgs, PlannedArgs, SwapArgs, coming_day
from fitzen.errors import ConflictError, FitzenError, InvalidError
from fitzen.infra.llm.base import ToolResult
from fitzen.infra.storage.sql import SqlStore
from fitzen.measurements.models import MeasurementIn
from fitzen.measurements.service import measure
from fitzen.nutrition.meal_plans import service
from fitzen.records import Json, dumps, loads, new_id
from fitzen.users.service import new_user, patch_user
from fitzen.web.parsing import parse_json

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@pytest.fixture
def context() -> Iterator[ToolContext]:
    store = SqlStore("sqlite://")
    store.migrate()
    user_id = new_id()
    store.write([new_user(user_id, NOW, email="ana@example.org")])
    profile = {"birth_date": "1994-05-17", "sex": "female", "height_cm": 168, "goal": "maintain"}
    patch_user(store, user_id, profile)
    weight = {"taken_at": "2026-11-25T07:00:00+00:00", "metric": "weight_kg", "value": 64}
    measure(store, user_id, parse_json(MeasurementIn, dumps(weight)), NOW)
    yield ToolContext(store, user_id, NOW)
    store.close()


def drafted(context: ToolContext, **args: object) -> Result:
    return TOOLS["make_meal_plan"].run(context, PlanArgs(**args))  # type: ignore[arg-type]


def said(name: str, result: Result) -> str:
    return "".join(answer(ToolResult("1", name, result.data)))


def confirmed(context: ToolContext, result: Result) -> Json:
    """Say yes twice, and return the plans that there are."""
    action = result.action
    assert action is not None
    write = TOOLS[action.tool].write
    assert write is not None
    for _ in range(2):
        write.do(context.store, context.user_id, action.id, action.payload, context.now)
    return plans(context)


def plans(context: ToolContext) -> Json:
    return {each.id: loads(each.body) for each in context.store.list(context.user_id, "meal_plan", limit=10).items}


def undone(context: ToolContext, result: Result) -> Json:
    action = result.action
    assert action is not None
    write = TOOLS[action.tool].write
    assert write is not None
    for _ in range(2):
        write.undo(context.store, context.user_id, action.id, action.payload, context.now)
    return plans(context)


def test_a_plan_is_drafted_confirmed_and_undone(context: ToolContext) -> None:
    result = drafted(context, days=2, starts_on="monday")
    assert plans(context) == {}
    found = confirmed(context, result)
    assert result.action is not None
    assert list(found) == [result.action.id]
    assert found[result.action.id]["starts_on"] == "2026-11-30"
    assert undone(context, result) == {}


def test_an_answer_has_no_figure_of_its_own(context: ToolContext) -> None:
    result = drafted(context, days=3)
    text = said("make_meal_plan", result)
    assert set(NUMBER.findall(text)) <= set(NUMBER.findall(dumps(result.data)))
    assert text.endswith("Shall I?")
    assert {each["ref"].partition(":")[0] for each in result.sources} <= {"targets", "recipe", "food"}


def test_wishes_that_clash_draft_nothing_and_are_answered(context: ToolContext) -> None:
    result = drafted(context, days=1, max_minutes=5)
    assert result.action is None
    text = said("make_meal_plan", result)
    assert "minutes" in text
    assert set(NUMBER.findall(text)) <= set(NUMBER.findall(dumps(result.data)))


def test_a_meal_is_swapped_by_a_yes_and_put_back(context: ToolContext) -> None:
    before = confirmed(context, drafted(context, days=2, starts_on="today"))
    result = TOOLS["swap_meal"].run(context, SwapArgs(day="tomorrow", slot="dinner"))
    assert plans(context) == before
    text = said("swap_meal", result)
    assert set(NUMBER.findall(text)) <= set(NUMBER.findall(dumps(result.data)))
    after = confirmed(context, result)
    (plan,) = after.values()
    assert plan["days"][1]["meals"][2]["name"] == result.data["draft"]["after"]["name"]
    assert plan["days"][0] == next(iter(before.values()))["days"][0]
    (back,) = undone(context, result).values()
    assert back["days"] == next(iter(before.values()))["days"]


def test_a_swap_of_a_plan_that_changed_since_is_not_done(context: ToolContext) -> None:
    (id_,) = confirmed(context, drafted(context, days=1, starts_on="today"))
    first = TOOLS["swap_meal"].run(context, SwapArgs(slot="dinner"))
    second = TOOLS["swap_meal"].run(context, SwapArgs(slot="lunch"))
    confirmed(context, second)
    with pytest.raises(ConflictError):
        confirmed(context, first)
    service.delete_plan(context.store, context.user_id, id_, NOW)
    with pytest.raises(FitzenError):
        confirmed(context, first)


def test_without_a_plan_there_is_nothing_to_swap(context: ToolContext) -> None:
    with pytest.raises(ConflictError, match="no meal plan"):
        TOOLS["swap_meal"].run(context, SwapArgs(slot="dinner"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-26"),
        ("Tomorrow", "2026-11-27"),
        ("thursday", "2026-11-26"),
        ("next Monday", "2026-11-30"),
        ("2026-12-24", "2026-12-24"),
    ],
)
def test_days_to_come_are_read(text: str, day: str) -> None:
    assert coming_day(text, date(2026, 11, 26), "day") == date.fromisoformat(day)


def test_a_day_that_there_is_not_is_refused() -> None:
    with pytest.raises(InvalidError):
        coming_day("someday", date(2026, 11, 26), "day")


def test_cards_can_be_read_in_a_terminal(context: ToolContext) -> None:
    result = drafted(context, days=1, starts_on="today")
    confirmed(context, result)
    swapped = TOOLS["swap_meal"].run(context, SwapArgs(slot="dinner"))
    console = Console(width=160, color_system=None)
    with console.capture() as captured:
        for card in (*result.cards, *swapped.cards):
            console.print(render(card))
    text = captured.get()
    assert result.data["draft"]["days"][0]["meals"][0]["name"] in text
    assert swapped.data["draft"]["after"]["name"] in text


def test_an_allergy_that_comes_between_the_draft_and_the_yes_is_kept_to(context: ToolContext) -> None:
    result = drafted(context, days=2)
    assert result.action is not None
    everything = {"allergies": ["gluten", "milk", "eggs", "nuts", "fish", "soy", "legumes", "meat"]}
    patch_user(context.store, context.user_id, {"dietary": everything})
    with pytest.raises(ConflictError, match="allergies in your profile now"):
        confirmed(context, result)
    patch_user(context.store, context.user_id, {"dietary": {"allergies": []}})
    assert len(confirmed(context, result)) == 1


def test_a_plan_from_before_an_allergy_can_be_swapped_meal_by_meal(context: ToolContext) -> None:
    (plan,) = confirmed(context, drafted(context, days=2)).values()
    patch_user(context.store, context.user_id, {"dietary": {"allergies": ["gluten", "milk"]}})
    result = TOOLS["swap_meal"].run(context, SwapArgs(day=plan["starts_on"], slot="dinner"))
    assert next(iter(confirmed(context, result).values()))["days"] != plan["days"]


def read(context: ToolContext, **args: object) -> Result:
    return TOOLS["planned_meals"].run(context, PlannedArgs(**args))  # type: ignore[arg-type]


def test_dinner_is_read_from_the_plan_with_where_it_is_from(context: ToolContext) -> None:
    [plan] = confirmed(context, drafted(context, days=2, starts_on="tomorrow")).values()
    dinner = next(meal for meal in plan["days"][0]["meals"] if meal["slot"] == "dinner")
    result = read(context, day="tomorrow", slot="dinner")
    assert [meal["name"] for meal in result.data["planned"][0]["meals"]] == [dinner["name"]]
    refs = [each["ref"] for each in result.sources]
    assert f"meal_plan:{plan['id']}" in refs
    assert f"recipe:{dinner['recipe_id']}" in refs
    assert result.action is None, "reading writes nothing"
    text = said("planned_meals", result)
    assert dinner["name"] in text
    assert set(NUMBER.findall(text)) <= set(NUMBER.findall(dumps(result.data)))
    assert_rendered(result)


def test_days_of_a_plan_are_read_and_those_without_are_named(context: ToolContext) -> None:
    assert "no meal plan" in said("planned_meals", read(context))
    confirmed(context, drafted(context, days=2, starts_on="tomorrow"))
    result = read(context, day="tomorrow", days=3)
    assert [len(day["meals"]) for day in result.data["planned"]] == [4, 4]
    assert len(result.data["no_plan_for"]) == 1
    assert said("planned_meals", result).endswith("Shall I plan your meals?")
    rows = result.cards[0]["data"]["rows"]
    assert len(rows) == 8


def test_a_meal_that_a_day_has_not_is_said(context: ToolContext) -> None:
    confirmed(context, drafted(context, days=1, starts_on="tomorrow", meals_per_day=3))
    result = read(context, day="tomorrow", slot="snack")
    assert "no snack" in said("planned_meals", result)
    assert result.cards == []


def assert_rendered(result: Result) -> None:
    console = Console(width=100, record=True, file=None, quiet=True)
    for card in result.cards:
        console.print(render(card))

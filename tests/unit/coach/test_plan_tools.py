"""Plans by the coach: drafted with every figure that is said, written at a yes, taken back whole."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from fitzen.chatting.cards import render
from fitzen.coach import agent
from fitzen.coach.agent import Used
from fitzen.coach.builtin import BuiltinCoach
from fitzen.coach.builtin.answers import answer
from fitzen.coach.toolbox import Draft, Result, Toolbox, ToolContext
from fitzen.coach.tools import TOOLS, kit
from fitzen.coach.tools.workouts import LogArgs, log_workout
from fitzen.infra.llm.base import Budget, ToolCall, Turn
from fitzen.infra.storage.sql import SqlStore
from fitzen.records import Json, loads, new_id
from fitzen.users.service import new_user, patch_user
from fitzen.workouts import service as workouts
from fitzen.workouts.models import WorkoutIn
from fitzen.workouts.plans import service, turns

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
NUMBER = re.compile(r"\d+(?:\.\d+)?")


@pytest.fixture
def context() -> Iterator[ToolContext]:
    store = SqlStore("sqlite://")
    store.migrate()
    user_id = new_id()
    store.write([new_user(user_id, NOW, email="ana@example.com")])
    patch_user(store, user_id, {"units": "imperial", "fitness_level": "intermediate", "goal": "gain"})
    for days in (3, 10):
        at = (NOW - timedelta(days=days)).isoformat()
        sets = [{"reps": 6, "weight_lb": 185, "rir": 2}] * 3
        body = {"name": "Push", "started_at": at, "exercises": [{"exercise_id": "barbell-bench-press", "sets": sets}]}
        workouts.log_workout(store, user_id, WorkoutIn.model_validate_json(json.dumps(body)), NOW)
    yield ToolContext(store, user_id, NOW)
    store.close()


def call(context: ToolContext, name: str, **arguments: Any) -> Result:
    return Toolbox(ToolContext(context.store, context.user_id, NOW), TOOLS).run(ToolCall("1", name, arguments))


def said(name: str, result: Result) -> str:
    return "".join(answer(result.for_model(ToolCall("1", name, {}))))


def draft(result: Result) -> Draft:
    assert result.action, result.data
    return result.action


def confirm(context: ToolContext, result: Result, *, undo: bool = False) -> None:
    action = draft(result)
    write = TOOLS[action.tool].write
    assert write
    (write.undo if undo else write.do)(context.store, context.user_id, action.id, action.payload, NOW)


def status(context: ToolContext, result: Result) -> str | None:
    record = context.store.get(context.user_id, "training_plan", draft(result).id)
    return loads(record.body)["status"] if record else None


def active(context: ToolContext) -> str | None:
    found = turns.active(context.store, context.user_id)
    return found["plan_id"] if found else None


def test_a_plan_is_drafted_and_nothing_is_written(context: ToolContext) -> None:
    result = call(context, "make_training_plan", days_per_week=3, minutes=60, focus=["arms"], avoid=["knee"])
    assert status(context, result) is None
    plan = result.data["draft"]
    assert (plan["days_per_week"], plan["unit"], len(plan["days"])) == (3, "lb", 3)
    bench = next(e for day in plan["days"] for e in day["exercises"] if e["name"] == "Barbell Bench Press")
    assert " lb, 3 in reserve" in bench["sets"]
    assert " lb." in bench["why"]
    assert draft(result).payload["plan"]["given"]["focus"] == ["biceps", "triceps"]


def test_every_figure_that_is_said_is_in_the_data(context: ToolContext) -> None:
    made = call(context, "make_training_plan", minutes=45)
    confirm(context, made)
    for name, result in (
        ("make_training_plan", made),
        ("adjust_training_plan", call(context, "adjust_training_plan", change="minutes", value=30)),
        ("adjust_training_plan", call(context, "adjust_training_plan", change="harder")),
        ("next_session", call(context, "next_session")),
    ):
        text = said(name, result)
        data = json.dumps(result.data, ensure_ascii=False)
        assert text
        assert not set(NUMBER.findall(text)) - set(NUMBER.findall(data)), (text, data)
        for card in result.cards:
            assert render(card)


def test_a_yes_trains_by_it_and_an_undo_brings_the_earlier_one_back(context: ToolContext) -> None:
    first = call(context, "make_training_plan")
    confirm(context, first)
    confirm(context, first)
    assert (status(context, first), active(context)) == ("active", draft(first).id)
    second = call(context, "adjust_training_plan", change="days", value=2)
    assert second.data["draft"]["replaces"] == first.data["draft"]["name"]
    assert (status(context, first), status(context, second)) == ("active", None), "nothing is written before a yes"
    confirm(context, second)
    assert (status(context, first), status(context, second), active(context)) == ("done", "active", draft(second).id)
    confirm(context, second, undo=True)
    confirm(context, second, undo=True)
    assert (status(context, first), status(context, second), active(context)) == ("active", None, draft(first).id)
    confirm(context, first, undo=True)
    assert active(context) is None


def test_the_difference_is_shown(context: ToolContext) -> None:
    confirm(context, call(context, "make_training_plan"))
    result = call(context, "adjust_training_plan", change="swap", exercise="bench press", to="incline dumbbell press")
    changes = result.data["draft"]["changes"]
    assert any("Incline Dumbbell" in text and "instead of Barbell Bench Press" in text for text in changes), changes
    assert draft(result).summary.startswith(changes[0].rstrip("."))
    assert changes[0] in said("adjust_training_plan", result)


def test_names_that_are_not_certain_come_back(context: ToolContext) -> None:
    assert call(context, "make_training_plan", equipment=["dumbels"]).data["unclear"][0]["choices"][0] == "dumbbell"
    assert call(context, "make_training_plan", focus=["flurb"]).data["unclear"] == [
        {"name": "flurb", "choices": [], "of": "muscle"}
    ]
    assert "flurbs" in call(context, "make_training_plan", avoid=["flurbs"]).data["error"]
    assert call(context, "adjust_training_plan", change="easier").data["error"].startswith("You train by no plan yet")
    confirm(context, call(context, "make_training_plan"))
    unclear = call(context, "adjust_training_plan", change="swap", exercise="moonwalk").data["unclear"][0]
    assert len(unclear["choices"]) == 4
    assert call(context, "adjust_training_plan", change="swap").data["unclear"]


@pytest.mark.parametrize(
    "said", ["my shoulder hurts", "I have a bad shoulder", "avoid my shoulder", "I have shoulder pain"]
)
def test_what_hurts_is_heard_by_the_built_in_coach(context: ToolContext, said: str) -> None:
    turns = [Turn("system", ""), Turn("user", f"make me a 3 day training plan with dumbbells and a bench, {said}")]
    events = agent.run(BuiltinCoach(), Toolbox(context, TOOLS), turns, Budget())
    drafts = [event.result.action for event in events if isinstance(event, Used)]
    assert drafts[0]
    plan = drafts[0].payload["plan"]
    assert "shoulder" in " ".join(plan["given"]["injuries"])
    ids = {entry["exercise_id"] for day in plan["days"] for entry in day["exercises"]}
    assert not ids & {"dumbbell-shoulder-press", "standing-dumbbell-press"}


def test_equipment_in_words() -> None:
    assert kit.equipment(["a full gym"]).found is None
    assert kit.equipment(["home"]).found == []
    assert kit.equipment(["Dumbbells", "resistance bands", "pull-up bar", "TRX"]).found == [
        "dumbbell", "band", "pull_up_bar", "suspension_trainer",
    ]  # fmt: skip
    assert kit.muscles(["legs", "side delts", "calf"]).found == [
        "quads",
        "hamstrings",
        "glutes",
        "side_delts",
        "calves",
    ]


def test_a_workout_that_is_logged_by_word_is_the_plans_session(context: ToolContext) -> None:
    confirm(context, call(context, "make_training_plan", days_per_week=2))
    plan = turns.active(context.store, context.user_id)
    assert plan
    names = [each["name"] for each in call(context, "next_session").data["exercises"]]
    spoken: Json = {"exercises": [{"name": name, "sets": [{"count": 3, "reps": 8, "weight": 50}]} for name in names]}
    fresh = ToolContext(context.store, context.user_id, NOW)
    result = log_workout(fresh, LogArgs.model_validate(spoken))
    assert draft(result).payload["session_id"] == plan["sessions"][0]["id"]
    confirm(context, result)
    found = turns.due(plan, context.store.list(context.user_id, "workout", limit=5).items)
    assert found == plan["sessions"][1]
    other = log_workout(fresh, LogArgs.model_validate({"exercises": [{"name": "plank", "sets": [{"duration_s": 60}]}]}))
    assert "session_id" not in draft(other).payload


def test_an_undo_after_another_plan_was_taken_up_leaves_that_one(context: ToolContext) -> None:
    first, second = call(context, "make_training_plan"), call(context, "make_training_plan", days_per_week=2)
    confirm(context, first)
    confirm(context, second)
    service.activate(context.store, context.user_id, draft(first).id, NOW)
    confirm(context, second, undo=True)
    assert (status(context, first), active(context)) == ("active", draft(first).id)

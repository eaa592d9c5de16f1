"""Every figure that the built-in coach names is in a tool's result or in the person's words, whatever the log holds.

Results are checked against the log by sums of the test's own, so that a figure is traced all the way.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fitzen.coach import agent
from fitzen.coach.agent import Said, Used
from fitzen.coach.builtin import BuiltinCoach
from fitzen.coach.toolbox import Result, Toolbox, ToolContext
from fitzen.coach.tools import TOOLS
from fitzen.infra.llm.base import Budget, Turn
from fitzen.infra.storage.sql import SqlStore
from fitzen.records import Json, dumps, loads, new_id
from fitzen.users.service import new_user, patch_user
from fitzen.web.parsing import parse_json
from fitzen.workouts import service
from fitzen.workouts.models import WorkoutIn

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
QUESTIONS = [
    "how is my bench press going?",
    "how is my squat doing",
    "how are my pull-ups and my plank going?",
    "what should I lift today?",
    "what did I do in the last 6 weeks?",
    "how do I do a RDL?",
    "log 5x5 squats at 100 kg",
    "log bench 60x10, 82.5x8, dropset 70x12 and ran 5 km in 27:30 yesterday",
    "exercises for triceps",
    "how is my moonwalk going",
    "hello",
    "blah",
    "log bench",
]
TEMPLATES = "3x8 at 60 kg, 5x5 at 100 kg"  # what the coach itself gives as examples
NUMBER = re.compile(r"\d+(?:[.:]\d+)*")
LB = 0.45359237

SETS = {
    "barbell-bench-press": st.fixed_dictionaries(
        {"reps": st.integers(1, 12), "weight_kg": st.integers(16, 120).map(lambda step: step * 1.25)},
        optional={"rir": st.integers(0, 5), "kind": st.sampled_from(["warmup", "normal", "drop", "failure"])},
    ),
    "barbell-back-squat": st.fixed_dictionaries(
        {"reps": st.integers(1, 10), "weight_lb": st.integers(9, 80).map(lambda step: step * 5)}, optional={"rpe": st.integers(6, 10)}
    ),
    "pull-up": st.fixed_dictionaries({"reps": st.integers(1, 25)}, optional={"weight_kg": st.integers(1, 30)}),
    "plank": st.fixed_dictionaries({"duration_s": st.integers(10, 400)}),
}  # fmt: skip


@st.composite
def logs(draw: st.DrawFn) -> list[Json]:
    count = draw(st.integers(0, 7))
    return [draw(_workout(day)) for day in sorted(draw(st.sets(st.integers(0, 60), min_size=count, max_size=count)))]


@st.composite
def _workout(draw: st.DrawFn, days_ago: int) -> Json:
    chosen = draw(st.lists(st.sampled_from(sorted(SETS)), min_size=1, max_size=3, unique=True))
    return {
        "name": draw(st.sampled_from(["Push", "Pull", "Legs 2"])),
        "started_at": (NOW - timedelta(days=days_ago, hours=2)).isoformat(),
        "exercises": [
            {"exercise_id": id_, "sets": draw(st.lists(SETS[id_], min_size=1, max_size=4))} for id_ in chosen
        ],
    }


@contextmanager
def _person(units: str, workouts: list[Json]) -> Iterator[ToolContext]:
    store = SqlStore("sqlite://")
    store.migrate()
    user_id = new_id()
    store.write([new_user(user_id, NOW, email="ana@example.com")])
    patch_user(store, user_id, {"units": units, "time_zone": "Europe/Madrid"})
    for workout in workouts:
        service.log_workout(store, user_id, parse_json(WorkoutIn, dumps(workout)), NOW)
    yield ToolContext(store, user_id, NOW)
    store.close()


def _ask(context: ToolContext, question: str) -> tuple[str, list[Result]]:
    turns = [Turn("system", ""), Turn("user", question)]
    events = list(agent.run(BuiltinCoach(), Toolbox(context, TOOLS), turns, Budget()))
    text = "".join(event.text for event in events if isinstance(event, Said))
    return text, [event.result for event in events if isinstance(event, Used)]


def _numbers(text: str) -> set[str]:
    whole = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    return {number.rstrip("0").rstrip(".") if "." in number else number for number in NUMBER.findall(whole)}


@settings(max_examples=15, deadline=None)
@given(units=st.sampled_from(["metric", "imperial"]), workouts=logs())
def test_every_figure_is_a_tool_s_or_the_person_s(units: str, workouts: list[Json]) -> None:
    with _person(units, workouts) as context:
        for question in QUESTIONS:
            text, results = _ask(context, question)
            data = json.dumps([result.data for result in results], ensure_ascii=False)
            unknown = _numbers(text) - _numbers(data) - _numbers(question) - _numbers(TEMPLATES)
            assert text
            assert not unknown, (question, text, data)


@settings(max_examples=15, deadline=None)
@given(units=st.sampled_from(["metric", "imperial"]), workouts=logs())
def test_progress_is_what_the_log_says(units: str, workouts: list[Json]) -> None:
    with _person(units, workouts) as context:
        _, results = _ask(context, "how is my bench press going?")
        done = [(each, sets) for each in workouts if (sets := _bench(each))]
        data = results[0].data
        assert data["sessions"] == len(done)
        if not done:
            return
        last, sets = done[0]
        work = [each for each in sets if each.get("kind") != "warmup"] or sets
        said = data["last"]["sets"]
        for each in work:
            assert f"{_shown(each['weight_kg'], units)} {'lb' if units == 'imperial' else 'kg'}" in said
        day = datetime.fromisoformat(last["started_at"])
        assert data["last"]["day"] == f"{day.day} {day:%b %Y}"
        heaviest = max(
            (each["weight_kg"] for _, sets in done for each in sets if each.get("kind") != "warmup"), default=None
        )
        if heaviest is not None:
            assert data["bests"]["weight_kg"]["value"].split()[0] == _shown(heaviest, units)


@settings(max_examples=15, deadline=None)
@given(units=st.sampled_from(["metric", "imperial"]), workouts=logs())
def test_weeks_are_what_the_log_says(units: str, workouts: list[Json]) -> None:
    with _person(units, workouts) as context:
        _, results = _ask(context, "what did I do in the last 12 weeks?")
        weeks = results[0].data["weeks"]
        assert sum(week["workouts"] for week in weeks) == len(workouts)
        sets = [each for workout in workouts for entry in workout["exercises"] for each in entry["sets"]]
        assert sum(week["sets"] for week in weeks) == len([each for each in sets if each.get("kind") != "warmup"])
        assert {source["ref"] for source in results[0].sources} == _refs(context)


@settings(max_examples=15, deadline=None)
@given(workouts=logs())
def test_every_source_is_there(workouts: list[Json]) -> None:
    with _person("metric", workouts) as context:
        known = _refs(context)
        for question in QUESTIONS:
            _, results = _ask(context, question)
            refs = {source["ref"] for result in results for source in result.sources}
            assert {ref for ref in refs if ref.startswith("workout:")} <= known
            if any(result.data.get("sessions") for result in results):
                assert refs, question


def _bench(workout: Json) -> list[dict[str, Any]]:
    return next((entry["sets"] for entry in workout["exercises"] if entry["exercise_id"] == "barbell-bench-press"), [])


def _shown(kilograms: float, units: str) -> str:
    return f"{round(kilograms / LB, 1) if units == 'imperial' else round(kilograms, 2):g}"


def _refs(context: ToolContext) -> set[str]:
    from fitzen.web.answers import ListQuery

    page = service.list_workouts(context.store, context.user_id, ListQuery(limit=100))
    return {f"workout:{loads(record.body)['id']}" for record in page.items}


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_empty_log_is_answered_kindly(question: str) -> None:
    with _person("metric", []) as context:
        text, results = _ask(context, question)
        assert text
        assert not any(result.failed for result in results)
        assert "workout:" not in str([result.sources for result in results])

"""A year of `fitzen demo` (a third of one on the slower stores), read back through the API; what derives from it, made again, does not differ."""

import json
import os
import subprocess
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from math import fsum
from typing import Any, NamedTuple

import httpx
import pytest
from pydantic import BaseModel
from tests.fixtures.serving import FITZEN, serving, sign_in

from fitzen import demo
from fitzen.coach.memory import MemoryIn
from fitzen.demo.planning import Favourite
from fitzen.demo.writing import KINDS
from fitzen.goals.models import GoalIn
from fitzen.habits.models import CheckinBody, HabitIn, TimeOff
from fitzen.measurements.models import MeasurementIn
from fitzen.nutrition.foods import library as foods
from fitzen.nutrition.models import MealIn, WaterIn
from fitzen.nutrition.recipes.own import RecipeIn
from fitzen.nutrition.rules import DECIMALS
from fitzen.reminders.models import ReminderIn
from fitzen.science.nutrients import MACROS, NUTRIENTS
from fitzen.workouts.models import WorkoutIn

SEED, UNTIL, EMAIL = 4, date(2026, 11, 22), "alex@example.com"
DAYS = {"sqlite_url": 365, "postgresql_url": 122, "dynamodb_url": 122}
"""Of each store: enough for several pages of every list that grows."""
WINDOW = 31
"""Days that a summary sums up at once."""

type Json = dict[str, Any]


class Life(NamedTuple):
    """What was filled in, and how it is reached."""

    client: httpx.Client
    env: dict[str, str]
    counts: Json
    days: int

    def said[T](self, kind: type[T]) -> list[T]:
        return [entry for entry in generated(self.days) if isinstance(entry, kind)]


@cache
def generated(days: int) -> list[demo.Entry]:
    return list(demo.generate(SEED, UNTIL, days))


@pytest.fixture(scope="module", params=DAYS)
def life(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Life]:
    """Fill a store, then serve it and sign in."""
    folder = tmp_path_factory.mktemp("year")
    env = {"STORE_URL": request.getfixturevalue(request.param), "FITZEN_DATA_DIR": str(folder)}
    days = DAYS[request.param]
    command = ["demo", "--email", EMAIL, "--seed", str(SEED), "--until", str(UNTIL), "--days", str(days), "--json"]
    counts = run(env, *command)
    with serving(folder, env) as server, httpx.Client(base_url=server.url, timeout=30) as client:
        sign_in(client, email=EMAIL)
        yield Life(client, env, counts, days)


def run(env: dict[str, str], *arguments: str) -> Json:
    done = subprocess.run([FITZEN, *arguments], env={**os.environ, **env}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    printed: Json = json.loads(done.stdout)
    return printed


def everything(client: httpx.Client, path: str, within: str = "items", **query: str) -> list[Json]:
    """Read a whole list as a phone does: by pages, to the last cursor."""
    items: list[Json] = []
    cursor: str | None = None
    while True:
        answer = client.get(path, params={"limit": "50", **query, **({"cursor": cursor} if cursor else {})})
        assert answer.status_code == 200, answer.text
        items += answer.json()[within]
        cursor = answer.json().get("next_cursor")
        if cursor is None:
            return items


def holds(read: Any, said: Any) -> bool:
    """Whether all that was said is in what is read, which may have more fields."""
    if isinstance(said, dict):
        return isinstance(read, dict) and all(key in read and holds(read[key], said[key]) for key in said)
    if isinstance(said, list):
        return len(read) == len(said) and all(map(holds, read, said))
    return bool(read == said)


def as_sent(entry: BaseModel) -> Json:
    return entry.model_dump(mode="json", exclude_none=True, exclude_unset=True)


LISTS = [
    (WorkoutIn, "/api/workouts/me", "started_at"),
    (MealIn, "/api/nutrition/meals/me", "eaten_at"),
    (WaterIn, "/api/nutrition/water/me", "drunk_at"),
    (MeasurementIn, "/api/measurements/me", "taken_at"),
    (HabitIn, "/api/habits/me", None),
    (GoalIn, "/api/goals/me", None),
    (ReminderIn, "/api/reminders/me", None),
    (RecipeIn, "/api/recipes/me", None),
    (MemoryIn, "/api/chat/memory/me", None),
]


@pytest.mark.parametrize(("kind", "path", "at"), LISTS)
def test_every_list_holds_what_was_said_once_and_newest_first(
    life: Life, kind: type[BaseModel], path: str, at: str | None
) -> None:
    said = {entry.id: as_sent(entry) for entry in life.said(kind)}  # type: ignore[attr-defined] # all of them have one
    read = everything(life.client, path)
    assert len(read) == len(said) > 0
    assert {item["id"] for item in read} == said.keys()
    for item in read:
        assert holds(item, said[item["id"]]), (item, said[item["id"]])
    if at:
        times = [datetime.fromisoformat(item[at]) for item in read]
        assert times == sorted(times, reverse=True)


def test_the_counts_are_those_of_what_was_said(life: Life) -> None:
    said = Counter(type(entry) for entry in generated(life.days))
    assert {KINDS[kind].name: count for kind, count in said.items()} == {
        name: life.counts[name] for name in demo.Filled._fields
    }
    assert all(life.counts[name] for name in demo.Filled._fields), "every screen has something to show"


def test_a_metric_is_a_list_of_its_own(life: Life) -> None:
    said: defaultdict[str, set[str | None]] = defaultdict(set)
    for entry in life.said(MeasurementIn):
        said[entry.metric].add(entry.id)
    assert said.keys() == {"weight_kg", "waist_cm", "sleep_h", "steps"}
    for metric, ids in said.items():
        assert {item["id"] for item in everything(life.client, "/api/measurements/me", metric=metric)} == ids


def test_each_day_of_a_habit_is_as_checked(life: Life) -> None:
    checked = {(entry.habit_id, str(entry.day)): entry.value for entry in life.said(CheckinBody)}
    away = {str(day) for off in life.said(TimeOff) for day in days_between(off.from_, off.to or UNTIL)}
    first = UNTIL - timedelta(days=life.days - 1)
    read: dict[tuple[str, str], float | None] = {}
    for habit in life.said(HabitIn):
        answer = life.client.get(f"/api/habits/me/{habit.id}/calendar", params={"from": str(first), "to": str(UNTIL)})
        assert answer.status_code == 200, answer.text
        days = answer.json()["days"]
        assert {day["day"] for day in days if day["paused"]} == away
        read |= {
            (str(habit.id), day["day"]): day.get("value")
            for day in days
            if "value" in day or (habit.kind == "build" and day["done"])
        }
    assert read == checked


def days_between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def test_each_day_comes_to_what_its_meals_come_to(life: Life) -> None:
    """Summed here from the food library for foods, and from each meal for dishes, without the records of days."""
    sums: defaultdict[str, list[Json]] = defaultdict(list)
    for item in everything(life.client, "/api/nutrition/meals/me"):
        sums[item["eaten_at"][:10]] += map(eaten, item["items"])
    water: defaultdict[str, float] = defaultdict(float)
    for entry in life.said(WaterIn):
        water[str(entry.drunk_at.date())] += entry.ml
    shown = list(summaries(life))
    assert len(shown) == life.days
    for day in shown:
        parts = sums[day["day"]]
        assert day["items"] == len(parts)
        assert day["water_ml"] == pytest.approx(water[day["day"]])
        for name in MACROS:
            total = fsum(part.get(name, 0.0) for part in parts)
            rounding = 10 ** -DECIMALS[NUTRIENTS[name].unit] * (len(parts) + 1)
            assert day["totals"].get(name, 0.0) == pytest.approx(total, abs=rounding), (day["day"], name)


def eaten(item: Json) -> Json:
    food = foods.get(item["food_id"]) if "food_id" in item else None
    return food.nutrients(item["grams"]) if food else dict(item["nutrients"])


def summaries(life: Life) -> Iterator[Json]:
    left = life.days
    while left:
        last, count = UNTIL - timedelta(days=life.days - left), min(WINDOW, left)
        answer = life.client.get("/api/nutrition/summary/me", params={"day": str(last), "days": str(count)})
        assert answer.status_code == 200, answer.text
        yield from answer.json()["days"]
        left -= count


def test_each_exercise_has_every_session_and_its_heaviest_set(life: Life) -> None:
    done: defaultdict[str, list[WorkoutIn]] = defaultdict(list)
    for workout in life.said(WorkoutIn):
        for exercise in workout.exercises:
            done[exercise.exercise_id].append(workout)
    for exercise_id, workouts in done.items():
        answer = life.client.get(f"/api/workouts/me/exercises/{exercise_id}", params={"limit": "1"})
        assert answer.status_code == 200, answer.text
        heaviest = max(
            set_.weight_kg or 0.0
            for workout in workouts
            for exercise in workout.exercises
            for set_ in exercise.sets
            if exercise.exercise_id == exercise_id and set_.kind != "warmup"
        )
        assert heaviest == answer.json()["bests"].get("weight_kg", {"value": 0.0})["value"]
        sessions = everything(life.client, f"/api/workouts/me/exercises/{exercise_id}", "sessions")
        assert {session["workout_id"] for session in sessions} == {workout.id for workout in workouts}


def test_favourites_and_holidays_are_there(life: Life) -> None:
    read = everything(life.client, "/api/foods/favourites/me")
    assert {food["id"] for food in read} == {entry.food_id for entry in life.said(Favourite)}
    periods = life.client.get("/api/habits/me/vacation").json()["periods"]
    assert periods == [off.model_dump(mode="json") for off in life.said(TimeOff)]


def test_a_newcomer_sees_what_to_train_and_to_eat_this_week(life: Life) -> None:
    (plan,) = everything(life.client, "/api/workouts/plans/me")
    assert plan["status"] == "active"
    assert len({day["order"] for day in plan["days"]}) == 4
    assert not plan["warnings"]
    assert life.client.get("/api/workouts/me/next").json()["plan_id"] == plan["id"]
    (week,) = everything(life.client, "/api/nutrition/meal-plans/me")
    assert [day["day"] for day in week["days"]] == [f"2026-11-{number}" for number in range(23, 30)]
    assert all(len(day["meals"]) == 4 for day in week["days"])


@pytest.mark.parametrize("path", ["users/me/today", "workouts/me/next", "achievements/me", "nutrition/expenditure/me"])
def test_what_is_computed_from_it_answers(life: Life, path: str) -> None:
    answer = life.client.get(f"/api/{path}")
    assert answer.status_code == 200, answer.text


def test_made_again_from_its_sources_nothing_differs(life: Life) -> None:
    assert run(life.env, "doctor", "--rebuild", "--json") == {"stores": "ok", "differences": []}

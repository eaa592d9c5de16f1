"""Cards as the coach's tools really make them: `python -m tests.unit.coach.cards` writes them for the app, which shows each in Spanish.

What a person would have written begins with `Zz`, so that the app's test can tell it from what Fitzen says.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from tests.fixtures.coached import ask, ate, drank, keeps, measured, person, trained

from fitzen.coach.toolbox import ToolContext
from fitzen.coach.tools import TOOLS
from fitzen.exercises.models import EQUIPMENT, MUSCLES
from fitzen.records import Json

PATH = Path(__file__).parents[3] / "app/src/features/coach/cards/cards.cases.json"
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
TODAY = NOW.date()
ROUTINE = {"barbell-bench-press": 60.0, "barbell-back-squat": 100.0}
KEPT_OUT = ("plan_id", "session_id", "id")
"""What differs each time."""


@cache
def cards() -> list[Json]:
    """Return what the tools show to somebody with a log, in both units, each form once."""
    found: dict[str, Json] = {}
    for units in ("metric", "imperial"):
        with person(units, NOW, **PROFILE) as context:
            _log(context)
            for card in (*_asked(context, ASKED), *_with_plans(context)):
                found.setdefault(json.dumps(card, sort_keys=True), card)
    return list(found.values())


def doing() -> list[str]:
    """Return what is said while each tool runs."""
    return list(dict.fromkeys(tool.doing for tool in TOOLS.values()))


def text() -> str:
    return json.dumps({"doing": doing(), "cards": cards()}, ensure_ascii=False, indent=1) + "\n"


PROFILE = {
    "birth_date": "1994-05-17", "sex": "female", "height_cm": 168, "goal": "lose", "activity_level": "light",
    "fitness_level": "intermediate", "equipment": ["barbell", "rack", "bench", "dumbbell"], "name": "Zzana",
    "dietary": {"pattern": "vegetarian", "allergies": ["peanuts"], "dislikes": ["Zzolives"]},
}  # fmt: skip


def _back(days: int) -> date:
    return TODAY - timedelta(days=days)


def _log(context: ToolContext) -> None:
    for metric, start in (
        ("weight_kg", 64.0),
        ("waist_cm", 80.0),
        ("sleep_h", 7.0),
        ("mood_1_5", 3.0),
        ("steps", 8000.0),
    ):
        measured(context, metric, [(_back(day), start + day % 5 * start / 100) for day in range(40, 0, -1)])
    for day in range(40, -1, -1):
        ate(context, _back(day), energy_kcal=1900 + day, protein_g=90 + day % 7, carbs_g=200, fat_g=60, fiber_g=20)
        drank(context, _back(day), 1500 + 10 * day)
    for number, day in enumerate(range(36, 0, -3)):
        work = {id_: [{"reps": 5, "weight_kg": kg + number, "rir": 2}] * 3 for id_, kg in ROUTINE.items()}
        more = {
            "push-up": [{"reps": 12}] * 2,
            "plank": [{"duration_s": 60}],
            "running": [{"distance_m": 5000, "duration_s": 1650}],
        }
        trained(context, _back(day), {**work, **more})
    keeps(context, "Zzleer", _back(60), [_back(day) for day in range(30, 0, -2)])
    water = {"target": {"value": 500, "unit": "ml"}}
    keeps(context, "Zzagua", _back(60), [_back(1)], **water)
    keeps(context, "Zzhumo", _back(60), [], kind="quit")
    keeps(context, "Zzsalir", _back(60), [_back(2)], schedule={"type": "times_per_week", "count": 3})


def _asked(context: ToolContext, asked: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[Json]:
    for tool, arguments in asked:
        result = ask(context, tool, **arguments)
        assert result.cards, (tool, arguments, result.data)
        yield from (_in_order(_plain(card)) for card in result.cards)


def _with_plans(context: ToolContext) -> Iterator[Json]:
    """Ask what needs plans, of somebody who said yes to both."""
    for tool, arguments in (("make_training_plan", {"days_per_week": 3}), ("make_meal_plan", {"days": 2})):
        action = ask(context, tool, **arguments).action
        write = TOOLS[tool].write
        assert action is not None
        assert write is not None
        write.do(context.store, context.user_id, action.id, action.payload, context.now)
    yield from _asked(context, OF_PLANS)


def _in_order(card: Json) -> Json:
    """Habits that were made in the same moment come in any order."""
    if card["data"].get("title") == "Habits":
        card["data"]["rows"].sort()
    return card


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _plain(each[-2:] if name == "points" else each)
            for name, each in value.items()
            if name not in KEPT_OUT
        }
    return [_plain(each) for each in value] if isinstance(value, list) else value


SETS = [
    {"kind": "warmup", "reps": 10, "weight": 20}, {"count": 2, "reps": 8, "weight": 60, "rpe": 9},
    {"kind": "drop", "reps": 8, "weight": 50}, {"kind": "failure", "reps": 12, "weight": 40, "rir": 1},
]  # fmt: skip
BODY = ("waist", "sleep", "mood", "steps", "weight")
ASKED: list[tuple[str, dict[str, Any]]] = [
    ("log_workout", {"exercises": [{"name": "bench press", "sets": SETS}]}),
    ("log_workout", {"exercises": [{"name": name, "superset": "A", "sets": [{"reps": 8}]} for name in ("bench press", "squat", "plank")]}),
    ("log_workout", {"exercises": [{"name": "plank", "sets": [{"duration_s": 90}]}, {"name": "running", "sets": [{"distance_m": 5000, "duration_s": 1500}]}]}),
    *(("progress", {"subject": subject}) for subject in ("bench press", "push-up", "plank", "running", *BODY)),
    *(("progress", {"subject": subject}) for subject in ("calories", "protein", "water", "meals", "workouts", "working sets", "reps", "training volume", "training time", "chest sets", "quads sets", "Zzleer", "Zzsalir")),
    ("next_session", {}),
    *(("search_exercises", {"query": query, "limit": 2}) for query in [*(muscle.replace("_", " ") for muscle in MUSCLES), *(item.replace("_", " ") for item in EQUIPMENT), "push-up"]),
    *(("figures", {"subject": subject, "statistic": statistic, "by": "weekday"}) for subject, statistic in (("weight", "mean"), ("protein", "median"), ("steps", "sum"), ("sleep", "min"), ("calories", "max"), ("workouts", "count"))),
    *(("figures", {"subject": subject, "statistic": "mean", "by": "week"}) for subject in ("weight", "bench press", "running", "plank", "push-up", "Zzleer")),
    *(("figures", {"subject": subject, "statistic": "max", "by": "week"}) for subject in ("bench press volume", "bench press weight", "bench press sets", "push-up reps", "running distance")),
    *(("compare_periods", {"subject": subject, "period": "last 7 days"}) for subject in ("weight", "protein", "workouts", "bench press", "Zzleer")),
    ("compare_periods", {"subject": "water", "period": "november", "with_period": "october"}),
    ("compare_periods", {"subject": "squat", "period": "23 november", "with_period": "1 to 20 november"}),
    ("habits_analysis", {}),
    ("day_summary", {}),
    ("day_summary", {"day": "yesterday"}),
    ("make_training_plan", {"days_per_week": 3, "minutes": 45, "goal": "gain"}),
    ("make_training_plan", {"days_per_week": 4, "minutes": 60, "equipment": ["none"], "avoid": ["left knee"]}),
    ("log_meal", {"text": "two eggs and toast"}),
    ("log_meal", {"text": "a banana", "slot": "snack", "day": "yesterday"}),
    ("log_water", {"amount": 2, "unit": "glass"}),
    ("log_water", {"amount": 1, "unit": "cup", "day": "yesterday"}),
    ("log_water", {"amount": 500, "unit": "ml"}),
    *(("log_measurement", {"metric": metric, "value": value, "unit": unit, "note": "Zznota"}) for metric, value, unit in (("weight", 64.7, "kg"), ("weight", 90, "kg"), ("waist", 80, "cm"), ("sleep", 7.5, "h"), ("mood", 4, None), ("steps", 12_345, None), ("resting heart rate", 58, None), ("body fat", 22, "%"))),
    ("check_in_habit", {"habit": "Zzleer"}),
    ("check_in_habit", {"habit": "Zzagua", "value": 250}),
    ("check_in_habit", {"habit": "Zzagua", "value": 600, "day": "yesterday"}),
    ("check_in_habit", {"habit": "Zzhumo"}),
    ("check_in_habit", {"habit": "Zzhumo", "value": 3}),
    ("set_goal", {"kind": "weight", "target_value": "62 kg", "due_on": "in 12 weeks"}),
    ("set_goal", {"kind": "strength", "exercise": "bench press", "target_value": "100 kg"}),
    ("set_goal", {"kind": "cardio", "exercise": "running", "metric": "time over 5 km", "target_value": "25:00"}),
    ("set_goal", {"kind": "habit", "title": "Zzleer", "target_value": 30}),
    ("set_goal", {"kind": "measurement", "metric": "waist", "target_value": "76 cm"}),
    ("set_goal", {"kind": "custom", "title": "Zzlibros", "target_value": "12 zzlibros"}),
    ("set_reminder", {"kind": "workout", "at": "18:00", "days": ["weekdays"]}),
    ("set_reminder", {"kind": "meal", "title": "Log your lunch", "at": "13:00"}),
    ("set_reminder", {"kind": "meal", "at": "13:00", "days": ["weekends"]}),
    ("set_reminder", {"kind": "water", "at": "11:00", "days": ["monday", "friday"]}),
    ("set_reminder", {"kind": "measurement", "title": "weight", "at": "07:00", "days": ["sunday"]}),
    ("set_reminder", {"kind": "measurement", "at": "07:00"}),
    ("set_reminder", {"kind": "habit", "title": "Zzleer", "at": "21:00"}),
    ("set_reminder", {"kind": "custom", "at": "21:00", "once_on": "in 3 days"}),
    ("update_profile", {"name": "Zzeva", "birth_date": "17 May 1993", "sex": "male", "height": "178 cm", "units": "imperial", "time_zone": "Atlantic/Canary", "goal": "gain", "fitness_level": "advanced", "activity_level": "very_active", "training_days_per_week": 4}),
    ("update_profile", {"equipment": ["pull-up bar", "kettlebell"], "diet_pattern": "vegan", "coach_style": "direct", "add_allergies": ["Zznuez", "Zzsoja"], "remove_dislikes": ["Zzolives"], "add_injuries": ["Zzrodilla"], "add_conditions": ["Zzasma"]}),
    *(("update_profile", {"goal": goal}) for goal in ("maintain", "perform", "health")),
    *(("update_profile", {"activity_level": level}) for level in ("sedentary", "moderate", "active")),
    *(("update_profile", {"diet_pattern": pattern}) for pattern in ("omnivore", "pescatarian", "halal", "kosher", "keto", "paleo")),
    *(("update_profile", {"coach_style": style, "sex": "other", "fitness_level": "beginner"}) for style in ("drill", "gentle")),
    ("update_profile", {"equipment": [item.replace("_", " ") for item in EQUIPMENT]}),
    ("lookup_food", {"query": "oats", "amount": 60, "unit": "g"}),
    ("lookup_food", {"query": "egg", "amount": 2}),
    ("lookup_food", {"query": "beer", "amount": 1, "unit": "can"}),
    ("lookup_food", {"query": "spaghetti bolognese"}),
    ("suggest_recipes", {"query": "quick lentil", "tags": ["dinner"], "limit": 3}),
    ("suggest_recipes", {"for_what_is_left": True, "limit": 3}),
    ("suggest_recipes", {}),
    ("make_meal_plan", {"days": 2}),
]  # fmt: skip
OF_PLANS: list[tuple[str, dict[str, Any]]] = [
    ("next_session", {}),
    ("make_training_plan", {"days_per_week": 2}),
    *(("adjust_training_plan", {"change": change, **more}) for change, more in (("days", {"value": 2}), ("minutes", {"value": 30}), ("easier", {}), ("harder", {}), ("deload", {"value": 2}), ("swap", {"exercise": "squat"}), ("avoid", {"exercise": "left knee"}))),
    ("planned_meals", {"day": "tomorrow", "days": 2}),
    *(("swap_meal", {"day": "tomorrow", "slot": slot}) for slot in ("breakfast", "lunch", "dinner", "snack")),
]  # fmt: skip

if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8")

"""What is read out of a message, area by area. No tool runs: the calls are what counts."""

from typing import Any

import pytest

from fitzen.coach.builtin.intents import understand
from fitzen.coach.builtin.meant import Ask, Call, Meant
from fitzen.coach.builtin.periods import periods


def _arguments(text: str, tool: str) -> dict[str, Any]:
    meant = understand(text)
    assert not isinstance(meant, Ask), meant
    assert [call.tool for call in meant] == [tool], meant
    return meant[0].arguments


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("my weight in the last 30 days", ["last 30 days"]),
        ("protein since 1 october", ["since 1 october"]),
        ("this month vs last month", ["this month", "last month"]),
        ("sleep on 3rd of may", ["3 may"]),
        ("steps from 1 october to 7 october", ["from 1 october to 7 october"]),
        ("what did i eat last night", ["yesterday"]),
        ("i may march on", []),
        ("2026-10-01..2026-10-31", ["2026-10-01..2026-10-31"]),
    ],
)
def test_spans_of_time(text: str, words: list[str]) -> None:
    assert [each.words for each in periods(text)] == words


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("weighed 81.4 this morning", [("weight_kg", 81.4, None)]),
        ("12 st 4 on the scales", [("weight_kg", 172, "lb")]),
        ("waist 84 cm, hips 98 cm", [("waist_cm", 84, "cm"), ("hip_cm", 98, "cm")]),
        ("slept 7h20", [("sleep_h", 7.33, "h")]),
        ("slept seven and a half hours", [("sleep_h", 7.5, "h")]),
        ("got 6:45 of sleep", [("sleep_h", 6.75, "h")]),
        ("12,300 steps", [("steps", 12300, None)]),
        ("walked 9k steps", [("steps", 9000, None)]),
        ("bp was 122/78", [("systolic_mmhg", 122, None), ("diastolic_mmhg", 78, None)]),
        ("weight 80.1, slept 7 hours", [("weight_kg", 80.1, None), ("sleep_h", 7, "h")]),
        ("resting hr 52", [("resting_hr_bpm", 52, None)]),
        ("bf 18%", [("body_fat_pct", 18, "%")]),
        ("my biceps are 38 cm", [("arm_cm", 38, "cm")]),
    ],
)
def test_measurements(text: str, measured: list[tuple[str, float, str | None]]) -> None:
    meant = understand(text)
    assert not isinstance(meant, Ask)
    assert {call.tool for call in meant} == {"log_measurement"}
    said = [call.arguments for call in meant]
    assert [(each["metric"], each["value"], each.get("unit")) for each in said] == measured


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two eggs and toast for breakfast", {"text": "two eggs and toast", "slot": "breakfast"}),
        ("yesterday for lunch i had a burger and fries", {"text": "a burger and fries", "slot": "lunch", "day": "yesterday"}),
        ("had a coffee with milk at 10am", {"text": "a coffee with milk", "time": "10:00"}),
        ("please log 100g oats for breakfast to my diary", {"text": "100g oats", "slot": "breakfast"}),
    ],
)  # fmt: skip
def test_meals(text: str, expected: dict[str, str]) -> None:
    assert _arguments(text, "log_meal") == expected


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("drank 500 ml of water", 500, "ml"),
        ("a couple of glasses of water", 2, "glass"),
        ("1.5 litres of water", 1.5, "l"),
        ("had a bottle of water", 500, "ml"),
        ("16 fl oz water", 16, "oz"),
    ],
)
def test_water(text: str, amount: float, unit: str) -> None:
    assert _arguments(text, "log_water") == {"amount": amount, "unit": unit}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("did my meditation", {"habit": "meditation"}),
        ("meditated 10 minutes yesterday", {"habit": "meditate", "value": 10, "day": "yesterday"}),
        ("i didn't smoke today", {"habit": "no smoking", "day": "today"}),
        ("stayed off sugar today", {"habit": "no sugar", "day": "today"}),
        ("completed my morning walk habit", {"habit": "morning walk"}),
    ],
)
def test_habits(text: str, expected: dict[str, Any]) -> None:
    assert _arguments(text, "check_in_habit") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I want to weigh 75 kg by June", {"kind": "weight", "target_value": 75, "unit": "kg", "due_on": "june"}),
        ("bench 100 kg by christmas", {"kind": "strength", "exercise": "bench", "target_value": 100, "unit": "kg", "due_on": "25 december"}),
        ("I want to run 5k in 25 minutes", {"kind": "cardio", "exercise": "running", "metric": "time over 5k", "target_value": 25, "unit": "min"}),
        ("goal: half marathon in 1:45:00 by may", {"kind": "cardio", "exercise": "running", "metric": "time over 21.0975 km", "target_value": "1:45:00", "due_on": "may"}),
        ("get down to 15% body fat", {"kind": "measurement", "metric": "body_fat_pct", "target_value": 15, "unit": "%"}),
    ],
)  # fmt: skip
def test_goals(text: str, expected: dict[str, Any]) -> None:
    assert _arguments(text, "set_goal") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("remind me to stretch at 7 every weekday", {"kind": "custom", "title": "stretch", "at": "07:00", "days": ["weekdays"]}),
        ("remind me tomorrow at 18:30 to weigh in", {"kind": "measurement", "title": "weigh in", "at": "18:30", "once_on": "tomorrow"}),
        ("remind me to train on mon, wed and fri at 6pm", {"kind": "workout", "title": "train", "at": "18:00", "days": ["monday", "wednesday", "friday"]}),
        ("remind me to eat lunch at half past twelve", {"kind": "meal", "title": "eat lunch", "at": "12:30"}),
        ("please remind me tonight at 9 to pack my gym bag", {"kind": "custom", "title": "pack my gym bag", "at": "21:00", "once_on": "today"}),
        ("remind me at quarter to eight to drink water", {"kind": "water", "title": "drink water", "at": "07:45"}),
    ],
)  # fmt: skip
def test_reminders(text: str, expected: dict[str, Any]) -> None:
    got = _arguments(text, "set_reminder")
    assert {key: value for key, value in got.items() if key != "kind" or "kind" in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I'm allergic to peanuts and shellfish", {"add_allergies": ["peanuts", "shellfish"]}),
        ("I'm not allergic to shellfish anymore", {"remove_allergies": ["shellfish"]}),
        ("I've gone vegan", {"diet_pattern": "vegan"}),
        ("I train 4 days a week", {"training_days_per_week": 4}),
        ("i am 5 foot 11", {"height": 71, "height_unit": "in"}),
        ("my height is 1.78 m", {"height": 1.78, "height_unit": "m"}),
        ("switch to pounds", {"units": "imperial"}),
        ("I hurt my left knee", {"add_injuries": ["left knee"]}),
        ("my knee is fine again", {"remove_injuries": ["knee"]}),
        ("set my timezone to america/new_york", {"time_zone": "America/New_York"}),
        ("I was born on 3 may 1990", {"birth_date": "1990-05-03"}),
        ("i only have dumbbells and a bench", {"equipment": ["dumbbell", "bench"]}),
    ],
)
def test_the_profile(text: str, expected: dict[str, Any]) -> None:
    assert _arguments(text, "update_profile") == expected


@pytest.mark.parametrize(
    ("text", "tool", "expected"),
    [
        ("make me a 4 day plan", "make_training_plan", {"days_per_week": 4}),
        ("I need a beginner workout plan, 3 days a week, 45 minutes, no squats", "make_training_plan",
         {"level": "beginner", "days_per_week": 3, "minutes": 45, "avoid": ["squats"]}),
        ("home workout plan without equipment", "make_training_plan", {"equipment": ["none"]}),
        ("swap bench for dumbbells", "adjust_training_plan", {"change": "swap", "exercise": "bench", "to": "dumbbells"}),
        ("make it shorter: 40 minutes", "adjust_training_plan", {"change": "minutes", "value": 40}),
        ("I can only train 3 days", "adjust_training_plan", {"change": "days", "value": 3}),
        ("no more lunges please", "adjust_training_plan", {"change": "avoid", "exercise": "lunges"}),
        ("plan my meals for next week, no fish, 30 minutes max", "make_meal_plan",
         {"starts_on": "monday", "without": ["fish"], "max_minutes": 30}),
        ("give me a vegan 2000 kcal meal plan for 3 days", "make_meal_plan", {"days": 3, "energy_kcal": 2000, "pattern": "vegan"}),
        ("vegetarian meal plan with 4 meals a day", "make_meal_plan", {"pattern": "vegetarian", "meals_per_day": 4}),
        ("make me a meal plan", "make_meal_plan", {}),
        ("make a plan with sessions of an hour, twice a week", "make_training_plan", {"days_per_week": 2, "minutes": 60}),
        ("swap dinner on tuesday", "swap_meal", {"day": "tuesday", "slot": "dinner"}),
        ("swap today's lunch for chicken", "swap_meal", {"day": "today", "slot": "lunch", "wish": "chicken"}),
        ("what can I cook with chicken in 20 minutes", "suggest_recipes", {"query": "chicken", "max_minutes": 20}),
        ("high protein vegan dinner", "suggest_recipes", {"tags": ["high_protein", "vegan", "dinner"]}),
        ("how many calories in a banana", "lookup_food", {"query": "banana"}),
        ("protein in 200 g greek yogurt", "lookup_food", {"query": "greek yogurt", "amount": 200, "unit": "g"}),
        ("100 kg in pounds", "calculate", {"expression": "100/0.45359237", "of": "100 kg", "unit": "lb"}),
        ("what's 20% of 2150", "calculate", {"expression": "20/100*2150", "of": "20% of 2150"}),
        ("remember that my gym is closed on sundays", "remember", {"note": "My gym is closed on sundays"}),
    ],
)  # fmt: skip
def test_plans_food_and_sums(text: str, tool: str, expected: dict[str, Any]) -> None:
    assert _arguments(text, tool) == expected


@pytest.mark.parametrize(
    ("text", "tool", "expected"),
    [
        ("how much protein did i eat on average last week", "figures", {"subject": "protein", "statistic": "mean", "period": "last week"}),
        ("how many workouts did I do in october?", "figures", {"subject": "workouts", "statistic": "count", "period": "october"}),
        ("how many days did I sleep over 8 hours last month", "figures",
         {"subject": "sleep", "statistic": "count", "period": "last month", "at_least": 8.0, "unit": "hours", "strict": True}),
        ("which weekday do I train the most", "figures", {"subject": "training", "statistic": "max", "by": "weekday"}),
        ("average steps on mondays", "figures", {"subject": "steps", "statistic": "mean", "weekdays": ["monday"]}),
        ("total distance i ran last month", "figures", {"subject": "running distance", "statistic": "sum", "period": "last month"}),
        ("did I train more than in october?", "compare_periods", {"subject": "training", "period": "this month", "with_period": "october"}),
        ("why is my bench stuck?", "explain_change", {"subject": "bench"}),
        ("show me my weight trend for the last 3 months", "progress", {"subject": "weight", "period": "last 3 months"}),
        ("show me my habits for the last month", "habits_analysis", {"period": "last month"}),
        ("what did I eat yesterday?", "day_summary", {"day": "yesterday"}),
        ("should I do cardio before weights?", "search_knowledge", {"query": "should i do cardio before weights"}),
    ],
)  # fmt: skip
def test_questions_of_figures(text: str, tool: str, expected: dict[str, Any]) -> None:
    assert _arguments(text, tool) == expected


def test_a_comparison_of_nothing_named_is_of_what_matters_most() -> None:
    meant = understand("this month vs last month")
    spans = {"period": "this month", "with_period": "last month"}
    assert meant == [Call("compare_periods", {"subject": name} | spans) for name in ("workouts", "calories", "weight")]


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("log 3x8 bench at 60 and what should I eat tonight?", ["log_workout", "suggest_recipes"]),
        ("had 2 eggs for breakfast and drank 500 ml of water", ["log_meal", "log_water"]),
        ("at the gym, what now?", ["next_session"]),
        ("got eggs and spinach, what can I make?", ["suggest_recipes"]),
        ("I ate rice and had beans", ["log_meal"]),
    ],
)
def test_several_wishes_in_one_message(text: str, tools: list[str]) -> None:
    meant = understand(text)
    assert not isinstance(meant, Ask)
    assert [call.tool for call in meant] == tools


def test_a_question_beside_a_condition_is_about_both() -> None:
    assert understand("I have high blood pressure, can I lift weights?") == [
        Call("update_profile", {"add_conditions": ["high blood pressure"]}),
        Call("search_knowledge", {"query": "i have high blood pressure, can i lift weights"}),
    ]
    beside_food = understand("I hate liver. Is creatine safe?")
    assert not isinstance(beside_food, Ask)
    assert beside_food[-1] == Call("search_knowledge", {"query": "is creatine safe"})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("bench press", "which"),
        ("protein", "offer"),
        ("asdf ghjk", "unknown"),
        ("remind me to stretch", "remind_when"),
        ("log my weight", "measure_what"),
        ("I'm 34", "born_when"),
        ("lose 5 kg by march", "goal_which_weight"),
        ("swap dinner", "swap_which_day"),
        ("who won the election?", "out_of_scope"),
    ],
)
def test_it_asks_where_it_is_not_sure(text: str, name: str) -> None:
    meant: Meant = understand(text)
    assert isinstance(meant, Ask)
    assert meant.name == name


@pytest.mark.parametrize("text", ["remind me to drink at 25:00", "remind me to stretch at 18:75"])
def test_a_time_that_no_clock_shows_is_asked_about(text: str) -> None:
    meant = understand(text)
    assert isinstance(meant, Ask)
    assert meant.name == "remind_when"

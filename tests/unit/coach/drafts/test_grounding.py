"""Every figure that is said of a draft or a look-up is in the tool's data, and every draft's card is what is written."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.coach.drafts.conftest import NOW, done, person, use

from fitzen.coach.grounding.evidence import Evidence
from fitzen.coach.quantities import figure, read
from fitzen.coach.tools import TOOLS
from fitzen.measurements.rules import METRICS
from fitzen.records import Json, loads

NUMBER = re.compile(r"\d+(?:[.:]\d+)*")
UNITS = st.sampled_from(["metric", "imperial"])
DAYS = st.sampled_from(["today", "yesterday", "last night", "3 days ago", "monday", "20 nov", "tomorrow", "2026-11-19"])
FOODS = [
    "two eggs", "100 g oats", "a cup of whole milk", "half a banana", "200 g chicken breast", "1.5 tbsp olive oil",
    "a latte", "milk", "3 slices of bread", "a burger and fries", "12 almonds", "0.5 l orange juice", "blorgh",
]  # fmt: skip
AMOUNTS = st.floats(0.5, 3000).map(lambda value: round(value, 1))
CALLS = {
    "log_meal": st.fixed_dictionaries(
        {"text": st.lists(st.sampled_from(FOODS), min_size=1, max_size=6).map(", ".join)},
        optional={"day": DAYS, "time": st.sampled_from(["07:45", "8 pm"]), "slot": st.sampled_from(["lunch", "snack"])},
    ),
    "log_water": st.fixed_dictionaries(
        {"amount": AMOUNTS, "unit": st.sampled_from(["ml", "l", "glass", "cup", "oz"])}, optional={"day": DAYS}
    ),
    "log_measurement": st.fixed_dictionaries(
        {
            "metric": st.sampled_from([about.words for about in METRICS.values()]),
            "value": AMOUNTS | AMOUNTS.map(str) | st.sampled_from(["180 lbs", "5 ft 11", "32 inches", "7 h 30", "18%"]),
        },
        optional={"day": DAYS, "note": st.just("after 2 coffees")},
    ),
    "check_in_habit": st.fixed_dictionaries(
        {"habit": st.sampled_from(["water", "reading", "smoking", "sweets", "piano"])},
        optional={"value": AMOUNTS, "day": DAYS},
    ),
    "set_goal": st.one_of(
        st.fixed_dictionaries(
            {"kind": st.just("weight"), "target_value": st.integers(40, 260)},
            optional={"due_on": st.sampled_from(["in 3 weeks", "in 8 months", "1 april"])},
        ),
        st.fixed_dictionaries(
            {
                "kind": st.just("strength"),
                "exercise": st.sampled_from(["bench press", "pull-ups"]),
                "target_value": AMOUNTS,
            }
        ),
        st.fixed_dictionaries(
            {"kind": st.just("cardio"), "exercise": st.just("running"), "metric": st.just("time over 5 km"), "target_value": st.just("24:30")}
        ),
        st.fixed_dictionaries(
            {"kind": st.just("measurement"), "metric": st.sampled_from(["waist", "BF%"]), "target_value": AMOUNTS}
        ),
        st.fixed_dictionaries({"kind": st.just("habit"), "title": st.just("water"), "target_value": st.integers(1, 90)}),
        st.fixed_dictionaries({"kind": st.just("custom"), "title": st.just("Read 12 books"), "target_value": st.just("12 books")}),
    ),
    "set_reminder": st.fixed_dictionaries(
        {"kind": st.sampled_from(["workout", "meal", "water", "habit"]), "at": st.sampled_from(["07:30", "3 pm", "23:15"])},
        optional={"title": st.just("reading"), "days": st.just(["weekdays", "sun"])},
    ),
    "update_profile": st.fixed_dictionaries(
        {},
        optional={
            "height": st.sampled_from(["5 ft 11", "1.82", 176]),
            "birth_date": st.just("17 May 1994"),
            "training_days_per_week": st.integers(0, 7),
            "add_allergies": st.just(["milk"]),
            "units": UNITS,
        },
    ),
    "lookup_food": st.fixed_dictionaries(
        {"query": st.sampled_from(["spinach", "eggs", "oats", "latte", "olive oil", "cola", "blorgh", "Butter, unsalted"])},
        optional={"amount": AMOUNTS, "unit": st.sampled_from(["g", "cup", "tbsp"])},
    ),
    "suggest_recipes": st.fixed_dictionaries(
        {},
        optional={
            "query": st.sampled_from(["quick high protein dinner", "chicken", "tofu", "unicorn"]),
            "tags": st.just(["breakfast"]),
            "max_minutes": st.integers(5, 60),
            "for_what_is_left": st.booleans(),
            "limit": st.integers(1, 5),
        },
    ),
}  # fmt: skip
PROFILES = st.fixed_dictionaries(
    {"units": UNITS},
    optional={
        "height_cm": st.integers(150, 195),
        "birth_date": st.sampled_from(["1990-02-03", "2011-06-01"]),
        "quiet_hours": st.just({"start": "22:00", "end": "07:45"}),
        "dietary": st.just({"allergies": ["peanuts", "kiwi"], "dislikes": ["olives"], "pattern": "vegetarian"}),
    },
)


def _numbers(text: str) -> set[str]:
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    return {number.rstrip("0").rstrip(".") if "." in number else number for number in NUMBER.findall(plain)}


@pytest.mark.parametrize("tool", CALLS)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_every_figure_is_in_the_data(tool: str, data: st.DataObject) -> None:
    profile, arguments = data.draw(PROFILES), data.draw(CALLS[tool])
    with person(profile, data.draw(st.none() | st.integers(45, 120))) as context:
        result, text = use(context, tool, arguments)
        told = json.dumps(result.data, ensure_ascii=False)
        assert text
        assert not _numbers(text) - _numbers(told) - _numbers(json.dumps(arguments)), (text, told)
        evidence = Evidence()
        evidence.add_data(result.data, tool)
        evidence.add_text(json.dumps(arguments), "said")
        assert evidence.untraced(text) == [], (text, told)


@pytest.mark.parametrize("tool", [name for name in CALLS if TOOLS[name].write])
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_what_is_asked_or_refused_drafts_nothing_and_what_is_drafted_can_be_done(
    tool: str, data: st.DataObject
) -> None:
    profile, arguments = data.draw(PROFILES), data.draw(CALLS[tool])
    with person(profile, data.draw(st.none() | st.integers(45, 120))) as context:
        result, text = use(context, tool, arguments)
        drafted = "draft" in result.data
        assert (result.action is not None) == drafted
        assert [card["type"].endswith("_draft") for card in result.cards] == ([True] if drafted else [])
        assert text.endswith("Shall I?") == drafted
        if drafted:
            done(context, result)


@settings(max_examples=40, deadline=None)
@given(profile=PROFILES, arguments=CALLS["log_measurement"])
def test_a_measurement_is_written_as_the_card_shows_it(profile: Json, arguments: Json) -> None:
    with person(profile) as context:
        result, _ = use(context, "log_measurement", arguments)
        if result.action is None:
            return
        card = result.data["draft"]
        record = context.store.get(context.user_id, "measurement", done(context, result))
        assert record is not None
        stored = loads(record.body)
        assert (stored["metric"], stored["day"]) == (card["key"], card["day"])
        if stored["metric"] != "height_cm":
            kept = METRICS[stored["metric"]].unit
            said = read(card["value"], kept, context.units)
            assert figure(said, kept, context.units) == figure(stored["value"], kept, context.units)


@settings(max_examples=40, deadline=None)
@given(arguments=CALLS["log_meal"])
def test_a_meal_is_written_as_the_card_shows_it(arguments: Json) -> None:
    with person() as context:
        result, _ = use(context, "log_meal", arguments)
        if result.action is None:
            return
        card = result.data["draft"]
        record = context.store.get(context.user_id, "meal", done(context, result))
        assert record is not None
        stored = loads(record.body)
        assert [item["name"] for item in stored["items"]] == [item["name"] for item in card["items"]]
        for key, value in card["totals"].items():
            assert abs(stored["totals"][key] - value) <= (0.05 if value < 10 else 0.5)
        assert set(card["totals"]) <= set(stored["totals"])
        assert stored["eaten_at"] <= NOW.astimezone(context.local_now.tzinfo).isoformat()

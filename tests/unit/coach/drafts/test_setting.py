"""What is drafted, asked and refused of goals, reminders and the profile."""

from typing import Any

import pytest
from tests.unit.coach.drafts.conftest import NOW, Use, done, person, use

from fitzen.coach.toolbox import ToolContext
from fitzen.coach.tools import TOOLS
from fitzen.records import loads


def _draft(found: tuple[Any, str]) -> dict[str, Any]:
    draft: dict[str, Any] = found[0].data["draft"]
    return draft


@pytest.mark.parametrize(
    ("arguments", "summary"),
    [
        ({"kind": "weight", "target_value": "165 lb"}, "Weigh 74.8 kg"),
        ({"kind": "weight", "target_value": 75, "due_on": "in 4 months"}, "Weigh 75 kg by 23 Mar 2027"),
        ({"kind": "measurement", "metric": "waist", "target_value": "32 inches"}, "Waist: 81.3 cm"),
        ({"kind": "strength", "exercise": "bench press", "target_value": 100}, "Barbell Bench Press: estimated maximum of 100 kg"),
        ({"kind": "strength", "exercise": "pull-ups", "target_value": "12 reps"}, "Pull-Up: 12 reps"),
        ({"kind": "cardio", "exercise": "running", "metric": "time over 5 km", "target_value": "25:00"}, "Running: 5 km in 25:00"),
        ({"kind": "cardio", "exercise": "running", "target_value": "10 km"}, "Running: distance of 10 km"),
        ({"kind": "habit", "title": "water", "target_value": 30}, "Drink water: 30 in a row"),
        ({"kind": "custom", "title": "Read 12 books", "target_value": "12 books"}, "Read 12 books"),
    ],
)  # fmt: skip
def test_kinds(ask: Use, ana: ToolContext, arguments: dict[str, Any], summary: str) -> None:
    result, _ = ask("set_goal", **arguments)
    assert result.data["summary"] == summary
    done(ana, result)


def test_a_goal_that_is_too_quick_is_refused_kindly_with_the_day_that_is_not(ask: Use) -> None:
    result, text = ask("set_goal", kind="weight", target_value=75, due_on="in 2 weeks")
    assert (result.action, result.failed) == (None, False)
    assert text.startswith(
        "I would rather not set that goal as it is. 6.4 kg by then is 3.2 kg a week; more than 0.8 kg a week"
    )
    assert "The earliest day for this is 2027-01-18." in text


def test_underweight_minors_and_pregnancy_are_refused() -> None:
    for profile, reason in (
        ({"height_cm": 180}, "underweight"),
        ({"birth_date": "2011-06-01"}, "still growing"),
        ({"health": {"pregnant": True}}, "pregnancy"),
    ):
        with person(profile, weight=70) as context:
            result, text = use(context, "set_goal", {"kind": "weight", "target_value": 55})
            assert result.action is None
            assert reason in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"kind": "cardio", "exercise": "running", "metric": "time", "target_value": "25:00"}, "Say the distance too"),
        ({"kind": "weight", "target_value": "lighter"}, "I cannot read “lighter” as an amount"),
        ({"kind": "weight", "target_value": 75, "due_on": "2026-01-01"}, "That day is over already"),
        ({"kind": "custom", "target_value": 12}, "What is the goal called?"),
        ({"kind": "strength", "exercise": "moonwalk", "target_value": 12}, "I do not know an exercise called “moonwalk”"),
        ({"kind": "measurement", "metric": "aura", "target_value": 12}, "I do not know a measurement called “aura”"),
        ({"kind": "weight", "target_value": 81.4}, "You are at 81.4 kg already"),
    ],
)  # fmt: skip
def test_what_is_missing_or_wrong_is_asked(ask: Use, arguments: dict[str, Any], said: str) -> None:
    result, text = ask("set_goal", **arguments)
    assert result.action is None
    assert said in text


@pytest.mark.parametrize(
    ("arguments", "summary"),
    [
        ({"kind": "workout", "at": "18:00", "days": ["mon", "wed", "fri"]}, "Time to train at 18:00, on Mondays, Wednesdays and Fridays"),
        ({"kind": "water", "at": "3 pm"}, "Drink some water at 15:00, every day"),
        ({"kind": "meal", "title": "Log breakfast", "at": "8", "days": ["weekdays"]}, "Log breakfast at 08:00, on weekdays"),
        ({"kind": "habit", "title": "reading", "at": "21:30"}, "Read 10 pages at 21:30, every day"),
        ({"kind": "measurement", "title": "weight", "at": "7:15 am", "days": ["Mondays"]}, "Weight at 07:15, on Mondays"),
        ({"kind": "custom", "title": "Call mum", "at": "noon", "once_on": "tomorrow"}, "Call mum at 12:00, once on 24 Nov 2026"),
        ({"kind": "water", "at": "3 pm", "days": ["monday, saturday and sunday"]}, "Drink some water at 15:00, on Mondays, Saturdays and Sundays"),
        ({"kind": "water", "at": "3 pm", "days": ["weekdays", "weekends"]}, "Drink some water at 15:00, every day"),
    ],
)  # fmt: skip
def test_when(ask: Use, ana: ToolContext, arguments: dict[str, Any], summary: str) -> None:
    result, _ = ask("set_reminder", **arguments)
    assert result.data["summary"] == summary
    done(ana, result)


def test_what_it_is_about_is_kept(ask: Use) -> None:
    meal, _ = ask("set_reminder", kind="meal", title="Log breakfast", at="8:00")
    weight, _ = ask("set_reminder", kind="measurement", title="weight", at="7:15")
    assert [each.action and each.action.payload["target_id"] for each in (meal, weight)] == [
        "breakfast",
        "weight_kg",
    ]


def test_quiet_hours_are_told() -> None:
    with person({"quiet_hours": {"start": "22:00", "end": "07:00"}}) as context:
        text = use(context, "set_reminder", {"kind": "water", "at": "06:00"})[1]
        assert "Because of your quiet hours it first comes at 07:00, on 24 Nov 2026." in text
        assert "it would never come" in use(context, "set_reminder", {"kind": "water", "at": "23:00"})[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"kind": "water", "at": "25:00"}, "I do not know which time that is"),
        ({"kind": "water", "at": "10:00", "once_on": "today"}, "That time is over already"),
        ({"kind": "water", "at": "10:00", "once_on": "yesterday"}, "That day is over already"),
        ({"kind": "water", "at": "10:00", "days": ["funday"]}, "“funday” is no day of the week"),
        ({"kind": "water", "at": "10:00", "days": ["mon"], "once_on": "friday"}, "say one of the two"),
        ({"kind": "habit", "title": "piano", "at": "10:00"}, "Which habit is “piano”"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(ask: Use, arguments: dict[str, Any], said: str) -> None:
    result, text = ask("set_reminder", **arguments)
    assert result.action is None
    assert said in text


def test_what_is_before_and_after_is_shown(ask: Use) -> None:
    draft = _draft(ask("update_profile", name="Ana", units="imperial", height="5 ft 8", goal="gain"))
    assert [(each["field"], each["before"], each["after"]) for each in draft["changes"]] == [
        ("Name", "not said", "Ana"),
        ("Height", "not said", "5 ft 8 in"),
        ("Units", "metric", "imperial"),
        ("Goal", "not said", "gain"),
    ]


def test_lists_change_word_by_word() -> None:
    with person({"dietary": {"allergies": ["peanuts", "soy"]}, "health": {"injuries": ["left knee"]}}) as context:
        arguments = {"remove_allergies": ["peanut"], "add_allergies": ["Milk", "Soy"], "add_injuries": ["wrist"]}
        draft = _draft(use(context, "update_profile", arguments))
        assert [(each["before"], each["after"]) for each in draft["changes"]] == [
            ("peanuts and soy", "soy and Milk"),
            ("left knee", "left knee and wrist"),
        ]


def test_what_is_so_already_drafts_nothing(ask: Use) -> None:
    result, text = ask("update_profile", units="metric", time_zone="Europe/Madrid")
    assert result.action is None
    assert text == "Your profile says that already, so there is nothing to change."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"remove_allergies": ["soy"]}, "I do not know an allergy called “soy”"),
        ({"time_zone": "Atlantis"}, "I do not know a time zone called “Atlantis”"),
        ({"equipment": ["dumbbells", "zzz"]}, "I do not know a piece of equipment called “zzz”"),
        ({"birth_date": "1994"}, "Say the whole date of birth"),
        ({"birth_date": "2031-01-01"}, "Say the whole date of birth"),
        ({"height": "5.11"}, "Say the feet and the inches"),
        ({"height": "9 m"}, "Please check height_cm"),
    ],
)
def test_what_is_not_clear_is_asked(ask: Use, arguments: dict[str, Any], said: str) -> None:
    result, text = ask("update_profile", **arguments)
    assert result.action is None
    assert said in text


@pytest.mark.parametrize("field", ["targets", "email", "phone", "subscription_status", "health", "id"])
def test_what_is_not_for_a_coach_is_no_argument(ask: Use, field: str) -> None:
    assert ask("update_profile", **{field: "x"})[0].failed


@pytest.mark.parametrize("path", ["targets", "email", "subscription_status"])
def test_nor_can_a_payload_that_was_tampered_with_change_it(ana: ToolContext, path: str) -> None:
    write = TOOLS["update_profile"].write
    assert write is not None
    before = ana.store.get(ana.user_id, "user", ana.user_id)
    payload = {"set": {path: "premium"}, "add": {}, "remove": {}}
    write.do(ana.store, ana.user_id, "01900000-0000-7000-8000-000000000001", payload, NOW)
    after = ana.store.get(ana.user_id, "user", ana.user_id)
    assert before is not None
    assert after is not None
    assert loads(after.body).get(path) == loads(before.body).get(path)

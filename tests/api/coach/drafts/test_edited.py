"""What a person changes by themselves between a yes and its undo stays theirs."""

from http import HTTPStatus

import pytest
from tests.fixtures.api import Client, Json
from tests.fixtures.drafts import settle
from tests.fixtures.obedient import carry_out, confirmed, proposed

TODAY = "2026-11-23"


@pytest.fixture
def ana(ana: Client) -> Client:
    settle(ana)
    return ana


def _habit(client: Client, name: str) -> Json:
    items: list[Json] = client.get("/api/habits/me").get_json()["items"]
    return next(each for each in items if each["name"] == name)


def _day(client: Client, name: str, day: str = TODAY) -> Json:
    path = f"/api/habits/me/{_habit(client, name)['id']}/calendar?from={day}&to={day}"
    found: Json = client.get(path).get_json()["days"][0]
    return found


def _check(client: Client, name: str, value: float) -> None:
    path = f"/api/habits/me/{_habit(client, name)['id']}/checkins/{TODAY}"
    assert client.put(path, json={"value": value}).status_code == HTTPStatus.OK


def test_the_day_of_a_habit_says_again_what_it_said_with_its_note(ana: Client) -> None:
    action = confirmed(ana, "check_in_habit", habit="water", value=2250)
    assert _day(ana, "Drink water")["value"] == 2250
    carry_out(ana, action, "undo")
    assert (_day(ana, "Drink water")["value"], _day(ana, "Drink water")["note"]) == (500, "one bottle")


def test_what_was_checked_in_between_the_draft_and_the_yes_comes_back(ana: Client) -> None:
    action = proposed(ana, "check_in_habit", habit="water", value=2250)
    _check(ana, "Drink water", 1000)
    carry_out(ana, action, "confirm")
    assert _day(ana, "Drink water")["value"] == 2250
    carry_out(ana, action, "undo")
    assert _day(ana, "Drink water")["value"] == 1000


def test_a_check_in_that_was_changed_since_stays(ana: Client) -> None:
    action = confirmed(ana, "check_in_habit", habit="water", value=2250)
    _check(ana, "Drink water", 3000)
    assert carry_out(ana, action, "undo")[0] == HTTPStatus.OK
    assert _day(ana, "Drink water")["value"] == 3000
    assert carry_out(ana, action, "undo")[0] == HTTPStatus.OK
    assert _day(ana, "Drink water")["value"] == 3000


def test_a_check_in_that_says_what_was_said_already_changes_nothing_either_way(ana: Client) -> None:
    _check(ana, "Drink water", 2250)
    action = confirmed(ana, "check_in_habit", habit="water", value=2250)
    carry_out(ana, action, "undo")
    assert _day(ana, "Drink water")["value"] == 2250


def test_two_check_ins_of_one_day_are_taken_back_one_by_one(ana: Client) -> None:
    first = confirmed(ana, "check_in_habit", habit="water", value=1000)
    second = confirmed(ana, "check_in_habit", habit="water", value=2000)
    carry_out(ana, second, "undo")
    assert _day(ana, "Drink water")["value"] == 1000
    carry_out(ana, first, "undo")
    assert _day(ana, "Drink water")["value"] == 500


def test_a_habit_that_was_deleted_is_told_and_undo_has_nothing_to_do(ana: Client) -> None:
    late = proposed(ana, "check_in_habit", habit="reading")
    done = confirmed(ana, "check_in_habit", habit="reading", day="yesterday")
    assert ana.delete(f"/api/habits/me/{_habit(ana, 'Reading')['id']}").status_code == HTTPStatus.NO_CONTENT
    assert carry_out(ana, late, "confirm")[0] == HTTPStatus.UNPROCESSABLE_ENTITY
    assert carry_out(ana, done, "undo")[0] == HTTPStatus.OK


def _profile(client: Client) -> Json:
    found: Json = client.get("/api/users/me").get_json()
    return found


def test_fields_of_the_profile_that_were_changed_since_stay(ana: Client) -> None:
    action = confirmed(ana, "update_profile", height="180", name="Anna", equipment=["barbell"], diet_pattern="vegan")
    ana.patch("/api/users/me", json={"height_cm": 181, "equipment": ["dumbbell"]})
    assert carry_out(ana, action, "undo")[0] == HTTPStatus.OK
    after = _profile(ana)
    assert (after["height_cm"], after["equipment"]) == (181, ["dumbbell"])
    assert (after["name"], after["dietary"].get("pattern")) == ("Ana", None)


def test_lists_keep_what_was_added_since_and_get_back_what_was_taken_out(ana: Client) -> None:
    action = confirmed(ana, "update_profile", add_allergies=["peanuts", "milk"], remove_allergies=["soy"])
    assert _profile(ana)["dietary"]["allergies"] == ["peanuts", "milk"]
    ana.patch("/api/users/me", json={"dietary": {"allergies": ["peanuts", "sesame"]}})
    carry_out(ana, action, "undo")
    assert _profile(ana)["dietary"]["allergies"] == ["sesame", "soy"]


def test_a_word_that_was_added_meanwhile_by_hand_is_kept_once_and_not_taken_out(ana: Client) -> None:
    action = proposed(ana, "update_profile", add_injuries=["right shoulder"])
    ana.patch("/api/users/me", json={"health": {"injuries": ["left knee", "right shoulder"]}})
    carry_out(ana, action, "confirm")
    assert _profile(ana)["health"]["injuries"] == ["left knee", "right shoulder"]
    carry_out(ana, action, "undo")
    assert _profile(ana)["health"]["injuries"] == ["left knee", "right shoulder"]


def test_what_only_fitzen_sets_is_never_touched(ana: Client) -> None:
    targets = {"energy_kcal": 2400, "protein_g": 150, "carbs_g": 270, "fat_g": 80}
    assert ana.put("/api/nutrition/targets/me", json=targets).status_code == HTTPStatus.OK
    before = _profile(ana)
    action = confirmed(ana, "update_profile", goal="gain", units="imperial", height="5 ft 9")
    kept = ("id", "email", "targets", "subscription_status", "onboarding_completed", "created_at")
    assert [_profile(ana).get(name) for name in kept] == [before.get(name) for name in kept]
    carry_out(ana, action, "undo")
    assert _profile(ana) == before


def test_a_goal_and_a_reminder_go_whole_even_where_they_were_edited(ana: Client) -> None:
    goal = confirmed(ana, "set_goal", kind="weight", target_value="70 kg", due_on="in 4 months")
    reminder = confirmed(ana, "set_reminder", kind="water", at="3 pm")
    assert ana.patch(f"/api/goals/me/{goal['id']}", json={"note": "For me"}).status_code == HTTPStatus.OK
    assert ana.patch(f"/api/reminders/me/{reminder['id']}", json={"at_local": "16:00"}).status_code == HTTPStatus.OK
    for action, path in ((goal, "/api/goals/me"), (reminder, "/api/reminders/me")):
        assert [each["id"] for each in ana.get(path).get_json()["items"]] == [action["id"]]
        carry_out(ana, action, "undo")
        assert ana.get(path).get_json()["items"] == []


def test_what_was_deleted_by_hand_is_undone_without_a_word(ana: Client) -> None:
    action = confirmed(ana, "log_water", amount=500, unit="ml")
    assert ana.delete(f"/api/nutrition/water/me/{action['id']}").status_code == HTTPStatus.NO_CONTENT
    assert carry_out(ana, action, "undo") == (HTTPStatus.OK, action | {"status": "undone"})


def test_the_profile_is_as_the_card_showed(ana: Client) -> None:
    action = confirmed(ana, "update_profile", height="5 ft 11", birth_date="17 May 1994", time_zone="New York")
    after = _profile(ana)
    assert action["summary"] == (
        "Date of birth: not said → 17 May 1994; Height: 168 cm → 180.3 cm; Time zone: UTC → America/New_York"
    )
    assert (after["height_cm"], after["birth_date"], after["time_zone"]) == (180.3, "1994-05-17", "America/New_York")

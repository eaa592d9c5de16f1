"""Achievements over HTTP: honest, once each, and kept. It is Monday, 23 November 2026, noon in UTC."""

from datetime import date, timedelta

import pytest
from tests.fixtures.api import START, Client, Json, MovableClock, sign_in, together

from fitzen.achievements.kinds import KINDS
from fitzen.achievements.service import award
from fitzen.infra.base import Infra

URL = "/api/achievements/me"
TODAY = START.date()
BENCH = "barbell-bench-press"


def train(client: Client, day: date, weight: float = 60, reps: int = 5, exercise: str = BENCH, **body: object) -> Json:
    sets = [{"reps": reps, "weight_kg": weight}] if weight else [{"reps": reps}]
    workout = {
        "name": "Training",
        "started_at": f"{day}T08:00:00+00:00",
        "exercises": [{"exercise_id": exercise, "sets": sets}],
    }
    answer = client.post("/api/workouts", json=workout | body)
    assert answer.status_code == 201, answer.text
    found: Json = answer.get_json()
    return found


def weigh(client: Client, day: date, value: float = 80) -> None:
    body = {"taken_at": f"{day}T07:00:00+00:00", "metric": "weight_kg", "value": value, "confirmed": True}
    assert client.post("/api/measurements", json=body).status_code == 201


def eat(client: Client, day: date) -> None:
    item = {"custom": True, "name": "Soup", "amount": 1, "unit": "serving", "nutrients": {"energy_kcal": 300}}
    body = {"eaten_at": f"{day}T12:00:00+00:00", "slot": "lunch", "items": [item]}
    assert client.post("/api/nutrition/meals", json=body).status_code == 201


def look(client: Client) -> Json:
    answer = client.get(URL)
    assert answer.status_code == 200, answer.text
    found: Json = answer.get_json()
    return found


def names(found: Json) -> set[str]:
    return {item["id"] for item in found["items"]}


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_nothing_done_is_nothing_earned(signed_in: Client) -> None:
    assert look(signed_in) == {"items": [], "next_cursor": None, "earned": [], "of": len(KINDS)}


def test_a_first_workout_is_earned_once_with_its_evidence(signed_in: Client) -> None:
    train(signed_in, TODAY)
    found = look(signed_in)
    assert found["earned"] == ["first-workout"]
    (item,) = found["items"]
    assert item.items() >= {"title": "First workout", "earned_on": str(TODAY), "value": 1}.items()
    assert item["evidence"] == [{"label": "All your workouts", "ref": "workouts:all"}]
    again = look(signed_in)
    assert again["earned"] == []
    assert again["items"] == found["items"]


def test_an_empty_workout_is_no_session(signed_in: Client) -> None:
    signed_in.post("/api/workouts", json={"name": "Nothing", "started_at": f"{TODAY}T08:00:00Z", "exercises": []})
    assert look(signed_in)["items"] == []


def test_sessions_and_tonnes_are_counted_over_the_whole_log(signed_in: Client) -> None:
    for number in range(10):
        train(signed_in, ago(300 + number), 1000, 10)
    found = look(signed_in)
    assert names(found) == {"first-workout", "sessions-10", "volume-100-t"}
    text = next(item["text"] for item in found["items"] if item["id"] == "volume-100-t")
    assert text == "You have lifted 100 tonnes in 10 workouts."


def test_a_record_is_named_with_its_workout(signed_in: Client) -> None:
    train(signed_in, ago(20), 60)
    assert "first-record" not in names(look(signed_in))
    workout = train(signed_in, ago(10), 70)
    item = next(item for item in look(signed_in)["items"] if item["id"] == "first-record")
    assert item["earned_on"] == str(ago(10))
    assert item["evidence"] == [{"label": "Training", "ref": f"workout:{workout['id']}"}]
    assert "Barbell Bench Press" in item["text"]


@pytest.mark.parametrize(
    ("exercise", "weight", "id_"),
    [(BENCH, 80, "bench-1x"), ("barbell-back-squat", 120, "squat-1-5x"), ("barbell-deadlift", 160, "deadlift-2x")],
)
def test_a_lift_is_measured_against_the_weight_of_that_time(
    signed_in: Client, exercise: str, weight: float, id_: str
) -> None:
    train(signed_in, ago(100), weight, 1, exercise)
    assert id_ not in names(look(signed_in)), "no weight is known"
    weigh(signed_in, ago(1), 50)
    assert id_ not in names(look(signed_in)), "that is the weight of today"
    weigh(signed_in, ago(250), 50)
    assert id_ not in names(look(signed_in)), "that is too long before"
    weigh(signed_in, ago(130), 81)
    assert id_ not in names(look(signed_in)), "it is not quite as much"
    weigh(signed_in, ago(120), 80)
    item = next(item for item in look(signed_in)["items"] if item["id"] == id_)
    assert item["earned_on"] == str(ago(100))
    assert "at a body weight of 80 kg" in item["text"]


def test_ten_pull_ups_are_ten_in_one_set(signed_in: Client) -> None:
    train(signed_in, ago(3), 0, 9, "pull-up")
    assert "pull-ups-10" not in names(look(signed_in))
    train(signed_in, ago(2), 0, 10, "pull-up")
    assert "pull-ups-10" in names(look(signed_in))


def test_weeks_are_as_planned_when_every_planned_day_is_trained(signed_in: Client) -> None:
    train(signed_in, ago(7))
    train(signed_in, ago(7), started_at=f"{ago(7)}T18:00:00+00:00")  # twice on one day is one day
    signed_in.patch("/api/users/me", json={"training_days_per_week": 2})
    assert "week-as-planned" not in names(look(signed_in))
    train(signed_in, ago(4))
    item = next(item for item in look(signed_in)["items"] if item["id"] == "week-as-planned")
    assert item["text"] == "In the week from 16 Nov 2026 you trained on as many days as you planned: 2."
    for week in (2, 3):
        train(signed_in, ago(7 * week)), train(signed_in, ago(7 * week - 1))
    assert "weeks-as-planned-4" not in names(look(signed_in))
    train(signed_in, ago(28)), train(signed_in, ago(27))
    assert "weeks-as-planned-4" in names(look(signed_in))


def test_without_a_plan_no_week_is_as_planned(signed_in: Client) -> None:
    for day in range(14):
        train(signed_in, ago(day))
    assert "week-as-planned" not in names(look(signed_in))


def test_a_streak_counts_by_the_longest_also_once_it_broke(signed_in: Client) -> None:
    body = {"name": "Walk", "schedule": {"type": "daily"}, "start_on": str(ago(40))}
    habit_id = signed_in.post("/api/habits", json=body).get_json()["id"]
    for day in range(10, 17):
        signed_in.put(f"/api/habits/me/{habit_id}/checkins/{ago(day)}", json={})
    item = next(item for item in look(signed_in)["items"] if item["id"] == "streak-7")
    assert item["text"] == "You kept up Walk for 7 days in a row."
    assert item["evidence"] == [{"label": "Walk", "ref": f"habit:{habit_id}"}]


def test_a_goal_that_is_reached_is_an_achievement_at_once(signed_in: Client) -> None:
    body = {"kind": "custom", "title": "Read", "target_value": 2}
    goal = signed_in.post("/api/goals", json=body).get_json()
    assert look(signed_in)["items"] == []
    signed_in.patch(f"/api/goals/me/{goal['id']}", json={"current_value": 2})
    (item,) = look(signed_in)["items"]
    assert (item["id"], item["text"]) == ("first-goal", "You reached your goal: Read.")


def test_days_weighed_are_days_not_weigh_ins(signed_in: Client) -> None:
    for day in range(6):
        weigh(signed_in, ago(day))
        weigh(signed_in, ago(day), 80.5)
    assert look(signed_in)["items"] == []
    weigh(signed_in, ago(30))
    assert names(look(signed_in)) == {"weighed-7"}


def test_a_week_of_meals_is_seven_days_in_a_row(signed_in: Client) -> None:
    for day in (0, 1, 2, 4, 5, 6, 7, 8, 9):
        eat(signed_in, ago(day))
    assert look(signed_in)["items"] == []
    eat(signed_in, ago(10))
    (item,) = look(signed_in)["items"]
    assert (item["id"], item["earned_on"]) == ("meals-week", str(ago(4)))
    assert item["text"] == "You logged what you ate on each of the 7 days from 13 Nov 2026 on."


def test_words_are_in_the_units_of_the_person(signed_in: Client) -> None:
    signed_in.patch("/api/users/me", json={"units": "imperial"})
    weigh(signed_in, ago(3), 80)
    train(signed_in, ago(2), 100, 1)
    text = next(item["text"] for item in look(signed_in)["items"] if item["id"] == "bench-1x")
    assert "220 lb" in text
    assert "176 lb" in text


def test_what_was_logged_by_mistake_is_taken_back_the_same_day_and_can_be_earned_again(signed_in: Client) -> None:
    workout = train(signed_in, TODAY)
    assert look(signed_in)["earned"] == ["first-workout"]
    signed_in.delete(f"/api/workouts/me/{workout['id']}")
    assert look(signed_in)["items"] == []
    train(signed_in, TODAY)
    assert look(signed_in)["earned"] == ["first-workout"]


def test_later_it_stays_whatever_becomes_of_its_evidence(
    client: Client, signed_in: Client, clock: MovableClock
) -> None:
    workout = train(signed_in, TODAY)
    look(signed_in)
    clock.advance(days=1)
    signed_in = client.signed_in(sign_in(client, email="ana@example.com"))
    signed_in.delete(f"/api/workouts/me/{workout['id']}")
    assert names(look(signed_in)) == {"first-workout"}


def test_two_at_once_award_it_once(signed_in: Client, infra: Infra) -> None:
    train(signed_in, TODAY)
    for day in range(7):
        weigh(signed_in, ago(day))
    found = together(*[lambda: award(infra.store, signed_in.user_id, START)] * 3)
    assert sorted(item["id"] for each in found for item in each) == ["first-workout", "weighed-7"]


def test_pages_follow_each_other(signed_in: Client) -> None:
    train(signed_in, TODAY)
    for day in range(7):
        weigh(signed_in, ago(day))
    first = signed_in.get(URL, query_string={"limit": 1}).get_json()
    second = signed_in.get(URL, query_string={"limit": 1, "cursor": first["next_cursor"]}).get_json()
    assert {each["id"] for page in (first, second) for each in page["items"]} == {"first-workout", "weighed-7"}


def test_nobody_sees_anothers(signed_in: Client, another: Client) -> None:
    assert another.get(f"/api/achievements/{signed_in.user_id}").status_code == 403


def test_there_are_few_and_each_has_a_name_of_its_own() -> None:
    assert len({kind.id for kind in KINDS}) == len({kind.title for kind in KINDS}) == len(KINDS) <= 30

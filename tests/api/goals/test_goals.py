"""Goals over HTTP: what is filled in, how far they have come, and what is refused. It is Monday, 23 November 2026."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from tests.fixtures.api import Client, Json, MovableClock, sign_in

URL = "/api/goals"
TODAY = date(2026, 11, 23)
BENCH = "barbell-bench-press"


def made(client: Client, **body: object) -> Json:
    answer = client.post(URL, json=body)
    assert answer.status_code == 201, answer.text
    found: Json = answer.get_json()
    return found


def read(client: Client, goal: Json) -> Json:
    answer = client.get(f"{URL}/me/{goal['id']}")
    assert answer.status_code == 200, answer.text
    found: Json = answer.get_json()
    return found


def weigh(client: Client, value: float, day: date = TODAY, metric: str = "weight_kg") -> None:
    body = {"taken_at": f"{day}T07:00:00+00:00", "metric": metric, "value": value, "confirmed": True}
    assert client.post("/api/measurements", json=body).status_code == 201


def lift(client: Client, weight: float, day: date = TODAY, exercise: str = BENCH, **sets: object) -> Json:
    each = sets or {"reps": 5, "weight_kg": weight}
    entry = {"exercise_id": exercise, "sets": [each]}
    body = {"name": "Training", "started_at": f"{day}T08:00:00+00:00", "exercises": [entry]}
    answer = client.post("/api/workouts", json=body)
    assert answer.status_code == 201, answer.text
    found: Json = answer.get_json()
    return found


def refused(client: Client, **body: object) -> Json:
    answer = client.post(URL, json=body)
    assert answer.status_code == 422, answer.text
    error: Json = answer.get_json()["errors"][0]
    return error


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_a_goal_of_weight_starts_at_what_the_scale_said(signed_in: Client) -> None:
    weigh(signed_in, 80)
    goal = made(signed_in, kind="weight", target_value=75)
    assert (
        goal.items() >= {"metric": "weight_kg", "start_value": 80, "start_on": "2026-11-23", "status": "active"}.items()
    )
    assert goal["title"] == "Weigh 75 kg"
    assert goal["progress"] == {"value": 80, "percent": 0}
    assert goal["why"].startswith("You start at 80 kg, by your last measurement; the target is 75 kg.")


def test_a_goal_of_weight_says_when_it_is_reached_with_a_range(signed_in: Client) -> None:
    weigh(signed_in, 80, ago(28))
    goal = made(signed_in, kind="weight", start_on=str(ago(28)), target_value=76, due_on="2027-03-01")
    for day in range(1, 28):
        weigh(signed_in, 80 - day / 14, ago(28 - day))
    found = read(signed_in, goal)
    progress = found["progress"]
    assert progress["value"] == pytest.approx(78.07, abs=0.15)
    assert progress["percent"] == pytest.approx(48, abs=4)
    assert progress["rate_per_week"] == pytest.approx(-0.5, abs=0.05)
    assert progress["rate_low"] < progress["rate_per_week"] < progress["rate_high"]
    assert progress["expected_from"] < progress["expected_on"]
    assert date(2026, 12, 14) < date.fromisoformat(progress["expected_on"]) < date(2026, 12, 31)
    assert progress["on_track"] is True
    assert "0.5 kg a week" in found["why"]
    assert found["why"].endswith("It is due on 1 Mar 2027: on track.")


def test_a_goal_without_a_weigh_in_starts_with_the_first_one(signed_in: Client) -> None:
    goal = made(signed_in, kind="weight", target_value=75)
    assert goal["progress"] == {}
    assert "Weigh yourself" in goal["why"]
    weigh(signed_in, 80)
    assert read(signed_in, goal)["start_value"] == 80


def test_what_is_reached_reads_so_at_once(signed_in: Client) -> None:
    lift(signed_in, 90, ago(3))
    goal = made(signed_in, kind="strength", exercise_id=BENCH, metric="weight_kg", target_value=100)
    assert goal["title"] == "Barbell Bench Press: load of 100 kg"
    assert goal["start_value"] == 90
    workout = lift(signed_in, 100)
    found = read(signed_in, goal)
    assert (found["status"], found["reached_on"], found["progress"]["percent"]) == ("reached", "2026-11-23", 100)
    assert signed_in.delete(f"/api/workouts/me/{workout['id']}").status_code == 204
    assert read(signed_in, goal)["status"] == "active"


def test_an_old_best_reaches_no_goal_of_today(signed_in: Client) -> None:
    lift(signed_in, 120, ago(400))
    lift(signed_in, 90, ago(5))
    goal = made(signed_in, kind="strength", exercise_id=BENCH, metric="weight_kg", target_value=100)
    assert goal["start_value"] == 90
    assert goal["status"] == "active"
    lift(signed_in, 95)
    assert read(signed_in, goal)["progress"]["percent"] == 50


@pytest.mark.parametrize(
    ("exercise", "metric"),
    [(BENCH, "e1rm_kg"), ("pull-up", "reps"), ("plank", "duration_s"), ("running", "distance_m")],
)
def test_a_lift_is_followed_by_what_it_is_measured_in(signed_in: Client, exercise: str, metric: str) -> None:
    goal = made(signed_in, kind="strength", exercise_id=exercise, target_value=20)
    assert goal["metric"] == metric
    assert goal["progress"] == {}
    assert "Its next session counts." in goal["why"]


def test_the_time_over_a_distance_is_better_the_shorter(signed_in: Client) -> None:
    lift(signed_in, 0, ago(7), "running", distance_m=5000, duration_s=1800)
    goal = made(signed_in, kind="cardio", exercise_id="running", metric="time_s", distance_m=5000, target_value=1500)
    assert goal["start_value"] == 1800
    assert goal["title"].endswith("5 km in 25:00")
    lift(signed_in, 0, TODAY, "running", distance_m=10_000, duration_s=3300)
    found = read(signed_in, goal)
    assert found["progress"]["value"] == 1650
    assert found["progress"]["percent"] == 50


def test_a_habit_gives_its_streak_its_strength_and_its_check_ins(signed_in: Client) -> None:
    habit = signed_in.post("/api/habits", json={"name": "Run", "schedule": {"type": "daily"}, "start_on": str(ago(10))})
    habit_id = habit.get_json()["id"]
    goals = {
        metric: made(signed_in, kind="habit", habit_id=habit_id, metric=metric, target_value=10, start_on=str(ago(10)))
        for metric in ("streak", "strength", "checkins")
    }
    for day in (9, 2, 1, 0):
        assert signed_in.put(f"/api/habits/me/{habit_id}/checkins/{ago(day)}", json={}).status_code < 300
    found = {metric: read(signed_in, goal) for metric, goal in goals.items()}
    assert found["streak"]["progress"].items() >= {"value": 3, "percent": 30, "expected_on": "2026-11-30"}.items()
    assert found["checkins"]["progress"].items() >= {"value": 4, "percent": 40}.items()
    assert 0 < found["strength"]["progress"]["value"] < 100
    assert found["streak"]["title"] == "Run: 10 in a row"
    signed_in.delete(f"/api/habits/me/{habit_id}")
    assert read(signed_in, goals["streak"])["why"] == "The habit of this goal is no longer there."


def test_a_custom_goal_keeps_what_was_said_and_when(client: Client, signed_in: Client, clock: MovableClock) -> None:
    goal = made(signed_in, kind="custom", title="Read 12 books", target_value=12, current_value=3, unit="books")
    assert goal["start_value"] == 3
    clock.advance(days=14)
    signed_in = client.signed_in(sign_in(client, email="ana@example.com"))
    patched = signed_in.patch(f"{URL}/me/{goal['id']}", json={"current_value": 6}).get_json()
    assert patched["history"] == [{"on": "2026-11-23", "value": 3}, {"on": "2026-12-07", "value": 6}]
    assert patched["progress"].items() >= {"value": 6, "rate_per_week": 1.5, "expected_on": "2027-01-04"}.items()
    signed_in.patch(f"{URL}/me/{goal['id']}", json={"current_value": 7})
    assert read(signed_in, goal)["history"][-1] == {"on": "2026-12-07", "value": 7}
    assert len(read(signed_in, goal)["history"]) == 2
    done = signed_in.patch(f"{URL}/me/{goal['id']}", json={"current_value": 12}).get_json()
    assert (done["status"], done["progress"]["percent"]) == ("reached", 100)


def test_a_measurement_of_any_metric_can_be_a_goal(signed_in: Client) -> None:
    weigh(signed_in, 90, metric="waist_cm")
    goal = made(signed_in, kind="measurement", metric="waist_cm", target_value=80)
    assert (goal["title"], goal["start_value"]) == ("Waist: 80 cm", 90)


def test_words_are_in_the_units_of_the_person(signed_in: Client) -> None:
    signed_in.patch("/api/users/me", json={"units": "imperial"})
    weigh(signed_in, 80)
    goal = made(signed_in, kind="weight", target_value=75)
    assert goal["title"] == "Weigh 165.3 lb"
    assert "176.4 lb" in goal["why"]


def test_an_underweight_target_is_refused_with_the_least_that_is_not(signed_in: Client) -> None:
    signed_in.patch("/api/users/me", json={"height_cm": 170, "birth_date": "1990-05-01"})
    weigh(signed_in, 60)
    error = refused(signed_in, kind="weight", target_value=52)
    assert error["field"] == "target_value"
    assert "53.5 kg" in error["message"]
    assert "53.5" in refused(signed_in, kind="measurement", metric="weight_kg", target_value=53)["message"]
    made(signed_in, kind="weight", target_value=53.5)


def test_somebody_underweight_may_gain_towards_a_healthy_weight(signed_in: Client) -> None:
    signed_in.patch("/api/users/me", json={"height_cm": 170})
    weigh(signed_in, 48)
    assert made(signed_in, kind="weight", target_value=51)["warnings"] == []


def test_without_a_height_a_goal_to_lose_has_a_warning(signed_in: Client) -> None:
    weigh(signed_in, 80)
    assert "height" in made(signed_in, kind="weight", target_value=75)["warnings"][0]


def test_too_quick_is_refused_with_the_first_day_that_is_safe(signed_in: Client) -> None:
    signed_in.patch("/api/users/me", json={"height_cm": 180})
    weigh(signed_in, 100)
    error = refused(signed_in, kind="weight", target_value=90, due_on="2026-12-24")
    assert error["field"] == "due_on"
    assert "2027-02-01" in error["message"]
    assert refused(signed_in, kind="weight", target_value=90, due_on="2027-01-31")["field"] == "due_on"
    goal = made(signed_in, kind="weight", target_value=90, due_on="2027-02-01")
    late = signed_in.patch(f"{URL}/me/{goal['id']}", json={"due_on": "2026-12-24"})
    assert (late.status_code, late.get_json()["errors"][0]["field"]) == (422, "due_on")


@pytest.mark.parametrize(
    "profile", [{"birth_date": "2010-01-01"}, {"health": {"pregnant": True}}], ids=["a minor", "in pregnancy"]
)
def test_no_goal_to_lose_for_those_whose_body_needs_it(signed_in: Client, profile: Json) -> None:
    weigh(signed_in, 70)
    before = made(signed_in, kind="weight", target_value=66)
    signed_in.patch("/api/users/me", json=profile | {"height_cm": 170})
    assert refused(signed_in, kind="weight", target_value=65)["field"] == "target_value"
    assert read(signed_in, before)["warnings"] != []
    assert signed_in.patch(f"{URL}/me/{before['id']}", json={"note": "rests"}).status_code == 200
    made(signed_in, kind="weight", target_value=72)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"kind": "weight", "target_value": 5}, "target_value"),
        ({"kind": "weight", "target_value": 75, "due_on": "2026-11-23"}, "due_on"),
        ({"kind": "strength", "exercise_id": "no-such-thing", "target_value": 100}, "exercise_id"),
        ({"kind": "strength", "exercise_id": BENCH, "metric": "reps", "target_value": 10}, "metric"),
        ({"kind": "strength", "exercise_id": BENCH, "target_value": 0}, "target_value"),
        ({"kind": "habit", "habit_id": str(uuid4()), "target_value": 10}, "habit_id"),
        ({"kind": "custom", "target_value": 10, "current_value": 10}, "target_value"),
        ({"kind": "custom", "target_value": 10, "exercise_id": BENCH}, "body"),
        ({"kind": "strength", "target_value": 10}, "body"),
        ({"kind": "weight", "metric": "steps", "target_value": 80}, "body"),
        ({"kind": "measurement", "target_value": 80}, "body"),
        ({"kind": "luck", "target_value": 80}, "kind"),
        ({"kind": "weight"}, "target_value"),
        ({"kind": "weight", "target_value": 75, "progress": {}}, "progress"),
    ],
)
def test_bad_input_names_what_is_wrong(signed_in: Client, body: Json, field: str) -> None:
    assert refused(signed_in, **body)["field"] == field
    assert signed_in.get(f"{URL}/me").get_json()["items"] == []


def test_sent_again_it_is_the_same_goal_even_once_it_would_be_refused(signed_in: Client) -> None:
    body = {"id": str(uuid4()), "kind": "weight", "target_value": 75}
    weigh(signed_in, 80, ago(1))
    first = made(signed_in, **body)
    weigh(signed_in, 75)
    again = signed_in.post(URL, json=body)
    assert again.status_code == 200
    assert again.get_json()["start_value"] == first["start_value"] == 80
    assert signed_in.post(URL, json=body | {"target_value": 74}).status_code == 409


def test_another_target_is_to_be_reached_anew(signed_in: Client) -> None:
    goal = made(signed_in, kind="custom", target_value=10, current_value=4)
    url = f"{URL}/me/{goal['id']}"
    assert signed_in.patch(url, json={"status": "reached"}).get_json()["reached_on"] == "2026-11-23"
    assert signed_in.patch(url, json={"current_value": 5}).get_json()["status"] == "reached"
    further = signed_in.patch(url, json={"target_value": 20}).get_json()
    assert further["status"] == "active"
    assert "reached_on" not in further


def test_a_goal_that_is_given_up_expects_nothing(signed_in: Client) -> None:
    goal = made(signed_in, kind="custom", target_value=10, due_on="2026-12-01")
    found = signed_in.patch(f"{URL}/me/{goal['id']}", json={"status": "abandoned"}).get_json()
    assert found["status"] == "abandoned"
    assert "on_track" not in found["progress"]


def test_a_change_needs_the_version_that_was_seen(signed_in: Client) -> None:
    goal = made(signed_in, kind="custom", target_value=10)
    url = f"{URL}/me/{goal['id']}"
    etag = signed_in.get(url).headers["ETag"]
    assert signed_in.patch(url, json={"note": "a"}, headers={"If-Match": etag}).status_code == 200
    assert signed_in.patch(url, json={"note": "b"}, headers={"If-Match": etag}).status_code == 412
    assert signed_in.delete(url).status_code == 204
    assert signed_in.delete(url).status_code == 204
    assert signed_in.get(url).status_code == 404


def test_there_are_at_most_fifty_active_goals(signed_in: Client) -> None:
    for number in range(50):
        last = made(signed_in, kind="custom", title=f"Goal {number}", target_value=10)
    assert refused(signed_in, kind="custom", target_value=10)["field"] == "status"
    signed_in.patch(f"{URL}/me/{last['id']}", json={"status": "abandoned"})
    made(signed_in, kind="custom", target_value=10)
    assert signed_in.patch(f"{URL}/me/{last['id']}", json={"status": "active"}).status_code == 422


def test_nobody_sees_anothers_goal(signed_in: Client, another: Client) -> None:
    goal = made(signed_in, kind="custom", target_value=10)
    assert another.get(f"{URL}/{signed_in.user_id}").status_code == 403
    assert another.get(f"{URL}/me/{goal['id']}").status_code == 404

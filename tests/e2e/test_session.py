"""The first session of a person who has only the README, over HTTP against `make run`'s server, on each store."""

import re
from pathlib import Path
from typing import Any

import httpx
from tests.fixtures.serving import sign_in

ROOT = Path(__file__).parents[2]

# Somebody's paper log: warm-ups in the notebook's own order, a drop set, a superset, one gym in kilograms, one in pounds.
PUSH = {
    "name": "Push",
    "started_at": "2026-11-16T18:05:00+01:00",
    "ended_at": "2026-11-16T19:10:00+01:00",
    "notes": "Slept badly. Spotter on the last set.",
    "exercises": [
        {
            "exercise_id": "barbell-bench-press",
            "sets": [
                {"kind": "warmup", "reps": 10, "weight_kg": 20},
                {"kind": "warmup", "reps": 5, "weight_kg": 60},
                {"reps": 5, "weight_kg": 80, "rir": 3},
                {"reps": 5, "weight_kg": 80, "rir": 2},
                {"reps": 5, "weight_kg": 80, "rir": 1},
                {"kind": "drop", "reps": 9, "weight_kg": 60},
            ],
        },
        {
            "exercise_id": "overhead-press",
            "sets": [{"reps": 8, "weight_kg": 40, "rpe": 8.5}, {"reps": 7, "weight_kg": 40}],
        },
        {"exercise_id": "push-up", "sets": [{"kind": "failure", "reps": 22}]},
    ],
}
LEGS = {
    "name": "Legs",
    "started_at": "2026-11-18T07:30:00-05:00",
    "exercises": [
        {
            "exercise_id": "barbell-back-squat",
            "sets": [
                {"kind": "warmup", "reps": 5, "weight_lb": 135},
                {"reps": 5, "weight_lb": 225, "rpe": 8},
                {"reps": 5, "weight_lb": 225, "rpe": 9},
            ],
        },
        {"exercise_id": "plank", "superset": "a", "sets": [{"duration_s": 60}, {"duration_s": 45}]},
        {
            "exercise_id": "walking-lunge",
            "superset": "a",
            "sets": [{"reps": 12, "weight_kg": 16}, {"reps": 12, "weight_kg": 16}],
        },
    ],
}
PUSH_AGAIN = PUSH | {
    "started_at": "2026-11-20T18:00:00+01:00",
    "ended_at": "2026-11-20T19:00:00+01:00",
    "exercises": [
        {"exercise_id": "barbell-bench-press", "sets": [{"reps": 5, "weight_kg": 82.5, "rir": 2}] * 3},
        {"exercise_id": "overhead-press", "sets": [{"reps": 8, "weight_kg": 42.5, "rir": 1}]},
    ],
}


def test_first_session(client: httpx.Client) -> None:
    session = sign_in(client, phone="+34612345678")
    assert session["is_new_user"] is True
    user_id = session["user"]["id"]  # type: ignore[index]
    _onboard(client)
    logged = [_log(client, body) for body in (PUSH, LEGS, PUSH_AGAIN)]
    assert logged[0]["records"] == []
    assert {record["metric"] for record in logged[2]["records"]} >= {"e1rm_kg", "weight_kg"}
    assert logged[1]["exercises"][0]["sets"][1]["weight_kg"] == 102.058
    assert logged[0]["totals"] == {"volume_kg": 2340.0, "sets": 7, "reps": 61}

    bench = _ask(client, "how is my bench press going?")
    assert "82.5" in bench["text"]
    assert f"workout:{logged[2]['id']}" in {source["ref"] for source in bench["sources"]}
    _each_figure_is_known(bench, logged)

    today = _ask(client, "what should I lift today?")
    assert today["sources"]

    proposed = _ask(client, "log 5x5 squats at 100 kg")
    action = proposed["actions"][0]
    assert (action["tool"], action["status"]) == ("log_workout", "proposed")
    assert len(_workouts(client, user_id)) == 3, "nothing is written before it is confirmed"
    for _ in range(2):
        assert client.post(f"/api/chat/actions/{action['id']}/confirm").status_code == 200
    latest = _workouts(client, user_id)
    assert len(latest) == 4
    squats = next(workout for workout in latest if workout["id"] == action["id"])
    assert [(item["reps"], item["weight_kg"]) for item in squats["exercises"][0]["sets"]] == [(5, 100)] * 5
    assert client.post(f"/api/chat/actions/{action['id']}/undo").status_code == 200
    assert len(_workouts(client, user_id)) == 3

    history = client.get(f"/api/chat/history/{user_id}").json()["items"]
    assert [item["sender"] for item in history][:2] == ["coach", "user"]


def _onboard(client: httpx.Client) -> None:
    answer = client.post(
        "/api/users/me/onboarding",
        json={"name": "Ana", "time_zone": "Europe/Madrid", "goal": "gain", "fitness_level": "intermediate"},
    )
    assert answer.status_code == 200, answer.text
    assert answer.json()["onboarding_completed"] is True


def _log(client: httpx.Client, body: dict[str, Any]) -> dict[str, Any]:
    answer = client.post("/api/workouts", json=body)
    assert answer.status_code == 201, answer.text
    workout: dict[str, Any] = answer.json()
    return workout


def _ask(client: httpx.Client, message: str) -> dict[str, Any]:
    answer = client.post("/api/chat/message", json={"message": message})
    assert answer.status_code == 200, answer.text
    said: dict[str, Any] = answer.json()
    return said


def _workouts(client: httpx.Client, user_id: object) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = client.get(f"/api/workouts/{user_id}?limit=100").json()["items"]
    return items


def _each_figure_is_known(said: dict[str, Any], logged: list[dict[str, Any]]) -> None:
    """Every weight that the answer names was lifted, or is an estimate that the records hold."""
    weights = {
        item["weight_kg"]
        for workout in logged
        for exercise in workout["exercises"]
        for item in exercise["sets"]
        if "weight_kg" in item
    }
    estimates = {record["value"] for workout in logged for record in workout["records"]} | {
        record["previous"] for workout in logged for record in workout["records"]
    }
    for figure in re.findall(r"(\d+(?:\.\d+)?) kg", said["text"]):
        value = float(figure)
        assert value in weights or any(abs(value - known) < 0.06 for known in estimates), (figure, said["text"])

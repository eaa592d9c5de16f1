"""Training plans over HTTP: made once, at most one active, and today's session comes from the one that is."""

from typing import Any
from uuid import uuid4

from tests.fixtures.api import Client, Json

from fitzen import rebuild
from fitzen.exercises import library
from fitzen.infra.base import Infra
from fitzen.workouts.plans.rebuild import DERIVATION

PLANS = "/api/workouts/plans"


def make(client: Client, status: int = 201, **asked: Any) -> Json:
    answer = client.post(f"{PLANS}/generate", json=asked)
    assert answer.status_code == status, answer.text
    found: Json = answer.get_json()
    return found


def activate(client: Client, plan: Json) -> Json:
    answer = client.post(f"{PLANS}/me/{plan['id']}/activate")
    assert answer.status_code == 200, answer.text
    found: Json = answer.get_json()
    return found


def read(client: Client, plan: Json) -> Json:
    found: Json = client.get(f"{PLANS}/me/{plan['id']}").get_json()
    return found


def said(plan: Json) -> Json:
    """Return what a person may send of a plan."""
    return {name: value for name, value in plan.items() if name not in ("volume", "warnings")}


def following(client: Client) -> Json:
    found: Json = client.get("/api/workouts/me/next").get_json()
    return found


def do(client: Client, session: Json, day: int) -> None:
    """Log a session of a plan as it was proposed."""
    exercises = [
        {
            "exercise_id": each["exercise_id"],
            "sets": [
                {
                    name: value
                    for name, value in one.items()
                    if name in ("kind", "reps", "weight_kg", "rir", "duration_s")
                }
                for one in each["sets"]
            ],
        }
        for each in session["exercises"]
    ]
    body = {
        "name": session["name"],
        "started_at": f"2026-11-{day:02}T18:00:00+00:00",
        "plan_id": session["plan_id"],
        "session_id": session["session_id"],
        "exercises": exercises,
    }
    answer = client.post("/api/workouts", json=body)
    assert answer.status_code == 201, answer.text


def agrees(infra: Infra, user_id: str) -> bool:
    return rebuild.differences(infra.store, user_id, [DERIVATION]) == []


class TestMake:
    def test_takes_the_profile_for_what_is_not_asked(self, signed_in: Client) -> None:
        profile = {
            "goal": "gain",
            "fitness_level": "intermediate",
            "training_days_per_week": 4,
            "session_minutes": 50,
            "equipment": ["dumbbell", "bench"],
            "health": {"injuries": ["left knee", "gout"]},
        }
        assert signed_in.patch("/api/users/me", json=profile).status_code == 200
        plan = make(signed_in, weeks=5)
        given = plan["given"]
        assert (given["goal"], given["level"], given["days_per_week"], given["minutes"]) == (
            "gain",
            "intermediate",
            4,
            50,
        )
        assert given["equipment"] == ["dumbbell", "bench"]
        assert (plan["status"], plan["weeks"], len(plan["days"])) == ("proposed", 5, 20)
        assert all(day["minutes"] <= 50 for day in plan["days"])
        assert any("knee" in note for note in plan["notes"])
        assert any("gout" in note for note in plan["notes"]), "what is not understood is said back"
        assert plan["warnings"] == []

    def test_equipment_that_is_not_known_is_assumed_and_said_and_none_is_none(self, signed_in: Client) -> None:
        assert any("gym" in note for note in make(signed_in)["notes"])
        bare = make(signed_in, equipment=[])
        assert not any("I assumed" in note for note in bare["notes"])
        assert any("pulling" in note for note in bare["notes"])

    def test_sent_again_it_is_the_same_and_another_request_is_not(self, signed_in: Client) -> None:
        asked: Json = {"id": str(uuid4()), "goal": "gain", "minutes": 45}
        first = make(signed_in, **asked)
        do(
            signed_in,
            {**first["days"][0], "plan_id": first["id"], "session_id": first["days"][0]["id"], "exercises": []},
            20,
        )
        assert make(signed_in, 200, **asked) == first
        make(signed_in, 409, **{**asked, "minutes": 60})
        assert signed_in.delete(f"{PLANS}/me/{first['id']}").status_code == 204
        make(signed_in, 410, **asked)

    def test_avoids_muscles_exercises_of_a_kind_and_what_hurts_and_asks_about_the_rest(self, signed_in: Client) -> None:
        plan = make(signed_in, level="intermediate", avoid=["deadlifts", "biceps", "sore shoulder"])
        ids = {entry["exercise_id"] for day in plan["days"] for entry in day["exercises"]}
        assert not any("deadlift" in id_ for id_ in ids)
        patterns = {library.by_id()[id_].pattern for id_ in ids - {"landmine-press"}}
        assert not patterns & {"elbow_flexion", "vertical_push"}
        assert "shoulder" in " ".join(plan["given"]["injuries"])
        both = make(signed_in, avoid=["shoulder", "hip thrusts", "neck"])["given"]
        assert both["injuries"] == ["shoulder", "neck"]
        assert "hip-thrust" in both["avoid_exercises"]
        assert both["avoid_muscles"] == ["neck"]
        answer = signed_in.post(f"{PLANS}/generate", json={"avoid": ["flurbs"]})
        assert answer.status_code == 422
        assert "flurbs" in answer.get_json()["errors"][0]["message"]

    def test_avoids_what_is_said_in_spanish(self, signed_in: Client) -> None:
        plan = make(signed_in, level="intermediate", avoid=["Sentadillas", "bíceps", "rodilla izquierda", "Gemelos"])
        squats = {id_ for id_ in library.by_id() if id_.endswith("-squat")}
        assert squats - {*plan["given"]["avoid_exercises"]} == set()
        assert plan["given"]["avoid_muscles"] == ["biceps", "calves"]
        assert plan["given"]["injuries"] == ["bíceps", "rodilla izquierda", "Gemelos"]
        said = " ".join(plan["notes"])
        assert ("For your knee" in said, "For your calf" in said) == (True, True)
        answer = signed_in.post(f"{PLANS}/generate", json={"avoid": ["dominadas", "cosas raras"]})
        assert answer.status_code == 422
        assert "cosas raras" in answer.get_json()["errors"][0]["message"]
        assert "dominadas" not in answer.get_json()["errors"][0]["message"]

    def test_a_minor_trains_with_care(self, signed_in: Client) -> None:
        assert signed_in.patch("/api/users/me", json={"birth_date": "2011-01-01"}).status_code == 200
        plan = make(signed_in, level="advanced", goal="perform")
        work = [one for day in plan["days"] for e in day["exercises"] for one in e["sets"] if one["kind"] == "normal"]
        assert plan["given"]["careful"]
        assert min(one["rir"] for one in work) == 3
        assert min(one["reps"][0] for one in work) >= 10

    def test_who_should_see_a_doctor_first_gets_no_plan_and_with_a_condition_a_careful_one(
        self, signed_in: Client
    ) -> None:
        ill: Json = {
            "conditions": ["heart disease"],
            "screening": {"active": False, "disease": True, "symptoms": False},
        }
        assert signed_in.patch("/api/users/me", json={"health": ill}).status_code == 200
        assert make(signed_in, level="advanced")["given"]["careful"]
        ill["screening"]["symptoms"] = True
        assert signed_in.patch("/api/users/me", json={"health": ill}).status_code == 200
        answer = signed_in.post(f"{PLANS}/generate", json={})
        assert answer.status_code == 422
        assert "doctor" in answer.get_json()["detail"]

    def test_of_another_is_nothing_to_be_seen(self, signed_in: Client, another: Client) -> None:
        plan = make(signed_in)
        assert another.get(f"{PLANS}/me/{plan['id']}").status_code == 404
        assert another.get(f"{PLANS}/{signed_in.user_id}").status_code == 403
        assert another.get(f"{PLANS}/me").get_json()["items"] == []


class TestActive:
    def test_one_at_a_time_and_the_earlier_one_is_kept(self, signed_in: Client, infra: Infra) -> None:
        one, two = make(signed_in), make(signed_in, goal="gain")
        assert activate(signed_in, one)["status"] == "active"
        assert agrees(infra, signed_in.user_id)
        assert activate(signed_in, two)["replaces"] == one["id"]
        assert [read(signed_in, each)["status"] for each in (one, two)] == ["done", "active"]
        assert agrees(infra, signed_in.user_id)
        again = activate(signed_in, two)
        assert again == read(signed_in, two)
        assert signed_in.delete(f"{PLANS}/me/{two['id']}").status_code == 204
        assert agrees(infra, signed_in.user_id)
        assert "plan_id" not in following(signed_in)
        assert activate(signed_in, one)["status"] == "active"
        assert agrees(infra, signed_in.user_id)

    def test_a_plan_that_is_put_away_is_not_active_any_more(self, signed_in: Client, infra: Infra) -> None:
        plan = activate(signed_in, make(signed_in))
        body = said(plan) | {"status": "done"}
        assert signed_in.put(f"{PLANS}/me/{plan['id']}", json=body).status_code == 200
        assert agrees(infra, signed_in.user_id)
        assert "plan_id" not in following(signed_in)


class TestReplace:
    def test_a_plan_is_its_owners_and_what_is_unlike_its_purpose_is_said(self, signed_in: Client) -> None:
        plan = make(signed_in, minutes=30, level="beginner")
        body = said(plan)
        body["days"][0]["exercises"][0]["sets"] *= 4
        answer = signed_in.put(f"{PLANS}/me/{plan['id']}", json=body)
        assert answer.status_code == 200, answer.text
        assert any("minutes" in warning for warning in answer.get_json()["warnings"])
        assert answer.get_json()["volume"] != plan["volume"]

    def test_an_exercise_that_there_is_not_is_named(self, signed_in: Client) -> None:
        plan = make(signed_in)
        body = said(plan)
        body["days"][1]["exercises"][0]["exercise_id"] = "moonwalk"
        answer = signed_in.put(f"{PLANS}/me/{plan['id']}", json=body)
        assert answer.status_code == 422
        assert answer.get_json()["errors"][0]["field"] == "days.1.exercises.0.exercise_id"

    def test_days_are_told_apart(self, signed_in: Client) -> None:
        plan = make(signed_in)
        body = said(plan)
        body["days"][1]["id"] = body["days"][0]["id"]
        assert signed_in.put(f"{PLANS}/me/{plan['id']}", json=body).status_code == 422


class TestNext:
    def test_sessions_come_in_order_and_the_next_week_does_not_wait_for_one_that_was_left_out(
        self, signed_in: Client
    ) -> None:
        plan = activate(signed_in, make(signed_in, days_per_week=2, level="intermediate"))
        days = plan["days"]
        first = following(signed_in)
        assert (first["session_id"], first["plan_id"], first["minutes"]) == (
            days[0]["id"],
            plan["id"],
            days[0]["minutes"],
        )
        do(signed_in, first, 10)
        assert following(signed_in)["session_id"] == days[1]["id"]
        do(signed_in, {**days[2], "plan_id": plan["id"], "session_id": days[2]["id"], "exercises": []}, 12)
        assert following(signed_in)["session_id"] == days[3]["id"], "week 2 was begun, so week 1 is over"

    def test_loads_are_those_of_the_log_now(self, signed_in: Client) -> None:
        plan = activate(signed_in, make(signed_in, days_per_week=1, goal="gain", level="intermediate", minutes=90))
        day = plan["days"][0]
        first = day["exercises"][0]
        assert all("weight_kg" not in one for one in first["sets"]), "nothing is known yet"
        top = [{"reps": first["sets"][-1]["reps"][1], "weight_kg": 60, "rir": first["sets"][-1]["rir"]}] * 3
        workout = {
            "name": "Day",
            "started_at": "2026-11-20T18:00:00+00:00",
            "plan_id": plan["id"],
            "session_id": day["id"],
            "exercises": [{"exercise_id": first["exercise_id"], "sets": top}],
        }
        assert signed_in.post("/api/workouts", json=workout).status_code == 201
        found = following(signed_in)["exercises"][0]
        work = [one for one in found["sets"] if one["kind"] == "normal"]
        assert work[0]["weight_kg"] > 60
        assert work[0]["reps"] == first["sets"][-1]["reps"][0]
        assert "top of" in found["why"]
        assert all(one["weight_kg"] < work[0]["weight_kg"] for one in found["sets"] if one["kind"] == "warmup")

    def test_the_last_week_is_lighter_than_what_was_done(self, signed_in: Client) -> None:
        plan = activate(signed_in, make(signed_in, days_per_week=1, weeks=4, level="intermediate"))
        for number, day in enumerate(plan["days"][:3]):
            exercises = [
                {"exercise_id": each["exercise_id"], "sets": [{"reps": 8, "weight_kg": 50, "rir": 2}] * 3}
                for each in day["exercises"]
            ]
            session = {"name": day["name"], "plan_id": plan["id"], "session_id": day["id"], "exercises": exercises}
            do(signed_in, session, 10 + number)
        found = following(signed_in)
        loads = [one["weight_kg"] for each in found["exercises"] for one in each["sets"] if "weight_kg" in one]
        assert "lighter week" in found["why"]
        assert loads
        assert max(loads) <= 46

    def test_when_the_plan_is_through_the_log_says_what_is_next(self, signed_in: Client) -> None:
        plan = activate(signed_in, make(signed_in, days_per_week=1, weeks=4))
        for number, day in enumerate(plan["days"]):
            do(signed_in, {**day, "plan_id": plan["id"], "session_id": day["id"], "exercises": []}, 10 + number)
        assert "plan_id" not in following(signed_in)

    def test_today_names_the_same_session(self, signed_in: Client) -> None:
        plan = activate(signed_in, make(signed_in))
        turn = signed_in.get("/api/users/me/today").get_json()["next_session"]
        assert (turn["plan_id"], turn["session_id"]) == (plan["id"], plan["days"][0]["id"])
        assert turn["exercises"] == [each["exercise_id"] for each in plan["days"][0]["exercises"]]
        assert turn["sources"] == [{"label": plan["name"], "ref": f"plan:{plan['id']}"}]

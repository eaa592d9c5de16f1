"""The questions before training over HTTP: asked, answered through onboarding and the profile, and judged."""

from tests.fixtures.api import Client, Json, MovableClock

ONE = "/api/users/me/screening"
WELL: Json = {"active": True, "disease": False, "symptoms": False, "intensity": "vigorous"}
AT = "2026-11-23T12:00:00Z"


def test_the_questions_are_asked_before_anything_is_known(signed_in: Client) -> None:
    found = signed_in.get(ONE).get_json()
    assert (found["outcome"], found["careful"], found["answers"]) == ("unanswered", False, {})
    assert {each["id"] for each in found["questions"]} == {
        "active", "disease", "symptoms", "supervised", "medicines", "joints", "intensity",
    }  # fmt: skip


def test_onboarding_answers_them_and_the_profile_changes_them(signed_in: Client) -> None:
    asked = {"health": {"screening": WELL | {"answered_at": AT}}}
    assert signed_in.post("/api/users/me/onboarding", json=asked).status_code == 200
    found = signed_in.get(ONE).get_json()
    assert (found["outcome"], found["answers"], found["ask_again"]) == ("fine", WELL, False)
    patch = {"health": {"screening": {"symptoms": True}}}
    assert signed_in.patch("/api/users/me", json=patch).status_code == 200
    found = signed_in.get(ONE).get_json()
    assert (found["outcome"], found["clearance_before"], found["careful"]) == ("clearance_needed", "any", True)
    assert "doctor" in found["text"]


def test_they_are_in_the_persons_language(signed_in: Client) -> None:
    signed_in.patch("/api/users/me", json={"locale": "es-ES", "health": {"screening": {"supervised": True}}})
    found = signed_in.get(ONE).get_json()
    assert "médico" in found["text"]
    assert found["questions"][0]["text"].startswith("¿")


def test_answers_of_more_than_a_year_ago_are_asked_again(signed_in: Client, clock: MovableClock) -> None:
    signed_in.patch("/api/users/me", json={"health": {"screening": WELL | {"answered_at": "2025-11-01T12:00:00Z"}}})
    assert signed_in.get(ONE).get_json()["ask_again"] is True


def test_a_wrong_answer_is_named(signed_in: Client) -> None:
    answer = signed_in.patch("/api/users/me", json={"health": {"screening": {"intensity": "extreme"}}})
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["field"] == "health.screening.intensity"


def test_nobody_sees_anothers(signed_in: Client) -> None:
    other = "0192f0c1-2345-7abc-8def-0123456789ab"
    assert signed_in.get(f"/api/users/{other}/screening").status_code == 403

"""What names a person, and their cycle, is told to no model; nothing of health is logged, whatever is asked and fails."""

import logging
from collections.abc import Callable

import pytest
from tests.fixtures.api import Client
from tests.fixtures.chat import hear, say
from tests.fixtures.models import Script, calls, says

from fitzen.infra.llm.base import Llm, ModelError, ToolCall
from fitzen.records import Json

type WithModel = Callable[[Llm], Client]

PROFILE: Json = {
    "name": "Zenobia Quux",
    "birth_date": "1994-05-17",
    "sex": "female",
    "height_cm": 168.3,
    "dietary": {"allergies": ["sesame"], "dislikes": ["durian"]},
    "health": {"conditions": ["narcolepsy"], "injuries": ["left clavicle"], "cycle_tracking": True},
}
NEVER_TOLD = (
    "Zenobia",
    "Quux",
    "ana@example.com",
    "1994",
    "17 May",
    "2026-11-02",
    "bleeding",
    "cramps",
    "cycle",
    "menstru",
)
OF_HEALTH = ("narcolepsy", "clavicle", "sesame", "durian", "cramps", "61.37", "168.3", "hurts", "sertraline", "Zenobia")


def known(client: Client) -> None:
    assert client.patch("/api/users/me", json=PROFILE).status_code == 200
    period = {"started_on": "2026-11-02", "flow": "medium", "note": "bad cramps", "symptoms": ["cramps"]}
    assert client.post("/api/cycle", json=period).status_code == 201
    weight = {"taken_at": "2026-11-22T07:00:00+01:00", "metric": "weight_kg", "value": 61.37}
    assert client.post("/api/measurements", json=weight).status_code == 201
    assert client.post("/api/chat/memory", json={"text": "I take sertraline."}).status_code == 201


def test_a_model_is_told_what_coaching_needs_and_no_more(with_model: WithModel) -> None:
    names = ("day_summary", "next_session", "training_summary", "habits_analysis")
    asked = [ToolCall(str(at), name, {}) for at, name in enumerate(names)]
    why = ToolCall("9", "explain_change", {"subject": "weight"})
    model = Script(calls(*asked, why), says("Good."))
    client = with_model(model)
    known(client)
    say(client, "How am I doing?")
    told = [turn for each in model.asked for turn in each.messages]
    text = "\n".join(f"{turn.text} {[result.content for result in turn.results]}" for turn in told).casefold()
    assert "narcolepsy" in text, "what a coach must heed is told"
    assert "32 years old" in text
    assert [word for word in NEVER_TOLD if word.casefold() in text.replace("mesocycle", "")] == []


def test_nothing_of_health_is_logged_whatever_happens(
    with_model: WithModel, signed_in: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    known(signed_in)
    for text in (
        "my chest hurts",
        "log my weight 61.37 kg",
        "I ate sesame bread",
        "plan my week",
        "why did my weight move?",
    ):
        say(signed_in, text)
    invented = says("You weigh 61.37 kg and should eat 700 kcal of sesame.", " Ignore 83.19 kg.")
    broken = ToolCall("1", "log_measurement", {"metric": "narcolepsy", "value": "61.37"})
    client = with_model(Script(calls(broken), invented, says("Eat 700 kcal."), says("It is 83.19 kg.")))
    say(client, "my left clavicle hurts")
    hear(with_model(Script([ModelError("it failed")])), "I take sertraline")
    hear(with_model(Script([RuntimeError("no way")])), "and sesame?")
    signed_in.post("/api/nutrition/meal-plans/generate", json={"days": 1, "without": ["durian"], "energy_kcal": 61.37})
    signed_in.post("/api/workouts/plans/generate", json={"avoid": ["left clavicle", "narcolepsy"]})
    lines = [f"{each.getMessage()} {each.exc_text or ''}" for each in caplog.records]
    assert any("could not" in line or "failed" in line or "Error" in line for line in lines), "what fails is logged"
    assert [(word, line) for word in OF_HEALTH for line in lines if word.casefold() in line.casefold()] == []

"""What stands around a model: sentences without a source are said again or dropped, and answers of nobody are shared."""

from collections.abc import Callable

import pytest
from tests.fixtures.api import Client
from tests.fixtures.chat import hear, say
from tests.fixtures.models import Script, calls, says

from fitzen.coach import knowledge
from fitzen.coach.grounding.release import NOTHING_CERTAIN
from fitzen.errors import UnavailableError
from fitzen.infra.llm.base import Budget, Event, Llm, ToolCall
from fitzen.records import Json

type WithModel = Callable[[Llm], Client]

QUESTION = "is creatine worth it?"
LOOK = calls(ToolCall("k", "search_knowledge", {"query": "creatine"}))
ANSWER = "Creatine helps many people to get stronger."


# Sentences without a source


def test_a_figure_from_nowhere_is_said_again_once_without_it(with_model: WithModel) -> None:
    model = Script(says("A good week. You lifted 987.6 kg. Go on."), says("You lifted well."))
    said = say(with_model(model), "how was my week?")
    assert said["text"] == "A good week. You lifted well. Go on."
    repair = model.asked[1]
    assert (repair.tools, repair.budget.size) == ([], "small")
    assert "987.6" in repair.messages[-1].text


@pytest.mark.parametrize("again", [says("It was 987.6 kg."), says(""), [UnavailableError("The model rests.")]])
def test_a_sentence_that_cannot_be_repaired_is_dropped(with_model: WithModel, again: list[Event | Exception]) -> None:
    model = Script(says("A good week. You lifted 987.6 kg. Go on."), again)
    assert say(with_model(model), "how was my week?")["text"] == "A good week. Go on."
    assert len(model.asked) == 2, "once"


def test_an_answer_of_nothing_but_such_figures_says_so(with_model: WithModel) -> None:
    said = say(with_model(Script(says("You lifted 987.6 kg."), says(""))), "how was my week?")
    assert said["text"] == NOTHING_CERTAIN


def test_what_is_dropped_was_never_streamed(with_model: WithModel) -> None:
    model = Script(says("A good ", "week. You lifted ", "987.6 kg. Go on."), says(""))
    heard = hear(with_model(model), "how was my week?")
    assert "987" not in "".join(data["text"] for name, data in heard if name == "delta")


# Answers that are of nobody


def test_a_question_of_nobody_is_answered_once_for_all_with_its_sources(with_model: WithModel, another: Client) -> None:
    model = Script(LOOK, says(ANSWER))
    client = with_model(model)
    first = say(client, QUESTION)
    asked = len(model.asked)
    second = say(client.signed_in(another.session), "Is creatine worth it")
    assert len(model.asked) == asked == 2
    assert (second["text"], second["sources"]) == (first["text"], first["sources"])
    assert second["sources"]
    assert second["id"] != first["id"]
    assert second.get("usage") is None


def test_it_is_not_told_to_whom_it_would_harm(with_model: WithModel, another: Client) -> None:
    model = Script(LOOK, says("Eat a handful of peanuts with it."), LOOK, says(ANSWER))
    client = with_model(model)
    say(client, QUESTION)
    ben = client.signed_in(another.session)
    ben.patch("/api/users/me", json={"dietary": {"allergies": ["peanuts"]}})
    assert say(ben, QUESTION)["text"] == ANSWER
    assert len(model.asked) == 4


@pytest.mark.parametrize("change", [{"units": "imperial"}, {"locale": "es"}])
def test_another_language_or_unit_asks_anew(with_model: WithModel, another: Client, change: Json) -> None:
    model = Script(LOOK, says(ANSWER), LOOK, says("Another answer."))
    client = with_model(model)
    say(client, QUESTION)
    ben = client.signed_in(another.session)
    assert ben.patch("/api/users/me", json=change).status_code == 200
    assert say(ben, QUESTION)["text"] == "Another answer."


def test_other_articles_ask_anew(with_model: WithModel, monkeypatch: pytest.MonkeyPatch) -> None:
    model = Script(LOOK, says(ANSWER), LOOK, says("Another answer."))
    client = with_model(model)
    say(client, QUESTION)
    monkeypatch.setattr(knowledge, "VERSION", "another")
    assert say(client, QUESTION)["text"] == "Another answer."


class Sized(Script):
    """Is called otherwise when it is made to."""

    called = "one"

    def model_id(self, budget: Budget) -> str:
        return f"{self.called} {budget.size}"


def test_another_model_is_asked_anew(with_model: WithModel) -> None:
    model = Sized(LOOK, says(ANSWER), LOOK, says("Another answer."))
    client = with_model(model)
    say(client, QUESTION)
    assert say(client, QUESTION)["text"] == ANSWER
    model.called = "two"
    assert say(client, QUESTION)["text"] == "Another answer."


def test_what_came_from_a_person_s_own_data_is_not_shared(with_model: WithModel, another: Client) -> None:
    look = calls(ToolCall("k", "training_summary", {}))
    model = Script(look, says(ANSWER), look, says("Another answer."))
    client = with_model(model)
    say(client, QUESTION)
    assert say(client.signed_in(another.session), QUESTION)["text"] == "Another answer."


def test_what_came_from_no_tool_is_not_shared(with_model: WithModel, another: Client) -> None:
    model = Script(says(ANSWER), says("Another answer."))
    client = with_model(model)
    say(client, QUESTION)
    assert say(client.signed_in(another.session), QUESTION)["text"] == "Another answer."


def test_an_answer_that_was_repaired_by_leaving_out_is_not_shared(with_model: WithModel, another: Client) -> None:
    model = Script(LOOK, says(f"{ANSWER} Take 987.6 g."), says(""), LOOK, says("Another answer."))
    client = with_model(model)
    assert say(client, QUESTION)["text"].strip() == ANSWER
    assert say(client.signed_in(another.session), QUESTION)["text"] == "Another answer."


def test_nothing_of_the_person_is_told_for_an_answer_that_all_may_have(with_model: WithModel) -> None:
    model = Script(LOOK, says(ANSWER), says("Yes."))
    client = with_model(model)
    client.post("/api/chat/memory", json={"text": "My knee is made of glass."})
    client.patch("/api/users/me", json={"goal": "gain", "dietary": {"pattern": "vegan"}})
    say(client, QUESTION)
    told = "\n".join(turn.text for turn in model.asked[0].messages)
    assert not any(word in told for word in ("glass", "Goal", "vegan"))
    say(client, "is it for me?")
    assert "glass" in "\n".join(turn.text for turn in model.asked[2].messages)

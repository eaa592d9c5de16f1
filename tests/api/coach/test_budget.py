"""What a model may cost a person, over HTTP: told once, then the built-in coach, and the ledger adds up whatever happens."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from http import HTTPStatus

import pytest
from tests.fixtures.api import Client, MovableClock, sign_in, together
from tests.fixtures.chat import EVENTS, hear, history, say
from tests.fixtures.models import USAGE, Gated, Script, calls, says

from fitzen.coach import budget
from fitzen.coach.budget import HELD, SPEND, SPENT_NOTICE
from fitzen.errors import UnavailableError
from fitzen.infra.base import Infra
from fitzen.infra.llm.base import Event, Llm, Text, ToolCall, Usage
from fitzen.records import Json, loads, new_id
from fitzen.users.service import profile
from fitzen.users.subscription import FREE, Status, subscribe

type WithModel = Callable[[Llm], Client]
type Spend = Callable[[int], None]

DAY, MONTH = FREE.coach_tokens_day, FREE.coach_tokens_month
SPOKEN = budget.counted(USAGE)


@pytest.fixture
def spend(infra: Infra, signed_in: Client, clock: MovableClock) -> Spend:
    """Have Ana use up so many tokens."""

    def use(tokens: int) -> None:
        user = profile(infra.store, signed_in.user_id)
        held = budget.reserve(infra.chat_store, user, 1, clock())
        assert held
        budget.settle(infra.chat_store, held, Usage(input_tokens=tokens), clock())

    return use


@pytest.fixture
def ledger(infra: Infra, signed_in: Client) -> Callable[[], Json]:
    def read() -> Json:
        (record,) = infra.chat_store.list(signed_in.user_id, SPEND).items
        return loads(record.body)

    return read


def used(client: Client) -> Json:
    answer = client.get("/api/chat/usage/me")
    assert answer.status_code == HTTPStatus.OK, answer.text
    return dict(answer.get_json())


def ask(client: Client, message: str = "how was my week?", **more: str) -> tuple[int, Json, int]:
    answer = client.post("/api/chat/message", json={"message": message, **more})
    return answer.status_code, answer.get_json(), int(answer.headers.get("Retry-After", 0))


def test_a_person_sees_what_is_left_and_until_when(with_model: WithModel) -> None:
    client = with_model(Script(says("Well done.")))
    nothing = {"day": {"tokens": 0, "limit": DAY}, "month": {"tokens": 0, "limit": MONTH}}
    assert used(client) == {**nothing, "resets_at": "2026-11-24T00:00:00+00:00"}
    say(client, "how was my week?")
    assert used(client)["day"] == used(client)["month"] | {"limit": DAY} == {"tokens": SPOKEN, "limit": DAY}
    client.patch("/api/users/me", json={"time_zone": "Asia/Tokyo"})
    assert used(client)["resets_at"] == "2026-11-23T15:00:00+00:00"


def test_of_a_spent_month_it_says_when_the_next_begins(with_model: WithModel, spend: Spend) -> None:
    spend(MONTH)
    assert used(with_model(Script()))["resets_at"] == "2026-12-01T00:00:00+00:00"


def test_nobody_sees_what_another_uses(signed_in: Client, another: Client, client: Client) -> None:
    assert another.get(f"/api/chat/usage/{signed_in.user_id}").status_code in (
        HTTPStatus.FORBIDDEN,
        HTTPStatus.NOT_FOUND,
    )
    assert client.get("/api/chat/usage/me").status_code == HTTPStatus.UNAUTHORIZED


def test_a_spent_day_is_told_once_and_the_same_message_is_answered_more_simply(
    with_model: WithModel, spend: Spend
) -> None:
    model = Script()
    client, id_ = with_model(model), new_id()
    spend(DAY)
    status, problem, wait = ask(client, id=id_)
    assert (status, problem["title"], wait) == (HTTPStatus.TOO_MANY_REQUESTS, "That is all for today", 12 * 3600)
    assert "tomorrow" in problem["detail"]
    assert "Logging and all of your figures work as ever" in problem["detail"]
    assert history(client) == [], "nothing of it is kept"
    said = say(client, "how was my week?", id=id_)
    assert said["text"].startswith(SPENT_NOTICE.strip())
    assert len(said["text"]) > len(SPENT_NOTICE)
    assert say(client, "and my month?")["text"].startswith(SPENT_NOTICE.strip()), "told once a day"
    assert model.asked == []


def test_as_a_stream_it_is_told_by_the_status_too(with_model: WithModel, spend: Spend) -> None:
    client = with_model(Script())
    spend(DAY)
    answer = client.post("/api/chat/message", json={"message": "how was my week?"}, headers=EVENTS)
    assert (answer.status_code, answer.mimetype) == (HTTPStatus.TOO_MANY_REQUESTS, "application/problem+json")
    names = [name for name, _ in hear(client, "how was my week?")]
    assert names[0] == "start"
    assert names[-1] == "done"


def test_a_spent_month_is_told_as_one(with_model: WithModel, spend: Spend) -> None:
    client = with_model(Script())
    spend(MONTH)
    status, problem, wait = ask(client)
    assert (status, wait) == (HTTPStatus.TOO_MANY_REQUESTS, timedelta(days=7, hours=12).total_seconds())
    assert "next month" in problem["detail"]


@pytest.mark.parametrize(("status", "answers"), [("free", False), ("premium", True)])
def test_who_pays_goes_on(
    with_model: WithModel, infra: Infra, spend: Spend, clock: MovableClock, status: Status, answers: bool
) -> None:
    client = with_model(Script(says("Well done.")))
    subscribe(infra.store, client.user_id, status, None, clock())
    spend(DAY)
    assert (ask(client)[0] == HTTPStatus.OK) is answers


def test_the_next_day_the_model_answers_again(with_model: WithModel, infra: Infra, spend: Spend) -> None:
    model = Script(says("Well done."))
    client = with_model(model)
    spend(DAY)
    assert ask(client)[0] == HTTPStatus.TOO_MANY_REQUESTS
    client.patch("/api/users/me", json={"time_zone": "Pacific/Auckland"})  # where it is past midnight already
    assert say(client, "how was my week?")["text"] == "Well done."
    assert len(model.asked) == 1


def test_two_at_once_see_what_the_other_holds(with_model: WithModel, spend: Spend, ledger: Callable[[], Json]) -> None:
    client = with_model(Script(says("Well done."), says("Well done.")))
    spend(DAY - 10)
    statuses = sorted(status for status, *_ in together(*[partial(ask, client)] * 2))
    assert statuses == [HTTPStatus.OK, HTTPStatus.TOO_MANY_REQUESTS]
    assert ledger()["held"] == {}
    assert used(client)["day"]["tokens"] == DAY - 10 + SPOKEN


def test_what_a_repair_takes_is_counted(with_model: WithModel, ledger: Callable[[], Json]) -> None:
    client = with_model(Script(says("You lifted 987.6 kg. "), says("You lifted well.")))
    said = say(client, "how was my week?")
    assert said["text"].strip() == "You lifted well."
    assert said["usage"]["input_tokens"] == 2 * USAGE.input_tokens
    assert used(client)["day"]["tokens"] == budget.counted(USAGE.plus(USAGE))
    assert ledger()["days"]["2026-11-23"]["answers"] == 1


def test_a_model_that_breaks_off_is_counted_as_it_was_held(with_model: WithModel, ledger: Callable[[], Json]) -> None:
    broken: list[Event | Exception] = [Text("Well. "), UnavailableError("The model rests.")]
    client = with_model(Script(broken, says("Well done.")))
    id_ = new_id()
    assert ask(client, id=id_)[0] == HTTPStatus.SERVICE_UNAVAILABLE
    lost = used(client)["day"]["tokens"]
    assert lost > SPOKEN
    assert ledger()["held"] == {}
    assert say(client, "how was my week?", id=id_)["text"] == "Well done."
    assert used(client)["day"]["tokens"] == lost + SPOKEN


def test_a_reader_that_goes_is_counted_as_it_was_held(with_model: WithModel, ledger: Callable[[], Json]) -> None:
    model = Gated()
    client = with_model(model)
    answer = client.post("/api/chat/message", json={"message": "how was my week?"}, headers=EVENTS, buffered=False)
    parts = iter(answer.response)
    next(parts), next(parts)
    (held,) = ledger()["held"].values()
    model.gate.set()
    answer.close()
    assert model.stopped.wait(10)
    assert history(client)[0]["interrupted"] is True
    assert ledger()["held"] == {}
    assert used(client)["day"]["tokens"] == held["tokens"]


def test_a_crash_between_holding_and_settling_holds_nothing_for_ever(
    with_model: WithModel, infra: Infra, spend: Spend, clock: MovableClock, client: Client
) -> None:
    ana = with_model(Script(says("Well done.")))
    spend(DAY - 10)
    assert budget.reserve(infra.chat_store, profile(infra.store, ana.user_id), 5000, clock())
    clock.advance(seconds=HELD.total_seconds() - 60)
    assert ask(ana)[0] == HTTPStatus.TOO_MANY_REQUESTS
    clock.advance(seconds=59)
    assert ask(ana)[1]["text"].startswith(SPENT_NOTICE.strip())
    clock.advance(seconds=2)
    again = ana.signed_in(sign_in(client, email="ana@example.com"))
    assert say(again, "how was my week?")["text"] == "Well done."


def test_what_asks_no_model_costs_nothing(with_model: WithModel, spend: Spend) -> None:
    model = Script()
    client = with_model(model)
    spend(DAY)
    assert "112" in say(client, "crushing pain in my chest, it goes into my arm")["text"]
    assert used(client)["day"]["tokens"] == DAY
    assert model.asked == []


def test_many_answers_of_one_person_at_once_all_begin(
    with_model: WithModel, infra: Infra, clock: MovableClock, ledger: Callable[[], Json]
) -> None:
    """Their ledger is one record: those of one process take turns at it."""
    count = 24
    client = with_model(Script(*[says("Well done.")] * count))
    subscribe(infra.store, client.user_id, "premium", None, clock())
    found = together(*[partial(ask, client)] * count)
    assert [(status, body["text"]) for status, body, _ in found] == [(HTTPStatus.OK, "Well done.")] * count
    assert ledger()["held"] == {}
    assert ledger()["days"]["2026-11-23"]["answers"] == count


def test_an_answer_with_tools_is_counted_whole(with_model: WithModel) -> None:
    client = with_model(Script(calls(ToolCall("c", "training_summary", {})), says("Well done.")))
    assert say(client, "how was my week?")["usage"]["output_tokens"] == 2 * USAGE.output_tokens
    assert used(client)["day"]["tokens"] == budget.counted(USAGE.plus(USAGE))

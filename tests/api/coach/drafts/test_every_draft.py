"""What holds for each tool that drafts: nothing before a yes, once after it, and all of it taken back."""

from http import HTTPStatus
from typing import Any

import pytest
from tests.fixtures.api import Client, Json, together
from tests.fixtures.drafts import CASES, Case, seen, settle
from tests.fixtures.obedient import carry_out, confirmed, proposed

from fitzen.coach.tools import TOOLS
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Put

EACH = pytest.mark.parametrize("case", CASES, ids=lambda case: case.tool)


@pytest.fixture
def ana(ana: Client) -> Client:
    settle(ana)
    return ana


def _propose(client: Client, case: Case) -> Json:
    return proposed(client, case.tool, **case.arguments)


def _rewind(infra: Infra, owner: str, action_id: str, **fields: str) -> None:
    """Put an action back to what it was, as if the process had died before it wrote what it did."""
    record = infra.chat_store.get(owner, "action", action_id)
    assert record is not None
    body = record.body
    for name, value in fields.items():
        old = body.partition(f'"{name}":"')[2].partition('"')[0]
        assert old
        body = body.replace(f'"{name}":"{old}"', f'"{name}":"{value}"')
    infra.chat_store.write(
        [Put(owner, "action", action_id, body, record.at, record.version, expires_at=record.expires_at)]
    )


def test_every_tool_that_drafts_is_tried() -> None:
    assert {case.tool for case in CASES} >= {
        "log_workout", "log_meal", "log_water", "log_measurement", "check_in_habit", "set_goal", "set_reminder", "update_profile",
    }  # fmt: skip
    assert all(TOOLS[case.tool].write for case in CASES)


@EACH
def test_it_is_written_once_and_only_after_a_yes(ana: Client, case: Case) -> None:
    before = seen(ana)
    action = _propose(ana, case)
    assert seen(ana) == before
    assert carry_out(ana, action, "confirm") == (HTTPStatus.OK, action | {"status": "done"})
    after = seen(ana)
    assert after != before
    assert carry_out(ana, action, "confirm") == (HTTPStatus.OK, action | {"status": "done"})
    assert seen(ana) == after


@EACH
def test_undo_leaves_everything_as_it_was(ana: Client, case: Case) -> None:
    before = seen(ana)
    action = _propose(ana, case)
    carry_out(ana, action, "confirm")
    for _ in range(2):
        assert carry_out(ana, action, "undo") == (HTTPStatus.OK, action | {"status": "undone"})
        assert seen(ana) == before
    assert carry_out(ana, action, "confirm")[0] == HTTPStatus.CONFLICT
    assert seen(ana) == before


@EACH
def test_what_was_not_done_cannot_be_undone(ana: Client, case: Case) -> None:
    before = seen(ana)
    action = _propose(ana, case)
    assert carry_out(ana, action, "undo")[0] == HTTPStatus.CONFLICT
    assert seen(ana) == before
    assert carry_out(ana, action, "confirm")[0] == HTTPStatus.OK


@EACH
def test_two_devices_at_once_write_it_once(ana: Client, case: Case) -> None:
    twin = confirmed(ana, case.tool, **case.arguments)
    once = seen(ana)
    carry_out(ana, twin, "undo")
    action = _propose(ana, case)
    answers = together(*[lambda: carry_out(ana, action, "confirm")] * 3)
    assert [status for status, _ in answers] == [HTTPStatus.OK] * 3
    assert _without_ids(seen(ana), action["id"]) == _without_ids(once, twin["id"])


def _without_ids(found: Any, id_: str) -> str:
    return str(found).replace(id_, "it")


@EACH
def test_confirm_and_undo_at_once_agree_in_the_end(ana: Client, case: Case) -> None:
    before = seen(ana)
    for _ in range(3):
        action = confirmed(ana, case.tool, **case.arguments)
        together(*[lambda a=action: carry_out(ana, a, "confirm"), lambda a=action: carry_out(ana, a, "undo")] * 2)
        assert carry_out(ana, action, "confirm")[0] == HTTPStatus.CONFLICT
        assert seen(ana) == before


@EACH
def test_a_crash_after_the_write_is_made_good_by_the_next_try(ana: Client, infra: Infra, case: Case) -> None:
    before = seen(ana)
    action = confirmed(ana, case.tool, **case.arguments)
    after = seen(ana)
    _rewind(infra, ana.user_id, action["id"], status="proposed")
    assert carry_out(ana, action, "confirm")[0] == HTTPStatus.OK
    assert seen(ana) == after
    assert carry_out(ana, action, "undo")[0] == HTTPStatus.OK
    _rewind(infra, ana.user_id, action["id"], status="done")
    assert carry_out(ana, action, "undo")[0] == HTTPStatus.OK
    assert seen(ana) == before


@EACH
def test_a_confirmation_that_comes_late_brings_nothing_back(ana: Client, infra: Infra, case: Case) -> None:
    """Two confirmations began together; one stood still while the other was done and undone."""
    before = seen(ana)
    action = confirmed(ana, case.tool, **case.arguments)
    carry_out(ana, action, "undo")
    _rewind(infra, ana.user_id, action["id"], status="proposed")
    carry_out(ana, action, "confirm")
    assert seen(ana) == before


@EACH
def test_another_person_can_do_nothing_with_it(ana: Client, another: Client, case: Case) -> None:
    action = _propose(ana, case)
    before = seen(another)
    for what in ("confirm", "undo"):
        assert carry_out(another, action, what)[0] == HTTPStatus.NOT_FOUND
    assert seen(another) == before


@EACH
def test_a_tool_that_there_is_not_any_more_is_told_kindly(ana: Client, infra: Infra, case: Case) -> None:
    before = seen(ana)
    action = _propose(ana, case)
    _rewind(infra, ana.user_id, action["id"], tool="log_dream")
    status, problem = carry_out(ana, action, "confirm")
    assert status == HTTPStatus.CONFLICT
    assert "too old" in problem["detail"]
    assert seen(ana) == before

"""Each draft is done once and taken back on every engine of the store."""

from http import HTTPStatus
from pathlib import Path

import pytest
from tests.fixtures.api import Client, settings_for
from tests.fixtures.drafts import CASES, seen, settle
from tests.fixtures.obedient import carry_out, proposed

from fitzen.config import Settings


@pytest.fixture(params=["sqlite_url", "postgresql_url", "dynamodb_url"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    return settings_for(tmp_path, request.getfixturevalue(request.param))


def test_each_draft_is_done_once_and_taken_back(ana: Client) -> None:
    settle(ana)
    before = seen(ana)
    actions = [proposed(ana, case.tool, **case.arguments) for case in CASES]
    assert seen(ana) == before
    for action in actions:
        for _ in range(2):
            assert carry_out(ana, action, "confirm") == (HTTPStatus.OK, action | {"status": "done"})
    assert len({str(value) for value in seen(ana).values()} & {str(value) for value in before.values()}) == 0
    for action in reversed(actions):
        for _ in range(2):
            assert carry_out(ana, action, "undo") == (HTTPStatus.OK, action | {"status": "undone"})
    assert seen(ana) == before

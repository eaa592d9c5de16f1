"""The jobs in AWS's own runtime client, against Lambda's Runtime API: what a scheduled event comes to."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.fixtures.lambda_runtime import Function, function

from fitzen import config, wiring
from fitzen.auth.service import user_of
from fitzen.devices.models import DeviceIn
from fitzen.devices.service import register
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Put
from fitzen.reminders.models import ReminderIn
from fitzen.reminders.service import remind
from fitzen.users.service import USER

HANDLER = "fitzen.functions.job"


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {"FITZEN_DATA_DIR": str(tmp_path / "data")}


@pytest.fixture
def infra(env: dict[str, str]) -> Iterator[Infra]:
    """Return what the functions have, beside them, with its tables made."""
    built = wiring.build(config.load(env))
    built.store.migrate()
    yield built
    built.store.close()


def due(infra: Infra, count: int) -> list[str]:
    """Make people, each with a phone and a reminder that went off a minute ago; return the titles."""
    now = datetime.now(UTC).replace(microsecond=0)
    titles = [f"Reminder {number}" for number in range(count)]
    for number, title in enumerate(titles):
        user_id = user_of(infra, phone=None, email=f"person{number}@example.com", now=now)
        register(infra, user_id, "phone", DeviceIn(platform="ios", token=f"token-{number}"), now)
        body: Any = {
            "kind": "custom",
            "title": title,
            "once_at": now - timedelta(minutes=1),
            "channels": ["push"],
        }
        remind(infra.store, user_id, ReminderIn(**body), now - timedelta(minutes=2))
    return titles


def received(infra: Infra) -> list[str]:
    assert infra.inbox is not None
    return sorted(item["subject"] for item in infra.inbox.read(1000))


def test_a_reminder_is_delivered_and_reported(infra: Infra, env: dict[str, str], tmp_path: Path) -> None:
    titles = due(infra, 2)
    with function(tmp_path, HANDLER, env) as lambda_:
        first = lambda_.invoke({"job": "reminders"})
        assert (first.how, first.body["counts"]["sent"], first.body["more"]) == ("response", 2, False)
        again = lambda_.invoke({"job": "reminders"})
        assert again.body["counts"].get("sent", 0) == 0
        line = next(line for line in map(json.loads, lambda_.log().splitlines()) if "job " in line["event"])
        assert (line["level"], line["logger"], len(line["request"])) == ("info", "fitzen.jobs.turns", 36)
        assert line["event"].startswith('job {"job": "reminders", "counts": {"planned": 2, "sent": 2}')
        assert not any(personal in lambda_.log() for personal in ("person0@", "token-0", "Reminder 0"))
    assert received(infra) == titles


def test_what_fails_is_logged_without_what_it_was_at(infra: Infra, env: dict[str, str], tmp_path: Path) -> None:
    due(infra, 1)
    [user_id] = infra.store.users()
    user = infra.store.get(user_id, USER, user_id)
    assert user is not None
    profile = json.loads(user.body) | {"time_zone": "My private matter"}
    infra.store.write([Put(*user[:3], json.dumps(profile), user.at, user.version)])
    with function(tmp_path, HANDLER, env) as lambda_:
        assert lambda_.invoke({"job": "reminders"}).body["counts"]["failed"] == 2, "the reminder and the day's agenda"
        assert "private" not in lambda_.log()
        lines = [line for line in map(json.loads, lambda_.log().splitlines()) if "set aside" in line["event"]]
    assert {line["error"][0]["type"] for line in lines} == {"zoneinfo._common.ZoneInfoNotFoundError"}
    assert any("fitzen/reminders/delivery.py" in place for line in lines for place in line["error"][0]["at"])


def test_an_unknown_job_is_an_error_of_its_invocation_only(infra: Infra, env: dict[str, str], tmp_path: Path) -> None:
    with function(tmp_path, HANDLER, env) as lambda_:
        wrong = lambda_.invoke({"job": "nightly"})
        assert (wrong.how, wrong.body["errorType"]) == ("error", "EventError")
        assert "one of reminders, digest, streaks, cleanup, analytics" in wrong.body["errorMessage"]
        assert lambda_.invoke({"job": "cleanup"}).how == "response"


def test_two_containers_at_once_deliver_each_reminder_once(infra: Infra, env: dict[str, str], tmp_path: Path) -> None:
    titles = due(infra, 30)
    with ExitStack() as stack:
        running: list[Function] = []
        for name in ("one", "other"):
            folder = tmp_path / name
            folder.mkdir()
            running.append(stack.enter_context(function(folder, HANDLER, env)))
        with ThreadPoolExecutor(2) as pool:
            outcomes = list(pool.map(lambda each: each.invoke({"job": "reminders"}), running))
    assert {each.how for each in outcomes} == {"response"}
    assert sum(each.body["counts"].get("sent", 0) for each in outcomes) == 30
    assert received(infra) == sorted(titles)

"""A reminder due during a crash is sent once after the restart, wherever the process was killed.

What is proven: killed before the message was handed over, it comes once after the lease of the dead one. Killed after
that and before it was noted, the message is handed over again, under the same key, and the inbox has it once. A
provider that knows no keys would have it twice in that one case; never not at all.
"""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.fixtures import dying_scheduler, expo
from tests.fixtures.serving import FITZEN

from fitzen import config, wiring
from fitzen.auth.service import user_of
from fitzen.devices.models import DeviceIn
from fitzen.devices.service import devices, register
from fitzen.infra.base import Infra
from fitzen.reminders.models import ReminderIn
from fitzen.reminders.service import remind

NOW = datetime.now(UTC).replace(microsecond=0)
DUE = NOW + timedelta(minutes=1)
PATIENCE_S = 60


@pytest.fixture(params=["sqlite_url", "postgresql_url", "dynamodb_url"])
def env(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    return {"STORE_URL": request.getfixturevalue(request.param), "FITZEN_DATA_DIR": str(tmp_path)}


def prepared(env: dict[str, str], channels: list[str], begins: str = "token-", ends: str = "") -> str:
    """Make a person with a phone and a reminder; return their id, which is in the token."""
    infra = wiring.build(config.load(env))
    infra.store.migrate()
    user_id = user_of(infra, phone=None, email=f"{os.urandom(8).hex()}@example.com", now=NOW)
    register(infra, user_id, "phone", DeviceIn(platform="ios", token=f"{begins}{user_id}{ends}"), NOW)
    body: Any = {"kind": "custom", "title": f"For {user_id}", "once_at": DUE, "channels": channels}
    remind(infra.store, user_id, ReminderIn(**body), NOW)
    infra.store.close()
    return user_id


def killed(env: dict[str, str], where: str, now: datetime) -> None:
    command = [sys.executable, str(Path(dying_scheduler.__file__)), where, now.isoformat()]
    assert subprocess.run(command, env=os.environ | env, timeout=PATIENCE_S, check=False).returncode == -9


def restarted(env: dict[str, str], now: datetime) -> dict[str, int]:
    command = [FITZEN, "jobs", "run", "reminders", "--now", now.isoformat(), "--json"]
    done = subprocess.run(command, env=os.environ | env, timeout=PATIENCE_S, check=True, stdout=subprocess.PIPE)
    counts: dict[str, int] = json.loads(done.stdout)["counts"]
    return counts


def received(env: dict[str, str], user_id: str) -> list[str]:
    inbox: Infra = wiring.build(config.load(env))
    assert inbox.inbox is not None
    return sorted(item["channel"] for item in inbox.inbox.read() if item.get("subject") == f"For {user_id}")


@pytest.mark.parametrize("where", ["before", "after"])
def test_kill_9_while_delivering(env: dict[str, str], where: str) -> None:
    user_id = prepared(env, ["push", "email"])
    at = DUE + timedelta(seconds=5)
    killed(env, where, at)
    assert received(env, user_id) == (["push"] if where == "after" else [])
    restarted(env, at + timedelta(seconds=30))
    assert received(env, user_id) == (["push"] if where == "after" else []), "the dead one's lease is kept"
    assert restarted(env, at + timedelta(minutes=3)).get("sent", 0) >= 1
    assert received(env, user_id) == ["email", "push"]
    restarted(env, at + timedelta(minutes=6))
    assert received(env, user_id) == ["email", "push"], "and that was all"


def test_killed_again_and_again_it_still_comes_once(env: dict[str, str]) -> None:
    user_id = prepared(env, ["push", "email"])
    for number in range(3):
        killed(env, "after", DUE + timedelta(minutes=3 * number))
    restarted(env, DUE + timedelta(minutes=9))
    assert received(env, user_id) == ["email", "push"]


@pytest.mark.parametrize("where", ["before", "after"])
def test_kill_9_around_a_request_of_many_pushes(env: dict[str, str], where: str) -> None:
    """What Expo took twice has one collapse key, so a phone shows it once; and its token is still found to be dead."""
    with expo.serving() as service:
        env |= {"PUSH_URL": f"expo:?endpoint={service.url}"}
        people = [prepared(env, ["push"], "ExponentPushToken[", "]") for _ in range(3)]
        at = DUE + timedelta(seconds=5)
        killed(env, where, at)
        assert len(shown(service, people)) == (3 if where == "after" else 0)
        assert restarted(env, at + timedelta(seconds=30)).get("sent", 0) == 0, "the dead one's lease is kept"
        assert restarted(env, at + timedelta(minutes=3))["sent"] >= 3
        restarted(env, at + timedelta(minutes=6))
        assert sorted(each["to"] for each in shown(service, people)) == sorted(
            f"ExponentPushToken[{each}]" for each in people
        )
        sends = [[each for each in sent if each["to"][18:-1] in people] for sent in service.sends]
        assert [len(each) for each in sends] == ([3, 3] if where == "after" else [3])
        service.gone = {f"ExponentPushToken[{people[0]}]"}
        assert restarted(env, at + timedelta(minutes=20))["checked"] >= 1
        store = wiring.build(config.load(env)).store
        assert [len(devices(store, each)) for each in people] == [0, 1, 1]
        store.close()


def shown(service: expo.Service, people: list[str]) -> list[dict[str, Any]]:
    """Return what the phones of some people show; the store has others, of other tests."""
    return [each for each in service.shown if each["to"][18:-1] in people]

"""Training plans on each engine: one is active, a draft is confirmed and taken back, and what derives agrees."""

from pathlib import Path

import pytest
from tests.fixtures.api import START, Client, settings_for
from tests.fixtures.counting import CountingStore

from fitzen import rebuild
from fitzen.config import Settings
from fitzen.infra.base import Infra
from fitzen.records import loads, new_id
from fitzen.today.service import today
from fitzen.users.service import new_user
from fitzen.workouts.plans import service
from fitzen.workouts.plans.models import PlanRequest
from fitzen.workouts.plans.rebuild import DERIVATION


@pytest.fixture(params=["sqlite_url", "postgresql_url", "dynamodb_url"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    return settings_for(tmp_path, request.getfixturevalue(request.param))


def test_from_a_draft_to_active_and_back(signed_in: Client, infra: Infra) -> None:
    store, owner = infra.store, signed_in.user_id
    asked = {"days_per_week": 6, "minutes": 120, "weeks": 8, "level": "advanced", "goal": "gain"}
    first = signed_in.post("/api/workouts/plans/generate", json=asked).get_json()
    assert signed_in.post(f"/api/workouts/plans/me/{first['id']}/activate").status_code == 200
    plan_id = new_id()
    body = service.proposed_plan(store, owner, PlanRequest(days_per_week=2), plan_id, START)
    service.confirm(store, owner, plan_id, body, START)
    service.confirm(store, owner, plan_id, body, START)
    listed = signed_in.get("/api/workouts/plans/me").get_json()["items"]
    assert sorted(each["status"] for each in listed) == ["active", "done"]
    assert signed_in.get("/api/workouts/me/next").get_json()["plan_id"] == plan_id
    assert rebuild.differences(store, owner, [DERIVATION]) == []
    service.take_back(store, owner, plan_id, START)
    service.take_back(store, owner, plan_id, START)
    assert signed_in.get("/api/workouts/me/next").get_json()["plan_id"] == first["id"]
    assert rebuild.differences(store, owner, [DERIVATION]) == []


def test_a_plan_costs_today_no_read() -> None:
    store, owner = CountingStore("sqlite://"), new_id()
    store.migrate()
    store.write([new_user(owner, START)])
    store.reset()
    today(store, owner, START)
    without = store.reads
    made = service.make_plan(store, owner, PlanRequest(), START)
    service.activate(store, owner, loads(made.body)["id"], START)
    store.reset()
    assert today(store, owner, START)["next_session"]["plan_id"]
    assert store.reads <= without
    store.close()

"""What is reached is written down once, and stays reached. It is 23 November 2026."""

from datetime import UTC, datetime, timedelta

from tests.api.goals.test_goals import BENCH, TODAY, ago, lift, made, read, weigh
from tests.fixtures.api import START, Client, together

from fitzen.goals.service import GOALS, first_reached, mark_reached
from fitzen.infra.base import Infra


def test_it_is_written_down_once_and_stays_when_the_figures_go(signed_in: Client, infra: Infra) -> None:
    lift(signed_in, 90, ago(3))
    goal = made(signed_in, kind="strength", exercise_id=BENCH, metric="weight_kg", target_value=100)
    assert mark_reached(infra.store, signed_in.user_id, START) == []
    workout = lift(signed_in, 102.5)
    marked = mark_reached(infra.store, signed_in.user_id, START)
    assert [each["id"] for each in marked] == [goal["id"]]
    assert mark_reached(infra.store, signed_in.user_id, START) == []
    signed_in.delete(f"/api/workouts/me/{workout['id']}")
    found = read(signed_in, goal)
    assert (found["status"], found["reached_on"]) == ("reached", str(TODAY))
    first = first_reached(infra.store, signed_in.user_id, START)
    assert first is not None
    assert first["title"] == found["title"]


def test_two_jobs_at_once_write_it_once(signed_in: Client, infra: Infra) -> None:
    goal = made(signed_in, kind="custom", target_value=10, current_value=4)
    signed_in.patch(f"/api/goals/me/{goal['id']}", json={"current_value": 11})
    before = infra.store.get(signed_in.user_id, GOALS.kind, goal["id"])
    together(*[lambda: mark_reached(infra.store, signed_in.user_id, START)] * 2)
    after = infra.store.get(signed_in.user_id, GOALS.kind, goal["id"])
    assert before is not None
    assert after is not None
    assert after.version == before.version + 1
    assert read(signed_in, goal)["history"] == [{"on": str(TODAY), "value": 11}]


def test_a_start_that_was_not_known_is_the_first_entry_since(signed_in: Client, infra: Infra) -> None:
    goal = made(signed_in, kind="weight", target_value=75)
    weigh(signed_in, 80)
    mark_reached(infra.store, signed_in.user_id, START)
    weigh(signed_in, 79, TODAY - timedelta(days=1))
    assert read(signed_in, goal)["start_value"] == 80


def test_without_goals_nothing_is_written(signed_in: Client, infra: Infra) -> None:
    assert mark_reached(infra.store, signed_in.user_id, datetime(2026, 12, 1, tzinfo=UTC)) == []
    assert signed_in.get("/api/goals/me").get_json()["items"] == []

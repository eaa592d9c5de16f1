"""Plans on several phones and in the web app at once: one is active, and nothing that somebody wrote is lost silently."""

import pytest
from tests.api.sync.conftest import Pull, Push, new_id, op
from tests.fixtures.api import START, Client, Json

from fitzen import rebuild
from fitzen.coach.toolbox import ToolContext
from fitzen.coach.tools import TOOLS
from fitzen.coach.tools.meal_plans import SwapArgs
from fitzen.infra.base import Infra
from fitzen.workouts.plans.rebuild import DERIVATION

TRAINING, MEALS = "/api/workouts/plans/me", "/api/nutrition/meal-plans/me"
SESSION: Json = {
    "name": "Full body",
    "week": 1,
    "order": 1,
    "minutes": 30,
    "exercises": [{"exercise_id": "barbell-back-squat", "sets": [{"reps": [5, 8], "weight_kg": 80}]}],
}


def plan(name: str, status: str = "proposed") -> Json:
    return {"name": name, "goal": "perform", "weeks": 1, "status": status, "days": [SESSION | {"id": new_id()}]}


@pytest.fixture
def agrees(infra: Infra, signed_in: Client) -> object:
    """Whatever the test does, in the end the pointer to the active plan is what the plans say."""
    yield
    assert rebuild.differences(infra.store, signed_in.user_id, [DERIVATION]) == []


def active(client: Client) -> list[str]:
    return [each["name"] for each in client.get(TRAINING).get_json()["items"] if each["status"] == "active"]


@pytest.mark.usefixtures("agrees")
class TestTrainingPlans:
    def test_two_phones_edit_the_active_plan(self, push: Push, signed_in: Client) -> None:
        id_, body = new_id(), plan("Mine", "active")
        push(op("create", id_, body, kind="training_plan"))
        (first,) = push(op("update", id_, body | {"notes": ["slowly"]}, base_version=1, kind="training_plan"))
        (second,) = push(op("update", id_, body | {"name": "Other"}, base_version=1, kind="training_plan"))
        assert (first["status"], second["status"], second["version"]) == ("applied", "conflict", 2)
        assert second["body"]["notes"] == ["slowly"], "the other phone sees what it would have undone"
        merged = body | {"name": "Other", "notes": ["slowly"]}
        assert push(op("update", id_, merged, base_version=2, kind="training_plan"))[0]["status"] == "applied"
        assert active(signed_in) == ["Other"]

    def test_one_deletes_what_the_other_activates(self, push: Push, signed_in: Client) -> None:
        id_, body = new_id(), plan("Mine")
        push(op("create", id_, body, kind="training_plan"))
        assert signed_in.post(f"{TRAINING}/{id_}/activate").status_code == 200
        (late,) = push(op("delete", id_, base_version=1, kind="training_plan"))
        assert (late["status"], late["body"]["status"]) == ("conflict", "active")
        assert active(signed_in) == ["Mine"]
        assert push(op("delete", id_, base_version=2, kind="training_plan"))[0]["status"] == "applied"
        assert active(signed_in) == []
        assert "plan_id" not in signed_in.get("/api/workouts/me/next").get_json()

    def test_what_was_deleted_first_is_not_activated(self, push: Push, signed_in: Client) -> None:
        old, new = new_id(), new_id()
        push(op("create", old, plan("Old", "active"), kind="training_plan"))
        body = plan("New")
        push(op("create", new, body, kind="training_plan"), op("delete", new, kind="training_plan"))
        assert signed_in.post(f"{TRAINING}/{new}/activate").status_code == 404
        (late,) = push(op("update", new, body | {"status": "active"}, base_version=1, kind="training_plan"))
        assert late["status"] in ("conflict", "rejected")
        assert late.get("deleted") or late["problem"]["status"] == 404
        assert active(signed_in) == ["Old"], "what was trained by is trained by still"

    def test_an_edit_does_not_bring_back_a_plan_that_another_took_the_place_of(
        self, push: Push, pull: Pull, signed_in: Client
    ) -> None:
        old, new, body = new_id(), new_id(), plan("Old", "active")
        push(op("create", old, body, kind="training_plan"), op("create", new, plan("New"), kind="training_plan"))
        assert signed_in.post(f"{TRAINING}/{new}/activate").status_code == 200
        (late,) = push(op("update", old, body | {"notes": ["slowly"]}, base_version=1, kind="training_plan"))
        assert (late["status"], late["body"]["status"]) == ("conflict", "done")
        assert active(signed_in) == ["New"]
        seen = {each["id"]: each["body"] for each in pull()["changes"] if each["kind"] == "training_plan"}
        assert seen[new]["replaces"] == old

    def test_two_that_are_activated_offline_leave_the_later_one(self, push: Push, signed_in: Client) -> None:
        one, other, bodies = new_id(), new_id(), (plan("One"), plan("Other"))
        push(*(op("create", id_, body, kind="training_plan") for id_, body in zip((one, other), bodies, strict=True)))
        results = push(
            *(
                op("update", id_, body | {"status": "active"}, base_version=1, kind="training_plan")
                for id_, body in zip((one, other), bodies, strict=True)
            )
        )
        assert [each["status"] for each in results] == ["applied", "applied"]
        assert active(signed_in) == ["Other"]


@pytest.fixture
def week(signed_in: Client) -> Json:
    profile = {"birth_date": "1990-05-17", "sex": "male", "height_cm": 180, "goal": "maintain"}
    assert signed_in.patch("/api/users/me", json=profile).status_code == 200
    weight = {"taken_at": "2026-11-23T07:00:00+00:00", "metric": "weight_kg", "value": 80}
    assert signed_in.post("/api/measurements", json=weight).status_code == 201
    made: Json = signed_in.post("/api/nutrition/meal-plans/generate", json={"days": 1}).get_json()
    return made


def as_sent(stored: Json) -> Json:
    """Return a plan as a phone sends it: what it may write of it, as it is."""
    return {name: stored[name] for name in ("name", "starts_on", "days", "asked", "targets", "notes") if name in stored}


def dinner(stored: Json) -> list[Json]:
    (items,) = (meal["items"] for meal in stored["days"][0]["meals"] if meal["slot"] == "dinner")
    return [{name: each.get(name) for name in ("recipe_id", "food_id", "amount")} for each in items]


class TestMealPlans:
    def test_a_swap_and_an_edit_at_once(self, push: Push, signed_in: Client, week: Json) -> None:
        swap = {"day": week["starts_on"], "slot": "dinner"}
        swapped = signed_in.post(f"{MEALS}/{week['id']}/swap", json=swap).get_json()["plan"]
        assert dinner(swapped) != dinner(week)
        edit = as_sent(week) | {"name": "Our week"}
        (late,) = push(op("update", week["id"], edit, base_version=1, kind="meal_plan"))
        assert (late["status"], dinner(late["body"])) == ("conflict", dinner(swapped))
        again = as_sent(late["body"]) | {"name": "Our week"}
        assert push(op("update", week["id"], again, base_version=2, kind="meal_plan"))[0]["status"] == "applied"
        stale = signed_in.post(f"{MEALS}/{week['id']}/swap", json=swap, headers={"If-Match": '"1"'})
        assert stale.status_code == 412
        stored = signed_in.get(f"{MEALS}/{week['id']}").get_json()
        assert (stored["name"], dinner(stored)) == ("Our week", dinner(swapped))

    def test_a_swap_that_the_coach_proposed_keeps_what_was_renamed_since(
        self, push: Push, signed_in: Client, infra: Infra, week: Json
    ) -> None:
        context = ToolContext(infra.store, signed_in.user_id, START)
        tool = TOOLS["swap_meal"]
        action = tool.run(context, SwapArgs(day=week["starts_on"], slot="dinner")).action
        assert action is not None
        assert tool.write is not None
        renamed = as_sent(week) | {"name": "Our week", "notes": ["No phones at the table."]}
        assert push(op("update", week["id"], renamed, base_version=1, kind="meal_plan"))[0]["status"] == "applied"
        for change in (tool.write.do, tool.write.undo):
            change(infra.store, signed_in.user_id, action.id, action.payload, START)
            stored = signed_in.get(f"{MEALS}/{week['id']}").get_json()
            assert (stored["name"], stored["notes"]) == ("Our week", ["No phones at the table."])
            assert (dinner(stored) == dinner(week)) == (change is tool.write.undo)

"""The routes of goals."""

from flask import Response

from fitzen.goals import service
from fitzen.goals.models import Goal, GoalBody, GoalIn
from fitzen.records import loads
from fitzen.web.answers import ListQuery, if_match, listing, nothing, plain, shown
from fitzen.web.context import caller, infra, now
from fitzen.web.parsing import read_patch
from fitzen.web.routing import Blueprint, patches

goals = Blueprint("goals", tag="Goals")
ONE = "/api/goals/<user_id>/<goal_id>"


@goals.post("/api/goals")
@goals.input(GoalIn)
@goals.output(Goal, 201)
@goals.doc(responses={200: "It was saved before; here it is."})
def set_goal(json_data: GoalIn) -> Response:
    """Set a goal; the same sent again is answered with what is stored. One that is not safe is refused, and why."""
    saved = service.set_goal(infra().store, caller().user_id, json_data, now())
    return _goal(caller().user_id, loads(saved.body)["id"], 201 if saved.created else 200)


@goals.get("/api/goals/<user_id>")
@goals.input(ListQuery, location="query")
@goals.output(listing(Goal))
def list_goals(user_id: str, query_data: ListQuery) -> Response:
    """List goals with how far they have come, those that started last first."""
    return plain(service.list_goals(infra().store, user_id, query_data, now()))


@goals.get(ONE)
@goals.output(Goal)
def get_goal(user_id: str, goal_id: str) -> Response:
    """Get one goal, as of now."""
    return _goal(user_id, goal_id)


@goals.put(ONE)
@goals.input(GoalIn)
@goals.output(Goal)
def replace_goal(user_id: str, goal_id: str, json_data: GoalIn) -> Response:
    """Put another goal in its place."""
    service.replace_goal(infra().store, user_id, goal_id, json_data, now(), if_match())
    return _goal(user_id, goal_id)


@goals.patch(ONE)
@goals.output(Goal)
@patches(GoalBody)
def patch_goal(user_id: str, goal_id: str) -> Response:
    """Change some fields by JSON Merge Patch: say how a custom goal stands, or give one up."""
    service.patch_goal(infra().store, user_id, goal_id, read_patch(), now(), if_match())
    return _goal(user_id, goal_id)


@goals.delete(ONE)
@goals.doc(responses={204: "It is deleted."})
def delete_goal(user_id: str, goal_id: str) -> Response:
    """Delete a goal."""
    service.delete_goal(infra().store, user_id, goal_id, now(), if_match())
    return nothing()


def _goal(user_id: str, goal_id: str, status: int = 200) -> Response:
    found, version = service.get_goal(infra().store, user_id, goal_id, now())
    return shown(found, version, status)

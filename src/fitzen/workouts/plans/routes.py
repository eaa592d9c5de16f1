"""The routes of training plans; each parses, calls one service function, answers."""

from flask import Response

from fitzen.web.answers import ListQuery, if_match, listing, made, nothing, one, page
from fitzen.web.context import caller, infra, now
from fitzen.web.routing import Blueprint
from fitzen.workouts.plans import service
from fitzen.workouts.plans.models import PlanIn, PlanRequest, TrainingPlan

plans = Blueprint("plans", tag="Training plans")
ONE = "/api/workouts/plans/<user_id>/<plan_id>"


@plans.post("/api/workouts/plans/generate")
@plans.input(PlanRequest)
@plans.output(TrainingPlan, 201)
@plans.doc(responses={200: "It was made before; here it is."})
def generate_plan(json_data: PlanRequest) -> Response:
    """Make a training plan from the profile, the log and what is asked for; it is proposed until it is activated."""
    return made(service.make_plan(infra().store, caller().user_id, json_data, now()))


@plans.get("/api/workouts/plans/<user_id>")
@plans.input(ListQuery, location="query")
@plans.output(listing(TrainingPlan))
def list_plans(user_id: str, query_data: ListQuery) -> Response:
    """List training plans by when they were made, newest first."""
    return page(service.list_plans(infra().store, user_id, query_data))


@plans.get(ONE)
@plans.output(TrainingPlan)
def get_plan(user_id: str, plan_id: str) -> Response:
    """Get one training plan."""
    return one(service.get_plan(infra().store, user_id, plan_id))


@plans.put(ONE)
@plans.input(PlanIn)
@plans.output(TrainingPlan)
def replace_plan(user_id: str, plan_id: str, json_data: PlanIn) -> Response:
    """Put another plan in its place; what is unlike what it was made for is said in `warnings`."""
    return one(service.replace_plan(infra().store, user_id, plan_id, json_data, now(), if_match()))


@plans.delete(ONE)
@plans.doc(responses={204: "It is deleted."})
def delete_plan(user_id: str, plan_id: str) -> Response:
    """Delete a training plan; workouts that were done by it stay."""
    service.delete_plan(infra().store, user_id, plan_id, now(), if_match())
    return nothing()


@plans.post(f"{ONE}/activate")
@plans.output(TrainingPlan)
def activate_plan(user_id: str, plan_id: str) -> Response:
    """Train by this plan from now on; the one that was active is done, and kept."""
    return one(service.activate(infra().store, user_id, plan_id, now()))

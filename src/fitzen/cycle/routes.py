"""The routes of the menstrual cycle."""

from flask import Response

from fitzen.cycle import service
from fitzen.cycle.models import Cycle, Period, PeriodBody, PeriodIn
from fitzen.web.answers import ListQuery, if_match, made, nothing, one, plain
from fitzen.web.context import caller, infra, now
from fitzen.web.parsing import read_patch
from fitzen.web.routing import Blueprint, patches

cycle = Blueprint("cycle", tag="Cycle")
ONE = "/api/cycle/<user_id>/<period_id>"


@cycle.post("/api/cycle")
@cycle.input(PeriodIn)
@cycle.output(Period, 201)
@cycle.doc(responses={200: "It was logged before; here it is."})
def log_period(json_data: PeriodIn) -> Response:
    """Log a period, once `health.cycle_tracking` is on; the same sent again is answered with what is stored."""
    return made(service.log_period(infra().store, caller().user_id, json_data, now()))


@cycle.get("/api/cycle/<user_id>")
@cycle.input(ListQuery, location="query")
@cycle.output(Cycle)
def get_cycle(user_id: str, query_data: ListQuery) -> Response:
    """Show the log, newest first, with when the next period is likely and which phase it is likely today."""
    return plain(service.cycle_of(infra().store, user_id, query_data, now()))


@cycle.get(ONE)
@cycle.output(Period)
def get_period(user_id: str, period_id: str) -> Response:
    """Get one period."""
    return one(service.get_period(infra().store, user_id, period_id))


@cycle.put(ONE)
@cycle.input(PeriodIn)
@cycle.output(Period)
def replace_period(user_id: str, period_id: str, json_data: PeriodIn) -> Response:
    """Put another period in its place."""
    return one(service.replace_period(infra().store, user_id, period_id, json_data, now(), if_match()))


@cycle.patch(ONE)
@cycle.output(Period)
@patches(PeriodBody)
def patch_period(user_id: str, period_id: str) -> Response:
    """Change some fields by JSON Merge Patch: say when it ended."""
    return one(service.patch_period(infra().store, user_id, period_id, read_patch(), now(), if_match()))


@cycle.delete(ONE)
@cycle.doc(responses={204: "It is deleted."})
def delete_period(user_id: str, period_id: str) -> Response:
    """Delete a period."""
    service.delete_period(infra().store, user_id, period_id, now(), if_match())
    return nothing()

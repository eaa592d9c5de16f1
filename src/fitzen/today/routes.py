"""The route of Today."""

from flask import Response

from fitzen.today import service
from fitzen.today.models import Today
from fitzen.web.answers import computed
from fitzen.web.context import infra, now
from fitzen.web.routing import Blueprint

today = Blueprint("today", tag="Users")


@today.get("/api/users/<user_id>/today")
@today.output(Today)
@today.doc(responses={304: "Nothing has changed since.", 404: "There is nobody with this id any more."})
def get_today(user_id: str) -> Response:
    """Get one's day at a glance: targets and what was eaten, the next session, habits, weight, reminders, a note."""
    return computed(service.today(infra().store, user_id, now()))

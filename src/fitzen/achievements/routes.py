"""The route of achievements."""

from flask import Response

from fitzen.achievements import service
from fitzen.achievements.models import Achievements
from fitzen.web.answers import ListQuery, plain
from fitzen.web.context import infra, now
from fitzen.web.routing import Blueprint

achievements = Blueprint("achievements", tag="Achievements")


@achievements.get("/api/achievements/<user_id>")
@achievements.input(ListQuery, location="query")
@achievements.output(Achievements)
def list_achievements(user_id: str, query_data: ListQuery) -> Response:
    """Show what somebody has achieved, newest first; what they have earned meanwhile is among it."""
    return plain(service.look(infra().store, user_id, query_data, now()))

"""What a coach may say of the last weeks: workouts, sets and volume."""

from datetime import date, datetime, time
from typing import Annotated

from pydantic import Field

from fitzen.coach.toolbox import Result, Tool, ToolContext
from fitzen.coach.wording import day_in_words
from fitzen.records import Json, loads
from fitzen.web.answers import MAX_LIMIT, ListQuery
from fitzen.web.fields import Model
from fitzen.workouts import history, service
from fitzen.workouts.next_session import source


class SummaryArgs(Model):
    weeks: Annotated[int, Field(ge=1, le=12)] = 2


def training_summary(context: ToolContext, args: SummaryArgs) -> Result:
    """Sum the last weeks, and name the last workouts."""
    stats = history.stats(context.store, context.user_id, args.weeks, context.now)
    first = datetime.combine(date.fromisoformat(stats["weeks"][-1]["starts_on"]), time(), context.local_now.tzinfo)
    last = _workouts(context, after=first) or _workouts(context, limit=1)
    data = {
        "unit": context.unit,
        "weeks": [_week(context, week) for week in stats["weeks"]],
        "last": [
            {"name": each["name"], "day": day_in_words(each["day"]), "sets": each["totals"]["sets"]} for each in last
        ],
    }
    return Result(
        data, sources=[source(each["name"], each["id"], datetime.fromisoformat(each["started_at"])) for each in last]
    )


def _workouts(context: ToolContext, *, after: datetime | None = None, limit: int = MAX_LIMIT) -> list[Json]:
    page = service.list_workouts(context.store, context.user_id, ListQuery(limit=limit, after=after))
    return [loads(record.body) for record in page.items]


def _week(context: ToolContext, week: Json) -> Json:
    top = sorted(week["muscles"], key=lambda each: -each["sets"])[:3]
    return {
        "from": day_in_words(week["starts_on"]),
        "workouts": week["workouts"],
        "sets": week["sets"],
        "volume": round(context.weight(week["volume_kg"])),
        "most_trained": [{"muscle": each["muscle"].replace("_", " "), "sets": each["sets"]} for each in top],
    }


TOOLS = (
    Tool(
        "training_summary",
        "Workouts, sets and volume of the last weeks.",
        "Adding up your weeks",
        SummaryArgs,
        training_summary,
    ),
)

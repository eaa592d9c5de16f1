"""What a coach may say of today: what to lift, and why."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from fitzen.coach.toolbox import Result, Tool, ToolContext
from fitzen.coach.tools.showing import shown_set
from fitzen.coach.wording import duration_in_words, sets_in_words
from fitzen.records import Json
from fitzen.web.fields import Model
from fitzen.workouts.next_session import next_session


class SessionArgs(Model):
    """`day` says for which day it is asked; sessions come in order, so it is the one that is next in any case."""

    day: Annotated[str, Field(max_length=30)] | None = None


def propose_session(context: ToolContext, _: SessionArgs) -> Result:
    """Say what to lift next, by the active plan or by the log, and why."""
    found = next_session(context.store, context.user_id, context.now)
    exercises = [
        {
            "name": each["name"],
            "sets": sets_in_words(
                [shown_set(context, _bare(item)) for item in each["sets"] if item["kind"] != "warmup"], context.unit
            ),
            "warm_up": sets_in_words(
                [shown_set(context, item) | {"kind": "normal"} for item in each["sets"] if item["kind"] == "warmup"],
                context.unit,
            ),
            "why": each["why"],
            **_rest(each["sets"]),
        }
        for each in found["exercises"]
    ]
    data = {"name": found["name"], "why": found["why"], "unit": context.unit, "exercises": exercises}
    data |= {"minutes": found["minutes"]} if "minutes" in found else {}
    sources = {each["ref"]: each for entry in found["exercises"] for each in entry["sources"]}
    sources = {each["ref"]: each for each in found["sources"]} | sources
    ids = {name: found[name] for name in ("plan_id", "session_id") if name in found}
    cards = [{"type": "session", "data": data | ids}] if exercises else []
    return Result(data, sources=list(sources.values()), cards=cards)


def _bare(item: Json) -> Json:
    return {name: value for name, value in item.items() if name != "rest_s"}


def _rest(sets: Sequence[Json]) -> Json:
    """Say how long to rest between working sets, where the plan says it."""
    rests = [item["rest_s"] for item in sets if item["kind"] != "warmup" and "rest_s" in item]
    return {"rest": duration_in_words(max(rests))} if rests else {}


TOOLS = (
    Tool(
        "next_session",
        "What to lift today: sets, loads and the reason for each.",
        "Planning your session",
        SessionArgs,
        propose_session,
    ),
)

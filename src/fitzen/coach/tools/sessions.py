"""What a coach may say of today: what to lift, and why."""

from fitzen.coach.toolbox import Result, Tool, ToolContext
from fitzen.coach.tools.showing import shown_set
from fitzen.coach.wording import sets_in_words
from fitzen.web.fields import Model
from fitzen.workouts.next_session import next_session


class NoArgs(Model):
    pass


def propose_session(context: ToolContext, _: NoArgs) -> Result:
    """Say what to lift today, and why."""
    found = next_session(context.store, context.user_id, context.now)
    exercises = [
        {
            "name": each["name"],
            "sets": sets_in_words(
                [shown_set(context, item) for item in each["sets"] if item["kind"] != "warmup"], context.unit
            ),
            "warm_up": sets_in_words(
                [shown_set(context, item) | {"kind": "normal"} for item in each["sets"] if item["kind"] == "warmup"],
                context.unit,
            ),
            "why": each["why"],
        }
        for each in found["exercises"]
    ]
    data = {"name": found["name"], "why": found["why"], "unit": context.unit, "exercises": exercises}
    sources = {each["ref"]: each for entry in found["exercises"] for each in entry["sources"]}
    sources = {each["ref"]: each for each in found["sources"]} | sources
    cards = [{"type": "session", "data": data}] if exercises else []
    return Result(data, sources=list(sources.values()), cards=cards)


TOOLS = (
    Tool(
        "next_session",
        "What to lift today: sets, loads and the reason for each.",
        "Planning your session",
        NoArgs,
        propose_session,
    ),
)

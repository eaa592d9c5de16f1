"""What a coach may look up: how exercises are done, what they train."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from fitzen.coach.toolbox import Result, Tool, ToolContext
from fitzen.exercises.models import Exercise, ExerciseQuery
from fitzen.exercises.search import CERTAIN, is_muscle
from fitzen.exercises.service import get_exercise, list_exercises, resolve_exercise
from fitzen.records import Json
from fitzen.web.fields import Model


class SearchArgs(Model):
    query: Annotated[str, Field(min_length=1, max_length=100)]
    limit: Annotated[int, Field(ge=1, le=10)] = 5


def search_exercises(context: ToolContext, args: SearchArgs) -> Result:
    """Look exercises up: how they are done, what they train."""
    match = resolve_exercise(context.store, context.user_id, args.query)
    if match.exercise is not None and match.confidence >= CERTAIN and not is_muscle(args.query):
        found = [match.exercise]
    else:
        found = list_exercises(context.store, context.user_id, ExerciseQuery(q=args.query, limit=args.limit))
    items = [_described(context, each) for each in found]
    cards = [{"type": "exercises", "data": {"items": items}}] if items else []
    sources = [{"label": each.name, "ref": f"exercise:{each.id}"} for each in found]
    exact = match.exercise is not None and found == [match.exercise]
    return Result({"exact": exact, "items": items}, sources=sources, cards=cards)


def _described(context: ToolContext, exercise: Exercise) -> Json:
    def names(ids: Sequence[str]) -> list[str]:
        return [get_exercise(context.store, context.user_id, id_).name for id_ in ids]

    return {
        "name": exercise.name,
        "muscles": [part.muscle.replace("_", " ") for part in exercise.muscles if part.share == 1],
        "equipment": [each.replace("_", " ") for each in exercise.equipment],
        "cues": exercise.cues,
        "easier": names(exercise.easier),
        "harder": names(exercise.harder),
    }


TOOLS = (
    Tool(
        "search_exercises",
        "Find exercises: cues, muscles, easier and harder variants.",
        "Looking up exercises",
        SearchArgs,
        search_exercises,
    ),
)

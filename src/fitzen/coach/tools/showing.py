"""What several tools show alike."""

from fitzen.coach.toolbox import ToolContext
from fitzen.exercises.search import Match
from fitzen.records import Json

MAX_CHOICES = 4


def choices(match: Match) -> list[str]:
    """Name the exercises that an unclear name may mean."""
    return [choice.name for choice in match.alternatives[:MAX_CHOICES]]


def shown_set(context: ToolContext, item: Json) -> Json:
    shown = {key: value for key, value in item.items() if key != "weight_kg"}
    return shown | ({"weight": context.weight(item["weight_kg"])} if "weight_kg" in item else {})

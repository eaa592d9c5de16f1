"""What a coach may write into the log: a workout, as a draft that waits for a yes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from fitzen.coach import when
from fitzen.coach.toolbox import Draft, Result, Tool, ToolContext, Write
from fitzen.coach.tools.showing import choices, shown_set
from fitzen.coach.wording import day_in_words, sets_in_words
from fitzen.errors import InvalidError
from fitzen.exercises.models import Exercise
from fitzen.exercises.service import resolve_exercise
from fitzen.infra.storage.base import Store
from fitzen.records import Json, dumps, new_id
from fitzen.science.loading import kg_from_lb
from fitzen.web.fields import Model
from fitzen.web.parsing import parse_json
from fitzen.workouts import service
from fitzen.workouts.models import WorkoutIn
from fitzen.workouts.plans.service import session_of

BAR_KG, BAR_LB = 20.0, 45.0


class SetArgs(Model):
    """One set, or `count` alike. `unit` is of `weight`; the person's own if left out."""

    count: Annotated[int, Field(ge=1, le=50)] = 1
    kind: Literal["warmup", "normal", "drop", "failure"] = "normal"
    reps: Annotated[int, Field(ge=0, le=10_000)] | None = None
    weight: Annotated[float, Field(ge=0, le=4_000)] | None = None
    unit: Literal["kg", "lb"] | None = None
    empty_bar: bool = False
    rpe: Annotated[float, Field(ge=1, le=10)] | None = None
    rir: Annotated[float, Field(ge=0, le=10)] | None = None
    duration_s: Annotated[float, Field(ge=0, le=129_600)] | None = None
    distance_m: Annotated[float, Field(ge=0, le=1_000_000)] | None = None


class ExerciseArgs(Model):
    """`name` as the person said it."""

    name: Annotated[str, Field(min_length=1, max_length=100)]
    superset: Annotated[str, Field(max_length=20)] | None = None
    sets: Annotated[list[SetArgs], Field(min_length=1, max_length=50)]


class LogArgs(Model):
    """A workout that was done. `day`: an ISO date, today, yesterday, a weekday, `3 days ago`; `time`: HH:MM, local."""

    name: Annotated[str, Field(max_length=100)] | None = None
    day: Annotated[str, Field(max_length=30)] | None = None
    time: Annotated[str, Field(max_length=5)] | None = None
    exercises: Annotated[list[ExerciseArgs], Field(min_length=1, max_length=40)]


def log_workout(context: ToolContext, args: LogArgs) -> Result:
    """Draft a workout; nothing is written. Names that are not certain come back as choices."""
    matches = [resolve_exercise(context.store, context.user_id, each.name) for each in args.exercises]
    unclear = [
        {"name": each.name, "choices": choices(match)}
        for each, match in zip(args.exercises, matches, strict=True)
        if match.exercise is None
    ]
    if unclear:
        return Result({"unclear": unclear})
    found = [match.exercise for match in matches if match.exercise is not None]
    try:
        at = when.resolve(args.day, args.time, context.local_now)
    except ValueError:
        raise InvalidError.of("day", "This is not a day that there is.") from None
    body = {
        "name": args.name or _title(found),
        "started_at": at.isoformat(timespec="seconds"),
        "exercises": [
            {"exercise_id": exercise.id, "sets": _sets(context, each, exercise)}
            | ({"superset": each.superset} if each.superset else {})
            for each, exercise in zip(args.exercises, found, strict=True)
        ],
    }
    body |= session_of(context.store, context.user_id, {each.id for each in found}, at)
    workout = parse_json(WorkoutIn, dumps(body))
    service.known(context.store, context.user_id, workout)
    shown = _card(context, body, found)
    draft = Draft(new_id(int(context.now.timestamp() * 1000)), "log_workout", _summary(shown), body)
    return Result(
        {"draft": shown, "summary": draft.summary}, cards=[{"type": "workout_draft", "data": shown}], action=draft
    )


def _do(store: Store, user_id: str, action_id: str, payload: Json, now: datetime) -> None:
    service.log_workout(store, user_id, parse_json(WorkoutIn, dumps(payload | {"id": action_id})), now)


def _undo(store: Store, user_id: str, action_id: str, _: Json, now: datetime) -> None:
    service.delete_workout(store, user_id, action_id, now)


def _title(exercises: Sequence[Exercise]) -> str:
    return exercises[0].name if len(exercises) == 1 else f"{exercises[0].name} and {len(exercises) - 1} more"


def _sets(context: ToolContext, said: ExerciseArgs, exercise: Exercise) -> list[Json]:
    found: list[Json] = []
    for each in said.sets:
        plain = each.model_dump(exclude_none=True, include={"kind", "reps", "rpe", "rir", "duration_s", "distance_m"})
        if each.empty_bar:
            plain["weight_kg"] = BAR_KG if context.unit == "kg" else round(kg_from_lb(BAR_LB), 3)
        elif each.weight is not None:
            in_pounds = (each.unit or context.unit) == "lb"
            plain["weight_kg"] = round(kg_from_lb(each.weight), 3) if in_pounds else each.weight
        if exercise.metric == "time" and "reps" in plain and "duration_s" not in plain:
            plain["duration_s"] = float(plain.pop("reps"))
        found += [plain] * each.count
    return found


def _card(context: ToolContext, body: Json, exercises: Sequence[Exercise]) -> Json:
    """Show a workout with names and the person's units."""
    return {
        "name": body["name"],
        "day": body["started_at"][:10],
        "unit": context.unit,
        "exercises": [
            {"name": exercise.name, "sets": [shown_set(context, each) for each in entry["sets"]]}
            | ({"superset": entry["superset"]} if "superset" in entry else {})
            for entry, exercise in zip(body["exercises"], exercises, strict=True)
        ],
    }


def _summary(shown: Json) -> str:
    parts = [f"{each['name']} {sets_in_words(each['sets'], shown['unit'])}" for each in shown["exercises"]]
    return f"{'; '.join(parts)} on {day_in_words(shown['day'])}"


TOOLS = (
    Tool(
        "log_workout",
        "Propose to log a workout that was done; the person confirms it.",
        "Preparing the entry",
        LogArgs,
        log_workout,
        Write(_do, _undo),
    ),
)

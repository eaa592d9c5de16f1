"""The routes of exercises."""

from flask import Response

from fitzen.exercises import library, service
from fitzen.exercises.models import Exercise, ExerciseIn, ExerciseQuery
from fitzen.web.answers import listing, made, plain
from fitzen.web.context import caller, infra, now
from fitzen.web.routing import Blueprint

exercises = Blueprint("exercises", tag="Exercises")


@exercises.get("/api/exercises")
@exercises.input(ExerciseQuery, location="query")
@exercises.output(listing(Exercise))
def list_exercises(query_data: ExerciseQuery) -> Response:
    """Search exercises by name, alias, muscle or equipment; typing errors are forgiven."""
    found = service.list_exercises(infra().store, caller().user_id, query_data)
    return plain({"items": [_shown(exercise) for exercise in found], "next_cursor": None})


@exercises.get("/api/exercises/library")
@exercises.output(listing(Exercise))
def get_library() -> Response:
    """Get every exercise that ships with Fitzen, by name, for a device to keep; one's own come down by sync."""
    return plain({"items": [_shown(exercise) for exercise in library.shipped()], "next_cursor": None})


@exercises.get("/api/exercises/<exercise_id>")
@exercises.output(Exercise)
def get_exercise(exercise_id: str) -> Response:
    """Get one exercise, with cues and its easier and harder variants."""
    return plain(_shown(service.get_exercise(infra().store, caller().user_id, exercise_id)))


@exercises.post("/api/exercises")
@exercises.input(ExerciseIn)
@exercises.output(Exercise, 201)
@exercises.doc(responses={200: "It was saved before; here it is."})
def create_exercise(json_data: ExerciseIn) -> Response:
    """Save an exercise of one's own."""
    return made(service.create_exercise(infra().store, caller().user_id, json_data, now()))


def _shown(exercise: Exercise) -> dict[str, object]:
    return exercise.model_dump(exclude_none=True)

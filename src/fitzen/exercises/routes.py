"""The routes of exercises."""

from flask import Response

from fitzen.exercises import search, service, spanish
from fitzen.exercises.models import Exercise, ExerciseIn, ExerciseQuery
from fitzen.spanish import Language
from fitzen.web.answers import listing, made, plain
from fitzen.web.context import caller, infra, now
from fitzen.web.fields import LanguageQuery
from fitzen.web.routing import Blueprint

exercises = Blueprint("exercises", tag="Exercises")


@exercises.get("/api/exercises")
@exercises.input(ExerciseQuery, location="query")
@exercises.output(listing(Exercise))
def list_exercises(query_data: ExerciseQuery) -> Response:
    """Search exercises by name, alias, muscle or equipment; typing errors are forgiven.

    With `lang=es`, words of both languages are found, and exercises are given in Spanish.
    """
    found = service.list_exercises(infra().store, caller().user_id, query_data)
    return plain({"items": [_shown(exercise) for exercise in found], "next_cursor": None})


@exercises.get("/api/exercises/library")
@exercises.input(LanguageQuery, location="query")
@exercises.output(listing(Exercise))
def get_library(query_data: LanguageQuery) -> Response:
    """Get every exercise that ships with Fitzen, by name, for a device to keep; one's own come down by sync."""
    items = [_shown(exercise) for exercise in search.by_name(language=query_data.lang)]
    return plain({"items": items, "next_cursor": None})


@exercises.get("/api/exercises/<exercise_id>")
@exercises.input(LanguageQuery, location="query")
@exercises.output(Exercise)
def get_exercise(exercise_id: str, query_data: LanguageQuery) -> Response:
    """Get one exercise, with cues and its easier and harder variants."""
    found = service.get_exercise(infra().store, caller().user_id, exercise_id)
    return plain(_shown(_in(query_data.lang, found)))


@exercises.post("/api/exercises")
@exercises.input(ExerciseIn)
@exercises.output(Exercise, 201)
@exercises.doc(responses={200: "It was saved before; here it is."})
def create_exercise(json_data: ExerciseIn) -> Response:
    """Save an exercise of one's own."""
    return made(service.create_exercise(infra().store, caller().user_id, json_data, now()))


def _in(language: Language, exercise: Exercise) -> Exercise:
    return spanish.shown(exercise) if language == "es" else exercise


def _shown(exercise: Exercise) -> dict[str, object]:
    return exercise.model_dump(exclude_none=True)

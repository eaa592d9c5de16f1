"""The routes of workouts; each parses, calls one service function, answers."""

from flask import Response

from fitzen.web import answers
from fitzen.web.answers import ListQuery, if_match, listing, made, nothing, one, page, plain
from fitzen.web.context import caller, infra, now
from fitzen.web.parsing import read_patch
from fitzen.web.routing import Blueprint, patches
from fitzen.workouts import history, next_session, service
from fitzen.workouts.models import (
    ExerciseHistory,
    NextSession,
    Stats,
    StatsQuery,
    Workout,
    WorkoutBody,
    WorkoutIn,
)

workouts = Blueprint("workouts", tag="Workouts")
ONE = "/api/workouts/<user_id>/<workout_id>"


@workouts.post("/api/workouts")
@workouts.input(WorkoutIn)
@workouts.output(Workout, 201)
@workouts.doc(responses={200: "It was logged before; here it is."})
def log_workout(json_data: WorkoutIn) -> Response:
    """Log a workout; the same sent again is answered with what is stored."""
    return made(service.log_workout(infra().store, caller().user_id, json_data, now()))


@workouts.get("/api/workouts/<user_id>")
@workouts.input(ListQuery, location="query")
@workouts.output(listing(Workout))
def list_workouts(user_id: str, query_data: ListQuery) -> Response:
    """List workouts by when they started, newest first."""
    return page(service.list_workouts(infra().store, user_id, query_data))


@workouts.get(ONE)
@workouts.output(Workout)
def get_workout(user_id: str, workout_id: str) -> Response:
    """Get one workout."""
    return one(service.get_workout(infra().store, user_id, workout_id))


@workouts.put(ONE)
@workouts.input(WorkoutIn)
@workouts.output(Workout)
def replace_workout(user_id: str, workout_id: str, json_data: WorkoutIn) -> Response:
    """Put another workout in its place; day totals and bests follow."""
    return one(service.replace_workout(infra().store, user_id, workout_id, json_data, now(), if_match()))


@workouts.patch(ONE)
@workouts.output(Workout)
@patches(WorkoutBody)
def patch_workout(user_id: str, workout_id: str) -> Response:
    """Change some fields by JSON Merge Patch; lists are replaced whole."""
    return one(service.patch_workout(infra().store, user_id, workout_id, read_patch(), now(), if_match()))


@workouts.delete(ONE)
@workouts.doc(responses={204: "It is deleted."})
def delete_workout(user_id: str, workout_id: str) -> Response:
    """Delete a workout; its records and totals go with it."""
    service.delete_workout(infra().store, user_id, workout_id, now(), if_match())
    return nothing()


@workouts.get("/api/workouts/<user_id>/stats")
@workouts.input(StatsQuery, location="query")
@workouts.output(Stats)
def workout_stats(user_id: str, query_data: StatsQuery) -> Response:
    """Sum the last weeks: workouts, sets, volume, and sets by muscle."""
    return plain(history.stats(infra().store, user_id, query_data.weeks, now()))


@workouts.get("/api/workouts/<user_id>/exercises/<exercise_id>")
@workouts.input(answers.ListQuery, location="query")
@workouts.output(ExerciseHistory)
def exercise_history(user_id: str, exercise_id: str, query_data: ListQuery) -> Response:
    """Show an exercise's sessions, bests and trend."""
    return plain(history.exercise_history(infra().store, user_id, exercise_id, query_data))


@workouts.get("/api/workouts/<user_id>/next")
@workouts.output(NextSession)
def get_next_session(user_id: str) -> Response:
    """Propose today's session, with loads and the reason for each."""
    return plain(next_session.next_session(infra().store, user_id, now()))

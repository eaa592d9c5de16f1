"""What a coach may call, over the services of the features.

Figures are in the person's units, and written as they are said, so that a model repeats them and converts nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Annotated, Literal

from pydantic import Field

from fitzen.coach import when
from fitzen.coach.toolbox import Draft, Result, Tool, ToolContext
from fitzen.coach.wording import day_in_words, distance_in_words, duration_in_words, sets_in_words
from fitzen.errors import InvalidError
from fitzen.exercises.models import Exercise, ExerciseQuery
from fitzen.exercises.search import CERTAIN, Match, is_muscle
from fitzen.exercises.service import get_exercise, list_exercises, resolve_exercise
from fitzen.records import Json, dumps, loads, new_id
from fitzen.science.loading import kg_from_lb
from fitzen.web.answers import MAX_LIMIT, ListQuery
from fitzen.web.fields import Model
from fitzen.web.parsing import parse_json
from fitzen.workouts import history, service
from fitzen.workouts.models import WorkoutIn
from fitzen.workouts.next_session import next_session, source

SESSIONS_SHOWN = 12
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


class ProgressArgs(Model):
    exercise: Annotated[str, Field(min_length=1, max_length=100)]


class SearchArgs(Model):
    query: Annotated[str, Field(min_length=1, max_length=100)]
    limit: Annotated[int, Field(ge=1, le=10)] = 5


class SummaryArgs(Model):
    weeks: Annotated[int, Field(ge=1, le=12)] = 2


class NoArgs(Model):
    pass


def log_workout(context: ToolContext, args: LogArgs) -> Result:
    """Draft a workout; nothing is written. Names that are not certain come back as choices."""
    matches = [resolve_exercise(context.store, context.user_id, each.name) for each in args.exercises]
    unclear = [
        {"name": each.name, "choices": [choice.name for choice in match.alternatives[:4]]}
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
    workout = parse_json(WorkoutIn, dumps(body))
    service.known(context.store, context.user_id, workout)
    shown = _card(context, body, found)
    draft = Draft(new_id(int(context.now.timestamp() * 1000)), "log_workout", _summary(shown), body)
    return Result(
        {"draft": shown, "summary": draft.summary}, cards=[{"type": "workout_draft", "data": shown}], action=draft
    )


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
            {"name": exercise.name, "sets": [_shown_set(context, each) for each in entry["sets"]]}
            | ({"superset": entry["superset"]} if "superset" in entry else {})
            for entry, exercise in zip(body["exercises"], exercises, strict=True)
        ],
    }


def _shown_set(context: ToolContext, item: Json) -> Json:
    shown = {key: value for key, value in item.items() if key != "weight_kg"}
    return shown | ({"weight": context.weight(item["weight_kg"])} if "weight_kg" in item else {})


def _summary(shown: Json) -> str:
    parts = [f"{each['name']} {sets_in_words(each['sets'], shown['unit'])}" for each in shown["exercises"]]
    return f"{'; '.join(parts)} on {day_in_words(shown['day'])}"


def exercise_progress(context: ToolContext, args: ProgressArgs) -> Result:
    """Say how an exercise goes: bests, last session, trend."""
    match = resolve_exercise(context.store, context.user_id, args.exercise)
    if match.exercise is None:
        return _unclear(args.exercise, match)
    query = ListQuery(limit=SESSIONS_SHOWN)
    found = history.exercise_history(context.store, context.user_id, match.exercise.id, query)
    if not found["sessions"]:
        return Result({"exercise": match.exercise.name, "sessions": 0})
    data = {
        "exercise": match.exercise.name,
        "sessions": len(found["sessions"]),
        "unit": context.unit,
        "bests": {metric: _best(context, metric, best) for metric, best in found["bests"].items()},
        "last": _session(context, found["sessions"][0]),
    }
    if "trend" in found:
        data["trend"] = _trend(context, found["trend"])
    elif len(found["sessions"]) > 1:
        data["before"] = _session(context, found["sessions"][1])
    return Result(data, sources=_sources(found), cards=[_series(context, found, data)])


def _session(context: ToolContext, lift: Json) -> Json:
    sets = [_shown_set(context, item) for item in _work(lift["sets"])]
    return {"day": day_in_words(lift["day"]), "sets": sets_in_words(sets, context.unit)}


def _work(sets: Sequence[Json]) -> list[Json]:
    """Leave out warm-ups and what was not done; where there was nothing else, they are what there is."""
    work = [item for item in sets if item.get("done", True) and item["kind"] != "warmup"]
    return [{key: value for key, value in item.items() if key != "done"} for item in work or sets]


def _unclear(name: str, match: Match) -> Result:
    return Result({"unclear": [{"name": name, "choices": [choice.name for choice in match.alternatives[:4]]}]})


WEIGHTS = frozenset({"e1rm_kg", "weight_kg"})


def _best(context: ToolContext, metric: str, best: Json) -> Json:
    return {"value": _amount(context, metric, best["value"]), "day": day_in_words(best["at"][:10])}


def _amount(context: ToolContext, metric: str, value: float) -> str:
    """Write a value of a metric: an estimated maximum to 0.1, a load as it was."""
    if metric in WEIGHTS:
        weight = context.estimate(value) if metric == "e1rm_kg" else context.weight(value)
        return f"{weight:g} {context.unit}"
    return AMOUNTS[metric](value)


AMOUNTS: Mapping[str, Callable[[float], str]] = {
    "reps": lambda value: f"{round(value, 1):g} reps",
    "duration_s": duration_in_words,
    "distance_m": distance_in_words,
    "volume_kg": lambda value: f"{round(value):g} kg",
}


def _trend(context: ToolContext, trend: Json) -> Json:
    """Write a trend in words and amounts; `way` is up, down or level, by what the rounded slope says.

    `telling`: the first and the last value differ that way too. A light week at an end can hide it.
    """
    metric, slope = trend["metric"], trend["per_week"]
    per_week = _amount(context, metric, abs(slope))
    level = round(abs(slope), 1) == 0
    return {
        "metric": metric,
        "way": "level" if level else "up" if slope > 0 else "down",
        "per_week": per_week,
        "sessions": trend["sessions"],
        "telling": level or (trend["last"] - trend["first"]) * slope > 0,
        "first": _amount(context, metric, trend["first"]),
        "last": _amount(context, metric, trend["last"]),
    }


def _sources(found: Json) -> list[Json]:
    """Name the workouts that the figures come from: the last two, the first of the trend, and those with the bests."""
    sessions = found["sessions"]
    shown = [*sessions[:2], *([sessions[-1]] if "trend" in found else [])]
    named = {
        lift["workout_id"]: source(lift["workout_name"], lift["workout_id"], datetime.fromisoformat(lift["at"]))
        for lift in shown
    }
    for best in found["bests"].values():
        at = datetime.fromisoformat(best["at"])
        named.setdefault(best["workout_id"], source(found["name"], best["workout_id"], at))
    return list(named.values())


def _series(context: ToolContext, found: Json, data: Json) -> Json:
    metric = data.get("trend", {}).get("metric") or next(iter(found["bests"]), "reps")
    points = [
        {"day": each["day"], "value": context.weight(each[metric]) if metric in WEIGHTS else each[metric]}
        for each in reversed(found["sessions"])
        if metric in each
    ]
    unit = context.unit if metric in WEIGHTS else metric.rpartition("_")[2]
    title = f"{found['name']}: {TITLES.get(metric, metric)}"
    return {"type": "series", "data": {"title": title, "unit": unit, "points": points}}


TITLES = {
    "e1rm_kg": "estimated 1RM",
    "weight_kg": "heaviest set",
    "volume_kg": "volume",
    "reps": "most reps",
    "duration_s": "longest",
    "distance_m": "farthest",
}


def propose_session(context: ToolContext, _: NoArgs) -> Result:
    """Say what to lift today, and why."""
    found = next_session(context.store, context.user_id, context.now)
    exercises = [
        {
            "name": each["name"],
            "sets": sets_in_words(
                [_shown_set(context, item) for item in each["sets"] if item["kind"] != "warmup"], context.unit
            ),
            "warm_up": sets_in_words(
                [_shown_set(context, item) | {"kind": "normal"} for item in each["sets"] if item["kind"] == "warmup"],
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


TOOLS = {
    tool.name: tool
    for tool in (
        Tool(
            "log_workout",
            "Propose to log a workout that was done; the person confirms it.",
            "Preparing the entry",
            LogArgs,
            log_workout,
        ),
        Tool(
            "exercise_progress",
            "Bests, last session and trend of one exercise.",
            "Reading your history",
            ProgressArgs,
            exercise_progress,
        ),
        Tool(
            "next_session",
            "What to lift today: sets, loads and the reason for each.",
            "Planning your session",
            NoArgs,
            propose_session,
        ),
        Tool(
            "search_exercises",
            "Find exercises: cues, muscles, easier and harder variants.",
            "Looking up exercises",
            SearchArgs,
            search_exercises,
        ),
        Tool(
            "training_summary",
            "Workouts, sets and volume of the last weeks.",
            "Adding up your weeks",
            SummaryArgs,
            training_summary,
        ),
    )
}

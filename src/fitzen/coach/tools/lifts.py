"""What a coach may say of one exercise: bests, the last session, the trend."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from fitzen.coach.periods import DAY, Period
from fitzen.coach.subjects import Subject
from fitzen.coach.toolbox import Result, ToolContext
from fitzen.coach.tools.showing import shown_set
from fitzen.coach.wording import day_in_words, distance_in_words, duration_in_words, sets_in_words
from fitzen.records import Json, midnight
from fitzen.science.plateau import plateau
from fitzen.web.answers import ListQuery
from fitzen.workouts import history
from fitzen.workouts.next_session import source

SESSIONS_SHOWN, SESSIONS_OF_PERIOD = 12, 100


def progress_of(context: ToolContext, subject: Subject, period: Period | None) -> Result:
    """Say how an exercise goes: bests, last session, trend, and whether it stands still."""
    found = history.exercise_history(context.store, context.user_id, subject.key, _query(period))
    if not found["sessions"]:
        return Result({"exercise": found["name"], "sessions": 0} | _within(period))
    found["bests"] = _bests(found, period)
    data = {
        "exercise": found["name"],
        "sessions": len(found["sessions"]),
        "unit": context.unit,
        "bests": {metric: _best(context, metric, best) for metric, best in found["bests"].items()},
        "last": _session(context, found["sessions"][0]),
    } | _within(period)
    if "trend" in found:
        data["trend"] = _trend(context, found["trend"])
        data |= _standing(context, found)
    elif len(found["sessions"]) > 1:
        data["before"] = _session(context, found["sessions"][1])
    return Result(data, sources=_sources(found), cards=[_series(context, found, data)])


def _bests(found: Json, period: Period | None) -> Json:
    """Return the bests of all time, or of the sessions of a span: of equal ones the earliest."""
    if period is None:
        return dict(found["bests"])
    return {
        metric: {"value": best[metric], "at": best["at"], "workout_id": best["workout_id"]}
        for metric in found["bests"]
        if (best := _best_session(found["sessions"], metric)) is not None
    }


def _best_session(sessions: Sequence[Json], metric: str) -> Json | None:
    """Return the session with the most of a metric; sessions come newest first."""
    own = [each for each in reversed(sessions) if metric in each]
    return max(own, key=lambda each: float(each[metric]), default=None)


def _query(period: Period | None) -> ListQuery:
    if period is None:
        return ListQuery(limit=SESSIONS_SHOWN)
    return ListQuery(limit=SESSIONS_OF_PERIOD, after=_at(period.first), before=_at(period.last + DAY))


def _at(day: date) -> datetime:
    return midnight(day.isoformat())


def _within(period: Period | None) -> Json:
    return {} if period is None else {"period": period.in_words()}


def _standing(context: ToolContext, found: Json) -> Json:
    """Say of the last eight weeks whether the lift rises, falls or stands still, where they can tell."""
    metric = found["trend"]["metric"]
    sessions = [(date.fromisoformat(each["day"]), each[metric]) for each in found["sessions"] if metric in each]
    judged = plateau(sessions, context.local_now.date())
    if judged is None or judged.way == "unclear":
        return {}
    low, high = (
        f"{'-' if value < 0 else '+'}{_amount(context, metric, abs(value))}" for value in (judged.low, judged.high)
    )
    return {"lately": {"way": judged.way, "sessions": judged.sessions, "days": judged.days, "low": low, "high": high}}


def _session(context: ToolContext, lift: Json) -> Json:
    sets = [shown_set(context, item) for item in _work(lift["sets"])]
    return {"day": day_in_words(lift["day"]), "sets": sets_in_words(sets, context.unit)}


def _work(sets: Sequence[Json]) -> list[Json]:
    """Leave out warm-ups and what was not done; where there was nothing else, they are what there is."""
    work = [item for item in sets if item.get("done", True) and item["kind"] != "warmup"]
    return [{key: value for key, value in item.items() if key != "done"} for item in work or sets]


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

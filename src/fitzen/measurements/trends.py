"""How a metric moves: its values without their swings, and the rate a week. Reads are bounded however long the history."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from fitzen.infra.storage.base import Store
from fitzen.measurements.models import TrendQuery
from fitzen.measurements.rules import moves
from fitzen.measurements.service import MEASUREMENT, Taken, newest, taken
from fitzen.records import Json
from fitzen.science.trend import Trend, trend
from fitzen.web.answers import MAX_LIMIT

USUAL = timedelta(days=90)
MAX_POINTS = 500
WEIGHT = "weight_kg"


def trend_of(points: Sequence[Taken]) -> Trend | None:
    """Return how values move, the oldest first; None where there are too few to tell."""
    return trend([(each.at.timestamp() / 86_400, each.value) for each in points])


def metric_trend(store: Store, user_id: str, query: TrendQuery, now: datetime) -> Json:
    """Return the newest values of a metric, at most 500, the oldest of them first, and how they move."""
    after = query.after or (query.before or now) - USUAL
    points, cut = _read(store, user_id, query.metric, after, query.before)
    found = trend_of(points)
    return {
        "metric": query.metric,
        "after": after.isoformat(),
        **({"before": query.before.isoformat()} if query.before else {}),
        "points": _shown(points, found),
        "cut": cut,
        **(_figures(found) if found else {}),
        "why": moves(query.metric, len(points), _figures(found) if found else None),
    }


def weight_trend(store: Store, user_id: str, now: datetime) -> Json | None:
    """Return {latest, trend, rate_per_week} of body weight over the last 90 days; None without a weigh-in. One read.

    `rate_per_week` is absent where there are too few to tell, and `trend` is then the latest.
    """
    points = [each for each in reversed(newest(store, user_id, WEIGHT)) if each.at > now - USUAL]
    if not points:
        return None
    found = trend_of(points)
    latest = points[-1].value
    if found is None:
        return {"latest": latest, "trend": latest}
    return {"latest": latest, "trend": round(found.level, 2), "rate_per_week": round(found.rate_per_week, 3)}


def _read(
    store: Store, user_id: str, metric: str, after: datetime, before: datetime | None
) -> tuple[list[Taken], bool]:
    """Read the newest values, the oldest of them first, and whether there are more."""
    found: list[Taken] = []
    cursor = None
    while True:
        page = store.list(
            user_id, MEASUREMENT, group=metric, after=after, before=before, limit=MAX_LIMIT, cursor=cursor
        )
        found += [taken(record) for record in page.items]
        cursor = page.next_cursor
        if cursor is None or len(found) >= MAX_POINTS:
            return found[:MAX_POINTS][::-1], cursor is not None


def _shown(points: Sequence[Taken], found: Trend | None) -> list[Json]:
    levels = [{}] * len(points) if found is None else [{"level": round(level, 3)} for level in found.points]
    return [
        {"at": each.at.isoformat(), "day": each.day.isoformat(), "value": each.value} | level
        for each, level in zip(points, levels, strict=True)
    ]


def _figures(found: Trend) -> Json:
    names = ("level", "level_low", "level_high", "rate_per_week", "rate_low", "rate_high")
    return {name: round(getattr(found, name), 3) for name in names if hasattr(found, name)}

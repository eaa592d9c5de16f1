"""How a metric moves: its values without their swings, and the rate a week. Reads are bounded however long the history."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from fitzen.infra.storage.base import Store
from fitzen.measurements.models import TrendQuery
from fitzen.measurements.rules import moves, noise_of
from fitzen.measurements.service import MEASUREMENT, Taken, newest_values, taken
from fitzen.records import Json
from fitzen.science.trend import Trend, course, trend
from fitzen.web.answers import MAX_LIMIT

USUAL = timedelta(days=90)
MAX_POINTS = 500
DAY_S = 86_400
LATELY = timedelta(days=28)
"""What Today looks at: longer ago says little of where weight is and goes now, and costs as much to smooth. It is not more
than a month, so that Today costs from the first month on what it does after years."""
LATEST = 32
"""So many weigh-ins are read for it: one a day, and a few more."""
TELLING_DAYS = 7
"""A rate is told once the readings span a week: of fewer, the swings from day to day are most of it."""
WEIGHT = "weight_kg"


class Movement(NamedTuple):
    """The smoothed series, and its rate a week {per_week, low, high} once the readings span a week."""

    trend: Trend
    rate: tuple[float, float, float] | None


def movement(points: Sequence[Taken], noise: float | None) -> Movement | None:
    """Return how values move, the oldest first, of which one is typically off by `noise`; None where there are too few."""
    found = trend(_series(points), noise)
    if found is None:
        return None
    return Movement(found, (found.rate_per_week, found.rate_low, found.rate_high) if _telling(points) else None)


def metric_movement(metric: str, points: Sequence[Taken]) -> Movement | None:
    """Return how the values of a metric move, the oldest first."""
    return movement(points, noise_of(metric, [each.value for each in points]))


def metric_trend(store: Store, user_id: str, query: TrendQuery, now: datetime) -> Json:
    """Return the newest values of a metric, at most 500, the oldest of them first, and how they move."""
    after = query.after or (query.before or now) - USUAL
    points, cut = _read(store, user_id, query.metric, after, query.before)
    found = metric_movement(query.metric, points)
    figures = _figures(found) if found else None
    return {
        "metric": query.metric,
        "after": after.isoformat(),
        **({"before": query.before.isoformat()} if query.before else {}),
        "points": _shown(points, found),
        "cut": cut,
        **(figures or {}),
        "why": moves(query.metric, len(points), figures),
    }


def weight_trend(store: Store, user_id: str, now: datetime) -> Json | None:
    """Return {latest, trend, rate_per_week} of body weight over the last four weeks; None without a weigh-in. One read.

    `rate_per_week` is absent while the weigh-ins span less than a week, and of a single one the `trend` is itself.
    """
    return weight_of(newest_weights(store, user_id, None, now), now)


def newest_weights(store: Store, user_id: str, before: datetime | None, now: datetime) -> list[Taken]:
    """Return the weigh-ins that `weight_of` takes, and the newest in any case, newest first. One read."""
    return newest_values(store, user_id, WEIGHT, before, LATEST, now - LATELY)


def weight_of(newest: Sequence[Taken], now: datetime) -> Json | None:
    """Return the same of weigh-ins that were read already, the newest first."""
    points = [each for each in reversed(newest) if each.at > now - LATELY]
    if not points:
        return None
    latest, found = points[-1].value, course(_series(points), noise_of(WEIGHT, [each.value for each in points]))
    shown: Json = {"latest": latest, "trend": round(found.level, 2) if found else latest}
    return shown | ({"rate_per_week": round(found.rate_per_week, 3)} if found and _telling(points) else {})


def _series(points: Sequence[Taken]) -> list[tuple[float, float]]:
    return [(each.at.timestamp() / DAY_S, each.value) for each in points]


def _telling(points: Sequence[Taken]) -> bool:
    return points[-1].at - points[0].at >= timedelta(days=TELLING_DAYS)


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


def _shown(points: Sequence[Taken], found: Movement | None) -> list[Json]:
    smooth = found.trend.points if found else [None] * len(points)
    return [
        {"at": each.at.isoformat(), "day": each.day.isoformat(), "value": each.value}
        | (
            {}
            if level is None
            else {"level": round(level.value, 3), "low": round(level.low, 3), "high": round(level.high, 3)}
        )
        for each, level in zip(points, smooth, strict=True)
    ]


def _figures(found: Movement) -> Json:
    last = found.trend.points[-1]
    names = ("rate_per_week", "rate_low", "rate_high")
    level = {"level": last.value, "level_low": last.low, "level_high": last.high}
    rate = dict(zip(names, found.rate, strict=True)) if found.rate else {}
    return {name: round(value, 3) for name, value in (level | rate).items()}

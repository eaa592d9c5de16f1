"""The app works out trends and asks about unusual values by itself: its tests compare with these figures of ours.

`UPDATE=1 pytest tests/unit/measurements/test_app_figures.py` writes them anew.
"""

import json
import os
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from fitzen.measurements import trends
from fitzen.measurements.rules import METRICS, NOISE, Before, noise_of, question
from fitzen.measurements.service import Taken

FILE = Path(__file__).parents[3] / "app/src/features/progress/testing/server.json"
START = datetime(2026, 1, 1, 7, tzinfo=UTC)


def _series(metric: str, count: int, first: float, slope: float, noise: float, seed: int) -> dict[str, Any]:
    draw = random.Random(seed)
    at, points = START, []
    for number in range(count):
        at += timedelta(hours=draw.choice((24, 24, 24, 10, 0, 72)))
        swing = noise * draw.gauss(0, 1) * (6 if draw.random() < 0.05 else 1)
        points.append(Taken(at, at.date(), round(first + slope * number + swing, 2)))
    found = trends.metric_movement(metric, points)
    assert found is not None
    return {
        "metric": metric,
        "points": [[each.at.isoformat(), each.value] for each in points],
        "noise": noise_of(metric, [each.value for each in points]),
        "levels": [[round(each.value, 6), round(each.low, 6), round(each.high, 6)] for each in found.trend.points],
        "rate": [round(each, 6) for each in found.rate] if found.rate else None,
    }


def _asked(metric: str, value: float, before: Before | None) -> dict[str, Any]:
    return {"metric": metric, "value": value, "before": before, "asked": question(metric, value, before) is not None}


def _figures() -> dict[str, Any]:
    draw = random.Random(5)
    asked = []
    for metric, about in METRICS.items():
        low, high = about.plausible
        for _ in range(12):
            before = Before(round(draw.uniform(low, high), 1), round(draw.uniform(-1, 70), 2))
            near = round(before.value * draw.uniform(0.7, 1.3), 1)
            asked += [_asked(metric, near, before), _asked(metric, near, None)]
    return {
        "metrics": {name: {"possible": about.possible, "plausible": about.plausible, "jump": about.jump, "noise": NOISE.get(name)} for name, about in METRICS.items()},
        "asked": asked,
        "trends": [
            _series("weight_kg", 90, 82, -0.06, 0.5, 1),
            _series("weight_kg", 6, 64, 0, 0.4, 2),
            _series("weight_kg", 2, 64, 1, 0, 3),
            _series("body_fat_pct", 40, 22, -0.03, 1.2, 4),
            _series("steps", 120, 7000, 5, 2500, 5),
            _series("waist_cm", 12, 90, -0.2, 0.3, 6),
        ],
    }  # fmt: skip


def test_the_figures_that_the_app_compares_with_are_ours() -> None:
    now = json.dumps(_figures(), separators=(",", ":")) + "\n"
    if os.environ.get("UPDATE"):
        FILE.write_text(now)
    assert FILE.read_text() == now

"""Sets, days and amounts as people write them: `5x5 at 100 kg`, `60 kg x 10`, `5 km in 27:30`."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

type Json = dict[str, Any]

KIND_WORDS = {"warmup": "warm-up ", "drop": "drop set ", "failure": "to failure "}
KM, MINUTE, HOUR = 1000, 60, 3600
LONG = 120
"""Times from two minutes on are written as minutes."""


def day_in_words(day: str) -> str:
    on = date.fromisoformat(day)
    return f"{on.day} {on:%b %Y}"


def span(period: str) -> str:
    """Return `from 3 to 9 Oct 2026`, `in October 2026`, `on 26 Nov 2026` or `in all of your log`."""
    if " to " in period:
        return f"from {period}"
    return f"on {period}" if A_DAY.match(period) else f"in {period}"


A_DAY = re.compile(r"\d{1,2} [A-Z]")


def sets_in_words(sets: Sequence[Json], unit: str) -> str:
    """Write sets as lifters do; runs of equal sets are counted. `weight` is in `unit`."""
    runs: list[tuple[Json, int]] = []
    for item in sets:
        if runs and runs[-1][0] == item:
            runs[-1] = (item, runs[-1][1] + 1)
        else:
            runs.append((item, 1))
    return ", ".join(_run(item, count, unit) for item, count in runs)


def _run(item: Json, count: int, unit: str) -> str:
    weight = f"{item['weight']:g} {unit}" if "weight" in item else ""
    if "reps" in item and count == 1:
        done = f"{weight} x {item['reps']}" if weight else f"{item['reps']} reps"
        weight = ""
    elif "reps" in item:
        done = f"{count}x{item['reps']}"
    else:
        done = (f"{count} x " if count > 1 else "") + _measured(item)
    load = f" at {weight}" if weight else ""
    effort = (
        f" at RPE {item['rpe']:g}" if "rpe" in item else f" with {item['rir']:g} in reserve" if "rir" in item else ""
    )
    return f"{KIND_WORDS.get(item.get('kind', ''), '')}{done}{load}{effort}"


def _measured(item: Json) -> str:
    if "distance_m" not in item:
        return duration_in_words(item.get("duration_s", 0))
    took = f" in {duration_in_words(item['duration_s'])}" if "duration_s" in item else ""
    return distance_in_words(item["distance_m"]) + took


def distance_in_words(metres: float) -> str:
    """Write metres, from a kilometre on as kilometres."""
    return f"{metres / KM:g} km" if metres >= KM else f"{metres:g} m"


def duration_in_words(seconds: float) -> str:
    """Write `45 s`, `30 min`, `27:30`, `1:05:00`."""
    if seconds < LONG:
        return f"{seconds:g} s"
    whole = round(seconds)
    if whole % MINUTE == 0 and whole < HOUR:
        return f"{whole // MINUTE} min"
    hours, rest = divmod(whole, HOUR)
    return f"{hours}:{rest // MINUTE:02}:{rest % MINUTE:02}" if hours else f"{rest // MINUTE}:{rest % MINUTE:02}"

"""A parsed workout in one line, so that a list of phrases can say what each means.

`bench press: 1x10@60kg, 3x8@80kg rpe8 drop | curl/a: 3x12` then `; yesterday 18:00; Push day`. A measured set is
`1x60s` or `1x5000m/1650s`; `bar` is an empty one.
"""

from typing import Any

from fitzen.coach.builtin.parse_workout import ParsedWorkout


def in_notation(parsed: ParsedWorkout) -> str:
    exercises = " | ".join(
        f"{each.name}{f'/{each.superset}' if each.superset else ''}: {', '.join(map(_set, each.sets()))}"
        for each in parsed.exercises
    )
    when = " ".join(part for part in parsed.when if part)
    return "; ".join(part for part in (exercises, when, parsed.name) if part)


def _set(item: dict[str, Any]) -> str:
    measured = "/".join(
        f"{item[key]:g}{unit}" for key, unit in (("distance_m", "m"), ("duration_s", "s")) if key in item
    )
    load = "@bar" if "empty_bar" in item else f"@{item['weight']:g}{item.get('unit', '')}" if "weight" in item else ""
    effort = "".join(f" {scale}{item[scale]:g}" for scale in ("rpe", "rir") if scale in item)
    kind = "" if item["kind"] == "normal" else f" {item['kind']}"
    return f"{item['count']}x{item.get('reps', '')}{measured}{load}{effort}{kind}"

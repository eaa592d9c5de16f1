"""From a goal or a reminder to its call."""

import re

from fitzen.coach.builtin.lexicon import (
    DAY_NAMES,
    HABIT,
    METRIC,
    MONTH,
    NUMBER,
    SMALL_NUMBERS,
    WEEKDAY,
    WEEKDAYS,
    number,
    whole,
)
from fitzen.coach.builtin.making.tracking import UNITS
from fitzen.coach.builtin.meant import Ask, Meant, call
from fitzen.coach.builtin.said import WATER, Said

DUE = re.compile(
    rf"\b(?:by|before|until|till|for)(?: the)? (?P<by>(?:(?:end|start|beginning|middle) of (?:the |this |next )?)?(?:next |this )?(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? \d{{4}})?"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,? \d{{4}})?|{MONTH}(?: \d{{4}})?|christmas|xmas|new year'?s?(?: eve)?|easter|summer|spring|autumn|fall|winter|year|month|\d{{4}}-\d\d-\d\d|{WEEKDAY}|my birthday|my wedding))\b"
    rf"|\b(?P<within>(?:in|within) (?:{NUMBER}) (?:days?|weeks?|months?|years?))\b(?! minutes)"
)
FEASTS = {
    "christmas": "25 december", "xmas": "25 december", "new year": "31 december", "new years": "31 december", "new year's": "31 december",
    "new year's eve": "31 december", "summer": "1 june", "spring": "1 march", "autumn": "1 september", "fall": "1 september", "winter": "1 december",
    "next spring": "1 march", "next summer": "1 june", "this summer": "1 june", "end of the year": "end of this year", "end of year": "end of this year", "end of the month": "end of this month",
}  # fmt: skip
"""Days that are called by a name; a season, by its first (meteorological) day in the north."""
AMOUNT = re.compile(
    r"(?<![\w.:])(?P<value>\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?)(?P<k>k(?= steps))? ?(?P<unit>kgs?|kilos?|kilograms?|lbs?|pounds?|stone|cms?|in|inch(?:es)?|\"|%|percent|bpm|reps?|hours?|hrs?|h|min(?:ute)?s?|days?|steps?)?(?![\w:])"
)
RUN = re.compile(
    r"\b(?P<distance>half[- ]marathon|marathon|mile|\d+(?:\.\d+)? ?(?:k|km|kilomet(?:re|er)s?|miles?|mi|m|met(?:re|er)s?))\b(?P<time>.*?(?:in|under|sub[- ]?|below|less than|within)(?: under)? (?P<value>\d+(?:[:.]\d+)*) ?(?P<unit>min(?:ute)?s?|h|hrs?|hours?|s|sec(?:ond)?s?)?)"
)
CARDIO = (
    ("cycling", r"\b(?:cycl\w*|bike|biking|ride)\b"),
    ("swimming", r"\bsw[ia]m\w*\b"),
    ("rowing", r"\brow(?:ing|ed)?\b"),
    ("walking", r"\bwalk\w*\b"),
)
METRES = {"marathon": "42.195 km", "half marathon": "21.0975 km", "half-marathon": "21.0975 km", "mile": "1 mile"}
LOSE = re.compile(r"\b(?:lose|drop|shed|gain|put on)\b")
STREAK = re.compile(
    r"\b(?P<n>\d+)[ -]days?(?: in a row| straight| streak)?\b.*\b(?:streak|row|straight)\b|\b(?P<days>\d+) days (?:in a row|straight)\b"
)
SPOKEN_GOAL = re.compile(
    r"^(?:(?:please|can you|could you|i(?:'d| would)? (?:want|like|love|hope|plan|need)|want|aim(?:ing)?|i'm aiming|my|set|create|add|make|a|me|new|goals?|target|is|of|to|for|:)[ :,]+)+"
)


def goal(said: Said) -> Meant:
    """Draft a goal: of a lift, a run, the body, a habit, or one's own."""
    due, text = _due(said.text)
    if match := RUN.search(text):
        return _cardio(match, text, due)
    if match := STREAK.search(text):
        habit = HABIT.search(text)
        days = int(match["n"] or match["days"])
        return call(
            "set_goal", kind="habit", title=habit[0] if habit else None, target_value=days, unit="days", due_on=due
        )
    amounts = [match for match in AMOUNT.finditer(text) if match["value"]]
    if not amounts:
        return Ask("goal_what")
    amount = next((each for each in amounts if each["unit"]), amounts[-1])
    value = whole(number(amount["value"]) * (1000 if amount["k"] else 1))
    unit = UNITS.get(amount["unit"], amount["unit"]) if amount["unit"] else None
    return _of_amount(said, text, value, unit, due)


def _of_amount(said: Said, text: str, value: float, unit: str | None, due: str | None) -> Meant:
    metric = next((name for name, pattern in METRIC.items() if name != "weight_kg" and pattern.search(text)), None)
    if metric:
        return call(
            "set_goal", kind="measurement", metric=metric, target_value=value, unit=_plain_unit(unit), due_on=due
        )
    if said.exercises:
        unit = unit or ("reps" if re.search(rf"\b{value} {re.escape(said.exercises[0])}", text) else None)
        return call("set_goal", kind="strength", exercise=said.exercises[0], target_value=value, unit=unit, due_on=due)
    if LOSE.search(text):
        return Ask("goal_which_weight")
    if unit in ("kg", "lb", "stone") or METRIC["weight_kg"].search(text):
        return call("set_goal", kind="weight", target_value=value, unit=unit, due_on=due)
    title = SPOKEN_GOAL.sub("", text).strip(" .!:")
    own = re.search(rf"\b{value} (?P<unit>[a-z]+)", text)
    return call(
        "set_goal",
        kind="custom",
        title=title or None,
        target_value=value,
        unit=unit or (own["unit"] if own else None),
        due_on=due,
    )


def _plain_unit(unit: str | None) -> str | None:
    return {"hours": "h", "hour": "h", "hrs": "h", "steps": None, "step": None, "days": None}.get(unit or "", unit)


def _cardio(match: re.Match[str], text: str, due: str | None) -> Meant:
    exercise = next((name for name, pattern in CARDIO if re.search(pattern, text)), "running")
    distance = METRES.get(match["distance"], match["distance"])
    unit = match["unit"] or ("min" if ":" not in match["value"] else None)
    value: float | str = match["value"] if ":" in match["value"] else whole(number(match["value"]))
    short = unit and ("h" if unit.startswith("h") else "s" if unit.startswith("s") else "min")
    return call(
        "set_goal",
        kind="cardio",
        exercise=exercise,
        metric=f"time over {distance}",
        target_value=value,
        unit=short,
        due_on=due,
    )


def _due(text: str) -> tuple[str | None, str]:
    match = DUE.search(text)
    if not match:
        return None, text
    words = re.sub(r"(\d)(?:st|nd|rd|th)\b(?: of)?", r"\1", match["by"] or match["within"])
    return FEASTS.get(words, words), f"{text[: match.start()]} {text[match.end() :]}".strip()


HALVES = {"half": 30, "quarter": 15}
HOURS = {word: hour for hour, word in enumerate(SMALL_NUMBERS, start=1)}
WORD_CLOCK = re.compile(
    rf"\b(?:(?P<part>half|quarter) )?(?P<side>past|to) (?P<hour>\d{{1,2}}|{'|'.join(HOURS)})\b(?: ?(?P<noon>am|pm))?|\b(?P<named>noon|midday|midnight|lunchtime)\b"
)
CLOCK = re.compile(
    rf"\b(?:at |by |around |@ ?)?(?:(?P<h>[01]?\d|2[0-4])(?:[:.](?P<m>[0-5]\d))? ?(?P<half>am|pm|a\.m\.?|p\.m\.?)(?![a-z])|(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)"
    rf"|(?:(?<=at )|(?<=by )|(?<=@ )|(?<=around ))(?P<bare>\d{{1,2}}|{'|'.join(HOURS)})(?: o'?clock)?(?! ?(?:kg|lbs?|%|min|reps|days|weeks|ml|glasses|pages|times))|(?P<clock>\d{{1,2}}) o'?clock)(?!\w)"
)
EVENING = re.compile(r"\b(?:in the evening|tonight|at night|this evening|evenings?|pm|before bed|night)\b")
AFTERNOON = re.compile(r"\b(?:in the afternoon|this afternoon|afternoons?)\b")
MORNING = re.compile(r"\b(?:in the morning|this morning|mornings?)\b")
NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00", "lunchtime": "12:30"}
PARTS = ((MORNING, "08:00"), (AFTERNOON, "15:00"), (EVENING, "20:00"))
HALF_DAY, LATE = 12, 5
"""`At 3` is in the afternoon: who means the night says so. From 5 on it is the morning, unless it is the evening's."""
EACH_DAY = re.compile(rf"\b(?:every|each|on|this|next)? ?(?P<day>{WEEKDAY})(?![\w-])")
GROUPS = (
    ("weekdays", r"\b(?:every |on )?(?:week ?days?|working days?|workdays?)\b|\bmonday to friday\b|\bmon-fri\b"),
    ("weekends", r"\b(?:every |on |at )?(?:the )?weekends?\b"),
)
REPEATED = re.compile(r"\b(?:every|each|daily|weekly)\b|days\b")
ONCE = re.compile(
    r"\b(?:the )?(?P<day>day after tomorrow|tomorrow|today|tonight|(?:in|within) \d+ days?|on (?:the )?(?P<date>\d{1,2}(?:st|nd|rd|th)?(?: of)? "
    + MONTH
    + r"|"
    + MONTH
    + r" \d{1,2}))\b"
)
KINDS = (
    ("water", WATER.pattern + r"|\bdrink\b|\bhydrate\b"),
    ("measurement", r"\b(?:weigh(?:[- ]?in)?|weight|measure|scales?|blood pressure)\b"),
    ("workout", r"\b(?:train|workout|work out|gym(?! bag)|lift|leg day|push day|pull day|chest day|session)\b"),
    ("meal", r"\b(?:breakfast|lunch|dinner|supper|snack|eat|meals?|food)\b(?! prep)"),
)  # fmt: skip
HABITUAL = re.compile(r"\b(?:my )?(?P<habit>[a-z ]+?) habit\b")
ASKED = re.compile(
    r"^(?:(?:please|can you|could you|would you|i need|i want|i'd like|hey|ok)[ ,]+)*(?:(?:set|create|add|make|give)(?: me| up)? )?(?:a |an |the )?(?:remind(?:er)?|alarm|nudge|ping|notify|notification|alert|wake|don't let me forget|make sure i don't forget)\b(?: me| us)?(?: up)?[ :]*"
)
LINK = re.compile(
    r"^(?:(?:to|about|of|for|that i(?: need to| should| have to)?|on|at|my|the|a)\s+)+|\s+(?:at|on|to|every|each|by|(?<!weigh )in|for|the)$"
)
NO_CLOCK = re.compile(r"\b(?:at )?(?:(?:2[4-9]|[3-9]\d):\d\d|\d{1,2}:[6-9]\d)\b")
EMPTY_TITLE = re.compile(r"^(?:me|it|that|this|up|)$")


def reminder(said: Said) -> Meant:
    """Draft a reminder: what, when, how often."""
    at, text = _clock(said.text)
    days, once, text = _days(text)
    title = _title(text)
    kind = next((name for name, pattern in KINDS if re.search(pattern, said.text)), "custom")
    habit = HABITUAL.search(said.text)
    if habit:
        kind, title = "habit", habit["habit"].removeprefix("to ").strip()
    if not title and kind == "custom":
        return Ask("remind_what")
    if at is None:
        return Ask("remind_when", title or kind)
    return call("set_reminder", kind=kind, title=title or None, at=at, days=days, once_on=once)


def _clock(text: str) -> tuple[str | None, str]:
    """Read a time of day; without one, a part of the day has its usual time. One that no clock shows is asked about."""
    if match := NO_CLOCK.search(text):
        return None, _cut(text, match)
    if match := WORD_CLOCK.search(text):
        if match["named"]:
            return NAMED[match["named"]], _cut(text, match)
        hour = HOURS.get(match["hour"]) or int(match["hour"])
        minutes = HALVES.get(match["part"] or "", 0)
        total = _hour(hour, match["noon"], text) * 60 + (minutes if match["side"] == "past" else -minutes)
        return f"{total // 60 % 24:02}:{total % 60:02}", _cut(text, match)
    if match := CLOCK.search(text):
        if match["h24"]:
            hour = int(match["h24"])
            later = hour < HALF_DAY and EVENING.search(text) is not None
            return f"{hour + (HALF_DAY if later else 0):02}:{match['m24']}", _cut(text, match)
        bare = match["h"] or match["bare"] or match["clock"]
        hour = HOURS.get(bare) or int(bare)
        return f"{_hour(hour, match['half'], text) % 24:02}:{match['m'] or '00'}", _cut(text, match)
    return next((time for pattern, time in PARTS if pattern.search(text)), None), text


def _hour(hour: int, half: str | None, text: str) -> int:
    if half:
        return hour % HALF_DAY + (HALF_DAY if half.startswith("p") else 0)
    late = EVENING.search(text) or (AFTERNOON.search(text)) or (hour < LATE and not MORNING.search(text))
    return hour + HALF_DAY if late and 0 < hour < HALF_DAY else hour


def _cut(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"


def _days(text: str) -> tuple[list[str] | None, str | None, str]:
    """Return the weekdays, or the one day, and the text without them."""
    for name, pattern in GROUPS:
        if re.search(pattern, text):
            return [name], None, re.sub(pattern, " ", text)
    if match := ONCE.search(text):
        day = "today" if match["day"] == "tonight" else match["date"] or match["day"]
        return None, day, _cut(text, match)
    found = list(EACH_DAY.finditer(text))
    if found:
        days = [DAY_NAMES[WEEKDAYS.get(each["day"], WEEKDAYS.get(each["day"].removesuffix("s"), 1))] for each in found]
        rest = EACH_DAY.sub(" ", text)
        several = len(days) > 1 or REPEATED.search(text) or found[0]["day"].endswith("s")
        return (list(dict.fromkeys(days)), None, rest) if several else (None, days[0], rest)
    return (
        None,
        None,
        re.sub(
            r"\b(?:every|each) (?:single )?(?:day|morning|evening|night|afternoon)\b|\b(?:daily|once a day)\b",
            " ",
            text,
        ),
    )


def _title(text: str) -> str:
    text = re.sub(
        r"\b(?:in the (?:morning|evening|afternoon)|tonight|this evening|at night|and every|every|each)\b|\b(?:and|,)\s*(?=$|,)",
        " ",
        text,
    )
    text = re.sub(r"\s+", " ", text).strip(" ,.!?")
    text = re.sub(r" (?:on )?(?:morning|evening|afternoon|night)s?$", "", text)
    asked = re.search(r"\b(?:remind(?:er)?|nudge|ping|notify|alert|wake)(?: me| us)?(?: up)?\b", text)
    text = ASKED.sub("", text).strip()
    if asked and asked.start() > 0 and not text.startswith(("to ", "about ")):
        text = re.sub(r"^.*?\b(?:remind(?:er)?|nudge|ping|notify|alert|wake)(?: me| us)?(?: up)?\b", "", text).strip()
    before = None
    while before != text:
        before, text = text, LINK.sub("", text).strip(" ,.:")
    return "" if EMPTY_TITLE.match(text) else text


MAKERS = {"set_goal": goal, "set_reminder": reminder}

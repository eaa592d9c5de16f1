"""From a message about the body or a habit to its call."""

import re
from collections.abc import Iterator

from fitzen.coach import when
from fitzen.coach.builtin.lexicon import HABIT, MEASURED_MUSCLES, METRIC, NUMBER_BUT_ARTICLE, number, whole
from fitzen.coach.builtin.meant import Ask, Call, Meant, call
from fitzen.coach.builtin.said import Said

VALUE = r"(?P<value>\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?)"
UNIT = r"(?: ?(?P<unit>kgs?|kilos?|kilograms?|lbs?|pounds?|cms?|centimet(?:re|er)s?|in|inch(?:es)?|\"|%|percent|bpm|ms|k|mmol(?:/l)?|mg/dl|°?[cf]|degrees))?(?![\w%])"
UNITS = {
    "kgs": "kg", "kilo": "kg", "kilos": "kg", "kilogram": "kg", "kilograms": "kg", "lbs": "lb", "pound": "lb", "pounds": "lb",
    "cms": "cm", "centimetre": "cm", "centimetres": "cm", "centimeter": "cm", "centimeters": "cm", "inch": "in", "inches": "in", '"': "in",
    "percent": "%", "degrees": "", "°c": "c", "°f": "f",
}  # fmt: skip
SLEEP = re.compile(
    r"\b(?:(?P<h>\d{1,2}(?:[.,]\d+)?) ?(?:h|hrs?|hours?)(?: ?(?:and )?(?P<m>[0-5]?\d)(?: ?(?:m|mins?|minutes?))?)?"
    rf"|(?P<clock>\d{{1,2}}:[0-5]\d)|(?P<words>{NUMBER_BUT_ARTICLE})(?P<half> and a half)? hours?)(?![\w:])|\b(?:slept|sleep)\D{{0,12}}(?P<bare>\d{{1,2}}(?:\.\d+)?)(?! ?h)(?![\w:%])"
)
PRESSURE = re.compile(r"\b(?P<upper>[6-9]\d|1\d\d|2[0-4]\d) ?(?:/|over|on) ?(?P<lower>[3-9]\d|1[0-4]\d)\b")
STEPS = re.compile(
    rf"{VALUE} ?(?P<k>k|thousand)? ?steps?\b|\bsteps?\D{{0,15}}?{VALUE.replace('value', 'after')} ?(?P<ka>k)?\b"
)
STONE = re.compile(r"\b(?P<st>\d{1,2}) ?(?:stones?|st)\b(?: ?(?P<lb>\d{1,2}(?:\.\d)?)(?: ?(?:lbs?|pounds?))?)?")
MASS = re.compile(rf"(?<![\w.]){VALUE} ?(?P<unit>kgs?|kilos?|kilograms?|lbs?|pounds?)(?![a-z])")
POUNDS_PER_STONE, THOUSAND = 14, 1000
BOUND_AFTER = 22
"""Letters between a metric and its value: `waist is now down to 84 cm`."""
MUSCLE_LENGTH = re.compile(
    rf"\b(?P<muscle>{'|'.join(MEASURED_MUSCLES)})s?\b\D{{0,{BOUND_AFTER}}}?{VALUE} ?(?P<unit>cms?|in|inch(?:es)?|\")(?![a-z])"
)
GENERAL = tuple(
    (
        name,
        re.compile(
            rf"\b(?:{pattern.pattern.removeprefix(chr(92) + 'b').removesuffix('(?![' + chr(92) + 'w-])')})(?![\w-])[^\d%]{{0,{BOUND_AFTER}}}?(?<![\d.]){VALUE}{UNIT}"
        ),
        re.compile(rf"(?<![\w.]){VALUE}{UNIT}(?: of| on)?(?: my| the)? (?:{pattern.pattern})"),
    )
    for name, pattern in METRIC.items()
    if name not in ("sleep_h", "steps", "systolic_mmhg", "diastolic_mmhg")
)


MEASURING = re.compile(r"\b(?:log|record|track|add|enter|measure\w*)\b")


def measurement(said: Said) -> Meant | None:
    """Draft each thing that was measured; without a value, ask for it."""
    at, text = when.extract(said.text)
    day, time = at.day, at.time if re.search(r"\d ?(?:am|pm)|at \d", said.text) else None
    found = dict(_measured(re.sub(r"\s+", " ", text)))
    if not found:
        if said.metric:
            return Ask("measure_what", said.metric[0])
        return Ask("measure_which") if MEASURING.search(said.text) else None
    extra = {"day": day, "time": time}
    return [
        each
        for metric, (value, unit) in sorted(found.items(), key=lambda each: _place(each[0], said.text))[:4]
        for each in call("log_measurement", metric=metric, value=value, unit=unit, **extra)
        if isinstance(each, Call)
    ]


def _place(metric: str, text: str) -> int:
    """Say where a message speaks of a metric, so that what was said first comes first."""
    match = METRIC[metric].search(text)
    return match.start() if match else len(text)


def _measured(text: str) -> Iterator[tuple[str, tuple[float | int, str | None]]]:
    """Yield metric, value and unit; what is read is taken out of the text, so that it is read once."""
    if (match := PRESSURE.search(text)) and not re.search(r"\d/\d+/\d", text):
        yield "systolic_mmhg", (int(match["upper"]), None)
        yield "diastolic_mmhg", (int(match["lower"]), None)
        text = text.replace(match[0], " ")
    if (match := STEPS.search(text)) and "step" in match[0]:
        thousand = THOUSAND if match["k"] or match["ka"] else 1
        yield "steps", (whole(number(match["value"] or match["after"]) * thousand), None)
        text = text.replace(match[0], " ")
    if METRIC["sleep_h"].search(text) and (match := SLEEP.search(text)):
        yield "sleep_h", (_hours(match), "h")
        text = text.replace(match[0], " ")
    if match := STONE.search(text):
        yield "weight_kg", (whole(int(match["st"]) * POUNDS_PER_STONE + number(match["lb"] or "0")), "lb")
        return
    if match := MUSCLE_LENGTH.search(text):
        yield MEASURED_MUSCLES[match["muscle"]], (whole(number(match["value"])), _unit(match["unit"]))
        text = text.replace(match[0], " ")
    yield from _general(text)


def _general(text: str) -> Iterator[tuple[str, tuple[float | int, str | None]]]:
    named = False
    for name, after, before in GENERAL:
        if match := after.search(text) or before.search(text):
            named = True
            yield name, (whole(number(match["value"])), _unit(match["unit"]))
    if not named and (match := MASS.search(text)):
        yield "weight_kg", (whole(number(match["value"])), _unit(match["unit"]))


def _hours(match: re.Match[str]) -> float | int:
    if match["clock"]:
        hours, minutes = match["clock"].split(":")
        return whole(round(int(hours) + int(minutes) / 60, 2))
    if match["words"]:
        return whole(number(match["words"]) + (0.5 if match["half"] else 0))
    if match["bare"]:
        return whole(number(match["bare"]))
    return whole(round(number(match["h"]) + int(match["m"] or 0) / 60, 2))


def _unit(unit: str | None) -> str | None:
    return (UNITS.get(unit, unit) or None) if unit else None


VERBS = {
    "meditated": "meditate", "journaled": "journal", "journalled": "journal", "stretched": "stretch", "flossed": "floss",
    "prayed": "pray", "read": "read", "walked": "walk", "practised": "practise", "practiced": "practice", "wrote": "write",
    "studied": "study",
}  # fmt: skip
DID_NOT = re.compile(
    r"\b(?:didn't|did not|haven't|have not|hadn't) (?:have (?:a |any )?)?(?P<what>smoked?|drink|drunk|snack(?:ed)?|any alcohol|alcohol|sugar|sweets)"
)
NOT_DONE = {
    "smoke": "smoking",
    "smoked": "smoking",
    "drink": "alcohol",
    "drunk": "alcohol",
    "snack": "snacking",
    "snacked": "snacking",
    "any alcohol": "alcohol",
}
NO = re.compile(
    r"\b(?:no|zero|(?:stayed|kept) (?:off|away from)|day without) (?P<what>smoking|alcohol|sugar|sweets|snack\w*|drinking|screen time|screens|junk food|caffeine|social media|phone|soda|fast food|porn|gaming|booze|beer|wine|takeaway|crisps|chocolate|[a-z]+$)"
)
MARKS = re.compile(
    r"^(?:(?:please|can you|could you|i|i've|just|also|and|so|ok|today)[ ,]+)*(?:(?:habit )?check[- ]?in|habits?|log|tick(?:ed)?|check(?:ed)?|cross(?:ed)?|mark(?:ed)?|did|done|do|completed?|finished|kept(?: up)?|stuck to|took|taken|had|all done|i'm done|went)\b"
    r"(?: (?:off|in|with|to|on|my|the|for|a))*[ :]*"
)
ENDS = re.compile(
    r"(?:[ ,]*\b(?:habit|off|as|is|was|done|complete|completed|check|checked|please|for|now|today's|session|it|again|too|as well|✓)\b|[ .!✓]+)+$"
)
TICKED = re.compile(
    r"\b(?:tick|check|mark|log)(?: off)? (?:my |the )?(?P<habit>[a-z][a-z ]+?)(?: habit)?(?: off| as done)?$"
)
VALUE_SAID = re.compile(
    rf"\b(?P<n>{NUMBER_BUT_ARTICLE})(?: an?)? ?(?P<unit>min(?:ute)?s?|hours?|pages?|km|miles?|times|reps|ml|glass(?:es)?|chapters?|steps?)\b|\b(?P<half>half an hour)\b"
)
SUPPLEMENT = re.compile(
    r"\b(?:vitamin [a-z]\d*|vitamins?|creatine|supplements?|multivitamins?|meds|medication|omega[- ]?3|magnesium|iron|pills)\b"
)


PART_OF_NAME = re.compile(
    r"\b(morning|evening|night|lunch|afternoon) (?=walk|run|routine|yoga|pages|stretch\w*|meditation|skin|prayer|swim|jog|read\w*)"
)


def habit(said: Said) -> Meant | None:
    if {"sets", "exercise"} <= said.facts and "habit" not in said.facts:
        return None
    """Draft a check-in; the habit is called as the person calls it."""
    at, text = when.extract(PART_OF_NAME.sub(r"\1_", said.text))
    text = re.sub(r"\s+", " ", text.replace("_", " ")).strip(" .!,")
    amount = VALUE_SAID.search(text)
    value = None
    if amount:
        value = 30 if amount["half"] else whole(number(amount["n"]))
        text = re.sub(r"\b(?:for )?$", "", text.replace(amount[0], " ").strip()).strip()
    name = _habit(text)
    return call("check_in_habit", habit=name, value=value, day=at.day) if name else Ask("habit_which")


def _habit(text: str) -> str:
    if match := DID_NOT.search(text):
        return f"no {NOT_DONE.get(match['what'], match['what'])}"
    if match := NO.search(text):
        return f"no {match['what']}"
    first = re.sub(r"^(?:i|i've|just|also|and|today i|yes i)(?: (?:just|also))* ", "", text)
    verb = first.split(" ")[0]
    if verb in VERBS:
        rest = first.removeprefix(verb).strip()
        return (
            VERBS[verb]
            if not rest or rest.startswith(("for", "before", "after", "in", "a "))
            else f"{VERBS[verb]} {rest}"
        )
    if match := SUPPLEMENT.search(text):
        return match[0]
    text = re.sub(r"[ ,]*\bplease\b[ ,]*|[ ,]+tick(?: it)? *$", " ", text).strip()
    if "," in text and (match := TICKED.search(text)):
        return match["habit"]
    name = ENDS.sub("", MARKS.sub("", ENDS.sub("", text)))
    name = re.sub(r"^(?:my|the|a)\s+", "", name).strip(" ,:")
    known = HABIT.search(text)
    return name or (known[0] if known else "")


MAKERS = {"log_measurement": measurement, "check_in_habit": habit}

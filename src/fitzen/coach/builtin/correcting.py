"""Corrections of what was just drafted: `no, 82.4`, `I meant greek yogurt`, `make it 8pm`."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from fitzen.coach import when
from fitzen.coach.builtin.answering import subject
from fitzen.coach.builtin.intents import normal, understand
from fitzen.coach.builtin.lexicon import NUMBER_BUT_ARTICLE, SLOT, SLOTS, WEEKDAY, number, whole
from fitzen.coach.builtin.making import MAKERS
from fitzen.coach.builtin.making.food import VOLUME
from fitzen.coach.builtin.making.training import log_call
from fitzen.coach.builtin.making.wishes import DUE, FEASTS, reminder
from fitzen.coach.builtin.meant import Ask, Call, Meant
from fitzen.coach.builtin.parse_workout import parse_workout
from fitzen.coach.builtin.said import QUESTION, Said
from fitzen.coach.builtin.text import plain

LEAD = re.compile(
    r"^(?:(?:no+|nope|nah|sorry|actually|oops|wait|i mean(?:t)?|rather|wrong|correction|make (?:it|that)|it(?:'s| was| is| should be)|that(?:'s| was| should be)|should be|change (?:it|that)? ?to|not that|but|oh|hm+|instead|i said|was)\b[ ,.:!-]*)+"
)
NOT_BUT = re.compile(r"^not (?P<wrong>[^,]+?)(?:,| but) (?P<right>.+)$|^(?P<right2>.+?),? not (?P<wrong2>[^,]+)$")
WEIGHT = re.compile(
    r"(?<![\w.])(?P<value>\d+(?:\.\d+)?) ?(?P<unit>kgs?|kilos?|lbs?|pounds?)?(?! ?(?:reps?|sets?|x|times))(?!\w)"
)
REPS = re.compile(r"\b(?P<value>\d+) ?(?:reps?|times)\b")
SETS = re.compile(r"\b(?P<value>\d+) ?sets?\b")
COUNTED = re.compile(rf"(?P<n>{NUMBER_BUT_ARTICLE}) (?P<what>[a-z].*)")
FEW_WORDS, LONG = 6, 14

DETAIL = re.compile(
    rf"(?:(?:for|at|on|as|in) )?(?:my |a |the )?(?:{SLOT.pattern}|today|yesterday|last night|this morning|tomorrow|(?:last )?{WEEKDAY})"
)
FRAGMENT = re.compile(
    r"(?:about |around |at |for |to )?(?:\d[\d.,:/]*|half an?|an?|[a-z]+teen|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty) ?"
    r"(?:kgs?|kilos?|lbs?|pounds?|cm|inches|in|%|reps?|sets?|am|pm|ml|l|lit(?:re|er)s?|glass(?:es)?|cups?|oz|h|hours?|min(?:ute)?s?|bpm|steps|days?|stone)?"
)
"""An amount alone is no wish of its own, nor is a meal or a day."""

type Arguments = dict[str, Any]
type Correction = Callable[[Arguments, str], Arguments | None]


def corrected(said: str, asked: str, before: str, meant: Meant) -> Iterator[Meant]:
    """Yield the draft as corrected; a message that is no correction of it yields nothing."""
    if isinstance(meant, Ask) or not meant or meant[-1].tool not in CORRECTIONS or QUESTION.search(said):
        return
    rest = LEAD.sub("", said).strip(" .!")
    led = rest != said.strip(" .!") or rest.startswith("not ")
    shown = asked.rstrip().endswith("?") or "Shall I" in asked
    if not rest or len(rest.split()) > LONG or (not led and not shown):
        return
    last = meant[-1]
    if last.tool == "log_workout" and (whole_again := _sets_again(rest, before)):
        yield whole_again
        return
    if not led and (len(rest.split()) > FEW_WORDS or _stands_alone(rest)):
        return
    if led and _stands_alone(rest) and last.tool not in ("log_meal", "set_reminder", "set_goal"):
        return
    arguments = CORRECTIONS[last.tool](dict(last.arguments), normal(rest))
    if arguments is not None and arguments != last.arguments:
        yield [*meant[:-1], Call(last.tool, arguments)]


def _stands_alone(rest: str) -> bool:
    """Say whether it is a wish of its own, which is no correction of another's."""
    return FRAGMENT.fullmatch(rest) is None and DETAIL.fullmatch(rest) is None and not isinstance(understand(rest), Ask)


def _sets_again(rest: str, before: str) -> Meant | None:
    """Read sets without a name as those of the exercise that was drafted."""
    parsed = parse_workout(rest)
    if not parsed.complete or [each.name for each in parsed.exercises] != [""]:
        return None
    drafted = [each.name for each in parse_workout(plain(before)).exercises]
    if len(drafted) != 1 or not drafted[0] or parsed.exercises[0].groups[0].reps[0] is None:
        return None
    if not re.search(r"\d ?x ?\d|sets?", rest):
        return None
    parsed.exercises[0].name = drafted[0]
    return log_call(parsed)


def _day(arguments: Arguments, rest: str) -> Arguments | None:
    found, left = when.extract(rest)
    if found.day is None and found.time is None:
        return None
    changes = {"day": found.day, "time": found.time if "time" in arguments or found.time else None}
    return arguments | {name: value for name, value in changes.items() if value} if not left.strip(" ,.") else None


def _measurement(arguments: Arguments, rest: str) -> Arguments | None:
    if (
        re.search(r"\d", rest)
        and not isinstance(again := MAKERS["log_measurement"](Said(f"{arguments['metric'].split('_')[0]} {rest}")), Ask)
        and again
    ):
        new = again[0].arguments
        return arguments | {key: new[key] for key in ("value", "unit", "day") if key in new}
    return _day(arguments, rest)


def _water(arguments: Arguments, rest: str) -> Arguments | None:
    if VOLUME.search(rest) and not isinstance(again := MAKERS["log_water"](Said(rest)), Ask) and again:
        return arguments | again[0].arguments
    if match := re.fullmatch(NUMBER_BUT_ARTICLE, rest):
        return arguments | {"amount": whole(number(match[0]))}
    return _day(arguments, rest)


def _meal(arguments: Arguments, rest: str) -> Arguments | None:
    """Put another slot, day, amount or food; what shares its last word with what was said takes its place."""
    if (dated := _day(arguments, rest)) is not None:
        return dated
    if match := re.fullmatch(rf"(?:for )?(?:my |a )?{SLOT.pattern}", rest):
        return arguments | {"slot": SLOTS[match["slot"]]}
    text = arguments["text"]
    if match := NOT_BUT.match(rest):
        wrong, right = match["wrong"] or match["wrong2"], match["right"] or match["right2"]
        return arguments | {"text": text.replace(wrong, right)} if wrong in text else None
    food = re.sub(r"^(?:a|an|the|some)\s+", "", rest)
    if (match := COUNTED.fullmatch(food)) and (same := _stem(match["what"])) in text:
        counted = rf"(?:(?:{NUMBER_BUT_ARTICLE}|a|an) )?(?:[a-z]+ )??{re.escape(same)}\w*"
        return arguments | {"text": re.sub(counted, food, text, count=1)}
    last = food.split()[-1]
    if last in text:
        return arguments | {"text": text.replace(last, food)}
    return arguments | {"text": food}


def _stem(words: str) -> str:
    return words.removesuffix("s")


def _workout(arguments: Arguments, rest: str) -> Arguments | None:
    """Put another load, or other reps, in all sets; or another exercise."""
    if match := REPS.search(rest):
        change: Arguments = {"reps": int(match["value"])}
    elif match := SETS.search(rest):
        change = {"count": int(match["value"])}
    elif match := WEIGHT.fullmatch(rest):
        unit = {"k": "kg", "l": "lb", "p": "lb"}.get((match["unit"] or " ")[0])
        change = {"weight": float(match["value"])} | ({"unit": unit} if unit else {})
    elif name := subject(rest):
        return (
            arguments | {"exercises": [arguments["exercises"][0] | {"name": name}]}
            if len(arguments["exercises"]) == 1
            else None
        )
    else:
        return _day(arguments, rest)
    exercises = [each | {"sets": [item | change for item in each["sets"]]} for each in arguments["exercises"]]
    return arguments | {"exercises": exercises}


def _reminder(arguments: Arguments, rest: str) -> Arguments | None:
    again = reminder(
        Said(
            f"remind me to {arguments.get('title', 'train')} {rest if re.match(r'at|on|every|tomorrow', rest) else f'at {rest}'}"
        )
    )
    if isinstance(again, Ask):
        return None
    new = again[0].arguments
    changes = {key: new[key] for key in ("at", "days", "once_on") if key in new}
    kept = {
        key: value
        for key, value in arguments.items()
        if not (key in ("days", "once_on") and {"days", "once_on"} & changes.keys())
    }
    return kept | changes if changes else None


def _goal(arguments: Arguments, rest: str) -> Arguments | None:
    if match := DUE.search(rest):
        words = match["by"] or match["within"]
        return arguments | {"due_on": FEASTS.get(words, words)}
    if match := re.search(r"(?P<value>\d+(?:\.\d+)?) ?(?P<unit>kg|lb|cm|%)?", rest):
        unit = {"unit": match["unit"]} if match["unit"] else {}
        return arguments | {"target_value": whole(float(match["value"]))} | unit
    return None


def _habit(arguments: Arguments, rest: str) -> Arguments | None:
    if match := re.match(rf"(?P<n>{NUMBER_BUT_ARTICLE})\b", rest):
        return arguments | {"value": whole(number(match["n"]))}
    return _day(arguments, rest) or arguments | {"habit": re.sub(r"^(?:my|the)\s+", "", rest)}


CORRECTIONS: Mapping[str, Correction] = {
    "log_measurement": _measurement,
    "log_water": _water,
    "log_meal": _meal,
    "log_workout": _workout,
    "set_reminder": _reminder,
    "set_goal": _goal,
    "check_in_habit": _habit,
}
"""By the tool that drafted."""

"""From a wish for a plan, of training or of meals, or a change of one, to its call."""

import re

from fitzen.coach.builtin.lexicon import (
    DAY_NAMES,
    NUMBER,
    NUMBER_BUT_ARTICLE,
    PATTERN,
    PATTERNS,
    SLOT,
    SLOTS,
    WEEKDAYS,
    number,
    whole,
)
from fitzen.coach.builtin.making.profile import AIM, BODY, LEVELS, NOTHING, equipment, listed
from fitzen.coach.builtin.meant import Ask, Meant, call
from fitzen.coach.builtin.said import Said
from fitzen.exercises.search import is_muscle
from fitzen.words import plain

COUNT = rf"(?P<n>{NUMBER_BUT_ARTICLE})"
WEEKS = re.compile(rf"\b(?P<n>{NUMBER_BUT_ARTICLE})[ -]weeks?\b(?! in)")
DAYS = re.compile(
    rf"\b{COUNT}(?:x| ?-? ?days?| times| sessions| workouts)?(?: (?:a|per|each|every) |/)week\b|\b{COUNT.replace('<n>', '<n2>')}[ -]?days?\b(?! (?:of|without))"
)
MINUTES = re.compile(rf"\b(?P<n>{NUMBER})[ -]?(?P<unit>min(?:ute)?s?|hours?|hrs?)\b")
AVOID = re.compile(
    r"\b(?:without|avoid(?:ing|s)?|no|not|nothing for|skip(?:ping)?|spare(?:s)?|easy on|protect(?:s|ing)?|except)(?: any| the| my)* (?P<what>(?!more\b|gym\b|equipment|gear|weights)[a-z][a-z' -]*?(?:(?:,| or | and )[a-z' -]+?)*)(?:$|[.,!?;]| for | with | in | because | at | \d)"
)
FOCUS = re.compile(
    r"\b(?:focus(?:ed|ing)?(?: (?:on|more on))?|emphasis on|prioriti[sz]\w+|more|bigger|for (?:my )?)(?: my| the)? (?P<what>[a-z]+(?: delts| back)?(?:(?:,| and )[a-z]+(?: delts| back)?)*)|\b(?P<before>[a-z]+)[ -](?:focus(?:ed)?|plan for|specialisation|specialization)\b"
)
EVERYTHING = re.compile(r"\b(?:full|whole|commercial|fully equipped) gym\b|\b(?:gym access|access to a gym)\b")
WHOLE = {"full", "whole", "upper", "lower"}


HURT = re.compile(
    rf"\b(?:bad|sore|injured|dodgy|weak|broken) (?P<part>{BODY})"
    rf"|\b(?P<aching>{BODY}) (?:hurts?|aches?|pains?|injur(?:y|ies)|problems?|trouble|issues?|(?:is|are) (?:sore|bad|hurt|injured))\b"
)


def training_plan(said: Said) -> Meant:
    text = said.text
    weeks, minutes, days = WEEKS.search(text), MINUTES.search(text), DAYS.search(text)
    aim = next((name for name, pattern in AIM if pattern.search(text)), None)
    level = next((level for words, level in LEVELS.items() if re.search(rf"\b{words}s?\b", text)), None)
    avoid = [each for match in AVOID.finditer(text) for each in listed(match["what"])]
    avoid += [match["part"] or match["aching"] for match in HURT.finditer(text)]
    return call(
        "make_training_plan",
        goal=aim,
        weeks=int(number(weeks["n"])) if weeks else None,
        days_per_week=_days(days),
        minutes=_minutes(minutes) if minutes else None,
        level=level,
        equipment=_gear(text),
        focus=_focus(text),
        avoid=avoid,
    )


def _gear(text: str) -> list[str] | None:
    """Name the gear there is; `none` and `gym` for nothing and everything, None where nothing is said of it."""
    if NOTHING.search(text):
        return ["none"]
    return equipment(text) or (["gym"] if EVERYTHING.search(text) else None)


def _days(match: re.Match[str] | None) -> int | None:
    if not match:
        return None
    days = int(number(match["n"] or match["n2"]))
    return days if 1 <= days <= len(set(WEEKDAYS.values())) else None


def _minutes(match: re.Match[str]) -> int:
    return int(number(match["n"]) * (60 if match["unit"].startswith("h") else 1))


def _focus(text: str) -> list[str]:
    words = [each for match in FOCUS.finditer(text) for each in listed(match["what"] or match["before"])]
    return [each for each in words if is_muscle(each) and each not in WHOLE]


SWAP = re.compile(
    r"\b(?:swap|replace|switch|substitute|change|exchange|trade)(?: out)? (?:the |my |all )?(?P<exercise>.+?) (?:for|with|by|to|into) (?:the |some |a |an )?(?P<to>.+?)(?: in (?:my|the) (?:plan|program|routine))?(?: please)?[ .!?]*$"
    r"|\b(?P<to2>[a-z -]+?) instead of (?:the )?(?P<exercise2>[a-z -]+?)(?: in my plan)?[ .!?]*$"
)
SWAP_ONLY = re.compile(
    r"\b(?:swap|replace|switch|change)(?: out)? (?:the |my )?(?P<exercise>[a-z -]+?)(?: in (?:my|the) (?:plan|program))?[ .!?]*$"
)
DROP = re.compile(
    r"\b(?:no more|take|ditch|scrap|bin|drop|remove|cut|skip|without|get rid of|avoid|leave out|can't do|don't want to do|stop doing)(?: out)? (?:the |my |any )?(?P<exercise>[a-z -]+?)(?: (?:out of|from|in|off|out|please|any ?more|this week)\b.*)?[ .!?,]*$"
)
NOT_AN_EXERCISE = re.compile(r"\b(?:plan|program|routine|it|sessions?|workouts?|days?|units|week|training)\b")
CHANGES = (
    ("deload", r"\bdeload\b|\b(?:easier|lighter|easy|light|recovery|rest) week\b"),
    ("days", rf"\b(?P<n>{NUMBER_BUT_ARTICLE}) (?:days?|times|sessions|workouts)\b"),
    ("minutes", r"\b(?P<n>\d+)[ -]?(?:min(?:ute)?s?)\b"),
    ("minutes", rf"\b(?P<n>{NUMBER}) (?:hours?|hrs?)\b"),
    ("easier", r"\b(?:too (?:hard|much|heavy|intense|difficult|tough)|easier|lighter|less (?:volume|intense|sets)|reduce|tone it down|back off|fewer sets|dial (?:it )?(?:back|down))\b"),
    ("harder", r"\b(?:too (?:easy|light|little)|harder|tougher|heavier|more (?:volume|intense|challenging|sets)|increase|step it up|turn it up|challenge me)\b"),
)  # fmt: skip
CHANGE = tuple((name, re.compile(pattern)) for name, pattern in CHANGES)
SHORTER = re.compile(r"\b(?:shorter|longer|too (?:long|short)|less time)\b")


def adjustment(said: Said) -> Meant:
    """Change the plan of training: one thing at a time, and asked for what is left open."""
    text = said.text.strip(" .!?")
    if (match := SWAP.search(text)) and not NOT_AN_EXERCISE.search(match["exercise"] or match["exercise2"]):
        return call(
            "adjust_training_plan",
            change="swap",
            exercise=(match["exercise"] or match["exercise2"]).strip(),
            to=_other(match["to"] or match["to2"]),
        )
    if (match := SWAP_ONLY.search(text)) and not NOT_AN_EXERCISE.search(match["exercise"]):
        return call("adjust_training_plan", change="swap", exercise=match["exercise"].strip())
    if (match := DROP.search(text)) and not NOT_AN_EXERCISE.search(match["exercise"]):
        return call("adjust_training_plan", change="avoid", exercise=match["exercise"].strip())
    for name, pattern in CHANGE:
        if match := pattern.search(text):
            value = _value(match)
            return call("adjust_training_plan", change=name, value=value)
    return Ask("adjust_minutes") if SHORTER.search(text) else Ask("adjust_what")


def _other(words: str) -> str | None:
    """Return what comes instead, unless that is left to the coach."""
    return None if re.match(r"something|another|anything", words) else words.strip()


def _value(match: re.Match[str]) -> int | None:
    if "n" not in match.re.groupindex:
        return None
    return int(number(match["n"]) * (60 if re.search(r"h(?:ou)?rs?$", match[0]) else 1))


PLAN_DAYS = re.compile(rf"\b{COUNT}[ -]?days?\b")
MEALS = re.compile(rf"\b{COUNT} meals?(?: (?:a|per) day|/day| daily)?\b")
ENERGY = re.compile(r"\b(?P<value>\d[\d,.]{2,5}) ?(?:k?cals?|calories)\b")
STARTS = re.compile(
    rf"\b(?:start(?:ing|s)?(?: on| from)? |from |for |of )?(?P<day>next week|this week|tomorrow|today|(?:next )?(?:{'|'.join(name for name in WEEKDAYS if name.endswith('day'))}))\b"
)
WITHOUT = re.compile(
    r"\b(?:without|no|avoid(?:ing)?|free of|except|but no|not including|exclude|excluding)(?: any)? (?P<what>(?!more than|plan)[a-z][a-z' -]*?(?:(?:,| or | and |,? no )[a-z' -]+?)*)(?=$|[.!?;]|,? \d| for | please| under | with | that | in | max)"
)
FREE = re.compile(r"\b(?P<what>dairy|gluten|nut|lactose|sugar|egg|meat|soy)[- ]free\b")
NOTHING_OVER = re.compile(r"^(?:nothing|more)\b")


def meal_plan(said: Said) -> Meant:
    text = said.text
    minutes, days, meals, energy, starts, pattern = (
        each.search(text) for each in (MINUTES, PLAN_DAYS, MEALS, ENERGY, STARTS, PATTERN)
    )
    without = [each.removeprefix("no ") for match in WITHOUT.finditer(text) for each in listed(match["what"])]
    without += [match["what"] for match in FREE.finditer(text)]
    one_day = starts and starts["day"] in ("tomorrow", "today") and not days
    return call(
        "make_meal_plan",
        days=int(number(days["n"])) if days else 1 if one_day else None,
        starts_on=_start(starts["day"]) if starts else None,
        meals_per_day=int(number(meals["n"])) if meals else None,
        max_minutes=_minutes(minutes) if minutes else None,
        energy_kcal=whole(number(energy["value"])) if energy else None,
        pattern=PATTERNS[pattern["pattern"]] if pattern else None,
        without=[each for each in without if not NOTHING_OVER.match(each)],
    )


def _start(said: str) -> str:
    """Return the day on which a week begins that is spoken of: the next one on its Monday, this one today."""
    return {"next week": "monday", "this week": "today"}.get(said, said.removeprefix("next "))


MEAL_DAY = re.compile(
    rf"\b(?:on |for )?(?P<day>today|tonight|tomorrow|(?:next |this )?(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))}))(?:'?s)?\b"
)
WISH = re.compile(
    r"\b(?:for|with|to|into) (?:something (?:more )?)?(?P<with>(?!something else|something different|another|lunch|dinner|breakfast|a snack|the|my|me)[a-z][a-z ]*?)(?: please|$|[.!?,]|(?= instead))"
    r"|\bsomething (?P<like>(?:with(?:out)? )?(?!else|different|for)[a-z]+(?: [a-z]+)??)(?= for | instead|$|[.!?,]| on )|\b(?P<kind>vegetarian|vegan|lighter|quicker|meatless|faster|cheaper|without [a-z]+|with [a-z]+)\b"
)


def swap(said: Said) -> Meant:
    """Swap one meal of the plan; without its day or its name, ask which."""
    slot = SLOT.search(said.text)
    day = MEAL_DAY.search(said.text)
    if not slot:
        return Ask("swap_which")
    on = _day_named(day["day"]) if day else "today"
    if not day and not re.search(r"\b(?:today|tonight|now)\b", said.text):
        return Ask("swap_which_day", SLOTS[slot["slot"]])
    rest = re.sub(r"\s+", " ", SLOT.sub(" ", MEAL_DAY.sub(" ", said.text))).strip()
    return call("swap_meal", day=on, slot=SLOTS[slot["slot"]], wish=_wish(rest))


SPAN = re.compile(r"\b(?:this|the|my|all) week\b|\bthe next (?P<n>\d+|two|three|four|five|six|seven) days\b")
OF_MEALS = re.compile(r"\b(?:eat|eating|meals?|menu|food|cook|cooking|having|dish)\b")
OTHERWISE = re.compile(r"\b(?:plan (?:my|our|all|some|out)|make|create|build|swap|replace|change|had|ate|eaten|did)\b")
"""What makes or changes a plan, or speaks of what was eaten: none of it reads a plan."""
IN_SPANISH = re.compile(
    r"\bque (?:(?:hay|tengo|me toca|toca|voy a) ?)?(?:(?:de|para) )?(?P<meal>cen|desayun|almuerz|almorz|com|merend|meriend)\w*"
)
SPANISH_MEALS = {
    "cen": "dinner",
    "desayun": "breakfast",
    "almuerz": "lunch",
    "almorz": "lunch",
    "com": "lunch",
    "merend": "snack",
    "meriend": "snack",
}
SPANISH_DAYS = {"manana": "tomorrow", "hoy": "today", "esta noche": "today"}
WEEK_DAYS = 7


def planned(said: Said) -> Meant | None:
    """Read the plan of a day, or of a week from today; of one meal where it is named."""
    bare = plain(said.text)
    if spanish := IN_SPANISH.search(bare):
        named = next((name for word, name in SPANISH_DAYS.items() if word in bare), None)
        return call("planned_meals", day=named, slot=SPANISH_MEALS[spanish["meal"]])
    slot, day, span = SLOT.search(said.text), MEAL_DAY.search(said.text), SPAN.search(said.text)
    if OTHERWISE.search(said.text) or not (slot or OF_MEALS.search(said.text)):
        return None
    at = SLOTS[slot["slot"]] if slot else "dinner" if "tonight" in said.text else None
    if span:
        return call("planned_meals", days=int(number(span["n"])) if span["n"] else WEEK_DAYS, slot=at)
    return call("planned_meals", day=_day_named(day["day"]) if day else None, slot=at)


def _day_named(said: str) -> str:
    """Return today, tomorrow or the whole name of a weekday: `next thurs` is `thursday`."""
    name = said.removeprefix("this ").removeprefix("next ")
    return "today" if name == "tonight" else DAY_NAMES[WEEKDAYS[name]] if name in WEEKDAYS else name


def _wish(rest: str) -> str | None:
    match = WISH.search(re.sub(r"\bfor (?=something)|\bfor$|\binstead\b", "", rest).strip())
    if not match:
        return None
    wish = re.sub(r"^(?:something|some|a|an)\s+", "", (match["with"] or match["like"] or match["kind"]).strip())
    return wish if wish and wish not in ("something", "else", "something else", "me", "another", "different") else None


MAKERS = {
    "make_training_plan": training_plan,
    "adjust_training_plan": adjustment,
    "make_meal_plan": meal_plan,
    "planned_meals": planned,
    "swap_meal": swap,
}

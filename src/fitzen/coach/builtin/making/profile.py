"""From what people say of themselves to its call."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from fitzen.coach.builtin.lexicon import MONTH, NUMBER, PATTERN, PATTERNS, number, whole
from fitzen.coach.builtin.meant import Ask, Meant, call
from fitzen.coach.builtin.said import Said

BODY = (
    r"(?:(?:left|right|lower|upper|both|my) )*(?:knee|back|shoulder|wrist|ankle|elbow|hip|neck|hamstring|groin|foot|leg|arm|calf|quad|achilles|achilles tendon"
    r"|rotator cuff|shin|toe|finger|hand|rib|glute|pec|bicep|tricep)s?"
)
CONDITION = (
    r"asthma|(?:type (?:1|2|one|two) )?diabet(?:es|ic)|high blood pressure|hypertension|low blood pressure|a heart (?:condition|problem|disease)|heart disease|arthritis|osteoporosis"
    r"|epilepsy|pcos|thyroid (?:problems|issues|disease)|hypothyroidism|hyperthyroidism|celiac(?: disease)?|coeliac(?: disease)?|crohn'?s(?: disease)?|ibs|scoliosis|sciatica|a hernia|migraines?|anaemia|anemia"
)
GEAR = (
    ("dumbbell", r"dumb ?bells?|dbs?"), ("barbell", r"barbells?"), ("kettlebell", r"kettlebells?|kbs?"), ("bench", r"bench"), ("rack", r"(?:squat |power )?rack"),
    ("pull_up_bar", r"pull[- ]?up bar|chin[- ]?up bar"), ("band", r"(?:resistance )?bands?"), ("cable", r"cables?(?: machine)?"), ("machine", r"machines?"),
    ("dip_bars", r"dip bars?"), ("rings", r"rings"), ("treadmill", r"treadmill"), ("bike", r"(?:exercise |stationary |spin )?bike"), ("rower", r"row(?:er|ing machine)"),
    ("suspension_trainer", r"trx|suspension trainer"), ("trap_bar", r"trap bar"), ("ez_bar", r"ez bar"), ("medicine_ball", r"medicine ball"), ("foam_roller", r"foam roller"),
)  # fmt: skip
EQUIPMENT = tuple((name, re.compile(rf"\b(?:{pattern})\b")) for name, pattern in GEAR)
NOTHING = re.compile(
    r"\b(?:no|without(?: any)?|don't have any|zero) (?:equipment|gear|weights)\b|\bbody ?weight only\b|\bonly body ?weight\b"
)

type Reading = Callable[[re.Match[str]], Mapping[str, Any]]


def _set(field: str, value: Any) -> Reading:
    return lambda _: {field: value}


def _taken(field: str, group: str = "what") -> Reading:
    return lambda match: {field: match[group].strip()}


def _listed(field: str) -> Reading:
    return lambda match: {field: listed(match["what"])}


def listed(words: str) -> list[str]:
    """Cut `olives, fish and my nan's soup` into what it names."""
    parts = re.split(r",| and | or |&|\bnor\b", words)
    return [re.sub(r"^(?:a|an|the|any|my|to)\s+", "", part.strip(" .!")).strip() for part in parts if part.strip(" .!")]


def _height(match: re.Match[str]) -> Mapping[str, Any]:
    if match["ft"]:
        inches = int(match["ft"]) * 12 + number(match["in"] or "0")
        return {"height": whole(inches), "height_unit": "in"}
    value = number(match["value"] or match["metres"])
    unit = (
        "m"
        if match["metres"]
        else {"in": "in", "inches": "in", '"': "in"}.get(match["unit"] or "", "cm" if match["unit"] else None)
    )
    return {"height": whole(value)} | ({"height_unit": unit} if unit else {})


def _born(match: re.Match[str]) -> Mapping[str, Any]:
    months = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    if match["iso"]:
        return {"birth_date": match["iso"]}
    month = months.index((match["month"] or match["month2"])[:3]) + 1
    return {"birth_date": f"{match['year'] or match['year2']}-{month:02}-{int(match['day'] or match['day2']):02}"}


def _days(match: re.Match[str]) -> Mapping[str, Any]:
    return {"training_days_per_week": int(number(match["n"]))}


STYLES = {"gentle": "gentle", "gentler": "gentle", "nicer": "gentle", "kinder": "gentle", "softer": "gentle", "direct": "direct", "more direct": "direct", "blunt": "direct",
          "stricter": "drill", "tougher": "drill", "harder": "drill", "strict": "drill", "tough": "drill", "a drill sergeant": "drill", "like a drill sergeant": "drill"}  # fmt: skip
LEVELS = {"beginner": "beginner", "novice": "beginner", "newbie": "beginner", "new to lifting": "beginner", "new to the gym": "beginner", "new to training": "beginner",
          "intermediate": "intermediate", "advanced": "advanced", "experienced": "advanced", "experienced lifter": "advanced"}  # fmt: skip
AIMS = (
    ("lose", r"los(?:e|ing) (?:weight|fat|some weight|body fat)|fat loss|weight loss|(?:to )?cut(?:ting)?\b|slim down|lean(?:er)? (?:out|down)|get lean(?:er)?"),
    ("gain", r"build(?:ing)? muscle|gain(?:ing)? (?:muscle|weight|mass|size)|muscle (?:gain|growth|building)|bulk(?:ing)?|put on muscle|get big(?:ger)?|hypertrophy"),
    ("perform", r"get(?:ting)? strong(?:er)?|strength|perform(?:ance)?|run faster|power(?:lifting)?|compete|athletic\w*"),
    ("maintain", r"maintain(?:ing)?(?: my weight)?|stay in shape|maintenance|keep my weight"),
    ("health", r"(?:get|stay|be|feel) (?:healthy|healthier|fit|fitter|better)|health(?:ier)?|general (?:health|fitness)|longevity"),
)  # fmt: skip
AIM = tuple((name, re.compile(rf"\b(?:{pattern})")) for name, pattern in AIMS)
ZONE = re.compile(
    r"\b(?P<what>(?:africa|america|antarctica|asia|atlantic|australia|europe|indian|pacific|etc)/[a-z_/+-]+|utc)\b"
)

READINGS: Sequence[tuple[re.Pattern[str], Reading]] = tuple(
    (re.compile(pattern), reading)
    for pattern, reading in (
        (r"\b(?:not|no longer|isn't|ain't) (?:actually )?allergic to (?P<what>.+?)(?: any ?more| now|$|[.!])", _listed("remove_allergies")),
        (r"\b(?:remove|delete|take) (?:my |the )?(?P<what>[a-z ]+?) (?:allergy|from my allergies)\b", _listed("remove_allergies")),
        (r"(?<!not )(?<!longer )\ballergic to (?P<what>.+?)(?:$|[.!]| and i(?:'m| am| don't) )", _listed("add_allergies")),
        (r"\b(?:have|got|with|add) (?:a |an )?(?P<what>(?!food)[a-z]+(?: [a-z]+)?) (?:allergy|intolerance)\b", _listed("add_allergies")),
        (r"^(?P<what>[a-z ]+?) (?:are|is) (?:completely )?off limits\b", _listed("add_allergies")),
        (r"\b(?P<what>lactose|gluten|fructose|histamine|dairy) intoleran(?:t|ce)\b", _listed("add_allergies")),
        (r"\bi(?: now| actually)? (?:like|love|eat) (?P<what>.+?) (?:again|now|after all)\b", _listed("remove_dislikes")),
        (r"\bi (?:really |just )?(?:don't|do not|can't|cannot|never|won't|hate|dislike|detest|despise|loathe)(?: (?:like|eat|stand|bear|touch|enjoy|want to eat|do))*(?: eating)? (?P<what>(?!any more|anymore|have|want|think|know|feel|need|get|train|really|do\b|like\b)[a-z].+?)(?: any ?more|$|[.!])", _listed("add_dislikes")),
        (rf"\bmy (?P<what>{BODY}) (?:is|are|feels?)(?: all| much| completely| finally)? (?:fine|better|good|ok|okay|healed|recovered|healthy)\b", _listed("remove_injuries")),
        (rf"\bmy (?P<what>{BODY}) (?:has |have )?(?:healed|recovered)\b", _listed("remove_injuries")),
        (rf"\b(?:hurt|injured|sprained|strained|tweaked|pulled|twisted|tore|torn|broke|broken|dislocated|busted|banged up|did in) (?:my )?(?P<what>{BODY})", _listed("add_injuries")),
        (rf"\b(?:have|got|having) (?:a |an )?(?:bad|injured|dodgy|sore|torn|broken|weak|sprained|problems? with my|trouble with my|issues? with my) (?P<what>{BODY})", _listed("add_injuries")),
        (rf"\b(?:have|got) (?:a |an )?(?P<what>{BODY}) (?:injury|pain|problem|issue)s?\b", _listed("add_injuries")),
        (rf"\bmy (?P<what>{BODY}) (?:is|has been) (?:injured|hurt|broken|sprained|sore|bad|torn)\b", _listed("add_injuries")),
        (rf"\b(?:have|got|diagnosed with|suffer from|i'm|i am)(?: a| an)? (?P<what>{CONDITION})\b", _listed("add_conditions")),
        (rf"\b(?:train|work ?out|lift|exercise|go to the gym|gym|run)(?: about| around| only)? (?P<n>{NUMBER}|once|twice)(?: days| times|x)? ?(?:a|per|each|/|every) ?week\b|\b(?P<n2>\d) (?:training |gym )?days (?:a|per) week\b", lambda match: {"training_days_per_week": int(number(match["n"] or match["n2"]))}),
        (r"\b(?:height(?: is|:)?|i'm|i am|im|tall|measure) (?:about |now )?(?:(?P<ft>[4-7]) ?(?:'|ft|feet|foot)[ ,]?(?: and )?(?P<in>\d{1,2}(?:\.5)?)?(?: ?(?:\"|in|inches|''))?|(?P<metres>[12][.,]\d{1,2}) ?m(?:et(?:re|er)s?)?\b|(?P<value>1\d\d|2[0-2]\d)(?! ?(?:kg|lb|pounds|kilos|reps|days))(?: ?(?P<unit>cm|centimet(?:re|er)s|in(?:ches)?))?)", _height),
        (rf"\b(?:born|birthday is|birth ?date is|date of birth is|dob)(?: on| in|:)?(?: the)? (?:(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH}),? (?P<year>(?:19|20)\d\d)|(?P<month2>{MONTH}) (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>(?:19|20)\d\d))", _born),
        (r"\b(?:my name is|call me|i'm called|change my name to|my name to|name's) (?P<what>[a-z][a-z' -]{0,30}?)(?:$|[.!,])", _taken("name")),
        (r"\b(?:pounds|lbs?|imperial|stone|miles|feet and inches)\b", _set("units", "imperial")),
        (r"\b(?:kilos?|kgs?|kilograms|metric|kilomet(?:re|er)s)\b", _set("units", "metric")),
        (r"\bi(?:'m| am)(?: a)? (?:woman|female|girl|lady)\b|\bsex(?: is|:| to) female\b", _set("sex", "female")),
        (r"\bi(?:'m| am)(?: a)? (?:man|male|guy|bloke|dude)\b|\bsex(?: is|:| to) male\b", _set("sex", "male")),
        (rf"\b(?P<what>{'|'.join(sorted(LEVELS, key=len, reverse=True))})\b", lambda match: {"fitness_level": LEVELS[match["what"]]}),
        (r"\b(?:desk job|sedentary|sit (?:all day|most of the day)|work in an office|office job)\b", _set("activity_level", "sedentary")),
        (r"\b(?:on my feet|active job|physical job|active lifestyle)\b", _set("activity_level", "active")),
        (r"\b(?:very active|construction|manual labou?r)\b", _set("activity_level", "very_active")),
        (r"\b(?:lightly active|light activity)\b", _set("activity_level", "light")),
        (r"\b(?:moderately active|moderate activity)\b", _set("activity_level", "moderate")),
        (rf"\bbe (?:a bit |a little |much )?(?P<what>{'|'.join(sorted(STYLES, key=len, reverse=True))})\b", lambda match: {"coach_style": STYLES[match["what"]]}),
    )
)  # fmt: skip
UNIT_SWITCH = re.compile(r"\b(?:switch|change|use|prefer|show|display|units?|set|in)\b")
NOT_PATTERN = re.compile(
    r"\b(?:not|no longer|stopped being) (?:a )?(?:vegan|vegetarian|veggie|keto|pescatarian|paleo|halal|kosher)\b"
)
AGE = re.compile(
    r"\b(?:i'm|i am|my age is|age:?|turned|just turned) (?P<age>\d{2})(?: years old| yo|y/o)?(?:$|[ .!,](?! ?(?:kg|lb|cm)))(?!\d)"
)
WANTS = re.compile(r"\b(?:goal|want|trying|aim|like|focus(?:ing)?|here)\b")
OWNS = re.compile(r"\b(?:have|own|got|equipment|access to|bought|train with|at home)\b")


LACKS = re.compile(r"\b(?:don't|do not|no longer) (?:have|own)\b|\bno (?:dumbbells|barbell|bench)\b")


def profile(said: Said) -> Meant | None:
    """Draft what is to change in the profile; what is not told, asked for."""
    found: dict[str, Any] = {}
    for fields in _read(said.text):
        found = {**fields, **found}
    if found:
        return call("update_profile", **found)
    if AGE.search(said.text):
        return Ask("born_when")
    return (
        Ask("profile_what")
        if re.search(r"\b(?:profile|height|birthday|diet|equipment|allerg\w+|settings)\b", said.text)
        else None
    )


def _read(text: str) -> Iterator[Mapping[str, Any]]:
    text = text.strip(" !")
    for pattern, reading in READINGS:
        for match in pattern.finditer(text):
            fields = reading(match)
            if "units" not in fields or UNIT_SWITCH.search(text):
                yield fields
    if NOT_PATTERN.search(text):
        yield {"diet_pattern": "omnivore"}
    elif diet := PATTERN.search(text):
        yield {"diet_pattern": PATTERNS[diet["pattern"]]}
    if zone := ZONE.search(text):
        yield {"time_zone": _zone(zone["what"])}
    if WANTS.search(text) and (aim := next((name for name, pattern in AIM if pattern.search(text)), None)):
        yield {"goal": aim}
    if OWNS.search(text) and not LACKS.search(text) and (gear := equipment(text)):
        yield {"equipment": gear}


def _zone(said: str) -> str:
    """Write `america/new_york` as the time zone database does."""
    parts = ["_".join(part.capitalize() for part in each.split("_")) for each in said.split("/")]
    return "/".join(parts) if len(parts) > 1 else said.upper()


def equipment(text: str) -> list[str]:
    """Name the gear that a text speaks of, as Fitzen does."""
    return [name for name, pattern in EQUIPMENT if pattern.search(text)]


MAKERS = {"update_profile": profile}

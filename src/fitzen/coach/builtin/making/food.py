"""From a message about food and drink to its call: meals, water, foods, recipes."""

import re

from fitzen.coach import when
from fitzen.coach.builtin.lexicon import (
    NUMBER,
    NUMBER_BUT_ARTICLE,
    NUTRIENTS,
    PATTERN,
    PATTERNS,
    SLOT,
    SLOTS,
    number,
    whole,
)
from fitzen.coach.builtin.meant import Ask, Call, Meant, call
from fitzen.coach.builtin.said import CLOCK, Said

LEAD = re.compile(
    r"^(?:(?:please|can you|could you|would you|i'd like to|i want to|let me|and|then|also|so|just|now|hey|ok|okay|coach)[ ,]+)*"
    r"(?:(?:log|add|record|track|save|note|enter|register|put(?: in| down)?)\b[ :,-]*)?(?:(?:that|this) )?"
    r"(?:my |a |the )?(?:meal|food|snack)?(?:(?:that )?(?:i|we)(?:'ve|'m| am| have| had)? )?(?:just |also |already |only )*"
    r"(?:(?:went (?:out )?for|polished off|demolished|inhaled|put away|wolfed down|tucked into|eat|ate|eaten|eating|having|had|have|got|grabbed|ordered|devoured|munched(?: on)?|snacked on|scoffed|finished(?: off)?|drank|drunk|made|cooked)\b ?)?"
    r"(?:a whole |the whole |some more )?"
)
SLOT_LEAD = re.compile(
    rf"^(?:(?:please |can you )?(?:log|add|track|record|enter|save|put down) )?(?:my |today's |yesterday's |our )?(?P<slot>{'|'.join(sorted(SLOTS, key=len, reverse=True))})\b(?: (?:was|is|today|were|consisted of))*(?: (?:i|we) (?:had|ate|have))?[ :,-]*"
)
AS_A_SLOT = re.compile(
    rf"[, ]*\b(?:(?:for|with|at|as|to|during|before|after) (?:my |a |an |today's )?)(?P<slot>{'|'.join(sorted(SLOTS, key=len, reverse=True))})\b"
)
TAIL = re.compile(
    r"[ ,]*(?:\b(?:to|in|into|for) (?:my|the) (?:diary|log|food log|food diary|journal)\b|\bto(?= (?:today|yesterday)\b)|\bplease\b|\blol\b|\bthanks?\b|\bso far\b|\bjust now\b|\bright now\b|\bnow$|\bearlier\b|\bafterwards\b|\bafter$)[ .!]*"
)
SPOKEN = re.compile(
    r"^(?:i|we)(?:'ve| have|'m| am)? (?:just |also |only )*(?:had|ate|eaten|got|grabbed|having|eating|drank|drunk|made) "
)
EDGES = re.compile(r"^[\s,:;.+-]+|[\s,:;.!+-]+$")
NO_FOOD = re.compile(
    r"^(?:something|some food|food|a meal|meal|lunch|dinner|breakfast|snack|it|that|this|stuff|things?|today|)$"
)


def meal(said: Said) -> Meant | None:
    """Draft what was eaten: the foods as they were said, without what says when and that they were eaten."""
    if NOT_EATEN.search(said.text):
        return None
    text, slot = _without_slot(TAIL.sub(" ", f"{said.text} "))
    at, text = when.extract(text)
    text = EDGES.sub("", LEAD.sub("", EDGES.sub("", text)))
    text, later = _without_slot(text)
    text = EDGES.sub("", SPOKEN.sub("", EDGES.sub("", TAIL.sub(" ", text))))
    text = re.sub(r"\s+", " ", re.sub(r"\b(?:on|at|in|for|with)$", "", text)).strip()
    if NO_FOOD.match(text):
        return Ask("meal_what")
    return call("log_meal", text=text, slot=slot or later, day=at.day, time=at.time)


NOT_EATEN = re.compile(r"\b(?:allergic|off limits|don't like|hate|despise|intoleran\w+)\b")


def _without_slot(text: str) -> tuple[str, str | None]:
    for pattern in (AS_A_SLOT, SLOT_LEAD):
        if match := pattern.search(text):
            return f"{text[: match.start()]} {text[match.end() :]}".strip(), SLOTS[match["slot"]]
    return text, None


VOLUMES = {
    "ml": r"ml|mls|millilit(?:re|er)s?",
    "l": r"l|lit(?:re|er)s?|ltrs?",
    "glass": r"glass(?:es)?|tumblers?",
    "cup": r"cups?|mugs?",
    "oz": r"(?:fl(?:uid)? ?)?(?:oz|ounces?)",
}
OTHERS_ML = {"cl": 10, "dl": 100, "pint": 568, "bottle": 500}
"""A pint is the British one, a bottle the usual one of half a litre."""
VOLUME = re.compile(
    rf"(?<![\w.])(?P<n>{NUMBER})?[ -]?(?:(?:big|large|small|more|full) )?(?:{'|'.join(f'(?P<{name}>{words})' for name, words in VOLUMES.items())}"
    r"|(?P<other>cl|dl|pints?|bottles?))(?![a-z])"
)


def water(said: Said) -> Meant:
    match = next((each for each in VOLUME.finditer(said.text) if each["n"]), None) or VOLUME.search(said.text)
    day = when.extract(said.text)[0].day
    day = None if day == "today" and "today" not in said.text else day
    if not match or (match["n"] is None and match.lastgroup in ("ml", "l", "oz", "cl")):
        return Ask("water_how_much")
    amount = number(match["n"]) if match["n"] else 1.0
    unit = next((name for name in VOLUMES if match[name]), "ml")
    if match["other"]:
        amount *= OTHERS_ML[match["other"].removesuffix("s")]
    return call("log_water", amount=whole(amount), unit=unit, day=day)


HOUSEHOLD = (
    r"g|grams?|gr|kg|mg|ml|l|oz|ounces?|lbs?|pounds?|cups?|tbsps?|tablespoons?|tsps?|teaspoons?|slices?|pieces?|scoops?|bowls?|glass(?:es)?"
    r"|cans?|tins?|bottles?|handfuls?|pints?|packs?|packets?|bags?|jars?|pots?|tubs?|cartons?|punnets?|cubes?|squares?|bars?|servings?|portions?|fillets?"
)
PORTION = re.compile(rf"^(?P<n>{NUMBER})[ -]?(?P<unit>{HOUSEHOLD})(?![a-z])(?: of)? (?P<food>.+)$")
COUNT = re.compile(rf"^(?P<n>{NUMBER_BUT_ARTICLE}) (?P<food>[a-z].*)$")
UNIT_SHORT = {"gram": "g", "ounce": "oz", "gr": "g"}
FRAME = re.compile(
    r"^(?:(?:what(?:'s| is| are|'re)?|how (?:many|much|caloric|calorific|fattening|healthy)|tell me|show me|give me|look up|search(?: for)?|find|check|and|please"
    r"|is|are|does|do|can you|the|there|in|of|for|per|about|total|any|a lot of|much|many|nutrition(?:al)?|nutrients?|facts?|info(?:rmation)?|values?|content|count|amount"
    rf"|grams?(?= of (?:{NUTRIENTS}))|{NUTRIENTS}|kcals?|and|has|have|more|it|i get from|you get from)\b[ :,']*)+"
)
FOOD_TAIL = re.compile(
    rf"[ ,]*\b(?:(?:have|has|contain|contains|got)\b.*|(?:high|low|rich|good|a good source)\b.*|(?:nutrition(?:al)?|{NUTRIENTS}|macros?|facts?|values?|info|per portion|how many|how much|in the food database|in it|please)\b[ ,]*)+$"
)
OR = re.compile(r"^(?P<one>.+?),? or (?:a |an |the )?(?P<other>.+)$")
ARTICLE = re.compile(r"^(?:a|an|the|some|my|one)\s+(?=[a-z])")


def food(said: Said) -> Meant | None:
    """Look a food up: what is left without the question's frame, its amount apart. What has a time of day was eaten."""
    if CLOCK.search(said.text):
        return None
    text = FOOD_TAIL.sub("", FRAME.sub("", said.text.strip(" ?.!")).strip(" ?.!,"))
    text = re.sub(r"^(?:which|what) .*?, ?", "", text)
    if match := OR.match(text):
        return [*_food(match["one"]), *_food(match["other"])]
    return _food(text) or None


def _food(text: str) -> list[Call]:
    found: dict[str, float | str] = {}
    text = re.sub(r"^(?:a|an|the)\s+(?=\d)", "", text)
    if match := PORTION.match(text):
        found = {"amount": whole(number(match["n"])), "unit": _unit(match["unit"])}
        text = match["food"]
    elif match := COUNT.match(ARTICLE.sub("", text)):
        found, text = {"amount": whole(number(match["n"]))}, match["food"]
    query = ARTICLE.sub("", text).strip()
    return [Call("lookup_food", {"query": query, **found})] if query else []


def _unit(said: str) -> str:
    single = (
        said if said in ("g", "glass") else said.removesuffix("es") if said == "glasses" else said.removesuffix("s")
    )
    return UNIT_SHORT.get(single, single)


MINUTES = re.compile(rf"\b(?P<n>{NUMBER})[ -]?(?P<unit>min(?:ute)?s?|hours?|hrs?)\b")
TAGS = {
    "high_protein": r"high[- ]protein|protein[- ]rich|lots of protein|high in protein",
    "keto": r"low[- ]carb|keto(?:genic)?",
    "budget": r"cheap|budget|inexpensive",
    "meal_prep": r"meal[- ]prep|batch cook\w*",
    **{
        each: each.replace("_", " ")
        for each in [
            "italian",
            "mexican",
            "chinese",
            "indian",
            "thai",
            "french",
            "greek",
            "japanese",
            "spanish",
            "korean",
            "turkish",
            "moroccan",
            "vietnamese",
            "lebanese",
            "mediterranean",
            "middle_eastern",
            "american",
            "british",
            "german",
            "caribbean",
            "asian",
        ]
    },
}
TAGGED = {name: re.compile(rf"\b(?:{words})\b") for name, words in TAGS.items()}
LEFT = re.compile(
    r"\b(?:left|remaining|fits? (?:into |in )?(?:my|the)|rest of my|within my)\b|\bwhat (?:should|shall|can|do|to) (?:i )?(?:eat|have|cook|make)\b[\w ]{0,12}\b(?:tonight|today|now|this evening)\b"
    r"|^what (?:should|shall) i eat\W*$"
)
WISH_WORDS = re.compile(
    r"\b(?:what(?:'s)?|can|could|should|shall|would|i(?:'m|'ve|'d)?|am|we|me|you|cook|bake|make|eat|have|has|prepare|with|from|using|in|under|for|of|to|a|an|the|my|some|any|got|and i have|ideas?"
    r"|suggestions?|inspiration|whip|throw together|options?|recipes?|meals?|dish(?:es)?|food|give|show|find|suggest|recommend|need|want|fancy|feel|like|craving|please|tonight|today|now|something|anything|quick|easy|fast|healthy|light"
    r"|simple|nice|tasty|good|best|hungry|starving|peckish|them|it|do|is|that|these|max|less|than|minutes?|mins?|half|hour|hours|less|post|pre|workout|new|another|about|up|at home|left|there|whats|how|on|high|low|mood"
    r"|fits|fit|calories|calorie|macros|remaining|rest|within|more|help|looking|search|idea|evening|this|what|which|into|be|over|no)\b"
)


def recipes(said: Said) -> Meant:
    """Find recipes: foods as words, meals, diets and kinds as tags, how long it may take."""
    text = said.text
    minutes = MINUTES.search(text)
    tags = [name for name, pattern in TAGGED.items() if pattern.search(text)]
    tags += [PATTERNS[match["pattern"]] for match in PATTERN.finditer(text)]
    tags += [SLOTS[match["slot"]] for match in SLOT.finditer(text)]
    if minutes:
        text = text.replace(minutes[0], " ")
    return call(
        "suggest_recipes",
        query=_query(text),
        tags=list(dict.fromkeys(tags)),
        max_minutes=_minutes(minutes) if minutes else None,
        for_what_is_left=LEFT.search(said.text) is not None or None,
    )


def _minutes(match: re.Match[str]) -> int:
    many = number(match["n"])
    return int(many * 60) if match["unit"].startswith("h") else int(many)


MOST_PARTS = 3


def _query(text: str) -> str | None:
    """Return what is left without the words that tell tags and the wish itself."""
    for pattern in (*TAGGED.values(), PATTERN, SLOT):
        text = pattern.sub("|", text)
    text = WISH_WORDS.sub("|", re.sub(r"[^\w\s'-]|\d+", "|", text))
    parts = [
        re.sub(r"^(?:and|or)\b|\b(?:and|or)$", "", part.strip()).strip() for part in re.split(r"\|(?:\s*\|)*", text)
    ]
    kept = [part for part in parts if part]
    return " and ".join(kept) if 1 < len(kept) <= MOST_PARTS else " ".join(kept) or None


MAKERS = {"log_meal": meal, "log_water": water, "lookup_food": food, "suggest_recipes": recipes}

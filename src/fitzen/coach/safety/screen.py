"""The screen: reads a message, and the last ones together, before any tool or model does, and gives the fixed answer.

Rules first: what is denied does not count (`no chest pain`), what is long past and what is only asked about is a notice.
Where they see nothing to stop for, a model guesses (`guess.py`): it stops where it is sure, and asks where it is not.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from fitzen.coach.safety import concepts, texts
from fitzen.coach.safety.guess import STOPS, Guess, guess
from fitzen.coach.safety.idioms import without_idioms
from fitzen.coach.safety.rules import Level, Rule, any_of
from fitzen.coach.safety.signs_care import CARE, FACT_PREGNANT, FACT_UNDER_18
from fitzen.coach.safety.signs_en import EMERGENCIES
from fitzen.coach.safety.signs_es import ELSEWHERE, SPANISH
from fitzen.coach.safety.words import normal

RULES: tuple[Rule, ...] = (*EMERGENCIES, *SPANISH, *ELSEWHERE, *CARE, *concepts.rules())
URGENCY: Sequence[str] = (
    "suicide", "overdose", "allergy", "collapse", "chest_pain", "stroke", "seizure", "breathing", "pregnancy_warning", "heat", "hypoglycaemia",
    "head_injury", "rhabdomyolysis", "bleeding", "clot", "nerve_injury", "injury", "blood_pressure", "high_sugar", "abuse", "eating_disorder",
    "minor", "drugs", "dehydration", "medicine", "medical_advice", "extreme_goal", "pregnancy", "condition", "low_energy", "low_mood", "illness",
)  # fmt: skip
"""Of several signs, the first is answered."""
TURNS = 3
"""How many of the last messages are read together."""
BEFORE = 160
"""So many characters before a sign can deny it."""
EARLIER = 500
"""So many characters of each: a sign that several messages have together is short."""
FEW = 7
"""Words up to which a message may go on with the sentence of the one before."""

DENIED = re.compile(
    r"(?:\b(?:no|not|never|without|zero|nor|neither|free of|deny|denies|sin|nunca|ningun|ninguna|tampoco|nada de)(?: (?!but\b|pero\b|and\b|y\b|if\b|when\b|because\b|idea\b|sure\b)\w+){0,3} )$"
)
NOT_THAT = re.compile(
    r"\b(?:(?:am|was|feel|felt|is) not(?: feeling| thinking (?:of|about))?|(?:would|will|have) never(?: thought (?:of|about))?|not going to|do not want to|never had|no|no estoy|no voy a|no quiero|nunca he pensado en) $"
)
NO_DENIAL = re.compile(
    r"\b(?:no idea|not sure|do not know|no joke|not going to lie|not only|not kidding|no kidding|no matter|can not (?:stop|shake|get rid|ignore|tell|handle|take)|no doctor|never (?:had|felt|experienced) (?:such|this|a)|no lie|no se|not lying|"
    r"not (?:feeling|doing|been|being) (?:well|good|great|ok|okay)|no longer|no cap|no wonder|do not tell|nobody|not normal|never before|not going away|does not go away|no puedo|not just|do not care|no me encuentro)\b[^.,]*$"
)
"""Words that look like a denial of what follows and are none."""
LONG_PAST = any_of(
    r"years? ago", r"(?:months|years) (?:back|ago)", r"last (?:year|winter|summer|spring|autumn|fall|season)", r"as a (?:kid|child|teen\w*|student)", r"when i was (?:\w+ )?(?:young\w*|a|in|\d+)", r"in (?:19|20)\d\d", r"used to", r"history of", r"in the past", r"back in (?:the|20\d\d|college|school|high)",
    r"hace (?:\w+ )?(?:anos|meses|ano)", r"el ano pasado", r"de (?:pequen[oa]|joven|nin[oa])", r"en el pasado", r"recovered from", r"in recovery",
)  # fmt: skip
CLEARED = any_of(
    r"cleared (?:by|me|to|for|now|since|of)", r"(?:doctor|cardiologist|gp|physio|hospital|surgeon|he|she|they)(?: \w+)? (?:has |have )?(?:cleared|approved|ruled (?:it )?out)", r"all clear", r"clean bill", r"(?:got|have|gave me) the (?:ok|okay|green light|go ahead)", r"checked out(?: fine| ok)?", r"fully (?:recovered|healed)", r"healed (?:now|up|fine|well|completely)",
    r"(?:doctor|cardiologist|hospital|tests?|ecg|ekg|scans?) (?:\w+ ){0,4}(?:fine|normal|ok|okay|clear|nothing)", r"turned out to be (?:reflux|heartburn|anxiety|nothing|muscular|a pulled muscle)", r"me (?:dio|dieron|ha dado) (?:el alta|el visto bueno)", r"(?:medico|cardiologo) (?:\w+ ){0,4}(?:bien|normal|alta)", r"visto bueno",
)  # fmt: skip
NOW = any_of(
    r"again",
    r"still",
    r"came back",
    r"coming back",
    r"is back",
    r"right now",
    r"lately",
    r"these days",
    r"this (?:morning|week|afternoon|evening)",
    r"just now",
    r"today",
    r"tonight",
    r"since then",
    r"keeps?(?! (?:mine|my heart|it|them|fit|healthy) ?(?:healthy|fit|strong|going)?)",
    r"otra vez",
    r"de nuevo",
    r"todavia",
    r"hoy",
    r"ahora mismo",
    r"sigo",
    r"relaps\w+",
    r"yesterday",
    r"every (?:day|time|night)",
    r"now (?:it|my|i)",
)
ASKED = re.compile(
    r"^(?:(?:hey|hi|hello|ok|so|and|coach|question|just curious|out of curiosity|for a (?:friend|course|essay|quiz)|curious|i am writing|my course) ?,? ?)*(?:what (?:is|are|does|causes?|happens)|what are the (?:\w+ )?(?:signs|symptoms)|explain|define|tell me about|how (?:does|do|common|is|are)|why (?:do|does|is|are)|is (?:it true|there)|difference between|signs of|symptoms of|can (?:people|you|one)|que (?:es|son|significa)|cuales son|como se (?:reconoce|previene))\b(?!.*\b(?:i|my|me|am|mi|mis|yo|tengo|estoy|siento)\b)"
)
"""A question about a sign by somebody who has not said that they have it."""
ASKABLE = frozenset(
    {"overdose", "chest_pain", "collapse", "stroke", "seizure", "allergy", "breathing", "heat", "hypoglycaemia", "head_injury", "rhabdomyolysis",
     "bleeding", "clot", "nerve_injury", "blood_pressure", "eating_disorder"}
)  # fmt: skip
STUDIED = ASKABLE | {"drugs", "dehydration", "extreme_goal"}
STUDY = re.compile(
    r"\b(?:first aid|essay|for (?:a|my|the) (?:course|class|quiz|exam|story|novel|book|article)|writing (?:a|an|my) \w+|documentary|movie|film|series|podcast|novels?|training kits?|(?:banned|illegal|deadly|dangerous) in|what (?:is|are) \w+ and how (?:do|can) i (?:avoid|prevent))\b"
    r"|^(?:why|how) (?:is|are|do|does|dangerous|deadly|risky) .*\b(?:people|banned|deadly|dangerous|risky|illegal|harmful|bad for)\b"
)
"""What is asked about out of interest, and is nothing that anybody has or wants."""
THEIR_OWN = re.compile(
    r"\b(?:my (?!course|class|essay|exam|story|novel|book)\w+|me|i (?:have|feel|felt|had|want|took|take|got|could|can)|mi|tengo|quiero)\b"
)
PREVENT = re.compile(
    r"\b(?:how (?:do|can|should|to) (?:i |you |we |people )?(?:\w+ )?(?:avoid|prevent|reduce the risk|lower the risk|protect)|prevent(?:ion|ing)?|avoid(?:ing)?|to avoid|reduces? the risk of|risk of|como (?:evitar|prevenir)|prevenir|evitar)\b[^.]{0,40}$"
)
PAST_MATTERS = frozenset(
    {"chest_pain", "collapse", "breathing", "seizure", "stroke", "heat", "rhabdomyolysis", "eating_disorder"}
)
"""Of what is past, this is still asked about before hard training."""
LETTERS_A_WORD = 7
LACKING = frozenset({"eating_disorder", "dehydration", "suicide", "medical_advice", "minor"})
"""Of these a denial is part of the sign: not to eat, not to drink, not to be."""
SOMEBODY = re.compile(
    r"\b(?:(?:my|a|the|our|some|mi|un|una|el|la) (?:\w+ )?(?:friend|husband|wife|partner|mum|mom|mother|dad|father|brother|sister|client|buddy|guy|girl|man|woman|person|colleague|kid|son|daughter|boyfriend|girlfriend|teammate|athlete|coach|trainer|grandma|grandpa|grandmother|grandfather|amig[oa]|marido|mujer|novi[oa]|padre|madre|herman[oa]|hij[oa]|companer[oa]|cliente|senor)|someone|somebody|alguien)\b"
)
FIRST_PERSON = re.compile(
    r"\bi (?:have|am|feel|felt|fainted|passed|can|could|got|just|keep|had|collapsed|blacked|think i)\b|\b(?:tengo|me|estoy|siento|mi pecho)\b|\bmy (?:chest|heart|face|arm|left|speech)\b"
)


class Alarm(NamedTuple):
    """What was seen and what is answered. `stop`: this alone, no tool and no model; `notice` and `ask`: this first.

    `ask` is one caring question; until it is answered nothing is planned (`watch.WITHHELD`).
    """

    category: str
    text: str
    level: Level = "stop"


class _Hit(NamedTuple):
    rule: Rule
    level: Level
    text: str


def screen(text: str, region: str | None = None) -> Alarm | None:
    """Return the fixed answer that a message calls for, with the numbers of a country (ISO 3166), if it calls for any."""
    said = normal(text)
    seen = _worst(_hits(said), region)
    return seen if seen is not None and seen.level == "stop" else _guessed(said, region, seen)


def _guessed(said: str, region: str | None, noticed: Alarm | None) -> Alarm | None:
    """Return what the second layer makes of a text, where it is surer than what the rules only noticed."""
    found = guess(said)
    if found is None or (noticed is not None and (found.likely < STOPS or found.category == "low_mood")):
        return noticed
    language = texts.language_of(said)
    if found.category == "low_mood":
        return Alarm("low_mood", texts.text("low_mood", language, region), "notice")
    level: Level = "stop" if found.likely >= STOPS else "ask"
    name = _asking(found) if level == "ask" else _named(found, said)
    return Alarm(found.category, texts.text(name, language, region), level)


def _asking(found: Guess) -> str:
    return texts.ASKED_ABOUT[found.category] if found.sure else "ask"


def _named(found: Guess, said: str) -> str:
    if not found.sure:
        return "unsure"
    other = found.category in texts.OTHERS and SOMEBODY.search(said) and not FIRST_PERSON.search(said)
    return texts.OTHERS[found.category] if other else found.category


def by_rules(text: str, region: str | None = None) -> Alarm | None:
    """Do the same by what the rules see alone."""
    return _worst(_hits(normal(text)), region)


def screen_turns(said: Sequence[str], region: str | None = None) -> Alarm | None:
    """Screen the last message, and it together with those before it; `said` is what the person said, oldest first.

    What an earlier message alone had was answered then. A sign that only several have together is this message's. What
    was asked about once is not asked again: who says that it is nothing is believed, unless they say more.
    """
    *before, last = said[-TURNS:] or [""]
    seen = by_rules(last, region)
    if seen is not None and seen.level == "stop":
        return seen
    before = [each[-EARLIER:] for each in before]
    answered = {id(hit.rule) for each in before for hit in _hits(normal(each))}
    together = [
        hit
        for text in _joined([*before, last[:EARLIER]])
        for hit in _hits(normal(text))
        if id(hit.rule) not in answered
    ]
    if worst := _worst([hit for hit in together if hit.level == "stop"], region):
        return worst
    alone = _guessed(normal(last), region, seen)
    return None if alone is not None and alone.level == "ask" and _was_asked(before) else alone


def _was_asked(before: Sequence[str]) -> bool:
    return any(alarm is not None and alarm.level != "notice" for alarm in map(screen, before))


def _hits(plain: str) -> list["_Hit"]:
    said = without_idioms(plain)
    return [hit for rule in RULES if (hit := _hit(rule, said)) is not None]


def _worst(hits: Sequence["_Hit"], region: str | None) -> Alarm | None:
    if not hits:
        return None
    first = min(hits, key=lambda hit: (hit.level != "stop", URGENCY.index(hit.rule.category)))
    return Alarm(first.rule.category, texts.text(first.text, first.rule.language, region), first.level)


def _joined(said: Sequence[str]) -> Iterator[str]:
    """Yield the last messages as one text; where one is short, as one sentence too."""
    for start in range(len(said) - 2, -1, -1):
        part = said[start:]
        yield " . ".join(part)
        if min(len(each.split()) for each in part) <= FEW:
            yield " ".join(each.rstrip(" .!?…") for each in part)


def _hit(rule: Rule, said: str) -> _Hit | None:
    every = list(rule.sign.finditer(said))
    if not every or rule.unless.search(said) or not all(also.search(said) for also in rule.also):
        return None
    matches = (match for match in every if rule.holds is None or rule.holds(match))
    near = (match for match in matches if rule.within is None or _near(rule, said, match.start()))
    denies = _life_denied if rule.category == "suicide" else _denied
    found = [
        match for match in near if not (rule.negatable and denies(said[max(0, match.start() - BEFORE) : match.start()]))
    ]
    if not found:
        return _denial_noticed(rule)
    if rule.category in STUDIED and STUDY.search(said) and not THEIR_OWN.search(said):
        return None
    if _only_past(rule, said):
        return _Hit(rule, "notice", _of_the_past(rule)) if rule.category in PAST_MATTERS and _own(said) else None
    level, name = _weighed(rule, said, found[0])
    return _Hit(rule, level, name)


def _near(rule: Rule, said: str, at: int) -> bool:
    """Say whether each other part of a sign is near where it stands, and is not denied itself."""
    reach = (rule.within or 0) * LETTERS_A_WORD
    around = said[max(0, at - reach) : at + reach]
    before = len(said[max(0, at - reach) : at])
    if rule.category in LACKING:
        return all(also.search(around) for also in rule.also)
    return all(
        any(not _denied(around[: match.start()]) or match.start() == before for match in also.finditer(around))
        for also in rule.also
    )


def _only_past(rule: Rule, said: str) -> bool:
    return rule.history and not NOW.search(said) and bool(CLEARED.search(said) or LONG_PAST.search(said))


def _of_the_past(rule: Rule) -> str:
    return rule.category if rule.category == "eating_disorder" else "history"


def _own(said: str) -> bool:
    """Say whether it is the person's own past, not their father's."""
    return FIRST_PERSON.search(said) is not None or SOMEBODY.search(said) is None


def _denied(before: str) -> bool:
    return DENIED.search(before) is not None and NO_DENIAL.search(before) is None


def _life_denied(before: str) -> bool:
    """Say the same of words of suicide, where only a plain denial counts: `I do not think I can go on` is none."""
    return NOT_THAT.search(before) is not None


def _denial_noticed(rule: Rule) -> _Hit | None:
    """Who says that they are not suicidal is told, kindly, where to turn if that changes."""
    return _Hit(rule, "notice", "low_mood") if rule.category == "suicide" and rule.within is None else None


def _weighed(rule: Rule, said: str, match: re.Match[str]) -> tuple[Level, str]:
    """Return how grave a sign is as it was said, and which answer it gets."""
    name = rule.text or rule.category
    if rule.category in ASKABLE and (ASKED.search(said) or PREVENT.search(said[: match.start()])):
        return "notice", "asked" if rule.level == "stop" else name
    if rule.category in texts.OTHERS and SOMEBODY.search(said) and not FIRST_PERSON.search(said):
        return rule.level, texts.OTHERS[rule.category]
    return rule.level, name


def facts(said: Iterable[str]) -> frozenset[str]:
    """Return what a person says of themselves that binds what may be planned: `minor`, `pregnant`."""
    text = " . ".join(normal(each) for each in said)
    found = {"minor": rf"\b(?:{FACT_UNDER_18})", "pregnant": rf"\bi am (?:\w+ ){{0,3}}{FACT_PREGNANT}"}
    return frozenset(name for name, pattern in found.items() if re.search(pattern, text))

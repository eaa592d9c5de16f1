"""Looks at each sentence of a model before it is shown: what harms is not said, whoever wrote it.

A rule finds advice, not facts: `you ate 900 kcal` and `never below 1,200 kcal` are fine, `aim for 900 kcal a day` is not.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from fitzen.coach.safety.harms import figured, harms
from fitzen.coach.safety.person import ANYBODY, Person
from fitzen.coach.safety.rules import any_of, gap
from fitzen.coach.safety.signs_care import DRUG, KG, SPAN, kg_a_week
from fitzen.coach.safety.words import normal
from fitzen.nutrition.recipes.allergies import clashes_in_names, offered_in, offered_text
from fitzen.nutrition.recipes.models import ALLERGENS
from fitzen.words import plain

KJ = 4.184


class Reason(NamedTuple):
    """Why a sentence is not shown: the rule, and what is wrong in words that a model can mend it by."""

    category: str
    why: str


NOT = r"(?:not|never|no|without|nor|avoid\w*|do not|refus\w*|against|cannot|stop (?:if|and)|instead of|rather than|unsafe|dangerous|harmful|risky|illegal|nunca|no|sin|evita\w*|ni)"
ADVICE = any_of(
    r"aim", r"eat", r"target\w*", r"try", r"stick", r"go (?:for|with|down|as low)", r"have", r"limit", r"restrict", r"drop", r"cut", r"plan", r"diet", r"should", r"could", r"can", r"recommend\w*", r"suggest\w*", r"set", r"keep", r"stay", r"consume", r"budget", r"start", r"reduce", r"lower", r"let us", r"only", r"halve", r"bring", r"works?", r"budget", r"today", r"live", r"fine", r"enough", r"safe", r"ideal", r"best", r"come", r"goal",
    r"come(?:r)?", r"apunta", r"objetivo", r"dieta", r"puedes", r"deberias", r"prueba", r"baja", r"reduce",
)  # fmt: skip
FACT = any_of(
    r"ate", r"eaten", r"logged", r"had", r"burn\w*", r"left", r"remain\w*", r"averaged?", r"was", r"were", r"so far", r"deficit of", r"surplus", r"calories more", r"fewer", r"below your", r"under your", r"less than you", r"comiste", r"quemas?", r"quedan?", r"registraste",
    r"breakfast", r"lunch", r"dinner", r"snack", r"serving", r"meal", r"portion", r"desayuno", r"cena", r"merienda", r"racion",
)  # fmt: skip
FLOOR = any_of(
    r"(?:never|not|no|nor|do not|don't) (?:go |eat |drop |fall |plan )?(?:anything )?(?:below|under|less|lower|fewer)", r"at least", r"no less", r"or more", r"more than", r"above", r"minimum", r"floor", r"below (?:that|this)? ?(?:is|would be|are) (?:not|too|un)",
    r"(?:too (?:little|low|few)|unsafe|dangerous|not (?:enough|safe|recommended|plan\w*|advis\w*|something|healthy|what)|harm\w*|starv\w*)", r"(?:will|would|can|could|do|should|must|may) not (?:\w+ ){0,3}(?:plan|help|recommend|suggest|eat|go|aim|set|make|build|support|give)", r"nunca (?:menos|por debajo)", r"no (?:menos|bajes|planifico|puedo|es seguro|te)", r"al menos", r"como minimo",
)  # fmt: skip
"""What says that a figure is a limit, or refuses it."""
DAILY = re.compile(
    r"(?P<value>\d+(?:\.\d+)?) (?P<unit>calories|kj)(?: of (?:food|energy))? (?:a|per|each|every|/|al|por|cada) ?(?:day|24|dia)\b"
    r"|\b(?:daily|diari[oa]s?)\b(?: \w+){0,5} (?P<value2>\d+(?:\.\d+)?) (?P<unit2>calories|kj)\b"
    r"|\b(?P<value3>\d+(?:\.\d+)?) (?P<unit3>calories|kj) (?:daily|diet|diarias|diari[oa]s)\b"
    r"|\b(?:today|daily|diari[oa]) (?:\w+ ){0,3}(?:budget|target|goal|limit|intake)?(?: ?\.| is| of| to| at)* ?(?P<value5>\d+(?:\.\d+)?) (?P<unit5>calories|kj)\b"
    r"|\b(?:budget|target|goal|limit|intake)(?: for)?(?: today)?(?: ?\.| is| of| to| at)+ (?P<value6>\d+(?:\.\d+)?) (?P<unit6>calories|kj)\b"
    r"|\b(?:stay|keep|stick|get|be) (?:\w+ )?(?:under|below|beneath) (?P<value7>\d+(?:\.\d+)?) (?P<unit7>calories|kj)\b"
    r"|\b(?:aim for|stick to|target of|eat only|eat just|live on|go down to|drop to|limit yourself to|restrict (?:yourself )?to) (?:about |around |just |only |roughly )*(?P<value4>\d+(?:\.\d+)?) (?P<unit4>calories|kj)\b"
)
LOSS = re.compile(
    rf"\b(?:los(?:e|ing)|drop(?:ping)?|shed(?:ding)?|loss of|cut(?:ting)?|pierde|perder|bajar?) (?:about |around |up to |roughly |at |as much as |unos? )*(?P<amount>\d+(?:\.\d+)?)(?: to (?P<until>\d+(?:\.\d+)?))? ?(?P<unit>kg|pounds|stone|%) (?:of (?:your )?(?:body ?weight|weight|fat) )?{SPAN}"
    r"|\b(?P<amount2>\d+(?:\.\d+)?) ?(?P<unit2>kg|pounds|%) (?:of (?:your )?(?:body ?weight|weight|fat) )?(?:a|per|each|every|por) (?:week|semana)\b"
)
DEFICIT = any_of(
    r"(?:calorie|energy|caloric|daily|small|moderate|slight|modest|mild|large|gentle|\d+ calories?) deficit", r"in a deficit", r"eat (?:a (?:bit|little) )?less", r"lose (?:some |a little |the )?(?:weight|fat|\d+)", r"fat loss (?:phase|plan|diet)", r"cut (?:some |your |\d+ )?calories", r"your cut", r"cut starts", r"cutting phase", r"intermittent fast\w*", r"fast for", r"skip (?:breakfast|dinner|lunch|meals?)", r"weight loss (?:plan|goal|phase)", r"deficit calorico", r"perder (?:peso|grasa)", r"adelgaz\w+",
)  # fmt: skip
DEFICIT_ADVICE = any_of(
    r"you (?:can|could|should|may|might)",
    r"let us",
    r"i (?:suggest|recommend|would|will|have set|set|plan\w*)",
    r"try",
    r"aim",
    r"start",
    r"here is",
    r"starts?",
    r"plan",
    r"goal",
    r"go (?:for|into)",
    r"best",
    r"good",
    r"puedes",
    r"prueba",
    r"deberias",
    r"^eat",
    r"^cut",
    r"^skip",
    r"^lose",
    r"recommended",
    r"would be",
    r"works?",
)
TAKING = any_of(
    r"take",
    r"taking",
    r"try",
    r"start",
    r"use",
    r"run",
    r"inject\w*",
    r"dos(?:e|es|age)",
    r"\d+ ?(?:mg|iu|mcg|ml|g)",
    r"cycle",
    r"stack",
    r"recommend\w*",
    r"suggest\w*",
    r"helps?",
    r"works?",
    r"safe",
    r"effective",
    r"toma",
    r"ciclo",
    r"dosis",
    r"add",
    r"go with",
    r"best",
    r"good",
    r"mild\w*",
    r"gentle",
    r"legal",
    r"strong\w*",
)
MEDICINE = any_of(
    r"(?:stop|skip|quit|drop|halve|double|reduce|pause|come off|leave out|change|miss|lower|increase) (?:taking )?(?:\w+ ){0,3}(?:medication|medications|medicines?|meds|insulin|antidepressants?|beta blockers?|statins?|blood thinners?|blood pressure (?:pills?|tablets?)|pills|prescription|inhaler|warfarin|metformin|lithium)",
    r"(?:do not|no longer) need (?:\w+ ){0,2}(?:medication|meds|medicine|insulin|antidepressants?|pills|inhaler)", r"(?:deja|suspende|salta|reduce) (?:\w+ ){0,3}(?:medicacion|insulina|pastillas|antidepresivos?)",
)  # fmt: skip
THROUGH_PAIN = any_of(
    r"(?:train|push|work|run|lift|squat|power|press|go|keep (?:going|training|lifting|running)|continue|carry on|play|fight) (?:on )?(?:through|despite|with|past|in spite of) (?:\w+ ){0,3}(?:pain|numbness|dizziness|chest \w+|faintness)", r"ignore (?:\w+ ){0,3}(?:pain|numbness|tightness|dizziness|symptoms?|doctor\w*)",
    r"(?:chest (?:pain|pressure|tightness)|sharp pain|numbness|fainting|dark urine) (?:is|are) (?:\w+ )?(?:normal|fine|ok|okay|nothing|harmless|common|no problem|part of)", r"no need to (?:see|call|ask|bother) (?:\w+ )?(?:doctor|gp|physio|ambulance)", r"(?:entrena|sigue|aguanta) (?:a pesar|con) (?:\w+ ){0,3}dolor", r"(?:against|regardless of|whatever|despite what) (?:your|the) doctor\w*",
)  # fmt: skip
ILLNESS = (
    r"(?:diabetes|anorexia|bulimia|eating disorder|depression|adhd|tendinitis|tendonitis|tendinopathy|tennis elbow|torn \w+|meniscus tear|acl tear|rotator cuff tear|labrum tear|herniated disc|slipped disc|disc herniation|sciatica|stress fracture|fracture|"
    r"plantar fasciitis|impingement|arthritis|osteoporosis|hypertension|angina|arrhythmia|heart (?:attack|disease|condition|problem)|concussion|rhabdomyolysis|rhabdo|thyroid (?:problem|disorder)|hypothyroidism|anemia|anaemia|iron deficiency|celiac disease|pcos|"
    r"overtraining syndrome|red s|asthma|blood clot|stroke|cancer|covid|diabetic|anorexic|bulimic|depressed)"
)
DIAGNOSIS = any_of(
    rf"(?:you (?:have|are|clearly have|definitely have|probably have|most likely have|seem to have|must have|are suffering from|suffer from|likely have|have got)|you have got|(?:this|that|it) (?:is|must be|is clearly|is definitely|is probably|is most likely|sounds like|looks like|is just)|sounds like|diagnos\w+ (?:is|of|you with)) (?:a |an |your |mild |early |severe |classic |clear |just |probably |definitely |clearly |a case of |having a |only |in fact ){{0,3}}{ILLNESS}",
    r"(?:tienes|padeces|esto es|seguro que es|es claramente) (?:una? )?(?:tendinitis|diabetes|anorexia|rotura|hernia|ciatica|depresion|fractura|infarto|hipertension)",
)  # fmt: skip
NO_DIAGNOSIS = any_of(
    r"if you (?:have|are)",
    r"(?:since|because|as) you",
    r"you (?:told|said|mentioned|wrote|noted|listed)",
    r"when you have",
    r"whether",
    r"doctor (?:said|found|diagnosed|can (?:say|tell))",
    r"can not (?:say|tell|know|diagnose)",
    r"not (?:a )?diagnos\w*",
    r"people (?:who|with)",
    r"who have",
    r"si tienes",
    r"unless",
    r"in case",
    r"your (?:profile|conditions?)",
    r"family",
    r"question",
)
SERVING = any_of(
    r"try", r"have", r"eat", r"add", r"use", r"serve\w*", r"with", r"go for", r"recommend\w*", r"suggest\w*", r"how about", r"snack on", r"top\w*", r"recipe", r"make", r"enjoy", r"choose", r"pick", r"include\w*", r"get", r"grab", r"dinner", r"lunch", r"breakfast", r"snack", r"drink", r"mix", r"cook", r"good", r"great", r"best", r"rich in", r"prueba", r"come", r"con", r"anade", r"toma", r"cena", r"desayuno", r"ideas?", r"options?", r"like", r"could", r"such as", r"source\w*", r"stir", r"spread", r"dip", r"spoon\w*", r"toast", r"bowl", r"slices?", r"handful", r"glass", r"cup", r"side", r"grilled", r"baked", r"fried", r"treat", r"salad", r"soup", r"shake", r"stew", r"sauce", r"dessert", r"after training", r"tonight",
)  # fmt: skip
NOT_SERVED = any_of(
    r"allerg\w+", r"intoleran\w+", r"(?:has|have|contains?|there (?:is|are)) (?:\w+ ){0,4}(?:so|which you|that you)", r"left (?:it|them|that|those|this) out", r"leave (?:it|them|that) out", r"you (?:ate|had|logged|drank)", r"your log", r"logged", r"off your list", r"not for you", r"contains? \w+ , which", r"alergi\w+", r"comiste", r"registraste", r"can not (?:have|serve|offer|suggest)", r"traces", r"keep\w* (?:it |them |that )?(?:away|out)", r"ate"
)  # fmt: skip
NO_FOOD = re.compile(
    r"\b(?:shrimp squats?|crab (?:walks?|reach(?:es)?)|cat[- ]cows?|cow (?:face )?pose|fish pose|wrap(?:s|ped|ping)? (?:up|your|the|my|around|it)|bread and butter|milk(?:ing)? (?:it|the \w+ (?:rep|set))|clam ?shells?|clams? (?:3|x|\d)|that is nuts|go nuts|"
    r"cream of the crop|butter smooth|de mayo|egg (?:on|timer)|toast to|piece of cake|nuts and bolts|in a nutshell|spelt out|fish out|malt(?:ese)? cross)\b"
)


LINK = re.compile(
    r"\b[\w-]+\.(?:com|net|org|io|info|xyz|ru|cn|app|dev|co|me|example)(?:/|\?)\S|https?://(?!(?:dx\.)?doi\.org/)|\bwww\.|!?\[[^\]]*\]\s*\(|<\s*(?:a|img|script|iframe|form|svg|style)\b|\bdata:\w+/|\bjavascript:",
    re.IGNORECASE,
)
"""A link or an image carries data out, and nothing of the coach's needs one but the DOI of a source."""
QUOTED = 8
"""So many words in a row of the instructions are them being recited."""


def review(sentence: str, person: Person = ANYBODY) -> Reason | None:
    """Return why a sentence must not be shown to this person, or None where it may."""
    said = figured(normal(sentence))
    return next((reason for rule in _RULES for reason in rule(said, sentence, person)), None)


def _denied(said: str, at: int, words: int = 6) -> bool:
    """Say whether what begins at a place is denied, by a word shortly before it or in the same clause."""
    before = said[:at].rsplit(" . ", maxsplit=1)[-1]
    return re.search(rf"\b{NOT} {gap(words)}$", before) is not None


def _energy(said: str, _: str, person: Person) -> Iterator[Reason]:
    for match in DAILY.finditer(said):
        value, unit = next(
            (float(match[f"value{n}"]), match[f"unit{n}"])
            for n in ("", "2", "3", "4", "5", "6", "7")
            if match[f"value{n}"]
        )
        kcal = value / KJ if unit == "kj" else value
        advice = ADVICE.search(said) and not FACT.search(said)
        if kcal < person.least_kcal and advice and not FLOOR.search(said):
            yield Reason(
                "energy", f"{kcal:,.0f} kcal a day is below the least for this person, {person.least_kcal:,.0f}."
            )


def _loss(said: str, _: str, person: Person) -> Iterator[Reason]:
    for match in LOSS.finditer(said):
        rate = _rate(match, person)
        fast = rate > person.most_loss_kg + 0.05
        limit = re.search(
            r"\b(?:more|faster|quicker|at most|no more|never|not|limit|maximum|max|beyond|above|over|up to a limit|gain\w*|lost|unsafe|too)\b",
            said,
        )
        losing = match["amount"] or re.search(r"\b(?:los(?:e|s|ing)|pierde|perder|perdida|drop)\b", said)
        if fast and losing and not limit:
            yield Reason("loss", f"More than {person.most_loss_kg:.1f} kg a week is too fast for this person.")


def _rate(match: re.Match[str], person: Person) -> float:
    """Return the kg a week that a match of LOSS speaks of; a share is of the body weight, else of 70 kg."""
    most = max(float(match[name]) for name in ("amount", "until", "amount2") if match[name])
    unit = match["unit"] or match["unit2"]
    kilograms = most / 100 * (person.weight_kg or 70.0) if unit == "%" else most * KG[unit]
    return kg_a_week(kilograms, match["count"], match["span"]) if match["span"] else kilograms


def _deficit(said: str, _: str, person: Person) -> Iterator[Reason]:
    if person.barred is None:
        return
    for match in DEFICIT.finditer(said):
        if (
            DEFICIT_ADVICE.search(said)
            and not _denied(said, match.start())
            and not re.search(r"\b(?:doctor|midwife|not|no|never|without|matrona|medico)\b", said)
        ):
            yield Reason("deficit", f"No deficit for this person: {person.barred}.")


def _drugs(said: str, _: str, __: Person) -> Iterator[Reason]:
    for match in re.finditer(rf"\b{DRUG}\b", said):
        if (
            TAKING.search(said)
            and not _denied(said, match.start(), 12)
            and not re.search(
                r"\b(?:harm\w*|risk\w*|danger\w*|banned|illegal|doctor|not|never|no|unlike|without|damag\w+|kill\w*)\b",
                said,
            )
        ):
            yield Reason("drugs", f"No help with {match[0]}.")


def _medicine(said: str, _: str, __: Person) -> Iterator[Reason]:
    for match in MEDICINE.finditer(said):
        if not _denied(said, match.start()) and not re.search(
            r"\b(?:ask|talk|doctor|pharmacist|before you|if you (?:stop|skip|miss|change)|medico|farmaceutico|remind\w*)\b",
            said,
        ):
            yield Reason("medicine", "Nobody is told to stop or change a medicine.")


def _pain(said: str, _: str, __: Person) -> Iterator[Reason]:
    for match in THROUGH_PAIN.finditer(said):
        if not _denied(said, match.start()) and not re.search(
            rf"\b{NOT} (?:\w+ )?(?:normal|fine|ok|okay|nothing|harmless|common)", said
        ):
            yield Reason("pain", "Nobody is told to train through pain or a warning sign, or against a doctor.")


def _allergens(said: str, sentence: str, person: Person) -> Iterator[Reason]:
    avoided = person.avoids
    if not avoided or NOT_SERVED.search(said) or not SERVING.search(said):
        return
    offered = offered_text(NO_FOOD.sub(" ", plain(sentence)))
    found: list[str] = [each for each in ALLERGENS if each in avoided.allergens & offered_in(offered)]
    found += clashes_in_names(avoided._replace(allergens=frozenset()), [offered])
    if found:
        yield Reason("allergen", f"This person must not be served {', '.join(found)}.")


def _diagnosis(said: str, _: str, person: Person) -> Iterator[Reason]:
    own = {plain(condition) for condition in person.conditions}
    for match in DIAGNOSIS.finditer(said):
        known = any(condition in match[0] or match[0].endswith(condition) for condition in own)
        if not known and not NO_DIAGNOSIS.search(said) and not _denied(said, match.start()) and " not " not in match[0]:
            yield Reason("diagnosis", "A coach does not diagnose; it says who can look at it.")


def _harms(said: str, _: str, __: Person) -> Iterator[Reason]:
    yield from (Reason(*each) for each in harms(said))


def _links(_: str, sentence: str, __: Person) -> Iterator[Reason]:
    if LINK.search(sentence):
        yield Reason("link", "No links, images or markup; sources are shown beside the answer.")


def _recited(_: str, sentence: str, __: Person) -> Iterator[Reason]:
    if any(run in _instructions() for run in _runs(sentence)):
        yield Reason("instructions", "The instructions are not recited.")


@cache
def _instructions() -> frozenset[tuple[str, ...]]:
    from fitzen.coach.prompt import REPAIR, SYSTEM  # which itself makes data plain by this package

    return frozenset(_runs(f"{SYSTEM} {REPAIR}"))


def _runs(text: str) -> list[tuple[str, ...]]:
    words = re.findall(r"[a-z']+", plain(text))
    return [tuple(words[at : at + QUOTED]) for at in range(len(words) - QUOTED + 1)]


_RULES: tuple[Callable[[str, str, Person], Iterator[Reason]], ...] = (
    _energy,
    _loss,
    _deficit,
    _drugs,
    _medicine,
    _pain,
    _allergens,
    _diagnosis,
    _harms,
    _links,
    _recited,
)

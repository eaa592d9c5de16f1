"""Whether somebody should see a doctor before they train, by the logic of the ACSM (Riebe 2015, doi 10.1249/MSS.0000000000000664).

It asks for current activity, known cardiovascular, metabolic or renal disease, signs or symptoms, and the intensity that is
wanted; the questions are our own words, after the topics of the PAR-Q+ (Warburton 2021, doi 10.14288/hfjc.v14i1.351). It
sorts people, it does not diagnose: in doubt it sends them to somebody who can.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from fitzen.infra.storage.base import Store
from fitzen.records import Json
from fitzen.spanish import Language, language_of
from fitzen.users import health
from fitzen.users.service import profile
from fitzen.words import plain

type Outcome = Literal["fine", "clearance_needed", "unanswered"]
type Before = Literal["any", "moderate", "vigorous"]

STALE = timedelta(days=365)
"""Answers older than this are asked again; so is a clearance, by the ACSM's twelve months."""
DISEASE = re.compile(
    r"\b(?:heart|cardiac|cardio(?!\s?machine)\w*|coronary|angina|infarct\w*|arrhythmia|fibrillation|pacemaker|stent|bypass|stroke|aneurysm|diabet\w+|kidney|renal|"
    r"dialysis|corazon|cardiopat\w+|arritmia|infarto|marcapasos|ictus|rinon\w*)\b"
)
"""Conditions of a profile that are cardiovascular, metabolic or renal disease, in English and Spanish without accents."""
QUESTIONS: Mapping[str, Mapping[Language, str]] = {
    "active": {
        "en": "Have you been active for at least 30 minutes, at least moderately, on 3 days a week or more, for the last 3 months?",
        "es": "¿Has hecho al menos 30 minutos de actividad, como mínimo moderada, 3 días o más por semana, en los últimos 3 meses?",
    },
    "disease": {
        "en": "Has a doctor ever told you that you have a disease of the heart or vessels, diabetes, or a disease of the kidneys?",
        "es": "¿Te ha dicho alguna vez un médico que tienes una enfermedad del corazón o de los vasos, diabetes o una enfermedad de los riñones?",
    },
    "symptoms": {
        "en": "Do you now have any of these: pain or pressure in the chest, breathlessness at rest or with little effort, dizziness or fainting, swollen ankles, "
        "a racing or irregular heartbeat, or pain in the calves when you walk?",
        "es": "¿Tienes ahora algo de esto: dolor o presión en el pecho, falta de aire en reposo o con poco esfuerzo, mareos o desmayos, tobillos hinchados, "
        "pulso acelerado o irregular, o dolor en las pantorrillas al caminar?",
    },
    "supervised": {
        "en": "Has a doctor told you to exercise only under supervision, or not at all for now?",
        "es": "¿Te ha dicho un médico que hagas ejercicio solo con supervisión, o que de momento no lo hagas?",
    },
    "medicines": {
        "en": "Do you take a prescribed medicine for a long-term condition, such as blood pressure, heart or blood sugar?",
        "es": "¿Tomas un medicamento recetado para algo crónico, como la tensión, el corazón o el azúcar?",
    },
    "joints": {
        "en": "Do you have a bone, joint or muscle problem that more activity could make worse?",
        "es": "¿Tienes un problema de huesos, articulaciones o músculos que podría empeorar con más actividad?",
    },
    "intensity": {
        "en": "How hard do you want to train: light (you could sing), moderate (you can talk) or vigorous (only a few words)?",
        "es": "¿Con qué intensidad quieres entrenar: suave (podrías cantar), moderada (puedes hablar) o vigorosa (solo unas palabras)?",
    },
}
NEEDED = ("active", "disease", "symptoms", "intensity")
"""Without these nothing can be said."""
REASONS: Mapping[str, Mapping[Language, str]] = {
    "supervised": {
        "en": "A doctor told you to exercise only under supervision, or not for now.",
        "es": "Un médico te ha dicho que hagas ejercicio solo con supervisión, o que de momento no lo hagas.",
    },
    "symptoms": {
        "en": "You have signs that a doctor should look at before any exercise.",
        "es": "Tienes signos que un médico debería ver antes de cualquier ejercicio.",
    },
    "disease_inactive": {
        "en": "You have a disease of heart, metabolism or kidneys and are new to regular exercise.",
        "es": "Tienes una enfermedad del corazón, del metabolismo o de los riñones y empiezas ahora con el ejercicio regular.",
    },
    "disease_vigorous": {
        "en": "You have a disease of heart, metabolism or kidneys: moderate training may go on, vigorous needs a yes from the last 12 months.",
        "es": "Tienes una enfermedad del corazón, del metabolismo o de los riñones: lo moderado puede seguir, lo vigoroso pide un visto bueno de los últimos 12 meses.",
    },
    "pregnant": {
        "en": "You are pregnant: ask your midwife or doctor first, and train moderately.",
        "es": "Estás embarazada: pregunta antes a tu matrona o médico, y entrena con moderación.",
    },
    "cleared": {
        "en": "You said that a doctor has cleared you.",
        "es": "Has dicho que un médico te ha dado el visto bueno.",
    },
    "build_up": {
        "en": "Nothing speaks against it: start lightly or moderately and build up over weeks.",
        "es": "Nada lo desaconseja: empieza suave o moderado y sube a lo largo de semanas.",
    },
    "go_on": {"en": "Nothing speaks against going on as you do.", "es": "Nada desaconseja seguir como hasta ahora."},
    "medicines": {
        "en": "Ask your doctor or pharmacist what your medicine means for training, such as for your pulse.",
        "es": "Pregunta a tu médico o farmacéutico qué supone tu medicamento al entrenar, por ejemplo para el pulso.",
    },
    "joints": {
        "en": "Name the joint or muscle under injuries, so that plans work around it.",
        "es": "Pon la articulación o el músculo en lesiones, para que los planes lo respeten.",
    },
    "unanswered": {
        "en": "A few questions are open; until they are answered nothing can be said.",
        "es": "Quedan algunas preguntas; hasta que respondas no se puede decir nada.",
    },
}
CLEARANCE: Mapping[Before, Mapping[Language, str]] = {
    "any": {
        "en": "Please see a doctor before you exercise. Until then no plan goes beyond an easy walk.",
        "es": "Por favor, ve al médico antes de hacer ejercicio. Hasta entonces, ningún plan va más allá de un paseo suave.",
    },
    "moderate": {
        "en": "Please ask a doctor before you start moderate or harder training. Until then plans stay light.",
        "es": "Por favor, pregunta a un médico antes de empezar a entrenar moderado o más fuerte. Hasta entonces, los planes son suaves.",
    },
    "vigorous": {
        "en": "Please ask a doctor before vigorous training. Until then plans stay moderate.",
        "es": "Por favor, pregunta a un médico antes de entrenar fuerte. Hasta entonces, los planes son moderados.",
    },
}


class Screened(NamedTuple):
    """What the answers come to. `before`: the least intensity that needs clearance first. `careful`: plan conservatively."""

    outcome: Outcome
    before: Before | None
    careful: bool
    reasons: tuple[str, ...]


def screened(profile: Json) -> Screened:
    """Judge a profile: its answers, its conditions, and whether a doctor has cleared the person."""
    answers = profile.get("health", {}).get("screening", {})
    disease = bool(answers.get("disease")) or _named_disease(profile)
    before, reason = _clearance(answers, disease=disease)
    cleared = bool(profile.get("health", {}).get("clearance"))
    advice = tuple(name for name in ("medicines", "joints") if answers.get(name))
    pregnant = ("pregnant",) if health.pregnant(profile) else ()
    careful = disease or bool(pregnant) or before is not None
    if before is not None and not cleared:
        return Screened("clearance_needed", before, careful, (reason, *pregnant, *advice))
    if before is not None:
        return Screened("fine", None, careful, ("cleared", *pregnant, *advice))
    if any(name not in answers for name in NEEDED):
        return Screened("unanswered", None, careful, ("unanswered", *pregnant, *advice))
    return Screened("fine", None, careful, (reason, *pregnant, *advice))


def careful(profile: Json) -> bool:
    """Say whether plans for this person are to be conservative: more repetitions in reserve, no vigorous intensity."""
    return screened(profile).careful


def _clearance(answers: Json, *, disease: bool) -> tuple[Before | None, str]:
    """Return from which intensity on clearance is needed, and why: the flow of Riebe 2015, figure 2."""
    if answers.get("supervised"):
        return "any", "supervised"
    if answers.get("symptoms"):
        return "any", "symptoms"
    if disease and not answers.get("active"):
        return "moderate", "disease_inactive"
    if disease:
        return ("vigorous", "disease_vigorous") if answers.get("intensity") != "moderate" else (None, "go_on")
    return None, "go_on" if answers.get("active") else "build_up"


def _named_disease(profile: Json) -> bool:
    said = [plain(each) for each in profile.get("health", {}).get("conditions", ())]
    return any(DISEASE.search(each) and not health.DENIED.search(each) for each in said)


def show(store: Store, user_id: str, now: datetime) -> Json:
    """Return the questions, the answers, and what they come to, in the person's language."""
    said = profile(store, user_id)
    language = language_of(said.get("locale"))
    answers = said.get("health", {}).get("screening", {})
    found = screened(said)
    answered_at = answers.get("answered_at")
    text = CLEARANCE[found.before][language] if found.before else REASONS[found.reasons[0]][language]
    return {
        "questions": [
            {
                "id": name,
                "text": text[language],
                "kind": "choice" if name == "intensity" else "yes_no",
                "needed": name in NEEDED,
            }
            for name, text in QUESTIONS.items()
        ],
        "answers": {name: value for name, value in answers.items() if name != "answered_at"},
        "answered_at": answered_at,
        "ask_again": answered_at is not None and now - datetime.fromisoformat(answered_at) > STALE,
        "outcome": found.outcome,
        "clearance_before": found.before,
        "careful": found.careful,
        "reasons": [REASONS[name][language] for name in found.reasons],
        "text": text,
    }

"""What a profile says of a person's health that binds what may be planned for them, whoever plans it."""

import re
from collections.abc import Iterable

from fitzen.records import Json
from fitzen.words import plain

EATING_DISORDER = re.compile(
    r"\b(?:anorexi|bulimi|orthorexi|ortorexi|diabulimi)\w*|\beating disorder|\bdisordered eating|\bbing(?:e|eing) eating|\bbing(?:e|eing) (?:and )?purg"
    r"|\b(?:arfid|osfed|ednos|tca)\b|\btrastornos? (?:alimentari|de la (?:conducta )?aliment|de alimentacion)\w*|\batracon(?:es)?\b|\bpurging\b|\bpurgas?\b"
)
"""As people write them under conditions, in English and Spanish, without accents."""
DENIED = re.compile(r"^(?:no|not|never|without|sin|nunca)\b")


def pregnant(profile: Json) -> bool:
    return bool(profile.get("health", {}).get("pregnant"))


def eating_disorder(profile: Json) -> bool:
    """Say whether the person names an eating disorder among their conditions, one of the past too: it may come back."""
    return any(EATING_DISORDER.search(said) and not DENIED.search(said) for said in _conditions(profile))


def _conditions(profile: Json) -> Iterable[str]:
    return (plain(said).strip() for said in profile.get("health", {}).get("conditions", ()))

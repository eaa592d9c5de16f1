"""Words as the search compares them: one form for a word's endings and for the words of the field that mean the same."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from fitzen.coach.knowledge.lexicon import FIELD, GROUPS, PHRASES, SHADES, STOP
from fitzen.coach.knowledge.library import MARKER
from fitzen.words import plain

_WORD = re.compile(r"[a-z0-9]+")
_SHORT = 3
"""Up to so many letters a word has no ending."""
CHILD, ADULT, OLDER, OLDEST = 6, 18, 60, 110
_AGE = re.compile(
    r"\b(im|i am|shes|hes|she is|he is|who is|age|aged|turned|turning|over|at) (\d{1,3})\b"
    r"(?! (?:kg|kilo|lb|pound|percent|k?cal|reps?|bpm|min|am|pm|g|grams?)\w*)"
)


def _stem(word: str) -> str:
    if len(word) <= _SHORT or word.isdigit():
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORT:
            return _undoubled(word[: len(word) - len(ending)]) + instead if ending != "s" else word[:-1]
    return word


_ENDINGS = (("sses", "ss"), ("ies", "y"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("ings", ""), ("ing", ""),
            ("edly", ""), ("ed", ""), ("ly", ""), ("es", ""), ("s", ""), ("e", ""))  # fmt: skip


def _undoubled(stem: str) -> str:
    return stem[:-1] if len(stem) > _SHORT and stem[-1] == stem[-2] and stem[-1] not in "lsz" else stem


def _same() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for line in GROUPS:
        first, *others = line.split()
        for word in (first, *others):
            found[_stem(word)] = _stem(first)
    return found


SAME = _same()
_STOP_STEMS = frozenset(map(_stem, STOP))
_FIELD_STEMS = frozenset(map(_stem, FIELD))
_HOW_MUCH = re.compile(
    r"\bhow (?:much|many|long|often|fast|heavy|hard|big|soon|exact|deep)\b|\b(?:dose|dosage|amount)\b"
)
_DIGIT = re.compile(r"\d")
_PHRASE = re.compile(rf"\b(?:{'|'.join(sorted(PHRASES, key=len, reverse=True))})\b")


def terms(text: str) -> Iterator[str]:
    """Yield what a text says of a subject, word by word, in one form."""
    return (term for _, term in spelt_terms(text))


def spelt_terms(text: str) -> Iterator[tuple[str, str]]:
    """Yield the same, each with how it is spelt there."""
    text = re.sub(r"(?<=\d),(?=\d{3})", "", plain(MARKER.sub("", text)))
    spaced = _AGE.sub(_of_age, " ".join(_WORD.findall(re.sub("['\u2019]", "", text))))
    for word in _PHRASE.sub(lambda match: PHRASES[match[0]], spaced).split():
        if term := _term(word):
            yield word, term


def _of_age(match: re.Match[str]) -> str:
    """Say what age is meant by a number that is one: `she's 68`."""
    age = int(match[2])
    group = "older" if OLDER <= age < OLDEST else "teenager" if CHILD <= age < ADULT else ""
    return f"{match[1]} {group}"


@lru_cache(maxsize=8192)
def _term(word: str) -> str | None:
    """Return the form that stands for a word, None for one that says nothing."""
    if word in STOP:
        return None
    stem = _stem(word)
    return None if stem in _STOP_STEMS else SAME.get(stem, stem)


def of_field(word: str) -> bool:
    """Say whether a word by itself makes a question one of these subjects."""
    return _stem(word) in _FIELD_STEMS


def shades(text: str) -> frozenset[str]:
    """Return the words of a text that name no subject but tell what is asked of it, such as `safe` or `before`."""
    return frozenset(SHADES[word] for word in _WORD.findall(plain(text)) if word in SHADES)


def asks_for_an_amount(text: str) -> bool:
    return bool(_HOW_MUCH.search(plain(text)))


def has_amount(text: str) -> bool:
    """Say whether a text names a figure, other than the marks of its sources."""
    return bool(_DIGIT.search(MARKER.sub("", text)))

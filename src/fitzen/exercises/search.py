"""Find an exercise by what people type or say: names, aliases, muscles, equipment, in any order, with typing errors.

A phrase is cut into words, each brought to one form (case, plural, abbreviations, `legpress` as `leg press`). An
exercise has one phrase for its name and each alias. A query scores by how much of it is found in a phrase, and of the
phrase in it; rare words count for more (Spärck Jones 1972, doi 10.1108/eb026526).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import log
from typing import NamedTuple

from rapidfuzz import fuzz, process

from fitzen.exercises import library
from fitzen.exercises.models import MUSCLES, Equipment, Exercise, Muscle

CERTAIN = 0.9
LIKELY = 0.72
"""Below it, `resolve` names no exercise: asking beats guessing."""
WORD_MATCH = 80
"""How alike two words must be, of 100, to be the same with a typing error."""
SHORT_WORD = 4
"""Up to so many letters the first one must be right: `warm` is not `arm`."""
BEGINNING = 3
"""Letters from which on the beginning of a word stands for it, which counts `BEGUN`."""
BEGUN = 0.9
COVERED, USED, NAME_BONUS, TAG_WEIGHT = 0.75, 0.25, 0.01, 0.6
SAME, SAME_IN_ORDER = 1.02, 1.03

SHORT = {
    "bb": "barbell",
    "db": "dumbbell",
    "kb": "kettlebell",
    "bw": "bodyweight",
    "ohp": "overhead press",
    "rdl": "romanian deadlift",
    "sldl": "stiff leg deadlift",
    "bss": "bulgarian split squat",
    "ghr": "glute ham raise",
    "cgbp": "close grip bench press",
    "trx": "suspension",
    "lats": "lat",
    "delts": "delt",
    "abs": "ab",
    "triceps": "tricep",
    "biceps": "bicep",
    "flye": "fly",
    "flyes": "fly",
    "flies": "fly",
    "calve": "calf",
    "carries": "carry",
}
"""Words that are another word, or several."""
FILLERS = frozenset({"a", "an", "the", "my", "of", "with", "on", "for", "some", "do", "to", "at", "and"})
GROUPS = {
    "back": ("lats", "upper_back", "lower_back", "traps"),
    "leg": ("quads", "hamstrings", "glutes", "calves", "adductors"),
    "arm": ("biceps", "triceps", "forearms"),
    "shoulder": ("front_delts", "side_delts", "rear_delts", "rotator_cuff"),
    "core": ("abs", "obliques"),
    "hip": ("hip_flexors", "glutes", "abductors"),
}
"""Words for several muscles."""


class Match(NamedTuple):
    """The exercise that a phrase means, None when it is not sure; what else it might mean, best first."""

    exercise: Exercise | None
    confidence: float
    alternatives: Sequence[Exercise]


class _Entry(NamedTuple):
    exercise: Exercise
    weight: float
    is_name: bool


class _Index(NamedTuple):
    """Entries are known by their place. Tags, on the entry of a name, say what the exercise trains and needs."""

    entries: Sequence[_Entry]
    in_order: Mapping[str, Exercise]
    any_order: Mapping[str, Exercise]
    places: Mapping[str, Sequence[int]]
    tagged: Mapping[str, Sequence[int]]
    weights: Mapping[str, float]


class _Term(NamedTuple):
    """A word of a query: what it may stand for, each with how alike it is, and how much it counts."""

    meanings: Sequence[tuple[str, float]]
    weight: float


def words(text: str) -> list[str]:
    """Cut a phrase into words in one form: lower case, singular, abbreviations and compounds written out."""
    compounds = _compounds()
    return [part for word in _joined(_cut(text)) for part in compounds.get(word, (word,))]


def _cut(text: str) -> list[str]:
    found: list[str] = []
    for word in re.findall(r"[a-z0-9]+", re.sub("['\u2019]", "", text.casefold())):
        whole = SHORT.get(word) or SHORT.get(word.removesuffix("s"))
        found += whole.split() if whole else [_singular(word)]
    return [word for word in found if word not in FILLERS]


def _singular(word: str) -> str:
    if len(word) <= 3 or word.endswith(("ss", "us")):  # noqa: PLR2004 - `abs`, `lat` and the like
        return word
    if word.endswith(("ches", "shes", "sses")):
        return word[:-2]
    return word.removesuffix("s")


@cache
def _cut_phrases() -> Sequence[Sequence[str]]:
    return [_cut(phrase) for exercise in library.shipped() for phrase in (exercise.name, *exercise.aliases)]


@cache
def _compounds() -> Mapping[str, tuple[str, str]]:
    """Return what two words that follow each other in some phrase are when written as one: `legpress`, `pushup`."""
    return {first + second: (first, second) for phrase in _cut_phrases() for first, second in pairwise(phrase)}


@cache
def _single_words() -> frozenset[str]:
    return frozenset(word for phrase in _cut_phrases() for word in phrase) - _compounds().keys()


def _joined(parts: Sequence[str]) -> list[str]:
    """Join two words that are one: `dead lift`."""
    found: list[str] = []
    for part in parts:
        if found and found[-1] + part in _single_words():
            found[-1] += part
        else:
            found.append(part)
    return found


def _build(exercises: Iterable[Exercise]) -> _Index:
    phrases = [
        (exercise, words(phrase), place == 0)
        for exercise in exercises
        for place, phrase in enumerate([exercise.name, *exercise.aliases])
    ]
    places: defaultdict[str, list[int]] = defaultdict(list)
    tagged: defaultdict[str, list[int]] = defaultdict(list)
    for place, (exercise, parts, is_name) in enumerate(phrases):
        for word in dict.fromkeys(parts):
            places[word].append(place)
        for tag in _tags(exercise) if is_name else ():
            tagged[tag].append(place)
    weights = {word: 1 + log(len(phrases) / len(found)) for word, found in places.items()}
    entries = [
        _Entry(exercise, sum(weights[word] for word in set(parts)), is_name) for exercise, parts, is_name in phrases
    ]
    names_last = sorted(phrases, key=lambda phrase: phrase[2])
    in_order = {" ".join(parts): exercise for exercise, parts, _ in names_last}
    any_order = {" ".join(sorted(parts)): exercise for exercise, parts, _ in names_last}
    return _Index(entries, in_order, any_order, places, tagged, weights)


def _tags(exercise: Exercise) -> set[str]:
    muscles = {part.muscle for part in exercise.muscles if part.share == 1}
    groups = [group for group, members in GROUPS.items() if muscles & set(members)]
    return set(_cut(" ".join([*muscles, *groups, *exercise.equipment, exercise.pattern]).replace("_", " ")))


@cache
def _shipped() -> _Index:
    return _build(library.shipped())


@cache
def _muscle_words() -> frozenset[str]:
    """Return the words that say what to train, not by which exercise."""
    return frozenset({*GROUPS, *_cut(" ".join(MUSCLES).replace("_", " "))})


def search(
    query: str,
    *,
    muscle: Muscle | None = None,
    equipment: Equipment | None = None,
    own: Sequence[Exercise] = (),
    limit: int = 20,
) -> list[Exercise]:
    """Return the best first; without words, all by name. `muscle` is one trained directly; `own` are one's own."""
    fits = _filter(muscle, equipment)
    wanted = words(query)
    found = [exercise for _, exercise in _ranked(wanted, own)] if wanted else _by_name(own)
    return [exercise for exercise in found if fits(exercise)][:limit]


def _by_name(own: Sequence[Exercise]) -> Sequence[Exercise]:
    if not own:
        return library.shipped()
    return sorted([*library.shipped(), *own], key=lambda exercise: exercise.name.casefold())


def resolve(text: str, own: Sequence[Exercise] = ()) -> Match:
    """Say which exercise a person means. Confidence is 1 for a name or an alias, 0 for nothing alike."""
    wanted = words(text)
    ranked = _ranked(wanted, own, tags=False)[:5] if wanted else []
    if not ranked:
        return Match(None, 0.0, ())
    score, best = ranked[0]
    others = [exercise for _, exercise in ranked[1:]]
    if score < LIKELY or (score <= 1 and _muscle_words().issuperset(wanted)):
        return Match(None, round(score, 3), [best, *others])
    return Match(best, round(min(score, 1.0), 3), others)


def _filter(muscle: Muscle | None, equipment: Equipment | None) -> Callable[[Exercise], bool]:
    def fits(exercise: Exercise) -> bool:
        trains = muscle is None or any(part.muscle == muscle and part.share == 1 for part in exercise.muscles)
        return trains and (equipment is None or equipment in exercise.equipment)

    return fits


def _ranked(wanted: Sequence[str], own: Sequence[Exercise], *, tags: bool = True) -> list[tuple[float, Exercise]]:
    best: dict[str, tuple[float, Exercise]] = {}
    for index in [_shipped(), *([_build(own)] if own else [])]:
        for score, exercise in _scores(index, wanted, tags=tags):
            if exercise.id not in best or score > best[exercise.id][0]:
                best[exercise.id] = (score, exercise)
    return sorted(best.values(), key=lambda found: (-found[0], len(found[1].name), found[1].name))


def _scores(index: _Index, wanted: Sequence[str], *, tags: bool) -> Iterable[tuple[float, Exercise]]:
    if same := index.any_order.get(" ".join(sorted(wanted))):
        yield SAME, same
    if same := index.in_order.get(" ".join(wanted)):
        yield SAME_IN_ORDER, same
    terms = [term for word in dict.fromkeys(wanted) for term in _terms(index, word)]
    total = sum(term.weight for term in terms)
    for place, found in _sums(terms, index.places).items():
        entry = index.entries[place]
        bonus = NAME_BONUS if entry.is_name else 0
        yield COVERED * found / total + USED * found / max(total, entry.weight) + bonus, entry.exercise
    if tags:
        for place, found in _sums(terms, index.tagged).items():
            yield TAG_WEIGHT * found / total, index.entries[place].exercise


def _sums(terms: Iterable[_Term], places: Mapping[str, Sequence[int]]) -> Mapping[int, float]:
    """Return how much of the terms each place holds: the weights of those it has, each as well as it has it."""
    sums: defaultdict[int, float] = defaultdict(float)
    for term in terms:
        best: dict[int, float] = {}
        for word, alike in sorted(term.meanings, key=lambda meaning: meaning[1]):
            best |= dict.fromkeys(places.get(word, ()), alike)
        for place, alike in best.items():
            sums[place] += term.weight * alike
    return sums


def _terms(index: _Index, word: str) -> Sequence[_Term]:
    """Return what a word may stand for: itself; or, not known, those near it; or the two of a compound near it."""
    rarest = 1 + log(len(index.entries))
    if word in index.weights or word in index.tagged:
        return [_Term([(word, 1.0)], index.weights.get(word, rarest))]
    near = _alike(word, index.weights)
    if compound := max(_alike(word, _compounds()), key=_degree, default=None):
        parts, alike = _compounds()[compound[0]], compound[1]
        if alike > max(map(_degree, near), default=0):
            return [_Term([(part, alike)], index.weights.get(part, rarest)) for part in parts]
    begun = [(known, BEGUN) for known in index.weights if len(word) >= BEGINNING and known.startswith(word)]
    return [_Term(begun + near, max((index.weights[known] for known, _ in begun + near), default=rarest))]


def _alike(word: str, known: Mapping[str, object]) -> list[tuple[str, float]]:
    """Return up to four known words that this one may be with a typing error, and how alike each is, of 1."""
    if word.isdecimal():
        return []
    near = process.extract(word, known.keys(), scorer=fuzz.ratio, score_cutoff=WORD_MATCH, limit=4)
    return [(each, score / 100) for each, score, _ in near if len(word) > SHORT_WORD or each[0] == word[0]]


def _degree(near: tuple[str, float]) -> float:
    return near[1]

"""Find an exercise by what people type or say: names, aliases, muscles, equipment, in any order, with typing errors.

A phrase is cut into words, each brought to one form (case, plural, abbreviations, `legpress` as `leg press`). An
exercise has one phrase for its name and each alias. A query scores by how much of it is found in a phrase, and of the
phrase in it; rare words count for more (Spärck Jones 1972, doi 10.1108/eb026526).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain, pairwise
from math import log
from typing import NamedTuple

from rapidfuzz import fuzz, process

from fitzen.exercises import library, spanish
from fitzen.exercises.models import EQUIPMENT, MUSCLES, Equipment, Exercise, Muscle
from fitzen.spanish import Language
from fitzen.words import plain

CERTAIN = 0.9
LIKELY = 0.72
"""Below it, `resolve` names no exercise: asking beats guessing."""
MARGIN, MANY = 0.03, 3
"""Nor does it where so many others score less by no more than that."""
WORD_MATCH = 80
"""How alike two words must be, of 100, to be the same with a typing error."""
SHORT_WORD = 4
"""Up to so many letters the first one must be right: `warm` is not `arm`."""
KIN = 0.95
"""How well `walking` stands for `walk`."""
BEGINNING = 3
"""Letters from which on the beginning of a word stands for it, which counts `BEGUN`."""
BEGUN = 0.9
COVERED, USED = 0.75, 0.25
ALIAS, MIXED, TAG_WEIGHT = 0.99, 0.94, 0.6
"""What a match counts in an alias, in words of several phrases of an exercise, in its tags; in its name it counts 1."""
SAME, SAME_IN_ORDER = 1.02, 1.03
FOREIGN = 0.97
"""What a match in English counts for one who asks in Spanish."""

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
    "ups": "up",
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
    """`weight` is of the words that one who means it would say, `factor` what a match here counts."""

    exercise: Exercise
    weight: float
    factor: float


class _Index(NamedTuple):
    """Entries are known by their place. Tags, on the entry of a name, say what the exercise trains and needs."""

    entries: Sequence[_Entry]
    in_order: Mapping[str, Exercise]
    any_order: Mapping[str, Exercise]
    places: Mapping[str, Sequence[int]]
    tagged: Mapping[str, Sequence[int]]
    weights: Mapping[str, float]
    compounds: Mapping[str, tuple[str, str]]


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
    for word in re.findall(r"[^\W_]+", re.sub("['\u2019]", "", plain(text))):
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


type _Cut = Callable[[str], Sequence[str]]


class _Phrase(NamedTuple):
    """Words by which an exercise is found. `basis` are those that one who means it would say."""

    exercise: Exercise
    words: Sequence[str]
    basis: Sequence[str]
    factor: float


def _phrases(exercise: Exercise, cut: _Cut) -> Sequence[_Phrase]:
    """Return its name, its aliases, and all their words together."""
    name, *aliases = (cut(phrase) for phrase in (exercise.name, *exercise.aliases))
    together = list(dict.fromkeys(word for phrase in (name, *aliases) for word in phrase))
    return [
        _Phrase(exercise, name, name, 1),
        *(_Phrase(exercise, alias, alias, ALIAS) for alias in aliases),
        _Phrase(exercise, together, name, MIXED),
    ]


def _build(exercises: Iterable[Exercise]) -> _Index:
    return _built([phrase for exercise in exercises for phrase in _phrases(exercise, words)], _tags, _compounds())


def _built(
    phrases: Sequence[_Phrase], tags: Callable[[Exercise], Iterable[str]], compounds: Mapping[str, tuple[str, str]]
) -> _Index:
    places = _places(phrase.words for phrase in phrases)
    tagged = _places(tags(phrase.exercise) if phrase.factor == 1 else () for phrase in phrases)
    weights = {word: 1 + log(len(phrases) / len(found)) for word, found in places.items()}
    entries = [
        _Entry(phrase.exercise, sum(weights[word] for word in set(phrase.basis)), phrase.factor) for phrase in phrases
    ]
    whole = sorted((phrase for phrase in phrases if phrase.factor != MIXED), key=lambda phrase: phrase.factor)
    in_order = {" ".join(phrase.words): phrase.exercise for phrase in whole}
    any_order = {" ".join(sorted(phrase.words)): phrase.exercise for phrase in whole}
    return _Index(entries, in_order, any_order, places, tagged, weights, compounds)


def _places(bags: Iterable[Iterable[str]]) -> Mapping[str, Sequence[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, bag in enumerate(bags):
        for word in dict.fromkeys(bag):
            found[word].append(place)
    return found


def _tags(exercise: Exercise) -> set[str]:
    muscles = {part.muscle for part in exercise.muscles if part.share == 1}
    groups = [group for group, members in GROUPS.items() if muscles & set(members)]
    return set(_cut(" ".join([*muscles, *groups, *exercise.equipment, exercise.pattern]).replace("_", " ")))


@cache
def _shipped() -> _Index:
    return _build(library.shipped())


@cache
def _in_spanish() -> _Index:
    """Return the same exercises by their Spanish names, built when somebody first asks in Spanish."""
    exercises = map(spanish.shown, library.shipped())
    phrases = [phrase for exercise in exercises for phrase in _phrases(exercise, spanish.words)]
    pairs = {pair for phrase in phrases if phrase.factor != MIXED for pair in pairwise(phrase.words)}
    return _built(phrases, spanish.tags, {first + second: (first, second) for first, second in pairs})


class Own:
    """Exercises of somebody's own. To search them by words, they are indexed once: 7 ms of CPU for a hundred."""

    def __init__(self, exercises: Iterable[Exercise] = ()) -> None:
        self.exercises = tuple(exercises)

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(exercise.id for exercise in self.exercises)

    @cached_property
    def index(self) -> _Index:
        return _build(self.exercises)


NONE_OWN = Own()


@cache
def _muscle_words() -> frozenset[str]:
    return frozenset({*GROUPS, *words(" ".join(MUSCLES).replace("_", " "))})


@cache
def _vague() -> frozenset[str]:
    """Return the words that say what to train or with what, not by which exercise."""
    return _muscle_words().union(words(" ".join(EQUIPMENT).replace("_", " ")))


def search(
    query: str,
    *,
    muscle: Muscle | None = None,
    equipment: Equipment | None = None,
    own: Own = NONE_OWN,
    limit: int = 20,
    language: Language = "en",
) -> list[Exercise]:
    """Return the best first; for a blank query, all by name. `muscle` is one trained directly; `own` are one's own.

    In Spanish, words of both languages are found, and exercises are given in Spanish.
    """
    fits = _filter(muscle, equipment)
    if language == "es":
        found = _ranked_in_spanish(query, own) if query.strip() else by_name(own, language)
    else:
        found = [exercise for _, exercise in _ranked(words(query), own)] if query.strip() else by_name(own)
    return [exercise for exercise in found if fits(exercise)][:limit]


def by_name(own: Own = NONE_OWN, language: Language = "en") -> Sequence[Exercise]:
    if language == "es":
        return sorted([*map(spanish.shown, library.shipped()), *own.exercises], key=spanish.by_name)
    if not own.exercises:
        return library.shipped()
    return sorted([*library.shipped(), *own.exercises], key=lambda exercise: exercise.name.casefold())


def resolve(text: str, own: Own = NONE_OWN) -> Match:
    """Say which exercise a person means. Confidence is 1 for a name or an alias, 0 for nothing alike.

    Of two that fit as well, one's own is meant.
    """
    wanted = words(text)
    ranked = _ranked(wanted, own, tags=False)[:5]
    if not ranked:
        return Match(None, 0.0, ())
    score, best = ranked[0]
    others = [exercise for _, exercise in ranked[1:]]
    close = sum(score - other < MARGIN for other, _ in ranked[1:])
    if score < LIKELY or (score <= 1 and (close >= MANY or _vague().issuperset(wanted))):
        return Match(None, round(score, 3), [best, *others])
    return Match(best, round(min(score, 1.0), 3), others)


def named(phrase: str) -> Exercise | None:
    """Return the shipped exercise whose name or alias these are, word for word in any order."""
    found = words(phrase)
    return _shipped().in_order.get(" ".join(found)) or _shipped().any_order.get(" ".join(sorted(found)))


def is_muscle(phrase: str) -> bool:
    """Say whether a phrase only names what to train: `chest`, `rear delts`."""
    found = words(phrase)
    return bool(found) and _muscle_words().issuperset(found)


def _filter(muscle: Muscle | None, equipment: Equipment | None) -> Callable[[Exercise], bool]:
    def fits(exercise: Exercise) -> bool:
        trains = muscle is None or any(part.muscle == muscle and part.share == 1 for part in exercise.muscles)
        return trains and (equipment is None or equipment in exercise.equipment)

    return fits


def _ranked(wanted: Sequence[str], own: Own, *, tags: bool = True) -> list[tuple[float, Exercise]]:
    best: dict[str, tuple[float, Exercise]] = {}
    for index in [_shipped(), *([own.index] if own.exercises else [])]:
        for score, exercise in _scores(index, wanted, tags=tags):
            if exercise.id not in best or score > best[exercise.id][0]:
                best[exercise.id] = (score, exercise)
    return sorted(
        best.values(), key=lambda found: (-found[0], found[1].id not in own.ids, len(found[1].name), found[1].name)
    )


def _ranked_in_spanish(query: str, own: Own) -> list[Exercise]:
    best: dict[str, tuple[float, Exercise]] = {}
    shipped = ((score, spanish.shown(each)) for score, each in _scores(_in_spanish(), spanish.words(query), tags=True))
    english = (
        (score if each.id in own.ids else score * FOREIGN, spanish.shown(each))
        for score, each in _ranked(words(query), own)
    )
    for score, exercise in chain(shipped, english):
        if exercise.id not in best or score > best[exercise.id][0]:
            best[exercise.id] = (score, exercise)
    ranked = sorted(best.values(), key=lambda found: (-found[0], found[1].id not in own.ids, len(found[1].name)))
    return [exercise for _, exercise in ranked]


def _scores(index: _Index, wanted: Sequence[str], *, tags: bool) -> Iterable[tuple[float, Exercise]]:
    if not wanted:
        return
    if same := index.any_order.get(" ".join(sorted(wanted))):
        yield SAME, same
    if same := index.in_order.get(" ".join(wanted)):
        yield SAME_IN_ORDER, same
    terms = [term for word in dict.fromkeys(wanted) for term in _terms(index, word)]
    total = sum(term.weight for term in terms)
    for place, found in _sums(terms, index.places).items():
        entry = index.entries[place]
        yield entry.factor * found * (COVERED / total + USED / max(total, entry.weight)), entry.exercise
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
        kin = {word + "ing", word.removesuffix("ing")} - {word}
        return [_Term([(word, 1.0), *((each, KIN) for each in kin)], index.weights.get(word, rarest))]
    near = _alike(word, index.weights)
    if compound := max(_alike(word, index.compounds), key=_degree, default=None):
        parts, alike = index.compounds[compound[0]], compound[1]
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

"""Find an exercise by what people type or say: names, aliases, muscles, equipment, in any order, with typing errors.

A phrase is cut into words, each brought to one form (case, plural, abbreviations). An exercise has one phrase for its
name and each alias. A query scores by how well its words are found in a phrase, and the phrase's words in the query.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from fitzen.exercises import library
from fitzen.exercises.models import MUSCLES, Equipment, Exercise, Muscle

CERTAIN = 0.9
LIKELY = 0.72
"""Below it, `resolve` names no exercise: asking beats guessing."""
CLOSE = 0.005
"""Two scores this near are a tie: `incline` names several exercises equally well."""
WORD_MATCH = 80
"""How alike two words must be, of 100, to be the same with a typing error."""
NAME_BONUS, TAG_WEIGHT = 0.01, 0.6

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
    "ez": "ez",
    "trx": "suspension",
    "lats": "lat",
    "delts": "delt",
    "abs": "ab",
    "triceps": "tricep",
    "biceps": "bicep",
    "pushup": "push up",
    "pullup": "pull up",
    "chinup": "chin up",
    "situp": "sit up",
    "stepup": "step up",
    "pulldown": "pull down",
    "pushdown": "push down",
    "benchpress": "bench press",
    "flye": "fly",
    "flyes": "fly",
    "flies": "fly",
    "calves": "calf",
}
"""Words that are another word, or several."""
FILLERS = frozenset({"a", "an", "the", "my", "of", "with", "on", "for", "some", "do", "to", "at", "and", "exercise"})
GROUPS = {
    "back": ("lats", "upper_back", "lower_back", "traps"),
    "leg": ("quads", "hamstrings", "glutes", "calves", "adductors"),
    "arm": ("biceps", "triceps", "forearms"),
    "shoulder": ("front_delts", "side_delts", "rear_delts"),
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
    phrase: str
    words: frozenset[str]
    is_name: bool


class _Index(NamedTuple):
    entries: Sequence[_Entry]
    exact: dict[str, Exercise]
    vocabulary: frozenset[str]
    tags: dict[str, frozenset[str]]
    """What an exercise trains and needs, by its id."""


def words(text: str) -> list[str]:
    """Cut a phrase into words in one form: lower case, singular, abbreviations written out."""
    found: list[str] = []
    for word in re.findall(r"[a-z0-9]+", text.casefold().replace("'", "")):
        whole = SHORT.get(word) or SHORT.get(word.removesuffix("s"))
        found += whole.split() if whole else [_singular(word)]
    return [word for word in found if word not in FILLERS]


def _singular(word: str) -> str:
    if len(word) <= 3 or word.endswith(("ss", "us")):  # noqa: PLR2004 - `abs`, `lat` and the like
        return word
    if word.endswith(("ches", "shes", "sses")):
        return word[:-2]
    return word.removesuffix("s")


_MUSCLE_WORDS = frozenset({*GROUPS, *words(" ".join(MUSCLES).replace("_", " "))})
"""They say what to train, not by which exercise."""


def _build(exercises: Iterable[Exercise]) -> _Index:
    entries: list[_Entry] = []
    tags: dict[str, frozenset[str]] = {}
    for exercise in exercises:
        tags[exercise.id] = _tags(exercise)
        for phrase in [exercise.name, *exercise.aliases]:
            parts = words(phrase)
            entries.append(_Entry(exercise, " ".join(sorted(parts)), frozenset(parts), phrase == exercise.name))
    exact: dict[str, Exercise] = {}
    for entry in sorted(entries, key=lambda entry: not entry.is_name):
        exact.setdefault(entry.phrase, entry.exercise)
    known = {word for entry in entries for word in entry.words} | {word for tag in tags.values() for word in tag}
    return _Index(entries, exact, frozenset(known), tags)


def _tags(exercise: Exercise) -> frozenset[str]:
    muscles = {part.muscle for part in exercise.muscles if part.share == 1}
    groups = [group for group, members in GROUPS.items() if muscles & set(members)]
    return frozenset(words(" ".join([*muscles, *groups, *exercise.equipment, exercise.pattern]).replace("_", " ")))


@cache
def _shipped() -> _Index:
    return _build(library.shipped())


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
    if not wanted:
        every = (
            sorted([*library.shipped(), *own], key=lambda exercise: exercise.name.casefold())
            if own
            else library.shipped()
        )
        return [exercise for exercise in every if fits(exercise)][:limit]
    ranked = [exercise for _, exercise in _ranked(wanted, own) if fits(exercise)]
    return ranked[:limit]


def resolve(text: str, own: Sequence[Exercise] = ()) -> Match:
    """Say which exercise a person means. Confidence is 1 for a name or an alias, 0 for nothing alike."""
    wanted = words(text)
    ranked = _ranked(wanted, own, tags=False)[:5] if wanted else []
    if not ranked:
        return Match(None, 0.0, ())
    score, best = ranked[0]
    others = [exercise for _, exercise in ranked[1:]]
    tied = len(ranked) > 1 and score < CERTAIN and score - ranked[1][0] < CLOSE
    if score < LIKELY or tied or (score <= 1 and _MUSCLE_WORDS.issuperset(wanted)):
        return Match(None, round(score, 3), [best, *others])
    return Match(best, round(min(score, 1.0), 3), others)


def named(phrase: str) -> Exercise | None:
    """Return the shipped exercise whose name or alias these are, word for word in any order."""
    return _shipped().exact.get(" ".join(sorted(words(phrase))))


def is_muscle(phrase: str) -> bool:
    """Say whether a phrase only names what to train: `chest`, `rear delts`."""
    found = words(phrase)
    return bool(found) and _MUSCLE_WORDS.issuperset(found)


def _filter(muscle: Muscle | None, equipment: Equipment | None) -> Callable[[Exercise], bool]:
    def fits(exercise: Exercise) -> bool:
        trains = muscle is None or any(part.muscle == muscle and part.share == 1 for part in exercise.muscles)
        return trains and (equipment is None or equipment in exercise.equipment)

    return fits


def _ranked(wanted: Sequence[str], own: Sequence[Exercise], *, tags: bool = True) -> list[tuple[float, Exercise]]:
    best: dict[str, tuple[float, Exercise]] = {}
    for index in [_shipped(), *([_build(own)] if own else [])]:
        for score, exercise in _scores(index, wanted, tags=tags):
            if score > best.get(exercise.id, (0.0, exercise))[0]:
                best[exercise.id] = (score, exercise)
    return sorted(best.values(), key=lambda found: (-found[0], len(found[1].name), found[1].name))


def _scores(index: _Index, wanted: Sequence[str], *, tags: bool) -> Iterable[tuple[float, Exercise]]:
    whole = " ".join(sorted(wanted))
    if whole in index.exact:
        yield 1.0 + 2 * NAME_BONUS, index.exact[whole]
    meant = [_meanings(index, word) for word in dict.fromkeys(wanted)]
    for entry in index.entries:
        found = [max((alike for word, alike in each if word in entry.words), default=0.0) for each in meant]
        if not any(found):
            continue
        covered = sum(found) / len(found)
        used = sum(found) / max(len(entry.words), len(found))
        bonus = NAME_BONUS if entry.is_name else 0.0
        yield 0.75 * covered + 0.25 * used + bonus - (0.02 if covered < 1 else 0), entry.exercise
    if tags:
        for exercise in {entry.exercise.id: entry.exercise for entry in index.entries}.values():
            known = index.tags[exercise.id]
            found = [max((alike for word, alike in each if word in known), default=0.0) for each in meant]
            yield TAG_WEIGHT * sum(found) / len(found), exercise


def _meanings(index: _Index, word: str) -> Sequence[tuple[str, float]]:
    """Return the known words that a word may stand for, each with how alike it is: itself, or those near it."""
    if word in index.vocabulary:
        return [(word, 1.0)]
    near = process.extract(word, index.vocabulary, scorer=fuzz.ratio, score_cutoff=WORD_MATCH, limit=4)
    begun = [(known, 0.9) for known in index.vocabulary if len(word) >= 3 and known.startswith(word)]  # noqa: PLR2004
    return [(known, score / 100) for known, score, _ in near] + begun

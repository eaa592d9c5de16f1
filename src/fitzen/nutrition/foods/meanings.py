"""What the words of a query may stand for, over all indexes that are searched: themselves, kin, words near them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import log10

from rapidfuzz import process
from rapidfuzz.distance import OSA

from fitzen.nutrition.foods import everyday
from fitzen.nutrition.foods.index import Index, Meaning, Term
from fitzen.nutrition.foods.words import SAME, words

KIN: Mapping[str, Sequence[str]] = {
    "grilled": ("broiled", "roasted", "cooked"),
    "barbecued": ("broiled", "roasted"),
    "baked": ("roasted", "cooked"),
    "roasted": ("baked", "cooked"),
    "boiled": ("cooked", "stewed"),
    "steamed": ("cooked", "boiled"),
    "poached": ("stewed", "cooked"),
    "fried": ("cooked",),
    "sauteed": ("cooked", "fried"),
    "cooked": ("boiled", "roasted", "prepared"),
    "skinless": ("only",),
    "dry": ("raw", "dried"),
    "raw": ("dry",),
    "ground": ("burger",),
    "nonfat": ("skim",),
    "skim": ("nonfat",),
    "plain": ("regular",),
}
"""Words that another stands for, if less well."""
KIN_MEANS, BEGUN_MEANS = 0.85, 0.9
SHORTEST_BEGINNING, ERRORS_FROM, ERRORS_COMPLETE = 3, (3, 5, 9), (4, 6, 10)
"""Letters from which on the beginning of a word stands for it, how many allow one, two, three typing errors, and how many
do where the words are complete: `ran` is not `raw`, nor `slept` `sweet`."""
FREQUENT = 0.08
"""What it counts, beside being alike by 0 to 1, that ten times as many foods have a word."""
RARE, RARE_MEANS = 3, 0.9
"""A word that no more names have may still be meant as another: `straw`, `stake`."""
NEAR = 4
"""How many words one that no food has may stand for."""


def read(typed: Sequence[str], indexes: Sequence[Index], *, complete: bool = False) -> Meaning:
    """Read a query. `complete` words are not the beginnings of others, as those typed into a search box may be."""
    parts = _parts(typed, indexes)
    return _meaning(parts, [_term(word, indexes, _other_spellings(), complete=complete) for word in parts])


def read_plainly(
    typed: Sequence[str], index: Index, spellings: Mapping[str, str], *, complete: bool = False
) -> Meaning:
    """Read a query in another language, whose words are written alike by `spellings`."""
    return _meaning(typed, [_term(word, [index], spellings, complete=complete) for word in typed])


def _meaning(parts: Sequence[str], terms: Sequence[Term]) -> Meaning:
    likeliest = [term.meanings[0] if term.meanings else (word, 0.0) for word, term in zip(parts, terms, strict=True)]
    alike = sum(degree for _, degree in likeliest) / max(1, len(likeliest))
    return Meaning([word for word, _ in likeliest], alike, list(dict.fromkeys(terms)))


def known(word: str, indexes: Sequence[Index]) -> bool:
    """Say whether some food has the word, or one that it may be with a typing error."""
    return _has(word, indexes) or word in _compounds() or bool(_near(word, indexes, _other_spellings(), complete=True))


def _has(word: str, indexes: Sequence[Index]) -> bool:
    return any(word in each for each in indexes)


def _parts(typed: Sequence[str], indexes: Sequence[Index]) -> list[str]:
    """Write one word that is two, `peanutbutter`, as two, and two that are one, `oat meal`, as one."""
    joined: list[str] = []
    for word in typed:
        if joined and _has(joined[-1] + word, indexes) and (joined[-1], word) not in _pairs():
            joined[-1] += word
        else:
            joined.append(word)
    return [part for word in joined for part in _split(word, indexes)]


def _split(word: str, indexes: Sequence[Index]) -> tuple[str, ...]:
    return (word,) if _has(word, indexes) else _compounds().get(word, (word,))


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """Return the words that follow each other in some name of everyday foods."""
    phrases = (words(phrase) for each in everyday.by_id().values() for phrase in (each.name, *each.aliases))
    return frozenset(pair for phrase in phrases for pair in pairwise(phrase))


@cache
def _compounds() -> Mapping[str, tuple[str, str]]:
    return {first + second: (first, second) for first, second in _pairs()}


def _term(word: str, indexes: Sequence[Index], spellings: Mapping[str, str], *, complete: bool) -> Term:
    if not _has(word, indexes):
        return Term(tuple(_near(word, indexes, spellings, complete=complete)))
    kin = [(each, KIN_MEANS) for each in KIN.get(word, ())]
    rare = max(index.often(word) for index in indexes) <= RARE
    near = (
        [(each, alike * RARE_MEANS) for each, alike in _near(word, indexes, spellings, complete=complete)]
        if rare
        else []
    )
    return Term(((word, 1.0), *kin, *(each for each in near if each[0] != word)))


def _near(
    word: str, indexes: Sequence[Index], spellings: Mapping[str, str], *, complete: bool
) -> list[tuple[str, float]]:
    """Find the likeliest words for one that few or no foods have: those most alike, and of these the frequent."""
    if not word[0].isalpha():
        return []
    found: dict[str, float] = {}
    errors = sum(len(word) >= length for length in (ERRORS_COMPLETE if complete else ERRORS_FROM))
    vocabularies = [spellings, *(index.vocabulary for index in indexes)] if errors else []
    for each, alike in (pair for vocabulary in vocabularies for pair in _misspelt(word, errors, vocabulary)):
        found[each] = max(alike, found.get(each, 0.0))
    if not complete and len(word) >= SHORTEST_BEGINNING:
        begun = [each for index in indexes for each in index.vocabulary if each.startswith(word)]
        found |= {each: max(BEGUN_MEANS, found.get(each, 0.0)) for each in begun}
    often = {each: max(index.often(each) for index in indexes) for each in found}
    best = sorted(found, key=lambda each: -found[each] - FREQUENT * log10(1 + often[each]))[:NEAR]
    return [(each, found[each]) for each in best]


@cache
def _other_spellings() -> Mapping[str, str]:
    """Return words that are another word, and that word."""
    return {spelling: word for spelling, word in SAME.items() if " " not in word}


def _misspelt(word: str, errors: int, vocabulary: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    """Find the words whose spelling this may be with typing errors, and how alike; the first letter is wrong in long ones at most, and alone."""
    for each, distance, _ in process.extract(
        word, list(vocabulary), scorer=OSA.distance, score_cutoff=errors, limit=None
    ):
        if each[0] == word[0] or (len(word) > ERRORS_FROM[1] and distance == 1):
            yield vocabulary[each], 1 - distance / max(len(word), len(each))

"""Which foods the words of a query mean, of one file of foods.

A food has phrases: the name that is shown, what people call it, its name at the source. A query scores by how much of
it is found in a phrase, and how much of the phrase it is; rare words count for more (Spärck Jones 1972,
doi 10.1108/eb026526). What words may stand for (typing errors, other forms) is decided before, over all files.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from math import log
from typing import NamedTuple

COVERED, USED = 0.72, 0.28
SAME_IN_ORDER, SAME_WORDS = 1.03, 1.02
ENOUGH = 0.6
"""A food must have that much of what the best has, or it is not looked at."""


class Phrase(NamedTuple):
    """Words by which the food at a place is found; `basis` those that one who means it would say."""

    place: int
    words: Sequence[str]
    basis: Sequence[str]
    factor: float
    whole: bool = True
    """Whether these words, and no others, name it."""


class Term(NamedTuple):
    """A word of a query: what it may stand for, each with how alike it is."""

    meanings: tuple[tuple[str, float], ...]


class Meaning(NamedTuple):
    """A query as foods have it: the likeliest word for each typed, how alike these are on average, what each may be."""

    wanted: Sequence[str]
    alike: float
    terms: Sequence[Term]


class Found(NamedTuple):
    score: float
    place: int


class Index:
    """Phrases by their words. Built once, then only read."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._places = array("I")
        self._factors = array("f")
        self._postings: dict[str, array[int]] = {}
        self.named: dict[str, int] = {}
        self.same: dict[str, int] = {}
        bases: list[Sequence[str]] = []
        for number, phrase in enumerate(phrases):
            self._places.append(phrase.place)
            self._factors.append(phrase.factor)
            bases.append(phrase.basis)
            if phrase.whole:
                self.named.setdefault(" ".join(phrase.words), phrase.place)
                self.same.setdefault(" ".join(sorted(phrase.words)), phrase.place)
            for word in set(phrase.words):
                self._postings.setdefault(word, array("I")).append(number)
        count = max(1, len(bases))
        self._idf = {word: 1 + log(count / len(found)) for word, found in self._postings.items()}
        self._rarest = 1 + log(count)
        self._weights = array("f", (sum(map(self._weight, set(basis))) for basis in bases))
        self.vocabulary = {word: word for word in self._postings}

    def __contains__(self, word: str) -> bool:
        return word in self._postings

    def often(self, word: str) -> int:
        """Say in how many phrases a word is."""
        return len(self._postings.get(word, ()))

    def _weight(self, word: str) -> float:
        return self._idf.get(word, self._rarest)

    def search(self, query: Meaning, limit: int) -> list[Found]:
        """Return the places of the best foods, best first, each once."""
        best: dict[int, float] = {}
        for score, place in self._scores(query, limit * 6):
            if score > best.get(place, 0.0):
                best[place] = score
        return nlargest(limit, (Found(score, place) for place, score in best.items()), key=_by_score)

    def _scores(self, query: Meaning, limit: int) -> Iterable[Found]:
        if (place := self.named.get(" ".join(query.wanted))) is not None:
            yield Found(SAME_IN_ORDER * query.alike, place)
        if (place := self.same.get(" ".join(sorted(query.wanted)))) is not None:
            yield Found(SAME_WORDS * query.alike, place)
        terms = query.terms
        weights = [max(map(self._weight, (word for word, _ in term.meanings)), default=self._rarest) for term in terms]
        total = sum(weights)
        sums = self._sums(terms, weights)
        if not sums:
            return
        least = max(sums.values()) * ENOUGH
        kept = [(number, found) for number, found in sums.items() if found >= least]
        factors, phrase_weights, places = self._factors, self._weights, self._places
        scored = [
            Found(
                factors[number] * found * (COVERED / total + USED / max(total, phrase_weights[number])), places[number]
            )
            for number, found in kept
        ]
        yield from nlargest(limit, scored, key=_by_score)

    def _sums(self, terms: Sequence[Term], weights: Sequence[float]) -> Mapping[int, float]:
        """Return how much of the terms each phrase holds: their weights, each as well as it has it."""
        sums: dict[int, float] = {}
        for term, weight in zip(terms, weights, strict=True):
            has: dict[int, float] = {}
            for word, alike in sorted(term.meanings, key=_by_likeness):
                if word in self._postings:
                    has |= dict.fromkeys(self._postings[word], alike * weight)
            for number, part in has.items():
                sums[number] = sums.get(number, 0.0) + part
        return sums


def _by_score(found: Found) -> tuple[float, int]:
    return (found.score, -found.place)


def _by_likeness(meaning: tuple[str, float]) -> float:
    return meaning[1]

"""Find the passages that answer a question: BM25 over paragraphs.

Each paragraph counts with its article's title and keywords, and a little with the rest of its article: the weighted
fields of Robertson and Zaragoza (2009, doi 10.1561/1500000019). What a term adds to each paragraph is computed once.
A word that is nowhere is taken for the one that it looks like. A question is answered only if enough of it is found.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from heapq import nlargest
from math import log
from typing import NamedTuple

from rapidfuzz import fuzz, process

from fitzen.coach.knowledge.library import Article, articles
from fitzen.coach.knowledge.terms import SAME, terms

K1, B = 1.2, 0.6
TITLE, KEYWORDS, TEXT, REST = 3.0, 1.5, 1.0, 0.25
"""What a word counts in a paragraph's title and keywords, in itself, and in the other paragraphs of its article."""
ENOUGH = 0.3
"""The least that is an answer, of what a paragraph would score that is all about each word of the question."""
ALIKE, TYPED = 82, 5
"""How alike a word must be to one that is known, of 100, and of how many letters, to be that one mistyped."""


class Passage(NamedTuple):
    """A paragraph of an article; `score` is from 0, nothing in common, to about 1."""

    article: Article
    text: str
    score: float


class _Index(NamedTuple):
    """`adds` says for a term what it adds to which paragraph; `rarest` is what a word counts that is nowhere."""

    passages: Sequence[tuple[Article, str]]
    adds: Mapping[str, Sequence[tuple[int, float]]]
    idf: Mapping[str, float]
    rarest: float
    spelt: Mapping[str, str]


def search(question: str, limit: int = 3) -> Sequence[Passage]:
    """Return the best paragraph of each of the best articles, best first; none where the question is not of them."""
    index = _index()
    asked = [known for term in dict.fromkeys(terms(question)) for known in _known(index, term)]
    most = (K1 + 1) * sum(index.idf.get(term, index.rarest) for term, _ in asked)
    scores: defaultdict[int, float] = defaultdict(float)
    for term, likeness in asked:
        for place, added in index.adds.get(term, ()):
            scores[place] += likeness * added
    best: dict[str, Passage] = {}
    for place, score in scores.items():
        of, text = index.passages[place]
        if score >= ENOUGH * most and (of.slug not in best or best[of.slug].score < score / most):
            best[of.slug] = Passage(of, text, score / most)
    return nlargest(limit, best.values(), key=lambda passage: passage.score)


def _known(index: _Index, term: str) -> Sequence[tuple[str, float]]:
    """Return the term, or the one that it looks like and how much; a number that no article has says nothing."""
    if term in index.adds:
        return [(term, 1.0)]
    if term.isdigit():
        return []
    if len(term) >= TYPED:
        alike = process.extract(term, index.spelt.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=3)
        for word, likeness, _ in alike:
            if word[0] == term[0]:
                return [(index.spelt[word], likeness / 100)]
    return [(term, 0.0)]


@cache
def _index() -> _Index:
    passages = [(article, text) for article in articles().values() for text in article.paragraphs]
    counts = [counted for article in articles().values() for counted in _counted(article)]
    lengths = [sum(1 for _ in terms(text)) for _, text in passages]
    mean = sum(lengths) / len(lengths)
    places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, counted in enumerate(counts):
        for term, count in counted.items():
            places[term].append((place, count))
    idf = {term: _idf(len(passages), len(found)) for term, found in places.items()}
    norms = [K1 * (1 - B + B * length / mean) for length in lengths]
    adds = {
        term: [(place, idf[term] * count * (K1 + 1) / (count + norms[place])) for place, count in found]
        for term, found in places.items()
    }
    spelt = {word: known for word, known in SAME.items() if known in adds} | {term: term for term in adds}
    return _Index(passages, adds, idf, _idf(len(passages), 1), spelt)


def _idf(passages: int, with_it: int) -> float:
    return log(1 + (passages - with_it + 0.5) / (with_it + 0.5))


def _counted(article: Article) -> Sequence[Mapping[str, float]]:
    """Return how much each term counts in each paragraph of an article."""
    texts = [Counter(terms(text)) for text in article.paragraphs]
    shared: defaultdict[str, float] = defaultdict(float)
    for field, weight in ((article.title, TITLE), (article.keywords, KEYWORDS)):
        for term in set(terms(field)):
            shared[term] += weight
    for text in texts:
        for term, count in text.items():
            shared[term] += REST * count
    return [{term: count + (TEXT - REST) * text[term] for term, count in shared.items()} for text in texts]

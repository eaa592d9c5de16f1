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

from rapidfuzz import process
from rapidfuzz.distance import OSA

from fitzen.coach.knowledge.library import Article, articles
from fitzen.coach.knowledge.terms import asks_for_an_amount, has_amount, of_field, shades, spelt_terms, terms

K1, B = 1.2, 0.6
TITLE, KEYWORDS, TEXT, REST = 3.0, 1.5, 1.0, 0.25
"""What a word counts in a paragraph's title and keywords, in itself, and in the other paragraphs of its article."""
ENOUGH, ENOUGH_OF_FIELD, ENOUGH_OF_ONE, UNKNOWN = 0.42, 0.15, 0.7, 4.0
"""The least that is an answer, of what a paragraph would score that is all about each word of the question: less where a
word of the question belongs to the field, more where a single one is known. One that is in no article counts UNKNOWN."""
IN_TITLE = 0.12
"""What is added where an amount is asked for and the title speaks of one."""
FIRST, LAST, AMOUNT, SHADES = 0.15, -0.1, 0.2, 0.3
"""What is added, to the share of the question's words that it has, for the paragraph that opens its article, for the one
that says when to see a professional, for one that names a figure where an amount is asked for, and for one that has all
of the question's words that tell what is asked, such as `safe`."""
ALIKE, PLAINLY, TYPED, MANY = 0.82, 0.85, 5, 5
"""How alike a word must be to one that is known, or plainly that one, and of how many letters. It must begin alike,
and have no letter more, as `planet` has: what is mistyped lacks a letter, or has another one, or two in turn."""


class Passage(NamedTuple):
    """A paragraph of an article; `score` is from 0, nothing in common, to a little more than 1."""

    article: Article
    text: str
    score: float


class _Paragraph(NamedTuple):
    """`terms` are those of its own text and of its article's title."""

    article: Article
    text: str
    terms: frozenset[str]


class _Index(NamedTuple):
    """`adds` says for a term what it adds to which paragraph, `spelt` which term a word is."""

    passages: Sequence[_Paragraph]
    adds: Mapping[str, Sequence[tuple[int, float]]]
    idf: Mapping[str, float]
    spelt: Mapping[str, str]


class _Asked(NamedTuple):
    """A word of a question, the term that it is, and how sure that is."""

    word: str
    term: str
    likeness: float = 1.0


def search(question: str, limit: int = 3) -> Sequence[Passage]:
    """Return the best paragraph of each of the best articles, best first; none where the question is not of them."""
    index = _index()
    asked = [_understood(index, word, term) for word, term in _distinct(question)]
    asked = [each for each in asked if each.term in index.adds or not each.term.isdigit()]
    enough = _enough([each for each in asked if each.term in index.adds])
    most = (K1 + 1) * sum(index.idf.get(each.term, UNKNOWN) for each in asked)
    scores: defaultdict[int, float] = defaultdict(float)
    for each in asked:
        for place, added in index.adds.get(each.term, ()):
            scores[place] += each.likeness * added
    amount = asks_for_an_amount(question)
    best: dict[str, Passage] = {}
    for place, score in scores.items():
        article = index.passages[place].article
        value = score / most + (IN_TITLE if amount and asks_for_an_amount(article.title) else 0)
        if score >= enough * most and (article.slug not in best or best[article.slug].score < value):
            best[article.slug] = Passage(article, "", value)
    found = nlargest(limit, best.values(), key=lambda passage: passage.score)
    return [passage._replace(text=_nearest(index, passage.article, asked, question)) for passage in found]


def _nearest(index: _Index, article: Article, asked: Sequence[_Asked], question: str) -> str:
    """Return the paragraph of an article that has most of what is asked."""
    own = [passage for passage in index.passages if passage.article is article]
    anywhere = frozenset[str]().union(*(passage.terms for passage in own))
    weights = {each.term: index.idf[each.term] for each in asked if each.term in anywhere}
    whole = sum(weights.values()) or 1
    amount, shaded = asks_for_an_amount(question), shades(question)

    def nearness(passage: _Paragraph) -> float:
        has = sum(weight for term, weight in weights.items() if term in passage.terms) / whole
        place = FIRST if passage.text == article.paragraphs[0] else LAST if passage.text == article.care else 0
        shade = 0 if passage.text == article.care else len(shaded & shades(passage.text)) / (len(shaded) or 1)
        return has + place + SHADES * shade + (AMOUNT if amount and has_amount(passage.text) else 0)

    return max(own, key=nearness).text


def _distinct(question: str) -> Sequence[tuple[str, str]]:
    """Return the terms of a question, each once, with a word that stands for it."""
    return [(word, term) for term, word in {term: word for word, term in spelt_terms(question)}.items()]


def _understood(index: _Index, word: str, term: str) -> _Asked:
    """Return what a word is: itself, or the one that it looks like."""
    if term in index.adds or len(word) < TYPED:
        return _Asked(word, term)
    alike = process.extract(word, index.spelt.keys(), scorer=OSA.normalized_similarity, score_cutoff=ALIKE, limit=MANY)
    for known, likeness, _ in alike:
        if known[0] == word[0] and len(known) >= len(word):
            return _Asked(known, index.spelt[known], likeness)
    return _Asked(word, term)


def _enough(known: Sequence[_Asked]) -> float:
    if any(of_field(each.word) and each.likeness >= PLAINLY for each in known):
        return ENOUGH_OF_FIELD
    return ENOUGH if len(known) > 1 else ENOUGH_OF_ONE


@cache
def _index() -> _Index:
    passages: list[_Paragraph] = []
    counts: list[Mapping[str, float]] = []
    lengths: list[int] = []
    for article in articles().values():
        own = [Counter(terms(text)) for text in article.paragraphs]
        titled = frozenset(terms(article.title))
        passages += [
            _Paragraph(article, text, titled.union(each)) for text, each in zip(article.paragraphs, own, strict=True)
        ]
        counts += _counted(article, own)
        lengths += [each.total() for each in own]
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
    written = (text for article in articles().values() for text in (article.title, article.keywords, article.text))
    spelt = {word: term for text in written for word, term in spelt_terms(text)}
    return _Index(passages, adds, idf, spelt)


def _idf(passages: int, with_it: int) -> float:
    return log(1 + (passages - with_it + 0.5) / (with_it + 0.5))


def _counted(article: Article, own: Sequence[Counter[str]]) -> Sequence[Mapping[str, float]]:
    """Return how much each term counts in each paragraph of an article, of which `own` are the terms of each."""
    shared: defaultdict[str, float] = defaultdict(float)
    for field, weight in ((article.title, TITLE), (article.keywords, KEYWORDS)):
        for term in set(terms(field)):
            shared[term] += weight
    for text in own:
        for term, count in text.items():
            shared[term] += REST * count
    return [{term: count + (TEXT - REST) * text[term] for term, count in shared.items()} for text in own]

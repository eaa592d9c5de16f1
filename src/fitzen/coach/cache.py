"""Answers that are of nobody in particular, kept for a week: a question that many ask is answered by a model once.

How a question is answered from here:

1. `if impersonal(text, earlier)`: only then is there anything to look for. **Build the prompt of such a question
   without profile digest, memory and summary**: what a model was told of a person may be in its answer.
2. `kept = get(cache, secret, key)`; if there is one, say it, without a model.
3. Once the model has answered, `if finished.whole and shareable(tools_used, sources)`: `put(cache, secret, key, answer)`.

What is kept belongs to no person: the question is only in the key, as a keyed hash.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from fitzen.infra import keys
from fitzen.infra.cache.base import Cache
from fitzen.records import Json, dumps, loads

KEPT = timedelta(days=7)
SHARED_TOOLS = frozenset({"search_knowledge", "lookup_food", "search_exercises"})
"""What they give is the same for everybody of the same locale and units."""
PERSONAL = re.compile(
    r"\b(?:i|i'm|i've|i'd|i'll|im|ive|me|my|mine|myself|we|us|our|ours|today|yesterday|tonight|now)\b|\d|@",
    re.IGNORECASE,
)
"""Who speaks of themselves wants an answer of their own; a figure may be one of theirs."""
OWN = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-", re.IGNORECASE)
"""A UUID: what a person made themselves, a food or an exercise, has one in the place of a name."""
MOST_WORDS = 30


class Key(NamedTuple):
    """What an answer depends on. `foods` differ by locale, figures by units."""

    question: str
    knowledge_version: str
    model_id: str
    locale: str
    units: str


class Answer(NamedTuple):
    text: str
    sources: Sequence[Json] = ()
    cards: Sequence[Json] = ()


def normalised(question: str) -> str:
    """Return the question without case, spaces and punctuation that make no other question of it."""
    return " ".join(re.findall(r"[^\W_]+(?:'[^\W_]+)?", question.casefold().replace("\u2019", "'")))


def impersonal(question: str, earlier: Sequence[str]) -> bool:
    """Say whether a question, the first of its chat, speaks of nobody."""
    plain = question.replace("\u2019", "'")
    return not earlier and len(plain.split()) <= MOST_WORDS and not PERSONAL.search(plain)


def shareable(tools: Iterable[str], sources: Iterable[Json]) -> bool:
    """Say whether a whole answer may be kept: it comes from what Fitzen ships, not from somebody's own foods."""
    used = frozenset(tools)
    return bool(used) and used <= SHARED_TOOLS and not any(OWN.search(source["ref"]) for source in sources)


def get(cache: Cache, secret: str, key: Key) -> Answer | None:
    """Return the answer that was kept, at most a week old."""
    kept = cache.get(_name(secret, key))
    if kept is None:
        return None
    body = loads(kept)
    return Answer(body["text"], tuple(body["sources"]), tuple(body["cards"]))


def put(cache: Cache, secret: str, key: Key, answer: Answer) -> None:
    """Keep an answer; where another kept one meanwhile, that one stands."""
    body = {"text": answer.text, "sources": list(answer.sources), "cards": list(answer.cards)}
    cache.put(_name(secret, key), dumps(body), KEPT)


def _name(secret: str, key: Key) -> str:
    return f"answer:{keys.mac(secret, 'answer', normalised(key.question), *key[1:])}"

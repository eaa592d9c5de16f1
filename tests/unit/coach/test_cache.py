"""Answers of nobody in particular: kept for a week, under nothing that names a person or a question."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from tests.fixtures.api import MovableClock

from fitzen.coach.cache import KEPT, Answer, Key, get, impersonal, normalised, put, shareable
from fitzen.infra.cache.stored import StoredCache
from fitzen.infra.storage.sql import SqlStore

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SECRET = "a secret of the tests"
KEY = Key("What is creatine?", "v1", "big", "en", "metric")
ANSWER = Answer("A store of quick energy.", ({"label": "Creatine", "ref": "article:creatine"},))


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(NOW)


@pytest.fixture
def store(clock: MovableClock) -> Iterator[SqlStore]:
    built = SqlStore("sqlite://", clock=clock)
    built.migrate()
    yield built
    built.close()


@pytest.fixture
def cache(store: SqlStore, clock: MovableClock) -> StoredCache:
    return StoredCache(store, clock)


def test_the_same_question_finds_its_answer_for_a_week(cache: StoredCache, clock: MovableClock) -> None:
    assert get(cache, SECRET, KEY) is None
    put(cache, SECRET, KEY, ANSWER)
    assert get(cache, SECRET, KEY) == ANSWER
    assert get(cache, SECRET, KEY._replace(question="  what IS creatine ")) == ANSWER
    clock.advance(seconds=KEPT.total_seconds() - 1)
    assert get(cache, SECRET, KEY) == ANSWER
    clock.advance(seconds=1)
    assert get(cache, SECRET, KEY) is None
    put(cache, SECRET, KEY, ANSWER._replace(text="New."))
    assert get(cache, SECRET, KEY) == ANSWER._replace(text="New.")


@pytest.mark.parametrize(
    "other",
    [
        {"question": "What is caffeine?"},
        {"knowledge_version": "v2"},
        {"model_id": "small"},
        {"locale": "de"},
        {"units": "imperial"},
    ],
)
def test_what_an_answer_depends_on_is_in_its_key(cache: StoredCache, other: dict[str, str]) -> None:
    put(cache, SECRET, KEY, ANSWER)
    assert get(cache, SECRET, KEY._replace(**other)) is None
    assert get(cache, "another secret", KEY) is None


def test_the_first_answer_stands(cache: StoredCache) -> None:
    put(cache, SECRET, KEY, ANSWER)
    put(cache, SECRET, KEY, ANSWER._replace(text="Another."))
    assert get(cache, SECRET, KEY) == ANSWER


def test_it_belongs_to_nobody(cache: StoredCache, store: SqlStore) -> None:
    put(cache, SECRET, KEY, ANSWER)
    assert list(store.users()) == []


@pytest.mark.parametrize(
    ("question", "shared"),
    [
        ("What is creatine?", True),
        ("How do you do a Romanian deadlift?", True),
        ("Which foods have a lot of iron?", True),
        ("How much protein do I need?", False),
        ("Is creatine safe for me?", False),
        ("What\u2019s in my breakfast?", False),
        ("I\u2019m tired, what is overtraining?", False),
        ("Is 80 kg too heavy?", False),
        ("What should one eat today?", False),
        ("what does ana@example.com eat", False),
        ("word " * 31, False),
    ],
)
def test_a_question_that_speaks_of_somebody_is_never_shared(question: str, shared: bool) -> None:
    assert impersonal(question, []) is shared
    assert not impersonal(question, ["Hello"]), "what was said before may be meant"


def test_only_what_ships_with_fitzen_is_shared() -> None:
    shipped, own = (
        {"label": "Iron", "ref": "article:iron"},
        {"label": "Ana's stew", "ref": "food:0193a5b0-1111-7222-8333-944455556666"},
    )
    assert shareable(["search_knowledge"], [shipped])
    assert shareable(["lookup_food", "search_knowledge"], [])
    assert not shareable([], [])
    assert not shareable(["search_knowledge", "progress"], [])
    assert not shareable(["lookup_food"], [shipped, own])


def test_spelling_makes_no_other_question() -> None:
    assert normalised("What\u2019s  Creatine?!") == normalised("what's creatine") == "what's creatine"
    assert normalised("creatine or caffeine") != normalised("caffeine or creatine")

"""The intent model, and what a message looks like to it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.coach import linear
from fitzen.coach.builtin.features import features
from fitzen.coach.builtin.intents import FILE
from fitzen.coach.builtin.making import MAKERS
from fitzen.coach.builtin.replies import REPLIES
from fitzen.coach.builtin.said import Said
from fitzen.coach.builtin.text import mended, plain


def test_a_model_is_read_as_it_was_packed() -> None:
    read = linear.unpack(linear.pack(["log", "ask"], 0.5, {"w log": bytes([4, 252])}, {"breakfast"}, {"lentil"}))
    assert linear.probabilities(read, ["w log", "w never"]) == pytest.approx(
        {"log": 1 / (1 + math.exp(-4)), "ask": 1 / (1 + math.exp(4))}
    )
    assert read.meant == frozenset({"breakfast"})
    assert read.known == frozenset({"breakfast", "lentil"})


def test_each_intent_of_the_shipped_model_can_be_answered() -> None:
    assert set(linear.shipped(FILE).labels) <= {*MAKERS, *REPLIES}
    assert set(MAKERS) <= set(linear.shipped(FILE).labels)


@given(st.text(max_size=80))
def test_probabilities_sum_to_one(text: str) -> None:
    told = linear.probabilities(linear.shipped(FILE), features(Said(plain(text))))
    assert sum(told.values()) == pytest.approx(1)
    assert min(told.values()) >= 0


def test_what_is_named_is_put_by_its_sort() -> None:
    assert Said("how much protein did i eat last week").abstract[:6] == ["how", "much", "<nutrient>", "did", "i", "eat"]
    assert "<period>" in Said("how much protein did i eat last week").abstract
    assert Said("log bench press at 7:30").abstract == ["log", "<exercise>", "at", "<clock>"]


KNOWN = frozenset({"protein", "breakfast", "today", "lentil"})
MEANT = frozenset({"protein", "breakfast", "today"})


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("protien", "protein"),
        ("brekfast", "breakfast"),
        ("todya", "today"),
        ("lentil", "lentil"),
        ("lentel", "lentel"),
        ("xylophone", "xylophone"),
    ],
)
def test_slips_are_mended_towards_words_that_carry_meaning(said: str, right: str) -> None:
    assert mended(f"my {said}!", KNOWN, MEANT) == f"my {right}!"


@given(st.text(max_size=60))
def test_mending_twice_changes_nothing(text: str) -> None:
    once = mended(plain(text), KNOWN, MEANT)
    assert mended(once, KNOWN, MEANT) == once

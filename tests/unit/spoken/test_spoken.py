"""Every sentence of the server that reaches a person has its Spanish, and the sheet has nothing that is not said."""

import ast
import re
from collections import Counter

import pytest
from tests.unit.spoken.cases import PATH, text
from tools import speech, spoken

from fitzen.exercises.models import MUSCLES
from fitzen.measurements.rules import METRICS
from fitzen.spoken import rows
from fitzen.users import screening
from fitzen.workouts.plans.injuries import AREAS
from fitzen.workouts.plans.notes import UNLOCKS
from fitzen.workouts.plans.volume import in_words

PLACE = re.compile(r"\{(\d)[^}]*\}")
ROWS = list(rows())


def test_every_sentence_has_its_spanish() -> None:
    said, known = spoken.sentences(), spoken.sheet()
    assert {text: where for text, where in said.items() if text not in known} == {}, "python -m tools.spoken"
    assert known.keys() - said.keys() == set(), "nobody says these any more"
    assert len(said) > 700


def test_what_errors_say_is_seen_wherever_they_are_made() -> None:
    loose = {(each.module, each.code) for each in spoken.told()[1]}
    assert loose == spoken.ELSEWHERE, "make its words where tools/spoken.py sees them, or name it there"


def test_both_sides_have_the_same_places() -> None:
    wrong = [
        (english, spanish)
        for english, spanish, _ in ROWS
        if spanish != "-" and Counter(PLACE.findall(english)).keys() != Counter(PLACE.findall(spanish)).keys()
    ]
    assert wrong == []


def test_no_sentence_is_there_twice_and_none_ends_otherwise() -> None:
    twice = [english for english, count in Counter(english for english, *_ in ROWS).items() if count > 1]
    assert twice == []
    ends = [row for row in ROWS if row[1] != "-" and (row[0][-1] in ".?") != (row[1][-1] in ".?")]
    assert ends == []


def test_words_that_stand_in_places_are_there() -> None:
    known = {english for english, spanish, _ in ROWS if spanish != "-"} | {"VO2max"}
    words = {in_words(muscle) for muscle in MUSCLES} | {about.words for about in METRICS.values()} | AREAS.keys()
    words |= {each.replace("_", " ").replace("pull up", "pull-up") for each in UNLOCKS}
    assert words - known == set()


def test_the_screening_says_the_same_in_both_ways() -> None:
    known = spoken.sheet()
    texts = [*screening.REASONS.values(), *screening.CLEARANCE.values(), *screening.QUESTIONS.values()]
    assert [each for each in texts if known[each["en"]] != each["es"]] == []


def test_the_apps_cases_are_up_to_date() -> None:
    assert PATH.read_text(encoding="utf-8") == text(), "python -m tests.unit.spoken.cases"


@pytest.mark.parametrize(
    ("code", "patterns"),
    [
        ('"As it is."', ["As it is."]),
        ('f"At most {most} habits."', ["At most {1} habits."]),
        ("f\"{n} set{'s' * (n > 1)}\"", ["{1} set", "{1} sets"]),
        ("f\"{n} {'more' if n else 'less'} than before\"", ["{1} more than before", "{1} less than before"]),
        ("f\"{', '.join(names)} {last}\"", ["{1} {2}"]),
        ('"This must be at least {ge}."', ["This must be at least {1}."]),
        ('"One. " f"Two {x}."', ["One. Two {1}."]),
        ('f" and {n} in part"', ["{0} and {1} in part"]),
        ('"yes" if x else f"no, {y}"', ["yes", "no, {1}"]),
        ('f"{MOST} of it"', ["The most of it"]),
        ("other.message", []),
    ],
)
def test_a_pattern_is_what_the_code_says(code: str, patterns: list[str]) -> None:
    ways = speech.said(ast.parse(code, mode="eval").body, {"MOST": ast.Constant("The most")})
    assert [speech.pattern(way) for way in ways or ()] == patterns


def test_a_new_error_is_noticed() -> None:
    call = ast.parse('InvalidError.of("days", f"Nobody trains {days} days.")', mode="eval").body
    assert isinstance(call, ast.Call)
    (words,) = speech.words_of(call, spoken.errors(), {})
    assert [speech.pattern(way) for way in speech.said(words, {}) or ()] == ["Nobody trains {1} days."]
    assert "Nobody trains {1} days." not in spoken.sheet()

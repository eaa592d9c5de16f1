"""The exercises in Spanish: each is there once, in consistent words, and is found by what people type."""

import re
import subprocess
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from fitzen.exercises import library, spanish
from fitzen.exercises.models import EQUIPMENT, MUSCLES
from fitzen.exercises.search import Own, resolve, search
from fitzen.words import plain

LINES = files("fitzen.data").joinpath(spanish.FILE).read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if line[0] not in "#=+"]
QUERIES = [line.split("\t") for line in Path(__file__).with_name("queries_es.tsv").read_text("utf-8").splitlines()]
GLOSSARY = {
    r"\bsquat\b": r"\bsentadillas?\b|pistol",
    r"\bdeadlift\b": r"\bpeso muerto\b",
    r"\bbench press\b": r"\bpress\b",
    r"\blunge\b": r"\bzancadas?\b",
    r"\brow\b": r"\bremo\b",
    r"\blat pulldown\b": r"\bjalón\b",
    r"\b(pull|chin)-up\b": r"\bdominadas?\b",
    r"\bpush-up\b": r"\bflexiones\b",
    r"\bcurl\b": r"\bcurl\b|nórdico",
    r"\bcalf raise\b": r"\belevación de gemelos\b",
    r"\blateral raise\b": r"\belevaci(ón|ones) later",
    r"\bshrug\b": r"\bencogimientos\b",
    r"\bdumbbell\b": r"\bmancuernas?\b|arnold",
    r"\bsmith machine\b": r"\bmultipower\b",
    r"\bkettlebell\b": r"\bpesas? rusas?\b",
    r"\bcable\b": r"\bpoleas?\b",
    r"^band ": r"\bbanda\b",
    r"\bsingle-leg\b": r"\ba una pierna\b",
    r"\bplank\b": r"\bplancha\b",
    r"\bhip thrust\b": r"\bhip thrust\b",
    r"\bsnatch\b": r"\barrancada\b",
    r"\bsuspension trainer\b": r"\ben suspensión\b",
    r"\btrap bar\b": r"\bbarra hexagonal\b",
}
"""What stands in an English name, and what then stands in the Spanish one."""


def test_each_exercise_has_an_entry_once_in_the_order_of_the_english_ones() -> None:
    assert [row[0] for row in ROWS] == list(library.by_id())
    assert {len(row) for row in ROWS} == {4}


def test_names_are_unique_and_no_phrase_means_two_exercises() -> None:
    names = Counter(plain(each.name) for each in spanish.by_id().values())
    assert [name for name, count in names.items() if count > 1] == []
    phrases = Counter(
        phrase
        for each in spanish.by_id().values()
        for phrase in {" ".join(spanish.words(said)) for said in (each.name, *each.aliases)}
    )
    assert [phrase for phrase, count in phrases.items() if count > 1] == []


def test_cues_are_as_many_as_in_english_and_fit() -> None:
    for id_, each in spanish.by_id().items():
        assert len(each.cues) == len(library.by_id()[id_].cues), id_
        assert all(3 <= len(cue) <= 90 and cue[0].isupper() and not cue.endswith(".") for cue in each.cues), id_


@pytest.mark.parametrize(("english", "said"), GLOSSARY.items())
def test_the_same_thing_is_always_called_the_same(english: str, said: str) -> None:
    names = [(each.name, spanish.by_id()[id_].name) for id_, each in library.by_id().items()]
    meant = [(name, other) for name, other in names if re.search(english, name, re.IGNORECASE)]
    assert meant
    assert [pair for pair in meant if not re.search(said, pair[1], re.IGNORECASE)] == []


def test_every_muscle_has_words() -> None:
    tags = {line[1:].split("\t")[0] for line in LINES if line.startswith("+")}
    assert set(MUSCLES) <= tags
    assert tags - set(MUSCLES) <= {*EQUIPMENT, "mobility", "conditioning"}


@pytest.mark.parametrize(("query", "id_"), QUERIES)
def test_what_people_type_is_found_first(query: str, id_: str) -> None:
    assert [each.id for each in search(query, language="es", limit=1)] == [id_]


@pytest.mark.parametrize(("query", "muscle"), [("glúteos", "glutes"), ("pecho", "chest"), ("gemelos", "calves")])
def test_a_muscle_is_found_by_its_spanish_word(query: str, muscle: str) -> None:
    first = search(query, language="es", limit=1)[0]
    assert muscle in {part.muscle for part in first.muscles if part.share == 1}


def test_spanish_gives_spanish_and_all_of_them_by_name() -> None:
    found = search("", language="es", limit=1000)
    assert [plain(each.name) for each in found] == sorted(plain(each.name) for each in found)
    assert {each.id for each in found} == set(library.by_id())
    squat = search("sentadilla", language="es")[0]
    assert (squat.name, squat.cues[0]) == ("Sentadilla trasera con barra", "Aprieta el tronco antes de bajar")


def test_ones_own_keeps_its_name_and_stands_first() -> None:
    mine = library.by_id()["barbell-row"].model_copy(update={"id": "own", "name": "Remo de Ana", "aliases": []})
    assert search("remo de ana", language="es", own=Own([mine]))[0] == mine


def test_who_asks_in_english_is_answered_as_before_and_reads_no_spanish() -> None:
    code = (
        "from fitzen.exercises import search, spanish\n"
        "assert search.search('squat')[0].name == 'Barbell Back Squat'\n"
        "assert search.resolve('bench press').exercise\n"
        "assert spanish.spanish.read.cache_info().currsize == 0\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert resolve("sentadilla").exercise is None

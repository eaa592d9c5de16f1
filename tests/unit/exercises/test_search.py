"""Finding exercises by what people type: how often the right one comes first, what is refused, and at what cost."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.exercises import library
from fitzen.exercises.models import EQUIPMENT, MUSCLES, Equipment, Exercise, Muscle, MuscleShare
from fitzen.exercises.search import LIKELY, Own, is_muscle, named, resolve, search, words

WANTED = Path(__file__).with_name("queries.txt").read_text(encoding="utf-8")
"""A query a line, and the exercise that it means: the same as on the line before it where none is named."""

NONSENSE = (
    "pizza", "my knee hurts", "chest", "legs", "back day", "leg day", "back", "shoulders", "arms", "triceps", "abs",
    "core", "hello there", "what should i eat", "how are you", "lost two kilos", "i slept badly", "glutes", "quads",
    "xyzzy", "chicken breast", "protein shake", "my shoulder hurts", "i am tired", "book a table", "weather tomorrow",
    "upper body", "lower back pain", "creatine", "1234", "calories in rice", "personal record", "rest day", "warm up",
    "\N{GRINNING FACE}", "…", "asdf qwer", "drop table users", "something for my chest", "a cup of coffee",
    "dumbbells", "barbell", "cable", "machine", "bands", "seated", "incline", "single leg", "up", "one", "chair", "knee",
    "full body", "push day", "60 kg", "3 sets of 10", "run out of milk", "good morning coach", "water intake", "headache",
)  # fmt: skip

SEED = 20261123


def labelled() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    expected = ""
    for line in WANTED.strip().splitlines():
        query, _, named = line.partition(": ")
        expected = named or expected
        found.append((query, expected))
    return found


LABELLED = labelled()


def report(what: str, misses: list[str], share: float) -> None:
    print(f"{what}: {share:.1%} of {len(LABELLED)}", *misses, sep="\n  ")


def rate(what: str, is_right: Callable[[str, str], bool], found: Callable[[str], object]) -> float:
    """Return the share of the queries that are answered rightly; print it, and what came instead."""
    misses = [f"{query!r}: {found(query)}, not {wanted}" for query, wanted in LABELLED if not is_right(query, wanted)]
    share = 1 - len(misses) / len(LABELLED)
    report(what, misses, share)
    return share


def found_ids(query: str, limit: int) -> list[str]:
    return [exercise.id for exercise in search(query, limit=limit)]


def resolved_id(query: str) -> str | None:
    match = resolve(query)
    return match.exercise.id if match.exercise else None


class TestLabelled:
    def test_are_many_and_different(self) -> None:
        assert len({query for query, _ in LABELLED}) == len(LABELLED) >= 140
        assert all(library.get(wanted) for _, wanted in LABELLED)

    def test_search_puts_the_right_one_first(self) -> None:
        assert rate("first", lambda query, wanted: found_ids(query, 1) == [wanted], lambda q: found_ids(q, 1)) >= 0.9

    def test_search_puts_the_right_one_among_three(self) -> None:
        assert rate("in three", lambda query, wanted: wanted in found_ids(query, 3), lambda q: found_ids(q, 3)) >= 0.97

    def test_resolve_names_the_right_one(self) -> None:
        assert rate("resolved", lambda query, wanted: resolved_id(query) == wanted, resolved_id) >= 0.92

    @pytest.mark.parametrize(
        ("query", "wanted"),
        [
            ("bench", "barbell-bench-press"),
            ("squat", "barbell-back-squat"),
            ("deadlift", "barbell-deadlift"),
            ("row", "barbell-row"),
            ("rows", "barbell-row"),
            ("curl", "dumbbell-curl"),
            ("press", "overhead-press"),
            ("run", "running"),
            ("dips", "dip"),
        ],
    )
    def test_bare_words_mean_the_plain_exercise(self, query: str, wanted: str) -> None:
        assert found_ids(query, 1) == [wanted]
        assert resolve(query).confidence == 1
        assert resolved_id(query) == wanted


@pytest.mark.parametrize("text", NONSENSE)
def test_resolve_names_none_for_what_is_no_exercise(text: str) -> None:
    match = resolve(text)
    assert match.exercise is None, (match.exercise.id, match.confidence)


class TestLibrary:
    def test_every_name_and_alias_means_its_exercise(self) -> None:
        wrong = [
            (phrase, resolved_id(phrase))
            for exercise in library.shipped()
            for phrase in [exercise.name, *exercise.aliases]
            if resolved_id(phrase) != exercise.id
        ]
        muscles_too = {phrase for phrase, found in wrong if found is None}
        assert len(wrong) == len(muscles_too), wrong
        assert muscles_too <= {"adductors", "abductors", "adductor", "abductor"}

    def test_case_hyphens_and_plurals_do_not_matter(self) -> None:
        for exercise in library.shipped():
            assert resolved_id(exercise.name.upper().replace("-", " ")) == exercise.id

    def test_names_with_a_letter_missing_are_mostly_found(self) -> None:
        print(f"seed {SEED}")
        chance = random.Random(SEED)
        names = [(exercise.name, exercise.id) for exercise in library.shipped() if len(exercise.name) >= 8]
        missing = [(name[:at] + name[at + 1 :], id_) for name, id_ in names for at in [chance.randrange(1, len(name))]]
        misses = [(typed, id_, found_ids(typed, 3)) for typed, id_ in missing if id_ not in found_ids(typed, 3)]
        print(f"{len(misses)} of {len(missing)} missed", *misses, sep="\n  ")
        assert len(misses) <= 0.04 * len(missing)


def test_named_are_whole_names_and_aliases_only() -> None:
    for exercise in library.shipped():
        assert all(named(phrase) == exercise for phrase in [exercise.name, *exercise.aliases])
    assert [named(phrase) for phrase in ("barbell", "bench press today", "sqaut", "")] == [None] * 4


def test_muscles_are_told_from_exercises() -> None:
    assert all(is_muscle(phrase) for phrase in ("chest", "rear delts", "Lower Back", "legs", "rotator cuff"))
    assert not any(is_muscle(phrase) for phrase in ("", "chest press", "bench", "pizza", "barbell"))


class TestFilters:
    @pytest.mark.parametrize("muscle", MUSCLES)
    def test_by_muscle_gives_all_that_train_it_directly(self, muscle: Muscle) -> None:
        expected = {each.id for each in library.shipped() if MuscleShare(muscle=muscle, share=1) in each.muscles}
        assert {each.id for each in search("", muscle=muscle, limit=1000)} == expected

    @pytest.mark.parametrize("equipment", EQUIPMENT)
    def test_by_equipment(self, equipment: Equipment) -> None:
        expected = {each.id for each in library.shipped() if equipment in each.equipment}
        assert {each.id for each in search("", equipment=equipment, limit=1000)} == expected

    def test_with_words_keep_the_order_of_the_words(self) -> None:
        every = [each for each in search("curl", limit=1000) if "cable" in each.equipment]
        assert search("curl", equipment="cable", limit=5) == every[:5]
        assert every[0].id == "cable-curl"

    @pytest.mark.parametrize("word", ["chest", "quads", "hamstrings", "kettlebell", "rings", "rotator cuff"])
    def test_a_muscle_or_equipment_as_words(self, word: str) -> None:
        key = word.replace(" ", "_")
        found = search(word, limit=10)
        hits = [e.id for e in found if key in e.equipment or any(part.muscle == key for part in e.muscles)]
        assert len(hits) >= 5, [each.id for each in found]


class TestOwn:
    own = Exercise.model_validate(
        library.by_id()["cable-woodchop"].model_dump() | {"id": "own-1", "name": "Zork Twister", "aliases": ["zt"]}
    )

    def test_is_found_beside_the_shipped(self) -> None:
        assert search("zork twister", own=Own([self.own]))[0] == self.own
        assert search("zork twistr", own=Own([self.own]))[0] == self.own
        assert resolve("zt", own=Own([self.own])).exercise == self.own
        assert self.own not in search("zork twister")
        assert self.own in search("", own=Own([self.own]), limit=1000)

    @pytest.mark.parametrize(
        ("name", "typed"),
        [
            ("Développé couché", "developpe couche"),
            ("Приседания", "приседания"),
            ("懸垂", "懸垂"),
            ("Kniebeuge", "KNIEBEUGE"),
        ],
    )
    def test_may_have_a_name_in_any_language(self, name: str, typed: str) -> None:
        own = self.own.model_copy(update={"name": name, "aliases": []})
        assert resolve(typed, own=Own([own])).exercise == own
        assert search(typed, own=Own([own]), limit=1) == [own]

    @pytest.mark.parametrize("name", ["Bench Press", "bench press", "Barbell Bench Press"])
    def test_of_two_with_a_name_ones_own_is_meant(self, name: str) -> None:
        own = self.own.model_copy(update={"name": name})
        assert resolve("bench press" if "arbell" not in name else name, own=Own([own])).exercise == own

    def test_does_not_hide_the_shipped(self) -> None:
        for query, wanted in LABELLED[::10]:
            assert wanted in [each.id for each in search(query, own=Own([self.own]), limit=3)]


@pytest.mark.parametrize("blank", ["", "  "])
def test_a_blank_query_finds_all_by_name(blank: str) -> None:
    assert search(blank, limit=1000) == list(library.shipped())


@pytest.mark.parametrize("empty", ["???", "the", "xyzzyqqq"])
def test_what_has_no_known_word_finds_nothing(empty: str) -> None:
    assert search(empty) == []
    assert resolve(empty) == (None, 0.0, ())


class TestAnyText:
    @given(st.text(max_size=100))
    def test_is_answered(self, text: str) -> None:
        match = resolve(text)
        assert 0 <= match.confidence <= 1
        assert (match.exercise is None) or match.confidence >= LIKELY
        assert match.exercise not in match.alternatives
        assert len(search(text, limit=7)) <= 7

    @given(st.lists(st.sampled_from([query for query, _ in LABELLED]), min_size=1, max_size=3).map(" ".join))
    def test_words_are_stable(self, text: str) -> None:
        assert words(" ".join(words(text))) == words(text)
        found = search(text, limit=1000)
        assert len({each.id for each in found}) == len(found)

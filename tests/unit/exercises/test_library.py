"""The exercises that ship with Fitzen: every entry is whole, and all of them agree with each other."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files

import pytest
from pydantic import ValidationError

from fitzen.exercises import library
from fitzen.exercises.models import EQUIPMENT, MUSCLES, Exercise, Pattern
from fitzen.exercises.search import words

LINES = files("fitzen.data").joinpath("exercises.jsonl").read_text(encoding="utf-8").splitlines()
EXERCISES = [Exercise.model_validate_json(line) for line in LINES]
BY_ID = {exercise.id: exercise for exercise in EXERCISES}

MET_RANGES: dict[tuple[Pattern, ...], tuple[float, float]] = {
    ("mobility", "neck"): (2, 3),
    ("elbow_flexion", "elbow_extension", "chest_isolation", "shoulder_isolation", "hip_isolation"): (2.5, 4),
    ("knee_extension", "knee_flexion", "calf", "grip"): (2.5, 4),
    ("squat", "lunge", "core"): (2.5, 8),
    ("horizontal_push", "vertical_push", "horizontal_pull", "vertical_pull"): (2.5, 8),
    ("hinge",): (2.5, 10),
    ("olympic", "jump", "carry"): (5, 10),
    ("conditioning",): (3, 13),
}
"""MET of strength work in the Compendium of Physical Activities is 2.8 to 6, of vigorous calisthenics 8."""
SMALL_WORDS = {"and", "of", "on", "the", "to", "with"}


def phrases(exercise: Exercise) -> list[str]:
    return [exercise.name, *exercise.aliases]


def repeated(values: Iterator[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def test_is_large_and_sorted() -> None:
    assert len(EXERCISES) >= 300
    assert [exercise.id for exercise in EXERCISES] == sorted(BY_ID)
    assert len(BY_ID) == len(EXERCISES)


def test_is_what_the_library_gives() -> None:
    assert library.by_id() == BY_ID
    assert [exercise.name.casefold() for exercise in library.shipped()] == sorted(
        exercise.name.casefold() for exercise in EXERCISES
    )
    assert library.get("barbell-bench-press") == BY_ID["barbell-bench-press"]
    assert library.get("no-such-exercise") is None


def test_no_phrase_means_two_exercises() -> None:
    assert repeated(phrase.casefold() for exercise in EXERCISES for phrase in phrases(exercise)) == []


def test_no_phrase_is_another_one_in_other_spelling() -> None:
    """Case, hyphens, plurals and abbreviations do not tell two exercises apart; the order of words may."""
    means: defaultdict[str, set[str]] = defaultdict(set)
    for exercise in EXERCISES:
        for phrase in phrases(exercise):
            assert words(phrase), (exercise.id, phrase)
            means[" ".join(words(phrase))].add(exercise.id)
    assert {phrase: ids for phrase, ids in means.items() if len(ids) > 1} == {}


def test_links_lead_somewhere_and_back() -> None:
    for exercise in EXERCISES:
        for easier in exercise.easier:
            assert exercise.id in BY_ID[easier].harder, (exercise.id, easier)
        for harder in exercise.harder:
            assert exercise.id in BY_ID[harder].easier, (exercise.id, harder)
        assert len(set(exercise.easier)) == len(exercise.easier) <= 6
        assert len(set(exercise.harder)) == len(exercise.harder) <= 6


def test_nothing_is_harder_than_itself() -> None:
    done: set[str] = set()

    def visit(id_: str, path: Sequence[str]) -> None:
        assert id_ not in path, [*path, id_]
        if id_ not in done:
            for harder in BY_ID[id_].harder:
                visit(harder, [*path, id_])
            done.add(id_)

    for id_ in BY_ID:
        visit(id_, [])
    assert len(done) == len(EXERCISES)


def test_a_variant_is_of_a_kind() -> None:
    """What is offered instead of an exercise trains something that the exercise trains too."""
    for exercise in EXERCISES:
        trained = {part.muscle for part in exercise.muscles}
        for other in [*exercise.easier, *exercise.harder]:
            others = {part.muscle for part in BY_ID[other].muscles}
            assert others & trained, (exercise.id, other)


def wrong(is_right: Callable[[Exercise], object]) -> list[str]:
    return [exercise.id for exercise in EXERCISES if not is_right(exercise)]


class TestEntries:
    def test_have_cues_that_differ(self) -> None:
        assert wrong(lambda each: 2 <= len(each.cues) <= 4) == []
        assert wrong(lambda each: len({cue.casefold() for cue in each.cues}) == len(each.cues)) == []
        assert wrong(lambda each: all(re.fullmatch(r"[A-Z0-9](.{1,88})[^. ]", cue) for cue in each.cues)) == []

    def test_have_muscles(self) -> None:
        assert wrong(lambda each: any(part.share == 1 for part in each.muscles)) == []
        assert wrong(lambda each: not repeated(part.muscle for part in each.muscles)) == []
        shares = {each.id: [part.share for part in each.muscles] for each in EXERCISES}
        assert wrong(lambda each: shares[each.id] == sorted(shares[each.id], reverse=True)) == []

    def test_have_an_increment_where_load_is_counted(self) -> None:
        assert wrong(lambda each: each.metric != "reps_load" or each.increment_kg) == []

    def test_of_bands_have_no_load(self) -> None:
        banded = [each for each in EXERCISES if set(each.equipment) == {"band"}]
        assert len(banded) > 10
        assert [each.id for each in banded if each.metric == "reps_load" or each.increment_kg] == []

    def test_have_a_plausible_energy_cost(self) -> None:
        def is_plausible(exercise: Exercise) -> bool:
            low, high = next(met for patterns, met in MET_RANGES.items() if exercise.pattern in patterns)
            return exercise.met is not None and low <= exercise.met <= high

        assert wrong(is_plausible) == []

    def test_have_a_name_in_title_case(self) -> None:
        def is_titled(exercise: Exercise) -> bool:
            parts = re.split(r"[ -]", exercise.name)
            return not parts[0][0].islower() and all(part in SMALL_WORDS or not part[0].islower() for part in parts)

        assert wrong(is_titled) == []

    def test_need_each_thing_once(self) -> None:
        assert wrong(lambda each: not repeated(iter(each.equipment))) == []


@pytest.mark.parametrize("muscle", MUSCLES)
def test_every_muscle_is_trained_directly(muscle: str) -> None:
    direct = [each.id for each in EXERCISES for part in each.muscles if (part.muscle, part.share) == (muscle, 1)]
    assert len(direct) >= 3, direct


@pytest.mark.parametrize("equipment", EQUIPMENT)
def test_every_piece_of_equipment_is_used(equipment: str) -> None:
    assert any(equipment in exercise.equipment for exercise in EXERCISES)


@pytest.mark.parametrize(
    "change",
    [
        {"muscles": [{"muscle": "heart", "share": 1}]},
        {"muscles": [{"muscle": "quads", "share": 0.7}]},
        {"equipment": ["trampoline"]},
        {"pattern": "leg_day"},
        {"metric": "calories"},
        {"met": 26},
        {"id": "Back Squat"},
        {"cues": ["x" * 91]},
    ],
)
def test_words_outside_the_vocabulary_are_refused(change: dict[str, object]) -> None:
    whole = BY_ID["barbell-back-squat"].model_dump()
    assert Exercise.model_validate(whole) == BY_ID["barbell-back-squat"]
    with pytest.raises(ValidationError):
        Exercise.model_validate(whole | change)

"""What a phrase is about: by the table of synonyms, one's own habits, the exercises; and what is asked back."""

from datetime import timedelta

import pytest
from tests.fixtures.coached import NOW, TODAY, keeps, person

from fitzen.coach.amounts import IMPERIAL, METRIC, say, stored
from fitzen.coach.series import _READERS
from fitzen.coach.subjects import AMBIGUOUS, EXERCISE_QUANTITY, Subject, Unclear, known, quantity_of, resolve

SAID = [
    ("my weight", "metric", "weight_kg"),
    ("Body weight", "metric", "weight_kg"),
    ("weigth", "metric", "weight_kg"),
    ("body fat percentage", "metric", "body_fat_pct"),
    ("resting hr", "metric", "resting_hr_bpm"),
    ("slept", "metric", "sleep_h"),
    ("step count", "metric", "steps"),
    ("calories", "nutrient", "energy_kcal"),
    ("how many calories", "nutrient", "energy_kcal"),
    ("protien", "nutrient", "protein_g"),
    ("grams of protein", "nutrient", "protein_g"),
    ("fibre", "nutrient", "fiber_g"),
    ("vitamin d", "nutrient", "vitamin_d_ug"),
    ("salt", "nutrient", "sodium_mg"),
    ("water", "water", "water_ml"),
    ("workouts", "training", "workouts"),
    ("training minutes", "training", "duration_s"),
    ("tonnage", "training", "volume_kg"),
    ("chest sets", "training", "muscle:chest"),
    ("sets for quads", "training", "muscle:quads"),
]


@pytest.mark.parametrize(("words", "kind", "key"), SAID)
def test_words_of_the_table_mean_this(words: str, kind: str, key: str) -> None:
    with person() as ana:
        found = resolve(ana.store, ana.user_id, words, NOW)
        assert isinstance(found, Subject)
        assert (found.kind, found.key) == (kind, key)


@pytest.mark.parametrize(
    ("words", "id_", "measure"),
    [
        ("squat", "barbell-back-squat", None),
        ("bench press volume", "barbell-bench-press", "volume_kg"),
        ("estimated max of my deadlift", "barbell-deadlift", "e1rm_kg"),
        ("bench 1rm", "barbell-bench-press", "e1rm_kg"),
        ("pull-up reps", "pull-up", "reps"),
        ("sets of squats", "barbell-back-squat", "sets"),
        ("benchpress", "barbell-bench-press", None),
    ],
)
def test_an_exercise_is_found_with_the_figure_that_is_meant(words: str, id_: str, measure: str | None) -> None:
    with person() as ana:
        found = resolve(ana.store, ana.user_id, words, NOW)
        assert isinstance(found, Subject)
        assert (found.kind, found.key, found.measure) == ("exercise", id_, measure)


def test_a_habit_is_found_by_its_name_a_part_of_it_or_another_form() -> None:
    with person() as ana:
        id_ = keeps(ana, "Walk 8,000 steps", TODAY - timedelta(days=3), [])
        keeps(ana, "No alcohol", TODAY, [], kind="quit")
        for words in ("walk 8,000 steps", "walk 8000 steps", "walking habit", "my walk streak"):
            found = resolve(ana.store, ana.user_id, words, NOW)
            assert isinstance(found, Subject)
            assert (found.kind, found.key) == ("habit", id_), words
        assert resolve(ana.store, ana.user_id, "steps", NOW) == Subject("metric", "steps", "steps")


@pytest.mark.parametrize("words", [*AMBIGUOUS, "incline", "xyzzy", "", "menstruation"])
def test_what_is_not_clear_is_asked_back(words: str) -> None:
    with person() as ana:
        found = resolve(ana.store, ana.user_id, words, NOW)
        assert isinstance(found, Unclear)
        assert found.name == words


def test_each_choice_of_what_is_ambiguous_is_clear() -> None:
    with person() as ana:
        for choices in AMBIGUOUS.values():
            for choice in choices:
                assert isinstance(resolve(ana.store, ana.user_id, choice, NOW), Subject), choice


def test_each_subject_can_be_read_and_said() -> None:
    from fitzen.coach.subjects import _table

    for subject in _table().values():
        assert subject.kind in _READERS
        assert quantity_of(subject) in METRIC
        assert known(subject.name) is not None
    assert set(EXERCISE_QUANTITY.values()) <= METRIC.keys()


@pytest.mark.parametrize(
    ("quantity", "value", "metric", "imperial"),
    [
        ("weight_kg", 81.36, "81.4 kg", "179.4 lb"),
        ("load_kg", 61.25, "61.25 kg", "135 lb"),
        ("volume_kg", 12345.6, "12,346 kg", "27,217 lb"),
        ("waist_cm", 91.44, "91.4 cm", "36 in"),
        ("distance_m", 5000, "5 km", "3.11 mi"),
        ("water_ml", 500, "500 ml", "16.9 fl oz"),
        ("energy_kcal", 2134.4, "2,134 kcal", "2,134 kcal"),
        ("protein_g", 99.94, "99.9 g", "99.9 g"),
        ("protein_g", 152.4, "152 g", "152 g"),
        ("vitamin_d_ug", 7.25, "7.2 µg", "7.2 µg"),
        ("workouts", 1, "1 workout", "1 workout"),
        ("seconds", 105, "105 s", "105 s"),
        ("body_fat_pct", 21.5, "21.5%", "21.5%"),
    ],
)
def test_amounts_are_said_in_the_person_s_units(quantity: str, value: float, metric: str, imperial: str) -> None:
    assert (say(quantity, value, "metric").words, say(quantity, value, "imperial").words) == (metric, imperial)


def test_what_is_said_can_be_stored_again() -> None:
    for units, table in (("metric", METRIC), ("imperial", IMPERIAL)):
        for quantity, unit in table.items():
            assert say(quantity, stored(quantity, 50, units), units).number == pytest.approx(50, abs=0.5), unit

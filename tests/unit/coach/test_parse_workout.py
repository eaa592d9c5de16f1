"""Training phrases: a labelled list, what holds for every phrase of a form, and that nothing breaks it."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.unit.coach.notation import in_notation

from fitzen.coach.builtin.parse_workout import parse_workout

LINES = (Path(__file__).parent / "labelled" / "phrases.txt").read_text(encoding="utf-8").splitlines()
LABELLED = [line.split("  =>  ") for line in LINES if not line.startswith("#")]

NAMES = st.sampled_from(
    ["squat", "bench press", "romanian deadlift", "lat pulldown", "db row", "clean and jerk", "ohp"]
)
SETS, REPS = st.integers(1, 10), st.integers(1, 30)
LOADS = st.one_of(st.integers(1, 400).map(float), st.integers(2, 1600).map(lambda quarter: quarter / 4))
UNITS = st.sampled_from(["kg", "lb"])


def test_there_are_enough_phrases() -> None:
    assert len(LABELLED) >= 140


@pytest.mark.parametrize(("phrase", "meaning"), LABELLED, ids=[phrase for phrase, _ in LABELLED])
def test_labelled_phrase(phrase: str, meaning: str) -> None:
    assert in_notation(parse_workout(phrase)) == meaning.strip()


def test_lines_are_kept_apart() -> None:
    parsed = parse_workout("Bench\n60x10\n80x8\n100x5\n\nSquat 100 kg 5x5\nrow 3x8 60 kg")
    assert in_notation(parsed) == "bench: 1x10@60kg, 1x8@80kg, 1x5@100kg | squat: 5x5@100kg | row: 3x8@60kg"


def test_an_exercise_alone_has_no_sets() -> None:
    parsed = parse_workout("log bench press")
    assert not parsed.complete
    assert [each.name for each in parsed.exercises] == ["bench press"]


@pytest.mark.parametrize(
    "form",
    [
        "{name} {sets}x{reps} at {load:g} {unit}",
        "{name} {sets} x {reps} @ {load:g}{unit}",
        "{sets}x{reps} {name} with {load:g} {unit}",
        "{sets} sets of {reps} {name} at {load:g} {unit}",
        "log {name}: {sets} sets of {reps} reps, {load:g} {unit}",
        "{name} {load:g}{unit} {sets}x{reps}",
        "I did {name} today, {sets}x{reps}x{load:g}{unit}",
    ],
)
@given(name=NAMES, sets=SETS, reps=REPS, load=LOADS, unit=UNITS)
@example(name="squat", sets=5, reps=5, load=100.0, unit="kg")
def test_every_phrase_of_a_form_means_the_same(
    form: str, name: str, sets: int, reps: int, load: float, unit: str
) -> None:
    parsed = parse_workout(form.format(name=name, sets=sets, reps=reps, load=load, unit=unit))
    done = [
        (item.get("reps"), item.get("weight"), item.get("unit"), item["kind"])
        for exercise in parsed.exercises
        for item in exercise.sets()
        for _ in range(item["count"])
    ]
    assert [exercise.name for exercise in parsed.exercises] == [name]
    assert done == [(reps, load, unit, "normal")] * sets


@given(load=st.integers(16, 300), more=st.integers(0, 5), reps=st.lists(st.integers(1, 15), min_size=2, max_size=5))
def test_a_list_of_loads_and_reps_is_a_set_each(load: int, more: int, reps: list[int]) -> None:
    loads = [load + more * index for index in range(len(reps))]
    phrase = "bench " + ", ".join(f"{each}x{count}" for each, count in zip(loads, reps, strict=True))
    found = [
        (item["weight"], item["reps"])
        for item in parse_workout(phrase).exercises[0].sets()
        for _ in range(item["count"])
    ]
    assert found == list(zip(map(float, loads), reps, strict=True))


PIECES = st.sampled_from(
    [
        "bench",
        "squat",
        "5x5",
        "100",
        "kg",
        "lb",
        "at",
        "@",
        "x",
        "3",
        "sets",
        "of",
        "10",
        "reps",
        ",",
        "and",
        "then",
        ".",
        "superset",
        "with",
        "warm-up",
        "drop",
        "set",
        "rpe",
        "8",
        "rir",
        "2",
        "27:30",
        "in",
        "5",
        "km",
        "min",
        "s",
        "+",
        "/",
        ":",
        "yesterday",
        "to",
        "failure",
        "empty",
        "bar",
        "one",
        "twenty",
        "half",
        "point",
        "hundred",
        "last",
        "set",
        "(",
        ")",
        "#",
        "-",
        "1/2",
        "62,5",
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join)))
def test_nothing_breaks_it(text: str) -> None:
    parsed = parse_workout(text)
    for exercise in parsed.exercises:
        for item in exercise.sets():
            assert item["count"] >= 1
            assert item.keys() & {"reps", "duration_s", "distance_m"}

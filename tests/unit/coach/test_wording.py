"""Sets and amounts in words."""

import pytest

from fitzen.coach.wording import distance_in_words, duration_in_words, sets_in_words

FIVE = {"kind": "normal", "reps": 5, "weight": 100.0}


@pytest.mark.parametrize(
    ("sets", "words"),
    [
        ([FIVE] * 5, "5x5 at 100 kg"),
        ([FIVE], "100 kg x 5"),
        ([FIVE, FIVE | {"reps": 4}], "100 kg x 5, 100 kg x 4"),
        ([{"reps": 10}] * 3, "3x10"),
        ([{"reps": 12}], "12 reps"),
        ([{"reps": 8, "weight": 62.5, "rpe": 8.5}] * 3, "3x8 at 62.5 kg at RPE 8.5"),
        ([{"reps": 8, "weight": 60, "rir": 2}], "60 kg x 8 with 2 in reserve"),
        ([{"kind": "drop", "reps": 12, "weight": 70}], "drop set 70 kg x 12"),
        ([{"kind": "warmup", "reps": 10, "weight": 20}], "warm-up 20 kg x 10"),
        ([{"duration_s": 60}] * 3, "3 x 60 s"),
        ([{"distance_m": 5000, "duration_s": 1650}], "5 km in 27:30"),
        ([{"distance_m": 40, "weight": 32}] * 4, "4 x 40 m at 32 kg"),
        ([], ""),
    ],
)
def test_sets(sets: list[dict[str, object]], words: str) -> None:
    assert sets_in_words(sets, "kg") == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (45, "45 s"),
        (90, "90 s"),
        (119.5, "119.5 s"),
        (120, "2 min"),
        (1800, "30 min"),
        (1650, "27:30"),
        (3900, "1:05:00"),
    ],
)
def test_durations(seconds: float, words: str) -> None:
    assert duration_in_words(seconds) == words


@pytest.mark.parametrize(("metres", "words"), [(400, "400 m"), (1000, "1 km"), (5250, "5.25 km"), (42195, "42.195 km")])
def test_distances(metres: float, words: str) -> None:
    assert distance_in_words(metres) == words

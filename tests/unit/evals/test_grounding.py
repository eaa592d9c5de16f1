"""What the grounding figure looks at: all that an answer says but the fixed text of the safety screen."""

import pytest
from evals.asking import Json
from evals.grounding import numbers, own_words

STOP = {"category": "emergency", "level": "stop"}
CARE = {"category": "eating", "level": "care"}


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ({"text": "Call 112 now.", "safety": STOP}, []),
        ({"text": "Your doctor, or 112.\n\nYou ate 2,134 kcal.", "safety": CARE}, ["2134"]),
        ({"text": "You ate 112 g.\n\nAnd 20 g."}, ["112", "20"]),
    ],
)
def test_only_the_fixed_text_of_the_safety_screen_is_left_out(message: Json, left: list[str]) -> None:
    assert numbers(own_words(message)) == left

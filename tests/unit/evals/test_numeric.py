"""The numeric questions: enough, no two alike, all answered by the tools; and an answer that is wrong counts as wrong."""

from collections.abc import Iterator
from datetime import date

import pytest
from evals import numeric
from evals.asking import NOW, Someone, alex
from evals.numeric import Question, right

from fitzen.coach.toolbox import ToolContext


@pytest.fixture(scope="module")
def someone() -> Iterator[Someone]:
    found = alex()
    yield found
    found.infra.store.close()
    found.infra.chat_store.close()


def test_every_call_gives_the_figure_that_plain_sums_over_the_records_give(someone: Someone) -> None:
    context = ToolContext(someone.infra.store, someone.user_id, NOW)
    asked = numeric.questions(numeric.raw(someone.infra.store, someone.user_id))
    assert len({question.text for question in asked}) == len(asked) >= numeric.LEAST
    assert list(numeric.wrong(someone, lambda question: numeric.direct(context, question))) == []


WEIGHT = Question("?", "figures", {}, 82.4, "kg", 0.051)
NIGHT = Question("?", "figures", {}, 6.0, "h", 0.051, [date(2026, 10, 14)])


@pytest.mark.parametrize(
    ("question", "text", "is_right"),
    [
        (WEIGHT, "Your average weight was 82.4 kg.", True),
        (WEIGHT, "Your average weight was 82.5 kg.", False),
        (WEIGHT, "82.4 lb", False),
        (WEIGHT, "82 kg", False),
        (NIGHT, "6 h, on Wednesday, 14 Oct 2026", True),
        (NIGHT, "6 h, on Thursday, 15 Oct 2026", False),
        (NIGHT, "On 14 Oct 2026 it was 7 h.", False),
        (Question("?", "figures", {}, 2134.0, "kcal", 0.51), "You ate 2,134 kcal a day.", True),
    ],
)
def test_an_answer_counts_by_its_figure_its_unit_and_its_day(question: Question, text: str, is_right: bool) -> None:
    assert right(question, text) is is_right

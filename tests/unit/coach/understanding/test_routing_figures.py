"""What `evals/data/routing.jsonl` says of the understanding, and that its calls are what the tools take."""

import pytest
from evals.routing import ENOUGH, ENOUGH_HELD_OUT, HELD_OUT, Case, Outcome, judge, labelled, part, share
from pydantic import ValidationError

from fitzen.coach.builtin.making import MAKERS
from fitzen.coach.builtin.meant import Ask
from fitzen.coach.tools import TOOLS


@pytest.fixture(scope="module")
def own() -> list[Outcome]:
    return [judge(case) for case in labelled()]


def _report(outcomes: list[Outcome]) -> str:
    return "\n".join(f"{each.case.text!r}: {each.got} {each.meant}" for each in outcomes if not each.right)


def test_the_right_tool_is_called_with_the_right_arguments(own: list[Outcome]) -> None:
    assert 100 * share(own).right >= ENOUGH, _report(own)


@pytest.mark.parametrize("name", ["dev", "test"])
def test_what_was_not_trained_on_is_understood_as_well(own: list[Outcome], name: str) -> None:
    outcomes = [each for each in own if part(each.case.text) == name]
    assert len(outcomes) > 80
    assert 100 * share(outcomes).right >= ENOUGH, _report(outcomes)


def test_what_another_hand_wrote_is_understood() -> None:
    """Nothing is shown of what is missed: it stays unseen."""
    assert 100 * share([judge(case) for case in labelled(HELD_OUT)]).right >= ENOUGH_HELD_OUT


def test_the_set_is_balanced() -> None:
    cases = labelled()
    counts = {tool: sum(case.tool == tool for case in cases) for tool in MAKERS if tool != "remember"}
    assert len(cases) >= 450
    assert min(counts.values()) >= 10, counts
    assert max(counts.values()) <= 35, counts
    assert len({(case.text.casefold(), *case.context) for case in cases}) == len(cases)


def test_each_call_is_what_its_tool_takes(own: list[Outcome]) -> None:
    calls = [call for each in own if not isinstance(each.meant, Ask) for call in each.meant]
    wrong = []
    for call in calls:
        tool = TOOLS.get(call.tool)
        try:
            if tool:
                tool.arguments.model_validate(call.arguments)
        except ValidationError as error:
            wrong.append(f"{call}: {error.errors()[0]['msg']}")
    assert not wrong, "\n".join(wrong)


def test_a_wrong_argument_is_a_miss() -> None:
    assert judge(Case("weight 81.4", "log_measurement", arguments={"metric": "weight_kg", "value": 81.4})).right
    missed = judge(Case("weight 81.4", "log_measurement", arguments={"metric": "weight_kg", "value": 82}))
    assert (missed.tool, missed.right) == (True, False)
    assert not judge(Case("weight 81.4", "log_meal")).tool
    assert judge(Case("hi", reply="greeting")).right
    assert not judge(Case("hi", reply="bye")).right

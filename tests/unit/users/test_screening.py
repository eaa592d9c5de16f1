"""Who needs a doctor's yes before which training: the flow of the ACSM, row by row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.records import Json
from fitzen.users.models import Screening
from fitzen.users.screening import CLEARANCE, NEEDED, QUESTIONS, REASONS, careful, screened

WELL: Json = {"active": True, "disease": False, "symptoms": False, "intensity": "vigorous"}
answers = st.fixed_dictionaries(
    {},
    optional={name: st.booleans() for name in QUESTIONS if name != "intensity"}
    | {"intensity": st.sampled_from(["light", "moderate", "vigorous"])},
)


def judged(answers: Json, **health: object) -> tuple[str, str | None, bool]:
    return screened({"health": {"screening": answers, **health}})[:3]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        (WELL, ("fine", None, False)),
        (WELL | {"active": False}, ("fine", None, False)),
        (WELL | {"disease": True}, ("clearance_needed", "vigorous", True)),
        (WELL | {"disease": True, "intensity": "moderate"}, ("fine", None, True)),
        (WELL | {"disease": True, "active": False}, ("clearance_needed", "moderate", True)),
        (WELL | {"disease": True, "active": False, "intensity": "moderate"}, ("clearance_needed", "moderate", True)),
        (WELL | {"symptoms": True}, ("clearance_needed", "any", True)),
        (WELL | {"symptoms": True, "disease": True, "active": False}, ("clearance_needed", "any", True)),
        (WELL | {"supervised": True}, ("clearance_needed", "any", True)),
        (WELL | {"joints": True, "medicines": True}, ("fine", None, False)),
        ({}, ("unanswered", None, False)),
        ({"active": True}, ("unanswered", None, False)),
        ({"symptoms": True}, ("clearance_needed", "any", True)),
    ],
)
def test_the_flow_of_the_acsm(said: Json, outcome: tuple[str, str | None, bool]) -> None:
    assert judged(said) == outcome


@pytest.mark.parametrize("condition", ["heart failure", "Type 2 diabetes", "cardiopatía", "chronic kidney disease"])
def test_a_condition_of_the_profile_counts_as_an_answer(condition: str) -> None:
    assert judged({}, conditions=[condition]) == ("clearance_needed", "moderate", True)
    assert judged(WELL, conditions=[f"no {condition}"])[0] == "fine"


def test_who_was_cleared_may_train_and_is_still_treated_with_care() -> None:
    assert judged(WELL | {"disease": True}, clearance=True) == ("fine", None, True)


def test_pregnancy_makes_plans_careful() -> None:
    assert careful({"health": {"pregnant": True}})
    assert not careful({})


@given(answers)
def test_no_symptom_goes_without_a_doctor_and_every_outcome_has_its_words(said: Json) -> None:
    Screening.model_validate(said)
    found = screened({"health": {"screening": said}})
    if said.get("symptoms") or said.get("supervised"):
        assert (found.outcome, found.before, found.careful) == ("clearance_needed", "any", True)
    if found.outcome == "fine":
        assert all(name in said for name in NEEDED)
    assert found.before is None or found.before in CLEARANCE
    assert found.reasons
    assert all(REASONS[name]["en"] and REASONS[name]["es"] for name in found.reasons)

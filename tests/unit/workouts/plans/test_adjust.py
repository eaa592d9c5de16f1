"""A plan is changed as little as a wish asks, every limit holds after it, and the difference is what is said."""

import random
from uuid import UUID

import pytest
from evals.training_plans import random_person
from hypothesis import given, settings
from hypothesis import strategies as st

from fitzen.errors import InvalidError
from fitzen.exercises import library
from fitzen.workouts.plans.adjust import WISHES, Wish, adjust
from fitzen.workouts.plans.diff import first_week, volume_changes, working_sets
from fitzen.workouts.plans.frame import Person
from fitzen.workouts.plans.generate import generate
from fitzen.workouts.plans.models import Given, PlanBody
from fitzen.workouts.plans.validate import validate

OLD, NEW = (str(UUID(int=number, version=4)) for number in (7, 8))
LIFTER = Person(Given(goal="gain", level="intermediate", days_per_week=3, minutes=60, weeks=6))


def plan() -> PlanBody:
    return generate(LIFTER, OLD).plan


def changed(wish: Wish, person: Person = LIFTER) -> PlanBody:
    made = adjust(plan(), wish, person, NEW)
    assert made.given
    assert validate(made, Person(made.given, person.history)) == []
    return made


def ids(made: PlanBody) -> list[str]:
    return [entry.exercise_id for day in first_week(made) for entry in day.exercises]


def total(made: PlanBody) -> int:
    return sum(working_sets(entry) for day in first_week(made) for entry in day.exercises)


def texts(made: PlanBody) -> list[str]:
    return [each.text for each in made.changes]


@settings(max_examples=25)
@given(st.integers(0, 2**32), st.sampled_from(sorted(WISHES)))
def test_whatever_is_wished_every_limit_holds_or_it_is_refused(seed: int, kind: str) -> None:
    rng = random.Random(seed)
    person = random_person(rng)
    try:
        before = generate(person, OLD).plan
        old = rng.choice(ids(before))
        value = {"days": rng.randint(1, 7), "minutes": rng.choice([10, 20, 45, 90])}.get(kind)
        wish = Wish(kind, exercise=old, value=value, exercises=[old], week=2)  # type: ignore[arg-type] # one of WISHES
        after = adjust(before, wish, person, NEW)
    except InvalidError as error:
        assert error.errors[0].message
        return
    assert after.given
    person = Person(after.given, person.history, units=person.units)
    asked_for_less = kind in ("easier", "deload")
    assert [each for each in validate(after, person) if not (asked_for_less and each.rule == "fullest")] == []
    assert after.changes
    if kind in ("swap", "avoid"):
        assert old not in ids(after)


def test_a_swap_takes_the_first_that_does_the_same_or_the_one_that_is_named() -> None:
    swapped = changed(Wish("swap", exercise="barbell-back-squat"))
    assert "barbell-back-squat" not in ids(swapped)
    assert any("instead of Barbell Back Squat" in text for text in texts(swapped))
    named = changed(Wish("swap", exercise="barbell-back-squat", to="hack-squat"))
    assert "hack-squat" in ids(named)
    assert len(set(ids(plan())) - set(ids(named))) == 1, "the others stay"
    lunge = changed(Wish("swap", exercise="barbell-back-squat", to="reverse-lunge"))
    assert ids(lunge)[0] == "reverse-lunge", "it comes where the other one was"


def test_a_swap_for_what_hurts_or_is_not_there_is_refused() -> None:
    sore = Person(Given(goal="gain", level="intermediate", equipment=["dumbbell", "bench"], injuries=["knee"]))
    before = generate(sore, OLD).plan
    for to in ("walking-lunge", "barbell-bench-press"):
        with pytest.raises(InvalidError) as caught:
            adjust(before, Wish("swap", exercise=ids(before)[0], to=to), sore, NEW)
        assert caught.value.errors[0].field == "to"
    with pytest.raises(InvalidError):
        adjust(before, Wish("swap", exercise="leg-press"), sore, NEW)


def test_fewer_minutes_keep_what_comes_first() -> None:
    shorter = changed(Wish("minutes", value=30))
    assert all(day.minutes <= 30 for day in shorter.days)
    assert [day.exercises[0].exercise_id for day in first_week(shorter)] == [
        day.exercises[0].exercise_id for day in first_week(plan())
    ]
    assert any("minutes instead of" in text for text in texts(shorter))


def test_another_number_of_days_is_another_split_with_the_same_exercises_where_it_can() -> None:
    four = changed(Wish("days", value=4))
    assert max(day.order for day in four.days) == 4
    assert texts(four)[0].startswith("4 days a week instead of 3:")
    assert len(set(ids(four)) & set(ids(plan()))) > len(set(ids(plan()))) / 2


def test_sessions_keep_their_ids_so_that_what_was_done_stays_done() -> None:
    before, after = plan(), changed(Wish("minutes", value=45))
    assert [day.id for day in before.days] == [day.id for day in after.days]


def test_easier_is_less_and_further_from_failure_and_harder_the_contrary() -> None:
    easier, harder = changed(Wish("easier")), changed(Wish("harder"))
    assert total(easier) < total(plan())
    assert set(ids(easier)) <= set(ids(plan())), "nothing comes in"
    assert any(text.startswith("Reps in reserve from 4") for text in texts(easier))
    assert any(text.startswith("Reps in reserve from 2") for text in texts(harder))
    assert easier.given
    with pytest.raises(InvalidError):
        adjust(easier, Wish("easier"), Person(easier.given), NEW)


def test_who_trains_with_care_is_not_driven_harder() -> None:
    with pytest.raises(InvalidError) as caught:
        changed(Wish("harder"), Person(LIFTER.given.model_copy(update={"careful": True})))
    assert "doctor" in caught.value.errors[0].message


def test_a_deload_is_the_week_one_has_come_to() -> None:
    lighter = changed(Wish("deload", week=3))
    assert {day.week for day in lighter.days if day.deload} == {3, 6}
    assert "Week 3 is a lighter week." in texts(lighter)
    with pytest.raises(InvalidError):
        changed(Wish("deload", value=6))
    with pytest.raises(InvalidError):
        changed(Wish("deload", value=9))


def test_what_is_to_be_avoided_goes() -> None:
    assert "barbell-back-squat" not in ids(changed(Wish("avoid", exercises=["barbell-back-squat"])))
    without = changed(Wish("avoid", injuries=["shoulder"]))
    assert not [
        id_ for id_ in ids(without) if library.by_id()[id_].pattern == "vertical_push" and id_ != "landmine-press"
    ]
    assert any("shoulder" in note for note in without.notes)


def test_volume_before_and_after_is_what_the_days_give() -> None:
    before, after = plan(), changed(Wish("minutes", value=30))
    exercises = {id_: library.by_id()[id_] for id_ in {*ids(before), *ids(after)}}
    for each in volume_changes(before, after, exercises):
        sums = [
            sum(
                working_sets(entry) * part.share
                for day in first_week(made)
                for entry in day.exercises
                for part in exercises[entry.exercise_id].muscles
                if part.muscle.replace("_", " ") == each.muscle
            )
            for made in (before, after)
        ]
        if "shoulders" not in each.muscle:
            assert sums == [each.before, each.after]


def test_what_changes_nothing_is_refused() -> None:
    with pytest.raises(InvalidError):
        changed(Wish("minutes", value=60))

"""What a plan does with time, kit, injuries, wishes and what is known of loads."""

from collections import Counter
from uuid import UUID

import pytest

from fitzen.errors import InvalidError
from fitzen.exercises import library
from fitzen.exercises.models import MUSCLES
from fitzen.science.strength import Set, e1rm, load_for
from fitzen.words import plain
from fitzen.workouts.plans.frame import Person
from fitzen.workouts.plans.generate import generate
from fitzen.workouts.plans.injuries import AREAS, SPANISH, understand
from fitzen.workouts.plans.models import Given, PlanBody
from fitzen.workouts.plans.pool import POOL, SLOT_OF

PLAN_ID = str(UUID(int=7, version=4))


def plan_for(**given: object) -> PlanBody:
    return generate(Person(Given.model_validate(given)), PLAN_ID).plan


def ids(plan: PlanBody) -> list[str]:
    return [entry.exercise_id for day in plan.days if day.week == 1 for entry in day.exercises]


def sets(plan: PlanBody, week: int, muscle: str) -> float:
    return sum(
        part.share * sum(1 for one in entry.sets if one.kind == "normal")
        for day in plan.days
        if day.week == week
        for entry in day.exercises
        for part in library.by_id()[entry.exercise_id].muscles
        if part.muscle == muscle
    )


def test_every_staple_is_in_the_library_and_has_one_job() -> None:
    listed = [choice.id for choices in POOL.values() for choice in choices]
    assert len(listed) == len(set(listed)) == len(SLOT_OF)
    assert set(listed) <= library.by_id().keys()


def test_every_place_has_its_spanish_and_no_word_two_places() -> None:
    assert SPANISH.keys() | {"biceps", "triceps"} == AREAS.keys(), "those two are the same words"
    words = [word for area in AREAS for word in (*AREAS[area].words, *SPANISH.get(area, ()))]
    assert [word for word, count in Counter(words).items() if count > 1] == []
    assert [word for word in words if word != plain(word)] == []


def test_every_exercise_that_an_injury_takes_out_is_in_the_library() -> None:
    named = {id_ for area in AREAS.values() for id_ in area.ids | area.spared}
    assert named <= library.by_id().keys()
    assert all(area.words and area.instead for area in AREAS.values())


@pytest.mark.parametrize(
    ("said", "areas"),
    [
        ("left knee", ("knee",)),
        ("bad lower back", ("lower back",)),
        ("my upper back", ("upper back",)),
        ("golfer\u2019s elbow", ("elbow",)),
        ("torn rotator cuff and a sore wrist", ("shoulder", "wrist")),
        ("slipped disc", ("lower back",)),
        ("gout", ()),
        ("chest pain", ()),
        ("", ()),
        ("Rodilla izquierda", ("knee",)),
        ("la muñeca y el hombro", ("wrist", "shoulder")),
        ("dolor de espalda", ("lower back",)),
        ("espalda alta", ("upper back",)),
        ("hernia discal y ciática", ("lower back",)),
        ("dedo del pie", ("ankle",)),
        ("un dedo roto", ("wrist",)),
        ("estoy embarazada", ("pregnancy",)),
        ("dolor de pecho", ()),
        ("gota", ()),
    ],
)
def test_injuries_are_understood_or_given_back(said: str, areas: tuple[str, ...]) -> None:
    found = understand([said])
    assert set(found.areas) == set(areas)
    assert found.unknown == (() if areas else (said,))


def test_a_quarter_of_an_hour_a_week_still_trains_legs_push_and_pull_and_says_what_is_missing() -> None:
    plan = plan_for(goal="perform", level="advanced", days_per_week=1, minutes=15)
    patterns = {library.by_id()[id_].pattern for id_ in ids(plan)}
    assert {"squat", "horizontal_push", "horizontal_pull"} <= patterns
    assert all(day.minutes <= 15 for day in plan.days)
    said = " ".join(plan.notes)
    assert "fall short" in said
    assert "would help most" in said


def test_the_least_change_that_is_named_does_help() -> None:
    person = Given(goal="gain", level="beginner", days_per_week=3, minutes=45, equipment=["dumbbell", "bench"])
    plan = generate(Person(person), PLAN_ID).plan
    assert any("10 more minutes a session would bring every muscle into its range." in note for note in plan.notes)
    better = generate(Person(person.model_copy(update={"minutes": 55})), PLAN_ID).plan
    assert not any("fall short" in note for note in better.notes)


def test_what_is_missing_to_pull_on_is_named() -> None:
    plan = plan_for(equipment=[], days_per_week=3)
    assert any("pulling" in note and "band" in note for note in plan.notes)
    assert not any("pulling" in note for note in plan_for(equipment=["band"], days_per_week=3).notes)


def test_seven_days_leave_one_for_rest() -> None:
    plan = plan_for(days_per_week=7, level="advanced")
    assert max(day.order for day in plan.days) == 6
    assert any("rest" in note for note in plan.notes)


def test_a_focus_gets_more_and_what_is_to_be_avoided_nothing_of_its_own() -> None:
    base = {"goal": "gain", "level": "intermediate", "days_per_week": 4, "minutes": 75}
    plain, focused = plan_for(**base), plan_for(**base, focus=["side_delts"])
    assert sets(focused, 1, "side_delts") > sets(plain, 1, "side_delts")
    without = plan_for(**base, avoid_muscles=["calves"])
    assert sets(without, 1, "calves") <= sets(plain, 1, "calves") / 2


def test_reserve_goes_down_and_the_last_week_is_half() -> None:
    plan = plan_for(goal="gain", level="intermediate", weeks=5, days_per_week=3)
    least = [min(one.rir or 0 for day in plan.days if day.week == week for e in day.exercises for one in e.sets if one.kind == "normal") for week in range(1, 6)]  # fmt: skip
    assert least == [3, 2, 2, 1, 4]
    assert sets(plan, 5, "quads") <= sets(plan, 4, "quads") / 2 + 1
    assert all(day.deload == (day.week == 5) for day in plan.days)


def test_loads_come_from_the_estimated_maximum_and_rise_with_effort() -> None:
    done = [Set(reps=6, weight_kg=80, rir=2)] * 3
    person = Person(
        Given(goal="gain", level="intermediate", weeks=4, days_per_week=3),
        {"barbell-bench-press": [(2, done), (5, done)]},
    )
    plan = generate(person, PLAN_ID).plan
    entries = [e for day in plan.days for e in day.exercises if e.exercise_id == "barbell-bench-press"]
    top = e1rm(80, 6, 2)
    assert top
    for entry in entries[:3]:
        one = entry.sets[-1]
        assert one.reps
        assert one.rir is not None
        allowed = load_for(top, one.reps[0], one.rir)
        assert allowed
        assert one.weight_kg
        assert allowed - 2.5 < one.weight_kg <= allowed
    loads = [entry.sets[-1].weight_kg or 0 for entry in entries]
    assert loads[0] < loads[2]
    assert loads[3] <= 0.9 * loads[2]
    assert "estimated max of" in (entries[0].why or "")
    warm = [one.weight_kg or 0 for one in entries[0].sets if one.kind == "warmup"]
    assert warm == sorted(warm)
    assert 0 < len(warm) <= 3


def test_what_one_has_done_often_is_chosen_first() -> None:
    often = [(3, [Set(reps=10, weight_kg=40)]), (10, [Set(reps=10, weight_kg=40)])]
    plan = generate(Person(Given(level="beginner"), {"v-squat": often}), PLAN_ID).plan
    assert "v-squat" in ids(plan)


def test_swaps_do_the_same_job_and_are_not_in_the_day() -> None:
    plan = plan_for(goal="gain", level="intermediate", days_per_week=4)
    for day in plan.days:
        own = {entry.exercise_id for entry in day.exercises}
        for entry in day.exercises:
            assert entry.swaps
            assert not own & set(entry.swaps)
            assert {SLOT_OF[id_] for id_ in entry.swaps} == {SLOT_OF[entry.exercise_id]}


def test_when_no_exercise_is_left_it_is_said() -> None:
    with pytest.raises(InvalidError) as caught:
        plan_for(avoid_muscles=list(MUSCLES))
    assert caught.value.errors[0].field == "avoid"


def test_injuries_take_out_what_loads_them() -> None:
    plan = plan_for(level="intermediate", injuries=["lower back"], days_per_week=4)
    loaded = {part.muscle for id_ in ids(plan) for part in library.by_id()[id_].muscles}
    assert "lower_back" not in loaded

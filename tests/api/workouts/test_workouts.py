"""Workouts over HTTP: what is derived follows every change, and bad input leaves nothing behind."""

from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fixtures.api import Client, Json

from fitzen import rebuild
from fitzen.infra.base import Infra
from fitzen.workouts import rules
from fitzen.workouts.rebuild import DERIVATION

BENCH, SQUAT, PULL_UP, PLANK, RUN = "barbell-bench-press", "barbell-back-squat", "pull-up", "plank", "running"


def workout(*exercises: Json, at: str = "2026-11-20T18:00:00+01:00", **more: Any) -> Json:
    return {"name": "Push", "started_at": at, "exercises": list(exercises), **more}


def bench(weight: float, reps: int = 5, sets: int = 1, **more: Any) -> Json:
    return {"exercise_id": BENCH, "sets": [{"reps": reps, "weight_kg": weight, **more}] * sets}


def log(client: Client, body: Json, status: int = 201) -> Json:
    answer = client.post("/api/workouts", json=body)
    assert answer.status_code == status, answer.text
    found: Json = answer.get_json()
    return found


class TestLog:
    def test_adds_totals_day_and_records(self, signed_in: Client) -> None:
        first = log(
            signed_in,
            workout(
                {"exercise_id": BENCH, "sets": [{"kind": "warmup", "reps": 10, "weight_kg": 20}]}, bench(80, sets=3)
            ),
        )
        assert first["totals"] == {"volume_kg": 1200.0, "sets": 3, "reps": 15}
        assert first["day"] == "2026-11-20"
        assert first["records"] == []
        second = log(signed_in, workout(bench(82.5), at="2026-11-21T01:30:00+09:00"))
        assert second["day"] == "2026-11-21", "the day is the one at the offset that was sent"
        assert {(each["metric"], each["previous"]) for each in second["records"]} >= {("weight_kg", 80)}

    def test_the_same_again_is_the_same(self, signed_in: Client) -> None:
        body = workout(bench(80), id=str(uuid4()))
        first = log(signed_in, body)
        assert log(signed_in, body, 200) == first
        assert log(signed_in, body | {"name": "Other"}, 409)["status"] == 409
        signed_in.patch(f"/api/workouts/me/{body['id']}", json={"name": "Renamed"})
        assert log(signed_in, body, 200)["name"] == "Renamed", "the current body, even if edited since"
        assert signed_in.delete(f"/api/workouts/me/{body['id']}").status_code == 204
        assert log(signed_in, body, 410)["status"] == 410

    def test_ids_are_one_whatever_their_case(self, signed_in: Client) -> None:
        id_ = str(uuid4())
        assert log(signed_in, workout(bench(80), id=id_.upper()))["id"] == id_
        assert log(signed_in, workout(bench(80), id=id_), 200)["id"] == id_

    def test_pounds_are_kept_to_the_gram(self, signed_in: Client) -> None:
        sets = [{"reps": 5, "weight_lb": 225}]
        found = log(signed_in, workout({"exercise_id": SQUAT, "sets": sets}))
        assert found["exercises"][0]["sets"][0]["weight_kg"] == 102.058

    def test_assistance_is_kept_and_no_load(self, signed_in: Client) -> None:
        done = {"exercise_id": "assisted-pull-up", "sets": [{"reps": 8, "assist_kg": 30}]}
        found = log(signed_in, workout(done))
        assert found["exercises"][0]["sets"][0]["assist_kg"] == 30
        assert found["totals"]["volume_kg"] == 0
        history = signed_in.get("/api/workouts/me/exercises/assisted-pull-up").get_json()
        assert history["bests"].keys() == {"reps"}
        assert history["sessions"][0]["sets"][0]["assist_kg"] == 30

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"name": ""}, "name"),
            ({"name": "a\0b"}, "name"),
            ({"started_at": "2026-11-20T18:00:00"}, "started_at"),
            ({"started_at": "2026-02-31T18:00:00Z"}, "started_at"),
            ({"started_at": "0001-01-01T00:00:00+14:00"}, "started_at"),
            ({"started_at": 1700000000}, "started_at"),
            ({"ended_at": "2026-11-20T17:00:00+01:00"}, ""),
            ({"id": "not-a-uuid"}, "id"),
            ({"unknown": 1}, "unknown"),
            ({"exercises": [bench(-1)]}, "exercises.0.sets.0.weight_kg"),
            ({"exercises": [bench(80, reps=-5)]}, "exercises.0.sets.0.reps"),
            ({"exercises": [bench(80, rpe=11)]}, "exercises.0.sets.0.rpe"),
            ({"exercises": [bench(80, kind="huge")]}, "exercises.0.sets.0.kind"),
            ({"exercises": [bench(80, weight_lb=100)]}, "exercises.0.sets.0"),
            ({"exercises": [bench(80, done="yes")]}, "exercises.0.sets.0.done"),
            ({"exercises": [{"exercise_id": BENCH, "sets": [{}]}]}, "exercises.0.sets.0"),
            ({"exercises": [{"exercise_id": "no-such-lift", "sets": []}]}, "exercises.0.exercise_id"),
            ({"exercises": [bench(80)] * 41}, "exercises"),
            ({"exercises": "none"}, "exercises"),
        ],
    )
    def test_bad_input_names_the_field_and_leaves_nothing(
        self, signed_in: Client, infra: Infra, change: Json, field: str
    ) -> None:
        answer = signed_in.post("/api/workouts", json=workout(bench(80)) | change)
        assert answer.status_code == 422, answer.text
        assert any(error["field"].startswith(field) for error in answer.get_json()["errors"]), answer.text
        written = {record.kind for record in infra.store.changes(signed_in.user_id, 0)}
        assert written == {"user", "replan"}


class TestChange:
    def test_if_match_guards(self, signed_in: Client) -> None:
        id_ = log(signed_in, workout(bench(80)))["id"]
        path = f"/api/workouts/me/{id_}"
        assert signed_in.get(path).headers["ETag"] == '"1"'
        changed = signed_in.patch(path, json={"notes": "Felt good"}, headers={"If-Match": '"1"'})
        assert (changed.status_code, changed.headers["ETag"]) == (200, '"2"')
        for method in ("put", "patch", "delete"):
            body = None if method == "delete" else workout(bench(90))
            assert signed_in.open(path, method=method, json=body, headers={"If-Match": '"1"'}).status_code == 412
        assert signed_in.get(path, headers={"If-None-Match": '"2"'}).status_code == 304

    def test_null_removes_and_lists_are_replaced(self, signed_in: Client) -> None:
        id_ = log(signed_in, workout(bench(80), notes="x"))["id"]
        found = signed_in.patch(f"/api/workouts/me/{id_}", json={"notes": None, "exercises": [bench(85)]}).get_json()
        assert "notes" not in found
        assert found["totals"]["volume_kg"] == 425
        assert signed_in.patch(f"/api/workouts/me/{id_}", json={"name": None}).status_code == 422

    def test_a_record_that_was_a_typing_error_goes_with_it(self, signed_in: Client) -> None:
        log(signed_in, workout(bench(80)))
        typo = log(signed_in, workout(bench(800), at="2026-11-21T18:00:00Z"))
        assert typo["records"]
        fixed = signed_in.patch(f"/api/workouts/me/{typo['id']}", json={"exercises": [bench(80)]}).get_json()
        assert fixed["records"] == []
        bests = signed_in.get(f"/api/workouts/me/exercises/{BENCH}").get_json()["bests"]
        assert bests["weight_kg"]["value"] == 80

    def test_moving_it_moves_its_day(self, signed_in: Client) -> None:
        id_ = log(signed_in, workout(bench(80), at="2026-11-17T18:00:00Z"))["id"]
        signed_in.patch(f"/api/workouts/me/{id_}", json={"started_at": "2026-11-24T18:00:00Z"})
        weeks = signed_in.get("/api/workouts/me/stats?weeks=3").get_json()["weeks"]
        assert [week["workouts"] for week in weeks] == [1, 0, 0]

    def test_a_change_of_too_many_exercises_is_refused_whole(self, signed_in: Client, infra: Infra) -> None:
        from fitzen.exercises.library import shipped

        ids = [exercise.id for exercise in shipped()[:80]]
        old, new = ([{"exercise_id": each, "sets": [{"reps": 5}]} for each in part] for part in (ids[:40], ids[40:]))
        id_ = log(signed_in, workout(*old))["id"]
        assert signed_in.put(f"/api/workouts/me/{id_}", json=workout(*new)).status_code == 422
        assert rebuild.differences(infra.store, signed_in.user_id, [DERIVATION]) == []


CARDIO = [
    {"exercise_id": RUN, "sets": [{"distance_m": 400}] * 8},
    {"exercise_id": "hamstring-stretch", "sets": [{"duration_s": 30}] * 3},
    {"exercise_id": "burpee", "sets": [{"reps": 20}] * 5},
]
JUMPS = {"exercise_id": "squat-jump", "sets": [{"reps": 5}] * 2}


def week(client: Client) -> Json:
    """Return the week of 20 November."""
    found: Json = client.get("/api/workouts/me/stats?weeks=2").get_json()["weeks"][1]
    return found


def test_only_resistance_counts_for_muscles(signed_in: Client) -> None:
    log(signed_in, workout(*CARDIO))
    assert (week(signed_in)["sets"], week(signed_in)["muscles"]) == (16, [])
    log(signed_in, workout(bench(80, sets=3), JUMPS, {"exercise_id": PLANK, "sets": [{"duration_s": 60}]}, *CARDIO))
    assert week(signed_in)["sets"] == 16 + 3 + 2 + 1 + 16
    assert {each["muscle"]: each["sets"] for each in week(signed_in)["muscles"]} == {
        "chest": 3,
        "front_delts": 2,
        "triceps": 1.5,
        "quads": 2,
        "glutes": 2.5,
        "calves": 1,
        "abs": 1,
        "obliques": 0.5,
    }


def test_cardio_of_one_s_own_counts_for_no_muscle(signed_in: Client) -> None:
    own = {"name": "Parkour", "pattern": "conditioning", "metric": "time", "muscles": [{"muscle": "quads", "share": 1}]}
    for pattern, muscles in (("conditioning", []), ("squat", [{"muscle": "quads", "sets": 1}])):
        made = signed_in.post("/api/exercises", json=own | {"pattern": pattern}).get_json()
        log(signed_in, workout({"exercise_id": made["id"], "sets": [{"duration_s": 60}]}))
        assert week(signed_in)["muscles"] == muscles


def test_days_from_when_cardio_counted_are_found_and_made_again(
    signed_in: Client, infra: Infra, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr(rules, "WITHOUT_RESISTANCE", frozenset())
        log(signed_in, workout(*CARDIO))
    assert week(signed_in)["muscles"]
    found = rebuild.differences(infra.store, signed_in.user_id, [DERIVATION])
    assert [each.kind for each in found] == ["workout_day"]
    rebuild.repair(infra.store, signed_in.user_id, found)
    assert rebuild.differences(infra.store, signed_in.user_id, [DERIVATION]) == []
    assert week(signed_in)["muscles"] == []


def test_lists_page_to_the_end_newest_first(signed_in: Client) -> None:
    for day in range(1, 26):
        log(signed_in, workout(bench(60 + day), at=f"2026-10-{day:02}T18:00:00Z"))
    found, cursor = [], ""
    while True:
        page = signed_in.get(f"/api/workouts/me?limit=10{cursor}").get_json()
        found += [item["day"] for item in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert found == [f"2026-10-{day:02}" for day in range(25, 0, -1)]
    between = signed_in.get("/api/workouts/me?after=2026-10-05T18:00:00Z&before=2026-10-07T18:00:00Z").get_json()
    assert [item["day"] for item in between["items"]] == ["2026-10-06", "2026-10-05"]
    assert signed_in.get("/api/workouts/me?cursor=nonsense").status_code == 422


def test_nobody_sees_anothers(signed_in: Client, another: Client) -> None:
    id_ = log(signed_in, workout(bench(80)))["id"]
    assert another.get(f"/api/workouts/me/{id_}").status_code == 404
    assert another.get("/api/workouts/me").get_json()["items"] == []
    assert log(another, workout(bench(80), id=id_))["id"] == id_, "an id is one's own"
    assert another.delete(f"/api/workouts/me/{id_}").status_code == 204
    assert signed_in.get(f"/api/workouts/me/{id_}").status_code == 200


SETS = st.lists(
    st.fixed_dictionaries(
        {"kind": st.sampled_from(["warmup", "normal", "drop", "failure"]), "done": st.booleans()},
        optional={
            "reps": st.integers(0, 30),
            "weight_kg": st.decimals(0, 300, places=2).map(float),
            "rir": st.sampled_from([0.0, 1.0, 2.5]),
            "duration_s": st.integers(0, 600),
            "distance_m": st.integers(0, 10_000),
        },
    ).filter(lambda item: not item["done"] or item.keys() & {"reps", "duration_s", "distance_m"}),
    max_size=4,
)
EXERCISES = st.lists(
    st.fixed_dictionaries({"exercise_id": st.sampled_from([BENCH, SQUAT, PULL_UP, PLANK, RUN]), "sets": SETS}),
    max_size=4,
)
TIMES = st.builds(
    "2026-11-{:02}T{:02}:30:00{}".format,
    st.integers(1, 5),
    st.integers(0, 23),
    st.sampled_from(["Z", "+13:00", "-09:30"]),
)
STEPS = st.lists(
    st.tuples(st.sampled_from(["log", "log", "put", "patch", "delete", "again"]), st.integers(0, 5), EXERCISES, TIMES),
    max_size=12,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], print_blob=True)
@given(steps=STEPS)
def test_derived_records_agree_after_any_sequence_of_changes(signed_in: Client, infra: Infra, steps: list[Any]) -> None:
    """Days, lifts and bests are what the workouts give, made anew; so are the totals of each workout."""
    logged: list[Json] = []
    for step, which, exercises, at in steps:
        body = workout(*exercises, at=at)
        one = logged[which % len(logged)] if logged else None
        if step == "log" or one is None:
            logged.append(body | {"id": str(uuid4())})
            log(signed_in, logged[-1])
        elif step == "put":
            assert signed_in.put(f"/api/workouts/me/{one['id']}", json=body).status_code in (200, 404)
        elif step == "patch":
            assert signed_in.patch(f"/api/workouts/me/{one['id']}", json={"exercises": exercises}).status_code in (
                200,
                404,
            )
        elif step == "delete":
            assert signed_in.delete(f"/api/workouts/me/{one['id']}").status_code == 204
        else:
            assert signed_in.post("/api/workouts", json=one).status_code in (200, 410)
    assert rebuild.differences(infra.store, signed_in.user_id, [DERIVATION]) == []
    for item in signed_in.get("/api/workouts/me?limit=100").get_json()["items"]:
        work = [
            each for entry in item["exercises"] for each in entry["sets"] if each["done"] and each["kind"] != "warmup"
        ]
        volume = sum(each.get("reps", 0) * each.get("weight_kg", 0) for each in work)
        assert item["totals"]["volume_kg"] == pytest.approx(volume, abs=0.001)


def test_a_damaged_derived_record_is_found_and_mended(signed_in: Client, infra: Infra) -> None:
    log(signed_in, workout(bench(80)))
    record = infra.store.get(signed_in.user_id, "best", BENCH)
    assert record is not None
    from fitzen.infra.storage.base import Put

    damaged = record.body.replace("80", "81")
    infra.store.write([Put(*record[:3], damaged, record.at, record.version)])
    found = rebuild.differences(infra.store, signed_in.user_id, [DERIVATION])
    assert [(each.kind, each.id) for each in found] == [("best", BENCH)]
    rebuild.repair(infra.store, signed_in.user_id, found)
    assert rebuild.differences(infra.store, signed_in.user_id, [DERIVATION]) == []

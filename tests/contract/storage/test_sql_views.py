"""What analysts read on PostgreSQL: a row a set, a meal item, a measurement."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from tests.contract.storage.conftest import Admin
from tests.fixtures.records import AT, put

from fitzen.infra.storage.base import Delete
from fitzen.infra.storage.sql import SqlStore

WORKOUT = {
    "name": "Legs",
    "day": "2026-03-01",
    "exercises": [
        {"exercise_id": "squat", "sets": [{"kind": "warmup", "reps": 10, "weight_kg": 40}, {"kind": "normal", "reps": 5, "weight_kg": 102.5, "rpe": 8.5, "rir": 1.5, "done": True}]},
        {"exercise_id": "plank", "sets": [{"kind": "normal", "duration_s": 60, "done": False}]},
    ],
}  # fmt: skip
MEAL = {"slot": "lunch", "items": [{"name": "Rice", "food_id": "f1", "amount": 1.5, "unit": "cup", "grams": 240, "nutrients": {"energy_kcal": 312.5, "protein_g": 6}}, {"name": "Salt"}]}  # fmt: skip
ODD = ["{}", '{"exercises": 5, "items": "x", "value": "many"}', '{"exercises": [1, null, {"sets": {}}], "items": [[], 3]}',
       '{"exercises": [{"sets": [{"reps": "ten", "done": "yes"}, 7]}], "items": [{"nutrients": [], "grams": null}]}']  # fmt: skip


def test_sets(postgres: SqlStore, admin: Admin) -> None:
    postgres.write([put("o", "w1", kind="workout", body=json.dumps(WORKOUT))])
    rows = admin.execute(
        "SELECT owner, workout_id, started_at, day, exercise_number, exercise_id, set_number, kind, reps, weight_kg,"
        " rpe, rir, duration_s, distance_m, done FROM v_workout_sets ORDER BY exercise_number, set_number"
    ).fetchall()
    head = ("o", "w1", AT, "2026-03-01")
    assert [row[:4] for row in rows] == [head] * 3
    assert [tuple(float(x) if hasattr(x, "as_tuple") else x for x in row[4:]) for row in rows] == [
        (1, "squat", 1, "warmup", 10.0, 40.0, None, None, None, None, None),
        (1, "squat", 2, "normal", 5.0, 102.5, 8.5, 1.5, None, None, True),
        (2, "plank", 1, "normal", None, None, None, None, 60.0, None, False),
    ]


def test_meal_items(postgres: SqlStore, admin: Admin) -> None:
    postgres.write([put("o", "m1", kind="meal", body=json.dumps(MEAL))])
    rows = admin.execute(
        "SELECT meal_id, eaten_at, slot, item_number, name, food_id, amount::float, grams::float, energy_kcal::float,"
        " protein_g::float, carbs_g FROM v_meal_items ORDER BY item_number"
    ).fetchall()
    assert rows == [
        ("m1", AT, "lunch", 1, "Rice", "f1", 1.5, 240.0, 312.5, 6.0, None),
        ("m1", AT, "lunch", 2, "Salt", None, None, None, None, None, None),
    ]


def test_measurements(postgres: SqlStore, admin: Admin) -> None:
    at = datetime(1931, 5, 6, 7, 8, 9, 10, tzinfo=UTC)
    body = {"metric": "weight_kg", "value": 80.4, "source": "manual"}
    postgres.write([put("o", "x", kind="measurement", body=json.dumps(body), at=at)])
    rows = admin.execute(
        "SELECT owner, measurement_id, taken_at, metric, value::text, source FROM v_measurements"
    ).fetchall()
    assert rows == [("o", "x", at, "weight_kg", "80.4", "manual")]


def test_have_nothing_deleted_or_expired(postgres: SqlStore, admin: Admin) -> None:
    past = datetime.now(UTC) - timedelta(days=1)
    body = json.dumps(WORKOUT | MEAL)
    for kind in ("workout", "meal", "measurement"):
        postgres.write([put("o", "gone", kind=kind, body=body)])
        postgres.write([Delete("o", kind, "gone", 1), put("o", "old", kind=kind, body=body, expires_at=past)])
    for view in ("v_workout_sets", "v_meal_items", "v_measurements"):
        assert admin.execute(f"TABLE {view}".encode()).fetchall() == []


@pytest.mark.parametrize("body", ODD)
def test_bear_odd_bodies(postgres: SqlStore, admin: Admin, body: str) -> None:
    for kind, good in (("workout", WORKOUT), ("meal", MEAL), ("measurement", {"value": 1})):
        postgres.write([put("o", "odd", kind=kind, body=body), put("o", "good", kind=kind, body=json.dumps(good))])
    for view, count in (("v_workout_sets", 3), ("v_meal_items", 2), ("v_measurements", 1)):
        name = view.split("_")[1].rstrip("s")
        rows = admin.execute(f"SELECT 1 FROM {view} WHERE {name}_id = 'good'".encode()).fetchall()  # noqa: S608 - ours
        assert len(rows) == count

"""The commands of the terminal that need no server: demo, doctor, migrate, openapi."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from fitzen import demo
from fitzen.cli import main
from fitzen.demo.planning import Favourite
from fitzen.habits.models import TimeOff
from fitzen.infra.storage.base import Put
from fitzen.wiring import build_store
from fitzen.workouts.models import WorkoutIn

UNTIL = date(2026, 11, 22)


@pytest.fixture
def env(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.chdir(tmp_path)
    return {"FITZEN_DATA_DIR": str(tmp_path / "var"), "STORE_URL": f"sqlite:///{tmp_path}/fitzen.db"}


def run(env: dict[str, str], *arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(main, arguments, env=env)
    assert result.exit_code == status, result.output
    return result.output


def dumped(seed: int, days: int = 120) -> list[str]:
    return [repr(entry) for entry in demo.generate(seed, UNTIL, days)]


def test_the_same_seed_gives_the_same_data_and_another_gives_other() -> None:
    assert dumped(7) == dumped(7)
    assert dumped(7) != dumped(8)


def test_the_demo_is_plausible() -> None:
    """About four sessions a week, less holidays and what was missed; strength rises; nothing lies ahead."""
    entries = list(demo.generate(1, UNTIL))
    workouts = [entry for entry in entries if isinstance(entry, WorkoutIn)]
    assert 140 <= len(workouts) <= 209
    assert all(entry.started_at.date() <= UNTIL for entry in workouts)
    benches = [
        max(item.weight_kg or 0 for item in exercise.sets)
        for workout in workouts
        for exercise in workout.exercises
        if exercise.exercise_id == "barbell-bench-press"
    ]
    assert sum(benches[-10:]) > sum(benches[:10])
    ids = [entry.id for entry in entries if not isinstance(entry, TimeOff | Favourite)]
    assert len(set(ids)) == len(ids)


def test_filling_twice_changes_nothing_and_the_doctor_finds_nothing(env: dict[str, str]) -> None:
    arguments = ["demo", "--email", "a@example.com", "--days", "60", "--until", "2026-11-22", "--json"]
    first, again = (json.loads(run(env, *arguments)) for _ in range(2))
    assert first == again
    report = json.loads(run(env, "doctor", "--rebuild", "--json"))
    assert report == {"stores": "ok", "differences": []}


def test_the_doctor_names_what_is_damaged_and_mends_it(env: dict[str, str]) -> None:
    user_id = json.loads(run(env, "demo", "--email", "a@example.com", "--days", "30", "--json"))["user_id"]
    store = build_store(env["STORE_URL"])
    record = store.list(user_id, "workout_day", limit=1).items[0]
    store.write([Put(*record[:3], record.body.replace('"sets":', '"sets":1', 1), record.at, record.version)])
    store.close()
    found = json.loads(run(env, "doctor", "--rebuild", "--json", status=1))["differences"]
    assert found == [{"user_id": user_id, "kind": "workout_day", "id": record.id}]
    run(env, "doctor", "--rebuild", "--fix")
    assert "0 derived records differ" in run(env, "doctor", "--rebuild")


def test_migrating_may_be_repeated(env: dict[str, str]) -> None:
    assert run(env, "migrate") == run(env, "migrate")


def test_the_demo_is_not_for_production(env: dict[str, str]) -> None:
    safe = {
        "FITZEN_ENV": "production",
        "SECRET_KEY": "x" * 40,
        "SMS_URL": "sns:",
        "MAIL_URL": "ses:coach@example.com",
        "PUSH_URL": "expo:",
        "FILES_URL": "s3://bucket",
    }
    assert "Not in production" in run(env | safe, "demo", "--email", "a@example.com", status=1)


@pytest.mark.parametrize("command", ["serve", "migrate", "demo", "doctor", "openapi", "chat", "tools"])
def test_every_command_helps_with_an_example(env: dict[str, str], command: str) -> None:
    assert "Example" in run(env, command, "--help")

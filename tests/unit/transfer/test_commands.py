"""fitzen export and fitzen import, as an operator types them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.fixtures.filling import files_in, records_in, zip_of

from fitzen.cli import main

LEGACY = Path(__file__).parents[2] / "fixtures" / "legacy"


@pytest.fixture
def env(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.chdir(tmp_path)
    found = {"FITZEN_DATA_DIR": str(tmp_path / "var"), "STORE_URL": f"sqlite:///{tmp_path}/fitzen.db"}
    run(found, "migrate")
    return found


def run(env: dict[str, str], *arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(main, arguments, env=env)
    assert result.exit_code == status, result.output
    return result.stdout if status == 0 else result.output


def test_out_and_in_again(env: dict[str, str]) -> None:
    run(env, "demo", "--email", "a@example.com", "--days", "30", "--until", "2026-11-22", "--json")
    told = run(env, "export", "--email", "a@example.com", "a.zip")
    data = Path("a.zip").read_bytes()
    count = sum(map(len, records_in(data).values()))
    assert f"{count} records" in told
    run(env, "import", "fitzen", "a.zip", "--email", "b@example.com", "--dry-run", status=1)  # nobody yet
    report = json.loads(run(env, "import", "fitzen", "a.zip", "--email", "b@example.com", "--json"))
    assert report["trusted"] is True
    assert sum(found["new"] for found in report["counts"].values()) == count
    table = run(env, "import", "fitzen", "a.zip", "--email", "b@example.com", "--dry-run")
    rows = {line.split()[0]: line.split()[1:] for line in table.splitlines()[1:] if line}
    assert rows["workout"] == ["0", str(report["counts"]["workout"]["new"]), "0", "0"]
    assert "0 derived records differ" in run(env, "doctor", "--rebuild")
    run(env, "export", "--email", "b@example.com", "b.zip")
    assert {kind: len(lines) for kind, lines in records_in(Path("b.zip").read_bytes()).items()} == {
        kind: len(lines) for kind, lines in records_in(data).items()
    }


def test_what_is_refused_is_printed(env: dict[str, str]) -> None:
    run(env, "demo", "--email", "a@example.com", "--days", "30", "--until", "2026-11-22", "--json")
    run(env, "export", "--email", "a@example.com", "a.zip")
    files = files_in(Path("a.zip").read_bytes())
    files["records/measurement.jsonl"] = b"{}\n" * 600
    Path("b.zip").write_bytes(zip_of(files))
    told = run(env, "import", "fitzen", "b.zip", "--email", "b@example.com")
    assert "records/measurement.jsonl 1 kind: This is required." in told
    assert "… and 100 more." in told


@pytest.mark.parametrize("arguments", [["export", "--email", "x@example.com", "x.zip"], ["export", "x.zip"]])
def test_nobody_has_nothing(env: dict[str, str], arguments: list[str]) -> None:
    assert "Error" in run(env, *arguments, status=1)
    assert not Path("x.zip").exists()


def test_what_is_no_export_is_said_in_a_sentence(env: dict[str, str]) -> None:
    Path("x.zip").write_text("no")
    assert "not a zip archive" in run(env, "import", "fitzen", "x.zip", "--email", "a@example.com", status=1)


def test_the_old_data_move_with_a_report(env: dict[str, str]) -> None:
    dry = json.loads(run(env, "import", "legacy", str(LEGACY), "--dry-run", "--json"))
    told = run(env, "import", "legacy", str(LEGACY), "--report", "report.json")
    report = json.loads(Path("report.json").read_text(encoding="utf-8"))
    assert report == dry
    assert "Not taken: workouts.csv 6 completed_at: This is needed, and empty." in told
    assert "measurements.bmi: 5 cells are computed from others instead." in told
    assert "times had no offset, and are taken as UTC." in told
    again = json.loads(run(env, "import", "legacy", str(LEGACY), "--json"))
    assert sum(found["new"] + found["conflict"] for found in again["counts"].values()) == 0
    assert "0 derived records differ" in run(env, "doctor", "--rebuild")


def test_a_folder_without_such_files_is_refused(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "users.csv" in run(env, "import", "legacy", "empty", status=1)

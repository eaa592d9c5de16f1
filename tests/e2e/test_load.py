"""`make load`, short: its report is whole, and nothing that was acknowledged is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_short_day(tmp_path: Path) -> None:
    script = str(ROOT / "benchmarks" / "load.py")
    command = [sys.executable, script, "--seconds", "6", "--people", "6", "--json", "--out", str(tmp_path)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads(done.stdout.splitlines()[-1])
    assert report["lost"] == report["failures"] == []
    assert report["acknowledged"] > 0
    assert report["requests"] == sum(row["requests"] for row in report["routes"])
    assert json.loads((tmp_path / "report.json").read_text()) == report
    assert "<html" in (tmp_path / "report.html").read_text()

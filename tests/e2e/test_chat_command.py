"""`fitzen chat` against `fitzen serve`: what a script logs, the next run knows, and can take back."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from tests.fixtures.serving import FITZEN, serving

WAIT_S = 60


def test_log_ask_and_take_back(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    with serving(data, {}) as server:

        def chat(*arguments: str) -> str:
            env = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path)}
            command = [FITZEN, "chat", "--url", server.url, *arguments]
            ran = subprocess.run(command, env=env, capture_output=True, text=True, timeout=WAIT_S, check=False)
            assert ran.returncode == 0, ran.stderr
            return ran.stdout

        logged = answer(chat("--email", "ana@example.com", "--yes", "--json", "log bench press 5x5 at 100 kg"))
        assert [action["status"] for action in logged["actions"]] == ["done"]
        asked = answer(chat("--json", "how is my bench press going?"))
        assert f"workout:{logged['actions'][0]['id']}" in {source["ref"] for source in asked["sources"]}
        shown = chat("how is my bench press going?")
        assert "5x5 at 100 kg" in shown
        assert "[1] " in shown
        assert "Taken back: Barbell Bench Press" in chat("/undo")
        assert answer(chat("--json", "how is my bench press going?"))["sources"] == []


def answer(output: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(output)
    return found

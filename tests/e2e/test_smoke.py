"""`fitzen smoke` against a server that is well, one whose store is down, and no server."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.fixtures.listening import free_port
from tests.fixtures.serving import serving

from fitzen.cli import main


def smoke(url: str, status: int, *options: str, typed: str = "") -> dict[str, bool]:
    result = CliRunner().invoke(main, ["smoke", url, "--json", *options], input=typed)
    assert result.exit_code == status, result.output
    return {check["name"]: check["ok"] for check in json.loads(result.stdout.splitlines()[-1])}


def test_a_server_that_is_well(tmp_path: Path) -> None:
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "index.html").write_text("<!doctype html><title>Fitzen</title>")
    with serving(tmp_path, {"WEB_DIR": str(tmp_path / "web")}) as server:
        found = smoke(server.url, 0)
        assert found.keys() >= {
            "health",
            "dependencies",
            "closed to strangers",
            "web",
            "signing in",
            "logging",
            "erasing",
        }
        wrong = smoke(server.url, 1, "--email", "ana@example.com", typed="000000\n")
        assert not wrong["signing in"]
        assert wrong["health"]


def test_no_server_and_no_safe_address() -> None:
    found = smoke(f"http://127.0.0.1:{free_port()}", 1)
    assert not any(found.values())
    result = CliRunner().invoke(main, ["smoke", "http://fitzen.example.com"])
    assert result.exit_code == 2
    assert "https://host" in result.output


@pytest.mark.parametrize("name", ["backup", "restore", "smoke"])
def test_help_has_an_example(name: str) -> None:
    assert f"Example:\n    fitzen {name} " in CliRunner().invoke(main, [name, "--help"]).output

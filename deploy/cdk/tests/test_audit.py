"""tools/audit.py, with programs in the place of pip-audit and npm that say what those say."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

AUDIT = Path(__file__).parents[3] / "tools" / "audit.py"
CLEAN = {"dependencies": [{"name": "flask", "version": "3.1", "vulns": []}]}
VULNERABLE = {
    "dependencies": [{"name": "jinja2", "version": "2.10", "vulns": [{"id": "CVE-1", "fix_versions": ["2.11"]}]}]
}
SKIPPED = {"dependencies": [{"name": "jinja2", "skip_reason": "Dependency not found on PyPI"}]}
NPM_CLEAN: dict[str, object] = {"vulnerabilities": {"tool": {"severity": "moderate"}}}
NPM_VULNERABLE = {"vulnerabilities": {"expo": {"severity": "critical"}}}
NPM_AWAY = {"message": "request to a registry failed"}


@pytest.mark.parametrize(
    ("python", "npm", "code", "says"),
    [
        (CLEAN, NPM_CLEAN, 0, "nothing is known"),
        (VULNERABLE, NPM_CLEAN, 1, "jinja2 2.10: CVE-1 (mended in 2.11)"),
        (SKIPPED, NPM_CLEAN, 3, "cannot be reached"),
        (None, NPM_CLEAN, 3, "cannot be reached"),
        (CLEAN, NPM_VULNERABLE, 1, "expo"),
        (CLEAN, NPM_AWAY, 3, "request to a registry failed"),
        (SKIPPED, NPM_VULNERABLE, 1, "expo"),
    ],
)
def test_what_is_known_is_told_from_what_nobody_knows(
    tmp_path: Path, python: object, npm: object, code: int, says: str
) -> None:
    for name, answer in (("uv", python), ("npx", npm)):
        (tmp_path / f"{name}.json").write_text("no JSON" if answer is None else json.dumps(answer))
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\ncat {tmp_path}/{name}.json\n")
        program.chmod(0o755)
    done = subprocess.run(  # noqa: S603 # our own
        [sys.executable, str(AUDIT), str(tmp_path / "uv")],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, says in done.stdout) == (code, True), done.stdout + done.stderr

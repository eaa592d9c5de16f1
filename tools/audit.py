"""`python tools/audit.py [UV]`: what is known against the versions that are locked, by pip-audit and npm audit.

Exit 0: nothing is known. 1: something is; it is printed. 3: an advisory service could not be reached, so nobody knows.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PIP_AUDIT = "pip-audit==2.10.1"
LOCKS = ("requirements.lock", "requirements-dev.lock", "deploy/cdk/requirements.lock")
KNOWN, UNKNOWN = 1, 3


def _report(command: Sequence[str], folder: Path) -> tuple[Any, str]:
    """Run it -> the JSON that it printed, or None, and the last line of what else it said."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 # our own
    said = (done.stderr.strip() or done.stdout.strip()).splitlines()
    try:
        return json.loads(done.stdout), said[-1] if said else ""
    except ValueError:
        return None, said[-1] if said else ""


def python_packages(lock: str, uv: str) -> int:
    """Look a lock's versions up; all are in it with hashes, so nothing is resolved or installed.

    A package that the service does not know is skipped, and pip-audit is content: so it is where a mirror stands in for PyPI.
    """
    command = [uv, "tool", "run", PIP_AUDIT, "--disable-pip", "--require-hashes", "-r", lock]
    report, said = _report([*command, "--progress-spinner", "off", "-f", "json"], ROOT)
    if report is None:
        return _told(lock, UNKNOWN, said)
    found = {f"{each['name']} {each['version']}": each["vulns"] for each in report["dependencies"] if each.get("vulns")}
    if found:
        return _told(lock, KNOWN, "; ".join(f"{name}: {_ids(vulns)}" for name, vulns in found.items()))
    skipped = [each["skip_reason"] for each in report["dependencies"] if "skip_reason" in each]
    return _told(lock, UNKNOWN, f"{len(skipped)} packages, first: {skipped[0]}") if skipped else _told(lock, 0)


def _ids(vulnerabilities: Sequence[dict[str, Any]]) -> str:
    return ", ".join(f"{each['id']} (mended in {' '.join(each['fix_versions']) or 'none'})" for each in vulnerabilities)


def npm_packages() -> int:
    """Look up what the app ships (not its tools), from high on: advisories of tools are many and about nobody's phone."""
    lock = "app/package-lock.json"
    command = ["npx", "-y", "npm@10", "audit", "--omit=dev", "--audit-level=high", "--json"]
    report, said = _report(command, ROOT / "app")
    if report is None or "vulnerabilities" not in report:
        return _told(lock, UNKNOWN, str((report or {}).get("message") or said))
    severe = [name for name, each in report["vulnerabilities"].items() if each["severity"] in ("high", "critical")]
    return _told(lock, KNOWN, ", ".join(severe)) if severe else _told(lock, 0)


def _told(lock: str, code: int, more: str = "") -> int:
    says = {
        0: "nothing is known against it",
        KNOWN: f"known vulnerabilities: {more}",
        UNKNOWN: f"the advisory service cannot be reached, so nobody knows whether anything is wrong ({more})",
    }
    print(f"{lock}: {says[code]}", flush=True)
    return code


def main(uv: str) -> int:
    """Look everything up, and return the worst: known before unknown."""
    codes = {python_packages(lock, uv) for lock in LOCKS} | {npm_packages()}
    return next((code for code in (KNOWN, UNKNOWN) if code in codes), 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2] or ["uv"]))

"""`python tools/audit.py`: what is known against the versions that are locked, by pip-audit and npm audit.

Exit 0: nothing is known. 1: something is; it is printed. 3: an advisory service could not be reached, so nobody knows.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PIP_AUDIT = "pip-audit==2.10.1"
LOCKS = ("requirements.lock", "requirements-dev.lock", "deploy/cdk/requirements.lock")
KNOWN, UNKNOWN = 1, 3


def python_packages(lock: str, uv: str) -> int:
    """Look the versions of a lock up; they are all in it, with hashes, so nothing is resolved or installed."""
    command = [
        uv,
        "tool",
        "run",
        PIP_AUDIT,
        "--disable-pip",
        "--require-hashes",
        "-r",
        lock,
        "--progress-spinner",
        "off",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 # our own
    return _judge(lock, done, known="found" in done.stderr and "vulnerabilit" in done.stderr)


def npm_packages() -> int:
    """Look the app's own dependencies up (not its tools), from high on: advisories of tools are many and about nobody's phone."""
    command = ["npx", "-y", "npm@10", "audit", "--omit=dev", "--audit-level=high", "--json"]
    done = subprocess.run(command, cwd=ROOT / "app", capture_output=True, text=True, check=False)  # noqa: S603 # our own
    try:
        report = json.loads(done.stdout)
    except ValueError:
        report = {}
    return _judge("app/package-lock.json", done, known="metadata" in report)


def _judge(what: str, done: subprocess.CompletedProcess[str], *, known: bool) -> int:
    if done.returncode == 0:
        print(f"{what}: nothing is known against it")
        return 0
    if known:
        print(f"{what}: known vulnerabilities\n{done.stdout}{done.stderr}")
        return KNOWN
    said = (done.stderr.strip() or done.stdout.strip()).splitlines()
    print(f"{what}: the advisory service cannot be reached, so it is not known whether anything is wrong: {said[-1:]}")
    return UNKNOWN


def main(uv: str) -> int:
    """Look everything up, and return the worst: known before unknown."""
    codes = {python_packages(lock, uv) for lock in LOCKS} | {npm_packages()}
    return next((code for code in (KNOWN, UNKNOWN) if code in codes), 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2] or ["uv"]))

"""`python check.py` synthesises every profile with its switches, by cdk-nag and cfn-lint; tests and types run beside it.

One process of jsii makes all of them, for each start of it takes seconds; cfn-lint reads an assembly while the next one
is made. Exit 1 where anything is found, after everything was looked at. `make cdk` gives MYPY, the command of the types.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from fitzen_cdk.deployment import Deployment
from fitzen_cdk.stacks import synthesise

HERE = Path(__file__).parent
PUBLIC_KEY = str(HERE / "tests" / "files-public-key.pem")
CONNECTION = "arn:aws:codeconnections:us-east-1:111111111111:connection/00000000-0000-0000-0000-000000000000"
DEPLOYMENTS: dict[str, Sequence[str]] = {
    "serverless": (
        "profile=serverless",
        "repository=owner/fitzen",
        "countries=DE,US",
        "partners=acme,globex",
        "trials=initech",
    ),
    "hybrid": ("profile=hybrid",),
    "hybrid-elsewhere": (
        "profile=hybrid",
        "region=eu-central-1",
        "egress=nat",
        "hosted_zone_id=Z0123456789ABC",
        f"files_public_key={PUBLIC_KEY}",
        "files_replica_region=eu-west-1",
        "replica_regions=eu-west-1",
        "peak_hours=5-9",
    ),
    "hybrid-relational": (
        "profile=hybrid",
        "database=postgres",
        "cache=valkey",
        "web=amplify",
        "repository=owner/fitzen",
        f"connection_arn={CONNECTION}",
        "approval=yes",
    ),
    "kubernetes": (
        "profile=kubernetes",
        "repository=owner/fitzen",
        f"connection_arn={CONNECTION}",
        "cluster_admin_cidrs=192.0.2.0/24",
    ),
}
"""Between them they have every stack and every switch."""


class Beside:
    """A command that runs while others do; what it says is shown whole, when it has ended."""

    def __init__(self, name: str, command: Sequence[str]) -> None:
        self.name = name
        self._said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 # closed in `ended`
        self._process = subprocess.Popen(command, stdout=self._said, stderr=subprocess.STDOUT)  # noqa: S603 # our own

    def ended(self) -> bool:
        """Wait for it, show what it said, and return whether it was content."""
        code = self._process.wait()
        self._said.seek(0)
        text = self._said.read().decode(errors="replace").strip()
        self._said.close()
        print(f"== {self.name}: {'fine' if code == 0 else f'exit {code}'}\n{text}".strip(), flush=True)
        return code == 0


def _synthesised(name: str, arguments: Sequence[str]) -> bool:
    output = HERE / "cdk.out" / name
    try:
        assembly = synthesise(Deployment.from_arguments([*arguments, f"output={output}"]))
    except RuntimeError as error:  # how jsii hands over an error of the CDK
        print(f"== {name}: {error}", flush=True)
        return False
    resources = sum(len(stack.template.get("Resources", {})) for stack in assembly.stacks)
    print(f"== {name}: {len(assembly.stacks)} stacks, {resources} resources; cdk-nag finds nothing", flush=True)
    return True


def main(mypy: Sequence[str]) -> bool:
    """Look at everything; return whether nothing was found."""
    began = time.monotonic()
    tests = Beside(
        "tests", [sys.executable, "-m", "pytest", "-q", "-c", str(HERE / "pytest.toml"), str(HERE / "tests")]
    )
    lints: list[Beside] = []
    fine = True
    for name, arguments in DEPLOYMENTS.items():
        if not _synthesised(name, arguments):
            fine = False
            continue
        templates = sorted(str(path) for path in (HERE / "cdk.out" / name).glob("*.template.json"))
        lint = [
            str(Path(sys.executable).with_name("cfn-lint")),
            "--config-file",
            str(HERE / ".cfnlintrc"),
            "--",
            *templates,
        ]
        lints.append(Beside(f"cfn-lint of {name}", lint))
    if mypy:
        lints.append(Beside("types", mypy))
    fine &= all([each.ended() for each in [*lints, tests]])  # noqa: C419 # a list, so that each is waited for
    print(f"everything looked at in {time.monotonic() - began:.0f} s", flush=True)
    return fine


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1:]) else 1)

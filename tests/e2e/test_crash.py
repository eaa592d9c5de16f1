"""Kill the server without warning, again and again, while people log: nothing acknowledged is lost, nothing is half there."""

import os
import random
import threading
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from tests.fixtures.serving import Server, sign_in

from fitzen import rebuild
from fitzen.records import all_records
from fitzen.wiring import build_store
from fitzen.workouts.rebuild import DERIVATION

KILLS = {"sqlite": 6, "postgresql": 4, "dynamodb": 2}
WRITERS = 3


@pytest.mark.parametrize("engine", ["sqlite", "postgresql", "dynamodb"])
def test_kill_9_under_write_load(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    seed = int(os.environ.get("FITZEN_TEST_SEED", random.SystemRandom().randrange(10**6)))
    print(f"FITZEN_TEST_SEED={seed}")
    chance = random.Random(seed)
    url = request.getfixturevalue(f"{engine}_url")
    server = Server(tmp_path, {"STORE_URL": url})
    server.start()
    try:
        with httpx.Client(base_url=server.url, timeout=10) as client:
            session: Any = sign_in(client, email="ana@example.com")
        load = Load(server.url, session["access_token"])
        for _ in range(KILLS[engine]):
            load.run(chance, 0.3 + chance.random(), server)
            server.start()
    finally:
        server.kill()
    assert load.acknowledged, "nothing was written, so nothing was tested"
    store = build_store(url)
    try:
        user_id = session["user"]["id"]
        stored = {record.id: record for record in all_records(store, user_id, "workout")}
        missing = load.acknowledged - load.deleted - load.uncertain - stored.keys()
        assert not missing, "acknowledged, and lost"
        assert not load.deleted & stored.keys(), "acknowledged as deleted, and back"
        assert stored.keys() <= load.sent, "nothing that nobody sent"
        assert rebuild.differences(store, user_id, [DERIVATION]) == [], "a half-done write"
        seqs = [record.seq for record in _changes(store, user_id)]
        assert len(set(seqs)) == len(seqs)
    finally:
        store.close()


def _changes(store: Any, user_id: str) -> list[Any]:
    found: list[Any] = []
    while page := store.changes(user_id, found[-1].seq if found else 0, 500):
        found += page
    return found


class Load:
    """Writers that log and delete until the server is gone, and remember what it acknowledged."""

    def __init__(self, url: str, token: str) -> None:
        self._url = url
        self._headers = {"Authorization": f"Bearer {token}"}
        self.sent: set[str] = set()
        self.acknowledged: set[str] = set()
        self.deleted: set[str] = set()
        self.uncertain: set[str] = set()

    def run(self, chance: random.Random, seconds: float, server: Server) -> None:
        writers = [threading.Thread(target=self._write, args=(random.Random(chance.random()),)) for _ in range(WRITERS)]
        for writer in writers:
            writer.start()
        time.sleep(seconds)
        server.kill()
        for writer in writers:
            writer.join()

    def _write(self, chance: random.Random) -> None:
        with httpx.Client(base_url=self._url, timeout=10, headers=self._headers) as client:
            try:
                while True:
                    self._once(client, chance)
            except httpx.TransportError:
                return

    def _once(self, client: httpx.Client, chance: random.Random) -> None:
        gone = self.acknowledged - self.deleted - self.uncertain
        if gone and chance.random() < 0.2:
            id_ = chance.choice(sorted(gone))
            self.uncertain.add(id_)
            if client.delete(f"/api/workouts/me/{id_}").status_code == 204:
                self.deleted.add(id_)
            return
        body = _workout(chance)
        self.sent.add(body["id"])
        answer = client.post("/api/workouts", json=body)
        if answer.status_code == 201:
            self.acknowledged.add(body["id"])
        else:
            assert answer.status_code == 503, answer.text  # too much at once: said, and nothing written


def _workout(chance: random.Random) -> dict[str, Any]:
    lifts = chance.sample(["barbell-bench-press", "barbell-back-squat", "barbell-deadlift", "pull-up"], 2)
    sets = [{"reps": chance.randrange(1, 9), "weight_kg": float(chance.randrange(20, 150))}] * 3
    return {
        "id": str(uuid4()),
        "name": "Under load",
        "started_at": f"2026-11-{chance.randrange(1, 23):02}T18:00:00Z",
        "exercises": [{"exercise_id": lift, "sets": sets} for lift in lifts],
    }

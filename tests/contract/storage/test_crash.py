"""A process killed while it writes: what was acknowledged is there, and no write is there by half."""

import random
import subprocess
import sys
import time
from pathlib import Path
from uuid import uuid4

from tests.contract.storage.conftest import Engine, Open
from tests.fixtures import store_writer
from tests.fixtures.records import ids, put

from fitzen.infra.storage.base import Record, Store

SEED = 20261123
SIZE = 4
PATIENCE_S = 30


def everything(store: Store, owner: str) -> list[Record]:
    got: list[Record] = []
    while more := store.changes(owner, got[-1].seq if got else 0, 500):
        got += more
    return got


def write_and_be_killed(url: str, owner: str, other: str, after_s: float) -> int:
    """Let a process write, kill it so long after its first acknowledgement; how many it acknowledged."""
    command = [sys.executable, str(Path(store_writer.__file__)), url, owner, other, uuid4().hex, "0", str(SIZE)]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "0\n"
    time.sleep(after_s)
    writer.kill()
    with writer.stdout as rest:  # communicate() would pass over what readline() read ahead
        acknowledged = 1 + sum(line.endswith("\n") for line in rest)
    assert writer.wait(PATIENCE_S) == -9
    return acknowledged


def test_kill_9_loses_nothing_acknowledged_and_leaves_nothing_half(
    store_url: str, open_store: Open, owner: str, engine: Engine
) -> None:
    print("seed", SEED)
    chance = random.Random(SEED)
    store, other = open_store(), str(uuid4())
    acknowledged = 0
    for rounds in range(1, 3 + engine.work // 30):
        acknowledged += write_and_be_killed(store_url, owner, other, chance.uniform(0, 0.15))
        # This waits for a write that the dead one left under way, and would wait for ever on a lock that it held.
        store.write([put(owner, f"{rounds}", kind="round"), put(other, f"{rounds}", kind="round")])
        every = [everything(store, whose) for whose in (owner, other)]
        assert [[record.seq for record in records] for records in every] == [[*range(1, len(r) + 1)] for r in every]
        records, others = ([record for record in records if record.kind != "round"] for records in every)
        # A write whose answer never reached the process may have happened: one a round at most.
        assert acknowledged <= len(others) <= acknowledged + rounds
        assert ids(records) == [f"{record.id}-{m}" for record in others for m in range(SIZE)]

"""The providers of identity that the one contract suite runs over; another is one more row."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.fixtures.api import SECRET, MovableClock, cheap_hasher, code_in
from tests.fixtures.pools import REGION, SentCodes, UserPool

from fitzen.infra.identity import cognito as adapter
from fitzen.infra.identity.base import Address, Identity
from fitzen.infra.identity.cognito import CognitoIdentity
from fitzen.infra.identity.cognito_pool import Pool
from fitzen.infra.identity.local import LocalIdentity
from fitzen.infra.messages.base import Readable
from fitzen.infra.messages.local import Inbox
from fitzen.infra.storage.base import Store
from fitzen.infra.storage.sql import SqlStore


class Provider(NamedTuple):
    """A provider, and what a person has beside it: a clock, and a phone and a mailbox to read codes in."""

    identity: Identity
    clock: MovableClock
    sent: Readable
    store: Store

    @property
    def now(self) -> datetime:
        return self.clock()

    def texts(self, address: Address) -> list[str]:
        """Return what was sent to an address, newest first."""
        return [item["text"] for item in self.sent.read() if item["to"] == address.value]

    def code(self, address: Address) -> str:
        return code_in(self.texts(address)[0])

    def sign_in_code(self, address: Address) -> str:
        self.identity.send_code(address, self.now)
        return self.code(address)

    def registered(self, address: Address, password: str) -> None:
        self.identity.register(address, password, self.now)
        self.identity.verify_code(address, self.code(address), self.now)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def store(tmp_path: Path, clock: MovableClock) -> Iterator[SqlStore]:
    made = SqlStore(f"sqlite:///{tmp_path}/fitzen.db", clock=clock)
    made.migrate()
    yield made
    made.close()


@pytest.fixture
def cognito_identity(pool: UserPool, store: SqlStore) -> Iterator[CognitoIdentity]:
    identity = CognitoIdentity(store, Pool(REGION, pool.id, pool.client_id, endpoint=pool.cognito.endpoint), SECRET)
    yield identity
    identity.close()


@pytest.fixture
def over_cognito(
    cognito_identity: CognitoIdentity,
    pool: UserPool,
    clock: MovableClock,
    store: SqlStore,
    monkeypatch: pytest.MonkeyPatch,
) -> Provider:
    monkeypatch.setattr(adapter, "PATIENCE_S", 60)  # a busy machine is no failure
    return Provider(cognito_identity, clock, SentCodes(pool.cognito.endpoint), store)


@pytest.fixture
def over_local(store: SqlStore, tmp_path: Path, clock: MovableClock) -> Provider:
    inbox = Inbox(tmp_path / "inbox.jsonl", "sms")
    identity = LocalIdentity(store, {"phone": inbox, "email": inbox}, SECRET, cheap_hasher())
    return Provider(identity, clock, inbox, store)


@pytest.fixture(params=["over_local", "over_cognito"], ids=["local", "cognito"])
def provider(request: pytest.FixtureRequest) -> Provider:
    made: Provider = request.getfixturevalue(request.param)
    return made


type Wrong = Callable[[str], str]


@pytest.fixture
def another_than() -> Wrong:
    return lambda code: f"{(int(code) + 1) % 1_000_000:06}"

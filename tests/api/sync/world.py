"""A server, a bad network, and phones: what happens to requests, what was really written, and whether that was right."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import NamedTuple, cast
from uuid import uuid4

from tests.fixtures.api import Client, Json, MovableClock, build_app, build_infra, client_of, close, settings_for
from tests.fixtures.phone import Answer, Phone, UnreachableError

from fitzen.errors import UnavailableError
from fitzen.infra.storage.base import Op, Record, Store
from fitzen.records import loads, new_id
from fitzen.sync.kinds import COMING_DOWN, writable_fields
from fitzen.users.service import new_user
from fitzen.web.context import Context

WRITABLE = {kind: frozenset(fields) for kind, fields in writable_fields().items()}
TAGGED = {
    "user": "name",
    "exercise": "name",
    "workout": "name",
    "measurement": "note",
    "habit": "name",
    "checkin": "note",
    "meal": "notes",
    "water": "note",
}
"""Where the text lies that tells one edit of a record from every other."""
PATHS = {
    "user": "/api/users/me",
    "workout": "/api/workouts/me/{}",
    "habit": "/api/habits/me/{}",
    "measurement": "/api/measurements/me/{}",
}

PAGE = 4
"""Small, so that phones turn pages, and die between them."""

FATES = [
    "arrives",
    "is lost",
    "its answer is lost",
    "comes later",
    "comes again later",
    "comes twice",
    "phone dies before",
    "phone dies after",
    "store falls before",
    "store falls after",
]
"""What can become of a request; "arrives" is the usual one."""


class PhoneDiesError(Exception):
    """The phone's process ends here; what it saved is all that is left."""


class Recorder:
    """A Store that keeps a list of what was written, and falls when it is told: before a write, or after it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.writes: dict[str, list[Op]] = {}
        self.falls: tuple[int, bool] | None = None

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def write(self, ops: Sequence[Op]) -> None:
        left, after = self.falls or (1, False)
        self.falls = self.falls and (left - 1, after)
        if not left and not after:
            raise UnavailableError
        self._store.write(ops)
        for op in ops:
            self.writes.setdefault(op.owner, []).append(op)
        if not left:
            raise UnavailableError


class Intent(NamedTuple):
    """What somebody did: `tag` is theirs alone (None: a deletion), `seen` the tag on their screen at that moment."""

    author: str
    kind: str
    id: str
    tag: str | None
    seen: str | None


class Request(NamedTuple):
    method: str
    path: str
    query: Json
    body: Json | None


@dataclass
class Server:
    """The real application over a store, with a clock that is moved."""

    store: Recorder
    clock: MovableClock
    client: Client

    def token(self, user_id: str) -> str:
        context: Context = self.client.application.extensions["fitzen"]
        return context.tokens.issue(user_id, "session", self.clock())

    def ask(self, user_id: str, request: Request) -> Answer:
        answer = self.client.open(
            request.path,
            method=request.method,
            query_string=request.query,
            json=request.body,
            headers={"Authorization": f"Bearer {self.token(user_id)}"},
        )
        assert answer.status_code < 500 or answer.status_code == 503, answer.text
        return Answer(answer.status_code, answer.get_json() if answer.data else {})


@contextmanager
def serving(folder: Path, store_url: str = "sqlite://") -> Iterator[Server]:
    clock = MovableClock()
    infra = build_infra(settings_for(folder, store_url), clock)
    recorder = Recorder(infra.store)
    store = cast("Store", recorder)
    try:
        yield Server(recorder, clock, client_of(build_app(replace(infra, store=store, chat_store=store))))
    finally:
        close(infra)


@dataclass
class Account:
    """One person: two phones, the web app, a network between them and the server, and what was done with them."""

    server: Server
    user_id: str = field(default_factory=lambda: str(uuid4()))
    late: list[Request] = field(default_factory=list)
    fates: dict[str, list[str]] = field(default_factory=dict)
    """Of the requests to come, by method."""
    intents: list[Intent] = field(default_factory=list)
    shown: dict[str, list[Json]] = field(default_factory=dict)
    hopeless: set[str] = field(default_factory=set)
    """Ids of records that the server cannot take."""

    def __post_init__(self) -> None:
        self.since = self.server.clock()
        self.server.store.write([new_user(self.user_id, self.server.clock())])
        self._numbers = count(1)
        self.handsets = [Handset(self, name) for name in ("one", "two")]

    def tag(self) -> str:
        return f"tag {next(self._numbers)}"

    def did(self, intent: Intent) -> None:
        self.intents.append(intent)

    def carry(self, request: Request) -> Answer:
        """Carry a request to the server and its answer back, or not: as the next fate says."""
        coming = self.fates.get(request.method)
        fate = coming.pop(0) if coming else "arrives"
        if fate == "phone dies before":
            raise PhoneDiesError
        if fate in ("comes later", "comes again later"):
            self.late.append(request)
        if fate in ("is lost", "comes later"):
            raise UnreachableError(fate)
        if fate.startswith("store falls"):
            self.server.store.falls = (len((request.body or {}).get("ops", ())) // 2, fate.endswith("after"))
        answer = self.server.ask(self.user_id, request)
        self.server.store.falls = None
        if fate == "comes twice":
            answer = self.server.ask(self.user_id, request)
        if fate == "phone dies after":
            raise PhoneDiesError
        if fate == "its answer is lost":
            raise UnreachableError(fate)
        return answer

    def deliver(self, place: int) -> None:
        """Let a request arrive that was under way all the time; nobody waits for its answer."""
        if self.late:
            self.server.ask(self.user_id, self.late.pop(place % len(self.late)))

    def settle(self) -> None:
        """Let everything arrive, and everybody sync."""
        self.fates = {}
        while self.late:
            self.deliver(0)
        for handset in self.handsets * 2:
            handset.sync()

    def records(self) -> dict[str, Record]:
        """Return what the server has of what comes down, tombstones too."""
        found = cast("Store", self.server.store).changes(self.user_id, 0, 10**6)
        return {f"{record.kind}/{record.id}": record for record in found if record.kind in COMING_DOWN}

    def web(self, kind: str, id: str, *, delete: bool) -> None:
        """Change or delete what is there by its own route, as the web app does."""
        record = self.records().get(f"{kind}/{id}")
        if record is None or record.deleted:
            return
        tag, name = None if delete else self.tag(), TAGGED[kind]
        seen = loads(record.body).get(name)
        method, body = ("DELETE", None) if delete else ("PATCH", {name: tag})
        answer = self.server.ask(self.user_id, Request(method, PATHS[kind].format(id), {}, body))
        assert answer.status in (200, 204), answer
        self.did(Intent("web", kind, id, tag, seen))


class Handset:
    """A phone with a clock of its own, and the person who holds it."""

    def __init__(self, account: Account, name: str) -> None:
        self.name = name
        self.skew = timedelta()
        self._account = account
        self._saved: str | None = None
        account.shown[name] = []
        self.start()

    def start(self) -> None:
        """Start the app, from what the one before saved."""
        self.phone = Phone(self._send, self._save, self._new_id, WRITABLE, self._saved, PAGE)

    @property
    def now(self) -> datetime:
        return self._account.server.clock() + self.skew

    def create(self, kind: str, body: Json, id: str | None = None) -> str:
        tag = self._account.tag()
        id_ = self.phone.create(kind, body | {TAGGED[kind]: tag}, id)
        self._account.did(Intent(self.name, kind, id_, tag, None))
        return id_

    def edit(self, kind: str, id: str) -> None:
        tag, seen = self._account.tag(), self._tag(kind, id)
        self.phone.edit(kind, id, {TAGGED[kind]: tag})
        self._account.did(Intent(self.name, kind, id, tag, seen))

    def delete(self, kind: str, id: str) -> None:
        seen = self._tag(kind, id)
        self.phone.delete(kind, id)
        self._account.did(Intent(self.name, kind, id, None, seen))

    def decide(self, *, insist: bool) -> None:
        """Deal with the first of what is shown: let the server's be, or do it again on top."""
        if not self.phone.state["shown"]:
            return
        shown = self.phone.state["shown"][0]
        self.phone.discard(shown)
        kind, id_ = shown["op"]["kind"], shown["op"]["id"]
        if insist and self.phone.view(kind, id_) is not None:
            self.edit(kind, id_)

    def sync(self) -> None:
        """Try to sync; where the phone dies, start it again."""
        try:
            self.phone.sync()
        except UnreachableError:
            pass
        except PhoneDiesError:
            self.start()
        log = self._account.shown[self.name]
        known = {shown["op"]["op_id"] for shown in log}
        log += [shown for shown in self.phone.state["shown"] if shown["op"]["op_id"] not in known]

    def _tag(self, kind: str, id: str) -> str | None:
        body = self.phone.view(kind, id)
        assert body is not None
        tag: str | None = body.get(TAGGED[kind])
        return tag

    def _send(self, method: str, path: str, query: Json, body: Json | None, /) -> Answer:
        return self._account.carry(Request(method, path, query, body))

    def _save(self, text: str) -> None:
        self._saved = text

    def _new_id(self) -> str:
        return new_id(int(self.now.timestamp() * 1000))

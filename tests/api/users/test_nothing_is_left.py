"""After erasure nothing that a person wrote, and nothing that names them, is left in any store or file.

An account is filled with something of every kind, a marker in every text; then everything is read as a thief would.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import boto3
import psycopg
import pytest
from tests.fixtures.api import (
    Client,
    MovableClock,
    build_app,
    build_infra,
    client_of,
    close,
    newest_code,
    send_code,
    settings_for,
    sign_in,
)
from tests.fixtures.filling import done, exported, fill, send

from fitzen.coach.budget import reserve
from fitzen.config import Settings
from fitzen.jobs.table import JOBS
from fitzen.transfer.kinds import INTERNAL, SOURCES

EMAIL, SECOND, PHONE = "zz-marked@example.com", "zz-second@example.com", "+34612345678"
MARKER = "Zzmarkerzz"
MARK_OF_THE_ERASED = "owners"
"""The table of who there is keeps that an id was erased, so that no phone brings anything back under it."""

type Dump = Callable[[str], Iterator[tuple[str, str]]]


def sqlite_rows(url: str) -> Iterator[tuple[str, str]]:
    """Yield (table, row as text) of everything, those of indexes and full text too."""
    database = sqlite3.connect(url.removeprefix("sqlite:///"))
    with closing(database):
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in database.execute(f"SELECT * FROM {table}"):  # noqa: S608 - names that the database gave
                yield table, str(row)


def postgresql_rows(url: str) -> Iterator[tuple[str, str]]:
    with psycopg.connect(url.replace("postgresql+psycopg", "postgresql")) as database:
        named = "SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
        for (table,) in database.execute(named).fetchall():
            for (row,) in database.execute(f'SELECT t::text FROM ONLY "{table}" AS t'):  # noqa: S608 - names that the database gave
                yield table, row


def dynamodb_rows(url: str) -> Iterator[tuple[str, str]]:
    """Yield every item. What says that an owner was erased counts as one of `owners`, as it does elsewhere."""
    parts = urlsplit(url)
    client = boto3.client(
        "dynamodb",
        region_name=parts.netloc,
        endpoint_url=parse_qs(parts.query)["endpoint"][0],
        aws_access_key_id="local",
        aws_secret_access_key="local",
    )
    with closing(client):
        for page in client.get_paginator("scan").paginate(TableName=parts.path[1:], ConsistentRead=True):
            for item in page["Items"]:
                is_mark = item.keys() == {"owner", "sk", "erased", "ttl"}
                yield MARK_OF_THE_ERASED if is_mark else "records", str(item)


DUMPS: dict[str, Dump] = {"sqlite": sqlite_rows, "postgresql": postgresql_rows, "dynamodb": dynamodb_rows}


class Everything:
    """An application on one engine, with chats in a database of their own, and all that it keeps."""

    def __init__(self, settings: Settings, dump: Dump) -> None:
        self.clock = MovableClock()
        self.infra = build_infra(settings, self.clock)
        self.client = client_of(build_app(self.infra))
        self._settings, self._dump = settings, dump

    def holding(self, *needles: str) -> dict[str, list[str]]:
        """Return by place what has one of the needles in it."""
        found: dict[str, list[str]] = {}
        for place, text in self._all():
            if any(needle in text for needle in needles):
                found.setdefault(place, []).append(text)
        return found

    def _all(self) -> Iterator[tuple[str, str]]:
        yield from self._dump(self._settings.store_url)
        for table, row in sqlite_rows(self._settings.chat_store_url):
            yield f"chat {table}", row
        folder = Path(self._settings.data_dir)
        for path in folder.rglob("*"):
            if path.is_file() and path.suffix not in (".db", ".db-wal", ".db-shm") and path.name != "inbox.jsonl":
                yield "files", f"{path.relative_to(folder)} {path.read_bytes()!r}"


@pytest.fixture(params=[*DUMPS])
def everything(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Everything]:
    url = request.getfixturevalue(f"{request.param}_url")
    settings = settings_for(tmp_path, url, chat_store_url=f"sqlite:///{tmp_path}/chats.db")
    built = Everything(settings, DUMPS[request.param])
    yield built
    close(built.infra)


def settled(everything: Everything) -> Client:
    """Somebody with all that there can be: two addresses, a password, a second factor, sessions, codes, every kind."""
    client, clock = everything.client, everything.clock
    client.post("/api/auth/register", json={"email": EMAIL, "password": "Correct-Horse-7"})
    code = newest_code(client, EMAIL)
    person = client.signed_in(done(client.post("/api/auth/verify-otp", json={"email": EMAIL, "otp": code})))
    fill(person, MARKER)
    done(person.post("/api/auth/verify-otp", json={"phone": PHONE, "otp": send_code(client, {"phone": PHONE})}))
    done(person.post("/api/auth/verify-otp", json={"email": SECOND, "otp": send_code(client, {"email": SECOND})}))
    done(person.post("/api/auth/mfa/totp"))
    done(send(person, exported(person)))
    profile = person.get("/api/users/me").get_json()
    kept = {name: profile[name] for name in ("name", "time_zone", "health")} | {"name": f"{MARKER} synced"}
    op = {"op_id": MARKER, "kind": "user", "id": person.user_id, "action": "update", "body": kept}
    assert done(person.post("/api/sync", json={"ops": [op]}))["results"][0]["status"] == "applied"
    done(person.post("/api/photos", json=PENDING))  # announced, and its upload has begun
    everything.infra.files.put(f"uploads/{person.user_id}/half.jpg", MARKER.encode())
    assert reserve(everything.infra.chat_store, profile, 1000, clock())
    clock.advance(seconds=60)
    sign_in(client, email=SECOND)
    clock.advance(days=1)
    for job in JOBS.values():
        job.run(everything.infra, clock())
    send_code(client, {"phone": PHONE})
    again = refreshed(person)
    done(again.post("/api/photos", json=PENDING))  # counted, after what was counted has expired
    return again


def refreshed(person: Client) -> Client:
    """Go on in the same session, after its access token has expired."""
    sent = {"refresh_token": person.session["refresh_token"]}
    return person.signed_in(done(person.post("/api/auth/refresh", json=sent, headers={"Authorization": ""})))


PENDING: dict[str, Any] = {
    "pose": "side",
    "taken_at": "2026-11-20T07:15:00+01:00",
    "content_type": "image/jpeg",
    "bytes": 100,
}


def test_nothing_is_left_and_nobody_else_loses_anything(everything: Everything) -> None:
    other = everything.client.signed_in(sign_in(everything.client, email="other@example.com"))
    fill(other, "Othermarker")
    person = settled(everything)
    others = everything.holding("Othermarker", other.user_id)
    needles = [person.user_id, EMAIL, SECOND, PHONE, PHONE[1:], MARKER]
    before = everything.holding(*needles)
    assert before.keys() >= {"files", "chat records"}, "the search finds what there is"
    kinds = {record.kind for record in everything.infra.store.changes(person.user_id, 0, 10_000)}
    kinds |= {record.kind for record in everything.infra.chat_store.changes(person.user_id, 0, 10_000)}
    assert kinds >= SOURCES.keys() | (INTERNAL - {"trash"}), "there is something of every kind"
    assert person.delete("/api/users/me").status_code == 204
    left = everything.holding(*needles)
    marks = {place: rows for place, rows in left.items() if place.removeprefix("chat ") == MARK_OF_THE_ERASED}
    assert left == marks
    for rows in marks.values():
        assert all(not any(needle in row for needle in needles[1:]) for row in rows), rows
    assert everything.holding("Othermarker", other.user_id) == others
    assert exported(refreshed(other))

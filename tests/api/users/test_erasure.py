"""Erasing oneself: nothing is left that names the person, and nothing keeps them from starting anew."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.fixtures.api import Client, Json, MovableClock, newest_code, send_code, settings_for, sign_in

from fitzen.config import Settings
from fitzen.infra.base import Infra
from fitzen.users.erasure import erase
from fitzen.web.context import Context

ANA = {"email": "ana@example.com"}
PHONE = {"phone": "+34612345678"}
PASSWORD = "Correct-Horse-7"
WORKOUT = {
    "name": "Push",
    "started_at": "2026-11-20T18:00:00+01:00",
    "exercises": [{"exercise_id": "barbell-bench-press", "sets": [{"reps": 5, "weight_kg": 80}]}],
}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    urls = {name: f"sqlite:///{tmp_path}/{name}.db" for name in ("store_url", "chat_store_url")}
    return settings_for(tmp_path, **urls)


def scan(path: Path) -> list[tuple[str, str]]:
    """Return (table, row as text) of everything in a database."""
    with closing(sqlite3.connect(path)) as database:
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = [(table, str(row)) for table in tables for row in database.execute(f"SELECT * FROM {table}")]  # noqa: S608 - names that the database gave
    database.close()
    return found


@pytest.fixture
def settled(client: Client, clock: MovableClock) -> Client:
    """Somebody with everything: a password, two addresses, records, a chat, two sessions, a code just sent."""
    client.post("/api/auth/register", json={**ANA, "password": PASSWORD})
    registered = client.post("/api/auth/verify-otp", json={**ANA, "otp": newest_code(client, ANA["email"])})
    ana = client.signed_in(registered.get_json())
    assert ana.post("/api/auth/verify-otp", json={**PHONE, "otp": send_code(client, PHONE)}).status_code == 200
    assert ana.post("/api/workouts", json=WORKOUT).status_code == 201
    assert ana.post("/api/chat/message", json={"message": "how is my bench press going?"}).status_code == 200
    assert ana.post("/api/auth/mfa/totp").status_code == 201
    clock.advance(seconds=60)
    sign_in(client, **ANA)
    clock.advance(seconds=60)
    client.post("/api/auth/password/forgot", json=ANA)
    send_code(client, PHONE)
    return ana


def test_nothing_is_left(settled: Client, tmp_path: Path) -> None:
    needles = [settled.user_id, *ANA.values(), *PHONE.values()]
    paths = [tmp_path / f"{name}.db" for name in ("store_url", "chat_store_url")]
    for path in paths:
        assert any(needles[0] in row for _, row in scan(path)), "the scan finds what there is"
    assert settled.delete("/api/users/me").status_code == 204
    for path in paths:
        left = [(table, row) for table, row in scan(path) if any(needle in row for needle in needles)]
        assert [table for table, _ in left] == ["owners"], left
    kinds = {row[1] for row in rows(tmp_path / "store_url.db")}
    assert kinds <= {"counter"}, "how often codes were asked for is all that stays, for an hour, under a keyed hash"
    assert rows(tmp_path / "chat_store_url.db") == []


def rows(path: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as database:
        found = database.execute("SELECT owner, kind, id FROM records").fetchall()
    database.close()
    return found


def test_every_token_of_the_erased_is_refused(settled: Client, client: Client) -> None:
    assert settled.delete(f"/api/users/{settled.user_id}").status_code == 204
    for path in ("/api/users/me", "/api/auth/sessions", f"/api/workouts/{settled.user_id}"):
        assert settled.get(path).status_code == 401
    refreshed = client.post("/api/auth/refresh", json={"refresh_token": settled.session["refresh_token"]})
    assert refreshed.status_code == 401


@pytest.mark.parametrize("address", [ANA, PHONE])
def test_the_address_signs_up_anew(settled: Client, client: Client, clock: MovableClock, address: Json) -> None:
    pending = newest_code(client, next(iter(address.values())))
    assert settled.delete("/api/users/me").status_code == 204
    assert client.post("/api/auth/verify-otp", json={**address, "otp": pending}).status_code == 401
    assert client.post("/api/auth/login", json={**address, "password": PASSWORD}).status_code == 401
    clock.advance(seconds=60)
    anew = sign_in(client, **address)
    assert anew["is_new_user"] is True
    assert anew["user"]["id"] != settled.user_id
    assert client.signed_in(anew).get("/api/workouts/me").get_json()["items"] == []


def test_the_password_of_an_address_that_the_profile_does_not_show_goes_too(
    client: Client, infra: Infra, clock: MovableClock
) -> None:
    """A provider's account may link a second email, with a password of its own."""
    from fitzen.auth.accounts import Claim, enter

    now = clock()
    enter(infra, [Claim("google", "1"), Claim("email", "first@example.com")], now)
    entered = enter(infra, [Claim("google", "1"), Claim("email", ANA["email"])], now)
    client.post("/api/auth/register", json={**ANA, "password": PASSWORD})
    verified = client.post("/api/auth/verify-otp", json={**ANA, "otp": newest_code(client, ANA["email"])})
    ana = client.signed_in(verified.get_json())
    assert (ana.user_id, ana.session["user"]["email"]) == (entered.user_id, "first@example.com")
    assert ana.delete("/api/users/me").status_code == 204
    assert client.post("/api/auth/login", json={**ANA, "password": PASSWORD}).status_code == 401


@pytest.mark.parametrize("broken", ["chat_store", "store"])
def test_an_erasure_that_was_interrupted_is_repeated(
    settled: Client, infra: Infra, tmp_path: Path, broken: str
) -> None:
    """One of the databases goes away in the middle: the person can still ask again, and then all of it is gone."""
    path = tmp_path / f"{broken}_url.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TRIGGER refuse BEFORE DELETE ON records BEGIN SELECT RAISE(ABORT, 'no'); END")
    settled.application.config["PROPAGATE_EXCEPTIONS"] = False
    assert settled.delete("/api/users/me").status_code == 500
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TRIGGER refuse")
    assert settled.delete("/api/users/me").status_code == 204
    assert all(settled.user_id not in row for table, row in scan(tmp_path / "store_url.db") if table != "owners")
    assert rows(tmp_path / "chat_store_url.db") == []


def test_an_address_is_not_lost_to_an_erasure_that_nobody_repeated(
    settled: Client, client: Client, infra: Infra, clock: MovableClock
) -> None:
    while not infra.store.erase(settled.user_id):
        pass
    clock.advance(seconds=60)
    anew = sign_in(client, **ANA)
    assert anew["is_new_user"] is True
    clock.advance(seconds=60)
    assert sign_in(client, **PHONE)["user"]["id"] not in (settled.user_id, anew["user"]["id"])


def test_erasing_twice_is_fine(settled: Client, infra: Infra) -> None:
    context: Context = settled.application.extensions["fitzen"]
    for _ in range(2):
        erase(context, settled.user_id)
    assert list(infra.store.users()) == []


def test_another_is_not_erased(client: Client, signed_in: Client, another: Client) -> None:
    assert signed_in.delete(f"/api/users/{another.user_id}").status_code == 403
    assert signed_in.delete("/api/users/me").status_code == 204
    assert another.get("/api/users/me").status_code == 200

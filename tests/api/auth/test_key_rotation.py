"""SECRET_KEY is changed: what the old one signed is taken for a while, and what is in the store is found for ever."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyotp
import pytest
from tests.fixtures.api import (
    Client,
    MovableClock,
    bearer,
    build_app,
    build_infra,
    client_of,
    close,
    send_code,
    settings_for,
    sign_in,
)
from tests.fixtures.filling import exported, files_in

from fitzen.config import SettingsError
from fitzen.infra.files.base import Signed
from fitzen.infra.files.local import LocalFiles
from fitzen.infra.storage import pepper
from fitzen.transfer.manifests import Manifest

OLD, NEW = "an old secret of the tests, and no other", "a new secret of the tests, and no other"
ROTATED = {"secret_key": NEW, "secret_key_previous": (OLD,), "pepper_key": OLD}
ANA = {"email": "ana@example.com"}

type Start = Callable[..., Client]


@pytest.fixture
def start(tmp_path: Path, clock: MovableClock) -> Iterator[Start]:
    """Start the application on one store, with the keys that are given."""
    with ExitStack() as stack:

        def started(**settings: Any) -> Client:
            infra = build_infra(settings_for(tmp_path, f"sqlite:///{tmp_path}/fitzen.db", **settings), clock)
            stack.callback(close, infra)
            pepper.check(infra.store, infra.settings.pepper, clock())
            return client_of(build_app(infra))

        yield started


def test_nobody_is_signed_out(start: Start, clock: MovableClock) -> None:
    session = sign_in(start(secret_key=OLD), **ANA)
    client = start(**ROTATED)
    assert client.signed_in(session).get("/api/users/me").status_code == 200
    clock.advance(minutes=20)
    fresh = client.post("/api/auth/refresh", json={"refresh_token": session["refresh_token"]}).get_json()
    assert (
        start(**ROTATED | {"secret_key_previous": ()}).signed_in({**session, **fresh}).get("/api/users/me").status_code
        == 200
    )
    clock.advance(minutes=20)
    assert sign_in(client, **ANA)["user"]["id"] == session["user"]["id"], "the address is still theirs"


def test_after_the_grace_the_old_key_opens_nothing(start: Start) -> None:
    session = sign_in(start(secret_key=OLD), **ANA)
    client = start(**ROTATED | {"secret_key_previous": ()})
    assert client.get("/api/users/me", environ_overrides=bearer(session["access_token"])).status_code == 401
    renewed = client.post("/api/auth/refresh", json={"refresh_token": session["refresh_token"]})
    assert renewed.status_code == 200, "whom a leaked key cannot help: it needs the store as well"


def test_servers_of_both_keys_understand_each_other_while_one_takes_over(start: Start) -> None:
    """The next key is told to the old servers first, as one more that verifies."""
    before, after = start(secret_key=OLD, secret_key_previous=(NEW,)), start(**ROTATED)
    session = sign_in(after, **ANA)
    assert before.signed_in(session).get("/api/users/me").status_code == 200


def test_a_second_factor_outlives_the_key(start: Start, clock: MovableClock) -> None:
    client = start(secret_key=OLD)
    ana = client.signed_in(sign_in(client, **ANA))
    totp = pyotp.TOTP(ana.post("/api/auth/mfa/totp").get_json()["secret"])
    ana.post("/api/auth/mfa/totp/confirm", json={"code": totp.at(clock())})
    clock.advance(minutes=2)
    asked = client.post("/api/auth/verify-otp", json={**ANA, "otp": send_code(client, ANA)}).get_json()
    second = {"mfa_token": asked["mfa_token"], "code": totp.at(clock())}
    assert start(**ROTATED).post("/api/auth/mfa/verify", json=second).status_code == 200


def test_links_and_exports_of_the_old_key_are_taken(start: Start, tmp_path: Path, clock: MovableClock) -> None:
    expires = clock() + timedelta(hours=1)
    signed = Signed("GET", int(expires.timestamp()))
    signature = LocalFiles(tmp_path, [OLD]).url("a/b.jpg", expires).rpartition("signature=")[2]
    LocalFiles(tmp_path, [NEW, OLD]).check("a/b.jpg", signed, signature, clock())
    client = start(secret_key=OLD)
    archive = exported(client.signed_in(sign_in(client, **ANA)))
    manifest = Manifest.model_validate_json(files_in(archive)["manifest.json"])
    assert manifest.signed_by([NEW, OLD])
    assert not manifest.signed_by([NEW])


def test_a_new_key_alone_is_refused_before_anybody_is_lost(start: Start) -> None:
    start(secret_key=OLD)
    with pytest.raises(SettingsError, match="PEPPER_KEY"):
        start(secret_key=NEW)
    start(secret_key=OLD, pepper_key=OLD)

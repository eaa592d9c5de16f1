"""A subscription, by the command and as it is seen: what it gives, and that nothing is lost when it runs out."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner
from tests.fixtures.api import SECRET, Client, MovableClock, close, settings_for, sign_in

from fitzen import wiring
from fitzen.auth.service import user_of
from fitzen.cli import main
from fitzen.errors import InvalidError, NotFoundError
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Page
from fitzen.photos.models import PhotoIn
from fitzen.photos.service import announce
from fitzen.users import subscription
from fitzen.users.subscription import ENTITLEMENTS, Entitlements, Status, entitlements, subscribe


def test_every_status_has_its_row() -> None:
    assert set(ENTITLEMENTS) == set(get_args(Status))


def test_premium_runs_out_by_itself_and_falls_back_to_free(
    signed_in: Client, infra: Infra, clock: MovableClock, client: Client
) -> None:
    until = clock() + timedelta(days=30)
    assert signed_in.get("/api/users/me").get_json()["subscription_status"] == "free"
    subscribe(infra.store, signed_in.user_id, "premium", until, clock())
    user = signed_in.get("/api/users/me").get_json()
    assert user["subscription_status"] == "premium"
    assert user["subscription_expires_at"] == "2026-12-23T12:00:00Z"
    assert entitlements(user, clock()).photos is None
    clock.advance(days=30)
    again = client.signed_in(sign_in(client, email="ana@example.com"))
    user = again.get("/api/users/me").get_json()
    assert user["subscription_status"] == again.session["user"]["subscription_status"] == "expired"
    assert entitlements(user, clock()) == ENTITLEMENTS["free"]
    assert again.patch("/api/users/me", json={"name": "Ana"}).status_code == 200


def test_one_that_ran_out_is_said_so_everywhere_and_can_be_sent_back_as_it_was_read(
    signed_in: Client, infra: Infra, clock: MovableClock
) -> None:
    subscribe(infra.store, signed_in.user_id, "premium", clock() + timedelta(minutes=5), clock())
    before = signed_in.get("/api/users/me")
    clock.advance(minutes=5)
    after = signed_in.get("/api/users/me", headers={"If-None-Match": before.headers["ETag"]})
    assert (after.status_code, after.get_json()["subscription_status"]) == (200, "expired")
    for answer in (
        signed_in.put("/api/users/me", json=after.get_json()),
        signed_in.patch("/api/users/me", json={"subscription_status": "expired", "name": "Ana"}),
        signed_in.post("/api/users/me/onboarding", json={}),
    ):
        assert (answer.status_code, answer.get_json()["subscription_status"]) == (200, "expired"), answer.text
    assert entitlements(signed_in.get("/api/users/me").get_json(), clock()) == ENTITLEMENTS["free"]


def test_nobody_subscribes_by_patching_themselves(signed_in: Client) -> None:
    answer = signed_in.patch("/api/users/me", json={"subscription_status": "premium"})
    assert (answer.status_code, answer.get_json()["errors"][0]["field"]) == (422, "subscription_status")


def test_an_end_must_make_sense(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    with pytest.raises(InvalidError):
        subscribe(infra.store, signed_in.user_id, "premium", clock(), clock())
    with pytest.raises(InvalidError):
        subscribe(infra.store, signed_in.user_id, "free", clock() + timedelta(days=1), clock())
    with pytest.raises(NotFoundError):
        subscribe(infra.store, "nobody", "free", None, clock())


def photo(number: int) -> PhotoIn:
    at = f"2026-11-{number % 28 + 1:02}T07:15:00+01:00"
    return PhotoIn.model_validate_json(
        json.dumps({"pose": "front", "taken_at": at, "content_type": "image/jpeg", "bytes": 1000})
    )


def test_photos_up_to_what_the_plan_keeps_and_none_is_lost_when_it_ends(
    signed_in: Client, infra: Infra, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = Entitlements(photos=3, coach_tokens_day=1, coach_tokens_month=1)
    monkeypatch.setitem(subscription.ENTITLEMENTS, "free", small)
    monkeypatch.setitem(subscription.ENTITLEMENTS, "expired", small)
    subscribe(infra.store, signed_in.user_id, "premium", clock() + timedelta(days=1), clock())
    saved = [announce(infra, signed_in.user_id, photo(number), clock())[0] for number in range(5)]
    clock.advance(days=1)
    with pytest.raises(InvalidError, match="keeps 3 photos"):
        announce(infra, signed_in.user_id, photo(9), clock())
    assert len(infra.store.list(signed_in.user_id, "photo").items) == len(saved)


def test_announced_at_once_there_are_no_more_photos_than_the_plan_keeps(
    signed_in: Client, infra: Infra, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(subscription.ENTITLEMENTS, "free", Entitlements(2, 1, 1))
    announce(infra, signed_in.user_id, photo(1), clock())
    count, others = infra.store.list, [photo(2)]

    def count_then_another_comes(*args: Any, **kwargs: Any) -> Page:
        page = count(*args, **kwargs)
        while others:
            announce(infra, signed_in.user_id, others.pop(), clock())
        return page

    monkeypatch.setattr(infra.store, "list", count_then_another_comes)
    with pytest.raises(InvalidError, match="keeps 2 photos"):
        announce(infra, signed_in.user_id, photo(3), clock())
    assert len(count(signed_in.user_id, "photo").items) == 2


def test_one_announced_again_is_no_other_photo(
    signed_in: Client, infra: Infra, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(subscription.ENTITLEMENTS, "free", Entitlements(1, 1, 1))
    body = photo(1).model_copy(update={"id": "0199a000-0000-7000-8000-000000000001"})
    announce(infra, signed_in.user_id, body, clock())
    saved, _ = announce(infra, signed_in.user_id, body, clock())
    assert not saved.created


class TestCommand:
    @pytest.fixture
    def runner(self, tmp_path: Path, clock: MovableClock) -> CliRunner:
        environment = {
            "FITZEN_DATA_DIR": str(tmp_path),
            "STORE_URL": f"sqlite:///{tmp_path}/fitzen.db",
            "SECRET_KEY": SECRET,
        }
        infra = wiring.build(settings_for(tmp_path, environment["STORE_URL"]), clock)
        infra.store.migrate()
        user_of(infra, phone=None, email="ana@example.com", now=clock())
        close(infra)
        return CliRunner(env=environment)

    def test_it_sets_and_shows(self, runner: CliRunner) -> None:
        arguments = ["users", "subscription", "--email", "ana@example.com", "--json"]
        assert json.loads(runner.invoke(main, arguments).output)["subscription_status"] == "free"
        done = runner.invoke(main, [*arguments, "--set", "premium", "--until", "2099-01-01"])
        assert json.loads(done.output) | {"user_id": ""} == {
            "user_id": "",
            "subscription_status": "premium",
            "subscription_expires_at": "2099-01-01T00:00:00Z",
        }
        shown = runner.invoke(main, arguments[:-1])
        assert "premium until 2099-01-01" in shown.output

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            ([], "Give one of"),
            (["--email", "nobody@example.com"], "Nobody has this address"),
            (["--email", "ana@example.com", "--until", "2099-01-01"], "--until goes with --set"),
            (["--email", "ana@example.com", "--set", "premium", "--until", "2001-01-01"], "future"),
            (["--id", "nobody", "--set", "free"], "There is no user"),
        ],
    )
    def test_what_is_wrong_is_said(self, runner: CliRunner, arguments: list[str], words: str) -> None:
        done = runner.invoke(main, ["users", "subscription", *arguments])
        assert done.exit_code != 0
        assert words in done.output

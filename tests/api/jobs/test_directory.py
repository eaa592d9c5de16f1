"""What the pool knows of a person follows them, night by night; it is 23 November 2026, noon, when it starts."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.fixtures.api import Client, MovableClock, send_code, sign_in
from tests.fixtures.pools import UserPool

from fitzen.auth import accounts
from fitzen.auth.accounts import Claim
from fitzen.infra.base import Infra
from fitzen.infra.identity import cognito_pool
from fitzen.jobs import reminders, streaks

MIDNIGHT = datetime(2026, 11, 24, 0, 1, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def infra(cognito_infra: Infra) -> Infra:
    return cognito_infra


def night(infra: Infra, clock: MovableClock, at: datetime) -> dict[str, int]:
    """Let the jobs run now, which plans the night, and then at a time; return what that ended."""
    reminders.run(infra, clock.now)
    clock.now = at
    return dict(streaks.run(infra, at).counts)


def test_a_person_is_told_of_once_something_has_changed(
    signed_in: Client, infra: Infra, pool: UserPool, clock: MovableClock
) -> None:
    assert signed_in.patch("/api/users/me", json={"fitness_level": "beginner"}).status_code == 200
    assert night(infra, clock, MIDNIGHT) == {"ended": 1}
    [user] = pool.users()
    assert (user["email"], user["email_verified"]) == ("ana@example.com", "true")
    assert user["custom:fitness_level"] == "beginner"
    assert user["custom:subscription_status"] == "free"
    assert user["custom:onboarding_completed"] == "false"
    assert not {"name", "custom:weight", "birthdate"} & user.keys()
    changed = pool.cognito.client.admin_get_user(UserPoolId=pool.id, Username=user["username"])["UserLastModifiedDate"]
    assert night(infra, clock, MIDNIGHT + DAY) == {"ended": 1}
    again = pool.cognito.client.admin_get_user(UserPoolId=pool.id, Username=user["username"])["UserLastModifiedDate"]
    assert again == changed, "nothing is written for nothing"


def test_an_added_phone_and_a_linked_account_are_the_same_user_s(
    client: Client, signed_in: Client, infra: Infra, pool: UserPool, clock: MovableClock
) -> None:
    phone = {"phone": "+34612345678"}
    added = signed_in.post("/api/auth/verify-otp", json={**phone, "otp": send_code(client, phone)})
    assert added.status_code == 200
    accounts.enter(infra, [Claim("google", "1234"), Claim("email", "ana@example.com")], clock.now)
    assert len(pool.users()) == 2
    night(infra, clock, MIDNIGHT)
    [user] = pool.users()
    assert (user["email"], user["phone_number"]) == ("ana@example.com", "+34612345678")
    assert "1234" in user["identities"]


def test_whoever_signs_in_by_google_alone_is_told_of_and_erased(
    infra: Infra, pool: UserPool, clock: MovableClock
) -> None:
    user_id = accounts.enter(infra, [Claim("apple", "001.ab")], clock.now).user_id
    night(infra, clock, MIDNIGHT)
    assert len(pool.users()) == 1
    accounts.erase(infra, user_id)
    assert pool.users() == []


def test_who_is_erased_is_in_the_pool_no_more(
    client: Client, signed_in: Client, infra: Infra, pool: UserPool, clock: MovableClock
) -> None:
    assert signed_in.session["is_new_user"]
    night(infra, clock, MIDNIGHT)
    assert len(pool.users()) == 1
    ana = client.signed_in(sign_in(client, email="ana@example.com"))
    assert ana.delete("/api/users/me").status_code == 204
    assert pool.users() == []


def away(*_: object) -> None:
    """In place of a call to the pool."""
    raise cognito_pool._AgainError("away", unsure=False)


def test_an_erasure_that_the_pool_did_not_answer_is_repeated(
    client: Client, signed_in: Client, pool: UserPool, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(cognito_pool, "_sent", away)
        meanwhile.setattr(cognito_pool, "RETRY_S", 0)
        assert signed_in.delete("/api/users/me").status_code == 503
    assert len(pool.users()) == 1
    assert signed_in.delete("/api/users/me").status_code == 204
    assert pool.users() == []
    clock.advance(seconds=60)
    assert sign_in(client, email="ana@example.com")["is_new_user"] is True


def test_a_pool_that_does_not_answer_keeps_no_night_waiting(
    signed_in: Client,
    infra: Infra,
    pool: UserPool,
    clock: MovableClock,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(cognito_pool, "_sent", away)
        meanwhile.setattr(cognito_pool, "RETRY_S", 0)
        assert night(infra, clock, MIDNIGHT) == {"ended": 1}
    assert "the next night" in caplog.text
    assert "email" not in pool.users()[0]
    night(infra, clock, MIDNIGHT + DAY)
    assert pool.users()[0]["email"] == "ana@example.com"

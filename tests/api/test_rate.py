"""REQUESTS_A_MINUTE: counted for each person, across processes where the cache is, and never a reason to be down."""

import re
from pathlib import Path

import pytest
from redis import Redis
from tests.fixtures.api import Client, MovableClock, build_app, build_infra, client_of, close, settings_for, sign_in
from tests.fixtures.listening import free_port


@pytest.mark.parametrize("kind", ["", "memory:", "redis"])
def test_who_asks_too_often_waits_and_nobody_else_does(kind: str, tmp_path: Path, redis_url: str) -> None:
    """Two applications, as two tasks are, count together in Redis, and each for itself elsewhere."""
    url = redis_url if kind == "redis" else kind
    settings = settings_for(tmp_path, f"sqlite:///{tmp_path}/fitzen.db", cache_url=url, requests_a_minute=5)
    infras = [build_infra(settings, MovableClock()) for _ in range(2)]
    first, second = (client_of(build_app(infra)) for infra in infras)
    ana = first.signed_in(sign_in(first, email="ana@example.com"))
    ben = first.signed_in(sign_in(first, email="ben@example.com"))
    there = second.signed_in(ana.session)
    assert [ana.get("/api/users/me").status_code for _ in range(5)] == [200] * 5
    refused = ana.get("/api/users/me")
    assert (refused.status_code, refused.content_type) == (429, "application/problem+json")
    assert 1 <= int(refused.headers["Retry-After"]) <= 12
    assert there.get("/api/users/me").status_code == (429 if kind == "redis" else 200)
    assert ben.get("/api/users/me").status_code == 200
    assert first.get("/health").status_code == 200
    if kind == "redis":
        with Redis.from_url(redis_url) as client:
            names = [name.decode() for name in client.keys("fitzen:requests:*")]
        assert len(names) >= 2
        assert all(re.fullmatch(r"fitzen:requests:[\w-]{43}", name) for name in names)
    for infra in infras:
        close(infra)


def test_without_a_rate_nobody_waits(signed_in: Client) -> None:
    assert {signed_in.get("/api/users/me").status_code for _ in range(100)} == {200}


def test_a_cache_that_is_away_is_said_and_makes_nothing_unready(tmp_path: Path) -> None:
    settings = settings_for(tmp_path, cache_url=f"redis://127.0.0.1:{free_port()}", requests_a_minute=1)
    infra = build_infra(settings, MovableClock())
    client = client_of(build_app(infra))
    ana = client.signed_in(sign_in(client, email="ana@example.com"))
    assert {ana.get("/api/users/me").status_code for _ in range(5)} == {200}
    ready = client.get("/ready")
    assert (ready.status_code, ready.get_json()["dependencies"]["cache"]["ok"]) == (200, False)
    close(infra)

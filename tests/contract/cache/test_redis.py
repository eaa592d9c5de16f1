"""What Redis does beyond the contract: two processes, and a server that is away, silent, full, or new."""

import logging
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Thread
from typing import Any
from uuid import uuid4

import pytest
from redis import Redis
from tests.contract.cache.conftest import PATIENT_S
from tests.fixtures.certificates import certificate
from tests.fixtures.listening import free_port
from tests.fixtures.redis import running_redis

from fitzen.config import Settings, SettingsError
from fitzen.errors import UnavailableError
from fitzen.infra.cache.base import Rate
from fitzen.infra.cache.memory import MemoryCache
from fitzen.infra.cache.redis import RedisCache
from fitzen.infra.cache.stored import StoredCache
from fitzen.infra.llm.breaker import Breaker
from fitzen.wiring import build

TAKER = """
import sys, time
from datetime import timedelta
from fitzen.infra.cache.base import Rate
from fitzen.infra.cache.redis import RedisCache
url, key, at, name = sys.argv[1:]
cache = RedisCache(url, 10)
cache.ping()
time.sleep(max(0, float(at) - time.time()))
cache.put("first:" + key, name, timedelta(minutes=1))
taken = sum(cache.take("rate:" + key, Rate(100, timedelta(hours=1))) == 0 for _ in range(200))
print(taken, cache.get("first:" + key))
"""


def test_processes_count_together_and_the_first_value_stands(redis_url: str) -> None:
    key, at = uuid4().hex, str(time.time() + 2)
    processes = [
        subprocess.Popen([sys.executable, "-c", TAKER, redis_url, key, at, name], stdout=subprocess.PIPE, text=True)
        for name in ("one", "two")
    ]
    said = [process.communicate(timeout=60)[0].split() for process in processes]
    taken, values = [int(each[0]) for each in said], {each[1] for each in said}
    assert sum(taken) == 100
    assert len(values) == 1


def test_a_counter_goes_by_itself(redis_url: str) -> None:
    cache, key = RedisCache(redis_url, PATIENT_S), uuid4().hex
    assert cache.take(key, Rate(10, timedelta(seconds=10))) == 0
    client = Redis.from_url(redis_url)
    assert 0 < client.pttl(f"fitzen:{key}") <= 1000
    cache.put(f"{key}v", "x", timedelta(days=7))
    assert 0 < client.pttl(f"fitzen:{key}v") <= timedelta(days=7) // timedelta(milliseconds=1)
    client.close()
    cache.close()


def test_a_server_that_forgot_the_script_is_told_it_again(redis_url: str) -> None:
    cache, key = RedisCache(redis_url, PATIENT_S), uuid4().hex
    one = Rate(1, timedelta(hours=1))
    assert cache.take(key, one) == 0
    client = Redis.from_url(redis_url)
    client.script_flush()
    client.close()
    assert cache.take(key, one) == 3600
    cache.close()


def falls_open(cache: RedisCache) -> None:
    assert cache.get("answer:f00d") is None
    cache.put("answer:f00d", "x", timedelta(days=1))
    assert cache.take("requests:f00d", Rate(1, timedelta(hours=1))) == 0
    assert cache.take("requests:f00d", Rate(1, timedelta(hours=1))) == 0


def test_a_server_that_is_away_holds_nobody_up(caplog: pytest.LogCaptureFixture) -> None:
    cache = RedisCache(f"redis://:hunter2@127.0.0.1:{free_port()}/0")
    falls_open(cache)
    with pytest.raises(UnavailableError):
        cache.ping()
    assert len(caplog.records) == 2, "then it is left alone"
    assert not any(secret in caplog.text for secret in ("hunter2", "f00d"))


@contextmanager
def silent() -> Iterator[tuple[str, list[socket.socket]]]:
    """Take connections, and say nothing."""
    taken: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def take() -> None:
            try:
                while True:
                    taken.append(server.accept()[0])
            except OSError:
                return

        thread = Thread(target=take)
        thread.start()
        try:
            yield f"redis://127.0.0.1:{server.getsockname()[1]}/0", taken
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()
            for each in taken:
                each.close()


def test_a_server_that_says_nothing_is_waited_for_twice_and_then_left_alone() -> None:
    with silent() as (url, taken):
        cache = RedisCache(url, 0.2)
        start = time.monotonic()
        for _ in range(50):
            falls_open(cache)
        assert time.monotonic() - start < 5
        assert len(taken) == 2


def test_it_is_asked_again_once_it_has_rested(tmp_path: Path) -> None:
    port, now = free_port(), [0.0]
    cache = RedisCache(f"redis://127.0.0.1:{port}/0", PATIENT_S, Breaker(lambda: now[0], failures=2, open_s=5))
    falls_open(cache)
    with running_redis(tmp_path, port=port):
        falls_open(cache)
        now[0] += 6
        cache.put("answer:y", "y", timedelta(days=1))
        assert cache.get("answer:y") == "y"
    falls_open(cache)  # it was stopped while we were connected
    now[0] += 6
    with running_redis(tmp_path, port=port):
        cache.put("answer:y", "z", timedelta(days=1))
        assert cache.get("answer:y") == "z"
        cache.close()


def test_a_full_server_falls_open_and_what_it_says_is_not_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with running_redis(tmp_path, "--maxmemory", "1", "--maxmemory-policy", "noeviction") as url:
        cache = RedisCache(url, PATIENT_S)
        falls_open(cache)
        cache.close()
    assert "OutOfMemoryError" in caplog.text
    assert "f00d" not in caplog.text


def test_a_password_is_needed_and_not_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with running_redis(tmp_path, "--requirepass", "hunter2") as url:
        right, wrong = (url.replace("//", f"//:{word}@") for word in ("hunter2", "hunter3"))
        cache = RedisCache(right, PATIENT_S)
        cache.ping()
        cache.close()
        with caplog.at_level(logging.DEBUG), pytest.raises(UnavailableError) as refused:
            RedisCache(wrong, PATIENT_S).ping()
        falls_open(RedisCache(wrong, PATIENT_S))
    assert "hunter" not in caplog.text + str(refused.value)


def test_with_tls_a_server_that_nobody_vouches_for_is_not_spoken_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cert, key = certificate(tmp_path)
    port = free_port()
    files = ("--tls-cert-file", str(cert), "--tls-key-file", str(key), "--tls-ca-cert-file", str(cert))
    with running_redis(tmp_path, "--tls-port", str(port), "--tls-auth-clients", "no", *files):
        cache = RedisCache(f"rediss://127.0.0.1:{port}", PATIENT_S)
        with pytest.raises(UnavailableError):
            cache.ping()
        falls_open(cache)
        monkeypatch.setenv("SSL_CERT_FILE", str(cert))
        trusting = RedisCache(f"rediss://127.0.0.1:{port}", PATIENT_S)
        trusting.ping()
        trusting.close()
        elsewhere = RedisCache(f"rediss://localhost:{port}", PATIENT_S)
        with pytest.raises(UnavailableError):  # the certificate is of another name
            elsewhere.ping()


def settings(**others: Any) -> Settings:
    inbox = "inbox:/nonexistent"
    return Settings(
        store_url="sqlite://",
        chat_store_url="sqlite://",
        files_url="file:/nonexistent",
        secret_key="s" * 32,
        sms_url=inbox,
        mail_url=inbox,
        push_url=inbox,
        **others,
    )


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("", StoredCache),
        ("memory:", MemoryCache),
        ("redis://127.0.0.1:6379/0", RedisCache),
        ("rediss://fitzen:a%2Fb@cache.abc.serverless.euc1.cache.amazonaws.com:6379", RedisCache),
        ("redis://[::1]:6379", RedisCache),
        (
            "rediss://fitzen-prod-app@cache.abc.serverless.euc1.cache.amazonaws.com:6379?iam=fitzen-prod-cache",
            RedisCache,
        ),
    ],
)
def test_settings_say_which(url: str, kind: type) -> None:
    built = settings(cache_url=url)
    assert type(build(built).cache) is kind
    assert "a%2Fb" not in repr(built)


@pytest.mark.parametrize(
    "url",
    [
        "redis:",
        "redis://",
        "memcached://host",
        "redis://host:port",
        "redis://host/0?ssl_cert_reqs=none",
        "rediss://pa/ss@host",
        "redis://app@host:6379?iam=cache",
        "rediss://app:password@host:6379?iam=cache",
        "rediss://app@host:6379?iam=cache&ssl_cert_reqs=none",
        "rediss://host:6379?iam=cache",
    ],
)
def test_a_wrong_url_says_what_is_taken(url: str) -> None:
    with pytest.raises(SettingsError, match="CACHE_URL must be memory:, redis://"):
        build(settings(cache_url=url))


def test_a_wrong_rate_is_refused() -> None:
    with pytest.raises(SettingsError, match="REQUESTS_A_MINUTE"):
        build(settings(requests_a_minute=-1))


def test_redis_is_not_imported_before_it_is_needed(tmp_path: Path) -> None:
    program = (
        "import sys; from fitzen import wiring, config; "
        "wiring.build(config.load({'CACHE_URL': 'redis://127.0.0.1:1', 'FITZEN_DATA_DIR': sys.argv[1]})); "
        "print('redis' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=False)
    assert ran.stdout.strip() == "False", ran.stderr

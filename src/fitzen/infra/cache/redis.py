"""The cache in Redis or Valkey: every process sees the same, and counts together.

Each command names one key, so that it is the same with one server and with a cluster behind one address. A server that
fails is left alone for a few seconds: a request waits for it once, not each time. Nothing is imported before the first
call, and nothing connects.
"""

import logging
import math
from collections.abc import Callable
from datetime import timedelta
from threading import Lock
from typing import Any

from fitzen.errors import UnavailableError
from fitzen.infra.cache.base import Rate
from fitzen.infra.llm.breaker import Breaker

TIMEOUT_S = 0.25
"""To connect, and for an answer; what is slower than the request that it is to speed up is of no use."""
REST_S = 5.0
FAILURES = 2
POOL_SIZE = 64
PREFIX = "fitzen:"

TAKE = """
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local each, window = tonumber(ARGV[1]), tonumber(ARGV[2])
local used = math.max(now, tonumber(redis.call('GET', KEYS[1]) or now)) + each
if used - now > window then return used - now - window end
redis.call('SET', KEYS[1], string.format('%.0f', used), 'PX', math.ceil((used - now) / 1000))
return 0
"""
"""GCRA in whole microseconds by the server's clock: the key holds when all that was taken has come back. Atomic, as
scripts are."""

log = logging.getLogger(__name__)


class RedisCache:
    """`url` is `redis://` or, with TLS, `rediss://`, with a name and a password where there are any.

    Without these `sign_in` may give both for each connection that is opened; it may raise UnavailableError.
    """

    def __init__(
        self,
        url: str,
        timeout_s: float = TIMEOUT_S,
        breaker: Breaker | None = None,
        sign_in: Callable[[], tuple[str, str]] | None = None,
    ) -> None:
        self._url = url
        self._sign_in = sign_in
        self._timeout_s = timeout_s
        self._breaker = breaker or Breaker(failures=FAILURES, open_s=REST_S)
        self._creating = Lock()
        self._client: Any = None
        self._take: Any = None

    def get(self, key: str) -> str | None:
        found: bytes | None = self._ask(lambda: self._client.get(PREFIX + key))
        return None if found is None else found.decode()

    def put(self, key: str, value: str, kept: timedelta) -> None:
        self._ask(lambda: self._client.set(PREFIX + key, value, px=_milliseconds(kept), nx=True))

    def take(self, key: str, rate: Rate) -> int:
        window = rate.window // timedelta(microseconds=1)
        wait = self._ask(lambda: self._take(keys=[PREFIX + key], args=[window // rate.at_most, window])) or 0
        return math.ceil(wait / 1_000_000)

    def ping(self) -> None:
        from redis.exceptions import RedisError

        try:
            self._open()
            self._client.ping()
        except RedisError as error:
            raise UnavailableError("The cache does not answer.") from error
        self._breaker.succeeded()

    def close(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None

    def _ask(self, command: Callable[[], Any]) -> Any:
        """Return the answer; None when there is none, which the log says once for each time that it is left alone."""
        from redis.exceptions import RedisError

        if not self._breaker.allows():
            return None
        try:
            self._open()
            answer = command()
        except RedisError as error:
            self._breaker.failed()
            log.warning("The cache failed, and is done without: %s", type(error).__name__)  # its text may quote a key
            return None
        self._breaker.succeeded()
        return answer

    def _open(self) -> None:
        if self._client is None:
            with self._creating:
                if self._client is None:
                    self._client = self._create()

    def _create(self) -> Any:
        from redis import BlockingConnectionPool, Redis
        from redis.backoff import NoBackoff
        from redis.exceptions import ConnectionError as LostError
        from redis.maint_notifications import MaintNotificationsConfig
        from redis.retry import Retry

        pool = BlockingConnectionPool.from_url(
            self._url,
            protocol=3,
            max_connections=POOL_SIZE,
            timeout=self._timeout_s,
            socket_connect_timeout=self._timeout_s,
            socket_timeout=self._timeout_s,
            socket_keepalive=True,
            retry=Retry(NoBackoff(), 1, (LostError,)),  # one that was cut while it was idle is made anew
            maint_notifications_config=MaintNotificationsConfig(enabled=False),  # Redis Enterprise's
            credential_provider=_provider(self._sign_in) if self._sign_in else None,
        )
        client = Redis(connection_pool=pool)
        self._take = client.register_script(TAKE)
        return client


def _provider(sign_in: Callable[[], tuple[str, str]]) -> Any:
    """Return redis-py's way to ask for a name and a password; without them the server is one that refused us."""
    from redis import CredentialProvider
    from redis.exceptions import AuthenticationError

    class Provider(CredentialProvider):
        def get_credentials(self) -> tuple[str, str]:
            try:
                return sign_in()
            except UnavailableError as error:
                raise AuthenticationError(str(error)) from error

    return Provider()


def _milliseconds(kept: timedelta) -> int:
    return max(1, kept // timedelta(milliseconds=1))

"""Clients of AWS's services: made by botocore, in one way, at the first call. What is sent and retried is each adapter's own."""

import logging
import socket
from collections.abc import Callable
from threading import RLock
from typing import Any
from urllib.parse import urlsplit


def new_session() -> Any:
    """Return a session of botocore: it finds credentials, and reads the models of services."""
    from botocore.session import Session

    logging.getLogger("botocore").setLevel(logging.INFO)  # it writes whole requests, health data too, at DEBUG
    return Session()


def stand_in(endpoint: str | None) -> dict[str, str]:
    """Return as whom a stand-in is spoken to, which takes any credentials; nothing for AWS, which is never plain HTTP."""
    if endpoint is None or not endpoint.startswith("http://"):
        return {}
    return {"aws_access_key_id": "local", "aws_secret_access_key": "local"}


class Client:
    """One service in one region, or a stand-in for it at `endpoint`; threads share it.

    Calls are not repeated unless `attempts` says so, and not checked against the service's model: what we send is ours,
    the check is a fifth of a large write, and its errors quote what is sent. `options` are more of botocore's Config.
    """

    def __init__(
        self,
        service: str,
        region: str,
        endpoint: str | None = None,
        *,
        connect_s: float,
        read_s: float,
        pool_size: int = 64,
        attempts: int = 1,
        session: Callable[[], Any] = new_session,
        **options: Any,
    ) -> None:
        self._service = service
        self._region = region
        self._endpoint = endpoint
        self._connect_s = connect_s
        self._new_session = session
        self._session: Any = None
        self._options: dict[str, Any] = {
            "connect_timeout": connect_s,
            "read_timeout": read_s,
            "max_pool_connections": pool_size,
            "retries": {"mode": "standard", "total_max_attempts": attempts},
            "parameter_validation": False,
            "tcp_keepalive": True,
            "user_agent": "fitzen",  # botocore puts its own together anew for every request
            **options,
        }
        self._made: Any = None

    def get(self) -> Any:
        """Return botocore's client."""
        if self._made is None:
            with _making:
                self._made = self._made or self._make()
        return self._made

    def close(self) -> None:
        """Close its connections; the next call makes it anew."""
        if self._made is not None:
            self._made.close()
            self._made = None

    def credentials(self) -> Any:
        """Return what to sign with, which botocore renews before it ends; None where there is nothing."""
        with _making:
            return self._opened().get_credentials()

    def has_credentials(self) -> bool:
        """Say whether there is anything to sign with; where a role gives it, it is asked for."""
        signer = self.get()._request_signer  # noqa: SLF001 - botocore tells nowhere else what it would sign with
        return signer._credentials is not None or signer._auth_token is not None  # noqa: SLF001 - the same

    def reach(self) -> None:
        """Open a connection, for which no right is needed, and close it. Raises OSError."""
        address = urlsplit(self.get().meta.endpoint_url)
        port = address.port or (443 if address.scheme == "https" else 80)
        socket.create_connection((address.hostname, port), self._connect_s).close()

    def _make(self) -> Any:
        from botocore.config import Config

        place = {"endpoint_url": self._endpoint} if self._endpoint else {}
        place |= stand_in(self._endpoint)
        config = Config(**self._options)
        return self._opened().create_client(self._service, region_name=self._region, config=config, **place)

    def _opened(self) -> Any:
        self._session = self._session or self._new_session()
        return self._session


_making = RLock()
"""A session is not thread-safe; a client is."""


def not_sent() -> tuple[type[Exception], ...]:
    """Return what botocore raises when nothing has reached the service."""
    from botocore import exceptions

    return (
        exceptions.ConnectTimeoutError,
        exceptions.CredentialRetrievalError,
        exceptions.EndpointConnectionError,
        exceptions.MetadataRetrievalError,
        exceptions.NoCredentialsError,  # also what it makes of a metadata service that does not answer
        exceptions.ProxyConnectionError,
    )


def perhaps_sent() -> tuple[type[Exception], ...]:
    """Return what botocore raises, beside `not_sent`, when it is not known what the service did."""
    from botocore import exceptions
    from botocore.parsers import ResponseParserError

    return (exceptions.ConnectionError, exceptions.HTTPClientError, ResponseParserError)

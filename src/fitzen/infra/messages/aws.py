"""What SNS and SES share: one client, made when first needed; few attempts within the port's 10 seconds; clear errors.

Botocore's own retries are off. What certainly was not taken (throttled, a fault of the service, no connection) is
repeated; after a silence the message may have been taken, and the caller decides. Nothing of a message is logged.
"""

import logging
import random
import time
from collections.abc import Callable
from typing import Any

from fitzen.errors import UnavailableError
from fitzen.infra.aws import Client
from fitzen.infra.messages.base import RefusedError

CONNECT_TIMEOUT_S = 1.5
READ_TIMEOUT_S = 5.0
LATEST_S = 3.0
"""After so long no other attempt begins: with both timeouts that is 9.5 seconds."""
ATTEMPTS = 4
PAUSE_S = 0.1
SERVER_FAULT = 500
AGAIN = frozenset(
    {"InternalError", "ServiceUnavailable", "Throttled", "ThrottledException", "Throttling", "ThrottlingException"}
    | {"TooManyRequestsException"}
)
NOT_SET_UP = "%s needs credentials: a role, AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."

log = logging.getLogger(__name__)


class Service:
    """`refusals` are the codes of errors that are about one receiver or one message.

    `endpoint` is of a stand-in; over plain HTTP it is signed for as `local`, by the secret `local`.
    """

    def __init__(
        self,
        name: str,
        region: str,
        endpoint: str | None = None,
        refusals: frozenset[str] = frozenset(),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._name = name
        self._refusals = refusals
        self._clock = clock
        self._client = Client(name, region, endpoint, connect_s=CONNECT_TIMEOUT_S, read_s=READ_TIMEOUT_S)

    def call(self, operation: str, **params: Any) -> Any:
        """Return the answer. Raises RefusedError, UnavailableError."""
        from botocore import exceptions
        from botocore.parsers import ResponseParserError

        until = self._clock() + LATEST_S
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return getattr(self._client.get(), operation)(**params)
            except exceptions.ClientError as error:
                code, again = _judged(error)
                if code in self._refusals:
                    log.warning("%s refuses a message for good: %s", self._name, code)
                    raise RefusedError("This message cannot be sent to that address.") from None
                why = code
            except (exceptions.ConnectTimeoutError, exceptions.EndpointConnectionError) as error:
                why, again = type(error).__name__, True
            except exceptions.NoCredentialsError:
                log.error(NOT_SET_UP, self._name)  # noqa: TRY400 - where it was raised says nothing more
                raise _unavailable() from None
            except (exceptions.BotoCoreError, ResponseParserError) as error:
                why, again = type(error).__name__, False
            pause = random.uniform(0.5, 1) * PAUSE_S * 4**attempt  # noqa: S311 - jitter, not a secret
            if not again or attempt == ATTEMPTS or self._clock() + pause > until:
                log.error("%s did not take %s: %s", self._name, operation, why)
                raise _unavailable()
            time.sleep(pause)
        raise AssertionError  # the last attempt returns or raises

    def ping(self) -> None:
        """Look for credentials, and reach the endpoint: no right is needed beyond that to send."""
        if not self._client.has_credentials():
            log.error(NOT_SET_UP, self._name)
            raise _unavailable()
        try:
            self._client.reach()
        except OSError as error:
            raise _unavailable() from error


def _judged(error: Any) -> tuple[str, bool]:
    """Return the code of an error, and whether the same may be tried again."""
    code = str(error.response.get("Error", {}).get("Code", "unknown"))
    status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    return code, code in AGAIN or status >= SERVER_FAULT


def _unavailable() -> UnavailableError:
    return UnavailableError("Messages cannot be sent at the moment. Please try again.")

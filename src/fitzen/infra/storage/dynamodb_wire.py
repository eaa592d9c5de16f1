"""One call to DynamoDB: the only module that knows how botocore speaks to it.

`connect` gives a `Call`; whatever replaces botocore on the data path later is another `send` behind the same retries.
Botocore's own retries are off: ours know whether an attempt may have been applied, and begin at 25 ms as fits a
database that answers in five. Nothing is imported (0.5 s of CPU) and nothing connects before the first call.
"""

import random
import time
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count
from typing import Any, Protocol

from fitzen.errors import UnavailableError
from fitzen.infra.aws import Client, new_session, not_sent, perhaps_sent

CONNECT_TIMEOUT_S = 2
READ_TIMEOUT_S = 5
RETRY_S = 3.0
"""No attempt begins later than this after the first."""

_BASE_PAUSE_S = 0.025

THROTTLED = frozenset(
    {
        "LimitExceededException",
        "ProvisionedThroughputExceeded",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "ThrottlingError",
        "ThrottlingException",
    }
)
CONTENDED = frozenset({"TransactionConflict", "TransactionConflictException", "TransactionInProgressException"})

type Params = dict[str, Any]


class Call(Protocol):
    """Run one operation (`GetItem`) with its parameters in the low-level shape (`{"S": …}`); from any thread.

    Raises CallError on a refusal, and UnavailableError when there was no answer, or only throttling and faults.
    """

    def __call__(self, operation: str, params: Params) -> dict[str, Any]: ...

    def close(self) -> None: ...


class CallError(Exception):
    """DynamoDB refused a call. Its own message may quote what was sent, so it is kept out of what gets logged.

    `item` is what a failed condition was tried on (`reasons` has the same for each action of a transaction). With
    `unsure`, an earlier attempt of this call got no answer, so the refusal may be of our own repetition.
    """

    def __init__(self, operation: str, code: str, response: Mapping[str, Any]) -> None:
        super().__init__(f"{operation}: {code}")
        self.code = code
        self.message: str = response.get("Error", {}).get("Message", "")
        self.item: dict[str, Any] | None = response.get("Item")
        self.reasons: list[dict[str, Any]] = response.get("CancellationReasons", [])
        self.unsure = False


class _AttemptError(Exception):
    """An attempt failed in a way that another may not; with `unsure` it may have been applied all the same."""

    def __init__(self, what: str, *, unsure: bool) -> None:
        super().__init__(what)
        self.unsure = unsure


def connect(region: str, endpoint: str | None) -> Call:
    """Give the callable; nothing happens before it is called."""
    return _Retrying(_Botocore(region, endpoint))


def attempts(seconds: float, longest_pause: float = 1.0) -> Iterator[int]:
    """Count attempts from 0: the first at once, each other after a growing, fully jittered pause, for `seconds`."""
    end = time.monotonic() + seconds
    for attempt in count():
        yield attempt
        pause = random.uniform(0, min(longest_pause, _BASE_PAUSE_S * 2**attempt))  # noqa: S311 - jitter
        if time.monotonic() + pause > end:
            return
        time.sleep(pause)


def unavailable() -> UnavailableError:
    return UnavailableError("Your data cannot be reached at the moment. Please try again.", retry_after=2)


class _Retrying:
    def __init__(self, botocore: "_Botocore") -> None:
        self._open = botocore.open
        self._send = botocore.send
        self.close = botocore.close

    def __call__(self, operation: str, params: Params) -> dict[str, Any]:
        self._open()  # a second of CPU on a small machine, which the attempts are not to lose
        unsure, failure = False, None
        for _ in attempts(RETRY_S):
            try:
                return self._send(operation, params)
            except _AttemptError as error:
                unsure, failure = unsure or error.unsure, error
            except CallError as error:
                error.unsure = unsure
                raise
        raise unavailable() from failure


class _Botocore:
    def __init__(self, region: str, endpoint: str | None) -> None:
        self._client = Client(
            "dynamodb", region, endpoint, connect_s=CONNECT_TIMEOUT_S, read_s=READ_TIMEOUT_S, session=_session
        )
        self.open = self._client.get
        self.close = self._client.close

    def send(self, operation: str, params: Params) -> dict[str, Any]:
        """Send once. Raises _AttemptError where another attempt makes sense, CallError where it does not."""
        from botocore import xform_name
        from botocore.exceptions import ClientError

        try:
            answer: dict[str, Any] = getattr(self._client.get(), xform_name(operation))(**params)
        except ClientError as error:
            raise _refusal(operation, error.response) from error
        except not_sent() as error:
            raise _AttemptError(type(error).__name__, unsure=False) from error
        except perhaps_sent() as error:
            raise _AttemptError(type(error).__name__, unsure=True) from error
        return answer


@cache
def _session() -> Any:
    """One for all stores: it reads its models of DynamoDB, and gets credentials, once."""
    return new_session()


def _refusal(operation: str, response: Mapping[str, Any]) -> Exception:
    code = response["Error"]["Code"]
    if code in THROTTLED or code in CONTENDED:
        return _AttemptError(code, unsure=False)
    if response["ResponseMetadata"]["HTTPStatusCode"] >= 500:  # noqa: PLR2004 - the class of HTTP statuses
        return _AttemptError(code, unsure=True)
    return CallError(operation, code, response)

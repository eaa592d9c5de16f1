"""Amazon Bedrock by `converse_stream`: the only module that knows it here. Nothing connects before the first call.

Botocore's own retries are off: what may be repeated, and for how long, is decided by `resilient.py`, which knows
whether the person has read anything yet.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any

from fitzen.infra.aws import Client
from fitzen.infra.llm import converse
from fitzen.infra.llm.base import Budget, Event, ModelError, NotSetUpError, ToolSpec, Turn

CONNECT_TIMEOUT_S = 3.0
SILENCE_S = 20.0
"""For so long no byte comes, not even the first: the model is taken to have stopped."""
POOL_SIZE = 256
"""As many streams as the role `chat` has threads."""
AGAIN = frozenset(
    {
        "ThrottlingException",
        "TooManyRequestsException",
        "ServiceUnavailableException",
        "ModelTimeoutException",
        "ModelNotReadyException",
        "ModelStreamErrorException",
        "InternalServerException",
        "throttlingException",
        "serviceUnavailableException",
        "modelStreamErrorException",
        "internalServerException",
    }
)
"""By the names of HTTP errors, and of the exceptions within a stream."""
SET_UP = (
    "Bedrock needs credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_PROFILE, or AWS_BEARER_TOKEN_BEDROCK, or give "
    "the machine a role that allows bedrock:InvokeModelWithResponseStream."
)
DENIED = (
    "Bedrock refuses these credentials: the role needs bedrock:InvokeModelWithResponseStream for {model}, and the "
    "account access to that model in {region}."
)
WRONG_KEYS = frozenset({"UnrecognizedClientException", "InvalidSignatureException", "ExpiredTokenException"})


class Bedrock:
    """`models` are the ids of the large and the small one; `endpoint` is for a stand-in of the tests."""

    name = "bedrock"

    def __init__(
        self, region: str, large: str, small: str, endpoint: str | None = None, silence_s: float = SILENCE_S
    ) -> None:
        self._region = region
        self._models = {"large": large, "small": small}
        self._client = Client(
            "bedrock-runtime",
            region,
            endpoint,
            connect_s=CONNECT_TIMEOUT_S,
            read_s=silence_s,
            pool_size=POOL_SIZE,
        )

    def model_id(self, budget: Budget) -> str:
        return self._models[budget.size]

    def stream(self, messages: Sequence[Turn], tools: Sequence[ToolSpec], budget: Budget) -> Iterator[Event]:
        """Stream the answer; closing this closes the connection, which stops the model. Raises ModelError."""
        model_id = self.model_id(budget)
        with self._told(model_id):
            answer = self._client.get().converse_stream(**converse.request(model_id, messages, tools, budget))
            with closing(answer["stream"]) as events:
                yield from converse.events(model_id, events)

    def ping(self) -> None:
        """Look for credentials, and reach the endpoint; no model runs. Raises ModelError."""
        if not self._client.has_credentials():
            raise NotSetUpError(SET_UP)
        try:
            self._client.reach()
        except OSError as error:
            raise ModelError(f"Bedrock cannot be reached: {type(error).__name__}", again=True) from error

    def close(self) -> None:
        self._client.close()

    def _told(self, model_id: str) -> "_Told":
        return _Told(DENIED.format(model=model_id, region=self._region))


class _Told:
    """Whatever botocore and urllib3 raise within the block, raised as a ModelError."""

    def __init__(self, denied: str) -> None:
        self._denied = denied

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, Exception) and (told := self._told(error)):
            raise told from error

    def _told(self, error: Exception) -> ModelError | None:
        from botocore import eventstream, exceptions
        from urllib3.exceptions import HTTPError

        if isinstance(error, exceptions.ClientError):  # also what comes within a stream
            return self._refusal(error.response)
        if isinstance(error, exceptions.NoCredentialsError | exceptions.PartialCredentialsError):
            return NotSetUpError(SET_UP)
        lost = (exceptions.HTTPClientError, exceptions.ConnectionError, HTTPError, eventstream.ParserError, OSError)
        if isinstance(error, lost):
            return ModelError(f"the connection to Bedrock failed: {type(error).__name__}", again=True)
        if isinstance(error, exceptions.BotoCoreError):
            return ModelError(f"Bedrock could not be asked: {type(error).__name__}")
        return None

    def _refusal(self, response: Any) -> ModelError:
        code = response.get("Error", {}).get("Code", "unknown")
        status = response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
        if code == "AccessDeniedException":
            return NotSetUpError(self._denied)
        if code in WRONG_KEYS:
            return NotSetUpError(SET_UP)
        return ModelError(f"Bedrock answered {code}", again=code in AGAIN or status >= 500)  # noqa: PLR2004 - the class of HTTP statuses

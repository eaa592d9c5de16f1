"""Calls to one Cognito user pool: the only module of identity that knows how they fail.

Botocore's own retries are off: an answer to a challenge must not be repeated once Cognito may have seen it, whereas
whatever was throttled, or never left, may. Nothing is imported (0.5 s of CPU) and nothing connects before the first
call. The client's secret is asked of the pool where it is not set, so that nobody has to keep it.
"""

import base64
import hashlib
import hmac
import logging
import random
import time
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from fitzen.errors import UnauthorizedError, UnavailableError
from fitzen.infra.aws import Client, not_sent, perhaps_sent

CONNECT_TIMEOUT_S = 2
READ_TIMEOUT_S = 15
"""Cognito waits up to three times five seconds for a trigger."""
RETRY_S = 3.0
"""No attempt begins later than this after the first."""
LONGEST_PAUSE_S = 0.8

THROTTLED = frozenset({"TooManyRequestsException", "ThrottlingException", "RequestLimitExceeded"})
UNCERTAIN = frozenset({"InternalErrorException", "InternalFailure", "ServiceUnavailable", "InternalServerError"})
OVER = frozenset({"NotAuthorizedException", "CodeMismatchException", "ExpiredCodeException", "UserNotFoundException"})
"""What an answer is met with when no other one can follow it."""
FACTORS = frozenset({"SMS_MFA", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP", "SELECT_MFA_TYPE", "MFA_SETUP"})
FACTOR = "This account has a second factor that cannot be asked for here. Sign in with a code."
SET_UP = "The pool's client needs a secret: without one anybody could have codes sent through it."

log = logging.getLogger(__name__)


class Challenge(NamedTuple):
    """What Cognito waits for: `session` stands for everything so far, and works once; `username` is the pool's own."""

    session: str
    username: str


class RefusedError(Exception):
    """Cognito refused a call, by a code of its own. Its message may quote what was sent, so it is left out."""

    def __init__(self, operation: str, code: str, message: str = "") -> None:
        super().__init__(f"{operation}: {code}")
        self.code = code
        self.of_secret = "secret" in message.lower()
        self.of_session = "session" in message.lower()


class _AgainError(Exception):
    """An attempt failed in a way that another may not; with `unsure` it may have been carried out all the same."""

    def __init__(self, what: str, *, unsure: bool) -> None:
        super().__init__(what)
        self.unsure = unsure


class Pool:
    """`endpoint` is of a stand-in; over plain HTTP it is spoken to as `local`. Each method raises UnavailableError."""

    def __init__(
        self, region: str, pool_id: str, client_id: str, secret: str = "", endpoint: str | None = None
    ) -> None:
        self._pool_id = pool_id
        self._client_id = client_id
        self._secret = secret
        self._asked_secret = ""
        self._client = Client("cognito-idp", region, endpoint, connect_s=CONNECT_TIMEOUT_S, read_s=READ_TIMEOUT_S)

    def create(self, username: str) -> None:
        """Make a user without anything; one that is there stays as it is, at the same price."""
        try:
            self._call("admin_create_user", Username=username, MessageAction="SUPPRESS")
        except RefusedError as error:
            if error.code != "UsernameExistsException":
                raise _unexpected(error) from None

    def begin(self, username: str) -> Challenge:
        """Begin to sign in by challenges."""
        try:
            answer = self._authenticate("admin_initiate_auth", "AuthParameters", username, {}, AuthFlow="CUSTOM_AUTH")
        except RefusedError as error:
            raise _unexpected(error) from None
        return _next(answer, username)

    def answer(self, challenge: Challenge, answer: str, metadata: Mapping[str, str]) -> Challenge | bool:
        """Return True where that was right and the last, the next challenge, or False where none can follow.

        It is sent once, for Cognito takes a session once: after an UnavailableError nobody knows whether it was seen.
        """
        try:
            got = self._authenticate(
                "admin_respond_to_auth_challenge",
                "ChallengeResponses",
                challenge.username,
                {"ANSWER": answer},
                once=True,
                ChallengeName="CUSTOM_CHALLENGE",
                Session=challenge.session,
                ClientMetadata=dict(metadata),
            )
        except RefusedError as error:
            if error.code in OVER or (error.code == "InvalidParameterException" and error.of_session):
                return False
            raise _unexpected(error) from None
        return True if "AuthenticationResult" in got else _next(got, challenge.username)

    def has_password(self, username: str, password: str) -> bool:
        """Say whether a password is right. Raises UnauthorizedError where a factor of the pool's own is wanted too."""
        try:
            answer = self._authenticate(
                "admin_initiate_auth",
                "AuthParameters",
                username,
                {"PASSWORD": password},
                AuthFlow="ADMIN_USER_PASSWORD_AUTH",
            )
        except RefusedError as error:
            if error.code in ("PasswordResetRequiredException", "UserNotConfirmedException") or error.code in OVER:
                return False
            raise _unexpected(error) from None
        if answer.get("ChallengeName") in FACTORS:
            raise UnauthorizedError(FACTOR)
        return "AuthenticationResult" in answer

    def set_password(self, username: str, password: str) -> None:
        """Set a password for good; a user who is gone, by an erasure that was cut off, is made again."""
        given: dict[str, Any] = {"Username": username, "Password": password, "Permanent": True}
        try:
            self._call("admin_set_user_password", **given)
        except RefusedError as error:
            if error.code != "UserNotFoundException":
                raise _unexpected(error) from None
            self.create(username)
            self._expect("admin_set_user_password", **given)

    def set_attributes(self, username: str, attributes: Mapping[str, str]) -> None:
        listed = [{"Name": name, "Value": value} for name, value in attributes.items()]
        self._expect("admin_update_user_attributes", Username=username, UserAttributes=listed)

    def link(self, username: str, provider: str, subject: str) -> bool:
        """Link an account of a provider; False where the pool has no such provider, or another has that account."""
        try:
            self._call(
                "admin_link_provider_for_user",
                DestinationUser={"ProviderName": "Cognito", "ProviderAttributeValue": username},
                SourceUser={
                    "ProviderName": provider,
                    "ProviderAttributeName": "Cognito_Subject",
                    "ProviderAttributeValue": subject,
                },
            )
        except RefusedError as error:
            log.warning("An account of %s was not linked: %s", provider, error.code)
            return False
        return True

    def delete(self, username: str) -> None:
        try:
            self._call("admin_delete_user", Username=username)
        except RefusedError as error:
            if error.code != "UserNotFoundException":
                raise _unexpected(error) from None

    def ping(self) -> None:
        self._ask_secret()

    def close(self) -> None:
        self._client.close()

    def _authenticate(
        self, operation: str, where: str, username: str, given: Mapping[str, str], *, once: bool = False, **params: Any
    ) -> dict[str, Any]:
        """Call with the proof that the client's secret is known; one that was changed is asked for again."""
        for fresh in (False, True):
            secret = self._known_secret(fresh=fresh)
            proof = base64.b64encode(
                hmac.digest(secret.encode(), f"{username}{self._client_id}".encode(), hashlib.sha256)
            )
            params[where] = {"USERNAME": username, "SECRET_HASH": proof.decode(), **given}
            try:
                return self._call(operation, once=once, ClientId=self._client_id, **params)
            except RefusedError as error:
                if not error.of_secret:
                    raise
                if fresh or self._secret:
                    log.error("The secret of the pool's client is not right: set COGNITO_CLIENT_SECRET, or unset it")  # noqa: TRY400 - quotes the client
                    raise unavailable() from None
        raise AssertionError  # the second time returns or raises

    def _known_secret(self, *, fresh: bool) -> str:
        if self._secret:
            return self._secret
        if fresh or not self._asked_secret:
            self._asked_secret = self._ask_secret()
        return self._asked_secret

    def _ask_secret(self) -> str:
        found = self._expect("describe_user_pool_client", ClientId=self._client_id)
        secret: str = found["UserPoolClient"].get("ClientSecret", "")
        if not secret:
            log.error(SET_UP)
            raise unavailable()
        return secret

    def _expect(self, operation: str, **params: Any) -> dict[str, Any]:
        try:
            return self._call(operation, **params)
        except RefusedError as error:
            raise _unexpected(error) from None

    def _call(self, operation: str, *, once: bool = False, **params: Any) -> dict[str, Any]:
        """Call until it is answered, for `RETRY_S`; with `once` not again after Cognito may have seen it."""
        client = self._client.get()
        failure: _AgainError | None = None
        for _ in _attempts():
            try:
                return _sent(client, operation, {"UserPoolId": self._pool_id, **params})
            except _AgainError as error:
                failure = error
                if once and error.unsure:
                    break
        log.error("Cognito did not do %s: %s", operation, failure)
        raise unavailable() from failure


def unavailable() -> UnavailableError:
    return UnavailableError("Signing in does not work at the moment. Please try again.", retry_after=2)


def _next(answer: Mapping[str, Any], username: str) -> Challenge:
    """Return the challenge that an answer carries; one that is cut off is no answer."""
    if answer.get("ChallengeName") != "CUSTOM_CHALLENGE" or not answer.get("Session"):
        log.error("Cognito asked for something else than a code: %s", answer.get("ChallengeName", "nothing"))
        raise unavailable()
    parameters = answer.get("ChallengeParameters") or {}
    return Challenge(answer["Session"], parameters.get("USERNAME") or username)


def _unexpected(error: RefusedError) -> UnavailableError:
    log.error("Cognito refused %s", error)
    return unavailable()


def _attempts() -> Iterator[None]:
    """Give attempts: the first at once, each other after a growing, fully jittered pause."""
    end, longest = time.monotonic() + RETRY_S, 0.05
    while True:
        yield
        pause = random.uniform(0, longest)  # noqa: S311 - jitter
        if time.monotonic() + pause > end:
            return
        time.sleep(pause)
        longest = min(LONGEST_PAUSE_S, longest * 2)


def _sent(client: Any, operation: str, params: dict[str, Any]) -> dict[str, Any]:
    """Send once. Raises _AgainError where another attempt makes sense, RefusedError where it does not."""
    from botocore.exceptions import ClientError

    try:
        answer: dict[str, Any] = getattr(client, operation)(**params)
    except ClientError as error:
        raise _refusal(operation, error.response) from None
    except not_sent() as error:
        raise _AgainError(type(error).__name__, unsure=False) from None
    except perhaps_sent() as error:
        raise _AgainError(type(error).__name__, unsure=True) from None
    return answer


def _refusal(operation: str, response: Mapping[str, Any]) -> Exception:
    code = response.get("Error", {}).get("Code", "unknown")
    if code in THROTTLED:
        return _AgainError(code, unsure=False)
    if code in UNCERTAIN or response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0) >= 500:  # noqa: PLR2004 - the class of HTTP statuses
        return _AgainError(code, unsure=True)
    return RefusedError(operation, code, response.get("Error", {}).get("Message", ""))

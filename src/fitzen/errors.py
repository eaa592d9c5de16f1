"""The errors that a person may see, each with its HTTP status.

One handler in `web/` renders them as problem+json; nothing else catches them, except where an error changes
what is done next. `detail` and each field's message are sentences in the user's words.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple


class FieldError(NamedTuple):
    """What is wrong with one field of the input; `field` is a dotted path such as `exercises.0.sets.2.reps`."""

    field: str
    message: str


class FitzenError(Exception):
    """The parent of every error that has a status. `headers` go out with the answer."""

    status: ClassVar[int] = 500
    title: ClassVar[str] = "Something went wrong on our side"

    def __init__(
        self,
        detail: str = "",
        *,
        errors: Sequence[FieldError] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail or self.title)
        self.detail = detail or self.title
        self.errors = list(errors)
        self.headers = dict(headers or {})


class BadRequestError(FitzenError):
    status = 400
    title = "The request cannot be read"


class UnauthorizedError(FitzenError):
    status = 401
    title = "Please sign in"

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail, headers={"WWW-Authenticate": 'Bearer realm="fitzen"'})


class ForbiddenError(FitzenError):
    status = 403
    title = "This is not yours"


class NotFoundError(FitzenError):
    status = 404
    title = "Not found"


class ConflictError(FitzenError):
    status = 409
    title = "This conflicts with what is stored"


class GoneError(FitzenError):
    status = 410
    title = "This was deleted"


class StaleError(FitzenError):
    """If-Match named a version that is no longer the current one."""

    status = 412
    title = "This has changed since you read it"


class TooLargeError(FitzenError):
    status = 413
    title = "The request is too large"


class UnsupportedMediaError(FitzenError):
    status = 415
    title = "This content type is not understood"


class InvalidError(FitzenError):
    """One or more fields are wrong; say which by `errors`."""

    status = 422
    title = "Some fields need your attention"

    @classmethod
    def of(cls, field: str, message: str) -> "InvalidError":
        """The common case of one field."""
        return cls(message, errors=[FieldError(field, message)])


class TooManyError(FitzenError):
    """`retry_after` is in seconds, at least 1."""

    status = 429
    title = "Too many requests"

    def __init__(self, detail: str = "", *, retry_after: float) -> None:
        self.retry_after = max(1, round(retry_after))
        super().__init__(detail, headers={"Retry-After": str(self.retry_after)})


class UnavailableError(FitzenError):
    """Something that Fitzen depends on does not answer; trying again later may work. `retry_after` in seconds."""

    status = 503
    title = "Not available right now"

    def __init__(self, detail: str = "", *, retry_after: float = 5) -> None:
        super().__init__(detail, headers={"Retry-After": str(max(1, round(retry_after)))})

"""Errors as application/problem+json (RFC 9457)."""

import logging
from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

import orjson
from apiflask import APIFlask
from flask import Response, request
from werkzeug.exceptions import HTTPException

from fitzen.errors import FieldError, FitzenError, TooLargeError, UnauthorizedError, UnavailableError
from fitzen.infra.storage.base import LimitError, OwnerErasedError, WriteConflict
from fitzen.infra.telemetry.logs import REQUEST_ID
from fitzen.records import Json
from fitzen.web.fields import AnswerModel

log = logging.getLogger("fitzen.web")

TITLES = {
    404: "Not found",
    405: "This address does not take this method",
    413: "The request is too large",
}


class Field(AnswerModel):
    field: str
    message: str


class Problem(AnswerModel):
    """What went wrong, in the user's words; `errors` says which fields need attention."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[Field] = []
    request_id: str


class Told(NamedTuple):
    """What a client is told of an error."""

    status: int
    title: str
    detail: str
    errors: Sequence[FieldError] = ()
    headers: Mapping[str, str] = {}

    def body(self, request_id: str) -> Json:
        return {
            "type": "about:blank",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "errors": [error._asdict() for error in self.errors],
            "request_id": request_id,
        }


def install(app: APIFlask) -> None:
    """Render every error of the application; the log gets what the client must not."""
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, lambda error: _answer(tell(error, _request_id())))


def tell(error: Exception, request_id: str) -> Told:
    """Say what a client is told of an error; what nobody foresaw is logged, and told without its reasons."""
    match error:
        case FitzenError():
            return Told(error.status, error.title, error.detail, error.errors, error.headers)
        case OwnerErasedError():
            return tell(UnauthorizedError("This account was erased."), request_id)
        case LimitError():
            return tell(TooLargeError(f"Too much at once: {error}."), request_id)
        case WriteConflict():
            return tell(UnavailableError(retry_after=1), request_id)
    log.error("unexpected error, request %s", request_id, exc_info=error)
    return Told(500, FitzenError.title, "We have noted it. Please try again.")


def _http_error(error: HTTPException) -> Response:
    if error.response is not None:
        return cast("Response", error.response)  # Flask's own redirects
    status = error.code or 500
    headers = {key: value for key, value in error.get_headers() if key.lower() not in {"content-type", "location"}}
    title = TITLES.get(status, error.name)
    return _answer(Told(status, title, f"{title}.", (), headers))


def _answer(told: Told) -> Response:
    body = orjson.dumps(told.body(_request_id()))
    return Response(body, told.status, told.headers, content_type="application/problem+json")


def _request_id() -> str:
    return str(request.environ.get(REQUEST_ID, ""))

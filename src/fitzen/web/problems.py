"""Errors as application/problem+json (RFC 9457)."""

import logging
from collections.abc import Mapping, Sequence
from typing import cast

import orjson
from apiflask import APIFlask
from flask import Response, request
from pydantic import BaseModel
from werkzeug.exceptions import HTTPException

from fitzen.errors import FieldError, FitzenError, UnavailableError
from fitzen.infra.storage.base import LimitError, OwnerErasedError, WriteConflict
from fitzen.web.headers import REQUEST_ID

log = logging.getLogger("fitzen.web")

TITLES = {
    404: "Not found",
    405: "This address does not take this method",
    413: "The request is too large",
}


class Field(BaseModel):
    field: str
    message: str


class Problem(BaseModel):
    """What went wrong, in the user's words; `errors` says which fields need attention."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[Field] = []
    request_id: str


def problem(
    status: int,
    title: str,
    detail: str,
    errors: Sequence[FieldError] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    body = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "errors": [error._asdict() for error in errors],
        "request_id": request.environ.get(REQUEST_ID, ""),
    }
    return Response(orjson.dumps(body), status, headers, content_type="application/problem+json")


def install(app: APIFlask) -> None:
    """Render every error of the application; the log gets what the client must not."""
    app.register_error_handler(FitzenError, _fitzen_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(OwnerErasedError, lambda _: problem(401, "Please sign in", "This account was erased."))
    app.register_error_handler(LimitError, lambda error: problem(413, TITLES[413], f"Too much at once: {error}."))
    app.register_error_handler(WriteConflict, lambda _: _fitzen_error(UnavailableError(retry_after=1)))
    app.register_error_handler(Exception, _unexpected)


def _fitzen_error(error: FitzenError) -> Response:
    return problem(error.status, error.title, error.detail, error.errors, error.headers)


def _http_error(error: HTTPException) -> Response:
    if error.response is not None:
        return cast("Response", error.response)  # Flask's own redirects
    status = error.code or 500
    headers = {key: value for key, value in error.get_headers() if key.lower() not in {"content-type", "location"}}
    title = TITLES.get(status, error.name)
    return problem(status, title, TITLES.get(status, error.description or title) + ".", (), headers)


def _unexpected(error: Exception) -> Response:
    log.error("unexpected error, request %s", request.environ.get(REQUEST_ID), exc_info=error)
    return problem(500, FitzenError.title, "We have noted it. Please try again.")

"""How results go out: stored JSON passes through as it is, neither parsed nor written again."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Protocol

import orjson
from flask import Response, request
from pydantic import BaseModel, Field, create_model

from fitzen.infra.storage.base import Page
from fitzen.web.fields import AnswerModel, Model, Timestamp

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

JSON = "application/json"
MAX_LIMIT = 100


class Answer(Response):
    """A response whose body, if it is there at once, is given to the server as it is, not as an iterator."""

    def get_app_iter(self, environ: "WSGIEnvironment") -> Iterable[bytes]:
        if self.is_sequence and not self._on_close and environ["REQUEST_METHOD"] != "HEAD":
            return list(self.iter_encoded())
        return super().get_app_iter(environ)


class Stored(Protocol):
    """A Record or what a write left: both have a body and a version."""

    @property
    def body(self) -> str: ...
    @property
    def version(self) -> int: ...


class ListQuery(Model):
    """How every list is cut: `after` inclusive, `before` exclusive, by the domain time."""

    limit: Annotated[int, Field(ge=1, le=MAX_LIMIT)] = 20
    cursor: Annotated[str, Field(min_length=1, max_length=400)] | None = None
    after: Timestamp | None = None
    before: Timestamp | None = None


def listing(item: type[BaseModel]) -> type[BaseModel]:
    """Document a page of `item`."""
    model: type[BaseModel] = create_model(
        f"{item.__name__}List",
        __base__=AnswerModel,
        __doc__="A page, newest first. `next_cursor` is null on the last one.",
        items=(list[item], ...),  # type: ignore[valid-type] # a model made at run time
        next_cursor=(str | None, ...),
    )
    return model


def one(stored: Stored, status: int = 200) -> Response:
    """Answer with one resource and its ETag; 304 to a GET whose If-None-Match has it."""
    headers = _versioned(stored.version)
    if request.method == "GET" and request.headers.get("If-None-Match") == headers["ETag"]:
        return Answer(None, 304, headers)
    return Answer(stored.body, status, headers, content_type=JSON)


def _versioned(version: int) -> dict[str, str]:
    """At `/me` two people's versions may be equal. A browser that both use keeps none, or it showed the other's at a 304."""
    return {"ETag": f'"{version}"', "Cache-Control": "no-store"}


class Made(Stored, Protocol):
    @property
    def created(self) -> bool: ...


def shown(value: object, version: int, status: int = 200) -> Response:
    """Answer with one resource that was computed in part: the ETag is of what is stored, so it spares no body."""
    return Answer(orjson.dumps(value), status, _versioned(version), content_type=JSON)


def computed(value: object) -> Response:
    """Answer with something computed, and an ETag of just that; 304 to a GET whose If-None-Match has it."""
    body = orjson.dumps(value)
    etag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    if request.headers.get("If-None-Match") == etag:
        return Answer(None, 304, {"ETag": etag})
    return Answer(body, 200, {"ETag": etag}, content_type=JSON)


def made(saved: Made) -> Response:
    """201 for a create, 200 for the same one sent again."""
    return one(saved, 201 if saved.created else 200)


def made_all(saved: Sequence[Made]) -> Response:
    """Answer with what a create of many left, in order: 201 if any of it is new."""
    items = ",".join([each.body for each in saved])
    return Answer(f'{{"items":[{items}]}}', 201 if any(each.created for each in saved) else 200, content_type=JSON)


def page(found: Page) -> Response:
    items = ",".join([record.body for record in found.items])
    cursor = orjson.dumps(found.next_cursor).decode()
    return Answer(f'{{"items":[{items}],"next_cursor":{cursor}}}', content_type=JSON)


def plain(value: object, status: int = 200) -> Response:
    """Answer with something computed."""
    return Answer(orjson.dumps(value), status, content_type=JSON)


def nothing() -> Response:
    return Answer(None, 204)


def if_match() -> int | None:
    """Return the version that the client saw, None when it did not say, -1 for one that never was."""
    value = request.headers.get("If-Match")
    if value is None or value == "*":
        return None
    number = value.removeprefix("W/").strip('"')
    return int(number) if number.isdecimal() and len(number) < 19 else -1  # noqa: PLR2004 - 64 bits

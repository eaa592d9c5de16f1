"""Files that come with a form (multipart/form-data); what is large is spooled to the disk while it is read."""

from collections.abc import Callable
from typing import IO, Any, NamedTuple

from flask import request
from pydantic import BaseModel

from fitzen.errors import InvalidError, TooLargeError, UnsupportedMediaError
from fitzen.web.parsing import parse_query

MULTIPART = "multipart/form-data"
FILE = "file"
FORM_BYTES = 100_000
"""For what surrounds the file: fields, and the lines between the parts."""


class Sent[M: BaseModel](NamedTuple):
    """What came: `fields` of the form, and `file`, which is there as long as the request."""

    fields: M
    file: IO[bytes]


def uploads[F: Callable[..., Any]](model: type[BaseModel]) -> Callable[[F], F]:
    """Document a form with a file; the route reads it by `read_form`."""

    def mark(view: F) -> F:
        view.__dict__.setdefault("_spec", {}).update(body=model, content_type=MULTIPART)
        return view

    return mark


def read_form[M: BaseModel](fields: type[M], most: int) -> Sent[M]:
    """Read a form with one file of at most `most` bytes. Raises TooLargeError, UnsupportedMediaError, InvalidError."""
    if (request.content_length or 0) > most + FORM_BYTES:
        raise TooLargeError(f"A file has at most {most // 1_000_000} MB.")
    if request.mimetype != MULTIPART:
        raise UnsupportedMediaError("Send a form with a file, with Content-Type: multipart/form-data.")
    request.max_content_length = most + FORM_BYTES
    file = request.files.get(FILE)
    unknown = {name: "" for name in request.files if name != FILE}
    given = parse_query(fields, request.form.to_dict() | unknown)
    if file is None:
        raise InvalidError.of(FILE, "This is required.")
    return Sent(given, file.stream)

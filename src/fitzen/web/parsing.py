"""What a client sent, checked. Bodies go from bytes to a model in one step, without Python objects in between.

The order of checks is the contract's: 413, 415, 400, 422. Messages never repeat what was sent: it may be about health.
"""

from collections.abc import Iterable
from typing import Any

import orjson
from apiflask.schema_adapters.pydantic import PydanticAdapter
from flask import Request, request
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from fitzen.errors import BadRequestError, FieldError, InvalidError, TooLargeError, UnsupportedMediaError
from fitzen.records import Json

MAX_BODY = 1_000_000
MAX_ERRORS = 20
JSON_TYPES = frozenset({"application/json", "application/merge-patch+json"})

MESSAGES = {
    "missing": "This is required.",
    "extra_forbidden": "This field is not known.",
    "string_type": "This must be text.",
    "int_type": "This must be a whole number.",
    "int_parsing": "This must be a whole number.",
    "int_from_float": "This must be a whole number.",
    "float_type": "This must be a number.",
    "float_parsing": "This must be a number.",
    "finite_number": "This must be a number.",
    "bool_type": "This must be true or false.",
    "list_type": "This must be a list.",
    "model_type": "This must be an object.",
    "dict_type": "This must be an object.",
    "timezone_aware": "This time needs an offset, such as 2026-11-23T18:30:00+01:00.",
    "datetime_type": "This must be a time with an offset, such as 2026-11-23T18:30:00+01:00.",
    "datetime_parsing": "This must be a time that exists, with an offset, such as 2026-11-23T18:30:00+01:00.",
    "datetime_from_date_parsing": "This must be a time that exists, with an offset, such as 2026-11-23T18:30:00+01:00.",
    "date_type": "This must be a day, such as 2026-11-23.",
    "date_parsing": "This must be a day that exists, such as 2026-11-23.",
    "date_from_datetime_parsing": "This must be a day that exists, such as 2026-11-23.",
    "date_from_datetime_inexact": "This must be a day without a time, such as 2026-11-23.",
    "greater_than_equal": "This must be at least {ge}.",
    "greater_than": "This must be more than {gt}.",
    "less_than_equal": "This must be at most {le}.",
    "less_than": "This must be less than {lt}.",
    "string_too_short": "This needs at least {min_length} characters.",
    "string_too_long": "This has at most {max_length} characters.",
    "string_pattern_mismatch": "This does not have the right form.",
    "too_short": "This needs at least {min_length} entries.",
    "too_long": "This has at most {max_length} entries.",
    "literal_error": "This must be one of {expected}.",
    "enum": "This must be one of {expected}.",
    "value_error": "{error}.",
}


class Adapter(PydanticAdapter):
    """How APIFlask's `input` reads a request here; registered in routing.py."""

    def __init__(self, schema: type[BaseModel], schema_name: str | None = None, many: bool = False) -> None:
        super().__init__(schema, schema_name, many)
        self._unsent: BaseModel | None = None

    def validate_input(self, request: Request, location: str, **_: Any) -> BaseModel:
        if location == "json":
            return parse_json(self.model_class, read_body(request))
        if not request.query_string:
            if self._unsent is None:
                self._unsent = parse_query(self.model_class, {})
            return self._unsent
        return parse_query(self.model_class, request.args.to_dict())


def read_body(request: Request) -> bytes:
    """Return the body. Raises TooLargeError, UnsupportedMediaError."""
    if (request.content_length or 0) > MAX_BODY:
        raise TooLargeError(f"A request has at most {MAX_BODY // 1000} KB.")
    if request.mimetype not in JSON_TYPES:
        raise UnsupportedMediaError("Send JSON, with Content-Type: application/json.")
    return request.get_data(cache=False)  # Flask's MAX_CONTENT_LENGTH holds for one that does not say its length


def parse_json[M: BaseModel](model: type[M], body: bytes | str) -> M:
    """Read a model from JSON. Raises BadRequestError when it is not JSON, InvalidError when it does not fit."""
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_input=False)
        if problems[0]["type"] == "json_invalid":
            raise BadRequestError("The body is not valid JSON.") from None
        raise invalid(problems) from None


def parse_query[M: BaseModel](model: type[M], values: Json) -> M:
    try:
        return model.model_validate_strings(values)
    except ValidationError as error:
        raise invalid(error.errors(include_url=False, include_input=False)) from None


def check[M: BaseModel](model: type[M], value: Json) -> M:
    """Check what was merged: a JSON value against its model. Raises InvalidError."""
    return parse_json(model, orjson.dumps(value))


def read_patch() -> Json:
    """Return the object of a merge patch. Raises as `read_body`, and InvalidError when it is not an object."""
    try:
        patch = orjson.loads(read_body(request))
        orjson.dumps(patch)  # what is merged must be written again, and that goes less deep than reading
    except orjson.JSONDecodeError:
        raise BadRequestError("The body is not valid JSON.") from None
    except orjson.JSONEncodeError:
        raise BadRequestError("The body goes too deep.") from None
    if not isinstance(patch, dict):
        raise InvalidError.of("body", "A patch is an object with the fields to change.")
    return patch


def invalid(problems: Iterable[ErrorDetails]) -> InvalidError:
    errors = [FieldError(".".join(map(str, problem["loc"])) or "body", _message(problem)) for problem in problems]
    more = len(errors) - MAX_ERRORS
    fields = ", ".join(error.field for error in errors[:3])
    detail = f"Please check {fields}{' and more' if len(errors) > 3 else ''}."  # noqa: PLR2004 - three fit a sentence
    if more > 0:
        errors = [*errors[:MAX_ERRORS], FieldError("body", f"and {more} more")]
    return InvalidError(detail, errors=errors)


def _message(problem: ErrorDetails) -> str:
    template = MESSAGES.get(problem["type"])
    return template.format(**problem.get("ctx", {})) if template else problem["msg"]

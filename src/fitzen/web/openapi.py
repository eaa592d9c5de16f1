"""docs/openapi.json: what APIFlask collects from the routes, completed with what every route has in common."""

import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from apiflask import APIFlask

from fitzen.records import Json
from fitzen.web.problems import Problem

PROBLEM = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
METHODS = frozenset({"get", "post", "put", "patch", "delete"})
DESCRIPTIONS = {
    304: "Not modified: the client's copy is the current one.",
    400: "The body is not JSON.",
    401: "No access token, or one that is not valid any more.",
    403: "The user in the path is not the caller.",
    404: "There is nothing with this id.",
    409: "Something else was already created under this id.",
    410: "It was deleted, and is not created again under the same id.",
    412: "If-Match names a version that is not the current one.",
    413: "The body is too large.",
    415: "The body is not sent as JSON.",
    422: "Fields are missing, wrong or not known; `errors` names each.",
    429: "Too many requests; Retry-After says when to come back.",
    503: "Something that Fitzen depends on is down; Retry-After says when to come back.",
}
HEADERS = {
    "ETag": ("The version of the resource; send it back as If-Match.", {"type": "string"}),
    "Retry-After": ("Seconds to wait.", {"type": "integer", "minimum": 1}),
    "WWW-Authenticate": ("How to authenticate.", {"type": "string"}),
    "X-Request-Id": ("Names this request in the logs.", {"type": "string"}),
}
HEADERS_OF = {401: ["WWW-Authenticate"], 429: ["Retry-After"], 503: ["Retry-After"]}
IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "description": "Change it only if this is still its version.",
    "schema": {"type": "string"},
}


def install(app: APIFlask, public: frozenset[str], extensions: Mapping[str, Json]) -> None:
    """Complete the document as it is made.

    `public` holds the operation ids that need no token; `extensions` stand beside the routes, under names with `x-`.
    """
    app.config |= {
        "AUTO_OPERATION_ID": True,
        "AUTO_404_RESPONSE": False,
        "AUTO_AUTH_ERROR_RESPONSE": False,
        "AUTO_VALIDATION_ERROR_RESPONSE": False,
        "AUTO_SERVERS": False,
        "OPENAPI_VERSION": "3.1.0",
    }

    @app.spec_processor
    def complete(spec: Json | str) -> Json | str:
        assert isinstance(spec, dict)  # noqa: S101 - SPEC_FORMAT is json
        components = spec.setdefault("components", {})
        schemas = components.setdefault("schemas", {})
        schemas["Problem"] = _inlined(Problem.model_json_schema())
        components["headers"] = {
            name: {"description": text, "schema": schema} for name, (text, schema) in HEADERS.items()
        }
        components["responses"] = {f"E{status}": _error(status) for status in DESCRIPTIONS}
        components["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
        for path, method, operation in operations(spec):
            _complete(path, method, operation, public)
        return {**_one_schema_a_model(spec), **extensions}


def operations(spec: Json) -> Iterator[tuple[str, str, Json]]:
    """Yield every (path, method, operation) of a document."""
    for path, item in spec["paths"].items():
        for method, operation in item.items():
            if method in METHODS:
                yield path, method, operation


def _complete(path: str, method: str, operation: Json, public: frozenset[str]) -> None:
    operation["operationId"] = operation["operationId"].partition("_")[2].partition("_")[2]
    operation["security"] = [] if operation["operationId"] in public else [{"bearer": []}]
    responses: Json = operation.setdefault("responses", {})
    for error in _statuses(path, method, operation):
        responses.setdefault(str(error), {"$ref": f"#/components/responses/E{error}"})
    if "201" in responses and "200" in responses:
        responses["200"]["content"] = responses["201"]["content"]
    for status, response in responses.items():
        if "$ref" in response:
            continue
        if int(status) >= HTTPStatus.BAD_REQUEST:
            responses[status] = _error(int(status), response["description"])
        else:
            _head(method, status, response)
    if _has_version(path, method):
        operation.setdefault("parameters", []).append(IF_MATCH)
    if "requestBody" in operation:
        operation["requestBody"]["required"] = True
    for parameter in operation.get("parameters", []):
        if parameter["in"] == "path":
            parameter["schema"] = {"type": "string", "minLength": 1, "maxLength": 200}


def _has_version(path: str, method: str) -> bool:
    """Say whether a route changes one thing of the caller's, as If-Match may name it."""
    return method in ("put", "patch", "delete") and ("{user_id}" in path or path.endswith("/{food_id}"))


def _head(method: str, status: str, response: Json) -> None:
    headers = response.setdefault("headers", {})
    headers["X-Request-Id"] = {"$ref": "#/components/headers/X-Request-Id"}
    if method != "delete" and status in ("200", "201"):
        headers["ETag"] = {"$ref": "#/components/headers/ETag"}


def _statuses(path: str, method: str, operation: Json) -> Iterator[int]:
    """Yield the errors that follow from what a route takes."""
    private = operation["security"] != []
    if private:
        yield 401
    if "{user_id}" in path:
        yield 403
    if "requestBody" in operation:
        yield from (400, 413, 415, 422)
    elif any(parameter["in"] == "query" for parameter in operation.get("parameters", [])):
        yield 422
    if re.search(r"\{(?!user_id)", path):
        yield 404
    if method == "get" and path.endswith("}"):
        yield 304
    if _has_version(path, method):
        yield 412
    if private and method == "post":
        yield from (409, 410)
    yield from (429, 503)


def _error(status: int, description: str | None = None) -> Json:
    answer: Json = {
        "description": description or DESCRIPTIONS[status],
        "headers": {
            name: {"$ref": f"#/components/headers/{name}"} for name in ["X-Request-Id", *HEADERS_OF.get(status, [])]
        },
    }
    if status >= HTTPStatus.BAD_REQUEST:
        answer["content"] = PROBLEM
    return answer


def _inlined(schema: Json) -> Json:
    """Put the definitions of a small schema in their places."""
    definitions = schema.pop("$defs", {})

    def resolve(value: Any) -> Any:
        if isinstance(value, dict):
            if "$ref" in value:
                return resolve(definitions[value["$ref"].rpartition("/")[2]])
            return {key: resolve(inner) for key, inner in value.items()}
        return [resolve(inner) for inner in value] if isinstance(value, list) else value

    resolved: Json = resolve(schema)
    return resolved


def _one_schema_a_model(spec: Json) -> Json:
    """Give a nested model one name: APIFlask writes `Workout.Set` for each parent that has a Set."""
    schemas: Json = spec["components"]["schemas"]
    names: dict[str, str] = {}
    for name in list(schemas):
        short = name.rpartition(".")[2]
        names[f"#/components/schemas/{name}"] = f"#/components/schemas/{short}"

    def rename(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: names.get(inner, inner) if key == "$ref" else rename(inner) for key, inner in value.items()}
        return [rename(inner) for inner in value] if isinstance(value, list) else value

    one: Json = {}
    for name, schema in rename(schemas).items():
        short = name.rpartition(".")[2]
        if one.setdefault(short, schema) != schema:
            raise RuntimeError(f"two models of the document are named {short}")
    renamed: Json = rename(spec)
    renamed["components"]["schemas"] = dict(sorted(one.items()))
    return renamed

"""docs/openapi.json (OpenAPI 3.1) -> the OpenAPI 3.0 that API Gateway imports: routes, request models, integrations.

API Gateway validates by JSON Schema draft 4. What it cannot say is left out and stays with Fitzen, so that the gateway
never refuses what Fitzen takes. Responses and descriptions stay behind: the import is part of a template of 1 MB.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from fitzen_cdk.environment import SOURCE

type Json = dict[str, Any]
type Integrate = Callable[[str, str, list[str]], Json]
"""Path, method and the names of the path's parameters -> x-amazon-apigateway-integration."""

OPENAPI = SOURCE.parents[1] / "docs" / "openapi.json"
METHODS = ("get", "post", "put", "patch", "delete")
LEFT_OUT = ("/dev/",)
"""Paths that exist outside production only."""
CACHED = {
    "/api/foods": ("q", "limit", "lang"),
    "/api/exercises": ("q", "muscle", "equipment", "limit", "lang"),
    "/api/exercises/library": ("lang",),
}
"""GETs that the gateway may answer for 5 minutes, and the query that tells them apart; always by Authorization too."""
STREAMED = frozenset({("/api/chat/message", "post"), ("/api/users/{user_id}/export", "get")})
"""What is sent as it comes: a conversation, and an export that may be larger than a buffered answer."""

_KEPT = frozenset(
    [
        "type",
        "properties",
        "required",
        "items",
        "enum",
        "minimum",
        "maximum",
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "pattern",
    ]
)

KEY_HEADER = "x-api-key"
"""Where API Gateway looks for a key; CloudFront sets it to the edge's, whatever a viewer sent."""


def gateway_spec(integrate: Integrate, *, origin: str) -> Json:
    """Return the document to import; `origin` may call it from a browser. Everything asks for an API key."""
    source = json.loads(OPENAPI.read_text())
    paths = {
        path: _path(path, operations, integrate, origin)
        for path, operations in source["paths"].items()
        if not path.startswith(LEFT_OUT)
    }
    models = source["components"]["schemas"]
    spec: Json = {
        "openapi": "3.0.1",
        "info": {"title": "Fitzen", "version": source["info"]["version"]},
        "paths": paths,
        "components": {
            "schemas": {_name(name): draft4(models[name]) for name in sorted(_reached(paths, models))},
            "securitySchemes": {"key": {"type": "apiKey", "name": KEY_HEADER, "in": "header"}},
        },
        "x-amazon-apigateway-request-validators": {
            "all": {"validateRequestBody": True, "validateRequestParameters": True}
        },
        "x-amazon-apigateway-request-validator": "all",
        "x-amazon-apigateway-gateway-responses": _gateway_responses(origin),
    }
    return spec


def _path(path: str, operations: Json, integrate: Integrate, origin: str) -> Json:
    shared = operations.get("parameters", [])
    made = {
        method: _operation(path, method, operations[method], shared, integrate)
        for method in METHODS
        if method in operations
    }
    return made | {"options": _preflight(sorted(made), origin)}


def _operation(path: str, method: str, operation: Json, shared: list[Json], integrate: Integrate) -> Json:
    names = re.findall(r"{(\w+)}", path)
    required = {
        each["name"] for each in [*shared, *operation.get("parameters", [])] if _is_query(each) and each.get("required")
    }
    queries = sorted(required.union(CACHED.get(path, ()) if method == "get" else ()))
    parameters: list[Json] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names
    ]
    parameters += [
        {"name": name, "in": "query", "required": name in required, "schema": {"type": "string"}} for name in queries
    ]
    if path in CACHED and method == "get":
        parameters.append({"name": "Authorization", "in": "header", "required": True, "schema": {"type": "string"}})
    made: Json = {
        "responses": {"200": {"description": "See docs/openapi.json"}},
        "security": [{"key": []}],
        "x-amazon-apigateway-integration": integrate(path, method, names),
    }
    if parameters:
        made["parameters"] = parameters
    if body := _body(operation):
        made["requestBody"] = body
    return made


def cache_keys(path: str, method: str) -> list[str]:
    """Return what tells cached answers apart, as integrations name it; empty where nothing is cached."""
    if method != "get" or path not in CACHED:
        return []
    return ["method.request.header.Authorization", *(f"method.request.querystring.{name}" for name in CACHED[path])]


def _is_query(parameter: Json) -> bool:
    return parameter.get("in") == "query"


def _body(operation: Json) -> Json | None:
    """Bodies of JSON; a file in multipart/form-data passes as it is."""
    given = operation.get("requestBody", {}).get("content", {})
    content = {kind: {"schema": draft4(each["schema"])} for kind, each in given.items() if kind.endswith("json")}
    required = operation.get("requestBody", {}).get("required", False)
    return {"content": content, "required": required} if content else None


def draft4(schema: Any) -> Any:
    """Return a JSON Schema of draft 2020-12 as draft 4, wider where draft 4 or API Gateway cannot say it."""
    if schema is True or _may_be_null(schema):
        return {}
    if "$ref" in schema:
        return {"$ref": f"#/components/schemas/{_name(schema['$ref'].rpartition('/')[2])}"}
    if "const" in schema:
        return {"enum": [schema["const"]]}
    for several, becomes in (("anyOf", "anyOf"), ("oneOf", "anyOf"), ("allOf", "allOf")):
        if several in schema:  # of oneOf two may match now that parts of them are left out
            return {becomes: [draft4(each) for each in schema[several]]}
    return _plain(schema)


def _may_be_null(schema: Json) -> bool:
    kinds = schema.get("type")
    parts = schema.get("anyOf", []) + schema.get("oneOf", [])
    return isinstance(kinds, list) or kinds == "null" or any(part.get("type") == "null" for part in parts)


def _plain(schema: Json) -> Json:
    made: Json = {key: value for key, value in schema.items() if key in _KEPT}
    if "(?" in made.get("pattern", ""):
        del made["pattern"]
    for bound in ("Minimum", "Maximum"):
        if f"exclusive{bound}" in schema:
            made |= {bound.lower(): schema[f"exclusive{bound}"], f"exclusive{bound}": True}
    if "properties" in made:
        made["properties"] = {name: draft4(each) for name, each in made["properties"].items()}
    if "items" in made:
        made["items"] = draft4(made["items"])
    if schema.get("additionalProperties") is False:
        made["additionalProperties"] = False
    return made


def _reached(document: Any, models: Mapping[str, Json]) -> set[str]:
    """Names of the models that the document needs, and those that they need."""
    names = {_name(name): name for name in models}
    reached: set[str] = set()
    ahead = [names[each] for each in _references(document)]
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            ahead += [names[each] for each in _references(draft4(models[name]))]
    return reached


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref" and isinstance(value, str):
                yield value.rpartition("/")[2]
            else:
                yield from _references(value)
    elif isinstance(node, list):
        for each in node:
            yield from _references(each)


def _name(name: str) -> str:
    """Models of API Gateway are named by letters and digits."""
    return re.sub(r"[^A-Za-z0-9]", "", name)


def _cors(origin: str) -> dict[str, str]:
    return {
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Allow-Headers": "Authorization,Content-Type,If-Match,If-None-Match,Idempotency-Key",
        "Access-Control-Max-Age": "86400",
    }


def _preflight(methods: list[str], origin: str) -> Json:
    headers = _cors(origin) | {"Access-Control-Allow-Methods": ",".join(each.upper() for each in methods)}
    return {
        "responses": {
            "204": {"description": "", "headers": {name: {"schema": {"type": "string"}} for name in headers}}
        },
        "x-amazon-apigateway-integration": {
            "type": "mock",
            "requestTemplates": {"application/json": '{"statusCode":204}'},
            "passthroughBehavior": "when_no_match",
            "responses": {
                "default": {
                    "statusCode": "204",
                    "responseParameters": {
                        f"method.response.header.{name}": f"'{text}'" for name, text in headers.items()
                    },
                }
            },
        },
    }


def _gateway_responses(origin: str) -> Json:
    """The gateway's own refusals, as the problems (RFC 9457) that Fitzen's are."""
    refusals = {
        "BAD_REQUEST_BODY": (422, "$context.error.validationErrorString"),
        "BAD_REQUEST_PARAMETERS": (422, "$context.error.validationErrorString"),
        "THROTTLED": (429, "Too many requests. Try again in a moment."),
        "QUOTA_EXCEEDED": (429, "This key's requests are used up."),
        "INVALID_API_KEY": (401, "Send your API key as x-api-key."),
        "INTEGRATION_TIMEOUT": (503, "Fitzen took too long. Try again."),
        "INTEGRATION_FAILURE": (503, "Fitzen does not answer right now. Try again."),
    }
    return {
        name: {
            "statusCode": status,
            "responseParameters": {"gatewayresponse.header.Access-Control-Allow-Origin": f"'{origin}'"},
            "responseTemplates": {
                "application/json": json.dumps({"type": "about:blank", "status": status, "detail": detail})
            },
        }
        for name, (status, detail) in refusals.items()
    }

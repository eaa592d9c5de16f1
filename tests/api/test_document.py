"""What every route promises, read from the OpenAPI document, so that new routes are covered by being there."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from apiflask import APIFlask
from tests.fixtures.api import (
    Client,
    Json,
    MovableClock,
    build_app,
    build_infra,
    client_of,
    close,
    settings_for,
    sign_in,
)

from fitzen.web.openapi import operations

DOCUMENT = Path(__file__).parents[2] / "docs" / "openapi.json"
SPEC: Json = json.loads(DOCUMENT.read_text(encoding="utf-8"))
OPERATIONS = [
    pytest.param(path, method, operation, id=operation["operationId"]) for path, method, operation in operations(SPEC)
]
OWNED = [param for param in OPERATIONS if "{user_id}" in str(param.values[0])]
PRIVATE = [param for param in OPERATIONS if param.values[2]["security"]]  # type: ignore[index]
JSON_TYPES = {"application/json", "application/merge-patch+json"}
OTHERS = ["01a20000-0000-7000-8000-000000000000", "not-an-id", "ME", "%00", "a" * 300, "..", "💪"]


def takes_json(operation: Json) -> bool:
    """Say whether a route reads JSON; those that read a form with a file have tests of their own."""
    content: Json = operation.get("requestBody", {}).get("content", {})
    return bool(JSON_TYPES & content.keys())


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APIFlask]:
    """One application for all of these tests: none of them changes anything, and there are thousands."""
    infra = build_infra(settings_for(tmp_path_factory.mktemp("document")), MovableClock())
    yield build_app(infra)
    close(infra)


@pytest.fixture
def client(shared: APIFlask) -> Client:
    return client_of(shared)


@pytest.fixture(scope="module")
def signed_in(shared: APIFlask) -> Client:
    return client_of(shared).signed_in(sign_in(client_of(shared), email="ana@example.com"))


@pytest.fixture(scope="module")
def another(shared: APIFlask) -> Client:
    return client_of(shared).signed_in(sign_in(client_of(shared), email="ben@example.com"))


def filled(path: str, user_id: str) -> str:
    """Put something into every placeholder of a path."""
    path = path.replace("{user_id}", user_id)
    while "{" in path:
        path = path[: path.index("{")] + "something" + path[path.index("}") + 1 :]
    return path


def ask(client: Client, method: str, path: str, **options: Any) -> Any:
    return client.open(path, method=method.upper(), **options)


def test_the_document_in_docs_is_the_one_that_is_served(client: Client) -> None:
    assert client.get("/api/openapi.json").get_json() == SPEC


def test_every_operation_has_a_name_of_its_own() -> None:
    names = [operation["operationId"] for _, _, operation in operations(SPEC)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("path", "method", "operation"), OWNED)
def test_another_users_id_is_refused_before_the_body_is_read(
    signed_in: Client, another: Client, path: str, method: str, operation: Json
) -> None:
    """Whoever it is, and whether or not there is anybody: the same 403, and a broken body is not even looked at."""
    answers = []
    for other in [another.user_id, *OTHERS]:
        answer = ask(signed_in, method, filled(path, other), data=b"{", content_type="application/json")
        if other == "..":  # the router takes that apart
            continue
        assert answer.status_code == 403, (other, answer.get_data(as_text=True))
        body = answer.get_json()
        answers.append({key: value for key, value in body.items() if key != "request_id"})
    assert all(answer == answers[0] for answer in answers)


@pytest.mark.parametrize(("path", "method", "operation"), PRIVATE)
@pytest.mark.parametrize("header", [None, "Bearer", "Bearer nonsense", "Basic YTpi", "Bearer " + "a.b.c"])
def test_no_token_or_a_bad_one_is_401(
    client: Client, path: str, method: str, operation: Json, header: str | None
) -> None:
    headers = {} if header is None else {"Authorization": header}
    answer = ask(client, method, filled(path, "me"), headers=headers, data=b"{", content_type="text/plain")
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert answer.content_type == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "method", "operation"),
    [param for param in PRIVATE if takes_json(param.values[2])],  # type: ignore[arg-type]
)
class TestBodies:
    """413, 415, 400, 422, in this order, for each route that reads one."""

    def test_too_large(self, signed_in: Client, path: str, method: str, operation: Json) -> None:
        answer = ask(signed_in, method, filled(path, "me"), data=b" " * 10_000_000, content_type="text/plain")
        assert answer.status_code == 413

    def test_not_json(self, signed_in: Client, path: str, method: str, operation: Json) -> None:
        answer = ask(signed_in, method, filled(path, "me"), data=b"{", content_type="text/plain")
        assert answer.status_code == 415

    @pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b'{"a": NaN}', b'{"a": "\xed\xa0\x80"}', b"[" * 100_000])
    def test_broken(self, signed_in: Client, path: str, method: str, operation: Json, body: bytes) -> None:
        answer = ask(signed_in, method, filled(path, "me"), data=body, content_type="application/json")
        assert answer.status_code in (400, 422), answer.text

    @pytest.mark.parametrize("body", [b"[]", b"null", b"1", b'"text"', b'{"no_such_field": 1}'])
    def test_of_another_shape(self, signed_in: Client, path: str, method: str, operation: Json, body: bytes) -> None:
        answer = ask(signed_in, method, filled(path, "me"), data=body, content_type="application/json")
        if method == "patch" and not path.endswith("{user_id}"):
            assert answer.status_code in (404, 422)  # what is to be patched is looked for first
        else:
            assert answer.status_code == 422, answer.text
            assert answer.get_json()["errors"]


def test_every_example_of_the_document_is_valid() -> None:
    from jsonschema_rs import validator_for

    for name, schema in SPEC["components"]["schemas"].items():
        for example in schema.get("examples", []):
            whole = schema | {"components": SPEC["components"]}
            assert validator_for(whole).is_valid(example), (name, example)


@pytest.fixture
def production(tmp_path: Path) -> Iterator[APIFlask]:
    infra = build_infra(settings_for(tmp_path, env="production"), MovableClock())
    yield build_app(infra)
    close(infra)


def test_in_production_nobody_reads_the_inbox(production: APIFlask) -> None:
    client = production.test_client()
    assert client.get("/dev/inbox").status_code == 404
    assert client.get("/dev/inbox.json").status_code == 404
    assert "Strict-Transport-Security" in client.get("/health").headers


def test_cors_is_for_the_front_end_alone(client: Client) -> None:
    own = client.options("/api/workouts", headers={"Origin": "http://localhost:8081"})
    assert own.headers["Access-Control-Allow-Origin"] == "http://localhost:8081"
    assert "PATCH" in own.headers["Access-Control-Allow-Methods"]
    foreign = client.get("/health", headers={"Origin": "https://elsewhere.example"})
    assert "Access-Control-Allow-Origin" not in foreign.headers


def test_a_request_keeps_the_id_that_it_came_with(client: Client) -> None:
    assert client.get("/health", headers={"X-Request-Id": "abc-123"}).headers["X-Request-Id"] == "abc-123"
    assert client.get("/health", headers={"X-Request-Id": "a b\tc"}).headers["X-Request-Id"] != "a b\tc"


@pytest.mark.parametrize("path", ["/docs/", "/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js", "/api/openapi.json"])
def test_the_documentation_needs_no_network(client: Client, path: str) -> None:
    with client.get(path) as answer:
        assert answer.status_code == 200
        if path == "/docs/":
            assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//", answer.get_data(as_text=True))

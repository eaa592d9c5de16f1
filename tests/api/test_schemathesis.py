"""Requests made from the document, right and wrong ones: no 5xx, and no answer that the document does not promise."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.fixtures.api import MovableClock, build_app, build_infra, client_of, close, settings_for, sign_in

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


INFRA = build_infra(settings_for(Path(mkdtemp(prefix="fitzen-api-"))), MovableClock())
APP = build_app(INFRA)
"""Of the module's own, and made at import: the tests are made from its document."""

schema = schemathesis.openapi.from_wsgi("/api/openapi.json", APP)


@pytest.fixture(scope="module")
def token() -> Iterator[str]:
    yield str(sign_in(client_of(APP), email="ana@example.com")["access_token"])
    close(INFRA)


@schema.exclude(operation_id=["erase_user", "logout"]).parametrize()
@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
def test_answers_are_as_documented(case: schemathesis.Case[Any], token: str) -> None:
    if "{user_id}" in case.path:
        case.path_parameters["user_id"] = "me"
    case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, checks=CHECKS)

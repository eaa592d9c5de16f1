"""Requests made from the document, right and wrong ones: no 5xx, and no answer that the document does not promise."""

import json
from pathlib import Path

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
from tests.fixtures.api import MovableClock, build_app, build_infra, client_of, settings_for, sign_in

DOCUMENT = Path(__file__).parents[2] / "docs" / "openapi.json"
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
schema = schemathesis.openapi.from_dict(json.loads(DOCUMENT.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def token(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Sign somebody in on an application of the module's own, which the requests then go to."""
    infra = build_infra(settings_for(tmp_path_factory.mktemp("api")), MovableClock())
    app = build_app(infra)
    schema.app = app
    return str(sign_in(client_of(app), email="ana@example.com")["access_token"])


@schema.exclude(operation_id=["erase_user", "logout"]).parametrize()
@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
def test_answers_are_as_documented(case: schemathesis.Case, token: str) -> None:
    if "{user_id}" in case.path:
        case.path_parameters["user_id"] = "me"
    case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, checks=CHECKS)

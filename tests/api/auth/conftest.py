"""Signing in is the same over every provider of identity: what is about codes and passwords runs over each."""

import pytest

from fitzen.infra.base import Infra

OVER_EACH = ("test_codes", "test_passwords", "test_change_address")
"""The other modules ask the provider for nothing but a code that signs in."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "infra" in metafunc.fixturenames and metafunc.module.__name__.rpartition(".")[2] in OVER_EACH:
        metafunc.parametrize("infra", ["local_infra", "cognito_infra"], ids=["local", "cognito"], indirect=True)


@pytest.fixture
def infra(request: pytest.FixtureRequest) -> Infra:
    made: Infra = request.getfixturevalue(getattr(request, "param", "local_infra"))
    return made

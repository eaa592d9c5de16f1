"""Signing in is the same over every provider of identity: these tests run over each."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.fixtures.api import MovableClock, build_infra, close
from tests.fixtures.pools import SentCodes, TestPool

from fitzen import wiring
from fitzen.config import Settings
from fitzen.infra.base import Infra
from fitzen.infra.identity.cognito import CognitoIdentity


@pytest.fixture
def local_infra(settings: Settings, clock: MovableClock) -> Iterator[Infra]:
    built = build_infra(settings, clock)
    yield built
    close(built)


@pytest.fixture
def cognito_infra(settings: Settings, clock: MovableClock, pool: TestPool) -> Iterator[Infra]:
    """As wiring builds it; codes come by SNS and SES, which `inbox` reads."""
    built = build_infra(settings, clock)
    over_pool = replace(settings, identity_url=pool.url, cognito_client_secret=pool.secret)
    identity = wiring.build_identity(over_pool, built.store, built.sms, built.mail)
    assert isinstance(identity, CognitoIdentity)
    yield replace(built, settings=over_pool, identity=identity, inbox=SentCodes(pool.cognito.endpoint))
    identity.close()
    close(built)


@pytest.fixture(params=["local_infra", "cognito_infra"], ids=["local", "cognito"])
def infra(request: pytest.FixtureRequest) -> Infra:
    made: Infra = request.getfixturevalue(request.param)
    return made

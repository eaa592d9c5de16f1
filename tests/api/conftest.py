"""Every test of the API runs on an application of its own, over a store in memory; helpers are in fixtures/api.py."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from apiflask import APIFlask
from tests.fixtures.api import Client, MovableClock, build_app, build_infra, client_of, close, settings_for, sign_in
from tests.fixtures.pools import SentCodes, UserPool

from fitzen import wiring
from fitzen.config import Settings
from fitzen.infra.base import Infra
from fitzen.infra.identity.cognito import CognitoIdentity


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Override it in a module for another store or a provider."""
    return settings_for(tmp_path)


@pytest.fixture
def local_infra(settings: Settings, clock: MovableClock) -> Iterator[Infra]:
    built = build_infra(settings, clock)
    yield built
    close(built)


@pytest.fixture
def cognito_infra(local_infra: Infra, pool: UserPool) -> Iterator[Infra]:
    """The same with identity on a pool, as wiring builds it; codes come by SNS and SES, which `inbox` reads."""
    settings = replace(local_infra.settings, identity_url=pool.url, cognito_client_secret=pool.secret)
    identity = wiring.build_identity(settings, local_infra.store, local_infra.sms, local_infra.mail)
    assert isinstance(identity, CognitoIdentity)
    yield replace(local_infra, settings=settings, identity=identity, inbox=SentCodes(pool.cognito.endpoint))
    identity.close()


@pytest.fixture
def infra(local_infra: Infra) -> Infra:
    return local_infra


@pytest.fixture
def app(infra: Infra) -> APIFlask:
    return build_app(infra)


@pytest.fixture
def client(app: APIFlask) -> Client:
    """Nobody: sends no token."""
    return client_of(app)


@pytest.fixture
def signed_in(client: Client) -> Client:
    """Ana, just signed up; her session is `signed_in.session`."""
    return client.signed_in(sign_in(client, email="ana@example.com"))


@pytest.fixture
def another(client: Client) -> Client:
    """Ben, somebody else."""
    return client.signed_in(sign_in(client, email="ben@example.com"))

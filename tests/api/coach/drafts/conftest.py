"""The application with a coach that calls the tools that it is told to."""

from dataclasses import replace

import pytest
from tests.fixtures.api import Client, build_app, client_of
from tests.fixtures.obedient import Obedient

from fitzen.infra.base import Infra


@pytest.fixture
def ana(infra: Infra, signed_in: Client) -> Client:
    """Ana, whose coach does as it is told."""
    return client_of(build_app(replace(infra, llm=Obedient()))).signed_in(signed_in.session)

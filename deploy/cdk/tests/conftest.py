"""The stacks of each profile, built once; tests read their templates."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from aws_cdk import App, Stack
from aws_cdk.assertions import Template

from check import DEPLOYMENTS
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.stacks import build


@cache
def _app(deployment: Deployment) -> App:
    """Each in a folder of its own: a template is read from what was written, and two would write over each other."""
    folder = tempfile.mkdtemp(prefix="fitzen-cdk-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return build(replace(deployment, output=folder))


@cache
def _template(deployment: Deployment, part: str) -> Template:
    stack = _app(deployment).node.find_child(deployment.name(part))
    assert isinstance(stack, Stack)
    return Template.from_stack(stack)


@pytest.fixture(scope="session")
def template() -> Callable[..., Template]:
    """`template("data", profile="hybrid")`, or `of=` a name of `check.DEPLOYMENTS` -> the template of a stack."""

    def made(part: str, of: str = "", **switches: object) -> Template:
        if of:
            return _template(Deployment.from_arguments(DEPLOYMENTS[of]), part)
        return _template(Deployment(**switches), part)  # type: ignore[arg-type] # the switches of Deployment

    return made


@pytest.fixture(scope="session")
def templates() -> Callable[[str], dict[str, Template]]:
    """A name of `check.DEPLOYMENTS` -> the templates of all its stacks, by part."""

    def made(of: str) -> dict[str, Template]:
        deployment = Deployment.from_arguments(DEPLOYMENTS[of])
        stacks = [each for each in _app(deployment).node.children if isinstance(each, Stack)]
        begins = deployment.name("")
        return {name: _template(deployment, name) for name in (each.node.id.removeprefix(begins) for each in stacks)}

    return made


@pytest.fixture(scope="session")
def application() -> Callable[..., App]:
    """`application(profile="hybrid")` -> all of its stacks, of which `template` reads one."""
    return lambda **switches: _app(Deployment(**switches))

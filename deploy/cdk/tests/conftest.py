"""The stacks of each profile, built once; tests read their templates."""

import atexit
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

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


@cache
def _resources(name: str) -> Sequence[Mapping[str, Any]]:
    stacks = _app(Deployment.from_arguments(DEPLOYMENTS[name])).synth().stacks
    return [each for stack in stacks for each in stack.template.get("Resources", {}).values()]


@pytest.fixture(scope="session")
def resources() -> Callable[[str], Sequence[Mapping[str, Any]]]:
    """A name of `check.DEPLOYMENTS` -> the resources of all its stacks."""
    return _resources

"""Exceptions from cdk-nag's rules, each with its reason."""

from collections.abc import Mapping

from aws_cdk import Acknowledgment, CfnElement, Stack, Validations
from constructs import IConstruct


def accept(construct: IConstruct, reasons: Mapping[str, str]) -> None:
    """Accept findings of `construct` and what is in it: rule, or `rule[finding]` where a rule has several -> why."""
    Validations.of(construct).acknowledge(*(Acknowledgment(id=rule, reason=why) for rule, why in reasons.items()))


def logical_id(construct: IConstruct) -> str:
    """Return the name in the template of a construct's own resource, by which findings name it."""
    resource = construct.node.default_child
    if not isinstance(resource, CfnElement):
        raise TypeError(f"{construct.node.path} has no resource of its own")
    return Stack.of(construct).get_logical_id(resource)

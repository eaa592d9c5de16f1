"""What the adapters call of AWS is what the application's roles may do: no less, for it would not work, and no more."""

import ast
import json
import re
from collections.abc import Callable
from fnmatch import fnmatch
from typing import Any

import pytest
from aws_cdk.assertions import Template
from botocore import xform_name
from botocore.session import Session

from fitzen_cdk.containers import ROLES
from fitzen_cdk.environment import SOURCE
from fitzen_cdk.gateway_spec import OPENAPI

type Templates = Callable[..., Template]
type AllTemplates = Callable[[str], dict[str, Template]]

ADAPTERS = {
    "dynamodb": "infra/storage/dynamodb*.py",
    "s3": "infra/files/s3.py",
    "cognito-idp": "infra/identity/cognito_pool.py",
    "sns": "infra/messages/sns.py",
    "sesv2": "infra/messages/ses.py",
    "bedrock-runtime": "infra/llm/bedrock.py",
    "secretsmanager": "secret_store.py",
}
"""By the names of botocore's services; all that Fitzen calls of one is in one place."""
PREFIXES = {"sesv2": "ses", "bedrock-runtime": "bedrock"}
RIGHTS = {
    "TransactWriteItems": {"ConditionCheckItem", "DeleteItem", "PutItem", "UpdateItem"},
    "HeadBucket": {"ListBucket"},
    "HeadObject": {"GetObject"},
    "ListObjectsV2": {"ListBucket"},
    "ListObjectVersions": {"ListBucketVersions"},
    "DeleteObjects": {"DeleteObject", "DeleteObjectVersion"},
    "PublishBatch": {"Publish"},
    "ConverseStream": {"InvokeModelWithResponseStream"},
    # The stack makes the table so that none of these is called.
    "CreateTable": set(),
    "UpdateTimeToLive": set(),
    "UpdateContinuousBackups": set(),
}
"""Of the operations whose right has another name."""


def _called(service: str) -> set[str]:
    """Every operation that is named in the adapter's source, as botocore's client or its wire has it."""
    operations = Session().get_service_model(service).operation_names
    known = {name: name for name in operations} | {xform_name(name): name for name in operations}
    named: set[str] = set()
    for path in SOURCE.glob(ADAPTERS[service]):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Attribute):
                named.add(node.attr)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                named.add(node.value)
    return {known[name] for name in named & known.keys()}


def _granted(template: Templates) -> set[str]:
    """What the managed policies allow that every role of the application has."""
    return {
        action
        for part in ("data", "identity")
        for policy in template(part).find_resources("AWS::IAM::ManagedPolicy").values()
        for statement in policy["Properties"]["PolicyDocument"]["Statement"]
        for action in ([statement["Action"]] if isinstance(statement["Action"], str) else statement["Action"])
    }


@pytest.mark.parametrize("service", ADAPTERS)
def test_fitzen_may_do_what_its_adapters_call_and_nothing_else(template: Templates, service: str) -> None:
    prefix = PREFIXES.get(service, service)
    wanted = {right for name in _called(service) for right in RIGHTS.get(name, {name})}
    assert wanted
    granted = {action.partition(":")[2] for action in _granted(template) if action.startswith(f"{prefix}:")}
    assert granted == wanted


@pytest.mark.parametrize("of", ["serverless", "hybrid-elsewhere"])
def test_no_secret_can_be_read_but_those_of_the_environment(templates: AllTemplates, of: str) -> None:
    stacks = templates(of)
    app = json.dumps(stacks["app"].to_json())
    named = set(re.findall(r"aws-sm:///fitzen/prod/([a-z-]+)", app))
    names = {
        known: each["Properties"]["Name"].rpartition("/")[2]
        for known, each in stacks["data"].find_resources("AWS::SecretsManager::Secret").items()
    }
    (policy,) = stacks["data"].find_resources("AWS::IAM::ManagedPolicy").values()
    (read,) = [
        each
        for each in policy["Properties"]["PolicyDocument"]["Statement"]
        if each["Action"] == "secretsmanager:GetSecretValue"
    ]
    assert {names[each["Ref"]] for each in read["Resource"]} == named


@pytest.mark.parametrize(
    ("of", "part", "asking"),
    [
        ("serverless", "app", {"Api", "Chat"}),
        ("serverless", "jobs", set()),
        ("hybrid", "app", {"Chat"}),
        ("hybrid", "jobs", set()),
        ("hybrid-relational", "app", {"Chat"}),
    ],
)
def test_only_who_holds_conversations_may_ask_a_model(
    templates: AllTemplates, of: str, part: str, asking: set[str]
) -> None:
    """import-linter sees to it that no job asks one."""
    roles = templates(of)[part].find_resources("AWS::IAM::Role")
    given = {name.partition("Role")[0] for name, role in roles.items() if "ModelsAccess" in _policies(role)}
    assert given == asking
    assert any("ServicesAccess" in _policies(role) for role in roles.values())


def _policies(role: dict[str, Any]) -> str:
    return json.dumps(role["Properties"].get("ManagedPolicyArns", []))


def test_conversations_are_held_where_the_balancer_sends_them() -> None:
    (chat,) = [role for role in ROLES if role.name == "chat"]
    paths = json.loads(OPENAPI.read_text())["paths"]
    coach = {path for path, each in paths.items() if any("Coach" in made.get("tags", []) for made in each.values())}
    held = {path for path in coach if not path.startswith("/api/knowledge")}  # articles, which are read
    assert held
    assert all(any(fnmatch(path, pattern) for pattern in chat.paths) for path in held)

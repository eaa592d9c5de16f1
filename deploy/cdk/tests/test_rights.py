"""What the adapters call of AWS is what the application's roles may do: no less, for it would not work, and no more."""

import ast
from collections.abc import Callable

import pytest
from aws_cdk.assertions import Template
from botocore import xform_name
from botocore.session import Session

from fitzen_cdk.environment import SOURCE

type Templates = Callable[..., Template]

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

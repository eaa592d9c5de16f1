"""Few keys, for each costs a dollar a month; and each lets in what encrypts by it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk.assertions import Template

from check import DEPLOYMENTS

type AllTemplates = Callable[[str], dict[str, Template]]

OF_ALL = ["backup-copy", "data", "data"]
KEYS = dict.fromkeys(DEPLOYMENTS, OF_ALL) | {"hybrid-elsewhere": [*OF_ALL, "edge-guard", "files-copy"]}
"""Of data, of logs, and of the backups' copies; each other region has its own, for a key is of one region."""


def _statements(template: Template, name: str) -> list[dict[str, Any]]:
    (key,) = [each for known, each in template.find_resources("AWS::KMS::Key").items() if known.startswith(name)]
    statements: list[dict[str, Any]] = key["Properties"]["KeyPolicy"]["Statement"]
    return statements


@pytest.mark.parametrize("of", DEPLOYMENTS)
def test_a_region_has_a_key_of_data_and_one_of_logs(templates: AllTemplates, of: str) -> None:
    stacks = templates(of)
    found = [part for part, stack in stacks.items() for _ in stack.find_resources("AWS::KMS::Key")]
    assert sorted(found) == sorted(KEYS[of])
    for stack in stacks.values():
        for key in stack.find_resources("AWS::KMS::Key").values():
            assert (key["DeletionPolicy"], key["Properties"]["EnableKeyRotation"]) == ("Retain", True)


@pytest.mark.parametrize("of", DEPLOYMENTS)
def test_every_group_of_logs_is_encrypted_by_the_key_that_lets_logs_in(templates: AllTemplates, of: str) -> None:
    stacks = templates(of)
    for part, region in (("data", "eu-central-1"), ("edge-guard", "us-east-1")):
        if of == "hybrid-elsewhere":
            (logs,) = _principals(stacks[part], "LogsKey", "logs.")
            assert logs["Principal"]["Service"] == f"logs.{region}.amazonaws.com"
            assert f":logs:{region}:" in json.dumps(logs["Condition"]["ArnLike"])
    for stack in stacks.values():
        for group in stack.find_resources("AWS::Logs::LogGroup").values():
            assert "LogsKey" in json.dumps(group["Properties"]["KmsKeyId"])


def _principals(template: Template, key: str, service: str) -> list[dict[str, Any]]:
    return [
        each for each in _statements(template, key) if str(each["Principal"].get("Service", "")).startswith(service)
    ]


@pytest.mark.parametrize("service", ["cloudwatch.", "ses."])
def test_who_tells_the_topic_of_alerts_may_use_its_key(templates: AllTemplates, service: str) -> None:
    (statement,) = _principals(templates("hybrid")["data"], "Key", service)
    assert set(statement["Action"]) == {"kms:Decrypt", "kms:GenerateDataKey"}


def test_the_pipeline_may_ask_the_topic_of_alerts_whether_to_deploy(templates: AllTemplates) -> None:
    delivery = templates("hybrid-relational")["delivery"]
    asking = [
        {action for each in statements for action in each["Action"]}
        for policy in delivery.find_resources("AWS::IAM::Policy").values()
        if "sns:Publish" in json.dumps(statements := policy["Properties"]["PolicyDocument"]["Statement"])
    ]
    assert len(asking) == 1
    assert asking[0] >= {"kms:Decrypt", "kms:GenerateDataKey"}

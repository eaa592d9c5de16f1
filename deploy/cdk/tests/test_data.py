"""What an emulator drops without a word: expiry, recovery, lifecycle, encryption."""

import json
import re
from collections.abc import Callable
from typing import Any

from aws_cdk.assertions import Match, Template

from fitzen.infra.files.base import UPLOADS
from fitzen.infra.storage.dynamodb_schema import DEFINITION

type Templates = Callable[..., Template]


def test_the_table_expires_records_and_can_go_back_35_days(template: Templates) -> None:
    template("data").has_resource(
        "AWS::DynamoDB::GlobalTable",
        {
            "DeletionPolicy": "Retain",
            "Properties": {
                "TimeToLiveSpecification": {"AttributeName": "ttl", "Enabled": True},
                "BillingMode": "PAY_PER_REQUEST",
                "SSESpecification": {"SSEEnabled": True, "SSEType": "KMS"},
                "Replicas": [
                    Match.object_like(
                        {
                            "Region": "us-east-1",
                            "DeletionProtectionEnabled": True,
                            "PointInTimeRecoverySpecification": {
                                "PointInTimeRecoveryEnabled": True,
                                "RecoveryPeriodInDays": 35,
                            },
                        }
                    )
                ],
            },
        },
    )


def test_the_table_has_the_keys_and_indexes_that_the_store_makes(template: Templates) -> None:
    (table,) = template("data").find_resources("AWS::DynamoDB::GlobalTable").values()
    made = table["Properties"]
    assert made["KeySchema"] == DEFINITION["KeySchema"]
    for kind in ("LocalSecondaryIndexes", "GlobalSecondaryIndexes"):
        assert _by_name(made[kind]) == _by_name(DEFINITION[kind])
    types = {each["AttributeName"]: each["AttributeType"] for each in made["AttributeDefinitions"]}
    assert types == {each["AttributeName"]: each["AttributeType"] for each in DEFINITION["AttributeDefinitions"]}


def _by_name(indexes: list[dict[str, Any]]) -> dict[str, object]:
    return {
        each["IndexName"]: (
            each["KeySchema"],
            each["Projection"]["ProjectionType"],
            sorted(each["Projection"].get("NonKeyAttributes", [])),
        )
        for each in indexes
    }


def test_replicas_are_a_switch(template: Templates) -> None:
    (table,) = template("data", replica_regions=("eu-west-1",)).find_resources("AWS::DynamoDB::GlobalTable").values()
    assert sorted(each["Region"] for each in table["Properties"]["Replicas"]) == ["eu-west-1", "us-east-1"]


def test_photos_move_to_cheaper_classes_and_old_versions_go(template: Templates) -> None:
    template("data").has_resource_properties(
        "AWS::S3::Bucket",
        {
            "VersioningConfiguration": {"Status": "Enabled"},
            "LifecycleConfiguration": {
                "Rules": Match.array_with(
                    [
                        Match.object_like(
                            {
                                "Transitions": [
                                    {"StorageClass": "STANDARD_IA", "TransitionInDays": 90},
                                    {"StorageClass": "INTELLIGENT_TIERING", "TransitionInDays": 180},
                                ],
                                "NoncurrentVersionTransitions": [{"StorageClass": "GLACIER_IR", "TransitionInDays": 1}],
                                "NoncurrentVersionExpiration": {"NoncurrentDays": 91},
                                "Status": "Enabled",
                            }
                        )
                    ]
                )
            },
        },
    )


def test_uploads_that_nobody_completed_go(template: Templates) -> None:
    rules = [
        rule
        for bucket in template("data").find_resources("AWS::S3::Bucket").values()
        for rule in bucket["Properties"]["LifecycleConfiguration"]["Rules"]
        if rule.get("Prefix") == UPLOADS
    ]
    assert [each["ExpirationInDays"] for each in rules] == [2]


def test_every_version_of_an_erased_person_s_files_can_be_deleted(template: Templates) -> None:
    (policy,) = template("data").find_resources("AWS::IAM::ManagedPolicy").values()
    actions = json.dumps(policy["Properties"]["PolicyDocument"])
    assert "s3:DeleteObjectVersion" in actions
    assert "s3:ListBucketVersions" in actions


def test_photos_are_encrypted_by_our_key(template: Templates) -> None:
    (files,) = [
        each["Properties"]
        for key, each in template("data").find_resources("AWS::S3::Bucket").items()
        if key.startswith("Files")
    ]
    (rule,) = files["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert rule["ServerSideEncryptionByDefault"]["SSEAlgorithm"] == "aws:kms"
    assert rule["BucketKeyEnabled"] is True


def test_no_bucket_is_public_and_all_keep_versions(template: Templates) -> None:
    for bucket in template("data").find_resources("AWS::S3::Bucket").values():
        assert set(bucket["Properties"]["PublicAccessBlockConfiguration"].values()) == {True}
        assert bucket["Properties"]["VersioningConfiguration"] == {"Status": "Enabled"}
        assert bucket["DeletionPolicy"] == "Retain"


def test_the_reference_s_secrets_are_there_by_name(template: Templates) -> None:
    secrets = template("data").find_resources("AWS::SecretsManager::Secret").values()
    assert {each["Properties"]["Name"] for each in secrets} >= {
        "/fitzen/prod/jwt-secret",
        "/fitzen/prod/bedrock-api-key",
        "/fitzen/prod/google-oauth-client-secret",
        "/fitzen/prod/apple-signin-key",
    }


def test_what_is_kept_can_be_read_when_the_stacks_are_gone(template: Templates) -> None:
    """People are found by the pepper, in the table and in every backup of it; and it is encrypted by the data's key."""
    data = template("data")
    secrets = data.find_resources("AWS::SecretsManager::Secret").values()
    (pepper,) = [each for each in secrets if each["Properties"]["Name"] == "/fitzen/prod/pepper-key"]
    key = data.find_resources("AWS::KMS::Key")[pepper["Properties"]["KmsKeyId"]["Fn::GetAtt"][0]]
    for each in (pepper, key):
        assert (each["DeletionPolicy"], each["UpdateReplacePolicy"]) == ("Retain", "Retain")


def test_images_are_scanned_and_never_overwritten(template: Templates) -> None:
    template("data").has_resource_properties(
        "AWS::ECR::Repository",
        {"ImageScanningConfiguration": {"ScanOnPush": True}, "ImageTagMutability": "IMMUTABLE"},
    )


def test_topics_refuse_plain_http(template: Templates) -> None:
    data = template("data")
    data.resource_count_is("AWS::SNS::Topic", 3)
    for policy in data.find_resources("AWS::SNS::TopicPolicy").values():
        statement, *_ = policy["Properties"]["PolicyDocument"]["Statement"]
        assert (statement["Effect"], statement["Condition"]) == ("Deny", {"Bool": {"aws:SecureTransport": "false"}})


def test_the_application_is_told_what_the_topics_arns_begin_with(template: Templates) -> None:
    names = {each["Properties"]["TopicName"] for each in template("data").find_resources("AWS::SNS::Topic").values()}
    (function, *_) = (
        each["Properties"]["Environment"]["Variables"]
        for each in template("jobs").find_resources("AWS::Lambda::Function").values()
        if "TOPICS_URL" in each["Properties"].get("Environment", {}).get("Variables", {})
    )
    _, parts = function["TOPICS_URL"]["Fn::Join"]
    given = "".join(each if isinstance(each, str) else "*" for each in parts)
    begun = re.fullmatch(r"sns:arn:\*:sns:us-east-1:\*:([\w-]+)", given)
    assert begun
    assert names == {f"{begun[1]}-{topic}" for topic in ("reminders", "achievements", "alerts")}


def test_the_application_s_rights_name_actions_and_resources(template: Templates) -> None:
    (policy,) = template("data").find_resources("AWS::IAM::ManagedPolicy").values()
    for statement in policy["Properties"]["PolicyDocument"]["Statement"]:
        actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
        assert not [each for each in actions if "*" in each]
        assert statement["Resource"] != "*"

"""The data, identity and jobs stacks really deployed by CloudFormation to ministack, and read back.

What ministack drops without a word is asserted on the template elsewhere: `DROPPED` says what and where.
"""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
import pytest
from aws_cdk.cx_api import CloudAssembly
from botocore.exceptions import ClientError

from fitzen import config
from fitzen.infra.storage.dynamodb_schema import DEFINITION
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.environment import jobs
from fitzen_cdk.stacks import build
from fixtures.ministack import ministack
from fixtures.missing import missing

SERVICES = (
    "cloudformation,cognito-idp,dynamodb,ecr,events,iam,kms,lambda,logs,s3,scheduler,secretsmanager,sns,sqs,ssm,sts"
)
ACCOUNT = "000000000000"
BUCKET = f"cdk-hnb659fds-assets-{ACCOUNT}-us-east-1"
TABLE = "fitzen-prod-records"
PARTS = ("data", "identity", "jobs")


@dataclass(frozen=True, slots=True)
class Deployed:
    endpoint: str
    resources: dict[str, dict[str, list[str]]]
    """Of each part: type -> physical names."""

    def client(self, service: str) -> Any:
        return _client(self.endpoint, service)

    @property
    def files(self) -> str:
        (bucket,) = (name for name in self.resources["data"]["AWS::S3::Bucket"] if "files" in name)
        return bucket

    def one(self, part: str, kind: str) -> str:
        (name,) = self.resources[part][kind]
        return name


def _client(endpoint: str, service: str) -> Any:
    return boto3.client(
        service,
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",  # noqa: S106 # the emulator takes any
    )


@pytest.fixture(scope="session")
def deployed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployed]:
    assembly = build(Deployment(output=str(tmp_path_factory.mktemp("assembly")))).synth()
    with _had(ministack(tmp_path_factory.mktemp("ministack"), SERVICES)) as endpoint:
        _bootstrap(endpoint, assembly)
        yield Deployed(endpoint, {part: _deploy(endpoint, assembly, part) for part in PARTS})


@contextmanager
def _had(server: AbstractContextManager[str]) -> Iterator[str]:
    with ExitStack() as stack:
        try:
            endpoint = stack.enter_context(server)
        except RuntimeError as error:
            missing(f"ministack cannot be had here, so nothing is deployed: {error}")
        yield endpoint


def _bootstrap(endpoint: str, assembly: CloudAssembly) -> None:
    """Do what `cdk bootstrap` and the CLI do before a stack: the version, and the assets in their bucket."""
    _client(endpoint, "ssm").put_parameter(Name="/cdk-bootstrap/hnb659fds/version", Value="30", Type="String")
    files = _client(endpoint, "s3")
    files.create_bucket(Bucket=BUCKET)
    for part in PARTS:
        folder = Path(assembly.directory)
        manifest = json.loads((folder / f"fitzen-prod-{part}.assets.json").read_text())
        for name, asset in manifest["files"].items():
            source = folder / asset["source"]["path"]
            body = _zipped(source) if asset["source"]["packaging"] == "zip" else source.read_bytes()
            suffix = "zip" if asset["source"]["packaging"] == "zip" else "json"
            files.put_object(Bucket=BUCKET, Key=f"{name.partition('-')[0]}.{suffix}", Body=body)


def _zipped(folder: Path) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            archive.write(path, path.relative_to(folder))
    return packed.getvalue()


def _deploy(endpoint: str, assembly: CloudAssembly, part: str) -> dict[str, list[str]]:
    stack = f"fitzen-prod-{part}"
    cloudformation = _client(endpoint, "cloudformation")
    template = (Path(assembly.directory) / f"{stack}.template.json").read_text()
    url = f"{endpoint}/{BUCKET}/{stack}.json"
    _client(endpoint, "s3").put_object(Bucket=BUCKET, Key=f"{stack}.json", Body=template.encode())
    cloudformation.create_stack(
        StackName=stack,
        TemplateURL=url,
        Capabilities=["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"],
    )
    cloudformation.get_waiter("stack_create_complete").wait(
        StackName=stack, WaiterConfig={"Delay": 1, "MaxAttempts": 60}
    )
    made: dict[str, list[str]] = {}
    pages = cloudformation.get_paginator("list_stack_resources").paginate(StackName=stack)
    for each in (each for page in pages for each in page["StackResourceSummaries"]):
        assert each["ResourceStatus"] == "CREATE_COMPLETE", each
        made.setdefault(each["ResourceType"], []).append(each["PhysicalResourceId"])
    return made


@pytest.mark.parametrize(("ci", "outcome"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)])
def test_where_nothing_can_be_deployed_ci_fails(
    monkeypatch: pytest.MonkeyPatch, ci: str, outcome: type[BaseException]
) -> None:
    @contextmanager
    def unavailable() -> Iterator[str]:
        raise RuntimeError("It did not start.")
        yield

    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="nothing is deployed"), _had(unavailable()):
        pass


def test_every_resource_is_made(deployed: Deployed) -> None:
    for part in PARTS:
        (stack,) = deployed.client("cloudformation").describe_stacks(StackName=f"fitzen-prod-{part}")["Stacks"]
        assert stack["StackStatus"] == "CREATE_COMPLETE"


def test_the_table_is_the_store_s_own(deployed: Deployed) -> None:
    table = deployed.client("dynamodb").describe_table(TableName=TABLE)["Table"]
    assert table["KeySchema"] == DEFINITION["KeySchema"]
    assert table["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST"
    for kind in ("LocalSecondaryIndexes", "GlobalSecondaryIndexes"):
        made = {each["IndexName"]: (each["KeySchema"], each["Projection"]["ProjectionType"]) for each in table[kind]}
        assert made == {
            each["IndexName"]: (each["KeySchema"], each["Projection"]["ProjectionType"]) for each in DEFINITION[kind]
        }


def test_files_have_versions_and_the_web_app_s_origin(deployed: Deployed) -> None:
    files, bucket = deployed.client("s3"), deployed.files
    assert files.get_bucket_versioning(Bucket=bucket)["Status"] == "Enabled"
    (cors,) = files.get_bucket_cors(Bucket=bucket)["CORSRules"]
    assert cors["AllowedOrigins"] == ["https://fitzen.example"]
    assert set(files.get_public_access_block(Bucket=bucket)["PublicAccessBlockConfiguration"].values()) == {True}
    assert "aws:SecureTransport" in files.get_bucket_policy(Bucket=bucket)["Policy"]


def test_secrets_are_long_enough_to_sign_with(deployed: Deployed) -> None:
    secret = deployed.client("secretsmanager").get_secret_value(SecretId="/fitzen/prod/jwt-secret")
    assert len(secret["SecretString"]) >= config.MIN_SECRET_LENGTH


def test_the_pool_calls_its_three_functions(deployed: Deployed) -> None:
    people = deployed.client("cognito-idp")
    pool = people.describe_user_pool(UserPoolId=deployed.one("identity", "AWS::Cognito::UserPool"))["UserPool"]
    triggers = {name: arn for name, arn in pool["LambdaConfig"].items() if arn}
    assert set(triggers) == {"DefineAuthChallenge", "CreateAuthChallenge", "VerifyAuthChallengeResponse"}
    for arn in triggers.values():
        made = deployed.client("lambda").get_function(FunctionName=arn)["Configuration"]
        assert made["Runtime"] == "python3.13"
        assert made["Handler"].startswith("fitzen.auth.triggers.")
    client = people.describe_user_pool_client(
        UserPoolId=pool["Id"], ClientId=deployed.one("identity", "AWS::Cognito::UserPoolClient")
    )["UserPoolClient"]
    assert "ALLOW_CUSTOM_AUTH" in client["ExplicitAuthFlows"]


def test_each_schedule_calls_its_job_with_the_environment_of_settings(deployed: Deployed) -> None:
    scheduler, functions = deployed.client("scheduler"), deployed.client("lambda")
    found = {}
    for each in scheduler.list_schedules(GroupName="fitzen-prod-jobs")["Schedules"]:
        made = scheduler.get_schedule(GroupName="fitzen-prod-jobs", Name=each["Name"])
        assert made["State"] == "ENABLED"
        assert made["Target"]["RetryPolicy"]["MaximumRetryAttempts"] == 2
        function = functions.get_function(FunctionName=made["Target"]["Arn"])["Configuration"]
        given = function["Environment"]["Variables"]
        assert set(given) <= set(config.VARIABLES.values())
        pool = deployed.one("identity", "AWS::Cognito::UserPool")  # of another stack, by its export
        assert given["IDENTITY_URL"].startswith(f"cognito://us-east-1/{pool}?client=")
        assert given["FILES_URL"].removeprefix("s3://") in deployed.resources["data"]["AWS::S3::Bucket"]
        found[json.loads(made["Target"]["Input"])["job"]] = made["ScheduleExpression"]
    assert found == {name: f"cron({minutes} * * * ? *)" for name, minutes in jobs().items()}


def _lifecycle(deployed: Deployed) -> str:
    with pytest.raises(ClientError) as error:
        deployed.client("s3").get_bucket_lifecycle_configuration(Bucket=deployed.files)
    return str(error.value.response["Error"]["Code"])


def _encryption(deployed: Deployed) -> str:
    told = deployed.client("s3").get_bucket_encryption(Bucket=deployed.files)["ServerSideEncryptionConfiguration"]
    return str(told["Rules"][0]["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"])


def _expiry(deployed: Deployed) -> str:
    told = deployed.client("dynamodb").describe_time_to_live(TableName=TABLE)["TimeToLiveDescription"]
    return str(told["TimeToLiveStatus"])


def _recovery(deployed: Deployed) -> str:
    told = deployed.client("dynamodb").describe_continuous_backups(TableName=TABLE)["ContinuousBackupsDescription"]
    return str(told["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"])


DROPPED: dict[Callable[[Deployed], str], str] = {
    _expiry: "DISABLED",
    _recovery: "DISABLED",
    _lifecycle: "NoSuchLifecycleConfiguration",
    _encryption: "AES256",
}
"""What ministack 1.5.33 takes and forgets -> what it says instead. test_data.py asserts each on the template."""


@pytest.mark.parametrize("asked", DROPPED, ids=lambda asked: asked.__name__.lstrip("_"))
def test_what_the_emulator_drops_it_still_drops(deployed: Deployed, asked: Callable[[Deployed], str]) -> None:
    """So that a ministack that keeps it is noticed: then it is to be asserted here, as the rest is."""
    assert asked(deployed) == DROPPED[asked]

"""Lambda functions as Fitzen makes them: ARM64, a log group of 30 days, a trace, and only the rights that are given."""

from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_ecr as ecr
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from fitzen_cdk.environment import SOURCE
from fitzen_cdk.rules import accept

HANDLER_CLIENT = ("python", "-m", "awslambdaric")
SET_BY_LAMBDA = frozenset({"AWS_REGION"})
LAMBDA_REASONS = {
    "HIPAA.Security-LambdaInsideVPC": "It reaches DynamoDB, S3 and the other services by TLS and its role alone; in a VPC it "
    "would need a NAT gateway for Google, Apple and Expo (docs/decisions/0020-egress.md).",
    "HIPAA.Security-LambdaConcurrency": "Reserving takes from the account's quota, which is 10 in a new account; the API's "
    "throttling and the jobs' leases bound what runs at once.",
    "AwsSolutions-IAM5[Resource::*]": "X-Ray's PutTraceSegments takes no resource.",
}


def log_group(scope: Construct, name: str, key: kms.IKey) -> logs.LogGroup:
    """Kept for 30 days, as the reference has it; `key` must let CloudWatch Logs use it (`logs_key`)."""
    return logs.LogGroup(
        scope,
        name,
        retention=logs.RetentionDays.ONE_MONTH,
        encryption_key=key,
        removal_policy=RemovalPolicy.DESTROY,
    )


def logs_key(scope: Construct) -> kms.Key:
    """One for the logs of a region: of the data's stack, which all others there may need, for it needs none of them.

    Whatever it lets in is named, never referred to, or the stacks would need each other.
    """
    key = kms.Key(
        scope,
        "LogsKey",
        enable_key_rotation=True,
        description="Encrypts logs, trails and artifacts",
        removal_policy=RemovalPolicy.RETAIN,
    )
    stack = Stack.of(scope)
    groups = stack.format_arn(service="logs", resource="*")
    key.add_to_resource_policy(
        iam.PolicyStatement(
            principals=[iam.ServicePrincipal(f"logs.{stack.region}.amazonaws.com")],
            actions=["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
            resources=["*"],
            conditions={"ArnLike": {"kms:EncryptionContext:aws:logs:arn": groups}},
        )
    )
    return key


def dead_letters(scope: Construct, name: str) -> sqs.Queue:
    """Encrypted by SQS's own key: by one of ours, each sender would need rights to it, or its letters would be lost."""
    queue = sqs.Queue(
        scope,
        name,
        enforce_ssl=True,
        encryption=sqs.QueueEncryption.SQS_MANAGED,
        retention_period=Duration.days(14),
    )
    accept(queue, {"AwsSolutions-SQS3": "It is the queue of dead letters itself."})
    return queue


def role(scope: Construct, name: str, log: logs.ILogGroup) -> iam.Role:
    """What every function may do: write its own logs and its traces."""
    made = iam.Role(scope, f"{name}Role", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"))
    log.grant_write(made)
    made.add_to_policy(
        iam.PolicyStatement(actions=["xray:PutTraceSegments", "xray:PutTelemetryRecords"], resources=["*"])
    )
    accept(made, {"AwsSolutions-IAM5[Resource::*]": LAMBDA_REASONS["AwsSolutions-IAM5[Resource::*]"]})
    return made


def image_function(
    scope: Construct,
    name: str,
    *,
    images: ecr.IRepository,
    tag: str,
    command: list[str],
    environment: dict[str, str],
    key: kms.IKey,
    dead: sqs.IQueue | None = None,
    entrypoint: tuple[str, ...] = HANDLER_CLIENT,
    memory_mb: int = 512,
    timeout: Duration,
) -> lambda_.DockerImageFunction:
    """Runs the image that the tasks run: a handler, or by `entrypoint` a server behind the Lambda Web Adapter in it."""
    log = log_group(scope, f"{name}Logs", key)
    made = lambda_.DockerImageFunction(
        scope,
        name,
        code=lambda_.DockerImageCode.from_ecr(images, tag_or_digest=tag, cmd=command, entrypoint=list(entrypoint)),
        architecture=lambda_.Architecture.ARM_64,
        memory_size=memory_mb,
        timeout=timeout,
        environment={name: value for name, value in environment.items() if name not in SET_BY_LAMBDA},
        log_group=log,
        role=role(scope, name, log),
        tracing=lambda_.Tracing.ACTIVE,
        dead_letter_queue=dead,
    )
    accept(made, LAMBDA_REASONS)
    return made


def source_function(
    scope: Construct,
    name: str,
    *,
    handler: str,
    environment: dict[str, str],
    key: kms.IKey,
    dead: sqs.IQueue,
    memory_mb: int = 256,
) -> lambda_.Function:
    """Runs Fitzen's source alone, for what needs nothing beside Python and the AWS SDK that Lambda has."""
    log = log_group(scope, f"{name}Logs", key)
    made = lambda_.Function(
        scope,
        name,
        runtime=lambda_.Runtime.PYTHON_3_13,
        architecture=lambda_.Architecture.ARM_64,
        code=lambda_.Code.from_asset(
            str(SOURCE.parent),
            exclude=["*", "!fitzen", "!fitzen/**", "**/__pycache__", "fitzen/frontend", "fitzen/data"],
        ),
        handler=handler,
        memory_size=memory_mb,
        timeout=Duration.seconds(5),
        environment=environment,
        log_group=log,
        role=role(scope, name, log),
        tracing=lambda_.Tracing.ACTIVE,
        dead_letter_queue=dead,
    )
    accept(made, LAMBDA_REASONS | {"AwsSolutions-L1": "Python 3.13 is what Fitzen is tested on."})
    return made

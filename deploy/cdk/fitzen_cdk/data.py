"""What is kept: the keys, the table, the files, the secrets and the topics."""

from pathlib import Path
from typing import Any

from aws_cdk import Duration, RemovalPolicy, SecretValue, Stack
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_ecr as ecr
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_secretsmanager as secretsmanager
from aws_cdk import aws_sns as sns
from constructs import Construct

from fitzen.infra.files.base import UPLOADS
from fitzen.infra.storage.dynamodb_schema import DEFINITION
from fitzen_cdk.buckets import private_bucket
from fitzen_cdk.copies import replicate
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.functions import logs_key
from fitzen_cdk.part import Part
from fitzen_cdk.rules import accept, logical_id

RECOVERY_DAYS = 35
EXPIRY_ATTRIBUTE = "ttl"
TABLE_ACTIONS = (
    "BatchGetItem",
    "BatchWriteItem",
    "ConditionCheckItem",
    "DeleteItem",
    "DescribeContinuousBackups",
    "DescribeTable",
    "DescribeTimeToLive",
    "GetItem",
    "PutItem",
    "Query",
    "UpdateItem",
)
"""The `Describe…` are how `fitzen serve` sees, before it serves, that the table is as the store wants it."""
FILE_ACTIONS = ("DeleteObject", "DeleteObjectVersion", "GetObject", "PutObject")
BUCKET_ACTIONS = ("ListBucket", "ListBucketVersions")
"""Without the first a file that is not there would be a refusal; by the second all versions of an erased person's are found."""
TOPICS = ("reminders", "achievements", "alerts")
SECRETS = {
    "jwt-secret": "Signs Fitzen's own tokens (SECRET_KEY)",
    "pepper-key": "Names and hashes what is in the store (PEPPER_KEY); never changed",
    "google-oauth-client-secret": "Google's client, for sign-in on the web",
    "apple-signin-key": "Apple's client key, for sign-in on the web",
    "bedrock-api-key": "A key of another model's provider; Bedrock itself is reached by role",
}
"""The reference's secrets but the database's, which comes with the database; and what lets the first be changed (ADR 25)."""
READ_SECRETS = ("jwt-secret", "pepper-key", "files-cdn-key")
"""Those that the application's environment refers to; the others are CloudFormation's to read, or nobody's yet."""
KEPT_SECRETS = frozenset({"pepper-key"})
"""They outlive the stack, as the table and the pool do: nobody is found in those, or in any backup, without them."""
FILES_CDN_SECRET = "Signs URLs of files (FILES_CDN_PRIVATE_KEY): the private key in PEM, put there by hand"  # noqa: S105 # what it is for
REQUEST_LOGS, REQUESTS_KEPT = ("edge", "files-edge", "balancer"), Duration.days(30)
"""Logs of requests, by their prefix: with address, path and query, which CloudFront's and the balancer's cannot leave out."""
EDGE_SECRET = "CloudFront says it to the API, which listens to nobody else"  # noqa: S105 # what it is for


class Data(Part):
    """What the other stacks use of it: `key` of what people keep and `logs_key` of what is told of them, `table`, `files`, `secrets` and `topics` by name, `topics_prefix` of their ARNs, `images`, `policy`.

    `edge_secret` is a dynamic reference, which CloudFormation resolves; no template holds the secret.
    """

    def __init__(self, scope: Construct, deployment: Deployment) -> None:
        super().__init__(scope, deployment, "data")
        self.key = kms.Key(
            self,
            "Key",
            alias=f"alias/{deployment.name('data')}",
            description="Encrypts what people keep in Fitzen",
            enable_key_rotation=True,
            removal_policy=RemovalPolicy.RETAIN,
        )
        self.key.grant(iam.ServicePrincipal("cloudwatch.amazonaws.com"), "kms:Decrypt", "kms:GenerateDataKey")
        self.logs_key = logs_key(self)
        self.table = _table(self, deployment, self.key)
        self.access_logs = _access_logs(self)
        self.files = _files(self, deployment, self.key, self.access_logs)
        self.secrets = {name: _secret(self, deployment, self.key, name, about) for name, about in SECRETS.items()}
        _secret(self, deployment, self.key, "edge-secret", EDGE_SECRET)
        self.edge_secret = SecretValue.secrets_manager(deployment.secret("edge-secret"))
        self.readers: cloudfront.IKeyGroup | None = None
        self.reader_id = ""
        if deployment.files_public_key:
            self.secrets["files-cdn-key"] = _secret(self, deployment, self.key, "files-cdn-key", FILES_CDN_SECRET)
            self.readers, self.reader_id = _readers(self, deployment)
            _let_cloudfront_read(self)
        if deployment.files_replica_region:
            replicate(self, deployment, self.files, self.key)
        self.topics = {name: _topic(self, self.key, name) for name in TOPICS}
        self.topics_prefix = self.format_arn(service="sns", resource=self.stack_name)
        self.images = ecr.Repository(
            self,
            "Images",
            repository_name=f"{deployment.name('backend')}",
            image_scan_on_push=True,
            image_tag_mutability=ecr.TagMutability.IMMUTABLE,
            encryption=ecr.RepositoryEncryption.KMS,
            encryption_key=self.key,
            lifecycle_rules=[ecr.LifecycleRule(max_image_count=30)],
        )
        self.policy = iam.ManagedPolicy(
            self,
            "DataAccess",
            description="What people keep in Fitzen, as Fitzen uses it",
            statements=_statements(self),
        )
        files = logical_id(self.files)
        accept(
            self.policy,
            {
                f"AwsSolutions-IAM5[Resource::<{files}.Arn>/*]": "Fitzen keeps the files of every person; keys begin with theirs."
            },
        )


def _statements(data: Data) -> list[iam.PolicyStatement]:
    table = data.table.table_arn
    indexes = [each["IndexName"] for kind in ("Local", "Global") for each in DEFINITION[f"{kind}SecondaryIndexes"]]
    topics = [data.topics[name].topic_arn for name in ("reminders", "achievements")]
    return [
        iam.PolicyStatement(
            actions=[f"dynamodb:{action}" for action in TABLE_ACTIONS],
            resources=[table, *(f"{table}/index/{index}" for index in indexes)],
        ),
        iam.PolicyStatement(actions=[f"s3:{action}" for action in BUCKET_ACTIONS], resources=[data.files.bucket_arn]),
        iam.PolicyStatement(
            actions=[f"s3:{action}" for action in FILE_ACTIONS], resources=[data.files.arn_for_objects("*")]
        ),
        iam.PolicyStatement(
            actions=["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"], resources=[data.key.key_arn]
        ),
        iam.PolicyStatement(
            actions=["secretsmanager:GetSecretValue"],
            resources=[data.secrets[name].secret_arn for name in READ_SECRETS if name in data.secrets],
        ),
        iam.PolicyStatement(actions=["sns:Publish"], resources=topics),
    ]


def _table(scope: Construct, deployment: Deployment, key: kms.IKey) -> dynamodb.TableV2:
    """The table that `fitzen migrate` would make: its keys and indexes are the store's own DEFINITION."""
    types = {each["AttributeName"]: each["AttributeType"] for each in DEFINITION["AttributeDefinitions"]}
    attribute_types = {"S": dynamodb.AttributeType.STRING, "N": dynamodb.AttributeType.NUMBER}

    def keys(definition: dict[str, Any]) -> dict[str, Any]:
        named = {each["KeyType"]: each["AttributeName"] for each in definition["KeySchema"]}
        made = {kind: dynamodb.Attribute(name=name, type=attribute_types[types[name]]) for kind, name in named.items()}
        return {"partition_key": made["HASH"], "sort_key": made["RANGE"]}

    def index(definition: dict[str, Any]) -> dict[str, Any]:
        projection = definition["Projection"]
        return {
            "index_name": definition["IndexName"],
            "projection_type": dynamodb.ProjectionType[projection["ProjectionType"]],
            "non_key_attributes": projection.get("NonKeyAttributes"),
        }

    return dynamodb.TableV2(
        scope,
        "Records",
        table_name=deployment.name("records"),
        **keys(DEFINITION),
        local_secondary_indexes=[
            dynamodb.LocalSecondaryIndexProps(sort_key=keys(each)["sort_key"], **index(each))
            for each in DEFINITION["LocalSecondaryIndexes"]
        ],
        global_secondary_indexes=[
            dynamodb.GlobalSecondaryIndexPropsV2(**keys(each), **index(each))
            for each in DEFINITION["GlobalSecondaryIndexes"]
        ],
        billing=dynamodb.Billing.on_demand(),
        # A global table's replicas need a key each; AWS's own is in every region.
        encryption=dynamodb.TableEncryptionV2.aws_managed_key()
        if deployment.replica_regions
        else dynamodb.TableEncryptionV2.customer_managed_key(key),
        point_in_time_recovery_specification=dynamodb.PointInTimeRecoverySpecification(
            point_in_time_recovery_enabled=True, recovery_period_in_days=RECOVERY_DAYS
        ),
        time_to_live_attribute=EXPIRY_ATTRIBUTE,
        deletion_protection=True,
        removal_policy=RemovalPolicy.RETAIN,
        replicas=[dynamodb.ReplicaTableProps(region=region) for region in deployment.replica_regions],
    )


def _access_logs(scope: Construct) -> s3.Bucket:
    bucket = private_bucket(
        scope,
        "AccessLogs",
        object_ownership=s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
        lifecycle_rules=[
            s3.LifecycleRule(
                id="logs",
                transitions=[
                    s3.Transition(storage_class=s3.StorageClass.INTELLIGENT_TIERING, transition_after=Duration.days(30))
                ],
                expiration=Duration.days(400),
                noncurrent_version_expiration=Duration.days(7),
            ),
            *(
                s3.LifecycleRule(  # of rules that meet, S3 takes what ends first
                    id=f"requests-of-{prefix}",
                    prefix=f"{prefix}/",
                    expiration=REQUESTS_KEPT,
                    noncurrent_version_expiration=Duration.days(1),
                )
                for prefix in REQUEST_LOGS
            ),
        ],
    )
    accept(
        bucket,
        {
            "AwsSolutions-S1": "It is where the access logs go: logging its own access would log that for ever.",
            "HIPAA.Security-S3BucketLoggingEnabled": "The same: it receives the access logs.",
            "HIPAA.Security-S3BucketReplicationEnabled": "Access logs are no record of a person and need no second region.",
            "HIPAA.Security-S3DefaultEncryptionKMS": "S3 and CloudFront deliver logs to buckets with S3-managed keys only.",
        },
    )
    return bucket


def _files(scope: Construct, deployment: Deployment, key: kms.IKey, logs: s3.IBucket) -> s3.Bucket:
    """Photos by the reference's keys. What a person erased is gone 90 days later, from the old versions too."""
    bucket = private_bucket(
        scope,
        "Files",
        key=key,
        bucket_key_enabled=True,
        logs=logs,
        prefix="files/",
        cors=[
            s3.CorsRule(
                allowed_methods=[s3.HttpMethods.PUT, s3.HttpMethods.GET, s3.HttpMethods.HEAD],
                allowed_origins=[deployment.web_origin],
                allowed_headers=["content-type"],
                exposed_headers=["etag"],
                max_age=3600,
            )
        ],
        lifecycle_rules=[
            s3.LifecycleRule(
                id="photos-are-seldom-seen-again",
                transitions=[
                    s3.Transition(storage_class=s3.StorageClass.INFREQUENT_ACCESS, transition_after=Duration.days(90)),
                    s3.Transition(
                        storage_class=s3.StorageClass.INTELLIGENT_TIERING, transition_after=Duration.days(180)
                    ),
                ],
                noncurrent_version_transitions=[
                    s3.NoncurrentVersionTransition(
                        storage_class=s3.StorageClass.GLACIER_INSTANT_RETRIEVAL, transition_after=Duration.days(1)
                    )
                ],
                noncurrent_version_expiration=Duration.days(91),
                abort_incomplete_multipart_upload_after=Duration.days(1),
            ),
            s3.LifecycleRule(
                id="uploads-that-nobody-completed",
                prefix=UPLOADS,
                expiration=Duration.days(2),
                noncurrent_version_expiration=Duration.days(1),
            ),
            s3.LifecycleRule(id="delete-markers-alone", expired_object_delete_marker=True),
        ],
    )
    accept(
        bucket,
        {
            "HIPAA.Security-S3BucketReplicationEnabled": "Versions are kept, and AWS Backup copies the bucket to another "
            "region daily; continuous replication would double what photos cost.",
        },
    )
    return bucket


def _readers(scope: Construct, deployment: Deployment) -> tuple[cloudfront.IKeyGroup, str]:
    """Who may read files by CloudFront: the bearers of URLs signed by the key, whose name there is returned too."""
    key = cloudfront.PublicKey(
        scope,
        "FilesPublicKey",
        encoded_key=Path(deployment.files_public_key).read_text(),
        comment=deployment.name("files"),
    )
    return cloudfront.KeyGroup(scope, "FilesReaders", items=[key]), key.public_key_id


def _let_cloudfront_read(data: Data) -> None:
    """Any distribution of this account: its own name would make this stack need the edge's, which needs this one."""
    stack = Stack.of(data)
    principal = iam.ServicePrincipal("cloudfront.amazonaws.com")
    ours = {
        "StringEquals": {"aws:SourceAccount": stack.account},
        "ArnLike": {"aws:SourceArn": f"arn:aws:cloudfront::{stack.account}:distribution/*"},
    }
    data.files.add_to_resource_policy(
        iam.PolicyStatement(
            principals=[principal],
            actions=["s3:GetObject"],
            resources=[data.files.arn_for_objects("*")],
            conditions=ours,
        )
    )
    data.key.add_to_resource_policy(
        iam.PolicyStatement(principals=[principal], actions=["kms:Decrypt"], resources=["*"], conditions=ours)
    )


def _secret(scope: Construct, deployment: Deployment, key: kms.IKey, name: str, about: str) -> secretsmanager.Secret:
    secret = secretsmanager.Secret(
        scope,
        "".join(part.title() for part in name.split("-")),
        secret_name=deployment.secret(name),
        description=about,
        encryption_key=key,
        generate_secret_string=secretsmanager.SecretStringGenerator(password_length=64, exclude_punctuation=True),
        removal_policy=RemovalPolicy.RETAIN if name in KEPT_SECRETS else RemovalPolicy.DESTROY,
    )
    why = "Whoever gives the key out rotates it; no function of ours can make Google, Apple or a provider do so."
    if name == "jwt-secret":
        why = "It is changed on purpose, in two steps (docs/telemetry.md), so that tasks of both keys understand each other."
    if name == "pepper-key":
        why = "What is in the store is found by it: another one would lose everybody's account."
    accept(secret, {"AwsSolutions-SMG4": why, "HIPAA.Security-SecretsManagerRotationEnabled": why})
    return secret


def _topic(scope: Construct, key: kms.IKey, name: str) -> sns.Topic:
    topic = sns.Topic(scope, f"{name.title()}Topic", topic_name=f"{Stack.of(scope).stack_name}-{name}", master_key=key)
    topic.add_to_resource_policy(
        iam.PolicyStatement(
            effect=iam.Effect.DENY,
            principals=[iam.AnyPrincipal()],
            actions=["sns:Publish"],
            resources=[topic.topic_arn],
            conditions={"Bool": {"aws:SecureTransport": "false"}},
        )
    )
    if name == "alerts":
        topic.add_to_resource_policy(
            iam.PolicyStatement(
                principals=[iam.ServicePrincipal("cloudwatch.amazonaws.com")],
                actions=["sns:Publish"],
                resources=[topic.topic_arn],
                conditions={"StringEquals": {"aws:SourceAccount": Stack.of(scope).account}},
            )
        )
    return topic

"""A second bucket of people's files in another region, which S3 keeps up with the first."""

from aws_cdk import Aws, Duration, RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct

from fitzen_cdk.buckets import private_bucket
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.part import Part
from fitzen_cdk.rules import accept, logical_id

NAME = "files-copy"
OLD_VERSIONS = Duration.days(91)
"""As in the first bucket. Deletions are copied as markers, those of an erasure too (infra/files/s3.py), and what they hide
goes by itself."""
OWNERS = "0123456789abcdef"
"""What keys of people's files begin with: their id. What was uploaded and is not looked at yet (`uploads/`) is as its camera
wrote it, place and all, and is not copied; a rule cannot leave out, so there is one for each digit."""


class FilesCopy(Part):
    """It is known by its names from the first region, so that neither stack needs the other's outputs."""

    def __init__(self, scope: Construct, deployment: Deployment) -> None:
        super().__init__(scope, deployment, NAME, region=deployment.files_replica_region)
        key = kms.Key(
            self,
            "Key",
            alias=f"alias/{deployment.name(NAME)}",
            enable_key_rotation=True,
            description="Encrypts the copy of people's files",
            removal_policy=RemovalPolicy.RETAIN,
        )
        bucket = private_bucket(
            self,
            "Files",
            bucket_name=f"{deployment.name(NAME)}-{Aws.ACCOUNT_ID}",
            key=key,
            bucket_key_enabled=True,
            lifecycle_rules=[
                s3.LifecycleRule(
                    id="a-copy-is-seldom-seen",
                    transitions=[
                        s3.Transition(
                            storage_class=s3.StorageClass.INTELLIGENT_TIERING, transition_after=Duration.days(1)
                        )
                    ],
                    noncurrent_version_expiration=OLD_VERSIONS,
                ),
                s3.LifecycleRule(id="delete-markers-alone", expired_object_delete_marker=True),
            ],
        )
        why = "CloudTrail has every read of a file; a bucket for logs of a copy would be one more in that region."
        accept(
            bucket,
            {
                "AwsSolutions-S1": why,
                "HIPAA.Security-S3BucketLoggingEnabled": why,
                "HIPAA.Security-S3BucketReplicationEnabled": "It is the copy.",
            },
        )


def replicate(scope: Stack, deployment: Deployment, bucket: s3.Bucket, key: kms.IKey) -> None:
    """Let S3 copy `bucket` into the other region, where it is encrypted by the key there."""
    destination = f"arn:aws:s3:::{deployment.name(NAME)}-{scope.account}"
    where = f"arn:aws:kms:{deployment.files_replica_region}:{scope.account}"
    role = iam.Role(scope, "Replication", assumed_by=iam.ServicePrincipal("s3.amazonaws.com"))
    statements = [
        iam.PolicyStatement(actions=["s3:GetReplicationConfiguration", "s3:ListBucket"], resources=[bucket.bucket_arn]),
        iam.PolicyStatement(
            actions=[
                "s3:GetObjectVersionForReplication",
                "s3:GetObjectVersionAcl",
                "s3:GetObjectVersionTagging",
            ],
            resources=[bucket.arn_for_objects("*")],
        ),
        iam.PolicyStatement(
            actions=["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"], resources=[f"{destination}/*"]
        ),
        iam.PolicyStatement(actions=["kms:Decrypt"], resources=[key.key_arn]),
        iam.PolicyStatement(
            actions=["kms:Encrypt", "kms:GenerateDataKey"],
            resources=[f"{where}:key/*"],
            conditions={"ForAnyValue:StringEquals": {"kms:ResourceAliases": f"alias/{deployment.name(NAME)}"}},
        ),
    ]
    for statement in statements:
        role.add_to_policy(statement)
    accept(
        role,
        {
            f"AwsSolutions-IAM5[Resource::<{logical_id(bucket)}.Arn>/*]": "S3 copies each file there is.",
            f"AwsSolutions-IAM5[Resource::arn:aws:s3:::{deployment.name(NAME)}-<AWS::AccountId>/*]": "S3 copies each file there is.",
            f"AwsSolutions-IAM5[Resource::arn:aws:kms:{deployment.files_replica_region}:<AWS::AccountId>:key/*]": "The key of one "
            "alias alone, by the condition; its own name is not known in this region.",
        },
    )
    made = bucket.node.default_child
    if not isinstance(made, s3.CfnBucket):
        raise TypeError("A bucket is made of a bucket.")
    made.replication_configuration = s3.CfnBucket.ReplicationConfigurationProperty(
        role=role.role_arn,
        rules=[
            s3.CfnBucket.ReplicationRuleProperty(
                id=f"to-the-other-region-{digit}",
                status="Enabled",
                priority=priority,
                filter=s3.CfnBucket.ReplicationRuleFilterProperty(prefix=digit),
                delete_marker_replication=s3.CfnBucket.DeleteMarkerReplicationProperty(status="Enabled"),
                source_selection_criteria=s3.CfnBucket.SourceSelectionCriteriaProperty(
                    sse_kms_encrypted_objects=s3.CfnBucket.SseKmsEncryptedObjectsProperty(status="Enabled")
                ),
                destination=s3.CfnBucket.ReplicationDestinationProperty(
                    bucket=destination,
                    storage_class="INTELLIGENT_TIERING",
                    encryption_configuration=s3.CfnBucket.EncryptionConfigurationProperty(
                        replica_kms_key_id=f"{where}:alias/{deployment.name(NAME)}"
                    ),
                ),
            )
            for priority, digit in enumerate(OWNERS, start=1)
        ],
    )

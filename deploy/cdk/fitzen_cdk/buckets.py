"""A bucket as all of ours are: nobody's but ours, by TLS alone, with its versions."""

from typing import Any

from aws_cdk import RemovalPolicy
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct


def private_bucket(
    scope: Construct,
    name: str,
    *,
    key: kms.IKey | None = None,
    logs: s3.IBucket | None = None,
    prefix: str | None = None,
    removal_policy: RemovalPolicy = RemovalPolicy.RETAIN,
    **more: Any,
) -> s3.Bucket:
    """Return a bucket that outlives its stack, encrypted by `key` or else by S3's own.

    Who reads and writes it is told in the bucket `logs`, under `prefix`. `more` is what s3.Bucket takes besides.
    """
    return s3.Bucket(
        scope,
        name,
        encryption=s3.BucketEncryption.KMS if key else s3.BucketEncryption.S3_MANAGED,
        encryption_key=key,
        block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
        enforce_ssl=True,
        minimum_tls_version=1.2,
        versioned=True,
        server_access_logs_bucket=logs,
        server_access_logs_prefix=prefix,
        removal_policy=removal_policy,
        **more,
    )

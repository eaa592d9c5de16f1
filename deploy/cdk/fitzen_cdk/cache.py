"""Valkey by ElastiCache Serverless: limits of requests across tasks, and answers that may be kept."""

from aws_cdk import Fn, RemovalPolicy, SecretValue
from aws_cdk import aws_elasticache as elasticache
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from fitzen_cdk.deployment import Deployment
from fitzen_cdk.network import DATA, VALKEY, Network
from fitzen_cdk.part import Part
from fitzen_cdk.rules import accept

USER = "fitzen"
MOST_GB, MOST_UNITS_A_SECOND = 2, 15_000
"""What it may grow to, and cost: ElastiCache Serverless has no limit of its own."""
REQUESTS_A_MINUTE = "600"
RIGHTS = "on ~fitzen:* -@all +@read +@write +@scripting +@connection +time -@dangerous"
"""Its one user reads and writes Fitzen's own keys, and calls nothing that administers."""


class Cache(Part):
    """`url` is CACHE_URL; `policy` lets its reader read what that names. Nothing in it must be kept: no snapshots."""

    def __init__(self, scope: Construct, deployment: Deployment, *, network: Network) -> None:
        super().__init__(scope, deployment, "cache")
        key = kms.Key(
            self,
            "Key",
            description="Encrypts the cache and its credentials",
            enable_key_rotation=True,
            removal_policy=RemovalPolicy.RETAIN,
        )
        password = secretsmanager.Secret(
            self,
            "Password",
            secret_name=deployment.secret("cache-password"),
            description="Of the cache's user; CACHE_URL has it too",
            encryption_key=key,
            generate_secret_string=secretsmanager.SecretStringGenerator(password_length=64, exclude_punctuation=True),
        )
        user = elasticache.CfnUser(
            self,
            "User",
            engine="valkey",
            user_id=deployment.name(USER),
            user_name=USER,
            access_string=RIGHTS,
            authentication_mode={"Type": "password", "Passwords": [password.secret_value.unsafe_unwrap()]},
        )
        users = elasticache.CfnUserGroup(
            self, "Users", engine="valkey", user_group_id=deployment.name("cache"), user_ids=[user.ref]
        )
        self.cache = elasticache.CfnServerlessCache(
            self,
            "Cache",
            engine="valkey",
            major_engine_version="8",
            serverless_cache_name=deployment.name("cache"),
            description="Limits of requests, and answers that may be kept",
            kms_key_id=key.key_arn,
            security_group_ids=[network.cache.security_group_id],
            subnet_ids=network.vpc.select_subnets(subnet_group_name=DATA.subnet_group_name).subnet_ids,
            user_group_id=users.ref,
            snapshot_retention_limit=0,
            cache_usage_limits=elasticache.CfnServerlessCache.CacheUsageLimitsProperty(
                data_storage=elasticache.CfnServerlessCache.DataStorageProperty(unit="GB", maximum=MOST_GB),
                ecpu_per_second=elasticache.CfnServerlessCache.ECPUPerSecondProperty(maximum=MOST_UNITS_A_SECOND),
            ),
        )
        url = Fn.join(
            "",
            [
                f"rediss://{USER}:",
                password.secret_value.unsafe_unwrap(),  # CloudFormation resolves it; no template has it
                "@",
                self.cache.attr_endpoint_address,
                f":{VALKEY}",
            ],
        )
        secret = secretsmanager.Secret(
            self,
            "Url",
            secret_name=deployment.secret("cache-url"),
            description="CACHE_URL, with the password",
            encryption_key=key,
            secret_string_value=SecretValue.unsafe_plain_text(url),
        )
        why = "It opens a cache that may be lost, from inside one group; it is changed by replacing the stack's user."
        for each in (password, secret):
            accept(each, {"AwsSolutions-SMG4": why, "HIPAA.Security-SecretsManagerRotationEnabled": why})
        self.policy = iam.ManagedPolicy(
            self,
            "UrlAccess",
            description="The address and the password of the cache",
            statements=[
                iam.PolicyStatement(actions=["secretsmanager:GetSecretValue"], resources=[secret.secret_arn]),
                iam.PolicyStatement(actions=["kms:Decrypt"], resources=[key.key_arn]),
            ],
        )
        self.url = f"aws-sm://{deployment.secret('cache-url')}"

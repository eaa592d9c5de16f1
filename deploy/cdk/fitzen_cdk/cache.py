"""Valkey by ElastiCache Serverless: limits of requests across tasks, and answers that may be kept."""

from aws_cdk import aws_elasticache as elasticache
from aws_cdk import aws_iam as iam
from constructs import Construct

from fitzen_cdk.data import Data
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.network import DATA, VALKEY, Network
from fitzen_cdk.part import Part

MOST_GB, MOST_UNITS_A_SECOND = 2, 15_000
"""What it may grow to, and cost: ElastiCache Serverless has no limit of its own."""
REQUESTS_A_MINUTE = "600"
RIGHTS = "on ~fitzen:* -@all +@read +@write +@scripting +@connection +time -@dangerous"
"""Its one user reads and writes Fitzen's own keys, and calls nothing that administers."""


class Cache(Part):
    """`url` is CACHE_URL, without a secret: roles with `policy` sign in. Nothing in it must be kept: no snapshots."""

    def __init__(self, scope: Construct, deployment: Deployment, *, network: Network, data: Data) -> None:
        super().__init__(scope, deployment, "cache")
        name = deployment.name("cache-user")
        user = elasticache.CfnUser(
            self,
            "User",
            engine="valkey",
            user_id=name,
            user_name=name,  # ElastiCache takes a user of IAM only where both are the same
            access_string=RIGHTS,
            authentication_mode={"Type": "iam"},
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
            kms_key_id=data.key.key_arn,
            security_group_ids=[network.cache.security_group_id],
            subnet_ids=network.vpc.select_subnets(subnet_group_name=DATA.subnet_group_name).subnet_ids,
            user_group_id=users.ref,
            snapshot_retention_limit=0,
            cache_usage_limits=elasticache.CfnServerlessCache.CacheUsageLimitsProperty(
                data_storage=elasticache.CfnServerlessCache.DataStorageProperty(unit="GB", maximum=MOST_GB),
                ecpu_per_second=elasticache.CfnServerlessCache.ECPUPerSecondProperty(maximum=MOST_UNITS_A_SECOND),
            ),
        )
        self.policy = iam.ManagedPolicy(
            self,
            "CacheAccess",
            description="Sign in to the cache as its user",
            statements=[
                iam.PolicyStatement(actions=["elasticache:Connect"], resources=[self.cache.attr_arn, user.attr_arn])
            ],
        )
        endpoint = self.cache.attr_endpoint_address
        self.url = f"rediss://{name}@{endpoint}:{VALKEY}?iam={deployment.name('cache')}"

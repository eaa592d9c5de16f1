"""What the application is told and what it may do: the same for a task, a function and a job.

Statements are written out. The CDK's `grant_…` would give actions by wildcard (`s3:GetObject*`), and would name the
role in the key's policy, so that the stack of the data needed the stacks that use it.
"""

from aws_cdk import Stack
from aws_cdk import aws_iam as iam

from fitzen.config import Settings
from fitzen_cdk.cache import REQUESTS_A_MINUTE, Cache
from fitzen_cdk.data import Data
from fitzen_cdk.database import Database
from fitzen_cdk.deployment import Deployment, DeploymentError
from fitzen_cdk.environment import SECRET, environment
from fitzen_cdk.identity import SENDER, Identity
from fitzen_cdk.rules import accept
from fitzen_cdk.traces import collector_settings

_DEFAULTS = Settings()
MODELS = (_DEFAULTS.bedrock_model_id, _DEFAULTS.bedrock_small_model_id)
POOL_ACTIONS = (
    "AdminCreateUser",
    "AdminDeleteUser",
    "AdminInitiateAuth",
    "AdminLinkProviderForUser",
    "AdminRespondToAuthChallenge",
    "AdminSetUserPassword",
    "AdminUpdateUserAttributes",
    "DescribeUserPoolClient",
)


def settings(
    deployment: Deployment,
    data: Data,
    identity: Identity,
    database: Database | None = None,
    cache: Cache | None = None,
    *,
    collected: bool = False,
) -> dict[str, str]:
    """The environment of every task, function and job; records are in PostgreSQL where there is a `database`.

    `collected` where a collector of traces may be beside it: in tasks and pods.
    """
    table = f"dynamodb://{deployment.region}/{deployment.name('records')}"
    return environment(
        {
            "store_url": database.store_url if database else table,
            "chat_store_url": table,
            "replica_url": database.replica_url if database else "",
            "files_url": f"s3://{data.files.bucket_name}",
            "files_cdn_url": f"https://files.{deployment.domain}" if data.readers else "",
            "files_cdn_key_id": data.reader_id,
            "files_cdn_private_key": f"{SECRET}{deployment.secret('files-cdn-key')}" if data.readers else "",
            "identity_url": identity.url,
            "cache_url": cache.url if cache else "",
            "requests_a_minute": REQUESTS_A_MINUTE if cache else "",
            "llm_url": f"bedrock://{deployment.region}",
            "sms_url": "sns:",
            "mail_url": f"ses:{SENDER}@{deployment.domain}",
            "push_url": "expo:",
            "topics_url": f"sns:{data.topics_prefix}",
            "secret_key": f"{SECRET}{deployment.secret('jwt-secret')}",
            "secret_key_previous": f"{SECRET}{deployment.secret('jwt-secret')}?stage=AWSPREVIOUS",
            "pepper_key": f"{SECRET}{deployment.secret('pepper-key')}",
            "log_format": "json",
            "metrics_emf_s": "60",
            "frontend_url": deployment.web_origin,
            "public_url": f"https://{deployment.domain}",
            "api_host": "0.0.0.0",  # noqa: S104 # in a container, behind a closed security group
            "data_dir": "/tmp/fitzen",  # noqa: S108 # the only place a read-only container may write
            "aws_region": deployment.region,
            "google_client_ids": ",".join(deployment.google_client_ids),
            "apple_client_ids": ",".join(deployment.apple_client_ids),
            **(collector_settings(deployment) if collected else {}),
        }
    )


class Access:
    """The managed policies that every role of the application has: of the data, and of the services around it."""

    def __init__(
        self,
        deployment: Deployment,
        data: Data,
        identity: Identity,
        database: Database | None = None,
        cache: Cache | None = None,
    ) -> None:
        services = iam.ManagedPolicy(
            identity,
            "ServicesAccess",
            description="Messages, models and people, as Fitzen uses them",
            statements=_services(identity, deployment),
        )
        accept(
            services,
            {
                f"AwsSolutions-IAM5[Resource::{model}]": "A global inference profile runs its model in whichever region is free."
                for model in _anywhere()
            },
        )
        more = [each.policy for each in (database, cache) if each]
        self._policies = (data.policy, services, *more)

    def give(self, role: iam.IRole | None) -> None:
        if role is None:
            raise DeploymentError("There is no role to give rights to.")
        for policy in self._policies:
            role.add_managed_policy(policy)


def _anywhere() -> list[str]:
    return [f"arn:aws:bedrock:*::foundation-model/{model.removeprefix('global.')}" for model in MODELS]


def _services(identity: Identity, deployment: Deployment) -> list[iam.PolicyStatement]:
    stack = Stack.of(identity)
    profiles = [
        stack.format_arn(service="bedrock", resource="inference-profile", resource_name=each) for each in MODELS
    ]
    everywhere = [f"arn:aws:bedrock:::foundation-model/{model.removeprefix('global.')}" for model in MODELS]
    return [
        iam.PolicyStatement(  # an SMS goes to a number, which is no resource: so to whatever is no topic
            actions=["sns:Publish"], not_resources=["arn:aws:sns:*:*:*"]
        ),
        iam.PolicyStatement(
            actions=["ses:SendEmail", "ses:SendRawEmail"],
            resources=[
                stack.format_arn(service="ses", resource="identity", resource_name=deployment.domain),
                stack.format_arn(service="ses", resource="configuration-set", resource_name=deployment.name("mail")),
            ],
            conditions={"StringEquals": {"ses:FromAddress": f"{SENDER}@{deployment.domain}"}},
        ),
        iam.PolicyStatement(
            actions=["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"],
            resources=[*profiles, *everywhere, *_anywhere()],
        ),
        iam.PolicyStatement(
            actions=[f"cognito-idp:{action}" for action in POOL_ACTIONS], resources=[identity.pool.user_pool_arn]
        ),
    ]

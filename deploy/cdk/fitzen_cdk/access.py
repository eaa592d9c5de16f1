"""What the application is told and what it may do: the same for a task, a function and a job."""

from aws_cdk import Stack
from aws_cdk import aws_iam as iam

from fitzen_cdk.data import Data
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.environment import SECRET, environment
from fitzen_cdk.identity import Identity
from fitzen_cdk.rules import accept

SENDER = "coach"
"""Mail comes from coach@DOMAIN."""


def settings(deployment: Deployment, data: Data, identity: Identity, store_url: str = "") -> dict[str, str]:
    """The environment of every task, function and job; `store_url` is PostgreSQL's where there is one."""
    table = f"dynamodb://{deployment.region}/{deployment.name('records')}"
    return environment(
        {
            "store_url": store_url or table,
            "chat_store_url": table,
            "files_url": f"s3://{data.files.bucket_name}",
            "identity_url": identity.url,
            "llm_url": f"bedrock://{deployment.region}",
            "sms_url": "sns:",
            "mail_url": f"ses:{SENDER}@{deployment.domain}",
            "push_url": "expo:",
            "secret_key": f"{SECRET}{data.secrets['jwt-secret'].secret_name}",
            "frontend_url": f"https://{deployment.domain}",
            "api_host": "0.0.0.0",  # noqa: S104 # in a container, behind a closed security group
            "data_dir": "/tmp/fitzen",  # noqa: S108 # the only place a read-only container may write
            "aws_region": deployment.region,
            "google_client_ids": ",".join(deployment.google_client_ids),
            "apple_client_ids": ",".join(deployment.apple_client_ids),
        }
    )


def grant(role: iam.IRole, deployment: Deployment, data: Data, identity: Identity) -> None:
    """What the application does, on its own resources; where AWS has no resource to name, by condition."""
    stack = Stack.of(role)
    data.table.grant_read_write_data(role)
    data.files.grant_read_write(role)
    # Not secret.grant_read: it would name the role in the key's policy, and the data stack would need this one.
    secrets = [secret.secret_arn for secret in data.secrets.values()]
    role.add_to_principal_policy(iam.PolicyStatement(actions=["secretsmanager:GetSecretValue"], resources=secrets))
    for name in ("reminders", "achievements"):
        data.topics[name].grant_publish(role)
    for statement in _statements(stack, deployment, identity):
        role.add_to_principal_policy(statement)


def _statements(stack: Stack, deployment: Deployment, identity: Identity) -> list[iam.PolicyStatement]:
    return [
        iam.PolicyStatement(  # an SMS goes to a number, which is no resource; so to whatever is not a topic
            actions=["sns:Publish"],
            not_resources=[stack.format_arn(service="sns", resource="*", region="*", account="*")],
        ),
        iam.PolicyStatement(
            actions=["ses:SendEmail", "ses:SendRawEmail"],
            resources=[stack.format_arn(service="ses", resource="identity", resource_name=deployment.domain)],
            conditions={"StringEquals": {"ses:FromAddress": f"{SENDER}@{deployment.domain}"}},
        ),
        iam.PolicyStatement(
            actions=["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"],
            resources=[
                stack.format_arn(service="bedrock", resource="inference-profile", resource_name="global.anthropic.*"),
                "arn:aws:bedrock:*::foundation-model/anthropic.*",
            ],
        ),
        iam.PolicyStatement(
            actions=[
                "cognito-idp:AdminCreateUser",
                "cognito-idp:AdminDeleteUser",
                "cognito-idp:AdminGetUser",
                "cognito-idp:AdminInitiateAuth",
                "cognito-idp:AdminLinkProviderForUser",
                "cognito-idp:AdminRespondToAuthChallenge",
                "cognito-idp:AdminSetUserMFAPreference",
                "cognito-idp:AdminSetUserPassword",
                "cognito-idp:AdminUpdateUserAttributes",
                "cognito-idp:AdminUserGlobalSignOut",
            ],
            resources=[identity.pool.user_pool_arn],
        ),
    ]

"""Who somebody is: a Cognito user pool with codes by SMS and email through three functions (ADR 21).

Names in it are Fitzen's own and say nothing; nobody signs up by themselves, and its one client has a secret, so that
Cognito's public calls are closed. Fitzen asks the pool for the secret: no other place has it.
"""

from aws_cdk import Duration, RemovalPolicy, SecretValue, Stack
from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_iam as iam
from constructs import Construct

from fitzen_cdk.data import Data
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.functions import dead_letters, source_function
from fitzen_cdk.part import Part
from fitzen_cdk.rules import accept

SENDER = "coach"
"""Mail comes from coach@DOMAIN."""
MEMORY_MB = 1024
"""A function's share of a CPU follows its memory. The first code of one costs 0.4 s of a whole CPU, of Cognito's five seconds."""
TRIGGERS = {
    "define_auth_challenge": "fitzen.auth.triggers.define",
    "create_auth_challenge": "fitzen.auth.triggers.create",
    "verify_auth_challenge_response": "fitzen.auth.triggers.verify",
}


class Identity(Part):
    def __init__(self, scope: Construct, deployment: Deployment, *, data: Data) -> None:
        super().__init__(scope, deployment, "identity")
        key = data.logs_key
        dead = dead_letters(self, "DeadTriggers")
        sender = f"{SENDER}@{deployment.domain}"
        triggers = {
            trigger: source_function(
                self,
                _title(trigger),
                handler=handler,
                environment={"CODES_FROM": sender},
                key=key,
                dead=dead,
                memory_mb=MEMORY_MB,
            )
            for trigger, handler in TRIGGERS.items()
        }
        self.pool = cognito.UserPool(
            self,
            "Pool",
            user_pool_name=deployment.name("people"),
            feature_plan=cognito.FeaturePlan.LITE,
            self_sign_up_enabled=False,
            sign_in_aliases=cognito.SignInAliases(username=True),
            mfa=cognito.Mfa.OPTIONAL,
            mfa_second_factor=cognito.MfaSecondFactor(sms=True, otp=True),
            password_policy=cognito.PasswordPolicy(
                min_length=8, require_uppercase=True, require_lowercase=True, require_digits=True, require_symbols=False
            ),
            custom_attributes={
                "subscription_status": cognito.StringAttribute(mutable=True, max_len=32),
                # The reference's subscription_expires_at is longer than the 20 characters that Cognito takes.
                "subscription_expires": cognito.StringAttribute(mutable=True, max_len=32),
                "fitness_level": cognito.StringAttribute(mutable=True, max_len=32),
                "onboarding_completed": cognito.BooleanAttribute(mutable=True),
            },
            account_recovery=cognito.AccountRecovery.NONE,
            lambda_triggers=cognito.UserPoolTriggers(**triggers),
            deletion_protection=True,
            removal_policy=RemovalPolicy.RETAIN,
        )
        stack = Stack.of(self)
        # A code is sent by SNS to a phone number, which is no resource of an account.
        triggers["create_auth_challenge"].add_to_role_policy(
            iam.PolicyStatement(
                actions=["sns:Publish"],
                not_resources=[stack.format_arn(service="sns", resource="*")],
            )
        )
        triggers["create_auth_challenge"].add_to_role_policy(
            iam.PolicyStatement(
                actions=["ses:SendEmail"],
                resources=[
                    stack.format_arn(service="ses", resource="identity", resource_name=deployment.domain),
                    # The domain's own settings (`mail.py`) are asked for as well, though nobody names them.
                    stack.format_arn(
                        service="ses", resource="configuration-set", resource_name=deployment.name("mail")
                    ),
                ],
                conditions={"StringEquals": {"ses:FromAddress": sender}},
            )
        )
        _providers(self, deployment, self.pool)
        self.client = self.pool.add_client(
            "Backend",
            auth_flows=cognito.AuthFlow(custom=True, admin_user_password=True),
            auth_session_validity=Duration.minutes(5),  # as long as a code works
            generate_secret=True,
            disable_o_auth=True,
            supported_identity_providers=[cognito.UserPoolClientIdentityProvider.COGNITO],
            prevent_user_existence_errors=True,
            enable_token_revocation=True,
            access_token_validity=Duration.minutes(15),
            id_token_validity=Duration.minutes(15),
            refresh_token_validity=Duration.hours(1),  # Fitzen's own tokens are what an app keeps
        )
        accept(
            self.pool,
            {
                "AwsSolutions-COG1": "The reference's policy: 8 characters with upper case, lower case and digits; a required "
                "symbol makes passwords no harder to guess (NIST SP 800-63B, 5.1.1.2).",
                "AwsSolutions-COG2": "MFA is each person's choice, as the reference has it.",
                "AwsSolutions-COG3": "Threat protection takes the Plus plan, $0.02 a month and person; WAF, Fitzen's own limits "
                "and its locks on guessing stand in its place.",
                "AwsSolutions-COG8": "The Lite plan: Plus would cost $2,000 a month at 100,000 people.",
                "AwsSolutions-IAM5[Resource::*]": "Cognito's own role sends SMS to phone numbers, which are no resource.",
            },
        )

    @property
    def url(self) -> str:
        """IDENTITY_URL."""
        return f"cognito://{self.region}/{self.pool.user_pool_id}?client={self.client.user_pool_client_id}"


def _providers(scope: Construct, deployment: Deployment, pool: cognito.UserPool) -> None:
    """Google's and Apple's, so that a person's account there can be linked to them. Nobody signs in through them here.

    Their secrets are dynamic references to those that the data stack makes.
    """
    if deployment.google_client_ids:
        cognito.UserPoolIdentityProviderGoogle(
            scope,
            "Google",
            user_pool=pool,
            client_id=deployment.google_client_ids[0],
            client_secret_value=SecretValue.secrets_manager(deployment.secret("google-oauth-client-secret")),
        )
    if deployment.apple_client_ids and deployment.apple_team_id and deployment.apple_key_id:
        cognito.UserPoolIdentityProviderApple(
            scope,
            "Apple",
            user_pool=pool,
            client_id=deployment.apple_client_ids[0],
            team_id=deployment.apple_team_id,
            key_id=deployment.apple_key_id,
            private_key_value=SecretValue.secrets_manager(deployment.secret("apple-signin-key")),
        )


def _title(name: str) -> str:
    return "".join(part.title() for part in name.split("_"))

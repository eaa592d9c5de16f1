"""Who somebody is: a Cognito user pool with codes by SMS through three functions."""

from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_cognito as cognito
from aws_cdk import aws_iam as iam
from constructs import Construct

from fitzen_cdk.deployment import Deployment
from fitzen_cdk.functions import dead_letters, logs_key, source_function
from fitzen_cdk.part import Part
from fitzen_cdk.rules import accept

TRIGGERS = {
    "define_auth_challenge": "fitzen.auth.triggers.define",
    "create_auth_challenge": "fitzen.auth.triggers.create",
    "verify_auth_challenge_response": "fitzen.auth.triggers.verify",
}


class Identity(Part):
    def __init__(self, scope: Construct, deployment: Deployment) -> None:
        super().__init__(scope, deployment, "identity")
        key = logs_key(self)
        dead = dead_letters(self, "DeadTriggers", key)
        triggers = {
            trigger: source_function(
                self, _title(trigger), handler=handler, environment={"LOG_LEVEL": "INFO"}, key=key, dead=dead
            )
            for trigger, handler in TRIGGERS.items()
        }
        self.pool = cognito.UserPool(
            self,
            "Pool",
            user_pool_name=deployment.name("people"),
            feature_plan=cognito.FeaturePlan.LITE,
            self_sign_up_enabled=True,
            sign_in_aliases=cognito.SignInAliases(phone=True, email=True),
            sign_in_case_sensitive=False,
            auto_verify=cognito.AutoVerifiedAttrs(phone=True, email=True),
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
            account_recovery=cognito.AccountRecovery.PHONE_WITHOUT_MFA_AND_EMAIL,
            lambda_triggers=cognito.UserPoolTriggers(**triggers),
            deletion_protection=True,
            removal_policy=RemovalPolicy.RETAIN,
        )
        # A code is sent by SNS to a phone number, which is no resource of an account.
        triggers["create_auth_challenge"].add_to_role_policy(
            iam.PolicyStatement(
                actions=["sns:Publish"],
                not_resources=[Stack.of(self).format_arn(service="sns", resource="*")],
            )
        )
        self.client = self.pool.add_client(
            "Backend",
            auth_flows=cognito.AuthFlow(custom=True, user_srp=True, admin_user_password=True),
            disable_o_auth=True,
            prevent_user_existence_errors=True,
            enable_token_revocation=True,
            access_token_validity=Duration.minutes(15),
            id_token_validity=Duration.minutes(15),
            refresh_token_validity=Duration.days(30),
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


def _title(name: str) -> str:
    return "".join(part.title() for part in name.split("_"))

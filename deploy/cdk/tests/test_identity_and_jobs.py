from collections.abc import Callable
from datetime import timedelta

import pytest
from aws_cdk.assertions import Template

from fitzen import config
from fitzen.auth import triggers
from fitzen.infra.identity.codes import CODE_LIFETIME
from fitzen_cdk.deployment import DeploymentError
from fitzen_cdk.environment import environment, jobs

PROVIDER = "AWS::Cognito::UserPoolIdentityProvider"

type Templates = Callable[..., Template]


def test_the_pool_is_the_reference_s(template: Templates) -> None:
    template("identity").has_resource_properties(
        "AWS::Cognito::UserPool",
        {
            "MfaConfiguration": "OPTIONAL",
            "EnabledMfas": ["SMS_MFA", "SOFTWARE_TOKEN_MFA"],
            "DeletionProtection": "ACTIVE",
            "Policies": {
                "PasswordPolicy": {
                    "MinimumLength": 8,
                    "RequireLowercase": True,
                    "RequireNumbers": True,
                    "RequireSymbols": False,
                    "RequireUppercase": True,
                }
            },
        },
    )


def test_the_pool_s_attributes_fit_into_cognito(template: Templates) -> None:
    (pool,) = template("identity").find_resources("AWS::Cognito::UserPool").values()
    names = {each["Name"] for each in pool["Properties"]["Schema"]}
    assert names == {"subscription_status", "subscription_expires", "fitness_level", "onboarding_completed"}
    assert max(map(len, names)) <= 20


def test_the_pool_is_closed_to_all_but_fitzen(template: Templates) -> None:
    """Names say nothing, nobody signs up or resets by Cognito's public calls, and those ask for the client's secret."""
    stack = template("identity")
    (pool,) = stack.find_resources("AWS::Cognito::UserPool").values()
    assert pool["Properties"]["AdminCreateUserConfig"] == {"AllowAdminCreateUserOnly": True}
    assert not {"UsernameAttributes", "AliasAttributes", "AutoVerifiedAttributes"} & set(pool["Properties"])
    recovery = pool["Properties"]["AccountRecoverySetting"]["RecoveryMechanisms"]
    assert [each["Name"] for each in recovery] == ["admin_only"]
    (client,) = stack.find_resources("AWS::Cognito::UserPoolClient").values()
    assert client["Properties"]["GenerateSecret"] is True
    assert set(client["Properties"]["ExplicitAuthFlows"]) == {
        "ALLOW_CUSTOM_AUTH",
        "ALLOW_ADMIN_USER_PASSWORD_AUTH",
        "ALLOW_REFRESH_TOKEN_AUTH",
    }


def test_a_challenge_lives_as_long_as_a_code(template: Templates) -> None:
    (client,) = template("identity").find_resources("AWS::Cognito::UserPoolClient").values()
    assert timedelta(minutes=client["Properties"]["AuthSessionValidity"]) == CODE_LIFETIME


def test_the_functions_send_from_the_address_that_they_may(template: Templates) -> None:
    stack = template("identity")
    for function in stack.find_resources("AWS::Lambda::Function").values():
        assert function["Properties"]["Environment"]["Variables"] == {"CODES_FROM": "coach@fitzen.example"}
        handler = function["Properties"]["Handler"]
        assert callable(getattr(triggers, handler.rpartition(".")[2]))
    sending = [
        statement
        for policy in stack.find_resources("AWS::IAM::Policy").values()
        for statement in policy["Properties"]["PolicyDocument"]["Statement"]
        if statement["Action"] == "ses:SendEmail"
    ]
    assert [each["Condition"] for each in sending] == [{"StringEquals": {"ses:FromAddress": "coach@fitzen.example"}}]


def test_google_s_and_apple_s_accounts_can_be_linked_where_they_are_set_up(template: Templates) -> None:
    stack = template(
        "identity", google_client_ids=("g",), apple_client_ids=("a",), apple_team_id="T1", apple_key_id="K1"
    )
    made = {each["Properties"]["ProviderName"] for each in stack.find_resources(PROVIDER).values()}
    assert made == {"Google", "SignInWithApple"}
    assert "{{resolve:secretsmanager:/fitzen/prod/" in str(stack.find_resources(PROVIDER))


def test_codes_go_through_three_functions(template: Templates) -> None:
    (pool,) = template("identity").find_resources("AWS::Cognito::UserPool").values()
    assert set(pool["Properties"]["LambdaConfig"]) == {
        "DefineAuthChallenge",
        "CreateAuthChallenge",
        "VerifyAuthChallengeResponse",
    }
    (client,) = template("identity").find_resources("AWS::Cognito::UserPoolClient").values()
    assert "ALLOW_CUSTOM_AUTH" in client["Properties"]["ExplicitAuthFlows"]
    assert client["Properties"]["PreventUserExistenceErrors"] == "ENABLED"


def test_each_job_has_its_schedule(template: Templates) -> None:
    stack = template("jobs")
    made = {
        each["Properties"]["Target"]["Input"]: each["Properties"]["ScheduleExpression"]
        for each in stack.find_resources("AWS::Scheduler::Schedule").values()
    }
    assert made['{"job":"reminders"}'] == "cron(* * * * ? *)"
    assert made == {f'{{"job":"{name}"}}': f"cron({minutes} * * * ? *)" for name, minutes in jobs().items()}
    assert len(made) == 5


def test_what_a_job_cannot_do_ends_in_a_queue(template: Templates) -> None:
    stack = template("jobs")
    for schedule in stack.find_resources("AWS::Scheduler::Schedule").values():
        assert schedule["Properties"]["Target"]["RetryPolicy"]["MaximumRetryAttempts"] == 2
        assert "DeadLetterConfig" in schedule["Properties"]["Target"]
    for function in stack.find_resources("AWS::Lambda::Function").values():
        assert "DeadLetterConfig" in function["Properties"]
        assert function["Properties"]["Architectures"] == ["arm64"]


def test_who_may_send_to_a_queue_may_encrypt_for_it(template: Templates) -> None:
    """No role here has rights to a key: what is sent to a queue by a key of ours would be refused, and lost."""
    for part in ("identity", "jobs", "app"):
        for queue in template(part).find_resources("AWS::SQS::Queue").values():
            assert queue["Properties"]["SqsManagedSseEnabled"] is True
            assert "KmsMasterKeyId" not in queue["Properties"]


def test_logs_are_kept_30_days(template: Templates) -> None:
    for part in ("identity", "jobs", "app", "api"):
        for group in template(part).find_resources("AWS::Logs::LogGroup").values():
            assert group["Properties"]["RetentionInDays"] == 30
            assert "KmsKeyId" in group["Properties"]


def test_functions_get_the_environment_of_settings(template: Templates) -> None:
    for function in template("jobs").find_resources("AWS::Lambda::Function").values():
        given = function["Properties"]["Environment"]["Variables"]
        assert given["FITZEN_ENV"] == "production"
        assert set(given) <= set(config.VARIABLES.values())
        assert given["SECRET_KEY"] == "aws-sm:///fitzen/prod/jwt-secret"
        assert given["STORE_URL"] == "dynamodb://us-east-1/fitzen-prod-records"


def test_a_renamed_setting_breaks_synth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(config.VARIABLES, "store_url")
    with pytest.raises(DeploymentError, match="store_url"):
        environment({"store_url": "dynamodb://us-east-1/x"})


def test_an_environment_in_which_fitzen_would_not_start_breaks_synth() -> None:
    with pytest.raises(DeploymentError, match="SMS_URL"):
        environment({"store_url": "dynamodb://us-east-1/x", "sms_url": "inbox:", "secret_key": "aws-sm://x"})

from collections.abc import Callable

import pytest
from aws_cdk.assertions import Template

from fitzen import config
from fitzen_cdk.deployment import DeploymentError
from fitzen_cdk.environment import environment, jobs

type Templates = Callable[..., Template]


def test_the_pool_is_the_reference_s(template: Templates) -> None:
    template("identity").has_resource_properties(
        "AWS::Cognito::UserPool",
        {
            "MfaConfiguration": "OPTIONAL",
            "EnabledMfas": ["SMS_MFA", "SOFTWARE_TOKEN_MFA"],
            "UsernameAttributes": ["email", "phone_number"],
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

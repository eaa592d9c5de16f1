import json
from collections.abc import Callable

import pytest
from aws_cdk.assertions import Template

from fitzen.infra.telemetry.emf import UNITS

type Templates = Callable[..., Template]

CRITICAL = {"ApiErrors": (5, 5), "Throttles": (100, 1), "DeadJobs": (0, 1)}
LOGS = {"Description": "Encrypts logs, trails and artifacts"}
WARNING = {"Latency": (2_000, 5), "Tokens": (10_000_000, 1), "SomeThrottles": (10, 1)}


@pytest.mark.parametrize("profile", ["serverless", "hybrid"])
def test_the_reference_s_alarms_are_there_and_tell_somebody(template: Templates, profile: str) -> None:
    stack = template("observability", profile=profile)
    alarms = {
        each["Properties"]["AlarmName"]: each["Properties"]
        for each in stack.find_resources("AWS::CloudWatch::Alarm").values()
    }
    for severity, expected in (("critical", CRITICAL), ("warning", WARNING)):
        for name, (threshold, periods) in expected.items():
            alarm = alarms[f"fitzen-prod-observability-{severity}-{name}"]
            assert (alarm["Threshold"], alarm["EvaluationPeriods"]) == (threshold, periods)
    assert all(each["AlarmActions"] for each in alarms.values())


def test_tasks_have_alarms_of_their_own(template: Templates) -> None:
    stack = template("observability", profile="hybrid")
    names = {each["Properties"]["AlarmName"] for each in stack.find_resources("AWS::CloudWatch::Alarm").values()}
    for role in ("api", "chat"):
        assert f"fitzen-prod-observability-critical-{role}Nobody" in names
        assert f"fitzen-prod-observability-warning-{role}Cpu" in names


def test_the_dashboard_has_the_six_groups(template: Templates) -> None:
    (board,) = template("observability").find_resources("AWS::CloudWatch::Dashboard").values()
    text = json.dumps(board)
    for title in ("1. API", "2. Application", "3. Database", "4. Coach", "5. People", "6. Cost"):
        assert f"# {title}" in text


def test_fitzen_gives_every_figure_of_its_own_that_the_dashboard_shows(template: Templates) -> None:
    """As docs/telemetry.md has them: no dimension, and added up, where processes count apart."""
    (board,) = template("observability").find_resources("AWS::CloudWatch::Dashboard").values()
    parts = board["Properties"]["DashboardBody"]["Fn::Join"][1]
    widgets = json.loads("".join(part if isinstance(part, str) else "x" for part in parts))["widgets"]
    lines = [line for each in widgets for line in each["properties"].get("metrics", []) if line[0] == "Fitzen"]
    assert {line[1] for line in lines} <= UNITS.keys()
    assert {line[1]: line[-1]["stat"] for line in lines} == {
        "ActiveUsers": "Sum",
        "SignUps": "Sum",
        "ChatMessages": "Sum",
        "CoachCostUsd": "Sum",
        "JobLagSeconds": "Maximum",
    }
    assert {len(line) for line in lines} == {3}, "namespace, name, and how it is drawn"


def test_more_than_100_dollars_a_day_is_told(template: Templates) -> None:
    stack = template("observability")
    stack.has_resource_properties(
        "AWS::Budgets::Budget",
        {"Budget": {"TimeUnit": "DAILY", "BudgetLimit": {"Amount": 100, "Unit": "USD"}, "BudgetType": "COST"}},
    )


def test_calls_and_reads_of_files_are_on_the_trail(template: Templates) -> None:
    stack = template("observability")
    (trail,) = stack.find_resources("AWS::CloudTrail::Trail").values()
    made = trail["Properties"]
    assert made["IsMultiRegionTrail"] is True
    assert made["EnableLogFileValidation"] is True
    assert made["EventSelectors"][0]["DataResources"][0]["Type"] == "AWS::S3::Object"


def test_the_trail_may_use_its_key(template: Templates) -> None:
    """As AWS's guide has it ("Configure AWS KMS key policies for CloudTrail"): without it no trail is made."""
    (trail,) = template("observability").find_resources("AWS::CloudTrail::Trail").values()
    assert trail["Properties"]["TrailName"] == "fitzen-prod-trail"
    assert "ExportsOutputFnGetAttLogsKey" in trail["Properties"]["KMSKeyId"]["Fn::ImportValue"]
    (key,) = template("data").find_resources("AWS::KMS::Key", {"Properties": LOGS}).values()
    found = {
        each["Action"]: json.dumps(each["Condition"])
        for each in key["Properties"]["KeyPolicy"]["Statement"]
        if each.get("Principal") == {"Service": "cloudtrail.amazonaws.com"}
    }
    assert found.keys() == {"kms:GenerateDataKey*", "kms:DescribeKey"}
    for conditions in found.values():
        assert json.loads(conditions)["StringEquals"].keys() == {"aws:SourceArn"}
        assert ":trail/fitzen-prod-trail" in conditions
    context = json.loads(found["kms:GenerateDataKey*"])["StringLike"]
    assert context.keys() == {"kms:EncryptionContext:aws:cloudtrail:arn"}


def test_backups_are_copied_to_another_region(template: Templates) -> None:
    (plan,) = template("backup").find_resources("AWS::Backup::BackupPlan").values()
    rules = {each["RuleName"]: each for each in plan["Properties"]["BackupPlan"]["BackupPlanRule"]}
    assert {name: each["Lifecycle"]["DeleteAfterDays"] for name, each in rules.items()} == {"Daily": 35, "Weekly": 84}
    for rule in rules.values():
        (copy,) = rule["CopyActions"]
        assert "us-west-2" in json.dumps(copy["DestinationBackupVaultArn"])
    (selection,) = template("backup").find_resources("AWS::Backup::BackupSelection").values()
    assert len(selection["Properties"]["BackupSelection"]["Resources"]) == 2


def test_recovery_points_cannot_be_deleted_by_hand(template: Templates) -> None:
    for part in ("backup", "backup-copy"):
        (vault,) = template(part).find_resources("AWS::Backup::BackupVault").values()
        policy = json.dumps(vault["Properties"]["AccessPolicy"])
        assert "backup:DeleteRecoveryPoint" in policy

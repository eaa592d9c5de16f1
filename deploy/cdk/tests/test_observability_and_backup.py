import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from aws_cdk.assertions import Template

from fitzen.infra.telemetry.emf import UNITS

type Templates = Callable[..., Template]

# Of the reference: threshold, comparison, periods, seconds of a period.
CRITICAL = {"ApiErrors": (5, ">", 5, 60), "Throttles": (100, ">", 1, 300)}
WARNING = {"Latency": (2_000, ">", 5, 60), "Tokens": (10_000_000, ">", 1, 86_400), "SomeThrottles": (10, ">", 1, 300)}
EXPECTED: Mapping[str, tuple[Mapping[str, str], Mapping[str, tuple[float, str, int, int]]]] = {
    "serverless": (
        {"profile": "serverless"},
        {**CRITICAL, "DeadJobs": (0, ">", 1, 300), **WARNING, "JobErrors": (2, ">", 1, 300)},
    ),
    "hybrid": (
        {"profile": "hybrid"},
        {
            **CRITICAL,
            "DeadJobs": (0, ">", 1, 300),
            "apiNobody": (1, "<", 2, 60),
            "chatNobody": (1, "<", 2, 60),
            **WARNING,
            "apiCpu": (80, ">", 10, 60),
            "chatMemory": (90, ">", 10, 60),
        },
    ),
    "hybrid with PostgreSQL": (
        {"of": "hybrid-relational"},
        {
            **CRITICAL,
            "DatabaseCpu": (90, ">", 10, 60),
            "Storage": (90, ">", 1, 300),
            "JobsStopped": (1, "<", 2, 300),
            "workerNobody": (1, "<", 2, 60),
            **WARNING,
            "DatabaseBusy": (80, ">", 10, 60),
            "JobFailures": (2, ">", 1, 300),
        },
    ),
    "kubernetes": (
        {"of": "kubernetes"},
        {
            **CRITICAL,
            "DatabaseCpu": (90, ">", 10, 60),
            "JobsStopped": (1, "<", 2, 300),
            "apiNobody": (1, "<", 2, 60),
            **WARNING,
            "DatabaseBusy": (80, ">", 10, 60),
            "JobFailures": (2, ">", 1, 300),
        },
    ),
}
SIGNS = {"GreaterThanThreshold": ">", "LessThanThreshold": "<"}
MINOR = {"Latency", "Tokens", "SomeThrottles", "DatabaseBusy", "JobFailures", "JobErrors", "apiCpu", "chatMemory"}
LOGS = {"Description": "Encrypts logs, trails and artifacts"}


def _alarms(stack: Template) -> dict[str, dict[str, Any]]:
    """By name, without what all names begin with."""
    return {
        each["Properties"]["AlarmName"].removeprefix("fitzen-prod-observability-"): each["Properties"]
        for each in stack.find_resources("AWS::CloudWatch::Alarm").values()
    }


def _metrics(alarm: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What an alarm looks at, by itself or in an expression: namespace and name, dimensions, statistic and period."""
    parts = [each["MetricStat"] for each in alarm.get("Metrics", []) if "MetricStat" in each] or [
        {"Metric": alarm, "Stat": alarm.get("Statistic"), "Period": alarm.get("Period")}
    ]
    return [
        {
            "name": f"{each['Metric']['Namespace']}/{each['Metric']['MetricName']}",
            "of": {one["Name"]: one["Value"] for one in each["Metric"].get("Dimensions", [])},
            "stat": each["Stat"],
            "period": each["Period"],
        }
        for each in parts
    ]


@pytest.mark.parametrize("name", EXPECTED)
def test_the_reference_s_alarms_are_there_and_tell_somebody(template: Templates, name: str) -> None:
    switches, expected = EXPECTED[name]
    alarms = _alarms(template("observability", **switches))
    for each, wanted in expected.items():
        alarm = alarms[f"{'warning' if each in MINOR else 'critical'}-{each}"]
        assert (
            alarm["Threshold"],
            SIGNS[alarm["ComparisonOperator"]],
            alarm["EvaluationPeriods"],
            *{one["period"] for one in _metrics(alarm)},
        ) == wanted, each
    assert all(each["AlarmActions"] for each in alarms.values())


def test_throttles_of_the_indexes_count(template: Templates) -> None:
    """CloudWatch counts those of a global index by its name alone, not among the table's."""
    alarms = _alarms(template("observability"))
    for name in ("critical-Throttles", "warning-SomeThrottles"):
        looked = {(one["name"], one["of"].get("GlobalSecondaryIndexName")) for one in _metrics(alarms[name])}
        assert looked == {
            (metric, index)
            for metric in ("AWS/DynamoDB/ReadThrottleEvents", "AWS/DynamoDB/WriteThrottleEvents")
            for index in (None, "due", "users")
        }
        (expression,) = [one["Expression"] for one in alarms[name]["Metrics"] if "Expression" in one]
        assert expression.startswith("SUM(["), "what has no value is left out"


@pytest.mark.parametrize(("switches", "groups"), [({"profile": "hybrid"}, 2), ({"of": "kubernetes"}, 1)])
def test_tasks_that_run_and_fail_their_health_check_are_nobody(
    template: Templates, switches: dict[str, str], groups: int
) -> None:
    """Of both colours together, so that the idle one alone rings for nothing."""
    alarms = _alarms(template("observability", **switches))
    for role in ("api", "chat"):
        alarm = alarms[f"critical-{role}Nobody"]
        looked = _metrics(alarm)
        assert [(one["name"], one["stat"]) for one in looked] == [
            ("AWS/ApplicationELB/HealthyHostCount", "Maximum")
        ] * groups
        assert len({json.dumps(one["of"]["TargetGroup"]) for one in looked}) == groups
        (expression,) = [one["Expression"] for one in alarm["Metrics"] if "Expression" in one]
        assert expression.startswith("SUM([")
        assert alarm["TreatMissingData"] == "breaching"


def test_jobs_beside_postgresql_tell_of_themselves(template: Templates) -> None:
    for of in ("hybrid-relational", "kubernetes"):
        alarms = _alarms(template("observability", of=of))
        for name, figure, missing in (
            ("warning-JobFailures", "JobFailures", "notBreaching"),
            ("critical-JobsStopped", "JobRuns", "breaching"),
        ):
            assert _metrics(alarms[name]) == [{"name": f"Fitzen/{figure}", "of": {}, "stat": "Sum", "period": 300}]
            assert alarms[name]["TreatMissingData"] == missing
            assert figure in UNITS


def test_the_dashboard_has_failed_health_checks_and_the_database_s_latency(template: Templates) -> None:
    for of in ("hybrid-relational", "kubernetes"):
        (board,) = template("observability", of=of).find_resources("AWS::CloudWatch::Dashboard").values()
        text = json.dumps(board)
        assert "Failed health checks" in text
        for name in ("UnHealthyHostCount", "ReadLatency", "WriteLatency"):
            assert name in text, (of, name)


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

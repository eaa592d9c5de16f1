"""PostgreSQL, Valkey and EKS."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk.assertions import Match, Template

from fitzen import config
from fitzen.infra.telemetry.emf import UNITS, Emf
from fitzen.infra.telemetry.metrics import METRICS, Registry
from fitzen_cdk.deployment import Deployment, DeploymentError

type Templates = Callable[..., Template]

RELATIONAL = {"of": "hybrid-relational"}
KUBERNETES = {"of": "kubernetes"}


def test_postgresql_is_in_two_zones_with_a_replica(template: Templates) -> None:
    instances = template("database", **RELATIONAL).find_resources("AWS::RDS::DBInstance").values()
    (replica,) = [each["Properties"] for each in instances if "SourceDBInstanceIdentifier" in each["Properties"]]
    (primary,) = [each for each in instances if "SourceDBInstanceIdentifier" not in each["Properties"]]
    assert primary["DeletionPolicy"] == "Retain"
    made = primary["Properties"]
    assert (made["DBInstanceClass"], made["AllocatedStorage"], made["StorageType"]) == ("db.t4g.micro", "20", "gp3")
    assert (made["MultiAZ"], made["StorageEncrypted"], made["BackupRetentionPeriod"]) == (True, True, 7)
    assert made["PubliclyAccessible"] is replica["PubliclyAccessible"] is False
    assert made["DeletionProtection"] is True


@pytest.mark.parametrize("switches", [RELATIONAL, KUBERNETES])
def test_nobody_speaks_to_postgresql_in_clear(template: Templates, switches: dict[str, str]) -> None:
    stack = template("database", **switches)
    kinds = ("AWS::RDS::DBParameterGroup", "AWS::RDS::DBClusterParameterGroup")
    (group,) = [each for kind in kinds for each in stack.find_resources(kind).values()]
    assert group["Properties"]["Parameters"]["rds.force_ssl"] == "1"


@pytest.mark.parametrize("switches", [RELATIONAL, KUBERNETES])
def test_credentials_change_every_30_days(template: Templates, switches: dict[str, str]) -> None:
    stack = template("database", **switches)
    stack.has_resource_properties("AWS::SecretsManager::Secret", {"Name": "/fitzen/prod/db-credentials"})
    stack.has_resource_properties(
        "AWS::SecretsManager::RotationSchedule", {"RotationRules": {"ScheduleExpression": "rate(30 days)"}}
    )


@pytest.mark.parametrize("switches", [RELATIONAL, KUBERNETES])
def test_postgresql_goes_back_35_days_to_the_second(template: Templates, switches: dict[str, str]) -> None:
    plans = template("backup", **switches).find_resources("AWS::Backup::BackupPlan").values()
    rules = {rule["RuleName"]: rule for plan in plans for rule in plan["Properties"]["BackupPlan"]["BackupPlanRule"]}
    assert rules["Continuous"]["EnableContinuousBackup"] is True
    assert rules["Continuous"]["Lifecycle"]["DeleteAfterDays"] == 35
    selections = template("backup", **switches).find_resources("AWS::Backup::BackupSelection").values()
    assert sorted(len(each["Properties"]["BackupSelection"]["Resources"]) for each in selections) == [1, 3]


def test_aurora_has_a_reader_that_can_take_over(template: Templates) -> None:
    stack = template("database", **KUBERNETES)
    stack.has_resource_properties(
        "AWS::RDS::DBCluster",
        {
            "Engine": "aurora-postgresql",
            "StorageEncrypted": True,
            "DeletionProtection": True,
            "BackupRetentionPeriod": 7,
            "ServerlessV2ScalingConfiguration": {"MinCapacity": 0.5, "MaxCapacity": 16},
        },
    )
    tiers = [each["Properties"]["PromotionTier"] for each in stack.find_resources("AWS::RDS::DBInstance").values()]
    assert sorted(tiers) == [0, 1]


@pytest.mark.parametrize("switches", [RELATIONAL, KUBERNETES])
def test_the_cache_is_closed_and_cannot_grow_for_ever(template: Templates, switches: dict[str, str]) -> None:
    stack = template("cache", **switches)
    stack.has_resource_properties(
        "AWS::ElastiCache::ServerlessCache",
        {
            "Engine": "valkey",
            "KmsKeyId": Match.any_value(),
            "UserGroupId": Match.any_value(),
            "CacheUsageLimits": {
                "DataStorage": {"Maximum": 2, "Unit": "GB"},
                "ECPUPerSecond": {"Maximum": 15_000},
            },
        },
    )
    (user,) = stack.find_resources("AWS::ElastiCache::User").values()
    assert "-@dangerous" in user["Properties"]["AccessString"]
    assert user["Properties"]["AuthenticationMode"] == {"Type": "iam"}
    assert user["Properties"]["UserId"] == user["Properties"]["UserName"] == "fitzen-prod-cache-user"
    stack.resource_count_is("AWS::SecretsManager::Secret", 0)
    (policy,) = stack.find_resources("AWS::IAM::ManagedPolicy").values()
    (statement,) = policy["Properties"]["PolicyDocument"]["Statement"]
    assert statement["Action"] == "elasticache:Connect"
    assert [each["Fn::GetAtt"] for each in statement["Resource"]] == [["Cache", "ARN"], ["User", "Arn"]]


def test_data_are_reached_from_tasks_and_the_rotation_alone(template: Templates) -> None:
    network = template("network", **RELATIONAL)
    names = {
        key: each["Properties"]["GroupDescription"]
        for key, each in network.find_resources("AWS::EC2::SecurityGroup").items()
    }
    ways = {
        (
            names[rule["SourceSecurityGroupId"]["Fn::GetAtt"][0]],
            rule["FromPort"],
            names[rule["GroupId"]["Fn::GetAtt"][0]],
        )
        for rule in (each["Properties"] for each in network.find_resources("AWS::EC2::SecurityGroupIngress").values())
    }
    assert {each for each in ways if each[1] != 443 and each[1] != 5001} == {
        ("Tasks of Fitzen", 5432, "PostgreSQL"),
        ("Rotation of credentials", 5432, "PostgreSQL"),
        ("Tasks of Fitzen", 6379, "Valkey"),
    }
    for part in ("database", "cache", "app"):
        assert not template(part, **RELATIONAL).find_resources("AWS::EC2::SecurityGroupIngress")


def test_tasks_are_told_where_records_are_and_a_worker_runs_the_jobs(template: Templates) -> None:
    tasks = template("app", **RELATIONAL).find_resources("AWS::ECS::TaskDefinition").values()
    containers = [each["Properties"]["ContainerDefinitions"][0] for each in tasks]
    assert sorted(each["Command"] for each in containers) == [
        ["serve", "--role", "api"],
        ["serve", "--role", "chat"],
        ["worker"],
    ]
    for container in containers:
        given = {each["Name"]: each["Value"] for each in container["Environment"]}
        start, reader = given["REPLICA_URL"]["Fn::Join"][1]
        assert start == "aws-sm:///fitzen/prod/db-credentials?sslmode=require&host="
        assert "Replica" in reader["Fn::ImportValue"], "the standby, by the credentials of both"
        assert given["STORE_URL"] == "aws-sm:///fitzen/prod/db-credentials?sslmode=require"
        assert given["CHAT_STORE_URL"] == "dynamodb://us-east-1/fitzen-prod-records"
        start, _address, rest = given["CACHE_URL"]["Fn::Join"][1]
        assert (start, rest) == ("rediss://fitzen-prod-cache-user@", ":6379?iam=fitzen-prod-cache")
    with pytest.raises(Exception, match="fitzen-prod-jobs"):
        template("jobs", **RELATIONAL)


def test_the_cluster_is_private_and_keeps_its_logs(template: Templates) -> None:
    stack = template("cluster", profile="kubernetes")
    (cluster,) = stack.find_resources("AWS::EKS::Cluster").values()
    made = cluster["Properties"]
    assert made["ResourcesVpcConfig"]["EndpointPublicAccess"] is False
    assert made["ResourcesVpcConfig"]["EndpointPrivateAccess"] is True
    assert {each["Type"] for each in made["Logging"]["ClusterLogging"]["EnabledTypes"]} == {
        "api",
        "audit",
        "authenticator",
        "controllerManager",
        "scheduler",
    }
    assert made["AccessConfig"] == {"AuthenticationMode": "API", "BootstrapClusterCreatorAdminPermissions": False}
    assert made["EncryptionConfig"][0]["Resources"] == ["secrets"]
    assert made["ComputeConfig"]["Enabled"] is True
    stack.has_resource_properties("AWS::Logs::LogGroup", {"LogGroupName": "/aws/eks/fitzen-prod-cluster/cluster"})


def test_what_the_cluster_and_its_add_on_log_is_kept_for_30_days_by_our_key(template: Templates) -> None:
    stack = template("cluster", **KUBERNETES)
    groups = stack.find_resources("AWS::Logs::LogGroup")
    assert {each["Properties"]["LogGroupName"] for each in groups.values()} == {
        "/aws/eks/fitzen-prod-cluster/cluster",
        *(
            f"/aws/containerinsights/fitzen-prod-cluster/{each}"
            for each in ("application", "dataplane", "host", "performance")
        ),
    }
    for each in groups.values():
        assert each["Properties"]["RetentionInDays"] == 30
        assert "KmsKeyId" in each["Properties"]
    (cluster,) = stack.find_resources("AWS::EKS::Cluster").values()
    assert set(cluster["DependsOn"]) >= set(groups), "they are there before who would make them otherwise"


def test_figures_of_pods_are_read_from_their_lines(template: Templates) -> None:
    """As Fitzen writes them, and as the add-on's Fluent Bit hands them on: under `log_processed`."""
    registry = Registry()
    for metric in METRICS:
        if metric.kind == "counter":
            registry.count(metric, metric.labels, 2)
        elif metric.kind == "gauge":
            registry.set(metric, 2, metric.labels)
        else:
            registry.observe(metric, 2, metric.labels)
            registry.observe(metric, 2, metric.labels)
    line = json.loads(json.dumps({"log_processed": Emf(registry).lines(at_ms=0)[0]}))
    found = {}
    for each in template("cluster", **KUBERNETES).find_resources("AWS::Logs::MetricFilter").values():
        (made,) = each["Properties"]["MetricTransformations"]
        assert made["MetricNamespace"] == "Fitzen"
        value = made["MetricValue"]
        assert each["Properties"]["FilterPattern"] == (f'{{ ($.log_processed.event = "metrics") && ({value} = "*") }}')
        name, _, place = value.removeprefix("$.log_processed.").partition("[")
        of_line = line["log_processed"][name]
        found[made["MetricName"]] = of_line[int(place.rstrip("]"))] if place else of_line
    assert line["log_processed"]["event"] == "metrics"
    times = {each.name for each in METRICS if each.kind == "histogram"}
    assert found == dict.fromkeys(UNITS.keys() - times, 2)


def test_the_cluster_opens_to_given_addresses_only(template: Templates) -> None:
    stack = template("cluster", **KUBERNETES)
    (cluster,) = stack.find_resources("AWS::EKS::Cluster").values()
    assert cluster["Properties"]["ResourcesVpcConfig"]["PublicAccessCidrs"] == ["192.0.2.0/24"]


def test_pods_get_their_rights_by_pod_identity(template: Templates) -> None:
    stack = template("cluster", **KUBERNETES)
    stack.has_resource_properties(
        "AWS::EKS::PodIdentityAssociation", {"Namespace": "fitzen", "ServiceAccount": "fitzen"}
    )
    (role,) = [
        each["Properties"] for key, each in stack.find_resources("AWS::IAM::Role").items() if key.startswith("PodRole")
    ]
    assert len(role["ManagedPolicyArns"]) == 5  # data, services, models, the database's and the cache's
    assert "aws:RequestTag/kubernetes-namespace" in json.dumps(role["AssumeRolePolicyDocument"])


def test_each_way_to_the_pods_is_one_port(template: Templates) -> None:
    rules = template("cluster", **KUBERNETES).find_resources("AWS::EC2::SecurityGroupIngress").values()
    assert sorted(each["Properties"]["FromPort"] for each in rules) == [5001, 5432, 6379]
    assert all("SourceSecurityGroupId" in each["Properties"] for each in rules)


def helm_values(stack: Template) -> dict[str, Any]:
    """The chart's values as the stack gives them, what CloudFormation would put in as `?`."""
    (parameter,) = stack.find_resources(
        "AWS::SSM::Parameter", {"Properties": {"Name": "/fitzen/prod/helm-values"}}
    ).values()
    _, parts = parameter["Properties"]["Value"]["Fn::Join"]
    values: dict[str, Any] = json.loads("".join(each if isinstance(each, str) else "?" for each in parts))
    return values


def test_the_chart_s_values_are_of_settings(template: Templates) -> None:
    values = helm_values(template("cluster", **KUBERNETES))
    assert set(values["config"]) <= set(config.VARIABLES.values())
    assert values["config"]["STORE_URL"] == "aws-sm:///fitzen/prod/db-credentials?sslmode=require"
    assert values["config"]["REPLICA_URL"] == "aws-sm:///fitzen/prod/db-credentials?sslmode=require&host=?"
    assert set(values["roles"]) == {"api", "chat"}


@pytest.mark.parametrize(
    "switches",
    [{"database": "postgres"}, {"cache": "valkey"}, {"database": "mysql"}, {"cluster_admin_cidrs": ("192.0.2.0/24",)}],
)
def test_what_does_not_go_together_is_refused(switches: dict[str, Any]) -> None:
    with pytest.raises(DeploymentError):
        Deployment(**switches)

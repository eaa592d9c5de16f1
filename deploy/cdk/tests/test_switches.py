"""Another region, signed URLs of files, copies of them, mail, and more tasks before they are needed."""

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from aws_cdk.assertions import Match, Template

from fitzen_cdk.deployment import Deployment, DeploymentError

type Templates = Callable[..., Template]

ELSEWHERE = {"of": "hybrid-elsewhere"}


def test_in_another_region_the_certificate_and_the_rules_stay_in_the_edge_s(template: Templates) -> None:
    guard, edge = template("edge-guard", **ELSEWHERE), template("edge", **ELSEWHERE)
    for kind in ("AWS::CertificateManager::Certificate", "AWS::WAFv2::WebACL"):
        guard.resource_count_is(kind, 1)
        edge.resource_count_is(kind, 0)
    edge.resource_count_is("AWS::CloudFront::Distribution", 2)
    network = template("network", **ELSEWHERE)
    zones = {each["Properties"]["AvailabilityZone"] for each in network.find_resources("AWS::EC2::Subnet").values()}
    assert zones == {"eu-central-1a", "eu-central-1b"}


def test_files_are_given_out_to_bearers_of_signed_urls_alone(template: Templates) -> None:
    distributions = template("edge", **ELSEWHERE).find_resources("AWS::CloudFront::Distribution").values()
    (files,) = [
        each["Properties"]["DistributionConfig"]
        for each in distributions
        if each["Properties"]["DistributionConfig"]["Aliases"] == ["files.fitzen.example"]
    ]
    behaviour = files["DefaultCacheBehavior"]
    assert len(behaviour["TrustedKeyGroups"]) == 1
    assert behaviour["AllowedMethods"] == ["GET", "HEAD"]
    assert behaviour["ViewerProtocolPolicy"] == "https-only"
    assert "OriginAccessControlId" in files["Origins"][0]
    template("data", **ELSEWHERE).has_resource_properties(
        "AWS::S3::BucketPolicy",
        {
            "PolicyDocument": {
                "Statement": Match.array_with(
                    [
                        Match.object_like(
                            {
                                "Action": "s3:GetObject",
                                "Principal": {"Service": "cloudfront.amazonaws.com"},
                                "Condition": Match.object_like({"StringEquals": Match.any_value()}),
                            }
                        )
                    ]
                )
            }
        },
    )


def test_tasks_sign_with_the_key_that_cloudfront_knows(template: Templates) -> None:
    tasks = template("app", **ELSEWHERE).find_resources("AWS::ECS::TaskDefinition").values()
    for container in (each["Properties"]["ContainerDefinitions"][0] for each in tasks):
        given = {each["Name"]: each["Value"] for each in container["Environment"]}
        assert given["FILES_CDN_URL"] == "https://files.fitzen.example"
        assert given["FILES_CDN_PRIVATE_KEY"] == "aws-sm:///fitzen/prod/files-cdn-key"
        assert "FilesPublicKey" in json.dumps(given["FILES_CDN_KEY_ID"])


def test_without_a_key_files_come_from_the_bucket(template: Templates) -> None:
    template("data").resource_count_is("AWS::CloudFront::KeyGroup", 0)
    for function in template("app").find_resources("AWS::Lambda::Function").values():
        assert "FILES_CDN_URL" not in function["Properties"]["Environment"]["Variables"]


def test_files_are_copied_to_another_region_and_so_are_deletions(template: Templates) -> None:
    buckets = template("data", **ELSEWHERE).find_resources("AWS::S3::Bucket").values()
    (rules,) = (
        each["Properties"]["ReplicationConfiguration"]["Rules"]
        for each in buckets
        if "ReplicationConfiguration" in each["Properties"]
    )
    for rule in rules:
        assert (rule["Status"], rule["DeleteMarkerReplication"]) == ("Enabled", {"Status": "Enabled"})
        assert rule["SourceSelectionCriteria"] == {"SseKmsEncryptedObjects": {"Status": "Enabled"}}
    assert len({rule["Priority"] for rule in rules}) == len(rules)
    prefixes = tuple(rule["Filter"]["Prefix"] for rule in rules)
    assert all(str(uuid4()).startswith(prefixes) for _ in range(500))
    assert not "uploads/".startswith(prefixes), "what was uploaded has its camera's place, and is not copied"
    (copy,) = template("files-copy", **ELSEWHERE).find_resources("AWS::S3::Bucket").values()
    assert copy["Properties"]["VersioningConfiguration"] == {"Status": "Enabled"}
    rules = copy["Properties"]["LifecycleConfiguration"]["Rules"]
    assert {"NoncurrentDays": 91} in [each.get("NoncurrentVersionExpiration") for each in rules]


def test_mail_is_signed_and_bounces_are_told(template: Templates) -> None:
    for switches in ({}, ELSEWHERE):
        mail = template("mail", **switches)
        mail.has_resource_properties(
            "AWS::SES::EmailIdentity",
            {
                "EmailIdentity": "fitzen.example",
                "DkimAttributes": {"SigningEnabled": True},
                "DkimSigningAttributes": {"NextSigningKeyLength": "RSA_2048_BIT"},
                "MailFromAttributes": {"MailFromDomain": "bounces.fitzen.example"},
                "ConfigurationSetAttributes": Match.any_value(),
            },
        )
        mail.has_resource_properties(
            "AWS::SES::ConfigurationSet",
            {
                "DeliveryOptions": {"TlsPolicy": "REQUIRE"},
                "ReputationOptions": {"ReputationMetricsEnabled": True},
                "SuppressionOptions": {"SuppressedReasons": ["BOUNCE", "COMPLAINT"]},
            },
        )
        (events,) = mail.find_resources("AWS::SES::ConfigurationSetEventDestination").values()
        assert set(events["Properties"]["EventDestination"]["MatchingEventTypes"]) == {"bounce", "complaint", "reject"}


def test_records_of_dkim_are_made_where_the_zone_is_known(template: Templates) -> None:
    kinds = [
        each["Properties"]["Type"]
        for each in template("mail", **ELSEWHERE).find_resources("AWS::Route53::RecordSet").values()
    ]
    assert kinds.count("CNAME") == 3
    template("mail").resource_count_is("AWS::Route53::RecordSet", 0)


def _policies(template: Templates, **switches: Any) -> list[dict[str, Any]]:
    found = template("app", **switches).find_resources("AWS::ApplicationAutoScaling::ScalingPolicy").values()
    return [each["Properties"]["TargetTrackingScalingPolicyConfiguration"] for each in found]


def test_tasks_of_the_api_come_by_requests_too(template: Templates) -> None:
    by_requests = [
        each
        for each in _policies(template, profile="hybrid")
        if each["PredefinedMetricSpecification"]["PredefinedMetricType"] == "ALBRequestCountPerTarget"
    ]
    assert len(by_requests) == 2  # of blue and of green
    for each in by_requests:
        assert (each["TargetValue"], each["DisableScaleIn"], each["ScaleOutCooldown"]) == (3_000, True, 60)


def test_a_peak_that_is_known_is_met_by_tasks_that_are_there(template: Templates) -> None:
    targets = template("app", **ELSEWHERE).find_resources("AWS::ApplicationAutoScaling::ScalableTarget").values()
    for each in targets:
        actions = {
            one["Schedule"]: one["ScalableTargetAction"]["MinCapacity"]
            for one in each["Properties"]["ScheduledActions"]
        }
        assert actions == {"cron(0 5 * * ? *)": 6, "cron(0 9 * * ? *)": 2}


def test_the_dashboard_has_each_route_and_what_each_service_costs(template: Templates) -> None:
    (board,) = template("observability", profile="hybrid").find_resources("AWS::CloudWatch::Dashboard").values()
    text = json.dumps(board)
    assert "by method, route" in text
    assert text.count("EstimatedCharges") >= 10
    stages = template("api", profile="hybrid").find_resources("AWS::ApiGateway::Stage").values()
    for stage in stages:
        assert not any(each.get("MetricsEnabled") for each in stage["Properties"]["MethodSettings"])


@pytest.mark.parametrize(
    "arguments",
    [
        ["peak_hours=25-3"],
        ["peak_tasks=many"],
        ["files_public_key=/nowhere.pem"],
        ["files_replica_region=us-east-1"],
        ["connection_arn=arn"],
        ["web=amplify"],
        ["repository=fitzen"],
    ],
)
def test_what_cannot_be_is_refused(arguments: list[str]) -> None:
    with pytest.raises(DeploymentError):
        Deployment.from_arguments(arguments)


def test_larger_tasks_and_a_larger_database_take_more_before_there_are_more(template: Templates) -> None:
    large = {"profile": "hybrid", "database": "postgres", "size": "large"}
    app = template("app", **large)
    for task in app.find_resources("AWS::ECS::TaskDefinition").values():
        assert (task["Properties"]["Cpu"], task["Properties"]["Memory"]) == ("2048", "4096")
    by_requests = {
        "PredefinedMetricSpecification": Match.object_like({"PredefinedMetricType": "ALBRequestCountPerTarget"})
    }
    app.has_resource_properties(
        "AWS::ApplicationAutoScaling::ScalingPolicy",
        {"TargetTrackingScalingPolicyConfiguration": Match.object_like({**by_requests, "TargetValue": 12_000})},
    )
    made = template("database", **large).find_resources("AWS::RDS::DBInstance").values()
    assert {each["Properties"]["DBInstanceClass"] for each in made} == {"db.r6g.large"}
    with pytest.raises(DeploymentError, match="hybrid"):
        Deployment(profile="serverless", size="large")

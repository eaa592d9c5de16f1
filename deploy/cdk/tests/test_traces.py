"""Traces reach X-Ray: by a collector beside each task and pod, and by Lambda and the gateway themselves."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from aws_cdk.assertions import Template

from fitzen import config
from fitzen_cdk.deployment import Deployment, DeploymentError
from fitzen_cdk.traces import CHART, CONFIGURATION, ENDPOINT, IMAGE

type Templates = Callable[..., Template]
WRITES = {"xray:PutTraceSegments", "xray:PutTelemetryRecords"}
LOCK = Path(__file__).parents[3] / "requirements-lambda.lock"


def _may(stack: Template) -> set[str]:
    """Every action on X-Ray that a policy of the stack allows."""
    found: set[str] = set()
    for kind in ("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"):
        for each in stack.find_resources(kind).values():
            for statement in each["Properties"]["PolicyDocument"]["Statement"]:
                actions = statement["Action"]
                found.update([actions] if isinstance(actions, str) else actions)
    return {each for each in found if each.startswith("xray:")}


def _containers(stack: Template) -> list[dict[str, dict[str, Any]]]:
    tasks = stack.find_resources("AWS::ECS::TaskDefinition").values()
    return [{each["Name"]: each for each in task["Properties"]["ContainerDefinitions"]} for task in tasks]


def _environment(container: dict[str, Any]) -> dict[str, str]:
    return {each["Name"]: each["Value"] for each in container["Environment"]}


def test_a_collector_is_beside_every_task_and_fitzen_knows_it(template: Templates) -> None:
    for of, tasks in (("hybrid", 2), ("hybrid-relational", 3)):  # the third is the worker
        stack = template("app", of=of)
        found = _containers(stack)
        assert [set(each) for each in found] == [{"fitzen", "collector"}] * tasks
        for each in found:
            given = _environment(each["fitzen"])
            assert given["OTEL_EXPORTER_OTLP_ENDPOINT"] == ENDPOINT
            assert given["OTEL_SERVICE_NAME"] == "fitzen-prod-app"
        assert _may(stack) == WRITES


def test_a_task_does_without_its_collector(template: Templates) -> None:
    for each in _containers(template("app", of="hybrid")):
        fitzen, collector = each["fitzen"], each["collector"]
        assert collector["Essential"] is False
        assert collector["RestartPolicy"] == {"Enabled": True}
        assert "DependsOn" not in fitzen
        assert (collector["Cpu"], collector["Memory"]) == (32, 192)
        assert collector["User"] == "10001:10001"
        assert "PortMappings" not in collector
        assert collector["Image"] == IMAGE
        options = collector["LogConfiguration"]["Options"]
        assert options["awslogs-group"] == fitzen["LogConfiguration"]["Options"]["awslogs-group"]
        assert _environment(collector) == {"AOT_CONFIG_CONTENT": CONFIGURATION, "AWS_REGION": "us-east-1"}


def test_the_collector_s_version_is_named() -> None:
    name, _, version = IMAGE.rpartition(":")
    assert name.endswith("/aws-otel-collector")
    assert version.startswith("v0.")


def test_the_collector_hears_its_own_task_alone_and_each_part_of_its_way_is_there() -> None:
    collector = yaml.safe_load(CONFIGURATION)
    (way,) = collector["service"]["pipelines"].values()
    for kind in ("receivers", "processors", "exporters"):
        assert set(way[kind]) == set(collector[kind])
    assert way["exporters"] == ["awsxray"]
    assert f"http://{collector['receivers']['otlp']['protocols']['http']['endpoint']}" == ENDPOINT
    limit = yaml.safe_load((CHART / "values.yaml").read_text())["collector"]["resources"]["limits"]["memory"]
    assert collector["processors"]["memory_limiter"]["limit_mib"] < int(limit.removesuffix("Mi"))


def test_pods_are_told_the_same(template: Templates) -> None:
    stack = template("cluster", of="kubernetes")
    (parameter,) = stack.find_resources(
        "AWS::SSM::Parameter", {"Properties": {"Name": "/fitzen/prod/helm-values"}}
    ).values()
    text = "".join(part for part in parameter["Properties"]["Value"]["Fn::Join"][1] if isinstance(part, str))
    values = json.loads(text)
    assert values["collector"] == {"enabled": True}
    assert values["config"]["OTEL_EXPORTER_OTLP_ENDPOINT"] == ENDPOINT
    assert _may(stack) == WRITES


@pytest.mark.parametrize(("profile", "part"), [("hybrid", "app"), ("kubernetes", "cluster")])
def test_off_there_is_no_collector_and_no_right(template: Templates, profile: str, part: str) -> None:
    stack = template(part, profile=profile, traces="off")
    assert _may(stack) == set()
    text = json.dumps(stack.to_json())
    assert "OTEL_" not in text
    assert "otel-collector" not in text


def test_functions_are_traced_by_lambda_and_load_no_telemetry(template: Templates) -> None:
    for profile in ("serverless", "hybrid"):
        for part in ("jobs", "app") if profile == "serverless" else ("jobs",):
            stack = template(part, profile=profile)
            functions = stack.find_resources("AWS::Lambda::Function").values()
            assert functions
            for each in (function["Properties"] for function in functions):
                assert each["TracingConfig"] == {"Mode": "Active"}
                assert "OTEL_EXPORTER_OTLP_ENDPOINT" not in each["Environment"]["Variables"]
            assert _may(stack) == WRITES


def test_of_a_serverless_deployment_it_is_no_switch() -> None:
    with pytest.raises(DeploymentError, match="Lambda traces"):
        Deployment(profile="serverless", traces="off")


def test_the_gateway_records_as_many_as_fitzen_does(template: Templates) -> None:
    for profile in ("serverless", "hybrid"):
        stack = template("api", profile=profile)
        (rule,) = stack.find_resources("AWS::XRay::SamplingRule").values()
        made = rule["Properties"]["SamplingRule"]
        assert (made["FixedRate"], made["ReservoirSize"]) == (config.Settings().otel_traces_sampler_arg, 0)
        assert (made["ServiceName"], made["ServiceType"]) == ("fitzen-prod-*", "AWS::ApiGateway::Stage")
        assert len(made["RuleName"]) <= 32
        names = [each["Properties"]["Name"] for each in stack.find_resources("AWS::ApiGateway::RestApi").values()]
        assert all(name.startswith("fitzen-prod-") for name in names)
        for stage in stack.find_resources("AWS::ApiGateway::Stage").values():
            assert stage["Properties"]["TracingEnabled"] is True


def test_nobody_outside_decides_what_is_recorded(template: Templates) -> None:
    for profile in ("serverless", "hybrid", "kubernetes"):
        stack = template("edge", profile=profile)
        (policy,) = stack.find_resources("AWS::CloudFront::OriginRequestPolicy").values()
        headers = policy["Properties"]["OriginRequestPolicyConfig"]["HeadersConfig"]
        assert headers["HeaderBehavior"] == "allExcept"
        assert {name.lower() for name in headers["Headers"]} == {"host", "x-amzn-trace-id"}


def test_the_image_has_what_traces_take() -> None:
    packages = {line.partition("==")[0] for line in LOCK.read_text().splitlines() if "==" in line}
    assert {"opentelemetry-sdk", "opentelemetry-exporter-otlp-proto-http"} <= packages

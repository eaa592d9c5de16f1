"""Traces: AWS's collector (ADOT) beside Fitzen in tasks and pods, and how many of the gateway's requests X-Ray records.

Functions have no collector: Lambda's own segments are their traces (docs/decisions/0024-telemetry.md).
"""

from pathlib import Path

import yaml
from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_iam as iam
from aws_cdk import aws_logs as logs
from aws_cdk import aws_xray as xray
from constructs import Construct

from fitzen.config import Settings
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.rules import accept

CHART = Path(__file__).parents[2] / "helm" / "fitzen"
CONFIGURATION = (CHART / "collector.yaml").read_text()
IMAGE: str = yaml.safe_load((CHART / "values.yaml").read_text())["collector"]["image"]
ENDPOINT = "http://127.0.0.1:4318"
"""Containers of a task, like those of a pod, have one loopback."""
SHARES, MEMORY_MB = 32, 192
"""Of a task's 512 and 1,024 or more: shares count when all of them are asked for; memory is a limit."""


def collector_settings(deployment: Deployment) -> dict[str, str]:
    """What Fitzen is told where a collector is beside it, by the names of `fitzen.config.Settings`."""
    if not deployment.collected:
        return {}
    return {"otel_exporter_otlp_endpoint": ENDPOINT, "otel_service_name": deployment.name("app")}


def let_collect(role: iam.Role) -> None:
    """Fitzen decides what is sampled, so X-Ray's own rules need not be read."""
    role.add_to_policy(
        iam.PolicyStatement(actions=["xray:PutTraceSegments", "xray:PutTelemetryRecords"], resources=["*"])
    )
    accept(role, {"AwsSolutions-IAM5[Resource::*]": "X-Ray's PutTraceSegments takes no resource."})


def add_collector(task: ecs.FargateTaskDefinition, deployment: Deployment, log: logs.ILogGroup) -> None:
    """Fitzen neither ends with it nor waits for it: without a collector spans are dropped, and people are served."""
    task.add_container(
        "collector",
        image=ecs.ContainerImage.from_registry(IMAGE),
        command=["--config=env:AOT_CONFIG_CONTENT"],
        environment={"AOT_CONFIG_CONTENT": CONFIGURATION, "AWS_REGION": deployment.region},
        essential=False,
        enable_restart_policy=True,
        cpu=SHARES,
        memory_limit_mib=MEMORY_MB,
        readonly_root_filesystem=True,
        user="10001:10001",
        logging=ecs.LogDrivers.aws_logs(stream_prefix="collector", log_group=log),
    )


def sample_gateway(scope: Construct, deployment: Deployment) -> None:
    """The gateway records as large a part of requests as Fitzen, which follows what it decided.

    X-Ray's default would add the first of each second: all that a thousand users ask, and 2.6 million traces a month.
    """
    xray.CfnSamplingRule(
        scope,
        "Sampling",
        sampling_rule=xray.CfnSamplingRule.SamplingRuleProperty(
            rule_name=deployment.name("gateway"),
            priority=1000,
            fixed_rate=Settings().otel_traces_sampler_arg,
            reservoir_size=0,
            service_name=deployment.name("*"),
            service_type="AWS::ApiGateway::Stage",
            resource_arn="*",
            host="*",
            http_method="*",
            url_path="*",
            version=1,
        ),
    )

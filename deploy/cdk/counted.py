"""`python counted.py` counts what each profile's templates have that is paid by the piece, for `fitzen cost`.

It writes `src/fitzen/cost/templates.tsv` again; `tests/test_counted.py` fails where that is not what there is.
Example: make cdk-count
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from aws_cdk import App

from fitzen.cost.templates import PROFILES, TABLE, dumps
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.firewall import BOT_CONTROL
from fitzen_cdk.stacks import build

KEPT = Path(__file__).parents[2] / "src" / "fitzen" / "cost" / TABLE
BY_THE_PIECE = {
    "AWS::KMS::Key": "kms.key",
    "AWS::SecretsManager::Secret": "secrets.secret",
    "AWS::CloudWatch::Dashboard": "cloudwatch.dashboard",
    "AWS::WAFv2::WebACL": "waf.acl",
}
"""Types of resources -> the price of one."""
SERVICE, SERVICES_INSIGHTS = "AWS::ECS::Service", 26
"""Container Insights' metrics of a service: 16 by its name (processor, memory, network, storage and ephemeral storage as
they are used and reserved; tasks that are wanted, pending and running, deployments, task sets, restarts), 10 by its task definition.
https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html"""
CLUSTER, CLUSTERS_INSIGHTS = "AWS::ECS::Cluster", 12
"""Those of a cluster: the same ten, and how many services and tasks it has."""


def pieces(app: App) -> Mapping[str, int]:
    """Return by price how many there are in the templates of an application."""
    found: dict[str, int] = {}
    for stack in app.synth().stacks:
        for resource in stack.template.get("Resources", {}).values():
            for price, count in _of(resource["Type"], resource.get("Properties", {})):
                found[price] = found.get(price, 0) + count
    return found


def _of(kind: str, has: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    if kind in BY_THE_PIECE:
        yield BY_THE_PIECE[kind], 1
    if kind == "AWS::ApiGateway::Stage":
        yield "apigateway.cache_hour", int(bool(has.get("CacheClusterEnabled")))
    if kind == "AWS::WAFv2::WebACL":
        yield "waf.rule", len(has["Rules"])
        yield "waf.bot", sum(rule["Name"] == BOT_CONTROL for rule in has["Rules"])
    if kind == "AWS::CloudWatch::Alarm":
        yield "cloudwatch.alarm", sum("MetricStat" in each for each in has.get("Metrics", [])) or 1
    if kind == SERVICE:
        yield "cloudwatch.metric", SERVICES_INSIGHTS
    if kind == CLUSTER:
        yield "cloudwatch.metric", CLUSTERS_INSIGHTS


def main() -> None:
    with TemporaryDirectory() as folder:  # each in a folder of its own: stacks of two profiles have the same names
        apps = {each: build(Deployment(profile=each, output=f"{folder}/{each}")) for each in PROFILES}
        KEPT.write_text(dumps({profile: pieces(app) for profile, app in apps.items()}))
    print(KEPT.read_text(), end="")


if __name__ == "__main__":
    main()

"""The Helm chart by a real Helm, and what it makes by Kubernetes' own schemas."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml
from aws_cdk.assertions import Template

from fitzen import config
from fitzen_cdk.containers import FEWEST, MOST, ROLES
from fitzen_cdk.environment import jobs
from fitzen_cdk.network import APP
from fitzen_cdk.traces import CONFIGURATION, ENDPOINT, IMAGE

HERE = Path(__file__).parents[1]
CHART = HERE.parent / "helm" / "fitzen"
KUBERNETES = "1.36"
NOT_KUBERNETES = {"NodePool", "TargetGroupBinding"}
"""Karpenter's and AWS's own kinds: their schemas come with neither Kubernetes nor a registry."""
EVERYTHING = {
    "ingress": {"enabled": True, "host": "api.fitzen.example"},
    "nodePool": {"enabled": True},
    "networkPolicy": {"switchOn": True, "vpcCidr": "10.64.0.0/16"},
    "collector": {"enabled": True},
    "config": {
        "FITZEN_ENV": "production",
        "AWS_REGION": "us-east-1",
        "OTEL_EXPORTER_OTLP_ENDPOINT": ENDPOINT,
    },
}
GIVEN = {
    "image": {"repository": "1.dkr.ecr.us-east-1.amazonaws.com/fitzen-prod-backend", "tag": "abc1234"},
    "config": {"FITZEN_ENV": "production", "STORE_URL": "aws-sm:///fitzen/prod/db-credentials"},
}


def _helm(*arguments: str, values: dict[str, Any], folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / "values.json").write_text(json.dumps(values))
    command = [sys.executable, str(HERE / "helm.py"), *arguments, "--values", str(folder / "values.json")]
    environment = {"HELM_CACHE_HOME": str(folder), "HELM_CONFIG_HOME": str(folder), "HELM_DATA_HOME": str(folder)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 # our own


type Objects = list[dict[str, Any]]
type Render = Callable[..., Objects]


@pytest.fixture
def render(tmp_path: Path) -> Render:
    def made(values: dict[str, Any]) -> Objects:
        done = _helm("template", "fitzen", str(CHART), "--namespace", "fitzen", values=values, folder=tmp_path)
        assert done.returncode == 0, done.stderr
        return [each for each in yaml.safe_load_all(done.stdout) if each]

    return made


def _of(objects: Objects, kind: str) -> dict[str, dict[str, Any]]:
    return {each["metadata"]["name"]: each for each in objects if each["kind"] == kind}


def _pods(objects: Objects) -> list[dict[str, Any]]:
    """The pod of every Deployment and CronJob."""
    deployments = [each["spec"]["template"]["spec"] for each in _of(objects, "Deployment").values()]
    crons = _of(objects, "CronJob").values()
    return deployments + [each["spec"]["jobTemplate"]["spec"]["template"]["spec"] for each in crons]


def test_helm_s_own_lint_finds_nothing(tmp_path: Path) -> None:
    done = _helm("lint", "--strict", "--quiet", str(CHART), values=GIVEN | EVERYTHING, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_object_is_one_of_kubernetes_to_the_letter(render: Render) -> None:
    arns = {"roles": {role.name: {"targetGroupArn": f"arn:aws:x:{role.name}"} for role in ROLES}}
    objects = render(GIVEN | EVERYTHING | arns)
    for each in objects:
        if each["kind"] not in NOT_KUBERNETES:
            kubernetes_validate.validate(each, KUBERNETES, strict=True)
    assert {each["kind"] for each in objects} == NOT_KUBERNETES | {
        "ConfigMap",
        "CronJob",
        "Deployment",
        "HorizontalPodAutoscaler",
        "Ingress",
        "NetworkPolicy",
        "PodDisruptionBudget",
        "Service",
        "ServiceAccount",
    }


def test_an_object_that_is_none_of_kubernetes_would_be_found(render: Render) -> None:
    (deployment, *_) = _of(render(GIVEN), "Deployment").values()
    deployment["spec"]["template"]["spec"]["containers"][0]["readOnlyRootFilesystem"] = True
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(deployment, KUBERNETES, strict=True)


def test_the_stack_s_values_are_enough(render: Render, template: Callable[..., Template]) -> None:
    """What the cluster's stack writes for the chart is all that the chart asks for."""
    stack = template("cluster", of="kubernetes")
    (parameter,) = stack.find_resources(
        "AWS::SSM::Parameter", {"Properties": {"Name": "/fitzen/prod/helm-values"}}
    ).values()
    _, parts = parameter["Properties"]["Value"]["Fn::Join"]
    values = json.loads("".join(each if isinstance(each, str) else "known-when-deployed" for each in parts))
    objects = render(values)
    assert _of(objects, "ConfigMap")["fitzen"]["data"] == values["config"]
    assert set(values["config"]) <= set(config.VARIABLES.values())
    assert set(_of(objects, "TargetGroupBinding")) == {"fitzen-api", "fitzen-chat"}


def test_nothing_runs_with_more_than_it_needs(render: Render) -> None:
    for pod in _pods(render(GIVEN)):
        assert pod["securityContext"]["runAsNonRoot"] is True
        assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        assert pod["automountServiceAccountToken"] is False
        (container,) = pod["containers"]
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
        assert container["volumeMounts"] == [{"name": "tmp", "mountPath": "/tmp"}]
        assert pod["volumes"] == [{"name": "tmp", "emptyDir": {"sizeLimit": "1Gi"}}]
        assert pod["securityContext"]["fsGroup"] == pod["securityContext"]["runAsGroup"]  # who may write to the volume
        assert container["resources"]["limits"]["memory"] == container["resources"]["requests"]["memory"]


def test_roles_are_those_of_the_tasks_and_grow_by_the_same_rules(render: Render) -> None:
    objects = render(GIVEN)
    scalers = _of(objects, "HorizontalPodAutoscaler")
    assert set(scalers) == {f"fitzen-{role.name}" for role in ROLES}
    for each in (scaler["spec"] for scaler in scalers.values()):
        assert (each["minReplicas"], each["maxReplicas"]) == (FEWEST, MOST)
        targets = {one["resource"]["name"]: one["resource"]["target"]["averageUtilization"] for one in each["metrics"]}
        assert targets == {"cpu": 70, "memory": 80}
        assert each["behavior"]["scaleUp"]["stabilizationWindowSeconds"] == 60
        assert each["behavior"]["scaleDown"]["stabilizationWindowSeconds"] == 300
    for name, each in _of(objects, "Deployment").items():
        assert "replicas" not in each["spec"]  # which would undo what the autoscaler said
        (container,) = each["spec"]["template"]["spec"]["containers"]
        assert container["args"] == ["serve", "--role", name.removeprefix("fitzen-")]
        assert container["ports"] == [{"name": "http", "containerPort": APP}]
        assert container["readinessProbe"]["httpGet"]["path"] == "/ready"
        assert container["livenessProbe"]["httpGet"]["path"] == "/health"
        zones, _hosts = each["spec"]["template"]["spec"]["topologySpreadConstraints"]
        assert (zones["topologyKey"], zones["whenUnsatisfiable"]) == ("topology.kubernetes.io/zone", "DoNotSchedule")


def test_the_jobs_are_fitzen_s_own(render: Render) -> None:
    crons = _of(render(GIVEN), "CronJob")
    commands = {
        tuple(each["spec"]["jobTemplate"]["spec"]["template"]["spec"]["containers"][0]["args"]): each["spec"][
            "schedule"
        ]
        for each in crons.values()
    }
    assert {(*command[:2], *command[3:]) for command in commands} == {("jobs", "run", "--timed")}
    made = {command[2]: schedule for command, schedule in commands.items()}
    assert made == {name: f"{minutes} * * * *" for name, minutes in jobs().items()}
    for each in crons.values():
        assert (each["spec"]["concurrencyPolicy"], each["spec"]["timeZone"]) == ("Forbid", "Etc/UTC")


def test_conversations_go_to_their_own_pods_first(render: Render) -> None:
    (ingress,) = _of(render(GIVEN | EVERYTHING), "Ingress").values()
    (rule,) = ingress["spec"]["rules"]
    ways = [(each["path"], each["backend"]["service"]["name"]) for each in rule["http"]["paths"]]
    assert ways == [(path, f"fitzen-{role.name}") for role in ROLES for path in role.paths]


def test_only_the_balancer_s_network_comes_in_and_only_to_what_serves(render: Render) -> None:
    policies = _of(render(GIVEN), "NetworkPolicy")
    assert "ingress" not in policies["fitzen"]["spec"]
    assert policies["fitzen"]["spec"]["policyTypes"] == ["Ingress", "Egress"]
    serve = policies["fitzen-serve"]["spec"]
    assert serve["podSelector"]["matchExpressions"][0]["values"] == ["api", "chat"]
    assert serve["ingress"] == [
        {"from": [{"ipBlock": {"cidr": "10.64.0.0/16"}}], "ports": [{"port": APP, "protocol": "TCP"}]}
    ]


def test_one_pod_at_most_is_taken_away_at_a_time(render: Render) -> None:
    budgets = _of(render(GIVEN), "PodDisruptionBudget")
    assert {name: each["spec"]["maxUnavailable"] for name, each in budgets.items()} == {
        "fitzen-api": 1,
        "fitzen-chat": 1,
    }


def test_a_new_environment_makes_new_pods(render: Render) -> None:
    def checksum(values: dict[str, Any]) -> str:
        (deployment, *_) = _of(render(values), "Deployment").values()
        made: str = deployment["spec"]["template"]["metadata"]["annotations"]["checksum/config"]
        return made

    changed = GIVEN | {"config": GIVEN["config"] | {"LOG_LEVEL": "DEBUG"}}
    assert checksum(GIVEN) == checksum(GIVEN) != checksum(changed)


def test_a_collector_begins_before_fitzen_and_ends_after_it(render: Render) -> None:
    """As an init container that goes on: Kubernetes' own way of a sidecar, by which a pod's order is kept."""
    objects = render(GIVEN | EVERYTHING)
    for each in _of(objects, "Deployment").values():
        (collector,) = each["spec"]["template"]["spec"]["initContainers"]
        assert collector["restartPolicy"] == "Always"
        assert "startupProbe" not in collector  # Fitzen begins, however the collector is
        assert collector["image"] == IMAGE
        given = {one["name"]: one["value"] for one in collector["env"]}
        assert given == {"AOT_CONFIG_CONTENT": CONFIGURATION, "AWS_REGION": "us-east-1"}
        assert collector["args"] == ["--config=env:AOT_CONFIG_CONTENT"]
        assert collector["securityContext"]["readOnlyRootFilesystem"] is True
        assert collector["resources"]["limits"]["memory"] == collector["resources"]["requests"]["memory"]
    for each in _of(objects, "CronJob").values():
        pod = each["spec"]["jobTemplate"]["spec"]["template"]["spec"]
        assert "initContainers" not in pod
        assert pod["containers"][0]["env"] == [{"name": "OTEL_EXPORTER_OTLP_ENDPOINT", "value": ""}]


def test_without_being_asked_for_there_is_no_collector(render: Render) -> None:
    for pod in _pods(render(GIVEN)):
        assert "initContainers" not in pod
        assert "env" not in pod["containers"][0]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"collector": {"enabled": True}}, "OTEL_EXPORTER_OTLP_ENDPOINT"),
        ({"collector": {"image": "public.ecr.aws/aws-observability/aws-otel-collector"}}, "image"),
        ({"image": {"repository": ""}}, "repository"),
        ({"image": {"repository": "x", "tag": ""}}, "tag"),
        ({"config": {}}, "FITZEN_ENV"),
        ({"roles": {"api": {"replicas": {"min": 1}}}}, "min"),
    ],
)
def test_values_that_cannot_work_are_refused(wrong: dict[str, Any], says: str, tmp_path: Path) -> None:
    done = _helm("template", "fitzen", str(CHART), values=GIVEN | wrong, folder=tmp_path)
    assert done.returncode != 0
    assert says in done.stderr

"""The API as Fargate tasks behind a private load balancer: one service answers, one holds conversations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aws_cdk import Duration, Stack
from aws_cdk import aws_apigatewayv2 as apigatewayv2
from aws_cdk import aws_applicationautoscaling as scaling_
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_elasticloadbalancingv2 as elbv2
from aws_cdk import aws_iam as iam
from aws_cdk import aws_logs as logs
from aws_cdk import aws_sns as sns
from constructs import Construct

from fitzen_cdk.access import Access, settings
from fitzen_cdk.cache import Cache
from fitzen_cdk.data import Data
from fitzen_cdk.database import Database
from fitzen_cdk.deployment import Deployment, Size
from fitzen_cdk.functions import log_group
from fitzen_cdk.gateway_spec import STREAMED, Integrate, Json, cache_keys
from fitzen_cdk.identity import Identity
from fitzen_cdk.network import APP, HTTPS, INSIDE, Network
from fitzen_cdk.part import Part
from fitzen_cdk.rules import accept
from fitzen_cdk.traces import add_collector, let_collect

SIZES: Mapping[Size, tuple[int, int]] = {"start": (512, 1024), "medium": (1024, 2048), "large": (2048, 4096)}
"""Thousandths of a processor (1,024 are one) and MB of a task."""
FEWEST, MOST = 2, 10
CPU_TARGET, MEMORY_TARGET = 70, 80
REQUESTS_A_HALF = 3_000
"""Of a half processor in a minute: 50 a second, of the 62 that are 70% of half a core at 5.6 ms each (docs/cost.md)."""
COLOURS = ("Blue", "Green")
OUT, IN = Duration.seconds(60), Duration.seconds(300)
BAKE = Duration.minutes(10)
"""How long both colours run, and an alarm still takes the deployment back."""
SHIFTS_TRAFFIC = "arn:<AWS::Partition>:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers"
HEALTHY = f"import urllib.request as r; r.urlopen('http://127.0.0.1:{APP}/health', timeout=4)"


@dataclass(frozen=True, slots=True)
class _Role:
    """A role of `fitzen serve`: which paths the balancer gives it."""

    name: str
    priority: int
    paths: tuple[str, ...]


ROLES = (_Role("chat", 10, ("/api/chat/*", "/api/users/*/export")), _Role("api", 20, ("/*",)))
WORKER = _Role("worker", 0, ())
"""Runs the jobs where records are in PostgreSQL, which no function outside the network reaches."""


class Containers(Part):
    def __init__(
        self,
        scope: Construct,
        deployment: Deployment,
        *,
        network: Network,
        data: Data,
        identity: Identity,
        access: Access,
        database: Database | None,
        cache: Cache | None,
    ) -> None:
        super().__init__(scope, deployment, "app")
        key = data.logs_key
        self.cluster = ecs.Cluster(
            self,
            "Cluster",
            cluster_name=deployment.name("app"),
            vpc=network.vpc,
            container_insights_v2=ecs.ContainerInsights.ENABLED,
            enable_fargate_capacity_providers=True,
        )
        self.balancer, self.listener = balancer(self, deployment, network, data)
        environment = settings(deployment, data, identity, database, cache, collected=True)
        self.services: dict[str, ecs.FargateService] = {}
        self.targets = {
            role.name: [targets(self, f"{role.name.title()}{each}", network) for each in COLOURS] for role in ROLES
        }
        for role in ROLES:
            task = _task(
                self, role, deployment, data, access, environment, log_group(self, f"{role.name.title()}Logs", key)
            )
            self.services[role.name] = _service(
                self,
                role,
                self.cluster,
                task,
                network,
                self.listener,
                self.targets[role.name],
                data.topics["alerts"],
                deployment,
            )
        if database:
            task = _task(
                self, WORKER, deployment, data, access, environment, log_group(self, f"{WORKER.name.title()}Logs", key)
            )
            self.services[WORKER.name] = _worker(self, self.cluster, task, network)
        self.link = apigatewayv2.VpcLink(self, "Link", vpc=network.vpc, subnets=INSIDE, security_groups=[network.link])


def link_integration(
    deployment: Deployment, link: apigatewayv2.VpcLink, listener: elbv2.ApplicationListener
) -> Integrate:
    """Through the link to the balancer's listener; the host is what the balancer's certificate names."""

    def integrate(path: str, method: str, names: list[str]) -> Json:
        made: Json = {
            "type": "http_proxy",
            "httpMethod": method.upper(),
            "uri": f"https://{_host(deployment)}{path}",
            "connectionType": "VPC_LINK",
            "connectionId": link.vpc_link_id,
            "integrationTarget": listener.listener_arn,
            "passthroughBehavior": "when_no_match",
            "requestParameters": {f"integration.request.path.{name}": f"method.request.path.{name}" for name in names},
            "timeoutInMillis": 29_000,
        }
        if (path, method) in STREAMED:
            made |= {"responseTransferMode": "STREAM", "timeoutInMillis": 900_000}
        if keys := cache_keys(path, method):
            made["cacheKeyParameters"] = keys
        return made

    return integrate


def _host(deployment: Deployment) -> str:
    return f"origin.{deployment.domain}"


def balancer(
    scope: Construct, deployment: Deployment, network: Network, data: Data
) -> tuple[elbv2.ApplicationLoadBalancer, elbv2.ApplicationListener]:
    made = elbv2.ApplicationLoadBalancer(
        scope,
        "Balancer",
        vpc=network.vpc,
        vpc_subnets=INSIDE,
        internet_facing=False,
        security_group=network.balancer,
        drop_invalid_header_fields=True,
        deletion_protection=True,
        idle_timeout=Duration.seconds(900),
    )
    made.log_access_logs(data.access_logs, "balancer")
    certificate = acm.Certificate(
        scope, "Certificate", domain_name=_host(deployment), validation=acm.CertificateValidation.from_dns()
    )
    listener = made.add_listener(
        "Https",
        port=HTTPS,
        open=False,
        certificates=[certificate],
        ssl_policy=elbv2.SslPolicy.RECOMMENDED_TLS,
        default_action=elbv2.ListenerAction.fixed_response(404),
    )
    accept(
        made,
        {"HIPAA.Security-ALBWAFEnabled": "It is private: WAF stands before CloudFront and before API Gateway."},
    )
    return made, listener


def _task(
    scope: Construct,
    role: _Role,
    deployment: Deployment,
    data: Data,
    access: Access,
    environment: Mapping[str, str],
    log: logs.ILogGroup,
) -> ecs.FargateTaskDefinition:
    """Nothing is writable but /tmp, which goes with the task."""
    cpu, memory_mb = SIZES[deployment.size]
    may = iam.Role(scope, f"{role.name.title()}Role", assumed_by=iam.ServicePrincipal("ecs-tasks.amazonaws.com"))
    task = ecs.FargateTaskDefinition(
        scope,
        f"{role.name.title()}Task",
        cpu=cpu,
        memory_limit_mib=memory_mb,
        runtime_platform=ecs.RuntimePlatform(
            cpu_architecture=ecs.CpuArchitecture.ARM64, operating_system_family=ecs.OperatingSystemFamily.LINUX
        ),
        task_role=may,
        volumes=[ecs.Volume(name="tmp")],
    )
    access.give(may, models=role.name == "chat")
    container = task.add_container(
        "fitzen",
        image=ecs.ContainerImage.from_ecr_repository(data.images, deployment.image_tag),
        command=["serve", "--role", role.name] if role.paths else [role.name],
        environment=dict(environment),
        logging=ecs.LogDrivers.aws_logs(stream_prefix=role.name, log_group=log),
        port_mappings=[ecs.PortMapping(container_port=APP)] if role.paths else None,
        readonly_root_filesystem=True,
        health_check=_healthy() if role.paths else None,  # a worker that stopped has ended, and is started again
        stop_timeout=Duration.seconds(60),
    )
    container.add_mount_points(ecs.MountPoint(container_path="/tmp", source_volume="tmp", read_only=False))  # noqa: S108
    if deployment.collected:
        let_collect(may)
        add_collector(task, deployment, log)
    accept(
        task,
        {
            "AwsSolutions-ECS2": "The environment has addresses and references; every secret is read from Secrets Manager at start.",
            "AwsSolutions-IAM5[Resource::*]": "ECR's GetAuthorizationToken takes no resource.",
        },
    )
    return task


def _healthy() -> ecs.HealthCheck:
    return ecs.HealthCheck(
        command=["CMD", "python", "-c", HEALTHY],
        interval=Duration.seconds(30),
        timeout=Duration.seconds(5),
        retries=3,
        start_period=Duration.seconds(15),
    )


def _worker(
    scope: Construct, cluster: ecs.Cluster, task: ecs.FargateTaskDefinition, network: Network
) -> ecs.FargateService:
    """One, and during a deployment two: leases see to it that no job runs twice."""
    return ecs.FargateService(
        scope,
        "WorkerService",
        cluster=cluster,
        task_definition=task,
        security_groups=[network.tasks],
        vpc_subnets=network.tasks_in,
        assign_public_ip=network.tasks_in.subnet_group_name == "Outside",
        desired_count=1,
        min_healthy_percent=100,
        circuit_breaker=ecs.DeploymentCircuitBreaker(enable=True, rollback=True),
        propagate_tags=ecs.PropagatedTagSource.SERVICE,
    )


def _service(
    scope: Construct,
    role: _Role,
    cluster: ecs.Cluster,
    task: ecs.FargateTaskDefinition,
    network: Network,
    listener: elbv2.ApplicationListener,
    groups: Sequence[elbv2.ApplicationTargetGroup],
    alerts: sns.ITopic,
    deployment: Deployment,
) -> ecs.FargateService:
    """Blue and green by ECS itself; an alarm on the new colour takes the deployment back."""
    title = role.name.title()
    blue, green = groups
    rule = elbv2.ApplicationListenerRule(
        scope,
        f"{title}Rule",
        listener=listener,
        priority=role.priority,
        conditions=[elbv2.ListenerCondition.path_patterns(list(role.paths))],
        action=elbv2.ListenerAction.weighted_forward(
            [
                elbv2.WeightedTargetGroup(target_group=blue, weight=100),
                elbv2.WeightedTargetGroup(target_group=green, weight=0),
            ]
        ),
    )
    alarms = [
        _errors(scope, f"{title}{colour}Errors", group, alerts) for colour, group in zip(COLOURS, groups, strict=True)
    ]
    service = ecs.FargateService(
        scope,
        f"{title}Service",
        cluster=cluster,
        task_definition=task,
        security_groups=[network.tasks],
        vpc_subnets=network.tasks_in,
        assign_public_ip=network.tasks_in.subnet_group_name == "Outside",
        desired_count=FEWEST,
        min_healthy_percent=100,
        capacity_provider_strategies=[
            ecs.CapacityProviderStrategy(capacity_provider="FARGATE", base=FEWEST, weight=1),
            ecs.CapacityProviderStrategy(capacity_provider="FARGATE_SPOT", weight=3),
        ],
        deployment_strategy=ecs.DeploymentStrategy.BLUE_GREEN,
        bake_time=BAKE,
        circuit_breaker=ecs.DeploymentCircuitBreaker(enable=True, rollback=True),
        deployment_alarms=ecs.DeploymentAlarmConfig(
            alarm_names=[each.alarm_name for each in alarms], behavior=ecs.AlarmBehavior.ROLLBACK_ON_ALARM
        ),
        health_check_grace_period=Duration.seconds(30),
        propagate_tags=ecs.PropagatedTagSource.SERVICE,
    )
    target = service.load_balancer_target(
        container_name="fitzen",
        container_port=APP,
        alternate_target=ecs.AlternateTarget(
            f"{title}Alternate",
            alternate_target_group=green,
            production_listener=ecs.ListenerRuleConfiguration.application_listener_rule(rule),
        ),
    )
    target.attach_to_application_target_group(blue)
    accept(
        service,
        {
            f"AwsSolutions-IAM4[Policy::{SHIFTS_TRAFFIC}]": "AWS's own role by which ECS moves traffic from blue to green."
        },
    )
    _scale(service, dict(zip(COLOURS, groups, strict=True)) if role.name == "api" else {}, deployment)
    return service


def _scale(
    service: ecs.FargateService, groups: Mapping[str, elbv2.ApplicationTargetGroup], deployment: Deployment
) -> None:
    """By processor and memory; and where each request is much like another, by requests, which can rise above all of it.

    One colour has no requests, so that its policy would never agree to fewer tasks: by requests there are only more.
    """
    cpu, _ = SIZES[deployment.size]
    scaling = service.auto_scale_task_count(min_capacity=FEWEST, max_capacity=MOST)
    scaling.scale_on_cpu_utilization(
        "Cpu", target_utilization_percent=CPU_TARGET, scale_out_cooldown=OUT, scale_in_cooldown=IN
    )
    scaling.scale_on_memory_utilization(
        "Memory", target_utilization_percent=MEMORY_TARGET, scale_out_cooldown=OUT, scale_in_cooldown=IN
    )
    for colour, group in groups.items():
        scaling.scale_on_request_count(
            f"{colour}Requests",
            target_group=group,
            requests_per_target=REQUESTS_A_HALF * cpu // 512,
            scale_out_cooldown=OUT,
            disable_scale_in=True,
        )
    if deployment.peak_hours:
        begins, _, ends = deployment.peak_hours.partition("-")
        for name, hour, least in (("PeakBegins", begins, deployment.peak_tasks), ("PeakEnds", ends, FEWEST)):
            schedule = scaling_.Schedule.cron(hour=hour, minute="0")
            scaling.scale_on_schedule(name, schedule=schedule, min_capacity=least, max_capacity=MOST)


def targets(scope: Construct, name: str, network: Network) -> elbv2.ApplicationTargetGroup:
    return elbv2.ApplicationTargetGroup(
        scope,
        name,
        vpc=network.vpc,
        port=APP,
        protocol=elbv2.ApplicationProtocol.HTTP,
        target_type=elbv2.TargetType.IP,
        deregistration_delay=Duration.seconds(60),
        health_check=elbv2.HealthCheck(
            path="/ready", interval=Duration.seconds(15), healthy_threshold_count=2, unhealthy_threshold_count=3
        ),
    )


def _errors(scope: Construct, name: str, group: elbv2.ApplicationTargetGroup, alerts: sns.ITopic) -> cloudwatch.Alarm:
    """Names are given: the service refers to its alarms by name, and they to its target groups."""
    alarm = cloudwatch.Alarm(
        scope,
        name,
        alarm_name=f"{Stack.of(scope).stack_name}-{name}",
        alarm_description="The tasks of this colour answer with 5xx, which takes a deployment back while it bakes. "
        "Runbook: docs/runbooks.md#targeterrors",
        metric=group.metrics.http_code_target(elbv2.HttpCodeTarget.TARGET_5XX_COUNT, period=Duration.minutes(1)),
        threshold=10,
        evaluation_periods=3,
        datapoints_to_alarm=2,
        treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
    )
    alarm.add_alarm_action(actions.SnsAction(alerts))
    return alarm

"""The reference's dashboard with its six groups, its alarms, a budget and the trail of who did what in the account."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aws_cdk import Duration, Stack
from aws_cdk import aws_budgets as budgets
from aws_cdk import aws_cloudtrail as cloudtrail
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_ecs as ecs
from aws_cdk import aws_elasticloadbalancingv2 as elbv2
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_rds as rds
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_sns_subscriptions as subscriptions
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from fitzen.infra.storage.dynamodb_schema import DEFINITION
from fitzen_cdk.access import MODELS
from fitzen_cdk.api import STAGE, Api
from fitzen_cdk.buckets import private_bucket
from fitzen_cdk.cluster import Cluster
from fitzen_cdk.containers import Containers
from fitzen_cdk.data import Data
from fitzen_cdk.database import STORAGE_GB, Database
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.functions import log_group
from fitzen_cdk.jobs import Jobs
from fitzen_cdk.part import Part
from fitzen_cdk.rules import accept

NAMESPACE = "Fitzen"
"""Of the figures that Fitzen itself gives, by CloudWatch's embedded metric format in its log lines."""
GLOBAL_INDEXES = DEFINITION["GlobalSecondaryIndexes"]
MINUTE, FIVE_MINUTES, DAY = Duration.minutes(1), Duration.minutes(5), Duration.days(1)
DAILY_BUDGET_USD = 100
TOKENS_A_DAY = 10_000_000
SERVICES = (
    "AmazonApiGateway",
    "AmazonBedrock",
    "AmazonCloudFront",
    "AmazonCloudWatch",
    "AmazonCognito",
    "AmazonDynamoDB",
    "AmazonECS",
    "AmazonEKS",
    "AmazonElastiCache",
    "AmazonRDS",
    "AmazonS3",
    "AmazonSNS",
    "AmazonVPC",
    "AWSLambda",
    "awswaf",
)
"""As billing names those that Fitzen uses."""

type Figures = Mapping[str, cloudwatch.IMetric]


@dataclass(frozen=True, slots=True)
class Alarm:
    """`above` is the threshold; `periods` of the figure in a row."""

    name: str
    figure: str
    above: float
    periods: int
    critical: bool
    about: str


ALARMS = (
    Alarm("ApiErrors", "error_rate", 5, 5, True, "More than 5% of requests end in 5xx, for 5 minutes"),
    Alarm("Throttles", "throttles", 100, 1, True, "DynamoDB refused more than 100 requests in 5 minutes"),
    Alarm("SomeThrottles", "throttles", 10, 1, False, "DynamoDB refused more than 10 requests in 5 minutes"),
    Alarm("Latency", "latency_p95", 2_000, 5, False, "The slowest twentieth of requests takes more than 2 seconds"),
    Alarm("Tokens", "tokens", TOKENS_A_DAY, 1, False, "Bedrock read and wrote more than 10 million tokens in a day"),
    Alarm("DeadJobs", "dead_jobs", 0, 1, True, "A job could not be run: it lies in the queue of dead jobs"),
    Alarm("Storage", "db_storage", 90, 1, True, "PostgreSQL has less than 10% of its storage left"),
    Alarm("DatabaseCpu", "db_cpu", 90, 10, True, "PostgreSQL's processors are over 90% for 10 minutes"),
    Alarm("DatabaseBusy", "db_cpu", 80, 10, False, "PostgreSQL's processors are over 80% for 10 minutes"),
    Alarm("JobLag", "job_lag", 300, 2, False, "Reminders go out more than 5 minutes late"),
    Alarm("JobErrors", "job_errors", 2, 1, False, "Jobs failed more than twice in 5 minutes"),
    Alarm("JobFailures", "job_failures", 2, 1, False, "Jobs failed more than twice in 5 minutes"),
)
TASK_ALARMS = (
    Alarm("Cpu", "cpu", 80, 10, False, "The tasks' processors are over 80% for 10 minutes"),
    Alarm("Memory", "memory", 90, 10, False, "The tasks' memory is over 90% for 10 minutes"),
)


class Observability(Part):
    def __init__(
        self,
        scope: Construct,
        deployment: Deployment,
        *,
        data: Data,
        api: Api,
        jobs: Jobs | None,
        tasks: Containers | Cluster | None,
        database: Database | None,
    ) -> None:
        super().__init__(scope, deployment, "observability")
        self._alerts = data.topics["alerts"]
        self._alerts.add_subscription(subscriptions.EmailSubscription(deployment.alarms_to))
        figures = {**_api(api), **_table(data), **_models(), **_people()}
        health: dict[str, list[cloudwatch.IMetric]] = {}
        if jobs:
            figures |= _jobs(jobs.functions, jobs.dead)
            health["Jobs"] = [figures["job_errors"], figures["job_time"]]
        else:  # they run beside PostgreSQL, in a task or a pod, and tell of it themselves
            figures |= {"job_failures": _own("JobFailures", "Sum"), "job_runs": _own("JobRuns", "Sum")}
            health["Jobs"] = [figures["job_runs"], figures["job_failures"]]
        if database:
            figures |= _postgresql(database)
        alarms = [self._alarm(figures, each) for each in ALARMS if each.figure in figures]
        if "job_runs" in figures:
            alarms.append(self._silent("JobsStopped", figures["job_runs"], "No job has run for 10 minutes"))
        answering = {name: _answering(name, groups) for name, groups in (tasks.targets if tasks else {}).items()}
        for name, of_targets in answering.items():
            about = "No task or pod passes its health check"
            alarms.append(self._silent("Nobody", of_targets["healthy"], about, name.title()))
        if isinstance(tasks, Cluster):
            for name, (group,) in tasks.targets.items():
                health[f"Pods of {name}"] = [
                    answering[name]["healthy"],
                    group.metrics.target_response_time(period=MINUTE),
                ]
        for name, service in (tasks.services if isinstance(tasks, Containers) else {}).items():
            of_service = _tasks(service)
            alarms += [self._alarm(of_service, each, name.title()) for each in TASK_ALARMS]
            if name not in answering:
                alarms.append(self._silent("Nobody", of_service["running"], "No task runs", name.title()))
            health[f"Tasks of {name}"] = list(of_service.values())
        if answering:
            health["Failed health checks"] = [of_targets["failing"] for of_targets in answering.values()]
        _dashboard(self, deployment, figures, health, alarms, api.log.log_group_name)
        _budgets(self, deployment)
        _trail(self, deployment, data)

    def _alarm(self, figures: Figures, alarm: Alarm, of: str = "") -> cloudwatch.Alarm:
        made = cloudwatch.Alarm(
            self,
            f"{of}{alarm.name}",
            alarm_name=f"{self.stack_name}-{'critical' if alarm.critical else 'warning'}-{of.lower()}{alarm.name}",
            alarm_description=f"{alarm.about}. Runbook: docs/runbooks.md#{alarm.name.lower()}",
            metric=figures[alarm.figure],
            threshold=alarm.above,
            comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
            evaluation_periods=alarm.periods,
            treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
        )
        made.add_alarm_action(actions.SnsAction(self._alerts))
        made.add_ok_action(actions.SnsAction(self._alerts))
        return made

    def _silent(self, name: str, figure: cloudwatch.IMetric, about: str, of: str = "") -> cloudwatch.Alarm:
        """Critical where there is less than one, or no figure at all, in two periods."""
        made = cloudwatch.Alarm(
            self,
            f"{of}{name}",
            alarm_name=f"{self.stack_name}-critical-{of.lower()}{name}",
            alarm_description=f"{about}. Runbook: docs/runbooks.md#{name.lower()}",
            metric=figure,
            threshold=1,
            comparison_operator=cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
            evaluation_periods=2,
            treat_missing_data=cloudwatch.TreatMissingData.BREACHING,
        )
        made.add_alarm_action(actions.SnsAction(self._alerts))
        return made


def _over(function: str, figures: Figures, label: str, period: Duration) -> cloudwatch.MathExpression:
    """SUM, AVG or MAX of those that have a value: a sum by `+` would be missing where one of them is."""
    expression = f"{function}([{', '.join(figures)}])"
    return cloudwatch.MathExpression(expression=expression, using_metrics=figures, label=label, period=period)


def _api(api: Api) -> Figures:
    def metric(name: str, statistic: str, label: str) -> cloudwatch.Metric:
        return cloudwatch.Metric(
            namespace="AWS/ApiGateway",
            metric_name=name,
            dimensions_map={"ApiName": api.api.rest_api_name, "Stage": STAGE},
            statistic=statistic,
            period=MINUTE,
            label=label,
        )

    requests, failed = metric("Count", "Sum", "Requests"), metric("5XXError", "Sum", "5xx")
    return {
        "requests": requests,
        "latency": metric("Latency", "Average", "Average"),
        "latency_p95": metric("Latency", "p95", "p95"),
        "latency_p99": metric("Latency", "p99", "p99"),
        "refused": metric("4XXError", "Sum", "4xx"),
        "failed": failed,
        "error_rate": cloudwatch.MathExpression(
            expression="100 * failed / MAX([requests, 1])",
            using_metrics={"failed": failed, "requests": requests},
            label="5xx, %",
            period=MINUTE,
        ),
    }


def _table(data: Data) -> Figures:
    """Throttles of the table and of its global indexes, each of which CloudWatch counts apart."""
    table = {"TableName": data.table.table_name}
    indexes = {each["IndexName"]: {"GlobalSecondaryIndexName": each["IndexName"]} for each in GLOBAL_INDEXES}

    def metric(name: str, statistic: str, **more: str) -> cloudwatch.Metric:
        return cloudwatch.Metric(
            namespace="AWS/DynamoDB",
            metric_name=name,
            dimensions_map=table | more,
            statistic=statistic,
            period=FIVE_MINUTES,
            label=more.get("Operation", name),
        )

    return {
        "throttles": _over(
            "SUM",
            {
                f"{kind.lower()}s{place.title()}": metric(f"{kind}ThrottleEvents", "Sum", **more)
                for place, more in {"": {}, **indexes}.items()
                for kind in ("Read", "Write")
            },
            "Throttled",
            FIVE_MINUTES,
        ),
        "query_latency": metric("SuccessfulRequestLatency", "Average", Operation="Query"),
        "write_latency": metric("SuccessfulRequestLatency", "Average", Operation="TransactWriteItems"),
        "reads": metric("ConsumedReadCapacityUnits", "Sum"),
        "writes": metric("ConsumedWriteCapacityUnits", "Sum"),
    }


def _postgresql(database: Database) -> Figures:
    """The disk's latency is of one reading or writing; Aurora's storage grows by itself."""
    server = database.server
    figures: dict[str, cloudwatch.IMetric] = {
        "db_cpu": server.metric_cpu_utilization(period=MINUTE),
        "db_connections": server.metric_database_connections(period=MINUTE),
    }
    for kind in ("Read", "Write"):
        seconds = f"{kind.lower()}Seconds"
        figures[f"db_{kind.lower()}"] = cloudwatch.MathExpression(
            expression=f"1000 * {seconds}",
            using_metrics={seconds: server.metric(f"{kind}Latency", period=MINUTE, statistic="Average")},
            label=f"PostgreSQL, {kind.lower()}",
            period=MINUTE,
        )
    if isinstance(server, rds.DatabaseInstance):
        figures["db_storage"] = cloudwatch.MathExpression(
            expression=f"100 - 100 * free / {STORAGE_GB * 2**30}",
            using_metrics={"free": server.metric_free_storage_space(period=FIVE_MINUTES, statistic="Minimum")},
            label="Storage used, % of what is always there",
            period=FIVE_MINUTES,
        )
    return figures


def _models() -> Figures:
    def metric(name: str, statistic: str, period: Duration) -> cloudwatch.MathExpression:
        each = {
            f"{name[0].lower()}{name[1:]}{number}": cloudwatch.Metric(
                namespace="AWS/Bedrock",
                metric_name=name,
                dimensions_map={"ModelId": model},
                statistic=statistic,
                period=period,
            )
            for number, model in enumerate(MODELS)
        }
        return _over("AVG" if statistic == "Average" else "SUM", each, name, period)

    read, written = metric("InputTokenCount", "Sum", DAY), metric("OutputTokenCount", "Sum", DAY)
    return {
        "invocations": metric("Invocations", "Sum", FIVE_MINUTES),
        "model_errors": metric("InvocationServerErrors", "Sum", FIVE_MINUTES),
        "model_throttles": metric("InvocationThrottles", "Sum", FIVE_MINUTES),
        "model_latency": metric("InvocationLatency", "Average", FIVE_MINUTES),
        "tokens": _over("SUM", {"read": read, "written": written}, "Tokens a day", DAY),
    }


def _own(name: str, statistic: str, period: Duration = FIVE_MINUTES) -> cloudwatch.Metric:
    return cloudwatch.Metric(namespace=NAMESPACE, metric_name=name, statistic=statistic, period=period, label=name)


def _people() -> Figures:
    return {
        "active": _own("ActiveUsers", "Sum", Duration.hours(1)),
        "signups": _own("SignUps", "Sum", Duration.hours(1)),
        "messages": _own("ChatMessages", "Sum", Duration.hours(1)),
        "cost": _own("CoachCostUsd", "Sum", DAY),
        "job_lag": _own("JobLagSeconds", "Maximum"),
    }


def _jobs(functions: Mapping[str, lambda_.IFunction], dead: sqs.IQueue) -> Figures:
    errors = {f"{name}Errors": function.metric_errors(period=FIVE_MINUTES) for name, function in functions.items()}
    times = {
        f"{name}Time": function.metric_duration(period=FIVE_MINUTES, statistic="Maximum")
        for name, function in functions.items()
    }
    return {
        "job_errors": _over("SUM", errors, "Jobs that failed", FIVE_MINUTES),
        "job_time": _over("MAX", times, "Longest job, ms", FIVE_MINUTES),
        "dead_jobs": dead.metric_approximate_number_of_messages_visible(period=FIVE_MINUTES, label="Dead jobs"),
        "queue_age": dead.metric_approximate_age_of_oldest_message(period=FIVE_MINUTES, label="Oldest dead job, s"),
    }


def _tasks(service: ecs.FargateService) -> Figures:
    insights = {"ClusterName": service.cluster.cluster_name, "ServiceName": service.service_name}
    return {
        "cpu": service.metric_cpu_utilization(period=MINUTE),
        "memory": service.metric_memory_utilization(period=MINUTE),
        "running": cloudwatch.Metric(
            namespace="ECS/ContainerInsights",
            metric_name="RunningTaskCount",
            dimensions_map=insights,
            statistic="Minimum",
            period=MINUTE,
            label="Tasks",
        ),
    }


def _answering(role: str, groups: Sequence[elbv2.IApplicationTargetGroup]) -> Figures:
    """How many pass the balancer's health check and how many fail it, of both colours: the idle one has none.

    The most that any node of the balancer saw: one node sees nobody where all tasks are in another zone.
    """
    healthy: dict[str, cloudwatch.IMetric] = {}
    failing: dict[str, cloudwatch.IMetric] = {}
    for number, group in enumerate(groups):
        healthy[f"{role}Healthy{number}"] = group.metrics.healthy_host_count(period=MINUTE, statistic="Maximum")
        failing[f"{role}Failing{number}"] = group.metrics.unhealthy_host_count(period=MINUTE, statistic="Maximum")
    return {"healthy": _over("SUM", healthy, "Healthy", MINUTE), "failing": _over("SUM", failing, role, MINUTE)}


def _of(figures: Figures, *names: str) -> list[cloudwatch.IMetric]:
    """Those that this deployment has."""
    return [figures[name] for name in names if name in figures]


def _shown(figures: Figures, title: str, *names: str) -> dict[str, list[cloudwatch.IMetric]]:
    found = _of(figures, *names)
    return {title: found} if found else {}


def _dashboard(
    scope: Stack,
    deployment: Deployment,
    figures: Figures,
    health: Mapping[str, Sequence[cloudwatch.IMetric]],
    alarms: Sequence[cloudwatch.IAlarm],
    access_log: str,
) -> None:
    groups: dict[str, Mapping[str, Sequence[cloudwatch.IMetric]]] = {
        "1. API": {
            "Requests a minute": [figures["requests"]],
            "Latency, ms": [figures["latency"], figures["latency_p95"], figures["latency_p99"]],
            "Errors": [figures["refused"], figures["failed"], figures["error_rate"]],
        },
        "2. Application": health,
        "3. Database": {
            "Throttled": [figures["throttles"]],
            "Latency, ms": _of(figures, "query_latency", "write_latency", "db_read", "db_write"),
            "Units": [figures["reads"], figures["writes"]],
            **_shown(figures, "PostgreSQL", "db_cpu", "db_storage", "db_connections"),
        },
        "4. Coach": {
            "Invocations": [figures["invocations"], figures["model_errors"], figures["model_throttles"]],
            "Tokens a day": [figures["tokens"]],
            "Answer, ms": [figures["model_latency"]],
        },
        "5. People": {
            "Active in each hour": [figures["active"]],
            "Sign-ups and messages": [figures["signups"], figures["messages"]],
            "Reminders late by, s": _of(figures, "job_lag", "queue_age"),
        },
        "6. Cost": {"Coach, US dollars a day": [figures["cost"]], "Spent this month, US dollars": _spend()},
    }
    board = cloudwatch.Dashboard(scope, "Dashboard", dashboard_name=deployment.name("production"))
    for title, widgets in groups.items():
        board.add_widgets(cloudwatch.TextWidget(markdown=f"# {title}", width=24, height=1))
        width = 24 // len(widgets)
        board.add_widgets(
            *(cloudwatch.GraphWidget(title=name, left=list(lines), width=width) for name, lines in widgets.items())
        )
        if title.startswith("1."):
            board.add_widgets(_routes(access_log))
    board.add_widgets(cloudwatch.AlarmStatusWidget(title="Alarms", alarms=list(alarms), width=24, height=4))


def _routes(access_log: str) -> cloudwatch.LogQueryWidget:
    """Each route's requests, failures and latency, asked of the access log when somebody looks."""
    return cloudwatch.LogQueryWidget(
        title="Routes: the slowest first",
        log_group_names=[access_log],
        query_lines=[
            "stats count(*) as requests, sum(status >= 500) as failed, pct(latency_ms, 95) as p95_ms by method, route",
            "sort p95_ms desc",
            "limit 25",
        ],
        width=24,
        height=8,
    )


def _spend() -> list[cloudwatch.IMetric]:
    """By service, as the account's billing alerts give it: in us-east-1 alone, a few times a day."""
    return [
        cloudwatch.Metric(
            namespace="AWS/Billing",
            metric_name="EstimatedCharges",
            dimensions_map={"Currency": "USD", "ServiceName": service},
            statistic="Maximum",
            period=Duration.hours(6),
            region="us-east-1",
            label=service,
        )
        for service in SERVICES
    ]


def _budgets(scope: Stack, deployment: Deployment) -> None:
    for unit, amount in (("DAILY", DAILY_BUDGET_USD), ("MONTHLY", 30 * DAILY_BUDGET_USD)):
        budgets.CfnBudget(
            scope,
            f"{unit.title()}Budget",
            budget=budgets.CfnBudget.BudgetDataProperty(
                budget_name=f"{scope.stack_name}-{unit.lower()}",
                budget_type="COST",
                time_unit=unit,
                budget_limit=budgets.CfnBudget.SpendProperty(amount=amount, unit="USD"),
            ),
            notifications_with_subscribers=[
                budgets.CfnBudget.NotificationWithSubscribersProperty(
                    notification=budgets.CfnBudget.NotificationProperty(
                        comparison_operator="GREATER_THAN", notification_type="ACTUAL", threshold=percent
                    ),
                    subscribers=[
                        budgets.CfnBudget.SubscriberProperty(subscription_type="EMAIL", address=deployment.alarms_to)
                    ],
                )
                for percent in (80, 100)
            ],
        )


def _trail(scope: Stack, deployment: Deployment, data: Data) -> None:
    """Who called AWS, and who read a person's file."""
    key = data.logs_key
    bucket = private_bucket(
        scope,
        "TrailBucket",
        logs=data.access_logs,
        prefix="trail/",
        lifecycle_rules=[
            s3.LifecycleRule(
                id="six-years",  # HIPAA's documentation, 45 CFR 164.316(b)(2)
                transitions=[s3.Transition(storage_class=s3.StorageClass.GLACIER, transition_after=Duration.days(90))],
                expiration=Duration.days(6 * 366),
            )
        ],
    )
    accept(
        bucket,
        {
            "HIPAA.Security-S3BucketReplicationEnabled": "CloudTrail's own history keeps 90 days beside it; the bucket has versions.",
            "HIPAA.Security-S3DefaultEncryptionKMS": "Each object is encrypted by the trail's own key.",
        },
    )
    name = deployment.name("trail")
    _let_trail_encrypt(key, name)
    trail = cloudtrail.Trail(
        scope,
        "Trail",
        trail_name=name,
        bucket=bucket,
        encryption_key=key,
        is_multi_region_trail=True,
        enable_file_validation=True,
        send_to_cloud_watch_logs=True,
        cloud_watch_log_group=log_group(scope, "TrailLogs", key),
    )
    trail.add_s3_event_selector([cloudtrail.S3EventSelector(bucket=data.files)])


def _let_trail_encrypt(key: kms.IKey, name: str) -> None:
    """What AWS's guide wants of a trail's key, without which the trail cannot be made; the construct adds none of it.

    By the trail's name, for its ARN would make the key need the trail, which needs the key.
    """
    stack = Stack.of(key)
    arn = stack.format_arn(service="cloudtrail", resource="trail", resource_name=name)
    anywhere = stack.format_arn(service="cloudtrail", region="*", resource="trail", resource_name="*")
    ours = {"StringEquals": {"aws:SourceArn": arn}}
    principal = iam.ServicePrincipal("cloudtrail.amazonaws.com")
    context = {"StringLike": {"kms:EncryptionContext:aws:cloudtrail:arn": anywhere}}
    for action, conditions in (("kms:GenerateDataKey*", ours | context), ("kms:DescribeKey", ours)):
        key.add_to_resource_policy(
            iam.PolicyStatement(principals=[principal], actions=[action], resources=["*"], conditions=conditions)
        )

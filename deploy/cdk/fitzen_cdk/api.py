"""API Gateway in front of Fitzen: throttled, validated, cached where nobody could mind, and open to the edge only."""

from aws_cdk import Duration, SecretValue, Size, Stack
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from constructs import Construct

from fitzen_cdk.data import Data
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.functions import log_group, logs_key
from fitzen_cdk.gateway_spec import CACHED, STREAMED, Integrate, Json, cache_keys, gateway_spec
from fitzen_cdk.part import Part
from fitzen_cdk.rules import accept
from fitzen_cdk.traces import sample_gateway

RATE, BURST = 10_000, 5_000
CACHE_FOR = Duration.minutes(5)
STAGE = "v1"
PLANS = {"Trial": (5, 10, 1_000), "Partner": (50, 100, 100_000)}
"""Partners' plans: requests a second, burst, and requests a day."""
COMPRESSED_FROM = Size.kibibytes(1)
"""Answers of this size and more are compressed here: CloudFront compresses nothing that it may not keep. What is streamed is
not: the gateway would have to wait for its end."""
BINARY = ["multipart/form-data", "application/zip", "image/*"]


class Api(Part):
    def __init__(
        self,
        scope: Construct,
        deployment: Deployment,
        *,
        data: Data,
        integrate: Integrate,
    ) -> None:
        # Two documents in one template: without spaces they keep well below the 1 MB that CloudFormation takes.
        super().__init__(scope, deployment, "api", compact=True)
        self.add_stack_dependency(data)  # for the edge's secret, which is named and not referred to
        key = logs_key(self)
        self.log = log_group(self, "AccessLogs", key)
        origin = deployment.web_origin
        cached = deployment.profile != "serverless"
        self.api = apigateway.SpecRestApi(
            self,
            "Api",
            rest_api_name=deployment.name("api"),
            api_definition=apigateway.ApiDefinition.from_inline(gateway_spec(integrate, origin=origin)),
            endpoint_types=[apigateway.EndpointType.REGIONAL],
            binary_media_types=BINARY,
            min_compression_size=COMPRESSED_FROM,
            cloud_watch_role=True,
            fail_on_warnings=True,
            deploy_options=_stage(self.log, cached=cached),
        )
        self.partners = apigateway.SpecRestApi(
            self,
            "Partners",
            rest_api_name=deployment.name("partners"),
            api_definition=apigateway.ApiDefinition.from_inline(gateway_spec(integrate, origin=origin)),
            endpoint_types=[apigateway.EndpointType.REGIONAL],
            binary_media_types=BINARY,
            min_compression_size=COMPRESSED_FROM,
            cloud_watch_role=False,
            fail_on_warnings=True,
            deploy_options=_stage(log_group(self, "PartnersAccessLogs", key), cached=False),
        )
        sample_gateway(self, deployment)
        for name, (rate, burst, daily) in PLANS.items():
            plan = self.partners.add_usage_plan(
                f"{name}Plan",
                name=f"{self.stack_name}-{name.lower()}",
                throttle=apigateway.ThrottleSettings(rate_limit=rate, burst_limit=burst),
                quota=apigateway.QuotaSettings(limit=daily, period=apigateway.Period.DAY),
            )
            plan.add_api_stage(stage=self.partners.deployment_stage)
        _open_to_the_edge(self.api, data.edge_secret)
        why = "Fitzen verifies its own tokens: a second check here would need its key, and could not see that a session ended."
        reasons = {
            "AwsSolutions-APIG4": why,
            "AwsSolutions-COG4": why,
            "AwsSolutions-APIG2": "The document asks for validation of body and parameters everywhere; the rule sees no validator in it.",
            "AwsSolutions-APIG3": "Either API asks for a key: the partners' with quotas, the public one for that of the edge, "
            "where WAF stands; a second list of rules behind it would look at the same requests again, for $6 a month and more.",
            "HIPAA.Security-APIGWSSLEnabled": "The integration is Lambda's by role, or a private load balancer by TLS.",
            "HIPAA.Security-APIGWCacheEnabledAndEncrypted": "Only lists of foods and exercises are cached, encrypted; a log that is "
            "five minutes old is worse than a request.",
            "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]": "AWS's "
            "own role for the gateway's logs of the account; it holds for each gateway that there is.",
        }
        accept(self, reasons)


def lambda_integration(deployment: Deployment, api: lambda_.IFunction, chat: lambda_.IFunction) -> Integrate:
    at = f"arn:aws:apigateway:{deployment.region}:lambda:path"

    def integrate(path: str, method: str, _names: list[str]) -> Json:
        streamed = (path, method) in STREAMED
        made: Json = {
            "type": "aws_proxy",
            "httpMethod": "POST",
            "uri": f"{at}/2021-11-15/functions/{chat.function_arn}/response-streaming-invocations"
            if streamed
            else f"{at}/2015-03-31/functions/{api.function_arn}/invocations",
            "timeoutInMillis": 900_000 if streamed else 29_000,
        }
        if streamed:
            made["responseTransferMode"] = "STREAM"
        if keys := cache_keys(path, method):
            made["cacheKeyParameters"] = keys
        return made

    return integrate


def let_gateways_call(scope: Api, functions: dict[str, lambda_.IFunction]) -> None:
    """Permissions are made beside the APIs, so that the functions' stack does not need this one."""
    for name, function in functions.items():
        for api_name, api in (("Api", scope.api), ("Partners", scope.partners)):
            lambda_.CfnPermission(
                scope,
                f"{api_name}Calls{name}",
                action="lambda:InvokeFunction",
                function_name=function.function_arn,
                principal="apigateway.amazonaws.com",
                source_arn=api.arn_for_execute_api(),
            )


def _open_to_the_edge(api: apigateway.SpecRestApi, secret: SecretValue) -> None:
    """Let nobody in without the key that CloudFront adds to each request, so that nobody goes around the edge's limits.

    The gateway answers 403 itself, and such requests are not billed.
    """
    plan = api.add_usage_plan("EdgePlan", name=f"{Stack.of(api).stack_name}-edge")
    plan.add_api_key(api.add_api_key("EdgeKey", value=secret.unsafe_unwrap()))
    plan.add_api_stage(stage=api.deployment_stage)


def _stage(log: logs.ILogGroup, *, cached: bool) -> apigateway.StageOptions:
    lists = {f"{path}/GET": _cached() for path in CACHED} if cached else None
    return apigateway.StageOptions(
        stage_name=STAGE,
        throttling_rate_limit=RATE,
        throttling_burst_limit=BURST,
        metrics_enabled=False,  # five figures a route at $0.30 each: the dashboard asks the access log instead
        tracing_enabled=True,
        logging_level=apigateway.MethodLoggingLevel.ERROR,
        data_trace_enabled=False,  # bodies are health data
        cache_cluster_enabled=cached,
        cache_cluster_size="0.5" if cached else None,
        caching_enabled=False,
        cache_data_encrypted=True,
        method_options=lists,
        access_log_destination=apigateway.LogGroupLogDestination(log),
        access_log_format=apigateway.AccessLogFormat.custom(_access_log()),
    )


def _cached() -> apigateway.MethodDeploymentOptions:
    return apigateway.MethodDeploymentOptions(caching_enabled=True, cache_ttl=CACHE_FOR, cache_data_encrypted=True)


def _access_log() -> str:
    """One JSON object a request: the route, not the path, which names a person."""
    fields = {
        "request_id": "requestId",
        "trace_id": "xrayTraceId",
        "time": "requestTimeEpoch",
        "method": "httpMethod",
        "route": "resourcePath",
        "status": "status",
        "bytes": "responseLength",
        "latency_ms": "responseLatency",
        "integration_latency_ms": "integrationLatency",
        "error": "error.responseType",
    }
    return "{" + ",".join(f'"{name}":"$context.{field}"' for name, field in fields.items()) + "}"

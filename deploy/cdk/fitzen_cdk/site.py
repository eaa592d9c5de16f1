"""The edge: certificate, WAF, the web app from S3 and the API behind it, under one name."""

from aws_cdk import Duration
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_iam as iam
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_route53_targets as targets
from aws_cdk import aws_s3 as s3
from constructs import Construct

from fitzen_cdk.api import STAGE, Api
from fitzen_cdk.buckets import private_bucket
from fitzen_cdk.data import Data
from fitzen_cdk.deployment import EDGE_REGION, Deployment
from fitzen_cdk.firewall import edge_acl
from fitzen_cdk.functions import logs_key
from fitzen_cdk.gateway_spec import KEY_HEADER
from fitzen_cdk.part import Part
from fitzen_cdk.rules import accept, logical_id

TO_THE_APP = """
function handler(event) {
  var request = event.request;
  if (request.uri.lastIndexOf('.') <= request.uri.lastIndexOf('/')) request.uri = '/index.html';
  return request;
}
"""
"""The web app is one page: what is no file is one of its screens."""


FILES_AGE = Duration.hours(1)


class Guard:
    """What CloudFront takes from us-east-1 alone: the certificate of the domain and the rules before it."""

    def __init__(self, scope: Construct, deployment: Deployment) -> None:
        self.acl_arn = edge_acl(
            scope, "Edge", logs_key(scope), deployment.countries, bots=deployment.knows_bots
        ).attr_arn
        self.certificate = acm.Certificate(
            scope,
            "Certificate",
            domain_name=deployment.domain,
            subject_alternative_names=[f"files.{deployment.domain}"] if deployment.files_public_key else None,
            validation=acm.CertificateValidation.from_dns(_zone(scope, deployment)),
        )


class GuardElsewhere(Part):
    """The same as a stack of its own, where the rest is in another region."""

    def __init__(self, scope: Construct, deployment: Deployment) -> None:
        super().__init__(scope, deployment, "edge-guard", region=EDGE_REGION)
        self.guard = Guard(self, deployment)


class Site(Part):
    def __init__(self, scope: Construct, deployment: Deployment, *, data: Data, api: Api) -> None:
        super().__init__(scope, deployment, "edge")
        here = deployment.region == EDGE_REGION
        guard = Guard(self, deployment) if here else GuardElsewhere(scope, deployment).guard
        zone = _zone(self, deployment)
        self.web = _web_bucket(self, data)
        backend = origins.HttpOrigin(
            f"{api.api.rest_api_id}.execute-api.{deployment.region}.amazonaws.com",
            origin_path=f"/{STAGE}",
            protocol_policy=cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
            origin_ssl_protocols=[cloudfront.OriginSslPolicy.TLS_V1_2],
            read_timeout=Duration.seconds(60),
            keepalive_timeout=Duration.seconds(60),
            custom_headers={KEY_HEADER: data.edge_secret.unsafe_unwrap()},
        )
        forwarded = cloudfront.OriginRequestPolicy(
            self,
            "Forwarded",
            comment="All that a viewer sends, but what decides of a trace: each is paid for",
            header_behavior=cloudfront.OriginRequestHeaderBehavior.deny_list("Host", "X-Amzn-Trace-Id"),
            query_string_behavior=cloudfront.OriginRequestQueryStringBehavior.all(),
            cookie_behavior=cloudfront.OriginRequestCookieBehavior.all(),
        )
        self.distribution = cloudfront.Distribution(
            self,
            "Distribution",
            comment=self.stack_name,
            domain_names=[deployment.domain],
            certificate=guard.certificate,
            minimum_protocol_version=cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
            http_version=cloudfront.HttpVersion.HTTP2_AND_3,
            price_class=cloudfront.PriceClass.PRICE_CLASS_100,
            web_acl_id=guard.acl_arn,
            default_root_object="index.html",
            default_behavior=_web(self, self.web),
            additional_behaviors={path: _api(backend, forwarded) for path in ("/api/*", "/health", "/ready")},
            enable_logging=True,
            log_bucket=data.access_logs,
            log_file_prefix="edge/",
            log_includes_cookies=False,
        )
        _records(self, zone, "", self.distribution)
        if data.readers:
            files = _files(self, deployment, data, data.readers, guard)
            _records(self, zone, "files", files)
        self.publish: iam.ManagedPolicy | None = None
        if deployment.repository:
            self.publish = _publishing(self, self.web, self.distribution)
        accept(
            self.distribution,
            {"AwsSolutions-CFR1": "The list of countries is WAF's, where it is given (`countries=`)."},
        )


def _records(scope: Construct, zone: route53.IHostedZone | None, name: str, to: cloudfront.Distribution) -> None:
    if zone:
        alias = route53.RecordTarget.from_alias(targets.CloudFrontTarget(to))
        for kind, record in (("Ipv4", route53.ARecord), ("Ipv6", route53.AaaaRecord)):
            record(scope, f"{name.title()}{kind}", zone=zone, record_name=name or None, target=alias)


def _files(
    scope: Construct, deployment: Deployment, data: Data, readers: cloudfront.IKeyGroup, guard: Guard
) -> cloudfront.Distribution:
    """People's files, each by a URL that Fitzen signed; browsers keep them for an hour, the edge does not."""
    bucket = s3.Bucket.from_bucket_attributes(  # without its policy, which is the data's (`let_cloudfront_read`)
        scope, "PeoplesFiles", bucket_name=data.files.bucket_name, region=deployment.region
    )
    distribution = cloudfront.Distribution(
        scope,
        "Files",
        comment=f"{deployment.name('files')}",
        domain_names=[f"files.{deployment.domain}"],
        certificate=guard.certificate,
        minimum_protocol_version=cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
        http_version=cloudfront.HttpVersion.HTTP2_AND_3,
        price_class=cloudfront.PriceClass.PRICE_CLASS_100,
        web_acl_id=guard.acl_arn,
        default_behavior=cloudfront.BehaviorOptions(
            origin=origins.S3BucketOrigin.with_origin_access_control(bucket),
            allowed_methods=cloudfront.AllowedMethods.ALLOW_GET_HEAD,
            viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
            trusted_key_groups=[readers],
            cache_policy=cloudfront.CachePolicy(
                scope,
                "FilesCache",
                comment="As the file says; the query, which is the signature, is no part of its name",
                min_ttl=Duration.seconds(0),
                default_ttl=Duration.seconds(0),
                max_ttl=FILES_AGE,
            ),
            response_headers_policy=cloudfront.ResponseHeadersPolicy(
                scope,
                "FilesHeaders",
                cors_behavior=cloudfront.ResponseHeadersCorsBehavior(
                    access_control_allow_credentials=False,
                    access_control_allow_headers=["*"],
                    access_control_allow_methods=["GET", "HEAD"],
                    access_control_allow_origins=[deployment.web_origin],
                    origin_override=True,
                ),
                security_headers_behavior=cloudfront.ResponseSecurityHeadersBehavior(
                    content_type_options=cloudfront.ResponseHeadersContentTypeOptions(override=True),
                    strict_transport_security=cloudfront.ResponseHeadersStrictTransportSecurity(
                        access_control_max_age=Duration.days(365), override=True
                    ),
                ),
            ),
            compress=False,  # photos are compressed already
        ),
        enable_logging=True,
        log_bucket=data.access_logs,
        log_file_prefix="files-edge/",
        log_includes_cookies=False,
    )
    accept(distribution, {"AwsSolutions-CFR1": "The list of countries is WAF's, where it is given (`countries=`)."})
    return distribution


def _publishing(scope: Construct, bucket: s3.IBucket, distribution: cloudfront.IDistribution) -> iam.ManagedPolicy:
    """Put another build of the web app in its place."""
    policy = iam.ManagedPolicy(
        scope,
        "Publish",
        description="Put another build of the web app in its place",
        statements=[
            iam.PolicyStatement(actions=["s3:ListBucket"], resources=[bucket.bucket_arn]),
            iam.PolicyStatement(
                actions=["s3:PutObject", "s3:GetObject", "s3:DeleteObject"], resources=[bucket.arn_for_objects("*")]
            ),
            iam.PolicyStatement(
                actions=["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"],
                resources=[distribution.distribution_arn],
            ),
        ],
    )
    finding = f"AwsSolutions-IAM5[Resource::<{logical_id(bucket)}.Arn>/*]"
    accept(policy, {finding: "The web app has as many files as its build."})
    return policy


def _zone(scope: Construct, deployment: Deployment) -> route53.IHostedZone | None:
    if not deployment.hosted_zone_id:
        return None
    return route53.HostedZone.from_hosted_zone_attributes(
        scope, "Zone", hosted_zone_id=deployment.hosted_zone_id, zone_name=deployment.domain
    )


def _web_bucket(scope: Construct, data: Data) -> s3.Bucket:
    bucket = private_bucket(
        scope,
        "Web",
        logs=data.access_logs,
        prefix="web/",
        lifecycle_rules=[s3.LifecycleRule(id="old-builds", noncurrent_version_expiration=Duration.days(30))],
    )
    accept(
        bucket,
        {
            "HIPAA.Security-S3BucketReplicationEnabled": "The web app is built again from its source at any time.",
            "HIPAA.Security-S3DefaultEncryptionKMS": "It is public: everybody downloads it.",
        },
    )
    return bucket


def _web(scope: Construct, bucket: s3.IBucket) -> cloudfront.BehaviorOptions:
    function = cloudfront.Function(
        scope,
        "ToTheApp",
        code=cloudfront.FunctionCode.from_inline(TO_THE_APP),
        runtime=cloudfront.FunctionRuntime.JS_2_0,
    )
    return cloudfront.BehaviorOptions(
        origin=origins.S3BucketOrigin.with_origin_access_control(bucket),
        viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cache_policy=cloudfront.CachePolicy.CACHING_OPTIMIZED,
        response_headers_policy=cloudfront.ResponseHeadersPolicy.SECURITY_HEADERS,
        compress=True,
        function_associations=[
            cloudfront.FunctionAssociation(function=function, event_type=cloudfront.FunctionEventType.VIEWER_REQUEST)
        ],
    )


def _api(backend: cloudfront.IOrigin, forwarded: cloudfront.IOriginRequestPolicy) -> cloudfront.BehaviorOptions:
    """Nothing of the API is kept at the edge; ETags, and what the gateway has compressed, pass through it."""
    return cloudfront.BehaviorOptions(
        origin=backend,
        allowed_methods=cloudfront.AllowedMethods.ALLOW_ALL,
        viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
        cache_policy=cloudfront.CachePolicy.CACHING_DISABLED,
        origin_request_policy=forwarded,
        response_headers_policy=cloudfront.ResponseHeadersPolicy.SECURITY_HEADERS,
        compress=False,
    )

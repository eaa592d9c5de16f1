import json
from collections.abc import Callable, Sequence

import pytest
from aws_cdk.assertions import Template

from fitzen.mail.links import PATH as MAIL_LINK
from fitzen_cdk.deployment import Deployment, DeploymentError
from fitzen_cdk.gateway_spec import CACHED, OPENAPI, STREAMED, Json, draft4, gateway_spec

type Templates = Callable[..., Template]

SOURCE = json.loads(OPENAPI.read_text())
EDGE_SECRET = "{{resolve:secretsmanager:/fitzen/prod/edge-secret:SecretString:::}}"


def _spec() -> Json:
    return gateway_spec(lambda path, method, names: {"at": [path, method, names]}, origin="https://fitzen.example")


def _routes(paths: Json, skip: Sequence[str] = ()) -> set[tuple[str, str]]:
    return {
        (path, method)
        for path, operations in paths.items()
        for method in operations
        if method in ("get", "post", "put", "patch", "delete") and not path.startswith(tuple(skip))
    }


def test_every_route_but_the_developers_is_at_the_gateway() -> None:
    assert _routes(_spec()["paths"]) == _routes(SOURCE["paths"], skip=["/dev/"])
    assert len(_routes(_spec()["paths"])) > 150


def test_what_is_cached_and_streamed_are_routes() -> None:
    routes = _routes(_spec()["paths"])
    assert {(path, "get") for path in CACHED} <= routes
    assert routes >= STREAMED


def test_every_path_answers_browsers() -> None:
    for path in _spec()["paths"].values():
        answer = path["options"]["x-amazon-apigateway-integration"]["responses"]["default"]["responseParameters"]
        assert answer["method.response.header.Access-Control-Allow-Origin"] == "'https://fitzen.example'"


def test_every_route_asks_for_a_key() -> None:
    spec = _spec()
    assert all(spec["paths"][path][method]["security"] == [{"key": []}] for path, method in _routes(spec["paths"]))
    assert spec["components"]["securitySchemes"]["key"] == {"type": "apiKey", "name": "x-api-key", "in": "header"}


def test_models_are_draft_4_and_all_there() -> None:
    spec = _spec()
    text = json.dumps(spec)
    assert '"const"' not in text
    assert '"null"' not in text
    for name in {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}:
        assert name in spec["components"]["schemas"]
        assert name.isalnum()


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ({"const": "a"}, {"enum": ["a"]}),
        ({"type": "number", "exclusiveMinimum": 0}, {"type": "number", "minimum": 0, "exclusiveMinimum": True}),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, {}),
        ({"type": ["string", "null"]}, {}),
        ({"type": "string", "pattern": "^(?!a)"}, {"type": "string"}),
        ({"type": "number", "multipleOf": 0.1, "title": "T"}, {"type": "number"}),
        ({"$ref": "#/components/schemas/A_B"}, {"$ref": "#/components/schemas/AB"}),
        ({"oneOf": [{"const": 1}, {"const": 2}]}, {"anyOf": [{"enum": [1]}, {"enum": [2]}]}),
    ],
)
def test_draft_4_is_never_narrower(given: object, made: object) -> None:
    assert draft4(given) == made


@pytest.mark.parametrize("profile", ["serverless", "hybrid"])
def test_the_gateway_validates_throttles_and_logs_no_path(template: Templates, profile: str) -> None:
    api = template("api", profile=profile)
    for stage in (each["Properties"] for each in api.find_resources("AWS::ApiGateway::Stage").values()):
        everywhere = next(each for each in stage["MethodSettings"] if each["ResourcePath"] == "/*")
        assert (everywhere["ThrottlingRateLimit"], everywhere["ThrottlingBurstLimit"]) == (10_000, 5_000)
        assert everywhere["DataTraceEnabled"] is False
        assert "$context.path" not in stage["AccessLogSetting"]["Format"]
    for each in api.find_resources("AWS::ApiGateway::RestApi").values():
        assert each["Properties"]["Body"]["x-amazon-apigateway-request-validator"] == "all"


def test_the_gateway_s_own_errors_are_kept_for_30_days_by_our_key(template: Templates) -> None:
    """API Gateway makes a group of this name itself where there is none, without an end and without a key."""
    api = template("api")
    groups = {
        each["Properties"]["LogGroupName"]["Fn::Join"][1][1]["Ref"]: (name, each["Properties"])
        for name, each in api.find_resources("AWS::Logs::LogGroup").items()
        if "LogGroupName" in each["Properties"]
    }
    stages = api.find_resources("AWS::ApiGateway::Stage").values()
    assert len(stages) == len(groups) == 2
    for stage in stages:
        of = stage["Properties"]["RestApiId"]["Ref"]
        name, group = groups[of]
        prefix, _, rest = group["LogGroupName"]["Fn::Join"][1]
        assert (prefix, rest) == ("API-Gateway-Execution-Logs_", f"/{stage['Properties']['StageName']}")
        assert group["RetentionInDays"] == 30
        assert "KmsKeyId" in group
        assert name in stage["DependsOn"]


def test_the_hybrid_caches_foods_and_exercises_for_five_minutes_and_nothing_else(template: Templates) -> None:
    stages = template("api", profile="hybrid").find_resources("AWS::ApiGateway::Stage").values()
    (stage,) = [each["Properties"] for each in stages if each["Properties"].get("CacheClusterEnabled")]
    cached = {each["ResourcePath"]: each for each in stage["MethodSettings"] if each.get("CachingEnabled")}
    assert {path.replace("~1", "/").removeprefix("/").removeprefix("/") for path in cached} == {
        path.removeprefix("/") for path in CACHED
    }
    assert all(each["CacheTtlInSeconds"] == 300 and each["CacheDataEncrypted"] for each in cached.values())


def test_who_is_asked_is_part_of_what_is_cached(template: Templates) -> None:
    apis = template("api", profile="hybrid").find_resources("AWS::ApiGateway::RestApi").values()
    for body in (each["Properties"]["Body"] for each in apis):
        for path in CACHED:
            keys = body["paths"][path]["get"]["x-amazon-apigateway-integration"]["cacheKeyParameters"]
            assert "method.request.header.Authorization" in keys


def test_every_query_of_a_cached_answer_tells_it_apart() -> None:
    for path, queries in CACHED.items():
        asked = {each["name"] for each in SOURCE["paths"][path]["get"].get("parameters", []) if each["in"] == "query"}
        assert asked == set(queries), path


@pytest.mark.parametrize("profile", ["serverless", "hybrid"])
def test_conversations_are_streamed(template: Templates, profile: str) -> None:
    apis = template("api", profile=profile).find_resources("AWS::ApiGateway::RestApi").values()
    for body in (each["Properties"]["Body"] for each in apis):
        made = {
            (path, method)
            for path, method in _routes(body["paths"])
            if body["paths"][path][method]["x-amazon-apigateway-integration"].get("responseTransferMode") == "STREAM"
        }
        assert made == STREAMED


def test_the_hybrid_goes_through_the_link_to_the_listener(template: Templates) -> None:
    apis = template("api", profile="hybrid").find_resources("AWS::ApiGateway::RestApi").values()
    for body in (each["Properties"]["Body"] for each in apis):
        made = body["paths"]["/api/goals/{user_id}/{goal_id}"]["get"]["x-amazon-apigateway-integration"]
        assert made["connectionType"] == "VPC_LINK"
        assert "integrationTarget" in made
        assert set(made["requestParameters"]) == {
            "integration.request.path.user_id",
            "integration.request.path.goal_id",
        }


@pytest.mark.parametrize("profile", ["serverless", "hybrid"])
def test_two_documents_fit_into_a_template(template: Templates, profile: str) -> None:
    assert len(json.dumps(template("api", profile=profile).to_json(), separators=(",", ":"))) < 900_000


def test_partners_have_plans(template: Templates) -> None:
    plans = template("api").find_resources("AWS::ApiGateway::UsagePlan").values()
    quotas = (each["Properties"].get("Quota") for each in plans)
    assert sorted(quota["Limit"] for quota in quotas if quota) == [1_000, 100_000]


def test_each_partner_has_a_key_in_its_plan(template: Templates) -> None:
    api = template("api", of="serverless")
    keys = api.find_resources("AWS::ApiGateway::ApiKey")
    plans = {
        known: each["Properties"]["UsagePlanName"]
        for known, each in api.find_resources("AWS::ApiGateway::UsagePlan").items()
    }
    given = {
        keys[each["Properties"]["KeyId"]["Ref"]]["Properties"]["Name"]: plans[each["Properties"]["UsagePlanId"]["Ref"]]
        for each in api.find_resources("AWS::ApiGateway::UsagePlanKey").values()
        if "Edge" not in each["Properties"]["KeyId"]["Ref"]
    }
    assert given == {
        "fitzen-prod-api-partner-acme": "fitzen-prod-api-partner",
        "fitzen-prod-api-partner-globex": "fitzen-prod-api-partner",
        "fitzen-prod-api-trial-initech": "fitzen-prod-api-trial",
    }
    for key in (each["Properties"] for each in keys.values() if each["Properties"].get("Name") in given):
        assert key["Enabled"] is True
        assert "Value" not in key
    assert not [name for name in api.find_outputs("*") if "Key" in name]


@pytest.mark.parametrize("arguments", [["partners=Acme"], ["partners=acme", "trials=acme"], ["trials=a b"]])
def test_partners_are_named_each_once(arguments: list[str]) -> None:
    with pytest.raises(DeploymentError, match="partners"):
        Deployment.from_arguments(arguments)


@pytest.mark.parametrize("profile", ["serverless", "hybrid", "kubernetes"])
def test_the_public_api_is_open_to_the_edge_only(template: Templates, profile: str) -> None:
    """Each method of it asks for a key; one key alone is in a plan of its stage, and CloudFront says that one."""
    api = template("api", profile=profile)
    keys = api.find_resources("AWS::ApiGateway::ApiKey", {"Properties": {"Value": EDGE_SECRET}})
    ((key, _),) = keys.items()
    plans = {
        each["Properties"]["UsagePlanId"]["Ref"]
        for each in api.find_resources("AWS::ApiGateway::UsagePlanKey").values()
        if each["Properties"]["KeyId"] == {"Ref": key}
    }
    stages = {
        name: each["Properties"]["ApiStages"] for name, each in api.find_resources("AWS::ApiGateway::UsagePlan").items()
    }
    public = {
        name
        for name, each in api.find_resources("AWS::ApiGateway::RestApi").items()
        if each["Properties"]["Name"].endswith("-api")
    }
    of_public = {plan for plan, those in stages.items() if {each["ApiId"]["Ref"] for each in those} & public}
    assert of_public == plans
    assert len(plans) == 1
    (site,) = template("edge", profile=profile).find_resources("AWS::CloudFront::Distribution").values()
    headers = [each.get("OriginCustomHeaders") for each in site["Properties"]["DistributionConfig"]["Origins"]]
    assert [{"HeaderName": "x-api-key", "HeaderValue": EDGE_SECRET}] in headers


def test_the_edge_limits_each_address_and_knows_attacks(template: Templates) -> None:
    (acl,) = template("edge", profile="hybrid", countries=("DE", "AT")).find_resources("AWS::WAFv2::WebACL").values()
    rules = {each["Name"]: each["Statement"] for each in acl["Properties"]["Rules"]}
    rate = rules["RequestsPerIp"]["RateBasedStatement"]
    assert (rate["Limit"], rate["EvaluationWindowSec"], rate["AggregateKeyType"]) == (2_000, 300, "IP")
    assert {
        "AWSManagedRulesCommonRuleSet",
        "AWSManagedRulesKnownBadInputsRuleSet",
        "AWSManagedRulesSQLiRuleSet",
        "AWSManagedRulesBotControlRuleSet",
    } <= set(rules)
    inside = {"GeoMatchStatement": {"CountryCodes": ["DE", "AT"]}}
    assert rules["Countries"]["AndStatement"]["Statements"][0] == {"NotStatement": {"Statement": inside}}


def test_a_mail_providers_server_may_end_mails_for_somebody(template: Templates) -> None:
    """It is a bot in a data centre, and in a country that the list may not have."""
    (acl,) = template("edge", profile="hybrid", countries=("DE", "AT")).find_resources("AWS::WAFv2::WebACL").values()
    rules = {each["Name"]: each["Statement"] for each in acl["Properties"]["Rules"]}
    assert (MAIL_LINK, "post") in _routes(_spec()["paths"])
    for statement in (
        rules["Countries"]["AndStatement"]["Statements"][1],
        rules["AWSManagedRulesCommonRuleSet"]["ManagedRuleGroupStatement"]["ScopeDownStatement"],
        rules["AWSManagedRulesBotControlRuleSet"]["ManagedRuleGroupStatement"]["ScopeDownStatement"],
    ):
        matched = statement["NotStatement"]["Statement"]["ByteMatchStatement"]
        assert (matched["SearchString"], matched["PositionalConstraint"]) == (MAIL_LINK, "EXACTLY")
        assert matched["FieldToMatch"] == {"UriPath": {}}
    for group in ("AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesSQLiRuleSet"):
        assert "ScopeDownStatement" not in rules[group]["ManagedRuleGroupStatement"]


def test_the_gateway_takes_a_link_of_a_mail_whole_and_whatever_is_posted_to_it() -> None:
    for method in ("get", "post"):
        made = _spec()["paths"][MAIL_LINK][method]
        asked = {each["name"]: each["required"] for each in made["parameters"]}
        assert asked == {"user_id": True, "key": True}, "what may be left out passes unnamed"
        assert "requestBody" not in made, "a form, or nothing"
    assert MAIL_LINK not in CACHED


@pytest.mark.parametrize(
    ("switches", "known"),
    [
        ({"profile": "serverless"}, False),
        ({"profile": "hybrid"}, True),
        ({"profile": "serverless", "bot_control": "on"}, True),
        ({"profile": "kubernetes", "bot_control": "off"}, False),
    ],
)
def test_bots_are_known_where_they_are_paid_for(template: Templates, switches: dict[str, str], known: bool) -> None:
    (acl,) = template("edge", **switches).find_resources("AWS::WAFv2::WebACL").values()
    names = [each["Name"] for each in acl["Properties"]["Rules"]]
    assert ("AWSManagedRulesBotControlRuleSet" in names) is known
    assert [each["Priority"] for each in acl["Properties"]["Rules"]] == list(range(len(names)))


def test_the_edge_s_rules_log_what_they_refused_and_nothing_that_somebody_wrote(template: Templates) -> None:
    edge = template("edge", profile="hybrid")
    (logging,) = (each["Properties"] for each in edge.find_resources("AWS::WAFv2::LoggingConfiguration").values())
    assert logging["LoggingFilter"]["DefaultBehavior"] == "DROP"
    (kept,) = logging["LoggingFilter"]["Filters"]
    assert (kept["Behavior"], kept["Conditions"]) == ("KEEP", [{"ActionCondition": {"Action": "BLOCK"}}])
    (acl,) = edge.find_resources("AWS::WAFv2::WebACL").values()
    hidden = acl["Properties"]["DataProtectionConfig"]["DataProtections"]
    assert {each["Action"] for each in hidden} == {"SUBSTITUTION"}
    assert not any(each.get("ExcludeRuleMatchDetails") for each in hidden), "what a rule quotes is hidden too"
    assert sorted([each["Field"]["FieldType"], *each["Field"].get("FieldKeys", [])] for each in hidden) == [
        ["BODY"],
        ["QUERY_STRING"],
        ["SINGLE_HEADER", "authorization"],
        ["SINGLE_HEADER", "cookie"],
    ]


def test_logs_that_have_queries_are_kept_for_30_days(template: Templates) -> None:
    """By prefix, as CloudFront and the balancer write them."""
    kept = {
        rule["Prefix"]: rule["ExpirationInDays"]
        for bucket in template("data", of="hybrid-elsewhere").find_resources("AWS::S3::Bucket").values()
        for rule in bucket["Properties"].get("LifecycleConfiguration", {}).get("Rules", [])
        if "Prefix" in rule and "ExpirationInDays" in rule
    }
    edge = template("edge", of="hybrid-elsewhere").find_resources("AWS::CloudFront::Distribution").values()
    prefixes = {each["Properties"]["DistributionConfig"]["Logging"]["Prefix"] for each in edge}
    (balancer,) = (
        template("app", of="hybrid-elsewhere").find_resources("AWS::ElasticLoadBalancingV2::LoadBalancer").values()
    )
    attributes = {each["Key"]: each["Value"] for each in balancer["Properties"]["LoadBalancerAttributes"]}
    prefixes.add(f"{attributes['access_logs.s3.prefix']}/")
    assert {prefix: kept.get(prefix) for prefix in prefixes} == dict.fromkeys(prefixes, 30)
    assert len(prefixes) == 3


def test_without_a_list_every_country_may_come(template: Templates) -> None:
    (acl,) = template("edge").find_resources("AWS::WAFv2::WebACL").values()
    assert "Countries" not in {each["Name"] for each in acl["Properties"]["Rules"]}


def test_the_gateway_compresses_what_the_edge_may_not_keep(template: Templates) -> None:
    apis = template("api").find_resources("AWS::ApiGateway::RestApi").values()
    assert [each["Properties"]["MinimumCompressionSize"] for each in apis] == [1_024, 1_024]
    (policy,) = template("edge").find_resources("AWS::CloudFront::OriginRequestPolicy").values()
    headers = policy["Properties"]["OriginRequestPolicyConfig"]["HeadersConfig"]
    assert headers["HeaderBehavior"] == "allExcept"
    assert "accept-encoding" not in {each.lower() for each in headers["Headers"]}


def test_the_site_compresses_and_keeps_nothing_of_the_api(template: Templates) -> None:
    (site,) = template("edge").find_resources("AWS::CloudFront::Distribution").values()
    made = site["Properties"]["DistributionConfig"]
    assert made["DefaultCacheBehavior"]["Compress"] is True
    behaviours = {each["PathPattern"]: each for each in made["CacheBehaviors"]}
    assert behaviours["/api/*"]["CachePolicyId"] == "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"  # AWS's CachingDisabled
    assert "POST" in behaviours["/api/*"]["AllowedMethods"]
    (forwarded,) = template("edge").find_resources("AWS::CloudFront::OriginRequestPolicy").values()
    queries = forwarded["Properties"]["OriginRequestPolicyConfig"]["QueryStringsConfig"]
    assert queries == {"QueryStringBehavior": "all"}
    assert made["ViewerCertificate"]["MinimumProtocolVersion"] == "TLSv1.2_2021"
    assert "WebACLId" in made


def test_a_wrong_argument_is_named() -> None:
    for wrong, said in (
        ("profil=hybrid", "the names are"),
        ("profile=mainframe", "profile is one of"),
        ("zones=a", "zones"),
    ):
        with pytest.raises(DeploymentError, match=said):
            Deployment.from_arguments([wrong])

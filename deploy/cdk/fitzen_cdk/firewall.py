"""WAF: the rules before the edge."""

from aws_cdk import RemovalPolicy
from aws_cdk import aws_kms as kms
from aws_cdk import aws_logs as logs
from aws_cdk import aws_wafv2 as wafv2
from constructs import Construct

from fitzen.mail import links as unsubscribing

REQUESTS_PER_IP = 2_000
WINDOW_S = 300
COMMON, BOT_CONTROL = "AWSManagedRulesCommonRuleSet", "AWSManagedRulesBotControlRuleSet"
MANAGED = {
    COMMON: "SizeRestrictions_BODY",  # photos' metadata and imports are longer than 8 KB
    "AWSManagedRulesKnownBadInputsRuleSet": "",
    "AWSManagedRulesSQLiRuleSet": "",
    BOT_CONTROL: "SignalNonBrowserUserAgent",  # the phones' own client is no browser
}
"""AWS's rule groups (cross-site scripting is in the common one) -> the rule of it that only counts."""
NOT_FOR_THE_LINK = frozenset({COMMON, BOT_CONTROL})
"""The groups that may refuse a mail provider's server, which posts for people (RFC 8058): it is a bot in a data centre,
need not name a User-Agent, and Fitzen takes from it only a key of its own. Nor does it stand in the country of who
clicked. The limit by IP holds there as everywhere."""

HIDDEN = (("QUERY_STRING", None), ("BODY", None), ("SINGLE_HEADER", ["authorization"]), ("SINGLE_HEADER", ["cookie"]))
"""What WAF writes nowhere, also not where it quotes what a rule found: words somebody looked for, what they wrote, tokens."""

_Rule = wafv2.CfnWebACL.RuleProperty
_Statement = wafv2.CfnWebACL.StatementProperty


def edge_acl(scope: Construct, name: str, key: kms.IKey, countries: tuple[str, ...], *, bots: bool) -> wafv2.CfnWebACL:
    """For CloudFront, so in us-east-1: limits by IP, AWS's rule groups and, where `countries` are given, only those.

    `bots` is whether Bot Control is among the groups: it costs more than the others together.
    """
    groups = [each for each in MANAGED.items() if bots or each[0] != BOT_CONTROL]
    rules = [_rate_rule(0), *(_managed_rule(number, *each) for number, each in enumerate(groups, start=1))]
    if countries:
        rules.append(_country_rule(len(rules), countries))
    acl = wafv2.CfnWebACL(
        scope,
        name,
        scope="CLOUDFRONT",
        default_action=wafv2.CfnWebACL.DefaultActionProperty(allow={}),
        visibility_config=_visible(name),
        rules=rules,
        data_protection_config=_hidden(),
    )
    _log(scope, name, acl, key)
    return acl


def _rate_rule(priority: int) -> wafv2.CfnWebACL.RuleProperty:
    return _Rule(
        name="RequestsPerIp",
        priority=priority,
        action=wafv2.CfnWebACL.RuleActionProperty(block={}),
        visibility_config=_visible("RequestsPerIp"),
        statement=_Statement(
            rate_based_statement=wafv2.CfnWebACL.RateBasedStatementProperty(
                aggregate_key_type="IP", limit=REQUESTS_PER_IP, evaluation_window_sec=WINDOW_S
            )
        ),
    )


def _managed_rule(priority: int, group: str, counts: str) -> wafv2.CfnWebACL.RuleProperty:
    overrides = [
        wafv2.CfnWebACL.RuleActionOverrideProperty(
            name=counts, action_to_use=wafv2.CfnWebACL.RuleActionProperty(count={})
        )
    ]
    return _Rule(
        name=group,
        priority=priority,
        override_action=wafv2.CfnWebACL.OverrideActionProperty(none={}),
        visibility_config=_visible(group),
        statement=_Statement(
            managed_rule_group_statement=wafv2.CfnWebACL.ManagedRuleGroupStatementProperty(
                vendor_name="AWS",
                name=group,
                rule_action_overrides=overrides if counts else None,
                scope_down_statement=_but_the_link() if group in NOT_FOR_THE_LINK else None,
            )
        ),
    )


def _country_rule(priority: int, countries: tuple[str, ...]) -> wafv2.CfnWebACL.RuleProperty:
    inside = _Statement(geo_match_statement=wafv2.CfnWebACL.GeoMatchStatementProperty(country_codes=list(countries)))
    return _Rule(
        name="Countries",
        priority=priority,
        action=wafv2.CfnWebACL.RuleActionProperty(block={}),
        visibility_config=_visible("Countries"),
        statement=_Statement(
            and_statement=wafv2.CfnWebACL.AndStatementProperty(statements=[_not(inside), _but_the_link()])
        ),
    )


def _hidden() -> wafv2.CfnWebACL.DataProtectionConfigProperty:
    return wafv2.CfnWebACL.DataProtectionConfigProperty(
        data_protections=[
            wafv2.CfnWebACL.DataProtectProperty(
                action="SUBSTITUTION", field=wafv2.CfnWebACL.FieldToProtectProperty(field_type=kind, field_keys=keys)
            )
            for kind, keys in HIDDEN
        ]
    )


def _but_the_link() -> wafv2.CfnWebACL.StatementProperty:
    link = wafv2.CfnWebACL.ByteMatchStatementProperty(
        field_to_match=wafv2.CfnWebACL.FieldToMatchProperty(uri_path={}),
        positional_constraint="EXACTLY",
        search_string=unsubscribing.PATH,
        text_transformations=[wafv2.CfnWebACL.TextTransformationProperty(priority=0, type="NONE")],
    )
    return _not(_Statement(byte_match_statement=link))


def _not(statement: wafv2.CfnWebACL.StatementProperty) -> wafv2.CfnWebACL.StatementProperty:
    return _Statement(not_statement=wafv2.CfnWebACL.NotStatementProperty(statement=statement))


def _log(scope: Construct, name: str, acl: wafv2.CfnWebACL, key: kms.IKey) -> None:
    """What was refused and by which rule, without `HIDDEN`; WAF wants the prefix in the group's name.

    The address and the path stay, though a path may hold a person's id: without them nobody tells an attack from a rule
    that refuses somebody by mistake. What passed is not logged, nor what a rule only counted: that is every request of
    a phone (`MANAGED`). How often a rule counts is among WAF's metrics.
    """
    group = logs.LogGroup(
        scope,
        f"{name}Logs",
        log_group_name=f"aws-waf-logs-{name.lower()}-{scope.node.id}",
        retention=logs.RetentionDays.ONE_MONTH,
        encryption_key=key,
        removal_policy=RemovalPolicy.DESTROY,
    )
    wafv2.CfnLoggingConfiguration(
        scope,
        f"{name}Logging",
        resource_arn=acl.attr_arn,
        log_destination_configs=[group.log_group_arn],
        logging_filter={  # plain JSON: the property's own type loses its names on the way
            "DefaultBehavior": "DROP",
            "Filters": [
                {
                    "Behavior": "KEEP",
                    "Requirement": "MEETS_ANY",
                    "Conditions": [{"ActionCondition": {"Action": "BLOCK"}}],
                }
            ],
        },
    )


def _visible(name: str) -> wafv2.CfnWebACL.VisibilityConfigProperty:
    return wafv2.CfnWebACL.VisibilityConfigProperty(
        cloud_watch_metrics_enabled=True, metric_name=name, sampled_requests_enabled=False
    )

"""The reference's three tables: as printed, again from its own assumptions, and as they should be at list prices."""

from collections.abc import Mapping
from typing import NamedTuple

from fitzen.cost.bill import DAYS, HOURS, MILLION, Bill
from fitzen.cost.measured import ASSUMED, LARGE
from fitzen.cost.prices import Prices
from fitzen.cost.profiles import KB
from fitzen.cost.templates import Profile
from fitzen.cost.workload import like_reference
from fitzen.infra.llm.base import Usage

PRINTED: dict[int, dict[str, float]] = {
    1_000: {
        "API Gateway": 1.05,
        "Fargate": 30.00,
        "DynamoDB": 0.75,
        "S3": 0.40,
        "CloudFront": 1.50,
        "Bedrock": 30.00,
        "Cognito": 0.00,
        "SNS": 10.95,
        "Lambda": 0.00,
        "CloudWatch": 5.00,
        "Secrets Manager": 2.00,
        "Route 53": 0.50,
        "WAF": 5.00,
    },
    10_000: {
        "API Gateway": 10.50,
        "Fargate": 60.00,
        "RDS": 60.00,
        "DynamoDB": 2.25,
        "S3": 3.80,
        "CloudFront": 15.00,
        "Bedrock": 300.00,
        "Cognito": 55.00,
        "SNS": 64.95,
        "Lambda": 0.20,
        "CloudWatch": 20.00,
        "Secrets Manager": 2.00,
        "Route 53": 1.00,
        "WAF": 20.00,
        "Backup": 5.00,
    },
    100_000: {
        "API Gateway": 105.00,
        "Fargate": 150.00,
        "RDS": 450.00,
        "DynamoDB": 22.50,
        "S3": 28.00,
        "CloudFront": 150.00,
        "Bedrock": 3_000.00,
        "Cognito": 550.00,
        "SNS": 645.50,
        "Lambda": 2.00,
        "CloudWatch": 100.00,
        "ElastiCache": 45.00,
        "Secrets Manager": 2.00,
        "Route 53": 5.00,
        "WAF": 50.00,
        "Backup": 20.00,
    },
}
CACHE_FROM = 100_000
"""Users from which on its tables have ElastiCache."""
SECRETS, METRICS, ALARMS, RULES, KEYS = 5, 30, 8, 6, 2
"""What it names: five secrets; what its six widgets show; its alarms; rate, countries, SQL, XSS, known bad inputs and the
common set; a key for its tables and one for its files."""
PRINTED_TOTAL = {1_000: 87.0, 10_000: 620.0, 100_000: 5_325.0}
"""What it prints under its tables, rounded."""
A_CONVERSATION = Usage(5_000, 1_000)
"""What a user's tokens of a month come to in all three tables; it says that a conversation costs $0.02 to $0.05."""


class Configuration(NamedTuple):
    """What the reference's tables configure; counts are a month's, in millions where they say so."""

    tasks: int
    reads: float
    writes: float
    s3_gb: float
    s3_requests: float
    transfer_gb: float
    input_tokens: float
    output_tokens: float
    pushes: float
    sms: float
    invocations: float


CONFIGURED = {
    1_000: Configuration(2, 0.3, 0.1, 10, 0.05, 20, 5, 1, 0.01, 1_000, 0.1),
    10_000: Configuration(4, 1.0, 0.3, 100, 0.5, 200, 50, 10, 0.1, 10_000, 1.0),
    100_000: Configuration(10, 10.0, 3.0, 1_000, 5.0, 2_000, 500, 100, 1.0, 100_000, 10.0),
}


def again(users: int) -> dict[str, float]:
    """Return each line from the unit prices that the reference states; a line without one is as printed.

    It states $3.50 a million calls, $15 a task (all three tables), $3 and $15 a million tokens, 50,000 free users and
    $0.0055, $0.50 a million pushes and $0.00645 an SMS, a million free invocations and $0.20, $0.40 a secret, $0.023 a
    GB and $0.005 a thousand requests to S3. $0.075 a GB of CloudFront, and writes to DynamoDB at $7.50 a million with
    reads free, are what its three tables agree on.
    """
    has, printed = CONFIGURED[users], PRINTED[users]
    worked = {
        "API Gateway": users * 10 * DAYS / MILLION * 3.50,
        "Fargate": has.tasks * 15.0,
        "DynamoDB": has.writes * 7.50,
        "S3": has.s3_gb * 0.023 + has.s3_requests * 1000 * 0.005,
        "CloudFront": has.transfer_gb * 0.075,
        "Bedrock": has.input_tokens * 3.0 + has.output_tokens * 15.0,
        "Cognito": max(0, users - 50_000) * 0.0055,
        "SNS": has.pushes * 0.50 + has.sms * 0.00645,
        "Lambda": max(0.0, has.invocations - 1) * 0.20,
        "Secrets Manager": 5 * 0.40,
    }
    return {service: worked.get(service, usd) for service, usd in printed.items()}


def corrected(users: int, prices: Prices) -> Bill:
    """Return what the reference's own architecture costs at list prices, with what its tables leave out.

    Raises MissingPriceError.
    """
    made = Bill(f"the reference at list prices, {users:,} users", prices)
    has, work = CONFIGURED[users], like_reference(users)
    millions = work.requests / MILLION
    made.add("API Gateway", "REST requests", "apigateway.rest", millions)
    made.add("API Gateway", "the 5-minute cache it asks for", "apigateway.cache_hour", HOURS)
    made.add("Fargate", "vCPU", "fargate.x86.vcpu_hour", has.tasks * 0.5 * HOURS, "x86: it does not say Graviton")
    made.add("Fargate", "memory", "fargate.x86.gb_hour", has.tasks * 1.0 * HOURS)
    _databases(made, users, has)
    made.add("S3", "photos", "s3.standard_gb", has.s3_gb)
    made.add("S3", "writes", "s3.put", has.s3_requests * ASSUMED.puts)
    made.add("S3", "reads", "s3.get", has.s3_requests * (1 - ASSUMED.puts))
    made.add("CloudFront", "transfer", "cloudfront.out_gb", has.transfer_gb)
    made.add("CloudFront", "requests", "cloudfront.requests", millions + has.s3_requests)
    usd = made.prices.model(LARGE, A_CONVERSATION) * has.input_tokens * MILLION / A_CONVERSATION.input_tokens
    why = "Claude 3.5 Sonnet is retired; the same tokens with the model of today, without cache"
    made.add_priced("Bedrock", "tokens", has.input_tokens + has.output_tokens, "million tokens", usd, why)
    made.add("Cognito", "active users, Essentials", "cognito.essentials", users, "the default; 10,000 are free")
    made.add("SNS", "push", "sns.mobile_push", has.pushes)
    made.add("SNS", "SMS", "sms.us", has.sms)
    made.add("SNS", "SMS: carriers", "sms.us_carrier", has.sms)
    made.add("SNS", "a number to send from", "sms.toll_free_number", 1)
    made.add("Lambda", "invocations", "lambda.requests", has.invocations)
    _watching(made, millions)
    made.add("Secrets Manager", "secrets", "secrets.secret", SECRETS)
    made.add("Route 53", "zone", "route53.zone", 1)
    made.add("Route 53", "queries", "route53.queries", millions / 10)
    _firewall(made, millions + has.s3_requests)
    _left_out(made, has, work.requests)
    return made


def _databases(made: Bill, users: int, has: Configuration) -> None:
    made.add("DynamoDB", "writes", "dynamodb.write", has.writes, "its counts, one unit each: real ones take more")
    made.add("DynamoDB", "reads", "dynamodb.read", has.reads)
    sizes = {10_000: ("rds.t4g_small_multi_az_hour", 20), 100_000: ("rds.r6g_large_multi_az_hour", 200)}
    if users in sizes:
        price, gb = sizes[users]
        made.add("RDS", "Multi-AZ", price, HOURS)
        made.add("RDS", "its read replica", price, HOURS / 2, "configured, not in the table: half of a Multi-AZ")
        made.add("RDS", "storage", "rds.gp3_multi_az_gb", gb * 1.5, f"{gb} GB in two zones, and the replica's")
        made.add("Backup", "vault", "backup.gb", gb)
    if users >= CACHE_FROM:
        made.add("ElastiCache", "two nodes", "elasticache.t4g_small_hour", 2 * HOURS)


def _watching(made: Bill, millions: float) -> None:
    gb = millions * ASSUMED.log_kb
    made.add("CloudWatch", "logs", "cloudwatch.logs_gb", gb)
    made.add("CloudWatch", "metrics of its six widgets", "cloudwatch.metric", METRICS)
    made.add("CloudWatch", "alarms", "cloudwatch.alarm", ALARMS)
    first = min(millions, DAYS * 86_400 / MILLION)
    sampled = first + 0.05 * (millions - first)
    made.add("X-Ray", "traces", "xray.traces", sampled, "its default: one a second, and 5 % of the rest")


def _firewall(made: Bill, requests: float) -> None:
    made.add("WAF", "web ACL", "waf.acl", 1)
    made.add("WAF", "rules", "waf.rule", RULES)
    made.add("WAF", "requests", "waf.requests", requests)
    made.add("WAF", "Bot Control", "waf.bot", 1, "its rules have it at every size")
    made.add("WAF", "Bot Control's requests", "waf.bot_requests", requests)


def _left_out(made: Bill, has: Configuration, requests: float) -> None:
    asked_gb = has.input_tokens * 4 / 1000
    store_gb = requests * 30 * KB
    made.add("NAT", "two gateways", "nat.hour", 2 * HOURS, "its network says NAT; the tables do not")
    made.add("NAT", "what models are asked", "nat.gb", asked_gb)
    made.add("Load balancer", "ALB", "alb.hour", HOURS, "a REST API reaches tasks through one")
    made.add("Load balancer", "capacity", "alb.lcu_hour", max(requests / (DAYS * 86_400) / 25, 0.01) * HOURS)
    made.add("Public IPv4", "of the NAT gateways", "ipv4.hour", 2 * HOURS)
    made.add("Between zones", "half of tasks' traffic", "transfer.az_gb", 2 * store_gb / 2, "30 KB a request")
    made.add("KMS", "keys", "kms.key", KEYS)
    made.add("KMS", "calls", "kms.calls", has.s3_requests)
    made.add("CloudTrail", "who touched photos", "cloudtrail.data_events", has.s3_requests)
    made.add("Delivery", "builds", "codebuild.minute", ASSUMED.build_minutes)
    made.add("Delivery", "images", "ecr.gb", ASSUMED.image_gb)


class Finding(NamedTuple):
    """A line of a table that is wrong: as printed, by its own assumptions, at list prices (None: not in the table)."""

    service: str
    printed: float | None
    again: float | None
    should_be: float
    why: str


WHY: Mapping[str, str] = {
    "API Gateway": "the calls are right; the cache it asks for costs by the hour and is not counted",
    "Fargate": "$15 a task is neither: 0.5 vCPU and 1 GB are $18.02 on x86 and $14.42 on Graviton",
    "DynamoDB": "its tables agree only on free reads and $7.50 a million writes; the list says $0.125 and $0.625",
    "RDS": "the read replica of its configuration and the storage are missing",
    "S3": "its own prices give more, as if every request were a write; nine of ten are reads",
    "CloudFront": "the first TB a month is free; requests beyond 10 million are not",
    "Bedrock": "Claude 3.5 Sonnet is retired; Claude Sonnet 5.5 costs $2 and $10",
    "Cognito": "priced against its own 50,000 free users; today 10,000 are free, then $0.015 (Essentials, the default)",
    "SNS": "its own prices give $6.46 and $64.55 in the smaller tables; carriers' fees and a number are missing",
    "Lambda": "the first million is free at every size",
    "CloudWatch": "round figures without a quantity behind them",
    "ElastiCache": "close to two cache.t4g.small",
    "Secrets Manager": "right",
    "Route 53": "queries are a tenth of requests; the rest was rounded up",
    "WAF": "a web ACL alone is $5: its six rules, its requests and Bot Control come on top",
    "Backup": "the vault of RDS alone",
    "X-Ray": "described, and in no table",
    "NAT": "described (private subnets with NAT), and in no table",
    "Load balancer": "nothing leads to the tasks without one",
    "Public IPv4": "each public address costs by the hour since February 2024",
    "Between zones": "two zones talk to each other for money",
    "KMS": "encryption with keys of one's own, for health data",
    "CloudTrail": "who read which photo is what an audit asks",
    "Delivery": "CodeBuild and ECR are described, and in no table",
}


def findings(users: int, prices: Prices) -> list[Finding]:
    """Return every line, the ones that are missing too. Raises MissingPriceError."""
    printed, own = PRINTED[users], again(users)
    right = corrected(users, prices).by_service()
    services = list(dict.fromkeys((*printed, *right)))
    return [
        Finding(service, printed.get(service), own.get(service), right.get(service, 0.0), WHY[service])
        for service in services
    ]


OPTIONS: Mapping[Profile, tuple[int, float, float]] = {
    "serverless": (1_000, 20.0, 40.0),
    "hybrid": (10_000, 500.0, 700.0),
    "kubernetes": (10_000, 800.0, 1_200.0),
}
"""What the reference says of its three options: for so many users, from and to, US dollars a month."""

"""The monthly bill of each profile, line by line, from a workload."""

from collections.abc import Callable
from math import ceil
from types import MappingProxyType
from typing import NamedTuple

from fitzen.cost import templates
from fitzen.cost.bill import DAYS, HOURS, MILLION, Bill
from fitzen.cost.measured import ASSUMED, LARGE, MEASURED, SMALL, Assumed, Measured
from fitzen.cost.prices import Prices
from fitzen.cost.templates import Pieces, Profile
from fitzen.cost.workload import Workload
from fitzen.infra.llm.base import Usage
from fitzen.infra.telemetry.emf import UNITS

RUNS_AN_HOUR = 86
"""Of the jobs, as `fitzen.jobs.table.JOBS` has their minutes."""
KB, MB = 1e-6, 1e-3
"""In gigabytes."""


class Basis(NamedTuple):
    """What a bill is worked out from."""

    work: Workload
    measured: Measured = MEASURED
    assumed: Assumed = ASSUMED
    pieces: Pieces = MappingProxyType({})
    """What the profile's templates have, by the names of prices."""
    inside: bool = False
    """Whether there is a network of ours, whose flows are logged."""

    @property
    def millions(self) -> float:
        return self.work.requests / MILLION

    @property
    def messages(self) -> float:
        return self.work.messages(self.measured)

    @property
    def cpu_ms(self) -> float:
        """CPU a request on Graviton, in the mean of reads and writes."""
        writes = self.work.writes
        return self.assumed.arm_slower * (self.measured.read_ms * (1 - writes) + self.measured.write_ms * writes)

    @property
    def streams_at_peak(self) -> float:
        """Answers of the coach at once in the busiest hour."""
        return self.messages / (DAYS * 86_400) * self.work.peak * self.assumed.stream_s

    @property
    def static_millions(self) -> float:
        got = self.work.photo_requests * (1 - self.assumed.puts)
        return (self.work.users * self.assumed.assets_a_user + got) / MILLION

    @property
    def api_gb(self) -> float:
        return self.work.requests * self.assumed.api_kb * KB

    @property
    def store_gb(self) -> float:
        """What DynamoDB keeps once a person has been there for as long as is kept, indexes included."""
        kept = self.work.requests * self.work.writes * self.assumed.kept_months
        return kept * self.assumed.record_kb * self.assumed.index_factor * KB


def bill(profile: Profile, work: Workload, prices: Prices, assumed: Assumed = ASSUMED) -> Bill:
    """Return a month's bill. Raises MissingPriceError."""
    basis = Basis(work, assumed=assumed, pieces=templates.load()[profile], inside=profile != "serverless")
    made = Bill(f"{profile}, {work.users:,} users", prices)
    for part in PARTS[profile]:
        part(made, basis)
    return made


def edge(made: Bill, basis: Basis) -> None:
    """CloudFront, WAF and DNS, paid by use."""
    requests = basis.millions + basis.static_millions
    made.add("CloudFront and WAF", "transfer to people", "cloudfront.out_gb", basis.work.transfer_gb)
    made.add("CloudFront and WAF", "HTTPS requests", "cloudfront.requests", requests)
    made.add("CloudFront and WAF", "web ACL", "waf.acl", basis.pieces["waf.acl"])
    made.add("CloudFront and WAF", "rules", "waf.rule", basis.pieces["waf.rule"])
    made.add("CloudFront and WAF", "requests looked at", "waf.requests", requests)
    if bots := basis.pieces["waf.bot"]:
        made.add("CloudFront and WAF", "Bot Control", "waf.bot", bots)
        made.add("CloudFront and WAF", "Bot Control's requests", "waf.bot_requests", requests)
    made.add("Route 53", "hosted zone", "route53.zone", 1)
    made.add("Route 53", "queries", "route53.queries", basis.millions / 10, "names are kept for some requests")


def gateway(made: Bill, basis: Basis) -> None:
    made.add("API Gateway", "REST requests", "apigateway.rest", basis.millions)
    if caches := basis.pieces["apigateway.cache_hour"]:
        made.add("API Gateway", "cache", "apigateway.cache_hour", caches * HOURS, "of foods and exercises alone")


def functions(made: Bill, basis: Basis) -> None:
    """The whole API as one function, billed while it waits for DynamoDB and while the coach speaks."""
    assumed = basis.assumed
    each_s = (basis.cpu_ms / assumed.lambda_vcpu + assumed.store_wait_ms) / 1000
    api = basis.work.requests * (each_s + assumed.cold_share * assumed.cold_s) * assumed.lambda_gb
    talk = basis.messages * assumed.stream_s * assumed.lambda_gb
    made.add("Lambda", "requests", "lambda.requests", basis.millions)
    made.add("Lambda", "time of the API", "lambda.arm.gb_second", api, f"{each_s * 1000:.0f} ms a request at 0.5 GB")
    made.add("Lambda", "time of the coach", "lambda.arm.gb_second", talk, f"{assumed.stream_s:.0f} s an answer")


def tasks_needed(rps: float, streams: float, vcpu: float, basis: Basis) -> int:
    """Return tasks of `vcpu` for so many requests a second and streams at once, two at least: one for each zone."""
    busy = rps * basis.cpu_ms / 1000 + streams * basis.measured.stream_ms_a_second * basis.assumed.arm_slower / 1000
    return max(2, ceil(busy / (vcpu * basis.assumed.target)))


def _mean_tasks(rps: float, streams: float, vcpu: float, basis: Basis) -> float:
    peak, work = tasks_needed(rps, streams, vcpu, basis), basis.work
    mean = tasks_needed(rps / work.peak, streams / work.peak, vcpu, basis)
    share = basis.assumed.peak_hours / 24
    return peak * share + mean * (1 - share)


def containers(made: Bill, basis: Basis) -> None:
    """Two services on Fargate (Graviton), in public subnets behind closed groups: no NAT."""
    api = _mean_tasks(basis.work.peak_rps, 0, 0.5, basis)
    chat = _mean_tasks(0, basis.streams_at_peak, 0.5, basis)
    why = f"{basis.cpu_ms:.1f} ms of CPU a request, {basis.work.peak_rps:.1f} a second at the peak"
    made.add("Fargate", "API: vCPU", "fargate.arm.vcpu_hour", api * 0.5 * HOURS, f"{api:g} tasks of 0.5; {why}")
    made.add(
        "Fargate", "API: memory", "fargate.arm.gb_hour", api * 1.0 * HOURS, "1 GB each, with the collector of traces"
    )
    why = f"{chat:g} tasks of 0.5; {basis.streams_at_peak:.1f} answers at once at the peak"
    made.add("Fargate", "coach: vCPU", "fargate.arm.vcpu_hour", chat * 0.5 * HOURS, why)
    made.add("Fargate", "coach: memory", "fargate.arm.gb_hour", chat * 1.0 * HOURS, "1 GB each")
    made.add("Network", "public addresses of tasks", "ipv4.hour", (api + chat) * HOURS, "instead of two NAT gateways")
    _balancer(made, basis)
    _jobs_functions(made, basis)


def _balancer(made: Bill, basis: Basis) -> None:
    made.add("Load balancer", "ALB", "alb.hour", HOURS, "internal: it has no public address")
    capacity = max(basis.work.mean_rps / 25, basis.api_gb / HOURS)
    made.add("Load balancer", "capacity", "alb.lcu_hour", capacity * HOURS, "each request on a connection of its own")


def cluster(made: Bill, basis: Basis) -> None:
    """EKS on three nodes of Graviton at least, private, as the reference has it: NAT in two zones."""
    api = tasks_needed(basis.work.peak_rps, basis.streams_at_peak, 0.5, basis)
    nodes = max(3, ceil((api + 4) * 0.5 / 1.6))
    made.add("EKS", "control plane", "eks.cluster_hour", HOURS)
    made.add("EKS", "nodes t4g.medium", "ec2.t4g_medium_hour", nodes * HOURS, f"{nodes} nodes of 2 vCPU and 4 GB")
    made.add("EKS", "disks", "ebs.gp3_gb", nodes * 20)
    seen = nodes * basis.assumed.node_observations
    made.add("CloudWatch", "Container Insights", "cloudwatch.observations", seen, "of nodes and pods (assumed)")
    asked_gb = basis.work.input_tokens * 4 * KB / 1000
    made.add("Network", "NAT gateways", "nat.hour", 2 * HOURS)
    made.add("Network", "NAT: what models are asked", "nat.gb", asked_gb, "4 bytes a token")
    made.add("Network", "public addresses of NAT", "ipv4.hour", 2 * HOURS)
    made.add("Network", "between zones", "transfer.az_gb", 2 * (basis.api_gb * 6 + asked_gb) / 2, "half of the calls")
    made.add("Cache", "Valkey: data", "valkey.gb_hour", max(0.1, basis.work.users * KB) * HOURS)
    made.add("Cache", "Valkey: commands", "valkey.ecpu", 2 * basis.millions)
    _balancer(made, basis)


def outbound(made: Bill, basis: Basis) -> None:
    made.add("Network", "to Expo, Google and Apple", "transfer.out_gb", basis.work.pushes * 2 * KB, "2 KB a push")


def dynamodb(made: Bill, basis: Basis) -> None:
    work, measured = basis.work, basis.measured
    writes = work.requests * work.writes * measured.write_units
    nights = work.users * DAYS * 2 * measured.single_write_units
    told = work.pushes * 3 * measured.single_write_units
    for what, units, why in (
        ("writes of people", writes, f"{measured.write_units:g} units a write: a workout 64, a weight 7"),
        ("writes of jobs", nights + told, "two a person and day, three a push"),
    ):
        made.add("Database", what, "dynamodb.write", units / MILLION, why)
    reads = work.requests * measured.read_units + work.users * DAYS * 2
    made.add("Database", "reads", "dynamodb.read", reads / MILLION, f"{measured.read_units:g} units a request")
    made.add("Database", "data and indexes", "dynamodb.gb", basis.store_gb, "a year of records")
    made.add("Database", "restore to any second", "dynamodb.pitr_gb", basis.store_gb)
    _backup(made, basis.store_gb)


def chats(made: Bill, basis: Basis) -> None:
    """Conversations, which are in DynamoDB in each profile."""
    units = basis.messages * 4 * basis.measured.single_write_units
    why = "question, answer, and the budget twice"
    made.add("Database", "writes of the coach", "dynamodb.write", units / MILLION, why)


def aurora(made: Bill, basis: Basis) -> None:
    """Aurora Serverless v2, a writer and a reader in two zones, 0.5 ACU each at least."""
    acu = 2 * max(0.5, basis.work.mean_rps * basis.assumed.peak_hours / 24)
    gb = basis.store_gb / basis.assumed.index_factor * 1.5
    made.add("Database", "Aurora: capacity", "aurora.acu_hour", acu * HOURS, f"{acu:.1f} ACU in the mean (assumed)")
    made.add("Database", "Aurora: data", "aurora.gb", gb)
    made.add("Database", "Aurora: I/O", "aurora.io", basis.millions * 4)
    _backup(made, gb)


def _backup(made: Bill, gb: float) -> None:
    made.add("Backup", "vault and copy in another region", "backup.gb", 2 * gb)
    made.add("Backup", "to the other region", "transfer.region_gb", gb, "a month's full copy")


def photos(made: Bill, basis: Basis) -> None:
    work, recent = basis.work, basis.assumed.recent_photos
    puts = work.photo_requests * basis.assumed.puts / MILLION
    made.add("S3", "of the last 90 days", "s3.standard_gb", work.photos_gb * recent)
    made.add("S3", "older, infrequent access", "s3.ia_gb", work.photos_gb * (1 - recent))
    made.add("S3", "writes", "s3.put", puts)
    made.add("S3", "reads", "s3.get", work.photo_requests / MILLION - puts)


def coach(made: Bill, basis: Basis) -> None:
    """Tokens as they were measured: how they fall on cache and models is the replayed conversations' share."""
    work, plain = basis.work, basis.measured.plain
    read, written = work.input_tokens / plain.input_tokens, work.output_tokens / plain.output_tokens
    for name, model, part in (
        ("large model", LARGE, basis.measured.large),
        ("small model", SMALL, basis.measured.small),
    ):
        inputs = {"input": part.input_tokens, "cached": part.cached_tokens, "cache_write": part.cache_write_tokens}
        usd = _usd(made.prices, model, part, read, written)
        millions = (sum(inputs.values()) * read + part.output_tokens * written) / MILLION
        cached = part.cached_tokens / sum(inputs.values())
        why = f"{cached:.0%} of what it reads is from the cache"
        made.add_priced("Bedrock", name, millions, "million tokens", usd, why)


def _usd(prices: Prices, model: str, part: Usage, read: float, written: float) -> float:
    """Price the means: a call of the small model stays below the prompt from which on it has other prices."""
    reading = part._replace(output_tokens=0)
    writing = Usage(0, part.output_tokens)
    calls = max(1, round((part.input_tokens + part.cached_tokens + part.cache_write_tokens) / 20_000))
    return read * prices.model(model, _divided(reading, calls)) * calls + written * prices.model(model, writing)


def _divided(usage: Usage, by: int) -> Usage:
    return Usage(
        round(usage.input_tokens / by),
        round(usage.output_tokens / by),
        round(usage.cached_tokens / by),
        cache_write_tokens=round(usage.cache_write_tokens / by),
    )


def identity(made: Bill, basis: Basis) -> None:
    why = f"{basis.work.sign_ins:.0%} sign in in a month; Fitzen's own sessions ask Cognito nothing"
    made.add("Cognito", "active users, Lite", "cognito.lite", basis.work.users * basis.work.sign_ins, why)


def messages(made: Bill, basis: Basis) -> None:
    work = basis.work
    made.add("Messages", "SMS", "sms.us", work.sms, "codes for those who sign in by phone")
    made.add("Messages", "SMS: carriers", "sms.us_carrier", work.sms)
    made.add("Messages", "toll-free number", "sms.toll_free_number", 1)
    made.add("Messages", "email", "ses.email", work.emails / 1000, "codes, and a week's report")


def _jobs_functions(made: Bill, basis: Basis) -> None:
    runs = RUNS_AN_HOUR * 24 * DAYS
    handled = basis.work.pushes + basis.work.users * DAYS * 2
    seconds = runs * 0.2 + handled * 3 * basis.cpu_ms / 1000 / basis.assumed.lambda_vcpu
    made.add("Lambda", "runs of jobs", "lambda.requests", runs / MILLION, "reminders each minute")
    made.add("Lambda", "time of jobs", "lambda.arm.gb_second", seconds * basis.assumed.lambda_gb)
    made.add("CloudWatch", "X-Ray traces of jobs", "xray.traces", runs / MILLION, "Lambda records each run")


def timers(made: Bill, basis: Basis) -> None:
    del basis
    made.add("Jobs", "EventBridge Scheduler", "scheduler.invocations", RUNS_AN_HOUR * 24 * DAYS / MILLION)


def observability(made: Bill, basis: Basis) -> None:
    assumed, pieces = basis.assumed, basis.pieces
    gb = basis.work.requests * assumed.log_kb * KB + basis.millions * assumed.refused * assumed.waf_log_kb
    if basis.inside:
        gb += basis.millions * assumed.flow_log_kb
    made.add("CloudWatch", "logs", "cloudwatch.logs_gb", gb)
    made.add("CloudWatch", "logs kept 30 days", "cloudwatch.logs_kept_gb", gb * assumed.logs_compressed)
    made.add("CloudWatch", "metrics of our own", "cloudwatch.metric", len(UNITS))
    if insights := pieces["cloudwatch.metric"]:
        made.add("CloudWatch", "Container Insights", "cloudwatch.metric", insights, "a cluster and two services")
    made.add("CloudWatch", "alarms", "cloudwatch.alarm", pieces["cloudwatch.alarm"])
    made.add("CloudWatch", "dashboard", "cloudwatch.dashboard", pieces["cloudwatch.dashboard"])
    why = f"{assumed.traced:.0%} of requests"
    made.add("CloudWatch", "X-Ray traces", "xray.traces", basis.millions * assumed.traced, why)


def keys_and_trails(made: Bill, basis: Basis) -> None:
    asked = basis.work.photo_requests / MILLION
    made.add("Security", "KMS keys", "kms.key", basis.pieces["kms.key"])
    made.add("Security", "KMS calls", "kms.calls", asked / 10 + 0.01, "bucket keys spare nine of ten")
    made.add("Security", "secrets", "secrets.secret", basis.pieces["secrets.secret"])
    made.add("Security", "secrets: calls", "secrets.calls", 0.01)
    made.add(
        "Security", "CloudTrail, who touched photos", "cloudtrail.data_events", asked, "management events are free"
    )


def delivery(made: Bill, basis: Basis) -> None:
    made.add("Delivery", "pipeline", "codepipeline.minute", basis.assumed.build_minutes, "V2: by its actions' minutes")
    made.add("Delivery", "builds", "codebuild.minute", basis.assumed.build_minutes)
    made.add("Delivery", "images", "ecr.gb", basis.assumed.image_gb)


type Part = Callable[[Bill, Basis], None]
_ALL: tuple[Part, ...] = (
    chats,
    photos,
    coach,
    identity,
    messages,
    timers,
    outbound,
    observability,
    keys_and_trails,
    delivery,
)
PARTS: dict[Profile, tuple[Part, ...]] = {
    "serverless": (edge, gateway, functions, _jobs_functions, dynamodb, *_ALL),
    "hybrid": (edge, gateway, containers, dynamodb, *_ALL),
    "kubernetes": (edge, gateway, cluster, aurora, *_ALL),
}

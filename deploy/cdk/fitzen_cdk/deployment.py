"""What one deployment is: its profile and its switches, from arguments `name=value`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal, Self, get_args

Profile = Literal["serverless", "hybrid", "kubernetes"]
Egress = Literal["public", "nat"]
Database = Literal["dynamodb", "postgres"]
Cache = Literal["none", "valkey"]
Web = Literal["cloudfront", "amplify"]
Approval = Literal["no", "yes"]
Size = Literal["start", "medium", "large"]
Traces = Literal["on", "off"]
BotControl = Literal["", "on", "off"]
EDGE_REGION = "us-east-1"
"""Where CloudFront's certificate and WAF are, whatever the region of the rest."""
HOURS = re.compile(r"(1?\d|2[0-3])-(1?\d|2[0-3])")


class DeploymentError(Exception):
    """An argument is missing or wrong; the message says which and what may be given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """One attribute an argument; lists are comma-separated."""

    profile: Profile = "serverless"
    stage: str = "prod"
    """Part of every stack's name, so that two may live in one account."""
    region: str = "us-east-1"
    zones: tuple[str, ...] = ("a", "b")
    """Letters of the availability zones: given, not asked for, so that synth needs no account."""
    egress: Egress = "public"
    """How the tasks reach Google's and Apple's keys and Expo: see docs/decisions/0020-egress.md. EKS always by NAT."""
    database: Database = "dynamodb"
    """Of hybrid: `postgres` is RDS in two zones with a replica. Kubernetes always has Aurora PostgreSQL."""
    cache: Cache = "none"
    """Of hybrid: `valkey` is ElastiCache Serverless. Kubernetes always has it."""
    cluster_admin_cidrs: tuple[str, ...] = ()
    """Of kubernetes: who may reach the cluster's endpoint from outside; without any it is private."""
    domain: str = "fitzen.example"
    hosted_zone_id: str = ""
    """Route 53's; without it the certificate's and the site's records are the operator's to make."""
    countries: tuple[str, ...] = ()
    """ISO 3166 codes that may reach Fitzen; everybody when empty."""
    bot_control: BotControl = ""
    """WAF's, $10 a month and $1 a million requests beyond ten: `on` or `off`. Left out: off in serverless, which is for a
    small start, as the reference has it from 100,000 users on."""
    alarms_to: str = "operations@fitzen.example"
    backup_region: str = "us-west-2"
    replica_regions: tuple[str, ...] = ()
    """DynamoDB global tables."""
    files_replica_region: str = ""
    """Another region into which S3 copies people's files as they come; backups are copied daily anyway."""
    files_public_key: str = ""
    """A file with the public key, in PEM, by which CloudFront knows signed URLs of files: then files.DOMAIN gives them out."""
    size: Size = "start"
    """Of each of hybrid's tasks, and of RDS: half, one or two processors. More of them come by themselves; a larger one is for what one request needs."""
    peak_hours: str = ""
    """Of hybrid, FROM-TO in UTC, such as 5-9: hours of each day in which there are `peak_tasks` at least."""
    peak_tasks: int = 6
    traces: Traces = "on"
    """Of hybrid and kubernetes: a collector beside each task and pod, and 5% of requests in X-Ray with what the store and
    the models took. Functions and the gateway are traced by AWS itself, with either."""
    image_tag: str = "unreleased"
    """Of the image in ECR that the functions and the tasks run; the pipeline gives it."""
    repository: str = ""
    """OWNER/NAME on GitHub. With it there is a delivery stack: a role for its workflow, or a pipeline of our own."""
    branch: str = "main"
    connection_arn: str = ""
    """CodeConnections' to GitHub, which somebody allowed in the console: then CodePipeline delivers, else GitHub does."""
    approval: Approval = "no"
    """Of the pipeline: whether somebody must say yes before it deploys. GitHub's is in its environment's settings."""
    web: Web = "cloudfront"
    """`amplify`: the web app by Amplify Hosting at app.DOMAIN, with a preview for each pull request."""
    google_client_ids: tuple[str, ...] = ()
    apple_client_ids: tuple[str, ...] = ()
    apple_team_id: str = ""
    apple_key_id: str = ""
    """Both of Apple's sign-in key, without which the pool cannot link accounts of Apple's."""
    output: str = ""
    """The folder of the cloud assembly; cdk.out/PROFILE by default."""

    @classmethod
    def from_arguments(cls, arguments: Sequence[str]) -> Self:
        known = {each.name: each.default for each in fields(cls)}
        given: dict[str, object] = {}
        for argument in arguments:
            name, equals, text = argument.partition("=")
            if not equals or name not in known:
                raise DeploymentError(f"{argument}: give name=value; the names are {', '.join(sorted(known))}.")
            given[name] = _parse(text, known[name])
        return cls(**given)  # type: ignore[arg-type] # each was parsed by its default's type

    def arguments(self) -> list[str]:
        """Return the arguments that make this deployment again, but for what a delivery gives: the image's tag."""
        given = {each.name: (getattr(self, each.name), each.default) for each in fields(self)}
        return [
            f"{name}={','.join(value) if isinstance(value, tuple) else value}"
            for name, (value, default) in given.items()
            if value != default and name not in ("image_tag", "output")
        ]

    def __post_init__(self) -> None:
        for name, kind in (
            ("profile", Profile),
            ("egress", Egress),
            ("database", Database),
            ("cache", Cache),
            ("web", Web),
            ("approval", Approval),
            ("size", Size),
            ("traces", Traces),
            ("bot_control", BotControl),
        ):
            if getattr(self, name) not in get_args(kind):
                raise DeploymentError(f"{name} is one of {', '.join(get_args(kind))}.")
        self._refuse_what_does_not_go_together()
        self._refuse_what_is_not_there()

    def _refuse_what_does_not_go_together(self) -> None:
        if self.profile == "serverless" and (self.relational or self.valkey):
            raise DeploymentError("database=postgres and cache=valkey take a network: profile=hybrid or kubernetes.")
        if self.cluster_admin_cidrs and self.profile != "kubernetes":
            raise DeploymentError("cluster_admin_cidrs is of profile=kubernetes.")
        if self.size != "start" and self.profile != "hybrid":
            raise DeploymentError("size is of profile=hybrid.")
        if self.traces != "on" and self.profile == "serverless":
            raise DeploymentError("traces is of profile=hybrid and kubernetes: Lambda traces functions itself.")
        if not self.repository and (self.connection_arn or self.web == "amplify"):
            raise DeploymentError("connection_arn and web=amplify take repository=OWNER/NAME.")
        if self.repository and self.repository.count("/") != 1:
            raise DeploymentError("repository is OWNER/NAME.")

    def _refuse_what_is_not_there(self) -> None:
        if self.region == self.backup_region:
            raise DeploymentError("backup_region must be another region than region.")
        if self.region == self.files_replica_region:
            raise DeploymentError("files_replica_region must be another region than region.")
        if self.peak_hours and not HOURS.fullmatch(self.peak_hours):
            raise DeploymentError("peak_hours is FROM-TO, hours of UTC from 0 to 23, such as 5-9.")
        if self.files_public_key and not Path(self.files_public_key).is_file():
            raise DeploymentError(f"files_public_key: there is no file {self.files_public_key}.")
        if len(self.zones) < 2:  # noqa: PLR2004 # a load balancer and a Multi-AZ database want two
            raise DeploymentError("zones must be at least two letters, such as a,b.")

    @property
    def nat(self) -> bool:
        return self.egress == "nat" or self.profile == "kubernetes"

    @property
    def relational(self) -> bool:
        """Whether records are in PostgreSQL (chats are in DynamoDB either way)."""
        return self.database == "postgres" or self.profile == "kubernetes"

    @property
    def valkey(self) -> bool:
        return self.cache == "valkey" or self.profile == "kubernetes"

    @property
    def knows_bots(self) -> bool:
        return self.bot_control == "on" or (self.bot_control == "" and self.profile != "serverless")

    @property
    def collected(self) -> bool:
        """Whether a collector of traces is beside each task and pod."""
        return self.traces == "on" and self.profile != "serverless"

    @property
    def web_origin(self) -> str:
        """Where the web app is, by which the API and the files know it."""
        return f"https://app.{self.domain}" if self.web == "amplify" else f"https://{self.domain}"

    @property
    def availability_zones(self) -> list[str]:
        return [f"{self.region}{letter}" for letter in self.zones]

    def name(self, part: str) -> str:
        return f"fitzen-{self.stage}-{part}"

    def secret(self, name: str) -> str:
        return f"/fitzen/{self.stage}/{name}"


def _parse(text: str, default: object) -> object:
    if isinstance(default, tuple):
        return tuple(part.strip() for part in text.split(",") if part.strip())
    if isinstance(default, int):
        try:
            return int(text)
        except ValueError:
            raise DeploymentError(f"{text} is not a whole number.") from None
    return text

"""What one deployment is: its profile and its switches, from arguments `name=value`."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Literal, Self, get_args

Profile = Literal["serverless", "hybrid", "kubernetes"]
Egress = Literal["public", "nat"]
EDGE_REGION = "us-east-1"


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
    """How the tasks reach Google's and Apple's keys and Expo: see docs/decisions/0020-egress.md."""
    domain: str = "fitzen.example"
    hosted_zone_id: str = ""
    """Route 53's; without it the certificate's and the site's records are the operator's to make."""
    countries: tuple[str, ...] = ()
    """ISO 3166 codes that may reach Fitzen; everybody when empty."""
    alarms_to: str = "operations@fitzen.example"
    backup_region: str = "us-west-2"
    replica_regions: tuple[str, ...] = ()
    """DynamoDB global tables."""
    image_tag: str = "unreleased"
    """Of the image in ECR that the functions and the tasks run; the pipeline gives it."""
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

    def __post_init__(self) -> None:
        for name, allowed in (("profile", get_args(Profile)), ("egress", get_args(Egress))):
            if getattr(self, name) not in allowed:
                raise DeploymentError(f"{name} is one of {', '.join(allowed)}.")
        if self.profile == "kubernetes":
            raise DeploymentError("profile=kubernetes is not there yet; take serverless or hybrid.")
        if self.region == self.backup_region:
            raise DeploymentError("backup_region must be another region than region.")
        if self.region != EDGE_REGION:
            raise DeploymentError(f"region must be {EDGE_REGION} so far: CloudFront's certificate and WAF live there.")
        if len(self.zones) < 2:  # noqa: PLR2004 # a load balancer and a Multi-AZ database want two
            raise DeploymentError("zones must be at least two letters, such as a,b.")

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
    return text

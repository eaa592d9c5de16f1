"""Two zones, three tiers and closed groups: gateway 443 -> balancer 5001 -> tasks 5432 -> database.

A serverless deployment has none of it: its functions reach everything by TLS and their roles.
"""

from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from constructs import Construct

from fitzen_cdk.data import Data
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.functions import log_group
from fitzen_cdk.part import Part
from fitzen_cdk.rules import accept

HTTPS, APP, POSTGRESQL, VALKEY = 443, 5001, 5432, 6379
DATA = ec2.SubnetSelection(subnet_group_name="Data")
INSIDE = ec2.SubnetSelection(subnet_group_name="Inside")
OUTSIDE = ec2.SubnetSelection(subnet_group_name="Outside")


class Network(Part):
    """`tasks_in` are the subnets of the tasks; groups are `link`, `balancer`, `tasks`, `database` and `cache`.

    Where there is PostgreSQL, `rotation` is the group of the function that gives it a new password, and
    `secrets_endpoint` its way to Secrets Manager if that is not by NAT.
    """

    def __init__(self, scope: Construct, deployment: Deployment, *, data: Data) -> None:
        super().__init__(scope, deployment, "network")
        nat = deployment.nat
        self.tasks_in = INSIDE if nat else OUTSIDE
        self.vpc = ec2.Vpc(
            self,
            "Vpc",
            availability_zones=deployment.availability_zones,
            ip_addresses=ec2.IpAddresses.cidr("10.64.0.0/16"),
            nat_gateways=len(deployment.zones) if nat else 0,
            restrict_default_security_group=False,
            subnet_configuration=[
                ec2.SubnetConfiguration(
                    name="Outside", subnet_type=ec2.SubnetType.PUBLIC, cidr_mask=22, map_public_ip_on_launch=False
                ),
                ec2.SubnetConfiguration(
                    name="Inside",
                    subnet_type=ec2.SubnetType.PRIVATE_WITH_EGRESS if nat else ec2.SubnetType.PRIVATE_ISOLATED,
                    cidr_mask=20,
                ),
                ec2.SubnetConfiguration(name="Data", subnet_type=ec2.SubnetType.PRIVATE_ISOLATED, cidr_mask=24),
            ],
        )
        for name in ("S3", "DYNAMODB"):  # both are free, and what goes by them passes no NAT
            self.vpc.add_gateway_endpoint(name.title(), service=getattr(ec2.GatewayVpcEndpointAwsService, name))
        _flow_logs(self, self.vpc, data.logs_key)
        self.link, self.balancer, self.tasks, self.database, self.cache = _groups(self, self.vpc)
        self.rotation: ec2.SecurityGroup | None = None
        self.secrets_endpoint: ec2.InterfaceVpcEndpoint | None = None
        if deployment.relational:
            self.rotation = _rotation(self, self.vpc, self.database)
            if nat:
                self.rotation.add_egress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(HTTPS), "Secrets Manager")
            else:
                self.secrets_endpoint = _secrets_endpoint(self, self.vpc, self.rotation)
        accept(
            self,
            {
                "HIPAA.Security-VPCDefaultSecurityGroupClosed": "Nothing is in the default group: each thing has its own. Closing it "
                "would take a custom resource that may change any group.",
                "HIPAA.Security-VPCNoUnrestrictedRouteToIGW": "It is the route of the public subnets: for NAT gateways, or for "
                "tasks that nobody can reach but the balancer (docs/decisions/0020-egress.md).",
            },
        )


def _flow_logs(scope: Construct, vpc: ec2.Vpc, key: kms.IKey) -> None:
    log = log_group(scope, "FlowLogs", key)
    role = iam.Role(scope, "FlowLogsRole", assumed_by=iam.ServicePrincipal("vpc-flow-logs.amazonaws.com"))
    vpc.add_flow_log("Flows", destination=ec2.FlowLogDestination.to_cloud_watch_logs(log, role))


def _groups(scope: Construct, vpc: ec2.Vpc) -> list[ec2.SecurityGroup]:
    """Each group lets in its caller alone, at one port; out go the same ways, and the tasks to 443 anywhere."""
    about = {
        "Link": "Link of API Gateway",
        "Balancer": "The private load balancer",
        "Tasks": "Tasks of Fitzen",
        "Database": "PostgreSQL",
        "Cache": "Valkey",
    }
    groups = [
        ec2.SecurityGroup(scope, name, vpc=vpc, description=text, allow_all_outbound=False)
        for name, text in about.items()
    ]
    link, balancer, tasks, database, cache = groups
    for caller, called, port in (
        (link, balancer, HTTPS),
        (balancer, tasks, APP),
        (tasks, database, POSTGRESQL),
        (tasks, cache, VALKEY),
    ):
        called.add_ingress_rule(caller, ec2.Port.tcp(port), "The caller alone")
        caller.add_egress_rule(called, ec2.Port.tcp(port), "The called alone")
    tasks.add_egress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(HTTPS), "AWS, keys of Google and Apple, Expo")
    return groups


def _rotation(scope: Construct, vpc: ec2.Vpc, database: ec2.SecurityGroup) -> ec2.SecurityGroup:
    group = ec2.SecurityGroup(
        scope, "Rotation", vpc=vpc, description="Rotation of credentials", allow_all_outbound=False
    )
    database.add_ingress_rule(group, ec2.Port.tcp(POSTGRESQL), "The caller alone")
    group.add_egress_rule(database, ec2.Port.tcp(POSTGRESQL), "The called alone")
    return group


def _secrets_endpoint(scope: Construct, vpc: ec2.Vpc, rotation: ec2.SecurityGroup) -> ec2.InterfaceVpcEndpoint:
    """For the rotation alone, which has no other way out; without a private name, so that tasks keep going theirs."""
    group = ec2.SecurityGroup(
        scope, "Endpoint", vpc=vpc, description="Endpoint of Secrets Manager", allow_all_outbound=False
    )
    group.add_ingress_rule(rotation, ec2.Port.tcp(HTTPS), "The caller alone")
    rotation.add_egress_rule(group, ec2.Port.tcp(HTTPS), "The called alone")
    return vpc.add_interface_endpoint(
        "SecretsManager",
        service=ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
        subnets=INSIDE,
        security_groups=[group],
        open=False,
        private_dns_enabled=False,
    )

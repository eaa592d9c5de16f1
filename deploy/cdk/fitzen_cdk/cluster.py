"""The API on EKS: a cluster in Auto Mode, what its pods may do, and the balancer that the chart's pods join.

The chart itself is deploy/helm/fitzen; the parameter `helm-values` has its values, made from Settings as every
environment is.
"""

from collections.abc import Mapping

from aws_cdk import CfnOutput, RemovalPolicy, Stack, Tags
from aws_cdk import aws_apigatewayv2 as apigatewayv2
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_eks_v2 as eks
from aws_cdk import aws_elasticloadbalancingv2 as elbv2
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_logs as logs
from aws_cdk import aws_ssm as ssm
from constructs import Construct

from fitzen.infra.telemetry.emf import NAMESPACE as EMF_NAMESPACE
from fitzen.infra.telemetry.metrics import METRICS
from fitzen_cdk.access import Access, settings
from fitzen_cdk.cache import Cache
from fitzen_cdk.containers import ROLES, balancer, targets
from fitzen_cdk.data import Data
from fitzen_cdk.database import Database
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.identity import Identity
from fitzen_cdk.network import APP, INSIDE, POSTGRESQL, VALKEY, Network
from fitzen_cdk.part import Part
from fitzen_cdk.rules import accept
from fitzen_cdk.traces import let_collect

NAMESPACE = SERVICE_ACCOUNT = "fitzen"
LOGS = ("API", "AUDIT", "AUTHENTICATOR", "CONTROLLER_MANAGER", "SCHEDULER")
ADDON_LOGS = ("application", "dataplane", "host", "performance")
CONTROL_PLANE_POLICIES = ("Cluster", "Compute", "BlockStorage", "LoadBalancing", "Networking")
"""What AWS says that a cluster in Auto Mode needs: AmazonEKS…Policy."""
NODE_POLICIES = ("AmazonEKSWorkerNodeMinimalPolicy", "AmazonEC2ContainerRegistryPullOnly")
FIGURES_POLICY = "CloudWatchAgentServerPolicy"


class Cluster(Part):
    """Nobody is an administrator by having made it: `AdminRole` is, taken with a second factor."""

    def __init__(
        self,
        scope: Construct,
        deployment: Deployment,
        *,
        network: Network,
        data: Data,
        identity: Identity,
        access: Access,
        database: Database | None,
        cache: Cache | None,
    ) -> None:
        super().__init__(scope, deployment, "cluster")
        groups = _logs(self, deployment, data.logs_key)
        self.cluster = _cluster(self, deployment, network, data, groups)
        self.admin = _administrator(self, self.cluster)
        _figures(self, self.cluster)
        _own_figures(self, groups["Application"])
        _ways(self, network, self.cluster.cluster_security_group)
        role = _pod_role(self, deployment, self.cluster)
        access.give(role, models=True)  # one account for all pods, of which some hold conversations
        if deployment.collected:
            let_collect(role)
        self.balancer, self.listener = balancer(self, deployment, network, data)
        self.targets = {each.name: [targets(self, f"{each.name.title()}Targets", network)] for each in ROLES}
        for each in ROLES:
            elbv2.ApplicationListenerRule(
                self,
                f"{each.name.title()}Rule",
                listener=self.listener,
                priority=each.priority,
                conditions=[elbv2.ListenerCondition.path_patterns(list(each.paths))],
                target_groups=self.targets[each.name],
            )
            # The cluster's own policy lets it register pods with target groups of this tag alone.
            Tags.of(self.targets[each.name][0]).add("eks:eks-cluster-name", deployment.name("cluster"))
        self.link = apigatewayv2.VpcLink(self, "Link", vpc=network.vpc, subnets=INSIDE, security_groups=[network.link])
        values = {
            "image": {"repository": data.images.repository_uri, "tag": deployment.image_tag},
            "config": settings(deployment, data, identity, database, cache, collected=True),
            "collector": {"enabled": deployment.collected},
            "roles": {name: {"targetGroupArn": group.target_group_arn} for name, (group,) in self.targets.items()},
            "networkPolicy": {"vpcCidr": network.vpc.vpc_cidr_block},
        }
        ssm.StringParameter(
            self,
            "HelmValues",
            parameter_name=deployment.secret("helm-values"),
            description="Values of deploy/helm/fitzen, as JSON, which is YAML",
            string_value=self.to_json_string(values),
        )
        CfnOutput(self, "ClusterName", value=self.cluster.cluster_name)
        CfnOutput(self, "AdminRoleArn", value=self.admin.role_arn)


def _cluster(
    scope: Stack, deployment: Deployment, network: Network, data: Data, groups: Mapping[str, logs.ILogGroup]
) -> eks.Cluster:
    policies = [f"AmazonEKS{each}Policy" for each in CONTROL_PLANE_POLICIES]
    control = _role(scope, "ControlPlane", "eks.amazonaws.com", policies)
    node = _role(scope, "Node", "ec2.amazonaws.com", list(NODE_POLICIES))
    outside = deployment.cluster_admin_cidrs
    cluster = eks.Cluster(
        scope,
        "Cluster",
        cluster_name=deployment.name("cluster"),
        version=eks.KubernetesVersion.V1_36,
        vpc=network.vpc,
        vpc_subnets=[INSIDE],
        endpoint_access=eks.EndpointAccess.PUBLIC_AND_PRIVATE.only_from(*outside)
        if outside
        else eks.EndpointAccess.PRIVATE,
        cluster_logging=[getattr(eks.ClusterLoggingTypes, each) for each in LOGS],
        secrets_encryption_key=data.key,
        bootstrap_cluster_creator_admin_permissions=False,
        default_capacity_type=eks.DefaultCapacityType.AUTOMODE,
        compute=eks.ComputeConfig(node_pools=["system"], node_role=node),
        role=control,
        output_config_command=False,
    )
    cluster.node.add_dependency(*groups.values())
    if outside:
        accept(
            cluster,
            {
                "AwsSolutions-EKS1": "Open to the addresses of `cluster_admin_cidrs` alone; inside it is private as well."
            },
        )
    return cluster


def _logs(scope: Construct, deployment: Deployment, key: kms.IKey) -> dict[str, logs.LogGroup]:
    """EKS would make the control plane's itself and CloudWatch's add-on the others, and both would keep them for ever."""
    name = deployment.name("cluster")
    paths = {"ControlPlane": f"/aws/eks/{name}/cluster"}
    paths |= {each.title(): f"/aws/containerinsights/{name}/{each}" for each in ADDON_LOGS}
    return {
        each: logs.LogGroup(
            scope,
            f"{each}Logs",
            log_group_name=path,
            retention=logs.RetentionDays.ONE_MONTH,
            encryption_key=key,
            removal_policy=RemovalPolicy.DESTROY,
        )
        for each, path in paths.items()
    }


def _role(scope: Construct, name: str, service: str, policies: list[str]) -> iam.Role:
    """Return a role with AWS's own policies for what AWS runs."""
    role = iam.Role(scope, f"{name}Role", assumed_by=iam.ServicePrincipal(service))
    role.assume_role_policy.add_statements(  # type: ignore[union-attr] # a role that is made here has one
        iam.PolicyStatement(actions=["sts:TagSession"], principals=[iam.ServicePrincipal(service)])
    )
    for policy in policies:
        role.add_managed_policy(iam.ManagedPolicy.from_aws_managed_policy_name(policy))
        arn = f"arn:<AWS::Partition>:iam::aws:policy/{policy}"
        accept(role, {f"AwsSolutions-IAM4[Policy::{arn}]": "AWS's own policy, which AWS extends as the service does."})
    return role


def _administrator(scope: Construct, cluster: eks.Cluster) -> iam.Role:
    role = iam.Role(
        scope,
        "AdminRole",
        description="Administers the cluster and installs the chart",
        assumed_by=iam.AccountRootPrincipal().with_conditions({"Bool": {"aws:MultiFactorAuthPresent": "true"}}),
    )
    cluster.grant_access(
        "Administrator",
        role.role_arn,
        [
            eks.AccessPolicy.from_access_policy_name(
                "AmazonEKSClusterAdminPolicy", access_scope_type=eks.AccessScopeType.CLUSTER
            )
        ],
    )
    return role


def _pod_role(scope: Construct, deployment: Deployment, cluster: eks.Cluster) -> iam.Role:
    """By Pod Identity, to the pods of one account in one namespace of one cluster."""
    pods = iam.ServicePrincipal("pods.eks.amazonaws.com")
    role = iam.Role(
        scope,
        "PodRole",
        assumed_by=iam.SessionTagsPrincipal(
            pods.with_conditions(
                {
                    "StringEquals": {
                        "aws:RequestTag/eks-cluster-name": deployment.name("cluster"),
                        "aws:RequestTag/kubernetes-namespace": NAMESPACE,
                    }
                }
            )
        ),
    )
    eks.CfnPodIdentityAssociation(
        scope,
        "PodIdentity",
        cluster_name=cluster.cluster_name,
        namespace=NAMESPACE,
        service_account=SERVICE_ACCOUNT,
        role_arn=role.role_arn,
    )
    return role


def _figures(scope: Construct, cluster: eks.Cluster) -> None:
    """CloudWatch's agent as an add-on: figures of pods and nodes, and what the pods write."""
    role = _role(scope, "Figures", "pods.eks.amazonaws.com", [FIGURES_POLICY])
    for name, associations in (
        (
            "amazon-cloudwatch-observability",
            [eks.CfnAddon.PodIdentityAssociationProperty(role_arn=role.role_arn, service_account="cloudwatch-agent")],
        ),
        ("metrics-server", None),  # the autoscaler's source
    ):
        eks.CfnAddon(
            scope,
            "".join(part.title() for part in name.split("-")),
            addon_name=name,
            cluster_name=cluster.cluster_name,
            resolve_conflicts="OVERWRITE",
            pod_identity_associations=associations,
        )


def _own_figures(scope: Construct, lines: logs.LogGroup) -> None:
    """Fitzen's own figures, from its pods' lines: the add-on wraps each line, and so CloudWatch sees no metric in it.

    A filter takes one value of a line, so that the times of histograms, which are lists, stay with Prometheus.
    """
    counted = [each.name for each in METRICS if each.kind == "counter"] + [
        each.counted_as for each in METRICS if each.counted_as
    ]
    gauges = [each.name for each in METRICS if each.kind == "gauge"]
    for name, at in [*((name, name) for name in counted), *((name, f"{name}[0]") for name in gauges)]:
        value = f"$.log_processed.{at}"
        logs.MetricFilter(
            scope,
            f"{name}Figure",
            log_group=lines,
            filter_pattern=logs.FilterPattern.all(
                logs.FilterPattern.string_value("$.log_processed.event", "=", "metrics"),
                logs.FilterPattern.exists(value),
            ),
            metric_namespace=EMF_NAMESPACE,
            metric_name=name,
            metric_value=value,
        )


def _ways(scope: Construct, network: Network, pods: ec2.ISecurityGroup) -> None:
    """From the balancer to the pods, and from them to PostgreSQL and Valkey; both sides of each way."""
    for name, caller, called, port in (
        ("Pods", network.balancer, pods, APP),
        ("Database", pods, network.database, POSTGRESQL),
        ("Cache", pods, network.cache, VALKEY),
    ):
        ec2.CfnSecurityGroupIngress(
            scope,
            f"To{name}",
            ip_protocol="tcp",
            from_port=port,
            to_port=port,
            group_id=called.security_group_id,
            source_security_group_id=caller.security_group_id,
            description="The caller alone",
        )
    ec2.CfnSecurityGroupEgress(
        scope,
        "FromBalancer",
        ip_protocol="tcp",
        from_port=APP,
        to_port=APP,
        group_id=network.balancer.security_group_id,
        destination_security_group_id=pods.security_group_id,
        description="The called alone",
    )

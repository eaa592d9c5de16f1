"""PostgreSQL: RDS in two zones with a replica, or Aurora; and what both have in common."""

from collections.abc import Mapping
from dataclasses import dataclass

from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_logs as logs
from aws_cdk import aws_rds as rds
from constructs import Construct, IConstruct

from fitzen_cdk.data import Data
from fitzen_cdk.deployment import Deployment, Size
from fitzen_cdk.network import DATA, INSIDE, POSTGRESQL, Network
from fitzen_cdk.part import Part
from fitzen_cdk.rules import accept

NAME, OWNER = "fitzen", "fitzen"
SECRET = "db-credentials"  # noqa: S105 # its name
ROTATED = Duration.days(30)
KEPT = Duration.days(7)
"""RDS's own backups. AWS Backup goes back 35 days (`backup.py`)."""
INSTANCE_SIZES: Mapping[Size, str] = {"start": "t4g.micro", "medium": "t4g.small", "large": "r6g.large"}
STORAGE_GB, MOST_STORAGE_GB = 20, 200
AURORA_UNITS = (0.5, 16)
"""Of Serverless v2: 2 GB of memory each."""
PARAMETERS = {
    "rds.force_ssl": "1",
    "log_min_duration_statement": "500",  # ms; the statement has parameters, not values
    "log_parameter_max_length": "0",  # values are health data
    "log_parameter_max_length_on_error": "0",
}
"""In clear nobody is spoken to, and logs hold no value of a record."""

type _Server = rds.DatabaseInstance | rds.DatabaseCluster


@dataclass(frozen=True, slots=True)
class _Common:
    group: ec2.ISecurityGroup
    credentials: rds.Credentials
    key: kms.IKey
    logs_key: kms.IKey
    monitoring: iam.IRole


class Database(Part):
    """`store_url` is STORE_URL, `replica_url` REPLICA_URL; `policy` lets its reader read the credentials; `server` is what backups and alarms name."""

    def __init__(self, scope: Construct, deployment: Deployment, *, network: Network, data: Data) -> None:
        super().__init__(scope, deployment, "database")
        key = data.key
        if network.rotation is None:
            raise TypeError("A network of a relational deployment has a group for the rotation.")
        common = _Common(
            _closed(self, "DatabaseGroup", network.database),
            rds.Credentials.from_generated_secret(OWNER, secret_name=deployment.secret(SECRET), encryption_key=key),
            key,
            data.logs_key,
            _monitoring(self),
        )
        self.aurora = deployment.profile == "kubernetes"
        make = _aurora if self.aurora else _instance
        self.server, reader = make(self, deployment, network, common)
        secret = self.server.secret
        if secret is None:
            raise TypeError("A database with generated credentials has their secret.")
        self.server.add_rotation_single_user(
            automatically_after=ROTATED,
            endpoint=network.secrets_endpoint,
            security_group=_closed(self, "RotationGroup", network.rotation),
            vpc_subnets=INSIDE,
        )
        self.policy = iam.ManagedPolicy(
            self,
            "CredentialsAccess",
            description="The credentials of PostgreSQL, read anew after a rotation",
            statements=[
                iam.PolicyStatement(
                    actions=["secretsmanager:GetSecretValue"], resources=[secret.secret_full_arn or secret.secret_arn]
                ),
                iam.PolicyStatement(actions=["kms:Decrypt"], resources=[key.key_arn]),
            ],
        )
        self.store_url = f"aws-sm://{deployment.secret(SECRET)}?sslmode=require"
        self.replica_url = f"{self.store_url}&host={reader}"
        accept(
            self,
            {
                "AwsSolutions-RDS11": "The port is in the groups' rules; another one hides nothing inside a closed group.",
                "HIPAA.Security-RDSInBackupPlan": "It is, in the stack of backups, where the rule does not look.",
            },
        )

    @property
    def arn(self) -> str:
        return self.server.cluster_arn if isinstance(self.server, rds.DatabaseCluster) else self.server.instance_arn


def _closed(scope: Construct, name: str, group: ec2.ISecurityGroup) -> ec2.ISecurityGroup:
    """Return a group whose rules are the network's alone: the constructs here would add their own to it."""
    return ec2.SecurityGroup.from_security_group_id(scope, name, group.security_group_id, mutable=False)


def _monitoring(scope: Construct) -> iam.Role:
    policy = "service-role/AmazonRDSEnhancedMonitoringRole"
    role = iam.Role(
        scope,
        "Monitoring",
        assumed_by=iam.ServicePrincipal("monitoring.rds.amazonaws.com"),
        managed_policies=[iam.ManagedPolicy.from_aws_managed_policy_name(policy)],
    )
    accept(
        role,
        {
            f"AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/{policy}]": "AWS's own role by which RDS writes its figures."
        },
    )
    return role


def _logs(scope: Construct, path: str, kinds: list[str], key: kms.IKey) -> list[logs.LogGroup]:
    """RDS would make them itself, and keep them for ever."""
    return [
        logs.LogGroup(
            scope,
            "".join(part.title() for part in path.rpartition("/")[2].split("-")) + f"{kind.title()}Logs",
            log_group_name=f"/aws/rds/{path}/{kind}",
            retention=logs.RetentionDays.ONE_MONTH,
            encryption_key=key,
            removal_policy=RemovalPolicy.DESTROY,
        )
        for kind in kinds
    ]


def _instance(scope: Stack, deployment: Deployment, network: Network, common: _Common) -> tuple[_Server, str]:
    """db.t4g.micro, unless told, with 20 GB of gp3, as the reference has it, and a replica beside it, by its address."""
    engine = rds.DatabaseInstanceEngine.postgres(version=rds.PostgresEngineVersion.VER_18_3)
    parameters = rds.ParameterGroup(scope, "Parameters", engine=engine, parameters=PARAMETERS)
    primary = rds.DatabaseInstance(
        scope,
        "Primary",
        instance_identifier=deployment.name("postgresql"),
        engine=engine,
        credentials=common.credentials,
        database_name=NAME,
        port=POSTGRESQL,
        vpc=network.vpc,
        vpc_subnets=DATA,
        security_groups=[common.group],
        instance_type=ec2.InstanceType(INSTANCE_SIZES[deployment.size]),
        multi_az=True,
        storage_type=rds.StorageType.GP3,
        allocated_storage=STORAGE_GB,
        max_allocated_storage=MOST_STORAGE_GB,
        storage_encrypted=True,
        storage_encryption_key=common.key,
        parameter_group=parameters,
        ca_certificate=rds.CaCertificate.RDS_CA_RSA2048_G1,
        iam_authentication=True,
        backup_retention=KEPT,
        preferred_backup_window="02:00-02:30",
        preferred_maintenance_window="sun:05:30-sun:06:00",
        copy_tags_to_snapshot=True,
        auto_minor_version_upgrade=True,
        cloudwatch_logs_exports=["postgresql", "upgrade"],
        monitoring_interval=Duration.minutes(1),
        monitoring_role=common.monitoring,
        publicly_accessible=False,
        deletion_protection=True,
        removal_policy=RemovalPolicy.RETAIN,
    )
    replica = rds.DatabaseInstanceReadReplica(
        scope,
        "Replica",
        instance_identifier=deployment.name("replica"),
        source_database_instance=primary,
        vpc=network.vpc,
        vpc_subnets=DATA,
        security_groups=[common.group],
        instance_type=ec2.InstanceType(INSTANCE_SIZES[deployment.size]),
        parameter_group=parameters,
        iam_authentication=True,
        copy_tags_to_snapshot=True,
        auto_minor_version_upgrade=True,
        cloudwatch_logs_exports=["postgresql", "upgrade"],
        monitoring_interval=Duration.minutes(1),
        monitoring_role=common.monitoring,
        publicly_accessible=False,
        deletion_protection=True,
        removal_policy=RemovalPolicy.DESTROY,
    )
    kinds, key = ["postgresql", "upgrade"], common.logs_key
    primary.node.add_dependency(*_logs(scope, f"instance/{deployment.name('postgresql')}", kinds, key))
    replica.node.add_dependency(*_logs(scope, f"instance/{deployment.name('replica')}", kinds, key))
    _only_a_copy(replica)
    return primary, replica.db_instance_endpoint_address


def _only_a_copy(replica: IConstruct) -> None:
    accept(
        replica,
        {
            "AwsSolutions-RDS3": "It is the second copy itself; what it serves may wait while another is made.",
            "HIPAA.Security-RDSMultiAZSupport": "It is the second copy itself; what it serves may wait while another is made.",
            "AwsSolutions-RDS2": "A replica of the same region has its primary's encryption and key; CloudFormation refuses to be told.",
            "HIPAA.Security-RDSStorageEncrypted": "A replica of the same region has its primary's encryption and key.",
            "HIPAA.Security-RDSInstanceBackupEnabled": "The primary is backed up; a replica holds nothing of its own.",
        },
    )


def _aurora(scope: Stack, deployment: Deployment, network: Network, common: _Common) -> tuple[_Server, str]:
    """A writer and, by its address, a reader in the other zone, which takes over; both grow with the load."""
    engine = rds.DatabaseClusterEngine.aurora_postgres(version=rds.AuroraPostgresEngineVersion.VER_18_3)
    parameters = rds.ParameterGroup(scope, "Parameters", engine=engine, parameters=PARAMETERS)
    least, most = AURORA_UNITS
    cluster = rds.DatabaseCluster(
        scope,
        "Cluster",
        cluster_identifier=deployment.name("postgresql"),
        engine=engine,
        credentials=common.credentials,
        default_database_name=NAME,
        port=POSTGRESQL,
        vpc=network.vpc,
        vpc_subnets=DATA,
        security_groups=[common.group],
        writer=rds.ClusterInstance.serverless_v2("Writer", auto_minor_version_upgrade=True, publicly_accessible=False),
        readers=[
            rds.ClusterInstance.serverless_v2(
                "Reader", scale_with_writer=True, auto_minor_version_upgrade=True, publicly_accessible=False
            )
        ],
        serverless_v2_min_capacity=least,
        serverless_v2_max_capacity=most,
        storage_encrypted=True,
        storage_encryption_key=common.key,
        parameter_group=parameters,
        iam_authentication=True,
        backup=rds.BackupProps(retention=KEPT, preferred_window="02:00-02:30"),
        preferred_maintenance_window="sun:05:30-sun:06:00",
        copy_tags_to_snapshot=True,
        cloudwatch_logs_exports=["postgresql"],
        monitoring_interval=Duration.minutes(1),
        monitoring_role=common.monitoring,
        deletion_protection=True,
        removal_policy=RemovalPolicy.RETAIN,
    )
    cluster.node.add_dependency(
        *_logs(scope, f"cluster/{deployment.name('postgresql')}", ["postgresql"], common.logs_key)
    )
    return cluster, cluster.cluster_read_endpoint.hostname

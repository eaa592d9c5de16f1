"""AWS Backup: a copy a day of the table and the files, kept 35 days here and in another region."""

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_backup as backup
from aws_cdk import aws_events as events
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from constructs import Construct

from fitzen_cdk.data import RECOVERY_DAYS, Data
from fitzen_cdk.database import Database
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.part import Part
from fitzen_cdk.rules import accept

WEEKS_KEPT = 12
ROLES = ("AWSBackupServiceRolePolicyForBackup", "AWSBackupServiceRolePolicyForS3Backup")


class BackupCopy(Part):
    """The vault in the other region, by a key of its own: it is what is left where the first region, or its key, is lost.

    It is known there by its name, so that neither stack needs the other's outputs.
    """

    def __init__(self, scope: Construct, deployment: Deployment) -> None:
        super().__init__(scope, deployment, "backup-copy", region=deployment.backup_region)
        _vault(
            self,
            deployment,
            kms.Key(self, "Key", enable_key_rotation=True, description="Encrypts the copies of backups"),
        )


class Backup(Part):
    def __init__(
        self,
        scope: Construct,
        deployment: Deployment,
        *,
        data: Data,
        database: Database | None,
        copy: BackupCopy,
    ) -> None:
        super().__init__(scope, deployment, "backup")
        self.add_stack_dependency(copy)
        vault = _vault(self, deployment, data.key)
        arn = f"arn:aws:backup:{deployment.backup_region}:{self.account}:backup-vault:{_name(deployment)}"
        other = backup.BackupVault.from_backup_vault_arn(self, "Copy", arn)
        plan = backup.BackupPlan(self, "Plan", backup_plan_name=deployment.name("backup"), backup_vault=vault)
        for name, schedule, kept in (
            ("Daily", events.Schedule.cron(hour="3", minute="30"), Duration.days(RECOVERY_DAYS)),
            ("Weekly", events.Schedule.cron(hour="4", minute="30", week_day="SUN"), Duration.days(7 * WEEKS_KEPT)),
        ):
            plan.add_rule(
                backup.BackupPlanRule(
                    rule_name=name,
                    schedule_expression=schedule,
                    start_window=Duration.hours(1),
                    completion_window=Duration.hours(6),
                    delete_after=kept,
                    copy_actions=[backup.BackupPlanCopyActionProps(destination_backup_vault=other, delete_after=kept)],
                )
            )
        role = iam.Role(self, "Role", assumed_by=iam.ServicePrincipal("backup.amazonaws.com"))
        for policy in ROLES:
            path = "" if "S3" in policy else "service-role/"
            role.add_managed_policy(iam.ManagedPolicy.from_aws_managed_policy_name(f"{path}{policy}"))
            accept(
                role,
                {
                    f"AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/{path}{policy}]": "AWS's own role for AWS Backup, "
                    "which AWS extends as the service does."
                },
            )
        backup.BackupSelection(
            self,
            "Selection",
            backup_plan=plan,
            role=role,
            disable_default_backup_policy=True,
            resources=[
                backup.BackupResource.from_arn(data.table.table_arn),
                backup.BackupResource.from_arn(data.files.bucket_arn),
                *([backup.BackupResource.from_arn(database.arn)] if database else []),
            ],
        )
        if database:
            _continuous(self, deployment, vault, role, database)


def _continuous(
    scope: Construct, deployment: Deployment, vault: backup.IBackupVault, role: iam.IRole, database: Database
) -> None:
    """PostgreSQL at any second of 35 days, as the table has it by itself; a plan of its own, for only some can."""
    plan = backup.BackupPlan(scope, "Continuous", backup_plan_name=deployment.name("continuous"), backup_vault=vault)
    plan.add_rule(
        backup.BackupPlanRule(
            rule_name="Continuous",
            schedule_expression=events.Schedule.cron(hour="1", minute="0"),
            enable_continuous_backup=True,
            delete_after=Duration.days(RECOVERY_DAYS),
        )
    )
    backup.BackupSelection(
        scope,
        "ContinuousSelection",
        backup_plan=plan,
        role=role,
        disable_default_backup_policy=True,
        resources=[backup.BackupResource.from_arn(database.arn)],
    )


def _name(deployment: Deployment) -> str:
    return deployment.name("backups")


def _vault(scope: Construct, deployment: Deployment, key: kms.IKey) -> backup.BackupVault:
    """Nobody deletes a recovery point by hand: it goes when its time is over."""
    return backup.BackupVault(
        scope,
        "Vault",
        backup_vault_name=_name(deployment),
        encryption_key=key,
        block_recovery_point_deletion=True,
        removal_policy=RemovalPolicy.RETAIN,
    )

"""From a commit to what people use: CodePipeline, or a role that GitHub's workflow takes without a password.

Both run the same three scripts: .ci/run, deploy/ci/image.sh, deploy/ci/deploy.sh. The last one deploys by
CloudFormation, so that a task definition, its blue and its green, and whatever else changed are one thing, which an
alarm takes back as one.
"""

from typing import Any

from aws_cdk import CfnOutput, Duration, RemovalPolicy
from aws_cdk import aws_codebuild as codebuild
from aws_cdk import aws_codepipeline as codepipeline
from aws_cdk import aws_codepipeline_actions as actions
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_eks_v2 as eks
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct

from fitzen_cdk.buckets import private_bucket
from fitzen_cdk.cluster import NAMESPACE, Cluster
from fitzen_cdk.data import Data
from fitzen_cdk.deployment import EDGE_REGION, Deployment, DeploymentError
from fitzen_cdk.functions import log_group
from fitzen_cdk.network import HTTPS, INSIDE, Network
from fitzen_cdk.part import Part
from fitzen_cdk.rules import accept, logical_id
from fitzen_cdk.site import Site

GITHUB = "token.actions.githubusercontent.com"
GITHUB_THUMBPRINT = "6938fd4d98bab03faadb97b34396831e3780aea1"
"""IAM no longer looks at it for GitHub, whose roots it knows, but asks for one."""
ENVIRONMENT = "production"
"""GitHub's, which has its own rules of who may deploy."""
BOOTSTRAP = "hnb659fds"
BOOTSTRAP_ROLES = ("deploy-role", "file-publishing-role", "lookup-role")
BUILDSPECS = {
    "Test": "deploy/ci/buildspec-test.yml",
    "Image": "buildspec.yml",
    "Deploy": "deploy/ci/buildspec-deploy.yml",
}


class Delivery(Part):
    def __init__(
        self,
        scope: Construct,
        deployment: Deployment,
        *,
        data: Data,
        site: Site,
        network: Network | None,
        cluster: Cluster | None,
    ) -> None:
        super().__init__(scope, deployment, "delivery")
        self._deployment, self._data, self._site = deployment, data, site
        self._network, self._cluster = network, cluster
        if deployment.connection_arn:
            self._pipeline()
        else:
            self._github()

    def _variables(self) -> dict[str, str]:
        """What deploy/ci's scripts are told."""
        variables = {
            "PROFILE": self._deployment.profile,
            "STAGE": self._deployment.stage,
            "AWS_REGION": self._deployment.region,
            "DOMAIN": self._deployment.domain,
            "ARGS": " ".join(self._deployment.arguments()),
            "IMAGES": self._data.images.repository_uri,
            "WEB_BUCKET": self._site.web.bucket_name,
            "DISTRIBUTION": self._site.distribution.distribution_id,
        }
        if self._cluster:
            variables["CLUSTER"] = self._deployment.name("cluster")
        return variables

    def _github(self) -> None:
        provider = iam.OidcProviderNative(
            self, "GitHub", url=f"https://{GITHUB}", client_ids=["sts.amazonaws.com"], thumbprints=[GITHUB_THUMBPRINT]
        )
        role = iam.Role(
            self,
            "GitHubRole",
            role_name=self._deployment.name("github"),
            description=f"Taken by {self._deployment.repository}'s workflow in its environment {ENVIRONMENT}",
            max_session_duration=Duration.hours(2),
            assumed_by=iam.FederatedPrincipal(
                provider.oidc_provider_arn,
                {
                    "StringEquals": {
                        f"{GITHUB}:aud": "sts.amazonaws.com",
                        f"{GITHUB}:sub": f"repo:{self._deployment.repository}:environment:{ENVIRONMENT}",
                    }
                },
                "sts:AssumeRoleWithWebIdentity",
            ),
        )
        self._let_push(role)
        self._let_deploy(role)
        CfnOutput(self, "Role", value=role.role_arn, description=f"AWS_ROLE of the environment {ENVIRONMENT}")
        CfnOutput(self, "Arguments", value=" ".join(self._deployment.arguments()), description="ARGS of it")

    def _pipeline(self) -> None:
        key = self._data.logs_key
        owner, _, name = self._deployment.repository.partition("/")
        source, built = codepipeline.Artifact("Source"), codepipeline.Artifact("Built")
        commit = actions.CodeStarConnectionsSourceAction(
            action_name="GitHub",
            connection_arn=self._deployment.connection_arn,
            owner=owner,
            repo=name,
            branch=self._deployment.branch,
            output=source,
            variables_namespace="commit",
        )
        projects = {name: self._project(name, key) for name in BUILDSPECS}
        self._let_push(projects["Image"].role)
        self._let_deploy(projects["Deploy"].role)
        tag = {"TAG": codebuild.BuildEnvironmentVariable(value=commit.variables.commit_id)}
        stages = [
            codepipeline.StageProps(stage_name="Source", actions=[commit]),
            codepipeline.StageProps(
                stage_name="Test",
                actions=[
                    actions.CodeBuildAction(action_name="Test", project=projects["Test"], input=source),
                ],
            ),
            codepipeline.StageProps(
                stage_name="Image",
                actions=[
                    actions.CodeBuildAction(
                        action_name="Image",
                        project=projects["Image"],
                        input=source,
                        outputs=[built],
                        environment_variables=tag,
                    )
                ],
            ),
        ]
        if self._deployment.approval == "yes":
            role = iam.Role(self, "ApprovalRole", assumed_by=iam.AccountPrincipal(self.account))
            # The construct lets it publish, but not encrypt what it publishes by the topic's key.
            self._data.key.grant(role, "kms:Decrypt", "kms:GenerateDataKey")
            ask = actions.ManualApprovalAction(
                action_name="Approval",
                role=role,
                notification_topic=self._data.topics["alerts"],
                additional_information="Deploy this commit?",
            )
            stages.append(codepipeline.StageProps(stage_name="Approval", actions=[ask]))
        stages.append(
            codepipeline.StageProps(
                stage_name="Deploy",
                actions=[
                    actions.CodeBuildAction(
                        action_name="Deploy",
                        project=projects["Deploy"],
                        input=source,
                        extra_inputs=[built],
                        environment_variables=tag,
                    )
                ],
            )
        )
        artifacts = _artifacts(self, self._data, key)
        codepipeline.Pipeline(
            self,
            "Pipeline",
            pipeline_name=self._deployment.name("delivery"),
            pipeline_type=codepipeline.PipelineType.V2,
            execution_mode=codepipeline.ExecutionMode.QUEUED,
            artifact_bucket=artifacts,
            restart_execution_on_update=False,
            stages=stages,
        )
        why = "The CDK's own rights of a pipeline's roles: over its one bucket of artifacts and that bucket's key."
        rights = ("s3:Abort*", "s3:DeleteObject*", "s3:GetBucket*", "s3:GetObject*", "s3:List*")
        keys = ("kms:ReEncrypt*", "kms:GenerateDataKey*")
        findings = [f"Action::{right}" for right in rights + keys] + [f"Resource::<{logical_id(artifacts)}.Arn>/*"]
        accept(self, {f"AwsSolutions-IAM5[{finding}]": why for finding in findings})

    def _project(self, name: str, key: kms.IKey) -> codebuild.PipelineProject:
        image = name == "Image"
        inside = name == "Deploy" and self._cluster is not None
        project = codebuild.PipelineProject(
            self,
            name,
            project_name=self._deployment.name(name.lower()),
            build_spec=codebuild.BuildSpec.from_source_filename(BUILDSPECS[name]),
            environment=codebuild.BuildEnvironment(
                # The image is of ARM64, and built where it would run; the tests' packages are of x86.
                build_image=codebuild.LinuxArmBuildImage.AMAZON_LINUX_2023_STANDARD_3_0
                if image
                else codebuild.LinuxBuildImage.STANDARD_7_0,
                compute_type=codebuild.ComputeType.LARGE if name == "Test" else codebuild.ComputeType.SMALL,
                privileged=image,
            ),
            environment_variables={
                name: codebuild.BuildEnvironmentVariable(value=value) for name, value in self._variables().items()
            }
            if name != "Test"
            else None,
            encryption_key=key,
            grant_report_group_permissions=False,
            timeout=Duration.hours(2),
            logging=codebuild.LoggingOptions(
                cloud_watch=codebuild.CloudWatchLoggingOptions(log_group=log_group(self, f"{name}Logs", key))
            ),
            **(self._inside() if inside else {}),
        )
        if inside:
            interfaces = "arn:<AWS::Partition>:ec2:<AWS::Region>:<AWS::AccountId>:network-interface/*"
            accept(project, {f"AwsSolutions-IAM5[Resource::{interfaces}]": "CodeBuild's own, made for each build."})
        log = f"arn:<AWS::Partition>:logs:{self.region}:<AWS::AccountId>:log-group:/aws/codebuild/<{logical_id(project)}>:*"
        accept(
            project,
            {
                f"AwsSolutions-IAM5[Resource::{log}]": "CodeBuild's own group of logs, which has a stream for each build.",
                "HIPAA.Security-CodeBuildProjectSourceRepoUrl": "Its source is the pipeline's, which has it by CodeConnections.",
                "AwsSolutions-IAM5[Resource::*]": "CodeBuild's own rights of network interfaces take no resource.",
                "AwsSolutions-CB3": "Docker builds an image in a privileged container alone; it runs nothing but our Dockerfile.",
            },
        )
        return project

    def _inside(self) -> dict[str, Any]:
        """Where a cluster's private endpoint can be reached: the network, by a group of its own."""
        if self._network is None or self._cluster is None:
            raise DeploymentError("A cluster is inside a network.")
        group = ec2.SecurityGroup(
            self, "Deployer", vpc=self._network.vpc, description="Deploys into the cluster", allow_all_outbound=False
        )
        group.add_egress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(HTTPS), "AWS, packages, the cluster's endpoint")
        ec2.CfnSecurityGroupIngress(
            self,
            "ToCluster",
            ip_protocol="tcp",
            from_port=HTTPS,
            to_port=HTTPS,
            group_id=self._cluster.cluster.cluster_security_group_id,
            source_security_group_id=group.security_group_id,
            description="Deploys into the cluster",
        )
        return {"vpc": self._network.vpc, "subnet_selection": INSIDE, "security_groups": [group]}

    def _let_push(self, role: iam.IRole | None) -> None:
        """Push an image, and read what its scan found."""
        if role is None:
            raise DeploymentError("There is no role to give rights to.")
        push = (
            "BatchCheckLayerAvailability",
            "BatchGetImage",
            "CompleteLayerUpload",
            "DescribeImageScanFindings",
            "DescribeImages",
            "GetDownloadUrlForLayer",
            "InitiateLayerUpload",
            "PutImage",
            "UploadLayerPart",
        )
        statements = [
            iam.PolicyStatement(actions=["ecr:GetAuthorizationToken"], resources=["*"]),
            iam.PolicyStatement(actions=[f"ecr:{each}" for each in push], resources=[self._data.images.repository_arn]),
        ]
        policy = iam.ManagedPolicy(self, "Push", statements=statements, roles=[role])
        accept(policy, {"AwsSolutions-IAM5[Resource::*]": "ECR's GetAuthorizationToken takes no resource."})

    def _let_deploy(self, role: iam.IRole | None) -> None:
        """Take the roles that `cdk bootstrap` made, which alone change anything; put the web app in its place."""
        if role is None:
            raise DeploymentError("There is no role to give rights to.")
        regions = sorted({self._deployment.region, self._deployment.backup_region, EDGE_REGION})
        roles = [
            self.format_arn(
                service="iam",
                region="",
                resource="role",
                resource_name=f"cdk-{BOOTSTRAP}-{each}-{self.account}-{region}",
            )
            for each in BOOTSTRAP_ROLES
            for region in regions
        ]
        statements = [
            iam.PolicyStatement(actions=["sts:AssumeRole"], resources=roles),
        ]
        if self._cluster:
            parameter = self.format_arn(
                service="ssm", resource="parameter", resource_name=self._deployment.secret("helm-values").lstrip("/")
            )
            statements.append(iam.PolicyStatement(actions=["ssm:GetParameter"], resources=[parameter]))
            statements.append(
                iam.PolicyStatement(actions=["eks:DescribeCluster"], resources=[self._cluster.cluster.cluster_arn])
            )
            eks.AccessEntry(
                self,
                "IntoTheNamespace",
                cluster=self._cluster.cluster,  # type: ignore[arg-type] # jsii's protocol asks for more than it gives
                principal=role.role_arn,
                access_policies=[
                    eks.AccessPolicy.from_access_policy_name(
                        "AmazonEKSClusterAdminPolicy",  # in one namespace: target groups' bindings are in no lesser one
                        access_scope_type=eks.AccessScopeType.NAMESPACE,
                        namespaces=[NAMESPACE],
                    )
                ],
            )
        iam.ManagedPolicy(self, "DeployAccess", statements=statements, roles=[role])
        if self._site.publish:
            role.add_managed_policy(self._site.publish)


def _artifacts(scope: Delivery, data: Data, key: kms.IKey) -> s3.Bucket:
    bucket = private_bucket(
        scope,
        "Artifacts",
        key=key,
        logs=data.access_logs,
        prefix="artifacts/",
        lifecycle_rules=[
            s3.LifecycleRule(
                id="old-artifacts", expiration=Duration.days(30), noncurrent_version_expiration=Duration.days(7)
            )
        ],
        removal_policy=RemovalPolicy.DESTROY,
    )
    accept(
        bucket,
        {"HIPAA.Security-S3BucketReplicationEnabled": "A commit is built again from its source at any time."},
    )
    return bucket

"""The web app by Amplify Hosting, the other choice than S3 and CloudFront: a preview for each pull request."""

import json

from aws_cdk import SecretValue
from aws_cdk import aws_amplify as amplify
from aws_cdk import aws_iam as iam
from constructs import Construct

from fitzen_cdk.deployment import Deployment
from fitzen_cdk.part import Part

FOLDER = "src/fitzen/frontend"
"""Where tools/app.sh puts the build."""
NOT_A_FILE = (
    r"</^[^.]+$|\.(?!(css|gif|html|ico|jpg|js|json|map|png|svg|ttf|txt|webmanifest|webp|woff|woff2)$)([^.]+$)/>"
)
HEADERS = {
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}


class Amplify(Part):
    """At app.DOMAIN; it calls the API at DOMAIN. GitHub lets it in by the token in `…/github-token`, made by hand."""

    def __init__(self, scope: Construct, deployment: Deployment) -> None:
        super().__init__(scope, deployment, "amplify")
        token = SecretValue.secrets_manager(deployment.secret("github-token"))
        app = amplify.CfnApp(
            self,
            "App",
            name=deployment.name("web"),
            repository=f"https://github.com/{deployment.repository}",
            access_token=token.unsafe_unwrap(),  # a dynamic reference: CloudFormation resolves it, no template has it
            platform="WEB",
            iam_service_role=iam.Role(self, "Role", assumed_by=iam.ServicePrincipal("amplify.amazonaws.com")).role_arn,
            build_spec=json.dumps(_build(deployment)),
            custom_headers=json.dumps(
                {"customHeaders": [{"pattern": "**", "headers": [{"key": k, "value": v} for k, v in HEADERS.items()]}]}
            ),
            custom_rules=[amplify.CfnApp.CustomRuleProperty(source=NOT_A_FILE, target="/index.html", status="200")],
            enable_branch_auto_deletion=True,
        )
        branch = amplify.CfnBranch(
            self,
            "Branch",
            app_id=app.attr_app_id,
            branch_name=deployment.branch,
            stage="PRODUCTION",
            enable_auto_build=True,
            enable_pull_request_preview=True,
        )
        domain = amplify.CfnDomain(
            self,
            "Domain",
            app_id=app.attr_app_id,
            domain_name=deployment.domain,
            sub_domain_settings=[
                amplify.CfnDomain.SubDomainSettingProperty(prefix="app", branch_name=deployment.branch)
            ],
        )
        domain.add_resource_dependency(branch)


def _build(deployment: Deployment) -> dict[str, object]:
    return {
        "version": 1,
        "frontend": {
            "phases": {
                "build": {"commands": [f"EXPO_PUBLIC_API_URL=https://{deployment.domain} tools/app.sh"]},
            },
            "artifacts": {"baseDirectory": FOLDER, "files": ["**/*"]},
            "cache": {"paths": ["app/node_modules/**/*"]},
        },
    }

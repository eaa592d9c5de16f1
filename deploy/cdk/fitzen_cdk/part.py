"""A stack of a deployment."""

from aws_cdk import Environment, Stack
from constructs import Construct

from fitzen_cdk.deployment import EDGE_REGION, Deployment


class Part(Stack):
    """Named for the deployment, protected, and in its region unless another is given.

    `compact` writes the template without spaces, for one that comes near the 1 MB that CloudFormation takes.
    """

    def __init__(
        self, scope: Construct, deployment: Deployment, part: str, *, region: str = "", compact: bool = False
    ) -> None:
        super().__init__(
            scope,
            deployment.name(part),
            env=Environment(region=region or deployment.region),
            cross_region_references=deployment.region != EDGE_REGION,
            termination_protection=True,
            suppress_template_indentation=compact,
        )

"""`python app.py` writes the CloudFormation of one profile to cdk.out/PROFILE; it asks no account and no network."""

import sys

from fitzen_cdk.deployment import Deployment, DeploymentError
from fitzen_cdk.stacks import synthesise

if __name__ == "__main__":
    try:
        assembly = synthesise(Deployment.from_arguments(sys.argv[1:]))
    except DeploymentError as error:
        sys.exit(str(error))
    except RuntimeError as error:  # how jsii hands over an error of the CDK; what the rules found is printed already
        sys.exit(f"Nothing was written that may be deployed. {error}")
    for stack in assembly.stacks:
        print(f"{stack.stack_name}: {len(stack.template.get('Resources', {}))} resources")
    print(f"written to {assembly.directory}")

"""The stacks of each profile."""

import json
from pathlib import Path

from aws_cdk import App, Tags, Validations
from aws_cdk.cx_api import CloudAssembly
from cdk_nag import AwsSolutionsChecks, HIPAASecurityChecks

from fitzen_cdk.access import Access
from fitzen_cdk.api import Api, lambda_integration, let_gateways_call
from fitzen_cdk.backup import Backup, BackupCopy
from fitzen_cdk.containers import Containers
from fitzen_cdk.data import Data
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.identity import Identity
from fitzen_cdk.jobs import Jobs
from fitzen_cdk.network import Network
from fitzen_cdk.observability import Observability
from fitzen_cdk.rules import accept
from fitzen_cdk.serverless import Serverless
from fitzen_cdk.site import Site

HERE = Path(__file__).parents[1]


def build(deployment: Deployment) -> App:
    context = json.loads((HERE / "cdk.json").read_text())["context"]
    app = App(outdir=deployment.output or str(HERE / "cdk.out" / deployment.profile), context=context)
    data = Data(app, deployment)
    identity = Identity(app, deployment)
    identity.add_stack_dependency(data)  # whose secrets its providers are set up with, by name
    access = Access(deployment, data, identity)
    jobs = Jobs(app, deployment, data=data, identity=identity, access=access)
    tasks = None
    if deployment.profile == "serverless":
        servers = Serverless(app, deployment, data=data, identity=identity, access=access)
        integrate = lambda_integration(deployment, servers.api, servers.chat)
        api = Api(app, deployment, data=data, integrate=integrate)
        let_gateways_call(api, {"Api": servers.api, "Chat": servers.chat})
    else:
        network = Network(app, deployment)
        tasks = Containers(app, deployment, network=network, data=data, identity=identity, access=access)
        api = Api(app, deployment, data=data, integrate=tasks.integrate(deployment))
    Site(app, deployment, data=data, api=api)
    Observability(app, deployment, data=data, api=api, jobs=jobs, tasks=tasks)
    Backup(app, deployment, data=data, copy=BackupCopy(app, deployment))
    accept(
        app,
        {
            "HIPAA.Security-IAMNoInlinePolicy": "A policy inside a role is that role's alone, and goes with it; what roles share is managed."
        },
    )
    Tags.of(app).add("application", "fitzen")
    Tags.of(app).add("stage", deployment.stage)
    return app


def synthesise(deployment: Deployment) -> CloudAssembly:
    """Write the cloud assembly. Raises where a rule of AWS Solutions or HIPAA is broken without an accepted reason."""
    app = build(deployment)
    Validations.of(app).add_plugins(AwsSolutionsChecks(app), HIPAASecurityChecks(app))
    return app.synth()

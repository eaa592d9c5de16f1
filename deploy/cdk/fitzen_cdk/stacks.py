"""The stacks of each profile."""

from pathlib import Path

from aws_cdk import App, Environment, Tags, Validations
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
    import json

    context = json.loads((HERE / "cdk.json").read_text())["context"]
    app = App(outdir=deployment.output or str(HERE / "cdk.out" / deployment.profile), context=context)
    here = {"env": Environment(region=deployment.region), "termination_protection": True}
    data = Data(app, deployment, **here)
    identity = Identity(app, deployment, **here)
    access = Access(deployment, data, identity)
    jobs = Jobs(app, deployment, data=data, identity=identity, access=access, **here)
    tasks = None
    if deployment.profile == "serverless":
        servers = Serverless(app, deployment, data=data, identity=identity, access=access, **here)
        integrate = lambda_integration(deployment, servers.api, servers.chat)
        api = Api(app, deployment, data=data, integrate=integrate, **here)
        let_gateways_call(api, {"Api": servers.api, "Chat": servers.chat})
    else:
        network = Network(app, deployment, **here)
        tasks = Containers(app, deployment, network=network, data=data, identity=identity, access=access, **here)
        api = Api(app, deployment, data=data, integrate=tasks.integrate(deployment), **here)
    Site(app, deployment, data=data, api=api, **here)
    Observability(app, deployment, data=data, api=api, jobs=jobs, tasks=tasks, **here)
    there = {"env": Environment(region=deployment.backup_region), "termination_protection": True}
    Backup(app, deployment, data=data, copy=BackupCopy(app, deployment, **there), **here)
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

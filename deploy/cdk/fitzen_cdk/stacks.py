"""The stacks of each profile."""

import json
from pathlib import Path

from aws_cdk import App, Tags, Validations
from aws_cdk.cx_api import CloudAssembly
from cdk_nag import AwsSolutionsChecks, HIPAASecurityChecks

from fitzen_cdk.access import Access
from fitzen_cdk.amplify import Amplify
from fitzen_cdk.api import Api, lambda_integration, let_gateways_call
from fitzen_cdk.backup import Backup, BackupCopy
from fitzen_cdk.cache import Cache
from fitzen_cdk.cluster import Cluster
from fitzen_cdk.containers import Containers, link_integration
from fitzen_cdk.copies import FilesCopy
from fitzen_cdk.data import Data
from fitzen_cdk.database import Database
from fitzen_cdk.delivery import Delivery
from fitzen_cdk.deployment import Deployment
from fitzen_cdk.identity import Identity
from fitzen_cdk.jobs import Jobs
from fitzen_cdk.mail import Mail, let_ses_tell
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
    identity = Identity(app, deployment, data=data)
    identity.add_stack_dependency(data)  # whose secrets its providers are set up with, by name
    let_ses_tell(data)
    Mail(app, deployment, data=data)
    if deployment.files_replica_region:
        FilesCopy(app, deployment)
    network = None if deployment.profile == "serverless" else Network(app, deployment, data=data)
    database = Database(app, deployment, network=network, data=data) if network and deployment.relational else None
    cache = Cache(app, deployment, network=network, data=data) if network and deployment.valkey else None
    access = Access(deployment, data, identity, database, cache)
    jobs = None if database else Jobs(app, deployment, data=data, identity=identity, access=access)
    tasks: Containers | Cluster | None = None
    if network is None:
        servers = Serverless(app, deployment, data=data, identity=identity, access=access)
        integrate = lambda_integration(deployment, servers.api, servers.chat)
        api = Api(app, deployment, data=data, integrate=integrate)
        let_gateways_call(api, {"Api": servers.api, "Chat": servers.chat})
    else:
        make = Cluster if deployment.profile == "kubernetes" else Containers
        tasks = make(
            app,
            deployment,
            network=network,
            data=data,
            identity=identity,
            access=access,
            database=database,
            cache=cache,
        )
        api = Api(app, deployment, data=data, integrate=link_integration(deployment, tasks.link, tasks.listener))
    site = Site(app, deployment, data=data, api=api)
    Observability(app, deployment, data=data, api=api, jobs=jobs, tasks=tasks, database=database)
    Backup(app, deployment, data=data, database=database, copy=BackupCopy(app, deployment))
    if deployment.web == "amplify":
        Amplify(app, deployment)
    if deployment.repository:
        cluster = tasks if isinstance(tasks, Cluster) else None
        Delivery(app, deployment, data=data, site=site, network=network, cluster=cluster)
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

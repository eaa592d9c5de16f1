"""The environment that tasks and functions get, made from the application's own Settings and jobs.

Read from Fitzen's source, so a setting or a job that is renamed there breaks synth, not a deployment.
"""

import ast
from collections.abc import Mapping
from pathlib import Path

from fitzen import config
from fitzen_cdk.deployment import DeploymentError

SECRET = "aws-sm://"  # noqa: S105 # the scheme of a reference to a secret, which Fitzen resolves at start
SOURCE = Path(config.__file__).parent
_RESOLVED = "x" * config.MIN_SECRET_LENGTH


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """`settings` by the attribute names of `fitzen.config.Settings` -> the variables, as production.

    Raises DeploymentError on a name that Settings has not, and where Fitzen would refuse to start with these values.
    """
    settings = {"env": "production", **settings}
    unknown = sorted(settings.keys() - config.VARIABLES.keys())
    if unknown:
        raise DeploymentError(
            f"fitzen.config.Settings has no {', '.join(unknown)}; give its variables their new names."
        )
    variables = {config.VARIABLES[name]: value for name, value in settings.items() if value}
    resolved = {name: _RESOLVED if value.startswith(SECRET) else value for name, value in variables.items()}
    try:
        config.load(resolved)
    except config.SettingsError as error:
        raise DeploymentError(f"Fitzen would not start: {error}") from None
    return variables


def jobs() -> dict[str, str]:
    """Each job's name and the minutes of the hour at which it runs, as cron writes them.

    Read without importing: the jobs' own imports (pydantic, SQLAlchemy) are none of synth's.
    """
    tree = ast.parse((SOURCE / "jobs" / "table.py").read_text())
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "JOBS":
            table = node.value
            if isinstance(table, ast.Dict):
                return {_text(name): _minutes(job) for name, job in zip(table.keys, table.values, strict=True)}
    raise DeploymentError("fitzen/jobs/table.py has no table JOBS any more.")


def _minutes(job: ast.expr) -> str:
    if not isinstance(job, ast.Call):
        raise DeploymentError("fitzen/jobs/table.py: a job is Job(run, minutes, about).")
    return _text(job.args[1])


def _text(node: ast.expr | None) -> str:
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        raise DeploymentError("fitzen/jobs/table.py: names and minutes are plain texts.")
    return node.value

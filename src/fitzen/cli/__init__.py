"""`fitzen`: its commands, each in the module of what it is about. Each says by `--help` what it does, with an example."""

import click

from fitzen.cli import backup, coach, cost, foods, jobs, people, serving, simulate, smoke, transfer, users

COMMANDS = [
    serving.serve,
    serving.migrate,
    people.chat,
    people.demo,
    users.users,
    foods.foods,
    jobs.jobs,
    jobs.worker,
    serving.doctor,
    backup.backup,
    backup.restore,
    cost.cost,
    simulate.simulate,
    smoke.smoke,
    transfer.export,
    transfer.imports,
    serving.openapi,
    coach.tools,
]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="fitzen")
def main() -> None:
    """Fitzen, an AI fitness coach."""


for command in COMMANDS:
    main.add_command(command)

"""tools: what a coach may call."""

import click

from fitzen.cli.common import example


@click.command(epilog=example("fitzen tools > docs/tools.md"))
def tools() -> None:
    """Print the page of the coach's tools: arguments, and what each writes."""
    from fitzen.coach.tools import TOOLS
    from fitzen.coach.tools_page import page

    click.echo(page(TOOLS.values()), nl=False)

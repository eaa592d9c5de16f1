"""`fitzen`: serve, migrate, chat, demo, openapi. Each command says by `--help` what it does, with an example."""

import sys
from collections.abc import Callable
from functools import wraps

import click

from fitzen import config
from fitzen.errors import FitzenError


def _example(text: str) -> str:
    return f"\b\nExample:\n  {text}"


def _plainly[**P, R](command: Callable[P, R]) -> Callable[P, R]:
    """Show an error as a sentence, not as a traceback."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except FitzenError as error:
            raise click.ClickException(str(error)) from error

    return wrapped


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="fitzen")
def main() -> None:
    """Fitzen, an AI fitness coach."""


@main.command(epilog=_example("fitzen serve --role all --port 5001"))
@click.option("--host", help="Address to listen on (API_HOST).")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on (API_PORT).")
@click.option(
    "--role",
    type=click.Choice(["all", "api", "chat"]),
    default="all",
    show_default=True,
    help="What this process is tuned for: api has few threads, chat has many that wait for a model.",
)
@click.option("--workers", type=click.IntRange(1, 64), help="Worker processes; by default one, or one a core for api.")
@click.option("--threads", type=click.IntRange(1, 1024), help="Blocking threads a worker; by default by role.")
@_plainly
def serve(host: str | None, port: int | None, role: str, workers: int | None, threads: int | None) -> None:
    """Serve the API; migrates first, and stops gracefully on Ctrl-C or SIGTERM."""
    from fitzen import server

    settings = config.load()
    server.serve(settings, host=host, port=port, role=role, workers=workers, threads=threads)


@main.command(epilog=_example("STORE_URL=postgresql://localhost/fitzen fitzen migrate"))
@_plainly
def migrate() -> None:
    """Create or upgrade the tables of the configured stores; safe to repeat."""
    from fitzen import wiring

    infra = wiring.build(config.load())
    infra.store.migrate()
    if infra.chat_store is not infra.store:
        infra.chat_store.migrate()
    click.echo("The stores are up to date.")


@main.command(epilog=_example("fitzen openapi > docs/openapi.json"))
@_plainly
def openapi() -> None:
    """Print the OpenAPI document."""
    import json

    from fitzen.app import create_app
    from fitzen.wiring import build

    app = create_app(build(config.load({"STORE_URL": "sqlite://", "SECRET_KEY": "x" * config.MIN_SECRET_LENGTH})))
    with app.app_context():
        json.dump(app.spec, sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")

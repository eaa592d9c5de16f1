"""serve, migrate, openapi, doctor: the service and its stores."""

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from fitzen import config
from fitzen.cli.common import example, opened, plainly

if TYPE_CHECKING:
    from fitzen.rebuild import Derivation


@click.command(epilog=example("fitzen serve --role all --port 5001"))
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
@click.option(
    "--migrate/--no-migrate", default=True, show_default=True, help="Create or upgrade the tables before serving."
)
@plainly
def serve(
    host: str | None, port: int | None, role: str, workers: int | None, threads: int | None, *, migrate: bool
) -> None:
    """Serve the API; migrates first, and stops gracefully on Ctrl-C or SIGTERM."""
    from fitzen import server

    settings = config.load()
    server.serve(settings, host=host, port=port, role=role, workers=workers, threads=threads, migrate=migrate)


@click.command(epilog=example("STORE_URL=postgresql://localhost/fitzen fitzen migrate"))
@plainly
def migrate() -> None:
    """Create or upgrade the tables of the configured stores; safe to repeat."""
    from fitzen.infra.storage import pepper

    with opened() as infra:
        infra.store.migrate()
        if infra.chat_store is not infra.store:
            infra.chat_store.migrate()
        pepper.check(infra.store, infra.settings.pepper, infra.clock())
    click.echo("The stores are up to date.")


@click.command(epilog=example("fitzen openapi > docs/openapi.json"))
@plainly
def openapi() -> None:
    """Print the OpenAPI document."""
    from fitzen.app import create_app
    from fitzen.wiring import build

    app = create_app(build(config.load({"STORE_URL": "sqlite://", "SECRET_KEY": "x" * config.MIN_SECRET_LENGTH})))
    with app.app_context():
        json.dump(app.spec, sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")


def derivations() -> "Sequence[Derivation]":
    """Return what each feature derives."""
    from fitzen.transfer.derived import DERIVATIONS

    return DERIVATIONS


@click.command(epilog=example("fitzen doctor --rebuild"))
@click.option("--rebuild", is_flag=True, help="Make derived records again from their sources and compare.")
@click.option("--fix", is_flag=True, help="Write what differs.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@plainly
def doctor(*, rebuild: bool, fix: bool, as_json: bool) -> None:
    """Check the stores, and with --rebuild that derived records agree with their sources (exit 1 if not)."""
    from fitzen.rebuild import repair, users_with_differences

    with opened() as infra:
        for store in infra.stores():
            store.ping()
        found = list(users_with_differences(infra.store, derivations())) if rebuild else []
        for user_id, differences in found if fix else ():
            repair(infra.store, user_id, differences)
    report = [{"user_id": user, "kind": each.kind, "id": each.id} for user, every in found for each in every]
    if as_json:
        click.echo(json.dumps({"stores": "ok", "differences": report}))
    else:
        click.echo("The stores answer.")
        for line in report:
            click.echo(f"{line['user_id']}  {line['kind']}  {line['id']}")
        if rebuild:
            click.echo(f"{len(report)} derived records differ from their sources.")
    if report and not fix:
        sys.exit(1)

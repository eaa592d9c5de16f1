"""`fitzen`: serve, migrate, chat, demo, openapi. Each command says by `--help` what it does, with an example."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import wraps

import click

from fitzen import config
from fitzen.errors import FitzenError
from fitzen.infra.base import Infra


def _example(text: str) -> str:
    return f"\b\nExample:\n  {text}"


@contextmanager
def _opened() -> Iterator[Infra]:
    """Build what is configured, for one command, and give its connections back."""
    from fitzen import wiring

    infra = wiring.build(config.load())
    try:
        yield infra
    finally:
        for store in {id(store): store for store in (infra.store, infra.chat_store)}.values():
            store.close()


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
    with _opened() as infra:
        infra.store.migrate()
        if infra.chat_store is not infra.store:
            infra.chat_store.migrate()
    click.echo("The stores are up to date.")


@main.command(epilog=_example("fitzen openapi > docs/openapi.json"))
@_plainly
def openapi() -> None:
    """Print the OpenAPI document."""
    from fitzen.app import create_app
    from fitzen.wiring import build

    app = create_app(build(config.load({"STORE_URL": "sqlite://", "SECRET_KEY": "x" * config.MIN_SECRET_LENGTH})))
    with app.app_context():
        json.dump(app.spec, sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")


@main.command(epilog=_example('fitzen chat --email you@example.com "How is my bench press going?"'))
@click.argument("message", required=False)
@click.option("--url", default="http://127.0.0.1:5001", show_default=True, help="The server that runs.")
@click.option("--phone", help="Sign in by a code to this number, such as +34612345678.")
@click.option("--email", help="The same by email.")
@click.option("--json", "as_json", is_flag=True, help="Print each answer as one line of JSON.")
@click.option(
    "--yes", is_flag=True, help="Do not ask: confirm what the coach proposes, and take codes from the server's inbox."
)
@_plainly
def chat(message: str | None, url: str, phone: str | None, email: str | None, *, as_json: bool, yes: bool) -> None:
    """Talk to the coach: MESSAGE alone, at a prompt, or line by line from a pipe (exit 1 without an answer)."""
    from fitzen.chatting.signing_in import Address
    from fitzen.chatting.talk import chat

    if phone and email:
        raise click.UsageError("Give either --phone or --email.")
    address = Address("phone", phone) if phone else Address("email", email) if email else None
    sessions = config.user_config_dir() / "session.json"
    if not chat(url, sessions, message, address, as_json=as_json, yes=yes):
        sys.exit(1)


@main.command(epilog=_example("fitzen demo --email you@example.com --seed 7"))
@click.option("--email", help="Whose account to fill; it is made if it is not there.")
@click.option("--phone", help="The same by phone number, such as +34612345678.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same data.")
@click.option("--days", type=click.IntRange(1, 3660), default=365, show_default=True, help="How many days.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day; yesterday if left out.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
@_plainly
def demo(email: str | None, phone: str | None, seed: int, days: int, until: datetime | None, *, as_json: bool) -> None:
    """Fill an account of the configured store with plausible training and weight."""
    from fitzen.auth.service import user_of
    from fitzen.demo import Filled, fill

    counts = Filled(0, 0)
    with _opened() as infra:
        if infra.settings.production:
            raise click.ClickException("Not in production: it would mix made-up data with real people's.")
        infra.store.migrate()
        now = infra.clock()
        user_id = user_of(infra, phone=phone, email=email, now=now)
        last_day = until.date() if until else now.date() - timedelta(days=1)
        filling = fill(infra.store, user_id, seed, last_day, days)
        with click.progressbar(filling, label="Filling", hidden=as_json) as done:
            for counts in done:  # noqa: B007 - the last counts are printed
                pass
    found = {"user_id": user_id, "seed": seed, **counts._asdict()}
    click.echo(json.dumps(found) if as_json else f"{counts.workouts} workouts and {counts.measurements} weigh-ins.")


@main.command(epilog=_example("fitzen doctor --rebuild"))
@click.option("--rebuild", is_flag=True, help="Make derived records again from their sources and compare.")
@click.option("--fix", is_flag=True, help="Write what differs.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@_plainly
def doctor(*, rebuild: bool, fix: bool, as_json: bool) -> None:
    """Check the stores, and with --rebuild that derived records agree with their sources (exit 1 if not)."""
    from fitzen.workouts.rebuild import repair, users_with_differences

    with _opened() as infra:
        for store in {id(store): store for store in (infra.store, infra.chat_store)}.values():
            store.ping()
        found = list(users_with_differences(infra.store)) if rebuild else []
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

"""chat, demo: what a person, or a simulated one, does."""

import json
import sys
from datetime import datetime, timedelta

import click

from fitzen import config
from fitzen.cli.common import example, opened, plainly


@click.command(epilog=example('fitzen chat --email you@example.com "How is my bench press going?"'))
@click.argument("message", required=False)
@click.option("--url", default="http://127.0.0.1:5001", show_default=True, help="The server that runs.")
@click.option("--phone", help="Sign in by a code to this number, such as +34612345678.")
@click.option("--email", help="The same by email.")
@click.option("--json", "as_json", is_flag=True, help="Print each answer as one line of JSON.")
@click.option(
    "--yes", is_flag=True, help="Do not ask: confirm what the coach proposes, and take codes from the server's inbox."
)
@plainly
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


@click.command(epilog=example("fitzen demo --email you@example.com --seed 7"))
@click.option("--email", help="Whose account to fill; it is made if it is not there.")
@click.option("--phone", help="The same by phone number, such as +34612345678.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same data.")
@click.option("--days", type=click.IntRange(1, 3660), default=365, show_default=True, help="How many days.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day; yesterday if left out.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
@plainly
def demo(email: str | None, phone: str | None, seed: int, days: int, until: datetime | None, *, as_json: bool) -> None:
    """Fill an account of the configured store with a plausible life: training, meals, weight, habits, goals and plans."""
    from fitzen.auth.service import user_of
    from fitzen.demo import Filled, fill

    counts = Filled()
    with opened() as infra:
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
    made = [f"{count} {_named(name, count)}" for name, count in counts._asdict().items()]
    found = {"user_id": user_id, "seed": seed, **counts._asdict()}
    click.echo(json.dumps(found) if as_json else f"{', '.join(made[:-1])} and {made[-1]}.")


def _named(name: str, count: int) -> str:
    return (name.removesuffix("s") if count == 1 else name).replace("_", " ")

"""users: what an operator does for one person."""

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from fitzen.cli.common import example, opened, plainly


@click.group()
def users() -> None:
    """Look after people's accounts."""


@users.command(epilog=example("fitzen users subscription --email ana@example.com --set premium --until 2027-12-31"))
@click.option("--email", help="Whose account.")
@click.option("--phone", help="The same by phone number, such as +34612345678.")
@click.option("--id", "user_id", help="The same by user id.")
@click.option("--set", "to", type=click.Choice(["free", "trial", "premium"]), help="Change it; shows it if left out.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The first day without it (UTC); no end if left out.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@plainly
def subscription(
    email: str | None, phone: str | None, user_id: str | None, to: str | None, until: datetime | None, *, as_json: bool
) -> None:
    """Show or set what somebody has subscribed to."""
    from fitzen.auth.service import find_user
    from fitzen.users import service
    from fitzen.users import subscription as subscriptions

    if sum(each is not None for each in (email, phone, user_id)) != 1:
        raise click.UsageError("Give one of --email, --phone and --id.")
    if until is not None and to is None:
        raise click.UsageError("--until goes with --set.")
    with opened() as infra:
        now = infra.clock()
        id_ = user_id or find_user(infra, phone=phone, email=email)
        if to is not None:
            end = until.replace(tzinfo=UTC) if until else None
            subscriptions.subscribe(infra.store, id_, to, end, now)  # type: ignore[arg-type] # click has checked it
        user = service.profile(infra.store, id_)
        status, until_ = subscriptions.status(user, now), user.get("subscription_expires_at")
    if as_json:
        click.echo(json.dumps({"user_id": id_, "subscription_status": status, "subscription_expires_at": until_}))
    else:
        click.echo(f"{id_}: {status}" + (f" until {until_}" if until_ else ""))


@users.command(epilog=example("fitzen users erase --backup /backups/fitzen"))
@click.option("--id", "ids", multiple=True, help="A user id; may be given several times.")
@click.option("--backup", type=click.Path(exists=True, file_okay=False, path_type=Path), help="All whom it says so of.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@plainly
def erase(ids: tuple[str, ...], backup: Path | None, *, as_json: bool) -> None:
    """Erase people for good: at their wish, or again after a restore has brought them back. Safe to repeat."""
    from fitzen.backup.service import erased
    from fitzen.cli.backup import erase_again

    people = sorted({*ids, *(erased(backup) if backup else ())})
    if not people and backup is None:
        raise click.UsageError("Give --id or --backup.")
    erase_again(people)
    click.echo(json.dumps({"erased": people}) if as_json else f"{len(people)} people are erased.")

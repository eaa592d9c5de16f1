"""cost: what Fitzen costs on AWS, line by line, beside the reference's tables."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from fitzen.cli.common import example, plainly

if TYPE_CHECKING:
    from fitzen.cost.bill import Bill
    from fitzen.cost.prices import Prices
    from fitzen.cost.templates import Profile

type Json = dict[str, Any]

PROFILES = ("serverless", "hybrid", "kubernetes")


class Factor(click.ParamType[tuple[str, float]]):
    """A price, or the beginning of several, times a number."""

    name = "price=factor"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, float]:
        start, _, factor = value.partition("=")
        try:
            number = float(factor)
        except ValueError:
            number = -1.0
        if not start or number < 0:
            self.fail(f"{value} is not a price times a number, such as bedrock=2 or nat.=0.5.", param, ctx)
        return start, number


def _priced(factors: Sequence[tuple[str, float]]) -> "Prices":
    from fitzen.cost import prices

    return prices.load().times(dict(factors))


JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
FACTORS = click.option(
    "--price", "factors", type=Factor(), multiple=True, help="Another price, such as bedrock=2 or nat.=0.5; repeatable."
)


@click.group()
def cost() -> None:
    """Say what Fitzen costs on AWS in a month, from prices, use, and what was measured (docs/cost.md)."""


@cost.command(epilog=example("fitzen cost compare --json"))
@FACTORS
@JSON
@plainly
def compare(factors: Sequence[tuple[str, float]], *, as_json: bool) -> None:
    """Show ours beside the reference's at 1,000, 10,000 and 100,000 users, and where the savings come from."""
    from fitzen.cost import comparison

    prices = _priced(factors)
    found = [comparison.compare(users, profile, prices) for users, profile in comparison.COMPARED]
    talk = comparison.conversation(prices)
    report = [
        {
            "users": each.users,
            "profile": each.profile,
            "reference_printed": round(each.printed, 2),
            "reference_at_list_prices": round(each.corrected, 2),
            "ours": round(each.ours.total, 2),
            "share_of_printed": round(each.share, 3),
            "share_of_list_prices": round(each.share_of_corrected, 3),
            "goal_reached": each.reached,
            "most_coach_messages_a_user": round(comparison.most_messages(each.users, each.profile, prices), 1),
            "a_conversation_a_user": comparison.talking(each.users, each.profile, prices)._asdict(),
            "savings": [
                {"what": saving.what, "usd": round(saving.usd, 2), "why": saving.why}
                for saving in comparison.savings(each, prices)
            ],
        }
        for each in found
    ]
    if as_json:
        cents = {name: round(value, 2) for name, value in talk._asdict().items()}
        click.echo(json.dumps({"sizes": report, "conversation_cents": cents}, ensure_ascii=False))
        return
    _table(
        ("users", "profile", "reference", "at list prices", "ours", "of printed", "of list", "goal ≤ 50 %"),
        (
            (
                f"{each.users:,}",
                each.profile,
                _usd(each.printed),
                _usd(each.corrected),
                _usd(each.ours.total),
                f"{each.share:.0%}",
                f"{each.share_of_corrected:.0%}",
                "yes" if each.reached else "no",
            )
            for each in found
        ),
    )
    for row, each in zip(report, found, strict=True):
        click.echo(f"\n{each.users:,} users: less than the reference at list prices by")
        _table(
            ("what", "US dollars", "because"),
            (
                (saving.what, _usd(saving.usd), saving.why)
                for saving in comparison.savings(each, prices)
                if abs(saving.usd) >= 0.005  # noqa: PLR2004 - half a cent
            ),
        )
        talk_of = comparison.talking(each.users, each.profile, prices)
        click.echo(
            f"With a measured conversation of ten messages a user: {_usd(talk_of.theirs)} by the reference's prices, "
            f"{_usd(talk_of.ours)} ours ({talk_of.share:.0%})."
        )
        click.echo(
            f"Against its printed total the goal holds up to {row['most_coach_messages_a_user']} messages of the coach a user and month."
        )
    click.echo(
        f"\nA conversation of ten messages, as measured: {talk.ours:.1f} cents; {talk.without:.1f} without cache and with "
        f"the large model alone; {talk.reference:.1f} at the reference's prices. The tokens that the reference gives a user "
        f"({comparison.same_tokens_in_messages(1000, prices):.1f} messages' worth) are what the tables above compare."
    )


@cost.command(epilog=example("fitzen cost reference --users 10000"))
@click.option("--users", type=click.Choice(["1000", "10000", "100000"]), help="One of its tables; all if left out.")
@FACTORS
@JSON
@plainly
def reference(users: str | None, factors: Sequence[tuple[str, float]], *, as_json: bool) -> None:
    """Show the reference's tables: as printed, again from its own assumptions, at list prices, and what is wrong."""
    from fitzen.cost import reference as ref

    prices = _priced(factors)
    sizes = [int(users)] if users else list(ref.PRINTED)
    tables = {size: ref.findings(size, prices) for size in sizes}
    if as_json:
        report = {size: [finding._asdict() for finding in table] for size, table in tables.items()}
        click.echo(json.dumps(report, ensure_ascii=False))
        return
    for size, table in tables.items():
        click.echo(f"{size:,} users, US dollars a month (it prints about {ref.PRINTED_TOTAL[size]:,.0f})")
        rows = [(each.service, _usd(each.printed), _usd(each.again), _usd(each.should_be), each.why) for each in table]
        printed, again = sum(each.printed or 0 for each in table), sum(each.again or 0 for each in table)
        rows.append(("Sum", _usd(printed), _usd(again), _usd(sum(each.should_be for each in table)), ""))
        _table(("service", "printed", "again", "should be", "why"), rows)
        click.echo()


@cost.command(epilog=example("fitzen cost bill --users 5000 --profile hybrid --messages 10"))
@click.option("--users", type=click.IntRange(min=1), default=1000, show_default=True, help="Who use it in the month.")
@click.option("--profile", type=click.Choice(PROFILES), default="serverless", show_default=True, help="How it runs.")
@click.option("--requests", type=click.FloatRange(min=0), default=10.0, show_default=True, help="A user and day.")
@click.option(
    "--messages",
    type=click.FloatRange(min=0),
    help="Of the coach, a user and month; the reference's 5,000 and 1,000 tokens if left out.",
)
@click.option("--photos-mb", type=click.FloatRange(min=0), default=10.0, show_default=True, help="Kept, a user.")
@click.option("--pushes", type=click.FloatRange(min=0), default=10.0, show_default=True, help="A user and month.")
@click.option("--sms", type=click.FloatRange(min=0), help="A user and month; codes alone (0.06) if left out.")
@FACTORS
@JSON
@plainly
def bill(
    users: int,
    profile: "Profile",
    requests: float,
    messages: float | None,
    photos_mb: float,
    pushes: float,
    sms: float | None,
    factors: Sequence[tuple[str, float]],
    *,
    as_json: bool,
) -> None:
    """Show a month's bill, line by line, for a use and a profile of one's own."""
    from fitzen.cost import profiles
    from fitzen.cost.workload import coach_tokens, like_reference

    work = replace(
        like_reference(users),
        requests_day=requests * users,
        photos_gb=photos_mb * users / 1000,
        pushes=pushes * users,
        sms_a_user=sms,
    )
    if messages is not None:
        read, written = coach_tokens(messages * users)
        work = replace(work, input_tokens=read, output_tokens=written)
    made = profiles.bill(profile, work, _priced(factors))
    if as_json:
        click.echo(json.dumps(_as_json(made), ensure_ascii=False))
        return
    click.echo(f"{made.name}, US dollars a month")
    rows = [
        (line.service, line.what, f"{line.quantity:,.4g}", line.unit, f"{line.usd:,.2f}", line.why)
        for line in made.lines
    ]
    _table(
        ("service", "what", "quantity", "of", "US dollars", "how"), [*rows, ("Sum", "", "", "", _usd(made.total), "")]
    )


def _as_json(made: "Bill") -> Json:
    return {
        "name": made.name,
        "usd_month": round(made.total, 2),
        "services": {service: round(usd, 2) for service, usd in made.by_service().items()},
        "lines": [line._asdict() for line in made.lines],
    }


@cost.command(epilog=example("fitzen cost sensitivity --users 100000"))
@click.option(
    "--users", type=click.Choice(["1000", "10000", "100000"]), default="1000", show_default=True, help="A size."
)
@click.option("--profile", type=click.Choice(PROFILES), help="The one meant for the size, if left out.")
@JSON
@plainly
def sensitivity(users: str, profile: "Profile | None", *, as_json: bool) -> None:
    """Show what other use and other prices would make of it."""
    from fitzen.cost import comparison

    size = int(users)
    kind = profile or dict(comparison.COMPARED)[size]
    found = list(comparison.sensitivity(size, kind, _priced(())))
    if as_json:
        rows = [
            {"what": scenario.name, "usd": round(each.ours.total, 2), "share_of_printed": round(each.share, 3)}
            for scenario, each in found
        ]
        click.echo(json.dumps({"users": size, "profile": kind, "scenarios": rows}))
        return
    click.echo(f"{size:,} users, {kind}: US dollars a month, and of what the reference prints")
    _table(
        ("what if", "US dollars", "of printed"),
        ((scenario.name, _usd(each.ours.total), f"{each.share:.0%}") for scenario, each in found),
    )


@cost.command(epilog=example("fitzen cost prices"))
@JSON
@plainly
def prices(*, as_json: bool) -> None:
    """Show the price table: each with its free tier, its source, and whether it was read there or recalled."""
    table = list(_priced(()))
    if as_json:
        click.echo(json.dumps([price._asdict() for price in table]))
        return
    rows = (
        (each.name, f"{each.usd:g}", each.unit, f"{each.free:g}", each.known, each.as_of, each.source) for each in table
    )
    _table(("price", "US dollars", "a", "free", "known", "as of", "source"), rows)


def _usd(value: float | None) -> str:
    return "-" if value is None else f"{value:,.2f}"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print columns as wide as they need to be; numbers to the right."""
    lines = [list(header), *map(list, rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(header))]
    for line in lines:
        cells = (
            cell.rjust(width) if _number(cell) or (line is lines[0] and _number(lines[1][place])) else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        click.echo("  ".join(cells).rstrip())


def _number(cell: str) -> bool:
    return cell.strip("-%").replace(",", "").replace(".", "").isdigit() or cell == "-"

"""simulate: a day on Fargate, with what can go wrong."""

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from fitzen.cli.common import example, plainly

if TYPE_CHECKING:
    from fitzen.cost.simulation.run import Outcome

SCENARIOS = ("day", "spike", "spike-by-requests", "task", "zone", "throttled")
BARS = " ▁▂▃▄▅▆▇█"
COLUMN_MINUTES = 20


@click.command(epilog=example("fitzen simulate spike --seed 7 --plot"))
@click.argument("scenarios", nargs=-1, type=click.Choice(SCENARIOS))
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same day.")
@click.option(
    "--requests",
    type=click.IntRange(1, 5_000_000),
    default=1_000_000,
    show_default=True,
    help="A day; a million take about ten seconds.",
)
@click.option("--least", type=click.IntRange(1, 100), help="Tasks at least (2).")
@click.option("--most", type=click.IntRange(1, 100), help="Tasks at most (10).")
@click.option("--plot", is_flag=True, help="Draw requests, tasks, the longest answer and errors over the day.")
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON for each.")
@plainly
def simulate(
    scenarios: tuple[str, ...],
    seed: int,
    requests: int,
    least: int | None,
    most: int | None,
    *,
    plot: bool,
    as_json: bool,
) -> None:
    """Simulate SCENARIOS, or all: how long answers take, errors, tasks and money (needs fitzen[ops]: simpy)."""
    from fitzen.cost import prices
    from fitzen.cost.simulation import run
    from fitzen.cost.simulation.plan import SCENARIOS as PLANS

    table = prices.load()
    for name in scenarios or SCENARIOS:
        plan = PLANS[name]
        scaling = replace(plan.scaling, least=least or plan.scaling.least, most=most or plan.scaling.most)
        answers = plan.answers * requests / plan.requests
        found = run.simulate(replace(plan, requests=requests, answers=answers, scaling=scaling), table, seed)
        if as_json:
            click.echo(json.dumps(_report(found)))
            continue
        _show(found)
        if plot:
            _draw(found)


def _report(found: "Outcome") -> dict[str, object]:
    from fitzen.cost.simulation.run import percentile

    return {
        "scenario": found.plan.name,
        "seed": found.seed,
        "requests": found.requests,
        **{f"p{at}_ms": round(1000 * percentile(found.latencies, at), 1) for at in (50, 95, 99)},
        "turned_away": found.turned_away,
        "failed": found.failed,
        "minutes_with_errors": sum(1 for minute in found.minutes if minute.errors),
        "error_share": round(found.error_share, 6),
        "tasks_mean": round(found.tasks_mean, 2),
        "tasks_most": found.most_tasks,
        "coach_answers": len(found.first_words),
        "coach_builtin": found.builtin,
        **{f"coach_first_word_p{at}_s": round(percentile(found.first_words, at), 2) for at in (50, 95, 99)},
        "usd_tasks": round(found.usd_tasks, 2),
        "usd_models": round(found.usd_models, 2),
    }


def _show(found: "Outcome") -> None:
    report = _report(found)
    click.echo(f"{found.plan.name}: {found.plan.about}")
    click.echo(
        f"  {found.requests:,} requests: p50 {report['p50_ms']} ms, p95 {report['p95_ms']} ms, p99 {report['p99_ms']} ms"
    )
    click.echo(
        f"  errors: {found.turned_away:,} turned away, {found.failed:,} failed ({found.error_share:.3%}), "
        f"in {report['minutes_with_errors']} minutes"
    )
    click.echo(
        f"  tasks: {found.tasks_mean:.2f} in the mean, {found.most_tasks} at most; ${found.usd_tasks:.2f} for the day"
    )
    click.echo(
        f"  coach: {len(found.first_words):,} answers, first word p50 {report['coach_first_word_p50_s']} s, "
        f"p95 {report['coach_first_word_p95_s']} s; {found.builtin:,} by the built-in coach; models ${found.usd_models:.2f}"
    )


def _draw(found: "Outcome") -> None:
    """Draw the day as bars, a column for each 20 minutes."""
    chunks = [found.minutes[start : start + COLUMN_MINUTES] for start in range(0, len(found.minutes), COLUMN_MINUTES)]
    rows = {
        "requests a minute": [max(minute.requests for minute in chunk) for chunk in chunks],
        "tasks": [max(minute.tasks for minute in chunk) for chunk in chunks],
        "longest answer, ms": [round(1000 * max(minute.worst_s for minute in chunk)) for chunk in chunks],
        "errors": [sum(minute.errors for minute in chunk) for chunk in chunks],
    }
    for name, values in rows.items():
        top = max(values)
        bars = "".join(BARS[round((len(BARS) - 1) * value / top)] if top else " " for value in values)
        click.echo(f"  {name:<19}|{bars}| up to {top:,}")
    hours = "".join(f"{hour:<9}" for hour in range(0, 24, 3))
    click.echo(f"  {'hour of the day':<19} {hours}")

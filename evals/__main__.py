"""`make evals`: a figure for each category of what a coach must be able to do, side by side for each provider.

The built-in coach is always looked at. A model is too when one is configured: `LLM_URL=bedrock://… make evals`.
"""

import json
import logging
import sys
import time
from collections.abc import Callable, Mapping, Sequence

import click

from evals import (
    asking,
    cost,
    grounding,
    injection,
    knowledge,
    meal_plans,
    numeric,
    numeric_voices,
    protocol,
    routing,
    safety,
    training_plans,
)
from evals.report import Figure, as_json, console, table

type PerProvider = Callable[[asking.Someone], Sequence[Figure]]

BY_PROVIDER: dict[str, PerProvider] = {
    "grounding": grounding.run,
    "numeric": numeric.run,
    "numeric voices": numeric_voices.run,
    "stops": safety.end_to_end,
}
"""Asked of each provider, over the demo person's year."""
ALONE: dict[str, Callable[[int], Sequence[Figure]]] = {
    "routing": routing.figures,
    "training plans": training_plans.figures,
    "meal plans": meal_plans.figures,
    "knowledge": knowledge.figures,
    "safety": lambda _: safety.run(),
    "injection": lambda _: injection.run(),
}
"""What no model has a part in; takes how many random people."""
FAKED: dict[str, Callable[[], Mapping[str, Sequence[Figure]]]] = {
    "protocol": protocol.run,
    "cost": lambda: {"fake bedrock": cost.run()},
}
"""What models that are made up are looked at for, over the wires of real ones; they name their providers."""


@click.command(epilog="Example: make evals ARGS='--only routing --json'")
@click.option("--only", multiple=True, help="A category; may be given several times.")
@click.option("--people", default=1000, show_default=True, help="Random people that plans are made for.")
@click.option("--json", "as_json_", is_flag=True, help="Print the figures as JSON.")
def main(only: tuple[str, ...], people: int, *, as_json_: bool) -> None:
    """Evaluate the coach; exit 1 when a goal is missed."""
    logging.getLogger("fitzen").setLevel(logging.ERROR)  # models fail on purpose
    wanted = [name for name in (*BY_PROVIDER, *ALONE, *FAKED) if not only or name in only]
    found: dict[str, Mapping[str, Sequence[Figure]]] = {}
    for name in wanted:
        begun = time.monotonic()
        found[name] = _evaluate(name, people)
        click.echo(f"{name}: {time.monotonic() - begun:.0f} s", err=True)
    if as_json_:
        click.echo(json.dumps(as_json(found), indent=1))
    else:
        console().print(table(found))
    missed = [figure for by in found.values() for figures in by.values() for figure in figures if figure.met is False]
    sys.exit(1 if missed else 0)


def _evaluate(name: str, people: int) -> Mapping[str, Sequence[Figure]]:
    if name in ALONE:
        return {"builtin": ALONE[name](people)}
    if name in FAKED:
        return FAKED[name]()
    return {provider: BY_PROVIDER[name](asking.alex(url)) for provider, url in _providers().items()}


def _providers() -> Mapping[str, str]:
    """Return the providers by name: the built-in coach, and the model that is configured, if there is one."""
    from fitzen import config

    configured = config.load().llm_url
    return {"builtin": "builtin:"} | ({configured.partition(":")[0]: configured} if configured != "builtin:" else {})


if __name__ == "__main__":
    main()

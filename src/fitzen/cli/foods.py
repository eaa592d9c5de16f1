"""foods: add foods of FoodData Central to those that ship with Fitzen, and look one up."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fitzen import config
from fitzen.cli.common import example, plainly

if TYPE_CHECKING:
    from fitzen.nutrition.foods.fdc import Skipped
    from fitzen.nutrition.foods.models import Food

MOST_SHOWN = 20


@click.group()
def foods() -> None:
    """Find foods, and add more."""


@foods.command("import", epilog=example("fitzen foods import FoodData_Central_foundation_food_json_2026-04-30.zip"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--name", help="What to call them; the same name again replaces them. By default from the file's name.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@plainly
def import_(file: Path, name: str | None, *, as_json: bool) -> None:
    """Add the foods of FILE: JSON of FoodData Central (Foundation, SR Legacy, FNDDS, Branded), or the zip of it."""
    from fitzen.nutrition.foods import archive, overlays

    folder = Path(config.load().data_dir)
    target = overlays.path_of(folder, name or _slug(file.stem))
    skipped: list[Skipped] = []
    draft = target.with_suffix(".draft")
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with draft.open("wb") as out:
            count = archive.write(out, _taken(file, skipped, shown=not as_json))
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    _report(target, count, skipped, as_json=as_json)


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:63]


def _taken(file: Path, skipped: list["Skipped"], *, shown: bool) -> Iterator["Food"]:
    """Give each food once, and keep what was skipped."""
    from fitzen.nutrition.foods import fdc

    seen: set[str] = set()
    with click.progressbar(fdc.read(file), label="Reading", hidden=not shown, show_eta=False) as entries:
        for number, entry in enumerate(entries, 1):
            if isinstance(entry, fdc.Skipped):
                skipped.append(entry)
            elif entry.id in seen:
                skipped.append(fdc.Skipped(number, entry.name, "It is in the file twice."))
            else:
                seen.add(entry.id)
                yield entry


def _report(target: Path, count: int, skipped: list["Skipped"], *, as_json: bool) -> None:
    if as_json:
        report = {"file": str(target), "foods": count, "skipped": [each._asdict() for each in skipped]}
        click.echo(json.dumps(report, ensure_ascii=False))
        return
    click.echo(f"{count} foods added: {target}")
    for reason, number in Counter(each.reason for each in skipped).most_common():
        click.echo(f"{number} skipped: {reason}")
    for each in skipped[:MOST_SHOWN]:
        click.echo(f"  number {each.number} {each.name}".rstrip())
    if len(skipped) > MOST_SHOWN:
        click.echo(f"  and {len(skipped) - MOST_SHOWN} more")


@foods.command(epilog=example('fitzen foods search "chiken brest"'))
@click.argument("query")
@click.option("--limit", type=click.IntRange(1, 100), default=5, show_default=True, help="How many.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON, with all nutrients.")
@plainly
def search(query: str, limit: int, *, as_json: bool) -> None:
    """Find foods by what they are called."""
    from fitzen.nutrition.foods import library, overlays

    overlays.use(Path(config.load().data_dir))
    found = library.search(query, limit)
    if as_json:
        click.echo(json.dumps([food.model_dump(exclude_none=True) for food in found], ensure_ascii=False))
        return
    for food in found:
        energy = food.per_100g.get("energy_kcal")
        click.echo(f"{food.id:<14}{'' if energy is None else f'{energy:.0f}':>5} kcal/100 g  {food.name}")

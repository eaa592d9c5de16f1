"""What an evaluation finds: figures with their goals, and how they are printed."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.table import Table


class Figure(NamedTuple):
    """`value` in `unit` (`%` is 0 to 100); `goal` is what it must be at least, or at most where `low` is better."""

    name: str
    value: float
    unit: str = "%"
    goal: float | None = None
    low: bool = False
    of: int | None = None

    @property
    def met(self) -> bool | None:
        """Tell whether the goal is met; None where there is none."""
        if self.goal is None:
            return None
        return self.value <= self.goal if self.low else self.value >= self.goal


type Evaluation = Callable[[], Sequence[Figure]]


def share(name: str, hits: int, of: int, goal: float | None = None, *, low: bool = False) -> Figure:
    """Return a share in percent. Raises ZeroDivisionError when there was nothing to look at."""
    return Figure(name, 100 * hits / of, "%", goal, low, of)


def as_json(found: Mapping[str, Mapping[str, Sequence[Figure]]]) -> dict[str, object]:
    """Return {category: {provider: [figure with `met`]}}."""
    return {
        category: {
            provider: [figure._asdict() | {"met": figure.met} for figure in figures]
            for provider, figures in by_provider.items()
        }
        for category, by_provider in found.items()
    }


def table(found: Mapping[str, Mapping[str, Sequence[Figure]]]) -> Table:
    """Return a row for each figure, a column for each provider."""
    providers = list(dict.fromkeys(provider for by_provider in found.values() for provider in by_provider))
    shown = Table("category", "figure", "goal", *providers, title="Evaluation of the coach")
    for category, by_provider in found.items():
        names = dict.fromkeys(figure.name for figures in by_provider.values() for figure in figures)
        for index, name in enumerate(names):
            cells = [
                next((_cell(figure) for figure in by_provider.get(provider, ()) if figure.name == name), "")
                for provider in providers
            ]
            goal = next(_goal(figure) for figures in by_provider.values() for figure in figures if figure.name == name)
            shown.add_row("" if index else category, name, goal, *cells)
        shown.add_section()
    return shown


def _cell(figure: Figure) -> str:
    amount = f"{figure.value:,.1f}" if figure.unit == "%" or figure.value % 1 else f"{figure.value:,.0f}"
    of = f" of {figure.of:,}" if figure.of else ""
    text = f"{amount} {figure.unit}{of}"
    return text if figure.met is None else f"[green]{text}[/green]" if figure.met else f"[bold red]{text} ✗[/bold red]"


def _goal(figure: Figure) -> str:
    if figure.goal is None:
        return ""
    return f"{'at most' if figure.low else 'at least'} {figure.goal:g} {figure.unit}"


def console() -> Console:
    return Console(width=None)

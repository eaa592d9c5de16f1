"""The examples of docs/science.md are true, and no formula is without source, range and example."""

import doctest
import inspect
import re
from pathlib import Path
from types import ModuleType

import pytest

from fitzen.science import (
    cycle,
    energy,
    expenditure,
    habits,
    intakes,
    loading,
    plateau,
    programming,
    progression,
    recovery,
    samples,
    strength,
    targets,
    trend,
    volume,
)

PAGE = Path(__file__).parents[3] / "docs" / "science.md"
MODULES: dict[str, tuple[ModuleType, ...]] = {
    "Strength": (strength, loading, volume, progression),
    "Habits": (habits,),
    "Energy": (energy, targets),
    "Reference intakes": (intakes,),
    "Trend": (trend,),
    "Expenditure": (expenditure,),
    "Cycle": (cycle,),
    "Change and recovery": (samples, plateau, recovery),
    "Training plans": (programming,),
}
HELPERS = {"tidy"}


def sections(text: str, marks: str) -> dict[str, str]:
    """Split at the headings of one level, by title."""
    _, *parts = re.split(rf"^{marks} (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


CHAPTERS = sections(PAGE.read_text(encoding="utf-8"), "##")
FORMULAS = [
    pytest.param(chapter, title, text, id=title)
    for chapter in MODULES
    for title, text in sections(CHAPTERS[chapter], "###").items()
]


@pytest.mark.parametrize(("chapter", "title", "text"), FORMULAS)
def test_examples_are_what_the_code_does(chapter: str, title: str, text: str) -> None:
    names = {name: value for module in MODULES[chapter] for name, value in vars(module).items()}
    code = "".join(re.findall(r"^```python\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL))
    examples = doctest.DocTestParser().get_doctest(code, names, title, str(PAGE), 0)
    report: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(examples, out=report.append)
    assert result.attempted > 0
    assert result.failed == 0, "".join(report)


@pytest.mark.parametrize(("chapter", "title", "text"), FORMULAS)
def test_each_formula_says_source_and_range(chapter: str, title: str, text: str) -> None:
    assert "**Source.**" in text
    assert "**Valid for**" in text


@pytest.mark.parametrize("chapter", MODULES)
def test_every_public_function_has_an_example(chapter: str) -> None:
    public = {
        name
        for module in MODULES[chapter]
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")
    }
    shown = set(re.findall(r"\b(\w+)\(", "".join(re.findall(r"^>>> .*$", CHAPTERS[chapter], flags=re.MULTILINE))))
    assert public - HELPERS <= shown


def test_the_table_of_weekly_sets_is_the_one_in_the_code() -> None:
    row = r"^\| (?:growth|strength), .*? \| (\w+) \| (\d+) \| (\d+)\D(\d+) \| (\d+) \|$"
    rows = re.findall(row, CHAPTERS["Strength"], re.MULTILINE)
    levels: dict[str, volume.WeeklySets] = {"all": volume.STRENGTH_SETS, **dict(volume.HYPERTROPHY_SETS.items())}
    assert {level: tuple(map(int, figures)) for level, *figures in rows} == levels


def test_the_tables_of_activity_and_goals_are_those_in_the_code() -> None:
    activities = re.findall(r"^\| (\w+) \| (\d\.\d) \|$", CHAPTERS["Energy"], re.MULTILINE)
    levels: dict[str, float] = {"nothing": energy.UNKNOWN_PAL, **dict(energy.PAL.items())}
    assert {name: float(pal) for name, pal in activities} == levels
    row = r"^\| (\w+) \| (?:([-+][\d.]+) % of weight)? ?\| ([\d.]+) g/kg \| (\d+) % \|$"
    goals = {
        goal: (float(weekly or 0), float(protein), int(fat))
        for goal, weekly, protein, fat in re.findall(row, CHAPTERS["Energy"], re.MULTILINE)
    }
    plans = {
        goal: (plan.weekly * 100, plan.protein_g_kg, round(plan.fat_share * 100))
        for goal, plan in targets.PLANS.items()
    }
    assert goals == plans

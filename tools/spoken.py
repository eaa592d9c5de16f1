"""Find every sentence of the server that reaches a person, and compare them with their Spanish in src/fitzen/data/spoken_es.tsv.

    python -m tools.spoken            what has no Spanish yet, and what of the sheet is said nowhere any more
    python -m tools.spoken --list     all that is said, with the places

The API speaks English; the app says it in Spanish by that sheet. A sentence that is put together is a pattern: what
varies is `{1}`, `{2}`, … from left to right. Two ways of a short choice inside a sentence (`more` or `less`) are two
patterns. What begins or ends with a space or a comma goes on from something: that is `{0}`.

Three kinds of places speak: errors, wherever they are made (ERRORS), what PLACES names, module by module, and the coach's
tools while they run.
"""

import argparse
import ast
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tools.speech import LETTER, Known, pattern, said, texts_in, words_of

from fitzen.spoken import rows

SOURCE = Path(__file__).parent.parent / "src" / "fitzen"

SILENT = (
    *("config.py", "functions.py", "secret_store.py", "server.py", "wiring.py"),
    *(
        "infra/telemetry/",
        "infra/storage/pepper.py",
        "nutrition/foods/archive.py",
        "nutrition/foods/fdc.py",
        "nutrition/foods/overlays.py",
    ),
    *(
        "cli/",
        "chatting/",
        "cost/",
        "backup/",
        "demo/",
        "transfer/legacy/",
        "coach/builtin/",
        "coach/tools/",
        "coach/safety/",
        "infra/messages/",
        "infra/llm/",
    ),
)
"""What talks to who runs the server, or is the coach's own conversation; of that, only what PLACES names is on a card."""

TOOLS = "coach/tools/"
ALL = ("*",)
PLACES: Mapping[str, Sequence[str]] = {
    "achievements/kinds.py": ALL,
    "coach/explaining/recovering.py": ("METRIC_WORDS",),
    "coach/tools/asking.py": ("MEASURE_WORDS", "_label"),
    "coach/tools/compare.py": ("_apart",),
    "coach/tools/day.py": ("_cards", "_sources"),
    "coach/tools/figures.py": ("_WEEKDAY_NAMES", "_cards"),
    "coach/tools/explain.py": ("_sources",),
    "coach/tools/habits.py": ("_value",),
    "coach/tools/habits_analysis.py": ("_cards",),
    "coach/tools/lifts.py": ("TITLES",),
    "coach/tools/meal_plans.py": ("TARGETS", "_table"),
    "coach/tools/measurements.py": ("_before",),
    "coach/tools/profile.py": ("LABELS", "_shown"),
    "coach/tools/progress.py": ("_metric_card", "_weeks"),
    "coach/tools/recipes.py": ("_reasons", "_by_wish", "_by_day", "_by_person"),
    "coach/tools/reminders.py": ("TITLES", "_about", "_card", "_in_words", "_NAMED"),
    "coach/tools/training_plans.py": ("_sets",),
    "coach/tools/workouts.py": ("_title",),
    "cycle/rules.py": ALL,
    "auth/totp.py": ("TOO_MANY",),
    "infra/identity/limited.py": ALL,
    "photos/service.py": ("TOO_MANY",),
    "goals/readings.py": ("_basis", "_lifted_now", "_streak", "_strength", "_checkins", "_custom_now"),
    "goals/safety.py": ALL,
    "goals/setting.py": ALL,
    "goals/views.py": ALL,
    "goals/wording.py": ALL,
    "jobs/digest.py": ("SUBJECT", "FOOTER", "LINK"),
    "jobs/milestones.py": ("_told",),
    "jobs/notes.py": ALL,
    "jobs/training_notes.py": ("plateau_note", "recovery_note", "_against"),
    "measurements/rules.py": ("METRICS", "question", "_ago", "moves"),
    "measurements/service.py": ("ASK",),
    "nutrition/availability.py": ("_low", "_text"),
    "nutrition/limits.py": ALL,
    "nutrition/meal_plans/answering.py": ("SAME_PROTEIN", "AGAIN"),
    "nutrition/meal_plans/clashes.py": ("WORDS", "TIMES", "_text"),
    "nutrition/meal_plans/given.py": ("FIELDS", "_lacking", "_targets"),
    "nutrition/meal_plans/offers.py": ALL,
    "nutrition/recipes/service.py": ("_not_nested",),
    "nutrition/targets.py": ("of_person", "set_aside", "_at_least"),
    "reminders/delivery.py": ("ENDING",),
    "science/energy.py": ("expenditure",),
    "science/expenditure.py": ("_sentences", "_stores", "_paced", "_moved"),
    "science/progression.py": (
        "_Case",
        "_from_e1rm",
        "_after_layoff",
        "_at_top",
        "_far_short",
        "_too_heavy_twice",
        "_too_heavy_once",
        "_more_reps",
        "_reps",
    ),
    "science/targets.py": ("PLANS", "energy_target", "_rate", "_no_deficit", "_floors", "divided", "_protein_reason"),
    "transfer/restoring.py": ALL,
    "users/screening.py": ("REASONS", "CLEARANCE", "QUESTIONS"),
    "web/parsing.py": ("MESSAGES", "invalid"),
    "web/problems.py": ("TITLES", "tell"),
    "workouts/next_session.py": ALL,
    "workouts/plans/adjust.py": ALL,
    "workouts/plans/diff.py": ALL,
    "workouts/plans/generate.py": ALL,
    "workouts/plans/injuries.py": ("AREAS", "said_of"),
    "workouts/plans/notes.py": ALL,
    "workouts/plans/splits.py": ALL,
    "workouts/plans/turns.py": ("shown",),
    "workouts/plans/validate.py": ALL,
    "workouts/plans/volume.py": ("NAMES",),
    "workouts/plans/why.py": ALL,
    "workouts/proposals.py": ("_proposal", "LIGHTER"),
}
ELSEWHERE = frozenset(
    {
        ("errors.py", "message"),
        ("goals/setting.py", "errors[0].message"),
        ("goals/setting.py", "each.message"),
        ("infra/storage/limits.py", "detail"),
        ("measurements/service.py", "each.message"),
        ("nutrition/items.py", "errors[0].message"),
        ("nutrition/meal_plans/figures.py", "error.message"),
        ("nutrition/meal_plans/figures.py", "error.detail"),
        ("nutrition/recipes/service.py", "message"),
        ("nutrition/recipes/service.py", "errors[0].message"),
        ("nutrition/targets.py", "refused"),
        ("transfer/archives.py", "first.message"),
        ("transfer/archives.py", "message"),
        ("transfer/importing.py", "taken.why"),
        ("transfer/importing.py", "line.message"),
        ("transfer/reports.py", "error.detail"),
        ("transfer/reports.py", "error.message"),
        ("web/parsing.py", "_message(problem)"),
        ("workouts/plans/people.py", "screening.CLEARANCE['any']['en']"),
    }
)
"""Errors whose words are another error's, or made where this does not follow them: what they say is found at PLACES."""


class Found(NamedTuple):
    """A pattern, and where it is said."""

    text: str
    where: str


class Loose(NamedTuple):
    """An error whose words are not seen here."""

    module: str
    line: int
    code: str


class Module(NamedTuple):
    path: str
    tree: ast.Module
    known: Known


@cache
def modules() -> Mapping[str, Module]:
    """Return the modules that may speak, each with what its names stand for, and what constants of others do."""
    paths = {file.relative_to(SOURCE).as_posix(): file for file in sorted(SOURCE.rglob("*.py"))}
    trees = {
        path: ast.parse(file.read_text(encoding="utf-8"))
        for path, file in paths.items()
        if not path.startswith(SILENT) or path.startswith(TOOLS)
    }
    assigned = [each for path, tree in trees.items() if not path.startswith(SILENT) for each in _assigned(tree.body)]
    shared = {name: value for name, value in reversed(assigned) if name.isupper() and said(value, {})}
    return {path: Module(path, tree, shared | dict(_assigned(tree.body))) for path, tree in trees.items()}


def _assigned(body: Iterable[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
    for each in body:
        match each:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, value
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, value


def errors() -> frozenset[str]:
    """Return the names of all classes of errors that a person may see."""
    names = {"FitzenError"}
    classes = [
        each for module in modules().values() for each in ast.walk(module.tree) if isinstance(each, ast.ClassDef)
    ]
    while True:
        more = {
            each.name for each in classes if any(isinstance(base, ast.Name) and base.id in names for base in each.bases)
        }
        if more <= names:
            return frozenset(names)
        names |= more


def _functions(tree: ast.AST, known: Known) -> Iterator[tuple[ast.AST, Known]]:
    """Yield each function with the names that it knows, and the module without its functions."""
    own = {**known}
    inner: list[ast.AST] = []
    stack = [*ast.iter_child_nodes(tree)]
    nodes = []
    while stack:
        node = stack.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            inner.append(node)
        nodes.append(node)
        if node in inner:
            continue
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                own[name] = value
        stack += ast.iter_child_nodes(node)
    for node in nodes:
        yield node, own
    for each in inner:
        yield from _functions(each, own)


def told() -> tuple[list[Found], list[Loose]]:
    """Return what errors say wherever they are made, and those of which that cannot be seen."""
    names = errors()
    found, loose = [], []
    for module in _telling():
        for node, known in _functions(module.tree, module.known):
            if isinstance(node, ast.ClassDef) and node.name in names:
                titles = [said(value, {}) or [] for name, value in _assigned(node.body) if name == "title"]
                found += [Found(pattern(way), f"{module.path}:{node.lineno}") for ways in titles for way in ways]
            if not isinstance(node, ast.Call):
                continue
            for words in words_of(node, names, known):
                ways = said(words, known)
                if ways is None:
                    loose.append(Loose(module.path, node.lineno, ast.unparse(words)))
                found += [Found(pattern(way), f"{module.path}:{node.lineno}") for way in ways or ()]
    return found, loose


def _telling() -> list[Module]:
    """Return the modules whose errors a person reads."""
    return [module for path, module in modules().items() if not path.startswith(SILENT)]


def doing() -> list[Found]:
    """Return what the coach's tools say while they run."""
    calls = [
        (module.path, node)
        for path, module in modules().items()
        if path.startswith(TOOLS)
        for node in ast.walk(module.tree)
    ]
    found = []
    for path, node in calls:
        match node:
            case ast.Call(func=ast.Name(id="Tool"), args=[_, _, ast.Constant(value=str() as text), *_]):
                found.append(Found(text, f"{path}:{node.lineno}"))
    return found


def spoken() -> list[Found]:
    """Return what PLACES say."""
    found = []
    for path, names in PLACES.items():
        module = modules()[path]
        parts: list[ast.AST] = [module.tree]
        if names != ALL:
            parts = [_named(module, name) for name in names]
        for part in parts:
            found += [Found(text, f"{path}:{line}") for text, line in texts_in(part, module.known)]
    return found


def _named(module: Module, name: str) -> ast.AST:
    for each in module.tree.body:
        match each:
            case ast.FunctionDef(name=own) | ast.ClassDef(name=own) if own == name:
                return each
            case ast.Assign(targets=[ast.Name(id=own)], value=value) if own == name:
                return value
            case ast.AnnAssign(target=ast.Name(id=own), value=ast.expr() as value) if own == name:
                return value
    raise LookupError(f"{module.path} has no {name}")


def sentences() -> dict[str, str]:
    """Return every pattern with the first place that says it."""
    found: dict[str, str] = {}
    for text, where in (*told()[0], *spoken(), *doing()):
        if LETTER.search(text):
            found.setdefault(text, where)
    return found


def sheet() -> dict[str, str]:
    """Return the Spanish of the sheet by pattern; `-` is what nobody reads. Without what it has beside the source (`+`)."""
    return {english: spanish for english, spanish, more in rows() if not more}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--list", action="store_true", help="all that is said, with the places")
    if options.parse_args().list:
        for text, where in sentences().items():
            print(where, text, sep="\t")
        for each in told()[1]:
            print("not seen:", *each, sep="\t")
        return 0
    said_now, known = sentences(), sheet()
    for text in said_now.keys() - known.keys():
        print("no Spanish:", said_now[text], text, sep="\t")
    for text in known.keys() - said_now.keys():
        print("said nowhere:", text, sep="\t")
    print(f"{len(said_now)} sentences, {sum(spanish != '-' for spanish in known.values())} in Spanish")
    return int(said_now.keys() != known.keys())


if __name__ == "__main__":
    sys.exit(main())

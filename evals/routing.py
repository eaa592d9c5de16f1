"""Whether the built-in coach takes a message for what it is: the right tool and its key arguments, or the right reply.

    python -m evals.routing

`data/routing.jsonl` holds what people say: `text`, the `tool` or the `reply` that it is for, the `arguments` that must
be among those of the call, what is wanted `also`, and the turns before it (`context`, the person's and the coach's in
turn). `routing_stranger.jsonl`, by another hand, was never tuned on. Of the replies `clarify` stands for each
question that the coach asks, and `unknown` for that or for what is none of its business.
"""

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click

from evals import report
from evals.report import Figure
from fitzen.coach.builtin.dialogue import understand_turns
from fitzen.coach.builtin.lexicon import METRIC, WEEKDAYS
from fitzen.coach.builtin.making.wishes import FEASTS
from fitzen.coach.builtin.meant import Ask, Call, Meant
from fitzen.infra.llm.base import Turn

DATA = Path(__file__).parent / "data"
OWN, HELD_OUT = "routing.jsonl", "routing_stranger.jsonl"
PARTS = ("train", "train", "train", "dev", "test")
TALK = frozenset({"greeting", "thanks", "bye", "help", "yes", "no", "out_of_scope"})
UNKNOWN, NOT_UNDERSTOOD = "unknown", frozenset({"clarify", "out_of_scope"})
NEAR = 0.006
ENOUGH, ENOUGH_HELD_OUT = 92, 85
"""Per cent."""


class Wanted(NamedTuple):
    tool: str
    arguments: Mapping[str, Any]


class Case(NamedTuple):
    """`sort` tells those apart that are never trained on: typing errors, several wishes, follow-ups, other voices."""

    text: str
    tool: str = ""
    reply: str = ""
    arguments: Mapping[str, Any] = {}
    also: Sequence[Wanted] = ()
    context: Sequence[str] = ()
    sort: str = ""

    @property
    def label(self) -> str:
        return self.tool or self.reply

    @property
    def wanted(self) -> list[Wanted]:
        return [Wanted(self.tool, self.arguments), *self.also] if self.tool else []

    @property
    def turns(self) -> list[Turn]:
        said = [Turn("user" if at % 2 == 0 else "coach", text) for at, text in enumerate(self.context)]
        return [*said, Turn("user", self.text)]


class Outcome(NamedTuple):
    """`tool`: the right tools were called, or the right reply given; `right`: with the right arguments too."""

    case: Case
    meant: Meant
    tool: bool
    right: bool

    @property
    def got(self) -> str:
        return _kind(self.meant) if isinstance(self.meant, Ask) else "+".join(call.tool for call in self.meant)


class Share(NamedTuple):
    """Of how many cases the tool was right, and with its arguments."""

    cases: int
    tool: float
    right: float


def labelled(name: str = OWN) -> list[Case]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [_case(json.loads(line)) for line in lines if line and not line.startswith("#")]


def _case(row: Mapping[str, Any]) -> Case:
    known = {name: value for name, value in row.items() if name in Case._fields}
    also = [Wanted(each["tool"], each.get("arguments", {})) for each in row.get("also", [])]
    return Case(**known | {"also": also})


def part(text: str) -> str:
    """Say by a hash to which part a text belongs: three in five train, one is looked at while tuning, one only measures."""
    return PARTS[hashlib.sha256(text.casefold().encode()).digest()[0] % len(PARTS)]


def judge(case: Case) -> Outcome:
    """Understand a case and compare; no tool runs."""
    meant = understand_turns(case.turns)
    if isinstance(meant, Ask):
        same = not case.tool and case.reply in (_kind(meant), UNKNOWN if _kind(meant) in NOT_UNDERSTOOD else "")
        return Outcome(case, meant, same, same)
    same = [call.tool for call in meant][: len(case.wanted)] == [each.tool for each in case.wanted] and bool(case.tool)
    fits = same and all(_holds(each.arguments, call.arguments) for each, call in zip(case.wanted, meant, strict=False))
    return Outcome(case, meant, same, fits)


def _kind(asked: Ask) -> str:
    return asked.name if asked.name in TALK else "clarify"


def _holds(wanted: Any, got: Any) -> bool:
    """Say whether all that is wanted is there: of dicts and lists part by part, of words without case and articles."""
    if isinstance(wanted, Mapping):
        return isinstance(got, Mapping) and all(_holds_named(key, value, got) for key, value in wanted.items())
    if isinstance(wanted, list):
        return isinstance(got, list) and len(wanted) <= len(got) and all(map(_holds, wanted, got))
    if isinstance(wanted, bool) or isinstance(got, bool):
        return wanted is got
    if isinstance(wanted, int | float) and isinstance(got, int | float):
        return abs(wanted - got) < NEAR
    return _words(wanted) == _words(got)


SAME_NAME = {"pattern": "diet_pattern", "style": "coach_style"}
DAYS = {
    "weekdays": {1, 2, 3, 4, 5}, "weekends": {6, 7}, **{name: {number} for name, number in WEEKDAYS.items()},
}  # fmt: skip


def _holds_named(key: str, wanted: Any, got: Mapping[str, Any]) -> bool:
    """Compare one argument; weekdays may be numbers or words, a feast its name or its day."""
    held = got.get(key, got.get(SAME_NAME.get(key, key)))
    if key == "days" and isinstance(wanted, list) and isinstance(held, list):
        return _days(wanted) == _days(held)
    if key == "due_on" and held is not None:
        return _words(FEASTS.get(wanted, wanted)) == _words(held)
    return _holds(wanted, held)


def _days(said: Sequence[int | str]) -> set[int]:
    return {day for each in said for day in ({each} if isinstance(each, int) else DAYS.get(each, {0}))}


def _words(value: object) -> str:
    words = re.sub(r"\b(?:a|an|the|my|some)\b", " ", str(value).casefold().strip(" ?.!"))
    words = " ".join(words.split())
    return next((name for name, pattern in METRIC.items() if pattern.fullmatch(words)), words)


def share(outcomes: Sequence[Outcome]) -> Share:
    count = len(outcomes)
    return Share(count, sum(each.tool for each in outcomes) / count, sum(each.right for each in outcomes) / count)


def run() -> dict[str, Share]:
    """Print the figures, and return them: `own` is what is not trained on, `held_out` the set by another hand."""
    outcomes = [judge(case) for case in labelled()]
    parts = {
        name: share([each for each in outcomes if part(each.case.text) == name]) for name in ("train", "dev", "test")
    }
    parts["all"] = share(outcomes)
    if (DATA / HELD_OUT).exists():
        held_out = [judge(case) for case in labelled(HELD_OUT)]
        parts["held_out"] = share(held_out)
        outcomes += held_out
    click.echo("\n".join(_report(outcomes, parts)))
    return parts


def figures(_: int) -> Sequence[Figure]:
    """Give `make evals` the shares of what is not trained on, and of the set by another hand."""
    own = [judge(case) for case in labelled()]
    unseen = [each for each in own if part(each.case.text) != "train"]
    stranger = [judge(case) for case in labelled(HELD_OUT)]
    return [
        report.share("right tool and arguments", sum(each.right for each in own), len(own), ENOUGH),
        report.share("of which not trained on", sum(each.right for each in unseen), len(unseen), ENOUGH),
        report.share("by another hand", sum(each.right for each in stranger), len(stranger), ENOUGH_HELD_OUT),
    ]


def _report(outcomes: Sequence[Outcome], parts: Mapping[str, Share]) -> Iterator[str]:
    yield f"{'routing':24}{'cases':>6}{'tool':>8}{'and arguments':>15}"
    by_label: dict[str, list[Outcome]] = defaultdict(list)
    for each in outcomes:
        by_label[each.case.sort or each.case.label].append(each)
    rows = {**{name: share(found) for name, found in sorted(by_label.items())}, **parts}
    for name, found in rows.items():
        yield f"{name:24}{found.cases:>6}{found.tool:>8.1%}{found.right:>15.1%}"
    confused = Counter((each.case.label, each.got) for each in outcomes if not each.tool)
    yield "taken for another: " + (
        "; ".join(f"{one} as {other} {n}" for (one, other), n in confused.most_common(12)) or "none"
    )
    yield from (f"  {each.case.text!r}: {each.got} {_shown(each.meant)}" for each in outcomes if not each.right)


def _shown(meant: Meant) -> str:
    return (
        meant.about
        if isinstance(meant, Ask)
        else "; ".join(str(call.arguments) for call in meant if isinstance(call, Call))
    )


if __name__ == "__main__":
    run()

"""Answers about training plans: one that is proposed, and what would change in one."""

from collections.abc import Callable, Iterator

from fitzen.coach.builtin.answers.prose import Data, all_of
from fitzen.coach.builtin.replies import SHALL_I

MOST_CHANGES, MOST_MUSCLES = 6, 4


def _made(data: Data) -> Iterator[str]:
    plan = data["draft"]
    yield f"Here is a plan: {data['summary']}."
    for day in plan["days"]:
        named = all_of([f"{each['name']} ({each['sets']})" for each in day["exercises"]])
        yield f"{day['name']}, {day['minutes']} minutes: {named}."
    yield from plan["notes"]
    yield from _ask(plan)


def _changed(data: Data) -> Iterator[str]:
    plan = data["draft"]
    yield "Here is what would change:"
    yield from plan["changes"][:MOST_CHANGES]
    if len(plan["changes"]) > MOST_CHANGES:
        yield "The card has the rest."
    most = plan["volume_changes"][:MOST_MUSCLES]
    if most:
        sets = [f"{each['muscle']} {each['after']:g} instead of {each['before']:g}" for each in most]
        yield f"Weekly sets{', where they change most' if len(plan['volume_changes']) > len(most) else ''}: {all_of(sets)}."
    yield from _ask(plan)


def _ask(plan: Data) -> Iterator[str]:
    if "replaces" in plan:
        yield f"\u201c{plan['replaces']}\u201d is kept, and you can go back to it."
    yield SHALL_I


WRITERS: dict[str, Callable[[Data], Iterator[str]]] = {
    "make_training_plan": _made,
    "adjust_training_plan": _changed,
}

"""Answers about habits: how well they are kept, and when they are missed."""

from collections.abc import Callable, Iterator, Mapping

from fitzen.coach.builtin.answers.prose import Data
from fitzen.coach.wording import span

FEW = 3


def habits(data: Data) -> Iterator[str]:
    """Tell of one habit in full, of several in a sentence each."""
    found = data["habits"]
    if not found:
        yield "You have no habit yet. Name one, and I will keep an eye on it with you."
    for habit in found:
        yield _standing(habit, data["period"])
        if len(found) <= FEW:
            yield from _details(habit)


def _standing(habit: Data, period: str) -> str:
    text = f"{habit['name']}: strength {habit['strength']}, streak {habit['streak']} (longest {habit['longest']})"
    if "weeks" in habit:
        return f"{text}; {habit['target']} was met in {habit['weeks_met']} of {habit['weeks']} weeks {span(period)}."
    if not habit["due"]:
        return f"{text}; no day of it is over yet."
    done = "kept" if habit["quit"] else "done"
    return f"{text}; {done} on {habit['done']} of {habit['due']} days {span(period)} ({habit['percent']})."


def _details(habit: Data) -> Iterator[str]:
    if "worst_weekday" in habit:
        best, worst = habit["best_weekday"], habit["worst_weekday"]
        yield (
            f"{best['weekday']} goes best ({best['done']} of {best['of']}),"
            f" {worst['weekday']} worst ({worst['done']} of {worst['of']})."
        )
    elif "best_weekday" in habit:
        yield f"You did it most on {habit['best_weekday']['weekday']}s ({habit['best_weekday']['done']} times)."
    for each in habit.get("misses_more", ()):
        yield (
            f"It is missed more often {each['when']}: {each['missed']} of {each['of']} such days,"
            f" and {each['otherwise_missed']} of {each['otherwise_of']} others."
        )
    if habit.get("misses_more"):
        yield "That they go together does not make one the cause."
    elif "looked_at" in habit:
        yield "I see nothing that clearly comes before a miss."


WRITERS: Mapping[str, Callable[[Data], Iterator[str]]] = {"habits_analysis": habits}

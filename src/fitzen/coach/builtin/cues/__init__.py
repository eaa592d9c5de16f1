"""What in a message speaks for each intent: rules by hand, a module for each area."""

from collections.abc import Mapping

from fitzen.coach.builtin.cues import asking, food, plans, talk, tracking, training
from fitzen.coach.builtin.cues.rows import Cues
from fitzen.coach.builtin.said import Said

CUES: Mapping[str, Cues] = {
    **training.CUES,
    **food.CUES,
    **tracking.CUES,
    **asking.CUES,
    **plans.CUES,
    **talk.CUES,
}
"""By intent: a tool's name, or a reply's."""


def fired(said: Said) -> list[tuple[str, float]]:
    """Name each cue that is there, as `intent.number` or `intent.fact`, with its weight."""
    found = []
    for intent, cues in CUES.items():
        found += [
            (f"{intent}.{index}", cue.weight)
            for index, cue in enumerate(cues.patterns)
            if cue.pattern.search(said.text)
        ]
        found += [(f"{intent}.{fact}", cues.facts[fact]) for fact in cues.facts if fact in said.facts]
    return found


def scores(said: Said) -> dict[str, float]:
    """Return how much the rules say for each intent."""
    sums = dict.fromkeys(CUES, 0.0)
    for name, weight in fired(said):
        sums[name.partition(".")[0]] += weight
    return sums

"""Which exercise a message is about, in the person's words."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fitzen.coach.builtin.names import VERBS, word_set
from fitzen.exercises.search import FILLERS, is_muscle, named

LONGEST = 6
WORD = re.compile(r"[a-z0-9]+(?:[-'][a-z0-9]+)*")
NOT_ALONE = word_set(
    "step hold carry pull push lift clean box bar sit stand back up down machine hip football tennis cluster"
)
"""Aliases that are more often an ordinary word."""
EMPTY = word_set("""
    top average avg mean median typical usual highest lowest fewest total shortest
    a about again ago all alternative alternatives am an and any anyone are as ask at be been being best better big bigger
    build but by can can't coach coming compared could cue cues currently days describe did do does doing done don't down each
    easier easy either enough even ever every execute execution exercise exercises explain far fast feel find first for
    form from gain gains get gets getting give go goes going gone good got great gym had hard harder has have haven't
    having heaviest heavy help hey hi hit hits how how's i i'm i've if im improve improved improving in increased
    increasing instead instruction instructions into is isn't it it's its just keep kind know last lately latest least
    let like list long longest look looking lot many max maximum maxed me month months more most movement movements move
    moves moving much muscle muscles my need never next now number numbers of off often ok okay on one or our out over overall
    pb pbs per perform performance personal plateau plateaued please possible pr previous progress progressed
    progressing progression properly prs recent recently record records replace replacement right safely say session
    sessions set sets setup shall should show since so some stall stalled stalling stand start stats strength strong
    stronger stuck substitute substitutes teach technique tell than that that's the their them then there these they
    thing things think this time times tips to today tonight too train trained training trend trends try type types up
    us use used using variant variants variation variations version want was wasn't way we weak weaker week weeks weight
    weights well went were what what's when where which while who why will with work working works workout workouts worked
    would year yet you your 1rm e1rm estimated rep reps current lift lifts lifting rep-max one-rep
    log logged add save track enter note home train trains without three two four five six couple few put not no
""")
"""Words that name no exercise: what is left of a question without them may be one of the person's own."""


class Mention(NamedTuple):
    """`known` when the words are a name or an alias in the library."""

    words: str
    known: bool


def mentions(said: str) -> list[Mention]:
    """Find what a lower-case message names, longest names first taken; else the words that are left over."""
    tokens = [VERBS.get(word, word) if word.endswith(("ed", "ing")) else word for word in WORD.findall(said)]
    found = list(_known(tokens))
    if found:
        return found
    left = [word for word in tokens if _may_name(word)]
    return [Mention(" ".join(left), known=False)] if 0 < len(left) <= LONGEST else []


def muscle(said: str) -> str | None:
    """Return the muscle that a message names, such as `rear delts`."""
    tokens = WORD.findall(said)
    for size in (2, 1):
        for start in range(len(tokens) - size + 1):
            part = tokens[start : start + size]
            if FILLERS.isdisjoint(part) and is_muscle(" ".join(part)):
                return " ".join(part)
    return None


def _known(tokens: Sequence[str]) -> Iterator[Mention]:
    start = free = 0
    while start < len(tokens):
        size = next((size for size in range(LONGEST, 0, -1) if _names(tokens[start : start + size], size)), 0)
        if size == 1:
            yield _widened(tokens[free:start], tokens[start])
        elif size:
            yield Mention(" ".join(tokens[start : start + size]), known=True)
        start += size or 1
        free = start if size else free


def _widened(before: Sequence[str], word: str) -> Mention:
    """Take in what stands before a one-word name: a mistyped `bench press`, or an exercise of one's own."""
    start = len(before)
    while start and _may_name(before[start - 1]):
        start -= 1
    return Mention(" ".join([*before[start:], word]), known=start == len(before))


def _may_name(word: str) -> bool:
    return word not in EMPTY and not word[0].isdigit()


def _names(tokens: Sequence[str], size: int) -> bool:
    if len(tokens) < size or tokens[0] in FILLERS or tokens[-1] in FILLERS:
        return False
    phrase = " ".join(tokens)
    return phrase not in NOT_ALONE and not is_muscle(phrase) and named(phrase) is not None

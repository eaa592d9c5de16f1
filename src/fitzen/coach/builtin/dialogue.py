"""What a message wants in its conversation: answers to the coach's own questions, corrections, `and my squat?`."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fitzen.coach.builtin.answering import answered
from fitzen.coach.builtin.correcting import corrected
from fitzen.coach.builtin.following import followed
from fitzen.coach.builtin.intents import understand
from fitzen.coach.builtin.meant import Ask, Meant
from fitzen.coach.builtin.smalltalk import small_talk
from fitzen.coach.builtin.text import plain
from fitzen.infra.llm.base import Turn

MOST_TURNS = 4
"""So many turns of the person's it reads, the last among them; what is older is over."""


class Spoken(NamedTuple):
    """A turn of the person's: what was said, what the coach had asked before, and what it was taken for."""

    text: str
    asked: str
    meant: Meant


def understand_turns(turns: Sequence[Turn]) -> Meant:
    """Say what the last turn wants; the earlier ones say what it leaves out."""
    begun = [place for place, turn in enumerate(turns) if turn.role == "user"][-MOST_TURNS:][0]
    spoken: list[Spoken] = []
    asked = ""
    for turn in turns[begun:]:
        if turn.role == "user":
            spoken.append(Spoken(turn.text, asked, _meant(turn.text, asked, spoken)))
        asked = turn.text if turn.role == "coach" else ""
    return spoken[-1].meant


def _meant(text: str, asked: str, earlier: Sequence[Spoken]) -> Meant:
    return next(_readings(text, asked, earlier), None) or understand(text)


def _readings(text: str, asked: str, earlier: Sequence[Spoken]) -> Iterator[Meant]:
    """Yield what the message means as a reply to what the coach asked, or as a follow-up; nothing if it stands alone."""
    if not earlier:
        return
    said = plain(text)
    talk = small_talk(said)
    if talk is not None and talk.name not in ("yes", "no"):
        return
    yield from answered(said, asked, earlier[-1].text)
    before = next((each.meant for each in reversed(earlier) if not isinstance(each.meant, Ask)), None)
    if before is not None and talk is None:
        yield from corrected(said, asked, earlier[-1].text, earlier[-1].meant)
        yield from followed(said, before, [each.text for each in earlier])

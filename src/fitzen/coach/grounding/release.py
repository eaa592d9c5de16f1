"""What stands between whoever answers and the person: text goes out sentence by sentence, once each is checked.

A sentence fails when a figure of it comes from nowhere, or when the safety review refuses it. It is said anew once, and
left out if that fails too.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field

from fitzen.coach.agent import AgentEvent, Finished, Said, Used
from fitzen.coach.grounding.evidence import Evidence
from fitzen.coach.grounding.sentences import Sentences

NOTHING_CERTAIN = "I have no figure for that which I could show you the source of. Ask me about something that you log."

type Review = Callable[[str], str | None]
"""Says what is wrong with a sentence, or None."""
type Repair = Callable[[str, Sequence[str]], str]
"""Says a sentence again without the figures named, or an empty text."""


@dataclass(slots=True)
class Tally:
    """What became of the sentences of an answer; `origins` are where its figures came from, the first first."""

    sentences: int = 0
    figures: int = 0
    repaired: int = 0
    dropped: int = 0
    origins: dict[str, None] = field(default_factory=dict)


def released(
    events: Generator[AgentEvent], evidence: Evidence, review: Review, repair: Repair, tally: Tally
) -> Generator[AgentEvent]:
    """Yield the events with only such text as may be said; results become evidence as they come. Closing this closes `events`."""
    sentences = Sentences()
    with closing(events):
        for event in events:
            for sentence in _waiting(sentences, event):
                if kept := _kept(sentence, evidence, review, repair, tally):
                    yield Said(kept)
            if isinstance(event, Used):
                evidence.add_data(event.result.data, event.call.name)
            if isinstance(event, Finished) and tally.dropped and not tally.sentences:
                yield Said(NOTHING_CERTAIN)
            if not isinstance(event, Said):
                yield event


def _waiting(sentences: Sentences, event: AgentEvent) -> Iterator[str]:
    """Yield what is whole by now; what stands before a tool is used is a sentence of its own, whatever follows it."""
    if isinstance(event, Said):
        yield from sentences.feed(event.text)
        return
    for sentence in sentences.rest():
        yield sentence if isinstance(event, Finished) or sentence[-1].isspace() else f"{sentence} "


def _kept(sentence: str, evidence: Evidence, review: Review, repair: Repair, tally: Tally) -> str:
    """Return a sentence as it may be said, or nothing."""
    if not sentence.strip():
        return sentence
    wrong = _faults(sentence, evidence, review)
    if wrong:
        again = repair(sentence.strip(), wrong).strip()
        if not again or _faults(again, evidence, review):
            tally.dropped += 1
            return ""
        tally.repaired += 1
        sentence = again + sentence[len(sentence.rstrip()) :]
    traced = evidence.trace(sentence)
    tally.sentences += 1
    tally.figures += len(traced)
    tally.origins |= dict.fromkeys(each.origin for each in traced if each.origin)
    return sentence


def _faults(sentence: str, evidence: Evidence, review: Review) -> list[str]:
    refused = review(sentence)
    return [refused] if refused else evidence.untraced(sentence)

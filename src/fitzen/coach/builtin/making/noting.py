"""From what a person wants to be kept in mind, or asks of it, to its call."""

import re

from fitzen.coach.builtin.meant import Ask, Meant, call
from fitzen.coach.builtin.said import Said

LEAD = re.compile(
    r"^(?:(?:please|can you|could you|would you|i want you to|i'd like you to|you should|and|also)[ ,]+)*(?:remember|keep in mind|bear in mind|don't forget|note(?: down)?|make a note|for (?:the|future) (?:future|reference|record))\b[ ,:]*(?:that|this|for later|for next time|of the fact that)?[ ,:]*"
)
TAIL = re.compile(
    r"[ ,]*(?:please|ok\?|okay\?|remember that|keep that in mind|for (?:next time|later|the future))[ .!]*$"
)


def note(said: Said) -> Meant:
    """Draft what is to be remembered, in the person's words."""
    text = TAIL.sub("", LEAD.sub("", said.text)).strip(" .!,:")
    return call("remember", note=f"{text[:1].upper()}{text[1:]}") if text else Ask("remember_what")


def recall(said: Said) -> Meant:  # noqa: ARG001 - as all makers are called
    """Read all that is kept in mind."""
    return call("recall")


MAKERS = {"remember": note, "recall": recall}

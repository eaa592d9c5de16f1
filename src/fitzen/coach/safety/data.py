"""Text that somebody wrote (notes, names, imports, memory) on its way to a model: data, marked as such, never instructions.

No filter of words can tell an instruction from a note. What protects people is that the model holds no rights: tools act for
the person alone, drafts wait for a yes, limits and reviews are code. This takes away what makes a text look like more than
it is: control and invisible characters, marks of roles and templates, our own delimiters, and length.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

MOST, MOST_IN_DATA = 500, 1000
"""Characters of a text that a model is given; no note says more that a coach needs."""
OPEN, CLOSE = "\N{LEFT DOUBLE ANGLE BRACKET}", "\N{RIGHT DOUBLE ANGLE BRACKET}"
"""What marks data; in the data themselves they become ordinary quotes."""
ROLES = re.compile(
    r"<\s*/?\s*\|?[^<>\n]{0,40}\b(?:system|assistant|user|human|developer|tool|function|instructions?|data|im_start|im_end|endoftext|eot_id|start_header_id|end_header_id)\b[^<>\n]{0,40}\|?\s*>"
    r"|\[\s*/?\s*(?:INST|SYS|SYSTEM|ASSISTANT|USER)\s*\]|<</?SYS>>"
    r"|(?:^|(?<=\n))\s*(?:#+\s*)?(?:system|assistant|human|user|developer|ai|coach)\s*(?:prompt|message|note)?\s*:",
    re.IGNORECASE | re.MULTILINE,
)
"""Marks with which models tell who speaks; a note has none that it needs."""
FENCES = re.compile(r"`{3,}|~{3,}|-{4,}|={4,}|#{3,}|\*{4,}")


def plain_text(text: str, most: int = MOST) -> str:
    """Return a text in one line, without control and invisible characters and marks of roles, cut to `most` characters."""
    visible = "".join(each for each in text if _is_visible(each)).replace(OPEN, '"').replace(CLOSE, '"')
    line = " ".join(_marks_out(visible).split())
    return line if len(line) <= most else f"{line[: most - 1]}\N{HORIZONTAL ELLIPSIS}"


def marked(text: str, most: int = MOST) -> str:
    """Return the same between the marks that say: this is data."""
    return f"{OPEN}{plain_text(text, most)}{CLOSE}"


def plain_data(value: Any, most: int = MOST_IN_DATA) -> Any:
    """Return JSON with each text of it, and each key, made plain; figures and shape stay."""
    match value:
        case str():
            return plain_text(value, most)
        case Mapping():
            return {plain_text(str(key), most): plain_data(each, most) for key, each in value.items()}
        case Sequence():
            return [plain_data(each, most) for each in value]
        case _:
            return value


def _marks_out(text: str) -> str:
    """Take marks out until there are none: what is left of one must not make another."""
    while (shorter := FENCES.sub(" ", ROLES.sub(" ", text)).strip()) != text:
        text = shorter
    return text


def _is_visible(letter: str) -> bool:
    """Say whether a person can see it: no control, format (bidi, zero width, tags), private or unassigned character."""
    return letter in "\n\r\t" or unicodedata.category(letter) not in ("Cc", "Cf", "Co", "Cn", "Cs")

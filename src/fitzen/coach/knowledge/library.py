"""The articles, read once, when first asked for.

A file is a front matter between two lines `---`, then paragraphs with an empty line between them:

    title: What it says
    topics: nutrition, weight
    keywords: words by which people look for it and which its text does not have
    reviewed: 2026-11-26
    sources:
    1. Authors | year | title | journal, or the issuing body's document | DOI, or `-` where there is none
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, get_args

from fitzen.errors import NotFoundError

type Topic = Literal[
    "training", "cardio", "recovery", "nutrition", "weight", "nutrients", "supplements", "sleep", "injury", "health",
    "life_stages", "motivation",
]  # fmt: skip
TOPICS: frozenset[str] = frozenset(get_args(Topic.__value__))
OF_HEALTH = frozenset({"injury", "health"})
"""Topics whose articles end by saying when to see a professional."""
MARKER = re.compile(r" ?\[(\d+)\]")
_INITIALS = re.compile(r"^(.+?) [A-Z]{1,4}(?=,| et al\.|$)")


class Source(NamedTuple):
    """A publication. `published_in` is its journal, or the document of the body that issued it."""

    authors: str
    year: int
    title: str
    published_in: str
    doi: str | None

    @property
    def label(self) -> str:
        """Name it in short: the first author, or the body, and the year."""
        person = _INITIALS.match(self.authors)
        return f"{person[1] if person else self.authors} {self.year}"


class Article(NamedTuple):
    slug: str
    title: str
    topics: Sequence[str]
    keywords: str
    reviewed: str
    sources: Sequence[Source]
    paragraphs: Sequence[str]

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def care(self) -> str | None:
        """Return the paragraph that says when to see a professional; None where the article is not of health."""
        return self.paragraphs[-1] if OF_HEALTH.intersection(self.topics) else None

    def cited(self, text: str) -> Mapping[int, Source]:
        """Return the sources that a part of its text cites, by their number."""
        numbers = sorted({int(number) for number in MARKER.findall(text)})
        return {number: self.sources[number - 1] for number in numbers}


def parse(slug: str, text: str) -> Article:
    """Read one file; ValueError or KeyError says that it is not of the form above."""
    _, front, body = text.split("---\n", 2)
    head, listed = front.split("sources:\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return Article(
        slug,
        fields.pop("title"),
        fields.pop("topics").split(", "),
        fields.pop("keywords"),
        fields.pop("reviewed"),
        [_source(number, line) for number, line in enumerate(listed.splitlines(), 1)],
        [" ".join(paragraph.split()) for paragraph in body.strip().split("\n\n")],
    )


def _source(number: int, line: str) -> Source:
    authors, year, title, published_in, doi = line.removeprefix(f"{number}. ").split(" | ")
    return Source(authors, int(year), title, published_in, None if doi == "-" else doi)


@cache
def _texts() -> Mapping[str, str]:
    folder = files("fitzen.coach.knowledge")
    named = sorted((file.name, file) for file in folder.iterdir() if file.name.endswith(".md"))
    return {name.removesuffix(".md"): file.read_text(encoding="utf-8") for name, file in named}


@cache
def articles() -> Mapping[str, Article]:
    """Return all of them by slug."""
    return {slug: parse(slug, text) for slug, text in _texts().items()}


def article(slug: str) -> Article:
    """Return one; NotFoundError if there is none of this name."""
    found = articles().get(slug)
    if found is None:
        raise NotFoundError("There is no such article.")
    return found


@cache
def version() -> str:
    return digest(_texts())


def digest(texts: Mapping[str, str]) -> str:
    """Return what changes with any name or text."""
    hashed = hashlib.blake2b(digest_size=8)
    for slug, text in texts.items():
        hashed.update(f"{slug}\0{text}\0".encode())
    return hashed.hexdigest()

"""What a coach may cite: short articles of our own, one Markdown file each, and the search over them.

An article's front matter names it, its topics and the sources that its text cites as [1], [2], …; the tests hold every
file to that (tests/unit/coach/knowledge). `VERSION` changes with any of them.
"""

VERSION: str
"""A hash of all articles; it stands for them in the key of an answer that is kept. Read when first asked for."""


def __getattr__(name: str) -> str:
    if name != "VERSION":
        raise AttributeError(name)
    from fitzen.coach.knowledge.library import version

    return version()

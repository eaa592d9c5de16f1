"""The exercises that ship with Fitzen in Spanish: their names and cues, and the words by which they are found."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from fitzen import spanish
from fitzen.exercises.models import Exercise
from fitzen.words import plain

FILE = "exercises_es.tsv"


class Translation(NamedTuple):
    name: str
    aliases: Sequence[str]
    cues: Sequence[str]


@cache
def by_id() -> Mapping[str, Translation]:
    return {
        id_: Translation(name, spanish.parts(aliases), spanish.parts(cues, " / "))
        for id_, name, aliases, cues in spanish.read(FILE).rows
    }


def words(text: str) -> tuple[str, ...]:
    return spanish.words(text, spanish.read(FILE).same)


def tags(exercise: Exercise) -> Iterable[str]:
    """Return the words for what it trains directly, and for what it needs."""
    trained = [part.muscle for part in exercise.muscles if part.share == 1]
    return words(
        " ".join(spanish.read(FILE).tags.get(tag, "") for tag in (*trained, *exercise.equipment, exercise.pattern))
    )


@cache
def _shown(id_: str) -> Mapping[str, object]:
    known = by_id()[id_]
    return {"name": known.name, "aliases": [*known.aliases], "cues": [*known.cues]}


def shown(exercise: Exercise) -> Exercise:
    """Return an exercise as it is in Spanish; one's own stays as it was named."""
    return exercise.model_copy(update=_shown(exercise.id)) if exercise.id in by_id() else exercise


def of_kind(said: str) -> list[str]:
    """Return the ids of the exercises that have all of some words in their name, or just them as another name."""
    wanted = words(said)
    return [id_ for id_, name, others in _named() if wanted and (name.issuperset(wanted) or wanted in others)]


@cache
def _named() -> Sequence[tuple[str, frozenset[str], frozenset[tuple[str, ...]]]]:
    """Return each exercise with the words of its name, and with its other names in words."""
    return [
        (id_, frozenset(words(each.name)), frozenset(map(words, each.aliases))) for id_, each in sorted(by_id().items())
    ]


def by_name(exercise: Exercise) -> str:
    return plain(exercise.name)

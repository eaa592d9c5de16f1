"""Equipment and muscles in the words of people: `dumbbells and a bench`, `home`, `a full gym`, `legs`, `arms`."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from fitzen.exercises.models import EQUIPMENT, MUSCLES, Equipment, Muscle

EVERYTHING = frozenset({"gym", "full gym", "commercial gym", "everything", "all", "anything"})
NOTHING = frozenset(
    {"home", "at home", "none", "nothing", "bodyweight", "body weight", "no equipment", "body", "floor"}
)
KIT: Mapping[str, tuple[Equipment, ...]] = {
    "barbells": ("barbell",),
    "rack": ("rack",),
    "squat rack": ("rack",),
    "power rack": ("rack",),
    "weights": ("dumbbell",),
    "free weights": ("barbell", "dumbbell", "bench", "rack"),
    "resistance band": ("band",),
    "pullup bar": ("pull_up_bar",),
    "chin up bar": ("pull_up_bar",),
    "trx": ("suspension_trainer",),
    "machines": ("machine",),
    "cables": ("cable",),
    "smith": ("smith_machine",),
    "dip station": ("dip_bars",),
    "parallel bars": ("dip_bars",),
    "swiss ball": ("stability_ball",),
    "kb": ("kettlebell",),
    "db": ("dumbbell",),
    "ez curl bar": ("ez_bar",),
    "home gym": ("barbell", "rack", "bench", "dumbbell"),
}
GROUPS: Mapping[str, tuple[Muscle, ...]] = {
    "legs": ("quads", "hamstrings", "glutes"),
    "leg": ("quads", "hamstrings", "glutes"),
    "arms": ("biceps", "triceps"),
    "arm": ("biceps", "triceps"),
    "back": ("lats", "upper_back"),
    "shoulders": ("side_delts", "rear_delts"),
    "shoulder": ("side_delts", "rear_delts"),
    "delts": ("side_delts", "rear_delts"),
    "core": ("abs", "obliques"),
    "abdominals": ("abs",),
    "butt": ("glutes",),
    "glute": ("glutes",),
    "bum": ("glutes",),
    "thighs": ("quads",),
    "pecs": ("chest",),
    "upper body": ("chest", "lats", "upper_back"),
    "lower body": ("quads", "hamstrings", "glutes"),
    "calf": ("calves",),
}


class Read[T](NamedTuple):
    """What words mean, and those that mean nothing, each with what it may have been."""

    found: T
    unclear: list[dict[str, object]]


def equipment(words: Sequence[str]) -> Read[list[Equipment] | None]:
    """Return what somebody has; None is a gym with everything in it, an empty list nothing at all."""
    said = [_plain(word) for word in words]
    if any(word in EVERYTHING for word in said):
        return Read(None, [])
    found: list[Equipment] = []
    unclear = []
    for word in said:
        parts = _kit(word)
        if not parts and word not in NOTHING:
            unclear.append(
                _unclear(word, [*KIT, *(item.replace("_", " ") for item in EQUIPMENT)], "piece of equipment")
            )
        found += parts
    return Read(list(dict.fromkeys(found)), unclear)


def muscles(words: Iterable[str]) -> Read[list[Muscle]]:
    """Return the muscles that words mean, groups of them too."""
    found: list[Muscle] = []
    unclear = []
    for said in words:
        word = _plain(said)
        parts = GROUPS.get(word) or tuple(
            each for each in MUSCLES if word in (_said(each), _said(each).removesuffix("s"))
        )
        if not parts:
            unclear.append(_unclear(word, [*GROUPS, *map(_said, MUSCLES)], "muscle"))
        found += parts
    return Read(list(dict.fromkeys(found)), unclear)


def _kit(word: str) -> tuple[Equipment, ...]:
    for form in (word, word.removesuffix("s"), word.removesuffix("es")):
        if form in KIT:
            return KIT[form]
        found = tuple(item for item in EQUIPMENT if item == form.replace(" ", "_"))
        if found:
            return found
    return ()


def _plain(word: str) -> str:
    text = " ".join(word.casefold().replace("-", " ").replace("_", " ").split())
    for article in ("a ", "an ", "my ", "the ", "some "):
        text = text.removeprefix(article)
    return text


def _said(muscle: str) -> str:
    return muscle.replace("_", " ")


def _unclear(word: str, known: Sequence[str], of: str) -> dict[str, object]:
    return {"name": word, "choices": get_close_matches(word, known, n=4, cutoff=0.5), "of": of}

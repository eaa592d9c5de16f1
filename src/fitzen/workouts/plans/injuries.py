"""What to leave out where something hurts, by the words that people use for it.

This is caution, not treatment: it takes out what loads the place most, and a plan says so. Nothing here comes from a
trial of these lists; they follow what each exercise loads. A word that is not known is given back, never passed over.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from fitzen.exercises.models import Exercise, Muscle, Pattern
from fitzen.science.volume import INDIRECT
from fitzen.words import plain


class Area(NamedTuple):
    """A place that hurts: words for it, and what is left out.

    `patterns` and `ids` go; so does whatever trains one of `muscles` at all, or with `direct` only where it is the
    target. `spared` stay although another rule would take them. `instead` says in words what is done for it.
    """

    words: tuple[str, ...]
    patterns: frozenset[Pattern]
    ids: frozenset[str]
    muscles: frozenset[Muscle] = frozenset()
    direct: frozenset[Muscle] = frozenset()
    spared: frozenset[str] = frozenset()
    instead: str = ""

    def forbids(self, exercise: Exercise) -> bool:
        if exercise.id in self.spared:
            return False
        return (
            exercise.pattern in self.patterns
            or exercise.id in self.ids
            or any(part.muscle in self.muscles for part in exercise.muscles)
            or any(part.muscle in self.direct and part.share > INDIRECT for part in exercise.muscles)
        )


def _ids(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PRESSED_ON_HANDS = _ids(
    "push-up knee-push-up incline-push-up decline-push-up weighted-push-up band-push-up diamond-push-up"
    " close-grip-push-up wide-push-up archer-push-up one-arm-push-up hindu-push-up hand-release-push-up"
    " plyometric-push-up pseudo-planche-push-up deficit-push-up scapular-push-up pike-push-up elevated-pike-push-up"
    " handstand-push-up handstand-hold wall-handstand-hold deficit-handstand-push-up bench-dip bird-dog"
    " bodyweight-triceps-extension"
)
_DIPS = _ids("dip weighted-dip ring-dip bench-dip assisted-dip band-assisted-dip machine-dip straight-bar-dip")

AREAS: Mapping[str, Area] = {
    "knee": Area(
        ("knee", "knees", "patella", "patellar", "kneecap", "meniscus", "acl", "pcl", "mcl", "jumpers knee"),
        frozenset({"jump", "lunge", "knee_extension", "olympic"}),
        _ids(
            "cossack-squat shrimp-squat pistol-squat box-pistol-squat sissy-squat hack-squat pendulum-squat front-squat"
            " paused-front-squat pause-squat v-squat overhead-squat barbell-hack-squat thruster dumbbell-thruster"
            " kettlebell-thruster wall-ball spanish-squat nordic-curl assisted-nordic-curl barbell-back-squat"
            " low-bar-back-squat smith-machine-squat tempo-squat burpee"
        ),
        instead="box squats and presses within what does not hurt, and more work for the hips",
    ),
    "lower back": Area(
        ("lower back", "low back", "lumbar", "back", "spine", "disc", "discs", "disk", "sciatica", "slipped disc"),
        frozenset({"olympic", "carry", "jump"}),
        _ids(
            "overhead-press z-press push-press front-squat sit-up v-up russian-twist dragon-flag toes-to-bar"
            " hanging-leg-raise lying-leg-raise cable-woodchop double-kettlebell-front-squat sandbag-squat"
            " barbell-reverse-lunge barbell-lunge gorilla-row ab-wheel-rollout barbell-hack-squat"
        ),
        muscles=frozenset({"lower_back"}),
        spared=_ids("bird-dog"),
        instead="rows with the chest supported, leg presses, and hip work without a bent back",
    ),
    "upper back": Area(
        ("upper back", "thoracic", "trapezius", "shoulder blade", "ribs", "rib"),
        frozenset({"olympic", "carry"}),
        _ids("front-squat barbell-row pendlay-row barbell-shrug yates-row"),
        direct=frozenset({"traps"}),
        instead="rows with the chest supported",
    ),
    "shoulder": Area(
        ("shoulder", "shoulders", "rotator cuff", "rotator", "ac joint", "labrum", "impingement", "frozen shoulder"),
        frozenset({"olympic", "vertical_push"}),
        _DIPS
        | _ids(
            "wide-grip-bench-press barbell-bench-press incline-barbell-bench-press decline-barbell-bench-press"
            " smith-machine-bench-press dumbbell-fly incline-dumbbell-fly pec-deck ring-fly suspension-fly"
            " barbell-upright-row dumbbell-upright-row cable-upright-row pull-up wide-grip-pull-up chin-up"
            " weighted-pull-up weighted-chin-up kipping-pull-up muscle-up ring-muscle-up ring-push-up skull-crusher"
            " behind-the-neck-press cable-overhead-triceps-extension dumbbell-overhead-triceps-extension"
            " single-arm-overhead-triceps-extension handstand-hold hanging-knee-raise hanging-leg-raise toes-to-bar"
            " overhead-squat ab-wheel-rollout barbell-pullover dumbbell-pullover turkish-get-up thruster"
        ),
        spared=_ids("landmine-press"),
        instead="presses with the elbows close and rows, nothing pressed overhead",
    ),
    "elbow": Area(
        ("elbow", "elbows", "tennis elbow", "golfers elbow", "epicondylitis"),
        frozenset({"olympic", "grip"}),
        _DIPS
        | _ids(
            "skull-crusher dumbbell-skull-crusher jm-press tate-press close-grip-bench-press diamond-push-up"
            " close-grip-push-up chin-up weighted-chin-up pull-up weighted-pull-up barbell-curl reverse-curl"
            " preacher-curl dumbbell-preacher-curl dumbbell-overhead-triceps-extension"
            " cable-overhead-triceps-extension single-arm-overhead-triceps-extension bodyweight-triceps-extension"
            " suspension-triceps-extension"
        ),
        instead="neutral grips and cables for the arms",
    ),
    "wrist": Area(
        ("wrist", "wrists", "carpal tunnel", "hand", "thumb", "finger"),
        frozenset({"olympic", "grip"}),
        _PRESSED_ON_HANDS
        | _ids(
            "front-squat barbell-curl reverse-curl barbell-bench-press overhead-press kettlebell-press dip weighted-dip"
            " ring-push-up suspension-push-up ab-wheel-rollout double-kettlebell-front-squat"
            " seated-barbell-overhead-press turkish-get-up renegade-row plank"
        ),
        instead="neutral grips and machines, nothing held on bent wrists",
    ),
    "hip": Area(
        ("hip", "hips", "labral", "fai", "hip flexor", "hip flexors"),
        frozenset({"jump", "olympic"}),
        _ids(
            "cossack-squat sumo-deadlift sumo-squat lateral-lunge pistol-squat box-pistol-squat shrimp-squat"
            " barbell-back-squat low-bar-back-squat pause-squat overhead-squat bulgarian-split-squat"
            " bodyweight-bulgarian-split-squat barbell-bulgarian-split-squat hanging-leg-raise lying-leg-raise"
            " toes-to-bar v-up sit-up walking-lunge hip-adduction-machine copenhagen-plank"
        ),
        instead="squats and hinges within a range that does not pinch",
    ),
    "groin": Area(
        ("groin", "adductor", "adductors", "inner thigh"),
        frozenset({"jump"}),
        _ids("cossack-squat sumo-squat sumo-deadlift lateral-lunge hip-adduction-machine copenhagen-plank"),
        direct=frozenset({"adductors"}),
        instead="narrow stances",
    ),
    "neck": Area(
        ("neck", "cervical", "whiplash"),
        frozenset({"neck", "olympic"}),
        _ids(
            "barbell-back-squat low-bar-back-squat barbell-box-squat overhead-press push-press z-press sit-up crunch"
            " bicycle-crunch cable-crunch v-up barbell-calf-raise good-morning barbell-reverse-lunge barbell-lunge"
            " handstand-hold handstand-push-up wall-handstand-hold"
        ),
        direct=frozenset({"traps", "neck"}),
        instead="loads held in the hands or by machines, none on the shoulders",
    ),
    "ankle": Area(
        ("ankle", "ankles", "achilles", "foot", "feet", "heel", "plantar fasciitis", "toe"),
        frozenset({"jump", "calf", "lunge", "olympic"}),
        _ids("pistol-squat shrimp-squat cossack-squat bodyweight-single-leg-deadlift single-leg-romanian-deadlift"),
        instead="leg work on both feet or seated",
    ),
    "calf": Area(
        ("calf", "calves"), frozenset({"jump", "calf"}), frozenset(), instead="leg work without rising on the toes"
    ),
    "shin": Area(("shin", "shins", "shin splints"), frozenset({"jump"}), frozenset(), instead="nothing that jumps"),
    "hamstring": Area(
        ("hamstring", "hamstrings"),
        frozenset({"knee_flexion", "jump", "olympic"}),
        frozenset(),
        direct=frozenset({"hamstrings"}),
        instead="glute work with bent knees",
    ),
    "quad": Area(
        ("quad", "quads", "quadriceps", "thigh"),
        frozenset({"knee_extension", "jump", "lunge"}),
        _ids("sissy-squat reverse-nordic"),
        instead="squats within what does not hurt",
    ),
    "chest": Area(
        ("pec", "pecs", "pectoral", "pec tear", "chest muscle"),
        frozenset({"chest_isolation"}),
        _DIPS | _ids("wide-grip-bench-press barbell-bench-press"),
        instead="presses within a short range",
    ),
    "biceps": Area(
        ("biceps", "bicep"),
        frozenset({"elbow_flexion"}),
        _ids("chin-up weighted-chin-up reverse-grip-lat-pulldown"),
        instead="pulls with the palms facing down",
    ),
    "pregnancy": Area(
        ("pregnancy", "pregnant"),
        frozenset({"jump", "olympic"}),
        _ids(
            "barbell-bench-press dumbbell-bench-press smith-machine-bench-press dumbbell-floor-press"
            " barbell-floor-press neutral-grip-dumbbell-press close-grip-bench-press decline-barbell-bench-press"
            " dumbbell-fly skull-crusher dumbbell-skull-crusher hip-thrust dumbbell-hip-thrust smith-machine-hip-thrust"
            " barbell-glute-bridge glute-bridge single-leg-glute-bridge crunch bicycle-crunch reverse-crunch sit-up v-up"
            " lying-leg-raise dead-bug cable-crunch machine-crunch russian-twist ab-wheel-rollout hanging-leg-raise"
            " sliding-leg-curl lying-leg-curl nordic-curl stability-ball-leg-curl dumbbell-leg-curl dragon-flag"
            " toes-to-bar assisted-nordic-curl hanging-knee-raise dumbbell-pullover barbell-pullover"
        ),
        instead="nothing flat on the back or the belly, nothing that could make you fall (ACOG 2020)",
    ),
    "triceps": Area(
        ("triceps", "tricep"), frozenset({"elbow_extension"}), _DIPS, instead="presses without locking out"
    ),
}  # fmt: skip

SPANISH: Mapping[str, tuple[str, ...]] = {
    "knee": ("rodilla", "rodillas", "rotula", "rotuliano", "menisco", "meniscos", "ligamento cruzado", "cruzado anterior"),
    "lower back": (
        "espalda", "espalda baja", "baja espalda", "lumbares", "lumbago", "lumbalgia", "columna", "hernia discal",
        "hernia de disco", "disco", "discos", "ciatica", "rinonada",
    ),
    "upper back": ("espalda alta", "alta espalda", "dorsal", "toracica", "trapecio", "trapecios", "omoplato", "escapula", "costilla", "costillas"),
    "shoulder": ("hombro", "hombros", "manguito rotador", "manguito"),
    "elbow": ("codo", "codos", "epicondilitis", "epitrocleitis"),
    "wrist": ("muneca", "munecas", "tunel carpiano", "mano", "manos", "pulgar", "dedo", "dedos"),
    "hip": ("cadera", "caderas", "flexor de cadera", "flexores de cadera"),
    "groin": ("ingle", "aductor", "aductores", "cara interna del muslo"),
    "neck": ("cuello", "nuca", "cervicales", "latigazo"),
    "ankle": ("tobillo", "tobillos", "aquiles", "pie", "pies", "talon", "talones", "fascitis plantar", "dedo del pie", "dedos del pie"),
    "calf": ("gemelo", "gemelos", "pantorrilla", "pantorrillas"),
    "shin": ("espinilla", "espinillas", "tibia", "periostitis"),
    "hamstring": ("isquio", "isquios", "isquiotibial", "isquiotibiales", "femoral", "femorales"),
    "quad": ("muslo", "muslos"),
    "chest": ("pectorales",),
    "pregnancy": ("embarazo", "embarazada"),
}  # fmt: skip
"""What Spanish calls the same places, without accents. As in English, the chest alone is none: that may be the heart."""

PLACES: Mapping[str, str] = {
    word: area for area, entry in AREAS.items() for word in (*entry.words, *SPANISH.get(area, ()))
}
"""The area of each word."""

_WORD = re.compile(r"[a-z]+")
_PHRASES = sorted(PLACES.items(), key=lambda each: -len(each[0]))
"""The longest first: the upper back is no lower back."""


class Understood(NamedTuple):
    """The areas that are meant, and the words that were not understood."""

    areas: tuple[str, ...]
    unknown: tuple[str, ...]


def understand(words: Iterable[str]) -> Understood:
    """Read what hurts. Every word sent is in an area or given back."""
    areas: list[str] = []
    unknown: list[str] = []
    for said in words:
        found = _areas(said)
        areas += found
        if not found:
            unknown.append(said)
    return Understood(tuple(dict.fromkeys(areas)), tuple(unknown))


def _areas(said: str) -> list[str]:
    rest = f" {' '.join(_WORD.findall(plain(said).replace("'", '').replace('\u2019', '')))} "
    found = []
    for phrase, area in _PHRASES:
        if f" {phrase} " in rest:
            found.append(area)
            rest = rest.replace(f" {phrase} ", "  ")
    return found


def forbidden(exercise: Exercise, areas: Collection[str]) -> bool:
    """Say whether an exercise loads one of the areas that hurt."""
    return any(AREAS[area].forbids(exercise) for area in areas)


def said_of(areas: Sequence[str]) -> list[str]:
    """Say to the person what is done for each area."""
    return [
        f"For your {area}: {AREAS[area].instead}. Stop what hurts, and have it looked at if it lasts." for area in areas
    ]

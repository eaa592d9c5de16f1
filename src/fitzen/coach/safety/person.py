"""Who is spoken to, as far as safety asks: read once a message, from the profile and the newest weight."""

from typing import NamedTuple

from fitzen.coach.safety.lines import region_of
from fitzen.nutrition import targets
from fitzen.nutrition.recipes.allergies import Avoids, avoids
from fitzen.records import Json
from fitzen.science.energy import ADULT_AGE, Body
from fitzen.science.targets import LEAST_KCAL, MOST_LOSS_KG, least_kcal, most_loss_kg, no_deficit
from fitzen.users import health, screening


class Person(NamedTuple):
    """What binds the coach. `barred` says why this person gets no deficit, None where they may."""

    least_kcal: float = LEAST_KCAL["female"]
    most_loss_kg: float = MOST_LOSS_KG
    weight_kg: float | None = None
    barred: str | None = None
    avoids: Avoids = Avoids(frozenset())
    conditions: tuple[str, ...] = ()
    careful: bool = False
    region: str | None = None


ANYBODY = Person()
"""Somebody of whom nothing is known: the limits of all hold."""


def described(who: targets.Person) -> Person:
    """Return what binds the coach with somebody who is read already. Where the body is not known, age, pregnancy and conditions count."""
    body, profile = who.body, who.profile
    return Person(
        least_kcal=least_kcal(body) if body else LEAST_KCAL[targets.sex_of(profile)],
        most_loss_kg=most_loss_kg(body.weight_kg) if body else MOST_LOSS_KG,
        weight_kg=body.weight_kg if body else None,
        barred=no_deficit(body) if body else _barred(who),
        avoids=avoids(profile),
        conditions=tuple(profile.get("health", {}).get("conditions", ())),
        careful=screening.careful(profile),
        region=region_of(profile),
    )


def _barred(who: targets.Person) -> str | None:
    age = targets.age_of(who.profile, who.today)
    return no_deficit(_ordinary(who.profile, ADULT_AGE if age is None else age))


def _ordinary(profile: Json, age: float) -> Body:
    return Body(
        sex=targets.sex_of(profile),
        age=age,
        height_cm=targets.ORDINARY_CM,
        weight_kg=targets.ORDINARY_KG,
        pregnant=health.pregnant(profile),
        eating_disorder=health.eating_disorder(profile),
    )

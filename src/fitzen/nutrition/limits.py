"""The least energy of a day that anybody is planned, whoever asks, in words.

Never below what the body uses at rest or 1,200 (women) and 1,500 kcal (men). No deficit for minors, in pregnancy,
underweight or with an eating disorder is `science.targets.no_deficit`; how fast and how far weight may fall is
`science.targets.most_loss_kg`, and for goals `goals.safety`. The figures and their sources are there.
"""

from math import ceil

from fitzen.science.energy import Body
from fitzen.science.targets import LEAST_KCAL, least_kcal, no_deficit

NOISE = 1e-9
LEAST_FOOD = "with less, food hardly holds the nutrients that you need"


def energy_refused(body: Body, kcal: float) -> str | None:
    """Say why a day's energy is too little for this body."""
    if kcal >= least_kcal(body) - NOISE:
        return None
    return f"This must be at least {least_in_tens(body):,} for you: {no_deficit(body) or why_least(body)}."


def least_in_tens(body: Body) -> int:
    """Return the least energy of a day as it is said: whole tens of kcal, never below it."""
    return ceil(least_kcal(body) / 10 - NOISE) * 10


def why_least(body: Body) -> str:
    """Say why nobody with this body is planned less than `least_kcal`."""
    if least_kcal(body) <= LEAST_KCAL[body.sex]:
        return LEAST_FOOD
    return "your body uses that at rest"

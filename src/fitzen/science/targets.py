"""What to eat in a day: energy by goal within safe limits, then protein, fat, fibre and carbohydrate.

Limits come before wishes: no deficit for minors, in pregnancy, underweight or with an eating disorder, a rate of loss that keeps muscle, and a
floor under every target. `Targets.why` says what was decided in words, `Targets.bound` which limits decided.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from fitzen.science.checks import within
from fitzen.science.energy import (
    LOW_AVAILABILITY,
    OVERWEIGHT_BMI,
    UNDERWEIGHT_BMI,
    Body,
    Burn,
    Sex,
    energy_density,
    rmr,
)
from fitzen.science.loading import lb_from_kg
from fitzen.science.progression import Units

type Goal = Literal["lose", "maintain", "gain", "perform", "health"]
type Limit = Literal["minor", "pregnant", "underweight", "eating_disorder", "rate", "rest", "least", "availability"]


class Plan(NamedTuple):
    """What a goal asks for: weight a week as a share of body weight, protein in g/kg, fat as a share of the energy."""

    weekly: float
    protein_g_kg: float
    fat_share: float
    purpose: str


PLANS: Mapping[Goal, Plan] = {
    "lose": Plan(-0.005, 2.0, 0.25, "to keep muscle while you lose weight"),
    "maintain": Plan(0.0, 1.6, 0.30, "to keep muscle and mend it"),
    "gain": Plan(0.0025, 1.8, 0.25, "to build muscle"),
    "perform": Plan(0.0, 1.8, 0.25, "to recover from training"),
    "health": Plan(0.0, 1.4, 0.30, "to stay strong"),
}
"""Protein: 1.4 to 2.0 g/kg for people who train, the upper end in a deficit (ISSN: Jager 2017, doi
10.1186/s12970-017-0177-8); growth of muscle gains nothing detectable beyond 1.6 (Morton 2018, doi
10.1136/bjsports-2017-097608). Loss: athletes who lost 0.7 % a week gained lean mass, at 1.4 % they did not (Garthe 2011,
doi 10.1123/ijsnem.21.2.97). Gain: 0.25 to 0.5 % a week (Iraki 2019, doi 10.3390/sports7070154). Where in those ranges,
and the fat, within the 20 to 35 % of IOM 2005 (doi 10.17226/10490), are Fitzen's choices."""

LEAST_KCAL: Mapping[Sex, float] = {"female": 1200, "other": 1350, "male": 1500}
"""Below these a diet hardly holds the nutrients that a person needs (NHLBI 2000, NIH 00-4084: 1,000 to 1,200 kcal for
women and 1,200 to 1,600 for men are the low-calorie diets; less is for a physician to supervise)."""
MOST_KCAL = 10_000.0
"""Nobody eats more for long: riders of the Tour de France burned 6,100 kcal a day, on the hardest 7,800 (Saris 1989, doi
10.1055/s-2007-1024951). Beyond it the log is wrong, such as kilojoules written as kilocalories. Fitzen's figure."""
MOST_LOSS_SHARE = 0.01
MOST_LOSS_KG = 1.0
MOST_GAIN_SHARE = 0.005
"""A week."""
_NO_DEFICIT: frozenset[Limit] = frozenset({"minor", "pregnant", "underweight", "eating_disorder"})
"""The limits that turn losing into keeping."""

FAT_FLOOR_G_KG = 0.7
FAT_CEILING_SHARE = 0.4
PROTEIN_CEILING_SHARE = 0.35
"""Fat 0.5 to 1.5 g/kg in lifters (Iraki 2019), hormones fall below 20 % (Whittaker 2021, doi
10.1016/j.jsbmb.2021.105878); no goal plans less than 25 %. Protein 10 to 35 % of the energy (IOM 2005)."""
ADJUSTED_SHARE = 0.25
"""How much of the weight above BMI 25 counts for protein (ESPEN: Singer 2019, doi 10.1016/j.clnu.2018.08.037: 20 to 25
% of the excess)."""
LEAN_SHARE = 0.75
"""Where body fat is known, protein is for as much weight as the fat-free mass would carry at 25 % fat, at most."""
FIBER_G_PER_KCAL = 0.014
"""Adequate intake of fibre: 14 g for 1,000 kcal (IOM 2005, doi 10.17226/10490)."""
KCAL_PER_G = {"protein_g": 4, "carbs_g": 4, "fat_g": 9}
"""Atwater's general factors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """A day's targets. `source` has at most 60 characters; `why` are sentences; `bound` the limits that decided."""

    energy_kcal: float
    protein_g: float
    carbs_g: float
    fat_g: float
    fiber_g: float
    source: str
    why: tuple[str, ...] = ()
    bound: tuple[Limit, ...] = ()


class Energy(NamedTuple):
    """A day's energy target, before it is divided into macronutrients.

    `floor` is what safety asks for at least, whatever was aimed at before: the floors of every target, no loss quicker
    than it may be, and no deficit where there must be none. `why` and `bound` are those of `Targets`.
    """

    kcal: float
    floor: float
    why: tuple[str, ...]
    bound: tuple[Limit, ...]


def targets(
    body: Body,
    goal: Goal,
    burn: Burn,
    *,
    kg_per_week: float | None = None,
    exercise_kcal: float = 0.0,
    units: Units = "metric",
) -> Targets:
    """Return a day's targets for a goal at an expenditure, `energy.expenditure` or the person's own as measured.

    `kg_per_week` is how fast to lose or gain, without sign; by default PLANS says. `exercise_kcal` is what training
    burns a day on average, for the check of energy availability. `units` are those of the sentences.
    """
    energy = energy_target(body, goal, burn, kg_per_week=kg_per_week, exercise_kcal=exercise_kcal, units=units)
    return divided(body, goal, energy, burn.source, units)


def energy_target(
    body: Body,
    goal: Goal,
    burn: Burn,
    *,
    kg_per_week: float | None = None,
    exercise_kcal: float = 0.0,
    units: Units = "metric",
) -> Energy:
    """Return the energy of a day for a goal: expenditure and the change of weight, within every limit; tens of kcal.

    A kilogram of change is worth what Hall and Forbes give for this body (`energy_density`), not 7,700 kcal. That holds
    for the next weeks: expenditure itself falls by some 24 kcal a day for each kg lost (Hall 2011, doi
    10.1016/S0140-6736(11)60812-X), which the measured expenditure follows.
    """
    within("kg_per_week", kg_per_week, 0)
    within("exercise_kcal", exercise_kcal, 0)
    rate, why, bound = _rate(body, goal, kg_per_week, units)
    change = rate * energy_density(body.fat_kg) / 7
    kcal = burn.kcal + change
    why = [f"You burn about {about(burn.kcal)} kcal a day, give or take {about(1.645 * burn.sd)}.", *why]
    if rate:
        verb, less = ("lose", "less") if rate < 0 else ("gain", "more")
        why.append(f"To {verb} {_kg(abs(rate), units)} a week, eat {about(abs(change))} kcal a day {less} than that.")
    floor, limit, reason = max(_floors(body, exercise_kcal))
    if kcal < floor:
        kcal = floor
        bound.append(limit)
        why.append(f"Never below {_tens(floor):,.0f} kcal: {reason}.")
    safe = max(floor, min(kcal, burn.kcal - _most_deficit(body)))
    return Energy(min(MOST_KCAL, _tens(kcal)), min(MOST_KCAL, _tens(safe)), tuple(why), tuple(bound))


def no_deficit(body: Body) -> str | None:
    """Return why this body may not be given less than it burns, in words; None where it may."""
    return next((reason for _, applies, reason in _no_deficit(body) if applies), None)


def least_kcal(body: Body) -> float:
    """Return the energy of a day that no target goes below, however it came about."""
    return max(rmr(body).kcal, LEAST_KCAL[body.sex])


def _most_deficit(body: Body) -> float:
    """Return the kcal a day that this body may lack at most: none, or what the quickest loss is worth."""
    if no_deficit(body):
        return 0.0
    return most_loss_kg(body.weight_kg) * energy_density(body.fat_kg) / 7


def most_loss_kg(weight_kg: float) -> float:
    """Return the kilograms a week that may be lost at most."""
    return min(MOST_LOSS_SHARE * weight_kg, MOST_LOSS_KG)


def _rate(body: Body, goal: Goal, wanted: float | None, units: Units) -> tuple[float, list[str], list[Limit]]:
    """Return kg a week, negative to lose, after every limit on it, with the reasons."""
    plan = PLANS[goal]
    rate = math.copysign(wanted, plan.weekly) if wanted is not None and plan.weekly else plan.weekly * body.weight_kg
    if rate < 0:
        for limit, applies, reason in _no_deficit(body):
            if applies:
                return 0.0, [f"No deficit: {reason}."], [limit]
    most = most_loss_kg(body.weight_kg) if rate < 0 else MOST_GAIN_SHARE * body.weight_kg
    if abs(rate) <= most:
        return rate, [], []
    cost = "costs muscle" if rate < 0 else "is mostly fat"
    reason = f"Faster than {_kg(most, units)} a week {cost}, so the plan stays at that."
    return math.copysign(most, rate), [reason], ["rate"]


def _no_deficit(body: Body) -> tuple[tuple[Limit, bool, str], ...]:
    thin = body.adult and body.bmi < UNDERWEIGHT_BMI
    return (
        ("minor", not body.adult, "you are still growing, and losing weight is for a doctor to plan with you"),
        (
            "pregnant",
            body.pregnant,
            "in pregnancy your body and your child need the energy; ask your midwife or doctor",
        ),
        ("underweight", thin, f"your BMI of {body.bmi:.1f} is already below {UNDERWEIGHT_BMI}"),
        (
            "eating_disorder",
            body.eating_disorder,
            "with an eating disorder, now or in the past, eating enough comes first; plan changes with the people who treat you",
        ),
    )


def _floors(body: Body, exercise_kcal: float) -> list[tuple[float, Limit, str]]:
    least = LEAST_KCAL[body.sex]
    floors: list[tuple[float, Limit, str]] = [
        (rmr(body).kcal, "rest", "your body uses that at rest"),
        (least, "least", "with less, food hardly holds the nutrients that you need"),
    ]
    if body.bmi < OVERWEIGHT_BMI:
        kcal = LOW_AVAILABILITY * body.lean_kg + exercise_kcal
        floors.append((kcal, "availability", "with less, too little is left for hormones and bones after training"))
    return floors


def divided(body: Body, goal: Goal, energy: Energy, source: str, units: Units = "metric") -> Targets:
    """Divide the energy: protein by body weight, fat by share with a floor, fibre by energy, carbohydrate the rest.

    The source of the targets is that of the energy, and what they are for: to maintain where nothing may be lost.
    """
    served: Goal = "maintain" if _NO_DEFICIT.intersection(energy.bound) else goal
    plan = PLANS[served]
    kg = protein_weight(body)
    protein = min(plan.protein_g_kg * kg, PROTEIN_CEILING_SHARE * energy.kcal / KCAL_PER_G["protein_g"])
    fat = max(plan.fat_share * energy.kcal / KCAL_PER_G["fat_g"], FAT_FLOOR_G_KG * kg)
    fat = round(min(fat, FAT_CEILING_SHARE * energy.kcal / KCAL_PER_G["fat_g"]))
    protein = round(protein)
    rest = energy.kcal - protein * KCAL_PER_G["protein_g"] - fat * KCAL_PER_G["fat_g"]
    return Targets(
        energy_kcal=energy.kcal,
        protein_g=protein,
        carbs_g=round(rest / KCAL_PER_G["carbs_g"]),
        fat_g=fat,
        fiber_g=round(FIBER_G_PER_KCAL * energy.kcal),
        source=f"{source[:45]}, to {'be healthy' if served == 'health' else served}",
        why=(*energy.why, _protein_reason(body, plan, protein, units)),
        bound=energy.bound,
    )


def protein_weight(body: Body) -> float:
    """Return the weight that protein is for: the body's own, less most of what is fat beyond BMI 25.

    Where body fat is known, the weight that the fat-free mass would have at 25 % fat; else what is above BMI 25 counts by
    a quarter. Never more than the weight itself. For minors the weight, for BMI bounds are those of adults.
    """
    if body.body_fat_pct is not None:
        return min(body.weight_kg, body.lean_kg / LEAN_SHARE)
    limit = OVERWEIGHT_BMI * (body.height_cm / 100) ** 2 if body.adult else body.weight_kg
    return min(body.weight_kg, limit + ADJUSTED_SHARE * max(0.0, body.weight_kg - limit))


def _protein_reason(body: Body, plan: Plan, grams: float, units: Units) -> str:
    kg = protein_weight(body)
    if grams < round(plan.protein_g_kg * kg):
        return f"Protein {grams:g} g, at most {PROTEIN_CEILING_SHARE:.0%} of the energy, {plan.purpose}."
    part = "" if kg > body.weight_kg - 0.5 else f", counting {_kg(kg, units)} of your weight"
    return f"Protein {grams:g} g, {plan.protein_g_kg:g} g per kg{part}, {plan.purpose}."


def _tens(kcal: float) -> float:
    """Round up to tens, so that no floor is undercut; a billionth of noise does not count."""
    return 10.0 * math.ceil(kcal / 10 - 1e-9)


def about(kcal: float) -> str:
    """Write an estimated energy: to the ten, for more digits would promise more than is known."""
    return f"{round(kcal, -1):,.0f}"


def _kg(weight_kg: float, units: Units) -> str:
    """Write a weight in the person's units, to two figures, or whole: `.2g` alone would write 102 as 1e+02."""
    shown, unit = (lb_from_kg(weight_kg), "lb") if units == "imperial" else (weight_kg, "kg")
    return f"{shown:.2g} {unit}" if shown < 99.5 else f"{shown:.0f} {unit}"  # noqa: PLR2004 - what rounds to three figures

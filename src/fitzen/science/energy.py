"""What a body is made of and what it burns: BMI, fat, resting and total energy expenditure, energy in body weight.

Weights in kilograms, heights in centimetres, ages in years, energy in kilocalories a day. Every function raises
ValueError on NaN, infinity and an amount out of range.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from fitzen.science.checks import within

type Sex = Literal["female", "male", "other"]
type Activity = Literal["sedentary", "light", "moderate", "active", "very_active"]

ADULT_AGE = 18
UNDERWEIGHT_BMI = 18.5
OVERWEIGHT_BMI = 25.0
OBESE_BMI = 30.0
"""Bounds for adults (WHO 2000, Technical Report 894)."""

FAT_KCAL_PER_KG = 9441.0
LEAN_KCAL_PER_KG = 1816.0
"""39.5 MJ and 7.6 MJ for a kilogram of fat and of lean tissue (Hall 2008, doi 10.1038/sj.ijo.0803720)."""
FORBES_KG = 10.4
"""In the course of a change of weight, lean tissue changes by this many kg over the fat mass for each kg of fat (Forbes
1987, restated by Hall 2007, doi 10.1017/S0007114507691946)."""
STATIC_KCAL_PER_KG = 7700.0
"""The rule of thumb (Wishnofsky 1958, doi 10.1093/ajcn/6.5.542): right at some 35 kg of fat, too much for the lean."""

PAL: Mapping[Activity, float] = {
    "sedentary": 1.4,
    "light": 1.5,
    "moderate": 1.6,
    "active": 1.8,
    "very_active": 2.0,
}
"""Total over resting energy (EFSA 2013, doi 10.2903/j.efsa.2013.3005: 1.4 low active, 1.6 moderately active, 1.8
active, 2.0 very active; `light` lies between). The factors 1.2 to 1.9 that many calculators use have no measurement
behind them: people who sit all day burn 1.4 to 1.5 times their resting energy by doubly labelled water (Black 1996, Eur
J Clin Nutr 50:72)."""
UNKNOWN_PAL = 1.6

PAL_SD = 0.12
UNKNOWN_PAL_SD = 0.15
"""Of the factor, as a share: 15 % between people (Black 2000, doi 10.1038/sj.ijo.0801376); a description narrows that a
little, which is Fitzen's figure. With the error of the resting energy it makes the 13 to 15 % that peers show."""

RMR_SD = 0.075
RMR_SD_OBESE = 0.096
"""As a share: Mifflin-St Jeor is within 10 % of the measured value in 82 % of the non-obese and 70 % of the obese
(Frankenfield 2005, doi 10.1016/j.jada.2005.02.005), which is 1.34 and 1.04 standard deviations."""

LEAST_RMR = 360.0
"""The equations run to nothing, and below, for bodies smaller and older than any that they were made from. Fitzen's
figure, lower than what they give for anybody within their range."""

LOW_AVAILABILITY = 30.0
"""kcal a day for each kg of fat-free mass, below which hormones of lean women changed within days (Loucks 2003, doi
10.1210/jc.2002-020369). A warning sign rather than a line (REDs: Mountjoy 2023, doi 10.1136/bjsports-2023-106994)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Who the figures are for. `body_fat_pct` only where it was measured. `pregnant` and `eating_disorder` are as they say.

    For 9 years and older. Raises ValueError on an amount out of range.
    """

    sex: Sex
    age: float
    height_cm: float
    weight_kg: float
    body_fat_pct: float | None = None
    pregnant: bool = False
    eating_disorder: bool = False

    def __post_init__(self) -> None:
        within("age", self.age, 9, 130)
        within("height_cm", self.height_cm, 50, 280)
        within("weight_kg", self.weight_kg, 20, 500)
        within("body_fat_pct", self.body_fat_pct, 2, 75)

    @property
    def adult(self) -> bool:
        return self.age >= ADULT_AGE

    @property
    def bmi(self) -> float:
        return bmi(self.weight_kg, self.height_cm)

    @property
    def fat_kg(self) -> float:
        """Fat mass, from the body fat as measured or else as `body_fat` estimates it."""
        share = body_fat(self) if self.body_fat_pct is None else self.body_fat_pct
        return self.weight_kg * share / 100

    @property
    def lean_kg(self) -> float:
        """Fat-free mass."""
        return self.weight_kg - self.fat_kg


class Burn(NamedTuple):
    """Energy expenditure in kcal a day, its standard error, and how it was found, in a few words."""

    kcal: float
    sd: float
    source: str


def bmi(weight_kg: float, height_cm: float) -> float:
    """Weight over height squared, in kg/m² (Quetelet; Keys 1972, doi 10.1016/0021-9681(72)90027-6)."""
    within("weight_kg", weight_kg, 0)
    within("height_cm", height_cm, 50)
    return weight_kg / (height_cm / 100) ** 2


def body_fat(body: Body) -> float:
    """Estimate body fat in percent from BMI, age and sex (Deurenberg 1991, doi 10.1079/BJN19910073).

    1.20 BMI + 0.23 age - 5.4, for men 10.8 less, standard error 4.1; up to 15 years 1.51 BMI - 0.70 age + 1.4, for boys
    3.6 less, 4.4. It overestimates in the obese and the muscular, so the result is kept within 5 to 60. Other: the mean.
    """
    if body.age <= 15:  # noqa: PLR2004 - the bound of the equation for children, used nowhere else
        share = 1.51 * body.bmi - 0.70 * body.age + 1.4 - 3.6 * _maleness(body.sex)
    else:
        share = 1.20 * body.bmi + 0.23 * body.age - 5.4 - 10.8 * _maleness(body.sex)
    return min(60.0, max(5.0, share))


def rmr(body: Body) -> Burn:
    """Resting energy: Katch-McArdle where body fat is known, else Mifflin-St Jeor, below 18 years Henry.

    For `other` the mean of both sexes, with half their difference added to the error.
    """
    if body.body_fat_pct is not None and body.adult:
        kcal = katch_mcardle(body.lean_kg)
        return Burn(kcal, kcal * RMR_SD, "Katch-McArdle")
    equation = mifflin_st_jeor if body.adult else henry
    female, male = (equation(sex, body.weight_kg, body.height_cm, body.age) for sex in ("female", "male"))
    kcal = max(LEAST_RMR, female + (male - female) * _maleness(body.sex))
    apart = (male - female) / 2 if body.sex == "other" else 0.0
    share = RMR_SD_OBESE if body.bmi >= OBESE_BMI else RMR_SD
    return Burn(kcal, math.hypot(kcal * share, apart), "Mifflin-St Jeor" if body.adult else "Henry")


def mifflin_st_jeor(sex: Sex, weight_kg: float, height_cm: float, age: float) -> float:
    """Resting kcal a day: 10 kg + 6.25 cm - 5 years, + 5 for men, - 161 for women (doi 10.1093/ajcn/51.2.241).

    Mifflin 1990: 498 healthy adults of 19 to 78 years, lean to obese. For `other` the mean of both.
    """
    return 10 * weight_kg + 6.25 * height_cm - 5 * age - 161 + 166 * _maleness(sex)


def henry(sex: Sex, weight_kg: float, height_cm: float, _age: float) -> float:
    """Resting kcal a day from 10 to 18 years (Henry 2005, the Oxford equations, doi 10.1079/PHN2005801).

    Boys 15.6 kg + 266 m + 299, girls 9.40 kg + 249 m + 462; for `other` the mean of both.
    """
    boys = 15.6 * weight_kg + 2.66 * height_cm + 299
    girls = 9.40 * weight_kg + 2.49 * height_cm + 462
    return girls + (boys - girls) * _maleness(sex)


def katch_mcardle(lean_kg: float) -> float:
    """Resting kcal a day, 370 + 21.6 for each kg of fat-free mass (Cunningham 1991, doi 10.1093/ajcn/54.6.963).

    Known by the textbook of McArdle, Katch and Katch. For adults whose fat-free mass was measured.
    """
    within("lean_kg", lean_kg, 0)
    return 370 + 21.6 * lean_kg


def expenditure(body: Body, activity: Activity | None) -> Burn:
    """Estimate total energy: resting energy times the PAL of the activity, errors of both combined.

    The start for a person of whom nothing has been logged; `expenditure.estimate` then measures. Its error is some 13
    to 15 %, as for every calculator of this kind.
    """
    rest = rmr(body)
    factor = UNKNOWN_PAL if activity is None else PAL[activity]
    share = math.hypot(rest.sd / rest.kcal, UNKNOWN_PAL_SD if activity is None else PAL_SD)
    return Burn(rest.kcal * factor, rest.kcal * factor * share, f"{rest.source} x {factor:g}")


def energy_density(fat_kg: float) -> float:
    """Return the kcal in a kilogram of changing body weight, fat and lean in Forbes' proportion (doi 10.1038/sj.ijo.0803720).

    Hall 2008: (9441 fat + 1816 * 10.4) / (fat + 10.4), from 5,500 with 10 kg of fat to 8,300 with 60. For changes over
    weeks; the first days are water and glycogen, which hold next to no energy.
    """
    within("fat_kg", fat_kg, 0)
    return (FAT_KCAL_PER_KG * fat_kg + LEAN_KCAL_PER_KG * FORBES_KG) / (fat_kg + FORBES_KG)


def energy_availability(intake_kcal: float, exercise_kcal: float, lean_kg: float) -> float:
    """Return what is left after exercise, in kcal for each kg of fat-free mass a day; low below LOW_AVAILABILITY."""
    within("intake_kcal", intake_kcal, 0)
    within("exercise_kcal", exercise_kcal, 0)
    within("lean_kg", lean_kg, 1)
    return (intake_kcal - exercise_kcal) / lean_kg


def _maleness(sex: Sex) -> float:
    return {"female": 0.0, "other": 0.5, "male": 1.0}[sex]

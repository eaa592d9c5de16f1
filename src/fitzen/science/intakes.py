"""Reference intakes by sex and age: what nearly everybody needs of each nutrient, and what is too much.

Dietary Reference Intakes of the United States and Canada, from 9 years: the summary tables of NASEM 2019 (doi
10.17226/25353, appendix J), which hold those of 1997 to 2011 (vitamin D and calcium: 2011, doi 10.17226/13050) and the new
ones of sodium and potassium. Fatty acids and water: 2005 (doi 10.17226/10490 and 10.17226/10925). For healthy people; an
amount below the reference is no deficiency.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from fitzen.science.checks import within
from fitzen.science.energy import Sex

type Kind = Literal["rda", "ai"]
type UpperOf = Literal["total", "supplements", "retinol", "risk"]

LEAST_AGE = 9
AGES = (9, 14, 19, 31, 51, 71)
"""Where the groups of men and of women begin; those of pregnancy and lactation are the second to the fourth."""
MOTHERS = (1, 3)
"""The first and last of AGES that pregnancy and lactation have columns for; who is younger or older gets the nearest."""
DRINKS_SHARE = 0.81
"""Of the water of a day, the part that is drunk; the rest is in food (IOM 2005, doi 10.17226/10925)."""


class Reference(NamedTuple):
    """An amount a day in the unit that the nutrient's key ends with.

    `kind` "rda" covers the need of 97 to 98 % of healthy people; "ai" is what seems enough where no need is known. `upper`
    is the most without a known risk, and counts what `upper_of` says: all sources, only supplements and fortification,
    only retinol (preformed vitamin A, so compare `retinol_ug`), or the intake above which lowering it lowers the risk of
    chronic disease (sodium).
    """

    amount: float
    kind: Kind
    upper: float | None = None
    upper_of: UpperOf = "total"


class _Row(NamedTuple):
    """Columns of AGES for men and women, of 14, 19 and 31 years for mothers; upper limits by AGES, the same for both."""

    kind: Kind
    men: tuple[float, ...]
    women: tuple[float, ...]
    pregnant: tuple[float, ...]
    lactating: tuple[float, ...]
    upper: tuple[float, ...] = ()
    upper_of: UpperOf = "total"


def _uppers(child: float, teen: float, adult: float) -> tuple[float, ...]:
    """Spread the limits of 9 to 13, 14 to 18 and more years over AGES."""
    return (child, teen, adult, adult, adult, adult)


_TABLE: Mapping[str, _Row] = {
    "vitamin_a_rae_ug": _Row(
        "rda",
        (600, 900, 900, 900, 900, 900),
        (600, 700, 700, 700, 700, 700),
        (750, 770, 770),
        (1200, 1300, 1300),
        _uppers(1700, 2800, 3000),
        "retinol",
    ),
    "vitamin_c_mg": _Row(
        "rda",
        (45, 75, 90, 90, 90, 90),
        (45, 65, 75, 75, 75, 75),
        (80, 85, 85),
        (115, 120, 120),
        _uppers(1200, 1800, 2000),
    ),
    "vitamin_d_ug": _Row(
        "rda",
        (15, 15, 15, 15, 15, 20),
        (15, 15, 15, 15, 15, 20),
        (15, 15, 15),
        (15, 15, 15),
        _uppers(100, 100, 100),
    ),
    "vitamin_e_mg": _Row(
        "rda",
        (11, 15, 15, 15, 15, 15),
        (11, 15, 15, 15, 15, 15),
        (15, 15, 15),
        (19, 19, 19),
        _uppers(600, 800, 1000),
        "supplements",
    ),
    "vitamin_k_ug": _Row("ai", (60, 75, 120, 120, 120, 120), (60, 75, 90, 90, 90, 90), (75, 90, 90), (75, 90, 90)),
    "thiamin_mg": _Row(
        "rda", (0.9, 1.2, 1.2, 1.2, 1.2, 1.2), (0.9, 1.0, 1.1, 1.1, 1.1, 1.1), (1.4, 1.4, 1.4), (1.4, 1.4, 1.4)
    ),
    "riboflavin_mg": _Row(
        "rda", (0.9, 1.3, 1.3, 1.3, 1.3, 1.3), (0.9, 1.0, 1.1, 1.1, 1.1, 1.1), (1.4, 1.4, 1.4), (1.6, 1.6, 1.6)
    ),
    "niacin_mg": _Row(
        "rda",
        (12, 16, 16, 16, 16, 16),
        (12, 14, 14, 14, 14, 14),
        (18, 18, 18),
        (17, 17, 17),
        _uppers(20, 30, 35),
        "supplements",
    ),
    "pantothenic_acid_mg": _Row("ai", (4, 5, 5, 5, 5, 5), (4, 5, 5, 5, 5, 5), (6, 6, 6), (7, 7, 7)),
    "vitamin_b6_mg": _Row(
        "rda",
        (1.0, 1.3, 1.3, 1.3, 1.7, 1.7),
        (1.0, 1.2, 1.3, 1.3, 1.5, 1.5),
        (1.9, 1.9, 1.9),
        (2.0, 2.0, 2.0),
        _uppers(60, 80, 100),
    ),
    "folate_ug": _Row(
        "rda",
        (300, 400, 400, 400, 400, 400),
        (300, 400, 400, 400, 400, 400),
        (600, 600, 600),
        (500, 500, 500),
        _uppers(600, 800, 1000),
        "supplements",
    ),
    "vitamin_b12_ug": _Row(
        "rda", (1.8, 2.4, 2.4, 2.4, 2.4, 2.4), (1.8, 2.4, 2.4, 2.4, 2.4, 2.4), (2.6, 2.6, 2.6), (2.8, 2.8, 2.8)
    ),
    "choline_mg": _Row(
        "ai",
        (375, 550, 550, 550, 550, 550),
        (375, 400, 425, 425, 425, 425),
        (450, 450, 450),
        (550, 550, 550),
        _uppers(2000, 3000, 3500),
    ),
    "calcium_mg": _Row(
        "rda",
        (1300, 1300, 1000, 1000, 1000, 1200),
        (1300, 1300, 1000, 1000, 1200, 1200),
        (1300, 1000, 1000),
        (1300, 1000, 1000),
        (3000, 3000, 2500, 2500, 2000, 2000),
    ),
    "copper_mg": _Row(
        "rda",
        (0.7, 0.89, 0.9, 0.9, 0.9, 0.9),
        (0.7, 0.89, 0.9, 0.9, 0.9, 0.9),
        (1.0, 1.0, 1.0),
        (1.3, 1.3, 1.3),
        _uppers(5, 8, 10),
    ),
    "fluoride_ug": _Row(
        "ai",
        (2000, 3000, 4000, 4000, 4000, 4000),
        (2000, 3000, 3000, 3000, 3000, 3000),
        (3000, 3000, 3000),
        (3000, 3000, 3000),
        _uppers(10_000, 10_000, 10_000),
    ),
    "iron_mg": _Row("rda", (8, 11, 8, 8, 8, 8), (8, 15, 18, 18, 8, 8), (27, 27, 27), (10, 9, 9), _uppers(40, 45, 45)),
    "magnesium_mg": _Row(
        "rda",
        (240, 410, 400, 420, 420, 420),
        (240, 360, 310, 320, 320, 320),
        (400, 350, 360),
        (360, 310, 320),
        _uppers(350, 350, 350),
        "supplements",
    ),
    "manganese_mg": _Row(
        "ai",
        (1.9, 2.2, 2.3, 2.3, 2.3, 2.3),
        (1.6, 1.6, 1.8, 1.8, 1.8, 1.8),
        (2.0, 2.0, 2.0),
        (2.6, 2.6, 2.6),
        _uppers(6, 9, 11),
    ),
    "phosphorus_mg": _Row(
        "rda",
        (1250, 1250, 700, 700, 700, 700),
        (1250, 1250, 700, 700, 700, 700),
        (1250, 700, 700),
        (1250, 700, 700),
        (4000, 4000, 4000, 4000, 4000, 3000),
    ),
    "selenium_ug": _Row(
        "rda",
        (40, 55, 55, 55, 55, 55),
        (40, 55, 55, 55, 55, 55),
        (60, 60, 60),
        (70, 70, 70),
        _uppers(280, 400, 400),
    ),
    "zinc_mg": _Row(
        "rda", (8, 11, 11, 11, 11, 11), (8, 9, 8, 8, 8, 8), (12, 11, 11), (13, 12, 12), _uppers(23, 34, 40)
    ),
    "potassium_mg": _Row(
        "ai",
        (2500, 3000, 3400, 3400, 3400, 3400),
        (2300, 2300, 2600, 2600, 2600, 2600),
        (2600, 2900, 2900),
        (2500, 2800, 2800),
    ),
    "sodium_mg": _Row(
        "ai",
        (1200, 1500, 1500, 1500, 1500, 1500),
        (1200, 1500, 1500, 1500, 1500, 1500),
        (1500, 1500, 1500),
        (1500, 1500, 1500),
        _uppers(1800, 2300, 2300),
        "risk",
    ),
    "omega3_g": _Row(
        "ai", (1.2, 1.6, 1.6, 1.6, 1.6, 1.6), (1.0, 1.1, 1.1, 1.1, 1.1, 1.1), (1.4, 1.4, 1.4), (1.3, 1.3, 1.3)
    ),
    "omega6_g": _Row("ai", (12, 16, 17, 17, 14, 14), (10, 11, 12, 12, 11, 11), (13, 13, 13), (13, 13, 13)),
    "water_g": _Row(
        "ai",
        (2400, 3300, 3700, 3700, 3700, 3700),
        (2100, 2300, 2700, 2700, 2700, 2700),
        (3000, 3000, 3000),
        (3800, 3800, 3800),
    ),
}
"""By the keys of `nutrients.NUTRIENTS`. Niacin is in niacin equivalents and folate in dietary folate equivalents, of which
food tables give a little less. Omega-3 is that of alpha-linolenic acid, omega-6 that of linoleic acid. The limit of
vitamin E is of any alpha-tocopherol added, that of folate of folic acid, that of magnesium of what is not in food."""

PREGNANT_UPPER: Mapping[str, float] = {"phosphorus_mg": 3500}
"""The limits that pregnancy changes."""


def reference(sex: Sex, age: float, *, pregnant: bool = False, lactating: bool = False) -> dict[str, Reference]:
    """Return the reference intake of each nutrient that has one, by its key of NUTRIENTS.

    For `other` the larger amount of both sexes, which covers either. Lactation counts where both are said; at ages that
    its columns do not have, the nearest. Raises ValueError below 9 years.
    """
    within("age", age, LEAST_AGE, 130)
    group = sum(age >= first for first in AGES) - 1
    mother = max(MOTHERS[0], min(MOTHERS[1], group)) - MOTHERS[0]
    found: dict[str, Reference] = {}
    for name, row in _TABLE.items():
        if pregnant or lactating:
            amount = (row.lactating if lactating else row.pregnant)[mother]
        else:
            amount = {"male": row.men, "female": row.women}.get(sex, tuple(map(max, row.men, row.women)))[group]
        upper = row.upper[group] if row.upper else None
        if pregnant and not lactating:
            upper = PREGNANT_UPPER.get(name, upper)
        found[name] = Reference(amount, row.kind, upper, row.upper_of)
    return found


def drinks_ml(sex: Sex, age: float, *, pregnant: bool = False, lactating: bool = False) -> float:
    """Return how much to drink in a day, of everything, in ml to the next hundred: 3,000 for men, 2,200 for women.

    The adequate intake of water less what food holds (IOM 2005, doi 10.17226/10925). For people at rest in a mild
    climate; heat and training take more, and thirst guides the healthy well.
    """
    total = reference(sex, age, pregnant=pregnant, lactating=lactating)["water_g"].amount
    return round(total * DRINKS_SHARE, -2)

"""The hard constraints of a plan, from a profile, targets and wishes. Pure; what is missing or unsafe is refused."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import ceil

from fitzen.errors import FieldError, InvalidError
from fitzen.nutrition import limits
from fitzen.nutrition.meal_plans import avoiding
from fitzen.nutrition.meal_plans.avoiding import Avoided, Phrase
from fitzen.nutrition.meal_plans.candidates import DIETS, Candidate
from fitzen.nutrition.meal_plans.models import Group, Wishes
from fitzen.nutrition.models import Slot
from fitzen.nutrition.targets import Person, of_person
from fitzen.records import Json
from fitzen.science.energy import Body
from fitzen.science.intakes import Reference, reference
from fitzen.science.targets import FIBER_G_PER_KCAL, KCAL_PER_G, least_kcal, no_deficit
from fitzen.users.models import Targets

ENERGY_SHARE = 0.03
"""How far a day's energy may be from its target."""
KETO_NET_CARBS_G = 50.0
"""A day's carbohydrate without fibre of a ketogenic diet: less than 50 g (Masood, StatPearls NBK499830)."""
KETO_CARBS_G = 40.0
NOT_MINIMA = frozenset({"sodium_mg", "water_g", "fluoride_ug"})
"""Reference intakes that a plan does not aim at: salt that is added, what is drunk, and what food tables hardly give."""
UPPER_OF_FOOD = frozenset({"total", "retinol"})
"""The upper limits that hold for food. Those of vitamin E, niacin, folate and magnesium are of supplements and fortified
food only (`intakes`), so no amount in a plan's foods is held against them."""
SLOTS: Mapping[int, Sequence[Slot]] = {
    3: ("breakfast", "lunch", "dinner"),
    4: ("breakfast", "lunch", "dinner", "snack"),
    5: ("breakfast", "lunch", "dinner", "snack", "snack"),
}
FRIDAY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a plan must keep to. `least` and `most` are a day's amounts by nutrient, `minima` the reference intakes.

    `most` has the upper limits that hold for food and that of sodium; `allergies` and `unwanted` are hard both.
    `usual_sodium_mg` is the limit for everybody, `disliked` what the profile says, without the wishes. `met` keeps what
    was found out of `Avoided`. `dropped` are constraints that are left aside to find out which of them clash; a plan that
    is served drops none.
    """

    targets: Targets
    low_kcal: float
    high_kcal: float
    least: Mapping[str, float]
    most: Mapping[str, float]
    minima: Mapping[str, float]
    slots: Sequence[Slot]
    pattern: str | None
    allergies: Avoided
    unwanted: Avoided
    wishes: Wishes
    favourites: frozenset[str] = frozenset()
    dropped: frozenset[Group] = frozenset()
    notes: tuple[str, ...] = ()
    usual_sodium_mg: float = 0.0
    disliked: tuple[str, ...] = ()
    met: dict[tuple[Avoided, bool, str], bool] = field(default_factory=dict, compare=False, repr=False)

    def unwanting(self, without: Sequence[str]) -> "Given":
        """Return the same with other foods left out of this plan; dislikes of the profile stay."""
        return replace(self, unwanted=avoiding.dislikes([*self.disliked, *without]))

    def without(self, *groups: Group) -> "Given":
        return replace(self, dropped=self.dropped | frozenset(groups))

    def minutes_a_meal(self, day: date) -> int | None:
        """Return how long a meal may take on a day; None where nothing is said."""
        said = [self.wishes.max_minutes, self.wishes.weekday_max_minutes if day.weekday() <= FRIDAY else None]
        return min((each for each in said if each is not None), default=None)

    def serves(self, each: Candidate, most_minutes: int | None) -> bool:
        """Say whether something may be on the plate at all."""
        return (
            self.is_safe(each)
            and (self._is("diet") or self._suits(each))
            and (self._is("dislikes") or not self._meets(self.unwanted, each, may=False))
            and (self._is("cooking_time") or in_time(each, most_minutes))
        )

    def _is(self, group: Group) -> bool:
        return group in self.dropped

    def is_safe(self, each: Candidate) -> bool:
        """Say whether it has, or may have, nothing that the person is allergic to."""
        if not self.allergies or self._is("allergies"):
            return True
        if each.allergens is None:
            return False
        return not self._meets(self.allergies, each, may=True)

    def _meets(self, avoided: Avoided, each: Candidate, *, may: bool) -> bool:
        """Say whether something is avoided; that is looked at once, for a plan asks some dozens of times."""
        key = (avoided, may, each.id)
        if (known := self.met.get(key)) is None:
            allergens = (each.allergens or frozenset()) | (each.may_contain if may else frozenset())
            names = each.names if may else disliked_names(each.names, avoided)
            known = self.met[key] = avoided.meets(each.kinds, names, allergens)
        return known

    def _suits(self, each: Candidate) -> bool:
        wanted = DIETS.get(self.pattern or "")
        return wanted is None or wanted in each.diets


def disliked_names(names: Iterable[Phrase], avoided: Avoided) -> list[Phrase]:
    """Return names as a dislike is held against them: who does not like olives cooks with their oil, unless it is named."""
    oil_too = any("oil" in phrase for phrase in avoided.phrases)
    return [name - {"olive"} if "oil" in name and not oil_too else name for name in names]


def in_time(each: Candidate, most_minutes: int | None) -> bool:
    """Say whether something can be cooked in time; where it does not say how long it takes, no."""
    return most_minutes is None or (each.minutes is not None and each.minutes <= most_minutes)


def given(who: Person, wishes: Wishes, favourites: frozenset[str] = frozenset()) -> Given:
    """Return the constraints for a person.

    Raises InvalidError naming what the profile lacks, an allergy that is not understood, or less energy than is safe.
    """
    found, _ = of_person(who)
    body = who.body
    if found is None or body is None:
        raise _lacking(who.missing)
    dietary: Json = who.profile.get("dietary", {})
    pattern = wishes.pattern or dietary.get("pattern")
    allergies = avoiding.allergies(dietary.get("allergies", []))
    targets, notes = _targets(found, body, wishes, pattern)
    wanted = reference(body.sex, body.age, pregnant=body.pregnant)
    floor = _floor(body, found.energy_kcal)
    return Given(
        targets=targets,
        low_kcal=max((1 - ENERGY_SHARE) * targets.energy_kcal, floor),
        high_kcal=(1 + ENERGY_SHARE) * targets.energy_kcal,
        least={"protein_g": targets.protein_g, "fiber_g": targets.fiber_g},
        most=_most(wanted, wishes.max_sodium_mg),
        minima={key: each.amount for key, each in wanted.items() if key not in NOT_MINIMA},
        slots=SLOTS[wishes.meals_per_day],
        pattern=pattern,
        allergies=allergies,
        unwanted=avoiding.dislikes([*dietary.get("dislikes", []), *wishes.without]),
        wishes=wishes,
        favourites=favourites,
        notes=notes,
        usual_sodium_mg=wanted["sodium_mg"].upper or 0.0,
        disliked=tuple(dietary.get("dislikes", [])),
    )


FIELDS = {
    "birth_date": "Your date of birth is needed for this; please add it to your profile.",
    "height_cm": "Your height is needed for this; please add it to your profile.",
    "weight_kg": "Your weight is needed for this; please log it.",
}


def _lacking(missing: Sequence[str]) -> InvalidError:
    names = " and ".join(missing).replace("birth_date", "date of birth").replace("_cm", "").replace("_kg", "")
    errors = [FieldError(name, FIELDS[name]) for name in missing]
    return InvalidError(f"For a meal plan I need to know your {names}.", errors=errors)


def _floor(body: Body, target_kcal: float) -> float:
    """Return the energy that no day goes below: for who may not eat less than they burn, the target itself."""
    least = least_kcal(body)
    return max(least, (1 - ENERGY_SHARE) * target_kcal) if no_deficit(body) else least


def _targets(found: Targets, body: Body, wishes: Wishes, pattern: str | None) -> tuple[Targets, tuple[str, ...]]:
    """Return the targets of the plan's days: a person's own with what is wished, never below the floor."""
    floor = ceil(max(_floor(body, found.energy_kcal), found.energy_kcal if no_deficit(body) else 0.0))
    if wishes.energy_kcal is not None and wishes.energy_kcal < floor:
        reason = no_deficit(body) or limits.why_least(body)
        raise InvalidError.of("energy_kcal", f"This must be at least {floor:,} for you: {reason}.")
    kcal = max(wishes.energy_kcal or found.energy_kcal, float(floor))
    notes = () if kcal <= (wishes.energy_kcal or found.energy_kcal) else (f"Never below {floor:,} kcal a day.",)
    protein = wishes.protein_g or found.protein_g
    fiber = wishes.fiber_g or (found.fiber_g if kcal == found.energy_kcal else float(round(FIBER_G_PER_KCAL * kcal)))
    share = (
        found.carbs_g * KCAL_PER_G["carbs_g"] / max(1.0, found.energy_kcal - found.protein_g * KCAL_PER_G["protein_g"])
    )
    rest = max(0.0, kcal - protein * KCAL_PER_G["protein_g"])
    carbs = KETO_CARBS_G if pattern == "keto" else min(1.0, share) * rest / KCAL_PER_G["carbs_g"]
    fat = max(0.0, rest - carbs * KCAL_PER_G["carbs_g"]) / KCAL_PER_G["fat_g"]
    return (
        Targets(
            energy_kcal=kcal,
            protein_g=protein,
            carbs_g=float(round(carbs)),
            fat_g=float(round(fat)),
            fiber_g=fiber,
            source=found.source,
        ),
        notes,
    )


def _most(wanted: Mapping[str, Reference], sodium_mg: float | None) -> dict[str, float]:
    """Return the upper limits: of the nutrient as food gives it, of retinol alone for vitamin A, and of sodium."""
    found = {
        "retinol_ug" if each.upper_of == "retinol" else key: each.upper
        for key, each in wanted.items()
        if each.upper is not None and each.upper_of in UPPER_OF_FOOD
    }
    limit = wanted["sodium_mg"].upper
    return found | {"sodium_mg": sodium_mg or limit or 0.0}

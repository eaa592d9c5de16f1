"""Why there is no plan: constraints that cannot be met together, and the least change of each that makes a plan possible.

A smallest set is found by leaving constraints aside one after another: what is not needed for the clash is dropped for
good, what is left clashes (deletion filtering, Chinneck and Dravnieks 1991, doi 10.1287/ijoc.3.2.157). That is done on one
day with the relaxed program, which proves a clash in a few milliseconds; whole servings are looked at where it proves none.
Nobody is offered to give up an allergy, a diet, an upper limit or the floor of their energy.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from fitzen.nutrition.meal_plans import planning
from fitzen.nutrition.meal_plans.budget import Budget
from fitzen.nutrition.meal_plans.candidates import DIETS, Candidate
from fitzen.nutrition.meal_plans.given import Given
from fitzen.nutrition.meal_plans.models import Group
from fitzen.nutrition.meal_plans.offers import Offer, offers
from fitzen.nutrition.meal_plans.program import DayTask, solve_day
from fitzen.records import Json

SECONDS = 0.7
"""How long is looked for what clashes, where nothing else is said."""
SHARE = 0.3
"""Of what is left of it, for each plan that is tried with a change."""
ORDER: Sequence[Group] = (
    "allergies", "diet", "energy", "upper_limits", "net_carbs", "sodium", "fibre", "protein", "dislikes", "cooking_time", "variety",
)  # fmt: skip
"""In which constraints are left aside: last those that a person would rather change, so that these are what is named."""


def _has_limits_of_time(given: Given) -> bool:
    wishes = given.wishes
    return (wishes.max_minutes, wishes.weekday_max_minutes, wishes.day_max_minutes) != (None, None, None)


ASKED: dict[Group, Callable[[Given], object]] = {
    "allergies": lambda given: given.allergies,
    "diet": lambda given: given.pattern in DIETS,
    "net_carbs": lambda given: given.pattern == "keto",
    "dislikes": lambda given: given.unwanted,
    "cooking_time": _has_limits_of_time,
    "variety": lambda given: not given.wishes.same_protein,
}
"""Constraints that not everybody has, with who has them."""
WORDS: dict[Group, str] = {
    "energy": "{kcal:,.0f} kcal a day",
    "protein": "{protein:g} g of protein",
    "fibre": "{fiber:g} g of fibre",
    "upper_limits": "the upper limits of vitamins and minerals",
    "sodium": "{sodium:,.0f} mg of sodium at most",
    "net_carbs": "the carbohydrate that keto allows",
    "cooking_time": "the time for cooking",
    "dislikes": "what you do not eat",
    "diet": "{pattern} food",
    "allergies": "your allergies",
    "variety": "another source of protein at dinner than at lunch",
    "repeats": "no recipe more than {repeats} in a week",
}
MOST_CHANGES = 3
TIMES = {1: "once", 2: "twice"}


def clashes_of(
    given: Given, candidates: Sequence[Candidate], starts_on: date, budget: Budget | None = None
) -> list[Json]:
    """Return why there is no plan. `candidates` are what there is, whether it may be served or not.

    What the budget does not allow to find out stays in the clash, which is then not `certain`; changes are offered only
    where they were found to make a plan possible.
    """
    return [_Search(given, candidates, starts_on, budget or Budget(SECONDS)).clash()]


@dataclass(slots=True)
class _Search:
    given: Given
    candidates: Sequence[Candidate]
    starts_on: date
    budget: Budget
    certain: bool = True

    def clash(self) -> Json:
        names = self._names()
        changes = [
            {"field": found.field.partition(":")[0], "value": found.value, "text": found.text}
            for name in names
            for _, each in groupby(offers(self.given, name), key=lambda offer: offer.field)
            if (found := self._least(list(each))) is not None
        ]
        text = _text(self.given, names, certain=self.certain)
        return {"constraints": names, "text": text, "certain": self.certain, "changes": changes[:MOST_CHANGES]}

    def _names(self) -> list[Group]:
        """Return what clashes, on the first kind of day that cannot be planned by itself; else it is over the days."""
        days = self._kinds_of_day()
        for test in (self._parts, self._whole):
            day = next((each for each in days if not test(self.given, each)), None)
            if day is not None:
                self.certain = test == self._parts
                return self._on_day(day, test)
        self.certain = False
        return ["cooking_time", "repeats"] if _has_limits_of_time(self.given) else ["repeats"]

    def _on_day(self, day: date, test: Callable[[Given, date], bool]) -> list[Group]:
        """Return a smallest clash of a day, and more where without these there is none either."""
        names = self._smallest(self.given, day, test)
        while not self.budget.is_spent and not self._whole(rest := self.given.without(*names), day):
            more = self._smallest(rest, day, self._whole)
            if not more:
                break
            names += more
        return names

    def _smallest(self, given: Given, day: date, test: Callable[[Given, date], bool]) -> list[Group]:
        """Return constraints that clash on a day, of which none can be left out."""
        names: list[Group] = []
        for group in ORDER:
            if group in given.dropped or not ASKED.get(group, bool)(given):
                continue
            looser = given.without(group)
            if self.budget.is_spent:
                self.certain = False
                names.append(group)
            elif test(looser, day):
                names.append(group)
            else:
                given = looser
        return names

    def _kinds_of_day(self) -> list[date]:
        """Return a day of each kind that differs: one that has less time for cooking first."""
        days = [self.starts_on + timedelta(days=index) for index in range(self.given.wishes.days)]
        by_minutes = {self.given.minutes_a_meal(day): day for day in days}
        return [by_minutes[each] for each in sorted(by_minutes, key=lambda each: (each is None, each or 0))]

    def _parts(self, given: Given, day: date) -> bool:
        """Say whether a day could be planned if parts of servings could be had; if not, that is certain."""
        return solve_day(self._task(given, day, relaxed=True)).choices is not None

    def _whole(self, given: Given, day: date) -> bool:
        """Say whether a day by itself can be planned, as far as can be found out."""
        return planning.out_of_all(self._task(given, day)).choices is not None

    def _task(self, given: Given, day: date, *, relaxed: bool = False) -> DayTask:
        offered = [planning.served(given, self.candidates, slot, day) for slot in given.slots]
        return DayTask(given=given, day=day, offered=offered, relaxed=relaxed, budget=self.budget)

    def _least(self, changes: Sequence[Offer]) -> Offer | None:
        """Return the least of the changes of a field with which there is a plan; each asks for less than the one before.

        The least that makes single days possible in parts is tried first: with it there often is one.
        """
        days = self._kinds_of_day()
        first = self._first(changes, lambda each: all(self._parts(each.given, day) for day in days))
        if first < len(changes) and self._plan(changes[first].given):
            return changes[first]
        rest = changes[first + 1 :]
        found = self._first(rest, lambda each: self._plan(each.given))
        return rest[found] if found < len(rest) else None

    def _first(self, changes: Sequence[Offer], works: Callable[[Offer], bool]) -> int:
        """Return the place of the first change that works, by halves; their number if none does or time is up."""
        low, high = 0, len(changes)
        while low < high:
            if self.budget.is_spent:
                return len(changes)
            middle = (low + high) // 2
            low, high = (low, middle) if works(changes[middle]) else (middle + 1, high)
        return low

    def _plan(self, given: Given) -> bool:
        if self.budget.is_spent:
            return False
        budget = self.budget.part(SHARE)
        return planning.plan(given, self.candidates, self.starts_on, runs=1, budget=budget) is not None


def _text(given: Given, names: Sequence[Group], *, certain: bool) -> str:
    said = [
        WORDS[name].format(
            kcal=given.targets.energy_kcal,
            protein=given.targets.protein_g,
            fiber=given.targets.fiber_g,
            sodium=given.most["sodium_mg"],
            pattern=given.pattern,
            repeats=TIMES.get(given.wishes.max_repeats, f"{given.wishes.max_repeats} times"),
        )
        for name in names
    ]
    if not said:
        return "There is no plan with this many meals."
    listed = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
    if not certain:
        return f"I found no plan with {listed}; there may be one."
    return f"There is no plan with {listed}." if len(said) == 1 else f"These cannot all be had: {listed}."

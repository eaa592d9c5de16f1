"""Days one after another: what is offered on each, so that a week is varied, and what to do where that is not enough.

The program of a whole week at once takes minutes, so a day is solved at a time, out of a few recipes that are drawn for it
by chance and by what the days before had. Where that gives nothing, the same day is solved out of everything.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from fitzen.nutrition.meal_plans.budget import Budget
from fitzen.nutrition.meal_plans.candidates import Candidate
from fitzen.nutrition.meal_plans.given import Given
from fitzen.nutrition.meal_plans.program import MAIN_MEALS, Choice, DayFound, DayTask, solve_day
from fitzen.nutrition.models import Slot

RECIPES, FOODS = 6, 6
"""How many recipes and single foods are drawn for a meal."""
FEW = 20
"""With fewer dishes than this for lunch or dinner, those of the other may come too."""
MOST_DRAWS = 3
"""How many times as many are drawn where fewer gave no day."""
LIKELY = 16
"""How many are added to those that the relaxed program takes parts of."""
RUNS = 6
"""How often to begin anew where the days before leave nothing for one."""
SECONDS = 1.2
"""How long a plan is looked for, where nothing else is said."""
WEEK = timedelta(days=6)
WORTH, WORTH_LEAST, WORTH_MOST = 0.2, 0.05, 0.8
"""What the reference intake of a nutrient counts on the first day; then at least, where the days
before had all of it, and at most, where they had none."""
NOISE, REPEAT_COST, FAVOURITE_COST, OWN_COST = 0.4, 0.5, -0.4, -0.1
"""Costs of a recipe: chance, each time that it came in the days before, something in it that is a favourite, one's own."""


class PlannedDay(NamedTuple):
    day: date
    choices: Sequence[Choice]


@dataclass(slots=True)
class _Week:
    """What is known while a plan grows; `draws`: how many times the usual number is drawn, for fewer gave no day."""

    given: Given
    candidates: Sequence[Candidate]
    random: Random
    budget: Budget
    draws: int = 1
    days: list[PlannedDay] = field(default_factory=list)

    def add(self, day: date) -> bool:
        """Plan a day, at last without regard to variety and reference intakes; say whether that was possible."""
        offered = self.offered(day)
        extra = self._extra()
        task = DayTask(given=self.given, day=day, offered=offered, extra=extra, worth=self._worth(), budget=self.budget)
        found = solve_day(replace(task, offered=[self._drawn(each, extra) for each in offered], quick=True))
        if found.choices is None and not self.budget.is_spent:
            self.draws = min(self.draws + 1, MOST_DRAWS)
            found = out_of_all(task)
        if found.choices is None and not found.impossible and not self.budget.is_spent:
            found = out_of_all(replace(task, extra={}, worth={}))
        if found.choices is None:
            return False
        self.days.append(PlannedDay(day, found.choices))
        return True

    def offered(self, day: date) -> list[list[Candidate]]:
        """Return what may be in each meal of a day, after what the days before had."""
        over = used_up(self.given, self.days, day)
        return [
            [each for each in offered if not each.is_recipe or each.id not in over]
            for each_slot in self.given.slots
            for offered in [served(self.given, self.candidates, each_slot, day)]
        ]

    def _extra(self) -> dict[str, float]:
        came = Counter(choice.what.id for planned in self.days[-7:] for choice in planned.choices)
        return {each.id: self._extra_of(each, came[each.id]) for each in self.candidates}

    def _extra_of(self, each: Candidate, came: int) -> float:
        liked = FAVOURITE_COST if each.foods & self.given.favourites or each.id in self.given.favourites else 0.0
        mine = OWN_COST if each.own else 0.0
        share = 1.0 if each.is_recipe else 0.5
        return share * (NOISE * self.random.random() + REPEAT_COST * came) + liked + mine

    def _worth(self) -> dict[str, float]:
        """Return what each nutrient counts: more, the less of it the days before had."""
        had = dict.fromkeys(self.given.minima, 0.0)
        for planned in self.days:
            totals = amounts(planned.choices, self.given.minima)
            for key, amount in self.given.minima.items():
                had[key] += min(1.0, totals[key] / amount)
        count = len(self.days)
        if not count:
            return dict.fromkeys(had, WORTH)
        return {key: WORTH_LEAST + (WORTH_MOST - WORTH_LEAST) * (1 - share / count) for key, share in had.items()}

    def _drawn(self, offered: Sequence[Candidate], extra: Mapping[str, float]) -> list[Candidate]:
        """Draw recipes and single foods of a meal: those that cost least, so by chance and by what came before."""
        recipes = sorted((each for each in offered if each.is_recipe), key=lambda each: extra[each.id])
        foods = sorted((each for each in offered if not each.is_recipe), key=lambda each: extra[each.id])
        return recipes[: self.draws * RECIPES] + foods[: self.draws * FOODS]


def out_of_all(task: DayTask) -> DayFound:
    """Plan a day out of everything: first of what the relaxed program takes parts of, with some more."""
    parts = solve_day(replace(task, relaxed=True))
    if parts.choices is None or (task.budget is not None and task.budget.is_spent):
        return DayFound(None, parts.impossible)
    ids = {choice.what.id for choice in parts.choices}
    likely = [
        [each for each in offered if each.id in ids]
        + sorted(offered, key=lambda each: task.extra.get(each.id, 0.0))[:LIKELY]
        for offered in task.offered
    ]
    found = solve_day(replace(task, offered=[list(dict.fromkeys(each)) for each in likely], quick=True))
    return found if found.choices is not None else solve_day(replace(task, quick=True))


def served(given: Given, candidates: Sequence[Candidate], slot: Slot, day: date) -> list[Candidate]:
    """Return what may be in a meal of this slot on a day: where that is few dishes for lunch or dinner, those of both."""
    most = given.minutes_a_meal(day)
    found = [each for each in candidates if slot in each.slots and given.serves(each, most)]
    if slot not in MAIN_MEALS or sum(each.is_recipe for each in found) >= FEW:
        return found
    return found + [
        each
        for each in candidates
        if each.is_recipe and slot not in each.slots and each.slots & MAIN_MEALS and given.serves(each, most)
    ]


def used_up(given: Given, days: Sequence[PlannedDay], day: date) -> frozenset[str]:
    """Return the recipes that may not come on a day, for how often they come on the others, before and after."""
    if "repeats" in given.dropped:
        return frozenset()
    came: Counter[str] = Counter()
    near: set[str] = set()
    for planned in days:
        ids = [choice.what.id for choice in planned.choices if choice.what.is_recipe]
        if abs(planned.day - day) <= WEEK:
            came.update(ids)
        if abs(planned.day - day) == timedelta(days=1) and not given.wishes.leftovers:
            near.update(ids)
    return frozenset(near | {id_ for id_, times in came.items() if times >= given.wishes.max_repeats})


def amounts(choices: Sequence[Choice], keys: Mapping[str, float]) -> dict[str, float]:
    """Return how much of some nutrients choices come to; what a source does not give counts as none."""
    return {key: sum(each.what.nutrients.get(key, 0.0) * each.portions for each in choices) for key in keys}


def plan(
    given: Given, candidates: Sequence[Candidate], starts_on: date, runs: int = RUNS, budget: Budget | None = None
) -> list[PlannedDay] | None:
    """Return the days of a plan; None where there is none, or none was found within the budget."""
    within = budget or Budget(SECONDS)
    for run in range(runs):
        chance = Random(f"{given.wishes.seed}.{run}")  # noqa: S311 - for variety, not for secrets
        week = _Week(given, candidates, chance, within)
        if all(week.add(starts_on + timedelta(days=index)) for index in range(given.wishes.days)):
            return week.days
        if not week.days or within.is_spent:
            return None
    return None

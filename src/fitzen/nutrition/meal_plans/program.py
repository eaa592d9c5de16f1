"""A day of meals as a mixed-integer program: what is chosen, how much of it, and what that costs.

For each meal and each thing that may be in it there is one binary for each amount (half a serving, one, one and a half).
Hard constraints are rows; wishes are costs, in units of one nutrient that is missing whole.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from fitzen.nutrition.meal_plans.budget import Budget
from fitzen.nutrition.meal_plans.candidates import Candidate
from fitzen.nutrition.meal_plans.given import KETO_NET_CARBS_G, Given
from fitzen.nutrition.meal_plans.solver import Program
from fitzen.nutrition.models import Slot
from fitzen.nutrition.recipes.rules import FLESH

MARGIN = 0.002
"""What rounding may take: limits in the program are so much narrower than those that are promised, as a share."""
ENERGY: Mapping[int, Mapping[Slot, tuple[float, float]]] = {
    3: {"breakfast": (0.22, 0.33), "lunch": (0.28, 0.40), "dinner": (0.28, 0.42), "snack": (0.05, 0.15)},
    4: {"breakfast": (0.20, 0.30), "lunch": (0.25, 0.35), "dinner": (0.25, 0.40), "snack": (0.05, 0.15)},
    5: {"breakfast": (0.18, 0.28), "lunch": (0.23, 0.33), "dinner": (0.23, 0.37), "snack": (0.05, 0.14)},
}
"""Of the day's energy, what each meal has by the number of meals: outside of that it costs. Fitzen's choice."""
MAIN_MEALS = frozenset({"lunch", "dinner"})
SIDES, SIDES_ALONE = 2, 3
"""Single foods beside a recipe, and those of a meal that has none."""
FAT_COST, FAT_SLACK, SHARE_COST = 1.5, 0.1, 25.0
PROTEIN_COST = 0.8
SIDE_COST, ALONE_COST, ODD_COST, HALF_COST, LARGE_COST, BUDGET_COST, SAME_COST = 0.15, 0.3, 0.4, 0.1, 0.5, 0.3, 0.3
LARGE = 1.5
PLAIN_COST, PLAIN_PROTEIN_G = 0.3, 15.0
"""Costs, in units of a nutrient that is missing whole. Fat that is off by all of its target, beyond the slack (energy is
held, so carbohydrate follows); a meal that is off its share by the whole day's energy; as much protein again as the target; a
portion of a single food; a breakfast without a recipe; a recipe at another meal than it is for; one in half servings; each
serving beyond the large; a recipe that is not of cheap staples, where that is wished; the same protein at lunch and dinner; a single food
that would be the protein of a dish, with so much in a portion. Fitzen's choices."""


class Choice(NamedTuple):
    """So many servings or portions of something, at the meal with this number."""

    meal: int
    what: Candidate
    portions: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTask:
    """A day to plan.

    `offered` is what may be in each meal, `extra` a cost of each by its id, `worth` what the whole of a reference intake
    counts. `fixed` is there already, and nothing more may come to the meals that are `closed`. `relaxed`: parts of things
    may be chosen, which says in milliseconds what there cannot be. `quick`: what the search nearby does not find is given
    up. `budget`: how long to look.
    """

    given: Given
    day: date
    offered: Sequence[Sequence[Candidate]]
    extra: Mapping[str, float] = field(default_factory=dict)
    worth: Mapping[str, float] = field(default_factory=dict)
    fixed: Sequence[Choice] = ()
    closed: frozenset[int] = frozenset()
    relaxed: bool = False
    quick: bool = False
    budget: Budget | None = None


class DayFound(NamedTuple):
    """What to eat on a day, None where nothing was found; `impossible`: that there is nothing is certain."""

    choices: Sequence[Choice] | None
    impossible: bool


CHOSEN, SOME = 0.5, 1e-6
"""Above these a column that is 0 or 1 is taken, and one that may be a part has something."""

type Terms = list[tuple[int, float]]


class _Day:
    """The program of one day while it is put together."""

    def __init__(self, task: DayTask) -> None:
        self.task = task
        self.given = task.given
        self.program = Program()
        self.choices: list[Choice] = []

    def solve(self) -> "DayFound":
        for choice in self._possible():
            self.program.binary(self._cost(choice))
            self.choices.append(choice)
        for add in (self._meals, self._amounts, self._limits, self._time, self._variety, self._kosher, self._wishes):
            add()
        if not self.choices:
            return DayFound(None, impossible=True)
        found = self.program.solve(relaxed=self.task.relaxed, quick=self.task.quick, budget=self.task.budget)
        least = SOME if self.task.relaxed else CHOSEN
        taken = [choice for choice, value in zip(self.choices, found.values or (), strict=False) if value > least]
        return DayFound(taken if found.values is not None else None, found.impossible)

    def _possible(self) -> Iterator[Choice]:
        yield from self.task.fixed
        for meal, offered in enumerate(self.task.offered):
            low, high = self._share(meal)
            about = (low + high) / 2 * self.given.targets.energy_kcal
            for each in offered if meal not in self.task.closed else ():
                yield from (Choice(meal, each, count) for count in counts(each, about))

    def _cost(self, choice: Choice) -> float:
        what, slot = choice.what, self.given.slots[choice.meal]
        if choice in self.task.fixed:
            return 0.0
        protein = what.nutrients["protein_g"] * choice.portions / self.given.targets.protein_g
        cost = self.task.extra.get(what.id, 0.0) - self._worth(choice) + PROTEIN_COST * protein
        if not what.is_recipe:
            plain = PLAIN_COST if what.nutrients["protein_g"] >= PLAIN_PROTEIN_G else 0.0
            return cost + SIDE_COST * choice.portions + plain
        odd = 0.0 if slot in what.slots else ODD_COST
        half = 0.0 if choice.portions.is_integer() else HALF_COST
        dear = BUDGET_COST if self.given.wishes.budget and not what.budget else 0.0
        return cost + odd + half + dear + LARGE_COST * max(0.0, choice.portions - LARGE)

    def _worth(self, choice: Choice) -> float:
        """Return what a choice counts for reference intakes: by each as far as that goes, for more is not needed."""
        has = choice.what.nutrients
        minima = self.given.minima
        return sum(
            worth * min(1.0, has[key] * choice.portions / minima[key])
            for key, worth in self.task.worth.items()
            if key in has
        )

    def _energy(self, choice: Choice) -> float:
        return choice.what.nutrients["energy_kcal"] * choice.portions

    def _share(self, meal: int) -> tuple[float, float]:
        """Return what a meal has of the day's energy, at least and at most."""
        slots = self.given.slots
        return ENERGY[len(slots)][slots[meal]] if len(slots) in ENERGY else (0.5 / len(slots), 2 / len(slots))

    def _sum(self, weight: Callable[[Choice], float]) -> Terms:
        return [(column, weight(choice)) for column, choice in enumerate(self.choices)]

    def _nutrient(self, key: str) -> Terms:
        return self._sum(lambda choice: choice.what.nutrients.get(key, 0.0) * choice.portions)

    def _in_meal(self, meal: int, weight: Callable[[Choice], float]) -> Terms:
        return self._sum(lambda choice: weight(choice) if choice.meal == meal else 0.0)

    def _meals(self) -> None:
        """Put at most one recipe into each meal, exactly one at lunch and dinner, and a few single foods beside it."""
        for choice in range(len(self.task.fixed)):
            self.program.row([(choice, 1.0)], 1.0, 1.0)
        for meal, slot in enumerate(self.given.slots):
            if meal in self.task.closed:
                continue
            recipes = self._in_meal(meal, lambda each: float(each.what.is_recipe))
            sides = self._in_meal(meal, lambda each: float(not each.what.is_recipe))
            self.program.row(recipes, float(slot in MAIN_MEALS), 1.0)
            self.program.row([*_plus(sides, recipes, SIDES_ALONE - SIDES)], high=float(SIDES_ALONE))
            self.program.row([*_plus(sides, recipes, SIDES_ALONE)], low=1.0)
            if slot == "breakfast":
                self.program.wish(recipes, low=1.0, price=ALONE_COST)

    def _amounts(self) -> None:
        """Take each thing in one amount and at one meal of the day."""
        columns: dict[str, list[int]] = {}
        for column, choice in enumerate(self.choices):
            columns.setdefault(choice.what.id, []).append(column)
        for several in columns.values():
            self.program.row(((column, 1.0) for column in several), high=1.0)

    def _limits(self) -> None:
        given = self.given
        if "energy" not in given.dropped:
            low, high = given.low_kcal * (1 + MARGIN), given.high_kcal * (1 - MARGIN)
            self.program.row(self._nutrient("energy_kcal"), low, max(low, high))
        for group, key in (("protein", "protein_g"), ("fibre", "fiber_g")):
            if group not in given.dropped:
                self.program.row(self._nutrient(key), low=given.least[key] * (1 + MARGIN))
        for key, most in given.most.items():
            group = "sodium" if key == "sodium_mg" else "upper_limits"
            terms = self._nutrient(key)
            if group not in given.dropped and self._most(terms) > most * (1 - MARGIN):
                self.program.row(terms, high=most * (1 - MARGIN))
        if given.pattern == "keto" and "net_carbs" not in given.dropped:
            self.program.row(self._sum(net_carbs), high=KETO_NET_CARBS_G * (1 - MARGIN))

    def _most(self, terms: Terms) -> float:
        """Return what a sum comes to at most, whatever is chosen: a limit above that needs no row."""
        recipes, sides = [0.0] * len(self.given.slots), 0.0
        for (_, value), choice in zip(terms, self.choices, strict=True):
            if choice.what.is_recipe:
                recipes[choice.meal] = max(recipes[choice.meal], value)
            else:
                sides = max(sides, value)
        return sum(recipes) + max(SIDES_ALONE * len(recipes), len(self.task.fixed)) * sides

    def _time(self) -> None:
        if "cooking_time" in self.given.dropped:
            return
        most = self.given.minutes_a_meal(self.task.day)
        for meal in range(len(self.given.slots)) if most is not None else ():
            self.program.row(self._in_meal(meal, minutes), high=float(most or 0))
        if self.given.wishes.day_max_minutes is not None:
            self.program.row(self._sum(minutes), high=float(self.given.wishes.day_max_minutes))

    def _variety(self) -> None:
        if "variety" in self.given.dropped:
            return
        for source in sorted({choice.what.protein for choice in self.choices if choice.what.protein}):
            if self.given.wishes.same_protein:
                self.program.wish(self._main_of(source), high=1.0, price=SAME_COST)
            else:
                self.program.row(self._main_of(source), high=1.0)

    def _main_of(self, source: str) -> Terms:
        """Return the dishes of lunch and dinner whose protein is of one source."""
        main = [meal for meal, slot in enumerate(self.given.slots) if slot in MAIN_MEALS]
        return self._sum(lambda each: float(each.meal in main and each.what.protein == source))

    def _kosher(self) -> None:
        """Keep meat from milk and fish within a meal, where a kosher diet asks for it: a recipe's and what is beside it."""
        if self.given.pattern != "kosher" or "diet" in self.given.dropped:
            return
        for meal in range(len(self.given.slots)):
            meats = [c for c, each in enumerate(self.choices) if each.meal == meal and each.what.kinds & FLESH]
            others = [c for c, each in enumerate(self.choices) if each.meal == meal and each.what.kinds & NOT_WITH_MEAT]
            if meats and others:
                flag = self.program.binary()
                self.program.row([*((c, 1.0) for c in meats), (flag, -float(len(meats)))], high=0.0)
                self.program.row([*((c, 1.0) for c in others), (flag, float(len(others)))], high=float(len(others)))

    def _wishes(self) -> None:
        """Let fat that is far from its target cost, and meals that are large or small. Carbohydrate follows from energy."""
        fat = _scaled(self._nutrient("fat_g"), 1 / max(self.given.targets.fat_g, 1.0))
        self.program.wish(fat, 1 - FAT_SLACK, 1 + FAT_SLACK, price=FAT_COST)
        for meal in range(len(self.given.slots)):
            low, high = self._share(meal)
            share = _scaled(self._in_meal(meal, self._energy), 1 / self.given.targets.energy_kcal)
            self.program.wish(share, low, high, price=SHARE_COST)


NOT_WITH_MEAT = frozenset({"dairy", "rennet", "fish"})
LEAST_SHARE, MOST_SHARE = 0.35, 1.35
"""Of a meal's share of the energy, what a recipe alone has at least and at most: other amounts are not looked at."""


def counts(what: Candidate, share_kcal: float) -> Iterable[float]:
    """Return the amounts of something that a meal of so much energy may have."""
    if not what.is_recipe:
        return what.counts
    each = what.nutrients["energy_kcal"]
    fitting = [count for count in what.counts if LEAST_SHARE * share_kcal <= count * each <= MOST_SHARE * share_kcal]
    nearest = min(what.counts, key=lambda count: abs(count * each - share_kcal))
    return fitting or [nearest]


def net_carbs(choice: Choice) -> float:
    nutrients = choice.what.nutrients
    return choice.portions * (nutrients.get("carbs_g", 0.0) - nutrients.get("fiber_g", 0.0))


def minutes(choice: Choice) -> float:
    return float(choice.what.minutes or 0)


def _plus(one: Terms, other: Terms, factor: float) -> Terms:
    return [(column, value + factor * others) for (column, value), (_, others) in zip(one, other, strict=True)]


def _scaled(terms: Terms, factor: float) -> Terms:
    return [(column, value * factor) for column, value in terms]


def solve_day(task: DayTask) -> DayFound:
    """Return what to eat on a day."""
    return _Day(task).solve()

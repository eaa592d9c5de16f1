"""What the simulated person eats, drinks and weighs: the weight follows from what is eaten less what is burned.

The diary knows less than the body: one day in five is not written down, one in twelve only in part, holidays not at
all. All the same the measured expenditure (science/expenditure.py) finds about what is burned here.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from functools import cache
from random import Random
from typing import NamedTuple

from fitzen.demo.seeds import ZONE, seeded_id
from fitzen.nutrition.foods import library as foods
from fitzen.nutrition.models import Item, MealIn, Slot, WaterIn
from fitzen.nutrition.recipes import library as recipes
from fitzen.nutrition.recipes.service import shipped_serving

BURNED_KCAL = 2930.0
FOLLOWING_KCAL_PER_KG = 24.0
"""Expenditure at the first weight, and how it follows that (Hall 2011, doi 10.1016/S0140-6736(11)60812-X)."""
KCAL_PER_KG = 7200.0
START_KG = 78.0
GAINING_DAYS = 730
APPETITE_SD, PULL = 0.14, 0.08
"""How days of eating scatter, and which share of what is lacking to the plan is made up for a day."""
LOGGED, HALF_LOGGED, SECOND_SNACK = 0.82, 0.085, 0.35


class Food(NamedTuple):
    """A usual amount of a food, in a unit that it has; `fixed`: it does not grow with the appetite."""

    food_id: str
    amount: float
    unit: str = "g"
    fixed: bool = False


type Dish = str | Sequence[Food]
"""A shipped recipe, or foods put together."""

OATS = [Food("usda-08120", 70), Food("usda-01077", 250, "ml"), Food("usda-09050", 60), Food("usda-12061", 15)]
EGGS = [Food("usda-01123", 150), Food("usda-18075", 2, "slice", fixed=True), Food("usda-01001", 10)]
YOGURT = [Food("usda-01116", 250), Food("usda-09040", 118), Food("usda-12061", 25)]
CHICKEN = [Food("usda-05064", 170), Food("usda-20045", 220), Food("usda-11090", 120), Food("usda-04053", 12)]
PASTA = [Food("usda-20121", 280), Food("usda-23575", 110), Food("usda-11549", 120), Food("usda-01032", 12)]
SANDWICH = [Food("usda-18075", 4, "slice"), Food("usda-15121", 120), Food("usda-11529", 80), Food("usda-01009", 40)]
SALMON = [Food("usda-15237", 170), Food("usda-11367", 300), Food("usda-11053", 150), Food("usda-04053", 12)]
BEANS = [Food("usda-16015", 250), Food("usda-20037", 180), Food("usda-09037", 90), Food("usda-01009", 30)]

MENU: Mapping[Slot, Sequence[Dish]] = {
    "breakfast": (OATS, OATS, EGGS, YOGURT),
    "lunch": (CHICKEN, PASTA, SANDWICH, BEANS, "chicken-burrito-bowl", "peanut-chicken-noodle-salad"),
    "dinner": (SALMON, CHICKEN, PASTA, BEANS, "beef-chilli-with-black-beans", "chicken-and-broccoli-stir-fry"),
    "snack": (
        [Food("usda-09003", 182), Food("usda-16098", 30)],
        [Food("usda-01223", 32), Food("usda-01077", 300, "ml")],
        [Food("usda-19902", 40), Food("usda-14209", 237, "ml", fixed=True)],
        [Food("usda-01012", 200), Food("usda-09200", 140)],
    ),
}
SHARES: Mapping[Slot, float] = {"breakfast": 0.24, "lunch": 0.33, "dinner": 0.33, "snack": 0.10}
HOURS: Mapping[Slot, int] = {"breakfast": 8, "lunch": 13, "dinner": 20, "snack": 17}
SECOND_SNACK_HOUR = 11
GLASSES_ML = (200.0, 250.0, 330.0, 500.0)


class Eater:
    """A body and its diary; `weight_kg` is what the scale would show without noise."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self.weight_kg = START_KG

    def day(self, day: date, number: int, *, away: bool) -> Iterator[MealIn | WaterIn]:
        """Live the day `number`; yield what is written down of it."""
        burned = BURNED_KCAL + FOLLOWING_KCAL_PER_KG * (self.weight_kg - START_KG)
        planned = burned + KCAL_PER_KG * (planned_kg(number + 1) - planned_kg(number))
        behind = KCAL_PER_KG * (planned_kg(number) - self.weight_kg)
        wanted = planned + PULL * max(-3000.0, min(3000.0, behind))
        eaten = wanted * math.exp(self._random.gauss(0, APPETITE_SD) - APPETITE_SD**2 / 2)
        self.weight_kg += (eaten - burned) / KCAL_PER_KG
        meals = list(self._meals(day, eaten))
        drinks = list(self._drinks(day))
        logged, half = self._random.random() < LOGGED, self._random.random() < HALF_LOGGED
        if logged and not away:
            yield from meals[: 1 + len(meals) // 3] if half else meals
            yield from drinks

    def _meals(self, day: date, kcal: float) -> Iterator[MealIn]:
        second = self._random.random() < SECOND_SNACK
        slots: list[tuple[Slot, int]] = [(slot, HOURS[slot]) for slot in MENU]
        if second:
            slots.append(("snack", SECOND_SNACK_HOUR))
        total = sum(SHARES[slot] for slot, _ in slots)
        for slot, hour in slots:
            at = datetime.combine(day, time(hour, self._random.randrange(60)), ZONE)
            dish = self._random.choice(MENU[slot])
            items = _items(dish, kcal * SHARES[slot] / total)
            yield MealIn(id=seeded_id(self._random, at), eaten_at=at, slot=slot, items=items)

    def _drinks(self, day: date) -> Iterator[WaterIn]:
        for hour in sorted(self._random.sample(range(7, 22), self._random.randrange(2, 4))):
            at = datetime.combine(day, time(hour, self._random.randrange(60)), ZONE)
            yield WaterIn(id=seeded_id(self._random, at), drunk_at=at, ml=self._random.choice(GLASSES_ML))


def planned_kg(number: int) -> float:
    """Return the weight that the person means to have on a day: a slow gain, for two years, with a slower swing."""
    return START_KG + 0.011 * min(number, GAINING_DAYS) + 0.8 * math.sin(number / 40)


def _items(dish: Dish, kcal: float) -> list[Item]:
    """Serve a dish for so much energy: servings to a twentieth, grams to five, what is counted as it is."""
    if isinstance(dish, str):
        each = shipped_serving(recipes.by_id()[dish].id).nutrients["energy_kcal"]
        return [Item(recipe_id=dish, amount=max(0.25, round(kcal / each * 20) / 20), unit="serving")]
    fixed = sum(_kcal(food) for food in dish if food.fixed)
    factor = max(0.2, (kcal - fixed) / sum(_kcal(food) for food in dish if not food.fixed))
    return [Item(food_id=food.food_id, amount=_amount(food, factor), unit=food.unit) for food in dish]


def _amount(food: Food, factor: float) -> float:
    if food.fixed:
        return food.amount
    step = 0.5 if food.unit == "slice" else 1.0
    return max(step, round(food.amount * factor / step) * step)


@cache
def _kcal(food: Food) -> float:
    found = foods.get(food.food_id)
    assert found is not None  # noqa: S101 - it ships
    grams = food.amount * (28.0 if food.unit == "slice" else 1.0)
    return found.per_100g["energy_kcal"] * grams / 100

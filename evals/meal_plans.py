"""Plans of meals for random people: how many keep to every hard constraint, how many there are, what they cost in CPU.

A person without a plan counts as right only where the clash that is named is true: without the named constraints there is
one (see `honest`).
"""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from random import Random
from time import process_time
from typing import Any, NamedTuple

from evals.report import Figure, share
from fitzen.errors import InvalidError
from fitzen.nutrition.meal_plans import candidates, planning
from fitzen.nutrition.meal_plans.answering import answer
from fitzen.nutrition.meal_plans.budget import Budget
from fitzen.nutrition.meal_plans.given import Given, given
from fitzen.nutrition.meal_plans.models import Wishes
from fitzen.nutrition.meal_plans.service import plan_of
from fitzen.nutrition.meal_plans.validate import Violation, validate
from fitzen.nutrition.targets import Person, body_of
from fitzen.records import Json

TODAY = date(2026, 11, 26)
SEED = 20261126
WEEK, GOAL_MS = 7, 2000.0
JUDGING = 20.0
"""CPU seconds to look for the plan that there is without what is named in a clash; a person is not kept waiting so long."""
PATTERNS = ("omnivore", "pescatarian", "vegetarian", "vegan", "halal", "kosher", "keto", "paleo")
ALLERGIES = (
    "gluten", "milk", "eggs", "nuts", "peanuts", "soy", "fish", "shellfish", "sesame", "celery", "mustard", "sulphites",
    "lupin", "lactose", "wheat", "kiwi", "strawberries", "tomatoes",
)  # fmt: skip
DISLIKES = (
    "mushrooms", "aubergine", "coriander", "olives", "tofu", "fish", "broccoli", "lamb", "prawns", "kale", "beetroot",
    "cottage cheese", "lentils", "avocado", "peanut butter", "pork",
)  # fmt: skip


class Someone(NamedTuple):
    """A person who asks for a plan."""

    who: Person
    wishes: Wishes


def random_person(rng: Random) -> Someone:
    """Make somebody up: bodies from slight to large, every goal and diet, up to three allergies, and what they ask."""
    sex = rng.choice(("female", "male", "other"))
    height = rng.gauss({"female": 164, "male": 177, "other": 170}[sex], 7)
    profile: Json = {
        "birth_date": (TODAY - timedelta(days=round(rng.uniform(15, 80) * 365.25))).isoformat(),
        "sex": sex,
        "height_cm": round(min(max(height, 145), 205)),
        "units": rng.choice(("metric", "imperial")),
        "goal": rng.choice(("lose", "maintain", "gain", "perform", "health")),
        "activity_level": rng.choice(("sedentary", "light", "moderate", "active", "very_active")),
        "health": {"pregnant": sex == "female" and rng.random() < 0.05},
        "dietary": {
            "pattern": rng.choice(PATTERNS) if rng.random() < 0.5 else None,
            "allergies": rng.sample(ALLERGIES, rng.choice((0, 0, 0, 1, 1, 2, 3))),
            "dislikes": rng.sample(DISLIKES, rng.choice((0, 0, 1, 2, 3))),
        },
    }
    weight = round(rng.uniform(18, 36) * (profile["height_cm"] / 100) ** 2, 1)
    body, missing = body_of(profile, TODAY, weight)
    return Someone(Person(profile, TODAY, body, missing), _wishes(rng))


def _wishes(rng: Random) -> Wishes:
    asked: dict[str, Any] = {
        "days": rng.choice((1, 3, 7, 7, 7, 14)),
        "meals_per_day": rng.choice((3, 4, 4, 5)),
        "seed": rng.randrange(1000),
        "budget": rng.random() < 0.2,
    }
    if rng.random() < 0.2:
        asked["leftovers"] = True
    if rng.random() < 0.3:
        asked["max_minutes"] = rng.choice((15, 20, 25, 30, 40, 60))
    if rng.random() < 0.2:
        asked["weekday_max_minutes"] = rng.choice((20, 25, 30, 45))
    if rng.random() < 0.1:
        asked["day_max_minutes"] = rng.choice((45, 60, 90))
    if rng.random() < 0.1:
        asked["protein_g"] = float(rng.choice((100, 150, 180, 220)))
    if rng.random() < 0.1:
        asked["max_repeats"] = rng.choice((1, 3))
    return Wishes(**asked)


class Outcome(NamedTuple):
    """How one person fared: the constraints, what is wrong with the plan, what clashes, and the CPU time in seconds."""

    given: Given
    planned: bool
    violations: list[Violation]
    clashes: list[Json]
    seconds: float


def outcome(someone: Someone, starts_on: date = TODAY + timedelta(days=1)) -> Outcome:
    every = candidates.shipped()
    limits = given(someone.who, someone.wishes)
    before = process_time()
    found = answer(limits, every, starts_on)
    seconds = process_time() - before
    violations = validate(plan_of(found.given, found.days, starts_on), found.given) if found.days else []
    return Outcome(found.given, found.days is not None, violations, list(found.clashes), seconds)


def honest(found: Outcome, starts_on: date = TODAY + timedelta(days=1)) -> bool:
    """Say whether a clash is true: it names constraints, and without these there is a plan."""
    named = [group for clash in found.clashes for group in clash["constraints"]]
    if not named:
        return False
    rest = found.given.without(*named)
    return planning.plan(rest, candidates.shipped(), starts_on, budget=Budget(JUDGING)) is not None


class Figures(NamedTuple):
    """How many people there were, the shares with a right answer and with a plan, and CPU seconds an answer.

    `week_seconds` are the most for seven days or fewer, `wrong` says which person's answer was not right, and why.
    """

    people: int
    right: float
    planned: float
    median_seconds: float
    p95_seconds: float
    week_seconds: float
    most_seconds: float
    clashes: Counter[str]
    wrong: list[str]


def run(n: int = 50, seed: int = 7) -> Figures:
    """Make plans for `n` random people; who may not have what they ask for is not counted."""
    rng = Random(seed)
    outcome(random_person(Random(0)))  # the first loads the solver
    outcomes: list[tuple[int, Outcome]] = []
    for number in range(n):
        someone = random_person(rng)
        with suppress(InvalidError):
            outcomes.append((number, outcome(someone)))
    wrong = [
        f"person {number} of seed {seed}: {found.violations or found.clashes}"
        for number, found in outcomes
        if (found.violations if found.planned else not honest(found))
    ]
    every = [found for _, found in outcomes]
    seconds = sorted(found.seconds for found in every)
    return Figures(
        people=len(every),
        right=1 - len(wrong) / len(every),
        planned=sum(found.planned for found in every) / len(every),
        median_seconds=seconds[len(seconds) // 2],
        p95_seconds=seconds[int(0.95 * (len(seconds) - 1))],
        week_seconds=max((found.seconds for found in every if found.given.wishes.days <= WEEK), default=0.0),
        most_seconds=seconds[-1],
        clashes=Counter("+".join(sorted(clash["constraints"])) for found in every for clash in found.clashes),
        wrong=wrong,
    )


def figures(people: int) -> Sequence[Figure]:
    """Return the share of right answers and of people with a plan, and what it costs to make one, or to say why not."""
    found = run(people, SEED)
    right = round(found.right * found.people)
    return [
        share("plans that keep to every hard constraint, or a true clash", right, found.people, 100),
        share("people who get a plan", round(found.planned * found.people), found.people),
        Figure("CPU time an answer, median", 1000 * found.median_seconds, "ms", low=True),
        Figure("CPU time an answer, 95th percentile", 1000 * found.p95_seconds, "ms", low=True),
        Figure("CPU time an answer of up to 7 days, most", 1000 * found.week_seconds, "ms", GOAL_MS, low=True),
        Figure("CPU time an answer of up to 14 days, most", 1000 * found.most_seconds, "ms", low=True),
    ]

"""What goals, trends, cycles and achievements cost, however long the log is; and that every engine gives the same."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.fixtures.api import Json, together
from tests.fixtures.counting import CountingStore

from fitzen import rebuild
from fitzen.achievements import service as achievements
from fitzen.cycle import service as cycle
from fitzen.cycle.models import PeriodIn
from fitzen.errors import InvalidError
from fitzen.goals import service as goals
from fitzen.goals.models import GoalIn
from fitzen.habits import service as habits
from fitzen.habits.models import CheckinIn, HabitIn
from fitzen.infra.storage.base import Store
from fitzen.measurements import service as measurements
from fitzen.measurements.models import MeasurementIn
from fitzen.measurements.trends import weight_trend
from fitzen.records import loads, new_id
from fitzen.users.service import new_user, patch_user
from fitzen.web.answers import ListQuery
from fitzen.web.parsing import check
from fitzen.wiring import build_store
from fitzen.workouts import service as workouts
from fitzen.workouts.models import WorkoutIn
from fitzen.workouts.rebuild import DERIVATION

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)
LIFTS = ("barbell-bench-press", "barbell-back-squat", "barbell-deadlift", "overhead-press")


@pytest.fixture
def store() -> Iterator[CountingStore]:
    made = CountingStore("sqlite://")
    made.migrate()
    yield made
    made.close()


def person(store: Store) -> str:
    user_id = new_id()
    store.write([new_user(user_id, NOW)])
    patch_user(store, user_id, {"health": {"cycle_tracking": True}, "training_days_per_week": 3, "height_cm": 180})
    return user_id


def weigh(store: Store, owner: str, day: date, value: float) -> None:
    body = {"taken_at": f"{day}T07:00:00+00:00", "metric": "weight_kg", "value": value, "confirmed": True}
    measurements.measure(store, owner, check(MeasurementIn, body), NOW)


def train(store: Store, owner: str, day: date, weight: float) -> str:
    entries = [{"exercise_id": id_, "sets": [{"reps": 5, "weight_kg": weight}] * 3} for id_ in LIFTS]
    body = {"name": "Training", "started_at": f"{day}T08:00:00+00:00", "exercises": entries}
    return str(loads(workouts.log_workout(store, owner, check(WorkoutIn, body), NOW).body)["id"])


def set_goal(store: Store, owner: str, **body: object) -> Json:
    saved = goals.set_goal(store, owner, check(GoalIn, dict(body)), NOW)
    return goals.get_goal(store, owner, str(loads(saved.body)["id"]), NOW)[0]


def live(store: Store, owner: str, days: int) -> None:
    """Weigh and train for so many days up to today, every other day."""
    for back in range(0, days, 2):
        weigh(store, owner, TODAY - back * DAY, 80 + back % 3)
        train(store, owner, TODAY - back * DAY, 60 + back % 7)


def cost(store: CountingStore, owner: str) -> dict[str, tuple[int, int]]:
    """Return reads and records of each call."""
    calls: dict[str, Callable[[], object]] = {
        "today's weight": lambda: weight_trend(store, owner, NOW),
        "goals": lambda: goals.list_goals(store, owner, ListQuery(limit=100), NOW),
        "mark reached": lambda: goals.mark_reached(store, owner, NOW),
        "award": lambda: achievements.award(store, owner, NOW),
        "cycle": lambda: cycle.cycle_of(store, owner, ListQuery(), NOW),
        "cycle days": lambda: cycle.cycle_days(store, owner, TODAY - 27 * DAY, TODAY),
    }
    found = {}
    for name, call in calls.items():
        store.reset()
        call()
        found[name] = (store.reads, store.records)
    return found


def test_what_it_costs_is_bounded_however_long_the_log_is(store: CountingStore) -> None:
    costs = []
    for days in (240, 800):
        owner = person(store)
        live(store, owner, days)
        for number in range(10):
            set_goal(store, owner, kind="weight", target_value=70 + number / 10)
        for lift in LIFTS:
            set_goal(store, owner, kind="strength", exercise_id=lift, target_value=200)
        costs.append(cost(store, owner))
    assert costs[0] == costs[1]
    reads = {name: reads for name, (reads, _) in costs[0].items()}
    assert reads["today's weight"] == 1
    assert reads["goals"] <= 3 + 2 * len(LIFTS), "a metric once, an exercise once with its best"
    assert reads["award"] <= 15
    assert reads["cycle"] == 3
    assert reads["cycle days"] == 2


def test_award_costs_less_once_all_is_earned_and_writes_only_what_is_new(store: CountingStore) -> None:
    owner = person(store)
    live(store, owner, 240)
    store.reset()
    assert achievements.award(store, owner, NOW) != []
    assert store.writes == 1
    store.reset()
    assert achievements.award(store, owner, NOW + 3 * DAY) == []
    assert store.writes == 0


@pytest.mark.parametrize("engine", ["sqlite_url", "postgresql_url", "dynamodb_url"])
def test_every_engine_gives_the_same(engine: str, request: pytest.FixtureRequest) -> None:
    store = build_store(request.getfixturevalue(engine))
    try:
        store.migrate()
        owner = person(store)
        _lives(store, owner)
    finally:
        store.close()


def _lives(store: Store, owner: str) -> None:
    for back in range(20, 0, -1):
        weigh(store, owner, TODAY - back * DAY, 80 - (20 - back) / 10)
    goal = set_goal(store, owner, kind="weight", start_on="2026-11-03", target_value=75)
    assert goal["progress"]["rate_per_week"] == pytest.approx(-0.7, abs=0.2)
    lifted = set_goal(store, owner, kind="strength", exercise_id=LIFTS[0], metric="weight_kg", target_value=82.5)
    together(*(lambda day=day: train(store, owner, TODAY - day * DAY, 80) for day in (1, 3)))
    mistake = train(store, owner, TODAY, 85)
    assert [each["id"] for each in goals.mark_reached(store, owner, NOW)] == [lifted["id"]]
    assert goals.mark_reached(store, owner, NOW) == []
    habit = check(HabitIn, {"name": "Walk", "schedule": {"type": "daily"}, "start_on": "2026-11-10"})
    habit_id = str(loads(habits.make_habit(store, owner, habit, NOW).body)["id"])
    for back in range(7):
        habits.check_in(store, owner, habit_id, TODAY - back * DAY, CheckinIn(), NOW)
    earned = {each["id"] for each in achievements.award(store, owner, NOW)}
    assert earned == {"first-workout", "first-record", "bench-1x", "streak-7", "first-goal", "weighed-7"}
    assert workouts.total(store, owner)["sessions"] == 3
    assert rebuild.differences(store, owner, [DERIVATION]) == []
    workouts.delete_workout(store, owner, mistake, NOW)
    assert workouts.total(store, owner) == {"sessions": 2, "volume_kg": 9600, "sets": 24, "reps": 120}
    assert rebuild.differences(store, owner, [DERIVATION]) == []
    assert achievements.award(store, owner, NOW) == []
    kept = {each["id"] for each in achievements.look(store, owner, ListQuery(limit=100), NOW)["items"]}
    assert kept == {"first-workout", "bench-1x", "streak-7", "first-goal", "weighed-7"}
    for started in ("2026-09-28", "2026-10-26"):
        cycle.log_period(store, owner, check(PeriodIn, {"started_on": started}), NOW)
    with pytest.raises(InvalidError):
        cycle.log_period(store, owner, check(PeriodIn, {"started_on": "2026-10-26"}), NOW)
    assert len(cycle.cycle_days(store, owner, date(2026, 9, 28), date(2026, 10, 25))) == 28

"""The tools read the same on each engine: lists by day, bounded, in order."""

from datetime import timedelta

import pytest
from tests.fixtures.coached import TODAY, ask, ate, drank, keeps, measured, somebody, trained

from fitzen.measurements.service import values_between
from fitzen.nutrition.summary import days_between as days_eaten
from fitzen.wiring import build_store
from fitzen.workouts.history import days_between, lifts_between

DAY = timedelta(days=1)
FIRST, LAST = TODAY - 4 * DAY, TODAY - DAY
SQUAT = "barbell-back-squat"


@pytest.mark.parametrize("engine", ["sqlite_url", "postgresql_url", "dynamodb_url"])
def test_every_engine_reads_the_same_days(engine: str, request: pytest.FixtureRequest) -> None:
    store = build_store(request.getfixturevalue(engine))
    try:
        store.migrate()
        ana = somebody(store)
        days = [TODAY - number * DAY for number in range(6)]
        measured(ana, "weight_kg", [(day, 80.0 + number) for number, day in enumerate(days)], hour=0)
        for number, day in enumerate(days):
            ate(ana, day, protein_g=100.0 + number)
            drank(ana, day, 500)
            trained(ana, day, {SQUAT: [{"reps": 5, "weight_kg": 100 + number}]})
        keeps(ana, "Stretch", days[-1], days[1:3])
        wanted = [str(day) for day in days[1:5]]
        whose = (store, ana.user_id)
        assert [str(each.day) for each in values_between(*whose, "weight_kg", FIRST, LAST, 100)] == wanted
        assert [each["day"] for each in lifts_between(*whose, SQUAT, FIRST, LAST, 100)] == wanted
        assert [each["day"] for each in days_between(*whose, FIRST, LAST, 100)] == wanted
        assert [each["day"] for each in days_eaten(*whose, FIRST, LAST, 100)] == wanted
        for read in (days_between, days_eaten):
            assert [each["day"] for each in read(*whose, FIRST, LAST, 2)] == wanted[:2], "the newest, if there are more"
        span = f"{FIRST}..{LAST}"
        assert ask(ana, "figures", subject="weight", statistic="mean", period=span).data["value"] == "82.5 kg"
        assert ask(ana, "figures", subject="squat", statistic="max", period=span).data["value"] == "104 kg"
        assert ask(ana, "figures", subject="protein", statistic="sum", period=span).data["value"] == "410 g"
        assert ask(ana, "figures", subject="stretch", statistic="share", period=span).data["met"] == 2
        assert ask(ana, "day_summary", day="yesterday").data["water"] == "500 ml"
        assert ask(ana, "compare_periods", subject="weight", period=span).data["other"]["value"] == "85 kg"
    finally:
        store.close()

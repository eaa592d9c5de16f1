"""A trend is told so that its figures agree with each other."""

from fitzen.coach.builtin.answers import answer
from fitzen.infra.llm.base import ToolResult


def told(*, telling: bool) -> str:
    trend = {"metric": "e1rm_kg", "way": "up", "per_week": "0.6 kg", "sessions": 12, "telling": telling}
    data = {
        "exercise": "Bench Press",
        "sessions": 12,
        "bests": {},
        "last": {"day": "19 Nov 2026", "sets": "5x5 at 80 kg"},
        "trend": trend | {"first": "100.4 kg", "last": "100.4 kg"},
    }
    return "".join(answer(ToolResult("1", "progress", data)))


def test_ends_that_do_not_show_the_trend_are_left_out() -> None:
    """It said: risen by about 0.6 kg a week, from 100.4 kg to 100.4 kg, where the last session was a light one."""
    assert "from 100.4 kg" in told(telling=True)
    assert "from 100.4 kg" not in told(telling=False)
    assert "risen by about 0.6 kg a week over the last 12 sessions." in told(telling=False)

"""How a metric moves, over HTTP. It is noon of 23 November 2026."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.fixtures.api import START, Client, Json

from fitzen.infra.base import Infra
from fitzen.measurements.trends import MAX_POINTS, weight_trend

URL = "/api/measurements/me/trend"


def weigh(client: Client, values: dict[datetime, float], metric: str = "weight_kg") -> None:
    items = [
        {"taken_at": at.isoformat(), "metric": metric, "value": value, "confirmed": True}
        for at, value in values.items()
    ]
    for first in range(0, len(items), 90):
        answer = client.post("/api/measurements/batch", json={"items": items[first : first + 90]})
        assert answer.status_code == 201, answer.text


def mornings(days: int, start: float, per_day: float) -> dict[datetime, float]:
    """One weigh-in a day up to today, with swings of 0.4 kg that cancel out."""
    return {
        START - timedelta(days=back): round(start + per_day * (days - 1 - back) + (0.4, -0.4)[back % 2], 2)
        for back in range(days)
    }


def trend(client: Client, **query: str) -> Json:
    answer = client.get(URL, query_string={"metric": "weight_kg", **query})
    assert answer.status_code == 200, answer.text
    found: Json = answer.get_json()
    return found


def test_the_rate_a_week_is_found_through_the_swings(signed_in: Client) -> None:
    weigh(signed_in, mornings(60, 80, -0.1))
    found = trend(signed_in)
    assert found["rate_low"] <= found["rate_per_week"] <= found["rate_high"]
    assert found["rate_per_week"] == pytest.approx(-0.7, abs=0.25)
    assert found["level"] == pytest.approx(74.1, abs=0.5)
    assert len(found["points"]) == 60
    assert found["points"] == sorted(found["points"], key=lambda point: point["at"])
    assert all("level" in point for point in found["points"])
    assert "falls by" in found["why"]
    assert "60 values" in found["why"]


def test_it_is_of_the_last_ninety_days_unless_asked(signed_in: Client) -> None:
    weigh(signed_in, mornings(120, 80, 0))
    assert len(trend(signed_in)["points"]) in (90, 91)
    later = trend(signed_in, after="2026-11-01T00:00:00+00:00", before="2026-11-11T00:00:00+00:00")
    assert [later["points"][0]["day"], later["points"][-1]["day"]] == ["2026-11-01", "2026-11-10"]


def test_of_too_few_values_there_is_no_trend_and_it_says_so(signed_in: Client) -> None:
    assert trend(signed_in)["points"] == []
    weigh(signed_in, mornings(1, 80, 0))
    found = trend(signed_in)
    assert [point["value"] for point in found["points"]] == [80.4]
    assert "rate_per_week" not in found
    assert "1 value of weight in this time: too few" in found["why"]


def test_of_very_many_values_the_newest_five_hundred_count(signed_in: Client) -> None:
    weigh(
        signed_in, {START - timedelta(hours=hour): 60.0 + hour % 3 for hour in range(MAX_POINTS + 5)}, "resting_hr_bpm"
    )
    found = trend(signed_in, metric="resting_hr_bpm")
    assert found["cut"] is True
    assert len(found["points"]) == MAX_POINTS
    assert datetime.fromisoformat(found["points"][-1]["at"]) == START
    assert trend(signed_in)["cut"] is False


def test_the_metric_must_be_said_and_known(signed_in: Client) -> None:
    assert signed_in.get(URL).status_code == 422
    assert signed_in.get(URL, query_string={"metric": "aura"}).get_json()["errors"][0]["field"] == "metric"


def test_today_needs_one_read_for_the_weight(signed_in: Client, infra: Infra) -> None:
    assert weight_trend(infra.store, signed_in.user_id, START) is None
    weigh(signed_in, {START - timedelta(days=2): 80.0})
    assert weight_trend(infra.store, signed_in.user_id, START) == {"latest": 80.0, "trend": 80.0}
    weigh(signed_in, mornings(30, 82, -0.05))
    found = weight_trend(infra.store, signed_in.user_id, START + timedelta(hours=1))
    assert found is not None
    assert found["latest"] == pytest.approx(80.95)
    assert found["trend"] == pytest.approx(80.6, abs=0.5)
    assert found["rate_per_week"] == pytest.approx(-0.35, abs=0.2)
    assert weight_trend(infra.store, signed_in.user_id, datetime(2028, 1, 1, tzinfo=UTC)) is None

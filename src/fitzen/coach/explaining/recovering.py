"""How somebody recovers, from what is measured of it: the reads behind `science.recovery`."""

from collections.abc import Sequence
from datetime import date
from statistics import fmean

from fitzen.coach.periods import DAY, Period
from fitzen.infra.storage.base import Store
from fitzen.measurements.service import values_between
from fitzen.science.recovery import BASELINE_DAYS, RECENT_DAYS, WORSE, Recovery, recovery

MOST = 400
METRIC_WORDS = {
    "resting_hr_bpm": "resting heart rate",
    "hrv_ms": "heart rate variability",
    "sleep_h": "sleep",
    "soreness_1_5": "soreness",
    "mood_1_5": "mood",
}


def recovering(store: Store, user_id: str, today: date, *, performance_down: bool) -> Recovery | None:
    """Judge how somebody recovers, from what is measured of it: one read for each metric."""
    span = Period(today - (RECENT_DAYS + BASELINE_DAYS) * DAY, today)
    series = {
        metric: [(each.day, each.value) for each in values_between(store, user_id, metric, *span, MOST)]
        for metric in WORSE
    }
    return recovery(
        {metric: _daily(values) for metric, values in series.items()}, today, performance_down=performance_down
    )


def _daily(values: Sequence[tuple[date, float]]) -> list[tuple[date, float]]:
    days = {day: [value for on, value in values if on == day] for day, _ in values}
    return [(day, fmean(each)) for day, each in sorted(days.items())]

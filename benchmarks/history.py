"""How long somebody has been here: a month and ten years, both filled in by the services of the API."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date, timedelta

from fitzen import demo
from fitzen.demo import Entry
from fitzen.habits.models import CheckinBody
from fitzen.infra.storage.base import utc_now
from fitzen.nutrition.models import MealIn, WaterIn
from fitzen.wiring import build_store

AGES = {"today at 1 month": 31, "today at 10 years": 3650}
MOST = 1.1
"""What Today may cost after ten years, by what it costs after a month."""
CHECKED = timedelta(days=365)
SEED = 1


def fill(url: str, user_id: str, days: int) -> demo.Filled:
    """Write so many days of the demo up to today, thinned out to what takes a minute for ten years; return the counts."""
    until = utc_now().date()
    given = _thinned(demo.generate(SEED, until, days), until - CHECKED)
    with closing(build_store(url)) as store:
        *_, counts = demo.fill_with(store, user_id, given, until)
    return counts


def growth(least_us: Mapping[str, float]) -> float:
    """Return what the older costs by what the younger does; the least of each, which nothing else on the machine disturbed."""
    month, years = (least_us[name] for name in AGES)
    return years / month


def _thinned(entries: Iterable[Entry], since: date) -> Iterator[Entry]:
    """Leave out drinks, all meals of a day but one, and check-ins before `since`."""
    eaten: set[date] = set()
    for entry in entries:
        match entry:
            case WaterIn():
                continue
            case MealIn():
                if entry.eaten_at.date() in eaten:
                    continue
                eaten.add(entry.eaten_at.date())
            case CheckinBody() if entry.day < since:
                continue
        yield entry

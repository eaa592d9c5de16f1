"""What habits should come to, as naively as can be: every day since the start is looked at, in dates, each time anew.

It shares no code with fitzen.habits, so that both would have to be wrong in the same way.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

ONE = timedelta(days=1)
type Json = dict[str, Any]


@dataclass
class Story:
    """A habit as it was sent, all vacations, and the last thing said of each day."""

    habit: Json
    vacations: list[Json] = field(default_factory=list)
    said: dict[date, float | None] = field(default_factory=dict)

    def away(self, day: date) -> bool:
        return any(
            date.fromisoformat(each["from"]) <= day <= date.fromisoformat(each.get("to") or "9999-12-31")
            for each in [*self.habit.get("pauses", []), *self.vacations]
        )

    def counts(self, day: date) -> bool:
        archived = self.habit.get("archived_on")
        started = day >= date.fromisoformat(self.habit["start_on"])
        return started and not (archived and day >= date.fromisoformat(archived)) and not self.away(day)

    def share(self, day: date) -> float:
        """How much of a day's due was done."""
        goal = self.habit["target"]["value"] if self.habit.get("target") else None
        if self.habit["kind"] == "quit":
            slips = self.said.get(day, 0)
            slips = 1 if slips is None else slips
            return 1.0 if slips <= (goal or 0) else 0.0
        if day not in self.said:
            return 0.0
        value = self.said[day]
        return 1.0 if goal is None or value is None else min(1.0, value / goal)

    def due(self, day: date) -> bool:
        schedule = self.habit["schedule"]
        return self.counts(day) and (schedule["type"] == "daily" or day.isoweekday() in schedule["days"])

    def outcomes(self, today: date) -> Iterator[tuple[float, int]]:
        """Each unit that counts until today: how much of it was done, and how many repetitions it stands for."""
        day = date.fromisoformat(self.habit["start_on"])
        if self.habit["schedule"]["type"] == "times_per_week":
            yield from self.weeks(day, today)
            return
        while day < today:
            if self.due(day):
                yield self.share(day), 1
            day += ONE
        if day == today and self.due(today):
            slipped = self.habit["kind"] == "quit" and self.share(today) < 1
            if slipped or (today in self.said and self.share(today) == 1):
                yield self.share(today), 1

    def weeks(self, start: date, today: date) -> Iterator[tuple[float, int]]:
        count = self.habit["schedule"]["count"]
        monday = start - timedelta(days=start.weekday())
        while monday <= today:
            days = [monday + n * ONE for n in range(7)]
            done = len([d for d in days if d <= today and self.counts(d) and d in self.said and self.share(d) == 1])
            if done >= count:
                yield 1.0, count
            elif days[-1] < today and all(self.counts(d) for d in days):
                yield done / count, count
            monday += 7 * ONE

    def standing(self, today: date) -> Json:
        current = longest = 0
        strength = 0.0
        for share, repetitions in self.outcomes(today):
            current = current + 1 if share == 1 else 0
            longest = max(longest, current)
            kept = 0.05 ** (repetitions / 66)
            strength = strength * kept + 100 * share * (1 - kept)
        slips = [day for day in self.said if day <= today and self.habit["kind"] == "quit" and self.share(day) < 1]
        return {
            "current": current,
            "longest": longest,
            "strength": strength,
            "days_since_slip": (today - max(slips)).days if slips else None,
        }

"""Answers with one figure over a span of days."""

from collections.abc import Callable, Iterator, Mapping

from fitzen.coach.builtin.answers.prose import Data, all_of, times, were
from fitzen.coach.wording import span

FEW_GROUPS = 7


def _figures(data: Data) -> Iterator[str]:
    if data["statistic"] == "correlation":
        yield from _correlation(data)
    elif data["value"] is None:
        yield _nothing(data)
    elif "group_is" in data:
        yield _best(data)
    else:
        yield _SENTENCES[data["statistic"]](data).replace(",.", ".").replace(",:", ":").replace(", (", " (")
        if left_out := _left_out(data):
            yield left_out
        if "groups" in data and data["statistic"] not in PICKED:
            yield from _groups(data)


def _name(data: Data) -> str:
    """Say what the figure is of, to stand after "your"."""
    if "measure" in data:
        return f"{data['measure']} of {data['subject']}"
    return str(data["subject"])


def _span(data: Data) -> str:
    return f"{span(data['period'])}{_on(data)}"


def _on(data: Data) -> str:
    return f", on {all_of(_plurals(data['weekdays']))}," if data.get("weekdays") else ""


def _plurals(words: list[str]) -> list[str]:
    names = [word.removesuffix("s").lower() for word in words]
    return [f"{name if name in ('weekday', 'weekend') else name.capitalize()}s" for name in names]


VERBS: Mapping[str, str] = {
    "energy intake": "ate",
    "steps": "walked",
    "distance walked": "walked",
    "sleep": "slept",
    "water": "drank",
    "training volume": "lifted",
    "training time": "trained",
    "working sets": "did",
    "repetitions": "did",
    "workouts": "did",
    "sessions": "did",
    "meals": "logged",
}
"""What one does of it, where that says it better than its name."""
DAILY = frozenset({"nutrient", "water", "meals"})
NIGHTLY = frozenset({"sleep"})


def _mean(data: Data) -> str:
    per = f" a {data['per']}" if "per" in data else ""
    if "weight" in data:
        return (
            f"Your {data['subject']} {_span(data)} came to {data['value']} a day for each {data['per']}:"
            f" {data['average']} a day at {data['weight']}{_rests(data)}."
        )
    if data["kind"] == "habit":
        return f"You did “{data['subject']}” on {data['value']}{per} {_span(data)}, on average."
    if verb := _verb(data):
        return f"You {verb} {data['value']}{_of(data)}{per or _each(data)} on average {_span(data)}{_rests(data)}."
    what = "median" if data["statistic"] == "median" else "average"
    each = " a day" if data["kind"] in DAILY and not per else ""
    return f"Your {what} {_name(data)} {_span(data)} {were(_name(data))} {data['value']}{per}{each}{_rests(data)}."


def _verb(data: Data) -> str | None:
    return None if data["statistic"] == "median" else VERBS.get(str(data.get("measure", data["subject"])))


def _of(data: Data) -> str:
    return f" of {data['subject']}" if "measure" in data else ""


def _each(data: Data) -> str:
    if data["kind"] == "training":
        return " a day of training"
    if "measure" in data:
        return " a session"
    return " a night" if data["subject"] in NIGHTLY else " a day"


def _rests(data: Data) -> str:
    """Say on how many days the figure rests."""
    logged, days = data["days_logged"], data["days_in_period"]
    if days <= 1 or "criterion" in data or data.get("measure") == "sessions" or data["subject"] == "workouts":
        return ""
    if data["kind"] in ("training", "exercise"):
        return f" ({times(logged, 'day')} of training)"
    if data["kind"] == "habit":
        return ""
    return f" (logged on {logged} of {times(days, 'day')})"


def _sum(data: Data) -> str:
    if not data["number"]:
        return _nothing(data)
    if verb := _verb(data):
        return f"You {verb} {data['value']}{_of(data)} in all {_span(data)}{_rests(data)}."
    if data["kind"] == "habit":
        return _count(data)
    return f"Your {_name(data)} {_span(data)} came to {data['value']} in all{_rests(data)}."


EXTREMES: Mapping[tuple[str, str], str] = {
    ("sleep", "min"): "shortest night",
    ("sleep", "max"): "longest night",
    ("training time", "min"): "shortest day of training",
    ("training time", "max"): "longest day of training",
}
PICKED = frozenset({"min", "max", "first", "last"})
BESTS = frozenset({"heaviest set", "best set", "farthest set", "longest set"})
WORDS = {"min": "lowest", "max": "highest", "first": "first", "last": "latest"}
BY_THE_DAY = frozenset({"steps", "floors climbed", "distance walked", "active energy"})


def _picked(data: Data) -> str:
    """Say which value it is, and when it was."""
    word, name = WORDS[data["statistic"]], _name(data)
    if data["days_in_period"] == 1 and "measure" not in data:
        return f"Your {name} {_span(data)} {were(name)} {data['value']}."
    again = data.get("as_much_again", 0)
    also = f", and the same on {'another day' if again == 1 else f'{again} other days'}" if again else ""
    if data["statistic"] in ("min", "max") and (data["kind"] in DAILY or data["subject"] in BY_THE_DAY):
        return f"Your {word} day for {name} {_span(data)} was {data['day']}, with {data['value']}{also}{_rests(data)}."
    what = EXTREMES.get((data["subject"], data["statistic"]), f"{word} {name}")
    if data["statistic"] == "max" and data.get("measure") in BESTS:
        what = name
    return f"Your {what} {_span(data)} {were(what)} {data['value']}, on {data['day']}{also}{_rests(data)}."


def _best(data: Data) -> str:
    """Say which week, month or weekday has the most or the least."""
    where = f"on {data['group']}s" if data["by"] == "weekday" else f"in {data['group']}"
    most = "highest" if data["statistic"] == "max" else "lowest"
    of = "in all" if data["group_is"] == "sum" else "a night on average" if data["subject"] in NIGHTLY else "on average"
    each = " a day" if data["group_is"] == "mean" and data["subject"] not in NIGHTLY and _daily(data) else ""
    return f"Your {_name(data)} {_span(data)} {were(_name(data))} {most} {where}: {data['value']}{each} {of}{_rests(data)}."


def _daily(data: Data) -> bool:
    return data["kind"] in DAILY or data["subject"] in BY_THE_DAY


def _count(data: Data) -> str:
    if "criterion" in data:
        return f"On {data['met']} of {times(data['of'], 'day')} {_span(data)} your {_name(data)} {were(_name(data))} {data['criterion']}."
    if data["kind"] == "training" or "measure" in data:
        return f"You did {data['value']}{_of(data)} {_span(data)}." if data["number"] else _none(data)
    if data["kind"] == "habit":
        return f"You did “{data['subject']}” on {times(data['number'], 'day')} {_span(data)}."
    return f"You logged your {_name(data)} {_often(data)} {_span(data)}."


def _none(data: Data) -> str:
    what = f"session of {data['subject']}" if "measure" in data else "workout"
    return f"No {what} is logged {_span(data)}. Tell me what you did, and I will log it."


def _often(data: Data) -> str:
    counts = "day" if data["counts"] == "days" else "time"
    return f"{'on ' if counts == 'day' else ''}{times(data['number'], counts)}"


def _streak(data: Data) -> str:
    days = f"{data['value']}{_kept(data)}"
    if data["number"] == 1:
        return f"{data['value']} is the longest {_span(data)}{_kept(data)}: {data['first_day']}."
    return f"Your longest streak {_span(data)} is {days} in a row, from {data['first_day']} to {data['last_day']}."


def _kept(data: Data) -> str:
    if "met_what" in data:
        return f" with {_name(data)} {data['met_what']},"
    return f" of “{data['subject']}”" if data["kind"] == "habit" else f" with {_name(data)}"


def _share(data: Data) -> str:
    if data["kind"] == "habit":
        return f"You did “{data['subject']}” {data['met']} of the {data['of']} times it was due {_span(data)}: {data['value']}."
    if data["criterion"] == "something logged":
        return (
            f"There is something of {_name(data)} on {data['met']} of {data['of']} days {_span(data)}: {data['value']}."
        )
    return f"On {data['met']} of {data['of']} days {_span(data)} your {_name(data)} {were(_name(data))} {data['criterion']}: {data['value']}."


def _change(data: Data) -> str:
    first, last = data["first"], data["last"]
    ends = f"from {first['value']} on {first['day']} to {last['value']} on {last['day']}"
    if data["way"] == "level":
        return f"Your {_name(data)} {_span(data)} did not change: {ends}."
    verb = "rose" if data["way"] == "up" else "fell"
    return f"Your {_name(data)} {verb} by {data['value']}, {ends}. These are single values; a trend says more."


_SENTENCES: Mapping[str, Callable[[Data], str]] = {
    "mean": _mean,
    "median": _mean,
    "streak": _streak,
    "sum": _sum,
    **dict.fromkeys(WORDS, _picked),
    "count": _count,
    "change": _change,
    "share": _share,
}


def _nothing(data: Data) -> str:
    if "why" in data:
        return str(data["why"])
    if "met_what" in data:
        return f"No day {_span(data)} has {_name(data)} {data['met_what']}{_rests(data)}."
    if data["entries"]:
        return f"What there is of your {_name(data)} {_span(data)} is not complete yet, so there is no such figure."
    return f"You have not logged any {_name(data)} {_span(data)}. {_offer(data)}".strip()


def _offer(data: Data) -> str:
    """Say how it comes to be logged, where nothing at all is there."""
    if data["kind"] in ("nutrient", "meals"):
        return "Tell me what you eat, and I will log it."
    return "Tell me, and I will log it." if data["kind"] in ("metric", "water") else ""


def _left_out(data: Data) -> str:
    """Say what the figure does not hold, though something of it is logged."""
    said = []
    if half := data.get("half_logged_days"):
        said.append(f"{times(half, 'day')} not complete {'is' if half == 1 else 'are'} left out")
    if "read_since" in data:
        said.append(f"I looked back to {data['read_since']}")
    text = "; ".join(said)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _groups(data: Data) -> Iterator[str]:
    groups = data["groups"]
    if len(groups) <= FEW_GROUPS:
        yield f"By {data['by']}: {all_of([f'{each["group"]} {each["value"]}' for each in groups])}."
    if "highest" in data and data["highest"]["number"] != data["lowest"]["number"]:
        high, low = data["highest"], data["lowest"]
        yield f"The highest is {high['group']} with {high['value']}, the lowest {low['group']} with {low['value']}."


def _correlation(data: Data) -> Iterator[str]:
    if data["value"] is None:
        yield f"{data['pairs']} days have both {data['subject']} and {data['against']}. {data['why']}"
        return
    numbers = f"r = {data['value']} over {data['pairs']} days, most likely between {data['low']} and {data['high']}"
    if not data["clear"]:
        yield f"Between your {data['subject']} and {data['against']} {_span(data)} I see no clear link ({numbers})."
        return
    way = "go together" if data["way"] == "together" else "go opposite ways"
    yield f"Your {data['subject']} and {data['against']} {way} from day to day {_span(data)} ({numbers})."
    yield data["caution"]


WRITERS: Mapping[str, Callable[[Data], Iterator[str]]] = {"figures": _figures}

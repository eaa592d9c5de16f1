"""Answers with one figure over a span of days."""

from collections.abc import Callable, Iterator, Mapping

from fitzen.coach.builtin.answers.prose import Data, all_of, span, were

FEW_GROUPS = 7


def _figures(data: Data) -> Iterator[str]:
    if data["statistic"] == "correlation":
        yield from _correlation(data)
        return
    if data["value"] is None:
        yield _nothing(data)
        return
    yield _SENTENCES[data["statistic"]](data).replace(",.", ".").replace(",:", ":")
    if rests := _rests(data):
        yield rests
    if "groups" in data:
        yield from _groups(data)


def _name(data: Data) -> str:
    """Say what the figure is of, to stand after "your"."""
    if "measure" in data:
        return f"{data['measure']} in {data['subject']}"
    return str(data["subject"])


def _span(data: Data) -> str:
    return f"{span(data['period'])}{_on(data)}"


def _on(data: Data) -> str:
    return f", on {all_of(_plurals(data['weekdays']))}," if data.get("weekdays") else ""


def _plurals(words: list[str]) -> list[str]:
    names = [word.removesuffix("s").lower() for word in words]
    return [f"{name if name in ('weekday', 'weekend') else name.capitalize()}s" for name in names]


def _mean(data: Data) -> str:
    per = f" a {data['per']}" if "per" in data else ""
    if data["kind"] == "habit":
        return f"You did “{data['subject']}” on {data['value']}{per} {_span(data)}."
    if data["subject"] == "workouts" or data.get("measure") == "sessions":
        of = f" of {data['subject']}" if "measure" in data else ""
        return f"You did {data['value']}{of}{per} {_span(data)}, on average."
    each = " a day" if data["kind"] in ("nutrient", "water", "meals") and not per else ""
    return f"Your average {_name(data)} {_span(data)} {were(_name(data))} {data['value']}{per}{each}."


def _sum(data: Data) -> str:
    return f"Your {_name(data)} {_span(data)} came to {data['value']} in all."


EXTREMES: Mapping[tuple[str, str], str] = {
    ("sleep", "min"): "shortest night",
    ("sleep", "max"): "longest night",
    ("steps", "min"): "fewest steps",
    ("steps", "max"): "most steps",
}
BESTS = frozenset({"heaviest set", "best set", "farthest set", "longest set"})
WORDS = {"min": "lowest", "max": "highest", "first": "first", "last": "latest"}


def _picked(data: Data) -> str:
    """Say which value it is, and when it was."""
    word, name = WORDS[data["statistic"]], _name(data)
    what = EXTREMES.get((data["subject"], data["statistic"]), f"{word} {name}")
    if data["statistic"] == "max" and data.get("measure") in BESTS:
        what = name
    again = data.get("as_much_again", 0)
    also = f", and the same on {again} other {'day' if again == 1 else 'days'}" if again else ""
    return f"Your {what} {_span(data)} {were(what)} {data['value']}, on {data['day']}{also}."


def _count(data: Data) -> str:
    if "criterion" in data:
        return f"On {data['met']} of {data['of']} days {_span(data)} your {_name(data)} {were(_name(data))} {data['criterion']}."
    if data["kind"] == "training" or "measure" in data:
        of = f" of {data['subject']}" if "measure" in data else ""
        return f"You did {data['value']}{of} {_span(data)}."
    if data["kind"] == "habit":
        return f"You did “{data['subject']}” on {data['value']} days {_span(data)}."
    return f"There are {data['value']} {data['counts']} of {_name(data)} {_span(data)}."


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
    "sum": _sum,
    **dict.fromkeys(WORDS, _picked),
    "count": _count,
    "change": _change,
    "share": _share,
}


def _nothing(data: Data) -> str:
    if "why" in data:
        return str(data["why"])
    if data["entries"]:
        return f"What there is of your {_name(data)} {_span(data)} is not complete yet, so there is no such figure."
    return f"Nothing of your {_name(data)} is logged {_span(data)}."


def _rests(data: Data) -> str:
    """Say on how many days the figure rests, where days are missing."""
    said = []
    if data["kind"] in ("metric", "nutrient", "water", "meals") and data["days_in_period"] > 1 and "of" not in data:
        said.append(f"Something was logged on {data['days_logged']} of {data['days_in_period']} days")
    if half := data.get("half_logged_days"):
        said.append(f"{half} {'day' if half == 1 else 'days'} not complete {'is' if half == 1 else 'are'} left out")
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

"""Answers that set two spans side by side, or say what goes with a change."""

from collections.abc import Callable, Iterator, Mapping

from fitzen.coach.builtin.answers.prose import Data, all_of, were
from fitzen.coach.wording import span

MOST_REASONS = 4
PER = {"all": " in all", "week": " a week", "day": " on average"}


def _compared(data: Data) -> Iterator[str]:
    this, other = data["this"], data["other"]
    name = f"{data['measure']} in {data['subject']}" if "measure" in data else data["subject"]
    empty = [side["period"] for side in (this, other) if side["value"] is None]
    if empty:
        yield f"Nothing of your {name} is logged {' and '.join(map(span, empty))}, so there is nothing to compare."
        return
    begins = "You did" if name == "workouts" else f"Your {name} {were(name)}"
    yield (
        f"{begins} {this['value']}{PER[data['per']]} {span(this['period'])},"
        f" and {other['value']} {span(other['period'])}."
    )
    yield _difference(data)
    yield (
        f"It rests on {this['days_logged']} of {this['days_in_period']} days and on {other['days_logged']} of"
        f" {other['days_in_period']}."
    )


def _difference(data: Data) -> str:
    percent = f" ({data['percent']})" if "percent" in data else ""
    size = "That is the same" if data["way"] == "same" else f"That is {data['difference']} {data['way']}{percent}"
    if data["clear"] is None:
        return f"{size}. {data['why']}"
    ends = f"the difference is most likely between {data['low']} and {data['high']}"
    if data["clear"]:
        return f"{size}, which is clear of the noise: {ends}."
    return f"{size}, which may be chance: {ends}."


CERTAINTIES: Mapping[str, str] = {
    "measured": "The log shows it",
    "likely": "Likely",
    "possible": "Possible",
    "not known": "Not known",
}


def _explained(data: Data) -> Iterator[str]:
    """Tell the change, what may be part of it by how sure that is, and what there is no sign of."""
    yield data["change"]
    shown = [each for each in data["reasons"] if each["certainty"] in CERTAINTIES][:MOST_REASONS]
    for each in shown:
        yield f"{CERTAINTIES[each['certainty']]} ({each['what']}): {each['says']}"
    none = [each["what"] for each in data["reasons"] if each["certainty"] == "no sign"]
    if none:
        yield f"I looked, and see no sign of it in {all_of(none)}."
    if shown:
        yield data["caution"]


WRITERS: Mapping[str, Callable[[Data], Iterator[str]]] = {"compare_periods": _compared, "explain_change": _explained}

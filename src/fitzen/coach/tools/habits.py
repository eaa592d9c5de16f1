"""What a coach may write into the log: a check-in of a habit, by the name that the person says."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from fitzen.coach.toolbox import Result, Tool, ToolContext, Write
from fitzen.coach.tools.drafting import DayWords, Own, done_at, drafted, meant, unclear
from fitzen.coach.tools.once import Made, do_once, undo_once
from fitzen.coach.wording import day_in_words
from fitzen.entities import Change
from fitzen.errors import InvalidError
from fitzen.habits import service
from fitzen.habits.models import CheckinBody, HabitQuery
from fitzen.habits.service import CHECKINS, MAX_HABITS
from fitzen.infra.storage.base import Op, Record, Store
from fitzen.records import Json
from fitzen.web.fields import Model
from fitzen.web.parsing import check


class CheckinArgs(Model):
    """`habit` as the person said it. `value` is that of the whole day, in the habit's own unit."""

    habit: Annotated[str, Field(min_length=1, max_length=120)]
    value: Annotated[float, Field(ge=0, le=1_000_000)] | None = None
    day: DayWords | None = None


def own_habits(context: ToolContext) -> list[Json]:
    """Return a person's active habits as of today. Three reads."""
    items: list[Json] = service.list_habits(context.store, context.user_id, HabitQuery(limit=MAX_HABITS), context.now)[
        "items"
    ]
    return items


def habit_meant(context: ToolContext, said: str) -> tuple[Json | None, list[str]]:
    """Return the habit that is meant by a name, or the names that it may be; none where the person has no habit."""
    habits = own_habits(context)
    found, choices = meant(said, [Own(each["id"], each["name"]) for each in habits])
    return next((each for each in habits if found and each["id"] == found.id), None), choices


def check_in_habit(context: ToolContext, args: CheckinArgs) -> Result:
    """Draft a check-in, with what is said of that day so far."""
    habit, choices = habit_meant(context, args.habit)
    if habit is None:
        return unclear({"name": args.habit, "choices": choices, "of": "habit"})
    day = done_at(context, args.day, None).date()
    if day < date.fromisoformat(habit["start_on"]):
        raise InvalidError.of("day", f"{habit['name']} starts on {day_in_words(habit['start_on'])}, after that day.")
    sent = {} if args.value is None else {"value": args.value}
    body = {"habit_id": habit["id"], "day": day.isoformat(), **sent}
    before = _said(context.store.get(context.user_id, CHECKINS.kind, check(CheckinBody, body).id))
    card = _card(context, habit, body, before)
    said = f"{habit['name']}: {card['value']} on {day_in_words(body['day'])}"
    result = drafted(context, "check_in_habit", said, body, {"type": "checkin_draft", "data": card})
    source = {"label": habit["name"], "ref": f"habit:{habit['id']}"}
    return Result(result.data, [source], result.cards, result.action)


def _said(record: Record | None) -> CheckinBody | None:
    """Return what is said of a day; one that was taken back says nothing."""
    given = CHECKINS.given(record) if record else None
    return None if given is None or given.cleared else given


def _card(context: ToolContext, habit: Json, body: Json, before: CheckinBody | None) -> Json:
    target = habit.get("target")
    return {
        "habit": habit["name"],
        "day": body["day"],
        "today": body["day"] == context.local_now.date().isoformat(),
        "value": _value(habit, body.get("value")),
        "done": _is_done(habit, body.get("value")),
        "quit": habit["kind"] == "quit",
        **({"target": _amount(habit, target["value"])} if target else {}),
        **({"before": _value(habit, before.value)} if before else {}),
        "streak": _streak(habit),
    }


def _value(habit: Json, value: float | None) -> str:
    """Write what a check-in says: `done`, `500 ml`; of a habit to quit, `a slip` or how many."""
    if value is not None:
        return _amount(habit, value)
    return "a slip" if habit["kind"] == "quit" else "done"


def _amount(habit: Json, value: float) -> str:
    unit = habit.get("target", {}).get("unit") or ("slips" if habit["kind"] == "quit" else "")
    return f"{value:,g} {'slip' if unit == 'slips' and value == 1 else unit}".strip()


def _is_done(habit: Json, value: float | None) -> bool:
    """Say whether the day counts with this value: to its target, or, to quit, within what is allowed."""
    target = habit.get("target", {}).get("value")
    if habit["kind"] == "quit":
        return (1 if value is None else value) <= (target or 0)
    return value is None or target is None or value >= target


def _streak(habit: Json) -> str:
    count, unit = habit["streak"]["current"], habit["streak"]["unit"]
    return f"{count} {unit.removesuffix('s') if count == 1 else unit}"


def _do(store: Store, user_id: str, action_id: str, payload: Json, now: datetime) -> None:
    """Check the habit in, in the place of what the day says, which is remembered."""
    after = check(CheckinBody, payload)

    def change() -> Made:
        record = store.get(user_id, CHECKINS.kind, after.id)
        before = _said(record)
        remembered = {"before": before.model_dump(mode="json", exclude_none=True) if before else None}
        return _ops(store, user_id, record, after, now), remembered

    do_once(store, user_id, action_id, now, change)


def _undo(store: Store, user_id: str, action_id: str, payload: Json, now: datetime) -> None:
    """Put back what the day said before, unless it was changed again since: then that stays."""
    written = check(CheckinBody, payload)

    def change(remembered: Json) -> Sequence[Op]:
        record = store.get(user_id, CHECKINS.kind, written.id)
        if _said(record) != written:
            return []
        before = remembered["before"]
        return _ops(store, user_id, record, check(CheckinBody, before) if before else None, now)

    undo_once(store, user_id, action_id, now, change)


def _ops(store: Store, user_id: str, record: Record | None, after: CheckinBody | None, now: datetime) -> Sequence[Op]:
    """Return what changes a day to what it is to say; nothing where it says so already."""
    if _said(record) == after:
        return []
    return CHECKINS.ops(store, Change(user_id, record.id if record else after.id if after else "", record, after, now))


TOOLS = (
    Tool(
        "check_in_habit",
        "Propose to check in one of the person's habits on a day; the person confirms it.",
        "Looking up your habit",
        CheckinArgs,
        check_in_habit,
        Write(_do, _undo),
    ),
)

"""What a coach may write into the diary: a drink of water."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from fitzen.coach.amounts import ML_PER_FLOZ
from fitzen.coach.toolbox import Result, Tool, ToolContext, Write
from fitzen.coach.tools.drafting import DayWords, done_at, drafted
from fitzen.coach.wording import day_in_words
from fitzen.infra.storage.base import Store
from fitzen.nutrition import service
from fitzen.nutrition.models import WaterIn
from fitzen.nutrition.reports import SummaryQuery
from fitzen.nutrition.summary import summary
from fitzen.records import Json, dumps
from fitzen.users.models import Units
from fitzen.web.fields import Model
from fitzen.web.parsing import parse_json

type Unit = Literal["ml", "l", "glass", "cup", "oz"]

ML: Mapping[Units, Mapping[Unit, float]] = {
    "metric": {"ml": 1, "l": 1000, "glass": 250, "cup": 250, "oz": ML_PER_FLOZ},
    "imperial": {"ml": 1, "l": 1000, "glass": 8 * ML_PER_FLOZ, "cup": 8 * ML_PER_FLOZ, "oz": ML_PER_FLOZ},
}
"""Glasses and cups are the metric cup of 250 ml, or 8 US fluid ounces."""
VESSELS: Mapping[str, tuple[str, str]] = {"glass": ("glass", "glasses"), "cup": ("cup", "cups")}


class WaterArgs(Model):
    """Water, or what counts as it, that was drunk: one drink, not the sum of a day."""

    amount: Annotated[float, Field(gt=0, le=10_000)]
    unit: Unit
    day: DayWords | None = None


def log_water(context: ToolContext, args: WaterArgs) -> Result:
    """Draft a drink, and say what its day comes to with it."""
    at = done_at(context, args.day, None)
    ml = round(args.amount * ML[context.units][args.unit], 1)
    body = {"drunk_at": at.isoformat(), "ml": ml}
    parse_json(WaterIn, dumps(body))
    card = _card(context, args, ml, at)
    said = f"{card['amount']} of water on {day_in_words(card['day'])}"
    return drafted(context, "log_water", said, body, {"type": "water_draft", "data": card})


def _card(context: ToolContext, args: WaterArgs, ml: float, at: datetime) -> Json:
    day = summary(context.store, context.user_id, SummaryQuery(day=at.date()), context.now)
    target = day.get("water_target_ml")
    return {
        "amount": _amount(args, ml, context.units),
        "day": at.date().isoformat(),
        "today": at.date() == _today(context),
        "time": f"{at:%H:%M}",
        "day_total": said_ml(day["water_ml"] + ml, context.units),
        **({"target": said_ml(target, context.units)} if target else {}),
    }


def _today(context: ToolContext) -> date:
    return context.local_now.date()


def said_ml(ml: float, units: Units) -> str:
    """Write a volume that is drunk: `1,750 ml`, `59.2 fl oz`."""
    return f"{round(ml / ML_PER_FLOZ, 1):,g} fl oz" if units == "imperial" else f"{round(ml):,} ml"


def _amount(args: WaterArgs, ml: float, units: Units) -> str:
    """Write `500 ml`, `2 glasses (500 ml)`."""
    if args.unit not in VESSELS:
        return said_ml(ml, units)
    one, many = VESSELS[args.unit]
    return f"{args.amount:g} {one if args.amount == 1 else many} ({said_ml(ml, units)})"


def _do(store: Store, user_id: str, action_id: str, payload: Json, now: datetime) -> None:
    """Log the drink under the action's id."""
    service.log_water(store, user_id, parse_json(WaterIn, dumps(payload | {"id": action_id})), now)


def _undo(store: Store, user_id: str, action_id: str, _: Json, now: datetime) -> None:
    """Delete the drink, out of its day too."""
    service.delete_water(store, user_id, action_id, now)


TOOLS = (
    Tool(
        "log_water",
        "Propose to log water that was drunk; the person confirms it.",
        "Preparing the entry",
        WaterArgs,
        log_water,
        Write(_do, _undo),
    ),
)

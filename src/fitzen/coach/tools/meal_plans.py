"""What a coach reads of a meal plan, and may propose: a plan, and another meal in the place of one; both wait for a yes."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Annotated, Any

from pydantic import Field

from fitzen.coach.toolbox import Draft, Result, Tool, ToolContext, Write
from fitzen.coach.when import WEEKDAYS
from fitzen.coach.wording import day_in_words
from fitzen.errors import ConflictError, InvalidError
from fitzen.infra.storage.base import Record, Store
from fitzen.nutrition.meal_plans import service
from fitzen.nutrition.meal_plans.models import MealPlanBody, Minutes, Pattern, SwapIn, Wishes
from fitzen.nutrition.models import Slot
from fitzen.records import Json, dumps, loads, new_id
from fitzen.science.nutrients import NUTRIENTS
from fitzen.users.models import Words
from fitzen.web.fields import Model
from fitzen.web.parsing import check

WEEK = 7
MOST_SHORT = 4


class PlanArgs(Model):
    """What to plan; all may be left out. `starts_on`: today, tomorrow, a weekday or an ISO date, tomorrow by default."""

    days: Annotated[int, Field(ge=1, le=14)] | None = None
    starts_on: Annotated[str, Field(max_length=30)] | None = None
    meals_per_day: Annotated[int, Field(ge=3, le=5)] | None = None
    max_minutes: Minutes | None = None
    energy_kcal: Annotated[float, Field(gt=0, le=10_000)] | None = None
    pattern: Pattern | None = None
    without: Words | None = None


class PlannedArgs(Model):
    """Which meals of the plan to read. `day` as in a plan's start, today by default; `days`: so many from it."""

    day: Annotated[str, Field(max_length=30)] | None = None
    days: Annotated[int, Field(ge=1, le=7)] | None = None
    slot: Slot | None = None


class SwapArgs(Model):
    """Which meal of the plan to change. `day` as in a plan's start, today by default; `wish`: a dish or a food."""

    day: Annotated[str, Field(max_length=30)] | None = None
    slot: Slot
    wish: Annotated[str, Field(max_length=100)] | None = None


def make_meal_plan(context: ToolContext, args: PlanArgs) -> Result:
    """Draft a plan, or say which wishes clash; nothing is written."""
    asked = args.model_dump(exclude_none=True, exclude={"starts_on"})
    starts_on = coming_day(args.starts_on, context.local_now.date(), "starts_on") if args.starts_on else None
    drafted = service.draft(context.store, context.user_id, check(Wishes, asked), starts_on, context.now)
    if drafted.clashes:
        return Result({"clashes": [_clash(each) for each in drafted.clashes]}, sources=[TARGETS])
    plan = service.shown(context.store, context.user_id, drafted.body, context.now)
    card = _card(plan)
    count = len(plan["days"])
    what = "1 day" if count == 1 else f"{count} days"
    draft = Draft(
        new_id(int(context.now.timestamp() * 1000)),
        "make_meal_plan",
        f"Meals for {what} from {day_in_words(plan['starts_on'])}",
        drafted.body.model_dump(mode="json", exclude_none=True),
    )
    data = {"draft": card, "summary": draft.summary, "notes": plan["notes"]}
    return Result(data, [TARGETS, *_sources(plan["days"])], [{"type": "meal_plan_draft", "data": card}], draft)


def planned_meals(context: ToolContext, args: PlannedArgs) -> Result:
    """Read what the plan has for some days; a day that no plan has is named."""
    first = coming_day(args.day or "today", context.local_now.date(), "day")
    wanted = [first + timedelta(days=number) for number in range(args.days or 1)]
    planned = [(day, service.plan_for(context.store, context.user_id, day)) for day in wanted]
    days = [_day_of(record, day, args.slot) for day, record in planned if record is not None]
    without = [day_in_words(day.isoformat()) for day, record in planned if record is None]
    plans = [{"label": "Your meal plan", "ref": f"meal_plan:{record.id}"} for _, record in planned if record]
    sources = list({each["ref"]: each for each in [*plans, *_sources(days)]}.values())
    shown = [{"day": day_in_words(each["day"]), "meals": [_meal(meal) for meal in each["meals"]]} for each in days]
    cards = [_table(shown)] if any(each["meals"] for each in shown) else []
    data = {"planned": shown, "no_plan_for": without, **({"slot": args.slot} if args.slot else {})}
    return Result(data, sources, cards)


def _day_of(record: Record, day: date, slot: str | None) -> Json:
    found: Json = next(each for each in loads(record.body)["days"] if each["day"] == day.isoformat())
    return found | {"meals": [each for each in found["meals"] if slot in (None, each["slot"])]}


def _table(days: Sequence[Json]) -> Json:
    rows = [
        [day["day"], meal["slot"], meal["name"], f"{meal['energy_kcal']} kcal"] for day in days for meal in day["meals"]
    ]
    return {
        "type": "table",
        "data": {"title": "From your meal plan", "columns": ["Day", "Meal", "What", "Energy"], "rows": rows},
    }


def swap_meal(context: ToolContext, args: SwapArgs) -> Result:
    """Draft another meal in the place of one of the plan that has the day; nothing is written."""
    day = coming_day(args.day or "today", context.local_now.date(), "day")
    record = service.plan_for(context.store, context.user_id, day)
    if record is None:
        raise ConflictError("There is no meal plan for that day yet. Ask for one first.")
    asked = check(SwapIn, {"day": day.isoformat(), "slot": args.slot} | ({"wish": args.wish} if args.wish else {}))
    plan = loads(record.body)
    changed = service.draft_swap(context.store, context.user_id, plan, asked, context.now)
    shown = changed.shown
    card = {
        "day": day.isoformat(),
        "slot": args.slot,
        "before": _meal(shown["before"]),
        "after": _meal(shown["after"]),
        "alternatives": [each["name"] for each in shown["alternatives"]],
    }
    draft = Draft(
        new_id(int(context.now.timestamp() * 1000)),
        "swap_meal",
        f"{shown['after']['name']} instead of {shown['before']['name']}, {args.slot} on {day_in_words(day.isoformat())}",
        {
            "plan_id": record.id,
            "before": service.said_of(plan).model_dump(mode="json", exclude_none=True),
            "after": changed.body.model_dump(mode="json", exclude_none=True),
        },
    )
    sources = [{"label": "Your meal plan", "ref": f"meal_plan:{record.id}"}, *_meal_sources(shown["after"])]
    return Result({"draft": card, "summary": draft.summary}, sources, [{"type": "meal_swap", "data": card}], draft)


def coming_day(text: str, today: date, field: str) -> date:
    """Read a day that is today or to come: a weekday is the next one. Raises InvalidError naming the field."""
    said = text.strip().lower().removeprefix("next ").removeprefix("on ")
    if said in NEAR:
        return today + timedelta(days=NEAR[said])
    if said in WEEKDAYS:
        return today + timedelta(days=(WEEKDAYS.index(said) - today.weekday()) % WEEK)
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise InvalidError.of(field, "Say today, tomorrow, a weekday or a date such as 2026-11-30.") from None


NEAR = {"today": 0, "tonight": 0, "tomorrow": 1, "the day after tomorrow": 2}
TARGETS = {"label": "Your targets", "ref": "targets"}


def _card(plan: Json) -> Json:
    """Show a plan by its days, with figures as they are said."""
    targets = plan["targets"]
    return {
        "starts_on": plan["starts_on"],
        "targets": {"energy_kcal": _said(targets["energy_kcal"]), "protein_g": _said(targets["protein_g"])},
        "days": [
            {
                "day": day_in_words(day["day"]),
                "energy_kcal": _said(day["totals"]["energy_kcal"]),
                "protein_g": _said(day["totals"]["protein_g"]),
                "meals": [_meal(meal) for meal in day["meals"]],
            }
            for day in plan["days"]
        ],
        "short_of": _short_of(plan["days"]),
    }


def _meal(meal: Json) -> Json:
    """Show a meal: its dish, how much of it, and what is beside it."""
    recipe = next((each for each in meal["items"] if "recipe_id" in each), None)
    beside = [each["name"] for each in meal["items"] if each is not recipe]
    return {
        "slot": meal["slot"],
        "name": meal["name"],
        "energy_kcal": _said(meal["totals"]["energy_kcal"]),
        **({"servings": f"{recipe['amount']:g}", "with": beside} if recipe else {}),
        **({"minutes": meal["minutes"]} if "minutes" in meal else {}),
    }


def _short_of(days: list[Json]) -> list[Json]:
    """Return the nutrients that most days are short of, with their mean share of the reference intake."""
    percents: dict[str, list[float]] = {}
    for day in days:
        for each in day["shortfalls"]:
            percents.setdefault(each["nutrient"], []).append(each["percent"])
    often = {key: values for key, values in percents.items() if 2 * len(values) > len(days)}
    found: list[Json] = [
        {"nutrient": NUTRIENTS[key].label, "days": len(values), "percent": round(sum(values) / len(values))}
        for key, values in often.items()
    ]
    return sorted(found, key=lambda each: each["percent"])[:MOST_SHORT]


def _said(amount: float) -> str:
    return f"{amount:,.0f}"


def _clash(clash: Json) -> Json:
    return {"text": clash["text"], "changes": [each["text"] for each in clash["changes"]]}


def _sources(days: list[Json]) -> list[Json]:
    found = [source for day in days for meal in day["meals"] for source in _meal_sources(meal)]
    return list({each["ref"]: each for each in found}.values())


def _meal_sources(meal: Json) -> list[Json]:
    return [
        {
            "label": each["name"],
            "ref": f"recipe:{each['recipe_id']}" if "recipe_id" in each else f"food:{each['food_id']}",
        }
        for each in meal["items"]
        if "recipe_id" in each or "food_id" in each
    ]


def _body(payload: Json) -> MealPlanBody:
    return MealPlanBody.model_validate_json(dumps(payload))


def _keep(store: Store, user_id: str, action_id: str, payload: Json, now: datetime) -> Any:
    body = _body(payload)
    service.check_safe(store, user_id, body, now)
    return service.keep_plan(store, user_id, action_id, body, now)


def _forget(store: Store, user_id: str, action_id: str, _: Json, now: datetime) -> None:
    service.delete_plan(store, user_id, action_id, now)


def _swap(store: Store, user_id: str, _: str, payload: Json, now: datetime) -> None:
    before, after = _body(payload["before"]), _body(payload["after"])
    service.check_safe(store, user_id, after, now, before)
    service.put_in_place(store, user_id, payload["plan_id"], before, after, now)


def _swap_back(store: Store, user_id: str, _: str, payload: Json, now: datetime) -> None:
    before, after = _body(payload["before"]), _body(payload["after"])
    service.put_in_place(store, user_id, payload["plan_id"], after, before, now)


TOOLS = (
    Tool(
        "make_meal_plan",
        "Propose a plan of meals for the days to come that keeps to the person's targets, allergies, diet and dislikes; "
        "the person confirms it. Says which wishes clash where there is none.",
        "Planning your meals",
        PlanArgs,
        make_meal_plan,
        Write(_keep, _forget),
    ),
    Tool(
        "planned_meals",
        "Read what the person's meal plan has for a day or some days: what is for dinner tomorrow, what is planned to eat.",
        "Looking at your meal plan",
        PlannedArgs,
        planned_meals,
    ),
    Tool(
        "swap_meal",
        "Propose another meal in the place of one of the person's meal plan; the person confirms it.",
        "Looking for another meal",
        SwapArgs,
        swap_meal,
        Write(_swap, _swap_back),
    ),
)

"""What a coach may do with training plans: propose one, or propose to change the one that is active.

Nothing is written before the person says yes, and the plan that was active is kept: undoing brings it back.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from fitzen.coach.toolbox import Draft, Result, Tool, ToolContext, Write
from fitzen.coach.tools import kit
from fitzen.coach.tools.showing import choices
from fitzen.coach.wording import duration_in_words
from fitzen.errors import NotFoundError
from fitzen.exercises.models import EQUIPMENT, Exercise
from fitzen.exercises.service import known_exercises, resolve_exercise
from fitzen.infra.storage.base import Store
from fitzen.records import Json, new_id
from fitzen.web.fields import Model
from fitzen.web.parsing import check
from fitzen.workouts.plans import service, turns
from fitzen.workouts.plans.adjust import Kind, Wish
from fitzen.workouts.plans.diff import first_week, volume_changes, working_sets
from fitzen.workouts.plans.models import (
    MAX_MINUTES,
    MIN_MINUTES,
    Goal,
    PlanBody,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    PlanRequest,
)
from fitzen.workouts.plans.people import sort_out
from fitzen.workouts.plans.schedule import volume_of
from fitzen.workouts.plans.volume import in_words

Said = Annotated[str, Field(min_length=1, max_length=60)]


class MakeArgs(Model):
    """What is left out comes from the profile. `goal`: gain is muscle, perform is strength.

    `equipment`, `focus` (muscles) and `avoid` (exercises, muscles, places that hurt) are in the person's words;
    equipment `gym` is everything, `none` nothing.
    """

    goal: Goal | None = None
    weeks: Annotated[int, Field(ge=4, le=8)] | None = None
    days_per_week: Annotated[int, Field(ge=1, le=7)] | None = None
    minutes: Annotated[int, Field(ge=MIN_MINUTES, le=MAX_MINUTES)] | None = None
    level: Literal["beginner", "intermediate", "advanced"] | None = None
    equipment: Annotated[list[Said], Field(max_length=20)] | None = None
    focus: Annotated[list[Said], Field(max_length=4)] = []
    avoid: Annotated[list[Said], Field(max_length=20)] = []


class AdjustArgs(Model):
    """`swap` puts `to` in the place of `exercise`; `days` and `minutes` take `value`; `deload` makes week `value` lighter.

    `avoid` takes an exercise, a muscle or a place that hurts, in the person's words, as `exercise`.
    """

    change: Kind
    exercise: Said | None = None
    to: Said | None = None
    value: Annotated[int, Field(ge=1, le=180)] | None = None


def make_training_plan(context: ToolContext, args: MakeArgs) -> Result:
    """Draft a plan for the person. Words that are not certain come back as choices."""
    have = kit.equipment(args.equipment) if args.equipment is not None else None
    focus = kit.muscles(args.focus)
    if unclear := [*(have.unclear if have else []), *focus.unclear]:
        return Result({"unclear": unclear})
    every = args.equipment is not None and have is not None and have.found is None
    asked = PlanRequest(
        **args.model_dump(include={"goal", "weeks", "days_per_week", "minutes", "level", "avoid"}),
        equipment=list(EQUIPMENT) if every else have.found if have else None,
        focus=focus.found[:4],
    )
    plan_id = new_id(int(context.now.timestamp() * 1000))
    plan = service.proposed_plan(context.store, context.user_id, asked, plan_id, context.now)
    return _drafted(context, "make_training_plan", plan_id, plan, {})


def adjust_training_plan(context: ToolContext, args: AdjustArgs) -> Result:
    """Draft a change of the active plan. Names that are not certain come back as choices."""
    active = turns.active(context.store, context.user_id)
    if active is None:
        raise NotFoundError("You train by no plan yet. Shall I make you one?")
    record = service.get_plan(context.store, context.user_id, active["plan_id"])
    before = service.PLANS.given(record)
    wish = _wish(context, args, before)
    if isinstance(wish, Result):
        return wish
    plan_id = new_id(int(context.now.timestamp() * 1000))
    plan = service.adjusted_plan(context.store, context.user_id, record, wish, plan_id, context.now)
    exercises = _exercises(context, before, plan)
    different = {
        "changes": [each.text for each in plan.changes],
        "volume_changes": [
            {"muscle": each.muscle, "before": _number(each.before), "after": _number(each.after)}
            for each in volume_changes(before, plan, exercises)
        ],
    }
    return _drafted(context, "adjust_training_plan", plan_id, plan, different)


def _wish(context: ToolContext, args: AdjustArgs, plan: PlanBody) -> Wish | Result:
    if args.change == "avoid":
        avoided = sort_out(context.store, context.user_id, [args.exercise] if args.exercise else [])
        return Wish("avoid", exercises=avoided.exercises, muscles=avoided.muscles, injuries=avoided.injuries)
    if args.change != "swap":
        return Wish(args.change, value=args.value)
    old = _in_plan(context, args.exercise or "", plan)
    if isinstance(old, list):
        return Result({"unclear": [{"name": args.exercise or "the one to swap", "choices": old}]})
    match = resolve_exercise(context.store, context.user_id, args.to) if args.to else None
    if match is not None and match.exercise is None:
        return Result({"unclear": [{"name": args.to, "choices": choices(match)}]})
    return Wish("swap", exercise=old, to=match.exercise.id if match and match.exercise else None)


def _in_plan(context: ToolContext, said: str, plan: PlanBody) -> str | list[str]:
    """Return the exercise of the plan that is meant, or the names of those that it may be."""
    found = _exercises(context, plan)
    match = resolve_exercise(context.store, context.user_id, said) if said else None
    if match is not None and match.exercise is not None and match.exercise.id in found:
        return match.exercise.id
    words = {word.removesuffix("s") for word in said.casefold().split()}
    fits = [
        each for each in found.values() if words <= {word.removesuffix("s") for word in each.name.casefold().split()}
    ]
    if len(fits) == 1:
        return fits[0].id
    return [each.name for each in fits or found.values()][:4]


def _exercises(context: ToolContext, *plans: PlanBody) -> dict[str, Exercise]:
    ids = [entry.exercise_id for plan in plans for day in plan.days for entry in day.exercises]
    return known_exercises(context.store, context.user_id, list(dict.fromkeys(ids)))


def _drafted(context: ToolContext, tool: str, plan_id: str, plan: PlanBody, different: Json) -> Result:
    shown = _shown(context, plan) | different
    active = turns.active(context.store, context.user_id)
    if active:
        shown["replaces"] = active["name"]
    summary = _summary(shown)
    payload = {"plan": plan.model_dump(mode="json", exclude_none=True)}
    sources = [{"label": "Your profile", "ref": "profile"}]
    sources += [{"label": active["name"], "ref": f"plan:{active['plan_id']}"}] if active else []
    return Result(
        {"draft": shown, "summary": summary},
        sources=sources,
        cards=[{"type": "plan", "data": shown}],
        action=Draft(plan_id, tool, summary, payload),
    )


def _shown(context: ToolContext, plan: PlanBody) -> Json:
    """Show a plan by its first week, in names and the person's units."""
    days = first_week(plan)
    exercises = _exercises(context, plan)
    names = {id_: each.name for id_, each in exercises.items()}
    names |= {
        id_: each.name
        for id_, each in known_exercises(
            context.store, context.user_id, {id_ for day in days for entry in day.exercises for id_ in entry.swaps}
        ).items()
    }
    return {
        "name": plan.name,
        "weeks": plan.weeks,
        "days_per_week": len(days),
        "most_minutes": max(day.minutes for day in plan.days),
        "unit": context.unit,
        "days": [_day(context, day, names) for day in days],
        "volume": [
            {"muscle": in_words(each.muscle), "sets": _number(each.sets)}
            for each in volume_of(days, exercises)
            if each.sets
        ],
        "notes": plan.notes,
    }


def _day(context: ToolContext, day: PlannedSession, names: dict[str, str]) -> Json:
    return {
        "name": day.name,
        "minutes": day.minutes,
        "exercises": [
            {
                "name": names[entry.exercise_id],
                "sets": _sets(context, entry),
                "why": entry.why or "",
                "swaps": [names[id_] for id_ in entry.swaps if id_ in names],
            }
            for entry in day.exercises
        ],
    }


def _sets(context: ToolContext, entry: PlannedExercise) -> str:
    """Write `3 sets of 6-10 at 82.5 kg, 3 in reserve`."""
    one = next((each for each in entry.sets if each.kind == "normal"), entry.sets[0])
    count = working_sets(entry)
    load = f" at {context.weight(one.weight_kg):g} {context.unit}" if one.weight_kg else ""
    reserve = "" if one.rir is None else f", {one.rir:g} in reserve"
    return f"{count} set{'s' * (count != 1)} of {_much(one)}{load}{reserve}"


def _much(one: PlannedSet) -> str:
    if one.reps is None:
        return duration_in_words(one.duration_s or 0)
    low, high = one.reps
    return f"{low}" if low == high else f"{low}\N{EN DASH}{high}"


def _number(sets: float) -> float:
    """Return a number of sets as it is said: 5, not 5.0."""
    return int(sets) if sets == int(sets) else round(sets, 1)


def _summary(shown: Json) -> str:
    changes: Sequence[str] = shown.get("changes", ())
    if changes:
        rest = f" and {len(changes) - 1} more changes" if len(changes) > 2 else ""  # noqa: PLR2004 - more than two
        return f"{changes[0].rstrip('.')}{rest}" if rest else "; ".join(each.rstrip(".") for each in changes)
    days = shown["days_per_week"]
    return (
        f"{shown['name']}: {shown['weeks']} weeks, {days} session{'s' * (days != 1)} a week of at most"
        f" {shown['most_minutes']} minutes"
    )


def _do(store: Store, user_id: str, action_id: str, payload: Json, now: datetime) -> None:
    service.confirm(store, user_id, action_id, check(PlanBody, payload["plan"]), now)


def _undo(store: Store, user_id: str, action_id: str, _: Json, now: datetime) -> None:
    service.take_back(store, user_id, action_id, now)


TOOLS = (
    Tool(
        "make_training_plan",
        "Propose a training plan of 4 to 8 weeks; the person confirms it.",
        "Making your plan",
        MakeArgs,
        make_training_plan,
        Write(_do, _undo),
    ),
    Tool(
        "adjust_training_plan",
        "Propose to change the active training plan: swap an exercise, other days or minutes, easier, harder, a lighter"
        " week, or something to avoid; what would change is shown, and the person confirms it.",
        "Changing your plan",
        AdjustArgs,
        adjust_training_plan,
        Write(_do, _undo),
    ),
)

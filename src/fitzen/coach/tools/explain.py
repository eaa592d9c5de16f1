"""Why something changed: what the log shows beside it, each with its figure, source and certainty, and never more."""

from datetime import timedelta

from fitzen.coach import subjects
from fitzen.coach.explaining.lift import explain_lift
from fitzen.coach.explaining.other import explain_other
from fitzen.coach.explaining.reasons import Explained
from fitzen.coach.explaining.weight import explain_weight
from fitzen.coach.periods import Period
from fitzen.coach.series import read
from fitzen.coach.subjects import Subject, Unclear
from fitzen.coach.toolbox import Result, Tool, ToolContext
from fitzen.coach.tools.asking import PeriodWords, SubjectWords, period_of, sources, with_measure
from fitzen.records import Json
from fitzen.science.plateau import LOOK_BACK_DAYS
from fitzen.web.fields import Model

USUAL_DAYS = 28
CAUTION = "What goes with a change need not be its cause."
ORDER = ("measured", "likely", "possible", "not known", "no sign")


class ExplainArgs(Model):
    """`cycle`: the person themselves asks about their menstrual cycle; only then it is looked at."""

    subject: SubjectWords
    period: PeriodWords | None = None
    cycle: bool = False


def explain_change(context: ToolContext, args: ExplainArgs) -> Result:
    """Say what goes with a change of a subject over a span, and what does not."""
    subject = subjects.resolve(context.store, context.user_id, args.subject, context.now)
    if isinstance(subject, Unclear):
        return Result(subject.data())
    today = context.local_now.date()
    days = LOOK_BACK_DAYS if subject.kind == "exercise" else USUAL_DAYS
    period = period_of(context, args.period) if args.period else Period(today - timedelta(days=days - 1), today)
    found = _explained(context, subject, period, cycle=args.cycle)
    ranked = sorted(found.reasons, key=lambda each: ORDER.index(each.certainty))
    data: Json = {
        "subject": subject.name,
        "kind": subject.kind,
        "period": period.in_words(),
        "change": found.change,
        "clear": found.clear,
        "reasons": [each.data() for each in ranked],
        "caution": CAUTION,
    }
    return Result(data, sources=_sources(context, subject, period, data))


def _explained(context: ToolContext, subject: Subject, period: Period, *, cycle: bool) -> Explained:
    if subject.kind == "exercise":
        return explain_lift(context, subject, period)
    if subject.key == "weight_kg":
        return explain_weight(context, period, cycle=cycle)
    return explain_other(context, subject, period)


def _sources(context: ToolContext, subject: Subject, period: Period, data: Json) -> list[Json]:
    """Name the subject's own log, and the diary where a reason is read from it."""
    own = sources(subject, read(context, with_measure(subject, "count"), period).points, data)
    diary = any(each["source"] == "your food diary" for each in data["reasons"]) and subject.kind != "nutrient"
    return [*own[:4], *([{"label": "Food diary", "ref": f"day:{period.last}"}] if diary else [])]


TOOLS = (
    Tool(
        "explain_change",
        "Why weight, a lift, or something eaten or measured changed or stands still: what the log shows beside it, each with"
        " its figure, source and certainty. Pass on the certainty; what is only possible is not the cause.",
        "Looking for what goes with it",
        ExplainArgs,
        explain_change,
    ),
)

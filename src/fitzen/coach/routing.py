"""Which model answers: the small one for what is quick to say, the large one for what has to be thought through.

Rules, since a model that chooses models would cost what it saves. They lean to the large one: a question that is
answered too simply costs more than one that is answered too dearly.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from fitzen.infra.llm.base import Budget, Size, ToolCall

PLAN_TOOLS = frozenset(
    {"make_training_plan", "adjust_training_plan", "make_meal_plan", "swap_meal", "explain_change", "habits_analysis"}
)
"""What these give back has to be explained."""
LONG = 40
"""Words from which on a message is more than a log or a look-up, unless it is a list of what was done or eaten."""


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


HEALTH = _any(
    r"\b(?:pain(?:ful)?|hurts?|hurting|sore(?:ness)?|aches?|aching|injur\w*|sprain\w*|strain(?:ed)?|swollen|numb\w*|dizz\w*|sick|ill|fever|flu)\b",
    r"\b(?:pregnan\w*|diabet\w*|blood pressure|asthma|thyroid|medication\w*|doctor|physio\w*|surgery|eating disorder|menopause|pcos)\b",
    r"\b(?:depress\w*|anxi\w*|stressed|burn(?:ed|t)? ?out|exhausted|hopeless|hate my(?:self| body)|binge\w*|purg\w*|starv\w*)\b",
    r"\b(?:steroids?|sarms?|clenbuterol|supplements?|creatine|caffeine|fasting|safe|dangerous|risk\w*|overtrain\w*)\b",
)
PLANS = _any(
    r"\b(?:plan|plans|program|programme|routine|split|mesocycle|periodi[sz]\w*|deload|schedule|meal ?prep|grocery|shopping list)\b",
    r"\b(?:build|design|create|make|write|put together|propose)\b.{0,30}\b(?:workouts?|week|diet|menu|session|meals)\b",
    r"\b(?:swap|replace|instead of|substitut\w*|alternatives?)\b",
)
REASONS = _any(
    r"\b(?:why|how come|explain|reason|because of|what (?:causes|caused|happened|went wrong)|what does .{1,30} mean)\b",
    r"\b(?:compar\w+|versus|vs\.?|better than|worse than|difference between|rather than|correlat\w*|affects?|impact|influence\w*)\b",
    r"\b(?:should i|would it|is it (?:ok|okay|better|worth|bad|good|true|normal)|what (?:do you|would you) (?:think|recommend|suggest)|advice|advise|recommend\w*)\b",
    r"\b(?:how (?:do|can|should|could|would) (?:i|you|one|we)|how to (?!log)|what(?:'s| is) the best|best way|tips?|strateg\w+|help me)\b",
    r"\b(?:stuck|plateau\w*|stall\w*|not (?:losing|gaining|progressing)|can't seem|struggl\w*|motivat\w*|trend\w*|analy[sz]\w*|review my|overall)\b",
    r"\b(?:what if|on track|realistic|am i (?:eating|training|doing|getting|losing|gaining|sleeping|overdoing|ready|too))\b",
    r"\b(?:how much (?:protein|fibre|fiber|fat|sleep|cardio|rest|volume)\b.{0,20}\b(?:do|should|need)|do i need|evidence|studies|research|science)\b",
)
LOGGING = _any(
    r"^(?:please |can you |could you )?(?:log|add|record|track|note|save|enter|put down|delete|undo|change|set|remind me|check off|tick off)\b",
    r"^(?:i(?:'ve| have)? (?:just )?|just |had |for (?:breakfast|lunch|dinner|a snack)|(?:breakfast|lunch|dinner|snack)\b)"
    r".{0,12}\b(?:ate|eat|eaten|had|drank|drunk|did|done|ran|run|walked|swam|cycled|rode|weigh(?:ed)?|slept|lifted|benched|squatted|deadlifted|finished|completed|meditated)\b",
    r"\b\d+ ?[x\u00d7] ?\d+\b",
    r"^\d+(?:[.,]\d+)? ?(?:kg|lbs?|ml|l|g|glasses|cups|km|miles|min\w*|hours?|steps|kcal)\b",
    r"^(?:ate|had|drank|did|ran|walked|slept|weigh(?:ed)?|breakfast|lunch|dinner|water|weight)\b",
)
SHORT = 12
"""A question of at most so many words that asks for no reason is a look-up."""


def size_of(text: str, earlier: Sequence[str] = ()) -> Size:
    """Say which model answers `text`; `earlier` is what the person said before in this chat, oldest first.

    A few words that only go on ("and my squat?", "yes", "why?") are of the size of what they go on from.
    """
    own = _own_size(text)
    if own is not None:
        return own
    before = next((size for said in reversed(earlier) if (size := _own_size(said)) is not None), None)
    return before or "small"


def size_after(budget: Budget, calls: Sequence[ToolCall]) -> Budget:
    """Return the budget of the next step: of the same size, unless a plan is being made."""
    return replace(budget, size="large") if any(call.name in PLAN_TOOLS for call in calls) else budget


def _own_size(text: str) -> Size | None:
    """Return the size by the text alone; None for a few words without any sign."""
    said = " ".join(text.replace("\u2019", "'").split())
    words = len(said.split())
    if HEALTH.search(said):
        return "large"
    if LOGGING.search(said) and not REASONS.search(said):
        return "small"
    if PLANS.search(said) or REASONS.search(said) or words >= LONG:
        return "large"
    if words <= FOLLOW_UP and not OWN_SUBJECT.search(said):
        return None
    return "small" if words <= SHORT or LOOKUP.search(said) else "large"


FOLLOW_UP = 4
OWN_SUBJECT = _any(
    r"^(?:hi|hello|hey|thanks|thank you|good (?:morning|evening|night)|bye|cheers|great|nice|cool|perfect)\b",
    r"\b(?:what|when|how (?:many|much|far|long)|show|calories|protein|weight|steps|water|streak|goal|today|yesterday|week)\b",
)
LOOKUP = _any(
    r"^(?:what|when|which|how (?:many|much|far|long|often|is|are|was|did)|show|list|find|search|did i|have i|do i have|is there|tell me)\b"
)

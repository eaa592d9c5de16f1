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
    r"\b(?:steroids?|sarms?|clenbuterol|supplements?|creatine|caffeine|fasting|safe|dangerous|risk\w*|overtrain\w*|cramps?)\b",
)
PLANS = _any(
    r"\b(?:plan|plans|program|programme|routine|split|mesocycle|periodi[sz]\w*|deload|schedule|meal ?prep|grocery|shopping list)\b",
    r"\b(?:build|design|create|make|write|put together|propose)\b.{0,30}\b(?:workouts?|week|diet|menu|session|meals)\b",
    r"\b(?:swap|replace|instead of|substitut\w*|alternatives?)\b",
)
REASONS = _any(
    r"\b(?:why|how come|explain|reason|because of|what (?:causes|caused|happened|went wrong)|what does .{1,30} mean)\b",
    r"\b(?:compar\w+|versus|vs\.?|better than|worse than|difference between|rather than|correlat\w*|affects?|impact|influence\w*)\b",
    r"\b(?:should i|would it|is it (?:ok|okay|better|worth|bad|good|true|normal)|better|good for|bad for|what would you|what do you (?:think|recommend|suggest)|advice|advise|recommend\w*)\b",
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
LOOKUP = _any(
    r"^(?:show|list|find|search|look up|tell me (?:what|when|how (?:many|much)|my))\b",
    r"^(?:how (?:many|much|far|fast|long|often|heavy)|when|what (?:time|did|have|do i have|muscles|day))\b",
    r"^(?:what(?:'s| is| was| were| are)) (?:my|the (?:name|weight|time|next)|for|left|on)\b",
    r"^(?:did i|have i|do i have|is there|are there|any)\b",
    r"^(?:calories|kcal|protein|carbs|fat|fibre|fiber|sugar|macros)\b.{0,12}\b(?:in|of|for|per)\b",
    r"^(?:hi|hello|hey|thanks|thank you|good (?:morning|evening|night)|bye|cheers|great|nice|cool|perfect)\b",
    r"^(?:mark|remove|cancel|check|tick|undo)\b",
)
"""What is read from the log or the library and said, and what only keeps the talk going."""
FOOD_OR_FIGURE = _any(r"\b\d+(?:[.,:]\d+)?\b", r"\b(?:an?|one|two|three|half|some)\b.{2,40}\b(?:and|with)\b")
MOST_WORDS, FOLLOW_UP = 12, 4
"""A look-up has at most so many words; as few as the other only go on, where they show nothing of their own."""


def size_of(text: str, earlier: Sequence[str] = ()) -> Size:
    """Say which model answers `text`; `earlier` is what the person said before in this chat, oldest first.

    A few words that only go on ("and my squat?", "yes", "why?") are of the size of what they go on from.
    """
    own = _own_size(text)
    if own is not None:
        return own
    before = next((size for said in reversed(earlier) if (size := _own_size(said)) is not None), None)
    return before or ("small" if GOES_ON.search(text) else "large")


def size_after(budget: Budget, calls: Sequence[ToolCall]) -> Budget:
    """Return the budget of the next step: of the same size, unless a plan is being made."""
    return replace(budget, size="large") if any(call.name in PLAN_TOOLS for call in calls) else budget


def _own_size(text: str) -> Size | None:
    """Return the size by the text alone; None for a few words without any sign."""
    said = " ".join(text.replace("\u2019", "'").split())
    words = len(said.split())
    logged = LOGGING.search(said) and not REASONS.search(said)
    if HEALTH.search(said) and not (logged and TAKEN.search(said)):
        return "large"
    if logged:
        return "small"
    if PLANS.search(said) or REASONS.search(said) or words >= LONG:
        return "large"
    if LOOKUP.search(said) and words <= MOST_WORDS:
        return "small"
    if "?" not in said and words <= MOST_WORDS and FOOD_OR_FIGURE.search(said) and not QUESTION.search(said):
        return "small"
    return None if words <= FOLLOW_UP else "large"


TAKEN = _any(r"\b(?:creatine|caffeine|supplements?|vitamins?)\b.{0,12}\d|\d.{0,12}\b(?:creatine|caffeine)\b")
"""What is swallowed and written down is no question of health."""
GOES_ON = _any(r"^(?:yes|yep|yeah|no|nope|ok|okay|sure|please|the (?:first|second|third|last)|go on|more)\b")
QUESTION = _any(r"^(?:is|are|am|can|could|does|do|will|would|may|what|which|who|where|how|if|i)\b")

"""Cues for questions about one's own figures, and about what is known."""

from fitzen.coach.builtin.cues.rows import Cues, cues

STATISTIC = (
    r"\b(?:average|mean|avg|total|altogether|sum|highest|lowest|most|least|fewest|maximum|minimum|max|min|biggest|smallest|best day|worst day"
    r"|per day|a day|daily|how (?:many|much|often|far|long)|number of|count|share)\b"
)

CUES: dict[str, Cues] = {
    "figures": cues(
        (3, STATISTIC),
        (2, r"\bhow (?:many|much|often)\b.*\b(?:did|have|do|was|were|has)\b.*\b(?:i|my)\b|\bwhat (?:did|was|were)\b.*\b(?:i weigh|my)\b"),
        (3, r"\b(?:on )?(?:which|what) (?:day|weekday|week|month)\b|\bhow many (?:workouts|sessions|days|times|sets|km|kilomet(?:re|er)s|miles|steps|reps)\b"),
        (1, r"\b(?:did|have) i\b"),
        (-4, r"\b(?:today|left|remaining|should|need|plan|compared?|vs|versus|than|why|so far)\b"),
        (-3, r"\bin (?:a|an|one|two|\d+)\b|\b(?:habits?|streaks?)\b"),
        period=2, metric=2, nutrient=2, water=1, food=-2, two_periods=-1, sets=-3,
    ),
    "compare_periods": cues(
        (5, r"\b(?:compar\w+|vs\.?|versus|difference between|against)\b"),
        (4, r"\b(?:more|less|better|worse|fewer|higher|lower|further|harder|heavier)\b.*\b(?:than|or)\b"),
        (3, r"\bthe (?:one|week|month|year) before\b|\bchange[ds]? from\b"),
        (-3, r"\b(?:should|plan|swap|recipe|remind)\b"),
        two_periods=4, period=1,
    ),
    "explain_change": cues(
        (4, r"^why\b|\bwhy (?:is|did|has|have|do|does|am|are|was|were|aren't|isn't|can't|don't)\b|\bhow come\b|\b(?:the )?reasons?\b|\bwhat(?:'s| is) behind\b|\bwhat (?:made|caused|happened)\b|\bany idea why\b|\bwhy\?"),
        (3, r"\b(?:go(?:ing|ne)?|went|come|came|shot|jump\w*|drop\w*|f[ae]ll\w*|ris\w+|rose|increas\w+|decreas\w+|gain\w*|los\w+|lost|stuck|stall\w*|plateau\w*|chang\w+|stagnat\w*)\b"),
        (2, r"\bmy\b|\bi(?:'m| am|'ve)?\b"),
        (-5, r"\b(?:hurt\w*|pain|sore|should|important|good for|bad for|need)\b"),
        metric=1, exercise=1, period=1,
    ),
    "habits_analysis": cues(
        (5, r"\b(?:habits?|streaks?)\b"),
        (3, r"\bhow (?:many days in a row|long have i|consistent|often|well)\b|\b(?:sticking|keeping) (?:to|up)\b|\bin a row\b"),
        (2, r"\b(?:my|which|am|did|how|show|report)\b"),
        (-4, r"\b(?:tick|check|did my|done|goal|set|want|remind)\b"),
        habit=2, exercise=-1, metric=-1,
    ),
    "day_summary": cues(
        (5, r"\b(?:left|remain(?:s|ing)?|so far|still (?:need|eat|have))\b"),
        (4, r"\bhow many (?:calories|kcal|cals)\b.*\b(?:today|yesterday|left|had|eaten)\b|\bwhat (?:did|have) i (?:eat|ate|eaten|had|have)\b"),
        (4, r"\bmy day\b|\bhow am i doing(?: today)?\??$|\b(?:summary|overview) of (?:today|yesterday|my day|the day|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\bover my\b|\bhit my\b"),
        (2, r"\b(?:today|yesterday)\b"),
        (-4, r"\b(?:train|lift|workout|session|cook|recipe|week|month|average|should|why|than|remind|plan)\b"),
        nutrient=2, exercise=-3, sets=-4, metric=-1, water=1,
    ),
    "search_knowledge": cues(
        (4, r"^(?:is|are|does|do|can|should|will)\b(?! (?:my|i (?:on|over)|you)\b)"),
        (4, r"\bshould (?:i|you|we|one)\b|\bis it (?:ok|okay|bad|good|safe|better|true|possible|necessary)\b|\bdo i (?:need|have) to\b"),
        (3, r"\b(?:safe|healthy|bad for|good for|better|best (?:way|time)|worth it|benefits?|side effects?|important|necessary|dangerous|myth|supplements?|creatine|whey|bcaas?|doms|hypertrophy|overload|fasting|deload)\b"),
        (3, r"^(?:how (?:much|many|long|often|fast|do i|to|can i)|what (?:is|are|does)|what's|why do|when should)\b"),
        (2, r"\b(?:hurts?|sore|pain|ache\w*|motivat\w+|recover\w*|sleep better)\b"),
        (-4, r"\b(?:today|yesterday|tonight|left|last|this week|this month|did i|have i|my (?:bench|squat|weight|goal|habit))\b"),
        period=-3, number=-1, sets=-4, food=-1,
    ),
    "calculate": cues(
        (5, r"\d ?%? ?(?:\+|\*|/|÷|x|times|plus|minus|divided by|multiplied by|of) ?\d"),
        (4, r"\b(?:calculate|convert|conversion|work out)\b.*\d|\b\d+(?:\.\d+)? ?(?:kgs?|lbs?|pounds|kilos|miles|km|cm|inches|stone|feet) (?:in|to|into) \w+"),
        (4, r"\bhow (?:many|much) \w+ (?:is|are|in) \d|\bwhat(?:'s| is) \d"),
        (-4, r"\b(?:log|did|ate|had|bench|squat|remind|weighed)\b"),
        number=1, exercise=-3, food=-3, sets=-2, period=-1, metric=-2,
    ),
}  # fmt: skip

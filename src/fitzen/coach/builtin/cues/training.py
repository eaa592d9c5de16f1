"""Cues for what is trained: workouts done, lifts, sessions to come, exercises."""

from fitzen.coach.builtin.cues.rows import Cues, cues
from fitzen.coach.builtin.said import ASKS

LOGGING = (
    r"^(?:(?:please|hey|hi|ok|okay|coach|now|and|also|then|can you|could you|would you|i(?:'d| would) like to|i want to"
    r"|i need to|let's|let me)[, ]+)*(?:log|add|record|track|save|note|enter|register|put(?: in| down)?)\b"
)

CUES: dict[str, Cues] = {
    "log_workout": cues(
        (2, LOGGING),
        (3, r"\b(?:log|record|save|add|track|enter) (?:this|that|it|my|a|the|some) (?:workout|session|training|exercise)\b"),
        (1, r"\b(?:i|we) (?:just )?(?:did|done|finished|completed|hit|got|made|ran|lifted|rowed|cycled|swam|walked|managed|jogged|biked)\b"),
        (2, r"\b(?:just (?:did|finished|ran|rowed)|ran|benched|squatted|deadlifted|cycled|swam|rowed|jogged|biked|hit)\b"),
        (1, r"\d ?(?:x|sets? of) ?\d|\b(?:sets?|reps?)\b|@ ?\d"),
        (-3, ASKS),
        (-4, r"\bhow (?:do|can|to|does) .*\blog\b|\bmy (?:training |workout )?log\b(?!.*\d)"),
        (-4, r"\b(?:goal|want to|by (?:christmas|summer|june|the end)|remind|plan|meditat\w+|steps)\b"),
        sets=4, nameless=2, exercise=1, unit_reps=1, food=-2, water=-3,
    ),
    "progress": cues(
        (3, r"\bhow(?:'s| is| are| has| have| was| were| am)\b.*\b(?:going|doing|coming|been|progress\w*|look\w*|mov\w+|trending)\b"),
        (3, r"\b(?:progress\w*|improv\w*|stronger|weaker|gains?|plateau\w*|stuck|stall\w*|trend\w*|history|increas\w*)\b"),
        (3, r"\b(?:go(?:ing|ne|es)?|went) (?:up|down)\b|\b(?:numbers|stats|results)\b"),
        (3, r"\b(?:prs?|pbs?|personal (?:records?|bests?)|records?|bests?|max(?:imum)?|[1e]?-?1?rm|one[- ]rep[- ]max)\b"),
        (3, r"\b(?:heaviest|strongest|longest|farthest|furthest|fastest|the most|top set)\b"),
        (3, r"\blast time\b|\bwhen did i last\b|\bmy last\b|\bwas my\b"),
        (3, r"\bhow (?:much|many|heavy|strong|long|far|fast|good) (?:can|do|did|could|have|is|are|am)\b"),
        (4, r"\b(?:get|got|gotten|getting|any) better\b|\bhow many reps\b.*\bcan i\b|\bon track\b|\bhow (?:close|far) am i\b"),
        (3, r"\bwhere am i\b|\bhow(?:'s| is| are| has) my\b"),
        (1, r"\bmy\b|\bi\b"),
        (-3, r"\bshould\b|\btoday'?s? (?:workout|session)|\b(?:form|technique|cues?)\b|\bexercises\b|^why\b"),
        exercise=1, metric=1, food=-2, two_periods=-2,
    ),
    "next_session": cues(
        (4, (r"\b(?:what|which)\b[\w' ]{0,30}\b(?:should|shall|do|can|will|are|am|would|could) (?:i|we)\b[\w' ]{0,20}"
            r"\b(?:lift\w*|train\w*|do|hit|work ?out|use|start)\b(?! (?:for|with|to)\b)")),
        (4, r"\b(?:today|tonight|tomorrow|now)'?s? (?:workout|session|training|lifts?|plan)\b"),
        (4, r"\b(?:workout|session|training) (?:for )?(?:today|tonight|tomorrow)\b|\bwhat(?:'s| is) on (?:for )?(?:today|tonight)\b"),
        (4, r"\bnext (?:workout|session|training|lift|one)\b|\bwhat(?:'s| is| comes| now|'s up)? ?next\b|\b(?:is )?up next\b"),
        (4, r"\bwhat (?:now|first|then)\b|\bwhat(?:'s| is) (?:on )?(?:the |my )?plan\b|\btrain next\b"),
        (4, r"\b(?:give|build|make|plan|suggest|recommend|propose|design|pick|choose)\b.*\b(?:a workout|session|today|tonight)\b"),
        (3, r"\bshould (?:i|we) (?:do|train|lift|hit)\b|\bshould it be\b|\b(?:what|which) (?:weights?|loads?) should\b"),
        (3, r"\bready to (?:train|lift|go)\b|\b(?:at|in) the gym\b|\blet'?s (?:train|lift|go)\b|\btell me what to (?:do|train|lift)\b"),
        (2, r"\b(?:today|tonight|right now|now|next)\b"),
        (4, r"\b(?:what|which|how (?:heavy|much|many))\b.*\b(?:should|shall) i\b.*\b(?:today|tonight|now)\b"),
        (4, r"\bshould i (?:add|increase|drop|use)\b.*\b(?:today|tonight|now)\b|\bdo i (?:have|train)\b.*\b(?:today|tonight|tomorrow)\b"),
        (4, r"\brest day\b.*(?:today|tomorrow)|(?:today|tomorrow)\b.*\brest day\b"),
        (-6, r"\b(?:did|done|went|was|last|yesterday|so far|this week|times|improv\w+)\b|\bhow (?:is|are|has|many|often)\b"),
        (-4, r"\b(?:exercises?|instead|remind|eat|ate|calories|meals?|cook)\b"),
        exercise=-2, food=-3, nutrient=-3, slot=-3, clock=-2,
    ),
    "training_summary": cues(
        (3, r"\b(?:last|this|past|previous|recent|latest)\b(?: \w+){0,2} (?:workouts?|sessions?|training)\b"),
        (2, r"\b(?:last|this|past|previous)\b(?: \w+){0,2} (?:weeks?|months?|days)\b"),
        (4, r"\b(?:recap|overview|summary|summar\w+|report|sum up|consisten\w+|slacking)\b"),
        (4, r"\bwhat (?:did|have) i (?:do|done|train\w*|lift\w*)\b|\bdid i (?:train|work ?out|go|lift)\b(?! more)"),
        (4, r"\b(?:training|workout) (?:log|history|diary|stats)\b|\b(?:my|show|list|see)(?: me)?(?: my)? (?:recent |last |latest )?(?:workouts|sessions|log)\b"),
        (4, r"\btraining enough\b|\bwhen did i last (?:train|work ?out|go|lift)\b|\bmuscles? did i\b|\bweekly\b"),
        (4, r"\bhow(?:'s| is| was| has| did)\b.*\b(?:training|week|month|it)\b(?: \w+)? ?(?:going|go|been|overall)?\b"),
        (2, r"\b(?:workouts?|training|trained|gym|sessions?)\b"),
        (-6, r"\bshould\b|\bnext\b|\bplan\b|\bhow (?:do|to|does|should) \b|\bmore\b|\bcompar\w+|\b(?:vs|versus)\b"),
        (-4, r"\b(?:eat|ate|eaten|calories|meals?|habits?|streaks?|program)\b|^why\b|\bhow (?:many|much|often)\b"),
        exercise=-4, metric=-3, nutrient=-3, two_periods=-3,
    ),
    "search_exercises": cues(
        (4, r"\bwhat does .* (?:train|work|hit)\b|\bhelp me with\b.*\b(?:form|technique)\b"),
        (4, r"\bhow (?:do|should|can|to|would|does|is|are)\b.*\b(?:do|done|perform\w*|execute|set up|train|work|it|be|hold|grip)\b|\bhow to\b"),
        (4, r"\b(?:form|technique|cues?|tips?|setup|set-up|execution|instructions?|properly|correctly|safely)\b"),
        (4, r"\bexercises?\b(?! (?:going|history))|\bmovements?\b|\bmoves for\b"),
        (4, r"\b(?:easier|harder|alternatives?|variations?|variants?|substitutes?|replace\w*|instead)\b"),
        (4, r"\b(?:explain|describe|teach|demonstrate)\b|\bmuscles? (?:do|does|is|are|will)\b|\btell me about\b"),
        (2, r"\bwhat(?:'s| is| are) (?:a |an |the )?(?!my\b|the (?:most|plan)\b)\w|\b(?:is|are) .* done\b"),
        (3, r"\bwhat (?:can|should) i (?:do|use) for\b|\bhow (?:do|can|should) i train\b"),
        (-4, (r"\bmy (?!form|technique|[\w ]*(?:delts?|back|chest|arms?|legs?|calves|glutes|abs|triceps|biceps))"
             r"|\bhow (?:is|are) .* (?:going|doing)\b|\bwhat(?:'s| is) (?:the most|next|up|on|new)\b")),
        (-4, r"\b(?:plan|program|routine|safe|protein|creatine|calories|meals?|recipes?|sessions?)\b"),
        exercise=2, muscle=1, food=-3, nutrient=-4, metric=-1, slot=-3,
    ),
}  # fmt: skip

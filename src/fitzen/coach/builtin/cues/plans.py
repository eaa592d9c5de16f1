"""Cues for plans of training and of meals, and their changes."""

from fitzen.coach.builtin.cues.rows import Cues, cues

MAKE = r"\b(?:make|create|build|design|write|generate|give|need|want|get|plan|set me up|put together|draw up|start|new|come up with)\b"

CUES: dict[str, Cues] = {
    "make_training_plan": cues(
        (2, MAKE),
        (5, r"\b(?:training|workout|gym|exercise|lifting|strength|running|fitness|weights?) (?:plan|program|routine|split|schedule)\b|\bmesocycle\b|\bplan my training\b"),
        (3, r"\b(?:plan|program|routine|split|ppl)\b"),
        (2, r"\b\d days?\b|\bdays? (?:a|per) week\b|\bpush pull legs|\bfull body|\bupper lower"),
        (-5, r"\b(?:meals?|food|menu|diet|eat|kcal|calories|grocery|breakfast|lunch|dinner)\b"),
        (-4, r"\b(?:my plan|change my|swap|too (?:hard|easy|long)|what's the plan|today|tonight|how (?:is|many))\b"),
        food=-3, sets=-3, nutrient=-3, slot=-3,
    ),
    "adjust_training_plan": cues(
        (4, r"\b(?:swap|replace|switch|substitute|change|exchange|take|drop|remove|ditch|scrap)\b.*\b(?:for|with|to|out|from|by|plan|program|sessions?)\b"),
        (4, r"\b(?:too (?:hard|easy|long|short|much)|easier|harder|shorter|longer|lighter|tougher|deload|less volume|more volume)\b"),
        (4, r"\bcan only (?:train|do|make|manage)\b|\b(?:make it|keep (?:it|them)|cut (?:it|them)|instead of)\b.*\d|\bno more\b"),
        (3, r"\b(?:my|the) (?:plan|program|routine|sessions?|workouts?)\b"),
        (-5, r"\b(?:breakfast|lunch|dinner|snack|meals?|pounds|kilos|name|time ?zone|how)\b|\?$|^(?:what|is|are)\b"),
        exercise=2, slot=-5, food=-2, unit_days=1,
    ),
    "make_meal_plan": cues(
        (6, r"\b(?:meal|diet|food|eating|nutrition|vegan|keto|vegetarian|weekly) (?:plan|prep|menu|program)\b|\bplan (?:my|all my|our|some|out my)? ?(?:\w+ )?(?:meals|food|eating|breakfast|dinners?|lunch\w*)\b|\bmenu\b|\bgrocery|\bshopping list"),
        (2, MAKE),
        (2, r"\bwhat should i eat (?:this|next) week\b|\bplan\b"),
        (-3, r"\b(?:training|workout|gym|strength)\b|\b(?:swap|replace|remind)\b"),
        pattern=1, unit_energy=1, period=1, exercise=-3,
    ),
    "planned_meals": cues(
        (7, r"\bwhat(?:'s| is| was| are)? (?:i |we |am i |are we )?(?:for|having for|eating for|cooking for|on for|planned for|on the menu)\b|\bwhat (?:am i|are we|do i|should i) (?:eating|having|cooking|eat|have|cook)\b.*\b(?:tonight|tomorrow|on \w+day|plan)\b"),
        (6, r"\b(?:show|read|see|open|tell me|what's (?:in|on)|what is (?:in|on)|what does|look at|check)\b.*\b(?:meal plan|menu|planned (?:meals?|dinners?|lunch\w*|breakfasts?)|my plan say)\b"),
        (7, r"\bqu[eé]\b.*\b(?:ceno|cenar|cena|desayuno|desayunar|almuerzo|almorzar|com(?:o|er) (?:hoy|ma[nñ]ana)|meriendo|merendar)\b"),
        (-5, r"\b(?:swap|replace|change|make|create|generate|remind|ate|had|recipes?|different|another|instead|log|plan my)\b"),
        slot=2, period=1, exercise=-4, number=-2, nutrient=-4,
    ),
    "swap_meal": cues(
        (4, r"\b(?:swap|replace|change|switch|exchange|different|another|something else|instead|other option|other than|don't (?:want|fancy|like))\b"),
        (2, r"\b(?:something|give me)\b"),
        (-3, r"\b(?:plan my|recipes?|remind|ate|had|what)\b"),
        slot=4, period=2, exercise=-4, number=-2,
    ),
}  # fmt: skip

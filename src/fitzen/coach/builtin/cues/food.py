"""Cues for what is eaten and drunk: meals, water, foods, recipes."""

from fitzen.coach.builtin.cues.rows import Cues, cues
from fitzen.coach.builtin.cues.training import LOGGING
from fitzen.coach.builtin.said import ASKS

CUES: dict[str, Cues] = {
    "log_meal": cues(
        (1, LOGGING),
        (4, r"\b(?:ate|eaten|had|devoured|munched|snacked|grabbed|scoffed|having|eating|finished)\b"),
        (3, r"^(?:my )?(?:breakfast|lunch|dinner|supper|snack|brunch)s?\b(?: was|:| is| -|,)"),
        (2, r"\bfor (?:breakfast|lunch|dinner|supper|brunch|a snack|dessert)\b|\bwith (?:breakfast|lunch|dinner)\b"),
        (2, r"\bdrank (?!.*\bwater\b)"),
        (-4, ASKS),
        (-4, r"\b(?:recipes?|cook|make|ideas?|plan|swap|instead|remind|should|how (?:many|much)|allergic|don't like)\b"),
        food=3, slot=1, unit_grams=1, sets=-2, exercise=-2, water=-2, metric=-2,
    ),
    "log_water": cues(
        (1, LOGGING),
        (3, r"\b(?:drank|drunk|drink|had|downed|finished|chugged|sipped|another|plus)\b|^\+"),
        (-5, ASKS),
        (-4, r"\b(?:remind|should|goal|enough|reminder)\b"),
        water=3, unit_volume=2, food=-2, clock=-1,
    ),
    "lookup_food": cues(
        (4, r"\b(?:how (?:many|much)|what(?:'s| is| are)(?: the)?)\b.*\b(?:in|of|for|have|has|does|contain\w*)\b"),
        (3, r"\b(?:nutrition(?:al)?|macros|nutrients?|calories|kcal|cals|protein|carbs?|fat|fib(?:re|er)|sugar) (?:\w+ ){0,2}(?:in|of|for|per)\b"),
        (3, r"\b(?:is|are|does|do)\b.*\b(?:high|low|rich|healthy|contain|have|good source)\b"),
        (2, r"\bcompared to\b|\bper 100\b|\bnutrition\b"),
        (-5, r"\b(?:i|my|me|we)\b|\b(?:today|yesterday|week|month|left|so far|recipes?|plan|goal|need|should)\b"),
        food=3, nutrient=2, unit_grams=1, period=-3, exercise=-2,
    ),
    "suggest_recipes": cues(
        (5, r"\brecipes?\b|\b(?:meal|dinner|lunch|breakfast|snack|food|cooking) (?:ideas?|suggestions?|inspiration|options?)\b"),
        (4, r"\bwhat (?:can|should|could|shall|do|to) (?:i )?(?:cook|eat|make|have)\b|\bwhat's for (?:dinner|lunch|breakfast|tea)\b"),
        (3, r"\b(?:cook|bake|hungry|starving|peckish|craving)\b|\bsomething (?:to eat|with|quick|healthy|light|for)\b|\bideas?\b"),
        (3, r"\b(?:high|low)[- ](?:protein|carb|calorie|fat|fib(?:re|er))\b"),
        (2, r"\b(?:suggest|recommend|find|give|show|fancy|want|need|got)\b"),
        (-4, r"\b(?:plan|week|swap|change|replace|instead|ate|had|log|remind|in a|in an)\b"),
        slot=2, food=1, pattern=1, unit_time=1, exercise=-2, period=-1, metric=-2,
    ),
}  # fmt: skip

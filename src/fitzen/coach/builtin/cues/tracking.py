"""Cues for what is kept beside training and food: measurements, habits, goals, reminders, the profile."""

from fitzen.coach.builtin.cues.rows import Cues, cues
from fitzen.coach.builtin.cues.training import LOGGING
from fitzen.coach.builtin.said import ASKS

CUES: dict[str, Cues] = {
    "log_measurement": cues(
        (1, LOGGING),
        (3, r"\b(?:weigh(?:ed|s|ing)?(?: in)?|weight|scales?|slept|measured?|measures|steps|waist|body ?fat|bf|hrv|blood pressure|hips)\b.*\d"),
        (2, r"\d.*\b(?:steps|of sleep|body fat|on the scales?|this morning)\b"),
        (2, r"\bi(?:'m| am) \d+(?:\.\d+)? ?(?:kgs?|kilos?|lbs?|pounds?|stone)\b"),
        (-5, ASKS),
        (-5, r"\b(?:want|goal|target|aim\w*|by (?:june|summer|christmas)|remind|reminder|get (?:down|up) to|lose|reach|height|tall)\b"),
        metric=3, number=2, sets=-4, exercise=-2, food=-3, water=-3, asks=-1,
    ),
    "check_in_habit": cues(
        (4, r"\b(?:tick(?:ed)?|check(?:ed)?|cross(?:ed)?) (?:it |that |this )?(?:off|in)\b|\bmark\b.*\b(?:done|complete\w*|off)\b|\bcheck-?in\b|\btick\b"),
        (3, r"\b(?:did|done|finished|completed|kept|stuck to|skipped|managed)\b.*\b(?:my|habit|with)\b|\bdone$"),
        (3, r"\b(?:meditated|journall?ed|read|stretched|flossed|took|prayed|did(?:n't| not) (?:smoke|drink|snack))\b|\bno (?:smoking|alcohol|sugar|drinking|sweets|snacking)\b"),
        (-5, ASKS),
        (-4, r"\b(?:remind|reminder|goal|want|set|plan|how|should|streak|at \d)\b"),
        habit=3, sets=-3, food=-2, exercise=-1, metric=-2,
    ),
    "set_goal": cues(
        (5, r"\b(?:goal|target)\b|\baim(?:ing)? (?:for|to)\b"),
        (4, r"\bi(?:'d| would)? (?:want|like|love|hope|plan|need) to (?:weigh|bench|squat|deadlift|run|lift|reach|get|hit|lose|gain|do|drop|walk|press|be|cycle|swim)\b"),
        (3, r"\bby (?:\w+ ){0,3}(?:christmas|summer|spring|winter|autumn|january|february|march|april|may|june|july|august|september|october|november|december|year|birthday|easter|\d+)\b|\bin \d+ (?:weeks|months)\b"),
        (2, r"^(?:lose|gain|reach|hit|get (?:down |up )?to|drop|want to|aim)\b|\bunder \d|\bsub[- ]\d"),
        (-4, r"^(?:how|am|is|why|what|show|did|remind)\b|\bplan\b|\?$"),
        number=2, metric=1, exercise=1, unit_mass=1, food=-2, sets=-1,
    ),
    "set_reminder": cues(
        (6, r"\b(?:remind(?:er|ers)?|nudge|ping me|alarm|notify|notification|don't let me forget|wake me|alert me)\b"),
        clock=2, number=1,
    ),
    "remember": cues(
        (6, r"\b(?:remember|keep in mind|bear in mind|make a note|for future reference)\b(?! to\b)"),
        (2, r"\b(?:that|i|my)\b"),
        asks=-3, clock=-2,
    ),
    "update_profile": cues(
        (5, r"\b(?:allerg\w+|intolerant|intolerance|coeliac|celiac)\b"),
        (4, r"\bi(?:'m| am|'ve| have)(?: (?:now|a|an|gone|become|turned|been))* (?:vegan|vegetarian|veggie|pescatarian|keto|halal|kosher|beginner|advanced|intermediate|woman|man|female|male|\d+(?: years old)?$)"),
        (4, r"\b(?:don't|do not|can't|cannot|hate|dislike|never)\b.{0,12}\b(?:like|eat|stand|bear)?\b"),
        (4, r"\b(?:switch|change|use|set)\b.{0,20}\b(?:pounds|lbs|kilos|kg|kilograms|metric|imperial|units|time ?zone|name|height|language)\b"),
        (4, r"\b(?:hurt|injured|sprained|strained|pulled|tore|torn|twisted|broke|tweaked|bad)\b.{0,20}\b(?:knee|back|shoulder|wrist|ankle|elbow|hip|neck|hamstring|groin|foot|leg|arm)s?\b"),
        (3, r"\bmy (?:height|name|birthday|age|sex|gender|goal|main goal|level|time ?zone)\b|\bcall me\b|\bborn\b|\byears old\b|\btall\b"),
        (3, r"\bi (?:train|work ?out|go to the gym|lift|exercise) (?:\w+ ){0,2}(?:days|times|x)\b|\bi only have\b|\bi have (?:a |an )?(?:barbell|dumbbells?|bench|rack|home gym|desk job|high blood|diabetes|asthma)\b"),
        (-5, ASKS),
        (-3, r"\b(?:plan|remind|log|swap|by (?:june|summer))\b"),
        pattern=1, sets=-3, clock=-2,
    ),
}  # fmt: skip

"""The words of a person's day, and what they stand for: what is measured, eaten, drunk, kept up."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

METRICS: Mapping[str, str] = {
    "weight_kg": r"(?:body ?)?weight|bodyweight|weigh(?:ed|s|ing)?(?:[- ]?ins?)?|scales?"
    r"|(?:was|am|were|been) i (?:at )?(?:my |the )?(?:lightest|heaviest|lighter|heavier)|i (?:was|am|have been) (?:at )?(?:my |the )?(?:lightest|heaviest)"
    r"|(?:lightest|heaviest) (?:that )?i(?:'ve| have| was|'d)?(?: ever)?(?: been)?",
    "body_fat_pct": r"body ?fat(?: (?:percentage|percent|%|level))?|bf ?%?|fat (?:percentage|percent|%)",
    "lean_mass_kg": r"lean (?:body )?mass",
    "muscle_mass_kg": r"muscle mass",
    "body_water_pct": r"body water",
    "waist_cm": r"waist(?:line)?|belly",
    "hip_cm": r"hips? (?:measurement|circumference|size)|hips",
    "chest_cm": r"chest (?:measurement|circumference|size)",
    "shoulders_cm": r"shoulders? (?:measurement|circumference|width)",
    "neck_cm": r"neck(?: (?:measurement|circumference|size))?",
    "arm_cm": r"(?:upper )?arms? (?:measurement|circumference|size)|biceps? (?:measurement|circumference|size)",
    "forearm_cm": r"forearms? (?:measurement|circumference|size)",
    "thigh_cm": r"thighs?(?: (?:measurement|circumference|size))?",
    "calf_cm": r"cal(?:f|ves) (?:measurement|circumference|size)",
    "resting_hr_bpm": r"resting (?:heart ?rate|hr|pulse)|(?:heart ?rate|hr|pulse) (?:at rest|resting)|rhr|heart ?rate|pulse|bpm",
    "hrv_ms": r"hrv|heart rate variability",
    "systolic_mmhg": r"blood pressure|systolic|bp",
    "diastolic_mmhg": r"diastolic",
    "spo2_pct": r"spo2|(?:blood )?oxygen(?: saturation)?|o2 sat\w*",
    "respiratory_rate_bpm": r"(?:respiratory|breathing) rate",
    "temperature_c": r"(?:body )?temperature|temp",
    "vo2max_ml_kg_min": r"vo2 ?max",
    "glucose_mmol_l": r"(?:blood )?glucose|blood sugar",
    "sleep_h": r"sleep|slept|sleeping|hours of sleep|asleep|(?:longest|shortest|best|worst|average|typical) nights?|shut-?eye|kip",
    "steps": r"step counts?|steps?",
    "floors": r"floors(?: climbed)?|flights of stairs",
    "active_energy_kcal": r"active (?:energy|calories)|(?:calories|kcal) burne?[dt]|burne?[dt] calories",
    "mood_1_5": r"mood",
    "energy_1_5": r"energy levels?",
    "soreness_1_5": r"soreness",
    "stress_1_5": r"stress(?: level)?",
}
"""The longest wins; what is also a muscle needs a word that says that it is measured."""
MEASURED_MUSCLES: Mapping[str, str] = {
    "chest": "chest_cm",
    "arm": "arm_cm",
    "bicep": "arm_cm",
    "hip": "hip_cm",
    "shoulder": "shoulders_cm",
    "forearm": "forearm_cm",
    "calf": "calf_cm",
    "calve": "calf_cm",
    "thigh": "thigh_cm",
}
"""What is measured where a length is said with it: `arms 38 cm`."""
METRIC_WORDS: Mapping[str, str] = {
    "weight_kg": "weight",
    "body_fat_pct": "body fat",
    "waist_cm": "waist",
    "resting_hr_bpm": "resting heart rate",
    "sleep_h": "sleep",
    "steps": "steps",
    "systolic_mmhg": "blood pressure",
}
"""How a metric is called where the person used a verb."""
NUTRIENTS = (
    r"proteins?|carb(?:ohydrate)?s?|net carbs|saturated fats?|sat fat|fats?|fib(?:re|er)|(?:added )?sugars?|salt|sodium|potassium"
    r"|(?:calorie|energy|food) intake|calories|cals?|kcals?|calorie|macros?|iron|calcium|magnesium|zinc|cholesterol|caffeine|alcohol"
    r"|vitamin (?:[acdek]|b ?\d*)|omega[- ]?3s?|folate|iodine|selenium"
)
SLOTS: Mapping[str, str] = {
    "breakfast": "breakfast",
    "brekkie": "breakfast",
    "brekky": "breakfast",
    "brunch": "breakfast",
    "lunch": "lunch",
    "lunchtime": "lunch",
    "dinner": "dinner",
    "supper": "dinner",
    "tea time": "dinner",
    "snack": "snack",
    "snacks": "snack",
    "breakfasts": "breakfast",
    "lunches": "lunch",
    "dinners": "dinner",
    "suppers": "dinner",
    "dessert": "snack",
    "elevenses": "snack",
}
PATTERNS: Mapping[str, str] = {
    "vegan": "vegan",
    "plant based": "vegan",
    "plant-based": "vegan",
    "vegetarian": "vegetarian",
    "veggie": "vegetarian",
    "pescatarian": "pescatarian",
    "pescetarian": "pescatarian",
    "halal": "halal",
    "kosher": "kosher",
    "keto": "keto",
    "ketogenic": "keto",
    "paleo": "paleo",
    "omnivore": "omnivore",
}
HABITS = (
    r"meditat\w+|journal\w*|read(?:ing)?|stretch\w*|floss\w*|vitamins?(?: [a-z0-9]+)?|creatine|supplements?|cold showers?"
    r"|(?:no )?smok\w+|(?:no )?(?:alcohol|booze|drinking|sugar|sweets|snacking|screens?|phone|social media|caffeine)|yoga|mobility|gratitude"
    r"|bed(?:time)?|early night|morning walk|walk(?:ing)?|pray\w*|breath(?:ing|work)\w*|duolingo|skin ?care|habits?"
)
"""What people keep up or quit; a habit may be called anything, and then only its sentence tells."""
WEEKDAYS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri",
         "saturday sat", "sunday sun"), start=1
    )
    for name in names.split()
}  # fmt: skip
DAY_NAMES: Mapping[int, str] = {number: name for name, number in WEEKDAYS.items() if name.endswith("day")}
"""By number, 1 for Monday."""
WEEKDAY = rf"(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})s?"
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
SMALL_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
NUMBER_WORDS: Mapping[str, float] = {
    **{word: value for value, word in enumerate(SMALL_NUMBERS, start=1)},
    "a": 1,
    "an": 1,
    "another": 1,
    "couple": 2,
    "couple of": 2,
    "few": 3,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "forty five": 45,
    "forty-five": 45,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "half": 0.5,
    "half a": 0.5,
    "half an": 0.5,
    "hundred": 100,
    "once": 1,
    "twice": 2,
    "thrice": 3,
}
NUMBER = rf"(?:\d+(?:[.,]\d+)?|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
NUMBER_BUT_ARTICLE = (
    rf"(?:\d+(?:[.,]\d+)?|{'|'.join(sorted(set(NUMBER_WORDS) - {'a', 'an', 'another'}, key=len, reverse=True))})"
)

METRIC = {name: re.compile(rf"\b(?:{pattern})(?![\w-])") for name, pattern in METRICS.items()}
NUTRIENT = re.compile(rf"\b(?:{NUTRIENTS})(?![\w-])")
SLOT = re.compile(rf"\b(?P<slot>{'|'.join(sorted(SLOTS, key=len, reverse=True))})\b")
HABIT = re.compile(rf"\b(?:{HABITS})\b")
PATTERN = re.compile(rf"\b(?P<pattern>{'|'.join(PATTERNS)})\b")


def number(said: str) -> float:
    """Return what digits or a number word say: `1,5`, `two`, `half a`."""
    if said in NUMBER_WORDS:
        return float(NUMBER_WORDS[said])
    return float(re.sub(r",(?=\d{3}\b)", "", said).replace(",", "."))


def whole(value: float) -> float | int:
    """Return a number without a fraction as an int, so that it reads as it was said."""
    return int(value) if value == int(value) else value


@cache
def food_words() -> frozenset[str]:
    """Name the foods people call by one word or several: those of the everyday list that ships with the package."""
    lines = (resources.files("fitzen.data") / "foods_everyday.tsv").read_text(encoding="utf-8").splitlines()
    names = {
        name.lstrip("~")
        for line in lines
        if line and not line.startswith("#")
        for name in line.split("\t")[-1].split(";")
    }
    singles = {word for name in names for word in name.split() if len(name.split()) == 1}
    return frozenset(names | singles | {f"{word}s" for word in singles} | set(MORE_FOODS.split())) - NO_FOOD


MORE_FOODS = """
yoghurt pizza burger burgers burrito taco tacos sandwich wrap curry pasta soup salad sushi ramen smoothie shake steak omelette omelet
porridge oatmeal oats cereal granola pancakes waffles stir-fry stirfry noodles spaghetti lasagne lasagna chili chilli fries chips crisps
beer wine coffee latte espresso cappuccino tea juice coke soda kebab falafel hummus bagel muffin croissant cookie cookies
cake chocolate icecream gelato nuts almonds sandwiches eggs egg toast bacon sausage sausages ham bowl chicken beef pork fish salmon tuna
"""
NO_FOOD = frozenset(
    {"water", "protein", "fat", "sugar", "salt", "energy", "swiss", "bar", "mix", "diet", "light", "creatine"}
)

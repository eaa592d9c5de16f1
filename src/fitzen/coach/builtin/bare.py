"""What is meant by a thing that is named and nothing else: one question, with what can be done about it."""

import re
from collections.abc import Mapping, Sequence

from fitzen.coach.builtin import lexicon
from fitzen.coach.builtin.making.profile import BODY
from fitzen.coach.builtin.meant import Ask
from fitzen.coach.builtin.said import Said

FEW_WORDS = 3
ABOUT: Mapping[str, Sequence[str]] = {
    "metric": ("progress", "log_measurement", "set_goal"),
    "nutrient": ("figures", "search_knowledge", "suggest_recipes"),
    "slot": ("log_meal", "suggest_recipes", "swap_meal"),
    "plan": ("next_session", "adjust_training_plan", "make_training_plan"),
    "supplement": ("search_knowledge", "check_in_habit", "set_reminder"),
    "habit": ("habits_analysis", "check_in_habit", "set_reminder"),
    "food": ("log_meal", "lookup_food", "suggest_recipes"),
    "body": ("search_exercises", "update_profile", "search_knowledge"),
    "muscle": ("search_exercises", "figures", "make_training_plan"),
    "water": ("log_water", "figures", "set_reminder"),
    "goal": ("progress", "set_goal"),
}
"""By the sort of thing, what can be done about it; at most three, as a question has."""
SORTS: Sequence[tuple[str, re.Pattern[str]]] = (
    ("supplement", re.compile(r"creatine|whey|bcaas?|supplements?|pre ?workout|caffeine")),
    ("metric", re.compile("|".join(f"(?:{pattern})" for pattern in lexicon.METRICS.values()))),
    ("water", re.compile(r"water")),
    ("nutrient", lexicon.NUTRIENT),
    ("slot", lexicon.SLOT),
    ("plan", re.compile(r"(?:training |workout )?(?:plans?|program|routine)")),
    ("goal", re.compile(r"goals?|targets?")),
    ("body", re.compile(BODY)),
)
OPENED = re.compile(r"^(?:(?:my|the|a|an|some|about|and|so|hmm+)\s+)+")
VAGUE = re.compile(
    r"^(?:it|that|this|something|stuff|things?|the (?:thing|other one|usual)|(?:do|log|swap|change|make|show|add|track|give me|tell me|set)(?: it| that| this| the thing| something| one| me)*|how about (?:it|that)|you know|idk|i don't know|dunno|hmm+|um+|\W*)\W*$"
)


def bare(said: Said) -> Ask | None:
    """Ask what about it, when all that a message says is its name; None for any other message."""
    text = said.text.strip(" ?.!,")
    if VAGUE.match(text) or re.fullmatch(r"[\d.,\s]+", text):
        return Ask("unknown")
    name = OPENED.sub("", text)
    if len(name.split()) > FEW_WORDS or re.search(r"\d", name):
        return None
    if len(said.named) == 1 and said.exercises == [name]:
        return Ask("which", name)
    sort = next((sort for sort, pattern in SORTS if pattern.fullmatch(name)), None) or _other(said, name)
    return Ask("offer", name, ABOUT[sort]) if sort else None


def _other(said: Said, name: str) -> str | None:
    if lexicon.HABIT.fullmatch(name) and not name.startswith("habit") and not name.endswith("ed"):
        return "habit"
    if name in lexicon.food_words():
        return "food"
    return "muscle" if said.muscle == name else None

"""What the coach says by itself, and how it knows its own questions again when they are answered."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

LOG_WHAT = (
    "Gladly. Which exercise was it, and with what sets, reps and weight? For example: “log bench press 3x8 at 60 kg”."
)
SHALL_I = "Shall I?"
UNKNOWN = (
    "I am not sure what you mean. Shall I log a workout, tell you how a lift is going, or propose today's session?"
)
OUT_OF_SCOPE = (
    "That is outside what I know: I am a coach for training, food, sleep and habits."
    " Shall I sum up today, propose today's session, or find a recipe?"
)
REPLIES: Mapping[str, str] = {
    "greeting": "Hello! Tell me what you trained, ate or measured, ask how something is going, or ask what to lift today."
    " A good start now: “what's left for today?” or “what should I lift today?”",
    "thanks": "You're welcome. Same time next session?",
    "bye": "See you at the next session.",
    "help": "I can log workouts, meals, water, measurements and habits (“log 5x5 squats at 100 kg”, “I had two eggs and toast for breakfast”),"
    " tell you how things go (“how is my bench press going?”, “how much protein did I eat last week?”, “why did my weight go up?”),"
    " propose sessions and make plans of training and of meals (“what should I lift today?”, “plan my meals for next week”),"
    " look up foods, recipes and exercises, set goals and reminders, and answer questions of training and nutrition."
    " A good start now: “what's left for today?” or “make me a 3 day plan”.",
    "yes": "I write nothing by myself: confirm the proposal, and it is done. Is there something else you trained?",
    "no": "All right, nothing is logged. Tell me what to change, or what else you would like to know.",
    "log_what": LOG_WHAT,
    "log_how": "How many sets and reps of {about} were they, and at what weight? For example: “log {about} 3x8 at 60 kg”.",
    "progress_what": "Of which exercise? For example: “how is my bench press going?”",
    "which": "What would you like to know about {about}: how it is going, how it is done, or shall I log it?",
    "unknown": UNKNOWN,
    "out_of_scope": OUT_OF_SCOPE,
    "meal_what": "What did you eat, and about how much? For example: “I had two eggs and a slice of toast”.",
    "water_how_much": "How much water was it: a glass, a bottle, or another amount?",
    "measure_what": "What does your {about} read? For example: “log 81.4 kg” or “log 84 cm”.",
    "measure_which": "What did you measure: weight, waist, sleep, or something else? Say it with its value, such as “log weight 81.4”.",
    "habit_which": "Which habit did you do? For example: “meditation”.",
    "goal_what": "What would you like to reach? For example: “I want to weigh 75 kg by June” or “bench 100 kg”.",
    "goal_which_weight": "Which weight would that be in the end? For example: “I want to weigh 75 kg”.",
    "remind_what": "What shall I remind you of? For example: “remind me to stretch at 7 every weekday”.",
    "remind_when": "At what time shall I remind you: {about}? For example: “remind me at 18:30 every weekday”.",
    "born_when": "I keep a date of birth rather than an age, which would be wrong after a year. When were you born? For example: “I was born on 3 May 1990”.",
    "profile_what": "What shall I change in your profile? For example: “my height is 178 cm” or “I am allergic to peanuts”.",
    "adjust_what": "What shall I change in your plan: fewer days, shorter sessions, an easier week, or another exercise?",
    "adjust_minutes": "How many minutes should a session take? For example: “make it 40 minutes”.",
    "remember_what": "What shall I keep in mind? For example: “I train best in the morning”.",
    "swap_which": "Which meal shall I swap: breakfast, lunch, dinner or a snack, and on which day?",
    "swap_which_day": "On which day shall I swap your {about}? For example: “on Tuesday”.",
}
UNCLEAR_TEXT = "Which {of} is “{name}”: {choices}?"
NOT_KNOWN_TEXT = "I do not know {of} called “{name}”. What else is it called?"
FIT_TEXT = "These fit: {names}. Which one shall I describe?"

UNCLEAR = re.compile(r"Which (?P<of>[a-z ]+) is “(?P<name>[^”]+)”: (?P<choices>[^?]+)\?")
NOT_KNOWN = re.compile(r"I do not know an? (?P<of>[a-z ]+) called “(?P<name>[^”]+)”\.")
LOG_HOW = re.compile(r"^How many sets and reps of (?P<about>.+?) were they")
WHICH = re.compile(r"^What would you like to know about (?P<about>.+?): how it is going")
FIT = re.compile(r"These fit: (?P<names>[^.]+)\. Which one shall I describe\?$")

OFFERS: Mapping[str, str] = {
    "log_workout": "log it as a workout",
    "log_meal": "log it as a meal",
    "log_water": "log what you drank",
    "log_measurement": "log a new value",
    "check_in_habit": "tick it off for today",
    "set_goal": "set a goal for it",
    "set_reminder": "remind you of it",
    "update_profile": "note it in your profile",
    "lookup_food": "look up what is in it",
    "suggest_recipes": "find a recipe",
    "progress": "tell you how it is going",
    "figures": "give you your figures",
    "compare_periods": "compare spans of time",
    "explain_change": "look for the reason",
    "habits_analysis": "tell you how well you keep it up",
    "day_summary": "sum up the day",
    "make_training_plan": "make a training plan",
    "adjust_training_plan": "change your training plan",
    "next_session": "propose the session",
    "make_meal_plan": "plan your meals",
    "planned_meals": "read your meal plan",
    "swap_meal": "swap a meal of your plan",
    "search_knowledge": "explain what is known about it",
    "search_exercises": "show exercises",
    "training_summary": "sum up your training",
    "calculate": "reckon it",
    "remember": "keep it in mind",
    "recall": "tell you what I remember",
}
"""What the coach offers, by intent; as choices they stand in one question, and so have neither comma nor `or`."""
BLANK_OFFERS: Mapping[str, str] = {
    "log a workout": "log_workout",
    "tell you how a lift is going": "progress",
    "propose today's session": "next_session",
    "sum up today": "day_summary",
    "find a recipe": "suggest_recipes",
}
"""What it offers where it has understood nothing: none of it is about what was said."""
OFFERED = re.compile(r"(?:^|[:.] )[Ss]hall I (?P<offers>[^?.]+)\?$")


class Question(NamedTuple):
    """A question of the coach's, as it is known again: its name, and what it was about."""

    name: str
    about: str = ""


def offer(about: str, offers: Sequence[str]) -> str:
    """Return the question that offers what can be done."""
    *most, last = [OFFERS[each] for each in offers]
    lead = f"About {about}: shall I" if about else "I am not sure what you mean. Shall I"
    return f"{lead} {', '.join(most)}{' or ' if most else ''}{last}?"


def offered(asked: str) -> list[tuple[str, bool]]:
    """List the intents that a question of the coach's offers, each with whether it is about what was said."""
    match = OFFERED.search(asked)
    if not match:
        return []
    if asked.endswith((UNKNOWN, OUT_OF_SCOPE)):
        by_phrase = {phrase: (intent, False) for phrase, intent in BLANK_OFFERS.items()}
    else:
        by_phrase = {phrase: (intent, True) for intent, phrase in OFFERS.items()}
    phrases = re.split(r",? or |, ", match["offers"])
    return [by_phrase[phrase] for phrase in phrases if phrase in by_phrase]


def question(asked: str) -> Question | None:
    """Return which of its questions the coach asked; what comes after the question itself may have been left out."""
    for name, pattern in _questions():
        if match := pattern.match(asked):
            return Question(name, match.groupdict().get("about") or "")
    return None


EXAMPLE = re.compile(r"(?<=[?:]) ")


@cache
def _questions() -> Sequence[tuple[str, re.Pattern[str]]]:
    return [
        (name, re.compile(re.escape(EXAMPLE.split(text)[0]).replace(r"\{about\}", "(?P<about>.+?)", 1)))
        for name, text in REPLIES.items()
        if name in ASKED
    ]


ASKED = frozenset(
    {
        "meal_what", "water_how_much", "measure_what", "measure_which", "habit_which", "goal_what", "goal_which_weight", "remind_what",
        "remind_when", "born_when", "profile_what", "adjust_what", "adjust_minutes", "swap_which", "swap_which_day", "progress_what",
        "remember_what",
    }
)  # fmt: skip

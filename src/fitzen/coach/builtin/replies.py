"""What the coach says by itself, and how it knows its own questions again when they are answered."""

import re

LOG_WHAT = (
    "Gladly. Which exercise was it, and with what sets, reps and weight? For example: “log bench press 3x8 at 60 kg”."
)
SHALL_I = "Shall I?"
UNKNOWN = (
    "I am not sure what you mean. Shall I log a workout, tell you how a lift is going, or propose today's session?"
)
REPLIES = {
    "greeting": "Hello! Tell me what you trained, ask how a lift is going, or ask what to lift today.",
    "thanks": "You're welcome. Same time next session?",
    "bye": "See you at the next session.",
    "help": "I can log a workout (“log 5x5 squats at 100 kg”), tell you how a lift is going (“how is my bench press going?”), "
    "propose today's session (“what should I lift today?”), sum up your weeks, and show how an exercise is done.",
    "yes": "I write nothing by myself: confirm the proposal, and it is done. Is there something else you trained?",
    "no": "All right, nothing is logged. Tell me what to change, or what else you would like to know.",
    "log_what": LOG_WHAT,
    "log_how": "How many sets and reps of {about} were they, and at what weight? For example: “log {about} 3x8 at 60 kg”.",
    "progress_what": "Of which exercise? For example: “how is my bench press going?”",
    "which": "What would you like to know about {about}: how it is going, how it is done, or shall I log it?",
    "unknown": UNKNOWN,
}
UNCLEAR_TEXT = "Which {of} is “{name}”: {choices}?"
NOT_KNOWN_TEXT = "I do not know {of} called “{name}”. What else is it called?"
FIT_TEXT = "These fit: {names}. Which one shall I describe?"

UNCLEAR = re.compile(r"Which (?P<of>[a-z ]+) is “(?P<name>[^”]+)”: (?P<choices>[^?]+)\?")
NOT_KNOWN = re.compile(r"I do not know an? (?P<of>[a-z ]+) called “(?P<name>[^”]+)”\.")
LOG_HOW = re.compile(r"^How many sets and reps of (?P<about>.+?) were they")
WHICH = re.compile(r"^What would you like to know about (?P<about>.+?): how it is going")
FIT = re.compile(r"These fit: (?P<names>[^.]+)\. Which one shall I describe\?$")

"""What stands outside the model, for every provider: see docs/safety.md."""

from fitzen.coach.safety.person import ANYBODY, Person, described, person_of
from fitzen.coach.safety.review import Reason, review
from fitzen.coach.safety.screen import Alarm, screen, screen_turns
from fitzen.coach.safety.watch import Watch, watch, watched

__all__ = [
    "ANYBODY",
    "Alarm",
    "Person",
    "Reason",
    "Watch",
    "described",
    "person_of",
    "review",
    "screen",
    "screen_turns",
    "watch",
    "watched",
]

"""What stands outside the model, for every provider: see docs/safety.md."""

from fitzen.coach.safety.person import ANYBODY, Person, described
from fitzen.coach.safety.review import Reason, review
from fitzen.coach.safety.screen import Alarm, screen, screen_turns
from fitzen.coach.safety.watch import Watch, watch

__all__ = [
    "ANYBODY",
    "Alarm",
    "Person",
    "Reason",
    "Watch",
    "described",
    "review",
    "screen",
    "screen_turns",
    "watch",
]

"""What stands outside the model, for every provider: see docs/safety.md."""

from fitzen.coach.safety.screen import Alarm, screen, screen_turns

__all__ = ["Alarm", "screen", "screen_turns"]

"""Safety around one message: the alarm that it calls for, and the review of each sentence of its answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from fitzen.coach.safety.person import Person
from fitzen.coach.safety.review import review
from fitzen.coach.safety.screen import Alarm, facts, screen_turns

SAID: dict[str, str] = {
    "minor": "you are still growing, and losing weight is for a doctor to plan with you",
    "pregnant": "in pregnancy your body and your child need the energy; ask your midwife or doctor",
}
"""What binds from what was only said in the chat, and stands in no profile yet."""


WITHHELD: frozenset[str] = frozenset(
    {"make_training_plan", "adjust_training_plan", "next_session", "make_meal_plan", "swap_meal", "set_goal"}
)
"""What waits until the person has answered a caring question: to log or to look something up harms nobody, a plan may."""


@dataclass(frozen=True, slots=True)
class Watch:
    """`alarm` comes before anything else; of a stop nothing else comes."""

    person: Person
    alarm: Alarm | None

    @property
    def withheld(self) -> frozenset[str]:
        """The tools that this message may not use."""
        return WITHHELD if self.alarm is not None and self.alarm.level == "ask" else frozenset()

    def wrong(self, sentence: str) -> str | None:
        """Say what is wrong with a sentence for this person, or None where it may be shown."""
        reason = review(sentence, self.person)
        return reason.why if reason else None


def watch(person: Person, said: Sequence[str]) -> Watch:
    """Look at what a person said, oldest first; the last is to be answered."""
    barred = person.barred or next((SAID[fact] for fact in sorted(facts(said))), None)
    return Watch(person._replace(barred=barred), screen_turns(said, person.region))

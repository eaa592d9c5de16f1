"""How a message of an intent becomes its calls: a maker for each tool, a module for each area.

A maker returns None where it finds that the message cannot be of its intent: then the next likely one is asked.
"""

from collections.abc import Callable, Mapping

from fitzen.coach.builtin.making import asking, figures, food, noting, plans, profile, sums, tracking, training, wishes
from fitzen.coach.builtin.meant import Meant
from fitzen.coach.builtin.said import Said

type Maker = Callable[[Said], Meant | None]

MAKERS: Mapping[str, Maker] = {
    **training.MAKERS,
    **food.MAKERS,
    **tracking.MAKERS,
    **wishes.MAKERS,
    **profile.MAKERS,
    **plans.MAKERS,
    **asking.MAKERS,
    **figures.MAKERS,
    **sums.MAKERS,
    **noting.MAKERS,
}
"""By the tool's name."""

"""Each minute: plan again for whoever changed their time zone or quiet hours, deliver what is due, tell of achievements."""

from datetime import datetime

from fitzen.achievements.service import ACHIEVEMENT
from fitzen.infra.base import Infra
from fitzen.jobs import milestones
from fitzen.jobs.agenda import plan_again
from fitzen.jobs.base import Report, clock_from, work_off
from fitzen.reminders.delivery import deliver
from fitzen.reminders.service import DELIVERY
from fitzen.users.service import REPLAN


def run(infra: Infra, now: datetime) -> Report:
    """Deliver every reminder that is due, unless it is done already or too late."""
    clock = clock_from(infra, now)
    planned, _ = work_off(infra, REPLAN, clock, plan_again)
    delivered, more = work_off(infra, DELIVERY, clock, deliver)
    told, _ = work_off(infra, ACHIEVEMENT, clock, milestones.tell)
    return Report("reminders", planned + delivered + told, more)

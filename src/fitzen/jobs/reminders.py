"""Each minute: plan again for whoever changed their time zone or quiet hours, deliver what is due, tell of achievements.

Then ask what became of the pushes of a quarter of an hour ago.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from fitzen.achievements.service import ACHIEVEMENT
from fitzen.devices.service import TICKETS, check_receipts
from fitzen.infra.base import Infra
from fitzen.infra.messages.base import Event
from fitzen.infra.storage.base import Record
from fitzen.jobs import milestones
from fitzen.jobs.agenda import plan_again
from fitzen.jobs.base import Report, Team, begun, clock_from, stopping, work_off, work_off_together
from fitzen.reminders import delivery
from fitzen.reminders.delivery import Ready
from fitzen.reminders.service import DELIVERY
from fitzen.users.service import REPLAN


def run(infra: Infra, now: datetime) -> Report:
    """Deliver every reminder that is due, unless it is done already or too late."""
    clock = clock_from(infra, now)
    planned, _ = work_off(infra, REPLAN, clock, plan_again)
    delivered, more = work_off_together(infra, DELIVERY, clock, _deliver_all)
    told, _ = work_off(infra, ACHIEVEMENT, clock, milestones.tell)
    checked, _ = work_off(infra, TICKETS, clock, check_receipts)
    return Report("reminders", planned + delivered + told + checked, more)


def _deliver_all(team: Team, batch: Sequence[Record]) -> list[str]:
    """Deliver what is due, all pushes together: one request of a hundred in place of a hundred (reminders/delivery.py)."""
    infra, clock = team.infra, team.clock
    prepared = team.each(
        lambda record: begun(lambda: delivery.prepare(infra, record, clock)), [(each, each) for each in batch]
    )
    outcomes: dict[int, str] = {place: each for place, each in enumerate(prepared) if isinstance(each, str)}
    ready = [(place, each) for place, each in enumerate(prepared) if isinstance(each, Ready)]
    pushed = delivery.push(infra, [each for _, each in ready], clock)
    places = [place for place, _ in ready]
    noted = team.each(
        lambda each: delivery.note(infra, each),
        [(batch[place], each) for place, each in zip(places, pushed, strict=True)],
    )
    left = [(place, each) for place, each in zip(places, noted, strict=True) if isinstance(each, Ready)]
    finished = team.each(
        lambda each: delivery.finish(infra, each, clock, stopping.is_set),
        [(batch[place], each) for place, each in left],
    )
    outcomes |= {place: each for place, each in zip(places, noted, strict=True) if isinstance(each, str)}
    outcomes |= {place: each for (place, _), each in zip(left, finished, strict=True)}
    if infra.topics:
        sent = [each for (_, each), outcome in zip(left, finished, strict=True) if outcome == "sent"]
        infra.topics.publish("reminders", [*_events(sent)])
    return [outcomes[place] for place in range(len(batch))]


def _events(sent: Sequence[Ready]) -> Iterator[Event]:
    for each in sent:
        claimed = each.claimed
        due = claimed.planned.isoformat()
        yield {"event": "reminder.sent", "user_id": claimed.owner, "reminder_id": claimed.id, "due_at": due}

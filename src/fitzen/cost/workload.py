"""What people do in a month, as the reference counts it; a workload of one's own is the same with other numbers."""

from dataclasses import dataclass

from fitzen.cost.bill import DAYS
from fitzen.cost.measured import MEASURED, Measured

SIZES = (1_000, 10_000, 100_000)
"""Users of the reference's three tables."""
SESSION_DAYS = 60
"""A session that is used lasts on (auth/sessions.py), so that a person signs in anew for a new device only."""


@dataclass(frozen=True)
class Workload:
    """A month of `users`. Tokens are as they would be without cache; shares are of users or of requests.

    `peak` is the busiest hour's requests against the mean. `sms_a_user` None: a code for those who sign in by phone;
    all else goes by push and email, which the reference sends by SMS too.
    """

    users: int
    requests_day: float
    input_tokens: float
    output_tokens: float
    pushes: float
    photos_gb: float
    photo_requests: float
    transfer_gb: float
    writes: float = 0.25
    peak: float = 4.0
    sign_ins: float = 0.15
    by_phone: float = 0.4
    emails_a_user: float = 4.0
    sms_a_user: float | None = None

    @property
    def requests(self) -> float:
        return self.requests_day * DAYS

    @property
    def peak_rps(self) -> float:
        return self.mean_rps * self.peak

    @property
    def mean_rps(self) -> float:
        return self.requests_day / 86_400

    @property
    def sms(self) -> float:
        each = self.sign_ins * self.by_phone if self.sms_a_user is None else self.sms_a_user
        return self.users * each

    @property
    def emails(self) -> float:
        return self.users * (self.sign_ins * (1 - self.by_phone) + self.emails_a_user)

    def messages(self, measured: Measured = MEASURED) -> float:
        """Return how many messages of the coach those tokens are: by what it writes, which no cache spares."""
        return self.output_tokens / measured.output_a_message


def like_reference(users: int) -> Workload:
    """Return what the reference's tables assume, which is the same for each user in all three (1 TB as 1,000 GB)."""
    return Workload(
        users=users,
        requests_day=10 * users,
        input_tokens=5_000 * users,
        output_tokens=1_000 * users,
        pushes=10 * users,
        photos_gb=0.01 * users,
        photo_requests=50 * users,
        transfer_gb=0.02 * users,
    )


def coach_tokens(messages: float, measured: Measured = MEASURED) -> tuple[float, float]:
    """Return tokens read (without cache) and written for so many messages, as they were measured."""
    return messages * measured.input_a_message, messages * measured.output_a_message

"""Ours beside the reference's: how much less, where it comes from, and what would change it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from fitzen.cost import reference
from fitzen.cost.bill import Bill
from fitzen.cost.measured import LARGE, MEASURED
from fitzen.cost.prices import Prices
from fitzen.cost.profiles import bill
from fitzen.cost.templates import Profile
from fitzen.cost.workload import Workload, coach_tokens, like_reference
from fitzen.infra.llm.base import Usage

GOAL = 0.5
"""Of the reference's printed total, at most."""
COMPARED: tuple[tuple[int, Profile], ...] = ((1_000, "serverless"), (10_000, "hybrid"), (100_000, "hybrid"))
"""The sizes of the goal, and the profile that is meant for each."""


class Compared(NamedTuple):
    """US dollars a month: the reference as printed and at list prices, and ours."""

    users: int
    profile: Profile
    printed: float
    corrected: float
    ours: Bill

    @property
    def share(self) -> float:
        return self.ours.total / self.printed

    @property
    def share_of_corrected(self) -> float:
        return self.ours.total / self.corrected

    @property
    def reached(self) -> bool:
        return self.share <= GOAL


def compare(users: int, profile: Profile, prices: Prices, work: Workload | None = None) -> Compared:
    """Return ours beside the table for so many users. Raises MissingPriceError."""
    ours = bill(profile, work or like_reference(users), prices)
    printed = sum(reference.PRINTED[users].values())
    return Compared(users, profile, printed, reference.corrected(users, prices).total, ours)


class Saving(NamedTuple):
    """US dollars a month between the reference at list prices and ours; below zero where ours costs more."""

    what: str
    theirs: float
    ours: float
    why: str

    @property
    def usd(self) -> float:
        return self.theirs - self.ours


GROUPS: tuple[tuple[str, tuple[str, ...], tuple[str, ...], str], ...] = (
    ("the coach", ("Bedrock",), ("Bedrock",), "prompt caching, and the small model for what it can do"),
    ("sign-in", ("Cognito",), ("Cognito",), "Fitzen's own sessions of 60 days: Cognito sees who signs in, not who is active; Lite"),
    ("messages", ("SNS",), ("Messages",), "push instead of SMS (Expo is free), codes by email where people have one"),
    ("computing", ("Fargate", "Lambda"), ("Fargate", "Lambda"), "tasks by measured CPU, on Graviton; no container at 1,000"),
    ("network", ("NAT", "Public IPv4", "Between zones", "Load balancer"), ("Network", "Load balancer"), "no NAT: functions outside the network, tasks in public subnets behind closed groups"),
    ("database", ("RDS", "DynamoDB", "ElastiCache", "Backup"), ("Database", "Cache", "Backup"), "one store, paid by use; units counted with indexes, growth and restore"),
    ("edge", ("CloudFront", "WAF", "Route 53"), ("CloudFront and WAF", "Route 53"), "the first TB free; one list of rules, before CloudFront alone"),
    ("gateway", ("API Gateway",), ("API Gateway",), "no cache in serverless, which has Lambda answer instead"),
    ("photos", ("S3",), ("S3",), "infrequent access after 90 days"),
    ("watching", ("CloudWatch", "X-Ray"), ("CloudWatch",), "5 % of requests traced; one line a request; a figure for each task"),
    ("keys and delivery", ("Secrets Manager", "KMS", "CloudTrail", "Delivery"), ("Security", "Delivery", "Jobs"), "three keys; S3 bucket keys"),
)  # fmt: skip


def savings(compared: Compared, prices: Prices) -> list[Saving]:
    """Return where the difference comes from, the greatest first; they add up to the whole of it."""
    theirs, ours = reference.corrected(compared.users, prices).by_service(), compared.ours.by_service()
    found = [
        Saving(what, sum(theirs.get(name, 0) for name in left), sum(ours.get(name, 0) for name in right), why)
        for what, left, right, why in GROUPS
    ]
    return sorted(found, key=lambda saving: -saving.usd)


type Change = Callable[[Workload], Workload]


class Scenario(NamedTuple):
    """What if: other use, or prices times factors by the beginning of their names."""

    name: str
    change: Change
    factors: dict[str, float]


def _with_messages(messages: float) -> Change:
    def change(work: Workload) -> Workload:
        read, written = coach_tokens(messages * work.users)
        return replace(work, input_tokens=read, output_tokens=written)

    return change


def _same(work: Workload) -> Workload:
    return work


SCENARIOS = (
    Scenario("as it is", _same, {}),
    Scenario("twice the requests", lambda work: replace(work, requests_day=2 * work.requests_day), {}),
    Scenario("a peak ten times the mean", lambda work: replace(work, peak=10.0), {}),
    Scenario("everybody signs in each month", lambda work: replace(work, sign_ins=1.0), {}),
    Scenario("an SMS a user, as the reference", lambda work: replace(work, sms_a_user=1.0), {}),
    Scenario("five times the photos", lambda work: replace(work, photos_gb=5 * work.photos_gb), {}),
    Scenario("half of the requests write", lambda work: replace(work, writes=0.5), {}),
    Scenario("5 messages of the coach a user", _with_messages(5), {}),
    Scenario("10 messages of the coach a user", _with_messages(10), {}),
    Scenario("30 messages of the coach a user", _with_messages(30), {}),
    Scenario("models cost half", _same, {"bedrock": 0.5}),
    Scenario("models cost twice", _same, {"bedrock": 2.0}),
    Scenario("DynamoDB costs twice", _same, {"dynamodb.": 2.0}),
    Scenario("CloudFront costs twice", _same, {"cloudfront.": 2.0}),
)


def sensitivity(users: int, profile: Profile, prices: Prices) -> Iterator[tuple[Scenario, Compared]]:
    for scenario in SCENARIOS:
        changed = prices.times(scenario.factors)
        yield scenario, compare(users, profile, changed, scenario.change(like_reference(users)))


def most_messages(users: int, profile: Profile, prices: Prices) -> float:
    """Return how many messages of the coach a user may have in a month for the goal to hold; 0 where it never does.

    The reference's side stays as printed, though its 5,000 tokens a user pay for a third of one such message's prompt.
    """
    nothing = compare(users, profile, prices, _with_messages(0)(like_reference(users)))
    room = GOAL * nothing.printed - nothing.ours.total
    ten = compare(users, profile, prices, _with_messages(10)(like_reference(users))).ours.total
    each = (ten - nothing.ours.total) / (10 * users)
    return max(0.0, room / users / each)


class Talking(NamedTuple):
    """US dollars a month where each user has one measured conversation of ten messages: theirs at their prices, ours."""

    theirs: float
    ours: float

    @property
    def share(self) -> float:
        return self.ours / self.theirs


def talking(users: int, profile: Profile, prices: Prices) -> Talking:
    """Compare a real conversation a user: the reference's table with its own $3 and $15 for the tokens it would read.

    Its 5,000 tokens a user are a third of the prompt of one message, with tools and what they return.
    """
    printed = reference.PRINTED[users]
    theirs = sum(printed.values()) - printed["Bedrock"] + users * conversation(prices).reference / 100
    ten = compare(users, profile, prices, _with_messages(MEASURED.conversation_messages)(like_reference(users)))
    return Talking(theirs, ten.ours.total)


class Conversation(NamedTuple):
    """US cents of a conversation of ten messages with its tools, as it was measured."""

    reference: float
    without: float
    ours: float


def conversation(prices: Prices) -> Conversation:
    """Price the measured conversation: by the reference's $3 and $15, by today's large model alone, and as we have it."""
    plain, each = MEASURED.plain, MEASURED.conversations
    theirs = (plain.input_tokens * 3.0 + plain.output_tokens * 15.0) / 1e6
    per = Usage(round(plain.input_tokens / each), round(plain.output_tokens / each))
    read, written = coach_tokens(MEASURED.messages)
    work = replace(like_reference(1_000), input_tokens=read, output_tokens=written)
    ours = bill("serverless", work, prices).by_service()["Bedrock"]
    return Conversation(100 * theirs / each, 100 * prices.model(LARGE, per), 100 * ours / each)


def same_tokens_in_messages(users: int, prices: Prices) -> float:
    """Return how many measured messages a user cost as much as the reference's tokens of a user do with us."""
    ours = bill("serverless", like_reference(users), prices).by_service()["Bedrock"] / users
    return ours / (conversation(prices).ours / 100 / MEASURED.conversation_messages)

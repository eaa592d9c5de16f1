"""Bills against sums worked out by hand, and the price table against what they ask of it."""

from dataclasses import replace

import pytest

from fitzen.cost import comparison, prices, profiles, reference, templates
from fitzen.cost.bill import Bill
from fitzen.cost.measured import LARGE
from fitzen.cost.prices import MissingPriceError, Price, Prices
from fitzen.cost.profiles import Basis, bill, tasks_needed
from fitzen.cost.templates import PROFILES, Profile
from fitzen.cost.workload import SIZES, coach_tokens, like_reference
from fitzen.infra.llm.base import Usage
from fitzen.jobs.table import JOBS


@pytest.fixture
def table() -> Prices:
    return prices.load()


def line(made: Bill, what: str) -> float:
    return next(each.usd for each in made.lines if each.what == what)


def test_every_price_is_asked_for_and_none_is_missing(table: Prices) -> None:
    for users in SIZES:
        reference.corrected(users, table)
        for profile in PROFILES:
            bill(profile, like_reference(users), table)
    assert {price.name for price in table} == table.asked


@pytest.mark.parametrize("profile", PROFILES)
def test_a_missing_price_is_named(table: Prices, profile: Profile) -> None:
    less = Prices({name: price for name, price in table.table.items() if name != "kms.key"})
    with pytest.raises(MissingPriceError, match=r"no price “kms\.key”"):
        bill(profile, like_reference(1_000), less)


def test_a_price_times_a_factor_that_does_not_exist_is_named(table: Prices) -> None:
    with pytest.raises(MissingPriceError, match="no price “gold”"):
        table.times({"gold": 2.0})


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("a\t1\tunit\t0\tread\t2026-11-26\t", "not whole"),
        ("a\t1\tunit\t0\tguessed\t2026-11-26\tx", "either read or recalled"),
        ("a\t1\tunit\t0\tread\t2026-11-26\tx\na\t1\tunit\t0\tread\t2026-11-26\tx", "twice"),
    ],
)
def test_a_price_without_a_source_is_no_price(row: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        prices.parse("\t".join(prices.HEADER) + "\n" + row)


def test_what_is_free_is_free_once() -> None:
    made = Bill("b", Prices({"p": Price("p", 2.0, "thing", 10.0, "read", "2026-11-26", "x")}))
    made.add("s", "first", "p", 8)
    made.add("s", "second", "p", 5)
    made.add("s", "third", "p", 1)
    assert [each.usd for each in made.lines] == [0.0, 6.0, 2.0]


def test_containers_by_hand(table: Prices) -> None:
    """Two tasks of the API and two of the coach, each of 0.5 vCPU and 1 GB, on Graviton: 28.83 dollars a month each pair."""
    made = bill("hybrid", like_reference(10_000), table)
    assert made.by_service()["Fargate"] == pytest.approx(2 * 28.835, abs=0.01)
    assert line(made, "public addresses of tasks") == pytest.approx(4 * 3.65)
    assert line(made, "ALB") == pytest.approx(16.425)


def test_tasks_by_hand() -> None:
    """5.525 ms of CPU a request: 100 a second keep 0.5525 vCPU busy, two tasks of 0.35 usable each."""
    basis = Basis(like_reference(1_000))
    assert basis.cpu_ms == pytest.approx(1.3 * (0.75 * 3.8 + 0.25 * 5.6))
    assert tasks_needed(1, 0, 0.5, basis) == 2
    assert tasks_needed(100, 0, 0.5, basis) == 2
    assert tasks_needed(1000, 0, 0.5, basis) == 16
    assert tasks_needed(0, 1000, 0.25, basis) == 10


def test_functions_by_hand(table: Prices) -> None:
    """100,000 users: 30 M requests of 29.1 ms and 14 ms of cold start in the mean, at 0.5 GB, and 892,127 answers of 8 s."""
    made = bill("serverless", like_reference(100_000), table)
    each_s = (5.525 / (512 / 1769) + 10) / 1000
    answers = 100_000_000 / (13_451 / 120)
    jobs = 86 * 24 * 30
    told = 1_000_000 + 100_000 * 60
    assert line(made, "requests") == pytest.approx((30 - 1) * 0.20)
    seconds = 30e6 * (each_s + 0.02 * 0.7) + answers * 8 + jobs * 0.2 + told * 3 * 5.525 / 1000 / (512 / 1769)
    assert made.by_service()["Lambda"] == pytest.approx(
        (29 + jobs / 1e6) * 0.20 + (seconds * 0.5 - 400_000) * 0.0000133334, rel=1e-6
    )


def test_dynamodb_by_hand(table: Prices) -> None:
    made = bill("hybrid", like_reference(100_000), table)
    assert line(made, "writes of people") == pytest.approx(30 * 0.25 * 19 * 0.625)
    assert line(made, "writes of jobs") == pytest.approx((100_000 * 60 * 7 + 1_000_000 * 21) / 1e6 * 0.625)
    gb = 30 * 0.25 * 12 * 0.8 * 3
    assert line(made, "data and indexes") == pytest.approx((gb - 25) * 0.25)
    assert line(made, "restore to any second") == pytest.approx(gb * 0.20)
    assert line(made, "vault and copy in another region") == pytest.approx(2 * gb * 0.10)


def test_the_coach_by_hand(table: Prices) -> None:
    """The measured conversations themselves, at the prices of the two models: 62 cents for the twelve."""
    read, written = coach_tokens(120)
    made = bill("serverless", replace(like_reference(1_000), input_tokens=read, output_tokens=written), table)
    large = (87_761 * 2.0 + 9_608 * 10.0 + 765_293 * 0.10 + 98_467 * 2.5) / 1e6
    small = (52_651 * 0.10 + 3_843 * 0.50 + 551_197 * 0.01 + 127_598 * 0.125) / 1e6
    assert line(made, "large model") == pytest.approx(large, rel=1e-3)
    assert line(made, "small model") == pytest.approx(small, rel=1e-3)
    assert large + small == pytest.approx(0.62294714)


def test_caching_and_routing_leave_18_percent(table: Prices) -> None:
    talk = comparison.conversation(table)
    assert talk.ours / talk.without == pytest.approx(0.178, abs=0.002)


def test_the_edge_by_hand(table: Prices) -> None:
    """100,000 users: 2 TB less the free one, 37.5 M requests less ten, a list of five rules of which one is Bot Control."""
    services = bill("hybrid", like_reference(100_000), table).by_service()
    assert services["CloudFront and WAF"] == pytest.approx(
        (2_000 - 1_024) * 0.085 + 27.5 * 1.00 + 5 + 5 + 37.5 * 0.60 + 10 + 27.5 * 1.00
    )


def test_pieces_are_paid_by_profile(table: Prices) -> None:
    """What the templates have costs the same whoever comes; the cache is where the templates have one."""
    for profile in PROFILES:
        few, many = (bill(profile, like_reference(users), table) for users in (1, 100_000))
        assert {line(each, "KMS keys") for each in (few, many)} == {templates.load()[profile]["kms.key"] * 1.0}
    caches = {profile: bill(profile, like_reference(1), table).by_service()["API Gateway"] for profile in PROFILES}
    assert caches["hybrid"] - caches["serverless"] == pytest.approx(730 * 0.020)


def test_bots_are_in_the_bill_where_they_are_in_the_templates(table: Prices) -> None:
    asked = {
        profile: "Bot Control" in {each.what for each in bill(profile, like_reference(1), table).lines}
        for profile in PROFILES
    }
    assert asked == {"serverless": False, "hybrid": True, "kubernetes": True}


def test_ones_own_sms_are_paid_with_the_carriers_fee(table: Prices) -> None:
    made = bill("hybrid", replace(like_reference(100_000), sms_a_user=1.0), table)
    assert line(made, "SMS") + line(made, "SMS: carriers") == pytest.approx(1001.0)


def test_more_of_anything_costs_no_less(table: Prices) -> None:
    work = like_reference(50_000)
    for profile in PROFILES:
        base = bill(profile, work, table).total
        for name in ("requests_day", "input_tokens", "output_tokens", "pushes", "photos_gb", "transfer_gb", "peak"):
            more = replace(work, **{name: 3 * getattr(work, name)})
            assert bill(profile, more, table).total >= base, (profile, name)


def test_each_run_of_a_job_is_a_trace_where_lambda_runs_it(table: Prices) -> None:
    each = {"*": 60, "*/5": 12, "1-59/5": 12, "17": 1, "37": 1}
    assert sum(each[job.minutes] for job in JOBS.values()) == profiles.RUNS_AN_HOUR
    traced: dict[Profile, int] = {"serverless": 61_920, "hybrid": 61_920, "kubernetes": 0}
    for profile, jobs in traced.items():
        lines = [each for each in bill(profile, like_reference(10_000), table).lines if each.price == "xray.traces"]
        assert 1e6 * sum(each.quantity for each in lines) == pytest.approx(150_000 + jobs)


def test_models_are_priced_by_the_table_of_the_budgets(table: Prices) -> None:
    assert table.model(LARGE, Usage(1_000_000, 0)) == 2.0
    assert table.times({"bedrock": 3.0}).model(LARGE, Usage(1_000_000, 0)) == 6.0

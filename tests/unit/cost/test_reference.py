"""The reference's tables, again from its own assumptions, and ours beside them."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest
from click.testing import CliRunner

from fitzen.cli import main
from fitzen.cost import comparison, prices, reference
from fitzen.cost.templates import Profile
from fitzen.cost.workload import SIZES, coach_tokens, like_reference

WRONG_BY_ITS_OWN = {
    1_000: {"S3", "SNS"},
    10_000: {"S3", "Cognito", "SNS", "Lambda"},
    100_000: {"S3", "Cognito", "Lambda"},
}


@pytest.mark.parametrize("users", SIZES)
def test_its_sums_are_right(users: int) -> None:
    assert sum(reference.PRINTED[users].values()) == pytest.approx(reference.PRINTED_TOTAL[users], abs=0.5)


@pytest.mark.parametrize("users", SIZES)
def test_its_own_assumptions_give_its_lines_but_for_those_that_are_wrong(users: int) -> None:
    own, printed = reference.again(users), reference.PRINTED[users]
    assert {service for service in printed if own[service] != pytest.approx(printed[service], abs=0.005)} == (
        WRONG_BY_ITS_OWN[users]
    )


def test_lines_as_they_should_be_by_hand() -> None:
    right = reference.corrected(100_000, prices.load()).by_service()
    assert right["Cognito"] == pytest.approx(90_000 * 0.015)
    assert right["SNS"] == pytest.approx(0 + 100_000 * (0.00581 + 0.0042) + 2.0)
    assert right["Fargate"] == pytest.approx(10 * 730 * (0.5 * 0.04048 + 0.004445))
    assert right["NAT"] == pytest.approx(2 * 730 * 0.045 + 500 * 4 / 1000 * 0.045)
    assert right["Bedrock"] == pytest.approx(500 * 2.0 + 100 * 10.0)
    assert right["WAF"] == pytest.approx(5 + 6 + 35 * 0.60 + 10 + 25 * 1.0)
    assert right["X-Ray"] == pytest.approx((2.592 + 0.05 * (30 - 2.592) - 0.1) * 5)


@pytest.mark.parametrize("users", SIZES)
def test_every_line_says_why(users: int) -> None:
    found = reference.findings(users, prices.load())
    missing = {each.service for each in found if each.printed is None}
    assert {"NAT", "Load balancer", "Public IPv4", "Between zones", "KMS", "CloudTrail", "X-Ray"} <= missing
    assert all(each.why for each in found)


@pytest.mark.parametrize(("users", "profile"), comparison.COMPARED)
def test_the_goal_is_reached_and_the_savings_add_up(users: int, profile: Profile) -> None:
    table = prices.load()
    found = comparison.compare(users, profile, table)
    assert found.reached
    assert sum(saving.usd for saving in comparison.savings(found, table)) == pytest.approx(
        found.corrected - found.ours.total
    )


@pytest.mark.parametrize(("users", "profile"), comparison.COMPARED)
def test_the_goal_holds_up_to_so_many_messages(users: int, profile: Profile) -> None:
    table = prices.load()
    most = comparison.most_messages(users, profile, table)
    read, written = coach_tokens(most * users)
    work = replace(like_reference(users), input_tokens=read, output_tokens=written)
    assert comparison.compare(users, profile, table, work).share == pytest.approx(0.5, abs=0.005)


def test_a_real_conversation_a_user_by_hand() -> None:
    """Twelve conversations read 1,682,973 tokens and write 13,451: 43.76 cents each at $3 and $15."""
    table = prices.load()
    cents = (1_682_973 * 3 + 13_451 * 15) / 12 / 1e4
    talk = comparison.talking(10_000, "hybrid", table)
    assert talk.theirs == pytest.approx(619.70 - 300 + 10_000 * cents / 100)
    assert comparison.conversation(table).reference == pytest.approx(cents)
    assert talk.share < 0.5
    assert comparison.same_tokens_in_messages(10_000, table) == pytest.approx(1.70, abs=0.01)


def run(*arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(main, ["cost", *arguments])
    assert result.exit_code == status, result.output
    return result.output


def test_the_tables_are_printed() -> None:
    assert "the large model alone" in run("compare")
    assert "Cognito" in run("reference", "--users", "100000")
    assert "an SMS a user" in run("sensitivity", "--users", "10000")
    assert "recalled" in run("prices")
    assert run("bill", "--users", "5000", "--profile", "kubernetes").splitlines()[-1].startswith("Sum")


def test_json_has_the_same_sums() -> None:
    sizes = json.loads(run("compare", "--json"))["sizes"]
    bill = json.loads(run("bill", "--users", "100000", "--profile", "hybrid", "--json"))
    assert bill["usd_month"] == sizes[2]["ours"] == pytest.approx(sum(each["usd"] for each in bill["lines"]), abs=0.01)
    table = json.loads(run("reference", "--json"))["1000"]
    assert sum(each["printed"] or 0 for each in table) == pytest.approx(87.15)
    assert {each["known"] for each in json.loads(run("prices", "--json"))} == {"read", "recalled"}
    assert json.loads(run("sensitivity", "--json"))["scenarios"][0]["share_of_printed"] == sizes[0]["share_of_printed"]


def test_ones_own_use_and_prices() -> None:
    def usd(*more: str) -> float:
        return float(json.loads(run("bill", "--json", *more))["usd_month"])

    assert usd("--messages", "30") > usd("--messages", "3") > usd("--messages", "0")
    assert usd("--price", "bedrock=2") > usd() > usd("--price", "cloudfront.=0", "--price", "waf.=0")
    assert "no price “gold”" in run("bill", "--price", "gold=2", status=1)
    assert "is not a price times a number" in run("bill", "--price", "bedrock=-2", status=2)


def test_nothing_of_aws_is_loaded() -> None:
    code = "import sys, fitzen.cost.comparison; print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert "fitzen.cost.profiles" in loaded
    assert "boto" not in loaded

"""What `fitzen cost` takes for granted is what the templates have."""

import pytest

from counted import pieces
from fitzen.cost import templates


@pytest.mark.parametrize("profile", templates.PROFILES)
def test_the_bill_is_of_what_is_deployed(profile: templates.Profile) -> None:
    """Write the table again by `make cdk-count`, and docs/cost.md with it."""
    kept = {name: count for name, count in templates.load()[profile].items() if count}
    assert {name: count for name, count in pieces(profile).items() if count} == kept


def test_what_a_switch_adds_is_counted() -> None:
    without, knows = pieces("serverless"), pieces("serverless", bot_control="on")
    assert (without["waf.bot"], knows["waf.bot"]) == (0, 1)
    assert knows["waf.rule"] == without["waf.rule"] + 1

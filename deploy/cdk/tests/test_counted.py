"""What `fitzen cost` takes for granted is what the templates have."""

from collections.abc import Callable

import pytest
from aws_cdk import App

from counted import pieces
from fitzen.cost import templates

type Applications = Callable[..., App]


@pytest.mark.parametrize("profile", templates.PROFILES)
def test_the_bill_is_of_what_is_deployed(application: Applications, profile: templates.Profile) -> None:
    """Write the table again by `make cdk-count`, and docs/cost.md with it."""
    kept = {name: count for name, count in templates.load()[profile].items() if count}
    assert {name: count for name, count in pieces(application(profile=profile)).items() if count} == kept


def test_what_a_switch_adds_is_counted(application: Applications) -> None:
    without, knows = pieces(application()), pieces(application(profile="serverless", bot_control="on"))
    assert (without["waf.bot"], knows["waf.bot"]) == (0, 1)
    assert knows["waf.rule"] == without["waf.rule"] + 1

"""Every alarm of every deployment has its runbook, and every runbook its alarm."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from aws_cdk.assertions import Template

from check import DEPLOYMENTS

RUNBOOKS = Path(__file__).parents[3] / "docs" / "runbooks.md"
LINK = re.compile(r"\bRunbook: docs/runbooks\.md#(\w+)$")


@pytest.fixture(scope="module")
def alarms(templates: Callable[[str], Mapping[str, Template]]) -> Sequence[Mapping[str, Any]]:
    return [
        each["Properties"]
        for name in DEPLOYMENTS
        for stack in templates(name).values()
        for each in stack.find_resources("AWS::CloudWatch::Alarm").values()
    ]


def test_each_alarm_that_tells_somebody_names_a_runbook_and_each_runbook_is_named(
    alarms: Sequence[Mapping[str, Any]],
) -> None:
    told = [each for each in alarms if each.get("AlarmActions")]
    without = {str(each["AlarmName"]) for each in told if not LINK.search(each["AlarmDescription"])}
    assert not without
    of_alarms, _, _ = RUNBOOKS.read_text().partition("\n# Without an alarm")
    headings = {heading.lower() for heading in re.findall(r"^## (\w+)$", of_alarms, re.MULTILINE)}
    assert {found[1] for each in told if (found := LINK.search(each["AlarmDescription"]))} == headings


def test_how_bad_it_is_stands_in_both(alarms: Sequence[Mapping[str, Any]]) -> None:
    """An alarm of Observability says so in its name, its runbook in its first word."""
    text = RUNBOOKS.read_text()
    for each in alarms:
        if severity := re.search(r"observability-(critical|warning)-", str(each["AlarmName"])):
            anchor = each["AlarmDescription"].rpartition("#")[2]
            says = re.search(rf"^## {anchor}\n\n(\w+)", text, re.MULTILINE | re.IGNORECASE)
            assert says, anchor
            assert says[1].lower() == severity[1], each["AlarmName"]

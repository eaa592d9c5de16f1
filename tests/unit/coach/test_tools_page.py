"""The page of the tools is what the tools are, and says of each draft what its yes and its undo do."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from fitzen.cli import main
from fitzen.coach.tools import TOOLS
from fitzen.coach.tools_page import page

PAGE = Path(__file__).parents[3] / "docs" / "tools.md"


def test_it_is_up_to_date() -> None:
    """Write it again by `fitzen tools > docs/tools.md`."""
    assert PAGE.read_text(encoding="utf-8") == CliRunner().invoke(main, ["tools"]).output


@pytest.mark.parametrize("tool", TOOLS.values(), ids=lambda tool: tool.name)
def test_each_tool_is_there_with_its_arguments_and_what_it_writes(tool: object) -> None:
    (one,) = [each for each in TOOLS.values() if each is tool]
    text = page([one])
    assert f"### {one.name}\n" in text
    assert all(f"| `{name}` |" in text for name in one.arguments.model_fields)
    assert ("- undo:" in text) == (one.write is not None)
    assert "anything" not in text


def test_what_may_be_given_is_said_in_words() -> None:
    text = page([TOOLS["log_water"], TOOLS["set_goal"]])
    assert "| `amount` | a number; more than 0; at most 10,000 | required |" in text
    assert "| `unit` | ml, l, glass, cup, oz | required |" in text
    assert "| `target_value` | a number or text; 40 characters at most | required |" in text

"""Runbooks are whole, and every link between our documents leads somewhere; each alarm's is looked for in deploy/cdk/tests."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ["runbooks", "disaster-recovery", "deploy-aws", "hipaa", "gdpr", "aws"]
LINK = re.compile(r"\]\(([\w./-]*)(#[\w-]+)?\)")


def anchors(path: Path) -> set[str]:
    """The headings as a link names them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_each_critical_runbook_says_what_it_means_what_to_do_and_what_not() -> None:
    for section in (ROOT / "docs" / "runbooks.md").read_text().split("\n## ")[1:]:
        if "\nCritical" in section:
            for word in ("For people:", "Look:", "Do:", "Do not:"):
                assert f"**{word}**" in section, (section.splitlines()[0], word)


@pytest.mark.parametrize("name", DOCS)
def test_links_lead_somewhere(name: str) -> None:
    page = ROOT / "docs" / f"{name}.md"
    for file, anchor in LINK.findall(page.read_text()):
        target = page.parent / file if file else page
        assert target.exists(), (name, file)
        if anchor:
            assert anchor[1:] in anchors(target), (name, file, anchor)


@pytest.mark.parametrize("name", DOCS)
def test_what_is_named_is_there(name: str) -> None:
    """Paths of ours in code marks, and commands of `fitzen`."""
    from fitzen.cli import main

    text = (ROOT / "docs" / f"{name}.md").read_text()
    for path in re.findall(r"`((?:tests|src|deploy|benchmarks|tools|docs)/[\w./-]+)`", text):
        assert (ROOT / path).exists(), (name, path)
    for command in re.findall(r"(?<![\w/-])fitzen ([a-z]+)\b(?= [-a-z<./A-Z]|`|$)", text):
        assert command in main.commands, (name, command)

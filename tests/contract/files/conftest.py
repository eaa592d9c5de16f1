"""The stores of files that the one contract suite runs over; another is one more row."""

from pathlib import Path

import pytest

from fitzen.infra.files.base import Files
from fitzen.infra.files.local import LocalFiles


@pytest.fixture(params=["local"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> Files:
    return {
        "local": lambda: LocalFiles(tmp_path / "made" / "when needed", "a secret of the tests, and of nothing else")
    }[request.param]()

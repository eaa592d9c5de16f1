"""The stores of files that the one contract suite runs over; another is one more row."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.fixtures.buckets import REGION

from fitzen.infra.files.base import Files
from fitzen.infra.files.local import LocalFiles
from fitzen.infra.files.s3 import S3Files


@pytest.fixture
def bucket(make_bucket: Callable[[], str]) -> str:
    return make_bucket()


@pytest.fixture
def s3_files(s3_endpoint: str, bucket: str) -> Iterator[S3Files]:
    files = S3Files(bucket, REGION, s3_endpoint)
    yield files
    files.close()


@pytest.fixture
def local_files(tmp_path: Path) -> LocalFiles:
    return LocalFiles(tmp_path / "made" / "when needed", ["a secret of the tests, and of nothing else"])


@pytest.fixture(params=["local_files", "s3_files"], ids=["local", "s3"])
def files(request: pytest.FixtureRequest) -> Files:
    made: Files = request.getfixturevalue(request.param)
    return made

"""What tests of every kind share: the servers that they run against, and how random tests are run."""

import gc

from hypothesis import HealthCheck, settings

pytest_plugins = [
    "tests.fixtures.buckets",
    "tests.fixtures.ministack",
    "tests.fixtures.pools",
    "tests.fixtures.postgres",
    "tests.fixtures.redis",
    "tests.fixtures.secret_manager",
    "tests.fixtures.stores",
]
"""DynamoDB and S3 over the wire: ministack, in an environment of its own that uv makes (its botocore is not ours).
PostgreSQL: a server that comes as a package. Redis: the system's."""

# A busy machine is no failure: time is measured by `make bench`. What failed can be run again by what is printed.
settings.register_profile(
    "fitzen", settings.default, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("fitzen")

GARBAGE_OBJECTS = 20_000
"""The interpreter looks for garbage after 2,000 new objects, and through a million that the tests' own making keeps."""


def pytest_collection_finish() -> None:
    """Take what was collected out of the search for garbage: it took a second of whichever test met it, 34 times."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE_OBJECTS, 10, 10)

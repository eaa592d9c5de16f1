"""What tests of every kind share: the servers that they run against."""

pytest_plugins = ["tests.fixtures.ministack", "tests.fixtures.postgres", "tests.fixtures.stores"]
"""DynamoDB over the wire: ministack, in an environment of its own that uv makes (its botocore is not ours). PostgreSQL:
a server that comes as a package."""

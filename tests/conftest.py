"""What tests of every kind share: the servers that they run against."""

pytest_plugins = ["tests.fixtures.ministack"]

"""Sessions are kept for their owner only, one a server."""

import os
import stat
from pathlib import Path

import pytest

from fitzen import config
from fitzen.chatting.sessions import Kept, SessionFile
from fitzen.chatting.signing_in import Address


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fitzen" / "session.json"


def test_only_the_owner_can_read_it_whatever_the_umask(path: Path) -> None:
    before = os.umask(0)
    try:
        SessionFile(path).keep("http://a", Kept("secret"))
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_file_that_others_could_read_is_replaced(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("{}")
    path.chmod(0o644)
    SessionFile(path).keep("http://a", Kept("secret"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["session.json"]


def test_each_server_has_its_own(path: Path) -> None:
    file = SessionFile(path)
    file.keep("http://a", Kept("one", ("ana@example.com",)))
    file.keep("http://b", Kept("two"))
    file.forget("http://b")
    file.forget("http://c")
    assert file.read("http://a") == Kept("one", ("ana@example.com",))
    assert file.read("http://b") is None


@pytest.mark.parametrize("content", ["", "[]", "{", '{"http://a": 1}', '{"http://a": {"refresh_token": "x"}}'])
def test_a_spoiled_file_keeps_nothing_and_can_be_written_again(path: Path, content: str) -> None:
    path.parent.mkdir()
    path.write_text(content)
    file = SessionFile(path)
    assert file.read("http://a") is None
    file.keep("http://a", Kept("new"))
    assert file.read("http://a") == Kept("new")


def test_where_it_is_kept() -> None:
    assert config.user_config_dir({"XDG_CONFIG_HOME": "/x"}) == Path("/x/fitzen")
    assert config.user_config_dir({"XDG_CONFIG_HOME": "relative"}) == Path.home() / ".config" / "fitzen"
    assert config.user_config_dir({}) == Path.home() / ".config" / "fitzen"


@pytest.mark.parametrize(
    ("typed", "other", "same"),
    [
        (Address("email", "Ana@Example.com"), "ana@example.com", True),
        (Address("email", "ana@example.com"), "bana@example.com", False),
        (Address("phone", "+34 612 345 678"), "+34612345678", True),
        (Address("phone", "0612 345 678"), "+34612345678", True),
        (Address("phone", "612345678"), "+34612345678", True),
        (Address("phone", "+12345678"), "+34612345678", False),
        (Address("phone", "612345679"), "+34612345678", False),
        (Address("phone", "678"), "+34612345678", False),
        (Address("phone", "612345"), "a612345@x.612345", False),
        (Address("phone", "abc"), "+34612345678", False),
    ],
)
def test_an_address_as_it_was_typed(typed: Address, other: str, same: bool) -> None:
    assert typed.is_one_of(["x", other]) is same

"""What every adapter of Messages does; another provider is one more row of `ADAPTERS`."""

import json
import multiprocessing
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.fixtures.api import together

from fitzen.infra.messages.base import DeadTokenError, Message, Messages
from fitzen.infra.messages.local import DEAD, Inbox


class Sent(NamedTuple):
    to: str
    text: str
    subject: str | None


class Adapter(NamedTuple):
    """`build` makes one for a channel, `sent` reads what arrived, `dead` is a token that the service does not know."""

    name: str
    build: Callable[[Path, str], Messages]
    sent: Callable[[Path], list[Sent]]
    dead: str


def _inbox(folder: Path, channel: str) -> Messages:
    return Inbox(folder / "box" / "inbox.jsonl", channel)


def _in_inbox(folder: Path) -> list[Sent]:
    items = Inbox(folder / "box" / "inbox.jsonl", "any").read()
    return [Sent(item["to"], item["text"], item.get("subject")) for item in reversed(items)]


ADAPTERS = [Adapter("inbox", _inbox, _in_inbox, f"{DEAD}token")]
CHANNELS = {"sms": "+34612345678", "email": "ana@example.com", "push": "ExponentPushToken[a]"}


@pytest.fixture(params=ADAPTERS, ids=lambda adapter: adapter.name)
def adapter(request: pytest.FixtureRequest) -> Adapter:
    chosen: Adapter = request.param
    return chosen


@pytest.fixture(params=CHANNELS)
def channel(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def test_a_message_arrives_as_it_was_sent(adapter: Adapter, channel: str, tmp_path: Path) -> None:
    messages = adapter.build(tmp_path, channel)
    messages.ping()
    text = 'Zwölf "Kniebeugen"\nund mehr 💪\u2028hier'
    messages.send(Message(CHANNELS[channel], text, "Los", "k1", {"url": "/reminders/1"}))
    assert adapter.sent(tmp_path) == [Sent(CHANNELS[channel], text, "Los")]


def test_a_key_makes_a_repeated_send_one_delivery(adapter: Adapter, channel: str, tmp_path: Path) -> None:
    to = CHANNELS[channel]
    for _ in range(3):
        adapter.build(tmp_path, channel).send(Message(to, "once", key="a"))
    adapter.build(tmp_path, channel).send(Message(to, "another", key="b"))
    adapter.build(tmp_path, channel).send(Message(f"{to}1", "another receiver", key="a"))
    assert [sent.text for sent in adapter.sent(tmp_path)] == ["once", "another", "another receiver"]


def test_without_a_key_each_is_a_message(adapter: Adapter, channel: str, tmp_path: Path) -> None:
    for _ in range(2):
        adapter.build(tmp_path, channel).send(Message(CHANNELS[channel], "again"))
    assert len(adapter.sent(tmp_path)) == 2


def test_of_many_sends_of_a_key_at_once_one_arrives(adapter: Adapter, channel: str, tmp_path: Path) -> None:
    send = adapter.build(tmp_path, channel).send
    together(*([lambda: send(Message(CHANNELS[channel], "once", key="a"))] * 8))
    assert len(adapter.sent(tmp_path)) == 1


def test_a_dead_token_is_said_to_be_dead(adapter: Adapter, tmp_path: Path) -> None:
    with pytest.raises(DeadTokenError):
        adapter.build(tmp_path, "push").send(Message(adapter.dead, "hello"))
    assert adapter.sent(tmp_path) == []


def _send_many(folder: str, first: int) -> None:
    box = Inbox(Path(folder) / "inbox.jsonl", "push")
    for number in range(first, first + 40):
        box.send(Message("token", "x" * 200, key=f"{number}"))


def test_the_inbox_takes_many_processes_and_loses_nothing_while_it_is_trimmed(tmp_path: Path) -> None:
    """Two of them send the same forty; and meanwhile the file is trimmed to more than there is, again and again."""
    spawn = multiprocessing.get_context("spawn")
    senders = [spawn.Process(target=_send_many, args=(str(tmp_path), first)) for first in (0, 0, 40)]
    box = Inbox(tmp_path / "inbox.jsonl", "push")
    for sender in senders:
        sender.start()
    while any(sender.is_alive() for sender in senders):
        box.trim(keep=100)
        senders[0].join(0.01)
    for sender in senders:
        sender.join()
    keys: list[Any] = [item["key"] for item in box.read(1000)]
    assert sorted(keys, key=int) == [str(number) for number in range(80)]


def test_trimming_keeps_the_newest(tmp_path: Path) -> None:
    box = Inbox(tmp_path / "inbox.jsonl", "sms")
    assert box.trim() == 0
    for number in range(10):
        box.send(Message("+1", str(number)))
    assert (box.trim(keep=4), box.trim(keep=4)) == (6, 0)
    assert [item["text"] for item in box.read()] == ["9", "8", "7", "6"]
    assert all(json.loads(line) for line in (tmp_path / "inbox.jsonl").read_text().splitlines())
    assert (tmp_path / "inbox.jsonl").stat().st_mode & 0o777 == 0o600

"""What every adapter of Messages does; another provider is one more row of `adapter` (conftest.py)."""

import json
import multiprocessing
from pathlib import Path
from typing import Any

import pytest
from tests.contract.messages.conftest import TO, Adapter, Sent
from tests.fixtures.api import together

from fitzen.infra.messages.base import DeadTokenError, Message, send_many
from fitzen.infra.messages.local import Inbox


def test_a_message_arrives_as_it_was_sent(adapter: Adapter) -> None:
    messages = adapter.build()
    messages.ping()
    text = 'Zwölf "Kniebeugen"\nund mehr 💪\u2028hier\n.\n.und <b>so</b> & weiter = 3D'
    link = "https://fitzen.example/api/mail/unsubscribe?user_id=ana&key=k"
    messages.send(Message(TO[adapter.channel][0], text, "Los, Größe 💪", "k1", {"url": "/reminders/1"}, link))
    subject = "Los, Größe 💪" if adapter.subjects else None
    assert adapter.sent() == [Sent(TO[adapter.channel][0], text, subject)]


def test_a_key_makes_a_repeated_send_one_delivery_where_the_provider_can(adapter: Adapter) -> None:
    first, second = TO[adapter.channel]
    for _ in range(3):
        adapter.build().send(Message(first, "once", key="a"))
    adapter.build().send(Message(first, "another", key="b"))
    adapter.build().send(Message(second, "another receiver", key="a"))
    expected = ["once"] * (1 if adapter.once else 3) + ["another", "another receiver"]
    assert sorted(sent.text for sent in adapter.sent()) == sorted(expected)


def test_without_a_key_each_is_a_message(adapter: Adapter) -> None:
    for _ in range(2):
        adapter.build().send(Message(TO[adapter.channel][0], "again"))
    assert len(adapter.sent()) == 2


def test_many_sends_at_once_by_one_adapter_all_arrive(adapter: Adapter) -> None:
    send = adapter.build().send
    to = TO[adapter.channel][0]
    together(*(lambda number=number: send(Message(to, f"{number}", key=f"{number}")) for number in range(8)))
    assert sorted(sent.text for sent in adapter.sent()) == sorted(f"{number}" for number in range(8))


def test_of_many_sends_of_a_key_at_once_one_arrives(adapter: Adapter) -> None:
    send = adapter.build().send
    together(*([lambda: send(Message(TO[adapter.channel][0], "once", key="a"))] * 8))
    assert len(adapter.sent()) == (1 if adapter.once else 8)


@pytest.mark.parametrize("adapter", ["inbox-push", "expo"], indirect=True)
def test_a_dead_token_is_said_to_be_dead(adapter: Adapter) -> None:
    with pytest.raises(DeadTokenError):
        adapter.build().send(Message(adapter.dead, "hello"))
    assert adapter.sent() == []


def test_many_at_once_are_each_answered(adapter: Adapter) -> None:
    first, second = TO[adapter.channel]
    given = [Message(adapter.dead, "nobody")] * bool(adapter.dead) + [Message(first, "one"), Message(second, "two")]
    handed = send_many(adapter.build(), given)
    assert [type(each.error) for each in handed] == [DeadTokenError] * bool(adapter.dead) + [type(None)] * 2
    assert [(sent.to, sent.text) for sent in adapter.sent()] == [(first, "one"), (second, "two")]


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

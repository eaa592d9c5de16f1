"""What has expired goes; what has not, stays."""

from datetime import timedelta

from tests.fixtures.api import Client, MovableClock
from tests.fixtures.chat import say

from fitzen.infra.base import Infra
from fitzen.infra.messages.base import Message
from fitzen.infra.storage.base import Put
from fitzen.jobs import cleanup


def test_what_has_expired_is_removed_and_nothing_else(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    say(signed_in, "hello")
    owner = signed_in.user_id
    for number in range(1200):
        infra.store.write([Put("sys:test", "counter", f"{number}", "{}", clock.now, expires_at=clock.now)])
    infra.store.write([Put(owner, "note", "kept", "{}", clock.now, expires_at=clock.now + timedelta(days=365))])
    report = cleanup.run(infra, clock.now)
    assert (report.counts["expired"], report.more) == (1200, False)
    assert cleanup.run(infra, clock.now).counts["expired"] == 0
    clock.advance(days=91)
    assert cleanup.run(infra, clock.now).counts["expired"] > 0
    assert infra.chat_store.list(owner, "message").items == []
    assert infra.store.get(owner, "note", "kept") is not None
    assert infra.store.get(owner, "user", owner) is not None


def test_the_inbox_keeps_the_newest(infra: Infra, clock: MovableClock) -> None:
    for number in range(1003):
        infra.sms.send(Message("+1", str(number)))
    assert cleanup.run(infra, clock.now).counts["messages"] == 3
    assert infra.inbox is not None
    assert len(infra.inbox.read(2000)) == 1000

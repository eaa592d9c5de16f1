"""Answer messages, show the conversation, and carry out what was confirmed.

Chats live in a Store of their own by configuration. What has a conversation (tools, screen, grounding: half of all
imports) is loaded with the first message, or by `warm_up`.
"""

from collections.abc import Generator, Iterator
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING, Any

from fitzen import entities
from fitzen.coach import budget
from fitzen.coach.chats import ACTION, CHAT, MESSAGE
from fitzen.coach.models import ChatMessageIn, ForgetQuery, HistoryQuery
from fitzen.coach.streams import StreamEvent, apart
from fitzen.errors import ConflictError
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Delete, Page, Put, Record
from fitzen.records import Json, dumps, load, loads, run_again
from fitzen.users.service import profile
from fitzen.web.answers import ListQuery

if TYPE_CHECKING:
    from fitzen.coach.toolbox import Write


class UndoneError(ConflictError):
    """What was undone is not done again under the same action."""

    title = "This was undone"

    def __init__(self) -> None:
        super().__init__("This was undone. Ask the coach again if you want it after all.")


def send(infra: Infra, user_id: str, body: ChatMessageIn, now: datetime) -> Generator[StreamEvent | None]:
    """Answer a message, event by event, None in silence; closing this stops the model and keeps what was said so far.

    Raises ConflictError, GoneError, StillRunningError before the first event; UnavailableError when the model fails.
    """
    from fitzen.coach.conversation import Conversation

    conversation = Conversation(infra, user_id, body, now)
    if (answered := conversation.begin()) is not None:
        yield from _told_again(answered)
        return
    with closing(apart(conversation.answer())) as events:
        for event in events:
            if event is None:
                conversation.keep_lease()
            yield event


def warm_up() -> None:
    """Read what the coach is made of, and understands and looks up with, a second of work, so that no first message waits for it."""
    import fitzen.coach.conversation  # noqa: F401 - for later
    from fitzen.coach.builtin import BuiltinCoach
    from fitzen.coach.knowledge.index import search
    from fitzen.coach.tools import TOOLS
    from fitzen.infra.llm.base import Budget, ToolSpec, Turn

    tools = [ToolSpec(tool.name, tool.description, {}) for tool in TOOLS.values()]
    for text in ("how is my bench press going?", "is creatine safe?", "I had two eggs and toast"):
        list(BuiltinCoach().stream([Turn("user", text)], tools, Budget()))
    search("creatine")


def _told_again(message: Json) -> Iterator[StreamEvent]:
    yield StreamEvent("start", {"message_id": message["id"], "chat_id": message["chat_id"]})
    yield StreamEvent("delta", {"text": message["text"]})
    for card in message["cards"]:
        yield StreamEvent("card", card)
    yield StreamEvent("done", {"message": message})


def answer(infra: Infra, user_id: str, body: ChatMessageIn, now: datetime) -> Json:
    """Answer a message at once, with the whole answer."""
    last: Json = {}
    for event in send(infra, user_id, body, now):
        last = event.data if event else last
    message: Json = last["message"]
    return message


def history(infra: Infra, user_id: str, query: HistoryQuery) -> Page:
    """Return messages, newest first, of one chat or all."""
    return entities.listed(infra.chat_store, MESSAGE, user_id, query, query.chat_id)


def chats(infra: Infra, user_id: str, query: ListQuery) -> Page:
    return entities.listed(infra.chat_store, CHAT, user_id, query)


def forget(infra: Infra, user_id: str, query: ForgetQuery) -> None:
    """Delete the messages of one chat, or of all, in batches; what was logged stays."""
    store = infra.chat_store
    while page := store.list(user_id, MESSAGE, group=query.chat_id, limit=90).items:
        store.write([Delete(user_id, MESSAGE, record.id, record.version) for record in page])
    while listed := [
        record for record in store.list(user_id, CHAT, limit=90).items if query.chat_id in (None, record.id)
    ]:
        store.write([Delete(user_id, CHAT, record.id, record.version) for record in listed])


def usage(infra: Infra, user_id: str, now: datetime) -> Json:
    """Return what is used of a person's day and month, and what there is; see budget.py."""
    return budget.allowance(infra.chat_store, profile(infra.store, user_id), now)


def confirm(infra: Infra, user_id: str, action_id: str, now: datetime) -> Json:
    """Do what was proposed. The action's id is the id of what it writes, so that repeating it does nothing."""
    action = _action(infra, user_id, action_id)
    if action["status"] == "undone":
        raise UndoneError
    if action["status"] == "proposed":
        _write_of(action).do(infra.store, user_id, action_id, action["payload"], now)
    return _mark(infra, user_id, action_id, "done")


def undo(infra: Infra, user_id: str, action_id: str, now: datetime) -> Json:
    """Take back what was done."""
    action = _action(infra, user_id, action_id)
    if action["status"] == "proposed":
        raise ConflictError("This was not done yet, so there is nothing to undo.")
    if action["status"] == "done":
        _write_of(action).undo(infra.store, user_id, action_id, action["payload"], now)
    return _mark(infra, user_id, action_id, "undone")


def _write_of(action: Json) -> "Write":
    """Return what carries out an action. One that an older Fitzen proposed may have none any more."""
    from fitzen.coach.tools import TOOLS

    tool = TOOLS.get(action["tool"])
    if tool is None or tool.write is None:
        raise ConflictError("This proposal is too old to be carried out. Ask the coach again.")
    return tool.write


def _action(infra: Infra, user_id: str, action_id: str) -> Json:
    return loads(load(infra.chat_store, user_id, ACTION, action_id, "action").body)


@run_again
def _mark(infra: Infra, user_id: str, action_id: str, status: str) -> Json:
    """Write the status into the action and into the message that proposed it; undone is for good."""
    store = infra.chat_store
    record = load(store, user_id, ACTION, action_id, "action")
    action = loads(record.body)
    if action["status"] == "undone" and status == "done":
        raise UndoneError
    if action["status"] != status:
        action["status"] = status
        puts = [_again_put(record, action)]
        message = store.get(user_id, MESSAGE, action["message_id"])
        if message is not None:
            puts.append(_again_put(message, _with_status(loads(message.body), action_id, status)))
        store.write(puts)
    return {name: action[name] for name in ("id", "tool", "summary", "status")}


def _with_status(message: Json, action_id: str, status: str) -> Json:
    actions: list[dict[str, Any]] = message["actions"]
    return message | {"actions": [each | {"status": status} if each["id"] == action_id else each for each in actions]}


def _again_put(record: Record, body: Json) -> Put:
    return Put(*record[:3], dumps(body), record.at, record.version, group=record.group, expires_at=record.expires_at)

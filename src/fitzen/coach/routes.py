"""The routes of the conversation; an answer comes whole, or as a stream of events."""

from collections.abc import Generator
from contextlib import closing

from flask import Response, request

from fitzen.coach import memory, service
from fitzen.coach.memory import Memory, MemoryBody, MemoryIn
from fitzen.coach.models import Action, Chat, ChatMessageIn, ForgetQuery, HistoryQuery, Message, Usage
from fitzen.coach.streams import StreamEvent, stream
from fitzen.infra.telemetry.logs import REQUEST_ID
from fitzen.records import Json
from fitzen.web.answers import Answer, ListQuery, if_match, listing, made, nothing, one, page, plain
from fitzen.web.context import caller, infra, now
from fitzen.web.parsing import read_patch
from fitzen.web.problems import tell
from fitzen.web.routing import Blueprint, patches

chat = Blueprint("chat", tag="Coach")
EVENTS = "text/event-stream"
STREAM = {"description": "The answer.", "content": {EVENTS: {"schema": {"type": "string"}}}}


@chat.post("/api/chat/message")
@chat.input(ChatMessageIn)
@chat.output(Message)
@chat.doc(responses={200: STREAM})
def send_message(json_data: ChatMessageIn) -> Response:
    """Say something to the coach; the same `id` sent again gives the same answer.

    With `Accept: text/event-stream` it comes as events: start, delta, tool, card, done, error.
    """
    who = caller().user_id
    if EVENTS not in request.headers.get("Accept", ""):
        return plain(service.answer(infra(), who, json_data, now()))
    events = service.send(infra(), who, json_data, now())
    first = next(events)  # what is wrong with the request is said by its status, not within a stream
    request_id = str(request.environ.get(REQUEST_ID, ""))

    def problem(error: Exception) -> Json:
        return tell(error, request_id).body(request_id)

    def all_events() -> Generator[StreamEvent | None]:
        with closing(events):
            yield first
            yield from events

    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return Answer(stream(all_events(), problem), 200, headers, content_type=EVENTS)


@chat.get("/api/chat/history/<user_id>")
@chat.input(HistoryQuery, location="query")
@chat.output(listing(Message))
def list_messages(user_id: str, query_data: HistoryQuery) -> Response:
    """List messages, newest first, of one chat or all."""
    return page(service.history(infra(), user_id, query_data))


@chat.delete("/api/chat/history/<user_id>")
@chat.input(ForgetQuery, location="query")
@chat.doc(responses={204: "They are deleted; what was logged stays."})
def forget_messages(user_id: str, query_data: ForgetQuery) -> Response:
    """Delete the messages of one chat, or all."""
    service.forget(infra(), user_id, query_data)
    return nothing()


@chat.get("/api/chat/chats/<user_id>")
@chat.input(ListQuery, location="query")
@chat.output(listing(Chat))
def list_chats(user_id: str, query_data: ListQuery) -> Response:
    """List chats, the one with the latest message first."""
    return page(service.chats(infra(), user_id, query_data))


@chat.get("/api/chat/usage/<user_id>")
@chat.output(Usage)
def get_usage(user_id: str) -> Response:
    """Get what is used of the coach today and this month, and what there is."""
    return plain(service.usage(infra(), user_id, now()))


@chat.post("/api/chat/memory")
@chat.input(MemoryIn)
@chat.output(Memory, 201)
@chat.doc(responses={200: "It was noted before; here it is."})
def remember(json_data: MemoryIn) -> Response:
    """Tell the coach something to keep in mind; the same sent again is answered with what is stored."""
    return made(memory.remember(infra().store, caller().user_id, json_data, now()))


@chat.get("/api/chat/memory/<user_id>")
@chat.input(ListQuery, location="query")
@chat.output(listing(Memory))
def list_memories(user_id: str, query_data: ListQuery) -> Response:
    """List what the coach remembers, newest first."""
    return page(memory.list_memories(infra().store, user_id, query_data))


@chat.delete("/api/chat/memory/<user_id>")
@chat.doc(responses={204: "All of it is forgotten."})
def forget_everything(user_id: str) -> Response:
    """Forget everything that the coach remembers; what was logged and the profile stay."""
    memory.forget_all(infra().store, user_id)
    return nothing()


@chat.get("/api/chat/memory/<user_id>/<memory_id>")
@chat.output(Memory)
def get_memory(user_id: str, memory_id: str) -> Response:
    """Get one note."""
    return one(memory.get_memory(infra().store, user_id, memory_id))


@chat.patch("/api/chat/memory/<user_id>/<memory_id>")
@chat.output(Memory)
@patches(MemoryBody)
def patch_memory(user_id: str, memory_id: str) -> Response:
    """Change a note by JSON Merge Patch."""
    return one(memory.patch_memory(infra().store, user_id, memory_id, read_patch(), now(), if_match()))


@chat.delete("/api/chat/memory/<user_id>/<memory_id>")
@chat.doc(responses={204: "It is forgotten."})
def forget_memory(user_id: str, memory_id: str) -> Response:
    """Forget one note."""
    memory.forget(infra().store, user_id, memory_id, now(), if_match())
    return nothing()


@chat.post("/api/chat/actions/<action_id>/confirm")
@chat.output(Action)
def confirm_action(action_id: str) -> Response:
    """Do what the coach proposed; repeating it does nothing."""
    return plain(service.confirm(infra(), caller().user_id, action_id, now()))


@chat.post("/api/chat/actions/<action_id>/undo")
@chat.output(Action)
def undo_action(action_id: str) -> Response:
    """Take back what the coach did; repeating it does nothing."""
    return plain(service.undo(infra(), caller().user_id, action_id, now()))

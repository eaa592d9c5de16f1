"""What a coach keeps in mind of a person, when they ask for it, and what it has kept."""

from datetime import datetime

from fitzen.coach import memory
from fitzen.coach.memory import MemoryIn, Note
from fitzen.coach.toolbox import Draft, Result, Tool, ToolContext, Write
from fitzen.infra.storage.base import Store
from fitzen.records import Json, new_id
from fitzen.web.fields import Model


class RememberArgs(Model):
    """`note`: what to remember, in a sentence and in the person's words."""

    note: Note


def remember(context: ToolContext, args: RememberArgs) -> Result:
    """Draft a note; it is kept once the person confirms it."""
    draft = Draft(
        new_id(int(context.now.timestamp() * 1000)), "remember", f"Remember: {args.note}", {"text": args.note}
    )
    return Result({"draft": {"note": args.note}, "summary": draft.summary}, action=draft)


class RecallArgs(Model):
    """Nothing has to be said: all notes are read."""


def recall(context: ToolContext, args: RecallArgs) -> Result:  # noqa: ARG001 - as all tools are called
    """Read what the person asked to be kept in mind."""
    notes = memory.notes(context.store, context.user_id)
    return Result({"notes": notes}, [{"label": "What you asked me to remember", "ref": "memory"}] if notes else [])


def _do(store: Store, user_id: str, action_id: str, payload: Json, now: datetime) -> None:
    memory.remember(store, user_id, MemoryIn(id=action_id, text=payload["text"]), now)


def _undo(store: Store, user_id: str, action_id: str, _: Json, now: datetime) -> None:
    memory.forget(store, user_id, action_id, now)


TOOLS = (
    Tool(
        "remember",
        "Propose to remember something about the person for later chats, when they ask for it.",
        "Noting it down",
        RememberArgs,
        remember,
        Write(_do, _undo),
    ),
    Tool(
        "recall",
        "Read what is remembered about the person from earlier chats, when they ask what is known or kept of them.",
        "Looking at what I keep in mind",
        RecallArgs,
        recall,
    ),
)

"""What a coach may keep in mind of a person, when they ask for it."""

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
)

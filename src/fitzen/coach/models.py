"""A conversation as it is sent, stored and read."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from fitzen.web.answers import ListQuery
from fitzen.web.fields import Id, Model, Timestamp

Words = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True, pattern=r"^[^\x00]*$")]


class ChatMessageIn(Model):
    """What a person says. With an `id` of the client's the same can be sent again without being answered twice."""

    model_config = {"json_schema_extra": {"examples": [{"message": "How is my bench press going?"}]}}

    message: Words
    chat_id: Id | None = None
    id: Id | None = None


class Card(Model):
    """Something to look at: `type` says what `data` is."""

    type: str
    data: dict[str, Any]


class Action(Model):
    """What the coach would write, or has written once it was confirmed."""

    id: Id
    tool: str
    summary: str
    status: Literal["proposed", "done", "undone"]


class Source(Model):
    """Where a figure comes from, such as `workout:<id>`."""

    label: str
    ref: str


class Safety(Model):
    category: str
    level: Literal["notice", "ask", "stop"]


class UsageOut(Model):
    input_tokens: int
    output_tokens: int
    cached_tokens: int
    cost_usd: float
    cache_write_tokens: int = 0


class Message(Model):
    """One message of a chat, a person's or the coach's."""

    id: Id
    chat_id: Id
    sender: Literal["user", "coach"]
    text: str
    at: Timestamp
    cards: list[Card] = []
    actions: list[Action] = []
    sources: list[Source] = []
    safety: Safety | None = None
    usage: UsageOut | None = None
    interrupted: bool = False


class Chat(Model):
    id: Id
    title: str
    created_at: Timestamp
    updated_at: Timestamp
    earlier: Annotated[
        list[str], Field(description="A line for each turn before the last ones: what a model is told of them.")
    ] = []
    earlier_until: Timestamp | None = None


class Allowance(Model):
    """Tokens of a model that costs money: those that were used, and how many there are."""

    tokens: int
    limit: int


class Usage(Model):
    """What a person has used of the coach. Once it is used up, the built-in coach answers until `resets_at`."""

    day: Allowance
    month: Allowance
    resets_at: Timestamp


class HistoryQuery(ListQuery):
    chat_id: Id | None = None


class ForgetQuery(Model):
    chat_id: Annotated[Id | None, Field(description="Leave it out to forget every chat.")] = None

"""How a coach calls tools: typed arguments, the user injected by the server, results with their sources.

A tool that would write only drafts: its `action` is proposed, and written when the person confirms it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any, Literal, NamedTuple, cast
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from fitzen.coach.grounding.evidence import Evidence
from fitzen.coach.safety.data import plain_data
from fitzen.coach.schemas import compact
from fitzen.errors import FitzenError, InvalidError
from fitzen.infra.llm.base import ToolCall, ToolResult, ToolSpec
from fitzen.infra.storage.base import Store
from fitzen.records import Json, dumps
from fitzen.science.loading import lb_from_kg
from fitzen.users.models import Units
from fitzen.users.service import profile
from fitzen.web.parsing import parse_json


@dataclass(frozen=True, slots=True)
class Draft:
    """A write that waits for a yes: `payload` is what the service takes."""

    id: str
    tool: str
    summary: str
    payload: Json


@dataclass(frozen=True, slots=True)
class Result:
    """What a tool gives: `data` to the model, the rest to the person."""

    data: Json
    sources: Sequence[Json] = ()
    cards: Sequence[Json] = ()
    action: Draft | None = None
    failed: bool = False

    def for_model(self, call: ToolCall) -> ToolResult:
        """Return what the model is given: texts that people wrote are made plain (safety/data.py)."""
        return ToolResult(call.id, call.name, plain_data(self.data), self.failed)


@dataclass(frozen=True)
class ToolContext:
    """For whom and when a tool runs."""

    store: Store
    user_id: str
    now: datetime
    evidence: Evidence = field(default_factory=Evidence)
    """The figures that are known in this conversation so far."""

    @cached_property
    def profile(self) -> Json:
        return profile(self.store, self.user_id)

    @property
    def units(self) -> Units:
        return cast("Units", self.profile["units"])

    @property
    def unit(self) -> Literal["kg", "lb"]:
        return "lb" if self.units == "imperial" else "kg"

    @property
    def local_now(self) -> datetime:
        return self.now.astimezone(ZoneInfo(self.profile["time_zone"]))

    def weight(self, kilograms: float) -> float:
        """Return a weight in the person's unit, to one decimal place (kilograms to two: plates of 1.25 kg)."""
        return self.estimate(kilograms) if self.unit == "lb" else round(kilograms, 2)

    def estimate(self, kilograms: float) -> float:
        """Return an estimated weight in the person's unit, rounded once, to one decimal place."""
        return round(lb_from_kg(kilograms) if self.unit == "lb" else kilograms, 1)


class Write(NamedTuple):
    """How what a tool drafted is done once the person confirms it, and how it is taken back.

    Both take the store, the user, the action's id, the draft's payload, and now. `do` writes under the action's id, and
    both are safe to repeat: a crash may come between the write and the mark that it is done. What `undo` needs to put
    back what was there is in the payload, from when it was drafted.
    """

    do: Callable[[Store, str, str, Json, datetime], object]
    undo: Callable[[Store, str, str, Json, datetime], object]


class Tool(NamedTuple):
    """`doing` says to the person what happens while it runs; `write` is there for a tool that drafts."""

    name: str
    description: str
    doing: str
    arguments: type[BaseModel]
    run: Callable[[ToolContext, Any], Result]
    write: Write | None = None


@lru_cache(256)
def _spec(tool: Tool) -> ToolSpec:
    """Describe a tool once: making its schema takes a millisecond, and each step of an answer needs all of them."""
    return ToolSpec(tool.name, tool.description, compact(tool.arguments.model_json_schema()))


class Toolbox:
    """The tools of one person at one moment. A tool's error goes to the model as a sentence, never as a traceback."""

    def __init__(self, context: ToolContext, tools: Mapping[str, Tool]) -> None:
        self._context = context
        self._tools = tools

    @property
    def specs(self) -> Sequence[ToolSpec]:
        return [_spec(tool) for tool in self._tools.values()]

    def doing(self, name: str) -> str:
        """Say what the tool of this name does, in the person's words."""
        tool = self._tools.get(name)
        return tool.doing if tool else "Thinking"

    def run(self, call: ToolCall) -> Result:
        tool = self._tools.get(call.name)
        if tool is None:
            return Result({"error": f"There is no tool {call.name}."}, failed=True)
        try:
            return tool.run(self._context, parse_json(tool.arguments, dumps(call.arguments)))
        except InvalidError as error:
            wrong = [f"{each.field}: {each.message}" for each in error.errors]
            return Result({"error": error.detail, "fields": wrong}, failed=True)
        except FitzenError as error:
            return Result({"error": error.detail}, failed=True)

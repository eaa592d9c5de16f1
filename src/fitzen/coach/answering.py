"""How one message is answered: by a fixed text, by an answer that is kept, by a model, or by the built-in coach.

`prepare` decides before anything of the message is kept; `events` answers. What stands outside the model stands here:
the safety screen before it, the budget around it, grounding and the safety review behind it.
"""

import logging
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from typing import NamedTuple

from fitzen.coach import agent, budget, cache, knowledge, prompt, safety
from fitzen.coach.agent import AgentEvent, Finished, Said, Used
from fitzen.coach.budget import Reservation
from fitzen.coach.grounding.evidence import Evidence
from fitzen.coach.grounding.release import Repair, Tally, released
from fitzen.coach.grounding.sentences import Sentences
from fitzen.coach.routing import size_of
from fitzen.coach.toolbox import Toolbox, ToolContext
from fitzen.coach.tools import TOOLS
from fitzen.errors import UnavailableError
from fitzen.infra.base import Infra
from fitzen.infra.llm.base import Budget, Done, Llm, Text, Turn, Usage
from fitzen.nutrition import targets
from fitzen.records import Json

log = logging.getLogger("fitzen.coach")

BUILTIN = "builtin"
REPAIR_TOKENS = 200


class Recalled(NamedTuple):
    """An answer that another person's question got before, with where it came from."""

    answer: cache.Answer


type Answering = AgentEvent | Recalled


class Answer:
    """The answer to one message, from before it is kept until it is said."""

    def __init__(
        self, infra: Infra, user_id: str, text: str, now: datetime, alive: Callable[[], object] = bool
    ) -> None:
        """`alive` is called with each piece that comes from a model, also of a sentence that is not whole yet."""
        self._infra = infra
        self._user_id = user_id
        self._text = text
        self._now = now
        self._alive = alive
        self._held: Reservation | None = None
        self._usage = Usage()
        self._recalled: cache.Answer | None = None
        self._shared = False
        self._watch = safety.Watch(safety.ANYBODY, None)
        self._user: Json = {}
        self._told = prompt.Told([], Evidence())
        self._size = Budget()
        self.toolbox = Toolbox(ToolContext(infra.store, user_id, now), TOOLS)
        self.tally = Tally()

    @property
    def alarm(self) -> safety.Alarm | None:
        """What the safety screen says of the message; see `prepare`."""
        return self._watch.alarm

    @property
    def _costs(self) -> bool:
        return self._infra.llm.name != BUILTIN

    def prepare(self, messages: Sequence[Json], earlier: Sequence[str]) -> None:
        """Look at what is asked, and hold what the answer may cost; `prompt.Asked` says what is given.

        Raises BudgetSpentError, once a day; after it the built-in coach answers.
        """
        who = targets.person(self._infra.store, self._user_id, self._now)
        self._user = who.profile
        said = [each["text"] for each in messages if each["sender"] == "user"]
        self._watch = safety.watch(safety.described(who), [*said, self._text])
        if self._stopped:
            return
        self._size = Budget(size=size_of(self._text, said))
        self._shared = self._costs and self.alarm is None and cache.impersonal(self._text, said)
        if self._shared:
            self._recalled = self._recall()
            if self._recalled:
                return
        asked = prompt.Asked(self._text, messages, earlier, self.alarm.category if self.alarm else "")
        self._told = prompt.told(self._infra.store, who, asked, impersonal=self._shared)
        tools = {name: tool for name, tool in TOOLS.items() if name not in self._watch.withheld}
        self.toolbox = Toolbox(ToolContext(self._infra.store, self._user_id, self._now, self._told.evidence), tools)
        if self._costs:
            tokens = budget.estimate(self._told.turns, self.toolbox.specs, self._size)
            self._held = budget.admit(self._infra.chat_store, self._user, tokens, self._now)

    @property
    def _stopped(self) -> bool:
        return self.alarm is not None and self.alarm.level == "stop"

    @property
    def _secret(self) -> str:
        return self._infra.settings.pepper

    @property
    def _key(self) -> cache.Key:
        llm = self._infra.llm
        named = getattr(llm, "model_id", None)
        model = f"{llm.name} {named(self._size) if named else ''}"
        return cache.Key(self._text, knowledge.VERSION, model, self._user.get("locale", "en"), self._user["units"])

    def _recall(self) -> cache.Answer | None:
        """Return an answer that was kept, unless it holds something that this person is not to be told."""
        kept = cache.get(self._infra.cache, self._secret, self._key)
        sentences = Sentences()
        told = [*sentences.feed(kept.text), *sentences.rest()] if kept else []
        return None if any(self._review(sentence) for sentence in told) else kept

    def give_back(self) -> None:
        """Let go of what is held: no model was asked."""
        self._settle(Usage())

    def events(self) -> Generator[Answering]:
        """Answer. Closing this stops the model. Raises UnavailableError."""
        if self.alarm:
            yield Said(self.alarm.text if self._stopped else f"{self.alarm.text}\n\n")
        if self._stopped:
            return
        if self._recalled:
            yield Recalled(self._recalled)
            return
        whole: Usage | None = None
        try:
            for event in self._coached():
                if isinstance(event, Finished):
                    whole = self._usage.plus(event.usage)
                    yield Finished(whole, event.whole)
                else:
                    yield event
        finally:
            self._settle(whole)

    def _coached(self) -> Generator[AgentEvent]:
        llm = self._infra.llm
        if self._costs and self._held is None:
            from fitzen.coach.builtin import BuiltinCoach

            yield Said(budget.SPENT_NOTICE)
            llm = BuiltinCoach()
        kept = _Kept()
        running = self._heard(agent.run(llm, self.toolbox, self._told.turns, self._size))
        with closing(
            released(running, self._told.evidence, self._review, self._repair_with(llm), self.tally)
        ) as events:
            for event in events:
                kept.hear(event)
                yield event
        if self._shared and not self.tally.dropped and kept.shareable:
            cache.put(self._infra.cache, self._secret, self._key, kept.answer)

    def _heard(self, events: Generator[AgentEvent]) -> Generator[AgentEvent]:
        with closing(events):
            for event in events:
                self._alive()
                yield event

    def _review(self, sentence: str) -> str | None:
        wrong = self._watch.wrong(sentence)
        if wrong:
            log.info("the safety review refused a sentence")
        return wrong

    def _repair_with(self, llm: Llm) -> Repair:
        """Have a sentence said again without what is wrong with it; nothing where no model can, which drops it."""

        def repair(sentence: str, wrong: Sequence[str]) -> str:
            turns = [Turn("system", prompt.REPAIR), Turn("user", f"Sentence: {sentence}\nWrong: {'; '.join(wrong)}")]
            try:
                return "".join(self._repaired(llm, turns))
            except UnavailableError:
                return ""

        return repair

    def _repaired(self, llm: Llm, turns: Sequence[Turn]) -> Iterator[str]:
        for event in llm.stream(turns, [], Budget(REPAIR_TOKENS, "small")):
            match event:
                case Text(piece):
                    yield piece
                case Done():
                    self._usage = self._usage.plus(event.usage)

    def _settle(self, usage: Usage | None) -> None:
        held, self._held = self._held, None
        if held:
            budget.settle(self._infra.chat_store, held, usage, self._infra.clock())


class _Kept:
    """What an answer was made of, to say it to others who ask the same."""

    def __init__(self) -> None:
        self._text = ""
        self._tools: list[str] = []
        self._sources: dict[str, Json] = {}
        self._cards: list[Json] = []
        self._whole = False

    def hear(self, event: AgentEvent) -> None:
        match event:
            case Said(text):
                self._text += text
            case Used(call, result):
                self._tools.append(call.name)
                self._sources |= {source["ref"]: source for source in result.sources}
                self._cards += result.cards
            case Finished(_, whole):
                self._whole = whole

    @property
    def shareable(self) -> bool:
        return self._whole and cache.shareable(self._tools, self._sources.values())

    @property
    def answer(self) -> cache.Answer:
        return cache.Answer(self._text, list(self._sources.values()), self._cards)

"""One message on its way to its answer: kept, leased, answered, kept again.

A person's message is kept before the model runs; the answer's id follows from the message's, so that the same message
sent again finds its answer instead of a second one. A lease says that an answer is being made; after a crash it runs
out, and the message can be sent again.
"""

import logging
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from fitzen.coach import agent, prompt
from fitzen.coach.answering import Answer, Recalled
from fitzen.coach.chats import ACTION, AFTER, CHAT, KEPT, MAX_TITLE, MESSAGE
from fitzen.coach.grounding.release import Tally
from fitzen.coach.models import ChatMessageIn
from fitzen.coach.streams import StreamEvent
from fitzen.coach.toolbox import Draft, Result
from fitzen.errors import ConflictError
from fitzen.infra import keys
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Delete, Put, Record, WriteConflict
from fitzen.infra.telemetry.metrics import CHAT_MESSAGES
from fitzen.records import Json, created_before, digest, dumps, load, loads, new_id, run_again

RUN = "lease"
log = logging.getLogger("fitzen.coach")

LEASE = timedelta(seconds=30)
"""Made longer while an answer is being made; after a crash it runs out, and the message can be sent again."""
YOUR_WORDS = "Your own words"


class StillRunningError(ConflictError):
    """The same message is being answered right now."""

    title = "This message is being answered"

    def __init__(self) -> None:
        super().__init__("Your message is still being answered. Ask again in a moment.", headers={"Retry-After": "2"})


class Conversation:
    """One message on its way to its answer."""

    def __init__(self, infra: Infra, user_id: str, body: ChatMessageIn, now: datetime) -> None:
        millis = int(now.timestamp() * 1000)
        self._infra = infra
        self._store = infra.chat_store
        self._owner = user_id
        self._now = self._at = now
        self._text = body.message
        self._chat_id = body.chat_id or new_id(millis)
        self._asked_id = body.id or new_id(millis)
        self._answer_id = str(uuid5(UUID(self._asked_id), "answer"))
        self._digest = digest(dumps([body.message, body.chat_id]))
        self._lease = f"sys:run:{keys.mac(infra.settings.pepper, 'run', user_id, self._asked_id)}"
        self._message: Json = {
            "id": self._answer_id,
            "chat_id": self._chat_id,
            "sender": "coach",
            "text": "",
            "at": now.isoformat(),
            "cards": [],
            "actions": [],
            "sources": [],
        }
        self._answer = Answer(infra, user_id, body.message, now, self.keep_lease)
        self._drafts: list[Draft] = []
        self._earlier: list[Json] = []
        self._leased_at = infra.clock()

    def begin(self) -> Json | None:
        """Keep the message and take the lease; the answer, where there is one already.

        Raises BudgetSpentError, with nothing kept; ConflictError, GoneError, StillRunningError.
        """
        if answered := self._answered():
            created_before(load(self._store, self._owner, MESSAGE, self._asked_id, "message"), self._digest)
            return answered
        self._earlier, lines = self._before()
        self._answer.prepare(self._earlier, lines)
        try:
            answered = self._keep()
        except Exception:
            self._answer.give_back()
            raise
        if answered:
            self._answer.give_back()
        return answered

    @run_again
    def _keep(self) -> Json | None:
        chat = self._store.get(self._owner, CHAT, self._chat_id, deleted=True)
        if chat is not None and not chat.deleted:
            self._at = max(self._at, chat.at + AFTER)
        try:
            self._store.write([self._asked(), self._lease_put(), self._chat_put(chat, self._at)])
        except WriteConflict as conflict:
            if conflict.index != 0 or conflict.current is None:
                raise
            return self._again(conflict.current)
        self._infra.telemetry.count(CHAT_MESSAGES)
        return None

    def _again(self, asked: Record) -> Json | None:
        """The message was sent before: give its answer, say that it is being made, or make it where it was cut short."""
        stored = loads(created_before(asked, self._digest).body)
        self._at = asked.at
        self._chat_id = self._message["chat_id"] = stored["chat_id"]
        if answered := self._answered():
            return answered
        try:
            self._store.write([self._lease_put()])
        except WriteConflict:
            raise StillRunningError from None
        if answered := self._answered():  # it came, and its lease was given back, between the look and the lease
            self._store.write(self._release())
        return answered

    def _answered(self) -> Json | None:
        """Return the whole answer, if there is one."""
        return _if_whole(self._store.get(self._owner, MESSAGE, self._answer_id))

    def answer(self) -> Generator[StreamEvent]:
        yield StreamEvent("start", {"message_id": self._answer_id, "chat_id": self._chat_id})
        if alarm := self._answer.alarm:
            self._message["safety"] = {"category": alarm.category, "level": alarm.level}
        try:
            yield from self._answering()
        except GeneratorExit:
            self._finish(interrupted=True)
            raise
        except Exception:
            self._give_up()
            raise
        self._finish()
        yield StreamEvent("done", {"message": self._message})

    def _answering(self) -> Generator[StreamEvent]:
        doing = self._answer.toolbox.doing
        with closing(self._answer.events()) as events:
            for event in events:
                match event:
                    case agent.Said(text):
                        yield self._say(text)
                    case agent.Using(call):
                        yield _tool_event(call.name, doing(call.name), "running")
                    case agent.Used(call, result):
                        summary = result.action.summary if result.action else doing(call.name)
                        yield _tool_event(call.name, summary, "failed" if result.failed else "done")
                        yield from self._used(result)
                    case Recalled(answer):
                        yield from self._used(Result({}, answer.sources, answer.cards))
                        yield self._say(answer.text)
                    case agent.Finished(usage):
                        self._message["usage"] = usage._asdict()
        self._sources_of(self._answer.tally)

    def _say(self, text: str) -> StreamEvent:
        self._message["text"] += text
        return StreamEvent("delta", {"text": text})

    def _used(self, result: Result) -> Iterator[StreamEvent]:
        known = {source["ref"] for source in self._message["sources"]}
        self._message["sources"] += [source for source in result.sources if source["ref"] not in known]
        if result.action:
            self._drafts.append(result.action)
            self._message["actions"].append(_shown(result.action))
        for card in result.cards:
            self._message["cards"].append(card)
            yield StreamEvent("card", card)

    def _sources_of(self, tally: Tally) -> None:
        """Say it where a figure is the person's own; what tools gave has its sources already."""
        if "said" in tally.origins:
            self._message["sources"].append({"label": YOUR_WORDS, "ref": f"message:{self._asked_id}"})
        if tally.repaired or tally.dropped:
            log.info("grounding: %d sentences repaired, %d left out", tally.repaired, tally.dropped)

    def _before(self) -> tuple[list[Json], list[str]]:
        """Read the last messages of the chat, oldest first, and the lines that stand for those before. Two reads."""
        page = self._store.list(self._owner, MESSAGE, group=self._chat_id, limit=prompt.MOST_TURNS + 2)
        own = (self._asked_id, self._answer_id)
        messages = [loads(record.body) for record in reversed(page.items) if record.id not in own]
        record = self._store.get(self._owner, CHAT, self._chat_id)
        chat = loads(record.body) if record else {}
        return prompt.told_whole(chat, messages)[-prompt.MOST_TURNS :], chat.get("earlier", [])

    @run_again
    def _finish(self, *, interrupted: bool = False) -> None:
        """Keep the answer and its drafts, and give the lease back.

        What was asked and is forgotten stays forgotten. Where another answered meanwhile, because this process stood
        still for longer than its lease, that answer stands and is told.
        """
        keys = [(MESSAGE, self._asked_id), (MESSAGE, self._answer_id), (CHAT, self._chat_id)]
        found = self._store.get_many(self._owner, keys, deleted=True)
        asked, before, chat = (found.get(key) for key in keys)
        if asked is None or asked.deleted:
            self._store.write(self._release())
            return
        if answered := _if_whole(before):
            self._message = answered
            self._store.write(self._release())
            return
        if interrupted:
            self._message["interrupted"] = True
        at = max(self._at + AFTER, self._infra.clock())
        self._message["at"] = at.isoformat()
        said = Put(
            self._owner,
            MESSAGE,
            self._answer_id,
            dumps(self._message),
            at,
            before.version if before else 0,
            group=self._chat_id,
            expires_at=at + KEPT,
        )
        drafts = [self._draft_put(draft) for draft in self._drafts]
        self._store.write([said, *drafts, self._chat_put(chat, at), *self._release()])

    def keep_lease(self) -> None:
        """Make the lease longer, once a third of it is gone; the answer may be finished meanwhile.

        Called in silence by whoever reads, else by whoever answers: neither a model that thinks nor a reader that is
        slow lets it run out.
        """
        if self._infra.clock() < self._leased_at + LEASE / 3:
            return
        self._leased_at = self._infra.clock()
        if lease := self._store.get(self._lease, RUN, RUN):
            with suppress(WriteConflict):
                self._store.write([self._lease_put(lease.version)])

    def _give_up(self) -> None:
        """The model failed: nothing is answered, and the message can be sent again at once."""
        self._store.write(self._release())

    def _release(self) -> list[Delete]:
        lease = self._store.get(self._lease, RUN, RUN)
        return [Delete(self._lease, RUN, RUN, lease.version)] if lease else []

    def _asked(self) -> Put:
        body = {
            "id": self._asked_id,
            "chat_id": self._chat_id,
            "sender": "user",
            "text": self._text,
            "at": self._at.isoformat(),
            "cards": [],
            "actions": [],
            "sources": [],
        }
        return Put(
            self._owner,
            MESSAGE,
            self._asked_id,
            dumps(body),
            self._at,
            group=self._chat_id,
            expires_at=self._at + KEPT,
            digest=self._digest,
        )

    def _lease_put(self, version: int = 0) -> Put:
        return Put(self._lease, RUN, RUN, "{}", self._now, version, expires_at=self._infra.clock() + LEASE)

    def _chat_put(self, record: Record | None, at: datetime) -> Put:
        """Keep the chat listed by when something was last said in it."""
        begun = loads(record.body) if record and not record.deleted else self._new_chat()
        body = dumps(begun | prompt.summed_up(begun, self._earlier) | {"updated_at": at.isoformat()})
        version = record.version if record else 0
        return Put(self._owner, CHAT, self._chat_id, body, at, version, expires_at=at + KEPT)

    def _new_chat(self) -> Json:
        title = self._text if len(self._text) <= MAX_TITLE else self._text[: MAX_TITLE - 1] + "…"
        return {"id": self._chat_id, "title": title, "created_at": self._now.isoformat()}

    def _draft_put(self, draft: Draft) -> Put:
        body = _shown(draft) | {"message_id": self._answer_id, "chat_id": self._chat_id, "payload": draft.payload}
        return Put(self._owner, ACTION, draft.id, dumps(body), self._now, expires_at=self._now + KEPT)


def _if_whole(record: Record | None) -> Json | None:
    """Return the message, unless it was cut short or never came."""
    message = loads(record.body) if record and not record.deleted else None
    return None if message is None or message.get("interrupted") else message


def _tool_event(name: str, summary: str, status: str) -> StreamEvent:
    return StreamEvent("tool", {"name": name, "summary": summary, "status": status})


def _shown(draft: Draft) -> Json:
    return {"id": draft.id, "tool": draft.tool, "summary": draft.summary, "status": "proposed"}

"""The conversation: what is said, what comes back, and the commands between."""

import json
import sys
import uuid
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import urlsplit

from rich.padding import Padding
from rich.text import Text

from fitzen.chatting.cards import render
from fitzen.chatting.client import Client
from fitzen.chatting.events import Json
from fitzen.chatting.sessions import SessionFile
from fitzen.chatting.signing_in import Address, sign_in
from fitzen.chatting.terminal import Terminal, markdown
from fitzen.errors import FitzenError

SHOWN = 20
FIRST_SOURCES = 6
"""So many are named below an answer; a meal plan has one for each food."""
LEVELS = {"notice": "bold yellow", "ask": "bold yellow", "stop": "bold red"}
WELCOME = "Talk to your coach. /help lists the commands, Ctrl-D leaves, Ctrl-C stops an answer."


class LeaveError(Exception):
    """The person wants to go."""


def chat(
    url: str, sessions: Path, message: str | None, address: Address | None, *, as_json: bool = False, yes: bool = False
) -> bool:
    """Hold the conversation; `message` alone, lines of the input, or at a prompt. Return whether all was answered.

    Raises FitzenError with a sentence when there can be no conversation, or the one message has no answer.
    """
    at_keyboard = sys.stdin.isatty()
    terminal = Terminal(quiet=as_json, can_ask=at_keyboard or message is not None)
    with closing(Client(_checked(url), SessionFile(sessions), terminal.notice)) as client:
        sign_in(client, terminal, address, yes=yes)
        talk = Talk(client, terminal, yes=yes, may_ask=at_keyboard)
        if message is not None:
            talk.once(message)
            return True
        if at_keyboard:
            talk.at_prompt()
            return True
        return talk.lines(sys.stdin)


def _checked(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise FitzenError(f"{url} is not a server's address, such as http://127.0.0.1:5001.")
    return url.rstrip("/")


class Talk:
    """One chat. `yes` confirms what the coach proposes; `may_ask`: there is somebody who can say y or n."""

    def __init__(self, client: Client, terminal: Terminal, *, yes: bool, may_ask: bool) -> None:
        self._client = client
        self._terminal = terminal
        self._yes = yes
        self._may_ask = may_ask
        self._chat_id: str | None = None
        self._sources: list[Json] = []
        self._done: list[Json] = []
        self._chats: list[Json] = []
        self._notes: list[Json] = []

    def once(self, message: str) -> None:
        """Do one command, or say one message."""
        with suppress(LeaveError):
            self.take(message) if message.startswith("/") else self.say(message)

    def at_prompt(self) -> None:
        self._terminal.notice(WELCOME)
        while True:
            try:
                line = self._terminal.ask("> ")
            except KeyboardInterrupt:
                self._terminal.notice("\nCtrl-D or /quit leaves.")
                continue
            except EOFError:
                self._terminal.notice("")
                return
            if not self._one_line(line):
                return

    def _one_line(self, line: str) -> bool:
        """Return whether the conversation goes on."""
        try:
            self.take(line)
        except LeaveError:
            return False
        except KeyboardInterrupt:
            self._terminal.notice("\nStopped.")
        except FitzenError as error:
            self._terminal.notice(str(error))
        return True

    def lines(self, lines: Iterable[str]) -> bool:
        """Take line by line; return whether every one was answered."""
        well = True
        for line in lines:
            try:
                self.take(line.strip())
            except LeaveError:
                break
            except FitzenError as error:
                well = False
                self._terminal.notice(f"Error: {error}")
        return well

    def take(self, line: str) -> None:
        """Do a command, or say a message. Raises LeaveError, FitzenError."""
        if not line.startswith("/"):
            if line:
                self.say(line)
            return
        name, _, rest = line[1:].partition(" ")
        command = COMMANDS.get(name)
        if command is None:
            raise FitzenError(f"There is no command /{name}. /help lists them.")
        command[0](self, rest.strip())

    def say(self, message: str) -> None:
        """Send a message, show the answer as it comes, and see to what the coach proposes."""
        body = {"id": str(uuid.uuid4()), "message": message}
        if self._chat_id:
            body["chat_id"] = self._chat_id
        answer = self._listen(body)
        self._chat_id = answer.get("chat_id", self._chat_id)
        self._sources = answer.get("sources") or []
        self._show_rest(answer)
        answer["actions"] = [self._decide(each) for each in answer.get("actions") or ()]
        if self._terminal.quiet:
            sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
            sys.stdout.flush()

    def _listen(self, body: Json) -> Json:
        text = ""
        answer: Json = {}
        with self._terminal.screen() as screen, closing(self._client.answer(body)) as events:
            for name, data in events:
                if name == "start":
                    self._chat_id = data.get("chat_id", self._chat_id)
                elif name == "again":
                    text = ""
                elif name == "delta":
                    text += data.get("text", "")
                    screen.text(text)
                elif name == "tool":
                    screen.working(str(data.get("summary") or data.get("name", "")))
                elif name == "done":
                    answer = data["message"]
                    screen.text(answer.get("text", ""))
        return answer

    def _show_rest(self, answer: Json) -> None:
        """Show what stands beside the text: safety, cards, sources."""
        safety = answer.get("safety")
        if safety:
            words = f"{safety['level'].capitalize()}: {safety['category'].replace('_', ' ')}"
            self._terminal.show(Text(words, style=LEVELS.get(safety["level"], "bold")))
        for card in answer.get("cards") or ():
            self._terminal.show(Padding(render(card), (0, 0, 1, 0)))
        for number, source in enumerate(self._sources[:FIRST_SOURCES], 1):
            self._terminal.show(Text(f"[{number}] {source['label']}", style="dim"))
        if len(self._sources) > FIRST_SOURCES:
            self._terminal.show(Text(f"and {len(self._sources) - FIRST_SOURCES} more: /sources", style="dim"))
        if answer.get("interrupted"):
            self._terminal.notice("This answer was cut short.")

    def _decide(self, action: Json) -> Json:
        """Confirm a proposed action if the person agrees; return it as it then is."""
        if action.get("status") != "proposed":
            return action
        self._terminal.show(Text(f"Proposed: {action['summary']}", style="bold"))
        if not self._agreed(action):
            return action
        done = self._client.post(f"/api/chat/actions/{action['id']}/confirm")
        self._done.append(done)
        self._terminal.show(f"Done: {done['summary']}. /undo takes it back.")
        return done

    def _agreed(self, action: Json) -> bool:
        if self._yes:
            return True
        if not self._may_ask:
            self._terminal.notice("It was not done: there is nobody to ask. --yes confirms.")
            return False
        agreed = self._terminal.agrees("Log it?" if action["tool"].startswith("log") else "Do it?")
        if not agreed:
            self._terminal.notice("It was not done.")
        return agreed

    def history(self, _: str) -> None:
        """Show this chat, oldest first."""
        if self._chat_id is None:
            raise FitzenError("This chat has just begun. /chats lists the others.")
        found = self._client.get("/api/chat/history/me", chat_id=self._chat_id, limit=SHOWN)
        for each in reversed(found["items"]):
            who = "You" if each["sender"] == "user" else "Coach"
            self._terminal.show(Text(f"{who}, {each['at'][:16].replace('T', ' ')}", style="dim"))
            self._terminal.show(markdown(each["text"]) if self._terminal.lively else each["text"])

    def chats(self, number: str) -> None:
        """List the chats, newest first; with a number of that list, go on with that chat."""
        if number:
            self._open(number)
            return
        self._chats = self._client.get("/api/chat/chats/me", limit=SHOWN)["items"]
        for place, each in enumerate(self._chats, 1):
            here = "*" if each["id"] == self._chat_id else " "
            self._terminal.show(f"{here}{place:>2}  {each['updated_at'][:10]}  {each['title']}")
        self._terminal.notice("/chats NUMBER goes on with one." if self._chats else "There are no chats yet.")

    def _open(self, number: str) -> None:
        self._chats = self._chats or self._client.get("/api/chat/chats/me", limit=SHOWN)["items"]
        if not number.isdecimal() or not 1 <= int(number) <= len(self._chats):
            raise FitzenError(f"There is no chat {number}. /chats lists them.")
        chosen = self._chats[int(number) - 1]
        self._chat_id, self._sources = chosen["id"], []
        self._terminal.show(f"Going on with: {chosen['title']}")

    def new(self, _: str) -> None:
        """Begin a new chat."""
        self._chat_id, self._sources = None, []
        self._terminal.notice("A new chat.")

    def undo(self, _: str) -> None:
        """Take back what was done last; what another run did, only after a yes where somebody can say it."""
        action = self._done[-1] if self._done else self._last_done()
        if not self._done and self._may_ask and not self._yes:
            self._terminal.show(f"Done earlier: {action['summary']}")
            if not self._terminal.agrees("Take it back?"):
                return
        undone = self._client.post(f"/api/chat/actions/{action['id']}/undo")
        self._done = self._done[:-1]
        self._terminal.show(f"Taken back: {undone['summary']}.")

    def _last_done(self) -> Json:
        """Look for it in the history of every chat: another run may have done it."""
        found = self._client.get("/api/chat/history/me", limit=SHOWN)["items"]
        for message in found:
            for action in reversed(message.get("actions") or ()):
                if action["status"] == "done":
                    return dict(action)
        raise FitzenError("There is nothing to take back.")

    def sources(self, _: str) -> None:
        """Say where the last answer's figures come from."""
        for number, source in enumerate(self._sources, 1):
            self._terminal.show(f"[{number}] {source['label']}  ({source['ref']})")
        if not self._sources:
            self._terminal.notice("The last answer names no sources.")

    def memory(self, number: str) -> None:
        """List what the coach remembers; with a number of that list, or `all`, forget it."""
        if number:
            self._forget(number)
            return
        self._notes = self._client.get("/api/chat/memory/me", limit=SHOWN)["items"]
        for place, each in enumerate(self._notes, 1):
            self._terminal.show(f"{place:>2}  {each['text']}")
        self._terminal.notice(
            "/memory NUMBER forgets one, /memory all every one." if self._notes else "The coach remembers nothing yet."
        )

    def _forget(self, number: str) -> None:
        if number == "all":
            self._client.delete("/api/chat/memory/me")
            self._notes = []
            self._terminal.show("Everything is forgotten. What you logged and your profile stay.")
            return
        self._notes = self._notes or self._client.get("/api/chat/memory/me", limit=SHOWN)["items"]
        if not number.isdecimal() or not 1 <= int(number) <= len(self._notes):
            raise FitzenError(f"There is no note {number}. /memory lists them.")
        note = self._notes.pop(int(number) - 1)
        self._client.delete(f"/api/chat/memory/me/{note['id']}")
        self._terminal.show(f"Forgotten: {note['text']}")

    def usage(self, _: str) -> None:
        """Say what is used of the coach, and until when."""
        used = self._client.get("/api/chat/usage/me")
        for span, name in (("day", "Today"), ("month", "This month")):
            tokens, limit = used[span]["tokens"], used[span]["limit"]
            self._terminal.show(f"{name:<11}{tokens:>10,} of {limit:,} tokens ({tokens / limit:.0%})")
        self._terminal.notice(f"There is more again from {used['resets_at'][:16].replace('T', ' ')} UTC.")

    def help(self, _: str) -> None:
        """Say this."""
        for name, (_run, words) in COMMANDS.items():
            self._terminal.show(f"/{name:<8} {words}")

    def leave(self, _: str) -> None:
        """Go."""
        raise LeaveError


COMMANDS: dict[str, tuple[Callable[[Talk, str], None], str]] = {
    "history": (Talk.history, "this chat, oldest first"),
    "chats": (Talk.chats, "the chats; with a number, go on with that one"),
    "new": (Talk.new, "begin a new chat"),
    "undo": (Talk.undo, "take back what was done last"),
    "sources": (Talk.sources, "where the last answer's figures come from"),
    "memory": (Talk.memory, "what the coach remembers; with a number, or all, forget it"),
    "usage": (Talk.usage, "what is used of the coach today and this month"),
    "help": (Talk.help, "this list"),
    "quit": (Talk.leave, "leave; so does Ctrl-D"),
}

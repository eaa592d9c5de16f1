"""`fitzen chat` as a person and as a script use it, against a real HTTP server."""

import json
import os
import pty
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.fixtures.coach_server import ACTION, ANSWER, CHAT_ID, CODE, FACTOR, SOURCE, CoachServer, coach_server
from tests.fixtures.listening import free_port
from tests.fixtures.serving import FITZEN

from fitzen.cli import main

WAIT_S = 30
EMAIL = "ana@example.com"


@pytest.fixture
def server() -> Iterator[CoachServer]:
    with coach_server() as server:
        yield server


class Chat:
    """The program in this process, with a config folder of its own."""

    def __init__(self, url: str, folder: Path) -> None:
        self.folder = folder
        self._url = url

    def __call__(self, *arguments: str, stdin: str = "") -> Result:
        command = ["chat", "--url", self._url, *arguments]
        return CliRunner().invoke(main, command, input=stdin, env={"XDG_CONFIG_HOME": str(self.folder)})

    def kept(self) -> dict[str, str]:
        entry: dict[str, str] = json.loads((self.folder / "fitzen" / "session.json").read_text())[self._url]
        return entry


@pytest.fixture
def chat(server: CoachServer, tmp_path: Path) -> Chat:
    return Chat(server.url, tmp_path)


@pytest.fixture
def signed_in(chat: Chat, server: CoachServer) -> Chat:
    assert chat("--email", EMAIL, "--yes", "hello").exit_code == 0
    server.log.clear()
    return chat


def test_a_first_message_signs_in_with_the_code_of_the_inbox(chat: Chat, server: CoachServer) -> None:
    found = chat("--email", EMAIL, "--yes", "hello")
    assert found.exit_code == 0, found.output
    assert found.stdout == f"{ANSWER}\n[1] {SOURCE['label']}\n"
    assert f"{server.url}/dev/inbox" in found.stderr
    assert server.said("/api/auth/verify-otp") == [{"email": EMAIL, "otp": CODE}]
    assert chat.kept()["refresh_token"] == "refresh-1"


def test_the_next_run_asks_for_nothing(signed_in: Chat, server: CoachServer) -> None:
    assert signed_in("hello").exit_code == 0
    assert [path for path, _ in server.log] == ["/api/auth/refresh", "/api/chat/message"]
    assert signed_in.kept()["refresh_token"] == "refresh-2"


def test_another_address_is_another_session(signed_in: Chat, server: CoachServer) -> None:
    assert signed_in("--email", "bo@example.com", "--yes", "hello").exit_code == 0
    assert server.said("/api/auth/verify-otp") == [{"email": "bo@example.com", "otp": CODE}]


def test_an_old_code_in_the_inbox_is_not_taken(chat: Chat, server: CoachServer) -> None:
    server.inbox = [{"to": EMAIL, "text": "111111 was a code.", "n": "old"}]
    assert chat("--email", EMAIL, "--yes", "hello").exit_code == 0
    assert server.said("/api/auth/verify-otp") == [{"email": EMAIL, "otp": CODE}]


def test_without_an_inbox_the_code_is_asked_for_again_until_it_is_right(chat: Chat, server: CoachServer) -> None:
    server.has_inbox = False
    found = chat("hello", stdin=f"{EMAIL}\n000000\n{CODE}\n")
    assert found.exit_code == 0, found.output
    assert "This code is not right" in found.stderr
    assert [body["otp"] for body in server.said("/api/auth/verify-otp")] == ["000000", CODE]


def test_enter_takes_the_code_that_is_offered(chat: Chat, server: CoachServer) -> None:
    found = chat("--phone", "+34612345678", "hello", stdin="\n")
    assert found.exit_code == 0, found.output
    assert f"Enter takes {CODE}" in found.stderr
    assert server.said("/api/auth/verify-otp") == [{"phone": "+34612345678", "otp": CODE}]


def test_a_second_factor(chat: Chat, server: CoachServer) -> None:
    found = chat("--email", "mfa@example.com", "--yes", "hello", stdin=f"old-recovery\n{FACTOR}\n")
    assert found.exit_code == 0, found.output
    expected = [{"recovery_code": "old-recovery"}, {"code": FACTOR}]
    assert server.said("/api/auth/mfa/verify") == [{"mfa_token": "m"} | each for each in expected]


def test_nobody_to_ask(chat: Chat) -> None:
    found = chat("hello")
    assert found.exit_code == 1
    assert "Give --phone or --email" in found.stderr


def test_a_pipe_of_messages_is_not_taken_for_an_address(chat: Chat, server: CoachServer) -> None:
    assert chat(stdin="hello\n").exit_code == 1
    assert server.said("/api/auth/send-otp") == []


def test_a_session_that_has_ended_is_forgotten(signed_in: Chat) -> None:
    file = signed_in.folder / "fitzen" / "session.json"
    file.write_text(file.read_text().replace("refresh-1", "stale"))
    found = signed_in("hello")
    assert found.exit_code == 1
    assert "Your session has ended." in found.stderr
    assert json.loads(file.read_text()) == {}


def test_an_expired_token_is_renewed_once(signed_in: Chat, server: CoachServer) -> None:
    """Between two lines the access token of the first expires."""
    script = signed_in(stdin="hello\n")
    assert script.exit_code == 0
    server.log.clear()

    class Forgetful(set[str]):
        def add(self, token: str) -> None:
            if token != "access-3":
                super().add(token)

    server.tokens = Forgetful()
    assert signed_in("hello").exit_code == 0
    paths = [path for path, _ in server.log]
    assert paths == ["/api/auth/refresh", "/api/chat/message"] * 2


def test_json_is_the_message_and_nothing_else(signed_in: Chat) -> None:
    found = signed_in("--json", "log bench")
    message = json.loads(found.stdout)
    assert message["text"] == ANSWER
    assert message["actions"] == [ACTION | {"status": "proposed"}]
    assert "--yes confirms" in found.stderr


def test_yes_confirms_what_is_proposed(signed_in: Chat, server: CoachServer) -> None:
    found = signed_in("--yes", "log bench")
    assert found.exit_code == 0
    assert "Bench [press]" in found.stdout
    assert f"Proposed: {ACTION['summary']}" in found.stdout
    assert f"Done: {ACTION['summary']}. /undo takes it back." in found.stdout
    assert server.said(f"/api/chat/actions/{ACTION['id']}/confirm") == [None]
    assert json.loads(signed_in("--yes", "--json", "log bench").stdout)["actions"][0]["status"] == "done"


def test_without_a_yes_nothing_is_written(signed_in: Chat, server: CoachServer) -> None:
    assert signed_in("log bench").exit_code == 0
    assert server.status == "proposed"


def test_undo_reaches_what_another_run_did(signed_in: Chat, server: CoachServer) -> None:
    assert signed_in("--yes", "log bench").exit_code == 0
    assert f"Taken back: {ACTION['summary']}." in signed_in("/undo").stdout
    assert server.status == "undone"
    again = signed_in("/undo")
    assert again.exit_code == 1
    assert "There is nothing to take back." in again.stderr


def test_lines_are_one_chat(signed_in: Chat, server: CoachServer) -> None:
    found = signed_in(
        stdin="hello\n\nagain\n/sources\n/history\n/chats\n/new\nhello\n/chats 1\nmore\n/help\n/quit\nunsaid\n"
    )
    assert found.exit_code == 0, found.output
    said = server.said("/api/chat/message")
    assert [(each["message"], each.get("chat_id")) for each in said] == [
        ("hello", None),
        ("again", CHAT_ID),
        ("hello", None),
        ("more", CHAT_ID),
    ]
    assert len({each["id"] for each in said}) == 4
    assert f"chat_id={CHAT_ID}" in server.said("/api/chat/history/me")[0]
    for part in (SOURCE["ref"], "You, 2026-11-20 10:00\nlog bench\nCoach, ", "* 1  2026-11-20  Bench", "/sources "):
        assert part in found.stdout


def test_one_bad_line_does_not_end_the_others(signed_in: Chat) -> None:
    found = signed_in("--json", stdin="wrong\nhello\n/nope\n")
    assert found.exit_code == 1
    assert json.loads(found.stdout)["text"] == ANSWER
    assert "message: This needs words." in found.stderr
    assert "There is no command /nope" in found.stderr


def test_what_is_remembered_is_listed_and_forgotten(signed_in: Chat, server: CoachServer) -> None:
    assert signed_in("/memory").stdout == " 1  I run early.\n 2  No dairy.\n"
    assert signed_in("/memory 2").stdout == "Forgotten: No dairy.\n"
    assert [each["text"] for each in server.notes] == ["I run early."]
    assert "There is no note 2" in signed_in("/memory 2").stderr
    assert "Everything is forgotten" in signed_in("/memory all").stdout
    assert server.notes == []
    assert "remembers nothing yet" in signed_in("/memory").stderr


def test_what_is_used_is_said_with_what_there_is(signed_in: Chat) -> None:
    found = signed_in("/usage")
    assert [line.split() for line in found.stdout.splitlines()] == [
        ["Today", "12,500", "of", "40,000", "tokens", "(31%)"],
        ["This", "month", "100,000", "of", "400,000", "tokens", "(25%)"],
    ]
    assert "2026-11-21 00:00 UTC" in found.stderr


def test_a_cut_stream_is_asked_for_again_by_the_same_id(signed_in: Chat, server: CoachServer) -> None:
    found = signed_in("cut")
    assert found.exit_code == 0
    assert found.stdout.startswith(ANSWER + "\n[1]")
    first, second = server.said("/api/chat/message")
    assert first == second


def test_and_only_once(signed_in: Chat, server: CoachServer) -> None:
    found = signed_in("always cut")
    assert found.exit_code == 1
    assert "The connection was cut." in found.stderr
    assert len(server.said("/api/chat/message")) == 2


def test_an_answer_that_still_runs_is_waited_for(signed_in: Chat, server: CoachServer) -> None:
    found = signed_in("busy")
    assert found.exit_code == 0
    assert "Still being answered. Waiting 1 s." in found.stderr
    assert len(server.said("/api/chat/message")) == 2


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        ("wrong", "Some fields need your attention.\n  message: This needs words."),
        ("limit", "Too many messages. Try again in 3600 s."),
        ("fail", "The coach cannot answer."),
    ],
)
def test_errors_are_sentences(signed_in: Chat, message: str, sentence: str) -> None:
    found = signed_in(message)
    assert found.exit_code == 1
    assert f"Error: {sentence}\n" in found.stderr


def test_a_server_that_does_not_run(tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{free_port()}"
    found = Chat(url, tmp_path)("hello", stdin=f"{EMAIL}\n")
    assert found.exit_code == 1
    assert found.stderr == f"Error: Nothing answers at {url}. Start it with `make run`.\n"


def test_not_an_address(tmp_path: Path) -> None:
    assert "is not a server's address" in Chat("localhost:5001", tmp_path)("hello").stderr
    assert Chat("http://a", tmp_path)("--email", "a@b.c", "--phone", "1", "hello").exit_code == 2


def environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "XDG_CONFIG_HOME": str(folder), "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "40"}


def test_as_a_program_in_a_pipe(signed_in: Chat, server: CoachServer) -> None:
    command = [FITZEN, "chat", "--url", server.url, "--json"]
    ran = subprocess.run(
        command, input=b"hello\n", capture_output=True, env=environment(signed_in.folder), timeout=WAIT_S, check=True
    )
    assert json.loads(ran.stdout)["text"] == ANSWER
    assert ran.stderr == b""


class AtTerminal:
    """The program with a terminal of its own, as somebody types."""

    def __init__(self, arguments: Sequence[str], env: dict[str, str]) -> None:
        self._own, theirs = pty.openpty()
        # A shell starts what runs behind it (`make test &`) with Ctrl-C ignored, and that is inherited.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self.process = subprocess.Popen(
            [FITZEN, "chat", *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
        )
        os.close(theirs)
        os.set_blocking(self._own, False)
        self.seen = ""

    def until(self, text: str) -> str:
        """Read until the text is there; return what came up to it, and forget that."""
        end = time.monotonic() + WAIT_S
        while text not in self.seen:
            assert time.monotonic() < end, f"{text!r} did not come: {self.seen!r}"
            try:
                self.seen += os.read(self._own, 65536).decode("utf-8", "replace")
            except BlockingIOError:
                time.sleep(0.02)
        before, _, self.seen = self.seen.partition(text)
        return before

    def type(self, text: str) -> None:
        os.write(self._own, text.encode())

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(WAIT_S)
        os.close(self._own)


@pytest.fixture
def at_terminal(signed_in: Chat, server: CoachServer) -> Iterator[AtTerminal]:
    terminal = AtTerminal(["--url", server.url], environment(signed_in.folder))
    yield terminal
    terminal.close()


def test_at_a_terminal(at_terminal: AtTerminal, server: CoachServer) -> None:
    at_terminal.until("> ")
    at_terminal.type("log bench\n")
    at_terminal.until("Next time add 2.5 kg.")
    at_terminal.until("Bench [press]")
    at_terminal.until("Log it? [y/n] ")
    assert server.status == "proposed"
    at_terminal.type("y\n")
    at_terminal.until("/undo takes it back.")
    assert server.status == "done"
    at_terminal.until("> ")
    at_terminal.type("/undo\n")
    at_terminal.until("Taken back:")
    assert server.status == "undone"
    at_terminal.until("> ")
    at_terminal.type("\x04")
    assert at_terminal.process.wait(WAIT_S) == 0


def test_ctrl_c_stops_the_answer_and_not_the_program(at_terminal: AtTerminal, server: CoachServer) -> None:
    at_terminal.until("> ")
    at_terminal.type("slow\n")
    at_terminal.until("You did")
    at_terminal.process.send_signal(signal.SIGINT)
    at_terminal.until("Stopped.")
    at_terminal.until("> ")
    at_terminal.process.send_signal(signal.SIGINT)
    at_terminal.until("Ctrl-D or /quit leaves.")
    at_terminal.until("> ")
    at_terminal.type("hello\n")
    at_terminal.until(SOURCE["label"])
    assert server.said("/api/chat/message")[1]["chat_id"] == CHAT_ID
    at_terminal.until("> ")
    at_terminal.type("/quit\n")
    assert at_terminal.process.wait(WAIT_S) == 0

"""The inbox: what was sent to people, kept where a developer can read it. Outside production only.

A file of JSON lines, so that every worker process sees the same inbox. Who writes holds a lock, so that of two sends of
one key the second sees the first, and nothing is lost while the file is trimmed.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fitzen.infra.messages.base import DeadTokenError, Message

KEEP = 200
DEAD = "dead:"
"""A push token that begins so is taken for one that the push service does not know any more."""


class Inbox:
    """`channel` is sms, email or push; `path` is shared by the three."""

    def __init__(self, path: Path, channel: str) -> None:
        self._path = path
        self._channel = channel

    def send(self, message: Message) -> None:
        """Keep a message; one that has a key is kept once for each channel and receiver. Raises DeadTokenError."""
        if self._channel == "push" and message.to.startswith(DEAD):
            raise DeadTokenError
        item = {"at": datetime.now(UTC).isoformat(), "channel": self._channel, **message._asdict()}
        line = json.dumps({name: value for name, value in item.items() if value is not None}, ensure_ascii=False)
        with self._locked():
            if message.key is None or not self._has(message):
                file = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
                try:
                    os.write(file, line.encode() + b"\n")
                finally:
                    os.close(file)

    def read(self, limit: int = KEEP) -> list[dict[str, Any]]:
        """Return the last messages of every channel, newest first."""
        return [json.loads(line) for line in reversed(self._lines()[-limit:])]

    def trim(self, keep: int = 1000) -> int:
        """Forget all but the newest; how many went."""
        with self._locked():
            lines = self._lines()
            if len(lines) <= keep:
                return 0
            draft = self._path.with_suffix(".draft")
            with open(draft, "w", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
                file.writelines(f"{line}\n" for line in lines[-keep:])
            draft.replace(self._path)
            return len(lines) - keep

    def ping(self) -> None:
        """Nothing to reach."""

    def _lines(self) -> list[str]:
        return self._path.read_text(encoding="utf-8").split("\n")[:-1] if self._path.exists() else []

    def _has(self, message: Message) -> bool:
        mark = json.dumps(message.key, ensure_ascii=False)
        known = (json.loads(line) for line in self._lines() if mark in line)
        return any(
            (item["channel"], item["to"], item.get("key")) == (self._channel, message.to, message.key) for item in known
        )

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep every other writer out, in this process and in others."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(self._path.with_suffix(".lock"), os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
        finally:
            os.close(file)

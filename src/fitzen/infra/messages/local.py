"""The inbox: what was sent to people, kept where a developer can read it. Outside production only.

A file of JSON lines, so that every worker process sees the same inbox; a line is written by one append.
"""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from fitzen.infra.messages.base import Message

KEEP = 200


class Inbox:
    """`channel` is sms, email or push; `path` is shared by the three."""

    def __init__(self, path: Path, channel: str) -> None:
        self._path = path
        self._channel = channel

    def send(self, message: Message) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        item = {
            "at": datetime.now(UTC).isoformat(),
            "to": message.to,
            "channel": self._channel,
            "subject": message.subject,
            "text": message.text,
        }
        line = json.dumps({key: value for key, value in item.items() if value is not None}, ensure_ascii=False) + "\n"
        file = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(file, line.encode())
        finally:
            os.close(file)

    def read(self, limit: int = KEEP) -> list[dict[str, Any]]:
        """Return the last messages of every channel, newest first."""
        if not self._path.exists():
            return []
        lines = self._path.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in reversed(lines[-limit:])]

    def ping(self) -> None:
        """Nothing to reach."""

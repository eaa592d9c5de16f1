"""The sessions that `fitzen chat` keeps between runs: one a server, in a file that only its owner may read."""

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

OWNER_ONLY = 0o600


class Kept(NamedTuple):
    """`addresses`: what the person typed, and what the account answers to."""

    refresh_token: str
    addresses: tuple[str, ...] = ()


class SessionFile:
    """JSON, `{url: {refresh_token, addresses}}`. What cannot be read counts as nothing kept."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, url: str) -> Kept | None:
        try:
            entry = self._entries()[url]
            return Kept(str(entry["refresh_token"]), tuple(map(str, entry["addresses"])))
        except (KeyError, TypeError):
            return None

    def keep(self, url: str, kept: Kept) -> None:
        """Replace the file at once, so that another terminal never reads half of it."""
        self._write(self._entries() | {url: kept._asdict()})

    def forget(self, url: str) -> None:
        entries = self._entries()
        if entries.pop(url, None) is not None:
            self._write(entries)

    def _entries(self) -> dict[str, Any]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, entries: dict[str, Any]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "w", encoding="utf-8") as file:
            json.dump(entries, file, indent=1)
        draft.replace(self._path)

"""Files: photos and what else is too large for a record. The bytes go between the client and the store by signed URLs.

A key is `<user id>/…`, so that all that somebody has lies under one prefix, and ends with the extension of its type. A
signed URL is a capability: it works for its one key, method, type and length, until it expires, and for nothing else
(403).
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import IO, NamedTuple, Protocol

MAX_KEY = 500
ROUTE = "/files/"
UPLOADS = "uploads/"
"""What clients send lands under this, and is removed once it was written anew: it may say where it was taken."""
CACHED = "private, max-age=3600, immutable"
"""How a file is cached by whom it is shown to: under its key it never changes."""
TYPES = {
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".zip": "application/zip",
}


class Upload(NamedTuple):
    """How a client sends a file: by PUT to `url`, with these headers and exactly the bytes that were announced."""

    url: str
    headers: Mapping[str, str]


class Signed(NamedTuple):
    """What the query of a URL says that we answer ourselves; `length` is of an upload, in bytes."""

    method: str
    expires: int
    length: int = 0


class Served(Protocol):
    """Files that the API itself gives out and takes in, by signed URLs under `ROUTE`. A bucket does that by itself."""

    def check(self, key: str, signed: Signed, signature: str, now: datetime) -> None:
        """Raise ForbiddenError unless we signed just this, and it has not expired."""

    def get(self, key: str) -> bytes | None:
        """The bytes of a file, or None."""

    def receive(self, key: str, stream: IO[bytes], length: int) -> None:
        """Write what is uploaded, a piece at a time. Raises ForbiddenError when less than `length` comes."""


class Files(Protocol):
    """All methods may be called from many threads and raise UnavailableError when the store is down."""

    def put(self, key: str, data: bytes) -> None:
        """Write a file whole, in the place of one that is there."""

    def get(self, key: str) -> bytes | None:
        """The bytes of a file, or None."""

    def size(self, key: str) -> int | None:
        """How many bytes a file has, without reading it; None when there is none."""

    def delete(self, *keys: str) -> None:
        """Remove files; one that is not there is removed already. A bucket may keep an earlier version for a while."""

    def erase(self, prefix: str) -> None:
        """Remove all that starts with `prefix`, which ends with a slash, for good: earlier versions too."""

    def list(self, prefix: str) -> Iterator[str]:
        """The keys that start with `prefix`, which ends with a slash."""

    def remove_uploads(self, before: datetime) -> int:
        """Remove what was uploaded under `uploads/` before a time; how many. 0 where the store does it by itself."""

    def upload(self, key: str, length: int, expires: datetime) -> Upload:
        """A signed way to PUT one file of the key's type and of this length."""

    def url(self, key: str, expires: datetime) -> str:
        """A signed URL to GET one file. A relative one is meant against the address of the API."""

    def ping(self) -> None:
        """Return when the store answers."""


def check_key(key: str) -> None:
    """Raise ValueError for what is no key: a path that leads elsewhere, or one that some store cannot keep."""
    parts = key.split("/")
    if len(key) > MAX_KEY or not all(part and part.strip(".") and part.isprintable() for part in parts):
        raise ValueError(f"not a key: {key!r}")


def content_type(key: str) -> str:
    """The media type of a key, by its extension. Raises ValueError for one that is not kept here."""
    extension = key[key.rfind(".") :] if "." in key else ""
    if extension not in TYPES:
        raise ValueError(f"no such type of file: {key!r}")
    return TYPES[extension]

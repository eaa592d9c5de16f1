"""Read an export that somebody sends: nothing is unpacked onto the disk, and nothing is read beyond its limits."""

import hashlib
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pydantic import Field, ValidationError

from fitzen.errors import InvalidError, TooLargeError
from fitzen.infra.storage.base import MAX_BODY_BYTES
from fitzen.transfer import manifests
from fitzen.transfer.kinds import SOURCES
from fitzen.transfer.manifests import Manifest
from fitzen.web.fields import Model, Timestamp
from fitzen.web.parsing import invalid

CHUNK = 256 * 1024
RECORDS = "records/"
MAX_LINE = 2 * MAX_BODY_BYTES
MAX_MANIFEST = 20_000_000
MAX_PICTURE = 40_000_000
"""One that was written anew, without loss, can be larger than what may be uploaded."""
PICTURE = re.compile(r"[\w-]{1,150}\.(jpg|png|webp)", re.ASCII)
ENCRYPTED = 0x1


class Limits(NamedTuple):
    """The most that is taken of one file: its bytes, its entries, their bytes once unpacked, and those of records."""

    bytes: int = 200_000_000
    entries: int = 50_000
    unpacked: int = 1_000_000_000
    records: int = 100_000_000


SENT = Limits()
ON_DISK = Limits(bytes=20_000_000_000, entries=500_000, unpacked=40_000_000_000, records=1_000_000_000)
"""For a file of the operator's own, on the command line."""


class Line(Model):
    """A record as it is in the file."""

    kind: str
    id: str = Field(min_length=1, max_length=200)
    at: Timestamp
    group: str | None = Field(None, min_length=1, max_length=200)
    digest: str | None = Field(None, max_length=100)
    expires_at: Timestamp | None = None
    version: int
    seq: int
    body: dict[str, Any]


class Broken(NamedTuple):
    """A line that is no record, and why."""

    file: str
    line: int
    field: str
    message: str


class Archive:
    """An export, open for reading. `trusted`: this installation made it, and every entry is as it was.

    Raises InvalidError when it is no export, TooLargeError when it goes beyond the limits.
    """

    def __init__(self, file: IO[bytes], secrets: Sequence[str], limits: Limits) -> None:
        try:
            self._zip = ZipFile(file)
        except (BadZipFile, ValueError, OSError):
            raise _no_export("The file is not a zip archive, or it is cut short.") from None
        self._entries = _within(self._zip.infolist(), limits)
        self.manifest = self._read_manifest()
        self.trusted = self._is_whole() and self.manifest.signed_by(secrets)

    def _read_manifest(self) -> Manifest:
        if manifests.NAME not in self._entries:
            raise _no_export("This is not an export of Fitzen: it has no manifest.json.")
        data = self._whole(manifests.NAME, MAX_MANIFEST)
        try:
            return Manifest.model_validate_json(data or b"")
        except ValidationError:
            raise _no_export("Its manifest.json is not one that Fitzen writes.") from None

    def _is_whole(self) -> bool:
        told = self.manifest.entries
        if told.keys() != self._entries.keys() - {manifests.NAME}:
            return False
        return all(self._hash(name) == told[name] for name in told)

    def _hash(self, name: str) -> str:
        digest = hashlib.sha256()
        for piece in self._pieces(name):
            digest.update(piece)
        return digest.hexdigest()

    def unknown(self) -> list[str]:
        """Return the files of records whose kind does not come in."""
        files = [name.removeprefix(RECORDS) for name in self._entries if name.startswith(RECORDS)]
        return sorted(name for name in files if name.removesuffix(".jsonl") not in SOURCES)

    def lines(self, kind: str) -> Iterator[Line | Broken]:
        """Yield the records of a kind in the order of the file, and what is no record of it."""
        name = f"{RECORDS}{kind}.jsonl"
        if name not in self._entries:
            return
        with self._opened(name) as file:
            number = 0
            while text := _checked(name, lambda: file.readline(MAX_LINE + 1)):
                number += 1
                if text.strip():
                    yield _line(kind, name, number, text)
                if len(text) > MAX_LINE:
                    return  # what follows would be read from the middle of a line

    def has_picture(self, name: str) -> bool:
        return PICTURE.fullmatch(name) is not None and f"photos/{name}" in self._entries

    def picture(self, name: str) -> bytes | None:
        """Return a picture's bytes by its name; None when it is not there, or cannot be one."""
        return self._whole(f"photos/{name}", MAX_PICTURE) if self.has_picture(name) else None

    def _whole(self, name: str, most: int) -> bytes | None:
        """Return an entry's bytes, None where there are more than `most`."""
        if self._entries[name].file_size > most:
            return None
        return b"".join(self._pieces(name))

    def _pieces(self, name: str) -> Iterator[bytes]:
        with self._opened(name) as file:
            while piece := _checked(name, lambda: file.read(CHUNK)):
                yield piece

    def _opened(self, name: str) -> IO[bytes]:
        return _checked(name, lambda: self._zip.open(self._entries[name]))


def picture_name(key: str) -> str:
    """Return a picture's name in the file: its key without whose it was."""
    return key.partition("/")[2]


def _checked[T](name: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise _no_export(f"{name} in the file is broken.") from None


def _line(kind: str, file: str, number: int, text: bytes) -> Line | Broken:
    if len(text) > MAX_LINE:
        return Broken(
            file, number, "body", f"A line has at most {MAX_LINE // 1000} KB; the rest of the file is not read."
        )
    try:
        found = Line.model_validate_json(text)
    except ValidationError as error:
        first = invalid(error.errors(include_url=False, include_input=False)).errors[0]
        return Broken(file, number, first.field, first.message)
    if found.kind != kind:
        return Broken(file, number, "kind", f"This file holds records of the kind {kind}.")
    return found


def _within(infos: list[ZipInfo], limits: Limits) -> dict[str, ZipInfo]:
    """Return the entries by name. What they say of their size is the most that is ever read of them."""
    entries = {info.filename: info for info in infos if not info.is_dir()}
    records = sum(info.file_size for info in infos if info.filename.startswith(RECORDS))
    whole = sum(info.file_size for info in infos)
    if len(infos) > limits.entries or whole > limits.unpacked or records > limits.records:
        raise TooLargeError(
            f"An import has at most {limits.entries} files, {limits.unpacked // 1_000_000} MB when they are unpacked, "
            f"{limits.records // 1_000_000} MB of them records."
        )
    if len(entries) < sum(not info.is_dir() for info in infos):
        raise _no_export("The archive has two files of one name.")
    if any(info.flag_bits & ENCRYPTED or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for info in infos):
        raise _no_export("The archive is encrypted, or compressed in a way that exports are not.")
    return entries


def _no_export(message: str) -> InvalidError:
    return InvalidError.of("file", message)

"""Files in a folder of this machine; URLs are signed by HMAC and answered by the API itself, at `/files/…`."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO
from urllib.parse import quote, urlencode

from fitzen.errors import ForbiddenError, UnavailableError
from fitzen.infra import keys
from fitzen.infra.files.base import ROUTE, UPLOADS, Signed, Upload, check_key, content_type

CHUNK = 256 * 1024
DRAFT = ".draft"


class LocalFiles:
    """`folder` is made when it is needed; the first of `secrets` signs, any of them is taken."""

    def __init__(self, folder: Path, secrets: Sequence[str]) -> None:
        self._folder = folder
        self._secrets = secrets

    def put(self, key: str, data: bytes) -> None:
        with _draft(self._path(key)) as file:
            file.write(data)

    def get(self, key: str) -> bytes | None:
        try:
            return self._path(key).read_bytes()
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            return None

    def size(self, key: str) -> int | None:
        path = self._path(key)
        return path.stat().st_size if path.is_file() else None

    def delete(self, *keys: str) -> None:
        for key in keys:
            self._path(key).unlink(missing_ok=True)

    def erase(self, prefix: str) -> None:
        self.delete(*self.list(prefix))

    def list(self, prefix: str) -> Iterator[str]:
        """Yield the keys in the order of their names; drafts that a crash left are among them, to be removed too."""
        for path in sorted((self._folder / prefix).rglob("*")):
            if path.is_file():
                yield path.relative_to(self._folder).as_posix()

    def remove_uploads(self, before: datetime) -> int:
        removed = 0
        for path in (self._folder / UPLOADS).rglob("*"):
            with suppress(FileNotFoundError):  # another has removed it meanwhile
                if path.is_file() and path.stat().st_mtime < before.timestamp():
                    path.unlink()
                    removed += 1
        return removed

    def upload(self, key: str, length: int, expires: datetime) -> Upload:
        signed = Signed("PUT", int(expires.timestamp()), length)
        return Upload(self._url(key, signed), {"Content-Type": content_type(key)})

    def url(self, key: str, expires: datetime) -> str:
        return self._url(key, Signed("GET", int(expires.timestamp())))

    def ping(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnavailableError("The folder for files cannot be made.") from error

    def check(self, key: str, signed: Signed, signature: str, now: datetime) -> None:
        """Raise ForbiddenError unless we signed just this, and it has not expired."""
        if not any(keys.same(signature, _mac(secret, key, signed)) for secret in self._secrets):
            raise ForbiddenError("This link is not one that we gave.")
        if now.timestamp() >= signed.expires:
            raise ForbiddenError("This link has expired. Ask for a new one.")

    def receive(self, key: str, stream: IO[bytes], length: int) -> None:
        """Write what is uploaded, a piece at a time. Raises ForbiddenError when less than `length` comes."""
        with _draft(self._path(key)) as file:
            left = length
            while left and (piece := stream.read(min(CHUNK, left))):
                file.write(piece)
                left -= len(piece)
            if left:
                raise ForbiddenError(f"This link takes exactly {length} bytes.")

    def _path(self, key: str) -> Path:
        check_key(key)
        return self._folder.joinpath(*key.split("/"))

    def _url(self, key: str, signed: Signed) -> str:
        query = {name: value for name, value in signed._asdict().items() if value}
        return f"{ROUTE}{quote(key)}?{urlencode(query | {'signature': _mac(self._secrets[0], key, signed)})}"


def _mac(secret: str, key: str, signed: Signed) -> str:
    return keys.mac(secret, "files", key, *map(str, signed))


@contextmanager
def _draft(path: Path) -> Iterator[IO[bytes]]:
    """Write beside the file, then put it in its place: a reader sees the old one or the new one, whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=DRAFT, delete=False) as file:
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            Path(file.name).unlink()
            raise
    Path(file.name).replace(path)

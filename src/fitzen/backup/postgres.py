"""PostgreSQL, by its own means: a base backup a day, and the write-ahead log as it is written.

`pg_basebackup` copies the whole server while it serves, `pg_receivewal` streams every change after it, and a restore
plays them back to a moment. All databases of the server come along. A managed server (RDS) gives neither: it keeps the
same two things by itself (docs/disaster-recovery.md).
"""

import ctypes
import hashlib
import os
import pwd
import re
import shutil
import signal
import subprocess
import tarfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from fitzen.backup.base import (
    BROKEN,
    COUNTS,
    DRAFT,
    ERASED,
    BackupError,
    Restored,
    note_erased,
    read_json,
    sha256,
    stamp,
    sync_folder,
    unstamp,
    write_json,
)
from fitzen.infra.storage.base import Clock

SLOT = "fitzen_backup"
PR_SET_PDEATHSIG = 1
BASES, LOG = "bases", "wal"
ABOUT = "fitzen.json"
PARTIAL = ".partial"
_SEGMENT = re.compile(r"[0-9A-F]{24}")
BASE_AFTER = timedelta(days=1)
START_S, REPLAY_S, LAG_S = 60, 3600, 30
TOO_LATE = "recovery ended before configured recovery target was reached"


class Programs(NamedTuple):
    """PostgreSQL's own programs: in `folder`, or on the path; run as `user` when we are root, which they refuse."""

    folder: Path | None = None
    user: str | None = None

    def command(self, name: str) -> str:
        found = shutil.which(name, path=None if self.folder is None else str(self.folder))
        if found is None:
            raise BackupError(f"{name} is not here. Install PostgreSQL's programs, or say by --pg-bin where they are.")
        return found

    def run(self, name: str, *arguments: str, as_user: bool = False) -> None:
        """Raise BackupError with the program's own last words when it fails."""
        whose: Mapping[str, Any] = {}
        if as_user and os.geteuid() == 0:
            if self.user is None:
                raise BackupError("PostgreSQL does not run as root. Say by --pg-user which account it runs as.")
            whose = {"user": self.user, "group": _group(self.user), "extra_groups": []}
        with TemporaryDirectory() as folder:
            # Not a pipe: a server that is started keeps it, and it would never end.
            said = Path(folder) / "said"
            with said.open("wb") as file:
                done = subprocess.run(  # noqa: S603 # PostgreSQL's programs, with paths that the operator gave
                    [self.command(name), *arguments],
                    stdout=file,
                    stderr=file,
                    stdin=subprocess.DEVNULL,
                    check=False,
                    cwd="/",
                    **whose,
                )
            if done.returncode:
                told = [line for line in said.read_text(errors="replace").splitlines() if line.strip()]
                raise BackupError(f"{name}: {' '.join(told[-2:]) or f'ended with {done.returncode}'}")


class Base(NamedTuple):
    """A base backup; from `at` on, moments can be restored by it."""

    path: Path
    at: datetime


class PostgresBackup:
    """Back up the server of `url` into `folder`, for one process at a time."""

    def __init__(self, url: str, folder: Path, clock: Clock, programs: Programs) -> None:
        self._url, self._folder, self._clock, self._programs = url, folder, clock, programs
        self._receiver: subprocess.Popen[bytes] | None = None
        self._base_at: datetime | None = None
        self._secrets = TemporaryDirectory(prefix="fitzen-backup-")

    def take(self) -> datetime:
        """See that changes are streamed and the base is of today; when everything acknowledged was in the backup.

        Ends when what was written until now has been streamed to the disk. Raises BackupError.
        """
        try:
            with psycopg.connect(self._url, autocommit=True, connect_timeout=START_S) as connection:
                self._stream()
                if self._base_at is None or self._clock() - self._base_at >= BASE_AFTER:
                    self._base_at = self._take_base()
                at = self._clock()
                self._wait_for_stream(connection)
                note_erased(self._folder, (row[0] for row in connection.execute(ERASED)))
        except psycopg.Error as error:
            raise BackupError(f"PostgreSQL: {str(error).strip()}") from None
        return at

    def close(self) -> None:
        """Stop streaming. The slot stays, so that the next time goes on where this one ended."""
        receiver, self._receiver = self._receiver, None
        if receiver is not None:
            receiver.send_signal(signal.SIGINT)
            receiver.wait(START_S)
        self._secrets.cleanup()

    def _stream(self) -> None:
        if self._receiver is not None and self._receiver.poll() is None:
            return
        log, how = self._folder / LOG, self._how()
        log.mkdir(parents=True, exist_ok=True)
        self._programs.run("pg_receivewal", "-d", how, "-w", "--slot", SLOT, "--create-slot", "--if-not-exists")
        self._receiver = subprocess.Popen(  # noqa: S603 # as above
            [
                self._programs.command("pg_receivewal"),
                "-d",
                how,
                "-w",
                "-n",
                "-D",
                str(log),
                "--slot",
                SLOT,
                "--synchronous",
            ],
            preexec_fn=_end_with_parent,  # noqa: PLW1509 # there is one thread
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _take_base(self) -> datetime:
        """A base backup, checked against PostgreSQL's own manifest. It is there by its name only when it is whole."""
        begun = self._clock()
        folder = self._folder / BASES / stamp(begun)
        draft = folder.with_name(folder.name + DRAFT)
        for left in (self._folder / BASES).glob(f"*{DRAFT}"):
            shutil.rmtree(left)
        draft.mkdir(parents=True)
        how = ("-Ft", "--compress=gzip:1", "-X", "stream", "--checkpoint=fast", "--manifest-checksums=SHA256")
        self._programs.run("pg_basebackup", "-d", self._how(), "-w", "-D", str(draft), *how)
        _verify(draft)
        finished = self._clock()
        hashes = {path.name: sha256(path) for path in sorted(draft.iterdir())}
        write_json(draft / ABOUT, {"format": 1, "at": finished.isoformat(), "files": hashes})
        draft.replace(folder)
        sync_folder(folder.parent)
        return begun

    def _wait_for_stream(self, connection: psycopg.Connection) -> None:
        """Wait until the receiver has on its disk all that is on the server's."""
        end = connection.execute("SELECT pg_current_wal_flush_lsn()").fetchone()
        until = time.monotonic() + LAG_S
        while time.monotonic() < until:
            if connection.execute(_STREAMED, (*(end or ()), SLOT)).fetchone() == (True,):
                return
            if self._receiver is None or self._receiver.poll() is not None:
                raise BackupError("pg_receivewal ended. Does the role have REPLICATION, and pg_hba.conf let it in?")
            time.sleep(0.05)
        raise BackupError(f"The changes of the last {LAG_S} seconds have not been streamed.")

    def _how(self) -> str:
        """The connection for PostgreSQL's programs; the password by a file, which no list of processes shows."""
        given = conninfo_to_dict(self._url)
        password = given.pop("password", None)
        given.pop("dbname", None)  # pg_basebackup and pg_receivewal take the server, not a database
        if password is None:
            return make_conninfo("", **given)
        path = Path(self._secrets.name) / "pgpass"
        escaped = str(password).replace("\\", "\\\\").replace(":", "\\:")
        path.touch(0o600)
        path.write_text(f"*:*:*:*:{escaped}\n")
        return make_conninfo("", **given, passfile=str(path))


def _end_with_parent() -> None:
    """Let Linux end the receiver when we die without a word; it would hold the slot against whoever starts next."""
    with suppress(AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)


_STREAMED = (
    "SELECT r.flush_lsn >= %s::pg_lsn FROM pg_replication_slots AS s"
    " JOIN pg_stat_replication AS r ON r.pid = s.active_pid WHERE s.slot_name = %s"
)


def _verify(base: Path) -> None:
    """Compare what was received with the server's manifest, as pg_verifybackup does. Raises BackupError."""
    manifest = read_json(base / "backup_manifest")
    expected = {each["Path"]: each["Checksum"] for each in manifest["Files"]}
    with tarfile.open(base / "base.tar.gz") as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name in expected else None
            if file is not None and hashlib.file_digest(file, "sha256").hexdigest() == expected[member.name]:  # type: ignore[arg-type] # typeshed has no readinto for it
                del expected[member.name]
    if expected:
        raise BackupError(f"PostgreSQL's base backup is not whole: {min(expected)} is missing or damaged.")


def bases(folder: Path) -> list[Base]:
    """The base backups, oldest first. Raises BackupError on one that says nothing of itself."""
    found = []
    for path in sorted((folder / BASES).glob("*Z")):
        about = read_json(path / ABOUT)
        unstamp(path.name)
        found.append(Base(path, datetime.fromisoformat(about["at"])))
    return found


def prune(folder: Path, before: datetime, programs: Programs) -> int:
    """Remove bases, and the log before them, that no moment from `before` on needs; how many bases went."""
    every = bases(folder)
    old = [base for base in every if base.at <= before]
    if len(old) < 2:  # noqa: PLR2004 - the last of the old ones is needed
        return 0
    for base in old[:-1]:
        shutil.rmtree(base.path)
    programs.run("pg_archivecleanup", str(folder / LOG), _first_segment(old[-1]))
    return len(old) - 1


def check(base: Base) -> None:
    """Compare a base with what it says of itself. Raises BackupError."""
    for name, digest in read_json(base.path / ABOUT)["files"].items():
        path = base.path / name
        if not path.exists() or sha256(path) != digest:
            raise BackupError(f"{path} is gone or damaged. Restore to a moment before it by --at.")


def restore(folder: Path, target: Path, at: datetime | None, part: str, url: str, programs: Programs) -> Restored:
    """Make a data directory at `target` (empty, or not there) with the state of `at`, or the last there is.

    The server is started on a socket of its own, where nobody else finds it, until it has played back the changes; what
    is restored is checked there, and the server stopped. Raises BackupError; `target` is emptied again then.
    """
    every = bases(folder)
    chosen = [base for base in every if at is None or base.at <= at]
    if not chosen:
        began = f" It begins at {every[0].at.isoformat()}." if every else ""
        raise BackupError(f"{folder} has no backup of that time or before.{began}")
    check(chosen[-1])
    if target.exists() and any(target.iterdir()):
        raise BackupError(f"{target} is not empty. PostgreSQL is restored into a new folder.")
    target.mkdir(parents=True, exist_ok=True)
    try:
        return _restore(chosen[-1], folder / LOG, target, at, part, url, programs)
    except BaseException:
        for left in target.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        raise


def _restore(
    base: Base, log: Path, target: Path, at: datetime | None, part: str, url: str, programs: Programs
) -> Restored:
    for name, where in (("base.tar.gz", target), ("pg_wal.tar.gz", target / "pg_wal")):
        with tarfile.open(base.path / name) as archive:
            archive.extractall(where, filter="data")
    for lock in target.glob(".s.PGSQL.*"):  # of a server whose socket lies among its data
        lock.unlink()
    target.chmod(0o700)
    (target / "recovery.signal").touch()
    _copy_log(log, target / "pg_wal", _first_segment(base))
    # A path to a socket has at most 100 bytes.
    with TemporaryDirectory(prefix="fz-", dir="/tmp") as scratch:
        socket = Path(scratch)
        (socket / "hba.conf").write_text("local all all trust\n")
        (socket / "empty.conf").touch()
        own([target, socket], programs)
        if at is not None:
            with suppress(_EndsBeforeError), _started(target, socket, at, programs):
                return _look(socket, url, part, base.at)._replace(reached=at)
        with _started(target, socket, None, programs):
            return _look(socket, url, part, base.at)


class _EndsBeforeError(Exception):
    """The log ends before the moment asked for: everything in it is to be played back."""


def _copy_log(log: Path, to: Path, first: str) -> None:
    """Put the log from its segment `first` on beside what the base brought. Raises BackupError where one is missing.

    PostgreSQL would take a gap for the end. The segment that was being streamed has another name, which it does not look
    for.
    """
    for path in sorted(log.iterdir()):
        name = path.name.removesuffix(PARTIAL)
        finished = name != path.name and (log / name).exists()
        if not finished and (not _SEGMENT.fullmatch(name) or name[8:] >= first[8:]):
            shutil.copyfile(path, to / name)
    segments = [path for path in to.iterdir() if _SEGMENT.fullmatch(path.name)]
    in_one = 2**32 // segments[0].stat().st_size if segments else 1
    numbers = {int(each.name[8:16], 16) * in_one + int(each.name[16:], 16) for each in segments}
    missing = set(range(min(numbers, default=0), max(numbers, default=0))) - numbers
    if missing:
        high, low = divmod(min(missing), in_one)
        raise BackupError(f"{log} lacks the segment {first[:8]}{high:08X}{low:08X}: restore to a moment before it.")


@contextmanager
def _started(target: Path, socket: Path, at: datetime | None, programs: Programs) -> Iterator[None]:
    """Run the server until it has recovered, out of everybody's way; then stop it."""
    settings = {
        "listen_addresses": "",
        "port": "5432",
        "unix_socket_directories": str(socket),
        "hba_file": str(socket / "hba.conf"),
        "restore_command": "exit 1",  # all of the log is in its place already
        "recovery_target_action": "promote",
        "archive_mode": "off",
        "primary_conninfo": "",
        "hot_standby": "off",
        "ssl": "off",
        "shared_preload_libraries": "",
        "logging_collector": "off",
        "log_destination": "stderr",
    }
    if at is not None:
        settings["recovery_target_time"] = at.isoformat()
    if not (target / "postgresql.conf").exists():
        settings["config_file"] = str(socket / "empty.conf")
    options = " ".join(f"-c {name}={_quoted(value)}" for name, value in settings.items())
    log = socket / "server.log"
    start = ("-D", str(target), "-l", str(log), "-o", options, "-w", "-t", str(START_S), "start")
    try:
        programs.run("pg_ctl", *start, as_user=True)
        yield
    except BackupError:
        if at is not None and log.exists() and TOO_LATE in log.read_text(errors="replace"):
            raise _EndsBeforeError from None
        raise
    finally:
        if (target / "postmaster.pid").exists():
            programs.run("pg_ctl", "-D", str(target), "-m", "fast", "-w", "stop", as_user=True)


def _look(socket: Path, url: str, part: str, since: datetime) -> Restored:
    """Wait until the server takes connections, and look at what it has; `since` when nothing was played back."""
    given: dict[str, Any] = {**conninfo_to_dict(url), "host": str(socket)}
    given = {name: value for name, value in given.items() if name not in ("port", "password", "hostaddr", "sslmode")}
    until = time.monotonic() + REPLAY_S
    while True:
        try:
            with psycopg.connect(**given, autocommit=True) as connection:
                played = connection.execute("SELECT pg_last_xact_replay_timestamp()").fetchone()
                reached = played[0] if played and played[0] else since
                counts = connection.execute(COUNTS).fetchone()
                broken = connection.execute(BROKEN).fetchone()
                return Restored(part, "postgresql", reached, *(counts or ()), *(broken or ()))
        except psycopg.OperationalError as error:
            if time.monotonic() > until or not _alive(socket):
                raise BackupError(f"PostgreSQL did not recover: {_last_words(socket, error)}") from None
            time.sleep(0.1)


def _alive(socket: Path) -> bool:
    return any(socket.glob(".s.PGSQL.*.lock"))


def _last_words(socket: Path, error: Exception) -> str:
    lines = (socket / "server.log").read_text(errors="replace").splitlines()
    return next((line for line in reversed(lines) if "FATAL" in line or "PANIC" in line), str(error).strip())


def own(folders: list[Path], programs: Programs) -> None:
    """Give folders to the account that PostgreSQL runs as, where we are root."""
    if os.geteuid() or programs.user is None:
        return
    uid, group = pwd.getpwnam(programs.user).pw_uid, _group(programs.user)
    for folder in folders:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, uid, group)


def _group(user: str) -> int:
    return pwd.getpwnam(user).pw_gid


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "'\\''") + "'"


def _first_segment(base: Base) -> str:
    """The name of the first segment of the log that a base needs, as its own label says."""
    with tarfile.open(base.path / "base.tar.gz") as archive:
        label = archive.extractfile("backup_label")
        words = label.read().decode().split() if label else []
    return words[words.index("(file") + 1].rstrip(")")

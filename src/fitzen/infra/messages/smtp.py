"""Email by any SMTP server, encrypted on its way: STARTTLS, or TLS from the first byte.

A connection is kept for the next message. Before it is used again it is asked whether it still stands; once a message
is on its way nothing is repeated, for the server may have it.
"""

import hashlib
import logging
import smtplib
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime, formataddr, localtime, make_msgid
from typing import NamedTuple

from fitzen.errors import UnavailableError
from fitzen.infra.messages.base import LIST_UNSUBSCRIBE, Message, RefusedError, list_headers

LIMIT_S = 9.5
"""For everything that one message takes."""
CONNECT_TIMEOUT_S = 4.0
PING_S = 3.0
KEPT_S = 30.0
"""Servers close what is idle, few sooner than this."""
MOST_KEPT = 4
SUBJECT = "Fitzen"
READY, NOT_NOW, PERMANENT = 220, 400, 500

log = logging.getLogger(__name__)


class Server(NamedTuple):
    """`encrypted` is how: from the first byte (`tls`), after STARTTLS, or not at all (`none`), within this machine only."""

    host: str
    port: int
    encrypted: str = "starttls"
    user: str = ""
    password: str = ""


class _Policy(EmailPolicy):
    """As `email.policy.SMTP`, but a link stays whole: one longer than a line would become encoded words, which no client opens."""

    def fold_binary(self, name: str, value: str) -> bytes:
        if name == LIST_UNSUBSCRIBE:
            return f"{name}: {value}\r\n".encode("ascii")
        return super().fold_binary(name, value)


POLICY = _Policy(linesep="\r\n")


class _Kept(NamedTuple):
    connection: smtplib.SMTP
    since: float


class Smtp:
    """`sender` is an address that the server takes mail from, `name` what is shown for it."""

    def __init__(
        self,
        server: Server,
        sender: str,
        name: str = "",
        limit_s: float = LIMIT_S,
    ) -> None:
        self._server = server
        self._sender = sender
        self._from = formataddr((name, sender))
        self._limit_s = limit_s
        self._lock = threading.Lock()
        self._kept: list[_Kept] = []

    def send(self, message: Message) -> None:
        """Hand a message over; the same key gives the same Message-ID, by which some servers drop a second one."""
        mail = self._mail(message)
        until = time.monotonic() + self._limit_s
        with self._told(), self._connected(until) as connection:
            connection.send_message(mail, self._sender, [message.to])

    def ping(self) -> None:
        with self._told(), self._connected(time.monotonic() + PING_S):
            pass

    def close(self) -> None:
        with self._lock:
            kept, self._kept = self._kept, []
        for each in kept:
            each.connection.close()

    def _mail(self, message: Message) -> EmailMessage:
        mail = EmailMessage(policy=POLICY)
        try:
            mail["From"] = self._from
            mail["To"] = message.to
            mail["Subject"] = message.subject or SUBJECT
        except ValueError:  # a line break, which would begin another header
            raise RefusedError("This message cannot be sent to that address.") from None
        mail["Date"] = format_datetime(localtime())
        mail["Message-ID"] = self._id(message)
        mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence is answered to us
        for name, value in list_headers(message).items():
            mail[name] = value
        mail.set_content(message.text, cte="quoted-printable")
        return mail

    def _id(self, message: Message) -> str:
        domain = self._sender.rpartition("@")[2]
        if message.key is None:
            return make_msgid(domain=domain)
        return f"<{hashlib.sha256(f'{message.key} {message.to}'.encode()).hexdigest()[:40]}@{domain}>"

    @contextmanager
    def _connected(self, until: float) -> Iterator[smtplib.SMTP]:
        """Lend a connection; it is closed when something goes wrong or takes too long, and kept otherwise."""
        connection = self._standing(until) or self._open(until)
        with _ended(connection, until):
            yield connection
        with self._lock:
            if len(self._kept) < MOST_KEPT:
                self._kept.append(_Kept(connection, time.monotonic()))
                return
        connection.close()

    def _standing(self, until: float) -> smtplib.SMTP | None:
        while True:
            with self._lock:
                if not self._kept:
                    return None
                connection, since = self._kept.pop()
            with suppress(smtplib.SMTPException, OSError):
                if time.monotonic() < since + KEPT_S:
                    with _ended(connection, min(until, time.monotonic() + 1)):
                        if connection.noop()[0] < NOT_NOW:
                            return connection
            connection.close()

    def _open(self, until: float) -> smtplib.SMTP:
        host, port, encrypted, user, password = self._server
        connection = self._connection(max(0.1, min(CONNECT_TIMEOUT_S, until - time.monotonic())))
        with _ended(connection, until):
            code, _ = connection.connect(host, port)
            if code != READY:
                raise smtplib.SMTPConnectError(code, b"")
            if encrypted == "starttls":
                connection.starttls(context=ssl.create_default_context())
            if user:
                connection.login(user, password)
        return connection

    def _connection(self, timeout: float) -> smtplib.SMTP:
        """Return one that does not connect yet. Our name is given: looking the machine's up may take very long."""
        name = self._sender.rpartition("@")[2]
        if self._server.encrypted == "tls":
            trusted = ssl.create_default_context()
            connection: smtplib.SMTP = smtplib.SMTP_SSL(local_hostname=name, timeout=timeout, context=trusted)
        else:
            connection = smtplib.SMTP(local_hostname=name, timeout=timeout)
        connection._host = self._server.host  # type: ignore[attr-defined] # noqa: SLF001 - the name that TLS checks, else set only where the constructor connects
        return connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Raise whatever goes wrong as the port says it; the log has the server's code, which quotes nobody."""
        try:
            yield
        except smtplib.SMTPRecipientsRefused as error:
            code = min(code for code, _ in error.recipients.values())
            raise _told("a receiver", code, for_good=code >= PERMANENT) from None
        except smtplib.SMTPDataError as error:
            raise _told("a message", error.smtp_code, for_good=error.smtp_code >= PERMANENT) from None
        except smtplib.SMTPAuthenticationError as error:
            raise _told("MAIL_URL's user and password", error.smtp_code) from None
        except smtplib.SMTPResponseException as error:
            raise _told("the sender or the connection", error.smtp_code) from None
        except smtplib.SMTPNotSupportedError:
            raise _told("STARTTLS, a login or letters that are not ASCII", 0) from None
        except (smtplib.SMTPException, OSError) as error:
            log.error("The mail server does not answer: %s", type(error).__name__)  # noqa: TRY400 - it may quote the receiver
            raise _unavailable() from None


@contextmanager
def _ended(connection: smtplib.SMTP, until: float) -> Iterator[None]:
    """Cut the connection when the block is not left in time: a server that answers letter by letter never times out.

    It is closed when something goes wrong.
    """
    timer = threading.Timer(max(0.05, until - time.monotonic()), lambda: _cut(connection))
    timer.daemon = True
    timer.start()
    try:
        yield
    except BaseException:
        connection.close()
        raise
    finally:
        timer.cancel()


def _cut(connection: smtplib.SMTP) -> None:
    with suppress(OSError):
        if connection.sock is not None:
            connection.sock.shutdown(socket.SHUT_RDWR)


def _told(what: str, code: int, *, for_good: bool = False) -> UnavailableError:
    log.error("The mail server refuses %s: %d", what, code)
    return RefusedError("This message cannot be sent to that address.") if for_good else _unavailable()


def _unavailable() -> UnavailableError:
    return UnavailableError("Mail cannot be sent at the moment. Please try again.")

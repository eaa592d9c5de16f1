"""What the SMTP adapter does beyond the contract: encryption, one connection for many, and whatever can go wrong."""

import logging
import time
from pathlib import Path

import pytest
from tests.fixtures import smtp
from tests.fixtures.messaging import SENDER, smtp_at

from fitzen.errors import UnavailableError
from fitzen.infra.messages.base import Message, RefusedError
from fitzen.infra.messages.smtp import Server, Smtp

ANA, TEXT = "ana@example.com", "Blood pressure at 7"
MAIL = Message(ANA, TEXT, "Reminder", "k")


def test_what_arrives_has_all_that_a_mail_needs(mail_server: smtp.Server) -> None:
    mailer = smtp_at(mail_server)
    mailer.send(MAIL)
    mailer.send(MAIL)
    mailer.send(MAIL._replace(key=None))
    mailer.close()
    first, second, third = mail_server.mails
    assert first["From"] == f"Fitzen <{SENDER}>"
    assert (first["To"], first["Subject"], first["Auto-Submitted"]) == (ANA, "Reminder", "auto-generated")
    assert first["Date"].datetime.tzinfo is not None
    assert first.get_content_type() == "text/plain"
    assert mail_server.envelopes[0] == (SENDER, ANA)
    assert first["Message-ID"] == second["Message-ID"] != third["Message-ID"]
    assert all(each["Message-ID"].endswith("@example.com>") for each in mail_server.mails)
    assert mail_server.encrypted == [True] * 3


def test_a_mail_client_reads_the_link_that_ends_these_mails_as_it_is(mail_server: smtp.Server) -> None:
    """On one line and in no encoded words, which a link longer than a line would become (RFC 2047, RFC 8058)."""
    link = f"https://fitzen.example/api/mail/unsubscribe?user_id={'u' * 36}&reminder_id={'r' * 36}&key={'k_-' * 14}"
    mailer = smtp_at(mail_server)
    mailer.send(MAIL._replace(unsubscribe=link, subject="Größe 💪 " * 20))
    mailer.send(MAIL._replace(unsubscribe=link.replace("https:", "http:")))
    mailer.send(MAIL)
    mailer.close()
    first, *others = mail_server.sources
    head, _, _ = first.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    assert [line for line in lines if line.startswith(b"List-")] == [
        f"List-Unsubscribe: <{link}>".encode(),
        b"List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    ]
    assert max(len(line) for line in lines if not line.startswith(b"List-Unsubscribe:")) <= 78
    assert mail_server.mails[0]["Subject"] == "Größe 💪 " * 20
    assert not [each for each in others if b"List-" in each]


def test_one_connection_does_for_many_and_a_new_one_for_one_that_is_gone(mail_server: smtp.Server) -> None:
    mailer = smtp_at(mail_server)
    for _ in range(3):
        mailer.send(MAIL)
    assert len({each.split()[0] for each in mail_server.commands}) == 1
    mail_server.how = {"NOOP": "cut"}
    mailer.send(MAIL)
    mailer.close()
    assert len({each.split()[0] for each in mail_server.commands}) == 2
    assert len(mail_server.mails) == 4


def test_tls_from_the_first_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with smtp.serving(tmp_path, tls=True, user="a", password="b") as server:
        mailer = Smtp(Server("127.0.0.1", server.port, "tls", "a", "b"), SENDER)
        with pytest.raises(UnavailableError):  # nobody vouches for the certificate
            mailer.send(MAIL)
        monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
        mailer.send(MAIL)
        mailer.close()
        assert server.encrypted == [True]


def test_nothing_is_said_to_a_server_that_does_not_encrypt(mail_server: smtp.Server) -> None:
    mail_server.starttls = False
    with pytest.raises(UnavailableError):
        smtp_at(mail_server).send(MAIL)
    mail_server.starttls, mail_server.answers = True, {"STARTTLS": "454 not now"}
    with pytest.raises(UnavailableError):
        smtp_at(mail_server).send(MAIL)
    assert {each.split()[1] for each in mail_server.commands} == {"EHLO", "STARTTLS"}


def test_nothing_is_said_to_a_server_that_nobody_vouches_for(tmp_path: Path) -> None:
    with smtp.serving(tmp_path) as server:
        with pytest.raises(UnavailableError):
            smtp_at(server).send(MAIL)
        assert {each.split()[1] for each in server.commands} == {"EHLO", "STARTTLS"}


def test_on_this_machine_neither_encryption_nor_a_login_is_needed(tmp_path: Path) -> None:
    with smtp.serving(tmp_path) as server:
        mailer = Smtp(Server("127.0.0.1", server.port, "none"), SENDER)
        mailer.ping()
        mailer.send(MAIL)
        mailer.close()
        assert (len(server.mails), server.encrypted) == (1, [False])


def test_a_wrong_password_is_the_operators_to_know(mail_server: smtp.Server, caplog: pytest.LogCaptureFixture) -> None:
    server = Server("127.0.0.1", mail_server.port, "starttls", "fitzen", "another-secret")
    with caplog.at_level(logging.DEBUG), pytest.raises(UnavailableError) as raised:
        Smtp(server, SENDER).send(MAIL)
    assert type(raised.value) is UnavailableError
    assert "MAIL_URL's user and password: 535" in caplog.text
    assert "another-secret" not in caplog.text


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ({"RCPT": f"550 5.1.1 <{ANA}> no such user"}, RefusedError),
        ({"RCPT": f"450 4.2.1 <{ANA}> greylisted"}, UnavailableError),
        ({"END": "554 5.7.1 looks like spam"}, RefusedError),
        ({"END": "452 4.3.1 disk full"}, UnavailableError),
        ({"MAIL": "550 5.7.1 not your address"}, UnavailableError),
        ({"CONNECT": "554 go away"}, UnavailableError),
        ({"CONNECT": "421 too busy"}, UnavailableError),
        ({"MAIL": "421 4.7.0 too many"}, UnavailableError),
        ({"EHLO": "what?"}, UnavailableError),
        ({"MAIL": "\x00\xff"}, UnavailableError),
    ],
    ids=lambda value: next(iter(value.items()))[1][:12] if isinstance(value, dict) else value.__name__,
)
def test_a_refusal_is_for_good_where_it_is_about_the_message(
    mail_server: smtp.Server, caplog: pytest.LogCaptureFixture, answers: dict[str, str], error: type[Exception]
) -> None:
    mail_server.answers = answers
    mailer = smtp_at(mail_server)
    with caplog.at_level(logging.DEBUG), pytest.raises(UnavailableError) as raised:
        mailer.send(MAIL)
    assert type(raised.value) is error
    told = caplog.text + str(raised.value) + repr(raised.value.__cause__)
    assert not [secret for secret in (ANA, TEXT, "p@ss:word") if secret in told]
    mail_server.answers = {}
    mailer.send(MAIL)
    mailer.close()
    assert len(mail_server.mails) == 1


@pytest.mark.parametrize("how", ["cut", "silence", "drip"])
@pytest.mark.parametrize("word", ["CONNECT", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "END"])
def test_a_server_that_goes_silent_is_given_up_in_time(mail_server: smtp.Server, how: str, word: str) -> None:
    mail_server.how = {word: how}
    mailer = smtp_at(mail_server, limit_s=1.5)
    start = time.monotonic()
    with pytest.raises(UnavailableError):
        mailer.send(MAIL)
    assert time.monotonic() - start < 6
    assert len(mail_server.mails) == (1 if word == "END" else 0), "and nothing is repeated once it may have been taken"
    mailer.close()


@pytest.mark.parametrize("message", [MAIL._replace(subject="a\r\nBcc: ben@example.com"), MAIL._replace(to="a@b.c\nx")])
def test_a_line_break_makes_no_other_header(mail_server: smtp.Server, message: Message) -> None:
    with pytest.raises(RefusedError):
        smtp_at(mail_server).send(message)
    assert mail_server.commands == []

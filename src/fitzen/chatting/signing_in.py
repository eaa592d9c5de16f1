"""Signing in from a terminal: an address, its code, and the second factor where it is on."""

import re
from collections.abc import Collection
from typing import NamedTuple

import httpx

from fitzen.chatting.client import AnsweredError, Client, CutError, NotSignedInError
from fitzen.chatting.events import Json
from fitzen.chatting.terminal import NobodyToAskError, Terminal

TRIES = 3
SHORTEST_NUMBER = 6
"""Digits; fewer than that are the end of too many numbers."""
CODE = re.compile(r"\b\d{6}\b")
DIGITS = re.compile(r"\D")
HINT = "Give --phone or --email, and --yes to take the code from the server's inbox."


class Address(NamedTuple):
    """`kind` is phone or email; `text` as it was typed."""

    kind: str
    text: str

    def is_one_of(self, others: Collection[str]) -> bool:
        return any(self.matches(other) for other in others)

    def matches(self, other: str) -> bool:
        """Say whether the other is the same; a phone number may be written without its country code."""
        if self.kind == "email":
            return self.text.casefold() == other.casefold()
        own, its = (DIGITS.sub("", text) for text in (self.text, other))
        if self.text.startswith("+") or "@" in other:
            return self.text.startswith("+") and own == its
        national = own.lstrip("0")
        return len(national) >= SHORTEST_NUMBER and its.endswith(national)


def sign_in(client: Client, terminal: Terminal, address: Address | None, *, yes: bool) -> None:
    """Use the kept session, or make one. Raises NotSignedInError when nobody can be asked, AnsweredError."""
    kept = client.sessions.read(client.url)
    if kept and (address is None or address.is_one_of(kept.addresses)):
        try:
            client.refresh()
        except NotSignedInError:
            terminal.notice("Your session has ended.")
        else:
            return
    client.get_public("/health")  # before anybody is asked for anything
    try:
        _enter(client, terminal, address or _ask_address(terminal), yes=yes)
    except (EOFError, NobodyToAskError):
        raise NotSignedInError(f"You are not signed in. {HINT}") from None


def _ask_address(terminal: Terminal) -> Address:
    text = ""
    while not text:
        text = terminal.ask("Your email or phone number: ")
    return Address("email" if "@" in text else "phone", text)


def _enter(client: Client, terminal: Terminal, address: Address, *, yes: bool) -> None:
    body = {address.kind: address.text}
    code = _send_code(client, terminal, address)
    for left in reversed(range(TRIES)):
        given = _choose(terminal, code, yes=yes)
        try:
            found = client.post_public("/api/auth/verify-otp", body | {"otp": given})
            break
        except AnsweredError as error:
            if not left or error.code not in {401, 422}:
                raise
            terminal.notice(str(error))
            code = None
    if found.get("mfa_required"):
        found = _second_factor(client, terminal, found["mfa_token"])
    client.use(found, (address.text,))
    terminal.notice(f"Signed in at {client.url}; the session is kept.")


def _send_code(client: Client, terminal: Terminal, address: Address) -> str | None:
    """Have a code sent, and return it where the server's inbox shows it."""
    before = _inbox(client)
    try:
        client.post_public("/api/auth/send-otp", {address.kind: address.text}, patient=False)
    except AnsweredError as error:
        if error.code != httpx.codes.TOO_MANY_REQUESTS:
            raise
        terminal.notice(f"{error} The last code may still work.")
        before = before and []
    if before is None:
        terminal.notice(f"A code is on its way to {address.text}.")
        return None
    terminal.notice(f"A code was sent to {address.text}. Codes are shown at {client.url}/dev/inbox")
    return _newest(_inbox(client) or [], before, address)


def _inbox(client: Client) -> list[Json] | None:
    """Return what was sent to people, newest first; None in production, which has no inbox."""
    try:
        return list(client.get_public("/dev/inbox.json")["items"])
    except (AnsweredError, CutError, KeyError, TypeError):
        return None


def _newest(items: list[Json], before: list[Json], address: Address) -> str | None:
    for item in items:
        found = CODE.search(str(item.get("text")))
        if found and item not in before and address.matches(str(item.get("to"))):
            return found[0]
    return None


def _choose(terminal: Terminal, code: str | None, *, yes: bool) -> str:
    if code is None:
        return terminal.ask("The code: ")
    return code if yes else terminal.ask(f"The code [Enter takes {code}]: ") or code


def _second_factor(client: Client, terminal: Terminal, token: str) -> Json:
    """Ask for a code of the authenticator, or a recovery code, until one is right."""
    for left in reversed(range(TRIES)):
        given = terminal.ask("The code of your authenticator, or a recovery code: ")
        field = "code" if CODE.fullmatch(given) else "recovery_code"
        try:
            return client.post_public("/api/auth/mfa/verify", {"mfa_token": token, field: given})
        except AnsweredError as error:
            if not left or error.code not in {401, 422}:
                raise
            terminal.notice(str(error))
    raise AssertionError

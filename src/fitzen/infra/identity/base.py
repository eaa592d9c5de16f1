"""Who somebody is, proven by a code, a password or both. Fitzen issues the session itself, whatever the provider.

An address is `("phone", E.164)` or `("email", lower-cased)`. Proving one says nothing about accounts: `auth/` links
addresses to users. Answers and their timing are the same whether an address is known or not.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

from fitzen.infra.identity.codes import Language


class Address(NamedTuple):
    channel: Literal["phone", "email"]
    value: str


class CodeSent(NamedTuple):
    """Seconds until the code expires, and until another may be asked for."""

    expires_in: int
    retry_after: int


class Person(NamedTuple):
    """What a provider's own directory is told of somebody: never anything of their health.

    `accounts` are (provider, the provider's name of the account), such as ("google", "1234"); `attributes` are those
    of the reference: subscription_status, subscription_expires, fitness_level, onboarding_completed.
    """

    user_id: str
    addresses: Sequence[Address]
    accounts: Sequence[tuple[str, str]]
    attributes: Mapping[str, str]


class Identity(Protocol):
    """Raises TooManyError on too many codes or tries, UnauthorizedError on a wrong code or password.

    All but `ping` may raise UnavailableError; the call may then be repeated. `has_directory`: there is one to `mirror` people into.
    """

    @property
    def has_directory(self) -> bool: ...

    def send_code(self, address: Address, now: datetime, language: Language = "en") -> CodeSent:
        """Send a code that signs in, or that verifies a registration; what is said with it is in that language."""

    def verify_code(self, address: Address, code: str, now: datetime, *, sign_in_only: bool = False) -> None:
        """Return once the code was right; it works once, and only the newest one does.

        A code that `register` sent makes the password registered with it valid, where the address has none yet. With
        `sign_in_only` it does not: then a stranger who registered somebody's address gains nothing by their code.
        """

    def register(self, address: Address, password: str, now: datetime, language: Language = "en") -> CodeSent:
        """Keep a password for an address that is still to be verified; claims nothing, changes no valid password."""

    def login(self, address: Address, password: str, now: datetime) -> None:
        """Return once the password was right for a verified address."""

    def forgot(self, address: Address, now: datetime, language: Language = "en") -> CodeSent:
        """Send a code that resets the password."""

    def reset(self, address: Address, code: str, password: str, now: datetime) -> None:
        """Set a new password by such a code."""

    def share(self, source: Address, target: Address, now: datetime) -> None:
        """Make the password of `source`, if it has one, that of `target` too: both belong to one person."""

    def forget(self, address: Address) -> None:
        """Remove what is known of an address (erasure); how often it was used lately stays until it does not count."""

    def mirror(self, person: Person, now: datetime) -> None:
        """Tell the provider's directory what is known of a person; nothing happens where it knows that already."""

    def forget_person(self, user_id: str) -> None:
        """Remove from the directory whoever was mirrored there without an address. Safe to repeat."""

    def ping(self) -> None:
        """Return when the provider can be reached. Raises UnavailableError."""

"""users.csv: who has the data. Ids follow from the old ones, so that the same files make the same people.

An address belongs to who has proven it. Where somebody has signed up here by themselves with an address of the row, the
row's data go to them, as they would if they had come back later: to prove the address is all that either asks for. Where
another row of users.csv has it, each keeps an account of their own, and the address stays with the first.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from fitzen.auth import service as auth
from fitzen.errors import InvalidError
from fitzen.infra.base import Infra
from fitzen.infra.identity.base import Address
from fitzen.infra.storage.base import OwnerErasedError, Put
from fitzen.records import Json
from fitzen.transfer import profiles
from fitzen.transfer.legacy import values
from fitzen.transfer.legacy.reports import LegacyReport
from fitzen.transfer.legacy.rows import Cells, RefusedError, Row
from fitzen.users.models import User
from fitzen.users.service import USER, profile
from fitzen.users.subscription import subscribe
from fitzen.web.parsing import check

NAMESPACE = UUID("5c1f0d2e-7f0b-5e0a-9d57-6b1c8a1f4e21")
"""Of the ids that are made of old ones; drawn at random, once."""
COLUMNS = frozenset(
    [
        "id",
        "name",
        "email",
        "phone",
        "avatar",
        "is_premium",
        "created_at",
        "onboarding_completed",
        "coach_gender",
        "coach_style",
    ]
)
GENDERS: dict[str, str] = {"female": "female", "male": "male", "neutral": "neutral", "woman": "female", "man": "male"}
STYLES: dict[str, str] = {
    "gentle": "gentle", "supportive": "gentle", "friendly": "gentle", "direct": "direct", "drill": "drill",
    "drill_sergeant": "drill", "strict": "drill", "tough": "drill",
}  # fmt: skip
ERASED = "This person has erased their account here, and nothing of it is brought back."


def new_id(file: str, *parts: str) -> str:
    """Name what an old row becomes."""
    return str(uuid5(NAMESPACE, "/".join((file, *parts))))


@dataclass(slots=True)
class People:
    """Whose data are whose: `known` is from an old id to the user id here, None where the row was not taken."""

    infra: Infra
    report: LegacyReport
    now: datetime
    known: dict[str, str | None]

    def take(self, row: Row) -> None:
        """Make a person of a row, or find the one they are. Raises RefusedError."""
        self.known[row.id] = None
        self.known[row.id] = self._taken(row)

    def owner(self, cells: Cells) -> str:
        """Return whose a row is. Raises RefusedError."""
        old = cells.need("user_id", values.old_id)
        if old not in self.known:
            user_id = new_id("users", old)
            self.known[old] = user_id if self.infra.store.get(user_id, USER, user_id) else None
        found = self.known[old]
        if found is None:
            raise RefusedError("user_id", "This person is neither in users.csv, with a row that was taken, nor here.")
        return found

    def touched(self) -> Iterator[str]:
        yield from sorted({user_id for user_id in self.known.values() if user_id is not None})

    def _taken(self, row: Row) -> str:
        cells = Cells(row, self.report)
        user_id = new_id("users", row.id)
        if self.infra.store.get(user_id, USER, user_id) is not None:
            self.report.record(row, "same")
            return user_id
        said, addresses = self._said(cells), self._addresses(cells)
        holders = self._holders(addresses)
        others = {holder for holder in holders.values() if holder not in self.known.values()}
        if len(others) > 1:
            raise RefusedError("email", "The phone and the email of this row belong to two different accounts here.")
        if others:
            return self._linked(row, others.pop(), said)
        self._note_taken(cells, holders)
        return self._made(row, user_id, said, addresses, holders)

    def _holders(self, addresses: list[Address]) -> dict[Address, str]:
        found = {address: auth.holder_of(self.infra, address) for address in addresses}
        return {address: holder for address, holder in found.items() if holder is not None}

    def _linked(self, row: Row, user_id: str, said: Json) -> str:
        self.report.note(row, "id", f"Somebody has signed up here with this address: the data go to {user_id}.")
        taken = profiles.restore(self.infra.store, user_id, said, trusted=False)
        if taken.why:
            self.report.note(row, "", taken.why)
        if "subscription_status" in said and profile(self.infra.store, user_id)["subscription_status"] == "free":
            subscribe(self.infra.store, user_id, "premium", None, self.now)
        self.report.record(row, "new" if taken.outcome == "new" else "same")
        return user_id

    def _made(self, row: Row, user_id: str, said: Json, addresses: list[Address], holders: dict[Address, str]) -> str:
        free = [address for address in addresses if address not in holders]
        if not free:
            self.report.note(row, "", "Nobody can sign in to this account yet: it has no address of its own.")
        body: Json = {"id": user_id, **said, **{address.channel: address.value for address in free}}
        try:
            user = check(User, body)
        except InvalidError as error:
            raise RefusedError(error.errors[0].field, error.errors[0].message) from None
        put = Put(user_id, USER, user_id, user.model_dump_json(exclude_none=True), user.created_at)
        try:
            auth.settle(self.infra, put, free, self.now)
        except OwnerErasedError:
            raise RefusedError("id", ERASED) from None
        self.report.record(row, "new")
        return user_id

    def _note_taken(self, cells: Cells, holders: dict[Address, str]) -> None:
        for address in holders:
            cells.note(address.channel, "Another row of users.csv had this address first; it stays there.")

    def _addresses(self, cells: Cells) -> list[Address]:
        region = self.infra.settings.default_region
        found = (cells.get("phone", values.phone(region)), cells.get("email", values.email))
        return [address for address in found if address is not None]

    def _said(self, cells: Cells) -> Json:
        if cells.get("avatar", str):
            cells.note("avatar", "A picture at a web address is not fetched.")
        created = cells.time("created_at")
        if created is None:
            cells.note("created_at", "It is not known; the time of this import stands for it.")
        said: Json = {
            "created_at": (created or self.now).isoformat(),
            "onboarding_completed": cells.get("onboarding_completed", values.flag) or False,
        }
        if name := cells.text("name", 120):
            said["name"] = name
        gender, style = cells.get("coach_gender", _GENDER), cells.get("coach_style", _STYLE)
        if gender or style:
            said["coach"] = {key: word for key, word in (("gender", gender), ("style", style)) if word}
        if cells.get("is_premium", values.flag):
            said["subscription_status"] = "premium"
        return said


_GENDER = values.one_of(GENDERS)
_STYLE = values.one_of(STYLES)

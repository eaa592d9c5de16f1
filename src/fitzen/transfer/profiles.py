"""A profile that comes in: what somebody says of themselves, never how they sign in or what they pay."""

from fitzen.infra.storage.base import Store
from fitzen.records import Json, loads, run_again
from fitzen.transfer.restoring import Taken
from fitzen.users.models import Profile
from fitzen.users.service import get_user, keep

SAID = (*Profile.model_fields, "onboarding_completed")
UNSAID: Json = Profile().model_dump(mode="json", exclude_none=True) | {"onboarding_completed": False}


@run_again
def restore(store: Store, owner: str, said: Json, *, trusted: bool) -> Taken:
    """Fill in what the profile here does not say yet. Raises InvalidError."""
    record = get_user(store, owner)
    stored = loads(record.body)
    names = [*SAID, "targets"] if trusted else SAID
    told = {name: said[name] for name in names if name in said and said[name] != UNSAID.get(name)}
    other = {name: value for name, value in told.items() if value != stored.get(name)}
    taken = {name: value for name, value in other.items() if stored.get(name) in (None, UNSAID.get(name))}
    kept = [name for name in other if name not in taken]
    if taken:
        keep(store, record, stored | taken)
    why = f"This is something else here, and stays so: {', '.join(kept)}." if kept else None
    return Taken("new" if taken else "conflict" if kept else "same", why)

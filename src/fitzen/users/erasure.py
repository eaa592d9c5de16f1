"""Erase a person: what they wrote, what was derived, how they sign in. In batches, and safe to repeat."""

from datetime import datetime

from fitzen.auth import service as auth
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Store
from fitzen.users.service import profile


def erase(infra: Infra, user_id: str, now: datetime) -> None:
    """Remove everything. The record of the person goes last, so that a repeat finds what is left to do."""
    auth.erase(infra, profile(infra.store, user_id), now)
    for store in {id(store): store for store in (infra.chat_store, infra.store)}.values():
        erase_all(store, user_id)


def erase_all(store: Store, owner: str) -> None:
    while not store.erase(owner):
        pass

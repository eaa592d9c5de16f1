"""Erase a person: what they wrote, what was derived, how they sign in. In batches, and safe to repeat."""

from fitzen.auth import service as auth
from fitzen.infra.storage.base import Store
from fitzen.users.service import profile
from fitzen.web.context import Context


def erase(app: Context, user_id: str) -> None:
    """Remove everything. The record of the person goes last, so that a repeat finds what is left to do."""
    auth.erase(app, profile(app.infra.store, user_id))
    for store in {id(store): store for store in (app.infra.chat_store, app.infra.store)}.values():
        erase_all(store, user_id)


def erase_all(store: Store, owner: str) -> None:
    while not store.erase(owner):
        pass

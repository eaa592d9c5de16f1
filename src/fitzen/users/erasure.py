"""Erase a person: what they wrote, what was derived, how they sign in. In batches, and safe to repeat."""

from fitzen.auth import service as auth
from fitzen.devices import service as devices
from fitzen.entities import memory_of
from fitzen.infra.files.base import UPLOADS
from fitzen.infra.storage.base import Store
from fitzen.photos.service import counter_of
from fitzen.web.context import Context


def erase(app: Context, user_id: str) -> None:
    """Remove everything. How the person signs in goes last, so that they can repeat what was interrupted."""
    devices.erase(app.infra, user_id)
    for store in {id(store): store for store in (app.infra.chat_store, app.infra.store)}.values():
        erase_all(store, user_id)
    for owner in (memory_of(user_id), counter_of(user_id)):
        erase_all(app.infra.store, owner)
    for prefix in (f"{user_id}/", f"{UPLOADS}{user_id}/"):
        app.infra.files.erase(prefix)
    auth.erase(app, user_id)


def erase_all(store: Store, owner: str) -> None:
    while not store.erase(owner):
        pass

"""The one picture of something: a profile's avatar, a recipe's image. Announced, uploaded and checked as photos are."""

from collections.abc import Collection
from datetime import datetime

from fitzen.errors import NotFoundError
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Delete, Op, Put, Record
from fitzen.photos import processing, service
from fitzen.photos.models import PictureIn
from fitzen.records import EPOCH, Json, dumps, load, loads, many, new_id, run_again

PICTURE = "picture"
AVATAR = "avatar"


def recipe(recipe_id: str) -> str:
    """Name the picture of a recipe."""
    return f"recipe-{recipe_id}"


@run_again
def announce(infra: Infra, user_id: str, name: str, body: PictureIn, now: datetime) -> Json:
    """Say that a picture will come, and sign its upload; what is shown stays until it is complete."""
    processing.check_announced(body.content_type, body.bytes)
    record = infra.store.get(user_id, PICTURE, name, deleted=True)
    coming = {"id": new_id(int(now.timestamp() * 1000)), **body.model_dump()}
    stored = _body(record) | {"coming": coming}
    infra.store.write([_put(user_id, name, stored, record)])
    return {"upload": service.signed_upload(infra, service.upload_key(user_id, coming), coming, now)}


@run_again
def complete(infra: Infra, user_id: str, name: str, now: datetime) -> Json:
    """Check what was uploaded and show it from now on. Raises NotFoundError when nothing was announced."""
    record = load(infra.store, user_id, PICTURE, name, "picture")
    stored = loads(record.body)
    coming = stored.get("coming")
    if coming is None:
        return get(infra, user_id, name, now)
    uploaded = service.upload_key(user_id, coming)
    shown = service.take(infra, uploaded, coming, service.keys(f"{user_id}/{name}-{coming['id']}", coming))
    trash = service.trash(user_id, new_id(int(now.timestamp() * 1000)), stored, now)
    ops: list[Op] = [_put(user_id, name, shown, record), *trash]
    infra.store.write(ops)
    infra.files.delete(uploaded)
    _empty(infra, ops)
    return service.urls(infra, shown, now) | {"width": shown["width"], "height": shown["height"]}


@run_again
def bring(infra: Infra, user_id: str, name: str, data: bytes, content_type: str, now: datetime) -> bool:
    """Show a picture whose file is at hand, checked and written anew, where there is none; else say if it is the same.

    Raises UnsupportedMediaError, TooLargeError, InvalidError.
    """
    processing.check_announced(content_type, len(data))
    cleaned = processing.clean(data, content_type)
    record = infra.store.get(user_id, PICTURE, name, deleted=True)
    stored = _body(record)
    if "key" in stored:
        return infra.files.get(stored["key"]) == cleaned.image
    named = service.keys(f"{user_id}/{name}-{new_id(int(now.timestamp() * 1000))}", {"content_type": content_type})
    infra.store.write([_put(user_id, name, service.keep(infra, cleaned, named), record)])
    return True


def get(infra: Infra, user_id: str, name: str, now: datetime) -> Json:
    """Return the picture with its signed URLs. Raises NotFoundError."""
    stored = _body(infra.store.get(user_id, PICTURE, name))
    if "key" not in stored:
        raise NotFoundError("There is no picture yet.")
    return service.urls(infra, stored, now) | {"width": stored["width"], "height": stored["height"]}


def urls(infra: Infra, user_id: str, names: Collection[str], now: datetime) -> dict[str, str]:
    """Return the signed URL of each of these that has a picture; at most 100 names, one read."""
    found = many(infra.store, user_id, PICTURE, sorted(names))
    signed = {name: service.urls(infra, loads(record.body), now) for name, record in found.items()}
    return {name: each["url"] for name, each in signed.items() if each}


@run_again
def delete(infra: Infra, user_id: str, name: str, now: datetime) -> None:
    """Remove a picture and its files; one that is not there is removed already."""
    record = infra.store.get(user_id, PICTURE, name)
    if record is None:
        return
    trash = service.trash(user_id, new_id(int(now.timestamp() * 1000)), loads(record.body), now)
    ops: list[Op] = [Delete(user_id, PICTURE, name, record.version), *trash]
    infra.store.write(ops)
    _empty(infra, ops)


def _empty(infra: Infra, ops: Collection[Op]) -> None:
    """Remove at once the files that a write made superfluous."""
    for op in ops:
        if op.kind == service.TRASH and (record := infra.store.get(op.owner, op.kind, op.id)):
            service.empty_trash(infra, record)


def _body(record: Record | None) -> Json:
    return {} if record is None or record.deleted else loads(record.body)


def _put(user_id: str, name: str, body: Json, record: Record | None) -> Put:
    return Put(user_id, PICTURE, name, dumps(body), EPOCH, record.version if record else 0)

"""The one picture of something: a profile's avatar, a recipe's image. Announced, uploaded and checked as photos are."""

from collections.abc import Collection, Sequence
from datetime import datetime

from fitzen.errors import NotFoundError
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Delete, Put, Record, Store
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
    infra.store.write([_put(user_id, name, stored, record), service.counted(infra.store, user_id, now)])
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
    mark = new_id(int(now.timestamp() * 1000))
    files = service.trash(user_id, mark, service.keys(f"{user_id}/{name}-{mark}", coming), now + service.WRITTEN_WITHIN)
    shown = service.take(infra, uploaded, coming, files)
    gone = _trash(user_id, [*service.shown_files(stored), uploaded], now)
    service.keep(infra, [_put(user_id, name, shown, record), gone], files)
    service.empty_trash(infra, gone)
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
    mark = new_id(int(now.timestamp() * 1000))
    files = service.keys(f"{user_id}/{name}-{mark}", {"content_type": content_type})
    coming = service.trash(user_id, mark, files, now + service.WRITTEN_WITHIN)
    shown = service.written(infra, cleaned, coming)
    service.keep(infra, [_put(user_id, name, shown, record), service.counted(infra.store, user_id, now)], coming)
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
    ops = removal(infra.store, user_id, name, now)
    if ops:
        infra.store.write(ops)
        service.empty_trash(infra, ops[1])


def removal(store: Store, user_id: str, name: str, now: datetime) -> tuple[Delete, Put] | tuple[()]:
    """Return what removes a picture together with what it is of; its files go with the next clean-up. One read."""
    record = store.get(user_id, PICTURE, name)
    if record is None:
        return ()
    stored = loads(record.body)
    uploaded = [service.upload_key(user_id, stored["coming"])] if "coming" in stored else []
    gone = _trash(user_id, [*service.shown_files(stored), *uploaded], now)
    return Delete(user_id, PICTURE, name, record.version), gone


def _trash(user_id: str, keys: Sequence[str], now: datetime) -> Put:
    return service.trash(user_id, new_id(int(now.timestamp() * 1000)), keys, now)


def _body(record: Record | None) -> Json:
    return {} if record is None or record.deleted else loads(record.body)


def _put(user_id: str, name: str, body: Json, record: Record | None) -> Put:
    return Put(user_id, PICTURE, name, dumps(body), EPOCH, record.version if record else 0)

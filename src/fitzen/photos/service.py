"""Photos of oneself: announced, uploaded to a signed URL, checked and written anew, then shown by signed URLs.

The record comes first (`pending`, never shown), the file after; what is announced and never uploaded goes after a day.
Files whose record is gone are listed in a `trash` record of the same write, so that a crash leaves none behind.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from fitzen import entities
from fitzen.entities import Change, Entity
from fitzen.errors import ConflictError, InvalidError
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Delete, Op, OwnerErasedError, Put, Record, Store, WriteConflict
from fitzen.photos import processing
from fitzen.photos.models import PhotoBody, PhotoIn, PhotoQuery
from fitzen.records import Json, Saved, dumps, loads, run_again
from fitzen.users.service import profile
from fitzen.users.subscription import entitlements

PHOTO, TRASH = "photo", "trash"
PENDING, READY = "pending", "ready"
UPLOADED_WITHIN = timedelta(minutes=15)
PENDING_FOR = timedelta(days=1)
SHOWN_FOR = timedelta(hours=2)


def announce(infra: Infra, user_id: str, body: PhotoIn, now: datetime) -> tuple[Saved, Json]:
    """Save that a photo will come, and sign its upload; again the same signs anew. Raises as `check_announced`."""
    saved = entities.save(infra.store, PHOTOS, user_id, body, now)
    stored = loads(saved.body)
    upload = None if stored["status"] == READY else signed_upload(infra, upload_key(user_id, stored), stored, now)
    return saved, {"photo": shown(infra, stored, now), "upload": upload}


def signed_upload(infra: Infra, key: str, announced: Json, now: datetime) -> Json:
    """Say how to send the file of `announced` {content_type, bytes}."""
    expires = now + UPLOADED_WITHIN
    upload = infra.files.upload(key, announced["bytes"], expires)
    return {"method": "PUT", "url": upload.url, "headers": dict(upload.headers), "expires_at": expires.isoformat()}


def upload_key(user_id: str, stored: Json) -> str:
    return f"uploads/{user_id}/{stored['id']}{processing.EXTENSIONS[stored['content_type']]}"


@run_again
def complete(infra: Infra, user_id: str, photo_id: str, now: datetime) -> tuple[Json, int]:
    """Check what was uploaded and make it the photo; again, it is there already. Returns it and its version.

    Raises ConflictError while nothing has come, InvalidError and UnsupportedMediaError for what is not the picture.
    """
    record = entities.get(infra.store, PHOTOS, user_id, photo_id)
    stored = loads(record.body)
    if stored["status"] == READY:
        return shown(infra, stored, now), record.version
    ready = stored | {"status": READY} | take(infra, upload_key(user_id, stored), stored, _keys(user_id, stored))
    put = Put(user_id, PHOTO, photo_id, dumps(ready), record.at, record.version, READY)
    infra.store.write([put])
    infra.files.delete(upload_key(user_id, stored))
    return shown(infra, ready, now), record.version + 1


@run_again
def bring(infra: Infra, user_id: str, photo_id: str, body: PhotoBody, data: bytes, now: datetime) -> None:
    """Save a photo whose file is at hand, checked and written anew, under an id that nothing has had yet.

    Raises as `announce` and `complete`; then nothing is left.
    """
    own, *also = PHOTOS.ops(infra.store, Change(user_id, photo_id, None, body, now))
    assert isinstance(own, Put)  # noqa: S101 - what is created is put
    stored = loads(own.body)
    found = keep(infra, processing.clean(data, body.content_type), _keys(user_id, stored))
    infra.store.write([own._replace(body=dumps(stored | {"status": READY} | found), group=READY, due_at=None), *also])


def _keys(user_id: str, stored: Json) -> Json:
    """Name the files of a photo, by when it was taken: `{user_id}/{timestamp}_front.jpg`."""
    at = datetime.fromisoformat(stored["taken_at"]).astimezone(UTC)
    return keys(f"{user_id}/{at:%Y%m%dT%H%M%S}-{stored['id'][-8:]}_{stored['pose']}", stored)


def keys(name: str, announced: Json) -> Json:
    """Name the files of a picture: {key, thumbnail_key}."""
    extension = processing.EXTENSIONS[announced["content_type"]]
    return {"key": f"{name}{extension}", "thumbnail_key": f"{name}_small{extension}"}


def take(infra: Infra, uploaded: str, announced: Json, found: Json) -> Json:
    """Make a picture and its thumbnail of what was uploaded; returns their keys with {width, height}."""
    data = infra.files.get(uploaded)
    if data is None:
        raise ConflictError("The picture has not been uploaded yet.")
    if len(data) != announced["bytes"]:
        raise InvalidError.of("bytes", f"{announced['bytes']} bytes were announced, and {len(data)} came.")
    return keep(infra, processing.clean(data, announced["content_type"]), found)


def keep(infra: Infra, cleaned: processing.Cleaned, found: Json) -> Json:
    """Put the files of a picture under their keys; returns these with {width, height}."""
    infra.files.put(found["key"], cleaned.image)
    infra.files.put(found["thumbnail_key"], cleaned.thumbnail)
    return {**found, "width": cleaned.width, "height": cleaned.height}


def list_photos(infra: Infra, user_id: str, query: PhotoQuery, now: datetime) -> Json:
    """List what is ready, newest first, with signed URLs."""
    page = infra.store.list(
        user_id,
        PHOTO,
        group=READY,
        after=query.after,
        before=query.before,
        limit=query.limit,
        cursor=query.cursor,
    )
    found = [loads(record.body) for record in page.items]
    items = [shown(infra, stored, now) for stored in found if query.pose in (None, stored["pose"])]
    return {"items": items, "next_cursor": page.next_cursor}


def delete_photo(infra: Infra, user_id: str, photo_id: str, now: datetime, if_match: int | None = None) -> None:
    """Delete a photo and its files; one that is not there is deleted already."""
    entities.remove(infra.store, PHOTOS, user_id, photo_id, now, if_match)
    trash = infra.store.get(user_id, TRASH, photo_id)
    if trash is not None:
        empty_trash(infra, trash)


def shown(infra: Infra, stored: Json, now: datetime) -> Json:
    """Return a photo as a client sees it."""
    photo = {name: value for name, value in stored.items() if name not in ("key", "thumbnail_key")}
    return photo | urls(infra, stored, now)


def urls(infra: Infra, stored: Json, now: datetime) -> Json:
    """Sign the URLs of a picture; the same within the hour, so that a browser need not fetch it again."""
    if "key" not in stored:
        return {}
    expires = now.replace(minute=0, second=0, microsecond=0) + SHOWN_FOR
    return {
        "url": infra.files.url(stored["key"], expires),
        "thumbnail_url": infra.files.url(stored["thumbnail_key"], expires),
    }


def _ops(store: Store, change: Change[PhotoBody]) -> Sequence[Op]:
    before = loads(change.record.body) if change.record else {}
    if change.after is None:
        return [PHOTOS.delete(change), *trash(change.owner, change.id, before, change.now)]
    if change.record is None:
        _check_room(store, change.owner, change.now)
    processing.check_announced(change.after.content_type, change.after.bytes)
    taken: Json = {name: before[name] for name in ("key", "thumbnail_key", "width", "height") if name in before}
    if taken and (before["content_type"], before["bytes"]) != (change.after.content_type, change.after.bytes):
        raise InvalidError.of("content_type", "Another picture is another photo: announce it under an id of its own.")
    derived = {"day": change.after.taken_at.date().isoformat(), "status": READY if taken else PENDING, **taken}
    return [
        PHOTOS.put(
            change,
            change.after.taken_at.astimezone(UTC),
            derived=derived,
            group=derived["status"],
            due_at=None if taken else change.now + PENDING_FOR,
        )
    ]


def _check_room(store: Store, owner: str, now: datetime) -> None:
    """Raise InvalidError when the subscription has no room for another photo; those that are there stay."""
    most = entitlements(profile(store, owner), now).photos
    if most is not None and len(store.list(owner, PHOTO, limit=most).items) >= most:
        raise InvalidError.of("id", f"Your plan keeps {most} photos. Delete one, or take a plan without that limit.")


def trash(owner: str, id: str, stored: Json, now: datetime) -> Iterator[Put]:
    """Yield the put that remembers which files are to be removed, due at once; nothing if there are none."""
    if "key" in stored:
        keys = [stored["key"], stored["thumbnail_key"]]
        yield Put(owner, TRASH, id, dumps({"keys": keys}), now, due_at=now)


def remove_stale(infra: Infra, now: datetime, limit: int = 100) -> int:
    """Remove photos that were announced and never came, and files that nothing shows any more; how many.

    For the clean-up job: safe to repeat, and to run twice at once.
    """
    stale = infra.store.due(PHOTO, now, limit)
    for record in stale:
        stored = loads(record.body)
        with suppress(WriteConflict, OwnerErasedError):  # it has come meanwhile, or is gone
            infra.store.write([Delete(*record[:3], record.version)])
            infra.files.delete(upload_key(record.owner, stored), *_keys(record.owner, stored).values())
    trashed = infra.store.due(TRASH, now, limit)
    for record in trashed:
        with suppress(WriteConflict, OwnerErasedError):
            empty_trash(infra, record)
    return len(stale) + len(trashed) + infra.files.remove_uploads(now - PENDING_FOR)


def empty_trash(infra: Infra, record: Record) -> None:
    """Remove files that nothing shows any more, then what remembered them."""
    infra.files.delete(*loads(record.body)["keys"])
    infra.store.write([Delete(record.owner, TRASH, record.id, record.version)])


PHOTOS = Entity(PHOTO, "photo", PhotoBody, _ops)

"""Photos of oneself and of meals: announced, uploaded to a signed URL, checked and written anew, then shown by signed URLs.

The record comes first (`pending`, never shown), the file after; what is announced and never uploaded goes after a day.
A `trash` record lists files that no record shows: those that are being written until the write that shows them, and
those of a record from the write on that deletes it. So neither a crash nor a race leaves any behind.
"""

from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import get_args

from fitzen import entities
from fitzen.entities import Change, Entity
from fitzen.errors import ConflictError, InvalidError, StaleError
from fitzen.infra.base import Infra
from fitzen.infra.files.base import UPLOADS
from fitzen.infra.storage import limits
from fitzen.infra.storage.base import (
    SYSTEM,
    Delete,
    Op,
    OwnerErasedError,
    Page,
    Put,
    Record,
    Store,
    WriteConflict,
    encode_cursor,
)
from fitzen.photos import processing
from fitzen.photos.models import PhotoBody, PhotoIn, PhotoQuery, Pose
from fitzen.records import Json, Saved, dumps, loads, new_id, run_again
from fitzen.users.service import profile
from fitzen.users.subscription import entitlements
from fitzen.web.answers import MAX_LIMIT

PHOTO, TRASH = "photo", "trash"
PENDING, READY = "pending", "ready"
OF_ONESELF = frozenset(get_args(Pose)) - {"meal"}
UPLOADED_WITHIN = timedelta(minutes=15)
PENDING_FOR = timedelta(days=1)
SHOWN_FOR = timedelta(hours=2)
WRITTEN_WITHIN = timedelta(hours=1)
ANNOUNCED = [limits.Rule(300, timedelta(days=1))]
TOO_MANY = "You have sent 300 pictures within a day. Please go on tomorrow."


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
    return f"{UPLOADS}{user_id}/{stored['id']}{processing.EXTENSIONS[stored['content_type']]}"


@run_again
def complete(infra: Infra, user_id: str, photo_id: str, now: datetime) -> tuple[Json, int]:
    """Check what was uploaded and make it the photo; again, it is there already. Returns it and its version.

    Raises ConflictError while nothing has come, InvalidError and UnsupportedMediaError for what is not the picture.
    """
    record = entities.get(infra.store, PHOTOS, user_id, photo_id)
    stored = loads(record.body)
    if stored["status"] == READY:
        return shown(infra, stored, now), record.version
    mark = new_id(int(now.timestamp() * 1000))
    coming = trash(user_id, mark, _keys(user_id, stored, mark), now + WRITTEN_WITHIN)
    ready = stored | {"status": READY} | take(infra, upload_key(user_id, stored), stored, coming)
    keep(infra, [Put(user_id, PHOTO, photo_id, dumps(ready), record.at, record.version, READY)], coming)
    infra.files.delete(upload_key(user_id, stored))
    return shown(infra, ready, now), record.version + 1


@run_again
def bring(infra: Infra, user_id: str, photo_id: str, body: PhotoBody, data: bytes, now: datetime) -> None:
    """Save a photo whose file is at hand, checked and written anew, under an id that nothing has had yet.

    Raises as `announce` and `complete`; then nothing is left.
    """
    own, *also = PHOTOS.ops(infra.store, Change(user_id, photo_id, None, body, now))
    assert isinstance(own, Put)  # noqa: S101 - what is created is put
    cleaned, stored, mark = (
        processing.clean(data, body.content_type),
        loads(own.body),
        new_id(int(now.timestamp() * 1000)),
    )
    coming = trash(user_id, mark, _keys(user_id, stored, mark), now + WRITTEN_WITHIN)
    ready = dumps(stored | {"status": READY} | written(infra, cleaned, coming))
    keep(infra, [own._replace(body=ready, group=READY, due_at=None), *also], coming)


def _keys(user_id: str, stored: Json, mark: str) -> list[str]:
    """Name the files of a photo, by when it was taken: `{user_id}/{timestamp}_front.jpg`."""
    at = datetime.fromisoformat(stored["taken_at"]).astimezone(UTC)
    return keys(f"{user_id}/{at:%Y%m%dT%H%M%S}-{mark[-12:]}_{stored['pose']}", stored)


def keys(name: str, announced: Json) -> list[str]:
    """Name the files of a picture: itself, and its thumbnail."""
    extension = processing.EXTENSIONS[announced["content_type"]]
    return [f"{name}{extension}", f"{name}_small{extension}"]


def take(infra: Infra, uploaded: str, announced: Json, coming: Put) -> Json:
    """Make a picture and its thumbnail of what was uploaded; returns {key, thumbnail_key, width, height}.

    They are in the trash, as `coming` says, until `keep` takes them out; each call writes files of its own names.
    """
    data = infra.files.get(uploaded)
    if data is None:
        raise ConflictError("The picture has not been uploaded yet.")
    if len(data) != announced["bytes"]:
        raise InvalidError.of("bytes", f"{announced['bytes']} bytes were announced, and {len(data)} came.")
    return written(infra, processing.clean(data, announced["content_type"]), coming)


def written(infra: Infra, cleaned: processing.Cleaned, coming: Put) -> Json:
    """Write the files of a picture, which are in the trash as `take` says; returns the same."""
    key, thumbnail_key = loads(coming.body)["keys"]
    infra.store.write([coming])
    infra.files.put(key, cleaned.image)
    infra.files.put(thumbnail_key, cleaned.thumbnail)
    return {"key": key, "thumbnail_key": thumbnail_key, "width": cleaned.width, "height": cleaned.height}


def keep(infra: Infra, ops: Sequence[Op], coming: Put) -> None:
    """Write what shows a picture from now on; its files leave the trash, or go at once when that fails."""
    try:
        infra.store.write([*ops, Delete(coming.owner, TRASH, coming.id, 1)])
    except WriteConflict:
        empty_trash(infra, coming)
        raise
    except OwnerErasedError:
        infra.files.erase(f"{coming.owner}/")  # of somebody who is erased no version may stay
        raise


def list_photos(infra: Infra, user_id: str, query: PhotoQuery, now: datetime) -> Json:
    """List what is ready, newest first, with signed URLs; without a pose what is of oneself, and no meals."""
    page = _of(infra.store, user_id, query, {query.pose} if query.pose else OF_ONESELF)
    items = [shown(infra, loads(record.body), now) for record in page.items]
    return {"items": items, "next_cursor": page.next_cursor}


def _ready(store: Store, user_id: str, query: PhotoQuery) -> Page:
    return entities.listed(store, PHOTO, user_id, query, READY)


def _of(store: Store, user_id: str, query: PhotoQuery, poses: Collection[str]) -> Page:
    """Read on until the page is full: a short one with a cursor looks like the end, and hides what is there."""
    found: list[Record] = []
    wide = query.model_copy(update={"limit": MAX_LIMIT})
    while len(found) <= query.limit:
        page = _ready(store, user_id, wide)
        found += [record for record in page.items if loads(record.body)["pose"] in poses]
        if page.next_cursor is None:
            break
        wide = wide.model_copy(update={"cursor": page.next_cursor})
    shown = found[: query.limit]
    return Page(shown, encode_cursor(shown[-1]) if len(found) > len(shown) else None)


def delete_photo(infra: Infra, user_id: str, photo_id: str, now: datetime, if_match: int | None = None) -> None:
    """Delete a photo and its files; one that is not there is deleted already."""
    entities.remove(infra.store, PHOTOS, user_id, photo_id, now, if_match)
    found = infra.store.get(user_id, TRASH, photo_id)
    if found is not None:
        empty_trash(infra, found)


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
        return [PHOTOS.delete(change), trash(change.owner, change.id, _files(change.owner, before), change.now)]
    processing.check_announced(change.after.content_type, change.after.bytes)
    also = []
    if change.record is None:
        also = [counted(store, change.owner, change.now)]
        _check_room(store, change.owner, change.now)
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
        ),
        *also,
    ]


def counted(store: Store, owner: str, now: datetime) -> Put:
    """Return the put that counts a picture that is announced, so that uploads cannot fill the disk.

    Of two that are announced at once, one has to read again how much room there is. Raises TooManyError.
    """
    return limits.count(store, counter_of(owner), ANNOUNCED, now, TOO_MANY).put


def counter_of(owner: str) -> str:
    """Return the owner under which a person's pictures are counted; erased with them."""
    return f"{SYSTEM}pictures:{owner}"


def _check_room(store: Store, owner: str, now: datetime) -> None:
    """Raise InvalidError when the subscription has no room for another photo; those that are there stay."""
    most = entitlements(profile(store, owner), now).photos
    if most is not None and len(store.list(owner, PHOTO, limit=most).items) >= most:
        raise InvalidError.of("id", f"Your plan keeps {most} photos. Delete one, or take a plan without that limit.")


def _files(owner: str, stored: Json) -> list[str]:
    return shown_files(stored) or [upload_key(owner, stored)]


def shown_files(stored: Json) -> list[str]:
    """Return the keys of the files of a picture; none of one that is pending."""
    return [stored["key"], stored["thumbnail_key"]] if "key" in stored else []


def trash(owner: str, id: str, keys: Sequence[str], due_at: datetime) -> Put:
    """Return the put that remembers which files are to be removed, and from when on."""
    return Put(owner, TRASH, id, dumps({"keys": keys}), due_at, due_at=due_at)


def remove_stale(infra: Infra, now: datetime, limit: int = 100) -> int:
    """Remove photos that were announced and never came, and files that nothing shows; how many.

    For the clean-up job: safe to repeat, and to run twice at once.
    """
    stale = infra.store.due(PHOTO, now, limit)
    for record in stale:
        with suppress(StaleError, OwnerErasedError):  # it has come meanwhile, or is gone
            delete_photo(infra, record.owner, record.id, now, record.version)
    trashed = infra.store.due(TRASH, now, limit)
    for record in trashed:
        empty_trash(infra, record)
    return len(stale) + len(trashed) + infra.files.remove_uploads(now - PENDING_FOR)


def empty_trash(infra: Infra, written: Put | Record) -> None:
    """Remove the files of a `trash` that was written, then itself; another may have done so meanwhile."""
    infra.files.delete(*loads(written.body)["keys"])
    version = written.version + isinstance(written, Put)
    with suppress(WriteConflict, OwnerErasedError):
        infra.store.write([Delete(written.owner, TRASH, written.id, version)])


PHOTOS = Entity(PHOTO, "photo", PhotoBody, _ops)

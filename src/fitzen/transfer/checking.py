"""Take records out of an export that somebody may have changed: each one as if it were sent now.

What goes through an `Entity` meets the same rules as over its route. Chats and pictures have rules of their own here.
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from fitzen import entities
from fitzen.coach.chats import CHAT, KEPT, MESSAGE
from fitzen.coach.models import Chat, Message
from fitzen.entities import Entity, digest_of
from fitzen.errors import ConflictError, InvalidError
from fitzen.infra.storage.base import Put, Record
from fitzen.measurements.service import MEASUREMENT
from fitzen.photos import pictures, processing
from fitzen.photos import service as photos
from fitzen.photos.models import PhotoBody
from fitzen.photos.pictures import PICTURE
from fitzen.photos.service import PHOTO
from fitzen.records import Json, dumps, loads
from fitzen.transfer import profiles
from fitzen.transfer.archives import Line, picture_name
from fitzen.transfer.kinds import SOURCES
from fitzen.transfer.restoring import EXPIRED, NO_PICTURE, Into, Taken, compared
from fitzen.users.service import USER
from fitzen.web.fields import UUID_PATTERN, Id, Model
from fitzen.web.parsing import check

ASSUMED: Mapping[str, Json] = {MEASUREMENT: {"confirmed": True}}
"""What is said with a record of a kind: it was asked for an unusual value when it was entered, not again now."""
_ID = TypeAdapter[str](Id)
_PICTURE_ID = re.compile(rf"avatar|recipe-{UUID_PATTERN.strip('^$')}")


def taken(into: Into, line: Line) -> Taken:
    """Take one record, or leave what is here. Raises FitzenError with what is wrong with it."""
    source = SOURCES[line.kind]
    way = _WAYS.get(line.kind)
    if way is not None:
        return way(into, line)
    if source.entity is None:
        raise ConflictError("This is taken only from an export that nobody has changed.")
    return _by_entity(into, source.entity, line.id if source.names_itself else _uuid(line.id), line.body)


def _by_entity(into: Into, entity: Entity[Any], id: str, body: Json) -> Taken:
    said = {name: value for name, value in body.items() if name in entity.body.model_fields}
    given = check(entity.body, said | ASSUMED.get(entity.kind, {}))
    current = into.store(entity.kind).get(into.owner, entity.kind, id, deleted=True)
    if current is not None:
        return compared(current, same=_says(entity, current, given))
    entities.save(into.store(entity.kind), entity, into.owner, given, into.now, id)
    return Taken("new")


def _says[B: Model](entity: Entity[B], current: Record, body: B) -> bool:
    try:
        return not current.deleted and digest_of(entity.given(current)) == digest_of(body)
    except InvalidError:
        return False


def _profile(into: Into, line: Line) -> Taken:
    return profiles.restore(into.infra.store, into.owner, line.body, trusted=False)


def _photo(into: Into, line: Line) -> Taken:
    """Take a photo as one that is uploaded: checked, and written anew. What was announced of it is what the file has."""
    id_, data = _uuid(line.id), _picture_of(into, line)
    said = {name: value for name, value in line.body.items() if name in PhotoBody.model_fields}
    body = check(PhotoBody, said | {"bytes": len(data)})
    current = into.infra.store.get(into.owner, PHOTO, id_, deleted=True)
    if current is not None:
        stored = photos.PHOTOS.said(current) if not current.deleted else {}
        same = bool(stored) and check(PhotoBody, stored | {"bytes": body.bytes}) == body
        return compared(current, same=same)
    photos.bring(into.infra, into.owner, id_, body, data, into.now)
    return Taken("new")


def _picture(into: Into, line: Line) -> Taken:
    """Take an avatar or a recipe's image, where there is none."""
    if not _PICTURE_ID.fullmatch(line.id):
        raise InvalidError.of("id", "A picture is that of a profile or of a recipe.")
    data, content_type = _picture_of(into, line), _type_of(line)
    current = into.infra.store.get(into.owner, PICTURE, line.id, deleted=True)
    if current is not None and current.deleted:
        return compared(current, same=False)
    before = current is not None and "key" in loads(current.body)
    same = pictures.bring(into.infra, into.owner, line.id, data, content_type, into.now)
    return compared(current, same=same) if current is not None and before else Taken("new")


def _picture_of(into: Into, line: Line) -> bytes:
    data = into.archive.picture(picture_name(str(line.body.get("key"))))
    if data is None:
        raise InvalidError.of("key", NO_PICTURE)
    return data


def _type_of(line: Line) -> str:
    extension = "." + str(line.body["key"]).rpartition(".")[2]
    return next(name for name, each in processing.EXTENSIONS.items() if each == extension)


def _chat(into: Into, line: Line) -> Taken:
    chat = check(Chat, line.body)
    return _said(into, line, chat.id, chat.updated_at, None)


def _message(into: Into, line: Line) -> Taken:
    """Take a message, without what it proposed: what is done on a click is never taken from a file."""
    message = check(Message, line.body)
    actions = [each for each in line.body.get("actions", []) if each["status"] != "proposed"]
    plain = line.model_copy(update={"body": line.body | {"actions": actions}})
    return _said(into, plain, message.id, message.at, message.chat_id)


def _said(into: Into, line: Line, id: str, at: datetime, group: str | None) -> Taken:
    if id != line.id:
        raise InvalidError.of("id", "The id in the body is not that of the record.")
    expires = at + KEPT
    if expires <= into.now:
        return Taken("rejected", EXPIRED)
    if group is not None and into.infra.chat_store.get(into.owner, CHAT, group) is None:
        raise InvalidError.of("chat_id", "There is no chat with this id.")
    current = into.infra.chat_store.get(into.owner, line.kind, id, deleted=True)
    if current is not None:
        return compared(current, same=not current.deleted and loads(current.body) == line.body)
    put = Put(into.owner, line.kind, id, dumps(line.body), at.astimezone(UTC), group=group, expires_at=expires)
    into.infra.chat_store.write([put])
    return Taken("new")


def _uuid(text: str) -> str:
    try:
        return _ID.validate_python(text)
    except ValidationError:
        raise InvalidError.of("id", "This is not a UUID.") from None


_WAYS: Mapping[str, Callable[[Into, Line], Taken]] = {
    USER: _profile,
    PHOTO: _photo,
    PICTURE: _picture,
    CHAT: _chat,
    MESSAGE: _message,
}

"""Photos of oneself and of meals, and the pictures of a profile or a recipe: what is announced, and what is shown."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from fitzen.web.answers import ListQuery
from fitzen.web.fields import Day, Id, Model, Timestamp

Pose = Literal["front", "side", "back", "meal"]
"""How one stands; `meal` is what was eaten, and named by the `photo_id` of a meal."""
MediaType = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=r"^[\w.+-]+/[\w.+-]+$")]


class PictureIn(Model):
    """A file that will be uploaded: JPEG, PNG or WebP, and how many bytes it has."""

    model_config = {"json_schema_extra": {"examples": [{"content_type": "image/jpeg", "bytes": 184_320}]}}

    content_type: MediaType
    bytes: Annotated[int, Field(gt=0)]


class PhotoBody(PictureIn):
    model_config = {
        "json_schema_extra": {
            "examples": [
                {
                    "pose": "front",
                    "taken_at": "2026-11-23T07:15:00+01:00",
                    "content_type": "image/jpeg",
                    "bytes": 2_184_320,
                }
            ]
        }
    }

    pose: Pose
    taken_at: Timestamp


class PhotoIn(PhotoBody):
    """A photo that will be uploaded. With an `id` of the client's the same can be announced again without harm."""

    id: Id | None = None


class Photo(Model):
    """A photo; the URLs are signed, and work for a while. `bytes` is what was announced."""

    id: Id
    pose: Pose
    taken_at: Timestamp
    day: Day
    status: Literal["pending", "ready"]
    content_type: MediaType
    bytes: int
    width: int | None = None
    height: int | None = None
    url: str | None = None
    thumbnail_url: str | None = None


class UploadTo(Model):
    """Send the file by this method to this URL, with these headers, until `expires_at`."""

    method: Literal["PUT"]
    url: str
    headers: dict[str, str]
    expires_at: Timestamp


class Announced(Model):
    """`upload` is null when the photo is there already."""

    photo: Photo
    upload: UploadTo | None


class PictureAnnounced(Model):
    upload: UploadTo


class Picture(Model):
    """A picture; the URLs are signed, and work for a while."""

    url: str
    thumbnail_url: str
    width: int
    height: int


class PhotoQuery(ListQuery):
    """Without a pose those of oneself, in any; photos of meals are asked for by theirs."""

    pose: Pose | None = None

"""The same photos in a bucket: what a phone does, over the wire."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.fixtures.api import Client, Json, MovableClock, settings_for, together
from tests.fixtures.buckets import REGION
from tests.fixtures.pictures import opened, picture

from fitzen.config import Settings
from fitzen.infra.base import Infra
from fitzen.infra.files.s3 import S3Files
from fitzen.infra.storage.base import OwnerErasedError
from fitzen.photos import service
from fitzen.photos.service import remove_stale

PHOTO = picture()


@pytest.fixture
def bucket(make_bucket: Callable[[], str]) -> str:
    return make_bucket()


@pytest.fixture
def clock() -> MovableClock:
    """S3 has a clock of its own."""
    return MovableClock(datetime.now(UTC))


@pytest.fixture
def settings(tmp_path: Path, s3_endpoint: str, bucket: str) -> Settings:
    return settings_for(tmp_path, files_url=f"s3://{bucket}?region={REGION}&endpoint={s3_endpoint}")


@pytest.fixture
def kept(s3_client: Any, bucket: str) -> Callable[..., list[str]]:
    """Return the keys of every version in the bucket, and of every mark of a deletion (or not: `marks=False`)."""

    def keys(*, marks: bool = True) -> list[str]:
        found = s3_client.list_object_versions(Bucket=bucket)
        return [
            each["Key"] for each in (*found.get("Versions", []), *(found.get("DeleteMarkers", []) if marks else []))
        ]

    return keys


def announced(client: Client, data: bytes = PHOTO, **others: Any) -> Json:
    body = {"pose": "front", "taken_at": "2026-11-23T07:15:00+01:00", "content_type": "image/jpeg", "bytes": len(data)}
    answer = client.post("/api/photos", json=body | others)
    assert answer.status_code == 201, answer.text
    found: Json = answer.get_json()
    return found


def send(found: Json, data: bytes = PHOTO) -> None:
    upload = found["upload"]
    assert httpx.request(upload["method"], upload["url"], content=data, headers=upload["headers"]).status_code == 200


def complete(client: Client, found: Json) -> Any:
    return client.post(f"/api/photos/me/{found['photo']['id']}/complete")


def test_a_photo_is_uploaded_checked_shown_and_no_version_of_the_upload_is_left(
    signed_in: Client, kept: Callable[..., list[str]]
) -> None:
    found = announced(signed_in)
    assert complete(signed_in, found).status_code == 409
    send(found)
    done = complete(signed_in, found)
    assert done.status_code == 200, done.text
    assert complete(signed_in, found).get_json() == done.get_json()
    assert signed_in.get("/api/photos/me").get_json()["items"] == [done.get_json()]
    for name in ("url", "thumbnail_url"):
        got = httpx.get(done.get_json()[name])
        assert (got.status_code, got.headers["content-type"]) == (200, "image/jpeg")
        assert not opened(got.content).getexif()
    keys = kept()
    assert len(keys) == 2
    assert all(key.startswith(f"{signed_in.user_id}/20261123T061500-") for key in keys)


def test_completed_by_two_at_once_it_is_ready_once(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    found = announced(signed_in)
    send(found)
    other = signed_in.signed_in(signed_in.session)
    answers = together(lambda: complete(signed_in, found), lambda: complete(other, found))
    assert {answer.status_code for answer in answers} <= {200, 409}
    assert complete(signed_in, found).status_code == 200
    assert len([*infra.files.list(f"{signed_in.user_id}/")]) == 2


def test_what_is_no_picture_is_refused_and_not_kept(
    signed_in: Client, infra: Infra, clock: MovableClock, kept: Callable[..., list[str]]
) -> None:
    script = b"<script>alert(1)</script>"
    found = announced(signed_in, script)
    send(found, script)
    assert complete(signed_in, found).status_code == 415
    too_large = {"pose": "front", "taken_at": "2026-11-23T07:15:00Z", "content_type": "image/jpeg", "bytes": 16_000_000}
    assert signed_in.post("/api/photos", json=too_large).status_code == 413
    clock.advance(days=1, seconds=1)
    remove_stale(infra, clock())
    assert kept() == []


def test_an_avatar_is_shown_from_the_bucket(signed_in: Client) -> None:
    upload = signed_in.put("/api/users/me/avatar", json={"content_type": "image/jpeg", "bytes": len(PHOTO)}).get_json()
    send(upload)
    done = signed_in.post("/api/users/me/avatar/complete").get_json()
    assert f"/{signed_in.user_id}/avatar-" in done["url"]
    assert httpx.get(done["url"]).status_code == 200


def test_who_is_erased_leaves_no_version(signed_in: Client, another: Client, kept: Callable[..., list[str]]) -> None:
    for client in (signed_in, signed_in, another):
        found = announced(client)
        send(found)
        assert complete(client, found).status_code == 200
    send(announced(signed_in))
    photo = signed_in.get("/api/photos/me").get_json()["items"][0]
    assert signed_in.delete(f"/api/photos/me/{photo['id']}").status_code == 204
    assert signed_in.delete("/api/users/me").status_code == 204
    assert len(kept(marks=False)) == 2
    assert all(key.startswith(another.user_id) for key in kept(marks=False))


def test_who_is_erased_while_a_photo_is_completed_leaves_no_version(
    signed_in: Client, infra: Infra, clock: MovableClock, kept: Callable[..., list[str]], s3_endpoint: str, bucket: str
) -> None:
    found = announced(signed_in)
    send(found)

    class Meanwhile(S3Files):
        waiting = [lambda: signed_in.delete("/api/users/me")]

        def put(self, key: str, data: bytes) -> None:
            while self.waiting:
                self.waiting.pop()()
            super().put(key, data)

    racing = replace(infra, files=Meanwhile(bucket, REGION, s3_endpoint))
    with pytest.raises(OwnerErasedError):
        service.complete(racing, signed_in.user_id, found["photo"]["id"], clock())
    assert kept(marks=False) == []


def test_when_the_bucket_does_not_answer_it_is_said_and_may_be_tried_again(
    signed_in: Client, s3_client: Any, bucket: str
) -> None:
    found = announced(signed_in)
    send(found)
    s3_client.delete_object(Bucket=bucket, Key=f"uploads/{signed_in.user_id}/{found['photo']['id']}.jpg")
    assert complete(signed_in, found).status_code == 409
    assert signed_in.get("/ready").get_json()["dependencies"]["files"]["ok"] is True
    for each in s3_client.list_object_versions(Bucket=bucket)["Versions"]:
        s3_client.delete_object(Bucket=bucket, Key=each["Key"], VersionId=each["VersionId"])
    for each in s3_client.list_object_versions(Bucket=bucket).get("DeleteMarkers", []):
        s3_client.delete_object(Bucket=bucket, Key=each["Key"], VersionId=each["VersionId"])
    s3_client.delete_bucket(Bucket=bucket)
    answer = complete(signed_in, found)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
    assert signed_in.get("/ready").get_json()["dependencies"]["files"]["ok"] is False
    assert signed_in.get(f"/files/{signed_in.user_id}/a.jpg?method=GET&expires=1&signature=x").status_code == 404

"""Photos from their announcement to the last byte removed."""

import dataclasses
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit
from uuid import uuid4

import pytest
from tests.fixtures.api import SECRET, Client, Json, MovableClock, sign_in, together
from tests.fixtures.pictures import opened, picture

from fitzen.errors import NotFoundError
from fitzen.infra.base import Infra
from fitzen.infra.files.local import LocalFiles
from fitzen.infra.storage.base import OwnerErasedError
from fitzen.infra.storage.limits import Rule
from fitzen.photos import pictures, service
from fitzen.photos.service import remove_stale

PHOTO = picture()


def announced(data: bytes = PHOTO, **others: Any) -> Json:
    body = {"pose": "front", "taken_at": "2026-11-23T07:15:00+01:00", "content_type": "image/jpeg", "bytes": len(data)}
    return body | others


def send(client: Client, upload: Json, data: bytes = PHOTO) -> Any:
    return client.put(upload["url"], data=data, headers=upload["headers"])


def taken(client: Client, **others: Any) -> Json:
    """Return a photo that is ready."""
    answer = client.post("/api/photos", json=announced(**others))
    assert answer.status_code == 201, answer.text
    found = answer.get_json()
    assert send(client, found["upload"]).status_code == 204
    done = client.post(f"/api/photos/me/{found['photo']['id']}/complete")
    assert done.status_code == 200, done.text
    ready: Json = done.get_json()
    return ready


def files_of(infra: Infra, user_id: str) -> list[str]:
    return [*infra.files.list(f"{user_id}/"), *infra.files.list(f"uploads/{user_id}/")]


def test_a_photo_is_announced_uploaded_completed_and_shown(signed_in: Client, client: Client, infra: Infra) -> None:
    photo = taken(signed_in)
    assert photo["status"] == "ready"
    assert (photo["width"], photo["height"], photo["day"]) == (640, 480, "2026-11-23")
    listed = signed_in.get("/api/photos/me").get_json()["items"]
    assert listed == [photo]
    for url in (photo["url"], photo["thumbnail_url"]):
        got = client.get(url)
        assert (got.status_code, got.content_type) == (200, "image/jpeg")
        assert "max-age" in got.headers["Cache-Control"]
        assert not opened(got.data).getexif()
    keys = files_of(infra, signed_in.user_id)
    assert len(keys) == 2
    assert keys[0].startswith(f"{signed_in.user_id}/20261123T061500-")
    assert keys[0].endswith("_front.jpg")


def test_what_is_pending_is_never_shown(signed_in: Client) -> None:
    signed_in.post("/api/photos", json=announced())
    assert signed_in.get("/api/photos/me").get_json()["items"] == []


def test_announced_again_it_is_the_same_photo(signed_in: Client) -> None:
    body = announced(id=str(uuid4()))
    first = signed_in.post("/api/photos", json=body)
    again = signed_in.post("/api/photos", json=body)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.get_json()["photo"] == first.get_json()["photo"]
    send(signed_in, first.get_json()["upload"])
    path = f"/api/photos/me/{body['id']}/complete"
    done = signed_in.post(path)
    assert signed_in.post(path).get_json() == done.get_json()
    third = signed_in.post("/api/photos", json=body).get_json()
    assert third["upload"] is None
    assert third["photo"] == done.get_json()
    assert signed_in.post("/api/photos", json=body | {"pose": "back"}).status_code == 409


def test_completed_by_two_at_once_it_is_ready_once(signed_in: Client, infra: Infra) -> None:
    found = signed_in.post("/api/photos", json=announced()).get_json()
    send(signed_in, found["upload"])
    path = f"/api/photos/me/{found['photo']['id']}/complete"
    other = signed_in.signed_in(signed_in.session)
    answers = together(lambda: signed_in.post(path), lambda: other.post(path))
    # The one that comes late may find the upload gone: then it is asked again and finds the photo.
    assert {answer.status_code for answer in answers} <= {200, 409}
    assert signed_in.post(path).status_code == 200
    assert len(files_of(infra, signed_in.user_id)) == 2


def test_nothing_uploaded_is_a_conflict_and_another_length_is_said(signed_in: Client, infra: Infra) -> None:
    found = signed_in.post("/api/photos", json=announced()).get_json()
    path = f"/api/photos/me/{found['photo']['id']}/complete"
    assert signed_in.post(path).status_code == 409
    infra.files.put(f"uploads/{signed_in.user_id}/{found['photo']['id']}.jpg", PHOTO[:-1])
    wrong = signed_in.post(path)
    assert (wrong.status_code, wrong.get_json()["errors"][0]["field"]) == (422, "bytes")


@pytest.mark.parametrize(
    ("data", "status"),
    [(b"GIF89a" + b"x" * 100, 415), (picture("PNG"), 415), (picture()[:3000], 422), (b"<html>" * 50, 415)],
)
def test_what_is_no_jpeg_is_never_shown(signed_in: Client, data: bytes, status: int) -> None:
    found = signed_in.post("/api/photos", json=announced(data)).get_json()
    assert send(signed_in, found["upload"], data).status_code == 204
    assert signed_in.post(f"/api/photos/me/{found['photo']['id']}/complete").status_code == status
    assert signed_in.get("/api/photos/me").get_json()["items"] == []


@pytest.mark.parametrize(
    ("change", "status", "field"),
    [
        ({"content_type": "image/heic"}, 415, None),
        ({"content_type": "nonsense"}, 422, "content_type"),
        ({"bytes": 20_000_000}, 413, None),
        ({"bytes": 0}, 422, "bytes"),
        ({"pose": "sitting"}, 422, "pose"),
        ({"taken_at": "2026-02-31T00:00:00Z"}, 422, "taken_at"),
        ({"taken_at": "2026-11-23T07:15:00"}, 422, "taken_at"),
        ({"place": "home"}, 422, "place"),
    ],
)
def test_bad_announcements(signed_in: Client, change: Json, status: int, field: str | None) -> None:
    answer = signed_in.post("/api/photos", json=announced() | change)
    assert answer.status_code == status
    assert [error["field"] for error in answer.get_json()["errors"]] == ([field] if field else [])


class TestLinks:
    """A signed URL works for what it was signed for, and for nothing else."""

    def altered(self, url: str, **changes: str) -> str:
        parts = urlsplit(url)
        return parts._replace(query=urlencode(dict(parse_qsl(parts.query)) | changes)).geturl()

    def test_an_expired_one_is_403(self, signed_in: Client, clock: MovableClock) -> None:
        photo = taken(signed_in)
        upload = signed_in.post("/api/photos", json=announced()).get_json()["upload"]
        clock.advance(minutes=16)
        assert send(signed_in, upload).status_code == 403
        assert signed_in.get(photo["url"]).status_code == 200
        clock.advance(hours=2)
        assert signed_in.get(photo["url"]).status_code == 403

    def test_an_altered_one_is_403(self, signed_in: Client) -> None:
        url = taken(signed_in)["url"]
        other = taken(signed_in, pose="side")["url"]
        query = urlsplit(url).query
        altered = [
            self.altered(url, expires="9999999999"),
            self.altered(url, signature="A" * 43),
            self.altered(url, signature=""),
            self.altered(url, length="5"),
            urlsplit(other)._replace(query=query).geturl(),
            url.replace("_front", "_side"),
        ]
        assert [signed_in.get(each).status_code for each in altered] == [403] * 6
        assert signed_in.put(url, data=PHOTO, content_type="image/jpeg").status_code == 403
        assert signed_in.get(self.altered(url, method="PUT")).status_code == 403

    def test_an_upload_takes_the_announced_length_and_type_only(self, signed_in: Client, infra: Infra) -> None:
        upload = signed_in.post("/api/photos", json=announced()).get_json()["upload"]
        assert send(signed_in, upload, PHOTO + b"x").status_code == 403
        assert send(signed_in, upload, PHOTO[:-1]).status_code == 403
        assert signed_in.put(upload["url"], data=PHOTO, content_type="text/html").status_code == 403
        assert files_of(infra, signed_in.user_id) == []
        assert send(signed_in, upload).status_code == 204

    @pytest.mark.parametrize(
        "path", ["/files/x.jpg", "/files/../fitzen.db", "/files/a/b.jpg?method=GET&expires=1", "/files/%00.jpg"]
    )
    def test_without_a_signature_there_is_nothing(self, client: Client, path: str) -> None:
        assert client.get(path).status_code in (403, 404, 422)

    def test_nobody_reaches_anothers_photos_by_their_own_token(self, signed_in: Client, another: Client) -> None:
        photo = taken(signed_in)
        assert another.get(f"/api/photos/{signed_in.user_id}").status_code == 403
        assert another.post(f"/api/photos/me/{photo['id']}/complete").status_code == 404
        assert another.delete(f"/api/photos/me/{photo['id']}").status_code == 204
        assert len(signed_in.get("/api/photos/me").get_json()["items"]) == 1


def test_photos_of_meals_are_listed_apart(signed_in: Client) -> None:
    meals = [taken(signed_in, pose="meal", taken_at=f"2026-11-{day}T13:00:00+01:00")["id"] for day in (23, 22, 21)]
    front = taken(signed_in, taken_at="2026-11-20T08:00:00Z")["id"]
    first = signed_in.get("/api/photos/me?limit=1").get_json()
    assert ([each["id"] for each in first["items"]], first["next_cursor"]) == ([front], None)
    of_a_day = "/api/photos/me?pose=meal&after=2026-11-22T00:00:00Z&before=2026-11-23T00:00:00Z"
    assert [each["id"] for each in signed_in.get(of_a_day).get_json()["items"]] == meals[1:2]
    assert [each["id"] for each in signed_in.get("/api/photos/me?pose=meal").get_json()["items"]] == meals


def test_a_meal_names_its_photo(signed_in: Client) -> None:
    photo = taken(signed_in, pose="meal")["id"]
    body = {"eaten_at": "2026-11-23T13:00:00+01:00", "slot": "lunch", "photo_id": photo, "items": []}
    meal = signed_in.post("/api/nutrition/meals", json=body).get_json()
    assert meal["photo_id"] == photo
    changes = signed_in.get("/api/sync?since=0").get_json()["changes"]
    assert {change["id"]: change["body"]["pose"] for change in changes if change["kind"] == "photo"} == {photo: "meal"}


def test_photos_of_one_pose_fill_their_pages(signed_in: Client) -> None:
    backs = [taken(signed_in, pose="back", taken_at=f"2026-11-0{day}T08:00:00Z")["id"] for day in (3, 2, 1)]
    for day in (4, 5, 6):
        taken(signed_in, taken_at=f"2026-11-0{day}T08:00:00Z")
    found, cursor = [], ""
    for size in (2, 1):
        page = signed_in.get(f"/api/photos/me?pose=back&limit=2{cursor}").get_json()
        assert len(page["items"]) == size
        found += [photo["id"] for photo in page["items"]]
        cursor = f"&cursor={page['next_cursor']}"
    assert (found, page["next_cursor"]) == (backs, None)
    assert signed_in.get("/api/photos/me?pose=side").get_json() == {"items": [], "next_cursor": None}


def test_links_stay_the_same_within_the_hour(signed_in: Client, clock: MovableClock) -> None:
    photo = taken(signed_in)
    clock.advance(minutes=10)
    assert signed_in.get("/api/photos/me").get_json()["items"] == [photo]


def test_a_deleted_photo_leaves_no_file_and_does_not_come_back(signed_in: Client, infra: Infra) -> None:
    body = announced(id=str(uuid4()))
    taken(signed_in, id=body["id"])
    for _ in range(2):
        assert signed_in.delete(f"/api/photos/me/{body['id']}").status_code == 204
    assert files_of(infra, signed_in.user_id) == []
    assert infra.store.get(signed_in.user_id, "trash", body["id"]) is None
    assert signed_in.post("/api/photos", json=body).status_code == 410


def test_files_that_a_crash_left_go_with_the_clean_up(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    from fitzen import entities
    from fitzen.photos.service import PHOTOS

    photo = taken(signed_in)
    entities.remove(infra.store, PHOTOS, signed_in.user_id, photo["id"], clock())
    assert len(files_of(infra, signed_in.user_id)) == 2, "the crash: the record is gone, the files are not"
    assert remove_stale(infra, clock()) == 1
    assert files_of(infra, signed_in.user_id) == []
    assert remove_stale(infra, clock()) == 0


def test_what_never_came_is_forgotten_after_a_day(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    kept = taken(signed_in)
    found = signed_in.post("/api/photos", json=announced()).get_json()
    send(signed_in, found["upload"])
    clock.advance(hours=23)
    assert remove_stale(infra, clock()) == 0
    clock.advance(hours=2)
    assert remove_stale(infra, clock()) == 1
    assert infra.store.get(signed_in.user_id, "photo", found["photo"]["id"]) is None
    assert infra.store.get(signed_in.user_id, "photo", kept["id"]) is not None
    assert len(list(infra.files.list(f"{signed_in.user_id}/"))) == 2


def test_erased_with_the_person(signed_in: Client, client: Client, infra: Infra, clock: MovableClock) -> None:
    other = client.signed_in(sign_in(client, email="ben@example.com"))
    photo, kept = taken(signed_in), taken(other)
    signed_in.post("/api/photos", json=announced())
    assert signed_in.delete("/api/users/me").status_code == 204
    assert files_of(infra, signed_in.user_id) == []
    assert client.get(photo["url"]).status_code == 404
    assert client.get(kept["url"]).status_code == 200


class TestPictures:
    AVATAR = "/api/users/me/avatar"

    def put(self, client: Client, path: str, data: bytes = PHOTO) -> Json:
        upload = client.put(path, json={"content_type": "image/jpeg", "bytes": len(data)}).get_json()["upload"]
        assert send(client, upload, data).status_code == 204
        answer = client.post(f"{path}/complete")
        assert answer.status_code == 200, answer.text
        found: Json = answer.get_json()
        return found

    def test_an_avatar_is_set_replaced_and_removed(self, signed_in: Client, infra: Infra) -> None:
        assert signed_in.get(self.AVATAR).status_code == 404
        first = self.put(signed_in, self.AVATAR)
        assert signed_in.get(self.AVATAR).get_json() == first
        second = self.put(signed_in, self.AVATAR, picture(size=(64, 64)))
        assert (second["width"], second["height"]) == (64, 64)
        assert second["url"] != first["url"]
        assert signed_in.get(first["url"]).status_code == 404
        assert len(files_of(infra, signed_in.user_id)) == 2
        assert signed_in.post(f"{self.AVATAR}/complete").get_json() == second
        assert signed_in.delete(self.AVATAR).status_code == 204
        assert signed_in.delete(self.AVATAR).status_code == 204
        assert files_of(infra, signed_in.user_id) == []

    def test_the_old_one_is_shown_until_the_new_one_is_complete(self, signed_in: Client) -> None:
        first = self.put(signed_in, self.AVATAR)
        signed_in.put(self.AVATAR, json={"content_type": "image/png", "bytes": 100})
        assert signed_in.get(self.AVATAR).get_json() == first
        assert signed_in.post(f"{self.AVATAR}/complete").status_code == 409

    def test_today_says_whether_there_is_one_so_that_nobody_asks_in_vain(self, signed_in: Client) -> None:
        def there() -> object:
            return signed_in.get("/api/users/me/today").get_json()["has_picture"]

        signed_in.put(self.AVATAR, json={"content_type": "image/png", "bytes": 100})
        assert there() is False
        self.put(signed_in, self.AVATAR)
        assert there() is True
        signed_in.delete(self.AVATAR)
        assert there() is False

    def test_a_recipe_has_one_of_its_own(self, signed_in: Client) -> None:
        recipe = f"/api/recipes/me/{self.recipe(signed_in)}"
        found = self.put(signed_in, f"{recipe}/image")
        assert signed_in.get(recipe).get_json()["image_url"] == found["url"]
        assert signed_in.get(self.AVATAR).status_code == 404

    def recipe(self, client: Client) -> str:
        body = {"name": "Porridge", "servings": 1, "ingredients": [{"food_id": "usda-08120", "grams": 40}]}
        answer = client.post("/api/recipes", json=body)
        assert answer.status_code == 201, answer.text
        return str(answer.get_json()["id"])

    def test_a_recipe_that_is_not_there_has_none(self, signed_in: Client) -> None:
        body = {"content_type": "image/jpeg", "bytes": len(PHOTO)}
        assert signed_in.put(f"/api/recipes/me/{uuid4()}/image", json=body).status_code == 404

    def test_a_deleted_recipe_takes_its_picture_along(
        self, signed_in: Client, infra: Infra, clock: MovableClock
    ) -> None:
        recipe = f"/api/recipes/me/{self.recipe(signed_in)}"
        self.put(signed_in, f"{recipe}/image")
        assert signed_in.delete(recipe).status_code == 204
        remove_stale(infra, clock())
        assert files_of(infra, signed_in.user_id) == []
        assert signed_in.post(f"{recipe}/image/complete").status_code == 404


def test_nobody_fills_the_disk_with_uploads(
    signed_in: Client, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not by announcing and deleting over and over either, and pictures count with photos."""
    monkeypatch.setattr(service, "ANNOUNCED", [Rule(3, timedelta(minutes=5))])
    for _ in range(2):
        photo = signed_in.post("/api/photos", json=announced()).get_json()["photo"]
        assert signed_in.delete(f"/api/photos/me/{photo['id']}").status_code == 204
    picture = {"content_type": "image/jpeg", "bytes": 100}
    assert signed_in.put("/api/users/me/avatar", json=picture).status_code == 200
    refused = signed_in.post("/api/photos", json=announced()), signed_in.put("/api/users/me/avatar", json=picture)
    assert [(each.status_code, each.headers["Retry-After"]) for each in refused] == [(429, "300")] * 2
    clock.advance(minutes=5)
    assert signed_in.post("/api/photos", json=announced()).status_code == 201


class TestRaces:
    """Whatever comes between the reading of an upload and the write that shows it, no file is left that nothing shows."""

    def during(self, infra: Infra, then: Callable[[], object]) -> Infra:
        """Return what is there, with files that run something once, right before the first picture is written."""

        class Meanwhile(LocalFiles):
            waiting = [then]

            def put(self, key: str, data: bytes) -> None:
                while self.waiting:
                    self.waiting.pop()()
                super().put(key, data)

        return dataclasses.replace(infra, files=Meanwhile(Path(infra.settings.data_dir) / "files", SECRET))

    def uploaded(self, client: Client) -> Json:
        found: Json = client.post("/api/photos", json=announced()).get_json()
        send(client, found["upload"])
        photo: Json = found["photo"]
        return photo

    def test_deleted_while_it_is_completed(self, signed_in: Client, infra: Infra, clock: MovableClock) -> None:
        photo = self.uploaded(signed_in)
        racing = self.during(infra, lambda: signed_in.delete(f"/api/photos/me/{photo['id']}"))
        with pytest.raises(NotFoundError):
            service.complete(racing, signed_in.user_id, photo["id"], clock())
        assert files_of(infra, signed_in.user_id) == []

    def test_erased_while_it_is_completed(self, signed_in: Client, infra: Infra, clock: MovableClock) -> None:
        photo = self.uploaded(signed_in)
        racing = self.during(infra, lambda: signed_in.delete("/api/users/me"))
        with pytest.raises(OwnerErasedError):
            service.complete(racing, signed_in.user_id, photo["id"], clock())
        assert files_of(infra, signed_in.user_id) == []

    def test_completed_while_it_is_completed(self, signed_in: Client, infra: Infra, clock: MovableClock) -> None:
        photo = self.uploaded(signed_in)
        path = f"/api/photos/me/{photo['id']}/complete"
        racing = self.during(infra, lambda: signed_in.post(path))
        service.complete(racing, signed_in.user_id, photo["id"], clock())
        assert len(files_of(infra, signed_in.user_id)) == 2
        assert signed_in.get(signed_in.post(path).get_json()["url"]).status_code == 200

    def test_a_picture_that_is_removed_while_it_is_completed(
        self, signed_in: Client, infra: Infra, clock: MovableClock
    ) -> None:
        avatar = "/api/users/me/avatar"
        body = {"content_type": "image/jpeg", "bytes": len(PHOTO)}
        send(signed_in, signed_in.put(avatar, json=body).get_json()["upload"])
        racing = self.during(infra, lambda: signed_in.delete(avatar))
        with pytest.raises(NotFoundError):
            pictures.complete(racing, signed_in.user_id, pictures.AVATAR, clock())
        assert files_of(infra, signed_in.user_id) == []

    def test_a_crash_before_the_record_is_written(self, signed_in: Client, infra: Infra, clock: MovableClock) -> None:
        class CrashError(Exception):
            pass

        def crash() -> None:
            raise CrashError

        photo = self.uploaded(signed_in)
        racing = self.during(infra, crash)
        with pytest.raises(CrashError):
            service.complete(racing, signed_in.user_id, photo["id"], clock())
        (coming,) = infra.store.list(signed_in.user_id, "trash").items
        for key in json.loads(coming.body)["keys"]:
            infra.files.put(key, PHOTO)
        assert remove_stale(infra, clock()) == 0, "it may still be about to be shown"
        clock.advance(hours=1)
        assert remove_stale(infra, clock()) == 1
        service.complete(infra, signed_in.user_id, photo["id"], clock())
        assert len(files_of(infra, signed_in.user_id)) == 2

    def test_what_is_deleted_before_it_is_complete_takes_its_upload_along(
        self, signed_in: Client, infra: Infra
    ) -> None:
        photo = self.uploaded(signed_in)
        assert signed_in.delete(f"/api/photos/me/{photo['id']}").status_code == 204
        assert files_of(infra, signed_in.user_id) == []

"""What an import is as a resource, and files that are no export, or meant to do harm."""

import struct
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import orjson
import pytest
from tests.fixtures.api import Client, MovableClock, sign_in
from tests.fixtures.filling import Files, brought_in, exported, files_in, fill, send, zip_of

from fitzen.errors import UnavailableError
from fitzen.infra.base import Infra
from fitzen.photos.service import remove_stale
from fitzen.transfer import archives, restoring


@pytest.fixture
def files(signed_in: Client) -> Files:
    fill(signed_in)
    return files_in(exported(signed_in))


def test_the_report_can_be_read_again(another: Client, files: Files, signed_in: Client) -> None:
    report = brought_in(another, zip_of(files))
    answer = another.get(f"/api/imports/{report['id']}")
    assert answer.get_json() == report
    assert report["status"] == "done"
    assert signed_in.get(f"/api/imports/{report['id']}").status_code == 404
    assert another.get(f"/api/imports/{uuid4()}").status_code == 404


def test_sent_again_under_its_id_the_report_is_the_same(another: Client, files: Files) -> None:
    data, id_ = zip_of(files), str(uuid4())
    first, again = (send(another, data, id=id_) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.get_json() == first.get_json()
    assert first.get_json()["id"] == id_
    files["README.txt"] = b"other"
    assert send(another, zip_of(files), id=id_).status_code == 409
    assert send(another, data, id=id_, dry_run="true").status_code == 409


def test_one_that_was_interrupted_goes_on(
    another: Client, files: Files, infra: Infra, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store goes away in the middle; the same file under the same id then takes the rest."""
    data, id_ = zip_of(files), str(uuid4())
    taken = restoring.restored
    left = [3]

    def failing(*args: Any) -> Any:
        left[0] -= 1
        if left[0] < 0:
            raise UnavailableError("The store is down.")
        return taken(*args)

    with monkeypatch.context() as patched:
        patched.setattr(restoring, "restored", failing)
        assert send(another, data, id=id_).status_code == 503
    assert another.get(f"/api/imports/{id_}").get_json()["status"] == "running"
    report = send(another, data, id=id_).get_json()
    assert report["status"] == "done"
    assert sum(found["same"] for found in report["counts"].values()) > 0
    assert sum(found["new"] for found in report["counts"].values()) > 0
    assert not any(found["conflict"] or found["rejected"] for found in report["counts"].values())


def test_a_report_goes_after_ninety_days(another: Client, files: Files, clock: MovableClock, infra: Infra) -> None:
    id_ = brought_in(another, zip_of(files))["id"]
    clock.advance(days=91)
    assert infra.store.get(another.user_id, "import", id_) is None


def test_chats_whose_time_is_over_are_told(another: Client, files: Files, clock: MovableClock, client: Client) -> None:
    clock.advance(days=91)
    later = client.signed_in(sign_in(client, email="eve@example.com"))
    for data in (zip_of(files), zip_of(files | {"README.txt": b"changed"})):
        report = brought_in(later, data)
        assert report["counts"]["message"]["rejected"] == 4
        assert any("time" in each["message"] for each in report["problems"] if each["kind"] == "message")


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({}, "file"),
        ({"file": "text"}, "file"),
        ({"file": (BytesIO(b"PK"), "a.zip"), "dry_run": "perhaps"}, "dry_run"),
        ({"file": (BytesIO(b"PK"), "a.zip"), "source": "elsewhere"}, "source"),
        ({"file": (BytesIO(b"PK"), "a.zip"), "id": "1"}, "id"),
        ({"file": (BytesIO(b"PK"), "a.zip"), "folder": "/etc"}, "folder"),
        ({"file": (BytesIO(b"PK"), "a.zip"), "other": (BytesIO(b"PK"), "b.zip")}, "other"),
        ({"file": (BytesIO(b""), "a.zip")}, "file"),
        ({"file": (BytesIO(b"not a zip"), "a.zip")}, "file"),
    ],
)
def test_a_form_that_is_wrong_is_told_by_its_field(signed_in: Client, form: dict[str, Any], field: str) -> None:
    answer = signed_in.post("/api/imports", data=form, content_type="multipart/form-data")
    assert answer.status_code == 422, answer.text
    assert field in [error["field"] for error in answer.get_json()["errors"]]


@pytest.mark.parametrize("body", [b"", b"{", b'{"file": "x"}'])
def test_what_is_no_form_is_415(signed_in: Client, body: bytes) -> None:
    for content_type in ("application/json", "text/plain", "application/zip"):
        assert signed_in.post("/api/imports", data=body, content_type=content_type).status_code == 415


@pytest.mark.parametrize("body", [b"", b"--", b"--b\r\n\r\n", b"garbage" * 100])
@pytest.mark.parametrize("boundary", ["", "; boundary=b", "; boundary=\xe9"])
def test_a_form_that_cannot_be_read_is_refused(signed_in: Client, body: bytes, boundary: str) -> None:
    answer = signed_in.post("/api/imports", data=body, content_type=f"multipart/form-data{boundary}")
    assert answer.status_code in (400, 422), answer.text


def test_more_than_200_mb_are_refused_unread(signed_in: Client) -> None:
    answer = signed_in.post(
        "/api/imports",
        data=b"x",
        content_type="multipart/form-data; boundary=b",
        environ_overrides={"CONTENT_LENGTH": "200200000"},
    )
    assert answer.status_code == 413


def test_nobody_imports_without_a_token(client: Client) -> None:
    assert send(client, b"PK").status_code == 401


def hashed_bomb(files: Files) -> bytes:
    return zip_of(files | {f"photos/{number}.png": b"" for number in range(archives.SENT.entries)})


def large_records(files: Files) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        with archive.open("records/workout2.jsonl", "w") as entry:
            for _ in range(101):
                entry.write(b" " * 1_000_000)
    return out.getvalue()


def two_of_one_name(files: Files) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("records/user.jsonl", b"")
    return out.getvalue()


def other_compression(files: Files) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_BZIP2) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def encrypted(files: Files) -> bytes:
    data = bytearray(zip_of(files))
    start = data.index(b"PK\x01\x02")
    data[start + 8] |= 1
    return bytes(data)


def overlapping(files: Files) -> bytes:
    """Let the second entry's directory record point into the first one."""
    data = bytearray(zip_of(files))
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    data[second + 42 : second + 46] = struct.pack("<L", 0)
    return bytes(data)


def cut_short(files: Files) -> bytes:
    return zip_of(files)[:-30]


def damaged(files: Files) -> bytes:
    data = bytearray(zip_of(files))
    at = data.index(b'"kind":"workout"')
    data[at + 3] ^= 0xFF
    return bytes(data)


def without_manifest(files: Files) -> bytes:
    return zip_of({name: data for name, data in files.items() if name != "manifest.json"})


def of_another_format(files: Files) -> bytes:
    manifest = orjson.loads(files["manifest.json"]) | {"format": "fitzen-export-9"}
    return zip_of(files | {"manifest.json": orjson.dumps(manifest)})


@pytest.mark.parametrize(
    ("make", "status"),
    [
        (hashed_bomb, 413),
        (large_records, 413),
        (two_of_one_name, 422),
        (other_compression, 422),
        (encrypted, 422),
        (overlapping, 422),
        (cut_short, 422),
        (damaged, 422),
        (without_manifest, 422),
        (of_another_format, 422),
    ],
)
def test_what_is_no_export_of_ours_is_refused_whole(
    another: Client, files: Files, infra: Infra, make: Callable[[Files], bytes], status: int
) -> None:
    answer = send(another, make(files))
    assert answer.status_code == status, answer.text
    assert {record.kind for record in infra.store.changes(another.user_id, 0)} == {"user", "replan"}


def test_an_entry_that_unpacks_to_more_than_it_says_is_refused(another: Client, files: Files) -> None:
    """Its directory says 10 bytes, and it holds 50 MB."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            if name != "records/workout.jsonl":
                archive.writestr(name, data)
        archive.writestr("records/workout.jsonl", b" " * 50_000_000)
    changed = bytearray(out.getvalue())
    at = changed.rindex(b"PK\x01\x02")
    changed[at + 24 : at + 28] = struct.pack("<L", 10)
    assert send(another, bytes(changed)).status_code == 422


def test_names_that_leave_the_archive_write_nothing_outside(another: Client, files: Files, infra: Infra) -> None:
    evil = {"../../evil.txt": b"x", "/etc/evil": b"x", "photos/../../evil.png": b"x", "records/../evil.jsonl": b"{}"}
    report = brought_in(another, zip_of(files | evil))
    assert report["trusted"] is False
    keys = list(infra.files.list(f"{another.user_id}/"))
    assert keys
    assert not any("evil" in key for key in keys)


def test_a_line_without_end_is_refused_and_not_kept(another: Client, files: Files) -> None:
    files["records/workout.jsonl"] = b'{"kind": "' + b"x" * 5_000_000
    report = brought_in(another, zip_of(files))
    assert report["counts"]["workout"] == {"new": 0, "same": 0, "conflict": 0, "rejected": 1}


def test_the_first_problems_are_told_and_the_others_counted(another: Client, files: Files) -> None:
    files["records/measurement.jsonl"] = b"{}\n" * 2_000
    report = brought_in(another, zip_of(files))
    assert report["counts"]["measurement"]["rejected"] == 2_000
    assert len(report["problems"]) == 500
    assert report["more_problems"] >= 1_500


@pytest.mark.parametrize("byte", [b"\0", b"\xff", b"\x80"])
def test_characters_that_no_store_takes_are_refused(another: Client, files: Files, byte: bytes) -> None:
    escaped = b"\\u0000" if byte == b"\0" else byte
    files["records/workout.jsonl"] = files["records/workout.jsonl"].replace(b"Marker", escaped)
    files["records/chat.jsonl"] = files["records/chat.jsonl"].replace(b"Marker", escaped)
    report = brought_in(another, zip_of(files))
    assert report["counts"]["workout"]["rejected"] >= 2
    assert report["counts"]["chat"]["rejected"] >= 1


def test_an_interruption_among_pictures_leaves_none_too_many_and_none_too_few(
    another: Client, files: Files, infra: Infra, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files are there when the store goes away: what goes on shows them, and no clean-up takes them after that."""
    data, id_ = zip_of(files), str(uuid4())
    brought = restoring._brought

    def failing(*args: Any) -> Any:
        if brought(*args):
            raise UnavailableError("The store is down.")
        return []

    with monkeypatch.context() as patched:
        patched.setattr(restoring, "_brought", failing)
        assert send(another, data, id=id_).status_code == 503
    keys = list(infra.files.list(f"{another.user_id}/"))
    assert len(keys) == 2
    assert send(another, data, id=id_).status_code == 200
    clock.advance(minutes=10)
    remove_stale(infra, clock.now + timedelta(hours=2))
    kept = list(infra.files.list(f"{another.user_id}/"))
    assert len(kept) == 4
    assert set(keys) <= set(kept)
    assert len(another.get("/api/photos/me").get_json()["items"]) == 1


def test_pictures_of_an_import_that_nobody_repeats_go(
    another: Client, files: Files, infra: Infra, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought = restoring._brought

    def failing(*args: Any) -> Any:
        brought(*args)
        raise UnavailableError("The store is down.")

    without = {name: data for name, data in files.items() if name.startswith(("photos/", "records/p", "manifest"))}
    monkeypatch.setattr(restoring, "_brought", failing)
    monkeypatch.setattr(archives.Archive, "_is_whole", lambda _archive: True)
    assert send(another, zip_of(without)).status_code == 503
    assert list(infra.files.list(f"{another.user_id}/"))
    remove_stale(infra, clock.now + timedelta(hours=2))
    assert list(infra.files.list(f"{another.user_id}/")) == []

"""An export that somebody changed, or that another installation made, is checked record by record."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import orjson
import pytest
from tests.fixtures.api import (
    Client,
    Json,
    MovableClock,
    build_app,
    build_infra,
    client_of,
    close,
    settings_for,
    sign_in,
)
from tests.fixtures.filling import Files, brought_in, edited, exported, files_in, fill, records_in, zip_of
from tests.fixtures.pictures import opened, picture

from fitzen.infra.base import Infra
from fitzen.rebuild import differences
from fitzen.transfer.derived import DERIVATIONS
from fitzen.transfer.kinds import SOURCES

NOT_TAKEN = {"target_week", "action"}
"""What Fitzen proposed, and what was accepted of it."""


@pytest.fixture
def files(signed_in: Client) -> Files:
    fill(signed_in)
    return files_in(exported(signed_in, include="cycle"))


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Client]:
    """Somebody who has just signed up at another installation, with a secret of its own."""
    settings = replace(settings_for(tmp_path / "elsewhere"), secret_key="another secret, just as long as the first one")
    infra = build_infra(settings, MovableClock())
    nobody = client_of(build_app(infra))
    yield nobody.signed_in(sign_in(nobody, email="ana@example.org"))
    close(infra)


def bodies(data: bytes, user_id: str) -> Json:
    """Return the bodies of an export by kind and id, without whose they are and what a new upload makes of a picture."""
    found = json.loads(orjson.dumps(records_in(data)).replace(user_id.encode(), b"somebody"))
    own = {"id", "email", "created_at", "bytes", "key", "thumbnail_key", "actions", "targets", "history", "awarded_at"}
    return {
        kind: sorted(
            ({name: each for name, each in line["body"].items() if name not in own} for line in lines), key=json.dumps
        )
        for kind, lines in found.items()
        if kind not in NOT_TAKEN and not SOURCES[kind].follows
    }


def test_another_installation_takes_everything_but_proposals(
    elsewhere: Client, files: Files, signed_in: Client
) -> None:
    data = zip_of(files)
    report = brought_in(elsewhere, data)
    assert report["trusted"] is False
    counts = report["counts"]
    assert {kind for kind, found in counts.items() if found["new"] != sum(found.values())} == NOT_TAKEN
    for kind in NOT_TAKEN:
        assert counts[kind] == {"new": 0, "same": 0, "conflict": 0, "rejected": 1}
    assert bodies(exported(elsewhere, include="cycle"), elsewhere.user_id) == bodies(data, signed_in.user_id)
    infra: Infra = elsewhere.application.extensions["fitzen"].infra
    assert differences(infra.store, elsewhere.user_id, DERIVATIONS) == []
    assert elsewhere.get("/api/photos/me").get_json()["items"][0]["status"] == "ready"


def test_the_same_again_changes_nothing(elsewhere: Client, files: Files) -> None:
    brought_in(elsewhere, zip_of(files))
    before = exported(elsewhere)
    report = brought_in(elsewhere, zip_of(files))
    assert not any(found["new"] or found["conflict"] for found in report["counts"].values()), report
    assert records_in(exported(elsewhere)) == records_in(before)


def test_one_changed_letter_makes_all_of_it_checked(another: Client, files: Files) -> None:
    files["records/measurement.jsonl"] = files["records/measurement.jsonl"].replace(b"71.4", b"71.5")
    assert brought_in(another, zip_of(files))["trusted"] is False
    assert 71.5 in [each["value"] for each in another.get("/api/measurements/me").get_json()["items"]]


def test_a_changed_manifest_is_not_believed(another: Client, files: Files) -> None:
    manifest = json.loads(files["manifest.json"])
    files["manifest.json"] = json.dumps(manifest | {"user_id": another.user_id}).encode()
    assert brought_in(another, zip_of(files))["trusted"] is False


def test_hashes_that_fit_do_not_make_a_signature(another: Client, files: Files) -> None:
    import hashlib

    files["records/measurement.jsonl"] = files["records/measurement.jsonl"].replace(b"71.4", b"71.5")
    manifest = json.loads(files["manifest.json"])
    manifest["entries"] = {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "manifest.json"
    }
    files["manifest.json"] = json.dumps(manifest).encode()
    assert brought_in(another, zip_of(files))["trusted"] is False


def test_every_record_that_is_refused_is_told_with_its_field(another: Client, files: Files) -> None:
    with edited(files, "workout") as workouts:
        workouts[0]["body"]["exercises"][0]["sets"][0]["reps"] = -5
        workouts[1]["body"]["exercises"][0]["exercise_id"] = "no-such-exercise"
        workouts[2]["id"] = "not-a-uuid"
        refused = [line["id"] for line in workouts[:3]]
    with edited(files, "measurement") as measurements:
        measurements[0]["body"]["value"] = 5000
        del measurements[1]["body"]
        measurements[2]["extra"] = 1
    with edited(files, "photo") as photos:
        photos[0]["body"]["key"] = "../../etc/passwd.png"
    files["records/message.jsonl"] = b"{\n" + files["records/message.jsonl"]
    files["records/secrets.jsonl"] = b"{}\n"
    report = brought_in(another, zip_of(files))
    counts = report["counts"]
    assert (counts["workout"]["rejected"], counts["measurement"]["rejected"]) == (3, 3)
    assert (counts["photo"]["rejected"], counts["message"]["rejected"]) == (1, 1)
    told = {(each.get("id") or each.get("file"), each.get("field")) for each in report["problems"]}
    assert {
        (refused[0], "exercises.0.sets.0.reps"),
        (refused[1], "exercises.0.exercise_id"),
        (refused[2], "id"),
        ("records/measurement.jsonl", "body"),
        ("records/measurement.jsonl", "extra"),
        ("records/message.jsonl", "body"),
        ("records/secrets.jsonl", None),
    } <= told
    assert not any("passwd" in json.dumps(each) for each in report["problems"]), "what was sent is not repeated"


def test_what_is_here_stays(another: Client, files: Files) -> None:
    brought_in(another, zip_of(files))
    kept = another.get("/api/workouts/me").get_json()["items"][0]
    another.patch(f"/api/workouts/me/{kept['id']}", json={"name": "Mine"})
    gone = another.get("/api/measurements/me").get_json()["items"][0]
    another.delete(f"/api/measurements/me/{gone['id']}")
    another.patch("/api/users/me", json={"name": "Ben"})
    for trusted in (True, False):
        if not trusted:
            files["records/exercise.jsonl"] += b"\n"
        report = brought_in(another, zip_of(files))
        assert report["trusted"] is trusted
        assert {kind: found["conflict"] for kind, found in report["counts"].items() if found["conflict"]} == {
            "user": 1,
            "workout": 1,
            "measurement": 1,
        }
        messages = {each["kind"]: each["message"] for each in report["problems"] if each.get("kind") != "action"}
        assert "name" in messages["user"]
        assert "stays" in messages["workout"]
        assert "deleted" in messages["measurement"]
    assert another.get(f"/api/workouts/me/{kept['id']}").get_json()["name"] == "Mine"
    assert another.get(f"/api/measurements/me/{gone['id']}").status_code == 404
    assert another.get("/api/users/me").get_json()["name"] == "Ben"


def test_nobody_becomes_premium_by_a_file(another: Client, files: Files) -> None:
    before = another.get("/api/users/me").get_json()
    with edited(files, "user") as (user,):
        user["body"] |= {
            "subscription_status": "premium",
            "email": "boss@example.com",
            "phone": "+34612345678",
            "targets": {"energy_kcal": 1},
            "id": str(uuid4()),
            "created_at": "2001-01-01T00:00:00Z",
        }
    brought_in(another, zip_of(files))
    after = another.get("/api/users/me").get_json()
    for name in ("id", "email", "phone", "subscription_status", "targets", "created_at"):
        assert after.get(name) == before.get(name)
    assert after["name"] == "Marker Ana"


def test_a_picture_is_written_anew(another: Client, files: Files) -> None:
    """With the place where it was taken in it, and larger than any that Fitzen keeps."""
    name = next(each for each in files if each.endswith("_front.png"))
    with edited(files, "photo") as (photo,):
        photo["body"] |= {"content_type": "image/jpeg", "key": photo["body"]["key"].replace(".png", ".jpg")}
    files[name.replace(".png", ".jpg")] = picture("JPEG", (3000, 100))
    assert brought_in(another, zip_of(files))["counts"]["photo"]["new"] == 1
    shown = another.get("/api/photos/me").get_json()["items"][0]
    image = opened(another.get(shown["url"]).data)
    assert not image.getexif()
    assert image.width == 2560


def test_what_is_no_picture_leaves_nothing_behind(another: Client, files: Files, infra: Infra) -> None:
    for name in files:
        if name.startswith("photos/"):
            files[name] = b"<script>alert(1)</script>"
    report = brought_in(another, zip_of(files))
    assert report["counts"]["photo"]["rejected"] == report["counts"]["picture"]["rejected"] == 1
    assert list(infra.files.list(f"{another.user_id}/")) == []
    assert infra.store.list(another.user_id, "photo").items == []


def test_a_message_loses_what_it_proposed(another: Client, files: Files) -> None:
    with edited(files, "message") as messages:
        acted = next(line for line in messages if line["body"]["actions"])
        acted["body"]["actions"][0]["status"] = "proposed"
    brought_in(another, zip_of(files))
    history = another.get("/api/chat/history/me").get_json()["items"]
    assert next(each for each in history if each["id"] == acted["id"])["actions"] == []


@pytest.mark.parametrize("trusted", [True, False])
def test_a_dry_run_tells_the_same_and_takes_nothing(
    signed_in: Client, another: Client, files: Files, infra: Infra, *, trusted: bool
) -> None:
    if not trusted:
        with edited(files, "workout") as workouts:
            workouts[0]["body"]["name"] = ""
    before = [record for record in infra.store.changes(another.user_id, 0, 1000) if record.kind != "import"]
    rehearsed = brought_in(another, zip_of(files), dry_run="true")
    assert rehearsed["dry_run"] is True
    after = [record for record in infra.store.changes(another.user_id, 0, 1000) if record.kind != "import"]
    assert after == before
    assert [*infra.files.list(f"{another.user_id}/"), *infra.files.list(f"uploads/{another.user_id}/")] == []
    real = brought_in(another, zip_of(files))
    for name in ("trusted", "counts", "problems"):
        assert rehearsed[name] == real[name]

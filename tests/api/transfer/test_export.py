"""What somebody gets when they ask for their data."""

import csv
import hashlib
import io
import json
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import pytest
from tests.fixtures.api import Client, Json
from tests.fixtures.filling import exported, files_in, fill, records_in

from fitzen.cycle.service import PRIVATE_KINDS
from fitzen.infra.base import Infra
from fitzen.transfer.kinds import SOURCES


@pytest.fixture
def files(signed_in: Client) -> dict[str, bytes]:
    fill(signed_in)
    return files_in(exported(signed_in))


def rows(files: dict[str, bytes], kind: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"csv/{kind}.csv"].decode())))


def test_it_has_every_kind_and_says_so(files: dict[str, bytes], signed_in: Client) -> None:
    manifest: Json = json.loads(files["manifest.json"])
    assert manifest["user_id"] == signed_in.user_id
    assert manifest["counts"].keys() == SOURCES.keys() - PRIVATE_KINDS
    for kind, count in manifest["counts"].items():
        assert len(files[f"records/{kind}.jsonl"].splitlines()) == count
    assert {name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "manifest.json"} == (
        manifest["entries"]
    )
    assert b"fitzen import fitzen" in files["README.txt"]


def test_a_record_is_as_it_is_stored(signed_in: Client, infra: Infra) -> None:
    fill(signed_in)
    found = records_in(exported(signed_in))
    for line in found["workout"]:
        record = infra.store.get(signed_in.user_id, "workout", line["id"])
        assert record is not None
        assert line["body"] == json.loads(record.body)
        assert (line["version"], line["seq"], line["digest"]) == (record.version, record.seq, record.digest)
        assert line["at"] == record.at.isoformat()
    seqs = [line["seq"] for line in found["workout"]]
    assert seqs == sorted(seqs)
    assert all("expires_at" in line and "group" in line for line in found["message"])


def test_what_is_deleted_derived_internal_or_not_there_yet_is_left_out(files: dict[str, bytes]) -> None:
    assert b"Gone" not in files["records/workout.jsonl"]
    assert len(files["records/photo.jsonl"].splitlines()) == 1
    kinds = {name for name in files if name.startswith("records/")}
    assert not kinds & {f"records/{kind}.jsonl" for kind in ("workout_day", "lift", "best", "device", "import")}


def test_the_cycle_goes_out_only_when_it_is_asked_for(signed_in: Client) -> None:
    fill(signed_in)
    assert "cycle" not in records_in(exported(signed_in))
    files = files_in(exported(signed_in, include="cycle"))
    assert len(files["records/cycle.jsonl"].splitlines()) == 1
    assert rows(files, "cycle")[0]["flow"] == "medium"


def test_photos_come_with_their_thumbnails(files: dict[str, bytes]) -> None:
    pictures = sorted(name for name in files if name.startswith("photos/"))
    assert len(pictures) == 4
    assert sum("avatar" in name for name in pictures) == 2
    assert sum("_front" in name for name in pictures) == 2
    assert all(files[name].startswith(b"\x89PNG") for name in pictures)


def test_a_set_is_a_row_of_its_own(files: dict[str, bytes]) -> None:
    sets = [row for row in rows(files, "workout") if row["name"] == "Marker day 10"]
    assert [(row["exercise"], row["set"], row["kind"], row["reps"], row["weight_kg"]) for row in sets[:2]] == [
        ("barbell-bench-press", "1", "warmup", "5", "40.0"),
        ("barbell-bench-press", "2", "normal", "5", "80.5"),
    ]
    assert (sets[2]["set"], sets[2]["weight_kg"]) == ("1", "11.0")
    assert len(rows(files, "measurement")) == 4
    assert [row["sender"] for row in rows(files, "message")].count("coach") == 2


def test_no_cell_is_a_formula(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        if name.startswith("csv/"):
            for row in csv.reader(io.StringIO(data.decode())):
                assert not any(cell.startswith(("=", "+", "@")) for cell in row), row
    assert rows(files, "workout")[0]["notes"] == "'=1+1 Marker"


def test_the_folder_that_it_is_made_in_is_removed(signed_in: Client) -> None:
    fill(signed_in)
    before = set(Path(gettempdir()).glob("fitzen-export-*"))
    exported(signed_in)
    assert set(Path(gettempdir()).glob("fitzen-export-*")) <= before


def test_a_new_account_has_its_profile(signed_in: Client) -> None:
    assert records_in(exported(signed_in)).keys() == {"user"}


def test_another_persons_is_not_given(signed_in: Client, another: Client) -> None:
    fill(signed_in)
    assert another.get(f"/api/users/{signed_in.user_id}/export").status_code == 403
    assert records_in(exported(another)).keys() == {"user"}


@pytest.mark.parametrize("query", [{"include": "all"}, {"includes": "cycle"}])
def test_what_cannot_be_included_is_refused(signed_in: Client, query: dict[str, Any]) -> None:
    assert signed_in.get("/api/users/me/export", query_string=query).status_code == 422

"""What every store of files promises."""

from datetime import UTC, datetime, timedelta

import pytest

from fitzen.infra.files.base import Files

NOW = datetime.now(UTC)


def test_what_was_put_is_got_back_and_replaced_whole(files: Files) -> None:
    assert files.get("ana/photo.jpg") is None
    assert files.size("ana/photo.jpg") is None
    files.put("ana/photo.jpg", b"one" * 100_000)
    files.put("ana/photo.jpg", b"two")
    assert (files.get("ana/photo.jpg"), files.size("ana/photo.jpg")) == (b"two", 3)


def test_keys_are_listed_by_prefix_and_nobody_elses(files: Files) -> None:
    for key in ("ana/b.jpg", "ana/a.png", "anabel/c.jpg", "uploads/ana/d.jpg"):
        files.put(key, b"x")
    assert list(files.list("ana/")) == ["ana/a.png", "ana/b.jpg"]
    assert list(files.list("nobody/")) == []


def test_what_is_deleted_is_gone_and_deleting_again_is_fine(files: Files) -> None:
    files.put("ana/a.png", b"x")
    files.delete("ana/a.png", "ana/never.png")
    files.delete("ana/a.png")
    assert files.get("ana/a.png") is None


def test_a_link_says_who_may_do_what_and_the_headers_to_send(files: Files) -> None:
    upload = files.upload("uploads/ana/a.webp", 7, NOW + timedelta(minutes=5))
    assert upload.headers["Content-Type"] == "image/webp"
    assert upload.url != files.upload("uploads/ana/a.webp", 8, NOW + timedelta(minutes=5)).url
    assert files.url("ana/a.png", NOW) != files.url("ana/b.png", NOW)


def test_what_is_erased_is_gone_and_nobody_elses_is(files: Files) -> None:
    for key in ("ana/a.jpg", "ana/a.jpg", "ana/b.png", "anabel/c.jpg"):
        files.put(key, b"x")
    files.erase("ana/")
    files.erase("ana/")
    assert list(files.list("ana/")) == []
    assert files.get("ana/a.jpg") is None
    assert files.get("anabel/c.jpg") == b"x"


@pytest.mark.parametrize(
    "key", ["", "/etc/passwd", "../up.jpg", "ana/../ben/x.jpg", "ana//x.jpg", "ana/\0.jpg", "a" * 600]
)
def test_what_is_no_key_reaches_no_file(files: Files, key: str) -> None:
    uses = (
        lambda: files.put(key, b"x"),
        lambda: files.get(key),
        lambda: files.size(key),
        lambda: files.delete(key),
    )
    for use in uses:
        with pytest.raises(ValueError, match="not a key"):
            use()


def test_old_uploads_are_removed_and_others_are_not(files: Files) -> None:
    files.put("uploads/ana/a.jpg", b"x")
    files.put("ana/a.jpg", b"x")
    assert files.remove_uploads(NOW - timedelta(days=1)) == 0
    assert files.remove_uploads(datetime.now(UTC) + timedelta(minutes=1)) == 1
    assert files.get("uploads/ana/a.jpg") is None
    assert files.get("ana/a.jpg") == b"x"


def test_it_answers(files: Files) -> None:
    files.ping()

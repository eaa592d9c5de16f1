"""The web app at `/`: its files, its one page, what it says until it is built, and that it is never in the API's way."""

import gzip
from pathlib import Path
from typing import Any

import pytest
from tests.fixtures.api import Client, MovableClock, build_app, build_infra, client_of, close, settings_for

PAGE = "<!doctype html><title>App</title>"
SCRIPT = "console.log(1);" * 100
SCRIPT_PATH = "/_expo/static/js/web/entry-0123.js"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "web"
    (folder / "_expo/static/js/web").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE)
    (folder / SCRIPT_PATH[1:]).write_text(SCRIPT)
    (folder / f"{SCRIPT_PATH[1:]}.gz").write_bytes(gzip.compress(SCRIPT.encode()))
    (folder / ".hidden").write_text("no")
    (tmp_path / "secret.key").write_text("no")
    return folder


@pytest.fixture
def client(folder: Path, tmp_path: Path) -> Any:
    infra = build_infra(settings_for(tmp_path, web_dir=str(folder)), MovableClock())
    yield client_of(build_app(infra))
    close(infra)


@pytest.mark.parametrize("path", ["/", "/sign-in", "/train/workouts/0196f0a1-0000-7000-8000-00000000000a", "/eat/"])
def test_every_path_of_the_app_is_its_page(client: Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.text) == (200, PAGE)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "path",
    [
        "/api/nothing",
        "/api",
        "/docs/nothing",
        "/dev/nothing",
        "/files/nothing",
        "/nothing.js",
        "/.hidden",
        "/../secret.key",
        "/%2e%2e/secret.key",
        "/..%2fsecret.key",
        "/index.html%00",
        "/STATUS",
    ],
)
def test_what_is_not_the_apps_is_the_apis_404(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (403, 404, 422)
    assert answer.content_type == "application/problem+json"


def test_the_api_is_where_it_was(client: Client) -> None:
    assert client.get("/health").get_json() == {"ok": True}
    assert client.get("/api/users/me").status_code == 401
    assert client.get("/dev/inbox").status_code == 200
    assert client.get("/docs/").status_code == 200
    assert client.post("/sign-in").status_code == 404


def test_hashed_files_are_kept_for_ever_and_the_page_is_asked_for_again(client: Client) -> None:
    script = client.get(SCRIPT_PATH)
    assert script.text == SCRIPT
    assert script.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert script.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    page = client.get("/")
    again = client.get("/", headers={"If-None-Match": page.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip, br", "gzip"), ("br", None), ("gzip;q=0", None), ("", None), ("gzip;q=0.5", "gzip")],
)
def test_a_file_comes_packed_to_those_who_take_it(client: Client, accepted: str, encoding: str | None) -> None:
    answer = client.get(SCRIPT_PATH, headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == encoding
    assert (gzip.decompress(answer.data) if encoding else answer.data) == SCRIPT.encode()
    assert answer.headers["Vary"] == "Accept-Encoding"


def test_head_has_the_length_and_no_body(client: Client) -> None:
    answer = client.head(SCRIPT_PATH)
    assert (answer.data, answer.headers["Content-Length"]) == (b"", str(len(SCRIPT)))


def test_the_page_runs_no_script_but_ours(client: Client) -> None:
    headers = client.get("/").headers
    assert "script-src 'self' 'wasm-unsafe-eval';" in headers["Content-Security-Policy"]
    assert "connect-src 'self';" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    ("status", "text"),
    [("building", "being built"), ("no-node", "Node 20.19"), ("failed", "make app"), (None, "not built yet")],
)
def test_until_it_is_built_the_page_says_so(client: Client, folder: Path, status: str | None, text: str) -> None:
    (folder / "index.html").unlink()
    if status:
        (folder / "STATUS").write_text(f"{status}\n")
    answer = client.get("/")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert text in answer.text
    assert ("refresh" in answer.text) == (status == "building")
    assert client.get("/sign-in").status_code == 404

"""The web app at `/`: files of its export, and one page for all of its routes.

A layer of WSGI beside the application, not routes of it: what belongs to the API (its paths by their first part) never
comes here, and a path that neither has is the API's 404. The export is made by `make app`; until it is there, `/` says so.
"""

import mimetypes
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from flask import Flask

from fitzen.config import Settings
from fitzen.web.headers import CSP, HSTS, SECURITY, Environ, Pairs, Wsgi

PAGE = "index.html"
STATUS = "STATUS"
"""A file in the folder while there is no page: one of `WAITING`'s words, by tools/app.sh."""
HASHED = ("/_expo/static/", "/assets/")
"""Folders whose files carry a hash of what is in them in their names."""
PACKED = (("br", ".br"), ("gzip", ".gz"))
IMMUTABLE = ("Cache-Control", "public, max-age=31536000, immutable")
ASK_AGAIN = ("Cache-Control", "no-cache")
TYPES = {".js": "text/javascript", ".webmanifest": "application/manifest+json", ".ico": "image/x-icon"}
WAITING = {
    "building": "The app is being built. That takes two or three minutes the first time; this page opens it by itself.",
    "no-node": "The app is not built: that takes Node 20.19 or later. Install it, then start <code>make run</code> again. The API works.",
    "failed": "The app could not be built: <code>make app</code> shows why. The API works.",
    "": "The app is not built yet: <code>make app</code> builds it. The API works.",
}


class Found(NamedTuple):
    """A file of the export, under the path by which it was asked for."""

    file: Path
    hashed: bool


def install(app: Flask, settings: Settings) -> None:
    """Serve the export of `WEB_DIR`. Called last: every path of the application is known by then."""
    if settings.web_dir:
        taken = frozenset(rule.rule.split("/")[1] for rule in app.url_map.iter_rules())
        app.wsgi_app = Frontend(app.wsgi_app, settings, taken)  # type: ignore[method-assign] # Flask's way to wrap it


class Frontend:
    """`taken`: first parts of paths that are the application's."""

    def __init__(self, inner: Wsgi, settings: Settings, taken: frozenset[str]) -> None:
        self._inner = inner
        self._root = Path(settings.web_dir).resolve()
        self._taken = taken
        policy = _policy(settings)
        fixed = [pair for pair in SECURITY if pair[0] != CSP]
        self._headers = [*fixed, (CSP, policy), *([HSTS] if settings.production else [])]

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        path: str = environ.get("PATH_INFO", "")
        first = path.lstrip("/").partition("/")[0]
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or (first and first in self._taken):
            return self._inner(environ, start_response)
        found = self._find(path)
        if found is not None:
            return self._give(found, environ, start_response)
        if path == "/":
            return self._wait(environ, start_response)
        return self._inner(environ, start_response)

    def _find(self, path: str) -> Found | None:
        """Return the file of a path; the page for a path of the app, which has no dot in its last part."""
        name = path.lstrip("/") or PAGE
        if "\0" in name or any(part.startswith(".") for part in name.split("/")) or name == STATUS:
            return None
        file = (self._root / name).resolve()
        if file.is_relative_to(self._root) and file.is_file():
            return Found(file, path.startswith(HASHED))
        page = self._root / PAGE
        return Found(page, hashed=False) if "." not in name.rpartition("/")[2] and page.is_file() else None

    def _give(self, found: Found, environ: Environ, start_response: Any) -> Iterable[bytes]:
        file, encoding = _packed(found.file, environ.get("HTTP_ACCEPT_ENCODING", ""))
        body = file.read_bytes()
        etag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
        headers = [
            ("ETag", etag),
            ("Vary", "Accept-Encoding"),
            IMMUTABLE if found.hashed else ASK_AGAIN,
            ("Content-Type", _type(found.file)),
            *([("Content-Encoding", encoding)] if encoding else []),
        ]
        if environ.get("HTTP_IF_NONE_MATCH") == etag:
            return self._answer("304 Not Modified", headers, None, environ, start_response)
        return self._answer("200 OK", headers, body, environ, start_response)

    def _wait(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        status = self._root / STATUS
        word = status.read_text(encoding="utf-8").strip() if status.is_file() else ""
        text = WAITING.get(word, WAITING[""])
        again = '<meta http-equiv="refresh" content="3">' if word == "building" else ""
        body = PAGE_WHILE_WAITING.format(text=text, again=again).encode()
        headers = [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")]
        return self._answer("200 OK", headers, body, environ, start_response)

    def _answer(
        self, status: str, headers: Pairs, body: bytes | None, environ: Environ, start_response: Any
    ) -> Iterable[bytes]:
        length = [] if body is None else [("Content-Length", str(len(body)))]
        start_response(status, [*headers, *length, *self._headers])
        return [body] if body and environ["REQUEST_METHOD"] != "HEAD" else []


def _packed(file: Path, accepted: str) -> tuple[Path, str | None]:
    """Return a smaller form of a file that the client takes, as the build made it."""
    names = {
        part.partition(";")[0].strip() for part in accepted.split(",") if not part.replace(" ", "").endswith(";q=0")
    }
    for encoding, suffix in PACKED:
        packed = file.with_name(file.name + suffix)
        if encoding in names and packed.is_file():
            return packed, encoding
    return file, None


def _type(file: Path) -> str:
    kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def _policy(settings: Settings) -> str:
    """Return what the app's page may load: our own scripts; pictures and uploads also where files are kept.

    WebAssembly may be compiled, which reads barcodes; text is never run as a script.
    """
    elsewhere = "" if settings.files_url.startswith("file:") else " https:"
    return (
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        f"img-src 'self' data: blob: https:; media-src 'self' blob:; connect-src 'self'{elsewhere}; "
        "worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


PAGE_WHILE_WAITING = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Fitzen</title>{again}<style>:root{{color-scheme:light dark}}body{{font:1rem/1.6 system-ui;margin:20vh auto;max-width:32rem;padding:0 1.5rem}}
h1{{font-size:2rem;margin:0}}</style><h1>Fitzen</h1><p role="status">{text}</p>
<p><a href="/docs">API documentation</a></p></html>"""

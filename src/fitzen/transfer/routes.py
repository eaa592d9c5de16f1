"""The routes by which a person's data go out and come in."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Response

from fitzen.transfer import exporting, service
from fitzen.transfer.archives import SENT
from fitzen.transfer.models import ExportQuery, Import, ImportFields, ImportIn
from fitzen.web.answers import Answer, made, one
from fitzen.web.context import caller, infra, now
from fitzen.web.multipart import read_form, uploads
from fitzen.web.routing import Blueprint

transfer = Blueprint("transfer", tag="Transfer")
ZIP = "application/zip"
EXPORTED = {
    200: {
        "description": "README.txt, manifest.json, records/*.jsonl, csv/*.csv and photos/*.",
        "content": {ZIP: {"schema": {"type": "string", "format": "binary"}}},
    }
}


@transfer.get("/api/users/<user_id>/export")
@transfer.input(ExportQuery, location="query")
@transfer.doc(responses=EXPORTED)
def export_user(user_id: str, query_data: ExportQuery) -> Response:
    """Get everything that one has, as a zip that can be imported again."""
    folder = TemporaryDirectory(prefix="fitzen-export-")
    at = now()
    try:
        found = exporting.collect(infra(), user_id, Path(folder.name), at, frozenset({query_data.include or ""}))
    except BaseException:
        folder.cleanup()
        raise
    name = f'attachment; filename="fitzen-{at:%Y-%m-%d}.zip"'
    pieces = _then(exporting.zipped(infra(), found), folder.cleanup)
    answer = Answer(pieces, headers={"Content-Disposition": name}, content_type=ZIP)
    answer.call_on_close(folder.cleanup)  # where nobody reads it, as after HEAD
    return answer


def _then(pieces: Iterator[bytes], finish: Callable[[], None]) -> Iterator[bytes]:
    try:
        yield from pieces
    finally:
        finish()


@transfer.post("/api/imports")
@transfer.output(Import, 201)
@transfer.doc(
    responses={
        200: "It was imported before; here is the report.",
        415: "The body is not multipart/form-data.",
        422: "The file is not an export, or a field is wrong; `errors` names each.",
    }
)
@uploads(ImportIn)
def import_file() -> Response:
    """Bring an export in, beside what is there, which stays. The report says what was not taken, and why."""
    fields, file = read_form(ImportFields, SENT.bytes)
    return made(service.bring_in(infra(), caller().user_id, file, now(), id=fields.id, dry_run=fields.dry_run))


@transfer.get("/api/imports/<import_id>")
@transfer.output(Import)
def get_import(import_id: str) -> Response:
    """Get the report of an import."""
    return one(service.get_import(infra().store, caller().user_id, import_id))

"""The routes of sync. What is stored passes through: answers are joined from the bodies as they are."""

import orjson
from flask import Response, request

from fitzen.infra.storage.base import Record
from fitzen.infra.telemetry.logs import REQUEST_ID
from fitzen.records import Json, dumps
from fitzen.sync import service
from fitzen.sync.models import SyncChanges, SyncIn, SyncQuery, SyncResults
from fitzen.sync.service import Changes, Result
from fitzen.web.answers import JSON, Answer
from fitzen.web.context import caller, infra, now
from fitzen.web.routing import Blueprint

sync = Blueprint("sync", tag="Sync")


@sync.get("/api/sync")
@sync.input(SyncQuery, location="query")
@sync.output(SyncChanges)
@sync.doc(responses={409: "The server was restored and knows less than the phone: start again from 0."})
def pull(query_data: SyncQuery) -> Response:
    """Get what was written since the last time, deletions included; ask again while there is more."""
    return _changes(service.pull(infra().store, caller().user_id, query_data))


@sync.post("/api/sync")
@sync.input(SyncIn)
@sync.output(SyncResults)
def push(json_data: SyncIn) -> Response:
    """Apply what was done on a phone, in order, each operation by itself; all of it may be sent again without harm."""
    store, user_id, at, request_id = infra().store, caller().user_id, now(), str(request.environ.get(REQUEST_ID, ""))
    return _results([service.push(store, user_id, op, at, request_id) for op in json_data.ops])


def _changes(found: Changes) -> Response:
    changes = ",".join([_change(record) for record in found.records])
    rest = dumps({"seq": found.seq, "mark": found.mark, "more": found.more})
    return Answer(f'{{"changes":[{changes}],{rest[1:]}', content_type=JSON)


def _change(record: Record) -> str:
    told = {"kind": record.kind, "id": record.id, "version": record.version, "deleted": record.deleted}
    return _with_body(told, record.body or "null")


def _results(results: list[Result]) -> Response:
    return Answer(f'{{"results":[{",".join([_result(result) for result in results])}]}}', content_type=JSON)


def _result(result: Result) -> str:
    told: Json = {"op_id": result.op_id, "status": result.status}
    if result.version is not None:
        told |= {"version": result.version, "deleted": result.deleted}
    if result.problem is not None:
        told["problem"] = result.problem
    return dumps(told) if result.body is None else _with_body(told, result.body)


def _with_body(told: Json, body: str) -> str:
    return f'{orjson.dumps(told)[:-1].decode()},"body":{body}}}'

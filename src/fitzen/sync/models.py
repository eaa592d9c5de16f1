"""What a phone sends and gets when it syncs. Bodies are those of each kind's own routes."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints, WithJsonSchema

from fitzen.infra.storage.base import MAX_KEY_BYTES
from fitzen.sync.marks import Mark
from fitzen.web.fields import AnswerModel, Model

MAX_CHANGES = 500
MAX_SYNC_OPS = 100
_EXACT = 2**53
"""Above it, JavaScript cannot tell one whole number from the next."""

Action = Literal["create", "update", "delete"]
Status = Literal["applied", "duplicate", "conflict", "rejected"]
Version = Annotated[int, Field(ge=1, le=_EXACT)]


class SyncQuery(Model):
    """`since` and `mark` are the `seq` and `mark` of the last answer; without them everything comes."""

    since: Annotated[int, Field(ge=0, le=_EXACT)] = 0
    mark: Annotated[str, Field(max_length=400), AfterValidator(Mark.checked)] | None = None
    limit: Annotated[int, Field(ge=1, le=MAX_CHANGES)] = 100


class SyncChange(AnswerModel):
    """A record as it is now. What was deleted has no body, and never comes back under its id."""

    kind: str
    id: str
    version: int
    deleted: bool
    body: dict[str, Any] | None


class SyncChanges(AnswerModel):
    """Ask again, with this `seq` and `mark`, at once where there is `more`."""

    changes: list[SyncChange]
    seq: int
    mark: str | None
    more: bool


class SyncOp(Model):
    """What a person did. `base_version` is the version that they saw; without it the last write wins."""

    op_id: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_.:-]{1,100}$")]
    kind: Annotated[str, Field(max_length=MAX_KEY_BYTES["kind"])]
    id: Annotated[str, Field(max_length=MAX_KEY_BYTES["id"])]
    action: Action
    base_version: Version | None = None
    body: dict[str, Any] | None = None


class SyncIn(Model):
    model_config = {
        "json_schema_extra": {
            "examples": [
                {
                    "ops": [
                        {
                            "op_id": "0196f0a1-0000-7000-8000-00000000000a",
                            "kind": "measurement",
                            "id": "0196f0a1-0000-7000-8000-000000000001",
                            "action": "create",
                            "body": {"taken_at": "2026-11-23T07:10:00+01:00", "metric": "weight_kg", "value": 71.4},
                        }
                    ]
                }
            ]
        }
    }

    ops: Annotated[list[SyncOp], Field(min_length=1, max_length=MAX_SYNC_OPS)]


class SyncResult(AnswerModel):
    """What became of an operation. `version`, `deleted` and `body` are the record as it is now on the server."""

    op_id: str
    status: Status
    version: int | None = None
    deleted: bool | None = None
    body: dict[str, Any] | None = None
    problem: Annotated[dict[str, Any], WithJsonSchema({"$ref": "#/components/schemas/Problem"})] | None = None


class SyncResults(AnswerModel):
    results: list[SyncResult]

"""What is sent to bring data in, and what is told of it."""

from typing import Annotated, Literal

from pydantic import WithJsonSchema

from fitzen.web.fields import Id, Model, Timestamp

Source = Literal["fitzen"]


class ExportQuery(Model):
    """`include` names what is left out unless it is asked for: `cycle`."""

    include: Literal["cycle"] | None = None


class ImportFields(Model):
    """What is said of a file. `source` is what made it; found out where it is left out."""

    source: Source | None = None
    dry_run: bool = False
    id: Id | None = None


class ImportIn(ImportFields):
    """A file to bring in. A `dry_run` reports what would become of it, and takes nothing.

    With an `id` of the client's the same can be sent again without harm.
    """

    file: Annotated[bytes, WithJsonSchema({"type": "string", "format": "binary"})]


class Counts(Model):
    """How many records of a kind were taken, were here already, differ from what is here and stays, were refused."""

    new: int
    same: int
    conflict: int
    rejected: int


class ImportProblem(Model):
    """Why something was not taken as it is; by record, or by place in the file."""

    message: str
    kind: str | None = None
    id: str | None = None
    file: str | None = None
    line: int | None = None
    field: str | None = None


class Import(Model):
    """`trusted`: the file is as this installation made it. `more_problems` are counted, not told."""

    id: Id
    source: Source
    dry_run: bool
    status: Literal["running", "done"]
    started_at: Timestamp
    finished_at: Timestamp | None = None
    trusted: bool
    counts: dict[str, Counts] = {}
    problems: list[ImportProblem] = []
    more_problems: int = 0

"""The statements of SqlStore: written once, for SQLite and PostgreSQL alike, put together once, at start.

`:name` is a parameter. Those of reads are sent in the order in which the text has them, and `now` is the time that
`expires_at` is compared with. The four that write records take many rows at once, each the parameters in that order
without `now`, which comes after: SQLite runs them row by row, PostgreSQL reads the rows from one JSON array, at half
the client's CPU. A row that comes back is the end of a `Record`, in its order: what
went in as a parameter is not read again, and a list has no tombstones.
"""

import re
from dataclasses import dataclass, fields

_LISTED = "id, {body}, at, version, seq, grp, due_at, expires_at, digest"
_OWN = f"{_LISTED}, deleted"
_PRESENT = "(expires_at IS NULL OR expires_at > :now)"
_LIVE = f"NOT deleted AND {_PRESENT}"
_LIST = f"SELECT {_LISTED} FROM {{table}} WHERE owner = :owner AND kind = :kind"
_NEWEST = f"at >= :low AND (at, id) < (:at, :id) AND {_LIVE} ORDER BY at DESC, id DESC LIMIT :limit"
_OLDEST = f"at < :high AND (at, id) > (:at, :id) AND {_LIVE} ORDER BY at, id LIMIT :limit"
_EXPECTED = "owner = :owner AND kind = :kind AND id = :id AND version = :version"


@dataclass(frozen=True, slots=True)
class Statements:
    """The SQL of one dialect, on the table of one kind of records; make it with `for_sqlite` or `for_postgres`."""

    get: str = f"SELECT {_OWN} FROM {{table}} WHERE owner = :owner AND kind = :kind AND id = :id AND {_PRESENT}"

    get_many: str = (
        f"SELECT kind, {_OWN} FROM {{keys}} JOIN {{table}} ON kind = wanted.k AND id = wanted.i"
        f" WHERE owner = :owner AND {_PRESENT}"
    )
    """The keys, as a JSON array, come first."""

    newest: str = f"{_LIST} AND {_NEWEST}"
    newest_of_group: str = f"{_LIST} AND grp = :group AND {_NEWEST}"
    oldest: str = f"{_LIST} AND {_OLDEST}"
    oldest_of_group: str = f"{_LIST} AND grp = :group AND {_OLDEST}"

    has_changed: str = "SELECT 1 FROM owners WHERE owner = :owner AND seq > :since"
    """What most readers of `changes` ask, for they are up to date: a tenth of its cost where it is over all tables."""
    changes: str = (
        f"SELECT kind, {_OWN} FROM {{table}} WHERE owner = :owner AND seq > :since AND {_PRESENT}"
        " ORDER BY seq LIMIT :limit"
    )
    due: str = (
        f"SELECT owner, kind, {_OWN} FROM {{table}} WHERE kind = :kind AND due_at <= :until AND {_PRESENT}"
        " ORDER BY due_at, owner, id LIMIT :limit"
    )
    users: str = (
        "SELECT owner FROM owners WHERE (segment, owner) > (:segment, :last) AND segment <= :segment AND NOT erased"
        " ORDER BY segment, owner LIMIT :limit"
    )
    """In the terms of its index: by `owner > :last`, PostgreSQL may choose to read all segments."""

    count: str = (
        "INSERT INTO owners (owner, segment, seq, erased) VALUES (:owner, :segment, :count, FALSE)"
        " ON CONFLICT (owner) DO UPDATE SET seq = owners.seq + excluded.seq WHERE NOT owners.erased RETURNING seq"
    )
    """The row stays locked to the end, so that seqs are committed in order. None comes back for an erased owner."""

    mark_erased: str = (
        "INSERT INTO owners (owner, segment, seq, erased) VALUES (:owner, :segment, 0, TRUE)"
        " ON CONFLICT (owner) DO UPDATE SET erased = TRUE WHERE NOT owners.erased"
    )

    insert: str = (
        "INSERT INTO records (owner, kind, id, at, seq, grp, due_at, expires_at, digest, body, version, deleted)"
        " {values} :owner, :kind, :id, :at, :seq, :grp, :due_at, :expires_at, :digest, :body, 1, FALSE {end_of_values}"
        " ON CONFLICT (owner, kind, id) DO UPDATE SET at = excluded.at, seq = excluded.seq, grp = excluded.grp,"
        " due_at = excluded.due_at, expires_at = excluded.expires_at, digest = excluded.digest, body = excluded.body,"
        " version = 1, deleted = FALSE WHERE records.expires_at <= :now"
    )
    update: str = (
        "UPDATE {table} SET at = :at, seq = :seq, grp = :grp, due_at = :due_at, expires_at = :expires_at,"
        f" body = :body, version = version + 1, deleted = FALSE {{from_rows}} WHERE {_EXPECTED} AND {_PRESENT}"
    )
    bury: str = (
        "UPDATE {table} SET seq = :seq, due_at = NULL, expires_at = NULL, body = NULL, version = version + 1,"
        f" deleted = TRUE {{from_rows}} WHERE {_EXPECTED} AND {_LIVE}"
    )
    """Leave a tombstone."""
    remove: str = f"DELETE FROM {{table}} {{using_rows}} WHERE {_EXPECTED} AND {_LIVE}"

    erase: str = (
        "DELETE FROM records WHERE owner = :owner AND (kind, id) IN"
        " (SELECT kind, id FROM records WHERE owner = :owner LIMIT :limit)"
    )
    remove_expired: str = (
        "DELETE FROM records WHERE expires_at <= :now AND (owner, kind, id) IN"
        " (SELECT owner, kind, id FROM records WHERE expires_at <= :now LIMIT :limit {skip_locked})"
    )


_WRITES = ("insert", "update", "bury", "remove")
_PARAMETER = re.compile(r"(?<![\w:]):([a-z_]+)")
_TYPES = dict.fromkeys(("at", "seq", "due_at", "expires_at", "version"), "bigint") | {"body": "jsonb"}


def for_sqlite() -> Statements:
    marks = {
        "table": "records",
        "body": "body",
        "keys": "(SELECT value ->> 0 AS k, value ->> 1 AS i FROM json_each(?)) AS wanted CROSS",
        "values": "VALUES (",
        "end_of_values": ")",
        **dict.fromkeys(("from_rows", "using_rows", "skip_locked"), ""),
    }
    return Statements(**{name: _PARAMETER.sub("?", sql.format(**marks)) for name, sql in _TEMPLATES.items()})


def for_postgres(table: str) -> Statements:
    """COLLATE: text out of JSON has another collation than the columns, and the join would go by no index."""
    rows = "json_array_elements(%s::json) AS r (v)"
    marks = {
        "table": table,
        "body": "body::text",
        "keys": f"""(SELECT (v ->> 0) COLLATE "C" AS k, (v ->> 1) COLLATE "C" AS i FROM {rows}) AS wanted""",
        "values": "SELECT",
        "end_of_values": f"FROM {rows}",
        "from_rows": f"FROM {rows}",
        "using_rows": f"USING {rows}",
        "skip_locked": "FOR UPDATE SKIP LOCKED",
    }
    filled = {name: sql.format(**marks) for name, sql in _TEMPLATES.items()}
    return Statements(
        **{name: _from_json(sql) if name in _WRITES else _PARAMETER.sub("%s", sql) for name, sql in filled.items()}
    )


def _from_json(sql: str) -> str:
    """Take each parameter but `now` from its place in the row `v`."""
    names = [name for name in _PARAMETER.findall(sql) if name != "now"]
    places = {name: f"(v ->> {place})" for place, name in enumerate(names)}
    typed = {name: f"{v}::{_TYPES[name]}" if name in _TYPES else f'{v} COLLATE "C"' for name, v in places.items()}
    return _PARAMETER.sub(lambda found: "%s" if found[1] == "now" else typed[found[1]], sql)


_TEMPLATES = {field.name: str(field.default) for field in fields(Statements)}

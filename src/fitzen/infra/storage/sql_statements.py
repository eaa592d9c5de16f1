"""The statements of SqlStore: written once, for SQLite and PostgreSQL alike, put together once, at start.

Parameters are positional, because both drivers bind tuples fastest; the text under a statement names them in order.
`now` is the time that `expires_at` is compared with. A row is `COLUMNS`: what `Record` has, in its order.
"""

from dataclasses import dataclass, fields

COLUMNS = "owner, kind, id, {body}, at, version, seq, grp, due_at, expires_at, digest, deleted"
_KEY = "owner = ? AND kind = ? AND id = ?"
_PRESENT = "(expires_at IS NULL OR expires_at > ?)"
_LIVE = f"NOT deleted AND {_PRESENT}"
_SELECT = f"SELECT {COLUMNS} FROM {{table}} WHERE"
_NEWEST = f"at >= ? AND (at, id) < (?, ?) AND {_LIVE} ORDER BY at DESC, id DESC LIMIT ?"
_OLDEST = f"at < ? AND (at, id) > (?, ?) AND {_LIVE} ORDER BY at, id LIMIT ?"


@dataclass(frozen=True, slots=True)
class Statements:
    """The SQL of one dialect; make it with `for_dialect`."""

    get: str = f"{_SELECT} {_KEY} AND {_PRESENT}"
    """owner, kind, id, now"""

    get_many: str = f"SELECT {COLUMNS} FROM {{keys}} JOIN {{table}} ON kind = wanted.k AND id = wanted.i WHERE owner = ? AND {_PRESENT}"
    """the keys, owner, now"""

    newest: str = f"{_SELECT} owner = ? AND kind = ? AND {_NEWEST}"
    newest_of_group: str = f"{_SELECT} owner = ? AND kind = ? AND grp = ? AND {_NEWEST}"
    """owner, kind, [group,] lowest at, at and id to stay below, now, limit"""

    oldest: str = f"{_SELECT} owner = ? AND kind = ? AND {_OLDEST}"
    oldest_of_group: str = f"{_SELECT} owner = ? AND kind = ? AND grp = ? AND {_OLDEST}"
    """owner, kind, [group,] at to stay below, at and id to stay above, now, limit"""

    has_changed: str = "SELECT 1 FROM owners WHERE owner = ? AND seq > ?"
    """owner, since. What a phone that is up to date asks, at a tenth of what `changes` costs over all partitions."""

    changes: str = f"{_SELECT} owner = ? AND seq > ? AND {_PRESENT} ORDER BY seq LIMIT ?"
    """owner, since, now, limit"""

    due: str = f"{_SELECT} kind = ? AND due_at <= ? AND {_PRESENT} ORDER BY due_at, owner, id LIMIT ?"
    """kind, until, now, limit"""

    users: str = "SELECT owner FROM owners WHERE segment = ? AND owner > ? AND NOT erased ORDER BY owner LIMIT ?"
    """segment, last owner seen, limit"""

    count: str = (
        "INSERT INTO owners (owner, segment, seq, erased) VALUES (?, ?, ?, FALSE)"
        " ON CONFLICT (owner) DO UPDATE SET seq = owners.seq + excluded.seq WHERE NOT owners.erased RETURNING seq"
    )
    """owner, segment, how many seqs to take. The row stays locked to the end, so that seqs are committed in order. No
    row comes back for an erased owner."""

    mark_erased: str = (
        "INSERT INTO owners (owner, segment, seq, erased) VALUES (?, ?, 0, TRUE)"
        " ON CONFLICT (owner) DO UPDATE SET erased = TRUE WHERE NOT owners.erased"
    )
    """owner, segment"""

    insert: str = (
        "INSERT INTO {table} AS records (owner, kind, id, at, seq, grp, due_at, expires_at, digest, body, version, deleted)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, {to_body}, 1, FALSE)"
        " ON CONFLICT (owner, kind, id) DO UPDATE SET at = excluded.at, seq = excluded.seq, grp = excluded.grp,"
        " due_at = excluded.due_at, expires_at = excluded.expires_at, digest = excluded.digest, body = excluded.body,"
        " version = 1, deleted = FALSE WHERE records.expires_at <= ?"
    )
    """owner, kind, id, at, seq, group, due_at, expires_at, digest, body, now"""

    update: str = (
        "UPDATE {table} SET at = ?, seq = ?, grp = ?, due_at = ?, expires_at = ?, body = {to_body},"
        f" version = version + 1, deleted = FALSE WHERE {_KEY} AND version = ? AND {_PRESENT}"
    )
    """at, seq, group, due_at, expires_at, body, owner, kind, id, version, now"""

    bury: str = (
        "UPDATE {table} SET seq = ?, due_at = NULL, expires_at = NULL, body = NULL, version = version + 1,"
        f" deleted = TRUE WHERE {_KEY} AND version = ? AND {_LIVE}"
    )
    """seq, owner, kind, id, version, now"""

    remove: str = f"DELETE FROM {{table}} WHERE {_KEY} AND version = ? AND {_LIVE}"
    """owner, kind, id, version, now"""

    erase: str = (
        "DELETE FROM records WHERE owner = ? AND (kind, id) IN (SELECT kind, id FROM records WHERE owner = ? LIMIT ?)"
    )
    """owner, owner, limit"""

    remove_expired: str = (
        "DELETE FROM records WHERE expires_at <= ? AND (owner, kind, id) IN"
        " (SELECT owner, kind, id FROM records WHERE expires_at <= ? LIMIT ?{skip_locked})"
    )
    """now, now, limit"""


def for_dialect(**marks: str) -> Statements:
    """Fill in `parameter` (the driver's sign for one), `body` (reads it as text), `to_body`, `keys`, `skip_locked`, `table`."""
    sign = marks.pop("parameter")
    return Statements(
        **{field.name: str(field.default).format(**marks).replace("?", sign) for field in fields(Statements)}
    )

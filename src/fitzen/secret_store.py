"""References to AWS Secrets Manager in settings: `aws-sm://name[#json-key]`, resolved where they are read.

`aws-sm://fitzen/prod/jwt-secret` is the secret's text, `aws-sm://fitzen/prod/db-credentials#password` a value of its
JSON. A name may be an ARN. The query says more: `stage` (AWSCURRENT unless told; with AWSPREVIOUS a secret that was
never rotated is empty), `region`, and for a database's secret, as RDS writes it, what is to stand in its URL
(`host`, `port`, `dbname` in place of the secret's own; the rest, such as `sslmode`, as options of the connection).

No message shows a value. What was read is kept by this process until it is asked for `again`.
"""

import json
from collections.abc import Mapping
from threading import Lock
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlencode

SCHEME = "aws-sm://"
CURRENT, PENDING, PREVIOUS = "AWSCURRENT", "AWSPENDING", "AWSPREVIOUS"
TIMEOUT_S, ATTEMPTS = 3, 3
DATABASE = frozenset({"username", "password"})
"""What every secret of a database has; one that RDS manages has no more."""
OWN = frozenset({"stage", "region"})

_kept: dict[tuple[str, str, str], str] = {}
_lock = Lock()


class SecretError(Exception):
    """A reference could not be resolved; the message says why, and never what it stands for."""


class NoSuchVersionError(SecretError):
    """The secret, or the stage of it that was asked for, is not there."""


class Reference(NamedTuple):
    """`key` of its JSON, or "" for the whole; `options` is the query without what is ours."""

    name: str
    key: str
    region: str
    stage: str
    options: Mapping[str, str]


def is_reference(text: str) -> bool:
    return text.startswith(SCHEME)


def resolve(text: str, region: str, *, stage: str = "", again: bool = False) -> str:
    """Return what a reference stands for; `stage` takes the place of the one that it names. Raises SecretError."""
    reference = _parsed(text, region)
    if stage:
        reference = reference._replace(stage=stage)
    try:
        secret = _read(reference, again=again)
    except NoSuchVersionError:
        if reference.stage == PREVIOUS:
            return ""
        raise
    if reference.key:
        return _value(secret, reference.key)
    fields = _fields(secret)
    return _database_url(fields, reference.options) if fields.keys() >= DATABASE else secret


def _parsed(text: str, region: str) -> Reference:
    rest, _, key = text.removeprefix(SCHEME).partition("#")
    name, _, query = rest.partition("?")
    asked = dict(parse_qsl(query, keep_blank_values=True))
    if not name:
        raise SecretError(f"{SCHEME} must be followed by the name of a secret")
    of_arn = name.split(":")[3] if name.startswith("arn:") and name.count(":") >= 6 else ""  # noqa: PLR2004 - arn:partition:service:region:account:secret:name
    return Reference(
        unquote(name),
        unquote(key),
        asked.get("region") or of_arn or region,
        asked.get("stage") or CURRENT,
        {option: value for option, value in asked.items() if option not in OWN},
    )


def _read(reference: Reference, *, again: bool) -> str:
    place = reference.region, reference.name, reference.stage
    with _lock:
        if again or place not in _kept:
            _kept[place] = _fetch(reference)
        return _kept[place]


def _fetch(reference: Reference) -> str:
    """Ask Secrets Manager; its client is not kept: a process that is forked must not share its connection."""
    from botocore import exceptions
    from botocore.config import Config
    from botocore.session import Session

    config = Config(
        connect_timeout=TIMEOUT_S,
        read_timeout=TIMEOUT_S,
        retries={"mode": "standard", "total_max_attempts": ATTEMPTS},
        user_agent="fitzen",
    )
    try:
        client = Session().create_client("secretsmanager", region_name=reference.region, config=config)
        try:
            answer: dict[str, Any] = client.get_secret_value(SecretId=reference.name, VersionStage=reference.stage)
        finally:
            client.close()
    except exceptions.ClientError as error:
        code = error.response["Error"]["Code"]
        kind = NoSuchVersionError if code == "ResourceNotFoundException" else SecretError
        raise kind(f"Secrets Manager refused {reference.name}: {code}") from None
    except exceptions.BotoCoreError as error:
        raise SecretError(f"Secrets Manager did not give {reference.name}: {type(error).__name__}") from None
    if "SecretString" not in answer:
        raise SecretError(f"the secret {reference.name} is binary; a setting is text")
    return str(answer["SecretString"])


def _fields(secret: str) -> Mapping[str, Any]:
    try:
        fields = json.loads(secret)
    except ValueError:
        return {}
    return fields if isinstance(fields, dict) else {}


def _value(secret: str, key: str) -> str:
    value = _fields(secret).get(key)
    if not isinstance(value, str | int):
        raise SecretError(f"the secret has no text under {key}")
    return str(value)


def _database_url(fields: Mapping[str, Any], options: Mapping[str, str]) -> str:
    """`postgresql://user:password@host:port/dbname?sslmode=…` of a secret as RDS writes it."""
    said = {**fields, **options}
    if not said.get("host"):
        raise SecretError("the secret of a database names no host; add it to the reference: ?host=…&dbname=…")
    user, password = (quote(str(fields[name]), safe="") for name in ("username", "password"))
    more = {name: value for name, value in options.items() if name not in {"host", "port", "dbname"}}
    host = str(said["host"])
    place = f"{quote(host, safe='')}" if host.startswith("/") else host  # a folder of Unix sockets
    query = f"?{urlencode(more)}" if more else ""
    return (
        f"postgresql://{user}:{password}@{place}:{said.get('port') or 5432}/{said.get('dbname') or 'postgres'}{query}"
    )

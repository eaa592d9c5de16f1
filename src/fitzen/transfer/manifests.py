"""What an export says of itself, signed, so that what comes back unchanged need not be checked again."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from importlib.metadata import version
from typing import Annotated, Literal

import orjson
from pydantic import Field

from fitzen.infra import keys
from fitzen.records import Json
from fitzen.web.fields import Model, Timestamp

FORMAT: Literal["fitzen-export-1"] = "fitzen-export-1"
NAME = "manifest.json"
PURPOSE = "export"


class Manifest(Model):
    """`entries` holds the SHA-256 of every other entry of the zip; `signature` is a MAC over all the rest of this."""

    format: Literal["fitzen-export-1"]
    fitzen: Annotated[str, Field(max_length=40)]
    exported_at: Timestamp
    user_id: Annotated[str, Field(min_length=1, max_length=200)]
    counts: dict[str, int]
    entries: dict[str, str]
    signature: Annotated[str, Field(max_length=100)]

    def signed_by(self, secrets: Sequence[str]) -> bool:
        """Say whether this installation made it as it is."""
        unsigned = self.model_dump(mode="json", exclude={"signature"})
        return any(keys.same(self.signature, _mac(secret, unsigned)) for secret in secrets)


def signed(
    secret: str, user_id: str, counts: Mapping[str, int], entries: Mapping[str, str], exported_at: datetime
) -> bytes:
    """Return the manifest of an export as it is written."""
    unsigned = {
        "format": FORMAT,
        "fitzen": version("fitzen"),
        "exported_at": exported_at.isoformat(),
        "user_id": user_id,
        "counts": dict(counts),
        "entries": dict(entries),
        "signature": "",
    }
    manifest = Manifest.model_validate_json(orjson.dumps(unsigned))
    mac = _mac(secret, manifest.model_dump(mode="json", exclude={"signature"}))
    return orjson.dumps(
        manifest.model_copy(update={"signature": mac}).model_dump(mode="json"), option=orjson.OPT_INDENT_2
    )


def _mac(secret: str, unsigned: Json) -> str:
    return keys.mac(secret, PURPOSE, orjson.dumps(unsigned, option=orjson.OPT_SORT_KEYS).decode())

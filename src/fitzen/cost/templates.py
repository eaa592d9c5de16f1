"""What is paid by the piece in each profile's CloudFormation templates: a key costs the same whoever comes.

`templates.tsv` is counted from the templates themselves, by `deploy/cdk/counted.py`, and a test of the infrastructure
fails where the two differ; so a bill is of what is deployed, not of what somebody remembers to have designed.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

type Profile = Literal["serverless", "hybrid", "kubernetes"]
PROFILES: tuple[Profile, ...] = get_args(Profile.__value__)
TABLE = "templates.tsv"
HEADER = ("price", *PROFILES)

type Pieces = Mapping[str, int]
"""By the name of its price, how many of a thing there are."""


@cache
def load() -> Mapping[Profile, Pieces]:
    """Read the table that ships."""
    header, *rows = [line.split("\t") for line in files("fitzen.cost").joinpath(TABLE).read_text().splitlines()]
    if tuple(header) != HEADER:
        raise ValueError(f"{TABLE} begins with {header}, not {HEADER}.")
    return {profile: {row[0]: int(row[at]) for row in rows} for at, profile in enumerate(PROFILES, start=1)}


def dumps(pieces: Mapping[Profile, Pieces]) -> str:
    """Return the table as it is kept."""
    names = sorted({name for each in pieces.values() for name in each})
    rows = [[name, *(str(pieces[profile].get(name, 0)) for profile in PROFILES)] for name in names]
    return "".join("\t".join(row) + "\n" for row in (HEADER, *rows))

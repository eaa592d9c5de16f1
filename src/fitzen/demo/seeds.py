"""What makes the same seed give the same data: a stream of chance for each part of a life, and ids that come from it."""

from datetime import datetime
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Madrid")


def stream(seed: int, part: str) -> Random:
    """Return the chance of one part, so that another part, or one more, changes nothing in it."""
    return Random(f"{seed}/{part}")  # noqa: S311 - a simulation


def seeded_id(random: Random, at: datetime) -> str:
    """Make a UUID of version 7 whose random part comes from the seed."""
    bits = int(at.timestamp() * 1000) << 80 | 7 << 76 | random.getrandbits(12) << 64 | 2 << 62 | random.getrandbits(62)
    return str(UUID(int=bits))

"""What every file is converted with."""

from datetime import datetime
from typing import NamedTuple

from fitzen.infra.base import Infra
from fitzen.transfer.legacy.reports import LegacyReport


class Context(NamedTuple):
    infra: Infra
    report: LegacyReport
    now: datetime

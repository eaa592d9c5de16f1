"""What habits read and write: few records, once each, in whatever order a phone sends them; on every engine."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from fitzen import entities
from fitzen.entities import Change
from fitzen.errors import ConflictError, GoneError, InvalidError
from fitzen.habits import rebuild, service
from fitzen.habits.models import CheckinBody, CheckinIn, HabitIn, HabitQuery, TimeOff, VacationBody
from fitzen.infra.storage.base import Delete, Put, Record, Store
from fitzen.infra.storage.sql import SqlStore
from fitzen.records import all_records, dumps, loads, new_id
from fitzen.users.service import new_user
from fitzen.web.parsing import check
from fitzen.wiring import open_store

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = NOW.date()


class Counted:
    """A store that counts its reads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.reads = 0

    def __getattr__(self, name: str) -> Any:
        if name in ("get", "get_many", "list"):
            self.reads += 1
        return getattr(self._store, name)

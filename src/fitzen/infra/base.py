"""What the application is given: its settings, its clock and an adapter for each port."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from fitzen.config import Settings
from fitzen.errors import UnavailableError
from fitzen.infra.barcodes.base import Barcodes
from fitzen.infra.cache.base import Cache
from fitzen.infra.files.base import Files, Served
from fitzen.infra.identity.base import Identity
from fitzen.infra.llm.base import Llm
from fitzen.infra.messages.base import Messages, Readable, Topics
from fitzen.infra.storage.base import Clock, Store
from fitzen.infra.telemetry.base import Telemetry
from fitzen.infra.telemetry.reporting import Reporter


@dataclass(frozen=True, slots=True, kw_only=True)
class Infra:
    """Built once by `wiring.py`; tests build their own. Nothing in it has connected yet."""

    settings: Settings
    clock: Clock
    store: Store
    chat_store: Store
    identity: Identity
    sms: Messages
    mail: Messages
    push: Messages
    llm: Llm
    files: Files
    cache: Cache
    replica: Store | None = None
    served_files: Served | None = None
    inbox: Readable | None = None
    barcodes: Barcodes | None = None
    topics: Topics | None = None
    telemetry: Telemetry = field(default_factory=Telemetry)
    reporter: Reporter | None = None

    def stores(self) -> Iterator[Store]:
        """Each store once."""
        yield from {id(store): store for store in (self.store, self.chat_store, self.replica) if store}.values()

    def read_late[T](self, read: Callable[[Store], T]) -> T:
        """Read what may be some seconds old: from the replica where there is one that answers, so that nobody waits."""
        if self.replica is not None:
            try:
                return read(self.replica)
            except UnavailableError:
                pass
        return read(self.store)

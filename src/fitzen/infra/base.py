"""What the application is given: its settings, its clock and an adapter for each port."""

from dataclasses import dataclass, field

from fitzen.config import Settings
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
    served_files: Served | None = None
    inbox: Readable | None = None
    barcodes: Barcodes | None = None
    topics: Topics | None = None
    telemetry: Telemetry = field(default_factory=Telemetry)
    reporter: Reporter | None = None

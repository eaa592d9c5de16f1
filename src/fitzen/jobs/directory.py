"""At each person's midnight: what the provider's directory knows of them, where it has one (ADR 21).

Not when they sign in, which must not wait for it, and must not fail with it. One that does not answer is told the next
night; a person of whom nothing has changed costs it nothing.
"""

import logging
from datetime import date, datetime

from fitzen.errors import UnavailableError
from fitzen.infra.base import Infra

log = logging.getLogger(__name__)


def at_midnight(infra: Infra, user_id: str, _day: date, now: datetime) -> None:
    if not infra.identity.has_directory:
        return
    from fitzen.auth.service import mirror

    try:
        mirror(infra, user_id, now)
    except UnavailableError:
        log.warning("The directory was not told of somebody; it is told the next night.")

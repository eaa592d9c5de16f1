"""What this process has used: CPU of a call, and memory."""

import resource
import time
from collections.abc import Callable

KIB = 1024


def cpu_ms(call: Callable[[str], object], text: str) -> float:
    before = time.process_time_ns()
    call(text)
    return (time.process_time_ns() - before) / 1e6


def memory_mib() -> float:
    """Return the most memory that there was at once."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB

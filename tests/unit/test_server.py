"""What `fitzen serve`'s main process waits for, under a storm of signals and ending workers."""

import subprocess
import sys

STORM = """
import signal, sys, threading, time
from fitzen.server import Interrupt

event = Interrupt(lambda: False)
signal.signal(signal.SIGALRM, lambda *_: event.set())
signal.setitimer(signal.ITIMER_REAL, 0.002, 0.002)
until = time.monotonic() + 2

def workers_end():
    while time.monotonic() < until:
        event.set()

threading.Thread(target=workers_end, daemon=True).start()
while time.monotonic() < until:
    event.wait()
    event.clear()
signal.setitimer(signal.ITIMER_REAL, 0)
print("ended")
"""
STOPPED = """
from fitzen.server import Interrupt

event = Interrupt(lambda: True)
event.set()
event.clear()
event.wait()
print("ended")
"""


def test_a_signal_at_any_moment_does_not_hang_the_main_loop() -> None:
    assert run(STORM) == "ended\n"


def test_a_signal_to_stop_is_not_cleared_by_the_end_of_a_worker() -> None:
    assert run(STOPPED) == "ended\n"


def run(script: str) -> str:
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=30, check=True).stdout

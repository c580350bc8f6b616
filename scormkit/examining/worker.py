"""The other side of `many`: a process that judges one subject after the other, until nobody asks any more."""

from __future__ import annotations

import signal
import sys
from multiprocessing.connection import Connection

from scormkit.examining.kinds import Subject
from scormkit.examining.one import Examined, Options, examined

MOST_MEMORY = 2 * 1024**3
"""How many bytes of its own a process may take: ten times what a package can make it take, and what JSON may need."""

READY = "ready"


def work(line: Connection, options: Options, longest: float) -> None:
    """Say `READY`, and answer each `Subject` that comes over the line with what became of it.

    Where one takes longer than `longest` seconds, the system ends the process, also when nobody is left to do so.
    """
    # Ctrl-C reaches every process of a terminal; the one that was asked decides for all.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    try:
        line.send(READY)
        while True:
            subject: Subject = line.recv()
            _set_alarm(longest)
            outcome: Examined = examined(subject, options)
            _set_alarm(0)
            line.send(outcome)
    except (EOFError, OSError):
        return  # whoever asked is gone


def _set_alarm(seconds: float) -> None:
    """Have the system end this process after so many seconds, where it can (not Windows); 0 calls it off."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory() -> None:
    """Make the system refuse memory past the limit, where it can (Linux): then only this package is not judged."""
    if sys.platform != "win32":
        import resource

        most = resource.getrlimit(resource.RLIMIT_DATA)[1]
        wanted = MOST_MEMORY if most == resource.RLIM_INFINITY else min(MOST_MEMORY, most)
        resource.setrlimit(resource.RLIMIT_DATA, (wanted, most))

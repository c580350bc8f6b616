"""What a process that judges can run into, by the name of what it is asked to judge."""

from __future__ import annotations

import os
import signal
import time
from multiprocessing.connection import Connection
from unittest.mock import patch

from scormkit.diagnostics import Report
from scormkit.examining import Kind, Options, Subject, one, worker
from scormkit.examining.one import Examined, examined


def odd(line: Connection, options: Options, longest: float) -> None:
    """Work as every worker does, but for what is called `stuck`, `killed`, `gone` or `greedy`."""
    with patch.object(worker, "examined", _examined):
        worker.work(line, options, longest)


def mute(line: Connection, options: Options, longest: float) -> None:
    """End before a word was said."""
    os._exit(3)


def _examined(subject: Subject, options: Options) -> Examined:
    name = subject.path.stem
    if name == "stuck":
        time.sleep(600)
    if name == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "gone":
        os._exit(7)
    if name == "greedy":
        with patch.object(one, "check", lambda *_, **__: bytearray(worker.MOST_MEMORY)):
            return examined(subject, options)
    if name == "slow":
        time.sleep(0.3)
        return Examined(subject, Kind.PACKAGE, Report())
    return examined(subject, options)

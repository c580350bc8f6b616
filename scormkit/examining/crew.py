"""The processes that judge many paths: each is ended when it takes too long, and its end harms no other."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeAlias

from scormkit.checking.words import sentences
from scormkit.diagnostics import Location, Report
from scormkit.examining.definitions import TOO_SLOW
from scormkit.examining.kinds import Kind, Subject
from scormkit.examining.many import Progress, is_small
from scormkit.examining.one import Examined, Options, broke_off
from scormkit.examining.worker import READY, work
from scormkit.said import Said, say

_WORKER = work.__module__
"""What is imported once for all processes: this, whatever a test lets them do."""
_AHEAD = 8
"""How many small ones a process is given at once, so that it does not wait for this one between them."""
_LONGEST_NAME = 500
"""Names longer than this many characters are given one at a time: what is given ahead must not fill the line."""
_GRACE = 10.0
"""Seconds after which a process that takes too long ends by itself: whoever started it may have been killed."""
_START = 60.0
"""Seconds that a process may take to start."""

_Context: TypeAlias = "multiprocessing.context.ForkServerContext | multiprocessing.context.SpawnContext"


@dataclass(slots=True)
class _Worker:
    """A process, the line to it, and when it has to have done what it is busy with.

    `given` are the numbers of the subjects that it was given and has not answered: the first is what it is busy with.
    """

    process: BaseProcess
    line: Connection
    deadline: float
    given: deque[int] = field(default_factory=deque)

    def end(self) -> int | None:
        """End the process at once, and say how it ended."""
        self.process.kill()
        self.process.join()
        code = self.process.exitcode
        self.line.close()
        self.process.close()
        return code


class Crew:
    """Judges subjects, each for at most `timeout` seconds, and tells `progress` of every one that is done."""

    def __init__(self, subjects: Sequence[Subject], options: Options, timeout: float, progress: Progress) -> None:
        """Take what is to be judged and how; no process is started yet."""
        self._subjects, self._options, self._timeout, self._progress = subjects, options, timeout, progress
        self._waiting = deque(range(len(subjects)))
        self._found: dict[int, Examined] = {}
        self._workers: list[_Worker] = []
        self._context = _context()

    def run(self, number: int) -> tuple[Examined, ...]:
        """Judge all of them in so many processes; the outcomes are in the order of the subjects. Raises OSError."""
        self._workers += [self._hired() for _ in range(number)]
        while len(self._found) < len(self._subjects):
            now = time.monotonic()
            left = max(0.0, min(each.deadline for each in self._workers) - now)
            ready = set(wait([each.line for each in self._workers], timeout=left))
            for each in list(self._workers):
                if each.line in ready:
                    self._hear(each)
                elif time.monotonic() >= each.deadline:
                    self._stop(each)
        return tuple(self._found[number] for number in range(len(self._subjects)))

    def dismiss(self) -> None:
        """End all processes."""
        while self._workers:
            self._workers.pop().end()

    def _hired(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=work, args=(theirs, self._options, self._timeout + _GRACE), daemon=True)
        with _undisturbed():  # one that is half told what to do would say so aloud
            process.start()
        theirs.close()
        return _Worker(process, ours, time.monotonic() + _START)

    def _hear(self, worker: _Worker) -> None:
        """Take what a process has to say, and give it the next subject."""
        try:
            told = worker.line.recv()
        except (EOFError, OSError):
            self._ended(worker)
            return
        if told != READY:
            self._note(worker.given.popleft(), told)
        worker.deadline = time.monotonic() + self._timeout
        try:
            self._give(worker)
        except OSError:  # it has just ended, which the line tells next
            return
        if not worker.given:
            self._workers.remove(worker)
            worker.end()

    def _give(self, worker: _Worker) -> None:
        """Give a process something to do, and what comes after it where that is small. Raises OSError."""
        ahead = min(_AHEAD, len(self._waiting) // (2 * len(self._workers)))
        while self._waiting and (not worker.given or len(worker.given) < ahead):
            following = self._subjects[self._waiting[0]]
            if worker.given and not _is_light(following):
                return
            worker.given.append(self._waiting.popleft())
            worker.line.send(following)

    def _stop(self, worker: _Worker) -> None:
        """End a process that takes too long."""
        if not worker.given:
            raise OSError("a process to judge packages in does not start")
        number = worker.given.popleft()
        subject = self._subjects[number]
        words = sentences(self._options.language)
        message = say("judging this took longer than {seconds} s and was stopped", seconds=f"{self._timeout:g}")
        hint = say("look whether the package is honest; `--timeout` gives it more time")
        found = TOO_SLOW.at(Location(subject.display), message.in_words(words), hint=hint.in_words(words))
        self._note(number, Examined(subject, Kind.PACKAGE, Report((found,))))
        self._replace(worker)

    def _ended(self, worker: _Worker) -> None:
        """Say of a process that has ended by itself what it was busy with, which is not begun again."""
        worker.process.join(_START)
        code = worker.process.exitcode
        if not worker.given:
            raise OSError(f"a process to judge packages in ended at its start ({code})")
        number = worker.given.popleft()
        self._note(number, broke_off(self._subjects[number], Kind.PACKAGE, self._options, _how(code)))
        self._replace(worker)

    def _replace(self, worker: _Worker) -> None:
        """Let another take the place of a process; what it had not begun is to be done again."""
        self._waiting.extendleft(reversed(worker.given))
        self._workers.remove(worker)
        worker.end()
        if self._waiting:
            self._workers.append(self._hired())

    def _note(self, number: int, outcome: Examined) -> None:
        self._found[number] = outcome
        self._progress(outcome.subject, len(self._found), len(self._subjects))


def _how(code: int | None) -> Said:
    """How a process ended, for a sentence."""
    if code is not None and code < 0:
        return say("its process was ended by signal {signal}", signal=-code)
    return say("its process ended by itself ({code})", code=str(code))


def _is_light(subject: Subject) -> bool:
    return len(subject.display) <= _LONGEST_NAME and is_small(subject)


def _context() -> _Context:
    """How processes are started: never as a copy of this one, whose threads they would not have."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_WORKER])
    # Ctrl-C reaches every process of a terminal, also one that is just starting and would die of it aloud. Its start
    # is where that can be kept from it, and from all that it starts; what the tracker does to signals comes before.
    resource_tracker.ensure_running()
    with _undisturbed():
        forkserver.ensure_running()
    return context


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C wait until this is done, where the system can (not Windows); what is started now never hears of it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

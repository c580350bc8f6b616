"""Many paths, judged at once: each in a process that is ended when it takes too long, and whose end harms no other."""

from __future__ import annotations

import multiprocessing
import os
import signal
import stat
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Protocol, TypeAlias

from scormkit.checking.words import sentences
from scormkit.diagnostics import Location, Report
from scormkit.examining.definitions import TOO_SLOW
from scormkit.examining.kinds import Kind, Subject
from scormkit.examining.one import Examined, Options, broke_off, examined
from scormkit.examining.worker import READY, work
from scormkit.said import Said, say

DEFAULT_TIMEOUT = 300.0
"""Seconds for one package, where nobody says otherwise: several times what the largest that is let in takes."""

_FEW = 2
_LITTLE = 4 * 1024 * 1024
"""Files up to this size, if they are few, are judged sooner than a process is started."""
_START = 60.0
"""Seconds that a process may take to start."""

_Context: TypeAlias = "multiprocessing.context.ForkServerContext | multiprocessing.context.SpawnContext"


class Progress(Protocol):
    """Who wants to know how far it is."""

    def __call__(self, subject: Subject, done: int, total: int) -> None:
        """`subject` was judged; `done` of `total` are now behind us."""


def _silent(subject: Subject, done: int, total: int) -> None: ...


def is_little(subjects: Sequence[Subject]) -> bool:
    """Whether these are so few and small that no process is worth its start."""
    return len(subjects) <= _FEW and all(_size(each) <= _LITTLE for each in subjects)


def examine_all(
    subjects: Sequence[Subject],
    options: Options,
    *,
    jobs: int | None = None,
    timeout: float | None = None,
    progress: Progress = _silent,
) -> tuple[Examined, ...]:
    """Judge all subjects, `jobs` at once (by default as many as there are cores); the outcomes are in their order.

    One that takes longer than `timeout` seconds (`DEFAULT_TIMEOUT`), or that brings its process down, is reported as
    such, and the others go on. A few small ones are judged in this process, without a limit of time, unless `timeout`
    is given. However this ends, none of its processes stays.
    """
    if not subjects:
        return ()
    if timeout is None and is_little(subjects):
        found = []
        for number, subject in enumerate(subjects, 1):
            found.append(examined(subject, options))
            progress(subject, number, len(subjects))
        return tuple(found)
    crew = _Crew(subjects, options, timeout or DEFAULT_TIMEOUT, progress)
    try:
        return crew.run(min(jobs or os.cpu_count() or 1, len(subjects)))
    finally:
        crew.dismiss()


@dataclass(slots=True)
class _Worker:
    """A process, the line to it, what it is busy with (the number of a subject), and when that has to be done."""

    process: BaseProcess
    line: Connection
    deadline: float
    busy: int | None = None

    def end(self) -> int | None:
        """End the process at once, and say how it ended."""
        self.process.kill()
        self.process.join()
        code = self.process.exitcode
        self.line.close()
        self.process.close()
        return code


class _Crew:
    def __init__(self, subjects: Sequence[Subject], options: Options, timeout: float, progress: Progress) -> None:
        self._subjects, self._options, self._timeout, self._progress = subjects, options, timeout, progress
        self._waiting = deque(range(len(subjects)))
        self._found: dict[int, Examined] = {}
        self._workers: list[_Worker] = []
        self._context = _context()

    def run(self, number: int) -> tuple[Examined, ...]:
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
        process = self._context.Process(target=work, args=(theirs, self._options), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours, time.monotonic() + _START)

    def _hear(self, worker: _Worker) -> None:
        """Take what a process has to say, and give it the next subject."""
        try:
            told = worker.line.recv()
        except (EOFError, OSError):
            worker.process.join(_START)
            self._replace(worker, worker.process.exitcode)
            return
        if told != READY:
            self._note(worker, told)
        if self._waiting:
            worker.busy = self._waiting.popleft()
            worker.deadline = time.monotonic() + self._timeout
            try:
                worker.line.send(self._subjects[worker.busy])
            except OSError:  # it has just ended, which the line tells next
                return
        else:
            self._workers.remove(worker)
            worker.end()

    def _stop(self, worker: _Worker) -> None:
        """End a process that takes too long."""
        if worker.busy is None:
            raise OSError("a process to judge packages in does not start")
        subject = self._subjects[worker.busy]
        words = sentences(self._options.language)
        message = say("judging this took longer than {seconds} s and was stopped", seconds=f"{self._timeout:g}")
        hint = say("look whether the package is honest; `--timeout` gives it more time")
        found = TOO_SLOW.at(Location(subject.display), message.in_words(words), hint=hint.in_words(words))
        self._note(worker, Examined(subject, Kind.PACKAGE, Report((found,))))
        self._replace(worker, None)

    def _replace(self, worker: _Worker, code: int | None) -> None:
        """Let another take the place of a process that is no more; what it was busy with is not begun again."""
        if worker.busy is not None:
            subject = self._subjects[worker.busy]
            self._note(worker, broke_off(subject, Kind.PACKAGE, self._options, _how(code)))
        elif len(self._found) < len(self._subjects) and code is not None:
            raise OSError(f"a process to judge packages in ended at its start ({code})")
        self._workers.remove(worker)
        worker.end()
        if self._waiting:
            self._workers.append(self._hired())

    def _note(self, worker: _Worker, outcome: Examined) -> None:
        if worker.busy is not None:
            self._found[worker.busy] = outcome
            worker.busy = None
            self._progress(outcome.subject, len(self._found), len(self._subjects))


def _how(code: int | None) -> Said:
    """How a process ended, for a sentence."""
    if code is not None and code < 0:
        return say("its process was ended by signal {signal}", signal=-code)
    return say("its process ended by itself ({code})", code=str(code))


def _size(subject: Subject) -> int:
    """Bytes of a file; none for anything else: of a folder no more is read than of a small zip."""
    try:
        status = subject.path.stat()
    except OSError:
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def _context() -> _Context:
    """How processes are started: never as a copy of this one, whose threads they would not have."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([work.__module__])
    # Ctrl-C reaches every process of a terminal, also one that is just starting and would die of it aloud. Its start
    # is where that can be kept from it, and from all that it starts; what the tracker does to signals comes before.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return context

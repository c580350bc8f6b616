"""What all benchmarks share: runs that take turns, medians, and a ratio to a peer that ran in the same minutes."""

from __future__ import annotations

import multiprocessing
import re
import statistics
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path

import scormkit


def timed(work: Callable[[], object]) -> float:
    """The seconds that `work` takes here."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def interleaved(runs: int, measures: Mapping[str, Callable[[], float]]) -> dict[str, float]:
    """The median of the seconds that each measure gives.

    They take turns, so that a busy machine is busy for all of them, and another begins each time, for not all of them
    leave the disk as they found it.
    """
    seconds: dict[str, list[float]] = {name: [] for name in measures}
    names = list(measures)
    for run in range(runs):
        first = run % len(names)
        for name in names[first:] + names[:first]:
            seconds[name].append(measures[name]())
    return {name: statistics.median(each) for name, each in seconds.items()}


def tell(name: str, seconds: float, peer: tuple[str, float] | None = None) -> None:
    """Print one measure, and how many times its peer it is."""
    line = f"{name:<44} {seconds:9.3f} s"
    if peer is not None:
        line += f"  {seconds / peer[1]:6.2f} x {peer[0]}"
    print(line, flush=True)  # noqa: T201 - a benchmark prints


def tell_memory(name: str, mebibytes: float, peer: tuple[str, float] | None = None) -> None:
    """Print a peak of memory, and how many times its peer it is."""
    line = f"{name:<44} {mebibytes:9.0f} MiB peak"
    if peer is not None:
        line += f"  {mebibytes / peer[1]:6.2f} x {peer[0]}"
    print(line, flush=True)  # noqa: T201 - a benchmark prints


def build(course: Path, output: Path, *targets: str) -> None:
    """Build a course, which must not have errors."""
    result = scormkit.build(course, output, targets=targets)
    if result.report.has_errors:
        raise SystemExit("\n".join(f"{each.location.file}: {each.message}" for each in result.report))


def in_own_process(work: Callable[[], object], prepare: Callable[[], object] | None = None) -> tuple[float, float]:
    """Run `work` in a fresh process, after `prepare`; the seconds of `work` alone, and the peak memory in MiB (Linux).

    Python has been started and scormkit imported when the clock begins to run.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_report, args=(work, prepare, there))
    process.start()
    there.close()
    seconds, peak = here.recv()
    process.join()
    return float(seconds), float(peak)


def _report(work: Callable[[], object], prepare: Callable[[], object] | None, pipe: Connection) -> None:
    import_module("scormkit.building")
    if prepare is not None:
        prepare()
    seconds = timed(work)
    # Not ru_maxrss: on Linux that begins with what the parent had.
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    pipe.send((seconds, int(found[1]) / 1024 if found else float("nan")))

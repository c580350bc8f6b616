"""Many paths at once: in order, and none of them at the cost of another."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from pathlib import Path

import pytest

from scormkit.diagnostics import Severity
from scormkit.examining import Examined, Options, Subject, crew, examine_all, many
from tests.examining import odd_workers

pytestmark = pytest.mark.slow

BROKEN = "this is no zip"


@pytest.fixture(autouse=True)
def _odd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "work", odd_workers.odd)


@pytest.fixture(autouse=True)
def _none_stays() -> object:
    yield
    assert multiprocessing.active_children() == []


def subjects(folder: Path, *names: str) -> list[Subject]:
    for name in names:
        (folder / f"{name}.zip").write_text(BROKEN)
    return [Subject(folder / f"{name}.zip", name) for name in names]


def ids(found: tuple[Examined, ...]) -> list[tuple[str, list[str]]]:
    return [(each.subject.display, [one.id for one in each.report]) for each in found]


def test_outcomes_are_in_the_order_of_the_paths_whoever_is_done_first(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    given = subjects(tmp_path, "slow", "b", "a", "c")
    found = examine_all(given, Options(), jobs=2, progress=lambda _, done, total: told.append((done, total)))
    assert ids(found) == [("slow", []), ("b", ["SK-PKG-001"]), ("a", ["SK-PKG-001"]), ("c", ["SK-PKG-001"])]
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_that_takes_too_long_is_ended_and_the_others_go_on(tmp_path: Path, jobs: int) -> None:
    found = examine_all(subjects(tmp_path, "a", "stuck", "b"), Options(), jobs=jobs, timeout=3)
    assert ids(found) == [("a", ["SK-PKG-001"]), ("stuck", ["SK-CHK-001"]), ("b", ["SK-PKG-001"])]
    (slow,) = found[1].report
    assert (slow.severity, slow.location.file) == (Severity.FATAL, "stuck")
    assert slow.message == "judging this took longer than 3 s and was stopped"


@pytest.mark.parametrize("name", ["stuck", "killed"])
def test_what_was_waiting_behind_one_that_fails_is_judged_all_the_same(tmp_path: Path, name: str) -> None:
    sound = [f"{number:02}" for number in range(60)]
    found = examine_all(subjects(tmp_path, *sound[:5], name, *sound[5:]), Options(), jobs=1, timeout=3)
    (failed,) = [each for each in found if each.subject.display == name]
    assert next(iter(failed.report)).id.startswith("SK-CHK-")
    others = [each for each in found if each is not failed]
    assert ids(tuple(others)) == [(each, ["SK-PKG-001"]) for each in sound]


@pytest.mark.parametrize(("name", "how"), [("killed", "was ended by signal 9"), ("gone", "ended by itself (7)")])
def test_one_that_brings_its_process_down_is_told_and_the_others_go_on(tmp_path: Path, name: str, how: str) -> None:
    found = examine_all(subjects(tmp_path, name, "a", "b"), Options(), jobs=1)
    assert ids(found) == [(name, ["SK-CHK-002"]), ("a", ["SK-PKG-001"]), ("b", ["SK-PKG-001"])]
    (fatal,) = found[0].report
    assert fatal.message == f"judging this broke off: its process {how}"


@pytest.mark.skipif(sys.platform != "linux", reason="no other system refuses memory by this limit")
def test_one_that_asks_for_too_much_memory_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    found = examine_all(subjects(tmp_path, "greedy", "a", "b"), Options(), jobs=1)
    assert ids(found) == [("greedy", ["SK-CHK-002"]), ("a", ["SK-PKG-001"]), ("b", ["SK-PKG-001"])]
    (fatal,) = found[0].report
    assert fatal.message == "judging this broke off: the memory was not enough"


def test_what_happens_is_told_in_the_language_of_the_findings(tmp_path: Path) -> None:
    (found,) = examine_all(subjects(tmp_path, "killed"), Options(language="nl"), timeout=30)
    assert next(iter(found.report)).message == "het beoordelen brak af: het proces is beëindigd met signaal 9"


def test_a_process_that_does_not_start_is_no_endless_loop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "work", odd_workers.mute)
    with pytest.raises(OSError, match="ended at its start"):
        examine_all(subjects(tmp_path, "a", "b", "c"), Options(), jobs=2)


def test_a_path_that_is_gone_is_a_failure_and_no_finding(tmp_path: Path) -> None:
    given = [*subjects(tmp_path, "a", "b"), Subject(tmp_path / "missing.zip", "missing")]
    found = examine_all(given, Options())
    assert [each.failure for each in found] == [None, None, "No such file or directory"]


def test_whoever_is_interrupted_leaves_no_process_behind(tmp_path: Path) -> None:
    def interrupt(subject: Subject, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        examine_all(subjects(tmp_path, "a", "stuck", "b"), Options(), jobs=2, progress=interrupt)


@pytest.mark.skipif(sys.platform == "win32", reason="has no alarms")
def test_a_process_that_is_stuck_ends_by_itself_when_nobody_is_left_to_end_it(tmp_path: Path) -> None:
    context = crew._context()
    ours, theirs = context.Pipe()
    process = context.Process(target=odd_workers.odd, args=(theirs, Options(), 0.2))
    process.start()
    assert ours.recv() == "ready"
    ours.send(subjects(tmp_path, "stuck")[0])
    process.join(60)
    assert process.exitcode == -signal.SIGALRM
    theirs.close()
    ours.close()


def test_a_few_small_ones_need_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "_context", None)
    assert ids(examine_all(subjects(tmp_path, "a", "b"), Options())) == [("a", ["SK-PKG-001"]), ("b", ["SK-PKG-001"])]
    assert examine_all([], Options()) == ()


def test_many_or_large_ones_or_a_limit_of_time_need_processes(tmp_path: Path) -> None:
    few = subjects(tmp_path, "a", "b")
    assert many.is_little(few)
    assert not many.is_little(subjects(tmp_path, "a", "b", "c"))
    with (tmp_path / "a.zip").open("wb") as file:
        file.truncate(5 * 1024 * 1024)
    assert not many.is_little(few)

"""Notes on finished packages: found only where everything is as it was."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from scormkit.archive.cache import ArchiveCache
from scormkit.archive.notes import Notes
from scormkit.archive.state import state_of
from scormkit.archive.written import Used, Written

WRITTEN = Written(7, "00" * 32, Used(frozenset({"p"}), frozenset({"f", "g"})))


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "x.zip").write_bytes(b"package")
    return tmp_path / "x.zip"


def test_a_note_is_found_again(tmp_path: Path, package: Path) -> None:
    notes = Notes(tmp_path / "notes")
    assert notes.find(package, "this") is None
    notes.keep(package, "this", WRITTEN, state_of(package.lstat()))
    assert notes.find(package, "this") == Notes(tmp_path / "notes").find(package, "this") == WRITTEN
    assert notes.find(package, "that") is None
    assert notes.find(tmp_path / "y.zip", "this") is None


def test_the_state_is_the_one_after_the_move(tmp_path: Path, package: Path) -> None:
    notes = Notes(tmp_path / "notes")
    before = state_of(package.lstat())
    package.rename(tmp_path / "moved.zip")
    notes.keep(tmp_path / "moved.zip", "this", WRITTEN, before)
    assert notes.find(tmp_path / "moved.zip", "this") == WRITTEN


def test_no_note_is_made_of_what_is_not_what_was_moved(tmp_path: Path, package: Path) -> None:
    notes = Notes(tmp_path / "notes")
    before = state_of(package.lstat())
    package.write_bytes(b"another")
    os.utime(package, ns=(1, 1))
    notes.keep(package, "this", WRITTEN, before)
    package.unlink()
    notes.keep(package, "this", WRITTEN, before)
    assert not (tmp_path / "notes").exists()


def test_no_note_is_made_where_the_clock_does_not_tell_versions_apart(
    tmp_path: Path, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = Notes(tmp_path / "notes")
    monkeypatch.setattr("scormkit.archive.notes.is_settled", lambda state, now: False)
    notes.keep(package, "this", WRITTEN, state_of(package.lstat()))
    assert notes.find(package, "this") is None


def test_any_byte_that_is_not_ours_makes_a_note_worthless(tmp_path: Path, package: Path) -> None:
    notes = Notes(tmp_path / "notes")
    notes.keep(package, "this", WRITTEN, state_of(package.lstat()))
    note = tmp_path / "notes" / "x.zip"
    whole = note.read_bytes()
    for at in range(len(whole)):
        note.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert notes.find(package, "this") is None, at
        note.write_bytes(whole[:at])
        assert notes.find(package, "this") is None, at
    note.write_bytes(whole + b"\n")
    assert notes.find(package, "this") is None
    note.write_bytes(whole)
    assert notes.find(package, "this") == WRITTEN
    json.loads(whole.partition(b"\n")[2])


def test_notes_of_packages_that_are_not_built_any_more_are_pruned(tmp_path: Path, package: Path) -> None:
    cache = ArchiveCache(tmp_path / "cache")
    cache.notes.keep(package, "this", WRITTEN, state_of(package.lstat()))
    cache.prune([WRITTEN.used], ["x.zip"])
    assert cache.notes.find(package, "this") == WRITTEN
    cache.prune([WRITTEN.used], ["y.zip"])
    assert cache.notes.find(package, "this") is None

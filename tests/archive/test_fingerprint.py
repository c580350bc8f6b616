"""Fingerprints of files: right, and taken once."""

import hashlib
import os
import zlib
from pathlib import Path

import pytest

from scormkit.archive import fingerprint as module
from scormkit.archive.fingerprint import Fingerprint, Fingerprints

SIZES = [0, 1, 1 << 20, (1 << 20) + 1, (5 << 20) + 3]


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_known", {})


def no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Path) -> None:
        raise AssertionError(f"{file} is read again")

    monkeypatch.setattr(module, "_read", refuse)


@pytest.mark.parametrize("size", SIZES)
def test_a_file_has_the_fingerprint_of_its_bytes(tmp_path: Path, size: int) -> None:
    content = hashlib.shake_256(b"f").digest(size)
    (tmp_path / "f").write_bytes(content)
    expected = Fingerprint(zlib.crc32(content), size)
    assert Fingerprints().of(tmp_path / "f") == Fingerprint.of(content) == expected


def test_a_file_is_read_once_in_a_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "f").write_bytes(b"content")
    first = Fingerprints().of(tmp_path / "f")
    no_reading(monkeypatch)
    assert Fingerprints(tmp_path / "notes").of(tmp_path / "f") == first


def test_a_large_file_is_read_once_for_all_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "f").write_bytes(b"x" * SIZES[2])
    first = Fingerprints(tmp_path / "notes").of(tmp_path / "f")
    monkeypatch.setattr(module, "_known", {})
    no_reading(monkeypatch)
    assert Fingerprints(tmp_path / "notes").of(tmp_path / "f") == first


@pytest.mark.parametrize("note", [b"", b"{}", b"[1]", b'{"state": 1}', b"\xff"])
def test_a_damaged_note_is_no_note(tmp_path: Path, note: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    file, notes = tmp_path / "f", Fingerprints(tmp_path / "notes")
    file.write_bytes(b"x" * SIZES[2])
    first = notes.of(file)
    (tmp_path / "notes" / notes.key(file)).write_bytes(note)
    monkeypatch.setattr(module, "_known", {})
    assert notes.of(file) == first


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    file, notes = tmp_path / "f", Fingerprints(tmp_path / "notes")
    file.write_bytes(b"x" * SIZES[2])
    times = file.stat()
    first = notes.of(file)
    (tmp_path / "g").write_bytes(b"y" * SIZES[2])
    os.utime(tmp_path / "g", ns=(times.st_atime_ns, times.st_mtime_ns))
    (tmp_path / "g").replace(file)
    assert notes.of(file) != first
    assert notes.of(file) == Fingerprint.of(b"y" * SIZES[2])


def test_what_is_forgotten_is_read_again(tmp_path: Path) -> None:
    file, notes = tmp_path / "f", Fingerprints(tmp_path / "notes")
    file.write_bytes(b"x" * SIZES[2])
    notes.of(file)
    notes.forget(file)
    assert list((tmp_path / "notes").iterdir()) == []
    assert module._known == {}
    notes.forget(file)

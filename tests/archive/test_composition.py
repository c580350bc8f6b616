"""What packages are made of: told exactly, or not at all."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from scormkit.archive.composition import Compositions
from scormkit.archive.fingerprint import Fingerprint, SourceChangedError
from scormkit.archive.state import GRAIN, is_settled, state_of
from scormkit.archive.writer import Member

LARGE = (1 << 20) + 1


def settle() -> None:
    time.sleep(GRAIN / 1e9 + 0.01)


def member(file: Path, content: bytes, name: str = "m") -> Member:
    """A member from a file with this content, which its clock tells from what is written later."""
    file.write_bytes(content)
    settle()
    return Member(name, file, Fingerprint.of(content))


def test_equal_members_have_equal_compositions(tmp_path: Path) -> None:
    members = [Member("a", b"1"), member(tmp_path / "s", b"small", "s"), member(tmp_path / "l", b"l" * LARGE, "l")]
    first = Compositions().of(members)
    assert first is not None
    assert Compositions().of(members) == first
    both = Compositions()
    assert both.of(members) == both.of(members) == first


def test_names_bytes_and_order_all_count() -> None:
    compositions = Compositions()
    different = [
        [],
        [Member("a", b"")],
        [Member("a", b"b")],
        [Member("ab", b"")],
        [Member("a", b"1"), Member("b", b"2")],
        [Member("b", b"2"), Member("a", b"1")],
        [Member("a", b"2"), Member("b", b"1")],
        [Member("a", b"12"), Member("b", b"")],
        [Member("a", b"1b2")],
        [Member("é", b"")],
        [Member("e\u0301", b"")],
    ]
    assert len({compositions.of(each) for each in different}) == len(different)


def test_a_small_file_counts_by_its_bytes_alone(tmp_path: Path) -> None:
    first = member(tmp_path / "one", b"small")
    second = member(tmp_path / "two", b"small")
    assert Compositions().of([first]) == Compositions().of([second])
    times = (tmp_path / "one").stat()
    changed = member(tmp_path / "one", b"smell")
    os.utime(tmp_path / "one", ns=(times.st_atime_ns, times.st_mtime_ns))
    assert Compositions().of([changed]) != Compositions().of([second])


def test_a_large_file_counts_by_its_state_too(tmp_path: Path) -> None:
    """Films whose fingerprints were made alike on purpose are still two films."""
    content = b"x" * LARGE
    first = Compositions().of([member(tmp_path / "film", content)])
    again = Compositions().of([Member("m", tmp_path / "film", Fingerprint.of(content))])
    (tmp_path / "other").write_bytes(content)
    os.utime(tmp_path / "other", ns=((tmp_path / "film").stat().st_atime_ns, (tmp_path / "film").stat().st_mtime_ns))
    (tmp_path / "other").replace(tmp_path / "film")
    settle()
    other = Compositions().of([Member("m", tmp_path / "film", Fingerprint.of(content))])
    assert first == again
    assert None not in (first, other)
    assert first != other
    renewed = Compositions().of([Member("m", tmp_path / "film", Fingerprint(1, LARGE))])
    assert renewed not in (None, other)


def test_a_large_file_that_was_written_just_now_cannot_be_told(tmp_path: Path) -> None:
    (tmp_path / "film").write_bytes(b"x" * LARGE)
    fresh = Member("m", tmp_path / "film", Fingerprint.of(b"x" * LARGE))
    far = time.time_ns() + 3_600_000_000_000
    os.utime(tmp_path / "film", ns=(far, far))
    assert Compositions().of([fresh]) is None


def test_a_file_that_nobody_answers_for_cannot_be_told(tmp_path: Path) -> None:
    file = member(tmp_path / "f", b"small")
    assert Compositions().of([Member("m", tmp_path / "f")]) is None
    assert Compositions().of([file, Member("n", tmp_path / "f")]) is None


def test_a_small_file_that_is_not_what_it_was_is_told_at_once(tmp_path: Path) -> None:
    file = member(tmp_path / "f", b"small")
    (tmp_path / "f").write_bytes(b"smell")
    with pytest.raises(SourceChangedError):
        Compositions().of([file])
    (tmp_path / "f").unlink()
    with pytest.raises(FileNotFoundError):
        Compositions().of([file])


def test_a_state_is_settled_once_the_clock_has_gone_on(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"")
    _, *head, _, _ = state_of((tmp_path / "f").stat())
    device, (inode, size) = 1, head
    at = 1_000_000_000_500
    state = (device, inode, size, at, at)
    assert not is_settled(state, at)
    assert not is_settled(state, at + GRAIN)
    assert is_settled(state, at + GRAIN + 1)
    assert not is_settled(state, at - 10 * GRAIN), "a clock that was put back tells nothing"
    whole = (device, inode, size, 5, 1_000_000_000_000)
    assert not is_settled(whole, 1_000_000_000_000 + 100 * GRAIN), "a disk that counts whole seconds, or two at a time"
    assert is_settled(whole, 1_002_000_000_001)

"""Files that come to lie beside the packages."""

from __future__ import annotations

from pathlib import Path

import pytest

from scormkit.placing import place, place_pieces, remove

LONG = [bytes([number % 256]) * 1000 for number in range(300)]
"""More than is compared at a time."""


def state(file: Path) -> tuple[int, int]:
    return file.stat().st_ino, file.stat().st_mtime_ns


@pytest.mark.parametrize("pieces", [[], [b""], [b"a", b"b"], LONG])
def test_pieces_come_to_stand_in_their_place_which_is_then_left_alone(tmp_path: Path, pieces: list[bytes]) -> None:
    staged, target = tmp_path / "staged", tmp_path / "one" / "two" / "target"
    place_pieces(staged, target, pieces)
    assert target.read_bytes() == b"".join(pieces)
    before = state(target)
    place_pieces(staged, target, iter(pieces))
    place(staged, target, b"".join(pieces))
    assert state(target) == before
    assert not staged.exists()


@pytest.mark.parametrize("at", [0, 70_000, 299_999])
def test_a_byte_that_differs_is_seen(tmp_path: Path, at: int) -> None:
    staged, target = tmp_path / "staged", tmp_path / "target"
    whole = bytearray(b"".join(LONG))
    whole[at] ^= 1
    target.write_bytes(whole)
    place_pieces(staged, target, LONG)
    assert target.read_bytes() == b"".join(LONG)


def test_where_making_the_pieces_fails_the_place_stays(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"old")

    def broken():
        yield b"new"
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        place_pieces(tmp_path / "staged", target, broken())
    assert target.read_bytes() == b"old"


def test_folders_go_with_the_last_file_in_them(tmp_path: Path) -> None:
    names = ["a/b/one", "a/b/two", "a/three", "c/four", "five"]
    for name in [*names, "c/kept"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    remove(tmp_path, [*names, "gone/before/all"])
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == ["c", "c/kept"]
    remove(tmp_path, ["c/kept"])
    assert tmp_path.is_dir()
    assert not any(tmp_path.iterdir())

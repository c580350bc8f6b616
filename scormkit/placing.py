"""Files that come to lie beside the packages: moved into place whole, left alone where they are there already."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from scormkit.archive.keeping import failed, replacing


def place(staged: Path, target: Path, content: bytes, *, durable: bool = True) -> None:
    """Have `target` hold `content`, by way of `staged` on the same disk. If `durable`, it is seen on the disk first.

    Thousands of files would have to wait for that. Without it, a file that a power cut spoils is seen by the next call,
    and written anew. Raises OSError, which names `target` where it could not take its place.
    """
    if _holds(target, content):
        return
    with staged.open("wb") as stream:
        stream.write(content)
        if durable:
            stream.flush()
            os.fsync(stream.fileno())
    _move(staged, target)


def put(target: Path, content: bytes) -> None:
    """Have `target` hold `content`, in one step, where there is nothing to stage it in. As `place`, not durable."""
    if not _holds(target, content):
        target.parent.mkdir(parents=True, exist_ok=True)
        with replacing(target, durable=False) as stream:
            stream.write(content)


def place_pieces(staged: Path, target: Path, pieces: Iterable[bytes]) -> None:
    """Have `target` hold these pieces, one after the other, without keeping them all in memory.

    It is not seen on the disk. Raises OSError.
    """
    with staged.open("wb") as stream:
        stream.writelines(pieces)
    if _same(staged, target):
        staged.unlink()
    else:
        _move(staged, target)


def remove(folder: Path, names: Iterable[str]) -> None:
    """Take away the files of these names in `folder`, and the folders in it that held nothing else. Raises OSError."""
    emptied: set[Path] = set()
    for name in names:
        file = folder / name
        file.unlink(missing_ok=True)
        emptied.update(each for each in file.parents if each.is_relative_to(folder) and each != folder)
    for each in sorted(emptied, key=lambda path: -len(path.parts)):
        if each.is_dir() and not any(each.iterdir()):
            each.rmdir()


def _move(staged: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        staged.replace(target)
    except OSError as error:
        raise failed(target, error) from error


def _holds(file: Path, content: bytes) -> bool:
    try:
        return not file.is_symlink() and file.stat().st_size == len(content) and file.read_bytes() == content
    except OSError:
        return False


def _same(one: Path, other: Path) -> bool:
    """Whether both are files that hold the same."""
    try:
        if other.is_symlink() or one.stat().st_size != other.stat().st_size:
            return False
        with one.open("rb") as ours, other.open("rb") as theirs:
            while piece := ours.read(1 << 16):
                if theirs.read(1 << 16) != piece:
                    return False
    except OSError:
        return False
    return True

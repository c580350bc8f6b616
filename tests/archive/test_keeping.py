"""Files that appear whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scormkit.archive.keeping import replacing


@pytest.mark.parametrize("name", ["nowhere/file", "file/deeper", "folder"])
def test_what_cannot_be_written_is_named_as_it_was_asked_for(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "folder" / "held").mkdir(parents=True)
    target = tmp_path / name
    with pytest.raises(OSError, match=f": {re.escape(repr(str(target)))}$"), replacing(target) as stream:
        stream.write(b"new")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "folder"]


def interrupted() -> Iterator[bytes]:
    yield b"new"
    raise KeyboardInterrupt


def test_whatever_fails_in_the_midst_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_text("old")
    with pytest.raises(KeyboardInterrupt), replacing(target) as stream:
        stream.writelines(interrupted())
    assert [each.read_text() for each in tmp_path.iterdir()] == ["old"]

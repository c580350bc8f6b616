"""Reading and writing files for commands: what is said, and what is left alone."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from scormkit.cli import files
from scormkit.cli.failure import CannotRunError


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def interrupted():
    yield b"new"
    raise KeyboardInterrupt


def test_a_file_is_whole_or_as_it_was():
    target = Path("file")
    files.write([b"o", b"ld"], target)
    with pytest.raises(KeyboardInterrupt):
        files.write(interrupted(), target)
    assert {each.name: each.read_bytes() for each in Path().iterdir()} == {"file": b"old"}


def test_a_link_is_followed():
    Path("real").mkdir()
    Path("link").symlink_to("real/file")
    files.write([b"new"], Path("link"))
    assert Path("link").is_symlink()
    assert Path("real/file").read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files elsewhere")
def test_a_pipe_is_written_to_and_stays_one():
    os.mkfifo("pipe")
    found = []
    reader = threading.Thread(target=lambda: found.append(Path("pipe").read_bytes()))
    reader.start()
    files.write([b"one", b"two"], Path("pipe"))
    reader.join(10)
    assert found == [b"onetwo"]
    assert Path("pipe").is_fifo()


@pytest.mark.parametrize(
    ("verb", "path", "error", "said"),
    [
        ("read", "a", FileNotFoundError(2, "No such file", "a"), "cannot read a: No such file"),
        ("read", "a", IsADirectoryError(21, "Is a directory"), "cannot read a: Is a directory"),
        ("read", "-", ValueError("the text is empty"), "cannot read stdin: the text is empty"),
        ("write", "a", PermissionError(13, "Denied", "a/b"), "cannot write a: Denied: a/b"),
        ("write", "a\u202e", OSError("odd"), "cannot write a\\u202e: odd"),
    ],
)
def test_what_keeps_a_command_from_a_file_is_said_in_one_line(verb, path, error, said):
    found = files.cannot(verb, Path(path), error)
    assert isinstance(found, CannotRunError)
    assert found.message == said

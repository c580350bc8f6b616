from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from scormkit.xapi.sending.keeping import Kept, default_path

ALL = [{"id": "a", "text": "één"}, {"id": "b"}, 7]


@pytest.mark.parametrize(
    ("file", "kept"),
    [
        ("x/a.json", "x/a.unsent.json"),
        ("a.jsonl", "a.unsent.json"),
        ("a", "a.unsent.json"),
        ("a.b.json", "a.b.unsent.json"),
        ("a.unsent.json", "a.unsent.json"),
        ("a.unsent-12.json", "a.unsent.json"),
    ],
)
def test_what_is_left_lies_beside_the_file(file, kept):
    assert default_path(Path(file)) == Path(kept)


def test_all_is_there_from_the_beginning_and_the_rest_in_the_end(tmp_path):
    kept = Kept(tmp_path / "k.json", ALL)
    assert kept.path == tmp_path / "k.json"
    assert json.loads(kept.path.read_text("utf-8")) == ALL
    assert kept.settle(ALL[1:])
    assert json.loads(kept.path.read_text("utf-8")) == ALL[1:]
    assert not kept.settle([])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="only there do files have such permissions")
def test_only_the_owner_may_read_it(tmp_path):
    before = os.umask(0)
    try:
        kept = Kept(tmp_path / "k.json", ALL)
        modes = [kept.path.stat().st_mode & 0o777]
        kept.settle(ALL)
        modes.append(kept.path.stat().st_mode & 0o777)
    finally:
        os.umask(before)
    assert modes == [0o600, 0o600]


def test_no_earlier_file_is_overwritten(tmp_path):
    (tmp_path / "k.json").write_text("mine")
    (tmp_path / "k-2.json").symlink_to(tmp_path / "elsewhere")
    kept = Kept(tmp_path / "k.json", ALL)
    assert kept.path.name == "k-3.json"
    assert (tmp_path / "k.json").read_text() == "mine"
    assert not (tmp_path / "elsewhere").exists()


def test_what_cannot_be_written_is_said_and_leaves_nothing_behind(tmp_path, monkeypatch):
    with pytest.raises(FileNotFoundError):
        Kept(tmp_path / "none" / "k.json", ALL)
    kept = Kept(tmp_path / "k.json", ALL)

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        kept.settle(ALL[:1])
    with pytest.raises(OSError, match="No space"):
        Kept(tmp_path / "other.json", ALL)
    assert [each.name for each in tmp_path.iterdir()] == ["k.json"]
    assert json.loads(kept.path.read_text("utf-8")) == ALL

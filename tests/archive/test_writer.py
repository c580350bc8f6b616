"""The zip writer."""

import zipfile
from pathlib import Path

import pytest

from scormkit.archive.writer import Member, write_zip


def test_members_stand_in_the_given_order_without_a_clock(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("from a file")
    members = [Member("z.txt", b"z" * 1000), Member("b.txt", tmp_path / "b.txt"), Member("p.png", b"\x89PNG" * 99)]
    write_zip(tmp_path / "x.zip", members)
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.testzip() is None
        infos = archive.infolist()
        assert [i.filename for i in infos] == ["z.txt", "b.txt", "p.png"]
        assert {i.date_time for i in infos} == {(1980, 1, 1, 0, 0, 0)}
        assert {i.external_attr >> 16 for i in infos} == {0o100644}
        assert {i.create_system for i in infos} == {3}
        assert [i.compress_type for i in infos] == [zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]
        assert archive.read("b.txt") == b"from a file"


def test_the_same_members_give_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "s.txt"
    source.write_text("text " * 10_000)
    members = [Member("a.txt", source), Member("b.txt", b"b")]
    write_zip(tmp_path / "1.zip", members)
    source.touch()
    source.chmod(0o600)
    write_zip(tmp_path / "2.zip", members)
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_what_fails_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_zip(tmp_path / "x.zip", [Member("a", b"a"), Member("b", tmp_path / "gone")])
    with pytest.raises(ValueError, match="two members are called 'a'"):
        write_zip(tmp_path / "x.zip", [Member("a", b"a"), Member("a", b"b")])
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_text("mine")
    with pytest.raises(FileExistsError):
        write_zip(tmp_path / "x.zip", [])
    assert (tmp_path / "x.zip").read_text() == "mine"

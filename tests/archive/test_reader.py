"""The safe reader: what it gives out, and what it reports instead of raising."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from scormkit.archive.naming import fold
from scormkit.archive.reader import Container, DefectKind, Limits, MemberError, open_container
from tests.archive.by_hand import Entry, build, deflated


def opened(tmp_path: Path, data: bytes, limits: Limits | None = None) -> Container:
    path = tmp_path / "package.zip"
    path.write_bytes(data)
    return open_container(path, limits)


def kinds(container: Container) -> list[tuple[DefectKind, str | None]]:
    with container:
        return [(defect.kind, defect.member) for defect in (*container.defects, *container.verify())]


def test_a_good_zip_gives_names_sizes_and_contents(tmp_path: Path) -> None:
    data = build(Entry(b"b/", b""), Entry(b"b/one.txt", b"1" * 1000), Entry(b"a.txt", b"stored", method=0))
    with opened(tmp_path, data) as container:
        assert container.names == ("b/one.txt", "a.txt")
        assert container.size("b/one.txt") == 1000
        assert container.read("b/one.txt") == b"1" * 1000
        assert container.read("a.txt") == b"stored"
        assert container.defects == ()
        assert container.verify() == ()


def test_a_folder_gives_the_same_in_the_order_of_the_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "one.txt").write_bytes(b"1")
    (tmp_path / "a.txt").write_bytes(b"22")
    with open_container(tmp_path) as container:
        assert container.names == ("a.txt", "b/one.txt")
        assert (container.size("a.txt"), container.read("a.txt")) == (2, b"22")
        assert container.defects == container.verify() == ()
        with pytest.raises(MemberError, match="at most 1 are read"):
            container.read("a.txt", 1)


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (b"", DefectKind.NOT_A_ZIP, "is empty"),
        (b"hello", DefectKind.NOT_A_ZIP, "is not a zip"),
        (b"Rar!\x1a\x07", DefectKind.NOT_A_ZIP, "is a RAR archive"),
        (b"<?xml version='1.0'?>", DefectKind.NOT_A_ZIP, "is an XML file"),
        (build(Entry(b"a"))[:-30], DefectKind.TRUNCATED, "its table of contents is missing"),
        (build(Entry(b"a"), count=2), DefectKind.TRUNCATED, "promises 2 entries and lists 1"),
        (build(Entry(b"a"), disk=1), DefectKind.MULTI_DISK, "volume 2"),
    ],
)
def test_what_cannot_be_opened_is_one_defect_of_the_whole(
    tmp_path: Path, data: bytes, kind: DefectKind, words: str
) -> None:
    with opened(tmp_path, data) as container:
        (defect,) = container.defects
        assert (defect.kind, defect.member) == (kind, None)
        assert words in str(defect.detail)
        assert container.names == ()
        assert not container.readable


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        (Entry(b"a", flags=0x1), DefectKind.ENCRYPTED),
        (Entry(b"a", method=14), DefectKind.METHOD),
        (Entry(b"/a"), DefectKind.UNSAFE_NAME),
        (Entry(b"c:a"), DefectKind.UNSAFE_NAME),
        (Entry(b"a\\b"), DefectKind.UNSAFE_NAME),
        (Entry(b"a/../../b"), DefectKind.UNSAFE_NAME),
        (Entry(b"a\0.html"), DefectKind.UNSAFE_NAME),
        (Entry(b""), DefectKind.UNSAFE_NAME),
        (Entry("é".encode()), DefectKind.NAME_ENCODING),
        (Entry("é".encode("cp437")), DefectKind.NAME_ENCODING),
        (Entry(b"\xff", flags=0x800), DefectKind.NAME_ENCODING),
        (Entry(b"a", mode=0o120777), DefectKind.NOT_A_FILE),
        (Entry(b"a", mode=0o010644), DefectKind.NOT_A_FILE),
        (Entry(b"a", crc=1), DefectKind.DAMAGED),
        (Entry(b"a", raw=b"\xff\xff\xff"), DefectKind.DAMAGED),
        (Entry(b"a", b"x" * 500, raw=deflated(b"x" * 500)[:-2]), DefectKind.DAMAGED),
        (Entry(b"a", b"x" * 500, size=400), DefectKind.DAMAGED),
        (Entry(b"a", b"x" * 500, size=600), DefectKind.DAMAGED),
        (Entry(b"a", local_name=b"b"), DefectKind.HEADER_MISMATCH),
        (Entry(b"a", local_method=0), DefectKind.HEADER_MISMATCH),
        (Entry(b"a", offset=3), DefectKind.HEADER_MISMATCH),
        (Entry(b"a", offset=0x7FFFFFFF), DefectKind.HEADER_MISMATCH),
    ],
)
def test_one_defect_of_one_entry(tmp_path: Path, entry: Entry, kind: DefectKind) -> None:
    found = kinds(opened(tmp_path, build(Entry(b"good.txt"), entry)))
    assert [one for one, _ in found] == [kind]


def test_the_name_of_a_utf8_entry_without_the_flag_is_still_read(tmp_path: Path) -> None:
    with opened(tmp_path, build(Entry("één.html".encode()))) as container:
        assert container.names == ("één.html",)


def test_duplicates_and_names_that_a_disk_takes_for_one(tmp_path: Path) -> None:
    entries = [Entry(name.encode(), flags=0x800) for name in ("a", "a", "A", "\u00e9", "e\u0301", "b")]
    assert kinds(opened(tmp_path, build(*entries))) == [
        (DefectKind.DUPLICATE, "a"),
        (DefectKind.CASE_CLASH, "A"),
        (DefectKind.CASE_CLASH, "e\u0301"),
    ]


def test_of_two_entries_with_one_name_the_last_is_read_and_both_are_verified(tmp_path: Path) -> None:
    with opened(tmp_path, build(Entry(b"a", b"first", crc=0), Entry(b"a", b"last"))) as container:
        assert container.read("a") == b"last"
        assert [defect.kind for defect in container.verify()] == [DefectKind.DAMAGED]


def test_entries_that_share_bytes(tmp_path: Path) -> None:
    first = Entry(b"a", b"x" * 100, method=0)
    inner = Entry(b"b", b"y", method=0)
    # The second entry lies wholly inside the data of the first.
    hidden = build(inner)
    outer = replace(first, data=hidden[: hidden.index(b"PK\1\2")])
    data = build(outer, replace(inner, offset=31))
    assert (DefectKind.OVERLAP, "b") in kinds(opened(tmp_path, data))


def test_an_entry_that_runs_into_the_directory(tmp_path: Path) -> None:
    data = bytearray(build(Entry(b"a", b"xyz", method=0)))
    directory = data.index(b"PK\1\2")
    for at in (18, 22, directory + 20, directory + 24):
        data[at] = 60
    assert [kind for kind, _ in kinds(opened(tmp_path, bytes(data)))] == [DefectKind.OVERLAP]


def test_limits_on_members_directory_and_sizes(tmp_path: Path) -> None:
    data = build(Entry(b"a", b"x" * 100), Entry(b"b", b"y" * 200))
    assert kinds(opened(tmp_path, data, Limits(members=2))) == []
    assert kinds(opened(tmp_path, data, Limits(members=1))) == [(DefectKind.TOO_MANY, None)]
    assert kinds(opened(tmp_path, data, Limits(directory_size=93))) == [(DefectKind.TOO_MANY, None)]
    assert kinds(opened(tmp_path, data, Limits(total_size=300))) == []
    assert kinds(opened(tmp_path, data, Limits(total_size=299))) == [(DefectKind.TOO_LARGE, None)]
    assert kinds(opened(tmp_path, data, Limits(member_size=199))) == [(DefectKind.MEMBER_TOO_LARGE, "b")]
    assert kinds(opened(tmp_path, data, Limits(ratio=20, ratio_floor=150))) == [(DefectKind.RATIO, "b")]
    assert kinds(opened(tmp_path, data, Limits(ratio=20, ratio_floor=200))) == []


def test_limits_hold_for_folders_too(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)
    (tmp_path / "b").write_bytes(b"y" * 200)
    assert kinds(open_container(tmp_path, Limits(members=1))) == [(DefectKind.TOO_MANY, None)]
    assert kinds(open_container(tmp_path, Limits(total_size=299))) == [(DefectKind.TOO_LARGE, None)]
    assert kinds(open_container(tmp_path, Limits(member_size=199))) == [(DefectKind.MEMBER_TOO_LARGE, "b")]


def test_links_and_folders_count_as_much_as_files(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name / "d").mkdir(parents=True)
        (tmp_path / name / "link").symlink_to("d")
    assert len(kinds(open_container(tmp_path, Limits(members=9)))) == 3
    assert kinds(open_container(tmp_path, Limits(members=8))) == [(DefectKind.TOO_MANY, None)]


def test_rows_that_share_data_are_read_once_or_not_at_all(tmp_path: Path) -> None:
    """Empty blocks of deflated data unpack to nothing, so that no limit of sizes keeps anyone from reading them."""
    raw = b"\0\0\0\xff\xff" * 100_000 + b"\1\0\0\xff\xff"
    first = Entry(b"a", b"", raw=raw, flags=8)
    twins = [replace(first, offset=0, written=False)] * 10_000
    other = replace(first, offset=0, written=False, packed_size=len(raw) - 5)
    with opened(tmp_path, build(first, *twins, other)) as container:
        found = Counter(defect.kind for defect in (*container.defects, *container.verify()))
    assert found == {DefectKind.DUPLICATE: 10_001, DefectKind.OVERLAP: 1}


def test_names_beside_the_data_are_told_as_far_as_anybody_reads(tmp_path: Path) -> None:
    head = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 0, 0, 0, 0, 0, 0, 0xFFFF, 0)
    hiding = Entry(b"a", behind=head + b"h" * 0xFFFF)
    misnamed = Entry(b"b", local_name=b"m" * 0xFFFF)
    with opened(tmp_path, build(hiding, misnamed, Entry(b"c"))) as container:
        (mismatch,) = container.defects
    assert str(mismatch.detail) == f"is called {'m' * 500}… in the header in front of its data"
    with opened(tmp_path, build(hiding, Entry(b"c"))) as container:
        (hidden,) = container.defects
    assert hidden.member == "h" * 500 + "…"


def test_accents_without_end_are_not_put_in_order() -> None:
    # Normalized they would be in another order; to find that takes minutes.
    assert fold("É" + "\u0301\u0316" * 200_000) == "é" + "\u0301\u0316" * 200_000
    assert fold("B/E\u0301") == fold("b/\u00c9")


def test_a_blocked_member_is_not_given_out(tmp_path: Path) -> None:
    with opened(tmp_path, build(Entry(b"a", flags=1), Entry(b"b", b"y" * 200))) as container:
        with pytest.raises(MemberError, match="encrypted"):
            container.read("a")
        with pytest.raises(MemberError, match="200 bytes long"):
            container.read("b", 100)
        with pytest.raises(KeyError):
            container.read("c")


def test_a_member_that_was_read_is_not_read_again(tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    path.write_bytes(build(Entry(b"a", b"x" * 100, method=0)))
    with open_container(path) as container:
        container.read("a")
        data = path.read_bytes()
        with path.open("r+b") as file:  # damage it behind the reader's back: nobody looks any more
            file.write(data.replace(b"xxx", b"yyy"))
        assert container.verify() == ()


def test_a_bomb_is_not_unpacked_past_its_promise(tmp_path: Path) -> None:
    raw = deflated(b"\0" * 50_000_000)
    with (
        opened(tmp_path, build(Entry(b"a", b"", raw=raw, size=1000))) as container,
        pytest.raises(MemberError, match="should be 1,000 bytes long, but is more"),
    ):
        container.read("a")


def test_zip64_and_streamed_zips_are_read(tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    with zipfile.ZipFile(path, "w") as archive, archive.open("a.txt", "w", force_zip64=True) as member:
        member.write(b"wide")
    with open_container(path) as container:
        assert container.read("a.txt") == b"wide"
        assert container.defects == ()
    small = build(Entry(b"a", b"data"))
    end = small.index(b"PK\5\6")
    table = small.index(b"PK\1\2")
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, end - table, table)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, end, 1)
    full = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    with opened(tmp_path, small[:end] + record + locator + full) as container:
        assert container.read("a") == b"data"
    with opened(tmp_path, b"in front" + small[:end] + record + locator + full) as container:
        assert container.read("a") == b"data"


def test_links_in_a_folder_are_reported_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "target").mkdir()
    (tmp_path / "target" / "secret").write_text("x")
    package = tmp_path / "package"
    package.mkdir()
    (package / "link").symlink_to(tmp_path / "target")
    (package / "file").symlink_to(tmp_path / "target" / "secret")
    with open_container(package) as container:
        assert container.names == ()
    assert kinds(container) == [(DefectKind.NOT_A_FILE, "file"), (DefectKind.NOT_A_FILE, "link")]


def test_what_is_not_there_or_no_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_container(tmp_path / "nothing.zip")
    pipe = tmp_path / "pipe.zip"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="neither a file nor a folder"):
        open_container(pipe)


def test_packed_size_and_checksum_are_known_without_reading(tmp_path: Path) -> None:
    text = b"ab" * 1000
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").write_bytes(text)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(folder / "a.txt", "a.txt")
        packed = archive.infolist()[0].compress_size
    with open_container(tmp_path / "a.zip") as zipped, open_container(folder) as loose:
        assert zipped.checksum("a.txt") == loose.checksum("a.txt") == zlib.crc32(text)
        assert (zipped.packed_size("a.txt"), loose.packed_size("a.txt")) == (packed, len(text))
        for container in (zipped, loose):
            with pytest.raises(KeyError):
                container.checksum("b.txt")

"""The zip writer: what it writes, and what it leaves where it fails."""

import hashlib
import os
import pickle
import resource
import shutil
import signal
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scormkit.archive.cache import ArchiveCache
from scormkit.archive.fingerprint import Fingerprint, SourceChangedError
from scormkit.archive.packing import LARGEST_DEFLATED, LARGEST_TEXT
from scormkit.archive.reader import DefectKind, Limits, open_container
from scormkit.archive.writer import Member, write_zip

NAMES = st.text(
    st.characters(codec="utf-8", exclude_characters="/\\:\0", exclude_categories=("Cs", "Cc")), min_size=1, max_size=12
).filter(lambda name: name != "..")
CONTENTS = st.one_of(
    st.binary(max_size=300),
    st.tuples(st.binary(min_size=1, max_size=9), st.integers(1, 3000)).map(lambda each: each[0] * each[1]),
)
ENDINGS = st.sampled_from(["", ".html", ".mp4"])
MEMBERS = st.dictionaries(st.tuples(NAMES, ENDINGS).map("".join), st.tuples(CONTENTS, st.booleans()), max_size=6)


def members_of(folder: Path, contents: dict[str, tuple[bytes, bool]]) -> list[Member]:
    """Members that hold their bytes, or a file with them."""
    members = []
    for number, (name, (content, as_file)) in enumerate(contents.items()):
        file = folder / f"source-{number}"
        if as_file:
            file.write_bytes(content)
        members.append(Member(name, file if as_file else content))
    return members


def test_members_stand_in_the_given_order_without_a_clock(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("from a file " * 9)
    members = [Member("z.txt", b"z" * 1000), Member("b.txt", tmp_path / "b.txt"), Member("p.PNG", b"\x89PNG" * 99)]
    write_zip(tmp_path / "x.zip", members)
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.testzip() is None
        infos = archive.infolist()
        assert [i.filename for i in infos] == ["z.txt", "b.txt", "p.PNG"]
        assert {i.date_time for i in infos} == {(1980, 1, 1, 0, 0, 0)}
        assert {i.external_attr >> 16 for i in infos} == {0o100644}
        assert {i.create_system for i in infos} == {3}
        assert [i.compress_type for i in infos] == [zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]
        assert [i.extract_version for i in infos] == [20, 20, 10]
        assert {i.flag_bits for i in infos} == {0}, "no data descriptors, no UTF-8 flag for ASCII"
        assert {i.extra for i in infos} == {b""}, "no Zip64 where it is not needed"
        assert archive.read("b.txt") == b"from a file " * 9


def test_only_names_beyond_ascii_are_flagged(tmp_path: Path) -> None:
    write_zip(tmp_path / "x.zip", [Member("a", b""), Member("één", b"")])
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert [i.flag_bits for i in archive.infolist()] == [0, 0x800]


def test_what_deflating_makes_larger_is_stored(tmp_path: Path) -> None:
    noise = hashlib.shake_256(b"noise").digest(5000)
    write_zip(tmp_path / "x.zip", [Member("noise.bin", noise), Member("empty.txt", b""), Member("one.txt", b"1")])
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert {i.compress_type for i in archive.infolist()} == {zipfile.ZIP_STORED}
        assert archive.read("noise.bin") == noise


def test_members_above_the_cap_are_stored_as_bytes_and_as_files(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(b"x" * (LARGEST_DEFLATED + 1))
    members = [
        Member("file.txt", tmp_path / "large.txt"),
        Member("bytes.txt", b"x" * (LARGEST_TEXT + 1)),
        Member("most.txt", b"x" * LARGEST_TEXT),
    ]
    write_zip(tmp_path / "x.zip", members)
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.testzip() is None
        assert [i.compress_type for i in archive.infolist()] == [0, 0, 8]


@given(contents=MEMBERS)
@settings(max_examples=60)
def test_any_members_come_back_from_any_reader(contents: dict[str, tuple[bytes, bool]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        written = write_zip(folder / "x.zip", members_of(folder, contents))
        data = (folder / "x.zip").read_bytes()
        assert (written.size, written.sha256) == (len(data), hashlib.sha256(data).hexdigest())
        with zipfile.ZipFile(folder / "x.zip") as archive:
            assert archive.testzip() is None
            assert {i.filename: archive.read(i) for i in archive.infolist()} == {k: v for k, (v, _) in contents.items()}
        with open_container(folder / "x.zip") as container:
            assert {each: container.read(each) for each in container.names} == {k: v for k, (v, _) in contents.items()}
            assert {each.kind for each in container.defects} <= {DefectKind.CASE_CLASH}


@given(contents=MEMBERS)
@settings(max_examples=30)
def test_the_same_bytes_whatever_the_cache_the_thread_the_mode_and_the_time(
    contents: dict[str, tuple[bytes, bool]],
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        members = members_of(folder, contents)
        cache = ArchiveCache(folder / "cache")
        expected = write_zip(folder / "0.zip", members).sha256
        before = os.umask(0o077)
        try:
            for member in members:
                if isinstance(member.content, Path):
                    os.utime(member.content, (1, 1))
                    member.content.chmod(0o600)
            with ThreadPoolExecutor(4) as pool:
                runs = [pool.submit(write_zip, folder / f"{n}.zip", members, cache=cache) for n in range(1, 6)]
        finally:
            os.umask(before)
        assert {run.result().sha256 for run in runs} == {expected}
        assert len({(folder / f"{n}.zip").read_bytes() for n in range(6)}) == 1


def test_info_zip_reads_it(tmp_path: Path) -> None:
    if (unzip := shutil.which("unzip")) is None:
        pytest.skip("no unzip here")
    write_zip(tmp_path / "x.zip", [Member("a/b.txt", b"b" * 5000), Member("é.mp4", b"film")])
    done = subprocess.run([unzip, "-t", tmp_path / "x.zip"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No errors detected" in done.stdout


def test_a_zip_replaces_what_was_there_and_what_fails_does_not(tmp_path: Path) -> None:
    file = tmp_path / "x.zip"
    file.write_text("old")
    with pytest.raises(FileNotFoundError):
        write_zip(file, [Member("a", b"a"), Member("b", tmp_path / "gone")])
    with pytest.raises(ValueError, match="two members are called 'a'"):
        write_zip(file, [Member("a", b"a"), Member("a", b"b")])
    with pytest.raises(ValueError, match="1 to 65,535 bytes"):
        write_zip(file, [Member("a" * 65_536, b"a")])
    with pytest.raises(ValueError, match="1 to 65,535 bytes"):
        write_zip(file, [Member("", b"a")])
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("x.zip", "old")]
    write_zip(file, [Member("a", b"a")])
    assert zipfile.is_zipfile(file)
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("name", ["film.mp4", "text.txt"])
@pytest.mark.parametrize("now", [b"new content", b"longer than before", b"short"])
def test_a_source_that_changed_since_its_fingerprint_stops_the_zip(tmp_path: Path, name: str, now: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(b"old content")
    cache = ArchiveCache(tmp_path / "cache")
    fingerprint = cache.fingerprints.of(file)
    file.write_bytes(now)
    with pytest.raises(SourceChangedError) as caught:
        write_zip(tmp_path / "x.zip", [Member(name, file, fingerprint)], cache=cache)
    assert caught.value.filename == str(file)
    assert not (tmp_path / "x.zip").exists()
    write_zip(tmp_path / "x.zip", [Member(name, file, cache.fingerprints.of(file))], cache=cache)
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.read(name) == now


def test_a_full_disk_leaves_the_old_zip(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_text("old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
        with pytest.raises(OSError, match="File too large"):
            write_zip(tmp_path / "x.zip", [Member("film.mp4", b"x" * 5_000_000)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("x.zip", "old")]


def test_killed_in_the_middle_the_old_zip_stays(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_text("old")
    script = (
        "import sys, time; from pathlib import Path; from scormkit.archive.writer import Member, write_zip\n"
        "def members():\n"
        "    yield Member('film.mp4', b'x' * 3_000_000)\n"
        "    print('half', flush=True); time.sleep(60)\n"
        "write_zip(Path(sys.argv[1]), members())\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, tmp_path / "x.zip"], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"half\n"
        child.kill()
    assert (tmp_path / "x.zip").read_text() == "old"
    (left,) = (each for each in tmp_path.iterdir() if each.name != "x.zip")
    assert left.name.startswith(".x.zip.")
    assert left.suffix == ".part"


@pytest.mark.slow
def test_more_members_than_a_zip_without_zip64_can_count(tmp_path: Path) -> None:
    count = 65_536
    write_zip(tmp_path / "x.zip", (Member(f"{number}", b"") for number in range(count)))
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert len(archive.namelist()) == count
    with open_container(tmp_path / "x.zip", Limits(members=count)) as container:
        assert container.defects == ()
        assert len(container.names) == count


def test_all_that_goes_to_another_process_can_be_pickled(tmp_path: Path) -> None:
    member = Member("a", tmp_path / "a", Fingerprint.of(b"a"))
    written = write_zip(tmp_path / "x.zip", [Member("a", b"a")])
    error = SourceChangedError(16, "changed", "a")
    for each in (member, written, ArchiveCache(tmp_path)):
        assert pickle.loads(pickle.dumps(each)) == each
    assert pickle.loads(pickle.dumps(error)).filename == "a"
    assert pickle.loads(pickle.dumps(write_zip)) is write_zip


def test_the_zip_may_be_read_by_whom_the_umask_lets(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_zip(tmp_path / "x.zip", [])
    finally:
        os.umask(before)
    assert (tmp_path / "x.zip").stat().st_mode & 0o777 == 0o640


LARGE = """
import re, sys
from pathlib import Path
from scormkit.archive.reader import open_container
from scormkit.archive.writer import Member, write_zip
source, target = Path(sys.argv[1]), Path(sys.argv[2])
write_zip(target, [Member("first.mp4", source), Member("second.html", b"after " * 9)])
with open_container(target) as container:
    assert container.size("first.mp4") == source.stat().st_size
    print([str(each.detail) for each in (*container.defects, *container.verify())])
# Not ru_maxrss, which begins with what the parent had.
print(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.slow
def test_more_than_four_gigabytes_in_little_memory(tmp_path: Path) -> None:
    if not Path("/proc/self/status").exists():
        pytest.skip("peak memory is read where Linux tells it")
    if shutil.disk_usage(tmp_path).free < 12 << 30:
        pytest.skip("less than 12 GB free")
    source, target = tmp_path / "source", tmp_path / "x.zip"
    wide = (4 << 30) + 5
    with source.open("wb") as stream:
        stream.truncate(wide)
        stream.seek(wide - 4)
        stream.write(b"tail")
    done = subprocess.run([sys.executable, "-c", LARGE, source, target], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    defects, peak = done.stdout.splitlines()
    assert defects == "[]"
    assert int(peak) < 100_000, f"{peak} kB"
    with zipfile.ZipFile(target) as archive:
        first, second = archive.infolist()
        assert (first.file_size, first.compress_size, first.extract_version) == (wide, wide, 45)
        assert (second.extract_version, second.header_offset > 4 << 30) == (45, True)
        assert archive.read(second) == b"after " * 9
    with target.open("rb") as stream:  # the end of the first member, in front of the header of the second
        stream.seek(second.header_offset - 4)
        assert stream.read(8) == b"tailPK\3\4"
    if unzip := shutil.which("unzip"):
        assert subprocess.run([unzip, "-tq", target], check=False, capture_output=True).returncode == 0

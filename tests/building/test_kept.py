"""A package made of the same as last time, which still stands as it was written, is kept; any other is written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path

import pytest

from scormkit import making
from scormkit.building import BuildError, BuildResult, build
from scormkit.diagnostics import Definition, Location, Report, Severity

from .test_building import ZIPS, change, contents, copy_of_good
from .test_executors import Immediate

# Each takes a moment; all of them together take half a minute.
pytestmark = pytest.mark.slow

COURSE, FIRST, SECOND = ZIPS
FILM_SIZE = (1 << 20) + 5
NOTES = Path(".scormkit-cache/archive/packages")
TARGETS = ["scorm12", "cmi5"]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The good course with a film in its second module."""
    course = copy_of_good(tmp_path / "course")
    (course / "modules" / "2" / "film.mp4").write_bytes(b"a" * FILM_SIZE)
    edit(
        course / "modules" / "2" / "module.yaml",
        "content:\n",
        "content:\n      - {kind: download, file: film.mp4, title: A film}\n",
    )
    return course


@pytest.fixture
def out(tmp_path: Path, course: Path) -> Path:
    """A folder that the course was built into."""
    out = tmp_path / "dist"
    assert len(build(course, out, targets=TARGETS).packages) == 6
    return out


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def states(out: Path) -> dict[str, tuple[int, int]]:
    return {file.name: (file.lstat().st_ino, file.lstat().st_ctime_ns) for file in out.glob("*.zip")}


def everything(out: Path) -> dict[str, tuple[int, int]]:
    """The states of the packages and of what lies beside them."""
    return {
        str(file): (file.lstat().st_ino, file.lstat().st_ctime_ns)
        for file in out.rglob("*")
        if file.is_file() and ".scormkit-cache" not in file.parts and file.suffix != ".lock"
    }


def rewritten(
    course: Path, out: Path, *, like: dict[str, bytes] | None = None, executor: Executor | None = None
) -> set[str]:
    """Build again: which packages were written. All that stands there is `like`, or what a cold build leaves."""
    before = states(out)
    result = build(course, out, targets=TARGETS, executor=executor)
    if like is None:
        fresh = out.with_name("fresh")
        shutil.rmtree(fresh, ignore_errors=True)
        assert told(build(course, fresh, targets=TARGETS)) == told(result)
        like = contents(fresh)
    made = {each.path.name for each in result.packages}
    found = {name: data for name, data in contents(out).items() if not name.endswith(".zip") or name in made}
    assert found == like
    return {name for name in made if states(out)[name] != before.get(name)}


def told(result: BuildResult) -> list[tuple[str, int, str]]:
    return [(each.path.name, each.size, each.sha256) for each in result.packages]


def both(*names: str) -> set[str]:
    """The packages of these names for either target."""
    return {name.replace("scorm12", target) for name in names for target in TARGETS}


def test_what_did_not_change_is_neither_written_nor_checked(
    course: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, states_before = contents(out), everything(out)
    first = build(course, out.with_name("other"), targets=TARGETS)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a package is written or checked")

    monkeypatch.setattr(making, "write_zip", refuse)
    monkeypatch.setattr(making, "check", refuse)
    steps: list[tuple[str, int, int]] = []
    result = build(course, out, targets=TARGETS, progress=lambda *step: steps.append(step))
    assert (contents(out), everything(out)) == (before, states_before)
    assert told(result) == told(first)
    assert [(done, total) for _, done, total in steps] == [(n, 6) for n in range(1, 7)], "progress counts them all"
    assert {f"{step}.zip" for step, *_ in steps} == both(*ZIPS)


def test_a_word_writes_only_the_packages_that_hold_it(course: Path, out: Path) -> None:
    change(course)
    assert rewritten(course, out) == both(COURSE, SECOND)
    assert rewritten(course, out) == set()
    edit(course / "modules" / "2" / "module.yaml", "Changed.", "One.")
    assert rewritten(course, out) == both(COURSE, SECOND), "what was written two builds ago is not there any more"


def test_an_executor_is_handed_only_what_is_to_be_written(course: Path, out: Path) -> None:
    executor = Immediate()
    assert rewritten(course, out, executor=executor) == set()
    assert executor.count == 0
    change(course)
    assert len(rewritten(course, out, executor=executor)) == executor.count == 4


def test_a_film_of_the_same_size_and_time_is_another_film(course: Path, out: Path) -> None:
    film = course / "modules" / "2" / "film.mp4"
    times = film.stat()
    other = course / "modules" / "2" / "other.mp4"
    other.write_bytes(b"b" * FILM_SIZE)
    os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
    other.replace(film)
    assert rewritten(course, out) == both(COURSE, SECOND)
    film.write_bytes(b"c" * FILM_SIZE)
    os.utime(film, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert rewritten(course, out) == both(COURSE, SECOND)


def test_a_small_picture_with_its_time_put_back_is_another_picture(course: Path, out: Path) -> None:
    (picture,) = course.glob("modules/1/media/*.svg")
    times = picture.stat()
    data = picture.read_bytes()
    picture.write_bytes(data.replace(b'r="', b'r="1', 1) if b'r="' in data else data + b"\n")
    os.utime(picture, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert rewritten(course, out) == both(COURSE, FIRST)


def put_back(file: Path, act: Callable[[Path], object]) -> None:
    times = file.stat()
    act(file)
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def replace_by_a_link(file: Path) -> None:
    file.rename(file.with_name("elsewhere"))
    file.symlink_to(file.with_name("elsewhere"))


HARM: dict[str, Callable[[Path], object]] = {
    "touched": lambda file: file.touch(),
    "overwritten": lambda file: file.write_bytes(bytes(file.stat().st_size)),
    "overwritten, and its time put back": lambda file: put_back(file, HARM["overwritten"]),
    "replaced": lambda file: file.with_name("spare").replace(file),
    "truncated": lambda file: os.truncate(file, 9),
    "deleted": lambda file: file.unlink(),
    "linked": replace_by_a_link,
}


@pytest.mark.parametrize("harm", HARM)
def test_a_zip_that_somebody_changed_is_written_anew(course: Path, out: Path, harm: str) -> None:
    like = contents(out)
    (out / "spare").write_bytes((out / FIRST).read_bytes())
    HARM[harm](out / FIRST)
    for odd in ("spare", "elsewhere"):
        (out / odd).rename(out.with_name(odd)) if (out / odd).exists() else None
    assert rewritten(course, out, like=like) == {FIRST}, "and no other: not that of another target either"
    assert not (out / FIRST).is_symlink()
    assert rewritten(course, out, like=like) == set()


@pytest.mark.parametrize("name", ["SHA256SUMS", "build.json", "install-moodle.en.md", "xapi/activities.json"])
def test_what_lies_beside_the_packages_is_mended(course: Path, out: Path, name: str) -> None:
    like = contents(out)
    size = (out / name).stat().st_size
    for harm in (bytes(size), b"", bytes(size + 1), None):
        if harm is None:
            (out / name).rename(out.with_name("moved"))
            (out / name).symlink_to(out.with_name("moved"))
        else:
            (out / name).write_bytes(harm)
        assert rewritten(course, out, like=like) == set()
        assert not (out / name).is_symlink()


def garble(out: Path, how: str) -> None:
    note = out / NOTES / FIRST
    whole = note.read_bytes()
    if how == "another's":
        note.write_bytes((out / NOTES / SECOND).read_bytes())
    elif how == "a folder":
        note.unlink()
        note.mkdir()
    elif how == "gone":
        note.unlink()
    else:
        at = {"first byte": 0, "middle": len(whole) // 2, "last byte": len(whole) - 1}
        garbled = {"empty": b"", "cut": whole[:-1], "half": whole[: len(whole) // 2], "noise": b"\xff" * 99}
        note.write_bytes(garbled.get(how) or (whole[: at[how]] + b"~" + whole[at[how] + 1 :] if how in at else b""))


@pytest.mark.parametrize(
    "how", ["empty", "cut", "half", "noise", "first byte", "middle", "last byte", "another's", "gone", "a folder"]
)
def test_a_garbled_note_is_no_note(course: Path, out: Path, how: str) -> None:
    like = contents(out)
    garble(out, how)
    assert rewritten(course, out, like=like) == {FIRST}


def test_notes_of_another_folder_are_no_notes(course: Path, out: Path) -> None:
    other = out.with_name("moved")
    build(course, other, targets=TARGETS)
    for note in (other / NOTES).iterdir():
        (out / NOTES / note.name).write_bytes(note.read_bytes())
    assert rewritten(course, out) == both(*ZIPS)


def test_another_scormkit_writes_everything(course: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    like = contents(out)
    with monkeypatch.context() as other:
        other.setattr(making, "RECIPE", "of another version")
        assert rewritten(course, out, like=like) == both(*ZIPS)
        assert rewritten(course, out, like=like) == set()
    assert rewritten(course, out, like=like) == both(*ZIPS)


def test_what_a_worker_of_another_version_made_is_not_kept(
    course: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = making.make

    def make_elsewhere(job: making.Job) -> making.Made:
        return replace(make(job), recipe="of another version")

    change(course)
    with monkeypatch.context() as there:
        there.setattr(making, "make", make_elsewhere)
        build(course, out, targets=TARGETS)
    assert rewritten(course, out) == both(COURSE, SECOND)


def test_a_package_with_warnings_tells_them_each_time(course: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warning = Definition("SK-TEST-001", "test", Severity.WARNING, "Only for this test.")
    change(course)

    def warn(path: Path, display: str, verify: bool) -> Report:
        return Report.of([warning.at(Location(display), "not so good")] if display == COURSE else [])

    monkeypatch.setattr(making, "check", warn)
    for writes in (both(COURSE, SECOND), {COURSE}, {COURSE}):
        before = states(out)
        result = build(course, out, targets=TARGETS)
        assert [each.id for each in result.report] == ["SK-TEST-001"]
        assert {name for name, state in states(out).items() if state != before[name]} == writes


def test_a_renamed_course_is_written_anew(course: Path, out: Path) -> None:
    edit(course / "course.yaml", "A good course", "A better course")
    assert rewritten(course, out) == both(*ZIPS)
    edit(course / "course.yaml", "id: good", "id: other")
    assert rewritten(course, out) == {name.replace("good-", "other-", 1) for name in both(*ZIPS)}
    assert {note.name for note in (out / NOTES).iterdir()} == {
        name.replace("good-", "other-", 1) for name in both(*ZIPS)
    }, "notes of what is not built any more go"
    edit(course / "course.yaml", "id: other", "id: good")
    assert rewritten(course, out) == both(*ZIPS)


def test_a_package_that_is_touched_while_others_are_made_stops_the_build(course: Path, out: Path) -> None:
    change(course)
    before = contents(out)

    def touch(step: str, done: int, total: int) -> None:
        if done == total:
            (out / FIRST).touch()

    def again() -> BuildResult:
        return build(course, out, targets=TARGETS, progress=touch)

    with pytest.raises(BuildError, match=rf"changed during the build: build again: .*{FIRST}"):
        again()
    assert contents(out) == before
    assert rewritten(course, out) == {FIRST} | both(COURSE, SECOND)


def test_a_package_written_over_right_after_the_build_moved_it_is_not_taken_for_ours(
    course: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(course)
    monkeypatch.setattr("scormkit.building.sync_folder", lambda folder: (out / COURSE).write_bytes(b"mine"))
    build(course, out, targets=TARGETS)
    monkeypatch.undo()
    assert (out / COURSE).read_bytes() == b"mine"
    assert rewritten(course, out) == {COURSE}


def test_a_cache_that_cannot_be_written_costs_time_only(course: Path, tmp_path: Path) -> None:
    out = tmp_path / "dist"
    out.mkdir()
    (out / ".scormkit-cache").write_text("a file, not a folder")
    build(course, out, targets=TARGETS)
    assert rewritten(course, out) == both(*ZIPS)

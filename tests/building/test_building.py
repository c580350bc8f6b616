"""The conductor: what a build leaves behind, whatever happens to it."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from filelock import FileLock

from scormkit import building, making
from scormkit.building import BuildError, build
from scormkit.checking import check
from scormkit.diagnostics import Definition, Location, Report, Severity

GOOD = Path(__file__).parents[1] / "courses" / "good"
ZIPS = ["good-a-good-course-scorm12.zip", "good-m1-every-kind-scorm12.zip", "good-m2-reading-only-scorm12.zip"]


def zips(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("*.zip"))


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.suffix != ".lock" and ".scormkit-cache" not in file.parts
    }


def copy_of_good(folder: Path) -> Path:
    return Path(shutil.copytree(GOOD, folder))


def change(course: Path) -> None:
    file = course / "modules" / "2" / "module.yaml"
    file.write_text(file.read_text().replace("One.", "Changed."))


def test_a_build_leaves_checked_packages_and_their_record(tmp_path: Path) -> None:
    result = build(GOOD, tmp_path / "new" / "dist")
    out = tmp_path / "new" / "dist"
    assert len(result.report) == 0
    assert zips(out) == ZIPS
    assert [package.modules for package in result.packages] == [1, 1, 2]
    record = json.loads((out / "build.json").read_text())
    assert record["course"] == {
        "id": "good",
        "title": "A good course & more: “tests” <all>",
        "version": "1.2.0",
        "language": "en",
    }
    for package in record["packages"]:
        file = out / package["file"]
        assert hashlib.sha256(file.read_bytes()).hexdigest() == package["sha256"]
        assert file.stat().st_size == package["size"]
        assert len(check(file)) == 0
    assert (out / "xapi" / "activities.json").is_file()
    assert not list(out.glob(".scormkit-staging*"))


def test_a_mistake_in_the_course_touches_nothing(tmp_path: Path) -> None:
    course, out = copy_of_good(tmp_path / "course"), tmp_path / "dist"
    (course / "modules" / "1" / "module.yaml").write_text("id: m1\n")
    assert build(course, out).report.has_errors
    assert not out.exists()


def test_a_package_that_does_not_pass_the_check_is_not_moved_into_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course, out = copy_of_good(tmp_path / "course"), tmp_path / "dist"
    build(course, out)
    before = contents(out)
    change(course)
    wrong = Definition("SK-TEST-001", "test", Severity.ERROR, "Only for this test.")

    def refuse(path: Path, display: str, verify: bool) -> Report:
        return Report.of([wrong.at(Location(display), "no good")])

    monkeypatch.setattr(making, "check", refuse)
    result = build(course, out)
    assert [d.id for d in result.report] == ["SK-TEST-001"] * 2, "the third holds nothing new"
    assert result.packages == ()
    assert contents(out) == before


def test_a_state_that_an_lms_would_cut_off_is_an_error(tmp_path: Path) -> None:
    course = copy_of_good(tmp_path / "course")
    pages = "".join(
        f"  - id: a_page_with_a_{n:05}\n    title: P\n    content: [{{kind: text, text: x}}]\n" for n in range(250)
    )
    (course / "modules" / "2" / "module.yaml").write_text(f"id: m2\nslug: long\ntitle: Long\npages:\n{pages}")
    (problem,) = build(course, tmp_path / "dist").report
    assert problem.id == "SK-BLD-001"
    assert str(problem.location) == f"{course}/modules/2/module.yaml"
    assert "4096" in problem.message


def test_two_packages_of_one_name_are_told_before_anything_is_written(tmp_path: Path) -> None:
    course = copy_of_good(tmp_path / "course")
    file = course / "course.yaml"
    file.write_text(file.read_text().replace("slug: a-good-course", "slug: m1-every-kind"))
    (problem,) = build(course, tmp_path / "dist").report
    assert problem.id == "SK-BLD-002"
    assert "good-m1-every-kind-scorm12.zip" in problem.message
    assert not (tmp_path / "dist").exists()


def test_an_output_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("a file")
    with pytest.raises(BuildError, match=r"cannot build into .*dist"):
        build(GOOD, tmp_path / "dist")
    with pytest.raises(BuildError, match=r"cannot build into .*deeper"):
        build(GOOD, tmp_path / "dist" / "deeper")
    assert (tmp_path / "dist").read_text() == "a file"


def test_a_picture_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "modules/1/media/dot.svg")

    monkeypatch.setattr(building, "render", refuse)
    with pytest.raises(BuildError, match=r"cannot read the course: Permission denied: .*dot\.svg"):
        build(GOOD, tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


def test_a_full_disk_leaves_the_old_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course, out = copy_of_good(tmp_path / "course"), tmp_path / "dist"
    build(course, out)
    before = contents(out)
    change(course)

    def full(path: Path, members: object, cache: object) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(making, "write_zip", full)
    with pytest.raises(BuildError, match="No space left on device"):
        build(course, out)
    assert contents(out) == before


@pytest.mark.parametrize("step", [1, 2, 3])
def test_an_interrupted_build_leaves_the_old_packages(tmp_path: Path, step: int) -> None:
    course, out = copy_of_good(tmp_path / "course"), tmp_path / "dist"
    build(course, out)
    before = contents(out)
    change(course)

    def interrupt(name: str, done: int, total: int) -> None:
        if done == step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(course, out, progress=interrupt)
    assert contents(out) == before


KILLED = """
import os, signal, sys
from scormkit import building, making
moved = 0
replace = building.Path.replace
def counting(self, target):
    global moved
    if moved == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
    moved += 1
    return replace(self, target)
building.Path.replace = counting
def progress(step, done, total):
    if done == int(sys.argv[4]):
        os.kill(os.getpid(), signal.SIGKILL)
building.build(sys.argv[1], sys.argv[2], progress=progress)
"""


@pytest.mark.slow
@pytest.mark.parametrize(("moves", "written"), [(99, 1), (99, 3), (0, 99), (1, 99), (2, 99), (3, 99), (4, 99)])
def test_a_killed_build_leaves_every_package_whole(tmp_path: Path, moves: int, written: int) -> None:
    course, out, fresh = copy_of_good(tmp_path / "course"), tmp_path / "dist", tmp_path / "fresh"
    build(course, out)
    old = contents(out)
    change(course)
    build(course, fresh)
    new = contents(fresh)
    killed = subprocess.run([sys.executable, "-c", KILLED, course, out, str(moves), str(written)], check=False)
    assert killed.returncode == -signal.SIGKILL
    for name in ZIPS:
        with zipfile.ZipFile(out / name) as archive:
            assert archive.testzip() is None
        assert (out / name).read_bytes() in (old[name], new[name])
    # What the killed build left behind is in nobody's way.
    build(course, out)
    assert contents(out) == new


def test_two_builds_do_not_get_into_each_others_way(tmp_path: Path) -> None:
    with FileLock(tmp_path / ".scormkit.lock"), pytest.raises(BuildError, match="another build is writing"):
        build(GOOD, tmp_path)
    assert len(build(GOOD, tmp_path).packages) == 3


def test_an_unknown_target_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="unknown target 'scrom12'; there are: cmi5, scorm12, "):
        build(GOOD, tmp_path, targets=["scrom12"])


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_source_gives_the_same_bytes_anywhere(tmp_path: Path, seed: str) -> None:
    build(GOOD, tmp_path / "here")
    course = copy_of_good(tmp_path / "another folder" / "cöurse")
    for file in sorted(course.rglob("*"), reverse=True):
        os.utime(file, (1_000_000_000, 1_000_000_000))
        file.chmod(0o700)
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "TZ": "Pacific/Kiritimati" if seed == "1" else "America/Anchorage",
        "LC_ALL": "C" if seed == "1" else "C.UTF-8",
        "HOME": str(tmp_path),
    }
    script = "import os, sys; os.umask(0o077); from scormkit import build; assert build(*sys.argv[1:]).packages"
    there = tmp_path / "there"
    subprocess.run([sys.executable, "-c", script, course.name, there], cwd=course.parent, env=environment, check=True)
    assert contents(there) == contents(tmp_path / "here")

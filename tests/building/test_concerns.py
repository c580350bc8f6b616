"""What a build says of its packages: what learners would lose, what is too heavy, what its pictures hold."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from scormkit import control_documents
from scormkit.building import build
from scormkit.diagnostics import Report

GOOD = Path(__file__).parents[1] / "courses" / "good"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "course"))


def replace(file: Path, *pairs: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def told(report: Report) -> list[str]:
    return [f"{each.id} {each.message}" for each in report]


def test_ids_that_are_gone_since_the_last_build_are_told_once(course: Path, tmp_path: Path) -> None:
    out = tmp_path / "dist"
    assert told(build(course, out).report) == []
    first = course / "modules" / "1" / "module.yaml"
    replace(first, ("id: think", "id: ponder"), ("#p-think", "#p-ponder"), ("id: multiple", "id: several"))
    second = course / "modules" / "2" / "module.yaml"
    replace(second, ("id: m2", "id: m3"))
    report = build(course, out).report
    assert told(report) == [
        "SK-BLD-003 the module `m2` of the last build is gone: learners under way lose all that they did in it",
        "SK-BLD-003 the activity `multiple` of the last build is gone: learners under way lose their answer to it",
        "SK-BLD-003 the page `think` of the last build is gone: learners under way lose that they have seen it",
    ]
    assert [each.location.file.rpartition("course/")[2] for each in report] == [
        "course.yaml",
        "modules/1/module.yaml",
        "modules/1/module.yaml",
    ]
    assert told(build(course, out).report) == []


@pytest.mark.parametrize("last", ["", "{}", "[]", '{"course": {"id": "good"}, "modules": [{"id": 1}]}', "\0"])
def test_a_record_that_says_nothing_is_passed_over(course: Path, tmp_path: Path, last: str) -> None:
    out = tmp_path / "dist"
    out.mkdir()
    (out / "build.json").write_text(last, encoding="utf-8")
    assert told(build(course, out).report) == []


def test_another_course_in_the_same_folder_is_no_loss(course: Path, tmp_path: Path) -> None:
    out = tmp_path / "dist"
    build(course, out)
    replace(course / "course.yaml", ("id: good", "id: other"))
    replace(course / "modules" / "1" / "module.yaml", ("id: think", "id: ponder"), ("#p-think", "#p-ponder"))
    assert told(build(course, out).report) == []


def test_a_package_over_its_budget_names_what_is_heavy(course: Path, tmp_path: Path) -> None:
    replace(course / "course.yaml", ("modules:", "media: {budget: 1}\nmodules:"))
    heavy = course / "modules" / "2" / "film.mp4"
    heavy.write_bytes(bytes(1_500_000))
    replace(
        course / "modules" / "2" / "module.yaml",
        ("content:\n", "content:\n      - {kind: download, file: film.mp4, title: A film}\n"),
    )
    (problem,) = build(course, tmp_path / "dist").report
    assert problem.id == "SK-BLD-004"
    assert problem.message == "good-m2-reading-only-scorm12 holds 1.6 MB, and the budget is 1 MB"
    assert problem.hint is not None
    assert problem.hint.splitlines()[1].startswith("1.5 MB  m2/media/film-")


def test_what_a_photo_hides_does_not_go_into_the_package(course: Path, tmp_path: Path) -> None:
    photo = course / "modules" / "2" / "photo.jpg"
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    Image.new("RGB", (1200, 600), "teal").save(photo, exif=exif)
    replace(
        course / "modules" / "2" / "module.yaml",
        ("content:\n", "content:\n      - {kind: figure, image: photo.jpg, alt: Blue.}\n"),
    )
    result = build(course, tmp_path / "dist")
    assert told(result.report) == []
    assert all(b"taken at home" not in package.path.read_bytes() for package in result.packages)
    again = build(course, tmp_path / "dist")
    assert [each.sha256 for each in again.packages] == [each.sha256 for each in result.packages]


def test_what_needs_iris_says_so_and_nothing_is_written(course: Path, tmp_path: Path) -> None:
    replace(course / "course.yaml", ("base_iri: https://example.org/xapi/\n", ""))
    out = tmp_path / "dist"
    (problem,) = build(course, out, targets=["all"]).report
    assert (problem.id, str(problem.location)) == ("SK-BLD-006", f"{course}/course.yaml:1:5")
    assert "cmi5" in problem.message
    assert "Tin Can" in problem.message
    assert "base_iri: https://" in str(problem.hint)
    assert not out.exists()
    assert told(build(course, out, targets=["scorm12", "scorm2004-4", "web"]).report) == []


def test_without_control_documents_packages_are_made_and_it_is_told(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(control_documents, "_read", lambda path: None)
    result = build(course, tmp_path / "dist", targets=["scorm12", "scorm2004-4", "web"])
    assert [each.id for each in result.report] == ["SK-BLD-005", "SK-BLD-005"]
    first = result.report.diagnostics[0]
    assert "adlcp_rootv1p2.xsd" in str(first.hint)
    assert len(result.packages) == 9
    with zipfile.ZipFile(result.packages[0].path) as archive:
        assert not [name for name in archive.namelist() if name.endswith(".xsd")]
        assert b"schemaLocation" not in archive.read("imsmanifest.xml")

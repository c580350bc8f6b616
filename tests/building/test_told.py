"""What a build writes for LRSs: activities, profile and statement templates."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from scormkit.building import BuildError, build
from scormkit.course.i18n.exchange import export
from scormkit.describing import describe
from scormkit.xapi.templates import template_paths

from .test_building import GOOD, change, contents, copy_of_good

pytestmark = pytest.mark.slow


def told(out: Path) -> dict[str, bytes]:
    folder = out / "xapi"
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def states(out: Path) -> dict[Path, tuple[int, int]]:
    return {file: (file.stat().st_ino, file.stat().st_mtime_ns) for file in (out / "xapi").rglob("*") if file.is_file()}


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("target", ["scorm12", "cmi5"])
def test_profile_and_templates_lie_beside_packages_for_any_standard(tmp_path: Path, target: str) -> None:
    build(GOOD, tmp_path, targets=[target])
    found = told(tmp_path)
    described = describe(GOOD)
    (site,) = described.sites
    assert found.keys() == {"activities.json", "profile.jsonld", *template_paths(site)}
    assert found["profile.jsonld"].decode() == "".join(described.profile())
    record = json.loads((tmp_path / "build.json").read_text())
    assert {f"xapi/{name}" for name in found} <= set(record["beside"])


def test_they_are_what_the_commands_write(tmp_path: Path) -> None:
    build(GOOD, tmp_path / "dist")
    count, _ = describe(GOOD).write_templates(tmp_path / "alone")
    found = told(tmp_path / "dist")
    alone = {
        file.relative_to(tmp_path / "alone").as_posix(): file.read_bytes()
        for file in (tmp_path / "alone").rglob("*")
        if file.is_file()
    }
    assert count == len(alone) == len(found) - 2
    assert alone.items() <= found.items()


def test_a_course_without_a_base_iri_tells_nothing(tmp_path: Path) -> None:
    course = copy_of_good(tmp_path / "course")
    build(course, tmp_path / "dist")
    assert told(tmp_path / "dist")
    edit(course / "course.yaml", "base_iri: https://example.org/xapi/\n", "")
    assert build(course, tmp_path / "dist").packages
    assert not (tmp_path / "dist" / "xapi").exists(), "what was told before would mislead"


def test_what_is_not_new_is_not_touched(tmp_path: Path) -> None:
    build(GOOD, tmp_path)
    before = states(tmp_path)
    build(GOOD, tmp_path)
    assert states(tmp_path) == before


@pytest.mark.parametrize("name", ["profile.jsonld", "m1/single-answered.json", "course-initialized.json"])
def test_what_somebody_spoilt_is_mended(tmp_path: Path, name: str) -> None:
    build(GOOD, tmp_path / "dist")
    good = told(tmp_path / "dist")
    file = tmp_path / "dist" / "xapi" / name
    for spoilt in (b"", bytes(len(good[name])), good[name] + b" "):
        file.write_bytes(spoilt)
        build(GOOD, tmp_path / "dist")
        assert told(tmp_path / "dist") == good
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    build(GOOD, tmp_path / "dist")
    assert not file.is_symlink()
    assert told(tmp_path / "dist") == good


def test_templates_of_what_is_no_more_go_and_leave_no_empty_folders(tmp_path: Path) -> None:
    course, out = copy_of_good(tmp_path / "course"), tmp_path / "dist"
    build(course, out)
    (out / "xapi" / "m1" / "notes.txt").write_text("mine")
    edit(course / "course.yaml", "  - modules/1\n", "")
    build(course, out)
    found = told(out)
    assert [name for name in found if name.startswith("m1/")] == ["m1/notes.txt"]
    assert "m2/initialized.json" in found
    edit(course / "course.yaml", "  - modules/2\n", "  - modules/1\n")
    build(course, out)
    assert not (out / "xapi" / "m2").exists()


def test_all_languages_of_a_build_are_told_in_one_place(tmp_path: Path) -> None:
    course = copy_of_good(tmp_path / "course")
    edit(course / "course.yaml", "language: en\n", "language: en\ntranslations: [nl]\n")
    export(course, "nl")
    build(course, tmp_path / "both")
    build(course, tmp_path / "dutch", languages=["nl"])
    both, dutch = told(tmp_path / "both"), told(tmp_path / "dutch")
    assert both.keys() == dutch.keys()

    def read(files: dict[str, bytes], name: str) -> Any:
        return json.loads(files[name])

    assert read(both, "activities.json")[0]["definition"]["name"].keys() == {"en", "nl"}
    assert list(read(both, "profile.jsonld")["prefLabel"]) == ["en", "nl"]
    assert list(read(dutch, "profile.jsonld")["prefLabel"]) == ["nl", "en"]
    # They are translations: what is said is the same.
    assert read(both, "profile.jsonld")["versions"] == read(dutch, "profile.jsonld")["versions"]
    name = "m1/single-answered.json"
    assert read(both, name)["template"] == read(dutch, name)["template"]


def test_a_build_that_fails_leaves_what_was_told(tmp_path: Path) -> None:
    course, out = copy_of_good(tmp_path / "course"), tmp_path / "dist"
    build(course, out)
    before = states(out)
    (course / "modules" / "1" / "module.yaml").write_text("id: m1\n")
    assert build(course, out).report.has_errors
    assert states(out) == before


def test_where_nothing_can_be_told_the_old_packages_stay_with_their_record(tmp_path: Path) -> None:
    course, out = copy_of_good(tmp_path / "course"), tmp_path / "dist"
    build(course, out)
    shutil.rmtree(out / "xapi")
    (out / "xapi").write_text("mine")
    before = contents(out)
    change(course)
    with pytest.raises(BuildError, match=r"cannot build into .*xapi$"):
        build(course, out)
    assert contents(out) == before


def test_what_cannot_take_its_place_is_named(tmp_path: Path) -> None:
    file = tmp_path / "xapi" / "m1" / "initialized.json"
    (file / "held").mkdir(parents=True)
    with pytest.raises(BuildError) as caught:
        build(GOOD, tmp_path)
    assert str(caught.value).endswith(f": {file}")


def test_templates_that_no_record_names_go_with_what_they_are_of(tmp_path: Path) -> None:
    course, out = copy_of_good(tmp_path / "course"), tmp_path / "dist"
    describe(course).write_templates(out / "xapi")
    (out / "xapi" / "m1" / "notes.txt").write_text("mine")
    edit(course / "course.yaml", "  - modules/1\n", "")
    build(course, out)
    assert [name for name in told(out) if name.startswith("m1/")] == ["m1/notes.txt"]

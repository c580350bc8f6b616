"""New courses: every template in every language is a good course."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path, PurePosixPath
from typing import Any, get_args

import jsonschema
import pytest
from pydantic import TypeAdapter

from scormkit import build, check, load_course
from scormkit.activities.contract import Id
from scormkit.activities.fields import Slug
from scormkit.course.model import Language
from scormkit.course.schema import schema
from scormkit.course.source import Source
from scormkit.course.tree import read_tree
from scormkit.diagnostics import Severity
from scormkit.starting import TEMPLATES, StartError, course_files, new_course

LANGUAGES = get_args(Language)
EACH = [pytest.param(t, language, id=f"{t}-{language}") for t in TEMPLATES for language in LANGUAGES]


def values(text: bytes) -> Any:
    tree, problems = read_tree(Source(Path("x.yaml"), "x.yaml", text.decode()))
    assert problems == []
    assert tree is not None
    return tree.data()


def outline(value: Any) -> Any:
    """Everything but what is said: keys, ids, kinds and other words of the model."""
    if isinstance(value, dict):
        kept = {"id", "kind", "to", "who", "role", "include", "image", "correct", "multiple", "ways", "passing_score"}
        return {key: each if key in kept else outline(each) for key, each in value.items()}
    return [outline(each) for each in value] if isinstance(value, list) else type(value).__name__


@pytest.mark.slow
@pytest.mark.parametrize(("template", "language"), EACH)
def test_a_new_course_builds_and_nothing_is_found_in_it(tmp_path: Path, template: str, language: str) -> None:
    new_course(tmp_path / "first", template, language)
    result = build(tmp_path / "first", tmp_path / "dist")
    assert len(result.report.at_least(Severity.WARNING)) == 0
    assert result.packages
    course = load_course(tmp_path / "first").course
    assert course is not None
    assert course.about.language == language
    for package in result.packages:
        assert len(check(package.path)) == 0


@pytest.mark.slow
@pytest.mark.parametrize(("template", "language"), EACH)
def test_its_files_have_no_error_in_an_editor(template: str, language: str) -> None:
    content = course_files(template, language, "first")
    judged = 0
    for path, text in content.items():
        if path.suffix == ".yaml" and path.name in ("course.yaml", "module.yaml"):
            found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text.decode())
            assert found is not None
            steps = (path.parent / found[1]).parts
            assert [*steps[-2:]] == [".schemas", f"{path.stem}.schema.json"]
            assert steps.count("..") == len(path.parts) - 1
            jsonschema.Draft7Validator(schema(path.stem)).validate(values(text))
            judged += 1
    assert judged >= 2


@pytest.mark.slow
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_is_the_same_course_in_every_language(template: str) -> None:
    courses = {language: course_files(template, language, "first") for language in LANGUAGES}
    shapes = {
        language: {path: outline(values(text)) for path, text in content.items() if path.suffix == ".yaml"}
        for language, content in courses.items()
    }
    assert all(shape == shapes["en"] for shape in shapes.values())
    assert len({tuple(content) for content in courses.values()}) == 1


@pytest.mark.slow
def test_the_same_wish_gives_the_same_bytes(tmp_path: Path) -> None:
    digests = []
    for name in ("a", "b"):
        paths = new_course(tmp_path / name / "first", "course", "nl", "Eén: ‘titel’")
        digests.append(
            [(path, hashlib.sha256((tmp_path / name / "first" / path).read_bytes()).hexdigest()) for path in paths]
        )
    assert digests[0] == digests[1]
    assert [path for path, _ in digests[0]] == sorted(path for path, _ in digests[0])


@pytest.mark.parametrize(
    ("name", "title", "course_id", "slug"),
    [
        ("my-course", "Samen: zo doe je dat", "my_course", "samen-zo-doe-je-dat"),
        ("2024 Straße", 'Über "uns"', "strasse", "uber-uns"),
        ("课程", "课程", "course", "course"),
        ("a" * 50, "b" * 200, "a" * 20, "b" * 40),
        ("eine-sehr-lange-mappe", r"C:\ \N #1  # 2", "eine_sehr_lange", "c-n-1-2"),
    ],
)
def test_id_slug_and_title_are_made_of_what_is_given(
    tmp_path: Path, name: str, title: str, course_id: str, slug: str
) -> None:
    new_course(tmp_path / name, "blank", "en", title)
    course = load_course(tmp_path / name).course
    assert course is not None
    assert (course.about.id, course.about.slug, course.about.title) == (course_id, slug, title)
    TypeAdapter(Id).validate_python(course_id)
    TypeAdapter(Slug).validate_python(slug)


@pytest.mark.parametrize("title", ["", " x", "a\nb", "x" * 201, "bell\a"])
def test_what_is_no_title_is_refused(tmp_path: Path, title: str) -> None:
    with pytest.raises(StartError, match="title"):
        new_course(tmp_path / "x", title=title)
    assert [*tmp_path.iterdir()] == []


def test_an_empty_folder_is_filled_and_a_missing_one_made_with_those_above_it(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    paths = new_course(tmp_path / "empty")
    assert {*paths} == {
        PurePosixPath(p.relative_to(tmp_path / "empty")) for p in (tmp_path / "empty").rglob("*") if p.is_file()
    }
    new_course(tmp_path / "a" / "b" / ".." / "c")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "empty"]
    assert sorted(p.name for p in (tmp_path / "a").iterdir()) == ["c"]


def test_an_unknown_template_or_language_is_misuse(tmp_path: Path) -> None:
    for template, language in (("nothing", "en"), ("blank", "la"), ("course", "any"), ("", "en")):
        with pytest.raises(ValueError, match="there is no template"):
            new_course(tmp_path / "x", template, language)
    assert [*tmp_path.iterdir()] == []


@pytest.mark.slow
@pytest.mark.parametrize("empty", [True, False])
def test_a_disk_that_refuses_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty: bool
) -> None:
    place = tmp_path / "course"
    if empty:
        place.mkdir()
    rename = Path.rename
    calls = []

    def full(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == (3 if empty else 1):
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(StartError, match="No space left on device"):
        new_course(place)
    assert [*tmp_path.rglob("*")] == ([place] if empty else [])

"""Reading courses."""

import tracemalloc
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from pydantic import field_validator
from pydantic_core import PydanticCustomError

from scormkit.activities.contract import Model
from scormkit.course.context import Context
from scormkit.course.problems import INVALID
from scormkit.course.reading import load_course
from scormkit.course.source import Source
from scormkit.course.tree import read_tree
from scormkit.course.validation import validate

GOOD = Path(__file__).parents[1] / "courses" / "good"


def test_a_good_course_is_read_whole() -> None:
    loaded = load_course(GOOD)
    assert len(loaded.report) == 0
    assert loaded.course is not None
    assert loaded.course.about.id == "good"
    assert [module.id for module in loaded.course.modules] == ["m1", "m2"]
    assert loaded.file == f"{GOOD}/course.yaml"
    assert loaded.modules == {"m1": f"{GOOD}/modules/1/module.yaml", "m2": f"{GOOD}/modules/2/module.yaml"}


def test_the_course_file_itself_may_be_named() -> None:
    assert load_course(GOOD / "course.yaml").course == load_course(GOOD).course


def test_all_problems_of_all_files_come_at_once_and_sorted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "course.yaml").write_text("id: X\nlanguage: nl\nmodules: [two, one]\n")
    (tmp_path / "one" / "module.yaml").write_text("id: one\npages: []\n")
    (tmp_path / "two" / "module.yaml").write_text("id: [\n")
    found = [(d.location.file, d.location.line, d.id) for d in load_course(".").report]
    assert found == [
        ("course.yaml", 1, "SK-SRC-012"),
        ("course.yaml", 1, "SK-SRC-012"),
        ("course.yaml", 1, "SK-SRC-012"),
        ("course.yaml", 1, "SK-SRC-013"),
        ("one/module.yaml", 1, "SK-SRC-012"),
        ("one/module.yaml", 1, "SK-SRC-012"),
        ("one/module.yaml", 2, "SK-SRC-020"),
        ("two/module.yaml", 2, "SK-SRC-003"),
    ]


def test_a_link_that_leaves_the_course_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "outside.svg").write_text("<svg/>")
    course = tmp_path / "course"
    (course / "m").mkdir(parents=True)
    (course / "m" / "picture.svg").symlink_to(tmp_path / "outside.svg")
    (course / "course.yaml").write_text('id: c\nslug: c\ntitle: C\nlanguage: nl\nversion: "1"\nmodules: [m]\n')
    (course / "m" / "module.yaml").write_text(
        "id: m\nslug: m\ntitle: M\npages:\n  - id: p\n    title: P\n    content:\n"
        "      - {kind: figure, image: picture.svg, decorative: true}\n"
    )
    assert [d.id for d in load_course(course).report] == ["SK-SRC-031"]


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_bytes(b"\xef\xbb\xbfid: c\n")
    assert {d.id for d in load_course(tmp_path).report} == {"SK-SRC-012"}


def test_a_rule_that_a_kind_adds_is_told_in_its_own_words() -> None:
    class Even(Model):
        kind: Literal["even"]
        number: int

        @field_validator("number")
        @classmethod
        def _is_even(cls, number: int) -> int:
            if number % 2:
                raise PydanticCustomError("odd", "{number} is odd", {"number": number})
            return number

    source = Source(Path("x.yaml"), "x.yaml", "kind: even\nnumber: 3\n")
    tree, _ = read_tree(source)
    assert tree is not None
    _, (problem,) = validate(Even, tree, Context(Path(), Path()))
    assert (problem.id, problem.message, problem.location.line) == (INVALID.id, "`number`: 3 is odd", 2)


COURSE = 'id: c\nslug: c\ntitle: C\nlanguage: nl\nversion: "1"\nmodules: [m]\n'
MODULE = "id: m\nslug: m\ntitle: M\npages:\n  - id: a\n    title: A\n    content:\n"


@pytest.mark.parametrize(
    ("content", "link", "hint"),
    [
        ("      - {kind: text, text: {include: a.md}}\n", "m/a.md", "a link of that name leads nowhere"),
        ("      - {kind: download, file: a.pdf, title: A}\n", "m/a.pdf", "a link of that name leads nowhere"),
        (None, "m", "make the file"),
    ],
)
def test_a_link_to_itself_is_no_file(content: str | None, link: str, hint: str, tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text(COURSE)
    if content:
        (tmp_path / "m").mkdir()
        (tmp_path / "m" / "module.yaml").write_text(MODULE + content)
    (tmp_path / link).symlink_to(tmp_path / link)
    (problem,) = load_course(tmp_path).report
    assert "there is no file" in problem.message
    assert hint in str(problem.hint)


def test_a_name_that_no_file_can_have_is_no_file(tmp_path: Path) -> None:
    name = "a" * 300
    (tmp_path / "course.yaml").write_text(COURSE.replace("[m]", f"[{name}, m]"))
    (tmp_path / "m").mkdir()
    activities = [
        "{kind: text, text: {include: NAME.md}}",
        "{kind: download, file: NAME, title: A}",
    ]
    lines = "".join(f"      - {each.replace('NAME', name)}\n" for each in activities)
    (tmp_path / "m" / "module.yaml").write_text(MODULE + lines)
    assert [each.id for each in load_course(tmp_path).report] == ["SK-SRC-001", "SK-SRC-050", "SK-SRC-030"]


def test_a_module_is_no_course(tmp_path: Path) -> None:
    (tmp_path / "module.yaml").write_text(MODULE)
    (problem,) = load_course(tmp_path / "module.yaml").report
    assert problem.message == "this is a module, and not a course"


def test_a_language_that_is_missing_is_put_beside_the_others(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text(COURSE + "translations: [de]\n")
    (problem,) = load_course(tmp_path, "fr").report
    assert "`translations: [de, fr]`" in str(problem.hint)


def test_a_type_that_only_a_kind_from_elsewhere_asks_for_is_told() -> None:
    class Meeting(Model):
        kind: Literal["meeting"]
        day: date

    source = Source(Path("x.yaml"), "x.yaml", "kind: meeting\nday: 12\n")
    tree, _ = read_tree(source)
    assert tree is not None
    _, (problem,) = validate(Meeting, tree, Context(Path(), Path()))
    assert (problem.id, problem.location.line) == (INVALID.id, 2)
    assert problem.message.startswith("`day`: ")


@pytest.mark.slow
def test_more_modules_take_little_more_memory(tmp_path: Path) -> None:
    """Neither what modules are read into nor what they become stays."""
    page = "  - id: p{0}\n    title: P\n    content:\n      - {{kind: text, text: '{1}'}}\n"
    pages = "".join(page.format(number, f"Read page {number} with care. " * 9) for number in range(30))

    def peak(modules: int) -> int:
        names = [f"m{number}" for number in range(modules)]
        for name in names:
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / "module.yaml").write_text(f"id: {name}\nslug: {name}\ntitle: M\npages:\n{pages}")
        course = f"id: x\nslug: x\ntitle: X\nlanguage: en\nversion: '1'\nmodules: [{', '.join(names)}]\n"
        (tmp_path / "course.yaml").write_text(course)
        tracemalloc.start()
        try:
            loaded = load_course(tmp_path)
            assert loaded.course is not None
            assert len(loaded.course.modules) == modules
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(1)  # what is read once for all courses
    assert peak(12) < 2.5 * peak(1)

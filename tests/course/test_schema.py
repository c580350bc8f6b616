"""The JSON Schema for editors, held against files that are known to be right or wrong."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from scormkit.activities.registry import kinds
from scormkit.cli.schema import schema as command
from scormkit.course.schema import FILES, schema
from scormkit.course.source import Source
from scormkit.course.tree import read_tree

ROOT = Path(__file__).parents[2]
MISTAKES = Path(__file__).with_name("mistakes")
SOUND = [
    *sorted(ROOT.glob("course/**/*.yaml")),
    *sorted(ROOT.glob("examples/**/*.yaml")),
    *sorted(ROOT.glob("tests/courses/**/*.yaml")),
]
SEEN_BY_EDITORS = ("SK-SRC-010", "SK-SRC-011", "SK-SRC-012", "SK-SRC-013", "SK-SRC-014", "SK-SRC-015", "SK-SRC-022")
NOT_SEEN = ("SK-SRC-010-list-for-file", "SK-SRC-013-comma-in-author")
"""A file that is no mapping has no schema, and a schema knows no initials."""
WRONG = [
    folder
    for folder in sorted(MISTAKES.iterdir())
    if folder.name.startswith(SEEN_BY_EDITORS) and folder.name not in NOT_SEEN
]


@cache
def validator(file: str) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(schema(file))


def values(path: Path) -> Any:
    tree, _ = read_tree(Source(path, path.name, path.read_text(encoding="utf-8")))
    assert tree is not None
    return tree.data()


def file_of(path: Path) -> str | None:
    named = {"course.yaml": "course", "module.yaml": "module"}.get(path.name)
    return named or ("page" if path.parent.name in ("kinds", "pages") else None)


@pytest.mark.parametrize("file", FILES)
def test_it_is_draft_07(file: str) -> None:
    jsonschema.Draft7Validator.check_schema(schema(file))
    assert schema(file)["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_builds_has_no_error_in_an_editor(path: Path) -> None:
    file = file_of(path)
    if file is None:
        pytest.skip("a piece that is included where its values stand")
    assert [error.message for error in validator(file).iter_errors(values(path))] == []


@pytest.mark.parametrize("folder", WRONG, ids=lambda folder: folder.name)
def test_what_an_editor_can_see_it_marks(folder: Path) -> None:
    wrong = (folder / "expected.txt").read_text(encoding="utf-8").split(":")[0]
    file = file_of(folder / wrong) or "page"
    assert list(validator(file).iter_errors(values(folder / wrong)))


PAGE = {"id": "a", "title": "A"}
CHOICE = {"kind": "choice", "id": "x", "question": "Q", "options": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]}
PAUSE = {"id": "a", "at": "0:01", "title": "T", "content": [{"kind": "text", "txt": "A"}]}
VIDEO = {"kind": "video", "id": "v", "title": "T", "files": ["a.mp4"], "transcript": "A", "pauses": [PAUSE]}


@pytest.mark.parametrize(
    ("activity", "path", "message"),
    [
        (CHOICE | {"feedbck": "A"}, [], "'feedbck' was unexpected"),
        (CHOICE | {"id": "X"}, ["id"], "'X' does not match"),
        (CHOICE | {"options": CHOICE["options"][:1]}, ["options"], "is too short"),
        (
            CHOICE | {"options": [{"id": "a"}, {"id": "b", "text": "B"}]},
            ["options", 0],
            "'text' is a required property",
        ),
        ({"kind": "choise"}, ["kind"], "'choise' is not one of"),
        ({"kind": "text"}, [], "'text' is a required property"),
        ({"kind": "text", "text": 12}, ["text"], "12 is not of type 'string', 'object'"),
        ({"text": "A"}, [], "'kind' is a required property"),
        ({"include": "a.yaml", "kind": "text"}, [], "'kind' was unexpected"),
        ("A", [], "'A' is not of type 'object'"),
        (VIDEO, ["pauses", 0, "content", 0], "'txt' was unexpected"),
    ],
)
def test_an_editor_says_what_is_wrong_at_its_place(activity: Any, path: list[Any], message: str) -> None:
    """Not that a page with the activity fits none of many schemas."""
    found = list(validator("page").iter_errors(PAGE | {"content": [activity]}))
    assert [each for each in found if list(each.absolute_path) == ["content", 0, *path] and message in each.message]
    assert all(list(each.absolute_path)[:2] == ["content", 0] for each in found)
    assert not any(each.context for each in found)


@pytest.mark.parametrize("file", FILES)
def test_an_editor_completes_with_nothing_that_is_an_error(file: str) -> None:
    """Editors write the default of a key, and show the names of definitions."""
    text = str(schema(file))
    assert "'default': None" not in text
    assert "__" not in "".join(schema(file)["definitions"])


def test_every_key_of_every_kind_is_explained() -> None:
    definitions = schema("module")["definitions"]
    assert {kind.model.__name__ for kind in kinds().values()} <= set(definitions)
    silent = [
        f"{name}.{key}"
        for name, definition in definitions.items()
        for key, value in definition.get("properties", {}).items()
        if "description" not in value and key != "kind"
    ]
    assert silent == []


def test_the_command_prints_it_and_writes_it(tmp_path: Path) -> None:
    target = tmp_path / "module.schema.json"
    assert CliRunner().invoke(command, ["module", "-o", str(target)]).output == ""
    assert CliRunner().invoke(command, ["module"]).output == target.read_text(encoding="utf-8")
    assert CliRunner().invoke(command, ["nothing"]).exit_code == 2


def test_the_command_says_that_it_cannot_write(tmp_path: Path) -> None:
    told = CliRunner().invoke(command, ["module", "-o", str(tmp_path / "nowhere" / "x.json")])
    assert told.exit_code == 2
    assert "cannot write" in told.output

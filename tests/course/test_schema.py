"""The JSON Schema for editors, held against files that are known to be right or wrong."""

from __future__ import annotations

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

"""What there is at a path, and who judges it."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pytest

from scormkit.checking import check
from scormkit.course.reading import COURSE_FILE, MODULE_FILE
from scormkit.diagnostics import Severity
from scormkit.examining import Kind, Options, Subject, examine, kind_of, kinds, one, subjects, xapi
from scormkit.examining.one import examined
from tests.packages.cases import case, laid_out

ROOT = Path(__file__).parents[2]
STATEMENT = '{"actor": {"mbox": "mailto:a@b.nl"}, "verb": {"id": "https://x.nl/v"}, "object": {"id": "https://x.nl/a"}'


def _files() -> dict[str, bytes]:
    return case("scorm12/P12-05-default-names-nothing-error").files


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package with one error, as a folder."""
    return laid_out(_files(), tmp_path / "package")


def zipped(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, content in _files().items():
            file.writestr(name, content)
    return path


def ids(path: Path, **how: str) -> list[str]:
    return [found.id for found in examine(path, Options(**how))]


def test_a_package_is_judged_as_the_checker_judges_it(tmp_path: Path, package: Path) -> None:
    path = zipped(tmp_path / "a.zip")
    assert examine(path, display="a.zip") == check(path, display="a.zip")
    assert ids(path) == ids(package) == ids(package / "imsmanifest.xml") == ["SK-S12-007"]


def test_the_source_of_a_course_is_judged_as_such(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "gallery", tmp_path / "gallery")
    assert kind_of(tmp_path / "gallery") is kind_of(tmp_path / "gallery" / "course.yaml") is Kind.COURSE
    note, *others = examine(tmp_path / "gallery")
    assert (note.id, note.severity, note.location.file) == ("SK-CHK-003", Severity.INFO, str(tmp_path / "gallery"))
    assert {each.id for each in others} == {"SK-SRC-051"}  # what it shows is kept by the LMS
    course = tmp_path / "gallery" / "course.yaml"
    course.write_text(course.read_text("utf-8") + "\nnonsense: true\n", "utf-8")
    (problem,) = examine(tmp_path / "gallery").at_least(Severity.ERROR)
    assert problem.id.startswith("SK-SRC-")
    assert problem.location.file == course.as_posix()


def test_files_of_a_course_are_known_by_the_names_that_its_reader_knows(tmp_path: Path) -> None:
    assert kinds.COURSE_FILES == (COURSE_FILE, MODULE_FILE)
    (tmp_path / "module.yaml").write_text("id: x")
    assert ids(tmp_path / "module.yaml") == ["SK-CHK-003", "SK-SRC-001"]
    (tmp_path / "other.yaml").write_text("id: x")
    assert ids(tmp_path / "other.yaml") == ["SK-PKG-001"]


def test_a_package_with_a_file_of_that_name_is_a_package(package: Path) -> None:
    (package / "course.yaml").write_text("id: x")
    assert kind_of(package) is Kind.PACKAGE


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("one.json", STATEMENT + "}", []),
        ("one.JSON", "\ufeff" + STATEMENT + "}", []),
        ("several.json", f"[{STATEMENT}}}, {STATEMENT}}}]", []),
        ("lines.jsonl", f"{STATEMENT}}}\n{STATEMENT}}}\n", []),
        ("no-suffix", f" \n{STATEMENT}}}", []),
        ("answer.json", f'{{"statements": [{STATEMENT}}}]}}', []),
        ("wrong.json", STATEMENT + ', "result": {"success": "false"}}', ["SK-XAPI-002"]),
        ("no-actor.json", '{"verb": {"id": "https://x.nl/v"}, "object": {"id": "https://x.nl/a"}}', ["SK-XAPI-002"]),
        ("newer.json", STATEMENT + ', "version": "2.0.0", "context": {"contextAgents": []}}', []),
        ("older.json", STATEMENT + ', "version": "1.0.3", "context": {"contextAgents": []}}', ["SK-XAPI-002"]),
        ("broken.json", "{", ["SK-XAPI-001"]),
        ("empty.json", "", ["SK-XAPI-001"]),
        ("deep.json", "[" * 100_000, ["SK-XAPI-001"]),
        ("package.json", '{"name": "x"}', ["SK-CHK-004"]),
        ("numbers.json", "[1, 2]", ["SK-CHK-004"]),
        ("none.json", "[]", []),
        ("profile.jsonld", '{"type": "Profile"}', None),
    ],
)
def test_json_is_judged_by_xapi(tmp_path: Path, name: str, text: str, found: list[str] | None) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert kind_of(path) is Kind.XAPI
    assert set(ids(path)) == {"SK-XAPI-004"} if found is None else ids(path) == found


def test_json_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xapi, "MAX_BYTES", 10)
    path = tmp_path / "large.json"
    path.write_text(STATEMENT)
    (found,) = examine(path, Options(language="nl"))
    assert (found.id, found.severity) == ("SK-CHK-005", Severity.FATAL)
    assert found.message == "het bestand is groter dan 10 bytes; meer wordt er van JSON niet gelezen"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"hello", b"{" * 10])
def test_anything_else_is_told_by_the_checker_of_packages(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "thing.zip"
    path.write_bytes(data)
    assert ids(path) == ["SK-PKG-001"]


def test_what_is_missing_a_pipe_or_forbidden_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        examine(tmp_path / "missing.zip")
    for name in ("pipe", "pipe.json", "pipe.zip", "course.yaml", "cmi5.xml"):
        os.mkfifo(tmp_path / name)
        with pytest.raises(OSError, match="neither a file nor a folder"):
            examine(tmp_path / name)


def test_a_language_or_an_lms_that_nobody_knows_is_refused(package: Path) -> None:
    with pytest.raises(ValueError, match="no words for the language"):
        examine(package, Options(language="xx"))
    with pytest.raises(ValueError, match="no rules for the LMS"):
        examine(package, Options(lms=("xx",)))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (KeyError("name\x1b"), "judging this broke off: a mistake in scormkit: KeyError 'name\\x1b' in test_one.py:"),
        (MemoryError(), "judging this broke off: the memory was not enough"),
        (RecursionError("x" * 1000), "judging this broke off: a mistake in scormkit: RecursionError xxxx"),
    ],
)
def test_a_mistake_of_ours_is_told_and_keeps_nobody(
    error: Exception, said: str, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(one, "check", broken)
    outcome = examined(Subject(package, "a.zip"), Options())
    (found,) = outcome.report
    assert (found.id, found.severity, outcome.failure) == ("SK-CHK-002", Severity.FATAL, None)
    assert found.message.startswith(said)
    assert len(found.message) < 400


def names(path: Path) -> list[str]:
    return [each.display for each in subjects(path)]


def test_a_folder_of_zips_stands_for_them_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "xapi").mkdir()
    (tmp_path / "install.md").write_text("guide")
    (tmp_path / "nested.zip").mkdir()
    for name in ("b.zip", "a.ZIP"):
        zipped(tmp_path / name)
    assert names(tmp_path) == [str(tmp_path / "a.ZIP"), str(tmp_path / "b.zip")]


@pytest.mark.parametrize("beside", ["imsmanifest.xml", "cmi5.xml", "course.yaml", "index.html", "in/imsmanifest.xml"])
def test_a_folder_that_is_itself_something_stands_for_itself(tmp_path: Path, beside: str) -> None:
    zipped(tmp_path / "download.zip")
    (tmp_path / beside).parent.mkdir(exist_ok=True)
    (tmp_path / beside).write_text("x")
    assert names(tmp_path) == [str(tmp_path)]


def test_what_cannot_be_listed_stands_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    zipped(tmp_path / "a.zip")
    monkeypatch.setattr(os, "scandir", forbidden)
    assert names(tmp_path) == [str(tmp_path)]
    assert names(tmp_path / "missing") == [str(tmp_path / "missing")]
    monkeypatch.setattr(os, "listdir", forbidden)
    assert examined(Subject(tmp_path, "x"), Options()).failure == "Permission denied"

"""`scormkit xapi profile`, `templates` and `fill`."""

from __future__ import annotations

import json
import shutil
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scormkit.cli import main
from scormkit.course.i18n.exchange import export
from scormkit.xapi.judging import judge, read_profile
from scormkit.xapi.validation import statement_problems

GOOD = Path(__file__).parents[1] / "courses" / "good"
UUID = "7d1f0e9c-0b57-4c0e-9a51-0e4c2a7b1f10"
FIXED = ("--id", UUID, "--timestamp", "2026-01-02T03:04:05.678Z", "--registration", UUID)
ANSWER = ("--result", "response=a", "--result", "success=true", "--result", "duration=PT20S")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["xapi", *map(str, arguments)])


@pytest.fixture(autouse=True)
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The good course as ./course."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(GOOD, tmp_path / "course"))


@pytest.fixture
def template() -> Path:
    """The template of an answer."""
    assert run("templates").exit_code == 0
    return Path("dist/xapi/m1/single-answered.json")


def test_a_profile_on_the_terminal_and_in_a_file() -> None:
    shown = run("profile")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert json.loads(shown.stdout)["id"] == "https://example.org/xapi/good/xapi-profile"
    written = run("profile", "course", "-o", "profile.jsonld")
    assert (written.exit_code, written.output) == (0, "")
    assert Path("profile.jsonld").read_bytes() == shown.stdout_bytes


def test_templates_in_a_folder() -> None:
    found = run("templates")
    assert (found.exit_code, found.output) == (0, "dist/xapi  15 templates\n")
    assert len(list(Path("dist/xapi").rglob("*.json"))) == 15
    assert run("templates", "course", "-o", "elsewhere/deep").output == "elsewhere/deep  15 templates\n"
    assert Path("elsewhere/deep/m1/single-answered.json").is_file()


def test_templates_that_are_no_more_are_taken_away_and_named(course: Path) -> None:
    run("templates")
    Path("dist/xapi/m2/notes.txt").write_text("mine")
    file = course / "course.yaml"
    file.write_text(file.read_text().replace("  - modules/1\n", ""))
    found = run("templates")
    assert found.exit_code == 0
    lines = found.stderr.splitlines()
    assert "dist/xapi/m1/single-answered.json  removed: the course has it no more" in lines
    assert sorted(each.name for each in Path("dist/xapi").iterdir() if each.is_dir()) == ["m2"]
    assert Path("dist/xapi/m2/notes.txt").read_text() == "mine"
    assert run("templates").stderr == ""


def test_what_stands_in_the_way_of_a_template_is_named_and_nothing_is_left_half_written() -> None:
    Path("out/m1/initialized.json/held").mkdir(parents=True)
    found = run("templates", "-o", "out")
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.startswith("Error: cannot write out: ")
    assert found.stderr.endswith(": out/m1/initialized.json\n")
    assert not [each for each in Path("out").rglob("*") if each.name.startswith(".")]


@pytest.mark.parametrize("command", ["profile", "templates"])
def test_a_course_without_a_base_iri(course: Path, command: str) -> None:
    file = course / "course.yaml"
    export(course, "nl")
    file.write_text(file.read_text().replace("base_iri: https://example.org/xapi/\n", "translations: [nl]\n"))
    found = run(command)
    assert (found.exit_code, found.stdout) == (1, "")
    assert found.stderr.count("SK-BLD-006") == 1
    assert "course/course.yaml:1:5: error SK-BLD-006: the course has no `base_iri`, and xAPI cannot do without\n" in (
        found.stderr
    )
    assert "hint: add `base_iri: https://…/` with an address that is yours\n" in found.stderr
    assert found.stderr.splitlines()[-1].startswith("Nothing was written: 1 error")
    assert not Path("dist").exists()


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("base_iri: https://example.org/xapi/", "base_iri: example.org/xapi/", "12:11: error SK-SRC-013: `base_iri`"),
        (
            "base_iri: https://example.org/xapi/",
            'base_iri: "https://e.org/a b/"',
            "12:11: error SK-SRC-013: `base_iri`",
        ),
        ("id: good", "id: my course", "1:5: error SK-SRC-013: `id`"),
    ],
)
def test_ids_that_make_no_iri_are_told_at_their_line_with_a_cure(course: Path, old: str, new: str, place: str) -> None:
    file = course / "course.yaml"
    lines = file.read_text()
    assert old in lines
    file.write_text(lines.replace(old, new, 1))
    found = run("profile")
    assert (found.exit_code, found.stdout) == (1, "")
    assert f"course/course.yaml:{place} cannot be" in found.stderr
    assert "    hint: write " in found.stderr


def test_where_there_is_no_course() -> None:
    found = run("profile", "nowhere")
    assert (found.exit_code, found.stdout) == (1, "")
    assert "SK-SRC-001" in found.stderr


def test_what_cannot_be_written(template: Path) -> None:
    Path("file").write_text("")
    for arguments in (
        ("profile", "-o", "file/profile.jsonld"),
        ("templates", "-o", "file/templates"),
        ("fill", template, "--actor", "a@example.org", *FIXED, *ANSWER, "-o", "file/statement.json"),
    ):
        found = run(*arguments)
        assert found.exit_code == 2, arguments
        assert found.stderr.startswith("Error: cannot write file/"), arguments


def test_a_template_filled_in(template: Path) -> None:
    found = run("fill", template, "--actor", "https://lms.example.org/|ann", *FIXED, *ANSWER)
    assert (found.exit_code, found.stderr) == (0, "")
    statement = json.loads(found.stdout)
    assert statement_problems(statement) == ()
    profile = read_profile(json.loads(run("profile").stdout))
    (judged,) = judge([statement], [profile], together=False).statements
    assert [each.id for each in judged.templates] == [json.loads(template.read_text())["template"]]
    assert statement["actor"]["account"] == {"homePage": "https://lms.example.org/", "name": "ann"}
    assert statement["result"] == {"duration": "PT20S", "response": "a", "success": True}
    again = run("fill", template, "--actor", "https://lms.example.org/|ann", *FIXED, *ANSWER, "-o", "statement.json")
    assert (again.exit_code, again.output) == (0, "")
    assert Path("statement.json").read_bytes() == found.stdout_bytes


def test_id_and_time_come_by_themselves(template: Path) -> None:
    start = datetime.now(UTC) - timedelta(milliseconds=1)
    arguments = ("fill", template, "--actor", "a@example.org", "--registration", UUID, *ANSWER)
    one, other = (json.loads(run(*arguments).stdout) for _ in range(2))
    assert uuid.UUID(one["id"]).version == 4
    assert one["id"] != other["id"]
    assert one["timestamp"].endswith("Z")
    assert start <= datetime.fromisoformat(one["timestamp"]) <= datetime.now(UTC)


def test_a_launch_under_another_id(template: Path) -> None:
    launched = ("--activity", "https://lms.example.org/au/1")
    statement = json.loads(run("fill", template, "--actor", "a@example.org", *FIXED, *ANSWER, *launched).stdout)
    assert statement["context"]["contextActivities"]["parent"][0]["id"] == launched[1]


def test_all_that_is_wrong_at_once(template: Path) -> None:
    wrong = ("--actor", "ann", "--timestamp", "yesterday", "--result", "sucess=true", "--result", "response=q")
    found = run(
        "fill", template, *wrong, "--result", "duration", "--result", "success=true", "--result", "success=false"
    )
    assert (found.exit_code, found.stdout) == (1, "")
    errors = [line.removeprefix("error: ") for line in found.stderr.splitlines() if line.startswith("error: ")]
    assert errors == [
        "--actor is ann",
        "--result duration is no member of the result",
        "--result success is given twice",
        "--result response has q in it",
        "--registration is missing",
        "--timestamp is yesterday",
        "--result sucess is not a placeholder of this template",
    ]
    assert "    hint: did you mean `success`?\n" in found.stderr
    assert found.stderr.endswith("Nothing was filled in: 7 errors.\n")
    assert found.stderr.count("hint: ") == 7


def test_what_has_an_option_of_its_own_is_no_result(template: Path) -> None:
    form = "--result NAME=VALUE, such as success=true"
    for given, named, hint in (
        (f"id={UUID}", "--id", "it as --id VALUE"),
        ("=true", "--result", form),
        ("success", "--result success", form),
    ):
        found = run("fill", template, "--actor", "a@example.org", *FIXED, *ANSWER, "--result", given)
        assert (found.exit_code, found.stdout) == (1, "")
        assert found.stderr.startswith(f"error: {named} is no member of the result\n    hint: write {hint}\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "cannot read file.json: the text is not JSON"),
        (b"\xff", "cannot read file.json: the text is not UTF-8"),
        (b"{}", "file.json is no statement template: it has no `statement` with `placeholders`"),
        (b"[]", "file.json is no statement template"),
        (None, "cannot read file.json: No such file or directory"),
    ],
)
def test_what_is_no_template(content: bytes | None, said: str) -> None:
    if content is not None:
        Path("file.json").write_bytes(content)
    found = run("fill", "file.json", "--actor", "a@example.org", *FIXED)
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.startswith(f"Error: {said}")


def test_help_says_what_comes_by_itself() -> None:
    shown = " ".join(run("fill", "--help").output.split())
    assert "[default: now]" in shown
    assert "[default: a new one]" in shown
    assert "--id and --timestamp" in shown

"""`scormkit xapi validate`: what is said where, and with which exit status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from scormkit.checking import definitions as checked
from scormkit.cli.explain import explain
from scormkit.cli.xapi.validate import validate
from scormkit.concerns import DEFINITIONS as BUILDING
from scormkit.course.problems import DEFINITIONS as COURSE
from scormkit.xapi.judging import DEFINITIONS

PROFILE_ID = "https://example.org/profile"
VERSION = f"{PROFILE_ID}/v1"


def template(name: str, *rules: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": f"{PROFILE_ID}/templates/{name}",
        "type": "StatementTemplate",
        "inScheme": VERSION,
        "prefLabel": {"en": name},
        "definition": {"en": name},
        "verb": f"https://example.org/verbs/{name}",
        **({"rules": list(rules)} if rules else {}),
    }


PROFILE = {
    "@context": "https://w3id.org/xapi/profiles/context",
    "id": PROFILE_ID,
    "type": "Profile",
    "conformsTo": "https://w3id.org/xapi/profiles#1.0",
    "prefLabel": {"en": "Doors"},
    "definition": {"en": "Opening and closing doors."},
    "versions": [{"id": VERSION, "generatedAtTime": "2026-01-01T00:00:00Z"}],
    "author": {"type": "Person", "name": "A"},
    "templates": [template("opened"), template("closed", {"location": "$.result.duration", "presence": "included"})],
    "patterns": [
        {
            "id": f"{PROFILE_ID}/patterns/door",
            "type": "Pattern",
            "primary": True,
            "inScheme": VERSION,
            "prefLabel": {"en": "door"},
            "definition": {"en": "A door."},
            "sequence": [f"{PROFILE_ID}/templates/opened", f"{PROFILE_ID}/templates/closed"],
        }
    ],
}


def said(verb: str, second: int, **more: Any) -> dict[str, Any]:
    return {
        "actor": {"mbox": "mailto:a@example.org"},
        "verb": {"id": f"https://example.org/verbs/{verb}"},
        "object": {"id": "https://example.org/door"},
        "context": {
            "registration": "6f6ae9a6-3a3f-4b55-8f4d-0123456789ab",
            "contextActivities": {"category": [{"id": VERSION}]},
        },
        "timestamp": f"2026-01-02T03:04:{second:02d}.000Z",
        **more,
    }


OPENED, CLOSED = said("opened", 1), said("closed", 2, result={"duration": "PT1S"})


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "profile.jsonld": PROFILE,
        "good.json": [OPENED, CLOSED],
        "begun.json": OPENED,
        "bad.json": [OPENED, said("closed", 2)],
    }.items():
        (tmp_path / name).write_text(json.dumps(value), encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(validate, arguments, input=stdin)


def test_clean_statements_say_nothing_on_stdout_and_exit_0(files: Path) -> None:
    result = run("good.json", "--profile", "profile.jsonld")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        f"Doors ({VERSION}): claimed by 2 statements\n"
        "      1 opened\n"
        "      1 closed\n"
        "  sessions: 1 complete\n"
        "Checked 2 statements: no problems.\n"
    )


def test_findings_go_to_stdout_with_place_clause_and_cure_and_the_exit_status_is_1(files: Path) -> None:
    result = run("bad.json", "--profile", "profile.jsonld")
    assert result.exit_code == 1
    assert result.stdout == (
        "bad.json: error SK-XAPI-006: $[1].result.duration: is missing (template “closed”) (Profiles 8.1)\n"
        "    hint: do as the template says, or leave the profile's version out of the category activities\n"
    )
    assert "  sessions: 1 failed\n" in result.stderr
    assert "  1 template matched by none\n" in result.stderr
    assert result.stderr.endswith("Checked 2 statements: 1 error in 1 file.\n")


def test_a_session_in_its_midst_is_a_note_and_exits_0(files: Path) -> None:
    result = run("begun.json", "--profile", "profile.jsonld")
    assert result.exit_code == 0
    assert ": info SK-XAPI-010: $: 1 statement of registration 6f6ae9a6" in result.stdout
    assert "hint: what can come next: “closed”" in result.stdout


def test_a_profile_is_judged_as_one(files: Path) -> None:
    result = run("profile.jsonld")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Checked 1 profile: no problems.\n")


def test_standard_input_has_one_statement_a_line(files: Path) -> None:
    bad = {**CLOSED, "result": {"duration": "1 s"}}
    result = run("-", "-q", stdin=f"{json.dumps(OPENED)}\n{json.dumps(bad)}\n")
    assert result.exit_code == 1
    assert result.stdout.startswith('stdin:2: error SK-XAPI-002: $.result.duration: "1 s" is not an ISO 8601 duration')
    assert result.stderr == ""


def test_each_line_that_cannot_be_read_is_told_and_the_others_are_judged(files: Path) -> None:
    bad = {**CLOSED, "result": {"duration": "1 s"}}
    Path("lines.jsonl").write_text("\n".join([json.dumps(OPENED), "{x", json.dumps(bad), "{", ""]), encoding="utf-8")
    result = run("lines.jsonl")
    assert result.exit_code == 2
    places = [line.split(": ")[:2] for line in result.stdout.splitlines() if not line.startswith(" ")]
    assert places == [
        ["lines.jsonl:2", "fatal SK-XAPI-001"],
        ["lines.jsonl:4", "fatal SK-XAPI-001"],
        ["lines.jsonl:3", "error SK-XAPI-002"],
    ]
    assert result.stderr.startswith("Checked 2 statements: 2 fatal errors, 1 error in 1 file")


@pytest.mark.parametrize("text", ["", "\n", "\ufeff"])
def test_an_empty_file_is_said_to_be_empty(files: Path, text: str) -> None:
    Path("empty.json").write_text(text, encoding="utf-8")
    result = run("empty.json")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        2,
        "empty.json: fatal SK-XAPI-001: the text is empty",
    )


def test_the_version_of_xapi_can_be_chosen(files: Path) -> None:
    agents = [{"objectType": "contextAgent", "agent": {"mbox": "mailto:b@example.org"}}]
    text = json.dumps({**OPENED, "context": {"contextAgents": agents}})
    assert run("-", stdin=text).exit_code == 1
    assert run("-", "--xapi-version", "2.0.0", stdin=text).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["missing.json"], "Error: cannot read missing.json: No such file or directory"),
        (["good.json", "--profile", "missing.json"], "Error: cannot read missing.json"),
        (["good.json", "--profile", "good.json"], "Error: good.json is no profile: its type is not Profile"),
        (["good.json", "--profile", "text"], "Error: cannot read text: the text is not JSON"),
    ],
)
def test_what_cannot_be_read_is_exit_2(files: Path, arguments: list[str], says: str) -> None:
    (files / "text").write_text("{", encoding="utf-8")
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith(says)


def test_what_is_no_json_is_a_finding_and_exit_2_and_the_others_are_still_judged(files: Path) -> None:
    result = run("-", "bad.json", "-q", "--profile", "profile.jsonld", stdin="{")
    assert result.exit_code == 2
    assert [line.split(":")[0] for line in result.stdout.splitlines() if "SK-XAPI" in line] == ["stdin", "bad.json"]


def test_a_profile_with_problems_is_used_with_a_warning(files: Path) -> None:
    (files / "faulty.jsonld").write_text(json.dumps({**PROFILE, "author": None}), encoding="utf-8")
    result = run("good.json", "--profile", "faulty.jsonld")
    assert result.exit_code == 0
    assert result.stderr.startswith("Warning: faulty.jsonld has a problem: `scormkit xapi validate faulty.jsonld`")


def test_json_is_one_document_on_stdout(files: Path) -> None:
    arguments = ("bad.json", "--profile", "profile.jsonld", "--format", "json", "-q")
    document = json.loads(run(*arguments).stdout)
    assert run(*arguments).stdout == run(*arguments).stdout
    assert [each["id"] for each in document["diagnostics"]] == ["SK-XAPI-006"]
    opened, closed = (f"{PROFILE_ID}/templates/{name}" for name in ("opened", "closed"))
    assert document["statements"][1] == {
        "file": "bad.json",
        "line": None,
        "path": "$[1]",
        "id": None,
        "claims": [VERSION],
        "templates": [],
        "broken": [closed],
    }
    assert document["sessions"] == [
        {
            "profile": PROFILE_ID,
            "version": VERSION,
            "registration": "6f6ae9a6-3a3f-4b55-8f4d-0123456789ab",
            "subregistration": None,
            "outcome": "failed",
            "pattern": f"{PROFILE_ID}/patterns/door",
            "statements": [0, 1],
            "failed_at": 1,
            "expected": [],
        }
    ]
    assert document["profiles"] == [
        {"id": PROFILE_ID, "versions": [VERSION], "templates": {opened: 1, closed: 0}},
    ]
    assert document["summary"]["error"] == 1


def test_what_a_stranger_wrote_does_not_move_the_cursor(files: Path) -> None:
    text = json.dumps({**OPENED, "\x1b[2J": 1}) + "\n"
    assert "\x1b" not in run("-", stdin=text).output


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda each: each.id)
def test_explain_knows_each_problem(definition: Any) -> None:
    result = CliRunner().invoke(explain, [definition.alias])
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{definition.id} {definition.alias}")


def test_no_two_problems_of_scormkit_share_an_id_or_an_alias() -> None:
    every = (*checked(), *COURSE, *BUILDING, *DEFINITIONS)
    names = [name for each in every for name in (each.id, each.alias)]
    assert sorted(set(names)) == sorted(names)

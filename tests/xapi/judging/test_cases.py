"""Every case under `cases`: this problem and nothing else."""

from __future__ import annotations

import json

import pytest

from scormkit.xapi.judging import DEFINITIONS, profile_problems, read_profile
from scormkit.xapi.judging.files import judge_files

from .profiles import CASES, PROFILES

NAMES = sorted(path.stem for path in CASES.glob("*.json"))


def case(name):
    return json.loads((CASES / f"{name}.json").read_text("utf-8"))


def verdict(name):
    return name.rpartition("-")[2]


@pytest.mark.parametrize("name", NAMES)
def test_a_case_gets_its_verdict(name):
    given = case(name)
    files = [
        (file, (value if isinstance(value, str) else json.dumps(value)).encode())
        for file, value in given["files"].items()
    ]
    profiles = [read_profile(json.loads((PROFILES / file).read_text("utf-8"))) for file in given["profiles"]]
    found = [(each.id, each.severity.value) for each in judge_files(files, profiles).report]
    assert found == ([] if verdict(name) == "valid" else [(given["rule"], verdict(name))])


def test_every_problem_has_a_case_that_has_it_and_one_that_nearly_does():
    broken = {case(name)["rule"] for name in NAMES if verdict(name) != "valid"}
    nearly = {case(name)["rule"] for name in NAMES if verdict(name) == "valid"}
    assert broken == nearly == {each.id for each in DEFINITIONS}


@pytest.mark.parametrize("name", sorted(path.name for path in PROFILES.iterdir()))
def test_the_profiles_to_judge_by_are_valid_and_used(name):
    assert profile_problems(json.loads((PROFILES / name).read_text("utf-8"))) == ()
    assert any(name in case(each)["profiles"] for each in NAMES)

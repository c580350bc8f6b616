"""Packages are made by whoever is handed in, several at once."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from scormkit import making
from scormkit.building import BuildError, build

from .test_building import GOOD, contents


class Immediate(Executor):
    """Does what it is handed at once, and counts it."""

    def __init__(self) -> None:
        self.count = 0

    def submit(self, job: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.count += 1
        future: Future[Any] = Future()
        try:
            future.set_result(job(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@pytest.mark.slow
def test_any_executor_makes_the_packages(tmp_path: Path) -> None:
    executor = Immediate()
    result = build(GOOD, tmp_path / "one", targets=["all"], executor=executor)
    assert executor.count == len(result.packages) == 18
    build(GOOD, tmp_path / "other", targets=["all"])
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


@pytest.mark.slow
def test_other_processes_make_the_same_bytes_and_build_a_catalogue(tmp_path: Path) -> None:
    build(GOOD, tmp_path / "here", targets=["scorm12", "cmi5"])
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        # One course, its packages spread over the workers; and a catalogue, a course for each worker.
        build(GOOD, tmp_path / "spread", targets=["scorm12", "cmi5"], executor=executor)
        catalogue = [
            executor.submit(build, GOOD, tmp_path / name, targets=["scorm12", "cmi5"]) for name in ("first", "second")
        ]
        assert [len(each.result().packages) for each in catalogue] == [6, 6]
    here = contents(tmp_path / "here")
    assert all(contents(tmp_path / name) == here for name in ("spread", "first", "second"))


def test_an_error_in_one_package_calls_off_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, members: object, cache: object) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(making, "write_zip", full)
    with pytest.raises(BuildError, match="No space left on device"):
        build(GOOD, tmp_path, targets=["all"])
    assert not list(tmp_path.glob("*.zip"))
    assert not list(tmp_path.glob(".scormkit-staging*"))


@pytest.mark.slow
def test_sums_are_those_of_the_files(tmp_path: Path) -> None:
    result = build(GOOD, tmp_path, targets=["all"])
    lines = (tmp_path / "SHA256SUMS").read_text().splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert {package.path.name for package in result.packages} <= set(sums)
    assert lines == sorted(lines, key=lambda line: line.split("  ")[1])
    for name, digest in sums.items():
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest


def test_a_guide_to_packages_that_are_no_more_goes(tmp_path: Path) -> None:
    build(GOOD, tmp_path, targets=["scorm12"])
    (tmp_path / "notes.md").write_text("mine")
    assert (tmp_path / "install-moodle.en.md").is_file()
    build(GOOD, tmp_path, targets=["web"])
    assert not list(tmp_path.glob("install-*"))
    assert (tmp_path / "privacy.en.md").is_file()
    assert (tmp_path / "notes.md").read_text() == "mine"


def test_a_record_that_names_files_elsewhere_removes_none(tmp_path: Path) -> None:
    out = tmp_path / "dist"
    build(GOOD, out)
    (tmp_path / "precious").write_text("kept")
    record = json.loads((out / "build.json").read_text())
    for odd in (["../precious", "/etc/hosts", "a/b/c", 7], "x", None):
        (out / "build.json").write_text(json.dumps(record | {"beside": odd}))
        assert build(GOOD, out).packages
    assert (tmp_path / "precious").read_text() == "kept"

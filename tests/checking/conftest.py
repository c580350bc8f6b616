"""Packages made on the spot: the small ones as zips, and a good one to spoil."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.checking.zips import ZIPS, making
from tests.checking.zips.making import ZipCase

_MARKS = {True: [pytest.mark.slow], False: []}


@pytest.fixture(scope="session")
def good_files() -> dict[str, bytes]:
    """The files of a package without a fault."""
    return making.good_files()


@pytest.fixture
def make_zip(tmp_path: Path) -> Callable[[Mapping[str, bytes]], Path]:
    """Zip these files, in this order, the ordinary way."""

    def make(files: Mapping[str, bytes]) -> Path:
        path = tmp_path / "package.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        return path

    return make


@pytest.fixture(
    params=[pytest.param(one, id=f"{one.rule} {one.what} {one.verdict}", marks=_MARKS[one.slow]) for one in ZIPS]
)
def zip_case(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[ZipCase, Path]:
    """One of the zips that cannot be made from a folder, and its path."""
    case: ZipCase = request.param
    path = tmp_path / "package.zip"
    case.make(path)
    return case, path


@pytest.fixture(scope="session")
def zip_pairs() -> set[str]:
    """The rules that have both a zip that breaks them and one that nearly does."""
    broken = {case.rule for case in ZIPS if case.verdict != "valid"}
    return broken & {case.rule for case in ZIPS if case.verdict == "valid"}

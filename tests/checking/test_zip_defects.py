"""The zips that cannot be made from a folder: this rule and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scormkit.archive.reader import DefectKind, open_container
from scormkit.checking import check
from tests.checking.zips import ZIPS
from tests.checking.zips.making import ZipCase, page
from tests.packages.cases import laid_out


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_gets_its_verdict_and_says_why(zip_case: tuple[ZipCase, Path]) -> None:
    case, path = zip_case
    report = check(path)
    found = {(diagnostic.id, diagnostic.severity.value) for diagnostic in report}
    assert found == (set() if case.verdict == "valid" else {(case.rule, case.verdict)})
    for diagnostic in report:
        assert case.words in diagnostic.message
        assert diagnostic.hint


def test_a_symbolic_link_in_a_folder_is_reported_and_not_followed(good_files: dict[str, bytes], tmp_path: Path) -> None:
    folder = laid_out(good_files, tmp_path / "package")
    (folder / "loop").symlink_to(folder)
    (found,) = check(folder, display="package")
    assert (found.id, found.location.member) == ("SK-PKG-016", "loop")


def test_the_longest_name_that_a_zip_can_hold(tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    page(name=b"n" * 65_535)(path)
    assert [found.id for found in check(path)] == ["SK-S12-002", "SK-PKG-032"]


def test_a_name_in_a_folder_that_is_not_utf_8(good_files: dict[str, bytes], tmp_path: Path) -> None:
    laid_out({**good_files, os.fsdecode(b"\xff.html"): b"x"}, tmp_path)
    (found,) = check(tmp_path, display="package")
    assert (found.id, found.location.member) == ("SK-PKG-007", "\\xff.html")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_every_way_in_which_a_container_can_be_broken_has_a_zip_that_is(tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    shown = set()
    for case in ZIPS:
        if not case.slow and case.verdict != "valid":
            case.make(path)
            with open_container(path) as container:
                shown.update(defect.kind for defect in (*container.defects, *container.verify()))
    assert shown == set(DefectKind) - {DefectKind.MEMBER_TOO_LARGE}

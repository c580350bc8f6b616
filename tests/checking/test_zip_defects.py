"""The zips that cannot be made from a folder: this rule and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from scormkit.checking import check


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_gets_its_verdict(zip_case: tuple[str, str, Path]) -> None:
    rule, verdict, path = zip_case
    found = {(diagnostic.id, diagnostic.severity.value) for diagnostic in check(path)}
    assert found == (set() if verdict == "valid" else {(rule, verdict)})


def test_a_symbolic_link_in_a_folder_is_reported_and_not_followed(good_files: dict[str, bytes], tmp_path: Path) -> None:
    folder = tmp_path / "package"
    folder.mkdir()
    for name, content in good_files.items():
        (folder / name).write_bytes(content)
    (folder / "loop").symlink_to(folder)
    (found,) = check(folder, display="package")
    assert (found.id, found.location.member) == ("SK-PKG-016", "loop")

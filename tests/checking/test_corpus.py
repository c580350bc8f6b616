"""Packages that others have judged: no error on a valid one, a fitting one on an invalid one."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

import pytest

from scormkit.checking import check
from scormkit.diagnostics import Diagnostic, Severity

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of judged packages is not beside the checkout")

LEFT_OUT = frozenset({"schema-at-root", "schema-in-its-place", "schema-parts"})
"""The control documents are left out of these packages; what else is (contents) gets warnings at most."""
FITTING = {
    # What the name of an invalid package says is wrong with it, and the rules that speak of that.
    "mut12_": "SK-S12-",
    "mut_adlseq_": "SK-SEQ-",
    "mut_ext_": "SK-XML-010",
    "mut_item_": "SK-S24-2",
    "mut_lom_": "SK-LOM-",
    "mut_man_": "SK-S24-0",
    "mut_meta_": "SK-S24-0",
    "mut_obj_": "SK-SEQ-",
    "mut_org_": "SK-S24-1",
    "mut_pkg_missing_adlnav": "SK-PKG-020",
    "mut_pkg_": "SK-S24-3",
    "mut_res_base": "SK-S24-00",
    "mut_res_two_": "SK-S24-016",
    "mut_res_": "SK-S24-3",
    "mut_roll_": "SK-SEQ-",
    "mut_seq_": "SK-SEQ-",
    "mut_xml_": "SK-XML-",
}


class Judged(NamedTuple):
    path: str
    expected: str


def judged() -> list[Judged]:
    if not CORPUS.is_dir():
        return []
    with (CORPUS / "labels.tsv").open(encoding="utf-8", newline="") as file:
        return [Judged(row["path"], row["expected"]) for row in csv.DictReader(file, delimiter="\t")]


def errors(path: str) -> list[Diagnostic]:
    return [found for found in check(CORPUS / path) if found.severity >= Severity.ERROR]


@pytest.mark.parametrize("path", [one.path for one in judged() if one.expected == "valid"])
def test_a_package_judged_valid_elsewhere_gets_no_error(path: str) -> None:
    assert [found for found in errors(path) if found.alias not in LEFT_OUT] == []


@pytest.mark.parametrize("path", [one.path for one in judged() if one.expected == "invalid"])
def test_a_package_judged_invalid_elsewhere_gets_a_fitting_error(path: str) -> None:
    name = Path(path).name
    rule = next(rule for beginning, rule in FITTING.items() if name.startswith(beginning))
    assert [found.id for found in errors(path) if found.id.startswith(rule)]

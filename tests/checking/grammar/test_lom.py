"""The grammar of LOM refuses what the official schemas of IEEE refuse in each of their forms, and nothing else."""

from __future__ import annotations

import copy
from functools import cache

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from scormkit.checking.grammar.bindings import grammars_of
from scormkit.checking.grammar.judge import judge
from scormkit.checking.source import read_xml
from scormkit.checking.vocabulary import Edition
from tests.control_documents.lom_judges import OFFICIAL
from tests.control_documents.test_lom import BESIDE, CHANGES, COMPLETE, FREE, RIGHT, STRICTER, WRONG, changed, lom
from tests.rows import table

TABLE = RIGHT | FREE | WRONG | {"two descriptions of a resource": STRICTER}


@cache
def loosest() -> etree.XMLSchema:
    """The official schema that lets in any term and elements of any other namespace."""
    return etree.XMLSchema(etree.parse(str(OFFICIAL / "lomLoose.xsd")))


def refused(record: bytes) -> list[str]:
    grammars = grammars_of(Edition.SCORM_2004_4)
    return [f"{found.clause} {found.message}" for found in judge(read_xml(record, "lom.xml"), grammars)]


def test_what_is_right_by_one_schema_is_let_in() -> None:
    assert {name: found for name, text in (RIGHT | FREE).items() if (found := refused(lom(text)))} == {}


def test_what_is_wrong_by_each_schema_is_refused() -> None:
    assert [name for name, text in WRONG.items() if not refused(lom(text))] == []


def test_a_complete_record_is_let_in() -> None:
    assert refused(COMPLETE) == []


@BESIDE
def test_the_loosest_schema_judges_the_table_alike() -> None:
    with table() as rows:
        for name, text in TABLE.items():
            with rows.row(name):
                assert bool(refused(lom(text))) is not loosest().validate(etree.fromstring(lom(text)))


@pytest.mark.slow
@BESIDE
def test_each_doubled_element_is_judged_alike() -> None:
    for place in range(1, sum(1 for _ in etree.fromstring(COMPLETE).iter("*"))):
        tree = etree.fromstring(COMPLETE)
        element = list(tree.iter("*"))[place]
        element.addnext(copy.deepcopy(element))
        record = etree.tostring(tree)
        assert bool(refused(record)) is not loosest().validate(tree), element.tag


@pytest.mark.slow
@BESIDE
@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(changes=CHANGES, alone=st.integers(0, 20))
def test_the_loosest_schema_judges_anything_alike(changes: list[tuple[str, int, int]], alone: int) -> None:
    record = changed(changes, alone)
    assume(etree.QName(etree.fromstring(record)).localname == "lom")
    assert bool(refused(record)) is not loosest().validate(etree.fromstring(record)), record

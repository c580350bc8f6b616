"""The grammars of content packaging in SCORM 2004 beside the official schemas.

The schemas are a floor and ADL's profile is stricter: whatever a schema refuses is an error, and what it accepts breaks
clauses of the profile at most.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import etree

from scormkit.checking import check
from scormkit.checking.grammar.bindings import grammars_of
from scormkit.checking.grammar.judge import judge
from scormkit.checking.source import read_xml
from scormkit.checking.vocabulary import Edition
from tests.checking.mutations import Change, attributed, begun_by, called, ended_by, moved, saying
from tests.packages.cases import base, cases
from tests.rows import table

CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
ADLCP = "{http://www.adlnet.org/xsd/adlcp_v1p3}"
ADLNAV = "{http://www.adlnet.org/xsd/adlnav_v1p3}"
IMSSS = "{http://www.imsglobal.org/xsd/imsss}"
XML = "{http://www.w3.org/XML/1998/namespace}"
OWN = (CP, ADLCP, ADLNAV)
EDITIONS = {"scorm2004-3": Edition.SCORM_2004_3, "scorm2004-4": Edition.SCORM_2004_4}
FULL = """\
<manifest identifier="M" version="1.1" xml:base="./" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
    xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata><schema>ADL SCORM</schema><schemaversion>{version}</schemaversion>
    <adlcp:location>course.xml</adlcp:location></metadata>
  <organizations default="O1">
    <organization identifier="O1" structure="hierarchical" adlseq:objectivesGlobalToSystem="true">
      <title>Course</title>
      <item identifier="I1" identifierref="R1" isvisible="true" parameters="?a=1"><title>One</title><metadata/>
        <adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction><adlcp:dataFromLMS>x</adlcp:dataFromLMS>
        {threshold}<imsss:sequencing/>
        <adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>exit</adlnav:hideLMSUI>
        <adlnav:hideLMSUI>previous</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>{data}</item>
      <item identifier="I2"><title>Two</title><item identifier="I3" identifierref="R1"><title>Three</title></item>
        <metadata><schema>X</schema><schemaversion>1</schemaversion></metadata></item>
      <metadata/>
    </organization>
  </organizations>
  <resources xml:base="./">
    <resource identifier="R1" type="webcontent" adlcp:scormType="sco" href="index.html" xml:base="./"><metadata/>
      <file href="index.html"><metadata/></file><file href="b.html"/><dependency identifierref="R2"/></resource>
    <resource identifier="R2" type="webcontent" adlcp:scormType="asset"><file href="c.html"/></resource>
  </resources>
</manifest>
"""
FULL_OF = {
    "scorm2004-3": FULL.format(
        version="2004 3rd Edition",
        threshold="<adlcp:completionThreshold>0.5</adlcp:completionThreshold>",
        data="",
    ),
    "scorm2004-4": FULL.format(
        version="2004 4th Edition",
        threshold='<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.5" progressWeight="1"/>',
        data='<adlcp:data><adlcp:map targetID="D" readSharedData="true" writeSharedData="false"/></adlcp:data>',
    ),
}
NAMES = (
    *(CP + name for name in ("titel", "title", "item", "metadata", "file", "schema")),
    *(ADLCP + name for name in ("location", "dataFromLMS", "map", "nothing")),
    *(ADLNAV + name for name in ("presentation", "hideLMSUI")),
    IMSSS + "sequencing",
    "{urn:other}thing",
    "nowhere",
)
VALUES = ("", " ", "x", "x" * 300, "1 bad value", "TRUE", "1", "1.5", "-0", " 0.25 ", "50%", "\u00a0true")
ATTRIBUTES = ("foo", "href", "identifier", "type", CP + "href", ADLCP + "foo", ADLCP + "scormType", XML + "lang")
PROFILE = {
    *("M4-01", "M4-03", "M4-08", "M4-10", "M4-11", "M4-13", "O4-08", "O4-09", "O4-10", "O4-11", "I4-02", "I4-09"),
    *("I4-10", "I4-11", "I4-12", "I4-13", "I4-15", "I4-16", "I4-18", "I4-20", "O4-06", "O4-07", "R4-04", "R4-22"),
    *("ADLCP", "ADLNAV", "S4-place", "E-02"),
}
"""What the profile demands and the schemas, which let other namespaces in nearly everywhere, do not."""
LOOSE = (
    *(f"{CP}{name} begun by " for name in ("organizations", "resources")),
    *(f"{CP}{name} called {{urn:other}}thing" for name in ("organization", "resource")),
    *(f"{CP}{name} called {ADLCP}nothing" for name in ("organization", "resource")),
    f"{CP}metadata called {IMSSS}sequencing",
)
"""Where libxml2 is laxer than XML Schema: it takes `any` before elements of which there may be none; and a `schema`
in `sequencing`, which the schema takes for a foreign element and we for one in the wrong place."""


def changes(element: etree._Element) -> Iterator[tuple[str, Change]]:
    yield from moved(element)
    yield from called(*NAMES)
    yield from begun_by(*NAMES)
    yield from ended_by(*NAMES)
    yield from saying(*VALUES)
    yield from attributed(element, VALUES, ATTRIBUTES, "v")


def mutants(target: str) -> Iterator[tuple[str, bytes]]:
    """The manifest that uses all of the binding, changed in one place."""
    for index, element in enumerate(etree.fromstring(FULL_OF[target]).iter()):
        if element.tag.startswith(OWN):
            for what, change in changes(element):
                tree = etree.fromstring(FULL_OF[target])
                change(list(tree.iter())[index])
                yield f"{element.tag} {what}", etree.tostring(tree)


def broken_clauses(data: bytes, edition: Edition) -> set[str]:
    return {one.clause for one in judge(read_xml(data, "imsmanifest.xml"), grammars_of(edition))}


@pytest.mark.parametrize("target", EDITIONS)
def test_all_of_the_binding_is_accepted(target: str, scorm2004_schemas: Mapping[str, etree.XMLSchema]) -> None:
    scorm2004_schemas[target].assertValid(etree.fromstring(FULL_OF[target]))
    assert broken_clauses(FULL_OF[target].encode(), EDITIONS[target]) == set()


@pytest.mark.slow
@pytest.mark.parametrize("target", EDITIONS)
def test_grammar_and_schema_agree_on_small_changes(
    target: str, scorm2004_schemas: Mapping[str, etree.XMLSchema], tmp_path: Path
) -> None:
    official, manifest = scorm2004_schemas[target], tmp_path / "imsmanifest.xml"
    missed, too_strict, refused, accepted = [], [], 0, 0
    for what, data in mutants(target):
        if official.validate(etree.fromstring(data)):
            accepted += 1
            loose = {"CP"} if what.startswith(LOOSE) else set()
            if more := broken_clauses(data, EDITIONS[target]) - PROFILE - loose:
                too_strict.append(f"{what}: {sorted(more)}")
        else:
            refused += 1
            if not broken_clauses(data, EDITIONS[target]):
                manifest.write_bytes(data)
                if not check(manifest).has_errors:
                    missed.append(f"{what}: {official.error_log.last_error}")
    assert missed == []
    assert too_strict == []
    assert refused > 500
    assert accepted > 500


OF_THIS_ROOM = [case for case in cases() if case.name.startswith(("scorm2004/M4", "scorm2004/O4", "scorm2004/I4"))]


def test_a_case_that_the_schema_refuses_is_one_of_an_error(
    scorm2004_schemas: Mapping[str, etree.XMLSchema],
) -> None:
    with table() as rows:
        for case in OF_THIS_ROOM:
            with rows.row(case.name):
                manifest = case.files["imsmanifest.xml"]
                schema = scorm2004_schemas["scorm2004-3" if b"2004 3rd Edition" in manifest else "scorm2004-4"]
                assert schema.validate(etree.fromstring(manifest)) or case.verdict == "error"


@pytest.mark.parametrize(("name", "target"), [("base-3rd", "scorm2004-3"), ("base", "scorm2004-4")])
def test_the_bases_are_valid(name: str, target: str, scorm2004_schemas: Mapping[str, etree.XMLSchema]) -> None:
    data = base(f"scorm2004/{name}")["imsmanifest.xml"]
    scorm2004_schemas[target].assertValid(etree.fromstring(data))
    assert broken_clauses(data, EDITIONS[target]) == set()
